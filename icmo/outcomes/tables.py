"""Tables of what came of it: goals, sustained work, status, and the ways from one to the other."""

from __future__ import annotations

import itertools
from typing import TYPE_CHECKING, Any

import numpy as np
import pandas as pd

from icmo._strings import did_you_mean, say
from icmo.outcomes.columns import month_name, month_number
from icmo.outcomes.counting import Wish, count
from icmo.outcomes.errors import OutcomeError
from icmo.outcomes.hiding import hide_small
from icmo.outcomes.months import read_months
from icmo.outcomes.rules import read_rules

if TYPE_CHECKING:
    import os
    from collections.abc import Mapping, Sequence
    from concurrent.futures import Executor

    from icmo.outcomes.months import Months
    from icmo.outcomes.rules import RuleSet

    Source = pd.DataFrame | str | os.PathLike[str] | Months
    By = str | Sequence[str]

#: What persons may be grouped by; attainment also by month.
GROUPS = ("case", "category")
#: The threshold below which a number of persons is not shown, unless the project sets another.
SMALLEST = 5
SUSTAINED = ("full", "part", "none")


def attainment_table(
    months: Source,
    by: By = (),
    *,
    at: str | None = None,
    end: str | None = None,
    since: str | None = None,
    measure: str = "accumulated",
    agreed: Mapping[str, int] | int | None = None,
    rules: str | os.PathLike[str] | RuleSet = "hours",
    smallest: int = SMALLEST,
    executor: Executor | None = None,
) -> pd.DataFrame:
    """Count persons by the goal they have reached, each once at the best.

    Args:
        months: a frame, a csv or parquet file, a folder of them, or what `read_months` gave.
        by: case, category, month, or several of them.
        at: the month it is counted at, such as "2022-12"; the last if nothing is said.
        end: the project's last month; what happens later reaches no goal.
        since: by month, the first month shown.
        measure: "accumulated" (the best goal so far, of all who have entered) or "current" (the
            goal of the month itself, of those who are in the project that month).
        agreed: the number of participants that was agreed, for each case or in all.
        rules: "hours", "benefit", or a file of your own.
        smallest: a number of persons below this is hidden, and others with it, so that it
            cannot be worked out.
        executor: runs the counting in parts, such as `dask.distributed.Client(...).get_executor()`.

    Returns:
        A frame with the columns asked for in `by`, then goal ("1", "2", …, "none", then "1+2" and
        "all"), persons, n (of how many), share, suppressed, measure, rules, and, where it was
        agreed, agreed and of_agreed (persons per agreed participant).
    """
    ready, rule_set, groups = read_months(months), read_rules(rules), _groups(by, (*GROUPS, "month"))
    wish = _wish(ready, rule_set, groups, at, end, since)
    monthly = "month" in groups
    if measure == "current":
        wish = wish if monthly else _at_only(wish)
        cells = count(ready, "current", wish, executor)
        cells = cells if monthly else cells.drop(columns="month")
    elif measure == "accumulated":
        cells = count(ready, "course" if monthly else "attainment", wish, executor)
        cells = _added_up(cells, wish) if monthly else cells
    else:
        known = ("accumulated", "current")
        raise OutcomeError(say("outcomes.measure", measure=measure, known=", ".join(known)))
    goals = [0, *(goal for goal, _ in rule_set.goals)]
    if monthly:
        cells["month"] = cells["month"].map(month_name)
    table = _shared(cells, groups, "goal", goals, smallest, apart=("month",))
    table["goal"] = table["goal"].astype("str").replace("0", "none")
    table = _with_sums(table, groups)
    table["measure"] = measure
    return _finished(_with_agreed(table, groups, agreed), ready, wish, smallest)


def sustained_table(
    months: Source,
    by: By = (),
    *,
    at: str | None = None,
    end: str | None = None,
    rules: str | os.PathLike[str] | RuleSet = "hours",
    smallest: int = SMALLEST,
    executor: Executor | None = None,
) -> pd.DataFrame:
    """Count persons in sustained work at a date, among those of each goal.

    Args: as `attainment_table`; the rules say how many months of how many, and what is full.

    Returns:
        A frame with `by`, goal ("1", …, "none", and "all"), sustained (full, part, none), persons,
        n (of that goal), share, suppressed, rules.
    """
    ready, rule_set, groups = read_months(months), read_rules(rules), _groups(by, GROUPS)
    wish = _wish(ready, rule_set, groups, at, end)
    cells = count(ready, "sustained", wish, executor)
    cells["goal"] = cells["goal"].astype("str").replace("0", "none")
    goals = [*(str(goal) for goal, _ in rule_set.goals), "none"]
    cells = _filled(cells, groups, {"goal": goals, "sustained": SUSTAINED})
    hidden = hide_small(cells, [*groups, "goal", "sustained"], smallest)
    keys = [*groups, "sustained"]
    every = cells.assign(hidden=hidden).groupby(keys, sort=False)["persons"].sum().reset_index()
    table = pd.concat([cells.assign(hidden=hidden), every.assign(goal="all", hidden=False)])
    table.loc[table["goal"] == "all", "hidden"] = hide_small(every, keys, smallest)
    table = _ordered(table, groups, {"goal": [*goals, "all"], "sustained": SUSTAINED})
    return _finished(shares(table, [*groups, "goal"], smallest), ready, wish, smallest)


