// The two ends of the tag in focus: dragged with the mouse, or moved by a word with keys.

import { element } from "./dom.js";
import { turnAt } from "./text.js";

export function makeEnds({ page, text }) {
  const handles = ["start", "end"].map((side) => element("span", { class: "icmo-handle", "data-side": side, hidden: true }));
  let dragging = false;

  /** Put the handles at the ends of a tag; away where there is none. */
  function place(tag) {
    for (const handle of handles) handle.hidden = !tag;
    if (!tag) return;
    if (!handles[0].isConnected) text.append(...handles);
    const room = text.getBoundingClientRect();
    const ranges = page.paint.rangesOf(tag, true);
    for (const handle of handles) {
      const first = handle.dataset.side === "start";
      const rects = [...(first ? ranges[0] : ranges.at(-1)).getClientRects()];
      const rect = first ? rects[0] : rects.at(-1);
      if (!rect) continue;
      handle.style.top = `${rect.top - room.top + text.scrollTop}px`;
      handle.style.left = `${(first ? rect.left : rect.right) - room.left - 4}px`;
      handle.style.height = `${rect.height}px`;
    }
  }

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
      const drop = async () => {
        handle.removeEventListener("pointermove", follow);
        setTimeout(() => (dragging = false));
        if (span.start !== tag.start || span.end !== tag.end) await page.change(tag, { ...span, version });
        page.mark();
      };
      handle.addEventListener("pointermove", follow);
      handle.addEventListener("pointerup", drop, { once: true });
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

  return { place, moveByWord, dragging: () => dragging };
}
