// GUIDE: principles by letters, and beside them the questions, the passages, the levels and the judges.

import { button, element } from "../tagger/dom.js";
import { keepFocus } from "../boards/board.js";

/** The cell of a principle and a letter, in a case or, without one, in all. */
export const cellOf = (cells, principle, letter, case_) => cells.find((cell) => cell.principle === principle && cell.letter === letter && cell.case === case_) ?? null;

/** What a cell shows: the level, or from which to which, and whether judges part. */
export function levelOf(cell) {
  if (!cell || cell.lowest === null) return "";
  return cell.lowest === cell.highest ? String(cell.lowest) : `${cell.lowest}–${cell.highest}`;
}

/** How far two judges are apart on the same cell of a case: for each pair, who gave what. */
export function apart(ratings) {
  const pairs = [];
  const byCase = Map.groupBy ? Map.groupBy(ratings, (one) => one.case) : grouped(ratings);
  for (const [case_, some] of byCase) {
    const levels = some.map(({ level }) => level);
    if (some.length > 1) pairs.push({ case: case_, judges: some, distance: Math.max(...levels) - Math.min(...levels) });
  }
  return pairs;
}

function grouped(ratings) {
  const found = new Map();
  for (const one of ratings) found.set(one.case, [...(found.get(one.case) ?? []), one]);
  return found;
}

