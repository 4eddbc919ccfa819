"""Numbers, shares, dates and counts as words of the report, the same in prose, tables and figures."""

from __future__ import annotations

import math
import os
from dataclasses import dataclass, field
from datetime import date
from decimal import ROUND_HALF_UP, Decimal
from typing import TYPE_CHECKING, Any

from icmo._strings import LANGUAGES, STRINGS, did_you_mean, say
from icmo._strings import language as spoken
from icmo.report.exhibits.material import material_of
from icmo.report.exhibits.records import ExhibitError

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    import pandas as pd

    from icmo.project import Project

#: What tells a chapter that is run for a report which language the report is in.
SPOKEN = "ICMO_REPORT_LANGUAGE"
#: How cases are called in a report: by their labels, by letters, or not at all.
CASES = ("labels", "letters", "none")
#: A whole number of four figures in a cell may be a year.
_GROUPED_FROM = 10_000
_GAP = "\u00a0"  # a number and its unit stay on one line


@dataclass
class _Manner:
    """How the chapter of this kernel speaks."""

    language: str = ""
    own: str = ""
    cases: str = "labels"
    called: tuple[str, str] | None = None
    names: Mapping[str, str] = field(default_factory=dict)


_MANNER = _Manner()


def speak(
    language: str,
    cases: str,
    called: tuple[str, str] | None = None,
    project: Project | None = None,
) -> None:
    """Speak so from here on; `begin` is how a chapter says it."""
    if cases not in CASES:
        raise ExhibitError(
            say("exhibit.cases", cases=cases, known=", ".join(CASES)) + did_you_mean(cases, CASES)
        )
    if language and language not in LANGUAGES:
        raise ExhibitError(say("exhibit.language", language=language, known=", ".join(LANGUAGES)))
    _MANNER.language, _MANNER.cases, _MANNER.called = language, cases, called
    _MANNER.own = project.language if project is not None else ""
    _MANNER.names = case_names(project) if project is not None else {}


def language_of(language: str | None = None, project: Project | None = None) -> str:
    """Return the language to speak: what was said, else the chapter's, the report's, the project's."""
    own = project.language if project is not None else _MANNER.own
    return language or _MANNER.language or os.environ.get(SPOKEN, "") or own or spoken()


def case_names(project: Project) -> dict[str, str]:
    """Return what the report calls each case."""
    cases = material_of(project).cases
    if _MANNER.cases == "none":
        return dict.fromkeys(cases["case"], "")
    if _MANNER.cases == "labels":
        return dict(zip(cases["case"], cases["label"], strict=True))
    tongue = language_of(None, project)
    return {
        case: f"{case_noun(tongue).capitalize()} {_letters(place)}"
        for place, case in enumerate(cases["case"])
    }


def known_names(labels: Mapping[str, str] | None = None) -> dict[str, str]:
    """Return what to call what stands in a frame: the cases as the chapter calls them, and `labels`."""
    return {**_MANNER.names, **(labels or {})}


def case_noun(language: str | None = None, *, several: bool = False) -> str:
    """Return what a case is called in this report: a municipality, when nothing else is said."""
    one, more = _MANNER.called or ("", "")
    key = "word.cases" if several else "word.case"
    return (more if several else one) or say(key, language_of(language))


