// What the tagger's own functions promise; run by Node, or in the browser where there is no Node.

const codes = [
  { code: "problemloesning", label: "Problemløsning", family: "Mekanismer", definition: "Et problem bliver løst." },
  { code: "relationsdannelse", label: "Relationsdannelse", family: "Mekanismer", definition: "Tillid over tid." },
  { code: "god_tid", label: "God tid og få sager", family: "Rammer", definition: "Ro til at lære hinanden at kende." },
  { code: "gammel", label: "Gammel kode", family: "Rammer", definition: "", retired: true },
];
const ids = (found) => found.map((code) => code.code);
const key = (name, more = {}) => ({ key: name, ctrlKey: false, metaKey: false, altKey: false, shiftKey: false, ...more });
const turns = [
  { start: 0, text: "En to. Tre fire." },
  { start: 30, text: "Fem seks." },
];
const words = ({ wordsIn }) => (number) => wordsIn(turns[number].text).map(([start, end]) => [start + turns[number].start, end + turns[number].start]);
const storage = () => {
  const kept = new Map();
  return { kept, get length() { return kept.size; }, key: (number) => [...kept.keys()][number], getItem: (name) => kept.get(name) ?? null, setItem: (name, value) => kept.set(name, value), removeItem: (name) => kept.delete(name) };
};

