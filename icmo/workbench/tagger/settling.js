// Laying the text out for good while nobody waits. A long document is first laid out only where it is
// seen, so that it opens at once; what is laid out already costs nothing when somebody scrolls there.

const AT_ONCE = 6; // rows between two looks at the clock
const ENOUGH_MS = 3; // so much of a pause must be left to begin with more rows

export function makeSettling({ page, text, margin }) {
  const later = window.requestIdleCallback ?? ((work) => setTimeout(() => work({ timeRemaining: () => 8 }), 30));
  const never = window.cancelIdleCallback ?? clearTimeout;
  let [waiting, next, width] = [0, 0, 0];

  function work(pause) {
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
    never(waiting);
    [next, width] = [0, text.clientWidth];
    text.dataset.settled = "";
    waiting = later(work);
  }

  // In another width the lines break elsewhere, and every stripe stands beside other lines.
  const resized = new ResizeObserver(() => {
    if (text.clientWidth === width) return;
    margin.redraw(page.rows);
    begin();
  });
  resized.observe(text);

  return { begin, stop: () => (never(waiting), resized.disconnect()) };
}
