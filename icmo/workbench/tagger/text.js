// Places in a text: UTF-16 units of the whole text, as the browser counts them.

const WORD = /[\p{L}\p{M}\p{N}_]+(?:[-'’][\p{L}\p{M}\p{N}_]+)*/gu;

/** A span without the white space at its ends; null where nothing is left. */
export function trimmed(text, start, end) {
  while (start < end && /\s/.test(text[start])) start += 1;
  while (end > start && /\s/.test(text[end - 1])) end -= 1;
  return start < end ? { start, end } : null;
}

/** The part of a span that falls inside a turn, counted from the turn's own start; null where there is none. */
export function within(turn, span) {
  const start = Math.max(span.start - turn.start, 0);
  const end = Math.min(span.end - turn.start, turn.text.length);
  return start < end ? { start, end } : null;
}

/** Where the words of a text begin and end. */
export function wordsIn(text) {
  return [...text.matchAll(WORD)].map((found) => [found.index, found.index + found[0].length]);
}

/** A span widened to whole words. */
export function wholeWords(text, start, end) {
  for (const [from, to] of wordsIn(text)) {
    if (from < start && start < to) start = from;
    if (from < end && end < to) end = to;
  }
  return { start, end };
}

/** A span widened to what a reader sees as whole characters: no accent and no half of an emoji is cut off. */
export function wholeCharacters(text, start, end) {
  if (typeof Intl === "undefined" || !Intl.Segmenter) return { start, end };
  const pieces = new Intl.Segmenter("da", { granularity: "grapheme" }).segment(text);
  const first = start < text.length ? pieces.containing(start) : null;
  const last = end < text.length ? pieces.containing(end) : null;
  return {
    start: first ? first.index : start,
    end: last && last.index < end ? last.index + last.segment.length : end,
  };
}

/** Sentences as the browser finds them, until the kernel has sent those that know Danish abbreviations. */
export function roughSentences(text) {
  if (typeof Intl === "undefined" || !Intl.Segmenter) return [[0, text.length]];
  return [...new Intl.Segmenter("da", { granularity: "sentence" }).segment(text)]
    .map(({ index, segment }) => trimmed(text, index, index + segment.length))
    .filter(Boolean)
    .map(({ start, end }) => [start, end]);
}

/** How many characters, as Python counts them, stand before a place. */
export function codePointsBefore(text, offset) {
  let count = 0;
  for (let place = 0; place < offset; count += 1) place += text.codePointAt(place) > 0xffff ? 2 : 1;
  return count;
}

/** The number of the last turn that begins at or before a place; turns stand in their order. */
export function turnAt(turns, place) {
  let [low, high] = [0, turns.length - 1];
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if (turns[middle].start <= place) low = middle;
    else high = middle - 1;
  }
  return low;
}

/** The rows on a page that a span touches; a row has its `turn` and begins where that does. */
export function rowsOf(rows, span) {
  const found = [];
  for (let number = turnAt(rows, span.start); number < rows.length; number += 1) {
    if (rows[number].start >= span.end) break;
    if (within(rows[number].turn, span)) found.push(rows[number]);
  }
  return found;
}

/** A span without white space at its ends, widened to whole words (where that is wanted) and characters. */
export function tidied(rows, span, words) {
  const touched = rowsOf(rows, span);
  if (!touched.length) return null;
  const [first, last] = [touched[0], touched.at(-1)];
  const whole = ({ start, turn }) => {
    const own = within(turn, span);
    const part = trimmed(turn.text, own.start, own.end);
    const found = part && (words ? wholeWords : wholeCharacters)(turn.text, part.start, part.end);
    return found && { start: start + found.start, end: start + found.end };
  };
  const [head, tail] = [whole(first), whole(last)];
  if (!head && !tail) return null;
  const [from, to] = [head ? head.start : first.start + first.turn.text.length, tail ? tail.end : last.start];
  return from < to ? { start: from, end: to } : null;
}

/**
 * The unit a step leads to: from inside a larger unit to that unit, from a whole unit to its neighbour.
 * `unitsOf(number)` gives the units of a turn as spans of the whole text; null at either end.
 */
export function stepped(turns, unitsOf, head, forward) {
  const here = turnAt(turns, head.start);
  const around = unitsOf(here).find(([start, end]) => start <= head.start && head.end <= end);
  if (around && (around[0] !== head.start || around[1] !== head.end)) return { start: around[0], end: around[1] };
  for (let number = here; number >= 0 && number < turns.length; number += forward ? 1 : -1) {
    const units = unitsOf(number);
    const next = forward ? units.find(([start]) => start >= head.end) : units.findLast(([, end]) => end <= head.start);
    if (next) return { start: next[0], end: next[1] };
  }
  return null;
}
