"""A long transcript with many overlapping tags, made up the same each time."""

from __future__ import annotations

import random
from typing import TYPE_CHECKING

from icmo import Codebook, Project

if TYPE_CHECKING:
    from pathlib import Path


def write_long_project(path: Path, words: int, tags: int) -> Path:
    """Make a project with one document called `long`; two coders' tags overlap in it."""
    chance = random.Random(7)
    letters = "aaabdeeeeefghiijklmnnoprrsstttuvæøå"
    known = ["".join(chance.choices(letters, k=chance.randint(2, 9))) for _ in range(4_000)]
    turns = []
    for number in range(words // 50):
        said = chance.choices(known, k=50)
        sentences = [" ".join(said[at : at + 10]).capitalize() + "." for at in range(0, 50, 10)]
        turns.append(f"{'Borger' if number % 3 else 'Interviewer'}: {' '.join(sentences)}")
    file = path.with_name("long.txt")
    file.write_text("\n\n".join(turns), encoding="utf-8")
    codebook = Codebook.load("kib")
    codes = list(codebook.labels())
    with Project.create(path, codebook, coder="anna") as project:
        project.import_documents(file)
        (document,) = project.documents()["document"]
        spans = set()
        stood = project.turns()
        while len(spans) < tags:
            turn = stood.iloc[chance.randrange(len(stood))]
            start = chance.randrange(turn["start"], turn["end"] - 60)
            spans.add((start, start + chance.randint(20, 240), chance.choice(codes)))
        length = stood["end"].max()
        project.tag_many(
            {
                "document": document,
                "start": start,
                "end": min(end, length),
                "code": code,
                "coder": chance.choice(("anna", "bo")),
            }
            for start, end, code in sorted(spans)
        )
    return path
