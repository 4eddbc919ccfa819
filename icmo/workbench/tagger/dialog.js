// One dialog for all: a title, fields, a verb. It closes when its act is done, and gives the focus back.

import { button, element } from "./dom.js";

export function makeDialog({ el, word, refusal, leave }) {
  /** Show a dialog; `act` gives a sentence to show where it is not done yet. */
  return function dialog(title, fields, verb = "", act = null) {
    const before = document.activeElement;
    const problem = element("p", { class: "icmo-warning", role: "alert" });
    const shown = element("dialog", { class: "icmo-dialog", "aria-label": title });
    const done = async () => {
      try {
        const told = await act();
        if (told) problem.textContent = told;
        else shown.close();
      } catch (error) {
        problem.textContent = refusal(error);
      }
    };
    // What was written is not thrown away by one slip of a key.
    const typed = () => [...shown.querySelectorAll("input:not([type=checkbox]):not([type=radio]), textarea")].map((one) => one.value).join("\n");
    const shut = (event) => {
      if (!verb || typed() === first || problem.textContent === word("typed")) return shown.close();
      event.preventDefault();
      problem.textContent = word("typed");
    };
    shown.append(
      element("h3", {}, title),
      ...fields,
      problem,
      element("div", { class: "icmo-hands" }, verb ? button(verb, done, { class: "icmo-save" }) : "", button(word("close"), shut)),
    );
    shown.addEventListener("keydown", (event) => {
      event.stopPropagation();
      const { tagName } = event.target;
      const enough = event.ctrlKey || event.metaKey || (tagName !== "TEXTAREA" && tagName !== "BUTTON");
      if (!verb || event.key !== "Enter" || !enough) return;
      event.preventDefault();
      done();
    });
    shown.addEventListener("cancel", shut);
    // Whoever writes on is warned anew.
    shown.addEventListener("input", () => problem.textContent === word("typed") && (problem.textContent = ""));
    shown.addEventListener("close", () => {
      shown.remove();
      leave(before);
    });
    el.append(shown);
    shown.showModal();
    const first = typed();
    shown.querySelector("input, textarea, select, button")?.focus();
    return shown;
  };
}

/** A field of a dialog under its name. */
export function field(label, control) {
  return element("label", { class: "icmo-field" }, element("span", {}, label), control);
}
