// What the repair review's own functions promise; run by Node, or in the browser where there is no Node.

const proposals = [
  { id: "0-2", rule: "line_hyphen", confidence: 0.99, safe: true },
  { id: "5-6", rule: "lost_letter", confidence: 0.7, safe: false },
  { id: "9-9", rule: "lost_letter", confidence: 0.4, safe: false },
];
const ids = (found) => found.map(({ id }) => id);

export default ({ fits, firstVerdicts, withoutLostWords, changedByRule, count }, equal) => ({
  "safe proposals are accepted to begin with": () => equal([...firstVerdicts(proposals)], [["0-2", "a0"]]),
  "what was decided before stands, also that a safe one is open": () =>
    equal([...firstVerdicts(proposals, { "0-2": "", "5-6": "r1" })], [["5-6", "r1"]]),
  "what was typed for a kernel that is gone is undecided again": () =>
    equal(withoutLostWords({ "0-2": "a1", "5-6": "a1" }, ["0-2", "5-6"], { "5-6": "skrevet" }), { "0-2": "", "5-6": "a1" }),
  "a memory that was tampered with decides nothing": () => equal([...firstVerdicts(proposals, { "5-6": "<b>" })], [["0-2", "a0"]]),
  "a verdict on a rule leaves other rules and what was decided by hand": () => {
    equal(ids(changedByRule(proposals, new Map([["5-6", "r1"]]), "lost_letter", "a")), ["9-9"]);
    equal(ids(changedByRule(proposals, new Map([["5-6", "a0"]]), "lost_letter", "r")), ["5-6", "9-9"]);
  },
  "a rule, a confidence and the open ones are filtered": () => {
    equal(ids(proposals.filter((one) => fits(one, "", { rule: "lost_letter" }))), ["5-6", "9-9"]);
    equal(ids(proposals.filter((one) => fits(one, "", { least: 0.5, below: 0.9 }))), ["5-6"]);
    equal(ids(proposals.filter((one) => fits(one, one.safe ? "a0" : "", { open: true }))), ["5-6", "9-9"]);
  },
  "counts add up, for all and for a rule": () => {
    const verdicts = new Map([["0-2", "a0"], ["5-6", "r1"]]);
    equal(count(proposals, verdicts), { all: 3, accepted: 1, rejected: 1, open: 1 });
    equal(count(proposals, verdicts, "lost_letter"), { all: 2, accepted: 0, rejected: 1, open: 1 });
  },
});