def _letters(place: int) -> str:
    return (_letters(place // 26 - 1) if place >= 26 else "") + chr(ord("A") + place % 26)  # noqa: PLR2004 - the alphabet


def number(value: float, digits: int | None = None, language: str | None = None) -> str:
    """Write a number: `1.234,5` in Danish, `1,234.5` in English; what is hidden is said so.

    Args:
        value: the number; not a number is what was hidden.
        digits: how many decimals; as many as there are, two at most, when not said.
        language: da or en.
    """
    tongue = language_of(language)
    if _hidden(value):
        return say("format.hidden", tongue)
    places = 2 if digits is None else digits
    # Nine places first: what a computer calls 28.499999999999996 is 28.5 to whoever reads it.
    exact = Decimal(str(round(float(value), 9) if not isinstance(value, int) else value))
    rounded = exact.quantize(Decimal(1).scaleb(-places), ROUND_HALF_UP)
    written = f"{abs(rounded):,f}"
    if digits is None and "." in written:
        written = written.rstrip("0").rstrip(".")
    if tongue == "da":
        written = written.translate(str.maketrans(",.", ".,"))
    return f"−{written}" if rounded < 0 else written


def percent(share: float, digits: int = 0, language: str | None = None) -> str:
    """Write a share (0.42) as per cent (`42 %`), rounded as the figures round it."""
    tongue = language_of(language)
    if _hidden(share):
        return say("format.hidden", tongue)
    written = number(float(share) * 100, digits, tongue)
    return say("outcome.percent", tongue, share=written).replace(" ", _GAP)


def points(change: float, language: str | None = None) -> str:
    """Write a change in percentage points."""
    tongue = language_of(language)
    if _hidden(change):
        return say("format.hidden", tongue)
    key = "format.point" if abs(round(float(change))) == 1 else "format.points"
    return say(key, tongue, change=number(change, 0, tongue))


def count(how_many: float, noun: str, language: str | None = None) -> str:
    """Write how many of what: `3 passager`, `1 passage`."""
    tongue = language_of(language)
    if f"noun.{noun}" not in STRINGS:
        known = [key.removeprefix("noun.") for key in STRINGS if key.startswith("noun.")]
        known = [one for one in known if not one.endswith(".one")]
        raise ExhibitError(
            say("format.noun", noun=noun, known=", ".join(known)) + did_you_mean(noun, known)
        )
    one = "" if _hidden(how_many) or how_many != 1 else ".one"
    if noun == "case":
        return f"{number(how_many, language=tongue)} {case_noun(tongue, several=not one)}"
    return say(f"noun.{noun}{one}", tongue, number=number(how_many, language=tongue))


def count_of(some: float, every: float, noun: str, language: str | None = None) -> str:
    """Write how many of how many: `3 af 8 kommuner`."""
    tongue = language_of(language)
    return say(
        "format.of",
        tongue,
        some=number(some, language=tongue),
        every=count(every, noun, tongue),
    )


def listing(items: Iterable[object], language: str | None = None) -> str:
    """Write several things one after the other: `a, b og c`."""
    names = [str(item) for item in items]
    if len(names) < 2:  # noqa: PLR2004 - one stands alone
        return "".join(names)
    joined = say("word.and", language_of(language))
    return f"{', '.join(names[:-1])} {joined} {names[-1]}"


def day(written: str | date, language: str | None = None) -> str:
    """Write a day as a report does: `1. november 2022`."""
    tongue = language_of(language)
    when = written if isinstance(written, date) else date.fromisoformat(str(written)[:10])
    month = say("date.months", tongue).split()[when.month - 1]
    return say("date.written", tongue, day=when.day, month=month, year=when.year)


def value(table: pd.DataFrame, column: str, row: Any = None, **where: Any) -> Any:
    """Return the one cell of a table that a sentence speaks of.

    Args:
        table: the frame that the figure or the table beside the sentence is made of.
        column: the column of the cell.
        row: the name of its row, where the rows have names.
        where: what other columns hold in its row, such as `group="1"`.

    Raises:
        ExhibitError: there is no such column, no such row, or more than one.
    """
    chosen = table if row is None else table[table.index == row]
    for name, wanted in where.items():
        if name not in table.columns:
            raise ExhibitError(_no_column(name, table))
        chosen = chosen[chosen[name] == wanted]
    if column not in table.columns:
        raise ExhibitError(_no_column(column, table))
    if len(chosen) != 1:
        asked = ", ".join(
            [
                *([str(row)] if row is not None else []),
                *(f"{key} = {one}" for key, one in where.items()),
            ]
        )
        raise ExhibitError(say("format.cell", asked=asked or "–", rows=len(chosen)))
    return chosen[column].iloc[0]


def _no_column(name: str, table: pd.DataFrame) -> str:
    known = [str(column) for column in table.columns]
    return say("format.column", name=name, known=", ".join(known)) + did_you_mean(name, known)


def cell_text(cell: Any, language: str | None = None) -> str:
    """Write what stands in a cell of a table."""
    if cell is None or (isinstance(cell, float) and math.isnan(cell)):
        return ""
    if isinstance(cell, bool):
        return say("format.yes" if cell else "format.no", language_of(language))
    if hasattr(cell, "dtype") and getattr(cell.dtype, "kind", "") in "iuf":
        cell = cell.item()
    if isinstance(cell, int) and abs(cell) < _GROUPED_FROM:
        return str(cell).replace("-", "−")
    if isinstance(cell, int | float):
        return "" if isinstance(cell, float) and math.isnan(cell) else number(cell, None, language)
    if isinstance(cell, tuple | list):
        return ", ".join(str(one) for one in cell)
    return str(cell)


def _hidden(number_: Any) -> bool:
    return number_ is None or (isinstance(number_, float) and math.isnan(number_))
