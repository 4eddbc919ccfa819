// A configuration as a card: I · C · M · O in their columns, moderators beneath the arrow they condition.

import { button, element } from "../tagger/dom.js";
import { counted } from "../boards/board.js";
import { codeChip, dropHere } from "../boards/reader.js";

export const SLOT_NAMES = ["intervention", "context", "mechanism", "outcome"];
export const EFFECT_SIGNS = { precondition: "!", strengthens: "+", weakens: "−", blocks: "×" };

/**
 * Moderators as a tree: those that act on a mechanism (or on nothing named) stand beneath the arrow to
 * it, those on an outcome beneath the arrow to that, and those on another moderator beneath this one.
 */
export function moderatorTree(card) {
  const roots = { mechanism: [], outcome: [] };
  const made = card.moderators.map((one, number) => ({ ...one, number, below: [] }));
  for (const one of made) {
    const over = made.find((other) => other !== one && other.code === one.on && !card.slots.mechanism.includes(one.on) && !card.slots.outcome.includes(one.on));
    if (over && !isBelow(over, one)) over.below.push(one);
    else roots[card.slots.outcome.includes(one.on) && !card.slots.mechanism.includes(one.on) ? "outcome" : "mechanism"].push(one);
  }
  return roots;
}

/** Whether one moderator already stands somewhere beneath another, so that no ring is made. */
function isBelow(one, other) {
  return other.below.some((next) => next === one || isBelow(one, next));
}

/** A slot's codes with one more, or with one less. */
export const withCode = (codes, code) => (codes.includes(code) ? codes : [...codes, code]);
export const withoutCode = (codes, code) => codes.filter((one) => one !== code);

/** What changes when a code goes into a slot, perhaps out of another one; null where nothing does. */
export function putInto(card, slot, code, from = "") {
  const values = {};
  if (slot === "moderators") {
    if (card.moderators.some((one) => one.code === code)) return null;
    values.moderators = [...card.moderators, { code }];
  } else {
    if (card.slots[slot].includes(code)) return null;
    values[slot] = withCode(card.slots[slot], code);
  }
  if (SLOT_NAMES.includes(from) && from !== slot) values[from] = withoutCode(card.slots[from], code);
  if (from === "moderators" && slot !== "moderators") values.moderators = card.moderators.filter((one) => one.code !== code);
  return values;
}

/** The slot a code goes into by itself: that of its role, else the context. */
export const slotOf = (code) => (SLOT_NAMES.includes(code.role) ? code.role : code.role === "moderator" ? "moderators" : "context");

/** Cards that hold every word typed, of a status where one is chosen. */
export function filteredCards(cards, typed, status, labelOf) {
  const words = typed.toLocaleLowerCase("da").split(/\s+/).filter(Boolean);
  return cards.filter((card) => {
    if (status && card.status !== status) return false;
    if (!words.length) return true;
    const codes = [...SLOT_NAMES.flatMap((slot) => card.slots[slot]), ...card.moderators.map(({ code }) => code)];
    const text = [card.title, card.sentence, ...codes.map(labelOf)].join(" ").toLocaleLowerCase("da");
    return words.every((word) => text.includes(word));
  });
}

/** Draw a card; `hands` are what may be done on it. */
export function makeCardOf(board, card, current, hands) {
  const { word } = board;
  const title = card.title || word("untitled");
  const made = element("article", {
    class: `icmo-configuration${current ? " icmo-current" : ""}`,
    "data-configuration": card.configuration,
    "aria-label": `${title}. ${word(`status_${card.status}`)}. ${word(`completeness_${card.completeness}`)}`,
    "aria-current": current ? "true" : null,
    onclick: () => hands.choose(card),
  });
  const head = element(
    "header",
    { class: "icmo-card-head" },
    button(title, () => hands.open(card), { class: "icmo-title", tabindex: "-1", "data-stop": "title", "data-focus": `${card.configuration}-title` }),
    element("span", { class: `icmo-state icmo-state-${card.status}` }, word(`status_${card.status}`)),
    element("span", { class: "icmo-quiet" }, [word("version", { version: card.version }), word(`completeness_${card.completeness}`), ...card.for_whom.map((code) => board.code(code).label)].join(" · ")),
  );
  const columns = element("div", { class: "icmo-slots" });
  SLOT_NAMES.forEach((slot, number) => {
    if (number) columns.append(element("span", { class: "icmo-arrow", "aria-hidden": "true" }, "→"));
    columns.append(slotBox(board, card, slot, hands));
  });
  const beneath = element("div", { class: "icmo-beneath" }, moderatorBox(board, card, "mechanism", hands), moderatorBox(board, card, "outcome", hands));
  made.append(head, columns, beneath, element("p", { class: "icmo-sentence" }, card.sentence), countLine(board, card, hands));
  for (const one of card.relations) made.append(relationLine(board, card, one, hands));
  return made;
}

