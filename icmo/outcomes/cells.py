"""Cells of tables: counted, filled in, summed, hidden where small, and told by which rules they were made."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import numpy as np
import pandas as pd

from icmo._strings import did_you_mean, say
from icmo.outcomes.columns import month_name, month_number
from icmo.outcomes.counting import NEVER, Wish
from icmo.outcomes.errors import OutcomeError
from icmo.outcomes.hiding import hide_small

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from numpy.typing import NDArray

    from icmo.outcomes.months import Months
    from icmo.outcomes.rules import RuleSet

    By = str | Sequence[str]


def chosen_groups(by: By, known: tuple[str, ...]) -> tuple[str, ...]:
    """Return what persons are grouped by, all of it known."""
    groups = (by,) if isinstance(by, str) else tuple(by)
    for one in groups:
        if one not in known:
            raise OutcomeError(
                say("outcomes.by", by=one, known=", ".join(known)) + did_you_mean(one, known)
            )
    return groups


def month_asked(text: str) -> int:
    """Return the number of a month that was asked for."""
    try:
        return month_number(text)
    except ValueError:
        raise OutcomeError(say("outcomes.month", month=text)) from None


def wish_of(
    ready: Months,
    rules: RuleSet,
    groups: tuple[str, ...],
    at: str | None,
    end: str | None,
    since: str | None = None,
) -> Wish:
    """Return what is to be counted."""
    counted = tuple(one for one in groups if one != "month")
    then = ready.last if at is None else month_asked(at)
    began = ready.first if since is None else month_asked(since)
    return Wish(rules, counted, then, NEVER if end is None else month_asked(end), began)


def at_only(wish: Wish) -> Wish:
    """Return the same wish for its last month alone."""
    return Wish(wish.rules, wish.by, wish.at, wish.end, wish.at)


def added_up(steps: pd.DataFrame, wish: Wish) -> pd.DataFrame:
    """Add up who came and went, month by month; a group begins with its first who entered."""
    keys = [column for column in steps.columns if column not in ("month", "persons")]
    upto = steps[steps["month"] <= wish.at]
    # Steps before the first month shown are standing there already.
    wide = upto.assign(month=upto["month"].clip(lower=wish.since)).pivot_table(
        index=keys, columns="month", values="persons", aggfunc="sum", fill_value=0
    )
    grid = wide.reindex(columns=range(wish.since, wish.at + 1), fill_value=0).cumsum(axis=1)
    grid.columns.name = "month"
    return grid.reset_index().melt(keys, value_name="persons").astype({"persons": "int64"})


def filled_cells(
    cells: pd.DataFrame, groups: Sequence[str], orders: Mapping[str, Sequence[Any]]
) -> pd.DataFrame:
    """Return the cells in order, with nought where nobody is."""
    sides = _sides(cells, groups, orders)
    shape = tuple(len(values) for values in sides.values())
    persons = np.zeros(shape, dtype=np.int64)
    np.add.at(persons.reshape(-1), _places(cells, sides), cells["persons"].to_numpy(np.int64))
    columns: dict[str, Any] = {
        name: values.take(where.reshape(-1))
        for (name, values), where in zip(sides.items(), np.indices(shape), strict=True)
    }
    return pd.DataFrame(columns | {"persons": persons.reshape(-1)})


def ordered_cells(
    table: pd.DataFrame, groups: Sequence[str], orders: Mapping[str, Sequence[Any]]
) -> pd.DataFrame:
    """Return the rows in the order of their sides, which come first."""
    sides = _sides(table, groups, orders)
    others = [column for column in table.columns if column not in sides]
    order = np.argsort(_places(table, sides), kind="stable")
    return table[[*sides, *others]].iloc[order].reset_index(drop=True)


def _sides(
    cells: pd.DataFrame, groups: Sequence[str], orders: Mapping[str, Sequence[Any]]
) -> dict[str, pd.Index[Any]]:
    """Return what stands along each side, in order."""
    known = {group: sorted(set(cells[group])) for group in groups} | dict(orders)
    return {name: pd.Index(list(values)) for name, values in known.items()}


def _places(cells: pd.DataFrame, sides: Mapping[str, pd.Index[Any]]) -> NDArray[np.int64]:
    """Return where each row stands among all cells, counted along one side after the other."""
    along = [values.get_indexer(pd.Index(cells[name])) for name, values in sides.items()]
    shape = tuple(len(values) for values in sides.values())
    return np.ravel_multi_index(tuple(along), shape).astype(np.int64)


def shared_cells(
    cells: pd.DataFrame,
    groups: Sequence[str],
    side: str,
    values: Sequence[Any],
    smallest: int,
    apart: Sequence[str] = (),
) -> pd.DataFrame:
    """Return cells with n, share and what is hidden; along the sides `apart` nothing is ever summed."""
    filled = filled_cells(cells, groups, {side: values})
    filled["hidden"] = False
    summed = [group for group in groups if group not in apart]
    lots = [one for one in groups if one in apart]
    pieces = filled.groupby(lots, sort=False).indices.values() if lots else [np.arange(len(filled))]
    hidden = filled["hidden"].to_numpy(copy=True)
    for piece in pieces:
        hidden[piece] = hide_small(filled.iloc[piece], [*summed, side], smallest)
    return shares(filled.assign(hidden=hidden), groups, smallest)


def shares(table: pd.DataFrame, within: Sequence[str], smallest: int) -> pd.DataFrame:
    """Write n and shares, and take away what is hidden: persons and share, and n where it is small."""
    persons = table["persons"].astype("float64")
    totals = (
        table.groupby(list(within), sort=False, dropna=False)["persons"].transform("sum")
        if within
        else pd.Series(table["persons"].sum(), index=table.index)
    ).astype("float64")
    few = _few_totals(table, within, totals, smallest)
    hidden = table["hidden"].astype("bool") | few
    parts = persons / totals.where(totals > 0)
    written = table.drop(columns=["persons", "hidden"])
    written["persons"] = persons.where(~hidden)
    written["n"] = totals.where(~few)
    written["share"] = parts.where(~hidden)
    written["suppressed"] = hidden.to_numpy()
    return written


def _few_totals(
    table: pd.DataFrame, within: Sequence[str], totals: pd.Series[Any], smallest: int
) -> pd.Series[Any]:
    """Return where n itself is too small to show, or would give another such n away."""
    if not ((totals > 0) & (totals < smallest)).any():
        return pd.Series(False, index=table.index)
    if not within:
        return pd.Series((totals > 0) & (totals < smallest), index=table.index)
    groups = table.assign(_n=totals.astype("int64"))[[*within, "_n"]].drop_duplicates(list(within))
    groups["_few"] = hide_small(groups, list(within), smallest, "_n")
    merged = table[list(within)].merge(groups[[*within, "_few"]], on=list(within), how="left")
    return pd.Series(merged["_few"].to_numpy(bool), index=table.index)


def with_sums(table: pd.DataFrame, groups: Sequence[str]) -> pd.DataFrame:
    """Add the rows "1+2" and "all" to each group."""
    keys = list(groups)
    working = table[table["goal"].isin(("1", "2"))].assign(goal="1+2")
    whole = table.drop_duplicates(keys) if keys else table.head(1)
    whole = whole.assign(goal="all", persons=whole["n"], suppressed=whole["n"].isna())
    whole["share"] = (whole["persons"] / whole["persons"].where(whole["persons"] > 0)).astype(
        "float64"
    )
    both = working.groupby([*keys, "goal"], sort=False).agg(
        {"persons": "sum", "n": "first", "share": "sum", "suppressed": "any"}
    )
    both.loc[both["suppressed"], ["persons", "share"]] = np.nan
    every = pd.concat([table, both.reset_index(), whole], ignore_index=True)
    goals = sorted(set(table["goal"]) - {"none"})
    place = {goal: number for number, goal in enumerate([*goals, "none", "1+2", "all"])}
    order = every["goal"].map(place)
    every = every.assign(_order=order).sort_values([*keys, "_order"], kind="stable")
    return every.drop(columns="_order").reset_index(drop=True)


def with_agreed(
    table: pd.DataFrame, groups: Sequence[str], agreed: Mapping[str, int] | int | None
) -> pd.DataFrame:
    """Write what was agreed beside what was reached."""
    if agreed is None:
        return table
    if isinstance(agreed, int):
        if {"case", "category"} & set(groups):
            raise OutcomeError(say("outcomes.agreed"))
        numbers = pd.Series(float(agreed), index=table.index)
    else:
        if "category" in groups:
            raise OutcomeError(say("outcomes.agreed"))
        known = {str(case): float(number) for case, number in agreed.items()}
        numbers = (
            table["case"].map(known)
            if "case" in groups
            else pd.Series(sum(known.values()), index=table.index)
        )
    return table.assign(agreed=numbers.astype("float64"), of_agreed=table["persons"] / numbers)


def status_names(rules: RuleSet, cells: pd.DataFrame, column: str = "status") -> list[str]:
    """Return the statuses in the order of the rules; unknown last, where there are any."""
    unknown = ["unknown"] if "unknown" in set(cells[column]) else []
    return [*(name for name, _ in rules.statuses), *unknown]


def finished(table: pd.DataFrame, ready: Months, wish: Wish, smallest: int) -> pd.DataFrame:
    """Write into a table by which rules and of what it is counted."""
    told = table.reset_index(drop=True).assign(rules=wish.rules.name)
    told["rules"] = told["rules"].astype("str")
    told.attrs["outcomes"] = {
        "rules": wish.rules,
        "at": month_name(wish.at),
        "end": month_name(wish.end) if wish.end <= wish.at else "",
        "smallest": smallest,
        "left_out": dict(ready.left_out),
    }
    return told
