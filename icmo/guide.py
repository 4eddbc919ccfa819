"""GUIDE: is a principle guiding, useful, inspiring, developmental and evaluable?"""

from __future__ import annotations

from typing import TYPE_CHECKING

import pandas as pd

from icmo.codebook.questions import chosen_language, find_principle, questions_of

if TYPE_CHECKING:
    from icmo.codebook import Codebook

#: The columns of an interview guide.
GUIDE_COLUMNS = ("letter", "question", "text", "probe")


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
    code = find_principle(codebook.family_records, principle)
    spoken = chosen_language(codebook.languages, language)
    questions = questions_of(codebook.question_templates, code, spoken)
    return pd.DataFrame(questions, columns=list(GUIDE_COLUMNS)).astype("str")
