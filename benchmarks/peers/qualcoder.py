"""QualCoder, which reads and writes REFI-QDA too: its own importer and exporter, without its window.

It wants Qt, and its source as its authors give it out, so it lives in a folder of its own:
    git clone https://github.com/ccbogel/QualCoder ~/qualcoder
    python -m venv ~/qualcoder/.venv
    ~/qualcoder/.venv/bin/pip install PyQt6 qtawesome pymupdf pillow
    ICMO_QUALCODER=~/qualcoder make bench

Its importer, exporter, project object and tables are run as they are. Only three things are put
in their place: the dialogs that ask for a file, the boxes that want to be clicked away, and the
language models, which nothing here uses. Read with it as of 22 August 2026 (c320464).

    ICMO_QUALCODER=~/qualcoder python benchmarks/peers/qualcoder.py through IN.qdpx FOLDER

takes a file in and writes it again, as `FOLDER/project.qdpx`; `FOLDER/project.qda` is its project.
"""

from __future__ import annotations

import ast
import builtins
import importlib
import json
import os
import subprocess
import sys
import time
from pathlib import Path
from types import ModuleType
from typing import Any

#: How long it may take, in or out.
_PATIENCE_SECONDS = 1_800


def found() -> Path | None:
    """Return the folder where QualCoder is, if it is here."""
    told = os.environ.get("ICMO_QUALCODER")
    return Path(told).expanduser() if told else None


def through(file: Path, folder: Path) -> dict[str, Any]:
    """Take a file into QualCoder and out again.

    Returns the seconds `in` and `out`, how many `tags` it has of the file, and what it `said`.
    """
    home = found()
    if home is None:
        message = "ICMO_QUALCODER does not say where QualCoder is"
        raise LookupError(message)
    folder.mkdir(parents=True)
    line = [str(home / ".venv" / "bin" / "python"), __file__, "through", str(file), str(folder)]
    done = subprocess.run(
        line, capture_output=True, text=True, timeout=_PATIENCE_SECONDS, check=False
    )
    if done.returncode:
        raise RuntimeError(done.stderr[-2_000:])
    told: dict[str, Any] = json.loads(done.stdout.splitlines()[-1])
    return told


# ── from here on in QualCoder's own Python ───────────────────────────────────────────────


def _program(folder: Path) -> Any:
    """Return QualCoder's project object with an empty project open."""
    home = Path(str(found())) / "src"
    sys.path.insert(0, str(home))
    os.environ.update(QT_QPA_PLATFORM="offscreen", HOME=str(folder))
    (folder / ".qualcoder").mkdir(exist_ok=True)
    vars(builtins)["_"] = str
    models: Any = ModuleType("qualcoder.ai_llm")
    models.get_default_ai_models, models.update_ai_models = list, lambda *given: given
    sys.modules["qualcoder.ai_llm"] = models
    app = importlib.import_module("qualcoder.app").App()
    # Without a window there is no style sheet to take sizes from.
    app.settings = {"codername": "default", "fontsize": 10, "font": "Noto Sans"}
    app.settings |= {"directory": str(folder), "ai_enable": "False"}
    app.ai_models, app.write_config_ini = [], lambda *_: None
    path = folder / "project.qda"
    for name in ("images", "audio", "video", "documents"):
        (path / name).mkdir(parents=True)
    app.create_connection(str(path))
    for statement in _tables(home / "qualcoder" / "__main__.py"):
        app.conn.execute(statement)
    app.update_coder_names()
    now = time.strftime("%Y-%m-%d %H:%M:%S")
    row = ("v17", now, "", app.version, 0, 0, "default", "")
    app.conn.execute("INSERT INTO project VALUES(?,?,?,?,?,?,?,?,null,null,null)", row)
    app.conn.commit()
    return app


def _tables(main: Path) -> list[str]:
    """Return the statements by which QualCoder makes the tables of a new project."""
    tree = ast.parse(main.read_text("utf-8"))
    new = next(
        one
        for one in ast.walk(tree)
        if isinstance(one, ast.FunctionDef) and one.name == "new_project"
    )
    calls = [one for one in ast.walk(new) if isinstance(one, ast.Call) and one.args]
    said = [one.args[0].value for one in calls if isinstance(one.args[0], ast.Constant)]
    return [one for one in said if isinstance(one, str) and one.startswith("CREATE TABLE")]


def _run(file: Path, folder: Path) -> dict[str, Any]:
    app = _program(folder)
    widgets = importlib.import_module("PyQt6.QtWidgets")
    refi = importlib.import_module("qualcoder.refi")
    window = widgets.QApplication([])
    said: list[str] = []

    class Said:
        """Takes what is said while the file goes in and out."""

        append = staticmethod(said.append)

    widgets.QDialog.exec = lambda _: 0
    refi.Message.exec = lambda box: said.append(f"{box.windowTitle()}: {box.text()}") or 0
    widgets.QFileDialog.getOpenFileName = lambda *_, **__: (str(file), "qdpx")
    widgets.QFileDialog.getExistingDirectory = lambda *_, **__: str(folder)
    began = time.perf_counter()
    refi.RefiImport(app, Said, "qdpx")
    taken = time.perf_counter() - began
    app.update_coder_names()
    began = time.perf_counter()
    refi.RefiExport(app, Said, "project")
    out = time.perf_counter() - began
    window.quit()
    ((tags,),) = app.conn.execute("SELECT count(*) FROM code_text").fetchall()
    return {"in": taken, "out": out, "tags": tags, "said": said}


if __name__ == "__main__":
    _, act, given, into = sys.argv
    if Path(sys.prefix).resolve() == (Path(str(found())) / ".venv").resolve():
        print(json.dumps(_run(Path(given).resolve(), Path(into).resolve())))
    else:
        print("\n".join(through(Path(given), Path(into))["said"]))
