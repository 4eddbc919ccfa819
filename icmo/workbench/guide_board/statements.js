// The statement board: what the groups wrote, as cards that are sorted into themes.

import { button, element } from "../tagger/dom.js";
import { isWriting, keepFocus } from "../boards/board.js";

const keyOf = (one) => `${one.document}-${one.number}`;

/**
 * The columns of the board: statements without a theme first, then each theme with its statements, those
 * with the most first; `more` are themes without statements that somebody put there to sort into.
 */
export function columnsOf(statements, more = [], case_ = "") {
  const shown = statements.filter((one) => !case_ || one.case === case_);
  const columns = new Map();
  for (const one of shown) for (const { code, tag, coder } of one.themes) columns.set(code, [...(columns.get(code) ?? []), { ...one, tag, coder }]);
  const loose = shown.filter((one) => !one.themes.length);
  const sorted = [...columns].sort((a, b) => b[1].length - a[1].length || (a[0] < b[0] ? -1 : 1));
  const empty = more.filter((code) => !columns.has(code)).map((code) => [code, []]);
  return [{ code: "", cards: inOrderOfPriority(loose) }, ...[...sorted, ...empty].map(([code, cards]) => ({ code, cards: inOrderOfPriority(cards) }))];
}

const inOrderOfPriority = (cards) => [...cards].sort((a, b) => (Number(a.priority) || 9) - (Number(b.priority) || 9) || (a.case < b.case ? -1 : a.case > b.case ? 1 : a.number - b.number));

/** How many statements of each theme there are in each case, and how many of them came first. */
export function fillsMost(statements) {
  const cases = [...new Set(statements.map((one) => one.case))].sort((a, b) => a.localeCompare(b, "da"));
  const themes = columnsOf(statements).filter(({ code }) => code);
  return { cases, rows: themes.map(({ code, cards }) => ({ code, total: cards.length, first: cards.filter((one) => String(one.priority) === "1").length, of: cases.map((one) => cards.filter((card) => card.case === one).length) })) };
}

