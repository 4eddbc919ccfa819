"""Outcomes in words: titles, labels, notes, and the alternative text of each figure."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING, Any

from icmo._strings import STRINGS, language, say

if TYPE_CHECKING:
    from collections.abc import Mapping

    import pandas as pd

#: Each figure's notes, in the order they stand under it.
_NOTES = {
    3: ("day",),
    4: ("day", "after"),
    5: ("whole",),
    7: ("day",),
    8: ("day", "after"),
    9: ("point",),
    10: ("point",),
}


def label(
    name: str, in_language: str | None = None, labels: Mapping[str, str] | None = None
) -> str:
    """Return what to call a goal, a status, a kind of sustained work, or what people call it themselves."""
    if labels and name in labels:
        return labels[name]
    for key in (f"outcome_name.{name}", f"outcome_name.goal_{name.replace('+', '_')}"):
        if key in STRINGS:
            return say(key, in_language)
    return say("outcome_name.goal", in_language, goal=name) if name.isdigit() else name


def percent(share: float, in_language: str | None = None) -> str:
    """Return a share in whole per cent, half a per cent rounded up; an asterisk where it is hidden."""
    if math.isnan(share):
        return "*"
    return say("outcome.percent", in_language, share=str(int(share * 100 + 0.5 + 1e-9)))


def whole(number: float) -> str:
    """Return a number of persons; an asterisk where it is hidden."""
    return "*" if math.isnan(number) else f"{number:.0f}"


def title(table: pd.DataFrame, in_language: str | None = None) -> str:
    """Return a figure's title."""
    told = table.attrs["outcomes"]
    return say(
        f"figure.title_{told['figure']}",
        in_language,
        at=told["at"],
        category=told["category"],
    )


def notes(table: pd.DataFrame, in_language: str | None = None) -> str:
    """Return what must be known to read a figure or a table: n, rules, period, what is hidden."""
    tongue = in_language or language()
    told: Mapping[str, Any] = table.attrs["outcomes"]
    lines = []
    if "persons" in told:
        lines.append(say("figure.n", tongue, persons=told["persons"]))
    lines += [say(f"figure.note_{note}", tongue) for note in _NOTES.get(told.get("figure", 0), ())]
    lines.append(told["rules"].sentence(tongue))
    lines.append(say("outcome.at", tongue, at=told["at"]))
    if told["end"]:
        lines.append(say("outcome.until", tongue, end=told["end"]))
    if "suppressed" in table and table["suppressed"].any():
        lines.append(say("outcome.hidden", tongue, smallest=told["smallest"]))
    if told["left_out"].get("persons"):
        lines.append(say("outcome.left_out", tongue, **told["left_out"]))
    return " ".join(lines)


def describe_figure(
    table: pd.DataFrame, language: str | None = None, labels: Mapping[str, str] | None = None
) -> str:
    """Write a figure in words, for those who cannot see it: every number in it, and its notes."""
    said = []
    for group, rows in table.groupby("group", sort=False):
        name = label(str(group), language, labels)
        n = whole(rows["n"].iloc[0])
        shares = [
            " ".join(
                filter(
                    None,
                    [
                        label(row["part"], language, labels) if row["part"] else "",
                        percent(row["share"], language),
                    ],
                )
            )
            for row in rows.to_dict("records")
        ]
        said.append(f"{name} (n = {n}): {', '.join(shares)}.")
    return " ".join([title(table, language) + ":", *said, notes(table, language)])


def describe_course(table: pd.DataFrame, language: str | None = None) -> str:
    """Write the accumulated goals in words: where each began, stood highest, and ended."""
    months = list(dict.fromkeys(table["month"]))
    head = say("course.described", language, first=months[0], last=months[-1])
    said = []
    for goal in _goals(table):
        shares = table[table["goal"] == goal].set_index("month")["share"]
        highest = shares.idxmax() if shares.notna().any() else months[-1]
        said.append(
            say(
                "course.goal",
                language,
                goal=label(goal, language),
                highest=percent(shares.get(highest, math.nan), language),
                month=highest,
                last=percent(shares.iloc[-1], language),
            )
        )
    return " ".join([head, *said, notes(table, language)])


def _goals(table: pd.DataFrame) -> list[str]:
    return [goal for goal in dict.fromkeys(table["goal"]) if goal not in ("none", "all", "1+2")]


def describe_flow(table: pd.DataFrame, language: str | None = None) -> str:
    """Write paths in words: at each step, the largest ways from one to the other."""
    said = []
    for step, rows in table.groupby("step", sort=True):
        shown = rows[rows["persons"] > 0].sort_values("persons", ascending=False, kind="stable")
        ways = [
            say(
                "flow.way",
                language,
                source=label(row["source"], language),
                target=label(row["target"], language),
                persons=whole(row["persons"]),
                share=percent(row["share"], language),
            )
            for row in shown.to_dict("records")[:5]
        ]
        said.append(say(f"flow.step_{step}", language) + ": " + "; ".join(ways) + ".")
    return " ".join([say("flow.title", language) + ".", *said, notes(table, language)])
