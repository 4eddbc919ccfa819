// The card of a tag: code, definition, coder, note, polarity; for one's own tags also what to do with them.

import { button, element, placed, sentence } from "./dom.js";

export function makeCard(page) {
  const word = (name, values) => sentence(page.words, name, values);
  const box = element("div", { class: "icmo-popup icmo-card", role: "dialog", tabindex: "-1", hidden: true });
  let held = null; // the tag whose card stays until it is closed
  let last = null; // where the card stands
  let before = ""; // the note as the card first showed it

  function about(tag, hands) {
    const code = page.code(tag.code);
    const mine = tag.coder === page.shown.coder;
    const letter = element("span", { class: "icmo-letter", "aria-hidden": "true" }, code.letter);
    const part = element(
      "section",
      { class: "icmo-about", "data-tag": tag.tag },
      element("div", { class: "icmo-about-name" }, letter, element("strong", {}, code.label), element("span", { class: "icmo-quiet" }, ` ${code.role_word}`)),
      element("p", { class: "icmo-about-meaning" }, code.definition),
      element("p", { class: "icmo-quiet" }, [word("by", { coder: tag.coder, date: tag.created }), tag.polarity && word(`polarity_${tag.polarity}`)].filter(Boolean).join(" · ")),
    );
    part.style.setProperty("--icmo-colour", code.colour);
    if (tag.stale) part.append(element("p", { class: "icmo-warning" }, word("stale"), " ", hands ? button(word("still_holds"), () => page.lookAgain(tag)) : ""));
    if (hands && mine) part.append(...hand(tag));
    else if (tag.note) part.append(element("p", { class: "icmo-about-note" }, tag.note));
    return part;
  }

  function hand(tag) {
    const signs = element(
      "div",
      { class: "icmo-signs", role: "group", "aria-label": word("polarity") },
      ...["", "promotes", "hinders"].map((one) => button(word(`polarity_${one || "none"}`), () => page.change(tag, { polarity: one }), { "aria-pressed": String(one === tag.polarity) })),
    );
    const note = element("textarea", { class: "icmo-note", rows: "2", "aria-label": word("note"), placeholder: word("note_here") });
    note.value = tag.note;
    before = note.value;
    const save = () => page.change(tag, { note: note.value.trim() });
    note.addEventListener("keydown", async (event) => {
      if (event.key === "Enter" && (event.ctrlKey || event.metaKey) && (await save())) hide(true);
    });
    return [
      signs,
      note,
      element(
        "div",
        { class: "icmo-hands" },
        button(word("save"), save, { class: "icmo-save" }),
        button(word("memo_on_tag"), () => page.writeMemo("tag", tag.tag)),
        button(word("remove"), () => page.untag(tag), { class: "icmo-remove" }),
      ),
    ];
  }

  function fill(tags, hands) {
    box.setAttribute("aria-label", word("card"));
    const close = button("×", () => hide(true), { class: "icmo-close", "aria-label": word("close") });
    box.replaceChildren(...(hands ? [close] : []), ...tags.map((tag) => about(tag, hands)));
  }

  /** Show the card of tags in passing; a held card is not taken away by that. */
  function peek(tags, rect) {
    if (held || !tags.length) return;
    fill(tags, false);
    box.hidden = false;
    box.classList.add("icmo-passing");
    placed(box, rect, page.el);
  }

  /** Show a tag's card with what can be done, until it is closed. */
  function hold(tag, rect) {
    if (held !== tag.tag) keep();
    held = tag.tag;
    last = rect ?? last;
    fill([tag], true);
    box.hidden = false;
    box.classList.remove("icmo-passing");
    if (last) placed(box, last, page.el);
  }

  /** A note that was written and not saved is saved when the card goes: nothing typed is lost. */
  function keep() {
    const [tag, note] = [held && page.tags.get(held), box.querySelector(".icmo-note")];
    if (tag && note && note.value !== before) page.change(tag, { note: note.value.trim() });
    before = note?.value;
  }

  function hide(always = false) {
    if (!always && (held || box.hidden)) return;
    const inside = box.contains(document.activeElement) || (held && document.activeElement === document.body);
    keep();
    held = null;
    box.hidden = true;
    if (always) page.unfocus();
    if (inside) page.toText();
  }

  /** After a change: show the tag as it now is; what is being written in its note stays. */
  function renew() {
    if (!held) return;
    const tag = page.tags.get(held);
    if (!tag) return hide(true);
    const writing = box.contains(document.activeElement) && document.activeElement.className === "icmo-note" ? document.activeElement.value : null;
    const inside = box.contains(document.activeElement);
    hold(tag);
    if (inside) box.focus({ preventScroll: true });
    if (writing !== null && writing !== tag.note) {
      const note = box.querySelector(".icmo-note");
      note.value = writing;
      note.focus();
    }
  }

  box.addEventListener("keydown", (event) => {
    event.stopPropagation();
    if (event.key === "Escape") hide(true);
  });
  return { box, peek, hold, hide, renew, note: () => box.querySelector(".icmo-note")?.focus(), get held() { return held; } };
}
