"""Acts of evaluators, one after the other, that a test can run to the end or break off anywhere."""

from __future__ import annotations

import hashlib
import random
import shutil
import sqlite3
import warnings
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from icmo import Codebook, Project
from icmo.project import ProjectWarning

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

V1 = Path(__file__).parent.parent / "data" / "projects" / "v1.icmo"
NAME = "p.icmo"
CODES = ("mening", "haab", "job", "bolig")
WORDS = [
    "hun",
    "fik",
    "løn",
    "😀",
    "for",
    "arbejdet",
    "og",
    "så",
    "blev",
    "det",
    "lettere",
    "at",
    "møde",
    "op",
    "hver",
    "dag",
    "sagde",
    "Ågot",
]


def codebook(codes: tuple[str, ...] = CODES, meaning: str = "det") -> Codebook:
    """A codebook of some codes; another meaning is another version."""
    entries = "".join(
        f'      - id: {code}\n        label: {{da: {code}, en: {code}}}\n        definition: {{da: "{meaning} {code}.", en: "{code}."}}\n'
        for code in codes
    )
    source = f"families:\n  - id: mechanism\n    role: mechanism\n    codes:\n{entries}"
    return Codebook.parse(source, "theory.yaml", "theory")


def talk(number: int, words: int = 4000) -> str:
    """What somebody said: the same for the same number, and another text for each."""
    chosen = random.Random(number)
    lines = [
        f"Mette{number}: " + " ".join(chosen.choices(WORDS, k=40)) for _ in range(words // 40 + 1)
    ]
    return "\n\n".join(lines) + "\n"


def rows(project: Project, document: str, count: int, first: int = 0) -> list[dict[str, object]]:
    """Tags on a document, each on a place of its own."""
    documents = project.documents()
    (id_,) = documents[documents["name"] == document]["document"]
    return [
        {
            "document": id_,
            "start": number,
            "end": number + 9,
            "code": CODES[number % len(CODES)],
            "coder": "anna",
            "note": "set her",
        }
        for number in range(first, first + count)
    ]


def make_project(
    folder: Path, documents: int = 1, words: int = 4000, coder: str = "anna"
) -> Project:
    """A project with some documents called t0, t1, …"""
    files = []
    for number in range(documents):
        files.append(folder / f"t{number}.txt")
        files[-1].write_text(talk(number, words), encoding="utf-8")
    project = Project.create(folder / NAME, codebook(), coder=coder)
    project.import_documents(files)
    return project


@dataclass(frozen=True)
class Scene:
    """How a project is made, and the acts that are then done in it, each whole or not at all."""

    prepare: Callable[[Path], None]
    acts: Callable[[Path], Iterator[Callable[[], object]]]


def _one_text(folder: Path) -> None:
    make_project(folder).close()


def _tagging(folder: Path) -> Iterator[Callable[[], object]]:
    with Project.open(folder / NAME, coder="anna") as project:
        for number in range(40):
            yield lambda number=number: project.tag("t0", number, number + 20, "mening")


def _many_tags(folder: Path) -> None:
    with make_project(folder) as project:
        for number in range(6):
            project.tag_many(rows(project, "t0", 250, 250 * number))


def _undoing(folder: Path) -> Iterator[Callable[[], object]]:
    with Project.open(folder / NAME, coder="anna") as project:
        yield from [project.undo] * 3
        yield from [project.redo] * 2
        yield project.undo


def _files_beside(folder: Path) -> None:
    make_project(folder, documents=1).close()
    for number in range(10, 26):
        (folder / f"t{number}.txt").write_text(talk(number, 8000), encoding="utf-8")


def _importing(folder: Path) -> Iterator[Callable[[], object]]:
    files = sorted(folder.glob("t[12]?.txt"))
    with Project.open(folder / NAME, coder="anna") as project:
        for number in range(0, len(files), 4):
            yield lambda number=number: project.import_documents(files[number : number + 4])


def _replacing(folder: Path) -> Iterator[Callable[[], object]]:
    with Project.open(folder / NAME, coder="anna") as project:
        for number in range(4):
            text = f"Indledning {number}. " + project.text("t0").partition(". ")[2]
            text = text if number else f"Indledning {number}. " + talk(0)
            yield lambda text=text: project.replace_text("t0", text, lose_tags=True)


def _bulk(folder: Path) -> Iterator[Callable[[], object]]:
    with Project.open(folder / NAME, coder="anna") as project:
        for number in range(4):
            many = rows(project, "t0", 2500, 2500 * number)
            yield lambda many=many: project.tag_many(many)


def _new_theory(folder: Path) -> Iterator[Callable[[], object]]:
    with Project.open(folder / NAME, coder="anna") as project:
        book, other = codebook((*CODES[:3], "hjem")), codebook()
        yield lambda: project.update_codebook(book, {"bolig": "hjem"})
        yield lambda: project.update_codebook(other, {"hjem": "bolig"})


def _copies(folder: Path) -> Iterator[Callable[[], object]]:
    (folder / "copies").mkdir(exist_ok=True)
    with Project.open(folder / NAME, coder="anna") as project:
        for number in range(6):
            yield lambda number=number: project.backup(folder / "copies" / f"{number}.icmo")


def _two_copies(folder: Path) -> None:
    with make_project(folder) as project:
        project.tag_many(rows(project, "t0", 200))
    shutil.copyfile(folder / NAME, folder / "other.icmo")
    with Project.open(folder / "other.icmo", coder="bo") as other:
        for number in range(1, 4):
            other.tag_many(rows(other, "t0", 300, 300 * number))


def _merging(folder: Path) -> Iterator[Callable[[], object]]:
    with Project.open(folder / NAME, coder="anna") as project:
        yield lambda: project.merge(folder / "other.icmo")
        yield project.undo
        yield project.redo


def _old(folder: Path) -> None:
    shutil.copyfile(V1, folder / NAME)


def _migrating(folder: Path) -> Iterator[Callable[[], object]]:
    def opened() -> None:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore", ProjectWarning)
            Project.open(folder / NAME).close()

    yield opened


SCENES = {
    "tagging": Scene(_one_text, _tagging),
    "undoing": Scene(_many_tags, _undoing),
    "importing": Scene(_files_beside, _importing),
    "replacing a text": Scene(_many_tags, _replacing),
    "tagging in bulk": Scene(_one_text, _bulk),
    "changing the codebook": Scene(_many_tags, _new_theory),
    "backing up": Scene(_many_tags, _copies),
    "merging": Scene(_two_copies, _merging),
    "migrating": Scene(_old, _migrating),
}


def state_of(path: Path) -> str:
    """What people have made in a project, without ids and times, so that two runs can be compared.

    It opens the project and finds it sound.
    """
    with warnings.catch_warnings():
        warnings.simplefilter("ignore", ProjectWarning)
        with Project.open(path) as project:
            problems = project.check()
    assert problems.empty, problems["problem"].tolist()
    with closing(sqlite3.connect(path)) as connection:
        found = [sorted(map(repr, connection.execute(question))) for question in _QUESTIONS]
    return hashlib.sha256(repr(found).encode()).hexdigest()


_NAMED = 'JOIN documents ON documents.document = "{0}".document'
_QUESTIONS = (
    "SELECT name, version, guessed, attributes FROM documents",
    "SELECT documents.name, texts.version, digest, words FROM texts " + _NAMED.format("texts"),
    "SELECT documents.name, number, start, end, speaker FROM turns " + _NAMED.format("turns"),
    "SELECT documents.name, coder, code, start, end, polarity, note, definition, line FROM tags "
    + _NAMED.format("tags"),
    "SELECT documents.name, coder, start, end, stance, note FROM evidence "
    + _NAMED.format("evidence"),
    "SELECT documents.name, coder, done FROM assignments " + _NAMED.format("assignments"),
    "SELECT codebook, number, source FROM codebooks",
    "SELECT text, coder FROM memos",
    "SELECT title, slots FROM configurations",
    "SELECT line, coder, act, state, undoes FROM journal",
)
