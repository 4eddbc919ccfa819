"""Commands that put things into a project: new, add, merge."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from icmo._progress import watched
from icmo._strings import say
from icmo.cli.options import AsCsv, CoderName, Language, ProjectPath, app
from icmo.cli.people import repair_document


@app.command(help=say("help.new"), epilog="icmo new kib --codebook kib")
def new(
    path: Annotated[Path, typer.Argument(help=say("help.new_path"), show_default=False)],
    codebook: Annotated[str, typer.Option(help=say("help.new_codebook"), show_default=False)],
    language: Language = "",
) -> None:
    """Make a project file."""
    from icmo.codebook import Codebook
    from icmo.project import Project

    file = path if path.suffix == ".icmo" else path.with_name(f"{path.name}.icmo")
    Project.create(file, Codebook.load(codebook), language=language or "da").close()
    print(say("cli.made_project", path=file))
    print(say("cli.next_add", path=file))


@app.command(
    help=say("help.add"),
    epilog="icmo add kib.icmo transcripts/ --attributes documents.csv --coder anna",
)
def add(
    project: ProjectPath,
    files: Annotated[
        list[Path] | None, typer.Argument(help=say("help.files"), show_default=False)
    ] = None,
    attributes: Annotated[
        Path | None, typer.Option(help=say("help.attributes"), show_default=False)
    ] = None,
    cases: Annotated[Path | None, typer.Option(help=say("help.cases"), show_default=False)] = None,
    questions: Annotated[
        Path | None, typer.Option(help=say("help.questions"), show_default=False)
    ] = None,
    repair: Annotated[bool, typer.Option("--repair", help=say("help.add_repair"))] = False,
    repair_all: Annotated[
        float | None, typer.Option(min=0, max=1, help=say("help.repair_all"), show_default=False)
    ] = None,
    coder: CoderName = "",
) -> None:
    """Put transcripts into a project, and what is known of cases and questions."""
    from icmo.project import Project

    if not (files or cases or questions):
        raise typer.BadParameter(say("cli.nothing_to_add"))
    with Project.open(project, coder=coder or None) as opened:
        if files:
            added = opened.import_documents(files, attributes)
            for remark in opened.remarks:
                print(f"  {remark}")
            print(say("cli.added", count=len(added), path=project))
            if repair or repair_all is not None:
                for document in watched(added["document"].tolist(), say("progress.repair")):
                    proposals = opened.repair_proposals(document)
                    repair_document(opened, document, proposals, repair_all)
        if cases:
            known = opened.import_cases(cases)
            print(say("cli.added_cases", count=len(known), path=project))
        if questions:
            asked = opened.import_questions(questions)
            print(say("cli.added_questions", count=len(asked), path=project))


@app.command(help=say("help.merge"), epilog="icmo merge kib.icmo kib-bo.icmo --coder anna")
def merge(
    project: ProjectPath,
    other: Annotated[Path, typer.Argument(help=say("help.merge_other"), show_default=False)],
    coder: CoderName = "",
    csv: AsCsv = False,
) -> None:
    """Take into a project what another copy of it has."""
    from icmo.documents.pseudonyms import check_export, refuse_breaches
    from icmo.project import Project
    from icmo.project.merging import report_sentences

    with Project.open(project, coder=coder or None) as opened:
        report = opened.merge(other)
    if csv:
        written = report.to_csv(index=False)
        refuse_breaches(check_export({str(project): written}))
        print(written, end="")
        return
    for sentence in report_sentences(report):
        print(sentence)
