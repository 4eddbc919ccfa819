// The sheet for coming in: a file is brought, looked into, told, and only then taken in.

import { button, element } from "../tagger/dom.js";
import { ending, fileSize, sendPortions } from "./portions.js";

/** What can be brought, in the order in which people ask for it. */
export const READS = [
  { name: "qdpx", endings: [".qdpx"] },
  { name: "taguette", endings: [".sqlite3", ".sqlite", ".db"] },
  { name: "codebook", endings: [".qdc", ".csv", ".xlsx", ".tsv"] },
  { name: "quotes", endings: [".csv", ".xlsx"] },
  { name: "document", endings: [".docx", ".odt", ".rtf", ".pdf", ".txt", ".md", ".html", ".vtt", ".srt", ".docm", ".text", ".markdown", ".htm"] },
  { name: "jsonl", endings: [".jsonl"] },
];
const KNOWN = new Set(READS.flatMap(({ endings }) => endings));

/** What is wrong with a file before anybody reads it: the name of a sentence, or nothing. */
export function problemOf({ name, size }, largest) {
  if (!KNOWN.has(ending(name))) return "exchange_unknown";
  if (!size) return "exchange_empty";
  return size > largest ? "exchange_too_large" : "";
}

/** What a value of the report is called: words for what is known, else as it stands in the file. */
export function called(words, column, value) {
  const key = `exchange_${column}_${String(value).toLowerCase().replaceAll(" ", "_")}`;
  return words[key] ?? String(value ?? "");
}

