"""Twelve women, small enough to count by hand; between them every rule and footnote once.

A letter is a month, from January 2022 to February 2023; the project ends with December 2022.
"""

from __future__ import annotations

import pandas as pd

#: letter: hours, su, benefit, placement, wage_subsidy, fleksjob, pension
LETTERS = {
    ".": (0.0, 0, 0, 0, 0, 0, 0),
    "b": (0.0, 0, 1, 0, 0, 0, 0),
    "s": (0.0, 1, 0, 0, 0, 0, 0),
    "p": (0.0, 0, 1, 1, 0, 0, 0),
    "B": (0.0, 1, 0, 1, 0, 0, 0),  # placement and education in the same month
    "w": (0.0, 0, 0, 0, 1, 0, 0),
    "F": (30.0, 0, 0, 0, 0, 0, 0),
    "h": (10.0, 0, 1, 0, 0, 0, 0),
    "x": (18.5, 0, 0, 0, 0, 0, 0),  # exactly the border
    "f": (0.0, 0, 0, 0, 0, 1, 0),
    "P": (0.0, 0, 0, 0, 0, 0, 1),
}
MONTHS = [f"2022-{month:02}" for month in range(1, 13)] + ["2023-01", "2023-02"]
WOMEN = [
    # a placement, then work: she moves from goal 3 to goal 1
    ("P01", "A", "aktivitetsparat", "2022-01", "", "bbbppFFFFFFFFF"),
    # a few hours beside the benefit: goal 2, sustained part-time
    ("P02", "A", "aktivitetsparat", "2022-01", "", "bbbbhhhhhhhhhh"),
    # placement and education in the same month: only the education counts
    ("P03", "A", "aktivitetsparat", "2022-01", "", "bbBBbbbbbbbbbb"),
    # exactly 18.5 hours: in neither definition, decided in the rules
    ("P04", "A", "aktivitetsparat", "2022-01", "", "bbbbxxxxxbbbbb"),
    # work only after the project's end, and only two months of it: no goal, not sustained
    ("P05", "A", "jobparat", "2022-01", "", "bbbbbbbbbbbbFF"),
    # the last month of the project and two more: goal 1, sustained
    ("P06", "A", "jobparat", "2022-01", "", "bbbbbbbbbbbFFF"),
    # came in March, left in June, work after that: sustained without a goal
    ("P07", "B", "jobparat", "2022-03", "2022-06", "--bbbbFFFFFFFF"),
    # wage subsidy: goal 3
    ("P08", "B", "aktivitetsparat", "2022-01", "", "bbwwwbbbbbbbbb"),
    # nothing at any time: supports herself
    ("P09", "B", "selvforsørgende", "2022-01", "", ".............."),
    # a fleksjob is no goal, but a status
    ("P10", "B", "aktivitetsparat", "2022-01", "", "bbbbbbbbffffff"),
    # a placement and then a pension
    ("P11", "B", "aktivitetsparat", "2022-01", "", "bbpbbbbbPPPPPP"),
    # education, then three months of work of which one is part-time: sustained part-time
    ("P12", "B", "øvrig ydelse", "2022-01", "", "bbbbbbsssbFhFb"),
]
FLAGS = ("su", "benefit", "placement", "wage_subsidy", "fleksjob", "pension")
COLUMNS = ("person", "case", "category", "entry", "exit", "month", "hours", *FLAGS)


def months_of(women=WOMEN):
    """Return women as a table of months."""
    rows = [
        (*facts, month, *LETTERS[letter])
        for *facts, letters in women
        for month, letter in zip(MONTHS, letters, strict=False)
        if letter != "-"
    ]
    return pd.DataFrame(rows, columns=COLUMNS)
