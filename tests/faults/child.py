"""Does acts in processes of their own, so that a test can kill them, starve them, or take their rights.

What is needed is imported once; then each line read is an order, done by a process forked for it.
"""

from __future__ import annotations

import hashlib
import json
import os
import resource
import signal
import sqlite3
import sys
import tempfile
import time
import traceback
import warnings
from contextlib import closing
from pathlib import Path
from typing import Any

from faults.scenes import CODES, NAME, SCENES, codebook, make_project, rows, state_of, talk

from icmo import Error, Project


def tell(word: str, what: object = "") -> None:
    """Tell the test something, in a line that is written whole."""
    os.write(1, f"{word} {json.dumps(what)}\n".encode())


def play(folder: Path, scene: str, *, wait: bool) -> None:
    """Do the acts of a scene, acknowledge each one when it is done, and perhaps wait to be killed."""
    for number, act in enumerate(SCENES[scene].acts(folder)):
        tell("DO", number)
        act()
        tell("ACK", number)
    if wait:
        signal.pause()


def tag(path: str, coder: str, starts: list[int]) -> None:
    """Tag one place after another."""
    with Project.open(path, coder=coder) as project:
        tell("READY")
        for start in starts:
            tell("ACK", [project.tag("t0", start, start + 5, CODES[start % 4]), start])


def hold(path: str, seconds: float) -> None:
    """Hold the lock for writing, as no well-behaved program does."""
    connection = sqlite3.connect(path, isolation_level=None)
    connection.execute("BEGIN EXCLUSIVE")
    tell("READY")
    time.sleep(seconds)
    connection.execute("COMMIT")
    tell("FREE")


def break_off(path: str) -> None:
    """Get stuck in the middle of a change, when part of it is in the file already."""
    with Project.open(path, coder="anna") as project, project._work.store.change() as change:
        # With hardly any memory, SQLite writes pages to the file long before the change is whole.
        change.connection.exec_driver_sql("PRAGMA cache_size = 1")
        for tag in change.rows("tags"):
            change.update("tags", {"note": "halvvejs " * 100}, tag=tag["tag"])
        tell("READY")
        signal.pause()


def act_named(name: str, folder: Path) -> Any:
    """Prepare an act that needs room on the disk. Returns it, to be done when there is none."""
    if name == "create":
        return lambda: Project.create(folder / "new.icmo", codebook()).close()
    if name == "migrate":
        return lambda: Project.open(folder / NAME).close()
    project = Project.open(folder / NAME, coder="anna")
    (folder / "new.txt").write_text(talk(77), encoding="utf-8")
    many = rows(project, "t0", 3000, 9000)
    acts = {
        "import": lambda: project.import_documents(folder / "new.txt"),
        "tag": lambda: project.tag("t0", 3, 30, "job", note="stor " * 3000),
        "tag in bulk": lambda: project.tag_many(many),
        "replace a text": lambda: project.replace_text("t0", "Nyt. " + talk(0)),
        "undo": project.undo,
        "back up": lambda: project.backup(folder / "copy.icmo"),
        "change the codebook": lambda: project.update_codebook(codebook(meaning="nyt " * 9000)),
    }
    return acts[name]


def starve(folder: Path, act: str, room: int) -> None:
    """Do an act where no file may grow beyond some bytes, and again where it may."""
    doing = act_named(act, folder)
    path = folder / NAME
    before = path.read_bytes(), {one.name for one in folder.iterdir()}
    _, most = resource.getrlimit(resource.RLIMIT_FSIZE)
    signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
    resource.setrlimit(resource.RLIMIT_FSIZE, (room, most))
    said = attempt(doing)
    resource.setrlimit(resource.RLIMIT_FSIZE, (most, most))
    read(path)
    told = {
        "said": said,
        "same bytes": path.read_bytes() == before[0],
        "left": sorted({one.name for one in folder.iterdir()} - before[1]),
        "again": attempt(doing) if said else "",
    }
    tell("TOLD", told)


def read(path: Path) -> None:
    """Read a file: what was broken off for want of room is taken back, where that was impossible."""
    with closing(sqlite3.connect(path)) as connection:
        connection.execute("SELECT * FROM sqlite_schema").fetchall()


def attempt(doing: Any) -> str:
    """Return the sentence an act is refused with; nothing where it is done."""
    try:
        doing()
    except Error as error:
        return str(error)
    return ""


def as_nobody(path: str) -> None:
    """Open a project as somebody without rights, read it, and try to write."""
    if os.getuid() == 0:
        os.setgroups([])
        os.setgid(65534)
        os.setuid(65534)
    folder = Path(path).parent
    before = {file: file.read_bytes() for file in folder.iterdir() if os.access(file, os.R_OK)}
    told: dict[str, object] = {}

    def look() -> None:
        with warnings.catch_warnings(record=True) as caught:
            warnings.simplefilter("always")
            with Project.open(path, coder="anna") as project:
                told["tags"] = len(project.tags())
                told["refused"] = attempt(lambda: project.tag("t0", 50, 60, "job"))
                told["undo"] = attempt(project.undo)
                told["backup"] = attempt(project.backup)
                told["check"] = len(project.check())
        told["warned"] = [str(one.message) for one in caught]

    told["said"] = attempt(look)
    told["created"] = attempt(lambda: Project.create(folder / "new.icmo", codebook()))
    after = {file: file.read_bytes() for file in folder.iterdir() if os.access(file, os.R_OK)}
    told["same"] = before == after
    tell("TOLD", told)


def opened(path: str) -> None:
    """Open a project, bring it up to date where it is old, and tell its state."""
    tell("TOLD", state_of(Path(path)))


ORDERS = {
    "play": lambda order: play(Path(order["folder"]), order["scene"], wait=order["wait"]),
    "tag": lambda order: tag(order["path"], order["coder"], order["starts"]),
    "hold": lambda order: hold(order["path"], order["seconds"]),
    "break off": lambda order: break_off(order["path"]),
    "starve": lambda order: starve(Path(order["folder"]), order["act"], order["room"]),
    "as nobody": lambda order: as_nobody(order["path"]),
    "open": lambda order: opened(order["path"]),
}


def obey(order: dict[str, Any]) -> None:
    """Do an order; what goes wrong is told, with how, where it is no sentence for the evaluator."""
    tell("PID", os.getpid())
    try:
        ORDERS[order["do"]](order)
    except Error as error:
        tell("SAID", str(error))
    except BaseException:  # noqa: BLE001 - whatever it is, the test is to know
        tell("RAW", traceback.format_exc())


def warm_up() -> None:
    """Load what acts load when they are first done."""
    warnings.simplefilter("ignore")
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        with make_project(folder, words=40) as project:
            project.tag("t0", 0, 5, "job")
            project.replace_text("t0", "Mette0: ja. " + talk(0, 40), lose_tags=True)
            project.undo()
            project.backup()
            project.tags()
        hashlib.sha256(state_of(folder / NAME).encode())


def main() -> None:
    """Read orders until there are no more."""
    warm_up()
    for line in sys.stdin:
        pid = os.fork()
        if pid == 0:
            obey(json.loads(line))
            os._exit(0)
        _, status = os.waitpid(pid, 0)
        tell("END", status)


if __name__ == "__main__":
    main()
