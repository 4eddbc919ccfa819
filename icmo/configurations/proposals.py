"""Where codes of different parts meet in the text: places to look for configurations.

Nothing here makes a configuration: that codes stand near each other does not say that anybody
connects them. A person reads the places and decides.
"""

from __future__ import annotations

import itertools
from collections import defaultdict
from typing import TYPE_CHECKING, Any

from icmo._frames import make_frame
from icmo._strings import say
from icmo.configurations.records import SLOTS, ConfigurationError, check_known

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    import pandas as pd

WITHIN = ("passage", "turn", "neighbours", "document")
_COLUMNS = (*SLOTS, "cases", "documents", "times", "apart", "places")
#: A stretch of text and the tags that stand in it: their roles and codes.
Unit = tuple[str, int, int, frozenset[tuple[str, str]]]
#: In which stretches each role and code stands.
Holders = dict[tuple[str, str], set[int]]


def proposals(
    tags: pd.DataFrame,
    turns: pd.DataFrame | None = None,
    within: str = "passage",
    *,
    slots: Sequence[str] = SLOTS,
    least_parts: int = 2,
    least_cases: int = 1,
) -> pd.DataFrame:
    """Find combinations of codes that meet, one of each part.

    Args:
        tags: a frame with the columns of `project.tags()`.
        turns: a frame with the columns of `project.turns()`; needed for turn and neighbours.
        within: passage (the codes share text), turn, neighbours (two turns after each other) or
            document.
        slots: the roles whose codes are combined.
        least_parts: how many of the slots a combination must fill.
        least_cases: in how many cases it must be found.

    Returns:
        A frame with the columns intervention, context, mechanism, outcome (a code, or empty),
        cases, documents, times (in how many passages, turns or documents they meet), apart (in
        how many there is some of it but not all) and places, tuples of (document, start, end).
        Most cases first.
    """
    check_known("within", within, WITHIN)
    if within in ("turn", "neighbours") and turns is None:
        raise ConfigurationError(say("configuration.turns", within=within))
    own = tags[tags["role"].isin(list(slots))]
    case = dict(zip(own["document"], own["case"], strict=True))
    units = list(_units(own, turns, within))
    met: dict[tuple[str, ...], list[int]] = defaultdict(list)
    holders: Holders = defaultdict(set)
    for number, (_, _, _, codes) in enumerate(units):
        for one in codes:
            holders[one].add(number)
        for combination in _combinations(codes, slots, least_parts):
            met[combination].append(number)
    rows = [_row(one, numbers, units, case, holders) for one, numbers in met.items()]
    rows = sorted((row for row in rows if row["cases"] >= least_cases), key=_most_cases_first)
    return make_frame(rows, _COLUMNS, ("cases", "documents", "times", "apart"), ("places",))


def _row(
    combination: tuple[str, ...],
    numbers: Sequence[int],
    units: Sequence[Unit],
    case: Mapping[str, str],
    holders: Holders,
) -> dict[str, Any]:
    """Return where a combination meets, and how often there is only some of it."""
    where = [units[number][:3] for number in numbers]
    parts = zip(SLOTS, combination, strict=True)
    some = set().union(*(holders[part] for part in parts if part[1]))
    return {
        **dict(zip(SLOTS, combination, strict=True)),
        "cases": len({case[document] for document, _, _ in where} - {""}),
        "documents": len({document for document, _, _ in where}),
        "times": len(numbers),
        "apart": len(some) - len(numbers),
        "places": tuple(where),
    }


def _most_cases_first(row: Mapping[str, Any]) -> tuple[Any, ...]:
    filled = sum(bool(row[slot]) for slot in SLOTS)
    return (-row["cases"], -row["times"], -filled, *(row[slot] for slot in SLOTS))


def _combinations(
    codes: frozenset[tuple[str, str]], slots: Sequence[str], least: int
) -> Iterator[tuple[str, ...]]:
    choices = [
        ["", *sorted(code for role, code in codes if role == slot and slot in slots)]
        for slot in SLOTS
    ]
    if sum(len(one) > 1 for one in choices) < least:
        return
    for combination in itertools.product(*choices):
        if sum(map(bool, combination)) >= least:
            yield combination


def _units(tags: pd.DataFrame, turns: pd.DataFrame | None, within: str) -> Iterator[Unit]:
    columns = ("document", "start", "end", "role", "code")
    by_document: dict[str, list[tuple[int, int, tuple[str, str]]]] = defaultdict(list)
    for document, start, end, role, code in zip(*(tags[name] for name in columns), strict=True):
        by_document[document].append((int(start), int(end), (role, code)))
    stretches: dict[str, list[tuple[int, int]]] = defaultdict(list)
    if turns is not None and within in ("turn", "neighbours"):
        for document, start, end in zip(
            turns["document"], turns["start"], turns["end"], strict=True
        ):
            stretches[document].append((int(start), int(end)))
    for document, placed in sorted(by_document.items()):
        if within == "document":
            ends = min(one[0] for one in placed), max(one[1] for one in placed)
            yield document, *ends, frozenset(one[2] for one in placed)
        elif within == "passage":
            yield from _passages(document, placed)
        else:
            yield from _in_turns(document, placed, sorted(stretches[document]), within)


def _passages(document: str, placed: list[tuple[int, int, tuple[str, str]]]) -> Iterator[Unit]:
    """Yield the stretches of text under the same codes, but none beside one that has more besides."""
    edges = sorted({edge for start, end, _ in placed for edge in (start, end)})
    stretches: list[Unit] = []
    for start, end in itertools.pairwise(edges):
        codes = frozenset(code for first, last, code in placed if first <= start and end <= last)
        if stretches and stretches[-1][3] == codes:
            stretches[-1] = (document, stretches[-1][1], end, codes)
        else:
            stretches.append((document, start, end, codes))
    nothing: frozenset[tuple[str, str]] = frozenset()
    sets = [nothing, *(one[3] for one in stretches), nothing]
    for place, stretch in enumerate(stretches, 1):
        if not (sets[place] < sets[place - 1] or sets[place] < sets[place + 1]):
            yield stretch


def _in_turns(
    document: str,
    placed: list[tuple[int, int, tuple[str, str]]],
    turns: list[tuple[int, int]],
    within: str,
) -> Iterator[Unit]:
    spans = turns if within == "turn" else [(a[0], b[1]) for a, b in itertools.pairwise(turns)]
    if within == "neighbours" and len(turns) == 1:
        spans = turns
    placed = sorted(placed)
    for start, end in spans:
        codes = frozenset(code for first, last, code in placed if first < end and last > start)
        if codes:
            yield document, start, end, codes
