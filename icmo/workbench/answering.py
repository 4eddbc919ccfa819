"""A desk: answers what the pages of a widget ask for. It knows the project and nothing of widgets.

Every message has a number and gets an answer under it, refusals included, since the page waits.
The answer to an act is sent when the act is in the project file, never before.

JupyterLab hands the messages of widgets over beside the cells, in another thread, and at the
beginning of a page in two; so a desk answers one message at a time, in the order they were sent.
"""

from __future__ import annotations

import hashlib
import threading
from contextlib import contextmanager
from typing import TYPE_CHECKING, Any

from icmo._strings import say, speaking
from icmo.errors import Error

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from icmo.project import Project

Message = dict[str, Any]
#: The pages that this kernel knows; one that was started anew knows none.
KNOWN: set[str] = set()
#: How long an earlier message is waited for: it may be stuck behind a cell that runs.
_PATIENCE_SECONDS = 2.0


def heading(message: Message) -> Message:
    """Return how the answer to a message begins: whose it is."""
    return {"kind": "answer", "view": message.get("view"), "number": message.get("number")}


class InOrder:
    """Lets one message after the other in, each page's in the order of their numbers."""

    def __init__(self) -> None:
        self._door = threading.Condition(threading.RLock())
        self._next: dict[str, int] = {}  # a page → the number of its next message
        self._replaced: set[tuple[str, int]] = set()  # messages that were sent once more

    @contextmanager
    def turn(self, message: Message) -> Iterator[bool]:
        """Wait for one's turn. Gives whether the message is still wanted."""
        view, number = str(message.get("view")), int(message.get("number") or 0)
        with self._door:
            self._door.wait_for(lambda: number <= self._next.get(view, number), _PATIENCE_SECONDS)
            if message.get("again"):
                self._replaced.add((view, int(message.get("instead") or 0)))
            try:
                yield (view, number) not in self._replaced
            finally:
                self._next[view] = max(number + 1, self._next.get(view, 0))
                self._door.notify_all()


class Desk:
    """Answers messages: each kind by the method `_on_` and its name."""

    def __init__(self, project: Project, send: Callable[..., object]) -> None:
        self.project = project
        self._send = send
        self._in_order = InOrder()

    def answer(self, message: Message) -> None:
        """Answer one message; bytes that come with it, or go with the answer, are its `buffers`."""
        KNOWN.add(str(message.get("view")))
        with self._in_order.turn(message) as wanted:
            if wanted:
                self._answer(message)

    def _answer(self, message: Message) -> None:
        reply = heading(message)
        act = getattr(self, f"_on_{message.get('kind')}", self._on_unknown)
        try:
            with speaking(self.language):
                told = act(message)
        except Error as error:
            self._send(reply | {"refused": str(error)})
        except Exception:
            # A mistake of ours: the page is told in words, the kernel's log shows what it was.
            self._send(reply | {"refused": say("tagger.odd", self.language)})
            raise
        else:
            # Without one, the answer comes by itself when it is ready.
            if told is not None:
                buffers = told.pop("buffers", None)
                more = {"buffers": buffers} if buffers else {}
                self._send(reply | told, **more)

    @property
    def language(self) -> str:
        """The language of the project, which is the page's."""
        return self.project.language

    def about_project(self) -> Message:
        """Return what a page keeps to find its way back: to this project, as this coder."""
        path, coder = str(self.project.path.resolve()), self.project.coder or ""
        return {
            "coder": coder,
            "language": self.language,
            "project": hashlib.sha256(path.encode()).hexdigest()[:16],
            "resume": {"path": path, "coder": coder},
        }

    def _on_unknown(self, message: Message) -> Message:
        raise Error(say("tagger.unknown", self.language, kind=message.get("kind")))
