"""E-mail addresses, web addresses and names on social media."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from icmo.documents.pseudonyms.finding import Find, make_find

if TYPE_CHECKING:
    from collections.abc import Iterator

LOCAL = r"[^\W_](?:[\w.+%&'’*/=?^~!#$-]*[\w+%*/=?^~!#$-])?|_[\w.+-]*\w"
DOMAIN = r"(?:[^\W_](?:[\w-]*[^\W_])?\.)+[^\W\d_]{2,24}"
EMAIL = re.compile(
    rf"(?<![\w.+%-])(?:mailto:)?(?P<mail>(?:{LOCAL}|\"[^\"\n]{{1,60}}\")\s?(?:@|＠)\s?(?:{DOMAIN}|\[?\d+(?:\.\d+){{3}}\]?))(?![\w@])"
)
#: Said aloud, or written so that no robot reads it.
SPOKEN = re.compile(
    r"(?<![\w.])(?P<mail>[\w+-]+(?:(?:\.| punktum | dot | prik | bindestreg )[\w+-]+)*"
    r"\s?(?:\bsnabel-?\s?a\b|[\[({<]\s?(?:at|a|snabel-?a|alfa)\s?[\])}>]|\balfategn\b| krøllet a)\s?"
    r"[\w-]+(?:(?:\.|\s?[\[({]\s?(?:dot|punktum|prik)\s?[\])}]\s?| punktum | dot | prik )[\w-]+)+)",
    re.IGNORECASE,
)
BARE = re.compile(r"(?<![\w.@])[\w.+-]{2,}@[\w-]{2,}(?![\w@])")
URL = re.compile(
    r"(?<![\w@])(?:(?:https?|ftp)://|www\.)[^\s<>\"'»”]+|"
    r"(?<![\w@.-])(?:[a-zæøå0-9](?:[a-zæøå0-9-]*[a-zæøå0-9])?\.)+"
    r"(?:dk|com|org|net|eu|info|biz|gov|edu|io|app|shop|online)(?![\w-])(?!\.\w)(?:/[^\s<>\"'»”]*)?",
    re.IGNORECASE,
)
HANDLE = re.compile(r"(?<![\w@.])@[^\W\d][\w.]{2,30}(?<!\.)")


def find_contacts(text: str) -> Iterator[Find]:
    """Find e-mail addresses, also those said aloud, web addresses and handles."""
    for match in EMAIL.finditer(text):
        yield make_find(text, match.span("mail"), "email", "form", 0.99)
    for match in SPOKEN.finditer(text):
        yield make_find(text, match.span("mail"), "email", "spoken", 0.8)
    for match in BARE.finditer(text):
        yield make_find(text, match.span(), "email", "without an ending", 0.4)
    for match in URL.finditer(text):
        end = match.end() - len(match.group()) + len(match.group().rstrip(".,;:!?)]"))
        yield make_find(text, (match.start(), end), "url", "form", 0.95)
    for match in HANDLE.finditer(text):
        yield make_find(text, match.span(), "url", "handle", 0.5)