def status_table(
    months: Source,
    by: By = (),
    *,
    at: str | None = None,
    rules: str | os.PathLike[str] | RuleSet = "hours",
    smallest: int = SMALLEST,
    executor: Executor | None = None,
) -> pd.DataFrame:
    """Count persons by their status in one month; unknown are those without a row for it.

    Returns:
        A frame with `by`, status, persons, n, share, suppressed, rules.
    """
    ready, rule_set, groups = read_months(months), read_rules(rules), _groups(by, GROUPS)
    wish = _wish(ready, rule_set, groups, at, None)
    cells = count(ready, "status", wish, executor)
    table = _shared(cells, groups, "status", _statuses(rule_set, cells), smallest)
    return _finished(table, ready, wish, smallest)


def transition_table(
    months: Source,
    origin: str = "category",
    by: By = (),
    *,
    at: str | None = None,
    rules: str | os.PathLike[str] | RuleSet = "hours",
    smallest: int = SMALLEST,
    executor: Executor | None = None,
) -> pd.DataFrame:
    """Count persons from what to what.

    Args:
        origin: where they come from: "category" (at entry), "entry" (their status in the month of
            entry) or a month such as "2020-01" (their status then).
        by, at, rules, smallest, executor: as `status_table`.

    Returns:
        A frame with `by`, origin, status, persons, n (of the same origin), share, suppressed, rules.
    """
    ready, rule_set, groups = read_months(months), read_rules(rules), _groups(by, GROUPS)
    base = _wish(ready, rule_set, groups, at, None)
    source = origin if origin in ("category", "entry") else str(_month(origin))
    wish = Wish(rule_set, groups, base.at, origin=source)
    cells = count(ready, "transition", wish, executor)
    origins = (
        sorted(set(cells["origin"]))
        if origin == "category"
        else [one for one in _statuses(rule_set, cells, "origin") if one in set(cells["origin"])]
    )
    cells = _filled(cells, groups, {"origin": origins, "status": _statuses(rule_set, cells)})
    cells["hidden"] = hide_small(cells, [*groups, "origin", "status"], smallest)
    return _finished(shares(cells, [*groups, "origin"], smallest), ready, wish, smallest)


def flow_table(
    months: Source,
    *,
    at: str | None = None,
    end: str | None = None,
    rules: str | os.PathLike[str] | RuleSet = "hours",
    smallest: int = SMALLEST,
    executor: Executor | None = None,
) -> pd.DataFrame:
    """Count persons along their paths, for a Sankey: category at entry, goal, sustained work, status.

    Returns:
        A frame with step (1 from category to goal, 2 to sustained work, 3 to status), source,
        target, persons, n (of the source), share, suppressed, into (all who come to the target), rules.
    """
    ready, rule_set = read_months(months), read_rules(rules)
    wish = _wish(ready, rule_set, (), at, end)
    cells = count(ready, "flow", wish, executor)
    cells["goal"] = cells["goal"].astype("str").replace("0", "none")
    orders = {
        "category": sorted(set(cells["category"])),
        "goal": [*(str(goal) for goal, _ in rule_set.goals), "none"],
        "sustained": list(SUSTAINED),
        "status": _statuses(rule_set, cells),
    }
    steps = []
    for step, (one, other) in enumerate(itertools.pairwise(orders), 1):
        pairs = cells.groupby([one, other])["persons"].sum().reset_index()
        pairs = _filled(pairs, (), {one: orders[one], other: orders[other]})
        pairs["hidden"] = hide_small(pairs, [one, other], smallest)
        named = pairs.rename(columns={one: "source", other: "target"})
        into = named.groupby("target", sort=False)["persons"].sum().reset_index()
        into["into"] = into["persons"].where(~hide_small(into, ["target"], smallest)).astype("float64")
        steps.append(named.merge(into[["target", "into"]], on="target").assign(step=step))
    table = shares(pd.concat(steps, ignore_index=True), ["step", "source"], smallest)
    columns = ["step", "source", "target", "persons", "n", "share", "suppressed", "into"]
    return _finished(table[columns], ready, wish, smallest)


def _groups(by: By, known: tuple[str, ...]) -> tuple[str, ...]:
    groups = (by,) if isinstance(by, str) else tuple(by)
    for one in groups:
        if one not in known:
            raise OutcomeError(
                say("outcomes.by", by=one, known=", ".join(known)) + did_you_mean(one, known)
            )
    return groups


def _month(text: str) -> int:
    try:
        return month_number(text)
    except ValueError:
        raise OutcomeError(say("outcomes.month", month=text)) from None


