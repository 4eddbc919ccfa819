// The map's page: a picture to move about in, filters above it, and beside it the words and a table.

import { button, element } from "../tagger/dom.js";
import { isWriting, keepFocus, makeBoard, makeTabs } from "../boards/board.js";
import { STANCE_LOOKS, evidenceList } from "../boards/evidence.js";
import { INCH, drawPicture, shape } from "../boards/picture.js";
import { makeReader } from "../boards/reader.js";
import { behind, broughtIn, inOrder, nextOn, panned, zoomed } from "./moving.js";

export const MAP_KEYS = [
  { name: "map_arrows", keys: ["←", "→", "↑", "↓"] },
  { name: "map_open", keys: ["Enter"] },
  { name: "map_back", keys: ["b"] },
  { name: "map_zoom", keys: ["+", "−", "0"] },
  { name: "map_pan", keys: ["Shift ← → ↑ ↓"] },
  { name: "map_filter", keys: ["f"] },
  { name: "map_table", keys: ["t"] },
  { name: "reader", keys: ["←", "→", "Ctrl ←", "Ctrl →", "↑", "↓", "Shift", "s", "t"] },
  { name: "undo", keys: ["u", "U"] },
  { name: "keys", keys: ["?"] },
];
const COLUMNS = ["from", "to", "cases", "passages", "supports", "contradicts", "qualifies"];
const SHORT = { supports: "+", contradicts: "−", qualifies: "±" };

