"""Turns: who speaks from where to where."""

from __future__ import annotations

import re
from dataclasses import replace

from icmo.documents.labels import Label, find_labels
from icmo.documents.records import Marks, Turn

_BLANK_LINES = re.compile(r"\n(?:[^\S\n]*\n)+")


def find_turns(text: str, marks: Marks | None = None) -> tuple[Turn, ...]:
    """Divide a transcript into turns.

    A line that begins with a name begins a turn; a paragraph without one goes on with the turn
    above it, and stands alone where nobody has spoken yet. The time said at a name is the
    turn's attribute `time`, and no part of what is spoken.
    """
    known = marks or Marks()
    lines = _written_lines(text)
    labels = find_labels(text, lines, known)
    starts = known.starts
    if starts is None:
        starts = frozenset(start for start, _ in find_paragraphs(text))
    turns: list[Turn] = []
    waiting = ""  # the time of a stamp that stands on a line of its own
    for start, end in lines:
        label = labels.get(start)
        if turns and start < turns[-1].end:
            continue  # inside a heading of several lines
        if start in known.headings:
            turns.append(Turn(start, known.headings[start], kind="heading"))
            waiting = ""
        elif label and not label.speaker and label.end >= end:
            waiting = label.time
        elif label or waiting:
            turns.append(_begun(label or Label(start), end, waiting, turns[-1:]))
            waiting = ""
        elif turns and _goes_on(turns[-1], start in starts):
            begin = turns[-1].start if turns[-1].start < turns[-1].end else start
            turns[-1] = replace(turns[-1], start=begin, end=end)
        else:
            turns.append(Turn(start, end, kind="paragraph"))
    return tuple(_with_times(text, turns, known) if known.times else turns)


def find_paragraphs(text: str) -> list[tuple[int, int]]:
    """Return where paragraphs begin and end: blank lines divide them, else every line end."""
    divider = _BLANK_LINES if _BLANK_LINES.search(text.strip()) else re.compile(r"\n")
    ends = [(found.start(), found.end()) for found in divider.finditer(text)]
    paragraphs: list[tuple[int, int]] = []
    place = 0
    for end, after in [*ends, (len(text), len(text))]:
        written = text[place:end].strip()
        if written:
            start = place + len(text[place:end]) - len(text[place:end].lstrip())
            paragraphs.append((start, start + len(written)))
        place = after
    return paragraphs


def _written_lines(text: str) -> list[tuple[int, int]]:
    lines: list[tuple[int, int]] = []
    place = 0
    for line in text.splitlines(keepends=True):
        written = line.strip()
        if written:
            start = place + len(line) - len(line.lstrip())
            lines.append((start, start + len(written)))
        place += len(line)
    return lines


def _begun(label: Label, end: int, waiting: str, before: list[Turn]) -> Turn:
    """Return a new turn; behind a stamp without a name the speaker above goes on."""
    time = label.time or waiting
    attributes = {"time": time} if time else {}
    start = min(label.end, end)
    if label.speaker:
        return Turn(start, end, label.speaker, label.role, attributes=attributes)
    if before and before[0].speaker:
        return replace(before[0], start=start, end=end, attributes=attributes)
    return Turn(start, end, kind="paragraph", attributes=attributes)


def _goes_on(turn: Turn, new_paragraph: bool) -> bool:
    return turn.kind == "turn" or (turn.kind == "paragraph" and not new_paragraph)


def _with_times(text: str, turns: list[Turn], known: Marks) -> list[Turn]:
    """Give each turn the time its first line begins and its last line ends."""
    timed = []
    for turn in turns:
        # A name written before the words stands on the same line.
        line = text.rfind("\n", 0, turn.start) + 1
        inside = [place for place in known.times if line <= place < max(turn.end, turn.start + 1)]
        if inside:
            begins, ends = known.times[min(inside)][0], known.times[max(inside)][1]
            known_times = {**turn.attributes, "time": begins, "until": ends}
            timed.append(replace(turn, attributes=known_times))
        else:
            timed.append(turn)
    return timed
