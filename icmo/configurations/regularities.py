"""Where what a configuration explains is there: in k of n cases, by stratum, exceptions by name."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import numpy as np

from icmo._alphabet import alphabetical
from icmo._frames import make_frame
from icmo._strings import language, say
from icmo.configurations.coded import Coded
from icmo.configurations.records import ConfigurationError, check_known

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    import pandas as pd

    from icmo.configurations.coded import Truth

BASES = ("tags", "evidence")
_COLUMNS = ("configuration", "title", "stratum", "k", "n", "counted", "exceptions", "against")


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

    check_known("basis", basis or "?", BASES)
    found = Coded(configurations, tags, cases, match, level, parents)
    strata = _strata(found.cases, cases, by)
    against = found.argued(evidence, "contradicts")
    if basis == "evidence":
        both = found.argued(evidence, "supports")
        premise = both | against
    else:
        premise = found.has("intervention") & found.has("context")
        both = premise & found.has("mechanism") & found.has("outcome")
    rows: list[dict[str, Any]] = []
    for stratum, members in strata.items():
        parts = (premise & members, both & members, against & members)
        rows += _rows(found, stratum, parts, threshold)
    # The strata of one configuration stand together.
    order = {id_: place for place, id_ in enumerate(found.ids)}
    rows.sort(key=lambda one: order[one["configuration"]])
    table = make_frame(rows, _COLUMNS, objects=("exceptions", "against", "k", "n"))
    for name in ("k", "n"):
        table[name] = pd.array(table[name].tolist(), dtype="Int64")
    return table


def _rows(
    found: Coded, stratum: str, parts: tuple[Truth, Truth, Truth], threshold: int
) -> Iterator[dict[str, Any]]:
    """Yield a row for each configuration in one stratum; what is too small names nobody."""
    premise, both, against = parts
    counts = zip(premise.sum(axis=1).tolist(), both.sum(axis=1).tolist(), strict=True)
    claims = (found.filled("mechanism") | found.filled("outcome")).tolist()
    exceptions, speaking = found.named(premise & ~both), found.named(against)
    tongue = language()
    for row, (n, k) in enumerate(counts):
        small = n < threshold
        told = not small and claims[row]
        words = say("configuration.of", tongue, k=k, n=n) if told else ""
        yield {
            "configuration": found.ids[row],
            "title": found.titles[row],
            "stratum": stratum,
            "k": k if told else None,
            "n": None if small else n,
            "counted": f"<{threshold}" if small else words,
            "exceptions": exceptions[row] if told else (),
            "against": () if small else speaking[row],
        }


def _strata(names: list[str], cases: pd.DataFrame | None, by: str | None) -> dict[str, Truth]:
    if by is None:
        return {say("configuration.all_cases"): np.ones(len(names), dtype=np.bool_)}
    if cases is None or by not in cases:
        raise ConfigurationError(say("configuration.by", by=by))
    value = dict(zip(cases["case"], cases[by].fillna("").astype(str), strict=True))
    strata = alphabetical({value.get(name, "") for name in names})
    return {
        stratum: np.array([value.get(name, "") == stratum for name in names], dtype=np.bool_)
        for stratum in strata
    }
