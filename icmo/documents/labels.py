"""Labels: the name, part and time that stand before what somebody says."""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

    from icmo.documents.records import Marks

_TIME = r"\d{1,2}:\d{2}(?::\d{2})?(?:[.,]\d{1,3})?(?![\d:])"
_LONG_TIME = r"\d{1,2}:\d{2}:\d{2}(?:[.,]\d{1,3})?(?![\d:])"
_SPAN = rf"{_TIME}(?:[ \t]*(?:-->|-|–)[ \t]*{_TIME})?"
_LONG_SPAN = rf"{_LONG_TIME}(?:[ \t]*(?:-->|-|–)[ \t]*{_LONG_TIME})?"
_IN_BRACKETS = rf"(?:\[[ ]?{_SPAN}[ ]?\]|\([ ]?{_SPAN}[ ]?\)|<{_SPAN}>|\#{_TIME}(?:-\d)?\#)"
# Letters with the marks written after them, as in å of two characters; at most three words.
_WORD = r"[\w\u0300-\u036f.'’-]{1,40}"
_NAME = rf"[^\W\d_][\w\u0300-\u036f.'’-]{{0,40}}(?:[ \u00a0]{_WORD}){{0,2}}"
_LONG_NAME = rf"[^\W\d_][\w\u0300-\u036f.'’-]{{0,40}}(?:[ \u00a0]{_WORD}){{0,4}}"
_ROLE = r"(?:[ \t]*\((?P<role>[^()\n]{1,40})\))?"
_INVISIBLE = r"[\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff]*"
_GAP = r"[ \t\u00a0]*"

# `[00:01:02]` or `00:01:02` at the beginning of a line; `01:02` only before a name.
_STAMP = re.compile(rf"{_GAP}(?P<time>{_IN_BRACKETS}|{_LONG_SPAN})(?=\s|$|[^\W\d_]|[\[(<*]){_GAP}")
_SHORT_STAMP = re.compile(rf"(?P<time>{_SPAN})[ \t\u00a0]+")
# `Mette:`, `Mette (sagsbehandler):`, `Mette [00:01:02]:`, `**Mette:**`
_COLON = re.compile(
    rf"{_INVISIBLE}(?P<stars>[*_]{{0,3}})(?P<name>{_NAME}){_ROLE}[*_]{{0,3}}"
    rf"(?:{_GAP}(?P<time>{_IN_BRACKETS}|{_TIME}))?{_INVISIBLE}{_GAP}[:：][*_]{{0,3}}(?=\s|$){_GAP}"
)
_TIGHT = re.compile(rf"{_INVISIBLE}(?P<name>{_NAME}){_ROLE}:(?=[^\s/])")
# `Mette 00:01:02` alone on a line, as in transcripts of meetings
_TIMED = re.compile(
    rf"(?P<stars>[*_]{{0,3}})(?P<name>{_LONG_NAME}){_ROLE}[*_]{{0,3}}[ \t\u00a0,]+"
    rf"(?P<time>{_IN_BRACKETS}|{_SPAN})$"
)
_BRACKETED = re.compile(rf"\[(?P<name>{_NAME}){_ROLE}\](?P<colon>{_GAP}:)?{_GAP}")
_VOICE = re.compile(rf"<v(?:\.[\w.]+)?[ \t]+(?P<name>[^>\n]{{1,80}})>{_GAP}")
_VOICE_ROLE = re.compile(r"(?P<name>[^()]+?)[ \t]*\((?P<role>[^()]{1,40})\)")
_BOLD_NAME = re.compile(rf"[*_\s]*(?P<name>{_NAME}){_ROLE}{_GAP}(?P<colon>:?)[*_\s:]*$")
_AFTER_BOLD = re.compile(rf"{_GAP}{_ROLE}(?P<colon>{_GAP}:)?{_GAP}")
_CLOCK = re.compile(_TIME)

#: Words that begin sentences, not turns: `Hun sagde: …`, `NB: …`
_SENTENCE = frozenset(
    """
    sagde siger sige spurgte spørger svarede svarer tænkte tænker er var at det som jeg han hun
    vi de at og der har havde blev bliver said says asked answered thought is was that it he she
    they we has had
    """.split()  # noqa: SIM905
)
_ALONE = frozenset(
    """
    nb obs ps fx eks ja nej altså men og så derfor konklusion opsummering eksempelvis eksempel
    note noter bemærk vigtigt husk kl pause latter griner utydeligt uhørligt gråd støj stilhed
    musik bifald afbrydelse yes no so but and well example important remember laughter laughs
    inaudible crosstalk silence music applause
    """.split()  # noqa: SIM905
)
#: Words of the block above a transcript: a name only where they come again.
_ABOVE = frozenset(
    """
    dato tid tidspunkt sted emne titel varighed længde kommune deltagere interview projekt fil
    optagelse transskription version sag date time place location title subject topic duration
    participants project file recording transcript
    """.split()  # noqa: SIM905
)


@dataclass(frozen=True)
class Label:
    """What stands before the words: they begin at `end`; a stamp alone has no speaker."""

    end: int
    speaker: str = ""
    role: str = ""
    time: str = ""
    sure: bool = False


