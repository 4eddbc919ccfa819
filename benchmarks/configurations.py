"""How long the tables of 2,000 configurations take, and a map of 60 nodes, beside a bare implementation."""

from __future__ import annotations

import math
from typing import Any

import matplotlib as mpl
import numpy as np
import pandas as pd
from measuring import Row, medians

from icmo.configurations import SLOTS, disconfirming_table, pattern_table, regularity_table
from icmo.maps import build_map, draw_map

CONFIGURATIONS, EVIDENCE, TAGS, CODES, CASES, DOCUMENTS = 2_000, 40_000, 20_000, 80, 40, 200
#: Seconds.
GOAL = 1.0


def a_theory() -> tuple[pd.DataFrame, pd.DataFrame, pd.DataFrame]:
    """Return configurations, evidence and tags."""
    chance = np.random.default_rng(9)
    roles = {slot: [f"{slot} {number}" for number in range(CODES // 4)] for slot in SLOTS}
    columns: dict[str, Any] = {
        slot: [tuple(chance.choice(codes, chance.integers(0, 3))) for _ in range(CONFIGURATIONS)]
        for slot, codes in roles.items()
    }
    ids = [f"configuration {number}" for number in range(CONFIGURATIONS)]
    configurations = pd.DataFrame({"configuration": ids, "title": ids, **columns})
    configurations["moderators"] = [()] * CONFIGURATIONS
    evidence = _placed(chance, EVIDENCE).assign(
        evidence=[f"e{number}" for number in range(EVIDENCE)],
        target_kind="configuration",
        target=chance.choice(ids, EVIDENCE),
        stance=chance.choice(["supports", "contradicts", "qualifies"], EVIDENCE),
    )
    codes = [code for some in roles.values() for code in some]
    tags = _placed(chance, TAGS).assign(code=chance.choice(codes, TAGS))
    return configurations, evidence, tags


def _placed(chance: np.random.Generator, count: int) -> pd.DataFrame:
    document = chance.integers(0, DOCUMENTS, count)
    start = chance.integers(0, 60_000, count)
    return pd.DataFrame(
        {
            "document": [f"document {number}" for number in document],
            "case": [f"case {number % CASES:02}" for number in document],
            "group": np.where(document % 2, "kommune", "kvinde"),
            "start": start,
            "end": start + chance.integers(20, 400, count),
        }
    )


def bare_patterns(configurations: pd.DataFrame, evidence: pd.DataFrame) -> Any:
    """Count passages, documents, cases and groups of each pattern and stance, with plain dictionaries."""
    slots = [configurations[slot] for slot in SLOTS]
    keys = [tuple(tuple(sorted(one)) for one in row) for row in zip(*slots, strict=True)]
    pattern = dict(zip(configurations["configuration"], keys, strict=True))
    names = ("target", "document", "start", "end", "stance", "case", "group")
    rows = sorted(zip(*(evidence[name] for name in names), strict=True))
    found: dict[Any, list[Any]] = {}
    for target, document, start, end, stance, case, group in rows:
        for which in ("", stance):
            one = found.setdefault((pattern[target], which), [[], set(), set(), set()])
            one[0].append((document, start, end))
            one[1].add(document)
            one[2].add(case)
            one[3].add(group)
    counts = {}
    for key, (passages, *others) in found.items():
        count, reach = 0, ("", 0)
        for document, start, end in sorted(passages):
            count += (document, start) >= reach
            reach = max(reach, (document, end))
        counts[key] = (count, *map(len, others))
    return counts


def bare_cases(configurations: pd.DataFrame, tags: pd.DataFrame) -> Any:
    """Ask each case for the codes of each configuration, with plain sets."""
    coded: dict[str, set[str]] = {}
    for case, code in zip(tags["case"], tags["code"], strict=True):
        coded.setdefault(case, set()).add(code)
    rows = []
    for row in configurations.to_dict("records"):
        premise = {*row["intervention"], *row["context"]}
        told = {*row["mechanism"], *row["outcome"]}
        holds = [case for case, codes in coded.items() if premise <= codes]
        rows.append((len(holds), [case for case in holds if not told <= coded[case]]))
    return rows


def measure() -> list[Row]:
    """Time the tables and the map."""
    configurations, evidence, tags = a_theory()
    tables, bare = medians(
        lambda: (
            pattern_table(configurations, evidence),
            regularity_table(configurations, tags, evidence=evidence),
            disconfirming_table(configurations, evidence, tags),
        ),
        lambda: (
            bare_patterns(configurations, evidence),
            bare_cases(configurations, tags),
            bare_cases(configurations, tags),
        ),
        runs=5,
    )
    drawn, plain = medians(_map, _plain_map, runs=3)
    what = "patterns, regularities, counter-examples of 2,000 configurations, 40,000 evidence rows"
    return [
        Row(what, tables, bare, "under 1 s", tables < GOAL),
        Row("a map of 60 nodes, drawn and rendered", drawn, plain, "under 1 s", drawn < GOAL),
    ]


def _sixty() -> pd.DataFrame:
    rows = []
    for number in range(15):
        row = {slot: (f"{slot} nummer {number} med et langt navn",) for slot in SLOTS}
        beside = f"mechanism nummer {(number + 4) % 15} med et langt navn"
        rows.append({**row, "mechanism": (*row["mechanism"], beside)})
    configurations = pd.DataFrame(rows).assign(title="")
    configurations["configuration"] = [str(number) for number in range(len(rows))]
    configurations["moderators"] = [()] * len(rows)
    return configurations


def _map() -> None:
    mpl.use("Agg")
    import matplotlib.pyplot as plt

    ax = draw_map(build_map(_sixty()), language="da")
    ax.figure.canvas.draw()
    plt.close(ax.figure)


def _plain_map() -> None:
    """Draw 60 boxes with names and 75 arrows, wherever they fall."""
    import matplotlib.pyplot as plt

    figure, ax = plt.subplots(figsize=(8.27, 11.69))
    for number in range(60):
        place = (number // 15 / 4 + 0.1, number % 15 / 15)
        ax.text(*place, f"nummer {number}\nmed et langt navn", bbox={"facecolor": "white"})
    for number in range(75):
        begin = (number % 3 / 4 + 0.15, number % 15 / 15)
        end = (begin[0] + 0.2, math.fmod(begin[1] + 0.3, 1))
        ax.annotate("", xy=end, xytext=begin, arrowprops={"arrowstyle": "-|>"})
    figure.canvas.draw()
    plt.close(figure)
