"""Commands for numbers: outcomes over time, and what staff answered."""

from __future__ import annotations

from contextlib import nullcontext
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from icmo._strings import say
from icmo.cli.options import AsCsv, AsJson, app

if TYPE_CHECKING:
    import pandas as pd

    from icmo.outcomes import Months

_TABLES = ("attainment", "sustained", "status", "transition", "flow", "cases", "check")
_PICTURES = (".svg", ".pdf", ".png")


@app.command(
    "outcomes",
    help=say("help.outcomes"),
    epilog="icmo outcomes months.csv.gz --end 2022-12 --by case",
)
def outcomes(
    months: Annotated[Path, typer.Argument(metavar="MONTHS", help=say("help.outcomes_months"))],
    table: Annotated[str, typer.Option(help=say("help.outcomes_table"))] = "attainment",
    by: Annotated[str, typer.Option(help=say("help.outcomes_by"), show_default=False)] = "",
    at: Annotated[str, typer.Option(help=say("help.outcomes_at"), show_default=False)] = "",
    end: Annotated[str, typer.Option(help=say("help.outcomes_end"), show_default=False)] = "",
    current: Annotated[bool, typer.Option("--current", help=say("help.outcomes_current"))] = False,
    rules: Annotated[str, typer.Option(help=say("help.outcomes_rules"))] = "hours",
    codes: Annotated[
        Path | None, typer.Option(help=say("help.outcomes_codes"), show_default=False)
    ] = None,
    hours: Annotated[
        Path | None, typer.Option(help=say("help.outcomes_hours"), show_default=False)
    ] = None,
    agreed: Annotated[
        Path | None, typer.Option(help=say("help.outcomes_agreed"), show_default=False)
    ] = None,
    figure: Annotated[int, typer.Option(help=say("help.outcomes_figure"), show_default=False)] = 0,
    to: Annotated[Path | None, typer.Option(help=say("help.matrix_to"), show_default=False)] = None,
    smallest: Annotated[
        int | None, typer.Option(help=say("help.outcomes_smallest"), show_default=False)
    ] = None,
    project: Annotated[
        Path | None, typer.Option(help=say("help.outcomes_project"), show_default=False)
    ] = None,
    without_wrong: Annotated[
        bool, typer.Option("--without-wrong", help=say("help.outcomes_without"))
    ] = False,
    scheduler: Annotated[
        str, typer.Option(help=say("help.outcomes_scheduler"), show_default=False)
    ] = "",
    csv: AsCsv = False,
    json: AsJson = False,
) -> None:
    """Count goals, sustained work and status from a table of months."""
    from icmo.outcomes import OutcomeError, cluster_at, read_months, read_weeks

    if hours and not codes:
        raise OutcomeError(say("weeks.hours_alone"))
    if table not in _TABLES:
        raise OutcomeError(say("cli.table", table=table, known=", ".join(_TABLES)))
    source = read_weeks(months, codes, hours) if codes else months
    ready = read_months(source, without_wrong=without_wrong)
    if table == "check":
        _said(ready)
        return
    fewest = _smallest(smallest, project)
    shared: dict[str, Any] = {"rules": rules, "smallest": fewest, "at": at or None}
    with cluster_at(scheduler) if scheduler else nullcontext() as executor:
        shared["executor"] = executor
        if figure:
            from icmo.outcomes import figure_table

            counted = figure_table(figure, ready, end=end or None, **shared)
        else:
            counted = _counted(table, ready, by, end or None, current, agreed, shared)
    _shown(counted, table, figure, to, csv=csv, json=json)


def _counted(
    table: str,
    months: Months,
    by: str,
    end: str | None,
    current: bool,
    agreed: Path | None,
    shared: dict[str, Any],
) -> pd.DataFrame:
    from icmo import outcomes as counting

    groups = [name.strip() for name in by.split(",") if name.strip()]
    if table == "attainment":
        measure = "current" if current else "accumulated"
        numbers = _agreed(agreed) if agreed else None
        return counting.attainment_table(
            months, groups, end=end, measure=measure, agreed=numbers, **shared
        )
    if table == "sustained":
        return counting.sustained_table(months, groups, end=end, **shared)
    if table == "status":
        return counting.status_table(months, groups, **shared)
    if table == "transition":
        return counting.transition_table(months, by=groups, **shared)
    if table == "flow":
        return counting.flow_table(months, end=end, **shared)
    return counting.case_table(months, end=end, **shared)


def _smallest(asked: int | None, project: Path | None) -> int:
    """Return the smallest number shown: as asked, as the project decided, or the usual."""
    from icmo.outcomes import SMALLEST

    if asked is not None:
        return asked
    if project is None:
        return SMALLEST
    from icmo.project import Project

    with Project.open(project) as opened:
        return opened.thresholds()["persons"]


