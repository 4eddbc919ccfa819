// The page of adjudication: documents that several code, where two differ, and what was decided.

import { button, element } from "../tagger/dom.js";
import { isWriting, keepFocus, makeBoard, makeTabs } from "../boards/board.js";
import { codeChip, makeReader } from "../boards/reader.js";

export const ADJUDICATION_KEYS = [
  { name: "places", keys: ["↑", "↓"] },
  { name: "accept_one", keys: ["1"] },
  { name: "accept_other", keys: ["2"] },
  { name: "accept_both", keys: ["3"] },
  { name: "accept_neither", keys: ["0"] },
  { name: "accept_third", keys: ["t"] },
  { name: "third_in_text", keys: ["k"] },
  { name: "reader", keys: ["←", "→", "Ctrl ←", "Ctrl →", "↑", "↓", "Shift", "s", "t"] },
  { name: "undo", keys: ["u", "U"] },
  { name: "keys", keys: ["?"] },
];
const CHOICE_OF_KEY = { 1: "one", 2: "other", 3: "both", 0: "neither" };
const FIGURES = ["percent", "kappa", "ac1", "alpha", "f1"];

/** A text cut where spans begin and end: pieces that say whether any span holds them. */
export function pieces(text, first, spans) {
  const inside = spans.map(([start, end]) => [Math.max(0, start - first), Math.min(text.length, end - first)]).filter(([start, end]) => start < end);
  const cuts = [...new Set([0, text.length, ...inside.flat()])].sort((a, b) => a - b);
  const found = [];
  for (let place = 0; place + 1 < cuts.length; place += 1) {
    const [from, to] = [cuts[place], cuts[place + 1]];
    const held = inside.some(([start, end]) => start <= from && to <= end);
    const last = found.at(-1);
    if (last && last.held === held) last.text += text.slice(from, to);
    else found.push({ text: text.slice(from, to), held });
  }
  return found;
}

/** The place after one that was decided: the next that is open, else the first open, else itself. */
export function nextOpen(places, from) {
  const after = places.findIndex((place, number) => number > from && !place.decided);
  if (after >= 0) return after;
  const any = places.findIndex((place) => !place.decided);
  return any >= 0 ? any : from;
}

/** A figure as people write it, a percentage or with two decimals; a dash where it cannot be calculated. */
export function figure(name, value, language) {
  if (value === null || value === undefined) return "–";
  const style = name === "percent" || name === "prevalence" ? { style: "percent", maximumFractionDigits: 0 } : { minimumFractionDigits: 2, maximumFractionDigits: 2 };
  return new Intl.NumberFormat(language, style).format(value);
}

/** All tags of a place. */
export const tagsOfPlace = (place) => Object.values(place.sides).flatMap((side) => side.map(({ tag }) => tag));

