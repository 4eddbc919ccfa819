// The configuration board's page: cards in columns, and beside them the text, the evidence, the codes,
// proposals and history. Every act is in the project file before the page says so.

import { button, element } from "../tagger/dom.js";
import { findCodes } from "../tagger/codes.js";
import { isWriting, keepFocus, makeBoard, makeTabs } from "../boards/board.js";
import { STANCE_LOOKS, evidenceList } from "../boards/evidence.js";
import { drawPicture, shape } from "../boards/picture.js";
import { codeChip, makeReader } from "../boards/reader.js";
import { SLOT_NAMES, filteredCards, makeCardOf, putInto, slotOf, withoutCode } from "./cards.js";

const STATUSES = ["initial", "tested", "refined", "retained", "rejected"];
const EFFECTS = ["precondition", "strengthens", "weakens", "blocks"];
const KINDS = ["precedes", "combined_with", "outcome_becomes_context", "rivals"];
const WITHIN = ["passage", "turn", "neighbours", "document"];
const DETAIL_WORDS = { activation: ["none", "weak", "partial", "strong", "unknown"], intended: ["intended", "unintended"], sign: ["positive", "negative", "none"] };
export const BOARD_KEYS = [
  { name: "cards", keys: ["↑", "↓"] },
  { name: "stops", keys: ["←", "→"] },
  { name: "open_stop", keys: ["Enter"] },
  { name: "remove_code", keys: ["x", "Delete"] },
  { name: "slots", keys: ["i", "c", "m", "o", "d"] },
  { name: "new_card", keys: ["n"] },
  { name: "edit_card", keys: ["e"] },
  { name: "status", keys: ["s"] },
  { name: "relate", keys: ["r"] },
  { name: "history", keys: ["h"] },
  { name: "find_card", keys: ["f"] },
  { name: "text", keys: ["t"] },
  { name: "reader", keys: ["←", "→", "Ctrl ←", "Ctrl →", "↑", "↓", "Shift", "s", "t"] },
  { name: "reader_evidence", keys: ["1", "2", "3"] },
  { name: "reader_slots", keys: ["i", "c", "m", "o", "d"] },
  { name: "reader_new", keys: ["n"] },
  { name: "undo", keys: ["u", "U"] },
  { name: "keys", keys: ["?"] },
];
const SLOT_OF_KEY = { i: "intervention", c: "context", m: "mechanism", o: "outcome", d: "moderators" };

