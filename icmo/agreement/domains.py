"""Agreement on which code, where coders agree that there is one: cu-alpha within roles, Cu-alpha across them."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import combinations
from typing import TYPE_CHECKING, Any

import numpy as np

from icmo._frames import make_frame
from icmo._strings import did_you_mean, say
from icmo.agreement.coefficients import nominal_alpha
from icmo.agreement.comparing import AgreementError, compare
from icmo.agreement.intervals import FEWEST, draws, interval

if TYPE_CHECKING:
    from collections.abc import Sequence

    import pandas as pd
    from numpy.typing import NDArray

    from icmo.agreement.comparing import Comparison

    Numbers = NDArray[np.float64]
    Whole = NDArray[np.int64]

DOMAINS = ("role", "family")
COLUMNS = (
    "domain",
    "question",
    "coders",
    "documents",
    "codes",
    "units",
    "left_out",
    "percent",
    "cu_alpha",
    "low",
    "high",
    "note",
)


@dataclass(frozen=True)
class Choices:
    """What coders chose for the characters that at least two of them gave exactly one label, by document."""

    units: Numbers
    left_out: Numbers
    pairs: Numbers
    agreeing: Numbers
    disagreement: Numbers
    marginal: Numbers


def domain_table(
    tags: pd.DataFrame,
    documents: pd.DataFrame,
    domain: str = "role",
    coders: Sequence[str] | None = None,
    *,
    finished: bool = False,
    resamples: int = 2000,
    seed: int = 0,
    language: str | None = None,
) -> pd.DataFrame:
    """Ask, of text that coders agree to code, whether they agree on the code.

    Within a role (or family) the question is which of its codes: cu-alpha. Across them the
    question is which role: is this a context or a mechanism? Cu-alpha. Both are Krippendorff's
    nominal alpha over the characters to which at least two coders gave exactly one label;
    a character to which someone gave several is left out and counted in `left_out`.

    Returns:
        A row for each role and a last one across roles: domain, question (within, across),
        coders, documents, codes, units (characters), left_out, percent, cu_alpha, low, high
        and note.
    """
    if domain not in DOMAINS:
        raise AgreementError(
            say("agreement.by", by=domain, known=", ".join(DOMAINS)) + did_you_mean(domain, DOMAINS)
        )
    choice: dict[str, Any] = {"coders": coders, "finished": finished}
    across = compare(tags, documents, item=domain, **choice)
    asked = [
        (name, "within", compare(tags[tags[domain] == name], documents, item="code", **choice))
        for name in across.items
    ]
    rows = [
        _row(name, question, found, resamples, seed, language)
        for name, question, found in [*asked, (domain, "across", across)]
    ]
    return make_frame(
        rows,
        COLUMNS,
        numbers=("coders", "documents", "codes", "units", "left_out"),
        decimals=("percent", "cu_alpha", "low", "high"),
    )


def _row(
    name: str, question: str, found: Comparison, resamples: int, seed: int, language: str | None
) -> dict[str, Any]:
    chosen = choices(found)
    low, high, documents = np.nan, np.nan, len(found.documents)
    if documents >= FEWEST:
        weights = draws(documents, resamples, seed)
        drawn = nominal_alpha(weights @ chosen.disagreement, weights @ chosen.marginal)
        low, high = (float(end[0]) for end in interval(drawn[:, np.newaxis]))
    alpha = float(nominal_alpha(chosen.disagreement.sum(), chosen.marginal.sum(axis=0)))
    pairs = chosen.pairs.sum()
    return {
        "domain": name,
        "question": question,
        "coders": len(found.coders),
        "documents": documents,
        "codes": len(found.items),
        "units": int(chosen.units.sum()),
        "left_out": int(chosen.left_out.sum()),
        "percent": chosen.agreeing.sum() / pairs if pairs else np.nan,
        "cu_alpha": alpha,
        "low": low,
        "high": high,
        "note": _note(chosen, alpha, low, documents, language),
    }


def _note(chosen: Choices, alpha: float, low: float, documents: int, language: str | None) -> str:
    said = []
    if not chosen.units.sum():
        said.append(say("agreement.nothing_together", language))
    elif np.isnan(alpha):
        said.append(say("agreement.one_label", language))
    if documents < FEWEST:
        said.append(say("agreement.few", language, documents=documents))
    elif np.isnan(low) and not np.isnan(alpha):
        said.append(say("agreement.rare", language))
    if left_out := int(chosen.left_out.sum()):
        said.append(say("agreement.several", language, count=left_out))
    return " ".join(said)


def choices(found: Comparison) -> Choices:
    """Count, for each document, what coders chose where at least two gave exactly one label."""
    start, length, label = _labels(found)
    document = found.ground.document_of(start)
    coders, documents, items = len(found.coders), len(found.documents), len(found.items)
    several = (label == _SEVERAL).any(axis=0)
    given = (label >= 0) & ~several
    voices = given.sum(axis=0)
    together = voices > 1
    share = np.where(together, length / np.maximum(voices - 1, 1), 0.0)
    pairs, agreeing, disagreement = np.zeros((3, documents))
    for one, other in combinations(range(coders), 2):
        both = given[one] & given[other]
        same = both & (label[one] == label[other])
        pairs += _summed(document[both], length[both], documents)
        agreeing += _summed(document[same], length[same], documents)
        unlike = both & ~same
        disagreement += 2 * _summed(document[unlike], share[unlike], documents)
    marginal = np.zeros(documents * items)
    for own, spoke in zip(label, given, strict=True):
        counted = spoke & together
        marginal += _summed(
            document[counted] * items + own[counted], length[counted], documents * items
        )
    return Choices(
        units=_summed(document[together], length[together], documents),
        left_out=_summed(document[several], length[several], documents),
        pairs=pairs,
        agreeing=agreeing,
        disagreement=disagreement,
        marginal=marginal.reshape(documents, items),
    )


_NONE, _SEVERAL = -1, -2


def _labels(found: Comparison) -> tuple[Whole, Numbers, Whole]:
    """Return the stretches between all ends of marks, and the one label each coder gave each stretch."""
    marks = found.merged()
    edges = np.unique(np.concatenate((marks.start, marks.end)))
    count = np.zeros((len(found.coders), max(len(edges), 1)), dtype=np.int64)
    total = np.zeros_like(count)
    for places, sign in ((marks.start, 1), (marks.end, -1)):
        at = (marks.coder, np.searchsorted(edges, places))
        np.add.at(count, at, sign)
        np.add.at(total, at, sign * marks.item)
    count, total = count.cumsum(axis=1)[:, :-1], total.cumsum(axis=1)[:, :-1]
    label = np.where(count == 1, total, np.where(count == 0, _NONE, _SEVERAL))
    # What lies between two documents has no label, and so no weight.
    return edges[:-1], np.diff(edges).astype(np.float64), label


def _summed(cell: Whole, weights: Numbers, size: int) -> Numbers:
    return np.bincount(cell, weights=weights, minlength=size).astype(np.float64)
