// The two ends of the tag in focus: dragged with the mouse, or moved by a word with keys.

import { element } from "./dom.js";
import { turnAt } from "./text.js";

export function makeEnds({ page, text }) {
  const handles = ["start", "end"].map((side) => element("span", { class: "icmo-handle", "data-side": side, hidden: true }));
  let [placed, dragging] = [null, false];
  let letGo = null; // ends the drag that goes on

  /** Put the handles at the ends of a tag; away where there is none, or no words of it are on the page. */
  function place(tag) {
    placed = tag;
    if (letGo && handles.every((one) => one.isConnected)) return;
    letGo?.(); // the text was built anew under the hand
    const rows = tag ? page.rowsOf(tag) : [];
    const ranges = rows.length ? page.paint.rangesOf(tag, true) : [];
    for (const handle of handles) {
      const last = handle.dataset.side === "end" ? -1 : 0;
      const rect = [...(ranges.at(last)?.getClientRects() ?? [])].at(last);
      handle.hidden = !rect;
      if (!rect) continue;
      // In the turn's own box a handle goes along when other turns grow, come or go.
      const { box } = rows.at(last);
      if (handle.parentElement !== box) box.append(handle);
      const room = box.getBoundingClientRect();
      handle.style.top = `${rect.top - room.top}px`;
      handle.style.left = `${(last ? rect.right : rect.left) - room.left - 4.5}px`;
      handle.style.height = `${rect.height}px`;
    }
  }

  // In another width the lines break elsewhere.
  const resized = new ResizeObserver(() => place(placed));
  resized.observe(text);

  // The tag is changed when the mouse lets go.
  for (const handle of handles) {
    handle.addEventListener("pointerdown", (event) => {
      const tag = page.tags.get(page.focus);
      if (!tag) return;
      event.preventDefault();
      event.stopPropagation();
      dragging = true;
      handle.setPointerCapture(event.pointerId);
      const { version } = page.shown;
      let span = { start: tag.start, end: tag.end };
      const follow = (moved) => {
        handle.style.pointerEvents = "none";
        const under = page.select.placeAt(moved.clientX, moved.clientY);
        handle.style.pointerEvents = "";
        const next = under === null ? null : page.select.tidy({ start: tag.start, end: tag.end, [handle.dataset.side]: under });
        if (!next) return;
        span = next;
        page.paint.mark("focus", [span]);
      };
      letGo = () => {
        for (const [kind, does] of Object.entries(during)) handle.removeEventListener(kind, does);
        letGo = null;
        setTimeout(() => (dragging = false));
      };
      const drop = async () => {
        letGo();
        if (span.start !== tag.start || span.end !== tag.end) await page.change(tag, { ...span, version });
        page.mark();
      };
      // The browser may take the pointer away; then the tag stays as it was.
      const during = { pointermove: follow, pointerup: drop, pointercancel: () => (letGo(), page.mark()) };
      for (const [kind, does] of Object.entries(during)) handle.addEventListener(kind, does);
    });
  }

  /** Move one end of the tag in focus by a word. */
  async function moveByWord(side, forward) {
    const tag = page.tags.get(page.focus);
    if (tag.coder !== page.shown.coder) return page.say("not_yours");
    const here = turnAt(page.rows, side === "end" ? tag.end - 1 : tag.start);
    const near = [here - 1, here, here + 1].filter((number) => page.rows[number]).flatMap(page.select.unitsOf("word"));
    const places = near.map(([start, end]) => (side === "start" ? start : end));
    const next = forward ? places.find((place) => place > tag[side]) : places.findLast((place) => place < tag[side]);
    const span = { start: tag.start, end: tag.end, [side]: next };
    if (next === undefined || span.start >= span.end) return null;
    const done = await page.change(tag, { start: span.start, end: span.end });
    const now = page.tags.get(tag.tag);
    if (done && now) page.speak(now);
    return null;
  }

  return { place, moveByWord, dragging: () => dragging, stop: () => resized.disconnect() };
}
