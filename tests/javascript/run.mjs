// Runs the tests of a widget's functions: `node run.mjs WIDGET.js TESTS.mjs`, and the same in a browser.
// The widget is read as data, so that Node takes it for a module though its name ends in .js.

const same = (a, b) => JSON.stringify(a) === JSON.stringify(b);

export async function run(widgetSource, testSource) {
  const load = (source) => import(`data:text/javascript;charset=utf-8,${encodeURIComponent(source)}`);
  const [widget, tests] = [await load(widgetSource), await load(testSource)];
  const equal = (got, expected) => {
    if (!same(got, expected)) throw new Error(`got ${JSON.stringify(got)}, expected ${JSON.stringify(expected)}`);
  };
  const results = {};
  for (const [name, test] of Object.entries(tests.default(widget, equal))) {
    try {
      await test();
      results[name] = null;
    } catch (error) {
      results[name] = error.message;
    }
  }
  return results;
}

if (typeof process !== "undefined" && process.argv[2]) {
  const { readFile } = await import("node:fs/promises");
  const [widget, tests] = await Promise.all(process.argv.slice(2).map((file) => readFile(file, "utf8")));
  console.log(JSON.stringify(await run(widget, tests)));
}
