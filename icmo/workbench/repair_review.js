// The repair review's page: what looks damaged in a text, to be accepted, rejected or rewritten.
// Ids are places in UTF-16 units ("120-131"); they and verdicts are all the browser ever keeps.
// What people said is only ever put on the page as text, never as markup.

/** Signs that are not seen, made visible; a plain space between words stays one. */
export function visible(text) {
  return text
    .replace(/\n/g, "↵")
    .replace(/\f/g, "¶")
    .replace(/\t/g, "→")
    .replace(/^ | $| {2,}/g, (spaces) => "␣".repeat(spaces.length))
    .replace(/[\u00a0\u2000-\u200a\u202f]/g, "°")
    .replace(/[\u00ad\u200b-\u200d\u2060\ufeff]/g, "¬")
    .replace(/[\u0000-\u001f\u007f-\u009f]/g, "�");
}

/** Whether a proposal is of the rule, the confidence and the verdict that are asked for. */
export function fits(proposal, verdict, { rule = "", least = 0, below = 2, open = false } = {}) {
  return (
    (!rule || proposal.rule === rule) &&
    proposal.confidence >= least &&
    proposal.confidence < below &&
    (!open || !verdict)
  );
}

/** Verdicts to begin with: safe proposals are accepted, and what was decided before stands. */
export function firstVerdicts(proposals, kept = {}) {
  const verdicts = new Map();
  for (const { id, safe } of proposals) {
    if (/^[ar][01]$/.test(kept[id] ?? "")) verdicts.set(id, kept[id]);
    else if (kept[id] === undefined && safe) verdicts.set(id, "a0");
  }
  return verdicts;
}

/** The proposals a verdict on all of a rule changes: never one that was decided the other way by hand. */
export function changedByRule(proposals, verdicts, rule, letter) {
  return proposals.filter(({ id, rule: own }) => {
    const verdict = verdicts.get(id) ?? "";
    return own === rule && verdict[0] !== letter && !verdict.endsWith("1");
  });
}

/** How many there are, and how many are accepted and rejected; by rule where a rule is named. */
export function count(proposals, verdicts, rule = "") {
  const own = proposals.filter((proposal) => !rule || proposal.rule === rule);
  const of = (letter) => own.filter(({ id }) => (verdicts.get(id) ?? "")[0] === letter).length;
  const [accepted, rejected] = [of("a"), of("r")];
  return { all: own.length, accepted, rejected, open: own.length - accepted - rejected };
}

/** The row so many steps from the current one among those shown; the nearest where there are fewer. */
export function stepped(shown, current, step) {
  if (!shown.length) return null;
  const at = shown.indexOf(current);
  if (at < 0) return shown[0];
  return shown[Math.min(Math.max(at + step, 0), shown.length - 1)];
}

const BANDS = { all: {}, high: { least: 0.9 }, middle: { least: 0.5, below: 0.9 }, low: { below: 0.5 } };
const SIGNS = { a: "✓", r: "✕" };

function element(name, attributes = {}, ...children) {
  const made = document.createElement(name);
  for (const [key, value] of Object.entries(attributes)) made.setAttribute(key, value);
  made.append(...children);
  return made;
}

/** What this tab remembers under a key; nothing where the browser forbids it. */
function remembered(key) {
  try {
    return JSON.parse(sessionStorage.getItem(key)) ?? {};
  } catch {
    return {};
  }
}

function remember(key, value) {
  try {
    sessionStorage.setItem(key, JSON.stringify(value));
  } catch {
    // Without a memory the review still works; only a reload begins again.
  }
}

