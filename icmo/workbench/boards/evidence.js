// Evidence under something: the words, what they argue, who said so, and what may be changed.

import { button, element } from "../tagger/dom.js";

const STANCES = ["supports", "contradicts", "qualifies"];
export const SIGN_OF = { supports: "+", contradicts: "−", qualifies: "±" };
export const STANCE_LOOKS = [
  { role: "supports", colour: "#117733", line: "solid" },
  { role: "contradicts", colour: "#aa3322", line: "dashed" },
  { role: "qualifies", colour: "#7a6200", line: "dotted" },
];

/** Rows of evidence as a list; `go(row)` shows the words where they stand. */
export function evidenceList(board, rows, go, { change = true } = {}) {
  if (!rows.length) return element("p", { class: "icmo-none" }, board.word("no_evidence"));
  const list = element("ul", { class: "icmo-evidence", "aria-label": board.word("evidence") });
  for (const row of rows) list.append(evidenceRow(board, row, go, change));
  return list;
}

function evidenceRow(board, row, go, change) {
  const where = [row.name, row.case, row.group].filter(Boolean).join(" · ");
  const told = [row.coder, row.explicitness === "inferred" && board.word("inferred"), row.linkage && board.word(`linkage_${row.linkage}`)].filter(Boolean).join(" · ");
  const made = element(
    "li",
    { class: `icmo-words icmo-is-${row.stance}`, "data-evidence": row.evidence },
    element("span", { class: "icmo-stance" }, element("span", { "aria-hidden": "true" }, SIGN_OF[row.stance]), ` ${board.word(`stance_${row.stance}`)}`),
    button(row.text, () => go(row), { class: "icmo-quote", "data-focus": `e-${row.evidence}`, title: board.word("go_to_words") }),
    element("div", { class: "icmo-quiet" }, where),
    element("div", { class: "icmo-quiet" }, told),
  );
  if (row.note) made.append(element("p", { class: "icmo-about-note" }, row.note));
  if (change) made.append(hands(board, row));
  return made;
}

function hands(board, row) {
  const stances = STANCES.map((stance) =>
    button(SIGN_OF[stance], () => board.act("change_evidence", { evidence: row.evidence, stance }), { "aria-label": board.word(`stance_${stance}`), title: board.word(`stance_${stance}`), "aria-pressed": String(row.stance === stance), "data-focus": `e-${row.evidence}-${stance}` }),
  );
  return element(
    "div",
    { class: "icmo-hands" },
    element("span", { class: "icmo-signs", role: "group", "aria-label": board.word("stance") }, ...stances),
    button(board.word("explicitness"), () => explain(board, row), { class: "icmo-plain", "data-focus": `e-${row.evidence}-note` }),
    button(board.word("remove"), () => board.act("remove_evidence", { evidence: row.evidence }, "removed_evidence"), { class: "icmo-plain icmo-remove" }),
  );
}

/** Said by somebody, or inferred by the analyst, who then says how. */
function explain(board, row) {
  const choice = board.choice(["said", "inferred"], row.explicitness, "explicitness", false);
  const note = element("textarea", { rows: "4" });
  note.value = row.note;
  board.dialog(board.word("explicitness"), [board.field(board.word("explicitness_question"), choice), board.field(board.word("memo"), note)], board.word("save"), async () => {
    await board.ask({ kind: "change_evidence", evidence: row.evidence, explicitness: choice.value, note: note.value.trim() });
    board.say("saved");
    return "";
  });
}
