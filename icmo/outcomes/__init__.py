"""Outcomes: how many reached the goals, for how long, for whom and where, from a person's months.

`read_months` reads and checks; `attainment_table`, `sustained_table`, `status_table`,
`transition_table` and `flow_table` count by a rule set that a person can read and change;
`figure_table` gives what each figure of an evaluation shows, `draw_figure` and its like draw it, and
`describe_figure` says it in words.
"""

from __future__ import annotations

from icmo.outcomes.drawing import draw_course, draw_figure, draw_flow
from icmo.outcomes.errors import MonthsError, OutcomeError
from icmo.outcomes.figures import FIGURES, case_table, figure_table
from icmo.outcomes.hiding import hide_small
from icmo.outcomes.months import Months, read_months
from icmo.outcomes.rules import RuleSet, known_rules, read_rules
from icmo.outcomes.scheduler import cluster_at
from icmo.outcomes.tables import (
    SMALLEST,
    attainment_table,
    flow_table,
    status_table,
    sustained_table,
    transition_table,
)
from icmo.outcomes.weeks import months_from_weeks, read_codes, read_weeks
from icmo.outcomes.wording import describe_course, describe_figure, describe_flow, notes

__all__ = [
    "FIGURES",
    "SMALLEST",
    "Months",
    "MonthsError",
    "OutcomeError",
    "RuleSet",
    "attainment_table",
    "case_table",
    "cluster_at",
    "describe_course",
    "describe_figure",
    "describe_flow",
    "draw_course",
    "draw_figure",
    "draw_flow",
    "figure_table",
    "flow_table",
    "hide_small",
    "known_rules",
    "months_from_weeks",
    "notes",
    "read_codes",
    "read_months",
    "read_rules",
    "read_weeks",
    "status_table",
    "sustained_table",
    "transition_table",
]