def find_labels(text: str, lines: Sequence[tuple[int, int]], marks: Marks) -> dict[int, Label]:
    """Return the label of every line that has one, by where the line begins.

    A bare name counts where it begins two lines or more, or where the first line of the
    document begins with one: a sentence with a colon in it is no speaker.
    """
    found = {start: _label(text, start, end, marks) for start, end in lines}
    spoken = {start: label for start, label in found.items() if label and label.speaker}
    counts = Counter(_key(label.speaker) for label in spoken.values())
    script = _begins_with_a_name(lines, found, marks)
    kept: dict[int, Label] = {}
    for start, label in found.items():
        if label and _counts(label, counts, script):
            kept[start] = label
        elif label and label.time:
            kept[start] = _stamp_only(text, start, label)
    names = {_key(label.speaker) for label in kept.values() if label.speaker}
    for start, end in lines:
        if start in kept or start in marks.headings:
            continue
        tight = _TIGHT.match(text, start, end)
        if tight and _key(str(tight["name"])) in names:
            kept[start] = Label(tight.end(), tight["name"], tight["role"] or "")
    return kept


def _label(text: str, start: int, end: int, marks: Marks) -> Label | None:
    if start in marks.headings:
        return None
    if start in marks.speakers:
        name, after = marks.speakers[start]
        return _voice_label(name, after)
    stamp = _STAMP.match(text, start, end)
    place = stamp.end() if stamp else start
    label = _name(text, place, end, marks.bold.get(start, -1))
    if not label and not stamp:
        stamp = _SHORT_STAMP.match(text, start, end)
        label = _name(text, stamp.end(), end, marks.bold.get(start, -1)) if stamp else None
        stamp = stamp if label else None
    time = _clock(stamp["time"]) if stamp else ""
    if label and not label.time:
        behind = _STAMP.match(text, label.end, end)
        if behind:
            label = replace(label, end=behind.end(), time=_clock(behind["time"]))
    if label:
        return replace(label, time=time or label.time, sure=label.sure)
    return Label(place, time=time) if stamp else None


def _name(text: str, start: int, end: int, bold: int) -> Label | None:
    """Return the label whose name begins here, if one does."""
    voice = _VOICE.match(text, start, end)
    if voice:
        return _voice_label(voice["name"].strip(), voice.end())
    timed = _TIMED.match(text, start, end)
    if timed and _is_name(timed["name"]):
        return Label(end, timed["name"], timed["role"] or "", _clock(timed["time"]), sure=True)
    colon = _COLON.match(text, start, end)
    if colon and _is_name(colon["name"]):
        return _colon_label(colon, sure=start < bold or bool(colon["stars"]))
    bracketed = _BRACKETED.match(text, start, end)
    if bracketed and _is_name(bracketed["name"]):
        return Label(bracketed.end(), bracketed["name"], bracketed["role"] or "")
    return _bold_label(text, start, end, bold)


def _voice_label(written: str, end: int) -> Label:
    """A name that stands for certain, with the part in brackets behind it."""
    parts = _VOICE_ROLE.fullmatch(written)
    return (
        Label(end, parts["name"], parts["role"], sure=True)
        if parts
        else Label(end, written, sure=True)
    )


def _colon_label(colon: re.Match[str], sure: bool) -> Label:
    role, time = colon["role"] or "", colon["time"] or ""
    if _CLOCK.fullmatch(role.strip()):
        role, time = "", role
    return Label(colon.end(), colon["name"], role, _clock(time), bool(sure or role or time))


def _bold_label(text: str, start: int, end: int, bold: int) -> Label | None:
    """A bold name before words that are not bold."""
    if not start < bold < end:
        return None
    named = _BOLD_NAME.match(text, start, bold)
    if not named or not _is_name(named["name"]):
        return None
    after = _AFTER_BOLD.match(text, bold, end)
    role = named["role"] or (after["role"] if after and after["colon"] else "") or ""
    place = after.end() if after and (after["colon"] or not after["role"]) else bold
    sure = bool(named["colon"] or role or (after and after["colon"]))
    return Label(place, named["name"], role, sure=sure)


def _is_name(name: str) -> bool:
    """Whether words may be a name: a capital first, and no word that sentences begin with."""
    words = _key(name).replace("\u00a0", " ").split(" ")
    if name[0].islower():
        return False
    if len(words) == 1:
        return words[0].rstrip(".") not in _ALONE
    return not _SENTENCE.intersection(words)


def _counts(label: Label, counts: Counter[str], script: bool) -> bool:
    if not label.speaker or label.sure or counts[_key(label.speaker)] > 1:
        return True
    return script and _is_plain_name(label.speaker)


def _is_plain_name(name: str) -> bool:
    """Whether words look like a name also where they stand only once."""
    words = name.replace("\u00a0", " ").split(" ")
    return _key(words[0]) not in _ABOVE and not any(word[0].islower() for word in words)


def _begins_with_a_name(
    lines: Sequence[tuple[int, int]], found: dict[int, Label | None], marks: Marks
) -> bool:
    for start, _ in lines:
        label = found[start]
        if start in marks.headings or (label and not label.speaker):
            continue
        if label and _key(label.speaker.split(" ")[0]) in _ABOVE:
            continue
        return label is not None and _is_plain_name(label.speaker)
    return False


def _stamp_only(text: str, start: int, label: Label) -> Label:
    """The stamp before a name that turned out to be none."""
    stamp = _STAMP.match(text, start, label.end)
    return Label(stamp.end() if stamp else start, time=label.time if stamp else "")


def _clock(written: str) -> str:
    found = _CLOCK.search(written)
    return found.group() if found else ""


def _key(name: str) -> str:
    return unicodedata.normalize("NFC", name).casefold()
