"""Answers, read and checked."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from icmo._strings import say
from icmo.documents.tables import read_rows
from icmo.errors import Error

if TYPE_CHECKING:
    import os
    from collections.abc import Mapping

    import pandas as pd

_NEEDED = ("respondent", "wave", "item", "answer")


class SurveyError(Error):
    """Answers that cannot be counted."""


def read_answers(path: str | os.PathLike[str]) -> pd.DataFrame:
    """Read answers from a csv or xlsx file: respondent, case, role, wave, item, answer (a number, or empty).

    Raises:
        SurveyError: an answer is no number, or a respondent answered an item twice in a wave.
        DocumentError: the file cannot be read, or a column is missing.
    """
    import pandas as pd

    return checked_answers(pd.DataFrame(read_rows(path, _NEEDED)), str(Path(path).name))


def checked_answers(answers: pd.DataFrame, name: str) -> pd.DataFrame:
    """Return answers as numbers, none of them given twice."""
    import pandas as pd

    missing = [column for column in _NEEDED if column not in answers.columns]
    if missing:
        raise SurveyError(say("survey.columns", name=name, columns=", ".join(missing)))
    written = answers["answer"].astype("str").str.strip()
    written = written.where(~written.isin(("", "nan", "None", "<NA>")))
    numbers = pd.to_numeric(written, errors="coerce").astype("float64")
    wrong = written.notna() & numbers.isna()
    if wrong.any():
        at = int(wrong.to_numpy().argmax())
        raise SurveyError(
            say(
                "survey.answer",
                name=name,
                row=at + 2,
                answer=written.iloc[at],
                count=int(wrong.sum()),
            )
        )
    checked = answers.assign(answer=numbers, wave=answers["wave"].astype("str"))
    twice = checked.duplicated(["respondent", "wave", "item"])
    if twice.any():
        at = int(twice.to_numpy().argmax())
        row = checked.iloc[at]
        raise SurveyError(
            say(
                "survey.twice",
                name=name,
                row=at + 2,
                item=row["item"],
                wave=row["wave"],
                count=int(twice.sum()),
            )
        )
    return checked


def item_texts(items: Mapping[str, str] | str | os.PathLike[str] | None) -> dict[str, str]:
    """Return the text of each item, from a mapping or a file."""
    if items is None:
        return {}
    if hasattr(items, "items"):
        return dict(items.items())
    return {row["item"]: row["text"] for row in read_rows(items, ("item", "text"))}
