"""GUIDE: is a principle guiding, useful, inspiring, developmental and evaluable?"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import pandas as pd

    from icmo.codebook import Codebook


def interview_guide(codebook: Codebook, principle: str, language: str = "da") -> pd.DataFrame:
    """Return the questions to ask about a principle.

    Args:
        codebook: the codebook whose question templates are used.
        principle: the id of the principle.
        language: da or en.

    Returns:
        A frame of letter, question (its id), text and probe, in the order of the templates.

    Raises:
        PrincipleError: there is no such principle, or no questions are asked about it.
    """
    return codebook.questions(principle, language)
