// What the exchange board's own functions promise.

const large = 1000;

export default (exchange, equal) => ({
  "a file goes in portions, the last one as long as it is": () => {
    equal(exchange.beginnings(10, 4), [0, 4, 8]);
    equal(exchange.beginnings(8, 4), [0, 4]);
  },
  "an empty file has one portion": () => equal(exchange.beginnings(0, 4), [0]),
  "portions are sent in their order with their places": async () => {
    const sent = [];
    const whole = await exchange.sendPortions(async (message, [bytes]) => sent.push([message.at, new TextDecoder().decode(bytes)]), new Blob(["abcdefgh"]), "f", 3);
    equal([whole, sent], [true, [[0, "abc"], [3, "def"], [6, "gh"]]]);
  },
  "nothing more is sent of a file that nobody wants any more": async () => {
    const sent = [];
    equal(await exchange.sendPortions(async ({ at }) => sent.push(at), new Blob(["abcdefgh"]), "f", 3, () => {}, () => sent.length < 2), false);
    equal(sent, [0, 3]);
  },
  "portions are fetched in their order, and how far it has come is told": async () => {
    const told = [];
    const bytes = await exchange.fetchPortions(async ({ at }) => ({ buffers: [at] }), "p", 10, 4, (part) => told.push(part));
    equal([bytes, told], [[0, 4, 8], [0.4, 0.8, 1]]);
  },
  "a size is written as people write it": () => equal([exchange.fileSize(999, "da"), exchange.fileSize(1234, "da"), exchange.fileSize(1234, "en"), exchange.fileSize(25_400_000, "da")], ["999 B", "1,2 KB", "1.2 KB", "25 MB"]),
  "a file is known by its ending, whatever its letters": () => equal(["A.QDPX", "a.b.csv", "csv", ".csv"].map(exchange.ending), [".qdpx", ".csv", "", ""]),
  "a file that nobody reads, an empty one and one that is too large are told at once": () => {
    const problem = (name, size = 5) => exchange.problemOf({ name, size }, large);
    equal([problem("a.exe"), problem("a.csv", 0), problem("a.csv", 1001), problem("a.csv")], ["exchange_unknown", "exchange_empty", "exchange_too_large", ""]);
  },
  "every way out stands in one group": () => {
    const ways = exchange.GROUPS.flatMap(({ ways: some }) => some);
    equal([ways.length, new Set(ways).size], [8, 8]);
  },
  "a file is said to hold people's words where it does": () => {
    equal(["qdpx", "docx", "html", "jsonl"].map((way) => exchange.holds(way, [])), ["words", "words", "words", "words"]);
    equal([exchange.holds("qdc", []), exchange.holds("csv", ["codebook"]), exchange.holds("csv", ["matrix"]), exchange.holds("xlsx", ["codebook", "evidence"]), exchange.holds("xlsx", ["codebook", "memos"])], ["codes", "codes", "notes", "words", "notes"]);
  },
  "what the standard names is said in words, what it does not know as it stands": () => {
    const words = { exchange_element_textsource: "tekster", exchange_outcome_no_code: "koden findes ikke" };
    equal([exchange.called(words, "element", "TextSource"), exchange.called(words, "element", "Odd"), exchange.called(words, "outcome", "no code"), exchange.called(words, "label", null)], ["tekster", "Odd", "koden findes ikke", ""]);
  },
});