function render({ model, el }) {
  const board = makeBoard({ model, el, kind: "map", show, keys: MAP_KEYS });
  const { word } = board;
  const svg = shape("svg", { class: "icmo-picture icmo-map", role: "application", tabindex: "-1", preserveAspectRatio: "xMidYMid meet" });
  const described = element("p", { class: "icmo-quiet icmo-described" });
  const sheets = Object.fromEntries(["behind", "table", "text"].map((name) => [name, element("div", { class: `icmo-sheet icmo-sheet-${name}` })]));
  const filters = element("div", { class: "icmo-choices icmo-filters" });
  let [tabs, told, seen, whole, at, order, shownAs] = [null, null, null, null, null, "cases", ""];

  const reader = makeReader(board, { looks: STANCE_LOOKS, back });
  sheets.text.append(reader.box);

  function show(state) {
    told = state;
    if (!tabs) build();
    makeFilters();
    draw();
    tabled = null;
    makeTable();
    if (at && !part(at)) at = null;
    fill();
  }

  function build() {
    board.makeTop(word("map"), element("span", { class: "icmo-quiet icmo-how-many" }));
    tabs = makeTabs(`${board.view}-side`, word("map_beside"), Object.fromEntries(Object.entries(sheets).map(([name, box]) => [name, { box, label: word(`tab_${name}`) }])), () => makeTable());
    const zooms = element("div", { class: "icmo-zooms" }, ...[["+", 1.3, "zoom_in"], ["−", 1 / 1.3, "zoom_out"], ["0", 0, "zoom_all"]].map(([sign, factor, name]) => button(sign === "0" ? word(name) : sign, () => zoom(factor), { "aria-label": word(name), title: `${word(name)} (${sign})` })));
    board.body.replaceChildren(element("div", { class: "icmo-main" }, filters, element("div", { class: "icmo-map-room" }, svg, zooms), described), element("aside", { class: "icmo-side", "aria-label": word("map_beside") }, tabs.bar, ...Object.values(sheets)));
    reader.build();
    tabs.open("behind");
  }

  // ── filters ──

  const filter = (values) => board.act("filter", { ...told.chosen, ...values }, "");
  function makeFilters() {
    const { choices, chosen } = told;
    const roles = choices.roles.map(({ role, word: name, letter, colour }) => {
      const box = element("input", { type: "checkbox", "data-focus": `role-${role}` });
      box.checked = !chosen.roles.length || chosen.roles.includes(role);
      box.addEventListener("change", () => {
        const all = choices.roles.map((one) => one.role);
        const now = (chosen.roles.length ? chosen.roles : all).filter((one) => one !== role).concat(box.checked ? [role] : []);
        filter({ roles: now.length === all.length ? [] : now });
      });
      const made = element("label", { class: "icmo-check icmo-role" }, box, element("span", { class: "icmo-letter", "aria-hidden": "true" }, letter), ` ${name}`);
      made.style.setProperty("--icmo-colour", colour);
      return made;
    });
    const select = (name, known, all) => {
      const made = board.choice(known, chosen[name], name);
      made.options[0].textContent = all;
      made.setAttribute("aria-label", word(`filter_${name}`));
      made.dataset.focus = `filter-${name}`;
      made.addEventListener("change", () => filter(name === "attribute" ? { attribute: made.value, value: "" } : { [name]: made.value }));
      return made;
    };
    const plainly = (some) => some.map((one) => ({ value: one, label: one }));
    const least = element("input", { type: "number", min: "0", value: chosen.least || 0, class: "icmo-least", "data-focus": "filter-least", "aria-label": word("filter_least") });
    least.addEventListener("change", () => filter({ least: Number(least.value) || 0 }));
    const parents = element("input", { type: "checkbox", "data-focus": "filter-parents" });
    parents.checked = chosen.parents;
    parents.addEventListener("change", () => filter({ parents: parents.checked }));
    keepFocus(filters, () =>
      filters.replaceChildren(
        element("div", { class: "icmo-checks", role: "group", "aria-label": word("filter_roles") }, ...roles),
        select("case", plainly(choices.case), word("every_case")),
        select("group", plainly(choices.group), word("every_group")),
        select("attribute", plainly(Object.keys(choices.attributes)), word("every_attribute")),
        chosen.attribute ? select("value", plainly(choices.attributes[chosen.attribute] ?? []), word("every_value")) : "",
        select("status", choices.status.map((one) => ({ value: one, label: word(`status_${one}`) })), word("every_status")),
        element("label", { class: "icmo-check" }, word("filter_least"), " ", least),
        element("label", { class: "icmo-check" }, parents, ` ${word("filter_parents")}`),
      ),
    );
  }

  // ── the picture ──

  function draw() {
    el.querySelector(".icmo-how-many").textContent = word("count_cards", { count: told.count });
    el.dataset.nodes = String(told.picture?.boxes.length ?? 0);
    described.textContent = told.picture ? [word("map_size", { nodes: told.picture.boxes.length, lines: told.picture.lines.length }), ...told.relations].join(" · ") : word("map_empty");
    if (!told.picture) return void svg.replaceChildren();
    keepFocusOn(() => drawPicture(svg, told.picture, word("map_label", { nodes: told.picture.boxes.length, lines: told.picture.lines.length })));
    whole = { x: 0, y: 0, width: told.picture.width * INCH, height: told.picture.height * INCH };
    const size = `${whole.width}x${whole.height}`;
    if (size !== shownAs) seen = null;
    shownAs = size;
    look(seen ?? whole);
    reach();
  }

  function keepFocusOn(draws) {
    const held = svg.contains(document.activeElement) && at;
    draws();
    if (held && part(at)) part(at).focus({ preventScroll: true });
  }

  function look(next) {
    seen = next;
    svg.setAttribute("viewBox", [seen.x, seen.y, seen.width, seen.height].map((one) => one.toFixed(1)).join(" "));
  }

  function zoom(factor, point = null) {
    if (!told.picture) return;
    if (!factor) return look(whole);
    look(zoomed(seen, factor, point ?? { x: seen.x + seen.width / 2, y: seen.y + seen.height / 2 }, whole));
  }

  const part = ({ node, line }) => svg.querySelector(node ? `[data-node="${CSS.escape(node)}"]` : `[data-line="${CSS.escape(line)}"]`);
  const partOf = (target) => {
    const found = target.closest?.("[data-node], [data-line]");
    return found && (found.dataset.node ? { node: found.dataset.node } : { line: found.dataset.line });
  };

  /** One part of the map is in the order of the Tab key: the one last in focus. */
  function reach() {
    for (const one of svg.querySelectorAll('[tabindex="0"]')) one.setAttribute("tabindex", "-1");
    const now = (at && part(at)) ?? svg.querySelector("[data-node]");
    now?.setAttribute("tabindex", "0");
    for (const one of svg.querySelectorAll(".icmo-chosen")) one.classList.remove("icmo-chosen");
    if (at) part(at)?.classList.add("icmo-chosen");
    // The lines of what is chosen stand out among the others.
    svg.classList.toggle("icmo-has-chosen", Boolean(at && part(at)));
    const own = new Set(told.picture.lines.filter((line) => at && (at.line ? line.line === at.line : line.start === at.node || line.end === at.node)).map(({ line }) => line));
    for (const one of svg.querySelectorAll("[data-line], [data-badge]")) one.classList.toggle("icmo-own", own.has(one.dataset.line ?? one.dataset.badge));
  }

  function focus(next) {
    at = next;
    const to = part(at);
    if (!to) return;
    reach();
    to.focus({ preventScroll: true });
    const box = to.getBBox();
    look(broughtIn(seen, box));
    fill();
  }

  // A line names the box one came from only here: the click and the Tab key know of none.
  svg.addEventListener("focusin", ({ target }) => {
    const found = partOf(target);
    if (!found || (found.node ?? found.line) === (at?.node ?? at?.line)) return;
    at = found;
    reach();
    fill();
  });

  svg.addEventListener("wheel", (event) => {
    event.preventDefault();
    zoom(event.deltaY < 0 ? 1.15 : 1 / 1.15, pointIn(event));
  }, { passive: false });

  function pointIn({ clientX, clientY }) {
    const matrix = svg.getScreenCTM();
    return { x: (clientX - matrix.e) / matrix.a, y: (clientY - matrix.f) / matrix.d };
  }

  // Drag the ground to move the map; a press that does not move chooses what is under it.
  svg.addEventListener("pointerdown", (event) => {
    if (event.button || !told.picture) return;
    const begin = { x: event.clientX, y: event.clientY, seen };
    const scale = seen.width / svg.getBoundingClientRect().width;
    let moved = false;
    let next = begin.seen;
    const follow = (now) => {
      const [dx, dy] = [now.clientX - begin.x, now.clientY - begin.y];
      if (!moved && Math.hypot(dx, dy) < 4) return;
      if (!moved) svg.setPointerCapture(event.pointerId);
      moved = true;
      next = panned(begin.seen, -dx * scale, -dy * scale, whole);
      // While it is dragged the drawn map is moved as it is; it is drawn anew where it is let go.
      svg.style.transform = `translate(${(begin.seen.x - next.x) / scale}px, ${(begin.seen.y - next.y) / scale}px)`;
    };
    const drop = () => {
      svg.removeEventListener("pointermove", follow);
      svg.style.transform = "";
      if (moved) look(next);
      const found = !moved && partOf(event.target);
      if (found) focus(found);
    };
    svg.addEventListener("pointermove", follow);
    svg.addEventListener("pointerup", drop, { once: true });
  });

  svg.addEventListener("keydown", (event) => {
    if (!told?.picture || event.ctrlKey || event.metaKey || event.altKey) return;
    const arrow = event.key.startsWith("Arrow");
    if (arrow && event.shiftKey) {
      const [dx, dy] = { ArrowLeft: [-1, 0], ArrowRight: [1, 0], ArrowUp: [0, -1], ArrowDown: [0, 1] }[event.key];
      look(panned(seen, (dx * seen.width) / 8, (dy * seen.height) / 8, whole));
    } else if (arrow) focus(nextOn(told.picture, at ?? { node: told.picture.boxes[0].node }, event.key));
    else if (event.key === "+" || event.key === "-" || event.key === "−" || event.key === "0") zoom({ "+": 1.3, 0: 0 }[event.key] ?? 1 / 1.3);
    else if (event.key === "Enter" || event.key === " ") (tabs.open("behind"), sheets.behind.querySelector(".icmo-quote, button")?.focus());
    else return;
    event.preventDefault();
    event.stopPropagation();
  });
  el.addEventListener("keydown", (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey || isWriting(event.target)) return;
    if (event.key === "f") filters.querySelector("input, select").focus();
    else if (event.key === "t") (tabs.open("table"), sheets.table.querySelector("button")?.focus());
    else if (event.key === "b") back();
    else return;
    event.preventDefault();
  });

  /** Back: from the words in the text to the list, from there to the map. */
  function back() {
    if (!sheets.text.hidden) {
      tabs.open("behind");
      (sheets.behind.querySelector(`[data-focus="${CSS.escape(from)}"]`) ?? sheets.behind).focus();
    } else if (at) focus(at);
  }

  // ── beside the map ──

  let asked = 0;
  let from = "";
  async function fill() {
    const mine = (asked += 1);
    if (!at) return sheets.behind.replaceChildren(element("p", { class: "icmo-none" }, word("map_choose")));
    const wanted = behind(told.table, at);
    try {
      const { rows } = await board.ask({ kind: "behind", configurations: wanted });
      if (mine !== asked) return null;
      reader.paint(rows.map((row) => ({ ...row, role: row.stance })));
      keepFocus(sheets.behind, () => sheets.behind.replaceChildren(...behindOf(wanted, rows)));
    } catch (error) {
      board.sayText(board.refusal(error));
    }
    return null;
  }

  function behindOf(wanted, rows) {
    const name = part(at)?.getAttribute("aria-label") ?? "";
    const row = told.table.find((one) => one.line === at.line);
    const counts = row ? element("p", { class: "icmo-quiet" }, word("line_counts", row)) : "";
    board.speak([name, row && word("line_counts", row)].filter(Boolean).join(". "));
    const parts = wanted.map((one) => {
      const own = rows.filter((evidence) => evidence.target === one);
      return element("section", { class: "icmo-behind" }, element("h4", {}, told.titles[one] ?? one), evidenceList(board, own, go, { change: false }));
    });
    return [element("h4", {}, name), counts, ...(parts.length ? parts : [element("p", { class: "icmo-none" }, word("no_evidence"))])];
  }

  function go(row) {
    from = `e-${row.evidence}`;
    tabs.open("text");
    reader.open(row.document, row.span).then(() => reader.focus());
  }

  let tabled = null; // what the table shows: a table nobody looks at is not made
  function makeTable() {
    if (sheets.table.hidden || !told || tabled === order) return;
    tabled = order;
    const words = ["from", "to"];
    const heads = COLUMNS.map((name) =>
      element("th", { scope: "col", class: words.includes(name) ? "" : "icmo-number-cell", "aria-sort": name === order ? (words.includes(name) ? "ascending" : "descending") : null }, button(SHORT[name] ?? word(`column_${name}`), () => ((order = name), makeTable()), { class: "icmo-plain", "data-focus": `column-${name}`, "aria-label": word(`column_${name}`), title: word(`column_${name}`) })),
    );
    const effects = (row) => row.effect.split("/").filter(Boolean).map((one) => word(`effect_${one}`)).join(" / ");
    const cell = (row, name) => {
      if (name === "from") return element("th", { scope: "row" }, button(row.from, () => focus({ line: row.line }), { class: "icmo-plain", "data-focus": `row-${row.line}` }));
      if (name === "to") return element("td", {}, effects(row) ? element("span", { class: "icmo-quiet" }, `${effects(row)} `) : "", row.to);
      return element("td", { class: "icmo-number-cell" }, String(row[name]));
    };
    const rows = inOrder(told.table, order).map((row) => element("tr", {}, ...COLUMNS.map((name) => cell(row, name))));
    keepFocus(sheets.table, () => sheets.table.replaceChildren(rows.length ? element("table", { class: "icmo-lines" }, element("caption", {}, word("table_caption")), element("thead", {}, element("tr", {}, ...heads)), element("tbody", {}, ...rows)) : element("p", { class: "icmo-none" }, word("map_empty"))));
  }

  board.open();
  return () => {
    board.stop();
    reader.stop();
  };
}

export default { render };
