// What the configuration board's own functions promise, and those that all boards share.

const card = {
  configuration: "a",
  title: "Løntimer giver mening",
  sentence: "Hvis …",
  status: "initial",
  slots: { intervention: ["loentimer"], context: [], mechanism: ["mening"], outcome: ["job"] },
  moderators: [{ code: "tid", on: "mening", effect: "strengthens" }, { code: "ledelse", on: "tid", effect: "precondition" }, { code: "bus", on: "job" }, { code: "alene" }],
};
const names = (some) => some.map((one) => [one.code, one.below.map(({ code }) => code)]);

export default (board, equal) => ({
  "moderators stand under what they condition, and one that acts on another stands under this": () => {
    const { mechanism, outcome } = board.moderatorTree(card);
    equal(names(mechanism), [["tid", ["ledelse"]], ["alene", []]]);
    equal(names(outcome), [["bus", []]]);
  },
  "two moderators that act on each other are both shown": () => {
    const ring = { ...card, moderators: [{ code: "x", on: "y" }, { code: "y", on: "x" }] };
    equal(names(board.moderatorTree(ring).mechanism), [["y", ["x"]]]);
  },
  "a code put into a slot joins those that are there": () => equal(board.putInto(card, "mechanism", "tillid"), { mechanism: ["mening", "tillid"] }),
  "a code that is there already changes nothing": () => equal([board.putInto(card, "mechanism", "mening"), board.putInto(card, "moderators", "tid")], [null, null]),
  "a code moved leaves the slot it came from": () => equal(board.putInto(card, "context", "mening", "mechanism"), { context: ["mening"], mechanism: [] }),
  "a moderator moved into a slot is no moderator any more": () => equal(board.putInto(card, "context", "alene", "moderators").moderators.map(({ code }) => code), ["tid", "ledelse", "bus"]),
  "a code goes by itself where its role says": () => equal([{ role: "outcome" }, { role: "moderator" }, { role: "theme" }].map(board.slotOf), ["outcome", "moderators", "context"]),
  "cards are found by every word typed, also in the names of codes": () => {
    const other = { ...card, configuration: "b", title: "Andet", status: "rejected", slots: { intervention: [], context: [], mechanism: [], outcome: [] }, moderators: [] };
    const label = (code) => ({ job: "Tilknytning" })[code] ?? code;
    const found = (...asked) => board.filteredCards([card, other], ...asked, label).map(({ configuration }) => configuration);
    equal([found("", ""), found("LØNTIMER tilk", ""), found("", "rejected"), found("xyz", "")], [["a", "b"], ["a"], ["b"], []]);
  },
  "counts say of what, and one is one": () =>
    equal(board.counted({ count_passages: "{count} passager", "count_passages.one": "1 passage", count_cases: "{count} cases" }, { passages: 1, cases: 0 }, ["passages", "cases"]), "1 passage · 0 cases"),
  "tabs stand in a ring": () => equal([board.neighbour(["a", "b", "c"], "c", 1), board.neighbour(["a", "b", "c"], "a", -1), board.neighbour(["a"], "a", undefined)], ["a", "c", undefined]),
  "a selection is made whole words without white space at its ends": () => {
    const row = (start, text) => ({ start, turn: { start, text } });
    const rows = [row(10, "  hun er kollega nu  "), row(32, "  "), row(35, "ja, nu")];
    equal(board.tidied(rows, { start: 14, end: 24 }, true), { start: 12, end: 26 });
    equal(board.tidied(rows, { start: 14, end: 24 }, false), { start: 14, end: 24 });
    equal(board.tidied(rows, { start: 20, end: 36 }, true), { start: 19, end: 37 });
    equal(board.tidied(rows, { start: 20, end: 33 }, true), { start: 19, end: 32 });
    equal(board.tidied(rows, { start: 10, end: 12 }, true), null);
  },
  "a line is drawn as cubic curves in the browser's pixels": () => equal(board.pathOf([[0, 0], [1, 0], [1, 1], [2, 1]]), "M 0 0 C 96 0, 96 96, 192 96"),
  "the head of a line points where its last curve leads": () => equal(board.headOf([[0, 0], [1, 0]], 0.5)[0], [96, 0]),
});
