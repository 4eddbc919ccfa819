// The palette: type to find a code, see what it means, put it on what is selected.

import { button, element, placed, sentence } from "./dom.js";
import { findCodes } from "./codes.js";

const SHOWN = 60; // more rows than a person reads before typing on

/** A code as a row of a list: letter, name, and the key it is pinned to. */
export function codeRow(page, code, attributes) {
  const letter = element("span", { class: "icmo-letter", "aria-hidden": "true" }, code.letter);
  const row = element("li", { class: "icmo-code", "data-code": code.code, ...attributes }, letter, element("span", { class: "icmo-code-label" }, code.label));
  row.style.setProperty("--icmo-colour", code.colour);
  const pinned = page.pins.indexOf(code.code);
  if (pinned >= 0) row.append(element("kbd", {}, String(pinned + 1)));
  return row;
}

/** What a code means, with when to use it and when not where that is wanted. */
export function meaning(page, code, rules) {
  if (!code) return [];
  const word = (name) => sentence(page.words, name);
  const parts = [
    element("div", { class: "icmo-meaning-name" }, element("strong", {}, code.label), ` · ${code.role_word}${code.family.toLocaleLowerCase("da").startsWith(code.role_word) ? "" : ` · ${code.family}`}`),
    element("p", {}, code.definition),
  ];
  if (rules) {
    for (const name of ["include", "exclude"]) {
      if (code[name]) parts.push(element("p", {}, element("em", {}, `${word(name)}: `), code[name]));
    }
    if (!code.include && !code.exclude) parts.push(element("p", { class: "icmo-quiet" }, word("no_rules")));
  }
  return parts;
}

export function makePalette(page) {
  const word = (name, values) => sentence(page.words, name, values);
  let [found, active, polarity, rules, act] = [[], 0, "", false, null];
  const id = `${page.view}-palette`;

  const search = element("input", { type: "text", class: "icmo-palette-search", role: "combobox", "aria-expanded": "true", "aria-autocomplete": "list", "aria-controls": `${id}-list`, autocomplete: "off", spellcheck: "false" });
  const list = element("ul", { class: "icmo-palette-list", role: "listbox", id: `${id}-list` });
  const means = element("div", { class: "icmo-meaning", "aria-live": "polite", role: "group", tabindex: "0" });
  const signs = element("div", { class: "icmo-signs", role: "group" });
  const foot = element("div", { class: "icmo-palette-foot" });
  const box = element("div", { class: "icmo-popup icmo-palette", role: "dialog", hidden: true }, search, element("div", { class: "icmo-palette-body" }, list, means), foot);

  function show() {
    found = findCodes(page.shown.codes, search.value, page.shown.use).slice(0, SHOWN);
    active = Math.max(0, Math.min(active, found.length - 1));
    list.replaceChildren(
      ...found.map((code, number) =>
        codeRow(page, code, {
          role: "option",
          id: `${id}-${number}`,
          "aria-selected": String(number === active),
          onmousedown: (event) => event.preventDefault(),
          onmousemove: () => number !== active && turn(number),
          onclick: (event) => choose(event.ctrlKey || event.metaKey),
        }),
      ),
    );
    if (!found.length) list.append(element("li", { class: "icmo-none", role: "presentation" }, word("no_codes")));
    turn(active);
  }

  function turn(number) {
    active = number;
    for (const [place, row] of [...list.children].entries()) row.setAttribute("aria-selected", String(place === active));
    search.setAttribute("aria-activedescendant", found.length ? `${id}-${active}` : "");
    list.children[active]?.scrollIntoView({ block: "nearest" });
    means.replaceChildren(...meaning(page, found[active], rules));
  }

  function sign(value) {
    polarity = value;
    signs.setAttribute("aria-label", word("polarity"));
    signs.replaceChildren(
      ...["", "promotes", "hinders"].map((one) =>
        button(word(`polarity_${one || "none"}`), () => sign(one), { "aria-pressed": String(one === polarity), tabindex: "-1" }),
      ),
    );
  }

  function choose(more) {
    const code = found[active];
    if (!code) return;
    act(code, polarity);
    if (more) {
      search.value = "";
      active = 0;
      show();
    } else {
      close();
    }
  }

  function open(rect, then) {
    act = then;
    active = 0;
    search.value = "";
    search.placeholder = word("search");
    search.setAttribute("aria-label", word("search"));
    list.setAttribute("aria-label", word("codes"));
    box.setAttribute("aria-label", word("palette"));
    means.setAttribute("aria-label", word("code_definition"));
    sign("");
    foot.replaceChildren(
      signs,
      button(word("rules"), () => ((rules = !rules), turn(active)), { tabindex: "-1", class: "icmo-plain" }),
      button(word("new_code"), () => (close(), page.newCode(then)), { class: "icmo-plain" }),
      element("span", { class: "icmo-quiet" }, word("palette_keys")),
    );
    box.hidden = false;
    show();
    placed(box, rect, page.el);
    search.focus({ preventScroll: true });
  }

  function close() {
    if (box.hidden) return;
    box.hidden = true;
    page.toText();
  }

  search.addEventListener("input", () => ((active = 0), show()));
  box.addEventListener("keydown", (event) => {
    event.stopPropagation();
    const step = { ArrowDown: 1, ArrowUp: -1, PageDown: 8, PageUp: -8 }[event.key];
    if (step && found.length) turn(Math.max(0, Math.min(found.length - 1, active + step)));
    else if (event.key === "Enter" && event.target === search) choose(event.ctrlKey || event.metaKey);
    else if (event.key === "Escape") close();
    else if (event.altKey && event.key === "p") sign(polarity === "promotes" ? "" : "promotes");
    else if (event.altKey && event.key === "m") sign(polarity === "hinders" ? "" : "hinders");
    else if (event.altKey && event.key === "i") turn(((rules = !rules), active));
    else return;
    event.preventDefault();
  });
  return { box, open, close };
}
