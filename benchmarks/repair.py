"""How long repair takes, beside looking each word up; run alone, how much it mends and spoils.

python benchmarks/repair.py    damage put into the Danish texts that travel with the project
"""

from __future__ import annotations

import re
import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent))
sys.path.insert(0, str(Path(__file__).parent.parent / "tests"))

import damage
from measuring import Row, medians

from icmo._package_data import package_data
from icmo.codebook import Codebook
from icmo.documents.repair import proposals
from icmo.documents.repair.letters import danish_reader
from icmo.documents.repair.lexicon import danish

#: What a person waits for while a document of 5,000 words is read.
SECONDS = 1.0
WORDS = 5000
LIKELY = 0.5
DAMAGE = {
    "none": lambda word, _: word,
    "letters, 10 %": damage.scanned(0.1),
    "letters, 40 %": damage.scanned(0.4),
    "letters, all": damage.scanned(1.0),
    "line ends": damage.cut_at_line_ends,
    "spaces in words": damage.cut_by_spaces,
    "encoding": damage.read_in_the_wrong_encoding,
}


def texts() -> dict[str, str]:
    """Return Danish texts by name."""
    prose = Path(__file__).parent.parent / "tests" / "data" / "repair" / "prose.txt"
    folder = package_data("interviews_sample") / "masters"
    found = {
        "a letter": prose.read_text(encoding="utf-8"),
        "interviews": "\n\n".join(
            path.read_text(encoding="utf-8") for path in sorted(folder.glob("*.txt"))
        ),
    }
    for name in ("kib", "recruitment", "relation", "outreach"):
        codes = Codebook.load(package_data("codebooks") / f"{name}.yaml").codes()
        found[name] = "\n\n".join([*codes["label_da"], *codes["definition_da"]])
    return found


def measure() -> list[Row]:
    """Time a document of 5,000 words in which half of the Danish letters are lost."""
    words = damage.damaged(" ".join(texts().values()), damage.scanned(0.5))
    text = "".join(seen for _, seen in words[: 2 * WORDS])
    known = danish().known
    proposals(text[:200])

    def read_for_the_first_time() -> None:
        danish_reader.cache_clear()
        danish().compound.cache_clear()
        danish().unlisted.cache_clear()
        proposals(text)

    reading, looking_up = medians(
        read_for_the_first_time,
        lambda: [word in known for word in re.findall(r"\w+", text.lower())],
    )
    return [
        Row("repair 5,000 scanned words", reading, looking_up, "1 s", reading < SECONDS),
    ]


def main() -> None:
    """Print the shares of damaged words mended and of sound words spoiled."""
    print("text          damage             likely: mended  spoiled   safe: mended  spoiled")
    for name, text in texts().items():
        for kind, act in DAMAGE.items():
            words = damage.damaged(text, act)
            found = proposals("".join(seen for _, seen in words))
            likely = damage.shares(words, [one for one in found if one.confidence >= LIKELY])
            safe = damage.shares(words, [one for one in found if one.safe])
            cells = [f"{share:9.2%}" for share in (*likely, *safe)]
            print(
                f"{name:12}  {kind:16}  {cells[0]:>14} {cells[1]:>9} {cells[2]:>13} {cells[3]:>9}"
            )


if __name__ == "__main__":
    main()
