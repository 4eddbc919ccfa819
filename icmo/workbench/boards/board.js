// What every board's page has: its kernel, a line at the top, what it says, dialogs, tabs and undo.
// What people said or wrote comes in messages and is only ever put on the page as text.

import { field, makeDialog } from "../tagger/dialog.js";
import { button, element, keepKeys, sentence } from "../tagger/dom.js";
import { makeKernel } from "../tagger/kernel.js";
import { makePalette } from "../tagger/palette.js";

/**
 * The frame of a board. `show(told)` draws what the kernel tells, first and whenever something has
 * changed; `keys` are the lines of its list of keys; `heard` gets messages that Python sends by itself.
 */
export function makeBoard({ model, el, kind, show, keys, heard }) {
  const board = { el, words: {}, shown: null, pins: [], documents: [], codes: new Map() };
  const word = (name, values) => sentence(board.words, name, values);
  board.word = word;

  el.classList.add("icmo-board", `icmo-${kind}`);
  keepKeys(el);
  const height = model.get("_height");
  if (height) el.style.setProperty("--icmo-height", height);

  const kernel = makeKernel({ model, receive, tell: tellKernel });
  board.view = kernel.view;
  board.ask = kernel.ask;
  const chooser = { el, view: kernel.view, pins: [], shown: { codes: [], use: {} }, toText: () => {}, newCode: () => {} };
  const palette = makePalette(chooser);
  const top = element("div", { class: "icmo-top" });
  const lost = element("p", { class: "icmo-lost", role: "alert", hidden: true });
  const status = element("p", { class: "icmo-status", role: "status", "aria-live": "polite" });
  const spoken = element("p", { class: "icmo-spoken", "aria-live": "polite" });
  board.body = element("div", { class: "icmo-body" });
  el.replaceChildren(top, lost, board.body, palette.box, status, spoken);

  board.say = (name, values) => (status.textContent = word(name, values));
  board.sayText = (told) => (status.textContent = told);
  board.refusal = (error) => (error.message === "lost" ? word("not_done") : error.message);
  board.speak = (told) => (spoken.textContent = told);
  board.code = (code) => board.codes.get(code) ?? { code, label: code, letter: "·", role: "other", role_word: "", colour: "#5c5c5c", line: "dotted", definition: "", family: "" };

  /** Ask for an act and say what came of it; null where it was refused. */
  board.act = async (act, more = {}, said = "saved") => {
    try {
      const answer = await board.ask({ kind: act, ...more });
      if (answer.sentence) board.sayText(answer.sentence);
      else if (said) board.say(answer.twin ? "there_already" : said);
      return answer;
    } catch (error) {
      board.sayText(board.refusal(error));
      return null;
    }
  };

  // ── the line at the top ───────────────────────────────────────────────────────────────

  board.makeTop = (title, ...tools) => {
    const tool = (name, act) => button(word(name), act, { class: "icmo-tool" });
    top.replaceChildren(
      element("h2", { class: "icmo-name" }, title),
      ...tools.flat().filter(Boolean),
      element("span", { class: "icmo-tools" }, tool("undo", () => board.act("undo")), tool("redo", () => board.act("redo")), tool("keys", showKeys)),
    );
  };

  function showKeys() {
    const rows = keys.map(({ keys: names, name }) => element("tr", {}, element("th", { scope: "row" }, ...names.flatMap((one) => [element("kbd", {}, one), " "])), element("td", {}, word(`key_${name}`))));
    board.dialog(word("keys"), [element("table", { class: "icmo-keys" }, element("tbody", {}, ...rows))]);
  }

  // ── dialogs and the palette ───────────────────────────────────────────────────────────

  const leave = (before) => {
    if (before?.isConnected && before !== document.body) before.focus({ preventScroll: true });
    else board.home?.();
  };
  board.dialog = makeDialog({ el, word, refusal: (error) => board.refusal(error), leave });
  board.field = field;
  board.choice = (known, chosen, name, empty = true) => {
    const made = element("select", {}, ...(empty ? [element("option", { value: "" }, "–")] : []), ...known.map((one) => element("option", { value: one.value ?? one }, one.label ?? word(`${name}_${one}`))));
    made.value = chosen ?? "";
    return made;
  };

  /** Choose a code, those of some roles first (or `only` those); `then` gets it. */
  board.chooseCode = (roles, rect, then, only = false) => {
    const mine = ({ role }) => roles.includes(role);
    const rest = only ? [] : board.shown.codes.filter((code) => !mine(code));
    const back = document.activeElement;
    chooser.shown = { codes: [...board.shown.codes.filter(mine), ...rest], use: {} };
    chooser.toText = () => back?.isConnected && back.focus({ preventScroll: true });
    // What follows may be a dialog: the palette gives the focus back first.
    palette.open(rect, (code) => setTimeout(() => then(code)));
  };
  el.addEventListener("pointerdown", ({ target }) => {
    if (!palette.box.contains(target) && !palette.box.hidden) palette.close();
  });

  // ── keys that hold everywhere ─────────────────────────────────────────────────────────

  el.addEventListener("keydown", (event) => {
    if (!board.shown || isWriting(event.target)) return;
    const control = event.ctrlKey || event.metaKey;
    const again = control ? event.key.toLowerCase() === "z" && event.shiftKey : event.key === "U";
    if (again) board.act("redo");
    else if (control ? event.key === "z" : event.key === "u") board.act("undo");
    else if (event.key === "?") showKeys();
    else return;
    event.preventDefault();
    event.stopPropagation();
  });

  // ── the kernel's side ─────────────────────────────────────────────────────────────────

  function take(told) {
    Object.assign(board.shown, told);
    show(board.shown, told);
    el.dataset.ready = "1";
    el.dataset.news = String(Number(el.dataset.news ?? 0) + 1);
  }

  function receive(message) {
    if (["heartbeat", "anew"].includes(message.kind)) board.shown && board.ask({ kind: "look" }).catch(() => {});
    else if (message.kind === "news") board.shown && take(message);
    else heard?.(message);
  }

  function tellKernel({ lost: silent, count }) {
    lost.hidden = !silent;
    el.dataset.lost = silent ? "1" : "";
    lost.textContent = silent ? word(count ? "lost_waiting" : "lost", { count }) : "";
    if (!silent && board.shown) board.say("found_again");
  }

  board.open = async () => {
    try {
      const answer = await board.ask({ kind: "open" });
      board.words = chooser.words = answer.words;
      board.codes = new Map(answer.codes.map((code) => [code.code, code]));
      board.documents = answer.documents;
      el.lang = answer.language;
      board.shown = {};
      take(answer);
      const left = kernel.keep(`${kind}-${answer.project}-${encodeURIComponent(answer.coder)}`);
      for (const act of left) if (!act.unsaved) board.ask(act).catch((error) => board.sayText(board.refusal(error)));
      const gone = left.filter((act) => act.unsaved).length;
      if (gone) board.sayText(word("unsaved", { count: gone }));
    } catch (error) {
      board.sayText(board.refusal(error));
    }
  };
  board.stop = () => kernel.stop();
  return board;
}

