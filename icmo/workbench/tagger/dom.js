// Making elements. What people said or wrote is only ever put on the page as text, never as markup.

export function element(name, attributes = {}, ...content) {
  const made = document.createElement(name);
  for (const [key, value] of Object.entries(attributes)) {
    if (key.startsWith("on")) made.addEventListener(key.slice(2), value);
    else if (value !== null && value !== false && value !== undefined) made.setAttribute(key, value === true ? "" : value);
  }
  made.append(...content.filter((part) => part !== null && part !== undefined && part !== ""));
  return made;
}

/** A button that leaves the selection alone: a click must not take it away before it is read. */
export function button(text, act, attributes = {}) {
  return element("button", { type: "button", onmousedown: (event) => event.preventDefault(), onclick: act, ...attributes }, text);
}

/** A sentence with its blanks filled in; `name.one` is its form for one of a thing. */
export function sentence(words, name, values = {}) {
  const form = values.count === 1 && words[`${name}.one`] ? `${name}.one` : name;
  return (words[form] ?? name).replace(/\{(\w+)\}/g, (_, blank) => String(values[blank] ?? ""));
}

/** Put something beside a point of the page, inside the window whatever its size. */
export function placed(box, rect, host) {
  const room = host.getBoundingClientRect();
  const { offsetWidth: width, offsetHeight: height } = box;
  const left = Math.max(4, Math.min(rect.left - room.left, room.width - width - 8));
  const below = rect.bottom - room.top + 6;
  const lowest = Math.min(room.bottom, innerHeight) - room.top;
  const above = rect.top - room.top - height - 6;
  box.style.left = `${left}px`;
  box.style.top = `${below + height > lowest && above > 0 ? above : Math.max(4, Math.min(below, Math.max(4, lowest - height)))}px`;
}

/**
 * Keep keys from JupyterLab: it would take letters for commands, and go from cell to cell by the arrows that
 * are for boxes to choose from, lists and what scrolls.
 */
export function keepKeys(el) {
  el.setAttribute("data-lm-suppress-shortcuts", "true");
  el.addEventListener("keydown", (event) => /^(Arrow|Page|Home|End)/.test(event.key) && event.stopPropagation());
}