export function makeGuide(board, { reader, showText }) {
  const { word } = board;
  const room = element("div", { class: "icmo-guide-room" });
  const side = element("div", { class: "icmo-sheet icmo-cell-sheet", tabindex: "0", role: "region" });
  const ASPECT_COLUMNS = () => board.shown.aspects;
  let [case_, at, rating] = ["", null, ""];

  const anchorOf = (level) => board.shown.rubric.find((one) => one.level === level);
  const inLanguage = (row, part) => row?.[`${part}_${board.el.lang}`] || row?.[`${part}_da`] || "";
  const ratingsOf = (principle, letter) => board.shown.ratings.filter((one) => one.principle === principle && one.letter === letter && (!case_ || one.case === case_));
  const judgementsOf = (principle, aspect) => board.shown.judgements.filter((one) => one.about === principle && one.aspect === aspect && (!case_ || one.case === case_ || !one.case));

  function show() {
    keepFocus(room, draw);
    if (at && !side.contains(document.activeElement)) fill();
    else if (!at) side.replaceChildren(element("p", { class: "icmo-none" }, word("guide_choose")));
  }

  function draw() {
    const choice = board.choice(board.shown.cases, case_, "case");
    choice.options[0].textContent = word("every_case");
    choice.setAttribute("aria-label", word("filter_case"));
    choice.dataset.focus = "guide-case";
    choice.addEventListener("change", () => ((case_ = choice.value), keepFocus(room, draw), at && fill()));
    const heads = [element("th", { scope: "col" }, word("principle")), ...board.shown.letters.map((letter) => element("th", { scope: "col", title: word(`letter_${letter}`) }, letter, element("span", { class: "icmo-quiet" }, ` ${word(`letter_${letter}`)}`))), ...ASPECT_COLUMNS().map((aspect) => element("th", { scope: "col", class: "icmo-aspect-head" }, word(`aspect_${aspect}`)))];
    const rows = board.shown.principles.map((principle) => element("tr", {}, element("th", { scope: "row" }, board.code(principle).label), ...board.shown.letters.map((letter) => cell(principle, letter)), ...ASPECT_COLUMNS().map((aspect) => judged(principle, aspect))));
    room.replaceChildren(
      element("div", { class: "icmo-choices" }, choice, button(word("edit_rubric"), editRubric, { class: "icmo-plain" })),
      element("div", { class: "icmo-scroll" }, element("table", { class: "icmo-guide" }, element("caption", { class: "icmo-quiet" }, word("guide_caption")), element("thead", {}, element("tr", {}, ...heads)), element("tbody", {}, ...rows))),
    );
    reach();
  }

  function cell(principle, letter) {
    const own = cellOf(board.shown.cells, principle, letter, case_);
    const level = levelOf(own);
    const differ = apart(ratingsOf(principle, letter)).some(({ distance }) => distance > 1);
    const passages = own?.passages ?? 0;
    const label = [board.code(principle).label, word(`letter_${letter}`), level ? word("level_told", { level }) : word("not_rated"), word(passages === 1 ? "count_passages.one" : "count_passages", { count: passages }), differ && word("judges_differ")].filter(Boolean).join(", ");
    const chosen = at?.principle === principle && at?.letter === letter;
    const made = button("", () => choose({ principle, letter }), { class: `icmo-cell${level || passages ? "" : " icmo-empty"}`, tabindex: "-1", "data-cell": `${principle}-${letter}`, "data-focus": `cell-${principle}-${letter}`, "aria-label": label, "aria-pressed": String(chosen) });
    made.append(element("strong", {}, level || "·"), element("span", { class: "icmo-quiet" }, passages ? word(passages === 1 ? "count_passages.one" : "count_passages", { count: passages }) : word("no_passages")));
    if (differ) made.append(element("span", { class: "icmo-differ", "aria-hidden": "true" }, "≠"));
    return element("td", {}, made);
  }

  function judged(principle, aspect) {
    const own = judgementsOf(principle, aspect);
    const told = [...new Set(own.map(({ level }) => word(`judged_${level}`)))].join(" / ");
    const chosen = at?.principle === principle && at?.aspect === aspect;
    const label = [board.code(principle).label, word(`aspect_${aspect}`), told || word("not_judged")].join(", ");
    return element("td", { class: "icmo-aspect" }, button(told || "·", () => choose({ principle, aspect }), { class: `icmo-cell${told ? "" : " icmo-empty"}`, tabindex: "-1", "data-cell": `${principle}-${aspect}`, "data-focus": `cell-${principle}-${aspect}`, "aria-label": label, "aria-pressed": String(chosen) }));
  }

  function choose(next) {
    at = next;
    rating = "";
    for (const one of room.querySelectorAll("[data-cell]")) one.setAttribute("aria-pressed", String(one.dataset.cell === `${at.principle}-${at.letter ?? at.aspect}`));
    reach();
    fill();
  }

  function reach() {
    const cells = [...room.querySelectorAll("[data-cell]")];
    const now = cells.find((one) => at && one.dataset.cell === `${at.principle}-${at.letter ?? at.aspect}`) ?? cells[0];
    for (const one of cells) one.tabIndex = one === now ? 0 : -1;
  }

  room.addEventListener("keydown", (event) => {
    const here = event.target.closest("[data-cell]");
    const step = { ArrowRight: [0, 1], ArrowLeft: [0, -1], ArrowDown: [1, 0], ArrowUp: [-1, 0] }[event.key];
    const digit = /^[0-9]$/.test(event.key) && !event.ctrlKey && !event.altKey;
    if (!here || (!step && !digit)) return;
    event.preventDefault();
    if (digit) return void (here.click(), rateWith(Number(event.key)));
    const row = here.closest("tr");
    const rows = [...row.parentElement.children];
    const cells = [...row.querySelectorAll("[data-cell]")];
    const to = rows[rows.indexOf(row) + step[0]]?.querySelectorAll("[data-cell]")[cells.indexOf(here) + step[1]];
    if (!to) return;
    here.tabIndex = -1;
    to.tabIndex = 0;
    to.focus();
  });

  // ── beside the table ──

  let asked = 0;
  async function fill() {
    if (at.aspect) return judgementSheet();
    const mine = (asked += 1);
    try {
      const { questions, passages } = await board.ask({ kind: "cell", principle: at.principle, letter: at.letter, case: case_ });
      if (mine !== asked) return null;
      reader.paint(passages.map((one) => ({ ...one, role: "evidence" })));
      side.setAttribute("aria-label", word("cell"));
      keepFocus(side, () => side.replaceChildren(...cellSheet(questions, passages)));
    } catch (error) {
      board.sayText(board.refusal(error));
    }
    return null;
  }

  function cellSheet(questions, passages) {
    const asks = questions.length ? element("ul", { class: "icmo-questions" }, ...questions.map((one) => element("li", {}, one.text, one.probe ? element("p", { class: "icmo-quiet" }, one.probe) : ""))) : element("p", { class: "icmo-none" }, word("no_questions"));
    const found = passages.length ? element("ul", { class: "icmo-evidence" }, ...passages.map(passage)) : element("p", { class: "icmo-none" }, word("no_passages"));
    return [element("h4", {}, `${at.letter} · ${word(`letter_${at.letter}`)} — ${board.code(at.principle).label}`), ...ratingForm(), ...judges(), element("h5", {}, word("questions_asked")), asks, element("h5", {}, word("passages_found")), found];
  }

  function passage(one) {
    return element("li", { class: "icmo-words" }, button(one.text, () => showText(one), { class: "icmo-quote", title: word("go_to_words") }), element("div", { class: "icmo-quiet" }, [one.name, one.case, one.group, one.coder].filter(Boolean).join(" · ")));
  }

  let which = null;
  function ratingForm() {
    which = board.choice(board.shown.cases, case_ || which?.value || board.shown.cases[0]?.value, "case", false);
    const mine = () => board.shown.ratings.find((one) => one.principle === at.principle && one.letter === at.letter && one.case === which.value && one.judge === board.shown.coder);
    const name = `${board.view}-level`;
    const levels = board.shown.rubric.map((one) => {
      const input = element("input", { type: "radio", name, value: String(one.level) });
      input.checked = mine()?.level === one.level;
      return element("label", { class: "icmo-level" }, input, element("span", {}, element("strong", {}, `${one.level} · ${inLanguage(one, "label")}`), element("span", { class: "icmo-quiet" }, ` ${inLanguage(one, "anchor")}`)));
    });
    const group = element("fieldset", { class: "icmo-levels" }, element("legend", {}, word("level")), ...levels);
    const rationale = element("textarea", { rows: "3", "data-focus": "rationale" });
    rationale.value = mine()?.rationale ?? "";
    rationale.addEventListener("keydown", (event) => (event.ctrlKey || event.metaKey) && event.key === "Enter" && save());
    which.addEventListener("change", () => {
      for (const input of group.querySelectorAll("input")) input.checked = mine()?.level === Number(input.value);
      rationale.value = mine()?.rationale ?? "";
    });
    async function save() {
      const level = group.querySelector("input:checked")?.value;
      if (!level) return board.say("level_needed");
      const answer = await board.act("rate", { principle: at.principle, letter: at.letter, case: which.value, level: Number(level), rationale: rationale.value.trim() }, "rated");
      if (answer) ((rating = answer.rating), fill());
      return null;
    }
    rating = mine()?.rating ?? "";
    return [...(case_ ? [] : [board.field(word("filter_case"), which)]), group, board.field(word("rationale"), rationale), element("div", { class: "icmo-hands" }, button(word("save_rating"), save, { class: "icmo-save" }))];
  }

  /** Go to the level of a number key; it is saved with its rationale. */
  function rateWith(level) {
    setTimeout(async () => {
      await new Promise((done) => setTimeout(done, 150));
      const input = side.querySelector(`input[value="${level}"]`);
      if (!input) return;
      input.checked = true;
      side.querySelector("textarea").focus();
    });
  }

  /** Who rated what, side by side, with how far they are apart. */
  function judges() {
    const own = ratingsOf(at.principle, at.letter);
    if (!own.length) return [element("p", { class: "icmo-none" }, word("not_rated"))];
    const parting = new Map(apart(own).map((one) => [one.case, one.distance]));
    const rows = own.map((one) => element("tr", {}, element("th", { scope: "row" }, one.case), element("td", {}, one.judge), element("td", { title: inLanguage(anchorOf(one.level), "anchor") }, `${one.level} · ${inLanguage(anchorOf(one.level), "label")}`), element("td", {}, one.rationale, element("span", { class: "icmo-quiet" }, ` ${one.created}`), parting.get(one.case) > 0 ? element("span", { class: "icmo-differ" }, ` ${word("levels_apart", { count: parting.get(one.case) })}`) : "")));
    return [element("h5", {}, word("who_rated")), element("table", { class: "icmo-judges" }, element("thead", {}, element("tr", {}, ...["filter_case", "judge", "level", "rationale"].map((name) => element("th", { scope: "col" }, word(name))))), element("tbody", {}, ...rows))];
  }

  function judgementSheet() {
    const mine = board.shown.judgements.find((one) => one.about === at.principle && one.aspect === at.aspect && one.case === case_ && one.judge === board.shown.coder);
    const level = board.choice(board.shown.levels, mine?.level, "judged");
    const rationale = element("textarea", { rows: "4" });
    rationale.value = mine?.rationale ?? "";
    const uncertain = element("input", { type: "checkbox" });
    uncertain.checked = Boolean(mine?.uncertain);
    const save = async () => {
      if (!level.value) return board.say("level_needed");
      if (await board.act("judge", { principle: at.principle, aspect: at.aspect, level: level.value, case: case_, rationale: rationale.value.trim(), uncertain: uncertain.checked }, "judged")) judgementSheet();
      return null;
    };
    const before = board.shown.aspects.slice(0, board.shown.aspects.indexOf(at.aspect)).filter((aspect) => !judgementsOf(at.principle, aspect).some((one) => ["yes", "partly"].includes(one.level)));
    const rows = judgementsOf(at.principle, at.aspect).map((one) => element("li", { class: "icmo-words" }, element("strong", {}, word(`judged_${one.level}`)), element("p", {}, one.rationale), element("div", { class: "icmo-quiet" }, [one.judge, one.created, one.case || word("every_case"), one.uncertain && word("uncertain")].filter(Boolean).join(" · "))));
    side.replaceChildren(
      element("h4", {}, `${word(`aspect_${at.aspect}`)} — ${board.code(at.principle).label}`),
      element("p", { class: "icmo-quiet" }, word("aspects_mean")),
      before.length ? element("p", { class: "icmo-warning" }, word("presupposes", { aspects: before.map((aspect) => word(`aspect_${aspect}`)).join(", ") })) : "",
      board.field(word("judgement"), level),
      board.field(word("rationale"), rationale),
      element("label", { class: "icmo-check" }, uncertain, ` ${word("uncertain")}`),
      element("div", { class: "icmo-hands" }, button(word("save"), save, { class: "icmo-save" })),
      element("ul", { class: "icmo-evidence" }, ...rows),
    );
  }

  function editRubric() {
    const names = ["label_da", "label_en", "anchor_da", "anchor_en"];
    const rows = board.shown.rubric.map((one) => ({ level: one.level, ...Object.fromEntries(names.map((name) => [name, one[name]])) }));
    const fields = element("div", { class: "icmo-rubric" });
    const put = () =>
      fields.replaceChildren(
        ...rows.map((row) =>
          element("fieldset", {}, element("legend", {}, word("level_told", { level: row.level })), ...names.map((name) => {
            const input = element(name.startsWith("anchor") ? "textarea" : "input", name.startsWith("anchor") ? { rows: "2", lang: name.slice(-2) } : { type: "text", lang: name.slice(-2) });
            input.value = row[name];
            input.addEventListener("input", () => (row[name] = input.value));
            return board.field(word(`rubric_${name}`), input);
          })),
        ),
      );
    put();
    const more = button(word("rubric_more"), () => {
      rows.push({ level: Math.max(0, ...rows.map(({ level }) => level)) + 1, label_da: "", label_en: "", anchor_da: "", anchor_en: "" });
      put();
    }, { class: "icmo-plain" });
    const less = button(word("rubric_less"), () => (rows.pop(), put()), { class: "icmo-plain" });
    board.dialog(word("edit_rubric"), [fields, element("div", { class: "icmo-hands" }, more, less)], word("save"), async () => {
      await board.ask({ kind: "change_rubric", rubric: rows });
      board.say("saved");
      return "";
    });
  }

  return { room, side, show, target: () => (at?.letter ? rating : ""), focus: () => room.querySelector('[data-cell][tabindex="0"]')?.focus() };
}
