// The text beside a board: read it, select in it by hand or by keys, and see what stands in it.
// Offsets are UTF-16 units of the whole text; Python translates them.

import { button, element } from "../tagger/dom.js";
import { makePaint } from "../tagger/paint.js";
import { makeSelecting } from "../tagger/selecting.js";
import { rowsOf, within } from "../tagger/text.js";

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
  // What is painted are passages, each in the colour of a role.
  const page = { rows: [], snap: true, rowsOf: (span) => rowsOf(page.rows, span), tagsOf: paintedOn, code: (role) => ({ role }) };
  page.paint = makePaint({ view: `${board.view}-text`, styles, page });
  const select = makeSelecting({ page, text, changed: mark });
  let [shown, painted] = ["", []];

  const roles = [...looks, { role: "evidence", colour: "#117733", line: "solid" }];

  function build() {
    text.setAttribute("aria-label", board.word("text"));
    which.setAttribute("aria-label", board.word("document"));
    which.replaceChildren(element("option", { value: "" }, board.word("choose_document")), ...board.documents.map((one) => element("option", { value: one.document }, [one.name, one.case].filter(Boolean).join(" · "))));
    which.value = shown;
    const made = acts.map(({ name, key, act }) => button(board.word(name), () => use(act), { class: "icmo-tool", title: key, "data-act": name }));
    hands.replaceChildren(...made, ...(back ? [button(board.word("back"), back, { class: "icmo-plain" })] : []));
    if (!text.childElementCount) text.replaceChildren(element("p", { class: "icmo-none" }, board.word("reader_empty")));
  }

  const use = (act) => (select.chosen ? act({ document: shown, ...select.chosen }) : board.say("select_words"));

  /** Show a document, and a span in it. */
  async function open(document_, span = null) {
    try {
      if (document_ !== shown || !page.rows.length) await read(document_);
    } catch (error) {
      return board.sayText(board.refusal(error));
    }
    if (!span) return null;
    select.take({ start: span[0], end: span[1] });
    select.bring(select.head);
    speak();
    return null;
  }

  async function read(document_) {
    const answer = await board.ask({ kind: "read", document: document_ });
    shown = answer.document;
    which.value = shown;
    text.dataset.document = shown;
    page.rows = answer.turns.map((turn, number) => {
      const said = element("p", { class: `icmo-said${turn.kind === "turn" ? "" : " icmo-heading"}` }, turn.text);
      const chips = element("div", { class: "icmo-chips" });
      const row = element("div", { class: "icmo-turn", "data-row": String(number) }, element("div", { class: "icmo-speaker" }, turn.speaker), said, chips);
      return { turn, start: turn.start, said, box: row, chips };
    });
    text.replaceChildren(...page.rows.map((row) => row.box));
    text.scrollTop = 0;
    select.standAt(null);
    select.choose(null);
    tags(answer.tags);
    repaint();
  }

  /** The codes on a turn, each to be dragged onto a slot. */
  function tags(rows) {
    for (const [, code, , start, end] of rows) {
      for (const row of page.rowsOf({ start, end })) {
        if ([...row.chips.children].some((chip) => chip.dataset.code === code)) continue;
        row.chips.append(codeChip(board.code(code), { "data-span": `${start}-${end}` }));
      }
    }
  }

  function paintedOn({ turn }) {
    return painted.filter((one) => one.document === shown && within(turn, one));
  }

  function repaint() {
    page.paint.clear();
    page.paint.style(roles);
    for (const row of page.rows) page.paint.draw(row);
    mark(select.chosen);
  }

  function mark(span) {
    page.paint.mark("chosen", span ? [span] : []);
  }

  const speak = () => select.chosen && board.speak(select.wordsOf(select.chosen));

  text.addEventListener("keydown", (event) => {
    if (!page.rows.length) return;
    const control = event.ctrlKey || event.metaKey;
    const own = !control && !event.altKey && acts.find(({ key }) => key === event.key);
    const before = select.chosen;
    const forward = { ArrowRight: true, ArrowLeft: false, ArrowDown: true, ArrowUp: false }[event.key];
    if (own) use(own.act);
    else if (forward !== undefined) select.move(event.key.endsWith("Down") || event.key.endsWith("Up") ? "turn" : control ? "sentence" : "word", forward, event.shiftKey);
    else if (event.key === "s" && !control) select.whole("sentence");
    else if (event.key === "t" && !control) select.whole("turn");
    else if (event.key === "Escape") select.leave();
    else if (event.key === "b" && back) back();
    else return;
    if (select.chosen !== before) speak();
    event.preventDefault();
    event.stopPropagation();
  });

  text.addEventListener("mouseup", () => {
    // The browser settles its selection after the mouse is up.
    setTimeout(() => {
      const span = select.selected();
      if (!span) return;
      select.take(span);
      speak();
      getSelection().removeAllRanges();
    });
  });
  which.addEventListener("change", () => which.value && open(which.value));

  return {
    box,
    build,
    open,
    focus: () => text.focus({ preventScroll: true }),
    /** The selection, with the document it is in; null where nothing is selected. */
    span: () => (select.chosen ? { document: shown, ...select.chosen } : null),
    /** Paint what stands in the text: `{document, span, role}`. */
    paint: (rows) => {
      painted = rows.map(({ document: of, span: [start, end], role }) => ({ document: of, start, end, code: role ?? "evidence" }));
      if (page.rows.length) repaint();
    },
    get document() {
      return shown;
    },
    stop: () => page.paint.clear(),
  };
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
