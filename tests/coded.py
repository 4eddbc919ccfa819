"""Coded text drawn with letters: a line for each coder, a letter for each character she gave that code.

`{"anna": "..mm..", "bo": ".mmm.."}` is a document of six characters; anna gave the third and
fourth the code m. A document may have several lines for one coder: give her a tuple of them.
"""

from __future__ import annotations

import itertools

import pandas as pd

#: Codes that are capital letters are contexts, the others mechanisms.
ROLES = {True: "context", False: "mechanism"}


def spans(line):
    """Return code, start and end of every run of one letter."""
    place = 0
    for letter, run in itertools.groupby(line):
        length = len(list(run))
        if letter != ".":
            yield letter, place, place + length
        place += length


def frames(*documents, cases=None, done=None):
    """Return the frames of tags and documents of texts drawn with letters."""
    rows, texts = [], []
    for number, drawn in enumerate(documents):
        name = f"d{number:03d}"
        case = cases[number] if cases else f"c{number:03d}"
        length = 0
        for coder, lines in drawn.items():
            for line in (lines,) if isinstance(lines, str) else lines:
                length = len(line)
                rows += [(name, case, coder, *span) for span in spans(line)]
        finished = tuple(drawn) if done is None else done[number]
        texts.append((name, case, length, tuple(drawn), finished))
    return tag_frame(rows), pd.DataFrame(
        texts, columns=["document", "case", "characters", "coders", "done"]
    )


def tag_frame(rows):
    """Return document, case, coder, code, start and end as a frame of tags."""
    tags = pd.DataFrame(rows, columns=["document", "case", "coder", "code", "start", "end"])
    role = [ROLES[code.isupper()] for code in tags["code"]]
    return tags.assign(
        tag=[f"t{number}" for number in range(len(tags))], role=role, family=role, group="kommune"
    ).astype({"start": "int64", "end": "int64"})
