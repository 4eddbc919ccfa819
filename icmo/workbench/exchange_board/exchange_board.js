// The exchange board's page: a sheet for going out and one for coming in.

import { element } from "../tagger/dom.js";
import { isWriting, makeBoard, makeTabs } from "../boards/board.js";
import { makeExportSheet } from "./export_sheet.js";
import { makeImportSheet } from "./import_sheet.js";

export const EXCHANGE_KEYS = [
  { name: "exchange_sheets", keys: ["e", "i"] },
  { name: "exchange_ways", keys: ["↑", "↓"] },
  { name: "exchange_get", keys: ["Enter"] },
  { name: "exchange_choose", keys: ["o"] },
  { name: "exchange_take", keys: ["Ctrl Enter"] },
  { name: "undo", keys: ["u", "U"] },
  { name: "keys", keys: ["?"] },
];

function render({ model, el }) {
  const board = makeBoard({ model, el, kind: "exchange", show, keys: EXCHANGE_KEYS });
  const { word } = board;
  const aside = element("aside", { class: "icmo-side" });
  let [sheets, tabs, open] = [null, null, "export"];

  function show() {
    if (!sheets) build();
    sheets[open].show();
  }

  function build() {
    sheets = { export: makeExportSheet(board), import: makeImportSheet(board) };
    const rooms = Object.fromEntries(Object.entries(sheets).map(([name, { room }]) => [name, { box: element("div", { class: `icmo-room icmo-room-${name}` }, room), label: word(`exchange_${name}`) }]));
    tabs = makeTabs(`${board.view}-sheets`, word("exchange"), rooms, (name) => {
      open = name;
      aside.replaceChildren(sheets[name].side);
      aside.setAttribute("aria-label", word(`exchange_beside_${name}`));
      sheets[name].show();
    });
    board.makeTop(word("exchange"), tabs.bar);
    board.body.replaceChildren(element("div", { class: "icmo-main" }, ...Object.values(rooms).map(({ box }) => box)), aside);
    tabs.open("export");
  }
  board.home = () => sheets?.[open].focus();

  function turn(name) {
    tabs.open(name);
    sheets[name].focus();
  }

  el.addEventListener("keydown", (event) => {
    if (!sheets || isWriting(event.target)) return;
    const control = event.ctrlKey || event.metaKey;
    if (control && event.key === "Enter" && open === "import") sheets.import.takeIn();
    else if (control || event.altKey) return;
    else if (event.key === "e") turn("export");
    else if (event.key === "i") turn("import");
    else if (event.key === "o") (turn("import"), sheets.import.choose());
    else return;
    event.preventDefault();
    event.stopPropagation();
  });

  board.open();
  return () => board.stop();
}

export default { render };
