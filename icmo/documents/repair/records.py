"""What a repair proposes, and the names of its rules."""

from __future__ import annotations

from dataclasses import dataclass

from icmo._strings import say

#: The rules, in the order in which they read a text. Projects keep these names: never change one.
RULES = (
    "wrong_encoding",
    "special_space",
    "double_space",
    "invisible_sign",
    "joined_sign",
    "running_header",
    "page_number",
    "page_break",
    "footnote_marker",
    "line_hyphen",
    "kept_hyphen",
    "split_word",
    "lost_letter",
    "misread_sign",
    "bullet",
)


@dataclass(frozen=True)
class Proposal:
    """One place in a text that looks damaged, and what probably stood there.

    `text[start:end]` is `before`. A safe proposal may be accepted unseen; the others wait for a
    person. The confidence is the probability, as well as it can be told, that `after` is right.
    """

    start: int
    end: int
    before: str
    after: str
    rule: str
    confidence: float
    safe: bool = False


def rule_label(rule: str, language: str | None = None) -> str:
    """Return what a rule is called on screen."""
    return say(f"repair.{rule}", language)
