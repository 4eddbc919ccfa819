"""Chapters for a user's own report: the sample's headings and exhibits, her own words."""

from __future__ import annotations

import ast
import json
import re
from typing import TYPE_CHECKING, Any

from icmo._files import write_whole
from icmo._package_data import package_data
from icmo._strings import LANGUAGES, say
from icmo.project import Project
from icmo.report.chapters import BUILD, CHAPTERS
from icmo.report.manuscript import ReportError

if TYPE_CHECKING:
    import os
    from collections.abc import Iterator
    from pathlib import Path

#: What the sample says of itself on its title page, and of its cells.
_OWN = ("title", "subtitle", "authors", "publisher", "date", "running", "remark")
_PROJECT = re.compile(r"\bkib\.icmo\b")
_HEADING = re.compile(r"#{1,6} ")
_BEGINNING = """import icmo
from icmo import report

project = icmo.Project.open("../{project}")
report.begin(project, "{language}")"""
#: What an exhibit may be told by name in any report.
_ANYWHERE = {"label", "caption", "language"}


def new_report(
    project: str | os.PathLike[str], language: str = "", title: str = ""
) -> list[tuple[Path, bool]]:
    """Lay out the chapters of a report beside a project; what is there already stays as it is.

    Headings and exhibits are those of the sample's report; where its prose stood, the author's is
    to come, and what shows the sample's own claims and files stays as a comment to learn from. A
    cell whose metadata say `icmo.keep` is true of any report and stays; one that says
    `icmo.sample` is true of the sample alone and goes.

    Returns:
        The files, each with whether it is new.
    """
    with Project.open(project) as opened:
        path, language = opened.path, language or opened.language
    if language not in LANGUAGES:
        raise ReportError(say("report.language", language=language))
    folder = path.parent / CHAPTERS
    folder.mkdir(exist_ok=True)
    laid = []
    for source in _templates():
        target = folder / source.name
        fresh = not target.exists()
        if fresh and source.suffix == ".ipynb":
            template = json.loads(source.read_text(encoding="utf-8"))
            made = _emptied(template, path.name, language, title or path.stem)
            words = json.dumps(made, ensure_ascii=False, indent=1) + "\n"
            write_whole(target, words.encode("utf-8"))
        elif fresh:
            write_whole(target, source.read_bytes())
        laid.append((target, fresh))
    return laid


def _templates() -> Iterator[Path]:
    """Hand out the files of the sample's report, but what was built of them."""
    for path in sorted((package_data("notebooks") / CHAPTERS).iterdir()):
        if path.is_file() and not path.name.startswith(".") and path.name != BUILD:
            yield path


def _emptied(notebook: dict[str, Any], project: str, language: str, title: str) -> dict[str, Any]:
    """Return a chapter of the sample without what is true of the sample alone."""
    known = notebook["metadata"].get("icmo", {})
    own = {name: value for name, value in known.items() if name not in _OWN}
    own["language"] = language
    if "title" in known:
        own["title"] = title
    cells = []
    for cell in notebook["cells"]:
        says = cell["metadata"].get("icmo", {})
        source = "".join(cell["source"])
        if says.get("sample"):
            continue
        if cell["cell_type"] == "markdown" and not says.get("keep"):
            source = _without_prose(source, language)
        elif cell["cell_type"] == "code" and "Project.open(" in source:
            source = _BEGINNING.format(project=project, language=language)
        elif (
            cell["cell_type"] == "code"
            and not says.get("keep")
            and (says.get("example") or not _is_general(source))
        ):
            source = "".join(f"# {line}".rstrip() + "\n" for line in source.splitlines()).rstrip()
        if source:
            cells.append(cell | {"source": _PROJECT.sub(lambda _: project, source)})
    return notebook | {"metadata": notebook["metadata"] | {"icmo": own}, "cells": cells}


def _is_general(source: str) -> bool:
    """Return whether a cell shows one exhibit of whatever project it is given.

    The other cells speak of the sample's own claims and files; they stay as comments to learn from.
    """
    try:
        body = ast.parse(source).body
    except SyntaxError:
        return False
    if len(body) != 1 or not isinstance(body[0], ast.Expr):
        return False
    call = body[0].value
    return (
        isinstance(call, ast.Call)
        and ast.unparse(call.func).startswith("report.")
        and [ast.unparse(one) for one in call.args] == ["project"]
        and all(
            one.arg in _ANYWHERE and isinstance(one.value, ast.Constant) for one in call.keywords
        )
    )


def _without_prose(source: str, language: str) -> str:
    """Return the headings of a cell; the sample's words stay in a comment nobody prints."""
    parts: list[str] = []
    words: list[str] = []

    def put_words() -> None:
        said = "\n\n".join(words).replace("--", "–")
        if said:
            parts.extend([say("report.write_here", language), f"<!--\n{said}\n-->"])
        words.clear()

    for paragraph in re.split(r"\n\s*\n", source.strip()):
        heading, _, rest = paragraph.partition("\n")
        if _HEADING.match(paragraph) and "{{" in heading:
            words.append(paragraph)
        elif _HEADING.match(paragraph):
            put_words()
            parts.append(heading)
            words.extend([rest] if rest.strip() else [])
        else:
            words.append(paragraph)
    put_words()
    return "\n\n".join(parts)