export default (tagger, equal) => ({
  "nothing typed shows every code that is not retired in the codebook's order": () =>
    equal(ids(tagger.findCodes(codes, "")), ["problemloesning", "relationsdannelse", "god_tid"]),
  "a code is found by Danish letters in capitals": () => equal(ids(tagger.findCodes(codes, "LØSNING")), ["problemloesning"]),
  "a code is found by parts of several words": () => equal(ids(tagger.findCodes(codes, "få ti")), ["god_tid"]),
  "a code is found by its definition, after those found by name": () =>
    equal(ids(tagger.findCodes(codes, "tid")), ["god_tid", "relationsdannelse"]),
  "the codes used last come first, then those used most": () =>
    equal(ids(tagger.findCodes(codes, "", { god_tid: [1, "2026-02-02"], relationsdannelse: [9, "2026-01-01"] })), ["god_tid", "relationsdannelse", "problemloesning"]),
  "nothing is found where nothing is alike": () => equal(tagger.findCodes(codes, "xyz"), []),
  "white space at the ends of a selection is left out": () => equal(tagger.trimmed("a  ord  b", 1, 8), { start: 3, end: 6 }),
  "a selection of white space alone is none": () => equal(tagger.trimmed("a   b", 1, 4), null),
  "a span over two turns is cut at the end of the first": () =>
    equal(tagger.within({ start: 10, text: "ti tegn nu" }, { start: 13, end: 40 }), { start: 3, end: 10 }),
  "a span that only touches a turn is not in it": () =>
    equal(tagger.within({ start: 10, text: "ti tegn nu" }, { start: 20, end: 25 }), null),
  "half words become whole, with hyphens and accents": () => {
    equal(tagger.wholeWords("en e-Boks her", 4, 6), { start: 3, end: 9 });
    equal(tagger.wholeWords("blå\u030abær", 1, 3), { start: 0, end: 7 });
  },
  "whole words stay as they are": () => equal(tagger.wholeWords("en to tre", 3, 5), { start: 3, end: 5 }),
  "no emoji and no accent is cut": () => {
    equal(tagger.wholeCharacters("a👍🏽b", 2, 4), { start: 1, end: 5 });
    equal(tagger.wholeCharacters("a\u030ab", 0, 1), { start: 0, end: 2 });
  },
  "what a person wrote of an act on a board is never kept outside the page, only that it was not saved": () => {
    equal(tagger.keepable({ kind: "add_evidence", target: "k", document: "d", start: 1, end: 2, stance: "supports", view: "v" }), { kind: "add_evidence", document: "d", start: 1, end: 2, target: "k", stance: "supports" });
    equal(tagger.keepable({ kind: "add_evidence", target: "k", note: "hun sagde" }), { unsaved: "add_evidence" });
    equal(tagger.keepable({ kind: "change_configuration", configuration: "k", reason: "hun sagde" }), { unsaved: "change_configuration" });
  },
  "what would be there twice is not sent again by itself": () => equal(["undo", "configure", "add_claim", "adjudicate", "tag", "add_evidence"].map((kind) => tagger.ONCE.has(kind)), [true, true, true, true, false, false]),
  "an emoji is one character for Python": () => equal(tagger.codePointsBefore("æ😀ø", 3), 2),
  "the turn of a place is found": () => equal([0, 15, 29, 30, 99].map((place) => tagger.turnAt(turns, place)), [0, 0, 0, 1, 1]),
  "a step from the last word of a turn leads to the next turn": () =>
    equal(tagger.stepped(turns, words(tagger), { start: 11, end: 15 }, true), { start: 30, end: 33 }),
  "a step back from the first word of all leads nowhere": () =>
    equal(tagger.stepped(turns, words(tagger), { start: 0, end: 2 }, false), null),
  "a step by turns from a word first takes its own turn": () =>
    equal(tagger.stepped(turns, (number) => [[turns[number].start, turns[number].start + turns[number].text.length]], { start: 3, end: 5 }, true), { start: 0, end: 16 }),
  "stripes that overlap lie side by side, and a free lane is taken again": () =>
    equal(tagger.lanes([{ top: 0, bottom: 10 }, { top: 5, bottom: 20 }, { top: 10, bottom: 12 }]), [0, 1, 0]),
  "names that would lie on each other are pushed down": () => equal(tagger.namePlaces([0, 4, 60], 19), [0, 19, 60]),
  "what waits is kept without a word anybody wrote": () => {
    const store = storage();
    const list = tagger.waitingList(store, "w", "v1");
    list.add(1, { kind: "tag", document: "d", version: "a1", start: 1, end: 4, code: "c", view: "v1", number: 1 });
    list.add(2, { kind: "change", tag: "t", note: "hemmelig" });
    list.add(3, { kind: "search", sought: "hemmelig" });
    equal(JSON.parse(store.kept.get("w|v1")), [{ kind: "tag", document: "d", version: "a1", start: 1, end: 4, code: "c" }, { unsaved: "change" }]);
    for (const number of [1, 2, 3]) list.remove(number);
    equal(store.kept.size, 0);
  },
  "what a page left is taken up once, and by none that works for somebody else": () => {
    const store = storage();
    tagger.waitingList(store, "p-anna", "v1").add(1, { kind: "untag", tag: "t" });
    equal(tagger.waitingList(store, "p-anna", "v2").left(new Set(["v1", "v2"])), []);
    equal(tagger.waitingList(store, "p-anna-b", "v2").left(new Set(["v2"])), []);
    equal(tagger.waitingList(store, "p-anna", "v3").left(new Set(["v3"])), [{ kind: "untag", tag: "t" }]);
    equal(tagger.waitingList(store, "p-anna", "v4").left(new Set(["v4"])), []);
  },
  "of what holds words, or is not the same twice, only is kept that it was not saved": () =>
    equal([{ kind: "undo" }, { kind: "memo", text: "x" }, { kind: "correct", carry_out: false, text: "x" }].map(tagger.keepable), [{ unsaved: "undo" }, { unsaved: "memo" }, null]),
  "keys mean what the list of keys says": () => {
    equal(tagger.meaningOf(key("ArrowRight")), ["move", "word", true, false]);
    equal(tagger.meaningOf(key("ArrowLeft", { ctrlKey: true, shiftKey: true })), ["move", "sentence", false, true]);
    equal(tagger.meaningOf(key("ArrowRight", { shiftKey: true }), true), ["bounds", "end", true]);
    equal(tagger.meaningOf(key("ArrowRight", { altKey: true }), true), ["bounds", "start", true]);
    equal(tagger.meaningOf(key("3")), ["pinned", 3]);
    equal(tagger.meaningOf(key("U", { shiftKey: true })), ["redo"]);
    equal(tagger.meaningOf(key("c", { ctrlKey: true })), null);
    equal(tagger.meaningOf(key("Tab")), null);
  },
  "a sentence takes its values, and has a form for one": () => {
    const told = { tags: "{count} mærker", "tags.one": "ét mærke" };
    equal([tagger.sentence(told, "tags", { count: 2 }), tagger.sentence(told, "tags", { count: 1 })], ["2 mærker", "ét mærke"]);
  },
});
