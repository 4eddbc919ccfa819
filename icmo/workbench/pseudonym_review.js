// The pseudonym review's page: who could be known again, what stands instead, and what is left over.
// Every act goes to the project at once; the browser keeps nothing. Ids are places in UTF-16 units.
// What people said is only ever put on the page as text, never as markup. See also reviewing.js.

/** Under this a find is a hint. */
const HINT = 0.5;

/** Persons in the order of the text, the mere hints last. */
export function inOrder(persons) {
  const hints = persons.filter(({ confidence }) => confidence < HINT);
  return [...persons.filter(({ confidence }) => confidence >= HINT), ...hints];
}

/** Whether a person is of the kind, the confidence and the verdict that are asked for. */
export function fits(person, verdict, { kind = "", sure = "", open = false } = {}) {
  const hint = person.confidence < HINT;
  return (!kind || person.kind === kind) && (!sure || (sure === "hint") === hint) && (!open || !verdict);
}

/** The places still open that hold the same word as one of them, itself among them. */
export function sameWord(leftovers, settled, id) {
  const word = leftovers.find((one) => one.id === id)?.text;
  return leftovers.filter((one) => one.text === word && !settled.has(one.id)).map((one) => one.id);
}

/** How many there are, and how many of them are decided. */
export function tally(ids, decided) {
  const done = ids.filter((id) => decided.has(id)).length;
  return { all: ids.length, done, open: ids.length - done };
}

/** What somebody is called besides the name itself. */
export function otherForms(person) {
  return person.forms.filter((form) => form !== person.name).join(", ");
}

const SIGNS = { a: "✓", r: "✕" };
const SHOWN_AT_ONCE = 2;

