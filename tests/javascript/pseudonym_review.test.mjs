// What the pseudonym review's own functions promise; run by Node, or in the browser where there is no Node.

const persons = [
  { id: "0-4", name: "bo", kind: "person", confidence: 0.4, forms: ["bo"] },
  { id: "9-15", name: "Fatima Hassan", kind: "person", confidence: 0.9, forms: ["Fatima Hassan", "Fatima"] },
  { id: "20-28", name: "12345678", kind: "phone", confidence: 0.5, forms: ["12345678"] },
];
const ids = (found) => found.map(({ id }) => id);

export default ({ inOrder, fits, sameWord, tally, otherForms }, equal) => ({
  "mere hints come last, the others in the order of the text": () => equal(ids(inOrder(persons)), ["9-15", "20-28", "0-4"]),
  "a kind and the hints are filtered": () => {
    equal(ids(persons.filter((one) => fits(one, null, { kind: "phone" }))), ["20-28"]);
    equal(ids(persons.filter((one) => fits(one, null, { sure: "hint" }))), ["0-4"]);
    equal(ids(persons.filter((one) => fits(one, null, { sure: "sure" }))), ["9-15", "20-28"]);
  },
  "what is decided is left out of the open ones": () => equal(fits(persons[0], { verdict: "a" }, { open: true }), false),
  "the same word is found at all places still open": () => {
    const left = [{ id: "1-4", text: "KIB" }, { id: "6-9", text: "KIB" }, { id: "11-14", text: "KIB" }, { id: "16-17", text: "2" }];
    equal(sameWord(left, new Set(["6-9"]), "1-4"), ["1-4", "11-14"]);
  },
  "what is decided is counted among those there are": () => equal(tally(["a", "b", "c"], new Set(["b", "z"])), { all: 3, done: 1, open: 2 }),
  "the other forms of a name are told, not the name itself": () => equal(persons.map(otherForms), ["", "Fatima", ""]),
});
