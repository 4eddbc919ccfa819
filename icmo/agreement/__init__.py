"""Do coders agree: coefficients with intervals, said in words, and where they part.

`agreement_table` asks of every code whether coders gave it to the same text; `domain_table`
whether, having coded the same text, they chose the same code; `confusion_table` which codes
they take for each other; `rating_table` whether judges gave the same levels. Every function
takes frames and returns frames; none knows a project.
"""

from __future__ import annotations

from icmo.agreement.comparing import AgreementError, coder_pairs, compared_coders
from icmo.agreement.confusion import confused_passages, confusion_matrix, confusion_table
from icmo.agreement.domains import domain_table
from icmo.agreement.drawing import draw_agreement
from icmo.agreement.ratings import krippendorff_alpha, rating_table
from icmo.agreement.tables import agreement_table, pair_table
from icmo.agreement.wording import agreement_in_words, confusion_in_words

__all__ = [
    "AgreementError",
    "agreement_in_words",
    "agreement_table",
    "coder_pairs",
    "compared_coders",
    "confused_passages",
    "confusion_in_words",
    "confusion_matrix",
    "confusion_table",
    "domain_table",
    "draw_agreement",
    "krippendorff_alpha",
    "pair_table",
    "rating_table",
]
