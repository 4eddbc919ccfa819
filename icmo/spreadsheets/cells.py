"""Cells that do no harm: nothing is run as a formula, nothing hides a control character."""

from __future__ import annotations

import re
from typing import Any

from icmo._strings import STRINGS, say

#: With these a spreadsheet begins a formula.
_FORMULA = ("=", "+", "-", "@", "\t", "\r", "＝", "＋", "－", "＠")
_CONTROL = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")


def safe(value: Any) -> Any:
    """Return a value for a csv file: a text that would be run gets an apostrophe before it."""
    if not isinstance(value, str):
        return value
    text = value.replace("\0", "")
    return f"'{text}" if text.lstrip(" ").startswith(_FORMULA) else text


def restored(text: str) -> str:
    """Return a text as it was before `safe`."""
    return text[1:] if text.startswith("'") and text[1:].lstrip(" ").startswith(_FORMULA) else text


def is_formula(text: str) -> bool:
    """Say whether a spreadsheet might run a text."""
    return text.lstrip(" ").startswith(_FORMULA)


def printable(text: str) -> str:
    """Return a text without what a workbook cannot hold; a mark stands in its place."""
    return _CONTROL.sub("�", text)


def polarity_in_words(value: Any, language: str) -> str:
    """Return what a tag's polarity is called; nothing where none is told."""
    if not isinstance(value, str):
        return ""
    key = f"cell.{value}"
    return say(key, language) if key in STRINGS else value
