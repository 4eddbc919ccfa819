// The margin: a stripe for every tag beside the lines it covers, with the code's name on it.
// Highlights are no elements, so this is also what a mouse, a key or a screen reader finds.

import { element, sentence } from "./dom.js";
import { lanes, namePlaces } from "./lanes.js";

const NAME_HEIGHT = 19;
const LANE_WIDTH = 8;

export function makeMargin({ page, near }) {
  const stale = new Set(); // rows whose stripes are to be drawn again
  let asked = 0;

  /** Draw the margin of some rows again; those far away when they come near. */
  function redraw(rows) {
    for (const row of rows) {
      row.margin.style.minHeight = `${page.tagsOf(row).length * NAME_HEIGHT}px`;
      row.unmarked = true;
    }
    come(rows);
  }

  function come(rows) {
    for (const row of rows) if (row.unmarked && near.has(row)) stale.add(row);
    if (stale.size && !asked) asked = requestAnimationFrame(drawStale);
  }

  function drawStale() {
    asked = 0;
    draw([...stale]);
    stale.clear();
  }

  /** First measure all, then write all: the browser lays the page out once. */
  function draw(rows) {
    // What is not laid out, on a sheet that is not shown, has no place to measure.
    if (!rows[0]?.box.getClientRects().length) return;
    const measured = rows.filter((row) => row.unmarked).map((row) => [row, bars(row)]);
    for (const [row, found] of measured) write(row, found);
  }

  function bars(row) {
    const top = row.said.getBoundingClientRect().top;
    return page
      .tagsOf(row)
      .map((tag) => {
        const range = page.paint.rangeIn(row, tag, true);
        const box = range.getBoundingClientRect();
        return { tag, top: box.top - top, bottom: box.bottom - top };
      })
      .sort((a, b) => a.top - b.top || b.bottom - a.bottom || (a.tag.tag < b.tag.tag ? -1 : 1));
  }

  function write(row, found) {
    const lane = lanes(found);
    const places = namePlaces(found.map(({ top }) => top), NAME_HEIGHT);
    const width = (found.length ? Math.max(...lane) + 1 : 0) * LANE_WIDTH;
    row.margin.replaceChildren(
      ...found.flatMap(({ tag, top, bottom }, number) => {
        const code = page.code(tag.code);
        const bar = element("span", { class: `icmo-bar icmo-line-${code.line}${inFocus(tag)}`, "data-tag": tag.tag, "aria-hidden": "true" });
        bar.style.cssText = `top:${top + 1}px;height:${Math.max(bottom - top - 2, 6)}px;left:${lane[number] * LANE_WIDTH}px`;
        bar.style.setProperty("--icmo-colour", code.colour);
        return [bar, name(tag, code, places[number], width)];
      }),
    );
    row.margin.style.minHeight = `${places.length ? places.at(-1) + NAME_HEIGHT : 0}px`;
    row.unmarked = false;
  }

  const inFocus = (tag) => (page.focus === tag.tag ? " icmo-in-focus" : "");

  function name(tag, code, top, left) {
    const sign = { promotes: "+", hinders: "−" }[tag.polarity] ?? "";
    const made = element(
      "button",
      { type: "button", class: `icmo-mark${inFocus(tag)}`, tabindex: "-1", "data-tag": tag.tag, "aria-label": page.told(tag) },
      element("span", { class: "icmo-letter", "aria-hidden": "true" }, code.letter),
      element("span", { class: "icmo-mark-label" }, code.label),
      sign ? element("span", { class: `icmo-sign icmo-${tag.polarity}`, "aria-hidden": "true" }, sign) : "",
      tag.note ? element("span", { class: "icmo-sign", "aria-hidden": "true" }, "✎") : "",
      tag.stale ? element("span", { class: "icmo-sign icmo-old", "aria-hidden": "true", title: sentence(page.words, "stale") }, "!") : "",
      tag.coder === page.shown.coder ? "" : element("span", { class: "icmo-coder", "aria-hidden": "true" }, tag.coder),
    );
    made.style.cssText = `top:${top}px;left:${left + 4}px`;
    made.style.setProperty("--icmo-colour", code.colour);
    return made;
  }

  return { redraw, come, draw, stop: () => cancelAnimationFrame(asked) };
}
