// Talking with the kernel: every message gets an answer under its number. Where none comes, the page
// says so, keeps what waits, and goes on by itself when the kernel answers again or is started anew.

import { REPEATABLE, waitingList } from "./waiting.js";

const PATIENCE = 3000; // how long an answer may take before the page says that it waits
const WATCH = 2000; // how often the page looks whether the kernel answers, and whether somebody else changed something

export function makeKernel({ model, receive, tell }) {
  const view = `v${crypto.getRandomValues(new Uint32Array(2)).join("")}`;
  const asked = new Map(); // number → { message, resolve, reject, since }
  let number = 0;
  let lost = false;
  let restarted = false;
  let comm = null; // the way to a kernel that was started anew
  let resume = null; // what a new kernel needs to know: project file and coder
  let waiting = null;

  const post = (message) => (comm ? comm.send(message) : model.send(message));

  function ask(message) {
    number += 1;
    const numbered = { ...message, view, number };
    if (REPEATABLE.has(message.kind)) waiting?.add(number, numbered);
    return new Promise((resolve, reject) => {
      asked.set(numbered.number, { message: numbered, resolve, reject, since: Date.now() });
      try {
        post(numbered);
      } catch {
        // The way to the kernel is closed; the watch below notices and says so.
      }
    });
  }

  function answered(message) {
    if (message.kind !== "answer") return receive(message);
    if (message.news) receive({ kind: "news", ...message.news });
    if (message.view !== view) return;
    const question = asked.get(message.number);
    if (!question) return;
    asked.delete(message.number);
    waiting?.remove(message.number);
    if (message.resume) resume = message.resume;
    if (message.refused) question.reject(new Error(message.refused));
    else question.resolve(message);
    report();
  }

  /** Say whether the kernel answers, and how much waits for it. */
  function report() {
    const late = [...asked.values()].some(({ since }) => Date.now() - since > PATIENCE);
    const count = [...asked.values()].filter(({ message }) => message.kind !== "look" && message.kind !== "sentences").length;
    if (late || lost) {
      lost = late;
      tell({ lost, count });
    }
  }

  function again() {
    const questions = [...asked.values()];
    asked.clear();
    for (const { message, resolve, reject } of questions) {
      const harmless = REPEATABLE.has(message.kind) || !["undo", "redo", "memo", "new_code", "correct"].includes(message.kind);
      waiting?.remove(message.number);
      if (harmless) ask(message).then(resolve, reject);
      else reject(new Error("lost"));
    }
  }

  /** A kernel that was started anew knows nothing of the page: give it a desk to answer from. */
  async function reconnect() {
    const kernel = model.widget_manager?.kernel;
    if (!restarted || !resume || !kernel || kernel.status !== "idle") return;
    restarted = false;
    const target = `icmo-${view}-${Date.now()}`;
    const given = [target, resume.path, resume.coder].map((text) => JSON.stringify(text)).join(", ");
    const reply = await kernel.requestExecute({ code: `import icmo.workbench.tagger as _icmo_tagger; _icmo_tagger.resume(${given})`, silent: true, store_history: false }).done;
    if (reply.content.status !== "ok") return;
    comm = kernel.createComm(target);
    comm.onMsg = (message) => answered(message.content.data);
    comm.open({});
    again();
  }

  function watch() {
    report();
    reconnect().catch(() => (restarted = true));
    if (document.visibilityState === "visible" && ![...asked.values()].some(({ message }) => message.kind === "look")) receive({ kind: "heartbeat" });
  }

  const followed = (_, status) => {
    if (/restarting|dead/.test(status)) restarted = true;
    if (restarted && status === "idle") reconnect().catch(() => (restarted = true));
  };
  const kernelNow = model.widget_manager?.kernel;
  kernelNow?.statusChanged?.connect(followed);
  const timer = setInterval(watch, WATCH);
  model.on("msg:custom", answered);

  return {
    view,
    ask,
    /** Keep what waits under a project's name. Returns what an earlier page left. */
    keep(name) {
      const before = waiting;
      waiting = waitingList(sessionStorage, `icmo-waiting-${name}`);
      const left = before ? [] : waiting.left();
      for (const { message } of asked.values()) if (REPEATABLE.has(message.kind)) waiting.add(message.number, message);
      return left;
    },
    stop() {
      clearInterval(timer);
      kernelNow?.statusChanged?.disconnect(followed);
      model.off("msg:custom", answered);
    },
  };
}