function render({ model, el }) {
  const board = makeBoard({ model, el, kind: "adjudication", show, keys: ADJUDICATION_KEYS });
  const { word } = board;
  const list = element("nav", { class: "icmo-shared" });
  const main = element("div", { class: "icmo-main" });
  const sheets = Object.fromEntries(["agreement", "text"].map((name) => [name, element("div", { class: `icmo-sheet icmo-sheet-${name}` })]));
  let [current, pair, told, at, tabs] = [null, null, null, 0, null];

  const reader = makeReader(board, {
    back: () => focusPlace(),
    acts: [{ name: "act_third", key: "k", act: (place) => board.chooseCode([], reader.box.getBoundingClientRect(), (code) => decide("third", { code: code.code, start: place.start, end: place.end })) }],
  });
  sheets.text.append(reader.box);

  function show() {
    if (!tabs) build();
    keepFocus(list, drawList);
    if (!board.shown.shared.some(({ document }) => document === current)) current = (board.shown.shared.find((one) => one.open) ?? board.shown.shared[0])?.document ?? null;
    drawList();
    el.dataset.open = String(shared()?.open ?? "");
    load();
  }
  const shared = () => board.shown.shared.find(({ document }) => document === current);

  function build() {
    list.setAttribute("aria-label", word("shared_documents"));
    board.makeTop(word("adjudication"));
    tabs = makeTabs(`${board.view}-side`, word("adjudication_beside"), Object.fromEntries(Object.entries(sheets).map(([name, box]) => [name, { box, label: word(name === "text" ? "tab_text" : "tab_agreement") }])));
    board.body.replaceChildren(list, main, element("aside", { class: "icmo-side", "aria-label": word("adjudication_beside") }, tabs.bar, ...Object.values(sheets)));
    reader.build();
    tabs.open("agreement");
  }

  function drawList() {
    list.replaceChildren(
      ...(board.shown.shared.length
        ? board.shown.shared.map((one) =>
            button("", () => ((current = one.document), (pair = null), (at = 0), drawList(), load()), { "data-focus": `shared-${one.document}`, "data-document": one.document, "aria-current": one.document === current ? "true" : null }),
          )
        : [element("p", { class: "icmo-none" }, word("nobody_shares"))]),
    );
    board.shown.shared.forEach((one, number) => {
      const state = one.waiting.length ? word("waiting_for", { coders: one.waiting.join(", ") }) : one.open ? word(one.open === 1 ? "count_open.one" : "count_open", { count: one.open }) : word("all_decided");
      list.children[number].append(element("strong", {}, one.name), element("div", { class: "icmo-quiet" }, `${one.coders.join(" + ")} · ${state}`));
    });
  }

  let asked = 0;
  async function load() {
    const one = shared();
    const mine = (asked += 1);
    if (!one) return main.replaceChildren(element("p", { class: "icmo-none" }, word("nobody_shares")));
    if (one.waiting.length) {
      told = null;
      main.replaceChildren(element("h3", { class: "icmo-name" }, one.name), element("p", { class: "icmo-blind" }, word("blind", { coders: one.waiting.join(", ") })));
      sheets.agreement.replaceChildren(element("p", { class: "icmo-none" }, word("blind_agreement")));
      return null;
    }
    try {
      const answer = await board.ask({ kind: "differences", document: one.document, coders: pair ?? one.coders.slice(0, 2) });
      if (mine !== asked) return null;
      told = answer;
      pair = answer.pair;
      at = Math.min(at, Math.max(0, told.places.length - 1));
      keepFocus(main, draw);
      el.dataset.places = String(told.places.length);
      agreement();
    } catch (error) {
      board.sayText(board.refusal(error));
    }
    return null;
  }

  // ── the differences ──

  function draw() {
    const one = shared();
    const pairs = one.coders.flatMap((first, number) => one.coders.slice(number + 1).map((second) => ({ value: `${first}|${second}`, label: `${first} + ${second}` })));
    const which = board.choice(pairs, pair.join("|"), "", false);
    which.setAttribute("aria-label", word("pair"));
    which.addEventListener("change", () => ((pair = which.value.split("|")), (at = 0), load()));
    const open = told.places.filter(({ decided }) => !decided).length;
    main.replaceChildren(
      element("div", { class: "icmo-choices" }, element("h3", { class: "icmo-name" }, one.name), pairs.length > 1 ? which : element("span", { class: "icmo-quiet" }, pair.join(" + ")), element("span", { class: "icmo-quiet" }, word("so_far", { agreed: told.agreed, places: told.places.length, open })), told.agreed_open ? button(word("take_agreed", { count: told.agreed_open }), takeAgreed, { class: "icmo-save" }) : ""),
      told.places.length ? element("ol", { class: "icmo-places", "aria-label": word("differences") }, ...told.places.map(placeOf)) : element("p", { class: "icmo-none" }, word("no_differences")),
    );
    reach();
  }

  const takeAgreed = async () => {
    const answer = await board.act("take_agreed", { document: current, coders: pair }, "");
    if (answer) board.say("taken_agreed", { count: answer.count });
  };

  function placeOf(place, number) {
    const label = word("difference_number", { number: number + 1, of: told.places.length });
    const hands = place.decided
      ? []
      : [
          button(`1 ${pair[0]}`, () => pickPlace(number, "one"), { tabindex: "-1" }),
          button(`2 ${pair[1]}`, () => pickPlace(number, "other"), { tabindex: "-1" }),
          button(`3 ${word("both")}`, () => pickPlace(number, "both"), { tabindex: "-1" }),
          button(`0 ${word("neither")}`, () => pickPlace(number, "neither"), { tabindex: "-1" }),
          button(`t ${word("third")}`, () => ((at = number), third()), { tabindex: "-1" }),
        ];
    return element(
      "li",
      { class: "icmo-place", "data-place": String(number), "data-decided": String(place.decided) },
      button(label, () => ((at = number), reach(), third()), { class: "icmo-place-button", tabindex: "-1", "data-focus": `place-${place.span.join("-")}-${number}`, "aria-label": [label, ...pair.map((coder) => `${coder}: ${place.sides[coder].map(({ code }) => board.code(code).label).join(", ") || word("nothing")}`), place.decided && word("decided")].filter(Boolean).join(". ") }),
      element("div", { class: "icmo-sides" }, ...pair.map((coder) => sideOf(place, coder))),
      place.decided ? verdict(place) : element("div", { class: "icmo-hands" }, ...hands),
    );
  }

  function sideOf(place, coder) {
    const own = place.sides[coder];
    const words = pieces(place.text, place.first, own.map(({ span }) => span)).map(({ text, held }) => (held ? element("mark", {}, text) : text));
    const tags = own.length ? element("div", { class: "icmo-chips" }, ...own.map(tagOf)) : element("p", { class: "icmo-none" }, word("nothing"));
    return element("section", { class: "icmo-side-of", "aria-label": coder }, element("h5", {}, coder), element("p", { class: "icmo-around" }, ...words), tags);
  }

  function tagOf(tag) {
    const more = [tag.polarity && word(`polarity_${tag.polarity}`), tag.note].filter(Boolean).join(" · ");
    const chip = codeChip(board.code(tag.code), { draggable: "false" });
    return element("span", {}, chip, more ? element("span", { class: "icmo-quiet" }, ` ${more}`) : "");
  }

  function verdict(place) {
    return element("div", { class: "icmo-verdict" }, element("strong", {}, word("consensus")), place.consensus.length ? element("div", { class: "icmo-chips" }, ...place.consensus.map((tag) => codeChip(board.code(tag.code), { draggable: "false" }))) : element("span", {}, word("nothing")), element("span", {}, place.reason), element("span", { class: "icmo-quiet" }, place.by));
  }

  // ── deciding ──

  function pickPlace(number, choice) {
    at = number;
    reach();
    if (!told.places[number].decided) decide(choice);
  }

  /** Every decision has its reason. */
  function decide(choice, more = {}) {
    const place = told?.places[at];
    if (!place) return board.say("no_differences");
    const reason = element("input", { type: "text" });
    const title = { one: pair[0], other: pair[1], both: word("both"), neither: word("neither"), third: word("third") }[choice];
    return board.dialog(word("accept", { what: title }), [more.code ? element("p", {}, board.code(more.code).label) : "", board.field(word("reason"), reason)], word("save"), async () => {
      if (!reason.value.trim()) return word("decision_needs_reason");
      await board.ask({ kind: "adjudicate", document: current, coders: pair, tags: tagsOfPlace(place), choice, reason: reason.value.trim(), ...more });
      board.say("decided_and_saved");
      // The next difference that is open comes into focus.
      place.decided = true;
      at = nextOpen(told.places, at);
      setTimeout(focusPlace);
      return "";
    });
  }

  /** A third reading: the text, with the place in it, to select what the consensus has instead. */
  function third() {
    const place = told?.places[at];
    if (!place) return;
    tabs.open("text");
    reader.open(current, place.span).then(() => reader.focus());
  }

  function reach() {
    main.querySelectorAll(".icmo-place").forEach((one, number) => {
      one.querySelector(".icmo-place-button").tabIndex = number === at ? 0 : -1;
    });
  }
  function focusPlace() {
    const place = main.querySelector(`[data-place="${at}"]`);
    reach();
    place?.querySelector(".icmo-place-button").focus();
    place?.scrollIntoView({ block: "nearest" });
  }
  board.home = focusPlace;

  main.addEventListener("keydown", (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey || isWriting(event.target) || !told) return;
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    const own = event.target.closest("[data-place]");
    if (own) at = Number(own.dataset.place);
    if (step) ((at = Math.max(0, Math.min(told.places.length - 1, at + step))), focusPlace());
    else if (CHOICE_OF_KEY[event.key]) pickPlace(at, CHOICE_OF_KEY[event.key]);
    else if (event.key === "t") third();
    else return;
    event.preventDefault();
    event.stopPropagation();
  });

  // ── how far they agree ──

  let shownFor = "";
  async function agreement() {
    const wanted = `${pair.join("|")}-${board.shown.shared.map(({ waiting }) => waiting.length).join()}`;
    if (wanted === shownFor) return;
    shownFor = wanted;
    try {
      const { rows } = await board.ask({ kind: "agreement", coders: pair });
      const language = el.lang;
      const body = rows.flatMap((row) => [
        element("tr", {}, element("th", { scope: "row" }, row.name), ...FIGURES.map((name) => element("td", {}, figure(name, row[name], language)))),
        row.note ? element("tr", { class: "icmo-note-row" }, element("td", { colspan: String(FIGURES.length + 1) }, row.note)) : "",
      ]);
      sheets.agreement.replaceChildren(
        element("h4", {}, word("agreement_of", { coders: pair.join(" + ") })),
        element("p", { class: "icmo-quiet" }, word("agreement_where")),
        element("details", {}, element("summary", {}, word("what_figures_mean")), element("dl", {}, ...FIGURES.flatMap((name) => [element("dt", {}, word(`figure_${name}`)), element("dd", {}, word(`means_${name}`))]))),
        element("table", { class: "icmo-figures" }, element("thead", {}, element("tr", {}, element("td", {}), ...FIGURES.map((name) => element("th", { scope: "col" }, word(`figure_${name}`))))), element("tbody", {}, ...body)),
      );
    } catch (error) {
      shownFor = "";
      board.sayText(board.refusal(error));
    }
  }

  board.open();
  return () => {
    board.stop();
    reader.stop();
  };
}

export default { render };
