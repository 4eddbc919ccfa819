// The repair review's page: what looks damaged in a text, to be accepted, rejected or rewritten.
// Ids are places in UTF-16 units ("120-131"); they and verdicts are all the browser ever keeps.
// What people said is only ever put on the page as text, never as markup. See also reviewing.js.

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

/** Verdicts that were kept, but for those on words typed for a kernel that is gone: the words were never kept. */
export function withoutLostWords(kept, edited, edits) {
  const lost = edited.filter((id) => !(id in edits)).map((id) => [id, ""]);
  return { ...kept, ...Object.fromEntries(lost) };
}

/** The proposals a verdict on all of a rule changes: never one that was decided by hand. */
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

const BANDS = { all: {}, high: { least: 0.9 }, middle: { least: 0.5, below: 0.9 }, low: { below: 0.5 } };
const SIGNS = { a: "✓", r: "✕" };

function render({ model, el }) {
  const rows = new Rows();
  let shown = null; // name, key, fingerprint, language, rules, proposals, edits, words
  let proposals = new Map(); // by their ids
  let verdicts = new Map(); // id → a or r, and 1 where it was decided by hand
  let filter = { rule: "", band: "all", open: false };
  let done = []; // what can be undone: for each act the verdicts before it
  let number = 0;
  let parts = {}; // the elements that change
  let painted = new Map(); // id → what its row shows

  el.classList.add("icmo-review", "icmo-repair");
  el.setAttribute("data-lm-suppress-shortcuts", "true");
  const view = Math.random().toString(36).slice(2);
  const ask = (message) => model.send({ ...message, view, number: (number += 1) });
  const tell = (sentence) => (parts.status.textContent = sentence);
  const percent = (share) => asPercent(share, shown.language);
  const replacementOf = (proposal) => shown.edits[proposal.id] ?? proposal.after;

  function build() {
    const { words } = shown;
    const list = element("ul", { class: "icmo-rows", role: "list", "aria-label": words.proposals });
    const made = new Map([...proposals].map(([id, proposal]) => [id, rowOf(proposal)]));
    list.append(...made.values());
    list.addEventListener("click", clicked);
    list.addEventListener("focusin", (event) => rows.choose(event.target.closest("li")?.dataset.id));
    parts = {
      counts: element("p", { class: "icmo-counts" }),
      none: element("p", { class: "icmo-none" }),
      status: element("p", { class: "icmo-status", role: "status", "aria-live": "polite" }),
    };
    const heading = element("h2", { class: "icmo-name" }, `${words.title}: ${shown.name}`);
    const columns = element("div", { class: "icmo-columns" }, element("div", { class: "icmo-list" }, list, parts.none), panel());
    el.replaceChildren(element("header", {}, heading, parts.counts), columns, parts.status, element("p", { class: "icmo-keys" }, words.keys));
    rows.set(made);
    painted = new Map();
    paint();
  }

  function rowOf(proposal) {
    const { words, rules } = shown;
    const act = (name, sign) => button("icmo-act", sign, words[name], null, { act: name });
    const why = element("div", { class: "icmo-why" }, element("span", {}, rules[proposal.rule]), element("span", { class: "icmo-confidence" }, percent(proposal.confidence)));
    const row = element(
      "li",
      { class: "icmo-row", "data-id": proposal.id },
      element("span", { class: "icmo-verdict", "aria-hidden": "true" }),
      element("p", { class: "icmo-sentence", lang: "da" }),
      why,
      element("div", { class: "icmo-acts" }, act("accept", "✓"), act("reject", "✕"), act("edit", "✎")),
    );
    write(row, proposal);
    return row;
  }

  /** Put the sentence on the page: before struck, after marked. */
  function write(row, proposal) {
    const after = replacementOf(proposal);
    const [lead, tail] = [proposal.lead, proposal.tail].map((text) => text.replace(/\s+/g, " "));
    const changed = element("span", { class: "icmo-change" }, element("del", {}, visible(proposal.before)), element("ins", {}, visible(after) || "∅"));
    row.children[1].replaceChildren(lead, changed, tail);
    row.classList.toggle("icmo-edited", proposal.id in shown.edits);
  }

  function panel() {
    const { words } = shown;
    parts.rules = element("ul", { class: "icmo-rules", role: "list", "aria-label": words.rules });
    const used = Object.keys(shown.rules).filter((rule) => shown.proposals.some((one) => one.rule === rule));
    for (const rule of ["", ...used]) {
      const label = rule ? shown.rules[rule] : words.all_rules;
      const pick = button("icmo-pick", "", "", () => setFilter({ rule }), { rule });
      pick.append(element("span", {}, label), element("span", { class: "icmo-share" }));
      const line = element("li", {}, pick);
      if (rule) {
        line.append(button("icmo-act", "✓", `${words.accept_rule}: ${label}`, () => judgeRule(rule, "a"), { all: "a" }));
        line.append(button("icmo-act", "✕", `${words.reject_rule}: ${label}`, () => judgeRule(rule, "r"), { all: "r" }));
      }
      parts.rules.append(line);
    }
    const bands = element("select", { class: "icmo-bands" });
    for (const band of Object.keys(BANDS)) bands.append(element("option", { value: band }, words[`band_${band}`]));
    bands.value = filter.band;
    bands.addEventListener("change", () => setFilter({ band: bands.value }));
    const open = element("input", { type: "checkbox", class: "icmo-open" });
    open.checked = filter.open;
    open.addEventListener("change", () => setFilter({ open: open.checked }));
    parts.undo = button("icmo-undo", words.undo, words.undo, takeBack);
    parts.apply = button("icmo-apply", words.apply, words.apply, apply);
    return element(
      "div",
      { class: "icmo-panel" },
      element("h3", {}, words.rules),
      parts.rules,
      element("label", { class: "icmo-field" }, words.confidence, bands),
      element("label", { class: "icmo-check" }, open, words.only_open),
      element("div", { class: "icmo-bottom" }, parts.undo, parts.apply),
    );
  }

  function paint() {
    const { words } = shown;
    const wanted = { ...filter, ...BANDS[filter.band] };
    let place = 0;
    for (const [id, proposal] of proposals) {
      const row = rows.rows.get(id);
      const verdict = verdicts.get(id) ?? "";
      place += 1;
      const hidden = !fits(proposal, verdict, wanted);
      if (row.hidden !== hidden) row.hidden = hidden;
      // Of many rows a decision changes one; the others are left alone.
      const now = `${verdict[0] ?? ""} ${replacementOf(proposal)}`;
      if (painted.get(id) === now) continue;
      painted.set(id, now);
      row.dataset.verdict = verdict[0] ?? "";
      row.firstChild.textContent = SIGNS[verdict[0]] ?? "";
      const name = {
        place,
        all: proposals.size,
        rule: shown.rules[proposal.rule],
        confidence: percent(proposal.confidence),
        before: visible(proposal.before),
        after: visible(replacementOf(proposal)) || words.nothing,
        verdict: { a: words.accepted, r: words.rejected }[verdict[0]] ?? words.undecided,
      };
      row.setAttribute("aria-label", filled(words.row, name));
    }
    rows.settle();
    const all = count(shown.proposals, verdicts);
    const seen = rows.shown().length;
    parts.counts.textContent = filled(words.counts, all);
    parts.none.textContent = seen ? "" : proposals.size ? words.none_shown : words.none;
    for (const pick of parts.rules.querySelectorAll(".icmo-pick")) {
      const own = count(shown.proposals, verdicts, pick.dataset.rule);
      pick.lastChild.textContent = `${own.accepted}/${own.all}`;
      pick.setAttribute("aria-pressed", String(pick.dataset.rule === filter.rule));
      pick.setAttribute("aria-label", `${pick.firstChild.textContent}: ${filled(words.counts, own)}`);
    }
    parts.undo.disabled = !done.length;
    parts.apply.disabled = !all.accepted;
    parts.apply.textContent = filled(words.apply, { count: all.accepted });
    Object.assign(el.dataset, { accepted: all.accepted, rejected: all.rejected, shown: seen });
  }

  function setFilter(change) {
    filter = { ...filter, ...change };
    paint();
    rows.rows.get(rows.current)?.scrollIntoView({ block: "nearest" });
    tell(filled(shown.words.shown, { count: el.dataset.shown }));
  }

  function decide(ids, verdict) {
    done.push(ids.map((id) => [id, verdicts.get(id)]));
    for (const id of ids) verdicts.set(id, verdict);
    keep();
    paint();
  }

  function judge(id, letter) {
    if (!id) return;
    const next = stepped(rows.shown(), id, 1);
    decide([id], `${letter}1`);
    tell(letter === "a" ? shown.words.accepted : shown.words.rejected);
    rows.go(rows.rows.get(next).hidden ? rows.current : next);
  }

  /** Judge all of a rule that the chosen confidence lets through. */
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
    const [id] = last[0];
    if (!rows.rows.get(id).hidden) rows.go(id);
  }

  /** What is decided and not yet applied survives a reload of the page: places and verdicts, no words. */
  function keep() {
    const decided = Object.fromEntries(shown.proposals.map(({ id }) => [id, verdicts.get(id) ?? ""]));
    remember(shown.key, { fingerprint: shown.fingerprint, verdicts: decided, edited: Object.keys(shown.edits) });
  }

  function edit(id) {
    if (!id) return;
    const [row, proposal] = [rows.rows.get(id), proposals.get(id)];
    const field = element("input", { type: "text", class: "icmo-replacement", "aria-label": shown.words.replacement, spellcheck: "false", lang: "da" });
    field.value = replacementOf(proposal);
    field.size = Math.max(field.value.length + 2, 10);
    row.querySelector("ins").replaceWith(field);
    const leave = () => write(row, proposal);
    // Not at once: the field may be losing the focus because the list is made anew.
    const left = () => setTimeout(leave);
    field.addEventListener("blur", left);
    field.addEventListener("keydown", (event) => {
      event.stopPropagation();
      if (event.key !== "Enter" && event.key !== "Escape") return;
      event.preventDefault();
      field.removeEventListener("blur", left);
      if (event.key === "Escape") {
        leave();
        return rows.go(id);
      }
      // Shown at once; Python answers, and a refusal takes it back.
      if (field.value !== replacementOf(proposal)) ask({ kind: "edit", id, after: (shown.edits[id] = field.value) });
      leave();
      judge(id, "a");
    });
    field.focus();
    field.select();
  }

  function apply() {
    const ids = (letter) => [...proposals.keys()].filter((id) => (verdicts.get(id) ?? "")[0] === letter);
    parts.apply.disabled = true;
    tell(shown.words.applying);
    ask({ kind: "apply", accepted: ids("a"), rejected: ids("r") });
  }

  function clicked(event) {
    const id = event.target.closest("li")?.dataset.id;
    const act = event.target.closest("[data-act]")?.dataset.act;
    if (act === "edit") edit(id);
    else if (act) judge(id, act === "accept" ? "a" : "r");
    else if (id && !event.target.closest("input")) rows.go(id);
  }

  function pressed(event) {
    if (!shown) return;
    const rule = proposals.get(rows.current)?.rule;
    press(event, {
      j: () => rows.step(1), ArrowDown: () => rows.step(1), k: () => rows.step(-1), ArrowUp: () => rows.step(-1),
      a: () => judge(rows.current, "a"), r: () => judge(rows.current, "r"), e: () => edit(rows.current), u: takeBack,
      A: () => rule && judgeRule(rule, "a"), R: () => rule && judgeRule(rule, "r"),
    });
  }

  function receive(message) {
    if (message.kind === "proposals") {
      const memory = remembered(message.key);
      // Verdicts on another text would fall on other words.
      const same = memory.fingerprint === message.fingerprint;
      const kept = same ? withoutLostWords(memory.verdicts, memory.edited ?? [], message.edits) : {};
      for (const id of message.rejected) kept[id] = "r1";
      shown = message;
      proposals = new Map(shown.proposals.map((proposal) => [proposal.id, proposal]));
      verdicts = firstVerdicts(shown.proposals, kept);
      done = [];
      if (!shown.proposals.some(({ rule }) => rule === filter.rule)) filter.rule = "";
      build();
      keep();
      tell(message.sentence);
      el.dataset.ready = String(Number(el.dataset.ready ?? 0) + 1);
    } else if (message.kind === "edits") {
      shown.edits = message.edits;
      for (const [id, proposal] of proposals) if (message.ids.includes(id)) write(rows.rows.get(id), proposal);
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