export function makeImportSheet(board) {
  const { word } = board;
  const room = element("div", { class: "icmo-arrivals" });
  const side = element("div", { class: "icmo-sheet icmo-about-reads" });
  const input = element("input", { type: "file", hidden: true, tabindex: "-1", "aria-hidden": "true", accept: [...KNOWN].join(",") });
  const drop = element("div", { class: "icmo-drop" });
  const told = element("div", { class: "icmo-account" });
  let brought = null; // the file that is looked at now

  input.addEventListener("change", () => {
    const [file] = input.files;
    input.value = ""; // the same file may be chosen again
    if (file) bring(file);
  });
  const carries = (event) => [...(event.dataTransfer?.types ?? [])].includes("Files");
  for (const kind of ["dragenter", "dragover"])
    room.addEventListener(kind, (event) => {
      if (!carries(event)) return;
      event.preventDefault();
      event.stopPropagation();
      drop.classList.add("icmo-over");
    });
  room.addEventListener("dragleave", (event) => room.contains(event.relatedTarget) || drop.classList.remove("icmo-over"));
  room.addEventListener("drop", (event) => {
    if (!carries(event)) return;
    // JupyterLab would put the file into its folder.
    event.preventDefault();
    event.stopPropagation();
    drop.classList.remove("icmo-over");
    const files = [...event.dataTransfer.files];
    if (files.length > 1) fail(word("exchange_one_file"));
    else if (files.length) bring(files[0]);
  });

  const choose = () => input.click();

  function build() {
    drop.replaceChildren(element("p", {}, word("exchange_drop")), button(word("exchange_choose"), choose, { class: "icmo-save", "data-focus": "choose" }), input);
    room.replaceChildren(drop, told);
    const rows = READS.flatMap(({ name, endings }) => [element("dt", {}, word(`exchange_read_${name}`), " ", element("span", { class: "icmo-ending" }, endings.slice(0, 9).join(" "))), element("dd", {}, word(`exchange_read_about_${name}`))]);
    side.replaceChildren(element("h3", {}, word("exchange_reads")), element("dl", { class: "icmo-reads" }, ...rows), element("p", { class: "icmo-quiet" }, word("exchange_stays")));
  }

  // ── bringing and looking into ──

  async function bring(file) {
    leave();
    const problem = problemOf(file, board.shown.largest);
    if (problem) return fail(word(problem, { file: file.name, size: fileSize(board.shown.largest, board.el.lang) }));
    const mine = (brought = { id: crypto.randomUUID?.() ?? `${Date.now()}-${Math.random()}`, name: file.name });
    const bar = element("progress", { max: "1", value: "0", "aria-label": word("exchange_bringing", { file: file.name }) });
    const line = element("p", { role: "status" }, word("exchange_bringing", { file: file.name }));
    told.replaceChildren(line, bar, element("div", { class: "icmo-hands" }, button(word("exchange_cancel"), () => (leave(), told.replaceChildren(), focus()))));
    const wanted = () => brought === mine;
    try {
      if (!(await sendPortions(board.ask, file, mine.id, board.shown.portion, (part) => (bar.value = part), wanted))) return null;
      bar.removeAttribute("value");
      line.textContent = word("exchange_reading", { file: file.name });
      const answer = await board.ask({ kind: "look_into", file: mine.id });
      if (wanted()) report(answer);
    } catch (error) {
      if (wanted()) (brought = null), fail(board.refusal(error));
    }
    return null;
  }

  function leave() {
    if (brought) board.ask({ kind: "leave", file: brought.id }).catch(() => {});
    brought = null;
  }

  function fail(sentence) {
    told.replaceChildren(element("p", { class: "icmo-warning icmo-refused", role: "alert" }, sentence), element("p", { class: "icmo-quiet" }, word("exchange_unchanged")));
    board.el.dataset.account = "refused";
  }

  // ── telling ──

  function report({ account, name, makes }) {
    const act = makes ? word("exchange_make", { file: makes }) : word("exchange_take_in");
    const take = button(act, takeIn, { class: "icmo-save", "data-focus": "take-in" });
    const hands = element("div", { class: "icmo-hands" }, take, button(word("exchange_leave"), () => (leave(), told.replaceChildren(), board.say("exchange_left"), focus()), { "data-focus": "leave" }));
    const head = element("h3", { tabindex: "-1" }, word(`exchange_is_${account.kind}`, { file: name }));
    const first = element("p", { class: "icmo-not-yet" }, makes ? word("exchange_makes", { file: makes, folder: board.shown.folder }) : word("exchange_not_yet"));
    told.replaceChildren(head, first, ...contents(account), hands);
    board.el.dataset.account = account.kind;
    head.focus();
    board.speak([head.textContent, first.textContent, ...account.placing, ...account.remarks].join(" "));
  }

  function contents(account) {
    const sentences = (title, list) => (list.length ? [element("h4", {}, word(title)), element("ul", { class: "icmo-remarks" }, ...list.map((one) => element("li", {}, one)))] : []);
    return [
      account.origin ? element("p", {}, word("exchange_origin", { program: account.origin })) : "",
      ...sentences("exchange_comes", account.remarks),
      ...sentences("exchange_placing", account.placing),
      ...tableOf(account),
    ].filter(Boolean);
  }

  function tableOf({ kind, columns, rows, more }) {
    if (!rows.length) return [];
    const title = word(`exchange_table_${kind}`);
    const cell = (value, place) => {
      if (typeof value === "number") return element("td", { class: "icmo-number-cell" }, value < 0 ? "–" : String(value));
      return element(place ? "td" : "th", place ? {} : { scope: "row" }, called(board.words, columns[place], value));
    };
    const numbers = columns.map((_, place) => typeof rows[0][place] === "number");
    const table = element(
      "table",
      { "aria-label": title },
      element("thead", {}, element("tr", {}, ...columns.map((name, place) => element("th", { scope: "col", class: numbers[place] ? "icmo-number-cell" : null }, word(`exchange_column_${name}`))))),
      element("tbody", {}, ...rows.map((row) => element("tr", {}, ...row.map(cell)))),
    );
    const rest = more ? element("p", { class: "icmo-quiet" }, word("exchange_more", { count: more })) : "";
    return [element("h4", {}, title), element("div", { class: "icmo-rows", tabindex: "0", role: "region", "aria-label": title }, table), rest].filter(Boolean);
  }

  // ── taking in ──

  async function takeIn() {
    if (!brought || brought.busy) return;
    const mine = brought;
    mine.busy = true;
    for (const one of told.querySelectorAll(".icmo-hands button")) one.disabled = true;
    board.sayText(word("exchange_taking", { file: mine.name }));
    try {
      const { account, name, made, line } = await board.ask({ kind: "take_in", file: mine.id });
      brought = null;
      taken(account, name, made, line);
    } catch (error) {
      brought = null;
      fail(board.refusal(error));
      focus();
    }
  }

  function taken(account, name, made, line) {
    const said = made ? word("exchange_made", { file: made, folder: board.shown.folder }) : word("exchange_taken_in", { file: name });
    const head = element("h3", { tabindex: "-1", class: "icmo-done" }, said);
    const open = made ? element("p", {}, element("code", {}, `icmo.Project.open(${JSON.stringify(made)}, coder=…)`)) : "";
    const undo = made ? "" : button(word("exchange_undo"), async () => (await board.act("undo", { line })) && (told.replaceChildren(), focus()), { "data-focus": "undo-import" });
    told.replaceChildren(...[head, open, ...contents(account), element("div", { class: "icmo-hands" }, undo, button(word("exchange_another"), choose, { "data-focus": "another" }))].filter(Boolean));
    board.el.dataset.account = "taken";
    board.sayText(said);
    head.focus();
  }

  const focus = () => drop.querySelector("button")?.focus();
  return { room, side, choose, takeIn, show: () => room.childElementCount || build(), focus };
}
