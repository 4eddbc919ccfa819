"""The table of agreement: a row for each code, family, role, document or case."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import numpy as np

from icmo._alphabet import alphabetical
from icmo._strings import did_you_mean, say
from icmo.agreement.coefficients import binary_coefficients
from icmo.agreement.comparing import AgreementError, coder_pairs, compare
from icmo.agreement.intervals import FEWEST, drawn_sums, draws, interval
from icmo.agreement.notes import notes
from icmo.agreement.passages import matched_f1
from icmo.agreement.unitizing import alpha_u, alpha_u_1995

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    import pandas as pd
    from numpy.typing import NDArray

    from icmo.agreement.comparing import Comparison

    Numbers = NDArray[np.float64]

#: What may have a row of its own; `all` puts everything in one.
BY = ("code", "family", "role", "document", "case", "all")
#: What a row says, in order.
COLUMNS = (
    "coders",
    "documents",
    "units",
    "prevalence",
    "percent",
    "kappa",
    "brennan_prediger",
    "ac1",
    "alpha",
    "f1",
    "iou",
    "low",
    "high",
    "note",
)
#: What may be asked for besides.
ALSO = ("pi", "passage_f1", "alpha_u", "alpha_u_1995")


def agreement_table(
    tags: pd.DataFrame,
    documents: pd.DataFrame,
    units: pd.DataFrame | None = None,
    by: str = "code",
    unit: str = "character",
    coders: Sequence[str] | None = None,
    *,
    finished: bool = False,
    also: Sequence[str] = (),
    overlap: float = 0.5,
    resamples: int = 2000,
    seed: int = 0,
    language: str | None = None,
) -> pd.DataFrame:
    """Say how far coders agree on which text has a code.

    Each unit of text is a judgement: does it have this code, or not? Only documents assigned to
    all the compared coders count; whoever was assigned a document and coded nothing in it said
    no throughout. By family or role, any of its codes is a yes. By document, by case and for
    all together, the judgements of all codes used are put together.

    Args:
        tags: a frame with the columns of `project.tags()`.
        documents: a frame with the columns of `project.documents()`.
        units: a frame with the columns of `project.units(…)`, where `unit` is one of its kinds.
        by: code, family, role, document, case or all.
        unit: character; turn, sentence or paragraph (coded when any of it is); or passage: a
            stretch that somebody gave some code, so that text nobody coded is left out.
        coders: who to compare; everybody who shares a document, when not said.
        finished: only documents that all of them have finished.
        also: further columns. `pi` is Scott's or Fleiss'; `passage_f1` counts passages that
            meet, see `overlap`; `alpha_u` and `alpha_u_1995` are Krippendorff's for unitizing
            (2016 and 1995; by code, family or role, and by character).
        overlap: the share of the text of two passages that they must have in common to meet.
        resamples: how often whole documents are drawn again for the interval.
        seed: the same seed gives the same interval.
        language: of the notes.

    Returns:
        A frame with the columns `by`, coders, documents, units (their number), prevalence (the
        share of judgements that say yes), percent (agreement observed), kappa,
        brennan_prediger, ac1, alpha, f1, iou, low and high (the 95 % interval of alpha) and
        note. What cannot be calculated is not a number and is said in the note.
    """
    _check(by, also)
    item = by if by in ("family", "role") else "code"
    found = compare(tags, documents, units, item=item, unit=unit, coders=coders, finished=finished)
    rows, depth, marginal, spread = _rows(found, by, language)
    values = binary_coefficients(depth.sum(axis=1), marginal.sum(axis=1))
    low, high = _intervals(depth, marginal, spread, resamples, seed)
    columns = {
        "coders": np.int64(len(found.coders)),
        "documents": spread.astype(np.int64),
        "units": depth.sum(axis=(1, 2)).astype(np.int64),
        **{name: values[name] for name in COLUMNS if name in values},
        "low": low,
        "high": high,
    }
    for name in also:
        columns[name] = values["pi"] if name == "pi" else _extra(found, name, by, overlap)
    table = _annotated(by, rows, columns, found, language)
    table.attrs["unit"] = unit
    return table


def _check(by: str, also: Sequence[str]) -> None:
    if by not in BY:
        raise AgreementError(say("agreement.by", by=by, known=", ".join(BY)) + did_you_mean(by, BY))
    for name in also:
        if name not in ALSO:
            raise AgreementError(
                say("agreement.also", name=name, known=", ".join(ALSO)) + did_you_mean(name, ALSO)
            )


def _annotated(
    by: str,
    rows: Sequence[str],
    columns: Mapping[str, Any],
    found: Comparison,
    language: str | None,
) -> pd.DataFrame:
    """Return the columns as a table, with what is to be said of each row in its last one."""
    import pandas as pd

    table = pd.DataFrame({by: pd.Series(rows, dtype="str"), **columns})
    said = notes(table, found, language)
    sentences = [" ".join(sentence for _, sentence in row) for row in said]
    table["note"] = pd.Series(sentences, dtype="str")
    extra = [name for name in columns if name not in COLUMNS]
    table = table[[by, *COLUMNS[:-1], *extra, "note"]]
    table.attrs.update(coders=found.coders, by=by, notes=said)
    return table


def pair_table(
    tags: pd.DataFrame,
    documents: pd.DataFrame,
    units: pd.DataFrame | None = None,
    by: str = "all",
    unit: str = "character",
    **choices: Any,
) -> pd.DataFrame:
    """Compare every two coders on the documents they share: the columns coder and other, then as `agreement_table`."""
    import pandas as pd

    parts = []
    for one, other in coder_pairs(documents, finished=choices.get("finished", False)):
        part = agreement_table(tags, documents, units, by, unit, coders=(one, other), **choices)
        part.insert(0, "coder", pd.Series([one] * len(part), dtype="str"))
        part.insert(1, "other", pd.Series([other] * len(part), dtype="str"))
        parts.append(part)
    if not parts:
        raise AgreementError(say("agreement.alone"))
    said = [row for part in parts for row in part.attrs["notes"]]
    for part in parts:
        part.attrs.clear()
    table = pd.concat(parts, ignore_index=True)
    table.attrs.update(unit=unit, by=by, notes=said)
    return table


def _rows(
    found: Comparison, by: str, language: str | None
) -> tuple[list[str], Numbers, Numbers, NDArray[np.int64]]:
    """Return the rows of the table, the counts of each (rows × documents × …) and its number of documents."""
    depth, marginal = found.counts()
    documents = len(found.documents)
    if by in ("code", "family", "role"):
        return list(found.items), depth, marginal, np.full(len(found.items), documents)
    depth, marginal = depth.sum(axis=0), marginal.sum(axis=0)
    if by == "all":
        name = say("agreement.all", language)
        return [name], depth[np.newaxis], marginal[np.newaxis], np.array([documents])
    names = found.documents[by]
    rows = alphabetical(names.unique())
    member = np.array([[name == row for name in names] for row in rows], dtype=np.float64)
    member = member.reshape(len(rows), documents)
    apart = member[..., np.newaxis]
    return rows, depth * apart, marginal * apart, member.sum(axis=1).astype(np.int64)


def _intervals(
    depth: Numbers, marginal: Numbers, spread: NDArray[np.int64], resamples: int, seed: int
) -> tuple[Numbers, Numbers]:
    """Return low and high of alpha for each row; not a number with fewer than five documents."""
    low, high = np.full((2, len(spread)), np.nan)
    own = depth.sum(axis=2) > 0
    # Rows that rest on the same documents share their draws.
    for pattern in {tuple(row) for row in own}:
        same = np.array([tuple(row) == pattern for row in own])
        inside = np.array(pattern, dtype=np.bool_)
        if inside.sum() < FEWEST or not same.any():
            continue
        weights = draws(int(inside.sum()), resamples, seed)
        values = binary_coefficients(
            drawn_sums(weights, depth[same][:, inside]),
            drawn_sums(weights, marginal[same][:, inside]),
        )
        low[same], high[same] = interval(values["alpha"])
    return low, high


def _extra(found: Comparison, name: str, by: str, overlap: float) -> Numbers:
    if name == "passage_f1" and by in ("code", "family", "role"):
        return matched_f1(found, overlap)
    if name in ("alpha_u", "alpha_u_1995") and by in ("code", "family", "role"):
        return (alpha_u if name == "alpha_u" else alpha_u_1995)(found)
    raise AgreementError(say("agreement.also_by", name=name, by=by))
