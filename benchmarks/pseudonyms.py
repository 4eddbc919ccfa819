"""How long finding takes, beside splitting into words; and what is found of the made corpus.

    python benchmarks/pseudonyms.py    prints recall and false hits

The corpus and the table are made up; real interviews are harder. The figures are reported, not
promised.
"""

from __future__ import annotations

import csv
import re
import sys
from dataclasses import dataclass, field
from pathlib import Path

from measuring import Row, medians

from icmo.documents.pseudonyms import Find, finds

DATA = Path(__file__).parent.parent / "tests" / "data" / "pseudonyms"
MARK = re.compile(r"\[\[(?P<words>[^|\]]+)\|(?P<kind>\w+):(?P<number>\d+)(?P<genitive>:g)?\]\]")
#: Reading an hour's interview must not make anyone wait.
INTERVIEW_SECONDS = 2.0


@dataclass
class Marked:
    """A text with its marks taken out, and where the marked words stand."""

    text: str
    names: list[tuple[int, int, str]] = field(default_factory=list)


@dataclass
class Measured:
    """What was found of what there is."""

    there: int = 0
    found: int = 0
    hits: int = 0
    false_hits: int = 0
    missed: list[str] = field(default_factory=list)
    wrong: list[str] = field(default_factory=list)

    @property
    def recall(self) -> float:
        """Found of those that are there."""
        return self.found / self.there if self.there else 1.0

    @property
    def false_share(self) -> float:
        """False of all hits."""
        return self.false_hits / self.hits if self.hits else 0.0


def read_marked(written: str) -> Marked:
    """Take the marks `[[Fatima|person:1]]` out of a text."""
    marked, parts, reached, length = Marked(""), [], 0, 0
    for match in MARK.finditer(written):
        before = written[reached : match.start()]
        parts += [before, match["words"]]
        start = length + len(before)
        length = start + len(match["words"])
        owned = 0
        if match["genitive"]:
            owned = 1
        marked.names.append((start, length - owned, match["kind"]))
        reached = match.end()
    marked.text = "".join([*parts, written[reached:]])
    return marked


def corpus() -> list[Marked]:
    """Return the made interviews."""
    files = sorted((DATA / "interviews").glob("*.txt"))
    return [read_marked(file.read_text(encoding="utf-8")) for file in files]


def names_measured(marked: list[Marked]) -> Measured:
    """Count names found: a name counts when every letter of it is in finds of persons."""
    told = Measured()
    for text in marked:
        found = [find for find in finds(text.text) if find.kind == "person"]
        held = {place for find in found for place in range(find.start, find.end)}
        for start, end, _ in text.names:
            told.there += 1
            if held.issuperset(range(start, end)):
                told.found += 1
            else:
                told.missed.append(text.text[max(0, start - 20) : end + 20])
        names = {place for start, end, _ in text.names for place in range(start, end)}
        told.hits += len(found)
        for find in found:
            if names.isdisjoint(range(find.start, find.end)):
                told.false_hits += 1
                told.wrong.append(text.text[max(0, find.start - 20) : find.end + 20])
    return told


def table() -> list[dict[str, str]]:
    """Return the lines of the table: line, kind, span; a line without a kind holds nothing."""
    with (DATA / "numbers.csv").open(encoding="utf-8", newline="") as file:
        return [row | {"line": row["line"].replace("\\n", "\n")} for row in csv.DictReader(file)]


def kind_measured(kind: str, rows: list[dict[str, str]]) -> Measured:
    """Count one kind over the table; a find counts when it holds the whole of what is expected."""
    told = Measured()
    for row in rows:
        text, span = row["line"], row["span"].replace("\\n", "\n")
        found: list[Find] = [find for find in finds(text) if find.kind == kind]
        start = text.index(span) if row["kind"] == kind else -1
        told.hits += len(found)
        if row["kind"] == kind:
            told.there += 1
            if any(find.start <= start and start + len(span) <= find.end for find in found):
                told.found += 1
            else:
                told.missed.append(text)
        elif found:
            told.false_hits += len(found)
            told.wrong.append(text)
    return told


KINDS = ("cpr", "phone", "email", "address", "postcode", "cvr", "case_number", "url", "account")


def measure() -> list[Row]:
    """Time finding in an hour's interview."""
    text = "\n".join(marked.text for marked in corpus())
    text = (text * (60_000 // len(text) + 1))[:60_000]
    finding, splitting = medians(lambda: finds(text), lambda: re.findall(r"\w+", text), runs=3)
    met = finding < INTERVIEW_SECONDS
    return [Row("find names and numbers in 60,000 characters", finding, splitting, "2 s", met)]


def main() -> None:
    """Print what is found."""
    told = {"names": names_measured(corpus())}
    told |= {kind: kind_measured(kind, table()) for kind in KINDS}
    for what, measured in told.items():
        print(
            f"{what:12} {measured.found:4} of {measured.there:4} found, {measured.recall:7.2%}"
            f"   false {measured.false_hits:3} of {measured.hits:4}, {measured.false_share:6.2%}"
        )
        if "-v" in sys.argv:
            for line in measured.missed:
                print(f"    missed: {line!r}")
            for line in measured.wrong:
                print(f"    false:  {line!r}")


if __name__ == "__main__":
    main()
