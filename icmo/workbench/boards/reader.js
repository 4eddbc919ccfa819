// The text beside a board: read it, select in it by hand or by keys, and see what stands in it.
// Offsets are UTF-16 units of the whole text; Python translates them.

import { button, element } from "../tagger/dom.js";
import { makePaint } from "../tagger/paint.js";
import { roughSentences, stepped, trimmed, turnAt, wholeWords, within, wordsIn } from "../tagger/text.js";

/**
 * A reader for a board. `acts` are what may be done with a selection: name, key, and what to do with
 * `{document, start, end}`; each is a button above the text, and a key in it.
 */
export function makeReader(board, { acts = [], looks = [], back = null }) {
  const styles = element("style");
  const text = element("div", { class: "icmo-text", tabindex: "0", role: "application" });
  const which = element("select", { class: "icmo-which" });
  const hands = element("div", { class: "icmo-hands" });
  const box = element("div", { class: "icmo-reader" }, styles, which, hands, text);
  const page = { rows: [], rowsOf, tagsOf: () => [], code: () => ({ role: "evidence" }) };
  const paint = makePaint({ view: `${board.view}-text`, styles, page });
  let [turns, chosen, anchor, head, shown, drawn] = [[], null, null, null, "", 0];

  const roles = [...looks, { role: "evidence", colour: "#117733", line: "solid" }];

  function rowsOf(span) {
    const found = [];
    for (let number = turnAt(turns, span.start); number < page.rows.length; number += 1) {
      const row = page.rows[number];
      if (row.turn.start >= span.end) break;
      if (within(row.turn, span)) found.push(row);
    }
    return found;
  }

  function build() {
    text.setAttribute("aria-label", board.word("text"));
    which.setAttribute("aria-label", board.word("document"));
    which.replaceChildren(element("option", { value: "" }, board.word("choose_document")), ...board.documents.map((one) => element("option", { value: one.document }, [one.name, one.case].filter(Boolean).join(" · "))));
    which.value = shown;
    const made = acts.map(({ name, key, act }) => button(board.word(name), () => use(act), { class: "icmo-tool", title: key, "data-act": name }));
    hands.replaceChildren(...made, ...(back ? [button(board.word("back"), back, { class: "icmo-plain" })] : []));
    if (!text.childElementCount) text.replaceChildren(element("p", { class: "icmo-none" }, board.word("reader_empty")));
  }

  const use = (act) => (chosen ? act({ document: shown, ...chosen }) : board.say("select_words"));

  /** Show a document, and a span in it. */
  async function open(document_, span = null) {
    try {
      if (document_ !== shown || !page.rows.length) await read(document_);
    } catch (error) {
      return board.sayText(board.refusal(error));
    }
    if (!span) return null;
    anchor = head = { start: span[0], end: span[1] };
    choose(anchor);
    bring(anchor);
    return null;
  }

  async function read(document_) {
    const answer = await board.ask({ kind: "read", document: document_ });
    [shown, turns] = [answer.document, answer.turns];
    which.value = shown;
    text.dataset.document = shown;
    [chosen, anchor, head] = [null, null, null];
    page.rows = turns.map((turn, number) => {
      const said = element("p", { class: `icmo-said${turn.kind === "turn" ? "" : " icmo-heading"}` }, turn.text);
      const chips = element("div", { class: "icmo-chips" });
      const row = element("div", { class: "icmo-turn", "data-row": String(number) }, element("div", { class: "icmo-speaker" }, turn.speaker), said, chips);
      return { turn, said, box: row, chips };
    });
    text.replaceChildren(...page.rows.map((row) => row.box));
    text.scrollTop = 0;
    tags(answer.tags);
    repaint();
  }

  /** The codes on a turn, each to be dragged onto a slot. */
  function tags(rows) {
    for (const [, code, , start, end] of rows) {
      for (const row of rowsOf({ start, end })) {
        if ([...row.chips.children].some((chip) => chip.dataset.code === code)) continue;
        row.chips.append(codeChip(board.code(code), { "data-span": `${start}-${end}` }));
      }
    }
  }

  let painted = [];
  function repaint() {
    paint.clear();
    paint.style(roles);
    for (const { document: of, span, role } of painted) if (of === shown) paint.add({ tag: `p${(drawn += 1)}`, start: span[0], end: span[1] }, role ?? "evidence");
    mark();
  }
  const mark = () => paint.mark("chosen", chosen ? [chosen] : []);

  function choose(span) {
    chosen = span;
    mark();
    if (span) board.speak(rowsOf(span).map(({ turn }) => turn.text.slice(within(turn, span).start, within(turn, span).end)).join(" "));
  }

  function bring(span) {
    const [row] = rowsOf(span);
    row?.box.scrollIntoView({ block: "center" });
  }

  // ── by keys ──

  const unitsOf = (kind) => (number) => {
    const { turn } = page.rows[number];
    if (kind === "turn") return turn.text.trim() ? [[turn.start, turn.start + turn.text.length]] : [];
    return (kind === "word" ? wordsIn(turn.text) : roughSentences(turn.text)).map(([start, end]) => [turn.start + start, turn.start + end]);
  };

  function inSight() {
    const edge = text.getBoundingClientRect().top;
    const row = page.rows.find(({ box: one }) => one.getBoundingClientRect().bottom > edge + 4) ?? page.rows[0];
    return { start: row.turn.start, end: row.turn.start };
  }

  function move(kind, forward, extend) {
    const from = head ?? inSight();
    const next = stepped(turns, unitsOf(kind), from, forward) ?? head;
    if (!next) return;
    head = next;
    if (!extend || !anchor) anchor = next;
    choose({ start: Math.min(anchor.start, head.start), end: Math.max(anchor.end, head.end) });
    bring(head);
  }

  function whole(kind) {
    const at = (head ?? inSight()).start;
    const unit = unitsOf(kind)(turnAt(turns, at)).find(([start, end]) => start <= at && at <= end);
    if (!unit) return;
    anchor = head = { start: unit[0], end: unit[1] };
    choose(head);
  }

  text.addEventListener("keydown", (event) => {
    if (!page.rows.length) return;
    const control = event.ctrlKey || event.metaKey;
    const own = !control && !event.altKey && acts.find(({ key }) => key === event.key);
    const forward = { ArrowRight: true, ArrowLeft: false, ArrowDown: true, ArrowUp: false }[event.key];
    if (own) use(own.act);
    else if (forward !== undefined) move(event.key.endsWith("Down") || event.key.endsWith("Up") ? "turn" : control ? "sentence" : "word", forward, event.shiftKey);
    else if (event.key === "s" && !control) whole("sentence");
    else if (event.key === "t" && !control) whole("turn");
    else if (event.key === "Escape") (choose(null), (anchor = head), getSelection().removeAllRanges());
    else if (event.key === "b" && back) back();
    else return;
    event.preventDefault();
    event.stopPropagation();
  });

  // ── by hand ──

  function placeOf(node, offset) {
    const said = (node.nodeType === 1 ? node : node.parentElement)?.closest?.(".icmo-said");
    if (!said || !text.contains(said)) return null;
    const range = document.createRange();
    range.setStart(said, 0);
    range.setEnd(node, offset);
    return page.rows[Number(said.parentElement.dataset.row)].turn.start + range.toString().length;
  }

  text.addEventListener("mouseup", () => {
    // The browser settles its selection after the mouse is up.
    setTimeout(() => {
      const selection = getSelection();
      if (!selection.rangeCount || selection.isCollapsed) return;
      const range = selection.getRangeAt(0);
      const rows = page.rows.filter(({ said }) => range.intersectsNode(said));
      if (!rows.length) return;
      const [first, last] = [rows[0].turn, rows.at(-1).turn];
      const start = placeOf(range.startContainer, range.startOffset) ?? first.start;
      const end = placeOf(range.endContainer, range.endOffset) ?? last.start + last.text.length;
      const span = tidied(first, last, Math.max(start, first.start), end);
      if (!span) return;
      anchor = head = span;
      choose(span);
      selection.removeAllRanges();
    });
  });
  which.addEventListener("change", () => which.value && open(which.value));

  return {
    box,
    build,
    open,
    focus: () => text.focus({ preventScroll: true }),
    /** The selection, with the document it is in; null where nothing is selected. */
    span: () => (chosen ? { document: shown, ...chosen } : null),
    /** Paint what stands in the text: `{document, span, role}`. */
    paint: (rows) => {
      painted = rows;
      if (page.rows.length) repaint();
    },
    get document() {
      return shown;
    },
    stop: () => paint.clear(),
  };
}

