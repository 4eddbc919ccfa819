"""Patterns: configurations that say the same, at the level of codes, of their parents, or of roles."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import numpy as np

from icmo._frames import make_frame
from icmo.configurations.counting import COUNTS, count_passages
from icmo.configurations.records import SLOTS, check_known

if TYPE_CHECKING:
    from collections.abc import Mapping

    import pandas as pd

#: How closely two configurations are compared.
LEVELS = ("code", "parent", "role")
_LETTERS = {"intervention": "I", "context": "C", "mechanism": "M", "outcome": "O", "moderator": "m"}
#: One part of a pattern: the slot, the code, and which way it works.
Part = tuple[str, str, str]


def parents_of(codes: pd.DataFrame) -> dict[str, str]:
    """Return the parent of each code that has one, from `codebook.codes()`."""
    pairs = zip(codes["code"], codes["parent"].fillna(""), strict=True)
    return {code: parent for code, parent in pairs if parent}


def patterns(
    configurations: pd.DataFrame,
    level: str = "code",
    parents: Mapping[str, str] | None = None,
    *,
    moderators: bool = True,
) -> list[tuple[Part, ...]]:
    """Return the pattern of each configuration: its parts (slot, code, direction), sorted.

    Args:
        configurations: a frame with the columns of `project.configurations()`.
        level: code; parent (each code counts as its parent); role (only which slots are filled).
        parents: the parent of each code that has one.
        moderators: whether moderators belong to the pattern.

    Returns:
        One tuple of parts for each row. The direction of an outcome is its sign, of a moderator
        what it does to what.
    """
    check_known("level", level, LEVELS)
    known = parents or {}

    def lifted(code: str, slot: str) -> str:
        return slot if level == "role" else known.get(code, code) if level == "parent" else code

    found = []
    signs = _column(configurations, "sign", "")
    slots = [configurations[slot].tolist() for slot in SLOTS]
    acting = _column(configurations, "moderators", ()) if moderators else [()] * len(signs)
    for place, sign in enumerate(signs):
        parts: set[Part] = set()
        for slot, column in zip(SLOTS, slots, strict=True):
            direction = sign if slot == "outcome" else ""
            parts |= {(slot, lifted(code, slot), direction) for code in column[place]}
        for one in acting[place]:
            parts.add(
                (
                    "moderator",
                    lifted(one["code"], "moderator"),
                    _acting(one, lifted, slots[2][place]),
                )
            )
        found.append(tuple(sorted(parts, key=_in_order)))
    return found


def _acting(one: Mapping[str, str], lifted: Any, mechanisms: tuple[str, ...]) -> str:
    on = one.get("on", "")
    target = lifted(on, "mechanism" if on in mechanisms else "moderator") if on else ""
    return " ".join(word for word in (one.get("effect", ""), target) if word)


def _column(frame: pd.DataFrame, name: str, default: Any) -> list[Any]:
    return frame[name].tolist() if name in frame else [default] * len(frame)


def _in_order(part: Part) -> tuple[int, str, str]:
    place = SLOTS.index(part[0]) if part[0] in SLOTS else len(SLOTS)
    return place, part[1], part[2]


def pattern_name(pattern: tuple[Part, ...]) -> str:
    """Write a pattern on one line, such as `I:loentimer M:mening O:job (positive)`."""
    return " ".join(
        f"{_LETTERS[slot]}:{code}" + (f" ({direction})" if direction else "")
        for slot, code, direction in pattern
    )


def pattern_evidence(
    configurations: pd.DataFrame,
    evidence: pd.DataFrame,
    level: str = "code",
    parents: Mapping[str, str] | None = None,
    *,
    moderators: bool = True,
) -> pd.DataFrame:
    """Return the evidence of configurations with a column `pattern`, the name of what it is about."""
    found = patterns(configurations, level, parents, moderators=moderators)
    names = dict(
        zip(configurations["configuration"], (pattern_name(one) for one in found), strict=True)
    )
    own = evidence[evidence["target_kind"] == "configuration"]
    own = own.assign(pattern=own["target"].map(names))
    return own[own["pattern"].notna()].reset_index(drop=True)


def pattern_table(
    configurations: pd.DataFrame,
    evidence: pd.DataFrame,
    level: str = "code",
    parents: Mapping[str, str] | None = None,
    *,
    moderators: bool = True,
) -> pd.DataFrame:
    """Count what each pattern rests on.

    Args:
        configurations: a frame with the columns of `project.configurations()`.
        evidence: a frame with the columns of `project.evidence()`.
        level: code, parent or role; see `patterns`.
        parents: the parent of each code that has one.
        moderators: whether moderators belong to the pattern.

    Returns:
        A frame with the columns pattern, intervention, context, mechanism, outcome, moderators
        (tuples of codes), configurations (how many), passages, documents, cases, groups, then for
        each stance its passages (supports, contradicts, qualifies) and its documents, cases and
        groups (such as supports_cases). Passages that overlap count once.
    """
    found = patterns(configurations, level, parents, moderators=moderators)
    number: dict[tuple[Part, ...], int] = {}
    which = [number.setdefault(one, len(number)) for one in found]
    of_target = dict(zip(configurations["configuration"], which, strict=True))
    own = evidence[evidence["target_kind"] == "configuration"]
    group = own["target"].map(of_target)
    own, group = own[group.notna()], group[group.notna()]
    counts = count_passages(own, group.to_numpy(np.int64), len(number))
    rows: list[dict[str, Any]] = []
    sizes = [0] * len(number)
    for one in which:
        sizes[one] += 1
    for pattern, place in number.items():
        slots = {
            name: tuple(code for slot, code, _ in pattern if slot == part)
            for name, part in (*((slot, slot) for slot in SLOTS), ("moderators", "moderator"))
        }
        row = {"pattern": pattern_name(pattern), **slots, "configurations": sizes[place]}
        rows.append({**row, **{name: int(counts[name][place]) for name in COUNTS}})
    rows.sort(key=lambda row: (-row["cases"], -row["passages"], row["pattern"]))
    columns = ("pattern", *SLOTS, "moderators", "configurations", *COUNTS)
    return make_frame(rows, columns, ("configurations", *COUNTS), (*SLOTS, "moderators"))


def code_roles(configurations: pd.DataFrame) -> pd.DataFrame:
    """Return the codes that play more than one part: code, slots, configurations (how many)."""
    seen: dict[str, dict[str, set[str]]] = {}
    for row in configurations.to_dict("records"):
        placed = [(slot, code) for slot in SLOTS for code in row[slot]]
        placed += [("moderator", one["code"]) for one in row.get("moderators", ())]
        for slot, code in placed:
            seen.setdefault(code, {}).setdefault(slot, set()).add(row["configuration"])
    rows = [
        {
            "code": code,
            "slots": tuple(sorted(slots)),
            "configurations": len(set().union(*slots.values())),
        }
        for code, slots in sorted(seen.items())
        if len(slots) > 1
    ]
    return make_frame(rows, ("code", "slots", "configurations"), ("configurations",), ("slots",))
