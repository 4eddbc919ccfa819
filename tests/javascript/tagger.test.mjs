// What the tagger's own functions promise; run by Node, or in the browser where there is no Node.

const codes = [
  { code: "problemloesning", label: "Problemløsning" },
  { code: "relationsdannelse", label: "Relationsdannelse" },
  { code: "god_tid", label: "God tid og få sager" },
];
const ids = (found) => found.map((code) => code.code);

export default ({ findCodes, trimmed, within }, equal) => ({
  "nothing typed shows every code in the codebook's order": () =>
    equal(ids(findCodes(codes, "")), ["problemloesning", "relationsdannelse", "god_tid"]),
  "a code is found by Danish letters in capitals": () => equal(ids(findCodes(codes, "LØSNING")), ["problemloesning"]),
  "a code is found by parts of several words": () => equal(ids(findCodes(codes, "få ti")), ["god_tid"]),
  "a code that begins with what is typed comes first": () =>
    equal(ids(findCodes(codes, "re")), ["relationsdannelse"]),
  "nothing is found where nothing is alike": () => equal(findCodes(codes, "xyz"), []),
  "white space at the ends of a selection is left out": () => equal(trimmed("a  ord  b", 1, 8), { start: 3, end: 6 }),
  "a selection of white space alone is none": () => equal(trimmed("a   b", 1, 4), null),
  "a span over two turns is cut at the end of the first": () =>
    equal(within({ start: 10, text: "ti tegn nu" }, { start: 13, end: 40 }), { start: 3, end: 10 }),
  "a span that only touches a turn is not in it": () =>
    equal(within({ start: 10, text: "ti tegn nu" }, { start: 20, end: 25 }), null),
});
