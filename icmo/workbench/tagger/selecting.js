// What is chosen in a text, by mouse or by keys. The tagger and the text beside a board share it.
// `page.rows` are the turns on the page; `changed` is told of every span that is chosen, null of none.

import { roughSentences, rowsOf, stepped, tidied, turnAt, within, wordsIn } from "./text.js";

export function makeSelecting({ page, text, changed }) {
  let [chosen, anchor, head] = [null, null, null]; // by keys, a span grows from anchor to head

  function choose(span) {
    chosen = span;
    changed(span);
  }

  /** Stand at a span, to go on from it by keys. */
  const standAt = (span) => (anchor = head = span);

  function take(span) {
    standAt(span);
    choose(span);
  }

  const tidy = (span) => tidied(page.rows, span, page.snap);

  // ── by mouse ──────────────────────────────────────────────────────────────────────────

  function placeOf(node, offset) {
    const said = (node.nodeType === 1 ? node : node.parentElement)?.closest?.(".icmo-said");
    if (!said || !text.contains(said)) return null;
    const range = document.createRange();
    range.setStart(said, 0);
    range.setEnd(node, offset);
    return page.rows[Number(said.parentElement.dataset.row)].start + range.toString().length;
  }

  function placeAt(x, y) {
    const found = document.caretPositionFromPoint?.(x, y);
    if (found) return placeOf(found.offsetNode, found.offset);
    const range = document.caretRangeFromPoint?.(x, y);
    return range ? placeOf(range.startContainer, range.startOffset) : null;
  }

  /** The words that the browser has selected, tidied; null where there are none. */
  function selected() {
    const selection = getSelection();
    if (!selection.rangeCount || selection.isCollapsed) return null;
    const range = selection.getRangeAt(0);
    const rows = page.rows.filter(({ said }) => range.intersectsNode(said));
    if (!rows.length) return null;
    const last = rows.at(-1);
    const start = placeOf(range.startContainer, range.startOffset) ?? rows[0].start;
    const end = placeOf(range.endContainer, range.endOffset) ?? last.start + last.turn.text.length;
    return tidy({ start: Math.max(start, rows[0].start), end });
  }

  // ── by keys ───────────────────────────────────────────────────────────────────────────

  const unitsOf = (kind) => (number) => {
    const { start, turn } = page.rows[number];
    const stop = start + turn.text.length;
    if (kind === "turn") return turn.text.trim() ? [[start, stop]] : [];
    if (kind === "sentence" && page.sentences) return page.sentences.filter(([from, to]) => from >= start && to <= stop);
    return (kind === "word" ? wordsIn(turn.text) : roughSentences(turn.text)).map(([from, to]) => [start + from, start + to]);
  };

  function unitAround(kind, place) {
    const found = unitsOf(kind)(turnAt(page.rows, place)).find(([start, end]) => start <= place && place <= end);
    return found ? { start: found[0], end: found[1] } : null;
  }

  function inSight() {
    const edge = text.getBoundingClientRect().top + 4;
    const row = page.rows.find(({ box }) => box.getBoundingClientRect().bottom > edge) ?? page.rows[0];
    const first = wordsIn(row.turn.text)[0] ?? [0, 0];
    return { start: row.start + first[0], end: row.start + first[1] };
  }

  /** Go a unit on, or extend what is chosen by one. Gives the unit; null at either end. */
  function move(kind, forward, extend) {
    const begin = head ?? inSight();
    const next = head ? stepped(page.rows, unitsOf(kind), head, forward) : unitAround(kind, begin.start) ?? begin;
    if (!next) return null;
    head = next;
    if (!extend || !anchor) anchor = next;
    choose({ start: Math.min(anchor.start, head.start), end: Math.max(anchor.end, head.end) });
    getSelection().removeAllRanges();
    bring(head);
    return head;
  }

  /** Choose the whole unit that one stands in. */
  function whole(kind) {
    const unit = unitAround(kind, (head ?? chosen ?? inSight()).start);
    if (unit) take(unit);
    return unit;
  }

  /** Go to the first or the last word of the text. */
  function edge(atEnd) {
    const row = atEnd ? page.rows.at(-1) : page.rows[0];
    const words = wordsIn(row.turn.text);
    const [start, end] = (atEnd ? words.at(-1) : words[0]) ?? [0, 0];
    take({ start: row.start + start, end: row.start + end });
    bring(head);
    return head;
  }

  function leave() {
    getSelection().removeAllRanges();
    anchor = head;
    choose(null);
  }

  // ── on the page ───────────────────────────────────────────────────────────────────────

  const rectOf = (span) => (page.paint.rangesOf(span, true).at(-1) ?? text).getBoundingClientRect();

  /** Scroll to a span, unless it is seen already. */
  function bring(span) {
    const [row] = rowsOf(page.rows, span);
    if (!row) return;
    const box = row.box.getBoundingClientRect();
    const room = text.getBoundingClientRect();
    if (box.top < room.top || box.bottom > room.bottom) row.box.scrollIntoView({ block: box.height > room.height ? "start" : "center" });
    const rect = rectOf(span);
    if (rect.top < room.top || rect.bottom > room.bottom) text.scrollTop += rect.top - room.top - room.height / 3;
  }

  const wordsOf = (span) => rowsOf(page.rows, span).map(({ turn }) => turn.text.slice(within(turn, span).start, within(turn, span).end)).join(" ");

  return {
    choose, standAt, take, tidy, placeAt, selected, unitsOf, unitAround, inSight, move, whole, edge, leave, rectOf, bring, wordsOf,
    get chosen() {
      return chosen;
    },
    get head() {
      return head;
    },
  };
}