export function makeStatements(board, { reader, showText }) {
  const { word } = board;
  const room = element("div", { class: "icmo-statements-room" });
  const side = element("div", { class: "icmo-sheet icmo-statement-sheet", tabindex: "0", role: "region" });
  const columns = element("div", { class: "icmo-columns-of-themes" });
  const controls = element("div", { class: "icmo-choices" });
  const most = element("details", { class: "icmo-most" });
  let [current, inTheme, more, case_] = [null, "", [], ""];

  const find = (key) => board.shown.statements.find((one) => keyOf(one) === key);

  function show() {
    if (!find(current)) current = null;
    keepFocus(room, draw);
    fill();
  }

  function draw() {
    if (!board.shown.statements.length) return room.replaceChildren(element("p", { class: "icmo-none" }, word("no_statements")));
    const cases = [...new Set(board.shown.statements.map((one) => one.case))].map((one) => ({ value: one, label: one }));
    const choice = board.choice(cases, case_, "case");
    choice.options[0].textContent = word("every_case");
    choice.setAttribute("aria-label", word("filter_case"));
    choice.dataset.focus = "statement-case";
    choice.addEventListener("change", () => ((case_ = choice.value), show()));
    controls.replaceChildren(choice, button(word("add_theme"), (event) => pick(event.currentTarget, (code) => ((more = [...more, code.code]), show())), { "data-focus": "add-theme", title: "a" }));
    columns.replaceChildren(...columnsOf(board.shown.statements, more, case_).map(column));
    table();
    room.replaceChildren(controls, columns, most);
    reach();
    return null;
  }

  const pick = (at, then) => board.chooseCode(["theme"], at.getBoundingClientRect(), then, true);

  function column({ code, cards }) {
    const theme = code ? board.code(code) : null;
    const name = theme ? theme.label : word("unsorted");
    const made = element("section", { class: "icmo-theme", "data-theme": code, "aria-label": name, tabindex: "0" }, element("h5", {}, name, element("span", { class: "icmo-quiet" }, ` ${cards.length}`)), element("ul", {}, ...cards.map((one) => card(one, code))));
    if (theme) made.style.setProperty("--icmo-colour", theme.colour);
    made.addEventListener("dragover", (event) => {
      if (![...event.dataTransfer.types].includes("application/x-icmo-statement")) return;
      event.preventDefault();
      made.classList.add("icmo-over");
    });
    made.addEventListener("dragleave", () => made.classList.remove("icmo-over"));
    made.addEventListener("drop", (event) => {
      event.preventDefault();
      made.classList.remove("icmo-over");
      const { key, tag } = JSON.parse(event.dataTransfer.getData("application/x-icmo-statement"));
      sort(find(key), code, tag);
    });
    return made;
  }

  function card(one, theme) {
    const who = [one.participant, one.role].filter(Boolean).join(", ");
    const told = [one.scope && word(`scope_${one.scope}`), one.priority && word("priority", { priority: one.priority }), who, one.case].filter(Boolean).join(" · ");
    return element(
      "li",
      {
        class: `icmo-statement icmo-scope-${one.scope === "group" ? "group" : "individual"}`,
        draggable: "true",
        ondragstart: (event) => event.dataTransfer.setData("application/x-icmo-statement", JSON.stringify({ key: keyOf(one), tag: one.tag ?? "" })),
      },
      // A button of its own: those of the tagger hold the mouse, and a card is to be dragged.
      element("button", { type: "button", onclick: () => choose(one, theme), class: "icmo-statement-text", tabindex: "-1", "data-statement": keyOf(one), "data-in": theme, "data-focus": `statement-${keyOf(one)}-${theme}`, "aria-pressed": String(keyOf(one) === current && theme === inTheme) }, one.text),
      element("div", { class: "icmo-quiet" }, told),
      one.unfolded.length ? element("div", { class: "icmo-quiet" }, word(one.unfolded.length === 1 ? "count_unfolded.one" : "count_unfolded", { count: one.unfolded.length })) : "",
    );
  }

  /** Into a theme, out of the one it was dragged from; out of all themes where it is put among the unsorted. */
  async function sort(one, code, tag) {
    if (!one) return null;
    if (!code) return tag ? board.act("unsort", { tag }, "unsorted_now") : null;
    if (one.themes.some((theme) => theme.code === code && theme.coder === board.shown.coder)) return board.say("there_already");
    const own = one.themes.find((theme) => theme.tag === tag && theme.coder === board.shown.coder);
    const done = await board.act("sort", { document: one.document, start: one.span[0], end: one.span[1], code, tag: own ? tag : "" }, "");
    if (!done) return null;
    board.say("sorted", { theme: board.code(code).label });
    [current, inTheme] = [keyOf(one), code];
    room.querySelector(`[data-focus="${CSS.escape(`statement-${current}-${code}`)}"]`)?.focus();
    reach();
    return done;
  }

  function choose(one, theme) {
    [current, inTheme] = [keyOf(one), theme];
    for (const card_ of room.querySelectorAll("[data-statement]")) card_.setAttribute("aria-pressed", String(card_.dataset.statement === current && card_.dataset.in === theme));
    reach();
    fill();
  }

  function reach() {
    const cards = [...columns.querySelectorAll("[data-statement]")];
    const now = cards.find((one) => one.dataset.statement === current && one.dataset.in === inTheme) ?? cards[0];
    for (const one of cards) one.tabIndex = one === now ? 0 : -1;
  }

  function table() {
    const { cases, rows } = fillsMost(board.shown.statements);
    most.replaceChildren(
      element("summary", {}, word("fills_most")),
      element("div", { class: "icmo-scroll" }, element("table", { class: "icmo-most-table" }, element("thead", {}, element("tr", {}, element("th", { scope: "col" }, word("claim_theme")), element("th", { scope: "col" }, word("all")), element("th", { scope: "col" }, word("first")), ...cases.map((one) => element("th", { scope: "col" }, one)))), element("tbody", {}, ...rows.map((row) => element("tr", {}, element("th", { scope: "row" }, board.code(row.code).label), ...[row.total, row.first, ...row.of].map((count) => element("td", {}, count ? String(count) : "·"))))))),
    );
  }

  function fill() {
    const one = find(current);
    side.setAttribute("aria-label", word("statement"));
    if (!one) return side.replaceChildren(element("p", { class: "icmo-none" }, word("statement_choose")));
    reader.paint(one.unfolded.map((passage) => ({ ...passage, role: "evidence" })));
    const themes = one.themes.map((theme) => element("li", {}, board.code(theme.code).label, element("span", { class: "icmo-quiet" }, ` ${theme.coder} `), theme.coder === board.shown.coder ? button(word("take_away"), () => board.act("unsort", { tag: theme.tag }, "unsorted_now"), { class: "icmo-plain icmo-remove" }) : ""));
    const unfolding = one.unfolded.map((passage) => element("li", { class: "icmo-words" }, button(passage.text, () => showText(passage), { class: "icmo-quote", title: word("go_to_words") }), element("div", { class: "icmo-quiet" }, [passage.name, board.code(passage.code).label].join(" · "))));
    return keepFocus(side, () =>
      side.replaceChildren(
        element("h4", {}, one.text),
        element("p", { class: "icmo-quiet" }, [one.scope && word(`scope_${one.scope}`), one.priority && word("priority", { priority: one.priority }), one.participant, one.role, one.case].filter(Boolean).join(" · ")),
        element("h5", {}, word("themes")),
        themes.length ? element("ul", { class: "icmo-points" }, ...themes) : element("p", { class: "icmo-none" }, word("no_theme")),
        element("div", { class: "icmo-hands" }, button(word("sort_into"), (event) => pick(event.currentTarget, (code) => sort(find(current), code.code, "")), { "data-focus": "sort-into", title: "Enter" }), button(word("find_unfolding"), () => showText(null), { title: "t" })),
        element("h5", {}, word("unfolded_by")),
        unfolding.length ? element("ul", { class: "icmo-evidence" }, ...unfolding) : element("p", { class: "icmo-none" }, word("no_unfolding")),
      ),
    );
  }

  room.addEventListener("keydown", (event) => {
    const here = event.target.closest("[data-statement]");
    if (!here || event.ctrlKey || event.metaKey || isWriting(event.target)) return;
    const one = find(here.dataset.statement);
    const theme = here.dataset.in;
    const own = one.themes.find(({ code }) => code === theme);
    const sections = [...columns.children];
    const place = sections.indexOf(here.closest("section"));
    const step = { ArrowRight: 1, ArrowLeft: -1 }[event.key];
    if (step && event.altKey) {
      const to = sections[place + step];
      if (to) sort(one, to.dataset.theme, own?.tag ?? "");
    } else if (step) {
      const row = [...here.closest("ul").children].indexOf(here.closest("li"));
      for (let next = place + step; sections[next]; next += step) {
        const cards = sections[next].querySelectorAll("[data-statement]");
        if (!cards.length) continue;
        move(cards[Math.min(row, cards.length - 1)]);
        break;
      }
    } else if (event.key === "ArrowDown" || event.key === "ArrowUp") {
      const item = here.closest("li")[event.key === "ArrowDown" ? "nextElementSibling" : "previousElementSibling"];
      if (item) move(item.querySelector("[data-statement]"));
    } else if (event.key === "Enter" || event.key === " ") (choose(one, theme), pick(here, (code) => sort(find(here.dataset.statement), code.code, "")));
    else if ((event.key === "x" || event.key === "Delete") && own) board.act("unsort", { tag: own.tag }, "unsorted_now");
    else if (event.key === "a") room.querySelector('[data-focus="add-theme"]').click();
    else if (event.key === "t") (choose(one, theme), showText(null));
    else return;
    event.preventDefault();
    event.stopPropagation();
  });

  function move(to) {
    choose(find(to.dataset.statement), to.dataset.in);
    to.focus();
  }

  return { room, side, show, focus: () => columns.querySelector('[data-statement][tabindex="0"]')?.focus(), current: () => find(current), theme: () => inTheme };
}
