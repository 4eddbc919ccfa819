// A JupyterLab extension in plain JavaScript, for `icmo tag`: a notebook whose metadata says
// `icmo: {full_page: true}` is run as soon as its kernel is there. JupyterLab asks a container for
// the module "./extension" under the name of its folder; bundlers write such containers, here it is written by hand.

const fullPage = {
  id: "icmo-full-page:run",
  autoStart: true,
  activate: (app) => {
    const seen = new WeakSet();
    const run = async () => {
      const panel = app.shell.currentWidget;
      if (!panel?.context || !panel.sessionContext || seen.has(panel)) return;
      seen.add(panel);
      await panel.context.ready;
      if (!panel.context.model.sharedModel?.metadata?.icmo?.full_page) return;
      await panel.sessionContext.ready;
      await app.commands.execute("notebook:run-all-cells");
    };
    app.shell.currentChanged?.connect(run);
    app.restored.then(run);
  },
};

globalThis._JUPYTERLAB = globalThis._JUPYTERLAB || {};
globalThis._JUPYTERLAB["full_page"] = {
  init: () => {},
  get: async () => () => ({ __esModule: true, default: fullPage }),
};
