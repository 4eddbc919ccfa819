// Which turns are near the part of the text that is seen. Only they are drawn in full: the browser
// checks every highlight again whenever anything on the page changes, and scrolling must not wait for that.

const BEYOND = 240; // how far above and below what is seen a turn is near
const STEP = 80; // how far one scrolls before that is looked at again

/** `come` and `leave` get rows as they come near and go away. */
export function makeNear({ page, scroller, come, leave }) {
  let near = new Set();
  let looked = 0;

  /** The first row that ends below a height of the window. */
  function firstBelow(height) {
    let [low, high] = [0, page.rows.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      if (page.rows[middle].box.getBoundingClientRect().bottom > height) high = middle;
      else low = middle + 1;
    }
    return low;
  }

  function look() {
    looked = scroller.scrollTop;
    const { top, bottom } = scroller.getBoundingClientRect();
    // On a sheet that is not shown every turn seems to be at the same place, and none is near.
    const now = new Set(top < bottom ? page.rows.slice(firstBelow(top - BEYOND), firstBelow(bottom + BEYOND) + 1) : []);
    const before = near;
    near = now;
    for (const row of before) if (!now.has(row)) leave(row);
    const fresh = [...now].filter((row) => !before.has(row));
    if (fresh.length) come(fresh);
  }

  /** Everything is to be drawn anew: what is near comes again. */
  function renew() {
    near = new Set();
    look();
  }

  const scrolled = () => Math.abs(scroller.scrollTop - looked) >= STEP && look();
  const resized = new ResizeObserver(look);
  resized.observe(scroller);
  scroller.addEventListener("scroll", scrolled, { passive: true });

  return {
    renew,
    has: (row) => near.has(row),
    rows: () => [...near],
    stop: () => (resized.disconnect(), scroller.removeEventListener("scroll", scrolled)),
  };
}