function slotBox(board, card, slot, hands) {
  const label = board.word(`slot_${slot}`);
  const box = element("div", { class: "icmo-slot", role: "group", "aria-label": label, "data-slot": slot });
  for (const code of card.slots[slot]) box.append(stop(board, card, slot, code, "", hands));
  box.append(adder(board, card, slot, board.word("add_to", { slot: label }), hands));
  dropHere(box, (dragged) => hands.put(card, slot, dragged));
  return box;
}

/** A code in a slot: focused, opened with Enter, dragged to another slot. */
function stop(board, card, slot, code, said, hands) {
  const made = codeChip(board.code(code), {
    role: "button",
    tabindex: "-1",
    "data-stop": `${slot}-${code}`,
    "data-focus": `${card.configuration}-${slot}-${code}`,
    "data-from": slot,
    "data-slot": slot,
    "aria-label": [board.code(code).label, board.word(`slot_${slot}`), said].filter(Boolean).join(", "),
    onclick: (event) => (event.stopPropagation(), hands.choose(card), hands.chip(card, slot, code)),
  });
  return made;
}

function adder(board, card, slot, label, hands) {
  return button("+", (event) => (event.stopPropagation(), hands.choose(card), hands.add(card, slot, event.currentTarget)), {
    class: "icmo-add", tabindex: "-1", "aria-label": label, title: label, "data-stop": `${slot}-add`, "data-focus": `${card.configuration}-${slot}-add`, "data-slot": slot,
  });
}

function moderatorBox(board, card, over, hands) {
  const box = element("div", { class: `icmo-moderators icmo-over-${over}`, role: "group", "aria-label": board.word(`moderators_${over}`) });
  for (const one of moderatorTree(card)[over]) box.append(moderator(board, card, one, hands));
  if (over === "mechanism") box.append(adder(board, card, "moderators", board.word("add_to", { slot: board.word("slot_moderators") }), hands));
  dropHere(box, (dragged) => hands.put(card, "moderators", dragged));
  return box;
}

function moderator(board, card, one, hands) {
  const acts = one.effect || one.on ? [one.effect && board.word(`effect_${one.effect}`), one.on && board.code(one.on).label].filter(Boolean).join(" ") : "";
  const line = element("div", { class: "icmo-moderator" }, element("span", { class: "icmo-effect", "aria-hidden": "true" }, EFFECT_SIGNS[one.effect] ?? "↑"), stop(board, card, "moderators", one.code, acts, hands));
  if (acts) line.append(element("span", { class: "icmo-quiet", "aria-hidden": "true" }, acts));
  for (const below of one.below) line.append(element("div", { class: "icmo-below" }, moderator(board, card, below, hands)));
  return line;
}

/** What the card rests on, said of what; it opens to the words. */
function countLine(board, card, hands) {
  const { counts } = card;
  const of = counts.passages ? counted(board.words, counts, ["passages", "documents", "cases", "groups"]) : board.word("no_evidence");
  const stances = counts.passages ? counted(board.words, counts, ["supports", "contradicts", "qualifies"]) : "";
  return button([of, stances].filter(Boolean).join(" — "), () => hands.open(card), { class: "icmo-counts", tabindex: "-1", "data-stop": "counts", "data-focus": `${card.configuration}-counts`, title: board.word("show_words") });
}

function relationLine(board, card, one, hands) {
  const out = one.configuration === card.configuration;
  const other = hands.named(out ? one.other : one.configuration);
  const told = board.word(out ? `relates_${one.kind}` : `related_${one.kind}`, { other });
  return button(told, () => hands.go(out ? one.other : one.configuration), { class: "icmo-plain icmo-relation", tabindex: "-1", "data-stop": `relation-${one.relation}` });
}