def _agreed(path: Path) -> dict[str, int]:
    """Return the agreed number of each case, from the column agreed_number of a file of cases."""
    from icmo.cases import read_cases

    return {
        case.case: int(case.attributes["agreed_number"])
        for case in read_cases(path)
        if case.attributes.get("agreed_number", "").isdecimal()
    }


def _said(months: Months) -> None:
    """Say what was found in a table of months."""
    from icmo.outcomes.checking import period, summary

    words = say(
        "cli.months",
        persons=months.persons,
        rows=months.rows,
        period=period(months.first, months.last),
    )
    print(words)
    if len(months.problems):
        print(summary(months.problems))
    if months.left_out["persons"]:
        print(say("outcome.left_out", **months.left_out))


def _shown(
    counted: pd.DataFrame, table: str, figure: int, to: Path | None, *, csv: bool, json: bool
) -> None:
    from icmo.outcomes import notes

    if to is not None and to.suffix in _PICTURES:
        _draw(counted, table, figure, to)
        print(say("cli.written", path=to))
    elif to is not None:
        _write(counted, to)
        print(say("cli.written", path=to))
    elif csv:
        print(counted.to_csv(index=False), end="")
    elif json:
        print(counted.to_json(orient="records", force_ascii=False))
    else:
        shown = counted.drop(columns=["rules", "measure"], errors="ignore")
        print(shown.to_string(index=False, na_rep="*", float_format=lambda one: f"{one:.4g}"))
        print()
        print(notes(counted))


def _write(counted: pd.DataFrame, to: Path) -> None:
    from icmo.outcomes import OutcomeError

    if to.suffix != ".csv":
        known = ", ".join((".csv", *_PICTURES))
        raise OutcomeError(say("cli.suffix", path=to, suffixes=known))
    counted.to_csv(to, index=False, encoding="utf-8-sig")


def _draw(counted: pd.DataFrame, table: str, figure: int, to: Path) -> None:
    import matplotlib as mpl

    from icmo.demo import save_map
    from icmo.outcomes import OutcomeError, draw_course, draw_figure, draw_flow

    mpl.use("Agg")
    if figure:
        save_map(draw_figure(counted), to)
    elif table == "flow":
        save_map(draw_flow(counted), to)
    elif table == "attainment" and "month" in counted:
        save_map(draw_course(counted), to)
    else:
        raise OutcomeError(say("cli.no_picture", table=table))


@app.command("survey", help=say("help.survey"), epilog="icmo survey survey.csv --items items.csv")
def survey(
    answers: Annotated[Path, typer.Argument(metavar="ANSWERS", help=say("help.survey_answers"))],
    by: Annotated[str, typer.Option(help=say("help.survey_by"), show_default=False)] = "",
    items: Annotated[
        Path | None, typer.Option(help=say("help.survey_items"), show_default=False)
    ] = None,
    high: Annotated[str, typer.Option(help=say("help.survey_high"))] = "4,5",
    scale: Annotated[str, typer.Option(help=say("help.survey_scale"))] = "1,2,3,4,5",
    boards: Annotated[bool, typer.Option("--boards", help=say("help.survey_boards"))] = False,
    to: Annotated[Path | None, typer.Option(help=say("help.matrix_to"), show_default=False)] = None,
    smallest: Annotated[
        int | None, typer.Option(help=say("help.outcomes_smallest"), show_default=False)
    ] = None,
    project: Annotated[
        Path | None, typer.Option(help=say("help.outcomes_project"), show_default=False)
    ] = None,
    csv: AsCsv = False,
    json: AsJson = False,
) -> None:
    """Count what was answered in each wave, or the statements of boards by theme."""
    from icmo.surveys import board_table, describe_waves, wave_table

    if boards:
        counted = board_table(answers)
    else:
        groups = [name.strip() for name in by.split(",") if name.strip()]
        counted = wave_table(
            answers,
            groups,
            items=items,
            scale=_numbers(scale),
            high=_numbers(high),
            smallest=_smallest(smallest, project),
        )
    if to is not None and to.suffix in _PICTURES and not boards:
        _draw_waves(counted, to)
        print(say("cli.written", path=to))
    elif to is not None:
        _write(counted, to)
        print(say("cli.written", path=to))
    elif csv:
        print(counted.to_csv(index=False), end="")
    elif json:
        print(counted.to_json(orient="records", force_ascii=False))
    elif boards or by:
        print(counted.drop(columns="text", errors="ignore").to_string(index=False, na_rep="*"))
    else:
        print(describe_waves(counted))


def _draw_waves(counted: pd.DataFrame, to: Path) -> None:
    import matplotlib as mpl

    from icmo.demo import save_map
    from icmo.surveys import draw_waves

    mpl.use("Agg")
    save_map(draw_waves(counted), to)


def _numbers(text: str) -> list[int]:
    from icmo.surveys import SurveyError

    parts = [part.strip() for part in text.split(",")]
    if not all(part.isdecimal() for part in parts):
        raise SurveyError(say("survey.numbers", text=text))
    return [int(part) for part in parts]
