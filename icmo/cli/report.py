"""Commands for the report: lay its chapters out, build it, look it through."""

from __future__ import annotations

import sys
from typing import Annotated

import typer

from icmo._strings import say
from icmo.cli.options import AsCsv, AsJson, KeyPath, ProjectPath, report_app
from icmo.cli.people import open_key

_ReportLanguage = Annotated[str, typer.Option(help=say("help.report_language"), show_default=False)]


@report_app.command("new", help=say("help.report_new"), epilog="icmo report new kib.icmo")
def report_new(
    project: ProjectPath,
    language: _ReportLanguage = "",
    title: Annotated[str, typer.Option(help=say("help.report_title"), show_default=False)] = "",
) -> None:
    """Lay out the chapters of a report beside a project."""
    from icmo.report import new_report

    for path, fresh in new_report(project, language, title):
        print(say("report.laid_out" if fresh else "report.kept", path=path))
    print(say("report.next", project=project))


@report_app.command(
    "build",
    help=say("help.report_build"),
    epilog="icmo report build icmo-demo/kib.icmo --to pdf,html,docx --language da",
)
def report_build(
    project: ProjectPath,
    to: Annotated[str, typer.Option(help=say("help.report_to"))] = "pdf",
    language: _ReportLanguage = "",
    code: Annotated[bool, typer.Option("--code", help=say("help.report_code"))] = False,
    afresh: Annotated[bool, typer.Option("--afresh", help=say("help.report_afresh"))] = False,
    key: KeyPath = None,
) -> None:
    """Run the chapters beside a project and write the report, unless it names someone."""
    from icmo.documents.pseudonyms import what_was_checked
    from icmo.report import build_report

    def told(sentence: str) -> None:
        print(sentence, file=sys.stderr, flush=True)

    opened = open_key(key)
    forms = [form.strip() for form in to.split(",") if form.strip()]
    for path in build_report(
        project, opened, to=forms, language=language, code=code, afresh=afresh, told=told
    ):
        print(say("cli.report", path=path))
    print(what_was_checked(opened))


@report_app.command(
    "check", help=say("help.report_check"), epilog="icmo report check icmo-demo/kib.icmo"
)
def report_check(
    project: ProjectPath, key: KeyPath = None, csv: AsCsv = False, json: AsJson = False
) -> None:
    """Look a report through for what is to be mended; the exit code is 1 where there is anything."""
    from icmo.documents.pseudonyms import what_was_checked
    from icmo.report import check_report

    def told(sentence: str) -> None:
        print(sentence, file=sys.stderr, flush=True)

    opened = open_key(key)
    found = check_report(project, opened, told=told)
    if csv:
        print(found.to_csv(index=False), end="")
    elif json:
        print(found.to_json(orient="records", force_ascii=False))
    else:
        for row in found.to_dict("records"):
            key_of = "cli.finding" if row["notebook"] else "cli.finding_of_project"
            print(say(key_of, **{name: row[name] for name in ("notebook", "cell", "what", "mend")}))
        print(say("cli.findings", count=len(found)) if len(found) else say("cli.no_findings"))
        print(what_was_checked(opened))
    if len(found):
        raise typer.Exit(1)
