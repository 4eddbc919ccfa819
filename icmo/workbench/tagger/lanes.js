// Margin stripes: overlapping tags side by side, and their names one below the other.

/** Give each bar the first lane in which nothing lies above it; bars come in the order of their tops. */
export function lanes(bars) {
  const ends = [];
  return bars.map((bar) => {
    let lane = ends.findIndex((end) => end <= bar.top);
    if (lane < 0) lane = ends.length;
    ends[lane] = bar.bottom;
    return lane;
  });
}

/** Where names stand: beside the top of their bars, pushed down where another name stands already. */
export function namePlaces(tops, height) {
  let free = 0;
  return tops.map((top) => {
    const place = Math.max(top, free);
    free = place + height;
    return place;
  });
}
