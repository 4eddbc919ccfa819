"""The command `icmo`: parse, call, print the sentence."""

from __future__ import annotations

import os
import shlex
import subprocess
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from icmo._strings import say
from icmo.errors import Error

if TYPE_CHECKING:
    import pandas as pd

# No rich markup: `icmo --help` and `icmo codebook check` are to feel instant.
_PLAIN = {"rich_markup_mode": None, "pretty_exceptions_enable": False, "no_args_is_help": True}
app = typer.Typer(help=say("help.icmo"), add_completion=False, **_PLAIN)  # type: ignore[arg-type]
codebook_app = typer.Typer(help=say("help.codebook"), **_PLAIN)  # type: ignore[arg-type]
report_app = typer.Typer(help=say("help.report"), **_PLAIN)  # type: ignore[arg-type]
app.add_typer(codebook_app, name="codebook")
app.add_typer(report_app, name="report")

ProjectPath = Annotated[
    Path, typer.Argument(metavar="PROJECT", help=say("help.project"), show_default=False)
]
CodebookName = Annotated[
    str, typer.Argument(metavar="CODEBOOK", help=say("help.codebook_file"), show_default=False)
]
Language = Annotated[str, typer.Option(help=say("help.language"), show_default=False)]
CoderName = Annotated[
    str, typer.Option(envvar="ICMO_CODER", help=say("help.coder"), show_default=False)
]


@app.command(help=say("help.demo"), epilog="icmo demo")
def demo(
    folder: Annotated[Path, typer.Option(help=say("help.demo_folder"))] = Path("icmo-demo"),
    no_browser: Annotated[
        bool, typer.Option("--no-browser", envvar="ICMO_NO_BROWSER", help=say("help.no_browser"))
    ] = False,
) -> None:
    """Build the demonstration and open JupyterLab on it."""
    from icmo.demo import build_demo

    print(say("demo.made", folder=folder))
    for made in build_demo(folder):
        place = made.path.relative_to(folder)
        print(f"  {str(place) if str(place) != '.' else '*.ipynb':<32} {made.words}", flush=True)
    lab(folder, no_browser=no_browser)


@app.command(help=say("help.lab"), epilog="icmo lab icmo-demo")
def lab(
    folder: Annotated[Path, typer.Argument(help=say("help.lab_folder"))] = Path(),
    no_browser: Annotated[
        bool, typer.Option("--no-browser", envvar="ICMO_NO_BROWSER", help=say("help.no_browser"))
    ] = False,
) -> None:
    """Open JupyterLab on a folder."""
    command = [
        sys.executable,
        "-m",
        "jupyterlab",
        *(["--allow-root"] if _is_root() else []),
        str(folder),
    ]
    if no_browser or not _has_screen():
        print(say("lab.command", command=shlex.join(command)))
        return
    print(say("lab.opens", folder=folder))
    raise typer.Exit(subprocess.run(command, check=False).returncode)


@app.command(help=say("help.new"), epilog="icmo new kib --codebook kib")
def new(
    path: Annotated[Path, typer.Argument(help=say("help.new_path"), show_default=False)],
    codebook: Annotated[str, typer.Option(help=say("help.new_codebook"), show_default=False)],
) -> None:
    """Make a project file."""
    from icmo.codebook import Codebook
    from icmo.project import Project

    file = path if path.suffix == ".icmo" else path.with_name(f"{path.name}.icmo")
    Project.create(file, Codebook.load(codebook)).close()
    print(say("cli.made_project", path=file))


@app.command(
    help=say("help.add"),
    epilog="icmo add kib.icmo transcripts/ --attributes documents.csv --coder anna",
)
def add(
    project: ProjectPath,
    files: Annotated[list[Path], typer.Argument(help=say("help.files"), show_default=False)],
    attributes: Annotated[
        Path | None, typer.Option(help=say("help.attributes"), show_default=False)
    ] = None,
    coder: CoderName = "",
) -> None:
    """Put transcripts into a project."""
    from icmo.project import Project

    with Project.open(project, coder=coder or None) as opened:
        added = opened.import_documents(files, attributes)
    print(say("cli.added", count=len(added), path=project))


@codebook_app.command(
    "check", help=say("help.codebook_check"), epilog="icmo codebook check codebooks/kib.yaml"
)
def codebook_check(
    files: Annotated[
        list[str], typer.Argument(help=say("help.codebook_files"), show_default=False)
    ],
) -> None:
    """Name every mistake in codebooks, each with its line."""
    from icmo.codebook import Codebook, CodebookError, count_families

    failed = False
    for file in files:
        try:
            codebook = Codebook.load(file)
        except CodebookError as error:
            failed = True
            print(error, file=sys.stderr)
            continue
        for warning in codebook.warnings:
            print(say("codebook.warning", problem=warning))
        print(
            say("codebook.fine", file=file, codes=len(codebook), families=count_families(codebook))
        )
    if failed:
        raise typer.Exit(1)


