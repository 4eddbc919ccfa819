// Talking with the kernel: every message gets an answer under its number. Where none comes, the page
// says so, keeps what waits, and goes on by itself when the kernel answers again or is started anew.

import { LONG, ONCE, QUESTIONS, holdsWords, keepable, waitingList } from "./waiting.js";

const PATIENCE = 3000; // how long an answer may take before the page says that it waits
const WATCH = 2000; // how often the page looks whether the kernel answers, and whether somebody else changed something
const LONGEST = 60000; // how long a kernel that says it is idle may read or write a file
const RETRY = 10000; // how long a kernel may take to stand ready before it is asked again
/** The pages in this browser window: what they wait for is theirs. */
const alive = new Set();

export function makeKernel({ model, receive, tell }) {
  const view = `v${crypto.getRandomValues(new Uint32Array(2)).join("")}`;
  const asked = new Map(); // number → { message, resolve, reject, since, way }
  let number = 0;
  let lost = false;
  let undone = false; // something was lost since the page last said so
  let restarted = false; // the kernel said so
  let connecting = 0; // when the kernel was last asked to stand ready; 0 when it is not being asked
  let comm = null; // the way to a kernel that was started anew
  let resume = null; // what a new kernel needs to know: project file and coder
  let waiting = null;
  alive.add(view);

  /** Ask; `buffers` are bytes that go along, and an answer may bring some. */
  function ask(message, buffers = []) {
    number += 1;
    const numbered = { ...message, view, number };
    if (keepable(numbered)) waiting?.add(number, numbered);
    return new Promise((resolve, reject) => {
      asked.set(numbered.number, { message: numbered, buffers, resolve, reject, since: Date.now(), way: comm });
      try {
        (comm ?? model).send(numbered, undefined, buffers);
      } catch {
        // The way to the kernel is closed; the watch below notices and says so.
      }
    });
  }

  function answered(message, buffers) {
    if (message.kind !== "answer") return receive(message);
    if (message.news) receive({ kind: "news", ...message.news });
    if (message.view !== view) return;
    const question = asked.get(message.number);
    if (!question) return;
    forget(message.number);
    if (message.resume) resume = message.resume;
    if (message.refused) question.reject(new Error(message.refused));
    else question.resolve({ ...message, buffers });
    // One way is answered in the order it was asked, but for sentences: what is older and has no answer was lost.
    if (question.message.kind !== "sentences") again((older) => older.way === question.way && older.message.number < message.number && older.message.kind !== "sentences");
    report();
  }

  function forget(number) {
    asked.delete(number);
    waiting?.remove(number);
  }

  // A kernel that reads or writes a file for us is at work, not silent; it may do so beside the cells.
  function atWork() {
    const busy = ["busy", undefined].includes(model.widget_manager?.kernel?.status);
    return [...asked.values()].some(({ since, message }) => LONG.has(message.kind) && (busy || Date.now() - since < LONGEST));
  }
  const late = () => !atWork() && [...asked.values()].some(({ since, message }) => message.kind !== "sentences" && Date.now() - since > PATIENCE);

  /** Say whether the kernel answers, and how much waits for it. */
  function report() {
    if (!lost && !late()) return;
    lost = late();
    tell({ lost, count: [...asked.values()].filter(({ message }) => !QUESTIONS.has(message.kind)).length, undone });
    if (!lost) undone = false;
  }

  /** Ask again for what was lost. What would be done twice is not; whoever asked for it is told. */
  function again(isLost) {
    for (const { message, buffers, resolve, reject, ...more } of [...asked.values()]) {
      if (!isLost({ message, ...more })) continue;
      forget(message.number);
      if (!ONCE.has(message.kind)) {
        ask({ ...message, again: true, instead: message.number }, buffers).then(resolve, reject);
      } else {
        undone = true;
        reject(new Error("lost"));
      }
    }
  }

  /** A kernel that was started anew knows nothing of the page: give it a desk to answer from. */
  async function reconnect() {
    const kernel = model.widget_manager?.kernel;
    if (!resume || kernel?.status !== "idle" || Date.now() - connecting < RETRY) return;
    const mine = (connecting = Date.now());
    restarted = false;
    const target = `icmo-${view}-${mine}`;
    const given = [target, resume.path, resume.coder, view].map((text) => JSON.stringify(text)).join(", ");
    const code = `import ${resume.module ?? "icmo.workbench.tagger"} as _icmo_page`;
    const stood = { stood: `_icmo_page.resume(${given})` };
    try {
      const reply = await kernel.requestExecute({ code, silent: true, store_history: false, user_expressions: stood }).done;
      if (mine !== connecting || reply.content.user_expressions?.stood?.data?.["text/plain"] !== "True") return;
      comm = kernel.createComm(target);
      comm.onMsg = (message) => answered(message.content.data, message.buffers);
      comm.open({});
      again(() => true);
      receive({ kind: "anew" });
    } catch {
      // It was started anew once more; the watch asks the next one.
    } finally {
      if (mine === connecting) connecting = 0;
    }
  }

  function watch() {
    report();
    if (restarted || late()) reconnect();
    const looking = [...asked.values()].some(({ message, since }) => message.kind === "look" && Date.now() - since < RETRY);
    if (document.visibilityState === "visible" && !looking) receive({ kind: "heartbeat" });
  }

  const followed = (_, status) => {
    restarted ||= /restarting|dead/.test(status);
    if (status === "idle" && (restarted || late())) reconnect();
  };
  const kernelNow = model.widget_manager?.kernel;
  kernelNow?.statusChanged?.connect(followed);
  const timer = setInterval(watch, WATCH);
  model.on("msg:custom", answered);
  // Ids and offsets are kept; a person's words would be gone with the page.
  const leaving = (event) => [...asked.values()].some(({ message }) => holdsWords(message)) && event.preventDefault();
  addEventListener("beforeunload", leaving);

  return {
    view,
    ask,
    /** Keep what waits under a name. Returns what pages that are no more left. */
    keep(name) {
      if (waiting) return [];
      waiting = waitingList(sessionStorage, `icmo-waiting-${name}`, view);
      for (const { message } of asked.values()) if (keepable(message)) waiting.add(message.number, message);
      return waiting.left(alive);
    },
    stop() {
      alive.delete(view);
      clearInterval(timer);
      removeEventListener("beforeunload", leaving);
      kernelNow?.statusChanged?.disconnect(followed);
      model.off("msg:custom", answered);
    },
  };
}
