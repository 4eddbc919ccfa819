"""The coefficients of agreement, as functions of counts.

They take counts of any shape and work along the last axis, so that one call serves every code
and every draw of a bootstrap. Where nothing varies there is nothing to be agreed on beyond
chance, and a coefficient is not a number.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

if TYPE_CHECKING:
    from numpy.typing import NDArray

    Numbers = NDArray[np.float64]

#: In the order of the table.
COEFFICIENTS = ("percent", "kappa", "brennan_prediger", "ac1", "alpha", "pi", "f1", "iou")


def binary_coefficients(depth: Numbers, marginal: Numbers) -> dict[str, Numbers]:
    """Return the coefficients of yes-or-no judgements that every coder made of every unit.

    Args:
        depth: along the last axis, how many units were coded by 0, 1, … all coders.
        marginal: along the last axis, how many units each coder coded.

    Returns:
        percent: of all pairs of judgements of a unit, those that agree.
        kappa: Cohen's; with more than two coders Conger's, whose chance is the mean over pairs.
        brennan_prediger: chance is one half.
        ac1: Gwet's.
        alpha: Krippendorff's, nominal.
        pi: Scott's; with more than two coders Fleiss'.
        f1, iou: of the pairs of coders together; what nobody coded does not count.
        prevalence: the share of judgements that say yes.
    """
    coders = marginal.shape[-1]
    yes = np.arange(coders + 1, dtype=np.float64)
    no = coders - yes
    pairs = coders * (coders - 1)
    units = depth.sum(axis=-1)
    coded = (depth * yes).sum(axis=-1)
    both = (depth * yes * (yes - 1)).sum(axis=-1)
    either = (depth * (pairs - no * (no - 1))).sum(axis=-1)
    split = (depth * yes * no).sum(axis=-1)
    values = units * coders
    varies = (coded > 0) & (coded < values)
    share = _ratio(coded, values)
    percent = 1 - _ratio(2 * split, units * pairs)
    chance = 1 - 2 * share * (1 - share)
    return {
        "percent": percent,
        "kappa": _beyond(percent, _chance_of_pairs(marginal, units), varies),
        "brennan_prediger": np.where(varies, 2 * percent - 1, np.nan),
        "ac1": _beyond(percent, 1 - chance, varies),
        "alpha": nominal_alpha(
            2 * split / (coders - 1), np.stack([coded, values - coded], axis=-1)
        ),
        "pi": _beyond(percent, chance, varies),
        "f1": _ratio(both, coded * (coders - 1)),
        "iou": _ratio(both, either),
        "prevalence": share,
    }


def nominal_alpha(disagreement: Numbers, marginal: Numbers) -> Numbers:
    """Return Krippendorff's alpha for categories without order.

    Args:
        disagreement: the pairs of unequal values, each weighted by one over the number of
            values of its unit less one: all that lies off the diagonal of the coincidences.
        marginal: along the last axis, how often each category was given to a unit that has
            more than one value.
    """
    values = marginal.sum(axis=-1)
    expected = values**2 - (marginal**2).sum(axis=-1)
    alpha = 1 - _ratio((values - 1) * disagreement, expected)
    return np.asarray(np.where(expected > 0, alpha, np.nan))


def _chance_of_pairs(marginal: Numbers, units: Numbers) -> Numbers:
    """Return how often two coders would agree by chance, each with her own share; mean over pairs."""
    coders = marginal.shape[-1]
    shares = _ratio(marginal, units[..., np.newaxis])
    total = shares.sum(axis=-1)
    products = total**2 - (shares**2).sum(axis=-1)
    return np.asarray(1 + 2 * products / (coders * (coders - 1)) - 2 * total / coders)


def _beyond(observed: Numbers, chance: Numbers, varies: NDArray[np.bool_]) -> Numbers:
    return np.asarray(np.where(varies, _ratio(observed - chance, 1 - chance), np.nan))


def _ratio(above: Numbers, below: Numbers) -> Numbers:
    """Divide, and give what is no number where there is nothing to divide by."""
    with np.errstate(divide="ignore", invalid="ignore"):
        return np.asarray(np.where(below == 0, np.nan, np.asarray(above) / below))
