"""Turns: who speaks from where to where."""

from __future__ import annotations

import re
from dataclasses import dataclass

# `Mette (sagsbehandler): Ja, …` A name is at most three words, so that a sentence with a
# colon in it is not taken for a speaker.
_SPEAKER = re.compile(
    r"(?P<name>[^\W\d_][\w.'-]*(?: [\w.'-]+){0,2})(?: \((?P<role>[^()\n]{1,40})\))?:[ \t]+"
)


@dataclass(frozen=True)
class Turn:
    """What one speaker says in one go: `text[start:end]`, without the name before it."""

    start: int
    end: int
    speaker: str = ""
    speaker_role: str = ""


def find_turns(text: str) -> tuple[Turn, ...]:
    """Divide a transcript into turns.

    A line that begins with a name and a colon begins a turn; a line without one goes on with
    the turn above it, and stands alone where nobody has spoken yet.
    """
    turns: list[Turn] = []
    place = 0
    for line in text.splitlines(keepends=True):
        written = line.rstrip()
        start = place + len(line) - len(line.lstrip())
        end = place + len(written)
        place += len(line)
        if not written.strip():
            continue
        found = _SPEAKER.match(text, start, end)
        if found:
            turns.append(Turn(found.end(), end, found["name"], found["role"] or ""))
        elif turns and turns[-1].speaker:
            before = turns.pop()
            turns.append(Turn(before.start, end, before.speaker, before.speaker_role))
        else:
            turns.append(Turn(start, end))
    return tuple(turns)
