"""Where a pattern holds and where it does not: regularities by stratum, and what contradicts."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import numpy as np

from icmo._frames import make_frame
from icmo._strings import say
from icmo.configurations.patterns import LEVELS
from icmo.configurations.records import SLOTS, ConfigurationError, check_known

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    import pandas as pd
    from numpy.typing import NDArray

    Truth = NDArray[np.bool_]

MATCHES = ("all", "any")
BASES = ("tags", "evidence")
#: What is put up beside the interviews, and is read without being coded.
_ASIDE = ("statement board",)
FINDINGS = (
    "against",
    "no_mechanism_or_outcome",
    "outcome_without_mechanism",
    "none_found",
    "never_coded",
    "not_looked_for",
)
_REGULARITY = ("configuration", "title", "stratum", "k", "n", "counted", "exceptions", "against")
_DISCONFIRMING = ("configuration", "title", "case", "finding", "codes", "passages", "evidence")


def regularity_table(
    configurations: pd.DataFrame,
    tags: pd.DataFrame,
    cases: pd.DataFrame | None = None,
    by: str | None = None,
    *,
    evidence: pd.DataFrame | None = None,
    threshold: int = 0,
    basis: str = "tags",
    match: str = "all",
    level: str = "code",
    parents: Mapping[str, str] | None = None,
) -> pd.DataFrame:
    """Say in how many cases what a configuration explains is there: k of n, by stratum.

    n is the number of cases in which its interventions and contexts are coded, k how many of
    these have its mechanisms and outcomes too. The exceptions are named: they are where to look
    for what is different. There is no test of significance, as cases are not a sample.

    Args:
        configurations: a frame with the columns of `project.configurations()`.
        tags: a frame with the columns of `project.tags()`.
        cases: a frame with the columns of `project.cases()`; needed for `by`.
        by: an attribute of cases, such as readiness, that divides them into strata.
        evidence: a frame with the columns of `project.evidence()`; names the cases that speak
            against.
        basis: tags, as above; or evidence: n is the number of cases with evidence for or against
            the configuration, k how many of these have some for it.
        threshold: a stratum with fewer cases than this is not counted, nor are cases named.
        match: whether all the codes of a slot must be coded in a case, or any of them.
        level: code, or parent: any code under the same parent will do.
        parents: the parent of each code that has one.

    Returns:
        A frame with the columns configuration, title, stratum, k and n (empty below the
        threshold), counted (such as "3 of 5", or "<3"), exceptions (names of cases with
        intervention and context, but without mechanism or outcome) and against (names of cases
        with evidence against). A configuration without mechanism and outcome has no k.
    """
    import pandas as pd

    found = _Coded(configurations, tags, cases, match, level, parents)
    strata = _strata(found.cases, cases, by)
    against = _argued(configurations, evidence, found.cases, "contradicts")
    premise = found.has("intervention") & found.has("context")
    both = premise & found.has("mechanism") & found.has("outcome")
    check_known("basis", basis or "?", BASES)
    if basis == "evidence":
        both = _argued(configurations, evidence, found.cases, "supports")
        premise = both | against
    claims = found.filled("mechanism") | found.filled("outcome")
    rows = []
    titles = configurations["title"].tolist()
    for stratum, members in strata.items():
        n, k = (premise & members).sum(axis=1), (both & members).sum(axis=1)
        without = premise & ~both & members
        for row, id_ in enumerate(found.ids):
            small = n[row] < threshold
            told = not small and bool(claims[row])
            rows.append(
                {
                    "configuration": id_,
                    "title": titles[row],
                    "stratum": stratum,
                    "k": int(k[row]) if told else None,
                    "n": None if small else int(n[row]),
                    "counted": _counted(int(k[row]), int(n[row]), threshold, told=told),
                    "exceptions": found.named(without[row]) if told else (),
                    "against": () if small else found.named(against[row] & members),
                }
            )
    order = {id_: place for place, id_ in enumerate(found.ids)}
    rows.sort(key=lambda one: (order[one["configuration"]], one["stratum"]))
    table = make_frame(rows, _REGULARITY, objects=("exceptions", "against", "k", "n"))
    for name in ("k", "n"):
        table[name] = pd.array(table[name].tolist(), dtype="Int64")
    return table


def _counted(k: int, n: int, threshold: int, *, told: bool) -> str:
    if n < threshold:
        return f"<{threshold}"
    return say("configuration.of", k=k, n=n) if told else ""


def disconfirming_table(
    configurations: pd.DataFrame,
    evidence: pd.DataFrame,
    tags: pd.DataFrame,
    documents: pd.DataFrame | None = None,
    *,
    match: str = "all",
    level: str = "code",
    parents: Mapping[str, str] | None = None,
) -> pd.DataFrame:
    """Look for what contradicts each configuration, and say where nobody has looked.

    Args:
        configurations: a frame with the columns of `project.configurations()`.
        evidence: a frame with the columns of `project.evidence()`.
        tags: a frame with the columns of `project.tags()`.
        documents: a frame with the columns of `project.documents()`. A document is looked at
            when somebody has finished it, or when nobody was assigned and it has tags. Without
            documents, a case is looked at when it has tags.
        match: whether all the codes of a slot must be coded in a case, or any of them.
        level: code, or parent.
        parents: the parent of each code that has one.

    Returns:
        A frame with the columns configuration, title, case, finding, codes (those missing),
        passages (how many speak against) and evidence (their ids). The findings: `against`
        (passages marked so), `no_mechanism_or_outcome` (intervention and context are there, a
        mechanism or outcome is not), `outcome_without_mechanism`, `none_found` (every case that
        was looked at was searched in vain), `never_coded` (codes of the configuration that
        nobody has used anywhere, so that their absence says nothing) and `not_looked_for` (a
        case nobody has coded to the end).
    """
    found = _Coded(configurations, tags, documents, match, level, parents)
    looked = _looked_at(found.cases, tags, documents)
    has = {slot: found.has(slot) for slot in SLOTS}
    fills = {slot: found.filled(slot)[:, None] for slot in SLOTS}
    premise = has["intervention"] & has["context"] & (fills["intervention"] | fills["context"])
    lacks = premise & ~(has["mechanism"] & has["outcome"]) & looked
    unexplained = has["outcome"] & fills["outcome"] & ~has["mechanism"] & looked
    counter = _counter_evidence(evidence)
    rows: list[dict[str, Any]] = []
    titles = configurations["title"].tolist()
    for row, id_ in enumerate(found.ids):
        head = {"configuration": id_, "title": titles[row]}
        own = [
            {**head, "case": case, "finding": "against", "passages": len(ids), "evidence": ids}
            for case, ids in sorted(counter.get(id_, {}).items())
        ]
        for finding, where, slots in (
            ("no_mechanism_or_outcome", lacks, ("mechanism", "outcome")),
            ("outcome_without_mechanism", unexplained, ("mechanism",)),
        ):
            own += [
                {
                    **head,
                    "case": found.cases[place],
                    "finding": finding,
                    "codes": found.missing(row, place, slots),
                }
                for place in np.flatnonzero(where[row]).tolist()
            ]
        if not own and looked.any():
            own.append({**head, "case": "", "finding": "none_found"})
        unused = found.unused(row)
        if unused:
            own.append({**head, "case": "", "finding": "never_coded", "codes": unused})
        own += [
            {**head, "case": found.cases[place], "finding": "not_looked_for"}
            for place in np.flatnonzero(~looked).tolist()
        ]
        rows += own
    plain = {"codes": (), "evidence": (), "passages": 0}
    rows = [{**plain, **row} for row in rows]
    return make_frame(rows, _DISCONFIRMING, ("passages",), ("codes", "evidence"))


def _counter_evidence(
    evidence: pd.DataFrame, stance: str = "contradicts"
) -> dict[str, dict[str, tuple[str, ...]]]:
    """Return the evidence against each configuration, or of another stance, by case."""
    own = evidence[(evidence["target_kind"] == "configuration") & (evidence["stance"] == stance)]
    ids = own["evidence"] if "evidence" in own else own.index.astype(str)
    found: dict[str, dict[str, tuple[str, ...]]] = {}
    for target, case, id_ in zip(own["target"], own["case"], ids, strict=True):
        cases = found.setdefault(target, {})
        cases[case] = (*cases.get(case, ()), id_)
    return found


class _Coded:
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
        self._every = match == "all"
        known = parents if level == "parent" and parents else {}
        pairs = set(zip(tags["case"], tags["code"], strict=True))
        pairs = {(case, known.get(code, code)) for case, code in pairs if case}
        named = set() if cases is None else {case for case in cases["case"] if case}
        self.cases = sorted(named | {case for case, _ in pairs})
        self._slots: dict[str, list[tuple[str, ...]]] = {
            slot: [
                tuple(dict.fromkeys(known.get(code, code) for code in codes))
                for codes in configurations[slot]
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

    def unused(self, row: int) -> tuple[str, ...]:
        """Return the codes of a configuration that no case has."""
        codes = [code for slot in SLOTS for code in self._slots[slot][row]]
        return tuple(code for code in codes if not self._coded[self._code[code]].any())

    def named(self, members: Truth) -> tuple[str, ...]:
        """Return the names of some cases."""
        return tuple(self.cases[place] for place in np.flatnonzero(members).tolist())


def _strata(names: list[str], cases: pd.DataFrame | None, by: str | None) -> dict[str, Truth]:
    if by is None:
        return {say("configuration.all_cases"): np.ones(len(names), dtype=np.bool_)}
    if cases is None or by not in cases:
        raise ConfigurationError(say("configuration.by", by=by))
    value = dict(zip(cases["case"], cases[by].fillna("").astype(str), strict=True))
    strata = sorted({value.get(name, "") for name in names})
    return {
        stratum: np.array([value.get(name, "") == stratum for name in names], dtype=np.bool_)
        for stratum in strata
    }


def _argued(
    configurations: pd.DataFrame, evidence: pd.DataFrame | None, cases: list[str], stance: str
) -> Truth:
    """Say of each configuration and case whether there is evidence of a stance."""
    argued = np.zeros((len(configurations), len(cases)), dtype=np.bool_)
    if evidence is not None:
        place = {name: number for number, name in enumerate(cases)}
        counter = _counter_evidence(evidence, stance)
        for row, id_ in enumerate(configurations["configuration"]):
            for case in counter.get(id_, {}):
                if case in place:
                    argued[row, place[case]] = True
    return argued


def _looked_at(cases: list[str], tags: pd.DataFrame, documents: pd.DataFrame | None) -> Truth:
    """Say of each case whether all its documents were coded to the end."""
    if documents is None:
        tagged = set(tags["case"])
        return np.array([case in tagged for case in cases], dtype=np.bool_)
    tagged = set(tags["document"])
    unread = {
        row["case"]
        for row in documents.to_dict("records")
        if row.get("kind") not in _ASIDE
        and not (row.get("done") or (not row.get("coders") and row["document"] in tagged))
    }
    known = set(documents["case"])
    return np.array([case in known and case not in unread for case in cases], dtype=np.bool_)
