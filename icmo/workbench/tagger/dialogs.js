// What needs more than a palette: a new code, a memo, a correction of the text, the list of keys.

import { field, makeDialog } from "./dialog.js";
import { element, sentence } from "./dom.js";
import { KEYS } from "./keys.js";

export function makeDialogs(page) {
  const word = (name, values) => sentence(page.words, name, values);

  const open = makeDialog({ el: page.el, word, refusal: (error) => page.refusal(error), leave: () => page.toText() });

  async function newCode(then) {
    const { families } = await page.ask({ kind: "families" });
    const family = element("select", {}, ...families.map((one, number) => element("option", { value: String(number) }, `${one.label} · ${one.role_word}`)));
    const texts = element("div");
    let fields = [];
    const show = () => {
      const { languages } = families[family.value];
      fields = languages.map((language) => {
        const [label, definition] = [element("input", { type: "text", lang: language }), element("textarea", { rows: "3", lang: language })];
        return { language, label, definition };
      });
      const tongue = (language) => (languages.length > 1 ? ` (${word(`language_${language}`)})` : "");
      texts.replaceChildren(...fields.flatMap((one) => [field(word("code_label") + tongue(one.language), one.label), field(word("code_definition") + tongue(one.language), one.definition)]));
    };
    family.addEventListener("change", show);
    show();
    open(word("new_code"), [field(word("code_family"), family), texts], word("save"), async () => {
      const chosen = families[family.value];
      const told = (name) => Object.fromEntries(fields.map((one) => [one.language, one[name].value]));
      const answer = await page.ask({ kind: "new_code", document: page.shown.document, book: chosen.book, family: chosen.family, label: told("label"), definition: told("definition") });
      page.takeCodes(answer.codes);
      page.say("code_made", { label: page.code(answer.code).label });
      if (then) then(page.code(answer.code), "");
      return "";
    });
  }

  function memo(about, on, name) {
    const text = element("textarea", { rows: "5" });
    open(word("memo_on", { name }), [field(word("memo"), text)], word("save"), async () => {
      if (!text.value.trim()) return word("memo_empty");
      const { memos } = await page.ask({ kind: "memo", on, about, text: text.value.trim() });
      page.say("memo_saved");
      page.panel.takeMemos(memos);
      return "";
    });
  }

  /** Correct what a turn says: what it does to the tags is shown before it is done. */
  function correct(row) {
    const text = element("textarea", { rows: "8", class: "icmo-correction" });
    text.value = row.turn.text;
    const lose = element("input", { type: "checkbox" });
    const losing = element("label", { class: "icmo-losing", hidden: true }, lose, ` ${word("correct_lose")}`);
    let seen = null;
    const { document, version } = page.shown;
    const ask = (more) => page.ask({ kind: "correct", document, version, start: row.turn.start, end: row.turn.start + row.turn.text.length, text: text.value, ...more });
    open(word("correct"), [field(word("correct_text", { speaker: row.turn.speaker, number: row.turn.number }), text), losing], word("correct_verb"), async () => {
      if (seen !== text.value) {
        const { outcomes } = await ask({ carry_out: false });
        seen = text.value;
        losing.hidden = !outcomes.lost;
        const told = Object.entries(outcomes).map(([outcome, count]) => word(`outcome_${outcome}`, { count }));
        return `${told.length ? told.join(" ") : word("outcome_none")} ${word("correct_again")}`;
      }
      await ask({ carry_out: true, lose: lose.checked });
      await page.reopen();
      page.say("corrected");
      return "";
    });
  }

  function keys() {
    const rows = KEYS.map(({ keys: names, name }) => element("tr", {}, element("th", { scope: "row" }, ...names.flatMap((one) => [element("kbd", {}, one), " "])), element("td", {}, word(`key_${name}`))));
    open(word("keys"), [element("table", { class: "icmo-keys" }, element("tbody", {}, ...rows)), element("p", { class: "icmo-quiet" }, word("keys_mouse"))], "");
  }

  return { newCode, memo, correct, keys };
}