@codebook_app.command(
    "show", help=say("help.codebook_show"), epilog="icmo codebook show kib --code meningsfuldhed"
)
def codebook_show(
    codebook: CodebookName,
    code: Annotated[str, typer.Option(help=say("help.codebook_code"), show_default=False)] = "",
    language: Language = "",
) -> None:
    """Print a codebook as a tree, or one code with everything said of it."""
    from icmo.codebook import Codebook
    from icmo.codebook.markdown import write_markdown
    from icmo.codebook.pages import code_page, outline

    opened = Codebook.load(codebook)
    chosen = opened.chosen_language(language)
    if code:
        print(write_markdown(code_page(opened, opened[code], chosen)).decode().rstrip())
    else:
        print(outline(opened, chosen))


@codebook_app.command(
    "diff", help=say("help.codebook_diff"), epilog="icmo codebook diff kib kib_2023.yaml"
)
def codebook_diff(
    old: CodebookName,
    new: CodebookName,
    csv: Annotated[bool, typer.Option("--csv", help=say("help.csv"))] = False,
) -> None:
    """Say what changed from one codebook to another."""
    from icmo.codebook import Codebook
    from icmo.codebook.difference import difference_in_words

    changes = Codebook.load(old).difference(Codebook.load(new))
    if csv:
        print(changes.to_csv(index=False), end="")
        return
    for sentence in difference_in_words(changes) or [say("codebook.same")]:
        print(sentence)


@codebook_app.command(
    "export", help=say("help.codebook_export"), epilog="icmo codebook export kib --to kib.docx"
)
def codebook_export(
    codebook: CodebookName,
    to: Annotated[Path, typer.Option(help=say("help.codebook_to"), show_default=False)],
    language: Language = "",
    checklists: Annotated[bool, typer.Option("--checklists", help=say("help.checklists"))] = False,
    guide: Annotated[bool, typer.Option("--guide", help=say("help.guide"))] = False,
    principle: Annotated[str, typer.Option(help=say("help.principle"), show_default=False)] = "",
) -> None:
    """Write a codebook, its checklists or its interview guides for colleagues."""
    from icmo.codebook import Codebook
    from icmo.codebook.export import export_codebook, export_guide

    opened = Codebook.load(codebook)
    chosen = opened.chosen_language(language)
    if guide or principle:
        written = export_guide(opened, to, principle or None, chosen)
    else:
        written = export_codebook(opened, to, chosen, checklists)
    print(say("cli.written", path=written))


@codebook_app.command(
    "schema",
    help=say("help.codebook_schema"),
    epilog="icmo codebook schema --to codebook.schema.json",
)
def codebook_schema(
    to: Annotated[Path | None, typer.Option(help=say("help.schema_to"), show_default=False)] = None,
) -> None:
    """Print the schema that lets an editor complete and check a codebook."""
    from icmo.codebook.export import export_schema
    from icmo.codebook.schema import codebook_schema as schema

    if to is None:
        print(schema(), end="")
    else:
        print(say("cli.written", path=export_schema(to)))


@app.command(
    "matrix",
    help=say("help.matrix"),
    epilog="icmo matrix kib.icmo --rows case --columns mechanism --csv",
)
def matrix(
    project: ProjectPath,
    rows: Annotated[str, typer.Option(help=say("help.matrix_rows"))] = "case",
    columns: Annotated[str, typer.Option(help=say("help.matrix_columns"))] = "mechanism",
    count: Annotated[str, typer.Option(help=say("help.matrix_count"))] = "passages",
    together: Annotated[bool, typer.Option("--together", help=say("help.matrix_together"))] = False,
    csv: Annotated[bool, typer.Option("--csv", help=say("help.csv"))] = False,
    json: Annotated[bool, typer.Option("--json", help=say("help.json"))] = False,
    to: Annotated[Path | None, typer.Option(help=say("help.matrix_to"), show_default=False)] = None,
) -> None:
    """Cross cases with codes, or codes with each other."""
    from icmo.matrices import code_matrix, cooccurrence_matrix
    from icmo.project import Project

    with Project.open(project) as opened:
        if together:
            crossed = cooccurrence_matrix(opened.tags(), count=count, codes=columns)
        else:
            crossed = code_matrix(
                opened.tags(), rows, columns, count, opened.documents(), opened.turns()
            )
        labels, language = opened.codebook.labels(opened.language), opened.language
    if to is not None:
        _draw_or_write(crossed, to, labels, language)
        print(say("cli.written", path=to))
    elif json:
        print(crossed.to_json(orient="split", force_ascii=False))
    else:
        print(crossed.to_csv() if csv else crossed.to_string(), end="" if csv else "\n")


