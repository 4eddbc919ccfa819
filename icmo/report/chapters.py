"""Chapters: the notebooks beside a project, run again only where something changed."""

from __future__ import annotations

import hashlib
import json
import os
import time
from concurrent.futures import ThreadPoolExecutor, as_completed
from pathlib import Path
from typing import TYPE_CHECKING, Any

import icmo
from icmo._files import write_whole
from icmo._strings import language as spoken
from icmo._strings import say
from icmo.documents.pseudonyms import check_export
from icmo.project import Project
from icmo.report.guarding import chapter_texts
from icmo.report.manuscript import ReportError

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from nbformat import NotebookNode

    from icmo.documents.pseudonyms import Key

__all__ = ["BUILD", "CHAPTERS", "ReportError", "chapters_of", "executed", "run_chapters"]

#: The folder of chapters beside a project, and inside it the folder of what is built.
CHAPTERS = "7_report"
BUILD = "build"
#: Executed chapters, so that an unchanged one is not run again.
RUN = "run"
#: Files beside the project that a chapter may read; in the report's folder any may be read.
_DATA = frozenset(
    ".bib .csv .feather .gz .json .ods .parquet .py .tsv .txt .xls .xlsx .yaml .yml".split()  # noqa: SIM905 - a list of endings
)
#: Kernels at a time; each is a process that draws and counts.
_AT_ONCE = 4


def chapters_of(folder: Path) -> list[Path]:
    """Return the notebooks of a report in the order of their names, 2 before 10."""
    found = [path for path in folder.glob("*.ipynb") if not path.name.startswith(".")]
    if not found:
        raise ReportError(say("report.no_chapters", folder=folder))
    return sorted(found, key=_in_order)


def _in_order(path: Path) -> tuple[float, str]:
    digits = path.stem[: len(path.stem) - len(path.stem.lstrip("0123456789"))]
    return (int(digits) if digits else float("inf"), path.name)


def executed(path: Path, language: str = "") -> NotebookNode:
    """Return a notebook with its cells run; the file is not touched."""
    from icmo.report.running import executed as run

    return run(path, language)


def run_chapters(
    project: Path,
    language: str = "",
    *,
    afresh: bool = False,
    key: Key | None = None,
    told: Callable[[str], None] = lambda _: None,
) -> dict[str, NotebookNode]:
    """Run the chapters beside a project; return them executed, by their names, in their order.

    An unchanged chapter is not run again: its notebook, the project, the files beside both, the
    program and the language are as they were. A chapter in which someone can be known again is
    not kept, and so is run each time.

    Args:
        project: the project file; the chapters lie in `7_report` beside it.
        language: what the exhibits speak; each notebook's own when empty.
        afresh: run unchanged chapters too.
        key: of the project's pseudonyms; with it no chapter is kept that says a name.
        told: is told how far it has come, a sentence for each chapter.
    """
    folder = project.parent / CHAPTERS
    paths = chapters_of(folder)
    kept = folder / BUILD / RUN
    surroundings = _surroundings(project, folder, language)
    keys = {path: _digest([_source(path), surroundings]) for path in paths}
    stale = [path for path in paths if afresh or not (kept / _kept(path, keys[path])).exists()]
    for path in paths:
        if path not in stale:
            told(say("report.unchanged", notebook=path.name))
    fresh = {}
    for path, notebook in _run(stale, language, told):
        content = json.dumps(notebook, ensure_ascii=False)
        fresh[path] = json.loads(content, object_hook=_Node)
        if not check_export(chapter_texts(notebook, path.name, code=True), key):
            kept.mkdir(parents=True, exist_ok=True)
            write_whole(kept / _kept(path, keys[path]), content.encode("utf-8"))
    _forget(kept, {_kept(path, digest) for path, digest in keys.items()})
    return {path.name: fresh.get(path) or _read(kept / _kept(path, keys[path])) for path in paths}


def _run(
    paths: list[Path], language: str, told: Callable[[str], None]
) -> Iterator[tuple[Path, NotebookNode]]:
    """Run notebooks several at a time; hand each out as soon as it is done."""
    workers = max(1, min(len(paths), _AT_ONCE, os.cpu_count() or 1))
    with ThreadPoolExecutor(workers) as pool:
        began = {path: time.monotonic() for path in paths}

        def run(path: Path) -> NotebookNode:
            began[path] = time.monotonic()
            return executed(path, language)

        running = {pool.submit(run, path): path for path in paths}
        try:
            for done in as_completed(running):
                path = running[done]
                notebook = done.result()
                seconds = f"{time.monotonic() - began[path]:.1f}"
                told(say("report.ran", notebook=path.name, seconds=seconds))
                yield path, notebook
        finally:
            pool.shutdown(cancel_futures=True)


def _kept(path: Path, key: str) -> str:
    return f"{path.stem}.{key}.ipynb"


def _forget(kept: Path, wanted: set[str]) -> None:
    """Take away what earlier builds kept: it holds people's words."""
    for path in kept.glob("*.ipynb"):
        if path.name not in wanted:
            path.unlink()


class _Node(dict[str, Any]):
    """A part of a notebook; nbformat has the like, and takes seconds to be there."""

    def __getattr__(self, name: str) -> Any:
        try:
            return self[name]
        except KeyError:
            raise AttributeError(name) from None


def _read(path: Path) -> Any:
    """Return a notebook as it lies in its file."""
    try:
        notebook = json.loads(path.read_text(encoding="utf-8"), object_hook=_Node)
        notebook["cells"]
    except (ValueError, TypeError, KeyError) as error:
        raise ReportError(say("report.no_notebook", notebook=path.name)) from error
    return notebook


def _source(path: Path) -> bytes:
    """Return what a person wrote in a notebook; what it showed when last saved is not hers."""
    notebook = _read(path)
    cells = [
        [cell.get(part) for part in ("cell_type", "source", "metadata", "attachments")]
        for cell in notebook["cells"]
    ]
    return json.dumps([cells, notebook["metadata"].get("icmo")], sort_keys=True).encode()


def _surroundings(project: Path, folder: Path, language: str) -> bytes:
    """Return a digest of all a chapter may depend on but its own notebook."""
    own = [path for path in folder.rglob("*") if BUILD not in path.relative_to(folder).parts]
    beside = [path for path in project.parent.iterdir() if path.suffix.casefold() in _DATA]
    files = sorted(
        path
        for path in (*own, *beside)
        if path.is_file()
        and path.suffix != ".ipynb"
        and not any(part.startswith((".", "~", "__pycache__")) for part in path.parts[-2:])
    )
    written = {
        str(path.relative_to(project.parent)): _digest([path.read_bytes()]) for path in files
    }
    known = [icmo.__version__, _program(), _state(project), language, spoken(), written]
    return json.dumps(known, sort_keys=True).encode()


def _state(project: Path) -> str:
    """Return a digest of what was done in a project; nothing where there is none."""
    if not project.exists():
        return ""
    with Project.open(project) as opened:
        lines = opened.history()[["line", "created", "act", "target"]].to_csv(index=False)
    return _digest([lines.encode()])


def _program() -> str:
    """Return a digest of when the program's own files changed, for those who work on it."""
    package = Path(icmo.__file__).parent
    files = sorted(package.rglob("*.py"))
    seen = [(path.name, path.stat().st_size, path.stat().st_mtime_ns) for path in files]
    return _digest([repr(seen).encode()])


def _digest(parts: list[bytes]) -> str:
    whole = hashlib.sha256()
    for part in parts:
        whole.update(hashlib.sha256(part).digest())
    return whole.hexdigest()[:24]
