// Acts that are not in the project file yet. They outlive a reload of the page, so they are kept in
// the browser's session: as ids and offsets only, never as words.

const KEPT = ["kind", "document", "start", "end", "code", "tag", "polarity", "done", "spans", "target", "stance", "evidence", "configuration", "other", "relation"];
/** What may be sent twice without harm, if its answer was lost. */
export const REPEATABLE = new Set(["tag", "untag", "change", "look_again", "done", "tag_many", "add_evidence", "remove_evidence", "relate", "sort", "unsort"]);
/** What would be there twice: where its answer was lost, a person looks and does it again. */
export const ONCE = new Set(["undo", "redo", "memo", "new_code", "correct", "configure", "add_claim", "adjudicate"]);
/** What people write: an act that has some of it is never kept outside the page. */
const WRITTEN = ["note", "text", "reason", "rationale"];

/** What of an act may be kept: nothing that a person wrote or said. Null where the rest would mean something else. */
export function keepable(act) {
  if (!REPEATABLE.has(act.kind) || WRITTEN.some((name) => name in act)) return null;
  return Object.fromEntries(KEPT.filter((name) => name in act).map((name) => [name, act[name]]));
}

/** The acts that wait, kept in a storage under a name. */
export function waitingList(storage, name) {
  const acts = new Map();
  const save = () => {
    const kept = [...acts.values()].map(keepable).filter(Boolean);
    try {
      if (kept.length) storage.setItem(name, JSON.stringify(kept));
      else storage.removeItem(name);
    } catch {
      // A full or forbidden storage: the acts still wait in the page itself.
    }
  };
  return {
    add: (number, act) => (acts.set(number, act), save()),
    remove: (number) => (acts.delete(number), save()),
    all: () => [...acts.entries()],
    get size() {
      return acts.size;
    },
    /** What an earlier page left behind; asked once, when a page begins. */
    left: () => {
      try {
        return JSON.parse(storage.getItem(name) ?? "[]");
      } catch {
        return [];
      }
    },
  };
}
