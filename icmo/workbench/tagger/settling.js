// Laying the text out for good while nobody waits. A long document is first laid out only where it is
// seen, so that it opens at once; what is laid out already costs nothing when somebody scrolls there.

const AT_ONCE = 6; // rows between two looks at the clock
const ENOUGH_MS = 3; // so much of a pause must be left to begin with more rows
const STILL_MS = 300; // so long nobody must have scrolled

export function makeSettling({ page, text, margin }) {
  const later = window.requestIdleCallback ?? ((work) => setTimeout(() => work({ timeRemaining: () => 8 }), 30));
  const cancel = window.cancelIdleCallback ?? clearTimeout;
  const never = () => (cancel(waiting), clearTimeout(resting));
  let [waiting, resting, next, width, scrolled] = [0, 0, 0, 0, -STILL_MS];

  function work(pause) {
    if (!text.clientWidth) return; // out of sight nothing has a place; it begins anew when it is shown
    const moving = performance.now() - scrolled < STILL_MS;
    if (moving) return void (resting = setTimeout(() => (waiting = later(work)), STILL_MS));
    while (next < page.rows.length && pause.timeRemaining() > ENOUGH_MS) {
      const rows = page.rows.slice(next, next + AT_ONCE);
      margin.draw(rows);
      // Asked for its place, the browser lays it out, in sight or not.
      rows.at(-1).box.getBoundingClientRect();
      next += AT_ONCE;
    }
    text.dataset.settled = next < page.rows.length ? "" : "1";
    waiting = next < page.rows.length ? later(work) : 0;
  }

  /** Begin with the first row. */
  function begin() {
    never();
    [next, width] = [0, text.clientWidth];
    text.dataset.settled = "";
    waiting = later(work);
  }

  const moved = () => (scrolled = performance.now());
  text.addEventListener("scroll", moved, { passive: true });

  // In another width the lines break elsewhere, and every stripe stands beside other lines.
  const resized = new ResizeObserver(() => {
    if (text.clientWidth === width) return;
    margin.redraw(page.rows);
    begin();
  });
  resized.observe(text);

  return { begin, stop: () => (never(), resized.disconnect(), text.removeEventListener("scroll", moved)) };
}
