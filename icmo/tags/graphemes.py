"""What a reader sees as one character, and where words end: places at which no span may be cut."""

from __future__ import annotations

import re
import unicodedata

_JOINER = "\u200d"
#: The first character that can join the one before it; nearly every letter stands below.
_FIRST_JOINING = "\u0300"
_FLAG_LETTERS = ("\U0001f1e6", "\U0001f1ff")
_SKIN_TONES = ("\U0001f3fb", "\U0001f3ff")
_FLAG_TAGS = ("\U000e0020", "\U000e007f")
_WORD = re.compile("[\\w\u0300-\u036f]+|[^\\w\\s]")


def cuts_grapheme(text: str, place: int) -> bool:
    """Say whether a cut here would part a letter from its accent, or an emoji from its other half."""
    if not 0 < place < len(text) or text[place] < _FIRST_JOINING:
        return False
    before, after = text[place - 1], text[place]
    if before == "\n":
        return False
    if _is_flag_letter(after):
        return _flag_letters_before(text, place) % 2 == 1
    return (
        after in "\u200c\u200d"
        or unicodedata.category(after).startswith("M")
        or _SKIN_TONES[0] <= after <= _SKIN_TONES[1]
        or _FLAG_TAGS[0] <= after <= _FLAG_TAGS[1]
        or (before == _JOINER and unicodedata.category(after).startswith("S"))
    )


def cuts_word(text: str, place: int) -> bool:
    """Say whether a cut here would fall inside a word."""
    return (
        0 < place < len(text)
        and text[place].isalnum()
        and (text[place - 1].isalnum() or unicodedata.combining(text[place - 1]) > 0)
    ) or cuts_grapheme(text, place)


def find_words(text: str) -> list[tuple[int, int]]:
    """Return where each word and each mark of punctuation stands."""
    words: list[tuple[int, int]] = []
    for found in _WORD.finditer(text):
        start, end = found.span()
        if words and words[-1][1] == start and cuts_grapheme(text, start):
            words[-1] = words[-1][0], end
        else:
            words.append((start, end))
    return words


def split_graphemes(text: str) -> list[str]:
    """Return the characters as a reader sees them."""
    cuts = [place for place in range(len(text)) if not cuts_grapheme(text, place)]
    return [text[start:end] for start, end in zip(cuts, [*cuts[1:], len(text)], strict=True)]


def _is_flag_letter(character: str) -> bool:
    return _FLAG_LETTERS[0] <= character <= _FLAG_LETTERS[1]


def _flag_letters_before(text: str, place: int) -> int:
    first = place
    while first and _is_flag_letter(text[first - 1]):
        first -= 1
    return place - first