def _wish(
    ready: Months,
    rules: RuleSet,
    groups: tuple[str, ...],
    at: str | None,
    end: str | None,
    since: str | None = None,
) -> Wish:
    counted = tuple(one for one in groups if one != "month")
    then = ready.last if at is None else _month(at)
    last = {} if end is None else {"end": _month(end)}
    return Wish(rules, counted, then, since=ready.first if since is None else _month(since), **last)


def _at_only(wish: Wish) -> Wish:
    return Wish(wish.rules, wish.by, wish.at, wish.end, wish.at)


def _added_up(steps: pd.DataFrame, wish: Wish) -> pd.DataFrame:
    """Add up who came and went, month by month; a group begins with its first who entered."""
    keys = [column for column in steps.columns if column not in ("month", "persons")]
    upto = steps[steps["month"] <= wish.at]
    # Steps before the first month shown are standing there already.
    wide = upto.assign(month=upto["month"].clip(lower=wish.since)).pivot_table(
        index=keys, columns="month", values="persons", aggfunc="sum", fill_value=0
    )
    grid = wide.reindex(columns=range(wish.since, wish.at + 1), fill_value=0).cumsum(axis=1)
    grid.columns.name = "month"
    return grid.stack().rename("persons").astype("int64").reset_index()


def _filled(
    cells: pd.DataFrame, groups: Sequence[str], orders: Mapping[str, Sequence[Any]]
) -> pd.DataFrame:
    """Return the cells in order, with nought where nobody is."""
    sides = {group: sorted(set(cells[group])) for group in groups} | dict(orders)
    index = pd.MultiIndex.from_product(sides.values(), names=list(sides))
    filled = cells.groupby(list(sides))["persons"].sum().reindex(index, fill_value=0)
    return filled.astype("int64").reset_index()


def _ordered(
    table: pd.DataFrame, groups: Sequence[str], orders: Mapping[str, Sequence[Any]]
) -> pd.DataFrame:
    sides = {group: sorted(set(table[group])) for group in groups} | dict(orders)
    index = pd.MultiIndex.from_product(sides.values(), names=list(sides))
    return table.set_index(list(sides)).loc[index].reset_index()


def _shared(
    cells: pd.DataFrame,
    groups: Sequence[str],
    side: str,
    values: Sequence[Any],
    smallest: int,
    apart: Sequence[str] = (),
) -> pd.DataFrame:
    """Return cells with n, share and what is hidden; along the sides `apart` nothing is ever summed."""
    filled = _filled(cells, groups, {side: values})
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
    if not within:
        return pd.Series((totals > 0) & (totals < smallest), index=table.index)
    groups = table.assign(_n=totals.astype("int64"))[[*within, "_n"]].drop_duplicates(list(within))
    groups["_few"] = hide_small(groups, list(within), smallest, "_n")
    merged = table[list(within)].merge(groups[[*within, "_few"]], on=list(within), how="left")
    return pd.Series(merged["_few"].to_numpy(bool), index=table.index)


def _with_sums(table: pd.DataFrame, groups: Sequence[str]) -> pd.DataFrame:
    """Add the rows "1+2" and "all" to each group."""
    keys = list(groups)
    working = table[table["goal"].isin(("1", "2"))].assign(goal="1+2")
    whole = table.drop_duplicates(keys) if keys else table.head(1)
    whole = whole.assign(goal="all", persons=whole["n"], suppressed=whole["n"].isna())
    whole["share"] = (whole["persons"] / whole["persons"].where(whole["persons"] > 0)).astype("float64")
    both = working.groupby([*keys, "goal"], sort=False).agg(
        persons=("persons", lambda one: one.sum(skipna=False)),
        n=("n", "first"),
        share=("share", lambda one: one.sum(skipna=False)),
        suppressed=("suppressed", "any"),
    )
    every = pd.concat([table, both.reset_index(), whole], ignore_index=True)
    goals = sorted(set(table["goal"]) - {"none"})
    place = {goal: number for number, goal in enumerate([*goals, "none", "1+2", "all"])}
    order = every["goal"].map(place)
    every = every.assign(_order=order).sort_values([*keys, "_order"], kind="stable")
    return every.drop(columns="_order").reset_index(drop=True)


def _with_agreed(
    table: pd.DataFrame, groups: Sequence[str], agreed: Mapping[str, int] | int | None
) -> pd.DataFrame:
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


def _statuses(rules: RuleSet, cells: pd.DataFrame, column: str = "status") -> list[str]:
    """Return the statuses in the order of the rules; unknown last, where there are any."""
    unknown = ["unknown"] if "unknown" in set(cells[column]) else []
    return [*(name for name, _ in rules.statuses), *unknown]


def _finished(table: pd.DataFrame, ready: Months, wish: Wish, smallest: int) -> pd.DataFrame:
    """Write into a table by which rules and of what it is counted."""
    finished = table.reset_index(drop=True).assign(rules=wish.rules.name)
    finished["rules"] = finished["rules"].astype("str")
    finished.attrs["outcomes"] = {
        "rules": wish.rules,
        "at": month_name(wish.at),
        "end": month_name(wish.end) if wish.end <= wish.at else "",
        "smallest": smallest,
        "left_out": dict(ready.left_out),
    }
    return finished
