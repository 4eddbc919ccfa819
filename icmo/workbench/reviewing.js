// What the review widgets share. Python puts this file before a widget's own: anywidget takes one
// module, and nothing here is bundled or changed on the way.

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

/** The id so many steps from the current one among those shown; the nearest where there are fewer. */
export function stepped(shown, current, step) {
  if (!shown.length) return null;
  const at = shown.indexOf(current);
  if (at < 0) return shown[0];
  return shown[Math.min(Math.max(at + step, 0), shown.length - 1)];
}

/** A sentence with its blanks filled in. */
export function filled(sentence, values) {
  return sentence.replace(/\{(\w+)\}/g, (whole, name) => values[name] ?? whole);
}

/** A confidence as a percentage; nothing is certain. */
export function asPercent(share, language) {
  return new Intl.NumberFormat(language, { style: "percent" }).format(Math.min(share, 0.99));
}

/** An element with its attributes and children; a string among them becomes text, never markup. */
export function element(name, attributes = {}, ...children) {
  const made = document.createElement(name);
  for (const [key, value] of Object.entries(attributes)) made.setAttribute(key, value);
  made.append(...children);
  return made;
}

/** A button that shows a sign or a word and has a name for those who do not see it. */
export function button(kind, shown, name, clicked, data = {}) {
  const made = element("button", { type: "button", class: kind }, shown);
  if (name !== shown) {
    made.setAttribute("aria-label", name);
    made.title = name;
  }
  Object.assign(made.dataset, data);
  if (clicked) made.addEventListener("click", clicked);
  return made;
}

/** What this tab remembers under a key; nothing where the browser forbids it. */
export function remembered(key, memory = globalThis.sessionStorage) {
  try {
    return JSON.parse(memory.getItem(key)) ?? {};
  } catch {
    return {};
  }
}

/** Remember a value until the tab is closed; without a memory the review still works. */
export function remember(key, value, memory = globalThis.sessionStorage) {
  try {
    memory.setItem(key, JSON.stringify(value));
  } catch {
    // The browser forbids it: a reload begins again.
  }
}

/** Rows of which one is current: it alone is in the order of the Tab key, with what stands in it. */
export class Rows {
  constructor() {
    this.rows = new Map();
    this.current = null;
  }

  set(rows, current = null) {
    this.rows = rows;
    this.current = null;
    for (const row of rows.values()) this.#reach(row, false);
    this.choose(rows.has(current) ? current : this.shown()[0]);
  }

  shown() {
    return [...this.rows].filter(([, row]) => !row.hidden).map(([id]) => id);
  }

  choose(id) {
    if (id === this.current || (id && !this.rows.has(id))) return;
    if (this.rows.has(this.current)) this.#reach(this.rows.get(this.current), false);
    this.current = id ?? null;
    if (id) this.#reach(this.rows.get(id), true);
  }

  /** Make a row current and bring it into sight, with the focus. */
  go(id) {
    if (!this.rows.has(id)) return;
    this.choose(id);
    this.rows.get(id).focus({ preventScroll: true });
    this.rows.get(id).scrollIntoView({ block: "nearest" });
  }

  step(by) {
    this.go(stepped(this.shown(), this.current, by));
  }

  /** After rows were hidden: the current one must be among those shown. */
  settle() {
    if (!this.rows.has(this.current) || this.rows.get(this.current).hidden) this.choose(this.shown()[0]);
  }

  #reach(row, can) {
    row.tabIndex = can ? 0 : -1;
    row.setAttribute("aria-current", String(can));
    for (const inside of row.querySelectorAll("button, input, select, summary")) inside.tabIndex = can ? 0 : -1;
  }
}

/** Run the act of a key, unless somebody is writing or another program means the key. */
export function press(event, acts) {
  if (event.ctrlKey || event.metaKey || event.altKey || event.target.closest("input, select, textarea")) return;
  const act = acts[event.key];
  if (!act) return;
  event.preventDefault();
  act();
}
