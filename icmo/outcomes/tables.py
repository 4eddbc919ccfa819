"""Tables of what came of it: goals, sustained work, status, and the ways from one to the other."""

from __future__ import annotations

import itertools
from typing import TYPE_CHECKING

import pandas as pd

from icmo._strings import say
from icmo.outcomes.cells import (
    added_up,
    at_only,
    chosen_groups,
    filled_cells,
    finished,
    month_asked,
    ordered_cells,
    shared_cells,
    shares,
    status_names,
    wish_of,
    with_agreed,
    with_sums,
)
from icmo.outcomes.columns import month_name
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
    ready, rule_set, groups = (
        read_months(months),
        read_rules(rules),
        chosen_groups(by, (*GROUPS, "month")),
    )
    wish = wish_of(ready, rule_set, groups, at, end, since)
    monthly = "month" in groups
    if measure == "current":
        wish = wish if monthly else at_only(wish)
        cells = count(ready, "current", wish, executor)
        cells = cells if monthly else cells.drop(columns="month")
    elif measure == "accumulated":
        cells = count(ready, "course" if monthly else "attainment", wish, executor)
        cells = added_up(cells, wish) if monthly else cells
    else:
        known = ("accumulated", "current")
        raise OutcomeError(say("outcomes.measure", measure=measure, known=", ".join(known)))
    goals = [0, *(goal for goal, _ in rule_set.goals)]
    if monthly:
        cells["month"] = cells["month"].map(month_name)
    table = shared_cells(cells, groups, "goal", goals, smallest, apart=("month",))
    table["goal"] = table["goal"].astype("str").replace("0", "none")
    table = with_sums(table, groups)
    table["measure"] = measure
    return finished(with_agreed(table, groups, agreed), ready, wish, smallest)


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
    ready, rule_set, groups = read_months(months), read_rules(rules), chosen_groups(by, GROUPS)
    wish = wish_of(ready, rule_set, groups, at, end)
    cells = count(ready, "sustained", wish, executor)
    cells["goal"] = cells["goal"].astype("str").replace("0", "none")
    goals = [*(str(goal) for goal, _ in rule_set.goals), "none"]
    cells = filled_cells(cells, groups, {"goal": goals, "sustained": SUSTAINED})
    hidden = hide_small(cells, [*groups, "goal", "sustained"], smallest)
    keys = [*groups, "sustained"]
    every = cells.assign(hidden=hidden).groupby(keys, sort=False)["persons"].sum().reset_index()
    table = pd.concat([cells.assign(hidden=hidden), every.assign(goal="all", hidden=False)])
    table.loc[table["goal"] == "all", "hidden"] = hide_small(every, keys, smallest)
    table = ordered_cells(table, groups, {"goal": [*goals, "all"], "sustained": SUSTAINED})
    return finished(shares(table, [*groups, "goal"], smallest), ready, wish, smallest)


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
    ready, rule_set, groups = read_months(months), read_rules(rules), chosen_groups(by, GROUPS)
    wish = wish_of(ready, rule_set, groups, at, None)
    cells = count(ready, "status", wish, executor)
    table = shared_cells(cells, groups, "status", status_names(rule_set, cells), smallest)
    return finished(table, ready, wish, smallest)


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
        months: as `attainment_table`.
        by: case, category, or both.
        at: the month they come to.
        rules: as `attainment_table`.
        smallest: as `attainment_table`.
        executor: as `attainment_table`.

    Returns:
        A frame with `by`, origin, status, persons, n (of the same origin), share, suppressed, rules.
    """
    ready, rule_set, groups = read_months(months), read_rules(rules), chosen_groups(by, GROUPS)
    base = wish_of(ready, rule_set, groups, at, None)
    source = origin if origin in ("category", "entry") else str(month_asked(origin))
    wish = Wish(rule_set, groups, base.at, origin=source)
    cells = count(ready, "transition", wish, executor)
    origins = (
        sorted(set(cells["origin"]))
        if origin == "category"
        else [one for one in status_names(rule_set, cells, "origin") if one in set(cells["origin"])]
    )
    cells = filled_cells(
        cells, groups, {"origin": origins, "status": status_names(rule_set, cells)}
    )
    cells["hidden"] = hide_small(cells, [*groups, "origin", "status"], smallest)
    return finished(shares(cells, [*groups, "origin"], smallest), ready, wish, smallest)


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
    wish = wish_of(ready, rule_set, (), at, end)
    cells = count(ready, "flow", wish, executor)
    cells["goal"] = cells["goal"].astype("str").replace("0", "none")
    orders = {
        "category": sorted(set(cells["category"])),
        "goal": [*(str(goal) for goal, _ in rule_set.goals), "none"],
        "sustained": list(SUSTAINED),
        "status": status_names(rule_set, cells),
    }
    steps = []
    for step, (one, other) in enumerate(itertools.pairwise(orders), 1):
        pairs = cells.groupby([one, other])["persons"].sum().reset_index()
        pairs = filled_cells(pairs, (), {one: orders[one], other: orders[other]})
        pairs["hidden"] = hide_small(pairs, [one, other], smallest)
        named = pairs.rename(columns={one: "source", other: "target"})
        into = named.groupby("target", sort=False)["persons"].sum().reset_index()
        into["into"] = (
            into["persons"].where(~hide_small(into, ["target"], smallest)).astype("float64")
        )
        steps.append(named.merge(into[["target", "into"]], on="target").assign(step=step))
    table = shares(pd.concat(steps, ignore_index=True), ["step", "source"], smallest)
    columns = ["step", "source", "target", "persons", "n", "share", "suppressed", "into"]
    return finished(table[columns], ready, wish, smallest)
