"""The demonstration: the sample evaluation carried from transcripts to pages, in one folder."""

from __future__ import annotations

import hashlib
import json
import shutil
import uuid
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING, Any

from icmo._package_data import package_data
from icmo._strings import say
from icmo.codebook import Codebook
from icmo.configurations import of_intervention, read_configurations
from icmo.errors import Error
from icmo.maps import build_map, draw_maps
from icmo.matrices import code_matrix
from icmo.project import Project
from icmo.report import build_report
from icmo.tags import QuotedTag, TagError, find_quote, read_tags

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence
    from pathlib import Path

FOLDER = "icmo-demo"
PROJECT = "kib.icmo"
#: What this program wrote into the folder, so that what a person changed since is never replaced.
_RECORD = ".made.json"
#: Who imports, hands out, and writes the configurations.
_LEADER = "anna"
#: The group of respondents that filled the statement boards in.
_STAFF = "kommune"
_NAMESPACE = uuid.UUID("6b1f0d3e-3c0e-5f0a-9d6c-1c3a0a7d2b11")
#: The last month in which a goal of the sample's project counts.
_PROJECT_END = "2022-12"
_BEGAN = datetime(2022, 11, 1, 9, 0, tzinfo=UTC)


@dataclass(frozen=True)
class Made:
    """One thing in the demonstration folder, in words."""

    path: Path
    words: str


class _Derived:
    """Ids and times that are the same in every demonstration, so that its output is reproducible."""

    def __init__(self) -> None:
        self._ids = 0
        self._seconds = 0

    def new_id(self) -> str:
        self._ids += 1
        return str(uuid.uuid5(_NAMESPACE, str(self._ids)))

    def clock(self) -> str:
        self._seconds += 1
        return (_BEGAN + timedelta(seconds=self._seconds)).isoformat(timespec="microseconds")


def build_demo(folder: Path) -> Iterator[Made]:
    """Make the demonstration, or bring it up to date, and say what was made as it appears.

    What a person changed since the last time stays as it is.
    """
    folder.mkdir(parents=True, exist_ok=True)
    record = _read_record(folder)
    try:
        yield _project(folder, record)
        with Project.open(folder / PROJECT) as project:
            yield _matrix(project, folder / "mechanisms.csv")
            yield _map(project, folder / "map.svg")
        yield from _outcomes(folder)
        yield from _notebooks(folder, record)
    finally:
        (folder / _RECORD).write_text(
            json.dumps(record, indent=1, sort_keys=True), encoding="utf-8"
        )
    for path in build_report(folder / PROJECT):
        yield Made(path, say("demo.report"))


def _project(folder: Path, record: dict[str, str]) -> Made:
    path = folder / PROJECT
    if path.exists():
        with Project.open(path) as project:
            if _fingerprint(project) != record.get(PROJECT):
                return Made(path, say("demo.project_kept"))
    unfinished = path.with_suffix(".unfinished")
    unfinished.unlink(missing_ok=True)
    fill_project(unfinished)
    unfinished.replace(path)
    with Project.open(path) as project:
        record[PROJECT] = _fingerprint(project)
        counts = {
            name: len(getattr(project, name)()) for name in ("tags", "configurations", "statements")
        }
        counts["interviews"] = len(project.documents().query("kind != 'statement board'"))
    return Made(path, say("demo.project", **counts))


def sample_folder() -> Path:
    """Return where the files of the sample evaluation lie."""
    return package_data("interviews_sample")


def fill_project(path: Path) -> None:
    """Make a project from the sample evaluation, each of the two coders doing her or his part."""
    sample = sample_folder()
    derived = _Derived()
    same: Any = {"clock": derived.clock, "new_id": derived.new_id}
    tags = {file.stem: read_tags(file) for file in sorted((sample / "tags").glob("*.csv"))}
    with Project.create(path, Codebook.load("kib"), coder=_LEADER, **same) as project:
        project.import_documents(sample / "transcripts", attributes=sample / "documents.csv")
        project.import_cases(sample / "cases.csv")
        project.import_questions(sample / "questions.yaml")
        for document in project.documents()["name"]:
            project.assign(document, _readers(document, tags))
    for coder, own in tags.items():
        with Project.open(path, coder=coder, **same) as project:
            _add_tags(project, coder, own)
    with Project.open(path, coder=_LEADER, **same) as project:
        _add_findings(project, sample)
        for configuration in read_configurations(sample / "configurations.yaml"):
            id_ = project.configure(
                intervention=configuration.slots["intervention"],
                context=configuration.slots["context"],
                mechanism=configuration.slots["mechanism"],
                outcome=configuration.slots["outcome"],
                moderator=configuration.moderators,
                for_whom=configuration.for_whom,
                title=configuration.title,
                status=configuration.status,
                **configuration.details,
            )
            for row in configuration.evidence:
                start, end = find_quote(project.text(row.document), row.quote)
                project.add_evidence(
                    id_, row.document, start, end, row.stance, row.note, row.explicitness
                )


