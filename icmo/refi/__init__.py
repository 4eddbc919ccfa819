"""REFI-QDA: projects (.qdpx) and codebooks (.qdc) that other programs read and write, both ways.

`write_qdpx(project, path)` and `read_qdpx(path, project_path)` carry a whole project;
`import_qdpx(project, path)` adds a file to one that is there. Each tells what became of what.
"""

from __future__ import annotations

import os
import secrets
import zipfile
from pathlib import Path
from typing import TYPE_CHECKING

from icmo._strings import did_you_mean, say
from icmo._strings import language as spoken_language
from icmo.project import Project
from icmo.project.exchange import make_project, said, take
from icmo.project.work import utc_now
from icmo.refi.codebooks import read_qdc, write_qdc
from icmo.refi.dialects import FOR
from icmo.refi.errors import RefiError
from icmo.refi.gathering import gather
from icmo.refi.report import Report
from icmo.refi.restoring import read_carrier
from icmo.refi.taking import Intake, parcel, take_codebooks
from icmo.refi.texts import text_of
from icmo.refi.validating import problem_of
from icmo.refi.writing import State, texts_of, xml_of
from icmo.refi.writing.guarding import show

if TYPE_CHECKING:
    from collections.abc import Iterable

    from icmo._store import Reader
    from icmo.documents.pseudonyms import Guard
    from icmo.project.exchange import Parcel, Taken
    from icmo.project.work import Work
    from icmo.refi.dialects import Counting
    from icmo.refi.gathering import Found

__all__ = [
    "RefiError",
    "Report",
    "import_qdpx",
    "read_qdc",
    "read_qdpx",
    "write_qdc",
    "write_qdpx",
]

Paths = str | os.PathLike[str]
#: The same moment for every member: the same project gives the same bytes.
_MOMENT = (1980, 1, 1, 0, 0, 0)
_TIGHT = 2
_PORTION = 1 << 18


def read_qdpx(path: Paths, project_path: Paths, coder: str | None = None) -> Project:
    """Make a project of a .qdpx file; an existing project is never written over.

    What became of what stands in `project.remarks`; nothing is left behind where it fails.

    Raises:
        RefiError: the file is damaged, too large, or no REFI-QDA project.
        StoreError: there is something at `project_path`, or it cannot be written.
    """
    project, _ = make_from_qdpx(path, project_path, coder)
    return project


def make_from_qdpx(
    path: Paths, project_path: Paths, coder: str | None = None
) -> tuple[Project, Report]:
    """Make a project of a .qdpx file. Returns it, and the report of what became of what."""
    file, target = Path(path), Path(project_path)
    report = Report()
    intake = _read(file, report)
    language = intake.language if intake.language in ("da", "en") else spoken_language()
    books = take_codebooks(intake, {}, {}, language)
    now = utc_now()
    first, *more = [{**row, "created": row["created"] or now} for row in books]
    facts = {"language": language, "codebook": str(first["codebook"])}
    taken: list[Taken] = []

    def fill(work: Work) -> None:
        work.coder = coder
        taken.append(take(work, lambda _reader: parcel(intake, more, now)))

    make_project(target, facts, first, fill)
    _tell(report, intake.found, taken[0])
    project = Project.open(target, coder)
    project.remarks = report.sentences()
    return project, report


def import_qdpx(project: Project, path: Paths) -> Report:
    """Take a .qdpx file into a project, as one act that `undo()` takes back. Returns the report.

    Texts, codes and tags that are here already are not doubled.
    """
    file = Path(path)
    report = Report()
    intake = _read(file, report)
    now = utc_now()
    language = project.language
    known = project.codebooks

    def build(reader: Reader) -> Parcel:
        guids = {
            row["content"].get("guid", ""): row["owner"].partition("/")[2]
            for row in reader.rows("kept", kind="guid")
            if row["owner"].startswith("code/")
        }
        own = {row["name"]: row["value"] for row in reader.rows("facts")}
        space = own.get("exchange") or own["project"]
        if intake.carried.project.get("exchange") == space:
            guids |= {guid: code for code, (guid, _) in intake.carried.codes.items()}
        return parcel(intake, take_codebooks(intake, known, guids, language), now)

    taken = project.take(build)
    _tell(report, intake.found, taken)
    project.remarks = report.sentences()
    return report


def _read(file: Path, report: Report) -> Intake:
    found = gather(file)
    report.origin = found.origin
    report.remarks += found.remarks
    texts = _texts_of_notes(file, found)
    return Intake(found, read_carrier(found, texts), texts, report, file.name)


def _texts_of_notes(file: Path, found: Found) -> dict[int, str]:
    """Return the words of every note: in it, or in a file of its own."""
    from icmo.refi.archive import Archive
    from icmo.refi.placing import unified

    with Archive(file) as archive:
        return {
            number: unified(text_of(archive, note).raw or "")
            for number, note in enumerate(found.notes)
        }