function render({ model, el }) {
  const cards = new Map();
  let [current, typed, status] = [null, "", ""];
  let tabs = null;
  const board = makeBoard({ model, el, kind: "configurations", show, keys: BOARD_KEYS });
  const { word } = board;
  const list = element("div", { class: "icmo-cards", role: "region" });
  const sheets = Object.fromEntries(["evidence", "text", "codes", "proposals", "history"].map((name) => [name, element("div", { class: `icmo-sheet icmo-sheet-${name}` })]));

  // ── acts ──────────────────────────────────────────────────────────────────────────────

  const reasons = [];
  /** Nothing of a configuration is changed without a reason. */
  function change(card, values, title = word("change")) {
    const reason = element("input", { type: "text", list: `${board.view}-reasons`, required: true });
    const before = element("datalist", { id: `${board.view}-reasons` }, ...reasons.map((one) => element("option", { value: one })));
    board.dialog(title, [element("p", { class: "icmo-quiet" }, card.title || word("untitled")), board.field(word("reason"), reason), before], word("save"), async () => {
      if (!reason.value.trim()) return word("reason_needed");
      const answer = await board.ask({ kind: "change_configuration", configuration: card.configuration, values, reason: reason.value.trim() });
      if (!reasons.includes(reason.value.trim())) reasons.unshift(reason.value.trim());
      board.say("changed_to", { version: answer.version });
      return "";
    });
  }

  const hands = {
    choose: (card) => choose(card.configuration),
    open: (card) => (choose(card.configuration), openTab("evidence")),
    go: (configuration) => (choose(configuration), focusCard(configuration)),
    named: (configuration) => cards.get(configuration)?.title || word("untitled"),
    put: (card, slot, dragged) => {
      choose(card.configuration);
      const values = putInto(card, slot, dragged.code, dragged.from);
      if (values) change(card, values, word("put_into", { code: board.code(dragged.code).label, slot: word(`slot_${slot}`) }));
      else board.say("there_already");
    },
    add: (card, slot, at) => pick(slot, at.getBoundingClientRect(), (code) => hands.put(card, slot, { code: code.code })),
    chip,
  };
  const pick = (slot, rect, then) => board.chooseCode([slot === "moderators" ? "moderator" : slot], rect, then);

  /** What may be done with a code in a slot: taken away, moved, and what a moderator does to what. */
  function chip(card, slot, code) {
    const others = ["intervention", "context", "mechanism", "outcome", "moderators"].filter((one) => one !== slot);
    const where = board.choice(others.map((one) => ({ value: one, label: word(`slot_${one}`) })), "", "slot");
    const fields = [element("p", { class: "icmo-quiet" }, board.code(code).definition), board.field(word("move_to"), where)];
    const own = card.moderators.find((one) => one.code === code);
    let [on, effect] = [null, null];
    if (slot === "moderators") {
      const targets = [...card.slots.mechanism, ...card.moderators.map((one) => one.code).filter((one) => one !== code), ...card.slots.outcome];
      on = board.choice([...new Set(targets)].map((one) => ({ value: one, label: board.code(one).label })), own.on, "code");
      effect = board.choice(EFFECTS, own.effect, "effect");
      fields.push(board.field(word("effect"), effect), board.field(word("acts_on"), on));
    }
    const take = button(word("take_away"), () => (dialog.close(), remove(card, slot, code)), { class: "icmo-plain icmo-remove" });
    const dialog = board.dialog(board.code(code).label, [...fields, take], word("save"), async () => {
      if (where.value) return later(() => hands.put(card, where.value, { code, from: slot }));
      if (!own || (on.value === (own.on ?? "") && effect.value === (own.effect ?? ""))) return "";
      const one = Object.fromEntries(Object.entries({ code, on: on.value, effect: effect.value }).filter(([, value]) => value));
      return later(() => change(card, { moderators: card.moderators.map((other) => (other.code === code ? one : other)) }));
    });
  }
  /** A dialog closes before the next one opens. */
  const later = (then) => (setTimeout(then), "");

  function remove(card, slot, code) {
    const values = slot === "moderators" ? { moderators: card.moderators.filter((one) => one.code !== code) } : { [slot]: withoutCode(card.slots[slot], code) };
    later(() => change(card, values, word("take_away_from", { code: board.code(code).label, slot: word(`slot_${slot}`) })));
  }

  function edit(card) {
    const fields = {
      title: element("input", { type: "text" }),
      sentence: element("textarea", { rows: "3" }),
      status: board.choice(STATUSES, card.status, "status", false),
      resource: element("textarea", { rows: "2" }),
      reasoning: element("textarea", { rows: "2" }),
    };
    const before = { title: card.title, sentence: card.sentence, status: card.status, ...card.details };
    for (const name of ["title", "sentence", "resource", "reasoning"]) fields[name].value = before[name];
    for (const [name, known] of Object.entries(DETAIL_WORDS)) fields[name] = board.choice(known, before[name], name);
    const targets = board.shown.codes.filter(({ role }) => role === "target");
    const whom = element("select", { multiple: true, size: "4" }, ...targets.map((code) => element("option", { value: code.code }, code.label)));
    for (const option of whom.options) option.selected = card.for_whom.includes(option.value);
    const rows = Object.entries(fields).map(([name, control]) => board.field(word(`detail_${name}`), control));
    if (targets.length) rows.push(board.field(word("for_whom"), whom));
    const reason = element("input", { type: "text" });
    rows.push(board.field(word("reason"), reason));
    board.dialog(word("edit_card"), rows, word("save"), async () => {
      const values = Object.fromEntries(Object.entries(fields).map(([name, control]) => [name, control.value.trim()]).filter(([name, value]) => value !== before[name]));
      const chosen = [...whom.selectedOptions].map((option) => option.value);
      if (chosen.join() !== card.for_whom.join()) values.for_whom = chosen;
      if (!Object.keys(values).length) return "";
      if (!reason.value.trim()) return word("reason_needed");
      const answer = await board.ask({ kind: "change_configuration", configuration: card.configuration, values, reason: reason.value.trim() });
      board.say("changed_to", { version: answer.version });
      return "";
    });
  }

  function setStatus(card) {
    const choice = board.choice(STATUSES, card.status, "status", false);
    const reason = element("input", { type: "text" });
    board.dialog(word("detail_status"), [board.field(word("detail_status"), choice), board.field(word("reason"), reason)], word("save"), async () => {
      if (choice.value === card.status) return "";
      if (!reason.value.trim()) return word("reason_needed");
      const answer = await board.ask({ kind: "change_configuration", configuration: card.configuration, values: { status: choice.value }, reason: reason.value.trim() });
      board.say("changed_to", { version: answer.version });
      return "";
    });
  }

  function relate(card) {
    const others = [...cards.values()].filter((one) => one !== card).map((one) => ({ value: one.configuration, label: one.title || one.sentence }));
    if (!others.length) return board.say("no_others");
    const [other, kind] = [board.choice(others, others[0].value, "", false), board.choice(KINDS, KINDS[0], "relation", false)];
    return board.dialog(word("relate"), [element("p", { class: "icmo-quiet" }, card.title || word("untitled")), board.field(word("relation"), kind), board.field(word("other_card"), other)], word("save"), async () => {
      await board.ask({ kind: "relate", configuration: card.configuration, other: other.value, relation: kind.value });
      board.say("saved");
      return "";
    });
  }

  async function configure(slots, moderators = [], place = null) {
    const answer = await board.act("configure", { slots, moderators, place }, "configured");
    if (!answer) return null;
    choose(answer.configuration);
    focusCard(answer.configuration);
    return answer.configuration;
  }

  const blank = () => configure({});
  const fromCode = (code, place) => {
    const slot = slotOf(code);
    return slot === "moderators" ? configure({}, [{ code: code.code }], place) : configure({ [slot]: [code.code] }, [], place);
  };

  // ── the text ──────────────────────────────────────────────────────────────────────────

  const argue = (stance) => async (place) => {
    if (!current) return board.say("choose_card");
    return board.act("add_evidence", { target: current, stance, ...place }, `evidence_${stance}`);
  };
  const besides = () => reader.box.getBoundingClientRect();
  const reader = makeReader(board, {
    looks: STANCE_LOOKS,
    back: () => (openTab("evidence"), focusCard(current)),
    acts: [
      { name: "act_supports", key: "1", act: argue("supports") },
      { name: "act_contradicts", key: "2", act: argue("contradicts") },
      { name: "act_qualifies", key: "3", act: argue("qualifies") },
      { name: "act_new", key: "n", act: (place) => board.chooseCode(["mechanism"], besides(), (code) => fromCode(code, place)) },
      ...Object.entries(SLOT_OF_KEY).map(([key, slot]) => ({
        name: `act_${slot}`,
        key,
        act: (place) => pick(slot, besides(), (code) => {
          const card = cards.get(current);
          if (!card) return slot === "moderators" ? configure({}, [{ code: code.code }], place) : configure({ [slot]: [code.code] }, [], place);
          return hands.put(card, slot, { code: code.code });
        }),
      })),
    ],
  });
  sheets.text.append(reader.box);
  el.addEventListener("icmo-take", ({ detail: { document: of, span } }) => {
    openTab("text");
    reader.open(of, span).then(() => reader.focus());
  });

  function goTo(row) {
    openTab("text");
    reader.open(row.document, row.span).then(() => reader.focus());
  }

  // ── drawing ───────────────────────────────────────────────────────────────────────────

  const drawn = new Map(); // configuration → its card on the page
  function show(told, news) {
    for (const card of news.cards) cards.set(card.configuration, card);
    for (const one of news.gone) cards.delete(one);
    if (!tabs) build();
    if (!cards.has(current)) current = cards.keys().next().value ?? null;
    keepFocus(list, () => drawCards(new Set([...news.cards.map((card) => card.configuration), ...news.gone])));
    if (!tabs.now) openTab("evidence");
    else fillSheet();
    el.dataset.cards = String(cards.size);
  }

  function build() {
    list.setAttribute("aria-label", word("cards"));
    const filter = element("input", { type: "search", class: "icmo-search", "aria-label": word("find_card"), placeholder: word("find_card"), oninput: (event) => ((typed = event.target.value), drawCards()) });
    const states = board.choice(STATUSES.map((one) => ({ value: one, label: word(`status_${one}`) })), "", "status");
    states.options[0].textContent = word("every_status");
    states.setAttribute("aria-label", word("detail_status"));
    states.addEventListener("change", () => ((status = states.value), drawCards()));
    board.makeTop(word("configurations"), element("span", { class: "icmo-quiet icmo-how-many" }), filter, states, button(word("new_card"), blank, { class: "icmo-save", title: "n" }));
    const heads = element("div", { class: "icmo-heads", "aria-hidden": "true" }, ...SLOT_NAMES.map((slot) => element("span", { class: `icmo-head-${slot}` }, word(`slot_${slot}`))));
    tabs = makeTabs(`${board.view}-side`, word("beside"), Object.fromEntries(Object.entries(sheets).map(([name, box]) => [name, { box, label: word(`tab_${name}`) }])), (name) => ((tabs && (tabs.now = name)), fillSheet(name)));
    board.body.replaceChildren(element("div", { class: "icmo-main" }, heads, list), element("aside", { class: "icmo-side", "aria-label": word("beside") }, tabs.bar, ...Object.values(sheets)));
    reader.build();
    codesSheet();
  }

  /** Draw the cards anew that changed; the others stay as they are. */
  function drawCards(changed = new Set()) {
    for (const one of changed) drawn.delete(one);
    const shown = filteredCards([...cards.values()], typed, status, (code) => board.code(code).label);
    for (const card of shown) {
      // A card names those it is related to, which may have been renamed.
      if (!drawn.has(card.configuration) || (changed.size && card.relations.length)) drawn.set(card.configuration, makeCardOf(board, card, card.configuration === current, hands));
    }
    const wanted = shown.map((card) => drawn.get(card.configuration));
    if (!wanted.length) wanted.push(element("p", { class: "icmo-none" }, word(cards.size ? "no_cards_found" : "no_cards")));
    if (wanted.length !== list.childElementCount || wanted.some((one, place) => list.children[place] !== one)) list.replaceChildren(...wanted);
    el.querySelector(".icmo-how-many").textContent = word("count_cards", { count: shown.length });
    reach();
  }

  /** One thing on the board is in the order of the Tab key: the place one was at last. */
  let held = null;
  function reach() {
    const stops = [...list.querySelectorAll("[data-stop]")];
    const now = stops.find((one) => one.dataset.focus && one.dataset.focus === held) ?? list.querySelector(".icmo-current [data-stop]") ?? stops[0];
    for (const one of list.querySelectorAll('[tabindex="0"]')) one.tabIndex = -1;
    if (now) now.tabIndex = 0;
  }
  list.addEventListener("focusin", ({ target }) => {
    const stop = target.closest("[data-stop]");
    if (!stop) return;
    for (const one of list.querySelectorAll('[tabindex="0"]')) one.tabIndex = -1;
    stop.tabIndex = 0;
    held = stop.dataset.focus;
    choose(stop.closest("[data-configuration]").dataset.configuration);
  });

  function choose(configuration) {
    if (configuration === current && drawn.get(current)?.classList.contains("icmo-current")) return;
    current = configuration;
    for (const [one, card] of drawn) {
      card.classList.toggle("icmo-current", one === current);
      if (one === current) card.setAttribute("aria-current", "true");
      else card.removeAttribute("aria-current");
    }
    if (tabs?.now) fillSheet();
  }

  function focusCard(configuration, stop = "title") {
    const card = drawn.get(configuration);
    const to = card?.querySelector(`[data-stop="${CSS.escape(stop)}"]`) ?? card?.querySelector("[data-stop]");
    to?.focus();
    card?.scrollIntoView({ block: "nearest" });
  }
  board.home = () => ([...list.querySelectorAll("[data-focus]")].find((one) => one.dataset.focus === held) ?? drawn.get(current)?.querySelector("[data-stop]"))?.focus();

  // ── beside the cards ──────────────────────────────────────────────────────────────────

  const openTab = (name) => tabs.open(name);
  let asked = 0;
  async function fillSheet(name = tabs?.now) {
    if (!tabs || !name) return;
    tabs.now = name;
    const card = cards.get(current);
    const mine = (asked += 1);
    if (name === "proposals") return proposalsSheet();
    if (!card) return void sheets[name === "text" || name === "codes" ? "evidence" : name].replaceChildren(element("p", { class: "icmo-none" }, word("no_cards")));
    try {
      if (name === "evidence" || name === "text") {
        const { rows } = await board.ask({ kind: "evidence", target: current });
        if (mine !== asked) return;
        reader.paint(rows.map((row) => ({ ...row, role: row.stance })));
        if (name === "evidence") keepFocus(sheets.evidence, () => sheets.evidence.replaceChildren(element("h4", {}, card.title || word("untitled")), element("div", { class: "icmo-hands" }, ...cardHands(card)), evidenceList(board, rows, goTo)));
      } else if (name === "history") {
        const { versions } = await board.ask({ kind: "history", configuration: current });
        if (mine === asked) historySheet(card, versions);
      }
    } catch (error) {
      board.sayText(board.refusal(error));
    }
  }

  const cardHands = (card) => [
    button(word("edit_card"), () => edit(card), { title: "e" }),
    button(word("relate"), () => relate(card), { title: "r" }),
    button(word("tab_text"), () => (openTab("text"), reader.focus()), { title: "t" }),
  ];

  function historySheet(card, versions) {
    sheets.history.replaceChildren(
      element("h4", {}, card.title || word("untitled")),
      element(
        "ol",
        { class: "icmo-versions", "aria-label": word("tab_history") },
        ...versions.map((one) => {
          const made = element("li", {}, element("strong", {}, word("version", { version: one.version })), element("span", { class: "icmo-quiet" }, ` ${one.coder}, ${one.created}`), one.reason ? element("p", { class: "icmo-reason" }, element("em", {}, `${word("reason")}: `), one.reason) : "", ...one.words.map((told) => element("p", {}, told)));
          if (one.picture) {
            const svg = shape("svg", { class: "icmo-picture", role: "img" });
            drawPicture(svg, one.picture, one.words.join(" "));
            for (const part of svg.querySelectorAll("[role=button]")) for (const name of ["role", "tabindex", "aria-label"]) part.removeAttribute(name);
            made.append(element("details", { open: one === versions[0] }, element("summary", {}, word("picture_of_change")), svg));
          }
          return made;
        }),
      ),
    );
  }

  function codesSheet() {
    const found = element("div", { class: "icmo-codes", role: "list", "aria-label": word("codes") });
    const filter = element("input", { type: "search", class: "icmo-search", "aria-label": word("search"), placeholder: word("search"), oninput: () => listed() });
    const listed = () => {
      const codes = findCodes(board.shown.codes, filter.value).slice(0, 120);
      const parts = ["intervention", "context", "moderator", "mechanism", "outcome"];
      const order = (code) => (parts.includes(code.role) ? parts.indexOf(code.role) : parts.length);
      found.replaceChildren(...[...codes].sort((a, b) => order(a) - order(b)).map((code) => element("div", { role: "listitem" }, codeChip(code))));
    };
    sheets.codes.replaceChildren(element("p", { class: "icmo-quiet" }, word("drag_codes")), filter, found);
    listed();
  }

  let [within, least] = ["passage", "2"];
  async function proposalsSheet() {
    const how = board.choice(WITHIN, within, "within", false);
    const cases = element("input", { type: "number", min: "1", value: least, class: "icmo-least" });
    for (const control of [how, cases]) control.addEventListener("change", () => (([within, least] = [how.value, cases.value]), proposalsSheet()));
    const controls = element("div", { class: "icmo-choices" }, board.field(word("meet_within"), how), board.field(word("least_cases"), cases));
    try {
      const { found, proposals } = await board.ask({ kind: "proposals", within, least: Number(least) || 1 });
      sheets.proposals.replaceChildren(element("p", { class: "icmo-quiet" }, word("proposals_mean")), controls, element("p", { class: "icmo-quiet" }, word("count_proposals", { count: found })), element("ul", { class: "icmo-proposals", "aria-label": word("tab_proposals") }, ...proposals.map(proposal)));
    } catch (error) {
      board.sayText(board.refusal(error));
    }
  }

  function proposal(one) {
    const chips = SLOT_NAMES.filter((slot) => one.slots[slot]).map((slot) => codeChip(board.code(one.slots[slot])));
    const slots = Object.fromEntries(Object.entries(one.slots).map(([slot, code]) => [slot, [code]]));
    const places = one.places.map((place) => element("li", {}, button(place.name, () => goTo(place), { class: "icmo-plain" })));
    return element(
      "li",
      {},
      element("div", { class: "icmo-chips" }, ...chips),
      element("p", { class: "icmo-quiet" }, word("proposal_counts", one)),
      button(word("make_card"), () => configure(slots, [], { document: one.places[0].document, start: one.places[0].span[0], end: one.places[0].span[1] }), { class: "icmo-plain" }),
      element("details", {}, element("summary", {}, word("places")), element("ul", {}, ...places)),
    );
  }

  // ── keys ──────────────────────────────────────────────────────────────────────────────

  function step(target, key) {
    const card = target.closest("[data-configuration]");
    if (key === "ArrowLeft" || key === "ArrowRight") {
      const stops = [...card.querySelectorAll("[data-stop]")];
      stops[stops.indexOf(target) + (key === "ArrowRight" ? 1 : -1)]?.focus();
      return;
    }
    const all = [...list.children];
    const next = all[all.indexOf(card) + (key === "ArrowDown" ? 1 : -1)];
    if (next) focusCard(next.dataset.configuration, target.dataset.stop);
  }

  const plain = {
    n: blank,
    e: () => current && edit(cards.get(current)),
    s: () => current && setStatus(cards.get(current)),
    r: () => current && relate(cards.get(current)),
    h: () => openTab("history"),
    f: () => el.querySelector(".icmo-search").focus(),
    t: () => (openTab("text"), reader.focus()),
  };
  list.addEventListener("keydown", (event) => {
    const { key, target } = event;
    if (event.ctrlKey || event.metaKey || event.altKey || isWriting(target)) return;
    const stop = target.closest("[data-stop]");
    if (stop && key.startsWith("Arrow")) step(stop, key);
    else if (stop?.dataset.code && (key === "Enter" || key === " ")) chip(cards.get(current), stop.dataset.from, stop.dataset.code);
    else if (stop?.dataset.code && (key === "x" || key === "Delete")) remove(cards.get(current), stop.dataset.from, stop.dataset.code);
    else if (SLOT_OF_KEY[key] && current) hands.add(cards.get(current), SLOT_OF_KEY[key], drawn.get(current).querySelector(`[data-stop="${SLOT_OF_KEY[key]}-add"]`));
    else if (plain[key]) plain[key]();
    else return;
    event.preventDefault();
    event.stopPropagation();
  });

  board.open();
  return () => {
    board.stop();
    reader.stop();
  };
}

export default { render };