def _add_findings(project: Project, sample: Path) -> None:
    """Put in what people concluded, as far as the sample has it."""
    for take, name in (
        (project.import_claims, "claims.yaml"),
        (project.import_ratings, "ratings.csv"),
        (project.import_judgements, "judgements.csv"),
        (project.import_summaries, "summaries.csv"),
    ):
        if (sample / name).exists():
            take(sample / name)
    project.import_statements(sample / "statements.csv", _STAFF)


def _readers(document: str, tags: Mapping[str, Sequence[QuotedTag]]) -> list[str]:
    return [coder for coder, own in tags.items() if any(tag.document == document for tag in own)]


def _add_tags(project: Project, coder: str, tags: Sequence[QuotedTag]) -> None:
    """Put a coder's tags in, document by document; then the document is done."""
    ids = project.documents().set_index("name")["document"]
    rows: dict[str, list[dict[str, Any]]] = {}
    for number, tag in enumerate(tags, 1):
        try:
            start, end = find_quote(project.text(tag.document), tag.quote, tag.occurrence)
        except Error as error:
            raise TagError(say("tag.here", number=number, coder=coder, problem=error)) from error
        rows.setdefault(tag.document, []).append(
            {"document": ids[tag.document], "start": start, "end": end, "code": tag.code}
            | {"coder": coder, "polarity": tag.polarity, "note": tag.note}
        )
    for document, own in rows.items():
        project.tag_many(own)
        project.mark_done(document)


def _matrix(project: Project, path: Path) -> Made:
    code_matrix(project.tags(), rows="case", columns="mechanism").to_csv(path, encoding="utf-8-sig")
    return Made(path, say("demo.matrix"))


def _map(project: Project, path: Path) -> Made:
    import matplotlib as mpl

    mpl.use("Agg")
    book = project.codebook
    labels = book.labels(project.language)
    codes = book.codes()
    types = codes[(codes["role"] == "intervention") & codes["parent"].isna()]["code"]
    configurations, evidence = project.configurations(), project.evidence()
    own = {one: of_intervention(configurations, one, book) for one in types}
    graphs = {
        labels[one]: build_map(frame, evidence, labels)
        for one, frame in own.items()
        if not frame.empty
    }
    save_map(draw_maps(graphs, project.language).axes[0], path)
    return Made(path, say("demo.map"))


def _outcomes(folder: Path) -> Iterator[Made]:
    from icmo import outcomes, surveys

    sample = sample_folder()
    months = outcomes.read_months(sample / "months.csv.gz")
    goals = outcomes.attainment_table(months, "case", end=_PROJECT_END)
    goals.to_csv(folder / "goals.csv", index=False, encoding="utf-8-sig")
    yield Made(folder / "goals.csv", say("demo.goals"))
    reached = outcomes.figure_table(7, months, end=_PROJECT_END)
    save_map(outcomes.draw_figure(reached), folder / "goals.svg")
    yield Made(folder / "goals.svg", say("demo.goals_figure"))
    waves = surveys.wave_table(sample / "survey.csv", items=sample / "survey_items.csv")
    save_map(surveys.draw_waves(waves), folder / "survey.svg")
    yield Made(folder / "survey.svg", say("demo.survey"))


def save_map(ax: object, path: Path) -> None:
    """Save a drawing to a file, the same bytes each time."""
    import matplotlib as mpl
    import matplotlib.pyplot as plt

    figure = ax.figure  # type: ignore[attr-defined]
    with mpl.rc_context({"svg.hashsalt": "icmo", "svg.fonttype": "none"}):
        dateless = {"Date": None} if path.suffix == ".svg" else None
        figure.savefig(path, metadata=dateless, dpi=200, bbox_inches="tight")
    plt.close(figure)


def _notebooks(folder: Path, record: dict[str, str]) -> Iterator[Made]:
    shipped = package_data("notebooks")
    for source in sorted(path for path in shipped.rglob("*") if path.is_file()):
        name = source.relative_to(shipped).as_posix()
        if ".ipynb_checkpoints" in name or "/build/" in name:
            continue
        target = folder / name
        target.parent.mkdir(exist_ok=True)
        if target.exists() and _digest(target) != record.get(name):
            yield Made(target, say("demo.kept"))
            continue
        shutil.copyfile(source, target)
        record[name] = _digest(target)
    yield Made(folder, say("demo.notebooks"))


def _read_record(folder: Path) -> dict[str, str]:
    try:
        return dict(json.loads((folder / _RECORD).read_text(encoding="utf-8")))
    except (FileNotFoundError, ValueError):
        return {}


def _digest(file: Path) -> str:
    return hashlib.sha256(file.read_bytes()).hexdigest()


def _fingerprint(project: Project) -> str:
    lines = project.history()[["line", "created", "coder", "act", "target"]].to_csv(index=False)
    return hashlib.sha256(lines.encode()).hexdigest()
