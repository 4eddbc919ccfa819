"""How a file is written for one program or another: its text files, and how places are counted."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import numpy as np

_MARK = "\ufeff".encode()


@dataclass(frozen=True)
class Counting:
    """What a program expects: a byte order mark, line ends of two characters, what is counted."""

    mark: bool = False
    two: bool = False  # line ends are CR and LF in the file
    count_two: bool = False  # and count as two
    utf16: bool = False
    filed: bool = False  # notes are files
    distinct: bool = False  # no two notes and no two codes are called the same
    text_only: bool = False  # no sources but those whose text is here
    single: bool = False  # every coding has a passage to itself, which says whose it is
    told: str = ""  # what is said of it in the file, so that it is read as it was written

    def encoded(self, text: str) -> bytes:
        """Return a text as its file holds it."""
        told = text.replace("\n", "\r\n") if self.two else text
        return (_MARK if self.mark else b"") + told.encode("utf-8", "surrogatepass")

    def places(self, text: str) -> Any:
        """Return where each character stands for the program; None where it is its number."""
        if not self.utf16 and not self.count_two:
            return None
        codes = np.frombuffer(text.encode("utf-32-le", "surrogatepass"), dtype="<u4")
        sizes = np.ones(len(codes), dtype="int64")
        if self.utf16:
            sizes += codes > 0xFFFF  # noqa: PLR2004
        if self.count_two:
            sizes += codes == 0x0A  # noqa: PLR2004
        return np.concatenate([[0], np.cumsum(sizes)])


#: For whom a file is written; nobody in particular gets the letter of the standard.
FOR = {
    "": Counting(),
    "nvivo": Counting(mark=True, two=True, count_two=True, utf16=True, told=" for NVivo"),
    "maxqda": Counting(two=True, told=" for MAXQDA"),
    "atlasti": Counting(told=" for ATLAS.ti"),
    "qualcoder": Counting(
        filed=True, distinct=True, text_only=True, single=True, told=" for QualCoder"
    ),
}
