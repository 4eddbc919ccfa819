"""Waves: how many answered what to each item, and how that changed."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from icmo._strings import did_you_mean, say
from icmo.outcomes import hide_small
from icmo.surveys.reading import SurveyError, checked_answers, item_texts, read_answers

if TYPE_CHECKING:
    import os
    from collections.abc import Mapping, Sequence

    import pandas as pd
    from numpy.typing import NDArray

_GROUPS = ("case", "role")


def wave_table(
    answers: pd.DataFrame | str | os.PathLike[str],
    by: str | Sequence[str] = (),
    *,
    items: Mapping[str, str] | str | os.PathLike[str] | None = None,
    scale: Sequence[int] = (1, 2, 3, 4, 5),
    high: Sequence[int] = (4, 5),
    smallest: int = 5,
) -> pd.DataFrame:
    """Count the answers to each item in each wave.

    Args:
        answers: a frame with respondent, case, role, wave, item, answer, or a file of them.
        by: case, role, or both.
        items: the text of each item, as a mapping or a file with the columns item and text.
        scale: the answers that can be given, the lowest first.
        high: those that count as "to a high degree".
        smallest: where fewer than this answered, nothing is shown; in tables by case or role a
            number of answers below it is hidden, with others that would give it away.

    Returns:
        A frame with `by`, item, text, wave, n (who answered), missing (who were asked and did
        not), high (how many), share (of those who answered), a column answer_1 and so on for each
        answer of the scale, change (in percentage points since the wave before in which the item
        was asked), suppressed.
    """
    import pandas as pd

    given = answers if hasattr(answers, "columns") else read_answers(answers)
    given = checked_answers(given, say("months.frame"))  # type: ignore[arg-type]
    groups = _groups(by, given)
    _refuse_off_scale(given, scale)
    texts = item_texts(items)
    answered, highest = ([f"answer_{one}" for one in some] for some in (scale, high))
    table = _counted(given, groups, scale, high)
    order = {
        item: place for place, item in enumerate([*texts, *dict.fromkeys(given["item"])][::-1])
    }
    table = table.sort_values(
        [*groups, "item", "wave"], key=lambda one: -one.map(order) if one.name == "item" else one
    )
    table = _hidden(table.reset_index(drop=True), groups, answered, highest, smallest)
    before = table.groupby([*groups, "item"], sort=False)["share"].shift()
    table["change"] = (table["share"] - before) * 100
    named = table["item"].map(lambda item: texts.get(item, "")).astype("str")
    table.insert(len(groups) + 1, "text", named)
    columns = [*groups, "item", "text", "wave", "n", "missing", "high", "share"]
    columns += [*answered, "change", "suppressed"]
    finished = table[columns].astype({"n": "float64", "high": "float64"})
    finished.attrs["survey"] = {"scale": tuple(scale), "high": tuple(high), "smallest": smallest}
    assert isinstance(finished, pd.DataFrame)  # noqa: S101 - for the type checker
    return finished


def _refuse_off_scale(answers: pd.DataFrame, scale: Sequence[int]) -> None:
    wrong = answers[answers["answer"].notna() & ~answers["answer"].isin(list(scale))]
    if len(wrong):
        first = wrong.iloc[0]
        raise SurveyError(
            say(
                "survey.scale",
                answer=f"{first['answer']:g}",
                item=first["item"],
                count=len(wrong),
                scale=", ".join(map(str, scale)),
            )
        )


def _counted(
    answers: pd.DataFrame, groups: list[str], scale: Sequence[int], high: Sequence[int]
) -> pd.DataFrame:
    """Count the answers of each kind to each item in each wave."""
    each = {f"answer_{one}": answers["answer"] == one for one in scale}
    marked = answers.assign(
        **each,
        n=answers["answer"].notna(),
        missing=answers["answer"].isna(),
        high=answers["answer"].isin(list(high)),
    )
    numbers = ["n", "missing", "high", *each]
    return marked.groupby([*groups, "item", "wave"], sort=True)[numbers].sum().reset_index()


def _groups(by: str | Sequence[str], answers: pd.DataFrame) -> list[str]:
    groups = [by] if isinstance(by, str) else list(by)
    for one in groups:
        if one not in answers.columns or one not in _GROUPS:
            raise SurveyError(
                say("outcomes.by", by=one, known=", ".join(_GROUPS)) + did_you_mean(one, _GROUPS)
            )
    return groups


def _hidden(
    table: pd.DataFrame, groups: list[str], answers: list[str], high: list[str], smallest: int
) -> pd.DataFrame:
    """Take away what rests on too few, and what would give it away beside the table of all."""
    n = table["n"].astype("float64")
    few = ((n > 0) & (n < smallest)).to_numpy(bool, copy=True)
    hidden = np.repeat(few[:, None], len(answers), axis=1)
    no_high = few.copy()
    if groups:
        for places in table.groupby(["item", "wave"]).indices.values():
            rows = table.iloc[places]
            own = hide_small(rows, groups, smallest, "n", few[places])
            few[places] |= own
            hidden[places], no_high[places] = _wave_hidden(
                rows, groups, answers, high, smallest, own
            )
    shares = (table["high"] / n.where(n > 0)).where(~no_high)
    shown = table[answers].astype("float64").mask(hidden)
    return table.assign(
        n=n.where(~few),
        high=table["high"].astype("float64").where(~no_high),
        share=shares,
        suppressed=few | no_high | hidden.any(axis=1),
        **{answer: shown[answer] for answer in answers},
    )


def _wave_hidden(
    rows: pd.DataFrame,
    groups: list[str],
    answers: list[str],
    high: list[str],
    smallest: int,
    few: NDArray[np.bool_],
) -> tuple[NDArray[np.bool_], NDArray[np.bool_]]:
    """Return which answers, and which numbers of high answers, of one item and wave are hidden."""
    hidden = np.repeat(few[:, None], len(answers), axis=1)
    no_high = few.copy()
    places = [answers.index(one) for one in high]
    bands = rows[groups].assign(high=rows["high"], rest=rows["n"] - rows["high"])
    while True:
        before = hidden.sum() + no_high.sum()
        hidden = _hide_wide(rows, groups, answers, smallest, hidden)
        # The high answers are a sum of answers: neither may give the other away.
        no_high = np.asarray(no_high | hidden[:, places].any(axis=1))
        both = np.stack([no_high, no_high], axis=1)
        no_high = np.asarray(
            _hide_wide(bands, groups, ["high", "rest"], smallest, both).any(axis=1)
        )
        hidden |= no_high[:, None] & np.isin(np.arange(len(answers)), places)
        if hidden.sum() + no_high.sum() == before:
            return hidden, no_high


def _hide_wide(
    rows: pd.DataFrame,
    groups: list[str],
    columns: list[str],
    smallest: int,
    also: NDArray[np.bool_],
) -> NDArray[np.bool_]:
    """Hide small cells of a table that has a column for each of the last side's values."""
    tall = rows.melt(groups, columns, "_column", "_count")
    hidden = hide_small(tall, [*groups, "_column"], smallest, "_count", also.T.ravel())
    return hidden.reshape(len(columns), len(rows)).T
