"""What is refused, in a sentence."""

from __future__ import annotations

from typing import TYPE_CHECKING

from icmo._strings import say
from icmo.errors import Error

if TYPE_CHECKING:
    import os


class RefiError(Error):
    """A REFI-QDA file that cannot be read or written."""


def refusal(path: str | os.PathLike[str], key: str, **values: object) -> RefiError:
    """Return the error that says where, what, and how to mend it."""
    return RefiError(f"{path}: {say(key, **values)}")
