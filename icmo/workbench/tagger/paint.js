// Tagged words in their colours: by the CSS Custom Highlight API, which leaves the text alone, or by
// spans where the browser has none. Highlights are page-wide, so their names begin with the view's.

import { within } from "./text.js";

const MARKS = ["chosen", "focus", "hit", "waiting"];

export function makePaint({ view, styles, page }) {
  const native = typeof Highlight !== "undefined" && Boolean(CSS.highlights);
  const layers = new Map(); // a role or a mark → its Highlight
  const drawn = new Map(); // row → what stands for its tags: [layer, range]

  /** The node and the place in it for a place in a turn; a turn has one text node, or with spans several. */
  function point(said, place) {
    const walker = document.createTreeWalker(said, NodeFilter.SHOW_TEXT);
    let node = walker.nextNode();
    while (node && place > node.length) {
      place -= node.length;
      node = walker.nextNode() ?? null;
    }
    return node ? [node, place] : [said, 0];
  }

  function rangeIn({ turn, said }, span, live = false) {
    const part = within(turn, span);
    const [[startContainer, startOffset], [endContainer, endOffset]] = [point(said, part.start), point(said, part.end)];
    if (!live) return new StaticRange({ startContainer, startOffset, endContainer, endOffset });
    const range = document.createRange();
    range.setStart(startContainer, startOffset);
    range.setEnd(endContainer, endOffset);
    return range;
  }

  /** Ranges of a span, one a turn. */
  const rangesOf = (span, live = false) => page.rowsOf(span).map((row) => rangeIn(row, span, live));

  function layer(name) {
    if (!layers.has(name)) {
      layers.set(name, new Highlight());
      layers.get(name).priority = MARKS.indexOf(name) + 1;
      CSS.highlights.set(`${view}-${name}`, layers.get(name));
    }
    return layers.get(name);
  }

  /** How each role looks in the text: a tint and a line of its own style, lifted on a dark ground. */
  function style(codes) {
    const looks = new Map(codes.map((code) => [code.role, code]));
    const rules = [...looks].flatMap(([role, { colour, line }]) => {
      const [tint, lift] = [`color-mix(in srgb, ${colour} 20%, transparent)`, `color-mix(in srgb, ${colour} 55%, white)`];
      const look = (strong, soft) => `background-color: ${soft}; text-decoration: underline ${line} ${strong} 2px; text-underline-offset: 3px;`;
      const dark = look(lift, `color-mix(in srgb, ${lift} 24%, transparent)`);
      const [highlight, span] = [`.icmo-said::highlight(${view}-${role})`, `.icmo-said .icmo-in-${role}`];
      return native
        ? [`${highlight} { ${look(colour, tint)} }`, `[data-jp-theme-light="false"] ${highlight} { ${dark} }`]
        : [`${span} { ${look(colour, tint)} }`, `[data-jp-theme-light="false"] ${span} { ${dark} }`];
    });
    for (const mark of MARKS) {
      const look = {
        chosen: "background-color: color-mix(in srgb, Highlight 45%, transparent);",
        focus: "background-color: color-mix(in srgb, #e0a800 48%, transparent); color: inherit;",
        hit: "background-color: color-mix(in srgb, #e6d200 40%, transparent);",
        waiting: "text-decoration: underline wavy #b00020 2px; text-underline-offset: 3px;",
      }[mark];
      rules.push(native ? `.icmo-said::highlight(${view}-${mark}) { ${look} }` : `.icmo-said .icmo-in-${mark} { ${look} }`);
    }
    styles.textContent = rules.join("\n");
  }

  /** Draw the tags of a row, in place of what was drawn there. */
  function draw(row) {
    if (!native) return cut(row);
    leave(row);
    const own = page.tagsOf(row).map((tag) => [layer(page.code(tag.code).role), rangeIn(row, tag)]);
    for (const [into, range] of own) into.add(range);
    return drawn.set(row, own);
  }

  /** A row is far away: nobody sees its tags. Spans stay, since taking them away would be work as well. */
  function leave(row) {
    for (const [from, range] of drawn.get(row) ?? []) from.delete(range);
    drawn.delete(row);
  }

  /** Mark spans besides the tags: what is chosen, in focus, found, or waiting. */
  const marked = new Map();
  function mark(name, spans) {
    const before = marked.get(name) ?? [];
    marked.set(name, spans);
    if (native) {
      const into = layer(name);
      into.clear();
      for (const span of spans) for (const range of rangesOf(span)) into.add(range);
    } else {
      for (const row of new Set([...before, ...spans].flatMap((span) => page.rowsOf(span)))) cut(row);
    }
  }

  /** Where there are no highlights: cut the text of a turn into spans. */
  function cut(row) {
    const pieces = page.tagsOf(row).map((tag) => [within(row.turn, tag), page.code(tag.code).role]);
    for (const [name, own] of marked) for (const span of own) if (within(row.turn, span)) pieces.push([within(row.turn, span), name]);
    const cuts = [...new Set([0, row.turn.text.length, ...pieces.flatMap(([part]) => [part.start, part.end])])].sort((a, b) => a - b);
    row.said.replaceChildren(
      ...cuts.slice(0, -1).map((from, number) => {
        const piece = document.createElement("span");
        piece.textContent = row.turn.text.slice(from, cuts[number + 1]);
        piece.className = pieces.filter(([part]) => part.start <= from && from < part.end).map(([, name]) => `icmo-in-${name}`).join(" ");
        return piece;
      }),
    );
  }

  /** Take all tags away, to draw them anew; what is marked stays. */
  function blank() {
    const kept = [...marked];
    clear();
    for (const [name, spans] of kept) mark(name, spans);
  }

  function clear() {
    for (const name of layers.keys()) CSS.highlights.delete(`${view}-${name}`);
    layers.clear();
    drawn.clear();
    marked.clear();
  }

  return { style, draw, leave, mark, blank, clear, rangeIn, rangesOf };
}
