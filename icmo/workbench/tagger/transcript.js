// The transcript on the page: its turns, the tags on each of them, and what changes among them.

import { element, sentence } from "./dom.js";
import { makeMargin } from "./margin.js";
import { makeNear } from "./near.js";
import { makeSettling } from "./settling.js";
import { rowsOf } from "./text.js";

const asTag = ([tag, code, coder, start, end, polarity, note, stale, created]) => ({ tag, code, coder, start, end, polarity, note, stale, created });
const SHEAF = 6; // turns
const unknown = (code) => ({ code, label: code, definition: "", family: "", role: "other", role_word: "", colour: "#5c5c5c", letter: "·", line: "dotted" });

export function makeTranscript({ page, text }) {
  const word = (name, values) => sentence(page.words, name, values);
  const counts = new Map(); // code → how many tags it has in the document
  let codes = new Map();

  const near = makeNear({ page, scroller: text, come, leave: (row) => page.paint.leave(row) });
  const margin = makeMargin({ page, near });
  const settling = makeSettling({ page, text, margin });

  function come(rows) {
    for (const row of rows) page.paint.draw(row);
    margin.come(rows);
  }

  /** Draw the tags of some rows anew; of those far away when they come near. */
  function redraw(rows) {
    for (const row of rows) if (near.has(row)) page.paint.draw(row);
    margin.redraw(rows);
  }

  const visible = (tag) => !page.hidden.coders.has(tag.coder) && !page.hidden.roles.has(page.code(tag.code).role) && (!page.hidden.fresh || tag.stale);
  page.rowsOf = (span) => rowsOf(page.rows, span);
  page.tagsOf = (row) => [...row.own].filter(visible);
  page.tagsInOrder = () => [...page.tags.values()].filter(visible).sort((a, b) => a.start - b.start || a.end - b.end || (a.tag < b.tag ? -1 : 1));
  page.code = (code) => codes.get(code) ?? unknown(code);
  page.count = (code) => counts.get(code) ?? 0;
  page.told = (tag) => {
    const code = page.code(tag.code);
    return [code.label, code.role_word, word("by", { coder: tag.coder, date: tag.created }), tag.polarity && word(`polarity_${tag.polarity}`), tag.note, tag.stale && word("stale")].filter(Boolean).join(", ");
  };
  page.knowCodes = (told) => {
    page.shown.codes = told;
    codes = new Map(told.map((code) => [code.code, code]));
  };

  function put(tag) {
    page.tags.set(tag.tag, tag);
    counts.set(tag.code, page.count(tag.code) + 1);
    const touched = page.rowsOf(tag);
    for (const row of touched) row.own.add(tag);
    return touched;
  }

  function take(name) {
    const tag = page.tags.get(name);
    if (!tag) return [];
    page.tags.delete(name);
    counts.set(tag.code, page.count(tag.code) - 1);
    const touched = page.rowsOf(tag);
    for (const row of touched) row.own.delete(tag);
    return touched;
  }

  function makeRow(turn, number) {
    const who = element("div", { class: "icmo-speaker" }, turn.speaker);
    if (turn.role) who.append(element("span", { class: "icmo-speaker-role" }, turn.role));
    const said = element("p", { class: `icmo-said${turn.kind === "turn" ? "" : " icmo-heading"}` });
    said.append(document.createTextNode(turn.text));
    const beside = element("div", { class: "icmo-margin" });
    const box = element("div", { class: "icmo-turn", "data-row": String(number) }, element("div", { class: "icmo-number", "aria-hidden": "true" }, String(turn.number)), who, said, beside);
    return { turn, start: turn.start, said, margin: beside, box, own: new Set() };
  }

  /** Show the document that the page has got. */
  function build(rows) {
    page.paint.clear();
    page.tags = new Map();
    counts.clear();
    text.setAttribute("aria-label", word("transcript"));
    page.rows = page.shown.turns.map(makeRow);
    for (const row of rows) put(asTag(row));
    text.replaceChildren(...sheaves().map(makeSheaf));
  }

  const sheaves = () => Array.from({ length: Math.ceil(page.rows.length / SHEAF) }, (_, number) => page.rows.slice(number * SHEAF, (number + 1) * SHEAF));

  /** Some rows in one box, which the browser leaves alone as long as it is out of sight. */
  function makeSheaf(rows) {
    const box = element("div", { class: "icmo-turns" }, ...rows.map((row) => row.box));
    // What it will need is told before it is drawn, so that the text does not jump under the reader.
    const heights = rows.map((row) => Math.max(Math.ceil(row.turn.text.length / 72) * 23, row.own.size * 19, 23) + 14);
    box.style.containIntrinsicHeight = `auto ${heights.reduce((sum, one) => sum + one, 0)}px`;
    return box;
  }

  function repaint() {
    page.paint.blank();
    page.paint.style(page.shown.codes);
    margin.redraw(page.rows);
    near.renew();
    settling.begin();
  }

  /** Some tags came, changed or went: only their turns are drawn again. */
  function change(rows, gone) {
    const touched = [...gone.flatMap(take), ...rows.flatMap((row) => [...take(row[0]), ...put(asTag(row))])];
    redraw([...new Set(touched)]);
  }

  return { build, repaint, change, knows: (code) => codes.has(code), stop: () => (near.stop(), margin.stop(), settling.stop()) };
}
