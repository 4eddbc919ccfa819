// The panel beside the text: codes, documents, search, memos, and what is shown.

import { button, element, sentence } from "./dom.js";
import { findCodes } from "./codes.js";
import { codeRow, meaning } from "./palette.js";

const TABS = ["codes", "documents", "search", "memos", "show"];

export function makePanel(page) {
  const word = (name, values) => sentence(page.words, name, values);
  const id = `${page.view}-panel`;
  const box = element("aside", { class: "icmo-panel" });
  const sheets = {};
  const tabs = {};
  let [memos, documents, hits, hit, more] = [[], [], [], -1, false];
  const looked = new Set(); // hits that were looked at, and are to be tagged

  function build() {
    box.setAttribute("aria-label", word("panel"));
    const bar = element("div", { class: "icmo-tabs", role: "tablist", "aria-label": word("panel") });
    for (const name of TABS) {
      tabs[name] = button(word(`tab_${name}`), () => open(name), { role: "tab", id: `${id}-tab-${name}`, "aria-controls": `${id}-${name}`, "aria-selected": "false", tabindex: "-1" });
      sheets[name] = element("div", { role: "tabpanel", id: `${id}-${name}`, "aria-labelledby": `${id}-tab-${name}`, class: `icmo-sheet icmo-sheet-${name}`, hidden: true });
      bar.append(tabs[name]);
    }
    bar.addEventListener("keydown", (event) => {
      const step = { ArrowRight: 1, ArrowLeft: -1 }[event.key];
      if (!step) return;
      const next = TABS[(TABS.findIndex((name) => tabs[name] === event.target) + step + TABS.length) % TABS.length];
      open(next);
      tabs[next].focus();
    });
    box.replaceChildren(bar, ...Object.values(sheets));
    makeCodes();
    makeSearch();
    makeMemos();
    open("codes", false);
  }

  function open(name, ask = true) {
    for (const one of TABS) {
      sheets[one].hidden = one !== name;
      tabs[one].setAttribute("aria-selected", String(one === name));
      tabs[one].tabIndex = one === name ? 0 : -1;
    }
    if (name === "show") makeShow();
    if (!ask) return null;
    if (name === "documents") return page.ask({ kind: "documents" }).then((answer) => ((documents = answer.documents), makeDocuments()), page.sayRefusal);
    if (name === "memos") return page.ask({ kind: "memos" }).then((answer) => takeMemos(answer.memos), page.sayRefusal);
    return null;
  }

  // ── codes ──

  let filter, list, means, looking;
  function makeCodes() {
    filter = element("input", { type: "search", class: "icmo-search", placeholder: word("search"), "aria-label": word("search"), oninput: listCodes });
    list = element("ul", { class: "icmo-codes", "aria-label": word("codes") });
    means = element("div", { class: "icmo-meaning", role: "group", tabindex: "0", "aria-label": word("code_definition") });
    sheets.codes.replaceChildren(filter, list, means, button(word("new_code"), () => page.newCode(null), { class: "icmo-plain" }));
    listCodes();
  }

  function listCodes() {
    const sought = findCodes(page.shown.codes, filter.value);
    let family = null;
    const rows = sought.flatMap((code) => {
      const head = filter.value || code.family === family ? [] : [element("li", { class: "icmo-family" }, code.family)];
      family = code.family;
      const row = codeRow(page, code, { onmouseenter: () => look(code), onfocusin: () => look(code) });
      const count = page.count(code.code);
      const label = row.querySelector(".icmo-code-label");
      const put = button("", () => page.tagWith(code, ""), { class: "icmo-put" });
      put.append(row.querySelector(".icmo-letter"), label);
      const pinned = page.pins.includes(code.code);
      const pin = button(pinned ? "★" : "☆", () => page.pin(code), { class: "icmo-pin", "aria-label": word(pinned ? "unpin" : "pin", { label: code.label }), title: word(pinned ? "unpin" : "pin", { label: code.label }) });
      row.prepend(put);
      row.append(element("span", { class: "icmo-count", "data-of": code.code, title: word("count_title") }, count ? String(count) : ""), pin);
      return [...head, row];
    });
    list.replaceChildren(...(rows.length ? rows : [element("li", { class: "icmo-none" }, word("no_codes"))]));
    look(looking && sought.find((code) => code.code === looking) ? page.code(looking) : sought[0]);
  }

  /** After an act only the numbers beside the codes are new. */
  function recount() {
    for (const made of list?.querySelectorAll(".icmo-count") ?? []) {
      const told = String(page.count(made.dataset.of) || "");
      if (made.textContent !== told) made.textContent = told;
    }
  }

  function look(code) {
    looking = code?.code;
    means.replaceChildren(...meaning(page, code, true));
    if (code) means.append(button(word("memo_on_code"), () => page.writeMemo("code", code.code), { class: "icmo-plain" }));
  }

  // ── documents ──

  const wanted = { text: "", untagged: false, stale: false, mine: false, of: {} };
  function makeDocuments() {
    const columns = { case: word("case"), group: word("group") };
    for (const one of documents) for (const name of Object.keys(one.attributes)) columns[name] ??= name;
    const valueOf = (one, name) => (name in one ? one[name] : one.attributes[name]) ?? "";
    const rows = element("ul", { class: "icmo-documents", "aria-label": word("tab_documents") });
    const show = () => {
      const text = wanted.text.toLocaleLowerCase("da");
      const chosen = documents.filter(
        (one) =>
          `${one.name} ${one.case} ${one.group}`.toLocaleLowerCase("da").includes(text) &&
          (!wanted.untagged || one.tags === 0) && (!wanted.stale || one.stale > 0) && (!wanted.mine || one.mine > 0 || one.assigned) &&
          Object.entries(wanted.of).every(([name, value]) => !value || valueOf(one, name) === value),
      );
      rows.replaceChildren(...(chosen.length ? chosen.map(documentRow) : [element("li", { class: "icmo-none" }, word("no_documents_here"))]));
    };
    const search = element("input", { type: "search", class: "icmo-search", "aria-label": word("find_document"), placeholder: word("find_document"), oninput: () => ((wanted.text = search.value), show()) });
    search.value = wanted.text;
    const choices = Object.entries(columns).flatMap(([name, label]) => {
      const values = [...new Set(documents.map((one) => valueOf(one, name)).filter(Boolean))].sort((a, b) => a.localeCompare(b, "da"));
      if (values.length < 2) return [];
      const select = element("select", { "aria-label": label, onchange: () => ((wanted.of[name] = select.value), show()) }, element("option", { value: "" }, word("any", { name: label })), ...values.map((value) => element("option", { value }, value)));
      select.value = wanted.of[name] ?? "";
      return [select];
    });
    const checks = ["untagged", "stale", "mine"].map((name) => check(word(`only_${name}`), wanted[name], (on) => ((wanted[name] = on), show())));
    sheets.documents.replaceChildren(search, element("div", { class: "icmo-choices" }, ...choices), element("div", { class: "icmo-checks" }, ...checks), rows);
    show();
  }

  function documentRow(one) {
    const share = `${Math.round(one.share * 100)} %`;
    const facts = [one.case, one.group, one.date, ...Object.entries(one.attributes).map(([name, value]) => `${name}: ${value}`)].filter(Boolean).join(" · ");
    const go = button(one.name, () => page.go(one.document), { class: "icmo-document-name", "aria-current": one.document === page.shown.document ? "true" : null });
    const bar = element("span", { class: "icmo-share", "aria-hidden": "true" }, element("span"));
    bar.firstChild.style.width = `${one.share * 100}%`;
    const progress = word("document_progress", { share, mine: one.mine, tags: one.tags });
    return element("li", { class: "icmo-document" }, go, element("div", { class: "icmo-quiet" }, facts), bar, element("div", { class: "icmo-quiet" }, progress, one.stale ? ` · ${word("document_stale", { count: one.stale })}` : "", one.done ? ` · ${word("document_done")}` : ""));
  }

  function check(label, on, act) {
    const made = element("input", { type: "checkbox" });
    made.checked = on;
    made.addEventListener("change", () => act(made.checked));
    return element("label", { class: "icmo-check" }, made, ` ${label}`);
  }

  // ── search ──

  let sought, how, where, found;
  function makeSearch() {
    sought = element("input", { type: "search", class: "icmo-search icmo-find", "aria-label": word("find_text"), placeholder: word("find_text"), onkeydown: (event) => event.key === "Enter" && find() });
    how = element("select", { "aria-label": word("how") }, ...["exact", "forms", "pattern"].map((name) => element("option", { value: name }, word(`how_${name}`))));
    where = element("select", { "aria-label": word("where") }, ...["here", "all"].map((name) => element("option", { value: name }, word(`where_${name}`))));
    found = element("div", { class: "icmo-found" });
    sheets.search.replaceChildren(sought, element("div", { class: "icmo-choices" }, how, where, button(word("find"), find, { class: "icmo-save" })), found);
  }

  async function find() {
    if (!sought.value) return;
    try {
      const answer = await page.ask({ kind: "search", document: page.shown.document, sought: sought.value, how: how.value, here: where.value === "here" });
      [hits, more, hit] = [answer.hits, answer.more, -1];
      looked.clear();
      showHits();
      page.paint.mark("hit", hits.filter((one) => one.document === page.shown.document));
      page.sayText(word(more ? "many_hits" : "hits", { count: hits.length }));
    } catch (error) {
      page.sayRefusal(error);
    }
  }

  function showHits() {
    const rows = hits.map((one, number) => {
      const ticked = element("input", { type: "checkbox", "aria-label": word("tick_hit", { number: number + 1 }), onchange: () => (ticked.checked ? looked.add(number) : looked.delete(number), told()) });
      ticked.checked = looked.has(number);
      // Only what was looked at can be ticked: nothing is tagged unseen.
      ticked.disabled = !one.seen;
      const text = button("", () => step(number), { class: "icmo-hit" });
      text.append(element("span", { class: "icmo-quiet" }, where.value === "all" ? `${one.name}: ` : "", `…${one.before}`), element("strong", {}, one.words), element("span", { class: "icmo-quiet" }, `${one.after}…`));
      return element("li", { "aria-current": number === hit ? "true" : null }, ticked, text);
    });
    const put = button("", () => page.tagHits([...looked].map((number) => hits[number])), { class: "icmo-save icmo-tag-hits" });
    const told = () => ((put.textContent = word("tag_hits", { count: looked.size })), (put.disabled = !looked.size));
    told();
    found.replaceChildren(
      element("p", { class: "icmo-quiet" }, word(more ? "many_hits" : "hits", { count: hits.length }), hits.length ? ` ${word("hits_how")}` : ""),
      element("ol", { class: "icmo-hits" }, ...rows),
      hits.length ? put : "",
    );
    found.querySelector('[aria-current="true"]')?.scrollIntoView({ block: "nearest" });
  }

  async function step(number) {
    if (!hits.length) return page.say("no_hits");
    hit = (number + hits.length) % hits.length;
    const one = hits[hit];
    one.seen = true;
    showHits();
    await page.go(one.document, one);
    page.paint.mark("hit", hits.filter((other) => other.document === page.shown.document));
    page.say("hit", { number: hit + 1, count: hits.length });
    return null;
  }

  // ── memos ──

  let memoList, memoSearch;
  function makeMemos() {
    memoSearch = element("input", { type: "search", class: "icmo-search", "aria-label": word("find_memo"), placeholder: word("find_memo"), oninput: () => takeMemos(memos) });
    memoList = element("ul", { class: "icmo-memos", "aria-label": word("tab_memos") });
    sheets.memos.replaceChildren(
      memoSearch,
      memoList,
      element("div", { class: "icmo-hands" }, button(word("memo_on_document"), () => page.writeMemo("document", page.shown.document)), button(word("memo_on_project"), () => page.writeMemo("project", "project"))),
    );
  }

  function takeMemos(given) {
    memos = given;
    const text = memoSearch.value.toLocaleLowerCase("da");
    const chosen = memos.filter((memo) => `${memo.text} ${memo.name} ${memo.coder}`.toLocaleLowerCase("da").includes(text));
    const rows = chosen.map((memo) =>
      element(
        "li",
        { class: "icmo-memo" },
        element("p", {}, memo.text),
        element("div", { class: "icmo-quiet" }, `${word(`about_${memo.target_kind}`)} ${memo.target_kind === "project" ? "" : memo.name} · ${word("by", { coder: memo.coder, date: memo.created })}`),
        memo.document ? button(word("go_there"), () => page.go(memo.document, null, memo.target_kind === "tag" ? memo.target : null), { class: "icmo-plain" }) : "",
      ),
    );
    memoList.replaceChildren(...(rows.length ? rows : [element("li", { class: "icmo-none" }, word("no_memos"))]));
  }

  // ── what is shown ──

  function makeShow() {
    const { hidden } = page;
    const coders = [...new Set([...page.tags.values()].map((tag) => tag.coder))].sort((a, b) => a.localeCompare(b, "da"));
    const roles = new Map([...page.tags.values()].map((tag) => [page.code(tag.code).role, page.code(tag.code)]));
    const toggle = (set, name) => (on) => (on ? set.delete(name) : set.add(name), page.repaint());
    const legend = ({ role, role_word, letter, colour, line }) => {
      const row = check("", !hidden.roles.has(role), toggle(hidden.roles, role));
      const sample = element("span", { class: `icmo-sample icmo-line-${line}` }, `${letter} ${role_word}`);
      sample.style.setProperty("--icmo-colour", colour);
      row.append(sample);
      return row;
    };
    sheets.show.replaceChildren(
      element("h4", {}, word("show_coders")),
      ...coders.map((coder) => check(coder === page.shown.coder ? word("me", { coder }) : coder, !hidden.coders.has(coder), toggle(hidden.coders, coder))),
      element("h4", {}, word("show_roles")),
      ...[...roles.values()].map(legend),
      element("h4", {}, word("show_only")),
      check(word("only_stale"), page.hidden.fresh, (on) => ((page.hidden.fresh = on), page.repaint())),
      element("h4", {}, word("writing")),
      check(word("snap"), page.snap, (on) => page.setSnap(on)),
    );
  }

  return { box, build, open, recount, listCodes: () => filter && listCodes(), takeMemos, step: (forward) => step(hit + (forward ? 1 : -1)), find: () => (open("search"), sought.focus(), sought.select()), documents: () => open("documents") };
}
