// The sheet for going out: what a project can be written as, how, and for whom.

import { button, element } from "../tagger/dom.js";
import { fetchPortions, fileSize, handOver } from "./portions.js";

/** The ways out in groups, as a person looks for them. */
export const GROUPS = [
  { name: "programs", ways: ["qdpx", "qdc"] },
  { name: "tables", ways: ["xlsx", "csv", "parquet"] },
  { name: "reading", ways: ["docx", "html"] },
  { name: "lines", ways: ["jsonl"] },
];
/** The tables in which people's words stand. */
const SAID = ["tags", "evidence"];

/** What a file holds: people's words, what was written about them, or codes alone. */
export function holds(way, tables) {
  if (way === "qdc") return "codes";
  if (!["xlsx", "csv", "parquet"].includes(way)) return "words";
  if (tables.some((one) => SAID.includes(one))) return "words";
  return tables.every((one) => one === "codebook") ? "codes" : "notes";
}

export function makeExportSheet(board) {
  const { word } = board;
  const room = element("div", { class: "icmo-ways" });
  const side = element("div", { class: "icmo-sheet icmo-about-way" });
  const chosen = { way: "qdpx", program: "", tables: null, table: "tags", document: "", excel: false, mark: false };
  let busy = false;
  const outcome = element("div", { class: "icmo-outcome" });

  function build() {
    const group = `${board.view}-way`;
    const way = (name) => {
      const input = element("input", { type: "radio", name: group, value: name, "data-focus": `way-${name}`, "aria-describedby": `${group}-${name}` });
      input.checked = name === chosen.way;
      input.addEventListener("change", () => choose(name));
      input.addEventListener("keydown", (event) => {
        if (event.key !== "Enter" || event.ctrlKey || event.metaKey || event.altKey) return;
        event.preventDefault();
        get("browser");
      });
      return element("label", { class: "icmo-way" }, input, element("span", { class: "icmo-way-name" }, word(`exchange_way_${name}`)), element("span", { class: "icmo-ending" }, `.${name}`), element("span", { class: "icmo-quiet icmo-way-about", id: `${group}-${name}` }, word(`exchange_about_${name}`)));
    };
    room.replaceChildren(...GROUPS.map(({ name, ways }) => element("fieldset", { class: "icmo-group" }, element("legend", {}, word(`exchange_group_${name}`)), ...ways.map(way))));
    choose(chosen.way);
  }

  function choose(name) {
    chosen.way = name;
    outcome.replaceChildren();
    tell();
  }

  const wished = () => (chosen.way === "xlsx" ? (chosen.tables ?? board.shown.tables.map(({ value }) => value)) : [chosen.table]);

  /** The details of the way that is chosen, and what leaves with such a file. */
  function tell() {
    const { way } = chosen;
    const kept = ["xlsx", "csv", "parquet"].includes(way) ? wished() : [];
    const held = holds(way, kept);
    const notes = [word(`exchange_holds_${held}`)];
    if (board.shown.blind && held === "words") notes.push(word("exchange_blind"));
    side.replaceChildren(
      element("h3", {}, word(`exchange_way_${way}`), " ", element("span", { class: "icmo-ending" }, `.${way}`)),
      ...details(way),
      ...notes.map((told, place) => element("p", { class: place || held === "words" ? "icmo-leaves icmo-words-leave" : "icmo-leaves" }, told)),
      element("div", { class: "icmo-hands" }, button(word("exchange_download"), () => get("browser"), { class: "icmo-save", "data-focus": "download" }), button(word("exchange_to_folder"), () => get("folder"), { "data-focus": "folder", title: board.shown.folder })),
      outcome,
    );
  }

  function details(way) {
    if (way === "qdpx") {
      const programs = board.choice(board.shown.programs.map((one) => ({ value: one, label: word(`exchange_program_${one}`) })), chosen.program, "program");
      programs.options[0].textContent = word("exchange_any_program");
      programs.addEventListener("change", () => ((chosen.program = programs.value), tell(), side.querySelector("select").focus()));
      return [board.field(word("exchange_for"), programs), element("p", { class: "icmo-quiet" }, word(`exchange_for_${chosen.program || "any"}`))];
    }
    if (way === "xlsx") return [tablesOf()];
    if (way === "csv" || way === "parquet") {
      const tables = board.choice(board.shown.tables, chosen.table, "table", false);
      tables.addEventListener("change", () => ((chosen.table = tables.value), tell(), side.querySelector("select").focus()));
      return [board.field(word("exchange_table"), tables), ...(way === "csv" ? [check("excel"), check("mark")] : [])];
    }
    if (way === "html") {
      const documents = board.choice(board.shown.documents.map(({ document, name }) => ({ value: document, label: name })), chosen.document || board.shown.documents[0]?.document, "document", false);
      chosen.document = documents.value;
      documents.addEventListener("change", () => (chosen.document = documents.value));
      return [board.field(word("document"), documents)];
    }
    return [];
  }

  function check(name) {
    const box = element("input", { type: "checkbox", "data-focus": name });
    box.checked = chosen[name] || (name === "mark" && chosen.excel);
    box.disabled = name === "mark" && chosen.excel;
    box.addEventListener("change", () => ((chosen[name] = box.checked), tell(), side.querySelector(`[data-focus="${name}"]`).focus()));
    return element("label", { class: "icmo-check" }, box, element("span", {}, word(`exchange_${name}`)));
  }

  function tablesOf() {
    const now = new Set(wished());
    const boxes = board.shown.tables.map(({ value, label }) => {
      const box = element("input", { type: "checkbox", "data-focus": `table-${value}` });
      box.checked = now.has(value);
      box.addEventListener("change", () => {
        if (box.checked) now.add(value);
        else now.delete(value);
        chosen.tables = board.shown.tables.map((one) => one.value).filter((one) => now.has(one));
        tell();
        side.querySelector(`[data-focus="table-${value}"]`).focus();
      });
      return element("label", { class: "icmo-check" }, box, element("span", {}, label));
    });
    return element("fieldset", { class: "icmo-tables" }, element("legend", {}, word("exchange_sheets")), ...boxes);
  }

  // ── getting it ──

  async function get(place) {
    if (busy) return;
    const { way } = chosen;
    const tables = ["xlsx", "csv", "parquet"].includes(way) ? wished() : [];
    if (way === "xlsx" && !tables.length) return say("warning", word("exchange_no_table"));
    busy = true;
    say("quiet", word("exchange_writing"));
    try {
      const more = way === "csv" ? { excel: chosen.excel, mark: chosen.mark } : {};
      const answer = await board.ask({ kind: "export", way, place, tables, program: way === "qdpx" ? chosen.program : "", document: way === "html" ? chosen.document : "", ...more });
      const size = fileSize(answer.size, board.el.lang);
      if (answer.parcel) {
        const told = (part) => say("quiet", word("exchange_fetching", { percent: Math.round(part * 100) }));
        handOver(await fetchPortions(board.ask, answer.parcel, answer.size, board.shown.portion, told), answer.file);
        await board.ask({ kind: "fetched", parcel: answer.parcel });
      }
      const said = word(answer.parcel ? "exchange_downloaded" : "exchange_in_folder", { file: answer.file, size, folder: answer.folder });
      say("done", said, answer.remarks);
      board.sayText(said);
      board.el.dataset.given = answer.file;
    } catch (error) {
      say("warning", board.refusal(error));
    } finally {
      busy = false;
    }
    return null;
  }

  function say(look, told, remarks = []) {
    outcome.replaceChildren(element("p", { class: look === "done" ? "icmo-done" : `icmo-${look}`, role: look === "warning" ? "alert" : "status" }, told), remarks.length ? element("ul", { class: "icmo-remarks" }, ...remarks.map((one) => element("li", {}, one))) : "");
  }

  return { room, side, show: () => (room.childElementCount ? tell() : build()), focus: () => room.querySelector("input:checked")?.focus() };
}
