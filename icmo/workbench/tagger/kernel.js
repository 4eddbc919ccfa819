// Talking with the kernel: every message gets an answer under its number. Where none comes, the page
// says so, keeps what waits, and goes on by itself when the kernel answers again or is started anew.

import { ONCE, REPEATABLE, waitingList } from "./waiting.js";

const PATIENCE = 3000; // how long an answer may take before the page says that it waits
const WATCH = 2000; // how often the page looks whether the kernel answers, and whether somebody else changed something
const RETRY = 10000; // how long a kernel may take to stand ready before it is asked again

export function makeKernel({ model, receive, tell }) {
  const view = `v${crypto.getRandomValues(new Uint32Array(2)).join("")}`;
  const asked = new Map(); // number → { message, resolve, reject, since }
  let number = 0;
  let lost = false;
  let restarted = false;
  let connecting = 0; // when the kernel was last asked to stand ready; 0 when it is not being asked
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

  const late = () => [...asked.values()].some(({ since }) => Date.now() - since > PATIENCE);

  /** Say whether the kernel answers, and how much waits for it. */
  function report() {
    const count = [...asked.values()].filter(({ message }) => message.kind !== "look" && message.kind !== "sentences").length;
    if (late() || lost) {
      lost = late();
      tell({ lost, count });
    }
  }

  function again(last) {
    const questions = [...asked.values()].filter(({ message }) => message.number <= last);
    for (const { message, resolve, reject } of questions) {
      asked.delete(message.number);
      waiting?.remove(message.number);
      if (!ONCE.has(message.kind)) ask(message).then(resolve, reject);
      else reject(new Error("lost"));
    }
  }

  /** A kernel that was started anew knows nothing of the page: give it a desk to answer from. */
  async function reconnect() {
    const kernel = model.widget_manager?.kernel;
    if (!resume || kernel?.status !== "idle" || Date.now() - connecting < RETRY) return;
    const mine = (connecting = Date.now());
    const anew = restarted;
    restarted = false;
    const before = number;
    const target = `icmo-${view}-${mine}`;
    const given = [target, resume.path, resume.coder].map((text) => JSON.stringify(text)).join(", ");
    const code = `import ${resume.module ?? "icmo.workbench.tagger"} as _icmo_page; _icmo_page.resume(${given})`;
    try {
      const reply = await kernel.requestExecute({ code, silent: true, store_history: false }).done;
      if (mine !== connecting || reply.content.status !== "ok") return;
      // A kernel answers in the order it was asked: what was asked before and has no answer now was lost.
      const last = anew ? number : before;
      if (!anew && ![...asked.keys()].some((one) => one <= last)) return;
      comm = kernel.createComm(target);
      comm.onMsg = (message) => answered(message.content.data);
      comm.open({});
      again(last);
    } catch {
      restarted ||= anew;
    } finally {
      if (mine === connecting) connecting = 0;
    }
  }

  function watch() {
    report();
    if (restarted || late()) reconnect();
    if (document.visibilityState === "visible" && ![...asked.values()].some(({ message }) => message.kind === "look")) receive({ kind: "heartbeat" });
  }

  const followed = (_, status) => {
    if (/restarting|dead/.test(status)) restarted = true;
    if (restarted && status === "idle") reconnect();
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
