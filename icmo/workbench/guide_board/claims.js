// Claims: one sentence each, stored once, with what it rests on and what it points to.

import { button, element } from "../tagger/dom.js";
import { counted, isWriting, keepFocus } from "../boards/board.js";
import { evidenceList } from "../boards/evidence.js";

/** Claims that hold every word typed; those that hang in the air or are thin alone, where that is wanted. */
export function filteredClaims(claims, typed, weak) {
  const words = typed.toLocaleLowerCase("da").split(/\s+/).filter(Boolean);
  return claims.filter((claim) => (!weak || claim.thin || claim.reasons.length) && words.every((word) => claim.text.toLocaleLowerCase("da").includes(word)));
}

export function makeClaims(board, { reader, showText }) {
  const { word } = board;
  const room = element("div", { class: "icmo-claims-room" });
  const side = element("div", { class: "icmo-sheet icmo-claim-sheet", tabindex: "0", role: "region" });
  const list = element("ul", { class: "icmo-claims" });
  let [current, typed, weak, built] = [null, "", false, false];

  const claimOf = (id) => board.shown.claims.find((one) => one.claim === id);

  function show() {
    if (!built) build();
    if (!claimOf(current)) current = board.shown.claims[0]?.claim ?? null;
    keepFocus(list, draw);
    fill();
  }

  function build() {
    built = true;
    list.setAttribute("aria-label", word("claims"));
    const filter = element("input", { type: "search", class: "icmo-search", "aria-label": word("find_claim"), placeholder: word("find_claim"), oninput: () => ((typed = filter.value), draw()) });
    const only = element("input", { type: "checkbox", onchange: () => ((weak = only.checked), draw()) });
    room.replaceChildren(element("div", { class: "icmo-choices" }, button(word("new_claim"), () => write(null), { class: "icmo-save", title: "n" }), filter, element("label", { class: "icmo-check" }, only, ` ${word("only_weak")}`)), list, element("div", { class: "icmo-unanswered" }));
  }

  function draw() {
    const shown = filteredClaims(board.shown.claims, typed, weak);
    list.replaceChildren(...(shown.length ? shown.map(row) : [element("li", { class: "icmo-none" }, word(board.shown.claims.length ? "no_claims_found" : "no_claims"))]));
    const open = board.shown.unanswered;
    room.querySelector(".icmo-unanswered").replaceChildren(...(open.length ? [element("h5", {}, word("unanswered")), element("ul", {}, ...open.map((one) => element("li", { class: "icmo-quiet" }, one.text)))] : []));
    reach();
  }

  function row(claim) {
    const about = [claim.principle, claim.type].filter(Boolean).map((code) => board.code(code).label);
    const marks = [...claim.reasons.map((reason) => word(`claim_${reason}`)), claim.thin && word("claim_thin")].filter(Boolean);
    const made = element(
      "li",
      { class: `icmo-claim${claim.claim === current ? " icmo-current" : ""}`, "data-claim": claim.claim },
      button(claim.text, () => choose(claim.claim), { class: "icmo-claim-text", tabindex: "-1", "data-focus": `claim-${claim.claim}`, "aria-current": claim.claim === current ? "true" : null }),
      element("div", { class: "icmo-quiet" }, [claim.passages ? counted(board.words, claim, ["passages", "documents", "cases"]) : "", claim.passages ? counted(board.words, claim, ["supports", "contradicts", "qualifies"]) : ""].filter(Boolean).join(" — ")),
      about.length ? element("div", { class: "icmo-quiet" }, about.join(" · ")) : "",
      marks.length ? element("div", { class: "icmo-weak" }, element("span", { "aria-hidden": "true" }, "⚠ "), marks.join(" · ")) : "",
    );
    return made;
  }

  function reach() {
    const texts = [...list.querySelectorAll(".icmo-claim-text")];
    const now = texts.find((one) => one.closest("li").dataset.claim === current) ?? texts[0];
    for (const one of texts) one.tabIndex = one === now ? 0 : -1;
  }

  function choose(claim) {
    current = claim;
    for (const one of list.children) one.classList.toggle("icmo-current", one.dataset.claim === claim);
    reach();
    fill();
  }

  let asked = 0;
  async function fill() {
    const claim = claimOf(current);
    const mine = (asked += 1);
    if (!claim) return side.replaceChildren(element("p", { class: "icmo-none" }, word("no_claims")));
    try {
      const { rows } = await board.ask({ kind: "evidence", target: current });
      if (mine !== asked) return null;
      reader.paint(rows.map((one) => ({ ...one, role: one.stance })));
      keepFocus(side, () => side.replaceChildren(...sheet(claim, rows)));
    } catch (error) {
      board.sayText(board.refusal(error));
    }
    return null;
  }

  function sheet(claim, rows) {
    side.setAttribute("aria-label", word("claim"));
    const question = claim.question && board.shown.questions.find((one) => one.question === claim.question)?.text;
    const points = [["theme", claim.theme], ["principle", claim.principle], ["type", claim.type]].filter(([, code]) => code).map(([name, code]) => element("li", {}, element("span", { class: "icmo-quiet" }, `${word(`claim_${name}`)}: `), board.code(code).label));
    if (claim.question) points.push(element("li", {}, element("span", { class: "icmo-quiet" }, `${word("claim_question")}: `), question ?? claim.question));
    for (const one of claim.configurations) points.push(element("li", {}, element("span", { class: "icmo-quiet" }, `${word("claim_configuration")}: `), `${one.title} (${word(one.passages === 1 ? "count_passages.one" : "count_passages", { count: one.passages })})`));
    return [
      element("h4", {}, claim.text),
      element("div", { class: "icmo-hands" }, button(word("edit_claim"), () => write(claim), { title: "e", "data-focus": "edit-claim" }), button(word("join_configuration"), () => join(claim), { title: "c", "data-focus": "join-claim" }), button(word("remove"), () => board.act("remove_claim", { claim: claim.claim }, "removed_claim"), { class: "icmo-plain icmo-remove" })),
      element("ul", { class: "icmo-points" }, ...points),
      element("h5", {}, word("evidence")),
      evidenceList(board, rows, showText),
    ];
  }

  const coded = (roles) => board.shown.codes.filter(({ role, retired }) => roles.includes(role) && !retired).map((one) => ({ value: one.code, label: one.label }));

  function write(claim) {
    const { questions } = board.shown;
    const text = element("textarea", { rows: "3" });
    text.value = claim?.text ?? "";
    const fields = {
      theme: board.choice(coded(["theme"]), claim?.theme, "theme"),
      question: board.choice(questions.map((one) => ({ value: one.question, label: one.text })), claim?.question, "question"),
      principle: board.choice(coded(["principle"]), claim?.principle, "principle"),
      type: board.choice(coded(["intervention"]), claim?.type, "type"),
    };
    fields.theme.addEventListener("change", () => !text.value.trim() && (text.value = board.code(fields.theme.value).label));
    const rows = Object.entries(fields).map(([name, control]) => board.field(word(`claim_${name}`), control));
    board.dialog(word(claim ? "edit_claim" : "new_claim"), [board.field(word("claim_text"), text), ...rows], word("save"), async () => {
      const values = { text: text.value.trim(), ...Object.fromEntries(Object.entries(fields).map(([name, control]) => [name, control.value])) };
      const answer = await board.ask(claim ? { kind: "change_claim", claim: claim.claim, ...values } : { kind: "add_claim", ...values });
      board.say("saved");
      if (answer.claim) choose(answer.claim);
      return "";
    });
  }

  async function join(claim) {
    const { configurations } = await board.ask({ kind: "choices" });
    if (!configurations.length) return board.say("no_others");
    const which = board.choice(configurations, configurations[0].value, "", false);
    return board.dialog(word("join_configuration"), [element("p", { class: "icmo-quiet" }, word("join_means")), board.field(word("claim_configuration"), which)], word("save"), async () => {
      const { count } = await board.ask({ kind: "join_claim", claim: claim.claim, configuration: which.value });
      board.say("joined", { count });
      return "";
    });
  }

  room.addEventListener("keydown", (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey || isWriting(event.target)) return;
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    const texts = [...list.querySelectorAll(".icmo-claim-text")];
    if (step) {
      const next = texts[texts.findIndex((one) => one.closest("li").dataset.claim === current) + step];
      if (next) (choose(next.closest("li").dataset.claim), next.focus());
    } else if (event.key === "n") write(null);
    else if (event.key === "e" && current) write(claimOf(current));
    else if (event.key === "c" && current) join(claimOf(current));
    else return;
    event.preventDefault();
    event.stopPropagation();
  });

  return { room, side, show, target: () => current ?? "", focus: () => list.querySelector('[tabindex="0"]')?.focus() };
}
