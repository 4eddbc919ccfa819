// The mouse in the transcript: words selected, tags looked at, ends of tags dragged.

import { turnAt } from "./text.js";

export function makeMouse({ page, text, settle, ends }) {
  const { select } = page;
  const tagsAt = (place) => (place === null ? [] : page.tagsOf(page.rows[turnAt(page.rows, place)]).filter((tag) => tag.start <= place && place <= tag.end));
  const pointRect = ({ clientX: x, clientY: y }) => ({ left: x, right: x, top: y - 10, bottom: y + 10 });
  const markUnder = ({ target }) => target.closest?.(".icmo-mark, .icmo-bar");
  let settling = 0;
  let resting = 0;

  text.addEventListener("mouseup", (event) => {
    clearTimeout(settling);
    if (!page.shown || ends.dragging() || event.button || markUnder(event)) return;
    const place = select.placeAt(event.clientX, event.clientY);
    // A double click takes the sentence, a triple click the turn.
    if (event.detail > 1 && place !== null) {
      const unit = select.unitAround(event.detail === 2 ? "sentence" : "turn", place);
      getSelection().removeAllRanges();
      settle(unit);
      return;
    }
    // The browser settles its selection after the mouse is up.
    settling = setTimeout(() => {
      const span = select.selected();
      if (span) settle(span);
      else clicked(place, event);
    });
  });

  function clicked(place, event) {
    const [tag] = tagsAt(place).sort((a, b) => a.end - a.start - (b.end - b.start));
    if (place !== null) select.standAt(select.unitAround("word", place) ?? { start: place, end: place });
    page.card.hide(true);
    select.choose(null);
    if (tag) page.focusTag(tag, pointRect(event));
  }

  text.addEventListener("click", (event) => {
    const mark = markUnder(event);
    if (mark && page.tags.has(mark.dataset.tag)) page.focusTag(page.tags.get(mark.dataset.tag), mark.getBoundingClientRect());
  });

  text.addEventListener("mousemove", (event) => {
    clearTimeout(resting);
    if (event.buttons || !page.shown) return;
    const mark = event.target.closest?.("[data-tag]");
    resting = setTimeout(() => {
      const tags = mark ? [page.tags.get(mark.dataset.tag)].filter(Boolean) : tagsAt(select.placeAt(event.clientX, event.clientY));
      if (tags.length && page.palette.box.hidden) page.card.peek(tags, mark ? mark.getBoundingClientRect() : pointRect(event));
      else page.card.hide();
    }, 250);
  });
  text.addEventListener("mouseleave", () => (clearTimeout(resting), page.card.hide()));
  text.addEventListener("scroll", () => page.card.hide(), { passive: true });

  // A press outside closes what is open in passing.
  page.el.addEventListener("pointerdown", ({ target }) => {
    if (!page.palette.box.contains(target) && !page.palette.box.hidden) page.palette.box.hidden = true;
  });

  return { stop: () => clearTimeout(resting) };
}
