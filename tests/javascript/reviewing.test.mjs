// What the review widgets share; run by Node, or in the browser where there is no Node.

const memory = (held = {}) => ({ getItem: (key) => held[key] ?? null, setItem: (key, value) => (held[key] = value) });
const forbidden = { getItem: () => { throw new Error("no"); }, setItem: () => { throw new Error("no"); } };

export default ({ asPercent, visible, stepped, filled, remembered, remember }, equal) => ({
  "signs that are not seen are shown": () => equal(visible("en-\nto\u00a0tre\u00ad"), "en-↵to°tre¬"),
  "a space alone or doubled is shown and one between words is not": () => equal([" ", "a  b", "a b"].map(visible), ["␣", "a␣␣b", "a b"]),
  "emoji and Danish letters stay as they are": () => equal(visible("😀 æøå"), "😀 æøå"),
  "a step goes along the rows that are shown and stops at the last": () =>
    equal([stepped(["a", "b"], "a", 1), stepped(["a", "b"], "b", 1), stepped(["a", "b"], "a", -1)], ["b", "b", "a"]),
  "a step from a row that is hidden goes to the first one": () => equal([stepped(["b", "c"], "a", 1), stepped([], "a", 1)], ["b", null]),
  "a blank in what people wrote is not filled": () => equal(filled("{a} og {b}", { a: "{b}", b: 2 }), "{b} og 2"),
  "no confidence is a hundred per cent": () => equal([asPercent(0.999, "en"), asPercent(0.5, "en")], ["99%", "50%"]),
  "what is remembered comes back": () => {
    const own = memory();
    remember("k", { x: 1 }, own);
    equal(remembered("k", own), { x: 1 });
  },
  "a browser without a memory, or with a broken one, remembers nothing": () => {
    remember("k", {}, forbidden);
    equal([remembered("k", forbidden), remembered("k", memory({ k: "{" }))], [{}, {}]);
  },
});
