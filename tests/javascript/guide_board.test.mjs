// What the GUIDE board's own functions promise: cells, claims and statements.

const cells = [{ principle: "p", letter: "G", case: "", lowest: 1, highest: 3, passages: 2 }, { principle: "p", letter: "G", case: "Å", lowest: 3, highest: 3 }, { principle: "p", letter: "U", case: "", lowest: null, highest: null, passages: 1 }];
const statement = (number, case_, themes, more = {}) => ({ document: "d", number, case: case_, themes: themes.map((code) => ({ code, tag: `${number}${code}`, coder: "a" })), priority: "", ...more });
const statements = [statement(1, "B", ["tid"], { priority: "2" }), statement(2, "A", ["tid", "job"], { priority: "1" }), statement(3, "A", [])];
const claims = [{ text: "Job går tabt", thin: false, reasons: [] }, { text: "Kurser giver mod", thin: true, reasons: [] }, { text: "Intet belæg", thin: false, reasons: ["no_evidence"] }];

export default (guide, equal) => ({
  "a cell is found by principle, letter and case": () => equal([guide.cellOf(cells, "p", "G", "Å")?.lowest, guide.cellOf(cells, "p", "G", "B")], [3, null]),
  "a cell says its level, or from which to which": () => equal(["", "Å"].map((one) => guide.levelOf(guide.cellOf(cells, "p", "G", one))), ["1–3", "3"]),
  "a cell that nobody rated has no level": () => equal([guide.levelOf(cells[2]), guide.levelOf(null)], ["", ""]),
  "two judges of one case are compared, one alone is not": () => {
    const rated = [{ case: "A", judge: "anna", level: 1 }, { case: "A", judge: "bo", level: 4 }, { case: "B", judge: "bo", level: 2 }];
    equal(guide.apart(rated).map((one) => [one.case, one.distance]), [["A", 3]]);
  },
  "claims are found by words, or because they lack something": () => equal([guide.filteredClaims(claims, "JOB", false).length, guide.filteredClaims(claims, "", true).length], [1, 2]),
  "statements stand in columns, those without a theme first, the fullest theme next": () =>
    equal(guide.columnsOf(statements).map(({ code, cards }) => [code, cards.map(({ number }) => number)]), [["", [3]], ["tid", [2, 1]], ["job", [2]]]),
  "a theme that somebody put there to sort into is an empty column": () => equal(guide.columnsOf(statements, ["tid", "ny"]).at(-1), { code: "ny", cards: [] }),
  "one municipality's statements may be shown alone": () => equal(guide.columnsOf(statements, [], "B").map(({ code }) => code), ["", "tid"]),
  "which themes fill most is counted for each municipality": () => equal(guide.fillsMost(statements), { cases: ["A", "B"], rows: [{ code: "tid", total: 2, first: 1, of: [1, 1] }, { code: "job", total: 1, first: 1, of: [1, 0] }] }),
});
