// Finding a code: what is typed may be in its name, its family or its definition.

const low = (text) => (text ?? "").toLocaleLowerCase("da");

/** How well a code fits what is typed: smaller is better, null where it does not fit. */
function fit(code, typed) {
  const [name, family, meaning] = [low(`${code.label} ${code.code}`), low(code.family), low(code.definition)];
  let worst = 0;
  for (const word of typed) {
    if (name.startsWith(word)) continue;
    if (name.split(/[\s_(/-]+/).some((part) => part.startsWith(word))) worst = Math.max(worst, 1);
    else if (name.includes(word)) worst = Math.max(worst, 2);
    else if (family.includes(word)) worst = Math.max(worst, 3);
    else if (meaning.includes(word)) worst = Math.max(worst, 4);
    else return null;
  }
  return worst;
}

/**
 * Codes that hold every typed word, the best fit first; among equals the recently used first, then the
 * often used, then the codebook's order. `use` says of a code how often and when it was used.
 */
export function findCodes(codes, typed, use = {}) {
  const words = low(typed).split(/\s+/).filter(Boolean);
  const recent = Object.entries(use).sort((a, b) => (a[1][1] < b[1][1] ? 1 : -1)).slice(0, 5).map(([code]) => code);
  const rank = (code) => {
    const place = recent.indexOf(code.code);
    return place >= 0 ? place - 1e9 : -(use[code.code]?.[0] ?? 0);
  };
  return codes
    .filter((code) => !code.retired)
    .map((code, place) => ({ code, place, fit: fit(code, words), rank: rank(code) }))
    .filter((entry) => entry.fit !== null)
    .sort((a, b) => a.fit - b.fit || a.rank - b.rank || a.place - b.place)
    .map((entry) => entry.code);
}