/** A selection without white space at its ends and with whole words at both. */
export function tidied(first, last, start, end) {
  const from = trimmed(first.text, start - first.start, first === last ? end - first.start : first.text.length);
  const to = trimmed(last.text, first === last ? start - last.start : 0, end - last.start);
  if (!from || !to) return null;
  return { start: first.start + wholeWords(first.text, from.start, from.end).start, end: last.start + wholeWords(last.text, to.start, to.end).end };
}

/** A code that can be dragged: letter and name. */
export function codeChip(code, attributes = {}, ...more) {
  const chip = element(
    "span",
    {
      class: `icmo-chip icmo-line-${code.line}`,
      draggable: "true",
      "data-code": code.code,
      title: code.definition,
      ...attributes,
      ondragstart: (event) => {
        event.dataTransfer.setData("text/plain", code.code);
        event.dataTransfer.setData("application/x-icmo-code", JSON.stringify({ code: code.code, from: chip.dataset.from ?? "", span: chip.dataset.span ?? "" }));
        event.dataTransfer.effectAllowed = "copyMove";
      },
    },
    element("span", { class: "icmo-letter", "aria-hidden": "true" }, code.letter),
    element("span", { class: "icmo-chip-label" }, ...code.label.split(/(?<=\/)/).flatMap((part) => [part, element("wbr")])),
    ...more,
  );
  chip.style.setProperty("--icmo-colour", code.colour);
  return chip;
}

/** What is dragged over a place, or null: a code, where it came from, and the passage it was on. */
export function draggedCode(event) {
  try {
    return JSON.parse(event.dataTransfer.getData("application/x-icmo-code"));
  } catch {
    return null;
  }
}

/** Let codes be dropped on something. */
export function dropHere(target, drop) {
  target.addEventListener("dragover", (event) => {
    if (![...event.dataTransfer.types].includes("application/x-icmo-code")) return;
    event.preventDefault();
    target.classList.add("icmo-over");
  });
  target.addEventListener("dragleave", () => target.classList.remove("icmo-over"));
  target.addEventListener("drop", (event) => {
    target.classList.remove("icmo-over");
    const dragged = draggedCode(event);
    if (!dragged) return;
    event.preventDefault();
    event.stopPropagation();
    drop(dragged);
  });
}
