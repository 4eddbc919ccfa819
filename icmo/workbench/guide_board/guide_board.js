// The GUIDE board's page: three sheets - principles, claims, statements - and the text beside them.

import { element } from "../tagger/dom.js";
import { makeBoard, makeTabs } from "../boards/board.js";
import { STANCE_LOOKS } from "../boards/evidence.js";
import { makeReader } from "../boards/reader.js";
import { makeClaims } from "./claims.js";
import { makeGuide } from "./guide.js";
import { makeStatements } from "./statements.js";

export const GUIDE_KEYS = [
  { name: "guide_cells", keys: ["←", "→", "↑", "↓"] },
  { name: "guide_rate", keys: ["1–9"] },
  { name: "guide_save", keys: ["Ctrl Enter"] },
  { name: "claim_rows", keys: ["↑", "↓"] },
  { name: "claim_acts", keys: ["n", "e", "c"] },
  { name: "statement_cards", keys: ["←", "→", "↑", "↓"] },
  { name: "statement_move", keys: ["Alt ← →"] },
  { name: "statement_sort", keys: ["Enter"] },
  { name: "statement_out", keys: ["x", "Delete"] },
  { name: "statement_theme", keys: ["a"] },
  { name: "text_back", keys: ["t", "b"] },
  { name: "reader", keys: ["←", "→", "Ctrl ←", "Ctrl →", "↑", "↓", "Shift", "s", "t"] },
  { name: "reader_evidence", keys: ["1", "2", "3"] },
  { name: "reader_unfold", keys: ["l"] },
  { name: "undo", keys: ["u", "U"] },
  { name: "keys", keys: ["?"] },
];

function render({ model, el }) {
  const board = makeBoard({ model, el, kind: "guide", show, keys: GUIDE_KEYS });
  const { word } = board;
  let [sheets, open, beside, built] = [null, "guide", null, false];
  const about = element("div", { class: "icmo-about-side icmo-sheet" });
  const text = element("div", { class: "icmo-sheet icmo-sheet-text" });

  const argue = (stance) => (place) => {
    const target = open === "guide" ? sheets.guide.target() : open === "claims" ? sheets.claims.target() : "";
    if (!target) return board.say(open === "guide" ? "rate_first" : "claim_choose");
    return board.act("add_evidence", { target, stance, ...place }, `evidence_${stance}`);
  };
  const reader = makeReader(board, {
    looks: STANCE_LOOKS,
    back: () => (beside.open("about"), sheets[open].focus()),
    acts: [
      { name: "act_supports", key: "1", act: argue("supports") },
      { name: "act_contradicts", key: "2", act: argue("contradicts") },
      { name: "act_qualifies", key: "3", act: argue("qualifies") },
      { name: "act_unfold", key: "l", act: unfold },
    ],
  });
  text.append(reader.box);

  /** The words in the text; or, without a place, the text to look for some in. */
  function showText(place) {
    beside.open("text");
    if (place) reader.open(place.document, place.span).then(() => reader.focus());
    else reader.focus();
  }

  /** Tie the selection to the statement it unfolds, by the theme in which the statement is. */
  function unfold(place) {
    const one = open === "statements" && sheets.statements.current();
    if (!one) return board.say("statement_choose");
    const code = sheets.statements.theme() || one.themes[0]?.code;
    if (!code) return board.say("sort_first");
    return board.act("unfold", { board: one.document, statement: one.number, code, document: place.document, start: place.start, end: place.end }, "unfolded_now");
  }

  function show() {
    if (!built) build();
    sheets[open].show();
    el.dataset.claims = String(board.shown.claims.length);
  }

  function build() {
    built = true;
    sheets = { guide: makeGuide(board, { reader, showText }), claims: makeClaims(board, { reader, showText }), statements: makeStatements(board, { reader, showText }) };
    const rooms = Object.fromEntries(Object.entries(sheets).map(([name, { room }]) => [name, { box: element("div", { class: `icmo-room icmo-room-${name}` }, room), label: word(`sheet_${name}`) }]));
    const tabs = makeTabs(`${board.view}-sheets`, word("sheets"), rooms, (name) => {
      open = name;
      about.replaceChildren(sheets[name].side);
      beside?.open("about");
      sheets[name].show();
      for (const hand of reader.box.querySelectorAll("[data-act]")) hand.hidden = (hand.dataset.act === "act_unfold") !== (name === "statements");
    });
    board.makeTop(word("guide"), tabs.bar);
    beside = makeTabs(`${board.view}-side`, word("guide_beside"), { about: { box: about, label: word("tab_about") }, text: { box: text, label: word("tab_text") } });
    board.body.replaceChildren(element("div", { class: "icmo-main" }, ...Object.values(rooms).map(({ box }) => box)), element("aside", { class: "icmo-side", "aria-label": word("guide_beside") }, beside.bar, about, text));
    reader.build();
    beside.open("about");
    tabs.open("guide");
  }
  board.home = () => sheets?.[open].focus();

  board.open();
  return () => {
    board.stop();
    reader.stop();
  };
}

export default { render };