function render({ model, el }) {
  const rows = { found: new Rows(), left: new Rows() };
  let shown = null; // documents, document, persons, leftovers, words …
  let decisions = new Map(); // id → { verdict, replacement, by }
  let settled = new Set();
  let tab = "found";
  let filter = { kind: "", sure: "", why: "", open: false };
  let number = 0;
  let parts = {}; // the elements that change
  let announced = ""; // what to say when the answer has come

  el.classList.add("icmo-review", "icmo-pseudonyms");
  el.setAttribute("data-lm-suppress-shortcuts", "true");
  const view = Math.random().toString(36).slice(2);
  const ask = (message) => model.send({ ...message, view, number: (number += 1) });
  const tell = (sentence) => (parts.status.textContent = sentence);
  const percent = (share) => asPercent(share, shown.language);
  const personOf = (id) => shown.persons.find((one) => one.id === id);

  function build() {
    const { words } = shown;
    parts = {
      state: element("span", { class: "icmo-state" }),
      counts: element("p", { class: "icmo-counts" }),
      status: element("p", { class: "icmo-status", role: "status", "aria-live": "polite" }),
      undo: button("icmo-undo", words.undo, words.undo, () => ask({ kind: "undo" })),
      sign: button("icmo-apply icmo-sign", words.sign, words.sign, () => ask({ kind: "sign" })),
      tabs: {},
      panels: {},
    };
    const heading = element("h2", { class: "icmo-name" }, shown.documents.length > 1 ? words.title : `${words.title}: ${shown.name}`);
    const header = element("header", {}, heading, ...(shown.documents.length > 1 ? [chooser()] : []), parts.state, parts.counts);
    const tabs = element("div", { class: "icmo-tabs", role: "tablist", "aria-label": words.title });
    for (const name of ["found", "left"]) {
      const id = `icmo-${shown.document}-${name}`;
      parts.tabs[name] = button("icmo-tab", "", "", () => show(name, true), { tab: name });
      for (const [key, value] of Object.entries({ role: "tab", id: `${id}-tab`, "aria-controls": id })) parts.tabs[name].setAttribute(key, value);
      parts.panels[name] = element("div", { class: "icmo-tabpanel", role: "tabpanel", id, "aria-labelledby": `${id}-tab` });
      tabs.append(parts.tabs[name]);
    }
    fillPanel("found", words.found, inOrder(shown.persons), personRow, [choice("kind", words.kind, kinds()), choice("sure", words.confidence, [["", words.all], ["sure", words.sure], ["hint", words.hint]])]);
    fillPanel("left", words.left, shown.leftovers, leftoverRow, [choice("why", words.why, whys())]);
    const how = element("details", { class: "icmo-how" }, element("summary", {}, words.how), element("p", {}, words.how_text), element("pre", {}, element("code", {}, shown.command)));
    const bottom = element("div", { class: "icmo-bottom" }, how, parts.undo, parts.sign);
    el.replaceChildren(header, element("p", { class: "icmo-note" }, words.note), tabs, parts.panels.found, parts.panels.left, parts.status, bottom, element("p", { class: "icmo-keys" }, words.keys));
    paint();
    show(tab);
  }

  /** Fill a panel anew; the place one was reading at stays. */
  function fillPanel(name, label, entries, rowOf, choices) {
    const list = element("ul", { class: "icmo-rows", role: "list", "aria-label": label });
    const made = new Map(entries.map((one) => [one.id, rowOf(one)]));
    list.append(...made.values());
    list.addEventListener("focusin", (event) => rows[name].choose(event.target.closest("li[data-id]")?.dataset.id));
    const open = element("input", { type: "checkbox", class: "icmo-open" });
    open.checked = filter.open;
    open.addEventListener("change", () => setFilter({ open: open.checked }));
    const filters = element("div", { class: "icmo-filters" }, ...choices, element("label", { class: "icmo-check" }, open, shown.words.only_open));
    const none = element("p", { class: "icmo-none" });
    parts.panels[name].replaceChildren(filters, element("div", { class: "icmo-list" }, list, none));
    rows[name].set(made, rows[name].current);
  }

  const kinds = () => [["", shown.words.all], ...new Map(shown.persons.map((one) => [one.kind, one.kind_label]))];
  const whys = () => [["", shown.words.all], ...new Map(shown.leftovers.map((one) => [one.why, one.why_label]))];

  function choice(name, label, options) {
    const select = element("select", { "data-filter": name });
    for (const [value, shownAs] of options) select.append(element("option", { value }, shownAs));
    select.value = options.some(([value]) => value === filter[name]) ? filter[name] : "";
    filter[name] = select.value;
    select.addEventListener("change", () => setFilter({ [name]: select.value }));
    return element("label", { class: "icmo-field" }, label, select);
  }

  function chooser() {
    const select = element("select", { class: "icmo-chooser", "aria-label": shown.words.document });
    for (const { document: id, name, state } of shown.documents) select.append(element("option", { value: id }, `${name} (${state})`));
    select.value = shown.document;
    select.addEventListener("change", () => ask({ kind: "choose", document: select.value }));
    parts.chooser = select;
    return select;
  }

  function personRow(person) {
    const { words } = shown;
    const others = otherForms(person);
    const field = element("input", { type: "text", class: "icmo-replacement", "aria-label": `${words.replacement}: ${person.name}`, spellcheck: "false" });
    field.value = person.suggestion;
    field.addEventListener("keydown", (event) => written(event, person.id, field));
    const places = person.places.map(({ lead, text, tail }) => element("li", { class: "icmo-sentence", lang: "da" }, lead, element("mark", {}, text), tail));
    const more = places.splice(SHOWN_AT_ONCE);
    const sentences = element("ul", { class: "icmo-places", role: "list" }, ...places);
    const main = element(
      "div",
      { class: "icmo-person" },
      element("p", { class: "icmo-who" }, element("strong", {}, person.name), ...(others ? [element("span", { class: "icmo-forms" }, `${words.also} ${others}`)] : [])),
      sentences,
    );
    if (more.length) main.append(element("details", {}, element("summary", {}, filled(words.more, { count: more.length })), element("ul", { class: "icmo-places", role: "list" }, ...more)));
    const why = element("div", { class: "icmo-why" }, element("span", {}, person.kind_label), element("span", {}, `${percent(person.confidence)} · ${filled(words.places, { count: person.places.length })}`), element("span", { class: "icmo-by" }));
    const acts = element(
      "div",
      { class: "icmo-acts" },
      button("icmo-act", "✓", words.accept, () => judge(person.id, true), { act: "accept" }),
      button("icmo-act", "✕", words.keep, () => judge(person.id, false), { act: "keep" }),
    );
    const verdict = element("span", { class: "icmo-verdict", "aria-hidden": "true" });
    const instead = element("div", { class: "icmo-instead" }, element("span", { "aria-hidden": "true" }, "→"), field);
    const row = element("li", { class: "icmo-row", "data-id": person.id }, verdict, main, instead, why, acts);
    row.addEventListener("click", (event) => event.target.closest("button, input, summary") || rows.found.go(person.id));
    return row;
  }

  function leftoverRow(leftover) {
    const { words } = shown;
    const sentence = element("p", { class: "icmo-sentence", lang: "da" }, leftover.lead, element("mark", {}, leftover.text), leftover.tail);
    const acts = element(
      "div",
      { class: "icmo-acts" },
      button("icmo-act", words.no_one, `${words.no_one_name}: ${leftover.text}`, () => settle([leftover.id], ""), { act: "no-one" }),
      button("icmo-act", words.no_one_all, `${words.no_one_all_name}: ${leftover.text}`, () => settleAll(leftover.id), { act: "no-one-all" }),
      button("icmo-act", words.someone, `${words.someone_name}: ${leftover.text}`, () => assign(leftover.id), { act: "someone" }),
    );
    const verdict = element("span", { class: "icmo-verdict", "aria-hidden": "true" });
    const row = element("li", { class: "icmo-row", "data-id": leftover.id }, verdict, sentence, element("div", { class: "icmo-why" }, leftover.why_label), acts);
    row.addEventListener("click", (event) => event.target.closest("button, select") || rows.left.go(leftover.id));
    return row;
  }

  function paint() {
    const { words } = shown;
    for (const person of shown.persons) {
      const decision = decisions.get(person.id);
      const row = rows.found.rows.get(person.id);
      mark(row, decision?.verdict ?? "", !fits(person, decision, filter));
      const field = row.querySelector(".icmo-replacement");
      if (decision?.replacement && document.activeElement !== field) field.value = decision.replacement;
      row.querySelector(".icmo-by").textContent = decision ? decision.by : "";
      const told = { a: words.accepted, r: words.kept }[decision?.verdict] ?? words.undecided;
      row.setAttribute("aria-label", filled(words.person_row, { name: person.name, kind: person.kind_label, confidence: percent(person.confidence), places: filled(words.places, { count: person.places.length }), replacement: field.value, verdict: told }));
    }
    for (const leftover of shown.leftovers) {
      const done = settled.has(leftover.id);
      const row = rows.left.rows.get(leftover.id);
      mark(row, done ? "a" : "", (filter.why && filter.why !== leftover.why) || (filter.open && done));
      const sentence = `${leftover.lead}${leftover.text}${leftover.tail}`;
      row.setAttribute("aria-label", filled(words.left_row, { word: leftover.text, why: leftover.why_label, sentence, verdict: done ? words.settled : words.undecided }));
    }
    const found = tally(shown.persons.map(({ id }) => id), decisions);
    const left = tally(shown.leftovers.map(({ id }) => id), settled);
    for (const [name, { all, done }, none] of [["found", found, words.none_found], ["left", left, words.none_left]]) {
      rows[name].settle();
      parts.tabs[name].textContent = `${words[name]} ${done}/${all}`;
      parts.panels[name].querySelector(".icmo-none").textContent = rows[name].shown().length ? "" : all ? words.none_shown : none;
    }
    parts.counts.textContent = filled(words.counts, { found: found.open, left: left.open });
    parts.state.textContent = shown.state_label;
    parts.state.dataset.state = shown.state;
    parts.sign.disabled = shown.state !== "decided";
    parts.undo.disabled = !shown.can_undo;
    if (parts.chooser) shown.documents.forEach(({ name, state }, place) => (parts.chooser.options[place].textContent = `${name} (${state})`));
    Object.assign(el.dataset, { found: found.done, left: left.done, state: shown.state });
  }

  function mark(row, verdict, hidden) {
    row.hidden = Boolean(hidden);
    row.dataset.verdict = verdict;
    row.firstChild.textContent = SIGNS[verdict] ?? "";
  }

  function show(name, focus = false) {
    tab = name;
    for (const other of ["found", "left"]) {
      parts.panels[other].hidden = other !== name;
      parts.tabs[other].setAttribute("aria-selected", String(other === name));
      parts.tabs[other].tabIndex = other === name ? 0 : -1;
    }
    if (focus) parts.tabs[name].focus();
  }

  function setFilter(change) {
    filter = { ...filter, ...change };
    for (const box of el.querySelectorAll(".icmo-open")) box.checked = filter.open;
    paint();
    tell(filled(shown.words.shown, { count: rows[tab].shown().length }));
  }

  /** Decide on a person; what is shown runs ahead of the project's answer, and a refusal takes it back. */
  function judge(id, accepted) {
    if (!id) return;
    const replacement = rows.found.rows.get(id).querySelector(".icmo-replacement").value;
    const next = stepped(rows.found.shown(), id, 1);
    ask({ kind: "decide", id, replacement, accepted });
    decisions.set(id, { verdict: accepted ? "a" : "r", replacement: accepted ? replacement : "", by: "" });
    announced = filled(accepted ? shown.words.told_accepted : shown.words.told_kept, { replacement, count: personOf(id).places.length });
    paint();
    rows.found.go(rows.found.rows.get(next).hidden ? rows.found.current : next);
  }

  function written(event, id, field) {
    event.stopPropagation();
    if (event.key === "Enter") judge(id, true);
    else if (event.key === "Escape") {
      field.value = decisions.get(id)?.replacement || personOf(id).suggestion;
      rows.found.go(id);
    } else return;
    event.preventDefault();
  }

  function settle(ids, person) {
    if (!ids.length) return;
    const next = stepped(rows.left.shown().filter((id) => !ids.includes(id) || id === ids[0]), ids[0], 1);
    ask({ kind: "settle", ids, person });
    for (const id of ids) settled.add(id);
    announced = filled(shown.words.told_settled, { count: ids.length });
    paint();
    rows.left.go(rows.left.rows.get(next).hidden ? rows.left.current : next);
  }

  function settleAll(id) {
    const ids = sameWord(shown.leftovers, settled, id);
    settle([id, ...ids.filter((other) => other !== id)], "");
  }

  /** Ask who is meant at a place. */
  function assign(id) {
    if (!id) return;
    const accepted = shown.persons.filter((one) => decisions.get(one.id)?.verdict === "a");
    if (!accepted.length) return tell(shown.words.nobody_yet);
    const row = rows.left.rows.get(id);
    row.querySelector("select")?.remove();
    const select = element("select", { class: "icmo-assign", "aria-label": shown.words.someone_name });
    select.append(element("option", { value: "" }, shown.words.choose));
    for (const one of accepted) select.append(element("option", { value: one.id }, `${one.name} → ${decisions.get(one.id).replacement}`));
    select.addEventListener("change", () => {
      const person = select.value;
      select.remove();
      if (person) settle([id], person);
    });
    // Taken away in its own blur, an element cannot be taken away once more by whoever caused that.
    select.addEventListener("blur", () => setTimeout(() => select.remove()));
    select.addEventListener("keydown", (event) => {
      event.stopPropagation();
      if (event.key === "Escape") rows.left.go(id);
    });
    row.querySelector(".icmo-acts").append(select);
    select.focus();
  }

  function pressed(event) {
    if (!shown) return;
    const own = rows[tab];
    const move = { j: () => own.step(1), ArrowDown: () => own.step(1), k: () => own.step(-1), ArrowUp: () => own.step(-1), u: () => ask({ kind: "undo" }), t: () => (show(tab === "found" ? "left" : "found"), own === rows[tab] || rows[tab].go(rows[tab].current)) };
    if (event.target.closest("[role=tab]")) {
      const other = () => show(tab === "found" ? "left" : "found", true);
      return press(event, { ...move, ArrowLeft: other, ArrowRight: other });
    }
    const acts = {
      found: { a: () => judge(own.current, true), r: () => judge(own.current, false), e: () => rows.found.rows.get(own.current)?.querySelector(".icmo-replacement").select() },
      left: { n: () => own.current && settle([own.current], ""), N: () => own.current && settleAll(own.current), p: () => assign(own.current) },
    };
    press(event, { ...move, ...acts[tab] });
  }

  function receive(message) {
    // While later acts are on their way, an answer to an earlier one would take them off the page.
    const behind = message.view === view && message.number < number;
    if (message.kind === "refused") {
      if (!shown) return el.replaceChildren(element("p", { class: "icmo-status", role: "alert" }, message.sentence));
      if (!behind) take(shown);
      paint();
      return tell(message.sentence);
    }
    if (message.kind !== "document" && message.kind !== "standing") return;
    const focused = el.contains(document.activeElement) && document.activeElement.closest("li[data-id]") !== null;
    const reading = el.querySelector(".icmo-tabpanel:not([hidden]) .icmo-list")?.scrollTop ?? 0;
    const same = shown?.document === message.document || message.kind === "standing";
    shown = { ...shown, ...message };
    if (!behind) take(shown);
    if (message.kind === "document") {
      build();
      if (same) parts.panels[tab].querySelector(".icmo-list").scrollTop = reading;
      if (same && focused) rows[tab].go(rows[tab].current);
    } else paint();
    tell(message.sentence || announced);
    announced = "";
    el.dataset.answers = String(Number(el.dataset.answers ?? 0) + 1);
  }

  function take({ decided, settled: places }) {
    decisions = new Map(Object.entries(decided));
    settled = new Set(places);
  }

  el.addEventListener("keydown", pressed);
  model.on("msg:custom", receive);
  el.replaceChildren(element("p", { class: "icmo-status", role: "status" }, model.get("_waiting")));
  ask({ kind: "open" });
  return () => {
    el.removeEventListener("keydown", pressed);
    model.off("msg:custom", receive);
  };
}

export default { render };