def _draw_or_write(crossed: pd.DataFrame, to: Path, labels: dict[str, str], language: str) -> None:
    """Write a matrix as its file's ending says: a table for machines, a page, or a picture."""
    from icmo.matrices import MatrixError, draw_matrix, show_matrix

    pictures = (".svg", ".pdf", ".png")
    if to.suffix == ".csv":
        crossed.to_csv(to, encoding="utf-8-sig")
    elif to.suffix == ".html":
        to.write_text(show_matrix(crossed, "", labels, language).html(), encoding="utf-8")
    elif to.suffix in pictures:
        import matplotlib as mpl

        from icmo.demo import save_map

        mpl.use("Agg")
        save_map(draw_matrix(crossed, labels=labels, language=language), to)
    else:
        known = ", ".join((".csv", ".html", *pictures))
        raise MatrixError(say("cli.suffix", path=to, suffixes=known))


@app.command("map", help=say("help.map"), epilog="icmo map kib.icmo --to map.svg")
def draw(
    project: ProjectPath,
    to: Annotated[Path, typer.Option(help=say("help.map_to"))] = Path("map.svg"),
) -> None:
    """Draw the configurations."""
    import matplotlib as mpl

    from icmo.demo import save_map
    from icmo.maps import build_map, draw_map
    from icmo.project import Project

    mpl.use("Agg")
    with Project.open(project) as opened:
        labels = opened.codebook.labels(opened.language)
        graph = build_map(opened.configurations(), opened.evidence(), labels)
        save_map(draw_map(graph, language=opened.language), to)
    print(say("cli.map", path=to))


@report_app.command(
    "build", help=say("help.report_build"), epilog="icmo report build icmo-demo/kib.icmo"
)
def report_build(project: ProjectPath) -> None:
    """Execute the chapters beside a project and set their pages."""
    from icmo.report import build_report

    for path in build_report(project):
        print(say("cli.report", path=path))


@app.command("agreement", help=say("help.agreement"), epilog="icmo agreement kib.icmo --by role")
def agreement(
    project: ProjectPath,
    by: Annotated[str, typer.Option(help=say("help.agreement_by"))] = "code",
    unit: Annotated[str, typer.Option(help=say("help.agreement_unit"))] = "character",
    coders: Annotated[
        str, typer.Option(help=say("help.agreement_coders"), show_default=False)
    ] = "",
    pairs: Annotated[bool, typer.Option("--pairs", help=say("help.agreement_pairs"))] = False,
    finished: Annotated[
        bool, typer.Option("--finished", help=say("help.agreement_finished"))
    ] = False,
    confused: Annotated[
        bool, typer.Option("--confused", help=say("help.agreement_confused"))
    ] = False,
    csv: Annotated[bool, typer.Option("--csv", help=say("help.csv"))] = False,
    json: Annotated[bool, typer.Option("--json", help=say("help.json"))] = False,
) -> None:
    """Show how far coders agree."""
    from icmo.agreement import agreement_in_words, agreement_table, confusion_table, pair_table
    from icmo.project import Project

    chosen = [name.strip() for name in coders.split(",")] if coders else None
    with Project.open(project) as opened:
        tags, documents = opened.tags(), opened.documents()
        counted = unit in ("turn", "sentence", "paragraph")
        units = opened.units(unit) if counted else None  # type: ignore[attr-defined]
        labels = opened.codebook.labels(opened.language)
    if confused:
        table = confusion_table(tags, documents, by, chosen, finished=finished)
    elif pairs:
        table = pair_table(tags, documents, units, by, unit, finished=finished)
    else:
        table = agreement_table(tags, documents, units, by, unit, chosen, finished=finished)
    if csv:
        print(table.to_csv(index=False), end="")
    elif json:
        print(table.to_json(orient="records", force_ascii=False))
    else:
        print(table.to_string(index=False) if confused else agreement_in_words(table, labels))


def _has_screen() -> bool:
    return sys.platform in ("win32", "darwin") or bool(
        os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY")
    )


def _is_root() -> bool:
    return hasattr(os, "geteuid") and os.geteuid() == 0


def main() -> None:
    """Run the command; what the evaluator can mend becomes one sentence, never a traceback."""
    try:
        app()
    except Error as error:
        print(say("cli.error", problem=error), file=sys.stderr)
        sys.exit(1)
