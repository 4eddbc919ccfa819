"""Do judges agree on levels: ordinal alpha and weighted kappa of the ratings of principles."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import numpy as np

from icmo._frames import make_frame
from icmo._strings import did_you_mean, say
from icmo.agreement.comparing import AgreementError
from icmo.agreement.intervals import FEWEST, draws, interval

if TYPE_CHECKING:
    from collections.abc import Sequence

    import pandas as pd
    from numpy.typing import NDArray

    Numbers = NDArray[np.float64]

LEVELS = ("nominal", "ordinal", "interval")
BY = ("all", "principle", "letter", "case")
COLUMNS = (
    "judges",
    "cases",
    "units",
    "percent",
    "weighted_kappa",
    "alpha",
    "low",
    "high",
    "note",
)


def krippendorff_alpha(values: Sequence[Sequence[Any]], measured: str = "nominal") -> float:
    """Return Krippendorff's alpha of values given by coders (rows) to units (columns).

    Args:
        values: None where a coder gave no value; several coders, any number of gaps.
        measured: nominal; ordinal or interval for numbers.

    Returns:
        Not a number where fewer than two values differ.
    """
    if measured not in LEVELS:
        raise AgreementError(
            say("agreement.measured", measured=measured, known=", ".join(LEVELS))
            + did_you_mean(measured, LEVELS)
        )
    given = sorted({value for row in values for value in row if value is not None})
    number = {value: place for place, value in enumerate(given)}
    codes = np.array([[-1 if value is None else number[value] for value in row] for row in values])
    scale = np.array(given, dtype=np.float64) if measured == "interval" else None
    return float(_alpha(_coincidences(codes, len(given)).sum(axis=0), measured, scale))


def rating_table(
    ratings: pd.DataFrame,
    by: str = "all",
    levels: Sequence[Any] | None = None,
    *,
    resamples: int = 2000,
    seed: int = 0,
    language: str | None = None,
) -> pd.DataFrame:
    """Say how far judges agree on the levels they gave principles, letter by letter and case by case.

    Args:
        ratings: a frame with the columns of `project.ratings()`; of two ratings of the same by
            one judge, the later counts.
        by: all, principle, letter or case.
        levels: the levels from lowest to highest; in order of size or name, when not said.
        resamples: how often whole cases are drawn again for the interval.
        seed: the same seed gives the same interval.
        language: of the notes.

    Returns:
        A frame with the columns `by`, judges, cases, units (rated by at least two), percent,
        weighted_kappa (quadratic; of two judges), alpha (ordinal), low, high and note.
    """
    if by not in BY:
        raise AgreementError(say("agreement.by", by=by, known=", ".join(BY)) + did_you_mean(by, BY))
    order = list(levels) if levels is not None else sorted(ratings["level"].unique())
    unknown = sorted({str(level) for level in ratings["level"]} - {str(level) for level in order})
    if unknown:
        raise AgreementError(
            say("agreement.level", level=unknown[0], levels=", ".join(map(str, order)))
        )
    groups = [(say("agreement.all", language), ratings)] if by == "all" else ratings.groupby(by)
    rows = [
        {by: name, **_row(part, order, resamples, seed, language)}
        for name, part in groups
        if len(part)
    ]
    return make_frame(
        rows,
        (by, *COLUMNS),
        numbers=("judges", "cases", "units"),
        decimals=("percent", "weighted_kappa", "alpha", "low", "high"),
    )


def _row(
    ratings: pd.DataFrame, order: list[Any], resamples: int, seed: int, language: str | None
) -> dict[str, Any]:
    latest = ratings.sort_values("created", kind="stable") if "created" in ratings else ratings
    wide = latest.drop_duplicates(
        ["principle", "letter", "case", "judge"], keep="last"
    ).pivot_table(
        index=["case", "principle", "letter"],
        columns="judge",
        values="level",
        aggfunc=lambda one: order.index(one.iloc[0]),
    )
    values = wide.fillna(-1).to_numpy(np.int64).T
    shared = (values >= 0).sum(axis=0) > 1
    values, case = values[:, shared], wide.index.get_level_values("case")[shared]
    cases = sorted(case.unique())
    pairs = _coincidences(values, len(order))
    by_case = np.stack([pairs[case == one].sum(axis=0) for one in cases]) if cases else pairs
    total = by_case.sum(axis=0)
    alpha = float(_alpha(total, "ordinal"))
    low, high = np.nan, np.nan
    if len(cases) >= FEWEST:
        weights = draws(len(cases), resamples, seed)
        drawn = _alpha(np.tensordot(weights, by_case, axes=1), "ordinal")
        low, high = (float(end[0]) for end in interval(drawn[:, np.newaxis]))
    said = [say("agreement.one_level", language)] if np.isnan(alpha) else []
    if len(cases) < FEWEST:
        said.append(say("agreement.few_cases", language, cases=len(cases)))
    return {
        "judges": len(values),
        "cases": len(cases),
        "units": int(shared.sum()),
        "percent": np.trace(total) / total.sum() if total.sum() else np.nan,
        "weighted_kappa": _weighted_kappa(values, len(order)),
        "alpha": alpha,
        "low": low,
        "high": high,
        "note": " ".join(said),
    }


def _coincidences(values: NDArray[np.int64], levels: int) -> Numbers:
    """Return, for each unit, how often each level stands beside each other level: units × levels × levels."""
    each = (values.T[..., np.newaxis] == np.arange(levels)).sum(axis=1).astype(np.float64)
    voices = each.sum(axis=1)
    pairs = each[:, :, np.newaxis] * each[:, np.newaxis, :]
    pairs -= each[:, :, np.newaxis] * np.eye(levels)
    return np.asarray(pairs / np.maximum(voices - 1, 1)[:, np.newaxis, np.newaxis])


def _alpha(coincidences: Numbers, measured: str, scale: Numbers | None = None) -> Numbers:
    """Return alpha from coincidences along the last two axes."""
    marginal = coincidences.sum(axis=-1)
    total = marginal.sum(axis=-1)
    apart = _distances(marginal, measured, scale)
    observed = (coincidences * apart).sum(axis=(-2, -1))
    products = marginal[..., :, np.newaxis] * marginal[..., np.newaxis, :]
    expected = (products * apart).sum(axis=(-2, -1))
    with np.errstate(divide="ignore", invalid="ignore"):
        return np.where(expected > 0, 1 - (total - 1) * observed / expected, np.nan)


def _distances(marginal: Numbers, measured: str, scale: Numbers | None) -> Numbers:
    """Return how far apart two levels are; of ordered ones, by how many values lie between them."""
    levels = marginal.shape[-1]
    if measured == "nominal":
        return np.asarray(1 - np.eye(levels))
    if scale is not None:
        return np.asarray((scale[:, np.newaxis] - scale) ** 2)
    middle = marginal.cumsum(axis=-1) - marginal / 2
    return np.asarray((middle[..., :, np.newaxis] - middle[..., np.newaxis, :]) ** 2)


def _weighted_kappa(values: NDArray[np.int64], levels: int) -> float:
    """Return kappa with quadratic weights of two judges; of more there is none."""
    if len(values) != 2 or not values.shape[1]:  # noqa: PLR2004 - two judges
        return np.nan
    table = np.bincount(values[0] * levels + values[1], minlength=levels**2)
    table = table.reshape(levels, levels) / values.shape[1]
    place = np.arange(levels)
    apart = (place[:, np.newaxis] - place) ** 2
    expected = (np.outer(table.sum(axis=1), table.sum(axis=0)) * apart).sum()
    return float(1 - (table * apart).sum() / expected) if expected else np.nan
