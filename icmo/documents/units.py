"""Units: turns, paragraphs, sentences and words, as coders are compared on them and counted."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache, lru_cache
from typing import TYPE_CHECKING, Any

from icmo._strings import did_you_mean, say
from icmo.documents.records import DocumentError
from icmo.documents.turns import find_paragraphs

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from icmo.documents.records import Turn

KINDS = ("turn", "sentence", "paragraph")
#: After these a name or a number follows, and no new sentence.
_LEADING = frozenset(
    """
    adj. afd. afs. ang. att. bl.a. borgm. ca. cand. chr. d. dir. dr. dvs. eks. ekskl. evt.
    f.eks. fhv. fig. fr. frk. fx. gl. hhv. hr. if. iflg. ifm. ift. iht. inkl. jf. jfr. jvf. kap.
    kgl. kl. lic. mag. maks. max. mht. min. nr. pga. ph.d. pr. prof. s. sdr. skt. st. stk. str.
    stud. tlf. vedr. vha.
    """.split()  # noqa: SIM905
)
_ENDS = frozenset((".", "!", "?", "…", "..", "...", "....", "。"))
_CLOSING = frozenset("\"'”’»«)]}›“´")
_INITIAL = re.compile(r"[A-ZÆØÅ]\.")
#: What stands inside a piece of text without white space and makes it two words or more, as in
#: spaCy: `ja,nej`, `jobcenter/kommune`, `ja…nej`, `hjem.Så`, `20kg`, and pictures between words.
_BETWEEN = re.compile(
    r"…|\.\.+|(?<=[^\W\d_])(?:--|[,!?<=>\"”“`‘´’‚„»«()\[\]])(?=[^\W\d_])"
    r"|(?<=[^\W_])[:<>=/](?=[^\W\d_])|(?<=[a-zæøåéäöü])\.(?=[A-ZÆØÅÉÄÖÜ])"
    r"|[©®°¦\u2195-\u2199\u21d5-\u21f3\u2300-\u27bf\U0001f000-\U0001faff]"
    r"|(?<=\d)(?=(?:[kcdm]?m|ha|[km]?g|yd|in|ft|t|lb|oz|m/s|km/h|[mkgtMKGT][bB]|[TGMK])\W*$)"
)
_PLAIN = re.compile(r"\W*[\w.\-']+\W*")
_ADDRESS = re.compile(r"://|^www\.|\w@\w|\w\.[a-z]{2,}/")
_ONE_WORD = frozenset(
    """
    og/eller a/s i/s c/o m/k m/s m/sek. km/t km/t. t/r u/b o/m o/m. a/b tcp/ip
    """.split()  # noqa: SIM905
)


@dataclass(frozen=True)
class Unit:
    """One piece of a document: `text[start:end]`, and who says it."""

    start: int
    end: int
    kind: str
    speaker: str = ""
    speaker_role: str = ""


def units(text: str, turns: Sequence[Turn], kind: str = "turn") -> list[Unit]:
    """Divide what was said into turns, paragraphs or sentences; none crosses a turn.

    Raises:
        DocumentError: there is no such kind of unit.
    """
    if kind not in KINDS:
        known = ", ".join(KINDS)
        raise DocumentError(say("unit.kind", kind=kind, known=known) + did_you_mean(kind, KINDS))
    paragraphs = [] if kind == "turn" else find_paragraphs(text)
    found: list[Unit] = []
    for turn in turns:
        for start, end in _pieces(text, turn, kind, paragraphs):
            found.append(Unit(start, end, kind, turn.speaker, turn.speaker_role))
    return found


def _pieces(
    text: str, turn: Turn, kind: str, paragraphs: Sequence[tuple[int, int]]
) -> Iterator[tuple[int, int]]:
    """Where the units of one turn begin and end; white space around them is no part of them."""
    if kind == "turn":
        if text[turn.start : turn.end].strip():
            yield turn.start, turn.end
        return
    for begin, stop in paragraphs:
        start, end = max(begin, turn.start), min(stop, turn.end)
        if text[start:end].strip() and start < end:
            end = start + len(text[start:end].rstrip())
            start = end - len(text[start:end].lstrip())
            yield from _sentences(text, start, end) if kind == "sentence" else [(start, end)]


def _sentences(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """Where sentences begin and end; a sentence may have several lines, not several paragraphs.

    spaCy's Danish tokenizer knows the abbreviations. Some of them are words too: it keeps `man.`
    together for `mandag`. So a full stop inside a token counts where a capital follows.
    """
    tokens = [token for token in _tokenizer()(text[start:end]) if not token.is_space]
    begin = 0
    for place, token in enumerate(tokens):
        following = tokens[place + 1] if place + 1 < len(tokens) else None
        if following is not None and _ends(tokens, begin, place):
            yield start + tokens[begin].idx, start + token.idx + len(token)
            begin = place + 1
    if tokens:
        yield start + tokens[begin].idx, start + tokens[-1].idx + len(tokens[-1])


def _ends(tokens: Sequence[Any], begin: int, place: int) -> bool:
    """Whether a sentence that begins at one token ends with another."""
    following = tokens[place + 1].text
    if _closes(tokens, place + 1) or following in _ENDS:
        return False  # it ends with the mark that closes it
    mark = place
    while mark > begin and _closes(tokens, mark):
        mark -= 1
    goes_on = (following.lstrip("\"'”’»«(“„[-–—")[:1] or following[0]).islower()
    written = tokens[mark].text
    if written in _ENDS:
        # Dots are a pause unless a capital follows, and `»Kom!« sagde hun` is one sentence.
        pause = written[0] == "…" or len(written) > 1 or mark < place
        before = f"{tokens[mark - 1].text}.".lower() if mark > begin else ""
        return not (goes_on and (pause or before in _LEADING))
    short = written.endswith(".") and len(written) > 1 and mark > begin
    if not short or goes_on or written.lower() in _LEADING or _INITIAL.fullmatch(written):
        return False
    return not following[0].isdigit()


def _closes(tokens: Sequence[Any], place: int) -> bool:
    """Whether a token is a closing mark: the same signs open, but then a blank is before them."""
    token, before = tokens[place], tokens[place - 1]
    return token.text in _CLOSING and token.idx == before.idx + len(before)


@cache
def _tokenizer() -> Any:
    """Return spaCy's Danish tokenizer: the language's rules without a model."""
    import spacy

    return spacy.blank("da").tokenizer


def words(text: str) -> list[str]:
    """Return the words of a text: spaCy's tokens that have a letter or a digit."""
    return [token.text for token in _tokenizer()(text) if any(map(str.isalnum, token.text))]


def count_words(text: str) -> int:
    """Count the words of a text, as `words` finds them, many times faster."""
    return sum(map(_words_between_spaces, text.split()))


@lru_cache(maxsize=100_000)
def _words_between_spaces(piece: str) -> int:
    if _PLAIN.fullmatch(piece) and "." not in piece[:-1] and not piece[0].isdecimal():
        return int(any(map(str.isalnum, piece)))
    core = piece.strip("()[]{}\"'”’»«“„.,;:!?")
    if core.lower() in _ONE_WORD or piece.lower() in _ONE_WORD or _ADDRESS.search(core):
        return 1
    return sum(any(map(str.isalnum, part)) for part in _BETWEEN.split(piece))
