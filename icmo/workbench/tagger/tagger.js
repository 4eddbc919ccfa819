// The tagger's page: a transcript, the tags on it, and the hands to change them.
// Offsets here are UTF-16 units of the whole text; Python translates them.

import { button, element, sentence } from "./dom.js";
import { makeCard } from "./card.js";
import { makeDialogs } from "./dialogs.js";
import { makeKernel } from "./kernel.js";
import { makeMargin } from "./margin.js";
import { makePaint } from "./paint.js";
import { makePalette } from "./palette.js";
import { makePanel } from "./panel.js";
import { meaningOf } from "./keys.js";
import { roughSentences, stepped, trimmed, turnAt, wholeCharacters, wholeWords, within, wordsIn } from "./text.js";

const asTag = ([tag, code, coder, start, end, polarity, note, stale, created]) => ({ tag, code, coder, start, end, polarity, note, stale, created });
const unknown = (code) => ({ code, label: code, definition: "", family: "", role: "other", role_word: "", colour: "#5c5c5c", letter: "·", line: "dotted" });

function render({ model, el }) {
  const styles = element("style");
  const page = { el, shown: null, words: {}, rows: [], tags: new Map(), focus: null, pins: [], snap: true, hidden: { coders: new Set(), roles: new Set(), fresh: false } };
  let codes = new Map();
  let [chosen, anchor, head] = [null, null, null]; // the span to tag; by keys, it grows from anchor to head
  let sentences = null;
  let [lastCode, lastTag] = [null, null];
  let been = []; // places to go back to
  let margin = null;
  let dragging = false;

  el.classList.add("icmo-tagger");
  el.setAttribute("data-lm-suppress-shortcuts", "true");
  const height = model.get("_height");
  if (height) el.style.setProperty("--icmo-height", height);
  // The whole window: the browser's top layer lies over whatever the notebook shows.
  if (model.get("_full_page") && el.showPopover) {
    el.popover = "manual";
    el.classList.add("icmo-full-page");
    requestAnimationFrame(() => el.isConnected && el.showPopover());
  }

  const kernel = makeKernel({ model, receive, tell: tellKernel });
  page.view = kernel.view;
  // With every act goes which version of the text it was meant for.
  page.ask = (message) => kernel.ask({ version: page.shown?.version, ...message });
  page.paint = makePaint({ view: kernel.view, styles, page });
  page.panel = makePanel(page);
  page.card = makeCard(page);
  page.palette = makePalette(page);
  page.dialogs = makeDialogs(page);
  page.newCode = page.dialogs.newCode;

  const word = (name, values) => sentence(page.words, name, values);
  const text = element("div", { class: "icmo-text", tabindex: "0", role: "application" });
  const handles = ["start", "end"].map((side) => element("span", { class: "icmo-handle", "data-side": side, hidden: true }));
  const status = element("p", { class: "icmo-status", role: "status", "aria-live": "polite" });
  const spoken = element("p", { class: "icmo-spoken", "aria-live": "polite" });
  const lost = element("p", { class: "icmo-lost", role: "alert", hidden: true });
  const unsaved = element("p", { class: "icmo-lost icmo-unsaved", role: "alert", hidden: true });
  const top = element("div", { class: "icmo-top" });
  const shown = element("div", { class: "icmo-columns" }, text, page.panel.box);
  el.replaceChildren(styles, top, lost, unsaved, shown, page.palette.box, page.card.box, status, spoken);

  // ── the document ──────────────────────────────────────────────────────────────────────

  async function open(document, keep = false) {
    const scrolled = text.scrollTop;
    const answer = await page.ask({ kind: "open", document });
    page.shown = answer;
    page.words = answer.words;
    sentences = null;
    codes = new Map(answer.codes.map((code) => [code.code, code]));
    page.tags = new Map(answer.tags.map((row) => [row[0], asTag(row)]));
    el.lang = answer.language;
    build();
    if (keep) text.scrollTop = scrolled;
    takeUp(kernel.keep(`${answer.project}-${encodeURIComponent(answer.coder)}`));
    page.ask({ kind: "sentences", document: answer.document }).then((more) => (sentences = more.sentences), () => {});
    return answer;
  }

  /** Go on with what an earlier page left: acts that wait are sent; of words only is known that they are gone. */
  function takeUp(left) {
    const gone = left.filter((act) => act.unsaved).length;
    for (const act of left) if (!act.unsaved) page.ask(act).catch(page.sayRefusal);
    if (!gone) return;
    notice(word("unsaved", { count: gone }));
  }

  /** Say what must not be missed: it stays until it is closed. */
  function notice(told) {
    unsaved.replaceChildren(told, " ", button(word("close"), () => (unsaved.hidden = true)));
    unsaved.hidden = false;
  }
  page.reopen = () => open(page.shown.document, true);

  function build() {
    margin?.stop();
    page.paint.clear();
    margin = makeMargin({ page, scroller: text });
    text.setAttribute("aria-label", word("transcript"));
    page.rows = page.shown.turns.map((turn, number) => {
      const who = element("div", { class: "icmo-speaker" }, turn.speaker);
      if (turn.role) who.append(element("span", { class: "icmo-speaker-role" }, turn.role));
      const said = element("p", { class: `icmo-said${turn.kind === "turn" ? "" : " icmo-heading"}` });
      said.append(document.createTextNode(turn.text));
      const beside = element("div", { class: "icmo-margin" });
      const box = element("div", { class: "icmo-turn", "data-row": String(number) }, element("div", { class: "icmo-number", "aria-hidden": "true" }, String(turn.number)), who, said, beside);
      return { turn, said, margin: beside, box, own: new Set() };
    });
    counts.clear();
    for (const tag of page.tags.values()) {
      recount(tag.code, 1);
      for (const row of rowsOf(tag)) row.own.add(tag);
    }
    // What a row will need is told before it is drawn, so that the text does not jump under the reader.
    for (const row of page.rows) {
      const lines = Math.ceil(row.turn.text.length / 72) * 23;
      row.box.style.containIntrinsicHeight = `auto ${Math.max(lines, row.own.size * 19, 23) + 14}px`;
      row.unmarked = true;
    }
    text.replaceChildren(...page.rows.map((row) => row.box), ...handles);
    page.pins = JSON.parse(localStorage.getItem(pinName()) ?? "[]");
    makeTop();
    page.panel.build();
    for (const row of page.rows) margin.watch(row);
    repaint();
    choose(null);
  }

  function makeTop() {
    const tool = (name, act) => button(word(name), act, { class: "icmo-tool", title: word(name) });
    const done = element("input", { type: "checkbox" });
    done.checked = page.shown.done;
    done.addEventListener("change", () => page.ask({ kind: "done", document: page.shown.document, done: done.checked }).then(() => page.say(done.checked ? "is_done" : "is_not_done"), page.sayRefusal));
    top.replaceChildren(
      element("h2", { class: "icmo-name" }, page.shown.name),
      element("span", { class: "icmo-quiet" }, [page.shown.case, page.shown.group].filter(Boolean).join(" · ")),
      element("span", { class: "icmo-tools" }, element("label", { class: "icmo-check" }, done, ` ${word("done")}`), tool("undo", () => act("undo")), tool("redo", () => act("redo")), tool("keys", page.dialogs.keys)),
    );
  }

  function rowsOf(span) {
    const found = [];
    for (let number = turnAt(page.shown.turns, span.start); number < page.rows.length; number += 1) {
      const row = page.rows[number];
      if (row.turn.start >= span.end) break;
      if (within(row.turn, span)) found.push(row);
    }
    return found;
  }
  page.rowsOf = rowsOf;
  const visible = (tag) => !page.hidden.coders.has(tag.coder) && !page.hidden.roles.has(page.code(tag.code).role) && (!page.hidden.fresh || tag.stale);
  page.tagsOf = (row) => [...row.own].filter(visible);
  page.code = (code) => codes.get(code) ?? unknown(code);
  const counts = new Map(); // code → how many tags it has in the document
  page.count = (code) => counts.get(code) ?? 0;
  const recount = (code, by) => counts.set(code, page.count(code) + by);
  page.told = (tag) => {
    const code = page.code(tag.code);
    return [code.label, code.role_word, word("by", { coder: tag.coder, date: tag.created }), tag.polarity && word(`polarity_${tag.polarity}`), tag.note, tag.stale && word("stale")].filter(Boolean).join(", ");
  };

  function repaint() {
    page.paint.clear();
    page.paint.style(page.shown.codes);
    for (const tag of page.tags.values()) if (visible(tag)) page.paint.add(tag, page.code(tag.code).role);
    page.paint.redraw([...page.tags.values()]);
    margin.redraw(page.rows);
    markAll();
    tellCount();
  }
  page.repaint = repaint;

  function tellCount() {
    el.dataset.tags = String(page.tags.size);
    el.dataset.document = page.shown.document;
    el.dataset.ready = "1";
  }

  /** Some tags came, changed or went: only they and their turns are drawn again. */
  function takeNews({ document, rows, gone, reopen }) {
    if (!page.shown || document !== page.shown.document) return;
    if (reopen || rows.some((row) => !codes.has(row[1]))) return void page.reopen();
    if (!rows.length && !gone.length) return;
    const touched = new Set();
    const spans = [];
    const take = (tag) => {
      page.paint.drop(tag.tag);
      spans.push(tag);
      for (const row of rowsOf(tag)) row.own.delete(tag) && touched.add(row);
      page.tags.delete(tag.tag);
      recount(tag.code, -1);
    };
    for (const tag of gone) if (page.tags.has(tag)) take(page.tags.get(tag));
    for (const row of rows) {
      if (page.tags.has(row[0])) take(page.tags.get(row[0]));
      const tag = asTag(row);
      page.tags.set(tag.tag, tag);
      recount(tag.code, 1);
      spans.push(tag);
      for (const own of rowsOf(tag)) own.own.add(tag) && touched.add(own);
      if (visible(tag)) page.paint.add(tag, page.code(tag.code).role);
    }
    page.paint.redraw(spans);
    margin.redraw([...touched]);
    if (page.focus && !page.tags.has(page.focus)) page.focus = null;
    page.card.renew();
    markAll();
    tellCount();
    page.panel.recount();
  }

  page.takeCodes = (told) => {
    page.shown.codes = told;
    codes = new Map(told.map((code) => [code.code, code]));
    page.panel.listCodes();
  };

  // ── what is chosen ────────────────────────────────────────────────────────────────────

  function choose(span) {
    chosen = span;
    if (span) page.focus = null;
    markAll();
  }

  function markAll() {
    const focus = page.focus && page.tags.get(page.focus);
    page.paint.mark("chosen", chosen ? [chosen] : []);
    page.paint.mark("focus", focus ? [focus] : []);
    for (const mark of text.querySelectorAll("[data-tag]")) {
      mark.classList.toggle("icmo-in-focus", mark.dataset.tag === page.focus);
    }
    placeHandles(focus && focus.coder === page.shown.coder ? focus : null);
  }

  function placeHandles(span) {
    for (const handle of handles) handle.hidden = !span;
    if (!span) return;
    const room = text.getBoundingClientRect();
    const ranges = page.paint.rangesOf(span, true);
    for (const handle of handles) {
      const rects = (handle.dataset.side === "start" ? ranges[0] : ranges.at(-1)).getClientRects();
      const rect = handle.dataset.side === "start" ? rects[0] : rects[rects.length - 1];
      if (!rect) continue;
      handle.style.top = `${rect.top - room.top + text.scrollTop}px`;
      handle.style.left = `${(handle.dataset.side === "start" ? rect.left : rect.right) - room.left - 4}px`;
      handle.style.height = `${rect.height}px`;
    }
  }

  const absolute = (row, { start, end }) => ({ start: row.turn.start + start, end: row.turn.start + end });

  /** A span without white space at its ends, widened to whole words (where that is wanted) and characters. */
  function tidy(span) {
    const rows = rowsOf(span);
    if (!rows.length) return null;
    const [first, last] = [rows[0], rows.at(-1)];
    const headPart = trimmed(first.turn.text, within(first.turn, span).start, within(first.turn, span).end);
    const tailPart = trimmed(last.turn.text, within(last.turn, span).start, within(last.turn, span).end);
    if (!headPart && !tailPart) return null;
    const whole = (row, part) => absolute(row, page.snap ? wholeWords(row.turn.text, part.start, part.end) : wholeCharacters(row.turn.text, part.start, part.end));
    const from = headPart ? whole(first, headPart).start : first.turn.start + first.turn.text.length;
    const to = tailPart ? whole(last, tailPart).end : last.turn.start;
    return from < to ? { start: from, end: to } : null;
  }

  function placeOf(node, offset) {
    const said = (node.nodeType === 1 ? node : node.parentElement)?.closest?.(".icmo-said");
    if (!said || !text.contains(said)) return null;
    const row = page.rows[Number(said.parentElement.dataset.row)];
    const range = document.createRange();
    range.setStart(said, 0);
    range.setEnd(node, offset);
    return row.turn.start + range.toString().length;
  }

  function placeAt(x, y) {
    const found = document.caretPositionFromPoint?.(x, y);
    if (found) return placeOf(found.offsetNode, found.offset);
    const range = document.caretRangeFromPoint?.(x, y);
    return range ? placeOf(range.startContainer, range.startOffset) : null;
  }

  function selected() {
    const selection = getSelection();
    if (!selection.rangeCount || selection.isCollapsed) return null;
    const range = selection.getRangeAt(0);
    const rows = page.rows.filter(({ said }) => range.intersectsNode(said));
    if (!rows.length) return null;
    const start = placeOf(range.startContainer, range.startOffset) ?? rows[0].turn.start;
    const end = placeOf(range.endContainer, range.endOffset) ?? rows.at(-1).turn.start + rows.at(-1).turn.text.length;
    return tidy({ start: Math.max(start, rows[0].turn.start), end });
  }

  const unitsOf = (kind) => (number) => {
    const { turn } = page.rows[number];
    if (kind === "turn") return turn.text.trim() ? [[turn.start, turn.start + turn.text.length]] : [];
    if (kind === "sentence" && sentences) {
      const own = [];
      for (let place = 0; place < sentences.length; place += 2) {
        if (sentences[place] >= turn.start && sentences[place + 1] <= turn.start + turn.text.length) own.push([sentences[place], sentences[place + 1]]);
      }
      return own;
    }
    return (kind === "word" ? wordsIn(turn.text) : roughSentences(turn.text)).map(([start, end]) => [turn.start + start, turn.start + end]);
  };

  function unitAround(kind, place) {
    const found = unitsOf(kind)(turnAt(page.shown.turns, place)).find(([start, end]) => start <= place && place <= end);
    return found ? { start: found[0], end: found[1] } : null;
  }

  function rectOf(span) {
    const ranges = page.paint.rangesOf(span, true);
    return (ranges.at(-1) ?? text).getBoundingClientRect();
  }

  function bring(span) {
    const row = rowsOf(span)[0];
    if (!row) return;
    const box = row.box.getBoundingClientRect();
    const room = text.getBoundingClientRect();
    if (box.top < room.top || box.bottom > room.bottom) row.box.scrollIntoView({ block: box.height > room.height ? "start" : "center" });
    const rect = rectOf(span);
    if (rect.top < room.top || rect.bottom > room.bottom) text.scrollTop += rect.top - room.top - room.height / 3;
  }

  /** Tell a screen reader which words are chosen. */
  function speak(span, before = "") {
    const words = rowsOf(span).map((row) => row.turn.text.slice(within(row.turn, span).start, within(row.turn, span).end)).join(" ");
    const { speaker } = rowsOf(span)[0]?.turn ?? {};
    const short = words.length > 240 ? `${words.slice(0, 120)} … ${words.slice(-100)}` : words;
    spoken.textContent = [before, speaker, short].filter(Boolean).join(": ");
  }

  // ── acts ──────────────────────────────────────────────────────────────────────────────

  page.say = (name, values) => (status.textContent = word(name, values));
  page.sayText = (told) => (status.textContent = told);
  page.refusal = (error) => (error.message === "lost" ? word("not_done") : error.message);
  page.sayRefusal = (error) => page.sayText(page.refusal(error));

  async function act(kind, more = {}) {
    try {
      const answer = await page.ask({ kind, document: page.shown.document, ...more });
      if (answer.sentence) page.sayText(answer.sentence);
      return answer;
    } catch (error) {
      page.sayRefusal(error);
      return null;
    }
  }

  /** Put a code on what is chosen. The screen says so when it is in the project file. */
  async function tagWith(code, polarity, given = null) {
    const focus = page.focus && page.tags.get(page.focus);
    const span = given ?? chosen ?? (focus ? { start: focus.start, end: focus.end } : null);
    if (!span) return page.say("select_first");
    // A drag that begins inside text still selected would become drag-and-drop.
    getSelection().removeAllRanges();
    lastCode = code;
    const began = performance.now();
    waitingSpans.add(span);
    const answer = await act("tag", { ...span, code: code.code, polarity });
    waitingSpans.delete(span);
    if (!answer) return null;
    el.dataset.took = String(performance.now() - began);
    lastTag = answer.tag;
    const [count] = page.shown.use[code.code] ?? [0];
    page.shown.use[code.code] = [count + 1, new Date().toISOString()];
    page.say(answer.twin ? "twin" : "tagged", { label: code.label });
    return answer.tag;
  }
  page.tagWith = tagWith;
  const waitingSpans = new Set();

  page.untag = async (tag) => {
    page.card.hide(true);
    if (await act("untag", { tag: tag.tag })) page.say("removed", { label: page.code(tag.code).label });
  };
  page.change = async (tag, values) => {
    const done = await act("change", { tag: tag.tag, ...values });
    if (done) page.say("changed", { label: page.code(tag.code).label });
    return Boolean(done);
  };
  page.lookAgain = (tag) => act("look_again", { tag: tag.tag });
  page.tagHits = (hits) =>
    page.palette.open(page.panel.box.getBoundingClientRect(), async (code) => {
      const answer = await act("tag_many", { code: code.code, spans: hits.map(({ document, start, end, version }) => [document, start, end, version]) });
      if (answer) page.say("tagged_many", { label: code.label, count: answer.count });
    });
  page.writeMemo = (about, on) => page.dialogs.memo(about, on, about === "tag" ? page.code(page.tags.get(on)?.code).label : about === "code" ? page.code(on).label : about === "document" ? page.shown.name : word("the_project"));
  page.pin = (code) => {
    page.pins = page.pins.includes(code.code) ? page.pins.filter((one) => one !== code.code) : [...page.pins, code.code].slice(-9);
    localStorage.setItem(pinName(), JSON.stringify(page.pins));
    page.panel.listCodes();
  };
  const pinName = () => `icmo-pins-${page.shown.project}-${page.shown.coder}`;
  page.setSnap = (on) => {
    page.snap = on;
    page.say(on ? "snap_on" : "snap_off");
  };

  function openPalette() {
    const focus = page.focus && page.tags.get(page.focus);
    const { start, end } = chosen ?? focus ?? {};
    if (start === undefined) return page.say("select_first");
    page.card.hide(true);
    choose({ start, end });
    // Somebody may correct the text while the palette is open: the span is one of the text as it is now.
    const span = { start, end, version: page.shown.version };
    return page.palette.open(rectOf(span), (code, polarity) => tagWith(code, polarity, span));
  }

  // ── going about ───────────────────────────────────────────────────────────────────────

  /** Go to a place in a document, or to a tag; `b` leads back. */
  page.go = async (place, span = null, tag = null, remember = true) => {
    if (remember && page.shown) been.push({ document: page.shown.document, top: text.scrollTop });
    try {
      if (place !== page.shown.document) await open(place);
    } catch (error) {
      return page.sayRefusal(error);
    }
    if (tag && page.tags.has(tag)) return focusTag(page.tags.get(tag));
    if (span) {
      anchor = head = { start: span.start, end: span.end };
      choose(span.start < span.end ? { start: span.start, end: span.end } : null);
      bring(span);
    }
    return null;
  };

  async function back() {
    const place = been.pop();
    if (!place) return page.say("no_way_back");
    await page.go(place.document, null, null, false);
    text.scrollTop = place.top;
    return null;
  }

  page.toText = () => text.focus({ preventScroll: true });
  page.unfocus = () => {
    page.focus = null;
    markAll();
  };

  function focusTag(tag, rect = null) {
    chosen = null;
    page.focus = tag.tag;
    anchor = head = { start: tag.start, end: tag.end };
    bring(tag);
    markAll();
    page.card.hold(tag, rect ?? rectOf(tag));
    spoken.textContent = page.told(tag);
  }

  function nextTag(forward) {
    const order = [...page.tags.values()].filter(visible).sort((a, b) => a.start - b.start || a.end - b.end || (a.tag < b.tag ? -1 : 1));
    if (!order.length) return page.say("no_tags");
    const from = page.focus ? order.findIndex((tag) => tag.tag === page.focus) : null;
    const place = head?.start ?? 0;
    const ahead = from === null ? (forward ? order.findIndex((tag) => tag.start >= place) : order.findLastIndex((tag) => tag.end <= place)) : from + (forward ? 1 : -1);
    return focusTag(order[(ahead + order.length) % order.length]);
  }

  function move(kind, forward, extend) {
    page.card.hide(true);
    const begin = head ?? firstInSight();
    const next = head ? stepped(page.shown.turns, unitsOf(kind), head, forward) : unitAround(kind, begin.start) ?? begin;
    if (!next) return;
    head = next;
    if (!extend || !anchor) anchor = next;
    choose({ start: Math.min(anchor.start, head.start), end: Math.max(anchor.end, head.end) });
    getSelection().removeAllRanges();
    bring(head);
    speak(extend ? chosen : head);
  }

  function firstInSight() {
    const edge = text.getBoundingClientRect().top;
    const row = page.rows.find(({ box }) => box.getBoundingClientRect().bottom > edge) ?? page.rows[0];
    const first = wordsIn(row.turn.text)[0] ?? [0, 0];
    return { start: row.turn.start + first[0], end: row.turn.start + first[1] };
  }

  /** Move one end of the tag in focus by a word. */
  async function moveBound(side, forward) {
    const tag = page.tags.get(page.focus);
    if (tag.coder !== page.shown.coder) return page.say("not_yours");
    const all = unitsOf("word");
    const here = turnAt(page.shown.turns, side === "end" ? tag.end - 1 : tag.start);
    const near = [here - 1, here, here + 1].filter((number) => page.rows[number]).flatMap((number) => all(number));
    const places = near.map(([start, end]) => (side === "start" ? start : end));
    const next = forward ? places.find((place) => place > tag[side]) : places.findLast((place) => place < tag[side]);
    const span = { start: tag.start, end: tag.end, [side]: next };
    if (next === undefined || span.start >= span.end) return null;
    if (await act("change", { tag: tag.tag, start: span.start, end: span.end })) {
      const now = page.tags.get(tag.tag);
      page.say("changed", { label: page.code(tag.code).label });
      if (now) speak(now);
    }
    return null;
  }

  const subject = () => page.tags.get(page.focus) ?? page.tags.get(lastTag);
  const own = (then) => {
    const tag = subject();
    if (!tag) return page.say("no_tag_chosen");
    return tag.coder === page.shown.coder ? then(tag) : page.say("not_yours");
  };

  const verbs = {
    move,
    edge: (end) => {
      const row = end ? page.rows.at(-1) : page.rows[0];
      const words = wordsIn(row.turn.text);
      const [start, stop] = (end ? words.at(-1) : words[0]) ?? [0, 0];
      anchor = head = { start: row.turn.start + start, end: row.turn.start + stop };
      choose(head);
      bring(head);
      speak(head);
    },
    whole: (kind) => {
      const unit = unitAround(kind, (head ?? chosen ?? firstInSight()).start);
      if (!unit) return;
      anchor = head = unit;
      choose(unit);
      speak(unit);
    },
    bounds: moveBound,
    palette: openPalette,
    pinned: (number) => (page.pins[number - 1] ? tagWith(page.code(page.pins[number - 1]), "") : page.say("no_pin", { number })),
    repeat: () => (lastCode ? tagWith(lastCode, "") : page.say("nothing_to_repeat")),
    polarity: (sign) => own((tag) => page.change(tag, { polarity: tag.polarity === sign ? "" : sign })),
    note: () => own((tag) => (focusTag(tag), page.card.note())),
    remove: () => own((tag) => page.untag(tag)),
    undo: () => act("undo"),
    redo: () => act("redo"),
    keys: () => page.dialogs.keys(),
    next_tag: nextTag,
    search: () => page.panel.find(),
    next_hit: (forward) => page.panel.step(forward),
    correct: () => {
      const row = page.rows[turnAt(page.shown.turns, (chosen ?? head ?? firstInSight()).start)];
      page.dialogs.correct(row);
    },
    memo: () => (page.focus ? page.writeMemo("tag", page.focus) : page.writeMemo("document", page.shown.document)),
    documents: () => page.panel.documents(),
    back,
    snap: () => page.setSnap(!page.snap),
    leave: () => {
      page.card.hide(true);
      getSelection().removeAllRanges();
      anchor = head;
      choose(null);
    },
  };

  // ── hands ─────────────────────────────────────────────────────────────────────────────

  text.addEventListener("keydown", (event) => {
    if (!page.shown) return;
    const found = meaningOf(event, Boolean(page.focus));
    if (!found) return;
    event.preventDefault();
    event.stopPropagation();
    verbs[found[0]](...found.slice(1));
  });

  const tagsAt = (place) => (place === null ? [] : page.tagsOf(page.rows[turnAt(page.shown.turns, place)]).filter((tag) => tag.start <= place && place <= tag.end));
  const pointRect = ({ clientX: x, clientY: y }) => ({ left: x, right: x, top: y - 10, bottom: y + 10 });

  let settling = 0;
  text.addEventListener("mouseup", (event) => {
    clearTimeout(settling);
    if (!page.shown || dragging || event.button) return;
    const mark = event.target.closest?.(".icmo-mark, .icmo-bar");
    if (mark) return;
    const place = placeAt(event.clientX, event.clientY);
    // A double click takes the sentence, a triple click the turn.
    if (event.detail > 1 && place !== null) {
      const unit = unitAround(event.detail === 2 ? "sentence" : "turn", place);
      getSelection().removeAllRanges();
      return settle(unit);
    }
    // The browser settles its selection after the mouse is up.
    settling = setTimeout(() => {
      const span = selected();
      if (span) return settle(span);
      const [tag] = tagsAt(place).sort((a, b) => a.end - a.start - (b.end - b.start));
      if (place !== null) anchor = head = unitAround("word", place) ?? { start: place, end: place };
      page.card.hide(true);
      choose(null);
      if (tag) focusTag(tag, pointRect(event));
      return null;
    });
    return null;
  });

  function settle(span) {
    if (!span) return;
    page.card.hide(true);
    anchor = head = span;
    choose(span);
    openPalette();
  }

  text.addEventListener("click", (event) => {
    const mark = event.target.closest(".icmo-mark, .icmo-bar");
    if (mark && page.tags.has(mark.dataset.tag)) focusTag(page.tags.get(mark.dataset.tag), mark.getBoundingClientRect());
  });

  let resting = 0;
  text.addEventListener("mousemove", (event) => {
    clearTimeout(resting);
    if (event.buttons || !page.shown) return;
    const mark = event.target.closest?.("[data-tag]");
    resting = setTimeout(() => {
      const tags = mark ? [page.tags.get(mark.dataset.tag)].filter(Boolean) : tagsAt(placeAt(event.clientX, event.clientY));
      if (tags.length && page.palette.box.hidden) page.card.peek(tags, mark ? mark.getBoundingClientRect() : pointRect(event));
      else page.card.hide();
    }, 250);
  });
  text.addEventListener("mouseleave", () => (clearTimeout(resting), page.card.hide()));
  text.addEventListener("scroll", () => page.card.hide(), { passive: true });

  // Drag an end of the tag in focus; it is changed when the mouse lets go.
  for (const handle of handles) {
    handle.addEventListener("pointerdown", (event) => {
      const tag = page.tags.get(page.focus);
      if (!tag) return;
      event.preventDefault();
      event.stopPropagation();
      dragging = true;
      handle.setPointerCapture(event.pointerId);
      const { version } = page.shown;
      let span = { start: tag.start, end: tag.end };
      const follow = (moved) => {
        handle.style.pointerEvents = "none";
        const place = placeAt(moved.clientX, moved.clientY);
        handle.style.pointerEvents = "";
        if (place === null) return;
        const next = tidy({ start: tag.start, end: tag.end, [handle.dataset.side]: place });
        if (!next) return;
        span = next;
        page.paint.mark("focus", [span]);
      };
      const drop = async () => {
        handle.removeEventListener("pointermove", follow);
        setTimeout(() => (dragging = false));
        if (span.start !== tag.start || span.end !== tag.end) await page.change(tag, { ...span, version });
        markAll();
      };
      handle.addEventListener("pointermove", follow);
      handle.addEventListener("pointerup", drop, { once: true });
    });
  }

  // A press outside closes what is open in passing.
  el.addEventListener("pointerdown", ({ target }) => {
    if (!page.palette.box.contains(target) && !page.palette.box.hidden) page.palette.box.hidden = true;
  });

  // ── the kernel's side ─────────────────────────────────────────────────────────────────

  function receive(message) {
    if (message.kind === "news") takeNews(message);
    else if (message.kind === "show") page.go(message.document, message.span && { start: message.span[0], end: message.span[1] });
    else if (message.kind === "heartbeat" && page.shown) page.ask({ kind: "look", document: page.shown.document }).catch(() => {});
    // A new desk knows nothing of the page: it is told what stands on it, to say what is gone.
    else if (message.kind === "anew" && page.shown) page.ask({ kind: "look", document: page.shown.document, have: [...page.tags.keys()] }).catch(page.sayRefusal);
  }

  function tellKernel({ lost: silent, count, undone }) {
    lost.hidden = !silent;
    el.dataset.lost = silent ? "1" : "";
    lost.textContent = silent ? word(count ? "lost_waiting" : "lost", { count }) : "";
    page.paint.mark("waiting", silent ? [...waitingSpans] : []);
    if (!silent) page.say("found_again");
    if (undone) notice(word("not_done"));
  }

  open(model.get("_begin"))
    .then(({ place }) => place && page.go(place[0], { start: place[1][0], end: place[1][1] }, null, false))
    .catch(page.sayRefusal);
  return () => {
    kernel.stop();
    margin?.stop();
    clearTimeout(resting);
    page.paint.clear();
  };
}

export default { render };
