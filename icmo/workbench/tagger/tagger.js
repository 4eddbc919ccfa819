// The tagger's page: a transcript, the tags on it, and the hands to change them.
// Offsets here are UTF-16 units of the whole text; Python translates them.

import { makeActs } from "./acts.js";
import { makeCard } from "./card.js";
import { makeDialogs } from "./dialogs.js";
import { button, element, keepKeys, sentence } from "./dom.js";
import { makeEnds } from "./ends.js";
import { makeKernel } from "./kernel.js";
import { meaningOf } from "./keys.js";
import { makeMouse } from "./mouse.js";
import { makePaint } from "./paint.js";
import { makePalette } from "./palette.js";
import { makePanel } from "./panel.js";
import { makeSelecting } from "./selecting.js";
import { turnAt } from "./text.js";
import { makeTranscript } from "./transcript.js";

function render({ model, el }) {
  const styles = element("style");
  const page = { el, shown: null, words: {}, rows: [], tags: new Map(), focus: null, pins: [], sentences: null, snap: true, hidden: { coders: new Set(), roles: new Set(), fresh: false } };
  const word = (name, values) => sentence(page.words, name, values);
  const been = []; // places to go back to

  el.classList.add("icmo-tagger");
  keepKeys(el);
  const height = model.get("_height");
  if (height) el.style.setProperty("--icmo-height", height);
  // The whole window: the browser's top layer lies over whatever the notebook shows.
  if (model.get("_full_page") && el.showPopover) {
    el.popover = "manual";
    el.classList.add("icmo-full-page");
    requestAnimationFrame(() => el.isConnected && el.showPopover());
  }

  const text = element("div", { class: "icmo-text", tabindex: "0", role: "application" });
  const status = element("p", { class: "icmo-status", role: "status", "aria-live": "polite" });
  const spoken = element("p", { class: "icmo-spoken", "aria-live": "polite" });
  const lost = element("p", { class: "icmo-lost", role: "alert", hidden: true });
  const unsaved = element("p", { class: "icmo-lost icmo-unsaved", role: "alert", hidden: true });
  const top = element("div", { class: "icmo-top" });

  page.say = (name, values) => (status.textContent = word(name, values));
  page.sayText = (told) => (status.textContent = told);
  page.refusal = (error) => (error.message === "lost" ? word("not_done") : error.message);
  page.sayRefusal = (error) => page.sayText(page.refusal(error));

  const kernel = makeKernel({ model, receive, tell: tellKernel });
  page.view = kernel.view;
  // With every act goes which version of the text it was meant for.
  page.ask = (message) => kernel.ask({ version: page.shown?.version, ...message });
  page.paint = makePaint({ view: kernel.view, styles, page });
  page.select = makeSelecting({ page, text, changed: (span) => (span && (page.focus = null), mark()) });
  const transcript = makeTranscript({ page, text });
  page.panel = makePanel(page);
  page.card = makeCard(page);
  page.palette = makePalette(page);
  page.dialogs = makeDialogs(page);
  page.newCode = page.dialogs.newCode;
  const acts = makeActs({ page, word });
  page.tagWith = acts.tagWith;
  const ends = makeEnds({ page, text });
  const mouse = makeMouse({ page, text, settle, ends });

  el.replaceChildren(styles, top, lost, unsaved, element("div", { class: "icmo-columns" }, text, page.panel.box), page.palette.box, page.card.box, status, spoken);

  // ── the document ──────────────────────────────────────────────────────────────────────

  async function open(document, keep = false) {
    const scrolled = text.scrollTop;
    const answer = await page.ask({ kind: "open", document });
    page.shown = answer;
    page.words = answer.words;
    page.sentences = null;
    page.knowCodes(answer.codes);
    el.lang = answer.language;
    transcript.build(answer.tags);
    page.readPins();
    makeTop();
    page.panel.build();
    repaint();
    page.select.choose(null);
    if (keep) text.scrollTop = scrolled;
    takeUp(kernel.keep(`${answer.project}-${encodeURIComponent(answer.coder)}`));
    const pairs = (flat) => Array.from({ length: flat.length / 2 }, (_, number) => [flat[2 * number], flat[2 * number + 1]]);
    page.ask({ kind: "sentences", document: answer.document }).then((more) => (page.sentences = pairs(more.sentences)), () => {});
    return answer;
  }

  /** Go on with what an earlier page left: acts that wait are sent; of words only is known that they are gone. */
  function takeUp(left) {
    const gone = left.filter((act) => act.unsaved).length;
    for (const act of left) if (!act.unsaved) page.ask(act).catch(page.sayRefusal);
    if (gone) notice(word("unsaved", { count: gone }));
  }

  /** Say what must not be missed: it stays until it is closed. */
  function notice(told) {
    unsaved.replaceChildren(told, " ", button(word("close"), () => (unsaved.hidden = true)));
    unsaved.hidden = false;
  }
  page.reopen = () => open(page.shown.document, true);

  function makeTop() {
    const tool = (name, act) => button(word(name), act, { class: "icmo-tool", title: word(name) });
    const done = element("input", { type: "checkbox" });
    done.checked = page.shown.done;
    done.addEventListener("change", () => page.ask({ kind: "done", document: page.shown.document, done: done.checked }).then(() => page.say(done.checked ? "is_done" : "is_not_done"), page.sayRefusal));
    top.replaceChildren(
      element("h2", { class: "icmo-name" }, page.shown.name),
      element("span", { class: "icmo-quiet" }, [page.shown.case, page.shown.group].filter(Boolean).join(" · ")),
      element("span", { class: "icmo-tools" }, element("label", { class: "icmo-check" }, done, ` ${word("done")}`), tool("undo", verbs.undo), tool("redo", verbs.redo), tool("keys", page.dialogs.keys)),
    );
  }

  function repaint() {
    transcript.repaint();
    mark();
    tellCount();
  }
  page.repaint = repaint;

  /** Mark what is chosen or in focus. */
  function mark() {
    const focus = page.tags.get(page.focus);
    page.paint.mark("chosen", page.select.chosen ? [page.select.chosen] : []);
    page.paint.mark("focus", focus ? [focus] : []);
    for (const one of text.querySelectorAll(".icmo-in-focus")) one.classList.remove("icmo-in-focus");
    if (focus) for (const one of text.querySelectorAll(`[data-tag="${CSS.escape(focus.tag)}"]`)) one.classList.add("icmo-in-focus");
    ends.place(focus && focus.coder === page.shown.coder ? focus : null);
  }
  page.mark = mark;

  function tellCount() {
    el.dataset.tags = String(page.tags.size);
    el.dataset.document = page.shown.document;
    el.dataset.ready = "1";
  }

  function takeNews({ document, rows, gone, reopen }) {
    if (!page.shown || document !== page.shown.document) return;
    if (reopen || rows.some((row) => !transcript.knows(row[1]))) return void page.reopen();
    if (!rows.length && !gone.length) return;
    transcript.change(rows, gone);
    if (page.focus && !page.tags.has(page.focus)) page.focus = null;
    page.card.renew();
    mark();
    tellCount();
    page.panel.recount();
  }

  page.takeCodes = (told) => {
    page.knowCodes(told);
    page.panel.listCodes();
  };

  page.setSnap = (on) => {
    page.snap = on;
    page.say(on ? "snap_on" : "snap_off");
  };

  function openPalette() {
    const { start, end } = page.select.chosen ?? page.tags.get(page.focus) ?? {};
    if (start === undefined) return page.say("select_first");
    page.card.hide(true);
    page.select.choose({ start, end });
    // Somebody may correct the text while the palette is open: the span is one of the text as it is now.
    const span = { start, end, version: page.shown.version };
    return page.palette.open(page.select.rectOf(span), (code, polarity) => acts.tagWith(code, polarity, span));
  }

  function settle(span) {
    if (!span) return;
    page.card.hide(true);
    page.select.take(span);
    openPalette();
  }

  /** Give what is chosen to the board beside the tagger, where there is one. */
  function handOver() {
    const { start, end } = page.select.chosen ?? page.tags.get(page.focus) ?? {};
    if (start === undefined) return page.say("select_first");
    page.card.hide(true);
    const given = new CustomEvent("icmo-hand-over", { bubbles: true, cancelable: true, detail: { document: page.shown.document, span: [start, end] } });
    return el.dispatchEvent(given) && page.say("no_board");
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
    if (tag && page.tags.has(tag)) return page.focusTag(page.tags.get(tag));
    if (span) {
      page.select.standAt({ start: span.start, end: span.end });
      page.select.choose(span.start < span.end ? { start: span.start, end: span.end } : null);
      page.select.bring(span);
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
    mark();
  };

  page.focusTag = (tag, rect = null) => {
    const span = { start: tag.start, end: tag.end };
    page.select.choose(null);
    page.select.standAt(span);
    page.focus = tag.tag;
    page.select.bring(span);
    mark();
    page.card.hold(tag, rect ?? page.select.rectOf(span));
    spoken.textContent = page.told(tag);
  };

  function nextTag(forward) {
    const order = page.tagsInOrder();
    if (!order.length) return page.say("no_tags");
    const place = page.select.head?.start ?? 0;
    const held = order.findIndex((tag) => tag.tag === page.focus);
    const next = held >= 0 ? order[held + (forward ? 1 : -1)] : forward ? order.find((tag) => tag.start >= place) : order.findLast((tag) => tag.end <= place);
    return page.focusTag(next ?? order.at(forward ? 0 : -1));
  }

  /** Tell a screen reader which words are chosen. */
  page.speak = (span) => {
    if (!span) return;
    const words = page.select.wordsOf(span);
    const speaker = page.rowsOf(span)[0]?.turn.speaker;
    const short = words.length > 240 ? `${words.slice(0, 120)} … ${words.slice(-100)}` : words;
    spoken.textContent = [speaker, short].filter(Boolean).join(": ");
  };

  const verbs = {
    move: (kind, forward, extend) => {
      page.card.hide(true);
      const head = page.select.move(kind, forward, extend);
      if (head) page.speak(extend ? page.select.chosen : head);
    },
    edge: (atEnd) => page.speak(page.select.edge(atEnd)),
    whole: (kind) => page.speak(page.select.whole(kind)),
    bounds: ends.moveByWord,
    palette: openPalette,
    pinned: acts.withPin,
    repeat: acts.again,
    polarity: (sign) => acts.withOwn((tag) => page.change(tag, { polarity: tag.polarity === sign ? "" : sign })),
    note: () => acts.withOwn((tag) => (page.focusTag(tag), page.card.note())),
    remove: () => acts.withOwn(page.untag),
    undo: () => acts.act("undo"),
    redo: () => acts.act("redo"),
    keys: () => page.dialogs.keys(),
    next_tag: nextTag,
    search: () => page.panel.find(),
    next_hit: (forward) => page.panel.step(forward),
    correct: () => page.dialogs.correct(page.rows[turnAt(page.rows, (page.select.chosen ?? page.select.head ?? page.select.inSight()).start)]),
    memo: () => (page.focus ? page.writeMemo("tag", page.focus) : page.writeMemo("document", page.shown.document)),
    documents: () => page.panel.documents(),
    back,
    hand_over: handOver,
    snap: () => page.setSnap(!page.snap),
    leave: () => {
      page.card.hide(true);
      page.select.leave();
    },
  };

  text.addEventListener("keydown", (event) => {
    if (!page.shown) return;
    const found = meaningOf(event, Boolean(page.focus));
    if (!found) return;
    event.preventDefault();
    event.stopPropagation();
    verbs[found[0]](...found.slice(1));
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
    page.paint.mark("waiting", silent ? acts.waiting() : []);
    if (!silent) page.say("found_again");
    if (undone) notice(word("not_done"));
  }

  open(model.get("_begin"))
    .then(({ place }) => place && page.go(place[0], { start: place[1][0], end: place[1][1] }, null, false))
    .catch(page.sayRefusal);
  return () => {
    kernel.stop();
    transcript.stop();
    mouse.stop();
    ends.stop();
    page.paint.clear();
  };
}

export default { render };
