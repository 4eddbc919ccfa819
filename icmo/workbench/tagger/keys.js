// Every key of the text, in the order of the list that `?` shows.

export const KEYS = [
  { name: "word", keys: ["←", "→"] },
  { name: "sentence", keys: ["Ctrl ←", "Ctrl →"] },
  { name: "turn", keys: ["↑", "↓"] },
  { name: "ends", keys: ["Ctrl Home", "Ctrl End"] },
  { name: "extend", keys: ["Shift"] },
  { name: "whole", keys: ["s", "t"] },
  { name: "palette", keys: ["/", "Enter"] },
  { name: "pinned", keys: ["1–9"] },
  { name: "repeat", keys: ["."] },
  { name: "next_tag", keys: ["]", "["] },
  { name: "bounds", keys: ["Shift ← →", "Alt ← →"] },
  { name: "polarity", keys: ["p", "m"] },
  { name: "note", keys: ["n"] },
  { name: "remove", keys: ["x"] },
  { name: "undo", keys: ["u", "U"] },
  { name: "search", keys: ["f"] },
  { name: "next_hit", keys: ["g", "G"] },
  { name: "correct", keys: ["e"] },
  { name: "memo", keys: ["k"] },
  { name: "documents", keys: ["d"] },
  { name: "back", keys: ["b"] },
  { name: "hand_over", keys: ["c"] },
  { name: "snap", keys: ["w"] },
  { name: "leave", keys: ["Esc"] },
  { name: "keys", keys: ["?"] },
];

/** What a key means: `[verb, ...more]`, or null. `tagged` says that a tag is in focus. */
export function meaningOf({ key, ctrlKey, metaKey, altKey, shiftKey }, tagged) {
  const control = ctrlKey || metaKey;
  const arrow = { ArrowRight: true, ArrowLeft: false }[key];
  if (arrow !== undefined) {
    if (tagged && (shiftKey || altKey) && !control) return ["bounds", altKey ? "start" : "end", arrow];
    return ["move", control || altKey ? "sentence" : "word", arrow, shiftKey];
  }
  if (key === "ArrowDown" || key === "ArrowUp") return ["move", "turn", key === "ArrowDown", shiftKey];
  if (control && (key === "Home" || key === "End")) return ["edge", key === "End"];
  if (control && key.toLowerCase() === "z") return [shiftKey ? "redo" : "undo"];
  if (control || altKey) return null;
  if (/^[1-9]$/.test(key)) return ["pinned", Number(key)];
  const plain = {
    "/": ["palette"], Enter: ["palette"], ".": ["repeat"], "?": ["keys"], "]": ["next_tag", true], "[": ["next_tag", false],
    s: ["whole", "sentence"], t: ["whole", "turn"], p: ["polarity", "promotes"], m: ["polarity", "hinders"], n: ["note"], x: ["remove"], Delete: ["remove"],
    u: ["undo"], U: ["redo"], f: ["search"], g: ["next_hit", true], G: ["next_hit", false], e: ["correct"], k: ["memo"], d: ["documents"], b: ["back"], w: ["snap"], c: ["hand_over"], Escape: ["leave"],
  };
  return plain[key] ?? null;
}
