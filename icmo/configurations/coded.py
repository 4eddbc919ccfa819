"""Which cases have which codes, and what was argued in them."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from icmo._alphabet import alphabetical
from icmo.configurations.counting import passages_of
from icmo.configurations.patterns import LEVELS
from icmo.configurations.records import SLOTS, check_known

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    import pandas as pd
    from numpy.typing import NDArray

    Truth = NDArray[np.bool_]

MATCHES = ("all", "any")
#: What is put up beside the interviews, and is read without being coded.
_ASIDE = ("statement board",)


class Coded:
    """Which cases have which codes, and which configurations ask for them."""

    def __init__(
        self,
        configurations: pd.DataFrame,
        tags: pd.DataFrame,
        cases: pd.DataFrame | None,
        match: str,
        level: str,
        parents: Mapping[str, str] | None,
    ) -> None:
        check_known("match", match, MATCHES)
        check_known("level", level, LEVELS[:2])
        self.ids: list[str] = configurations["configuration"].tolist()
        self.titles: list[str] = configurations["title"].tolist()
        self._every = match == "all"
        known = parents if level == "parent" and parents else {}
        pairs = set(zip(tags["case"].tolist(), tags["code"].tolist(), strict=True))
        pairs = {(case, known.get(code, code)) for case, code in pairs if case}
        named = set() if cases is None else {case for case in cases["case"].tolist() if case}
        self.cases = alphabetical(named | {case for case, _ in pairs})
        self._slots: dict[str, list[tuple[str, ...]]] = {
            slot: [
                tuple(dict.fromkeys(known.get(code, code) for code in codes))
                for codes in configurations[slot].tolist()
            ]
            for slot in SLOTS
        }
        codes = {code for column in self._slots.values() for one in column for code in one}
        self._code = {code: place for place, code in enumerate(sorted(codes))}
        case = {name: place for place, name in enumerate(self.cases)}
        # float32, as matrices of whole numbers are multiplied much more slowly
        self._coded = np.zeros((len(self._code), len(self.cases)), dtype=np.float32)
        for name, code in pairs:
            if code in self._code:
                self._coded[self._code[code], case[name]] = 1

    def filled(self, slot: str) -> Truth:
        """Say of each configuration whether a slot has codes."""
        return np.array([bool(one) for one in self._slots[slot]], dtype=np.bool_)

    def has(self, slot: str) -> Truth:
        """Say of each configuration and case whether the codes of a slot are there; none ask for none."""
        asked = np.zeros((len(self.ids), len(self._code)), dtype=np.float32)
        for row, codes in enumerate(self._slots[slot]):
            asked[row, [self._code[code] for code in codes]] = 1
        wanted = asked.sum(axis=1)
        least = wanted if self._every else np.minimum(wanted, 1)
        return np.asarray(asked @ self._coded >= least[:, None], dtype=np.bool_)

    def missing(self, row: int, place: int, slots: Sequence[str]) -> tuple[str, ...]:
        """Return the codes of some slots that a case has not."""
        codes = [code for slot in slots for code in self._slots[slot][row]]
        return tuple(code for code in codes if not self._coded[self._code[code], place])

    def unused(self) -> list[tuple[str, ...]]:
        """Return, for each configuration, its codes that no case has."""
        used = dict(zip(self._code, np.any(self._coded, axis=1), strict=True))
        columns = (self._slots[slot] for slot in SLOTS)
        return [
            tuple(code for codes in slots for code in codes if not used[code])
            for slots in zip(*columns, strict=True)
        ]

    def named(self, members: Truth) -> list[tuple[str, ...]]:
        """Return, for each configuration, the names of the cases that are members."""
        names: list[list[str]] = [[] for _ in range(len(members))]
        rows, places = np.nonzero(members)
        for row, place in zip(rows.tolist(), places.tolist(), strict=True):
            names[row].append(self.cases[place])
        return [tuple(some) for some in names]

    def argued(self, evidence: pd.DataFrame | None, stance: str) -> Truth:
        """Say of each configuration and case whether there is evidence of a stance."""
        argued = np.zeros((len(self.ids), len(self.cases)), dtype=np.bool_)
        if evidence is None:
            return argued
        row = {id_: number for number, id_ in enumerate(self.ids)}
        place = {name: number for number, name in enumerate(self.cases)}
        own = _of_stance(evidence, stance)
        for target, case in set(zip(own["target"].tolist(), own["case"].tolist(), strict=True)):
            if target in row and case in place:
                argued[row[target], place[case]] = True
        return argued

    def looked_at(self, tags: pd.DataFrame, documents: pd.DataFrame | None) -> Truth:
        """Say of each case whether all its documents were coded to the end."""
        if documents is None:
            tagged = set(tags["case"].tolist())
            return np.array([case in tagged for case in self.cases], dtype=np.bool_)
        tagged = set(tags["document"].tolist())
        unread = {
            row["case"]
            for row in documents.to_dict("records")
            if row.get("kind") not in _ASIDE
            and not (row.get("done") or (not row.get("coders") and row["document"] in tagged))
        }
        known = set(documents["case"])
        return np.array(
            [case in known and case not in unread for case in self.cases], dtype=np.bool_
        )


def passages_against(evidence: pd.DataFrame) -> dict[str, dict[str, tuple[int, tuple[str, ...]]]]:
    """Return what speaks against each configuration, by case: how many passages, and the ids.

    Passages that overlap count once, whoever marked them.
    """
    own = _of_stance(evidence, "contradicts")
    ids = (own["evidence"] if "evidence" in own else own.index.astype(str)).tolist()
    number: dict[tuple[str, str], int] = {}
    pairs = zip(own["target"].tolist(), own["case"].tolist(), strict=True)
    group = [number.setdefault(pair, len(number)) for pair in pairs]
    counts = passages_of(own, np.array(group, dtype=np.int64), len(number)).tolist()
    held: list[list[str]] = [[] for _ in number]
    for one, id_ in zip(group, ids, strict=True):
        held[one].append(id_)
    found: dict[str, dict[str, tuple[int, tuple[str, ...]]]] = {}
    for (target, case), one in number.items():
        found.setdefault(target, {})[case] = (counts[one], tuple(sorted(held[one])))
    return found


def _of_stance(evidence: pd.DataFrame, stance: str) -> pd.DataFrame:
    return evidence[(evidence["target_kind"] == "configuration") & (evidence["stance"] == stance)]
