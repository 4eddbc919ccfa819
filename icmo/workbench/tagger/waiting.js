// Acts that are not in the project file yet. They outlive a reload of the page, so they are kept in
// the browser's session: as ids and offsets only, never as words. Of what a person wrote only is kept
// that it was not saved, so that the page can say so.

const KEPT = [
  ...["kind", "document", "version", "start", "end", "code", "tag", "polarity", "done", "spans"],
  ...["target", "stance", "evidence", "configuration", "other", "relation"],
];
const WITHOUT_WORDS = [
  ...["tag", "untag", "change", "look_again", "done", "tag_many"],
  ...["add_evidence", "remove_evidence", "relate", "sort", "unsort"],
];
/** What would be there twice: where its answer was lost, a person looks and does it again. */
export const ONCE = new Set(["undo", "redo", "configure", "add_claim", "adjudicate", "take_in"]);
/** What only asks and changes nothing. */
export const QUESTIONS = new Set([
  ...["open", "look", "sentences", "documents", "memos", "families", "search"],
  ...["export", "piece", "fetched", "bring", "look_into", "leave"],
  ...["read", "evidence", "filter", "history", "proposals", "cell", "choices", "behind"],
]);
/** What takes a while by its nature: files read and written. */
export const LONG = new Set(["export", "look_into", "take_in"]);
/** What people write: an act that has some of it is never kept outside the page. */
const WRITTEN = ["note", "text", "label", "reason", "rationale", "title", "sentence"];

/** Whether a person's words would be lost with the page. */
export const holdsWords = (act) => WRITTEN.some((name) => name in act);

/** What of an act may be kept: nothing that a person wrote or said. Null where nothing is to be kept. */
export function keepable(act) {
  if (QUESTIONS.has(act.kind) || act.carry_out === false) return null;
  if (holdsWords(act) || !WITHOUT_WORDS.includes(act.kind)) return { unsaved: act.kind };
  return Object.fromEntries(KEPT.filter((name) => name in act).map((name) => [name, act[name]]));
}

/** The acts that wait, kept in a storage under the name of a project and coder and a page's own. */
export function waitingList(storage, name, view) {
  const acts = new Map();
  const own = `${name}|${view}`;
  const save = () => {
    const kept = [...acts.values()].map(keepable).filter(Boolean);
    try {
      if (kept.length) storage.setItem(own, JSON.stringify(kept));
      else storage.removeItem(own);
    } catch {
      // A full or forbidden storage: the acts still wait in the page itself.
    }
  };
  return {
    add: (number, act) => (acts.set(number, act), save()),
    remove: (number) => (acts.delete(number), save()),
    /** What pages left behind that are no more; `alive` names those that are. */
    left: (alive) => {
      const names = Array.from({ length: storage.length }, (_, number) => storage.key(number));
      const gone = names.filter((key) => key.startsWith(`${name}|`) && !alive.has(key.slice(name.length + 1)));
      return gone.flatMap((key) => {
        try {
          const kept = JSON.parse(storage.getItem(key) ?? "[]");
          storage.removeItem(key);
          return kept;
        } catch {
          return [];
        }
      });
    },
  };
}