/** Whether somebody is writing in a field, so that letters are letters. */
export function isWriting(target) {
  return Boolean(target.closest?.("textarea, select, dialog, .icmo-palette, input:not([type=checkbox]):not([type=radio])"));
}

/** Tabs with a sheet each; arrows lead from one to the next. */
export function makeTabs(id, label, sheets, opened) {
  const tabs = {};
  const names = Object.keys(sheets);
  const bar = element("div", { class: "icmo-tabs", role: "tablist", "aria-label": label });
  const open = (name) => {
    for (const one of names) {
      sheets[one].box.hidden = one !== name;
      tabs[one].setAttribute("aria-selected", String(one === name));
      tabs[one].tabIndex = one === name ? 0 : -1;
    }
    opened?.(name);
  };
  for (const name of names) {
    tabs[name] = button(sheets[name].label, () => open(name), { role: "tab", id: `${id}-tab-${name}`, "data-tab": name, "aria-controls": `${id}-${name}` });
    for (const [key, value] of Object.entries({ role: "tabpanel", tabindex: "0", id: `${id}-${name}`, "aria-labelledby": `${id}-tab-${name}` })) sheets[name].box.setAttribute(key, value);
    bar.append(tabs[name]);
  }
  bar.addEventListener("keydown", (event) => {
    const next = neighbour(names, event.target.dataset.tab, { ArrowRight: 1, ArrowLeft: -1 }[event.key]);
    if (!next) return;
    event.preventDefault();
    open(next);
    tabs[next].focus();
  });
  return { bar, open, tabs };
}

/** The name so many steps on among names that stand in a ring; undefined without a step. */
export function neighbour(names, name, step) {
  return step ? names[(names.indexOf(name) + step + names.length) % names.length] : undefined;
}

/** What a person reads for a count of something: `3 passages`; nothing is also said. */
export function counted(words, counts, names) {
  return names.map((name) => sentence(words, `count_${name}`, { count: counts[name] })).join(" · ");
}

/** Keep the focus where it was when what is drawn is drawn anew: by a name that the same thing has again. */
export function keepFocus(box, draw) {
  const held = box.contains(document.activeElement) ? document.activeElement.closest("[data-focus]")?.dataset.focus : null;
  const top = box.scrollTop;
  draw();
  box.scrollTop = top;
  if (held) [...box.querySelectorAll("[data-focus]")].find((one) => one.dataset.focus === held)?.focus({ preventScroll: true });
}
