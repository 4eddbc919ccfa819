// The tagger's page: turns of a transcript, codes to put on them.
// Offsets here are UTF-16 units of the whole text; Python translates them.
// What people said is only ever put on the page as text, never as markup.

/** Codes whose label or id holds every typed word; those that begin with it come first. */
export function findCodes(codes, typed) {
  const words = typed.toLocaleLowerCase("da").split(/\s+/).filter(Boolean);
  const name = (code) => `${code.label} ${code.code}`.toLocaleLowerCase("da");
  return codes
    .filter((code) => words.every((word) => name(code).includes(word)))
    .map((code, place) => ({ code, place, first: words.length > 0 && name(code).startsWith(words[0]) ? 0 : 1 }))
    .sort((a, b) => a.first - b.first || a.place - b.place)
    .map((entry) => entry.code);
}

/** A selection without the white space at its ends; null where nothing is left. */
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

function element(name, attributes = {}, text = "") {
  const made = document.createElement(name);
  for (const [key, value] of Object.entries(attributes)) made.setAttribute(key, value);
  if (text) made.textContent = text;
  return made;
}

function render({ model, el }) {
  const view = `icmo-${Math.random().toString(36).slice(2)}`;
  const styles = element("style");
  let shown = null; // the document: name, turns, codes, words
  let tags = [];
  let number = 0;
  let paragraphs = []; // one text node a turn, in the order of the turns
  let chosen = null; // the span to tag; kept while the focus is in the search field

  el.classList.add("icmo-tagger");
  el.setAttribute("data-lm-suppress-shortcuts", "true");
  el.append(styles);

  const ask = (message) => model.send({ ...message, number: (number += 1) });

  function build() {
    const heading = element("h2", { class: "icmo-name" }, shown.name);
    const text = element("div", { class: "icmo-text", tabindex: "0", role: "document", "aria-label": shown.words.transcript });
    paragraphs = shown.turns.map((turn) => {
      const row = element("div", { class: "icmo-turn" });
      const who = element("div", { class: "icmo-speaker" }, turn.speaker);
      if (turn.role) who.append(element("span", { class: "icmo-speaker-role" }, turn.role));
      const said = element("p", { class: "icmo-said" });
      said.append(document.createTextNode(turn.text));
      const marks = element("ul", { class: "icmo-marks" });
      row.append(who, said, marks);
      text.append(row);
      return { turn, node: said.firstChild, marks };
    });
    const panel = element("div", { class: "icmo-panel" });
    const search = element("input", { type: "search", class: "icmo-search", placeholder: shown.words.search, "aria-label": shown.words.search });
    const list = element("ul", { class: "icmo-codes", role: "list", "aria-label": shown.words.codes });
    search.addEventListener("input", () => listCodes(list, search.value));
    panel.append(search, list);
    const status = element("p", { class: "icmo-status", role: "status", "aria-live": "polite" });
    const columns = element("div", { class: "icmo-columns" });
    columns.append(text, panel);
    el.replaceChildren(styles, heading, columns, status);
    listCodes(list, "");
  }

  function listCodes(list, typed) {
    const found = findCodes(shown.codes, typed);
    const rows = found.map((code) => {
      const button = element("button", { type: "button", class: "icmo-code", "data-code": code.code });
      const letter = element("span", { class: "icmo-letter", "aria-hidden": "true" }, code.letter);
      letter.style.setProperty("--icmo-colour", code.colour);
      button.append(letter, document.createTextNode(code.label));
      // A click must not take the selection away before it is read.
      button.addEventListener("mousedown", (event) => event.preventDefault());
      button.addEventListener("click", () => tagSelection(code));
      const row = element("li");
      row.append(button);
      return row;
    });
    list.replaceChildren(...(rows.length ? rows : [element("li", { class: "icmo-none" }, shown.words.no_codes)]));
  }

  function say(sentence) {
    el.querySelector(".icmo-status").textContent = sentence;
  }

  /** What is selected in the text, in UTF-16 units of the whole; it may run over several turns. */
  function selectedSpan(range) {
    const inside = paragraphs.filter(({ node }) => range.intersectsNode(node));
    if (!inside.length) return null;
    const [first, last] = [inside[0], inside.at(-1)];
    const from = range.startContainer === first.node ? range.startOffset : 0;
    const to = range.endContainer === last.node ? range.endOffset : last.node.length;
    const head = trimmed(first.turn.text, from, first === last ? to : first.node.length);
    const tail = trimmed(last.turn.text, first === last ? from : 0, to);
    if (!head && !tail) return null;
    return {
      start: first.turn.start + (head ? head.start : first.node.length),
      end: last.turn.start + (tail ? tail.end : 0),
    };
  }

  /** Follow the selection as long as it is in the text; going to the search field does not lose it. */
  function follow() {
    const selection = getSelection();
    const text = el.querySelector(".icmo-text");
    if (!text || !selection.rangeCount || !text.contains(selection.anchorNode)) return;
    chosen = selection.isCollapsed ? null : selectedSpan(selection.getRangeAt(0));
    paintChosen();
  }

  function tagSelection(code) {
    if (!chosen) return say(shown.words.select_first);
    ask({ kind: "tag", code: code.code, ...chosen });
    // A drag that begins inside text still selected would become drag-and-drop.
    getSelection().removeAllRanges();
    chosen = null;
    paintChosen();
    say(`${shown.words.tagged}: ${code.label}`);
  }

  const rangesOf = (span) =>
    paragraphs.flatMap(({ turn, node }) => {
      const part = within(turn, span);
      return part ? [new StaticRange({ startContainer: node, startOffset: part.start, endContainer: node, endOffset: part.end })] : [];
    });

  function paintChosen() {
    CSS.highlights.set(`${view}-chosen`, new Highlight(...(chosen ? rangesOf(chosen) : [])));
  }

  function paint() {
    const known = new Map(shown.codes.map((code) => [code.code, code]));
    const roles = new Map(tags.map((tag) => [known.get(tag.code).role, known.get(tag.code).colour]));
    clearHighlights();
    for (const role of roles.keys()) {
      const own = tags.filter((tag) => known.get(tag.code).role === role);
      CSS.highlights.set(`${view}-${role}`, new Highlight(...own.flatMap(rangesOf)));
    }
    for (const { turn, marks } of paragraphs) {
      const own = tags.filter((tag) => within(turn, tag));
      marks.replaceChildren(...own.map((tag) => mark(tag, known.get(tag.code))));
    }
    const rules = [...roles].map(
      ([role, colour]) => `::highlight(${view}-${role}) { background-color: color-mix(in srgb, ${colour} 22%, transparent); }`,
    );
    rules.push(`::highlight(${view}-chosen) { background-color: color-mix(in srgb, Highlight 45%, transparent); }`);
    styles.textContent = rules.join("\n");
    paintChosen();
    el.dataset.tags = String(tags.length);
  }

  /** A tag in the margin: highlights are no elements, so this is what a mouse, a key or a screen reader finds. */
  function mark(tag, code) {
    const row = element("li", { class: "icmo-mark" });
    row.style.setProperty("--icmo-colour", code.colour);
    row.append(element("span", { class: "icmo-letter", "aria-hidden": "true" }, code.letter));
    row.append(element("span", { class: "icmo-mark-label", title: `${code.label} (${tag.coder})` }, code.label));
    const remove = element("button", { type: "button", class: "icmo-remove", "aria-label": `${shown.words.remove}: ${code.label}` }, "×");
    remove.addEventListener("click", () => ask({ kind: "untag", tag: tag.tag }));
    row.append(remove);
    return row;
  }

  function clearHighlights() {
    for (const name of [...CSS.highlights.keys()]) if (name.startsWith(view)) CSS.highlights.delete(name);
  }

  function receive(message) {
    if (message.kind === "document") {
      shown = message;
      build();
    } else if (message.kind === "tags") {
      tags = message.tags;
      paint();
      el.dataset.ready = "1";
    } else if (message.kind === "refused") {
      say(message.sentence);
    }
  }

  model.on("msg:custom", receive);
  document.addEventListener("selectionchange", follow);
  ask({ kind: "open" });
  return () => {
    document.removeEventListener("selectionchange", follow);
    model.off("msg:custom", receive);
    clearHighlights();
  };
}

export default { render };
