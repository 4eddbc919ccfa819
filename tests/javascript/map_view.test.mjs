// What the map's own functions promise.

const picture = {
  boxes: [{ node: "i:a", left: 0, top: 0 }, { node: "m:x", left: 2, top: 0 }, { node: "m:y", left: 2, top: 1 }, { node: "o:z", left: 4, top: 0 }],
  lines: [{ line: "i:a→m:x", start: "i:a", end: "m:x" }, { line: "i:a→m:y", start: "i:a", end: "m:y" }, { line: "m:x→o:z", start: "m:x", end: "o:z" }, { line: "n:q→link:1", start: "i:a", end: "link:1" }],
};
const whole = { x: 0, y: 0, width: 800, height: 400 };
const table = [{ line: "i:a→m:x", start: "i:a", end: "m:x", from: "Ål", cases: 2, configurations: ["1", "2"] }, { line: "m:x→o:z", start: "m:x", end: "o:z", from: "Æg", cases: 5, configurations: ["2", "3"] }];

export default (map, equal) => ({
  "a box leads right to its first line and the line to the box at its end": () => {
    const line = map.nextOn(picture, { node: "i:a" }, "ArrowRight");
    equal(line, { line: "i:a→m:x", from: "i:a" });
    equal(map.nextOn(picture, line, "ArrowRight"), { node: "m:x" });
    equal(map.nextOn(picture, line, "ArrowLeft"), { node: "i:a" });
  },
  "up and down lead through the lines of the box one came from": () => {
    const second = map.nextOn(picture, { line: "i:a→m:x", from: "i:a" }, "ArrowDown");
    equal(second, { line: "i:a→m:y", from: "i:a" });
    equal(map.nextOn(picture, { line: "i:a→m:x", from: "i:a" }, "ArrowUp"), { line: "i:a→m:x", from: "i:a" });
  },
  "up and down lead through the column of a box": () => equal([map.nextOn(picture, { node: "m:x" }, "ArrowDown"), map.nextOn(picture, { node: "m:y" }, "ArrowDown")], [{ node: "m:y" }, { node: "m:y" }]),
  "where no line leads on, one stays": () => equal(map.nextOn(picture, { node: "o:z" }, "ArrowRight"), { node: "o:z" }),
  "zooming keeps the place under the pointer": () => equal(map.zoomed(whole, 2, { x: 400, y: 200 }, whole), { x: 200, y: 100, width: 400, height: 200 }),
  "zooming has an end": () => equal(map.zoomed(whole, 1000, { x: 0, y: 0 }, whole).width, 100),
  "some of the map stays in sight when it is moved": () => equal(map.panned(whole, 5000, -5000, whole), { ...whole, x: 640, y: -320 }),
  "a box outside is brought into sight, one inside moves nothing": () => {
    equal(map.broughtIn(whole, { x: 900, y: 10, width: 100, height: 20 }).x, 240);
    equal(map.broughtIn(whole, { x: 10, y: 10, width: 20, height: 20 }), whole);
  },
  "behind a box stand the configurations of all its lines, each once": () => equal([map.behind(table, { node: "m:x" }), map.behind(table, { line: "i:a→m:x" })], [["1", "2", "3"], ["1", "2"]]),
  "the table is in the order of a column, Danish letters last": () => equal([map.inOrder(table, "cases")[0].cases, map.inOrder(table, "from").map(({ from }) => from)], [5, ["Æg", "Ål"]]),
});