def _tell(report: Report, found: Found, taken: Taken) -> None:
    """Say how passages were placed, and what was taken and what was there already."""
    for dialect, counts in found.dialects.items():
        ends = say(f"refi.ends_{dialect.line_ends}")
        unit = say(f"refi.unit_{dialect.unit.replace(' ', '_').replace('-', '')}")
        mark = say("refi.with_mark") if dialect.mark else ""
        report.placing.append(
            say(
                "refi.placed",
                texts=counts["texts"],
                unit=unit,
                ends=ends,
                mark=mark,
                passages=counts["passages"],
                named=counts["named"],
                bounded=counts["bounded"],
                lost=counts["lost"],
            )
        )
    report.count("PlainTextSelection", found=found.counts["PlainTextSelection"])
    passages = report.rows["PlainTextSelection"]
    passages["kept"] += found.counts["unread"]
    passages["taken"] = passages["found"] - passages["kept"]
    codes = found.counts["Code"]
    report.count("Code", found=codes, taken=codes)
    report.remarks[:0] = said(taken)


def write_qdpx(
    project: Project,
    path: Paths,
    program: str = "",
    coders: dict[str, str] | None = None,
    guard: Guard | None = None,
) -> Report:
    """Write a project as a .qdpx file, whole or not at all. Returns what is in it and what is not.

    Args:
        project: the project.
        path: the file; one of that name is replaced.
        program: nvivo, maxqda, atlasti or qualcoder, for what each of them expects; else the standard's letter.
        coders: other names for coders, such as initials.
        guard: looks at every word before it is packed; without one the file says what the project
            says, as a copy of it does. `icmo export` has one.

    Raises:
        PseudonymError: the guard saw a CPR number, or with its key a name that has a pseudonym.
        RefiError: there is no such program, or the file cannot be written.
    """
    import icmo

    file = Path(path)
    counting = _counting(program)
    if not file.parent.is_dir():
        raise RefiError(say("project.no_folder", folder=file.parent))
    with project.reading() as reader:
        state = State(reader, project.path.stem, icmo.__version__, counting, coders or {})
        if guard is not None:
            show(state, file.name, guard)
            guard.refuse()
        try:
            _write(file, state)
        except OSError as error:
            reason = error.strerror or error
            raise RefiError(say("export.unwritable", path=file, reason=reason)) from None
    report = state.report
    if state.unfit:
        report.remarks.append(say("refi.unfit", count=state.unfit))
    report.remarks.append(say("refi.left_out"))
    project.note_export(file)
    return report


def _counting(program: str) -> Counting:
    """Return how a program counts places."""
    chosen = program.casefold().replace(".", "").replace(" ", "")
    if chosen not in FOR:
        known = [name for name in FOR if name]
        raise RefiError(
            say("refi.program", program=program, known=", ".join(known))
            + did_you_mean(program, known)
        )
    return FOR[chosen]


def _write(file: Path, state: State) -> None:
    """Put a file in its place when all of it is written and as the schema wants it."""
    unfinished = file.with_name(f".{file.name}.{secrets.token_hex(4)}.part")
    try:
        _pack(unfinished, state)
        problem = _problem(unfinished)
        if problem:
            raise RefiError(say("refi.invalid", path=file, problem=problem))
        unfinished.replace(file)
    finally:
        unfinished.unlink(missing_ok=True)


def _pack(unfinished: Path, state: State) -> None:
    with unfinished.open("wb") as out:
        with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED, compresslevel=_TIGHT) as archive:
            with archive.open(_member("project.qde"), "w", force_zip64=True) as stream:
                for portion in _portions(xml_of(state)):
                    stream.write(portion)
            for name, data in texts_of(state):
                archive.writestr(_member(f"sources/{name}"), data, compresslevel=_TIGHT)
        out.flush()
        os.fsync(out.fileno())


def _member(name: str) -> zipfile.ZipInfo:
    member = zipfile.ZipInfo(name, _MOMENT)
    member.compress_type = zipfile.ZIP_DEFLATED
    member.external_attr = 0o644 << 16
    member.create_system = 3
    return member


def _portions(parts: Iterable[str]) -> Iterable[bytes]:
    """Gather small pieces into large ones, as files like them."""
    waiting: list[str] = []
    size = 0
    for part in parts:
        waiting.append(part)
        size += len(part)
        if size > _PORTION:
            yield "".join(waiting).encode()
            waiting.clear()
            size = 0
    yield "".join(waiting).encode()


def _problem(path: Path) -> str:
    """Return what is against the schema in what was written."""
    with zipfile.ZipFile(path) as archive, archive.open("project.qde") as stream:
        return problem_of(stream)
