// What a coder does: each act is asked of the kernel, and told when it is in the project file.

export function makeActs({ page, word }) {
  const waiting = new Set(); // spans that are to be tagged and are not stored yet
  let lastCode = null;
  let lastTag = Promise.resolve(null); // the tag made last, or being made: null where it was refused

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

  /** Put a code on a span: the one given, what is chosen, or where the tag in focus stands. */
  function tagWith(code, polarity, given = null) {
    const focus = page.tags.get(page.focus);
    const span = given ?? page.select.chosen ?? (focus ? { start: focus.start, end: focus.end } : null);
    if (!span) return page.say("select_first");
    // A drag that begins inside text still selected would become drag-and-drop.
    getSelection().removeAllRanges();
    lastCode = code;
    return (lastTag = made(code, polarity, span));
  }

  async function made(code, polarity, span) {
    const began = performance.now();
    waiting.add(span);
    const answer = await act("tag", { ...span, code: code.code, polarity });
    waiting.delete(span);
    if (!answer) return null;
    page.el.dataset.took = String(performance.now() - began);
    const [count] = page.shown.use[code.code] ?? [0];
    page.shown.use[code.code] = [count + 1, new Date().toISOString()];
    page.say(answer.twin ? "twin" : "tagged", { label: code.label });
    return answer.tag;
  }

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

  page.writeMemo = (about, on) => {
    const names = { tag: () => page.code(page.tags.get(on)?.code).label, code: () => page.code(on).label, document: () => page.shown.name };
    page.dialogs.memo(about, on, names[about]?.() ?? word("the_project"));
  };

  // ── pinned codes ──────────────────────────────────────────────────────────────────────

  const pinName = () => `icmo-pins-${page.shown.project}-${page.shown.coder}`;
  page.readPins = () => (page.pins = JSON.parse(localStorage.getItem(pinName()) ?? "[]"));
  page.pin = (code) => {
    page.pins = page.pins.includes(code.code) ? page.pins.filter((one) => one !== code.code) : [...page.pins, code.code].slice(-9);
    localStorage.setItem(pinName(), JSON.stringify(page.pins));
    page.panel.listCodes();
  };

  /** Do something with the tag in focus or the last one made, if it is the coder's own. */
  async function withOwn(then) {
    // Whoever is faster than the kernel means the tag that is being made, not the one before it.
    const tag = page.tags.get(page.focus) ?? page.tags.get(await lastTag);
    if (!tag) return page.say("no_tag_chosen");
    return tag.coder === page.shown.coder ? then(tag) : page.say("not_yours");
  }

  return {
    act, tagWith, withOwn,
    waiting: () => [...waiting],
    withPin: (number) => (page.pins[number - 1] ? tagWith(page.code(page.pins[number - 1]), "") : page.say("no_pin", { number })),
    again: () => (lastCode ? tagWith(lastCode, "") : page.say("nothing_to_repeat")),
  };
}
