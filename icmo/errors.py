"""The one base class of what an evaluator can mend."""

from __future__ import annotations


class Error(Exception):
    """Something the evaluator can mend.

    Its message is a sentence in her language: where it is, what is wrong, what to do.
    """