function render({ model, el }) {
  let shown = null; // name, key, fingerprint, proposals, edits, words
  let verdicts = new Map(); // id → a or r, and 1 where it was decided by hand
  let filter = { rule: "", band: "all", open: false };
  let rows = new Map(); // id → { row, proposal, … }
  let current = null;
  let done = []; // what can be undone: for each act the verdicts before it
  let number = 0;
  let parts = {}; // the elements that change

  el.classList.add("icmo-review", "icmo-repair");
  el.setAttribute("data-lm-suppress-shortcuts", "true");
  const ask = (message) => model.send({ ...message, number: (number += 1) });
  const percent = (share) => new Intl.NumberFormat(shown.language, { style: "percent" }).format(share);
  const filled = (sentence, values) => sentence.replace(/\{(\w+)\}/g, (whole, name) => values[name] ?? whole);
  const proposalOf = (id) => rows.get(id).proposal;
  const replacementOf = (proposal) => shown.edits[proposal.id] ?? proposal.after;

  function build() {
    const { words, proposals } = shown;
    const list = element("ul", { class: "icmo-rows", role: "list", "aria-label": words.proposals });
    rows = new Map(proposals.map((proposal, place) => [proposal.id, rowOf(proposal, place)]));
    list.append(...[...rows.values()].map(({ row }) => row));
    list.addEventListener("click", clicked);
    list.addEventListener("focusin", (event) => choose(event.target.closest("li")?.dataset.id));
    const none = element("p", { class: "icmo-none" });
    const status = element("p", { class: "icmo-status", role: "status", "aria-live": "polite" });
    const counts = element("p", { class: "icmo-counts" });
    const heading = element("header", {}, element("h2", { class: "icmo-name" }, `${words.title}: ${shown.name}`), counts);
    const left = element("div", { class: "icmo-list" }, list, none);
    parts = { list, none, status, counts };
    const columns = element("div", { class: "icmo-columns" }, left, panel());
    const keys = element("p", { class: "icmo-keys" }, words.keys);
    el.replaceChildren(heading, columns, status, keys);
    current = proposals[0]?.id ?? null;
    paint();
  }

  function rowOf(proposal, place) {
    const { words } = shown;
    const sentence = element("p", { class: "icmo-sentence", lang: "da" });
    const button = (act, sign, name) =>
      element("button", { type: "button", class: "icmo-act", "data-act": act, "aria-label": name, title: name, tabindex: "-1" }, sign);
    const row = element(
      "li",
      { class: "icmo-row", tabindex: "-1", "data-id": proposal.id },
      element("span", { class: "icmo-verdict", "aria-hidden": "true" }),
      sentence,
      element(
        "div",
        { class: "icmo-why" },
        element("span", { class: "icmo-rule" }, shown.rules[proposal.rule] ?? proposal.rule),
        element("span", { class: "icmo-confidence" }, percent(proposal.confidence)),
      ),
      element(
        "div",
        { class: "icmo-acts" },
        button("accept", "✓", words.accept),
        button("reject", "✕", words.reject),
        button("edit", "✎", words.edit),
      ),
    );
    const made = { row, sentence, proposal, place };
    write(made);
    return made;
  }

  /** Put the sentence on the page: before struck, after marked. */
  function write({ sentence, proposal }) {
    const after = replacementOf(proposal);
    const inserted = element("ins", {}, visible(after) || "∅");
    sentence.replaceChildren(
      proposal.lead.replace(/\s+/g, " "),
      element("del", {}, visible(proposal.before)),
      " ",
      inserted,
      proposal.tail.replace(/\s+/g, " "),
    );
    sentence.classList.toggle("icmo-edited", proposal.id in shown.edits);
  }

  function panel() {
    const { words } = shown;
    const used = Object.keys(shown.rules).filter((rule) => shown.proposals.some((one) => one.rule === rule));
    const rules = element("ul", { class: "icmo-rules", role: "list", "aria-label": words.rules });
    for (const rule of ["", ...used]) {
      const label = rule ? shown.rules[rule] : words.all_rules;
      const pick = element("button", { type: "button", class: "icmo-pick", "data-rule": rule }, element("span", {}, label), element("span", { class: "icmo-share" }));
      pick.addEventListener("click", () => setFilter({ rule }));
      const line = element("li", {}, pick);
      for (const [letter, name] of rule ? [["a", words.accept_rule], ["r", words.reject_rule]] : []) {
        const all = element("button", { type: "button", class: "icmo-act", "data-all": letter, "aria-label": `${name}: ${label}`, title: name }, SIGNS[letter]);
        all.addEventListener("click", () => judgeRule(rule, letter));
        line.append(all);
      }
      rules.append(line);
    }
    const bands = element("select", { class: "icmo-bands", "aria-label": words.confidence });
    for (const band of Object.keys(BANDS)) bands.append(element("option", { value: band }, words[`band_${band}`]));
    bands.addEventListener("change", () => setFilter({ band: bands.value }));
    const open = element("input", { type: "checkbox", class: "icmo-open" });
    open.addEventListener("change", () => setFilter({ open: open.checked }));
    const undo = element("button", { type: "button", class: "icmo-undo" }, words.undo);
    undo.addEventListener("click", takeBack);
    const apply = element("button", { type: "button", class: "icmo-apply" });
    apply.addEventListener("click", applyAll);
    bands.value = filter.band;
    open.checked = filter.open;
    Object.assign(parts, { rules, undo, apply });
    return element(
      "div",
      { class: "icmo-panel" },
      element("h3", {}, words.rules),
      rules,
      element("label", { class: "icmo-field" }, words.confidence, bands),
      element("label", { class: "icmo-check" }, open, words.only_open),
      element("div", { class: "icmo-bottom" }, undo, apply),
    );
  }

  const shownIds = () =>
    shown.proposals.filter((one) => fits(one, verdicts.get(one.id), { ...filter, ...BANDS[filter.band] })).map(({ id }) => id);

  function paint() {
    const { words, proposals } = shown;
    const ids = new Set(shownIds());
    for (const [id, { row, proposal, place }] of rows) {
      const verdict = verdicts.get(id) ?? "";
      row.hidden = !ids.has(id);
      row.dataset.verdict = verdict[0] ?? "";
      row.firstChild.textContent = SIGNS[verdict[0]] ?? "";
      const state = { a: words.accepted, r: words.rejected }[verdict[0]] ?? words.undecided;
      const name = `${place + 1}/${proposals.length}. ${shown.rules[proposal.rule]}, ${percent(proposal.confidence)}. ${words.before}: ${visible(proposal.before)}. ${words.after}: ${visible(replacementOf(proposal)) || words.nothing}. ${state}.`;
      row.setAttribute("aria-label", name);
    }
    if (!ids.has(current)) current = [...ids][0] ?? null;
    const all = count(proposals, verdicts);
    parts.counts.textContent = filled(words.counts, all);
    parts.none.textContent = ids.size ? "" : proposals.length ? words.none_shown : words.none;
    for (const pick of parts.rules.querySelectorAll(".icmo-pick")) {
      const own = count(proposals, verdicts, pick.dataset.rule);
      pick.lastChild.textContent = `${own.accepted}/${own.all}`;
      pick.setAttribute("aria-pressed", String(pick.dataset.rule === filter.rule));
      pick.setAttribute("aria-label", `${pick.firstChild.textContent}: ${filled(words.counts, own)}`);
    }
    parts.undo.disabled = !done.length;
    parts.apply.disabled = !all.accepted;
    parts.apply.textContent = filled(words.apply, { count: all.accepted });
    mark();
    Object.assign(el.dataset, { accepted: all.accepted, rejected: all.rejected, shown: ids.size });
  }

  /** One row at a time is in the order of the Tab key, with its buttons. */
  function mark() {
    for (const [id, { row }] of rows) {
      const own = id === current;
      if (own === (row.getAttribute("aria-current") === "true")) continue;
      row.tabIndex = own ? 0 : -1;
      row.setAttribute("aria-current", String(own));
      for (const button of row.querySelectorAll("button")) button.tabIndex = own ? 0 : -1;
    }
  }

  function choose(id) {
    if (!id || id === current) return;
    current = id;
    mark();
  }

  function go(id) {
    choose(id);
    const row = rows.get(id)?.row;
    row?.focus({ preventScroll: true });
    row?.scrollIntoView({ block: "nearest" });
  }

  function setFilter(change) {
    filter = { ...filter, ...change };
    paint();
    rows.get(current)?.row.scrollIntoView({ block: "nearest" });
    tell(filled(shown.words.shown, { count: el.dataset.shown }));
  }

  const tell = (sentence) => (parts.status.textContent = sentence);

  function decide(ids, verdict) {
    done.push(ids.map((id) => [id, verdicts.get(id)]));
    for (const id of ids) verdicts.set(id, verdict);
    keep();
    paint();
  }

  function judge(id, letter) {
    if (!id) return;
    const before = shownIds();
    const next = before[before.indexOf(id) + 1] ?? id;
    decide([id], `${letter}1`);
    tell(letter === "a" ? shown.words.accepted : shown.words.rejected);
    go(rows.get(next).row.hidden ? current : next);
  }

  function judgeRule(rule, letter) {
    const band = shown.proposals.filter((one) => fits(one, "", BANDS[filter.band]));
    const changed = changedByRule(band, verdicts, rule, letter);
    if (changed.length) decide(changed.map(({ id }) => id), `${letter}0`);
    const { all_accepted: accepted, all_rejected: rejected } = shown.words;
    tell(filled(letter === "a" ? accepted : rejected, { count: changed.length, rule: shown.rules[rule] }));
  }

  function takeBack() {
    const last = done.pop();
    if (!last) return tell(shown.words.nothing_to_undo);
    for (const [id, verdict] of last) {
      if (verdict === undefined) verdicts.delete(id);
      else verdicts.set(id, verdict);
    }
    keep();
    paint();
    tell(filled(shown.words.undone, { count: last.length }));
    if (!rows.get(last[0][0]).row.hidden) go(last[0][0]);
  }

  /** What is decided and not yet applied survives a reload of the page: places and verdicts, no words. */
  function keep() {
    const decided = Object.fromEntries(shown.proposals.map(({ id }) => [id, verdicts.get(id) ?? ""]));
    remember(shown.key, { fingerprint: shown.fingerprint, verdicts: decided });
  }

  function edit(id) {
    if (!id) return;
    const { sentence, proposal } = rows.get(id);
    const field = element("input", { type: "text", class: "icmo-replacement", "aria-label": shown.words.replacement, spellcheck: "false", lang: "da" });
    field.value = replacementOf(proposal);
    field.size = Math.max(field.value.length + 2, 10);
    sentence.querySelector("ins").replaceWith(field);
    const end = (saved) => {
      field.removeEventListener("blur", cancel);
      if (saved && field.value !== replacementOf(proposal)) ask({ kind: "edit", id, after: field.value });
      write(rows.get(id));
      if (saved) judge(id, "a");
      else go(id);
    };
    const cancel = () => write(rows.get(id));
    field.addEventListener("blur", cancel);
    field.addEventListener("keydown", (event) => {
      event.stopPropagation();
      if (event.key === "Enter" || event.key === "Escape") {
        event.preventDefault();
        end(event.key === "Enter");
      }
    });
    field.focus();
    field.select();
  }

  function applyAll() {
    const ids = (letter) => shown.proposals.map(({ id }) => id).filter((id) => (verdicts.get(id) ?? "")[0] === letter);
    parts.apply.disabled = true;
    tell(shown.words.applying);
    ask({ kind: "apply", accepted: ids("a"), rejected: ids("r") });
  }

  function clicked(event) {
    const id = event.target.closest("li")?.dataset.id;
    const act = event.target.closest("[data-act]")?.dataset.act;
    if (act === "accept") judge(id, "a");
    else if (act === "reject") judge(id, "r");
    else if (act === "edit") edit(id);
  }

  function pressed(event) {
    if (!shown || event.ctrlKey || event.metaKey || event.altKey || event.target.closest("input, select")) return;
    const move = (step) => () => go(stepped(shownIds(), current, step));
    const rule = current && proposalOf(current).rule;
    const act = {
      j: move(1), ArrowDown: move(1), k: move(-1), ArrowUp: move(-1), Home: move(-Infinity), End: move(Infinity),
      a: () => judge(current, "a"), r: () => judge(current, "r"), e: () => edit(current), u: takeBack,
      A: () => rule && judgeRule(rule, "a"), R: () => rule && judgeRule(rule, "r"),
    }[event.key];
    if (!act) return;
    event.preventDefault();
    act();
  }

  function receive(message) {
    if (message.kind === "proposals") {
      const memory = remembered(message.key);
      // Verdicts on another text would fall on other words.
      const kept = memory.fingerprint === message.fingerprint ? memory.verdicts : {};
      for (const id of message.rejected ?? []) kept[id] = "r1";
      shown = message;
      done = [];
      verdicts = firstVerdicts(shown.proposals, kept);
      if (!shown.proposals.some(({ rule }) => rule === filter.rule)) filter.rule = "";
      build();
      keep();
      tell(message.sentence ?? "");
      el.dataset.ready = "1";
      el.dataset.applied = String(Number(el.dataset.applied ?? 0) + (message.sentence ? 1 : 0));
    } else if (message.kind === "edited") {
      shown.edits[message.id] = message.after;
      write(rows.get(message.id));
      paint();
    } else if (message.kind === "refused") {
      if (!shown) return el.replaceChildren(element("p", { class: "icmo-status", role: "alert" }, message.sentence));
      paint();
      tell(message.sentence);
    }
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
