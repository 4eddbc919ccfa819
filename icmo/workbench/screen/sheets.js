// The sheets of the workbench: each is a widget of its own, shown when it is first asked for.

import { button, element, keepKeys } from "../tagger/dom.js";

/** The sheet that a key leads to from one of so many; null where the key means nothing here. */
export function sheetFor(key, from, count) {
  if (key === "ArrowRight") return (from + 1) % count;
  if (key === "ArrowLeft") return (from + count - 1) % count;
  if (key === "Home") return 0;
  if (key === "End") return count - 1;
  return null;
}

async function render({ model, el }) {
  const parts = model.get("_parts");
  const names = model.get("_names");
  const id = `icmo-sheets-${crypto.getRandomValues(new Uint32Array(1))[0]}`;
  el.classList.add("icmo-board", "icmo-screen");
  keepKeys(el);
  const bar = element("div", { class: "icmo-tabs icmo-sheets", role: "tablist", "aria-label": model.get("_label") });
  const rooms = names.map((_, number) => element("div", { role: "tabpanel", id: `${id}-${number}`, "aria-labelledby": `${id}-tab-${number}`, hidden: true }));
  const tabs = names.map((name, number) => button(name, () => open(number), { role: "tab", id: `${id}-tab-${number}`, "aria-controls": `${id}-${number}`, "data-sheet": String(number) }));
  bar.append(...tabs);
  el.replaceChildren(bar, ...rooms);
  const views = [];

  async function open(number) {
    rooms.forEach((room, place) => {
      room.hidden = place !== number;
      tabs[place].setAttribute("aria-selected", String(place === number));
      tabs[place].tabIndex = place === number ? 0 : -1;
    });
    el.dataset.sheet = String(number);
    if (views[number]) return;
    // A part is drawn when it is first looked at: the others cost nothing until then.
    views[number] = (async () => {
      const given = parts[number];
      const part = typeof given === "string" ? await model.widget_manager.get_model(given.replace("IPY_MODEL_", "")) : given;
      const view = await model.widget_manager.create_view(part);
      rooms[number].append(view.el);
      view.trigger("displayed");
      return view;
    })();
    await views[number];
  }

  // What is selected in the text goes to the configurations; a board that is drawn for the first time takes a moment.
  el.addEventListener("icmo-hand-over", async (event) => {
    event.preventDefault();
    const number = model.get("_receiver");
    await open(number);
    const ready = '.icmo-board[data-ready="1"]';
    while (el.isConnected && !rooms[number].querySelector(ready)) await new Promise((done) => setTimeout(done, 50));
    rooms[number].querySelector(ready)?.dispatchEvent(new CustomEvent("icmo-take", { detail: event.detail }));
  });
  bar.addEventListener("keydown", (event) => {
    const next = sheetFor(event.key, Number(event.target.dataset.sheet), names.length);
    if (next === null) return;
    event.preventDefault();
    open(next);
    tabs[next].focus();
  });
  const turned = (message) => message.kind === "sheet" && open(message.number);
  model.on("msg:custom", turned);
  open(0);
  return () => {
    model.off("msg:custom", turned);
    for (const view of views) view?.then((shown) => shown.remove());
  };
}

export default { render };
