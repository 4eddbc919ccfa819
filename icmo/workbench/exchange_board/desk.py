"""The exchange desk: writes what a page asks for, and says what a file would bring before it is taken in.

Files go in portions of bytes that travel with the messages; nothing of them is in a saved notebook.
What reads and writes files is loaded when this board is first looked at.
"""

from __future__ import annotations

import os
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Any

from icmo._strings import say
from icmo.errors import Error
from icmo.workbench.blindness import blind_documents
from icmo.workbench.boards.desk import BoardDesk
from icmo.workbench.exchange_board.places import LARGEST, PORTION, Passing, free_path, tidy_name

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from icmo.interchange import Account, Wish
    from icmo.project import Project
    from icmo.workbench.answering import Message

#: So many rows of what a file holds are shown.
_SHOWN = 200


class ExchangeDesk(BoardDesk):
    """Answers the pages that show the exchange board."""

    module = "icmo.workbench.exchange_board"

    def __init__(self, project: Project, send: Callable[..., object]) -> None:
        super().__init__(project, send)
        self._passing = Passing()

    def tell(self) -> Message:
        """Return what can be chosen; who codes blind is told what a file would show."""
        from icmo.interchange import PROGRAMS, TABLES

        return {
            "tables": [{"value": one, "label": self._table(one)} for one in TABLES],
            "programs": list(PROGRAMS),
            "documents": self._documents(),
            "blind": bool(blind_documents(self.project)),
            "folder": str(Path.cwd()),
            "portion": PORTION,
            "largest": LARGEST,
        }

    def _table(self, name: str) -> str:
        return say(f"sheet.{name}", self.language)

    # ── out ──────────────────────────────────────────────────────────────────────────────

    def _on_export(self, message: Message) -> Message:
        """Write a file: beside the notebook, or to be fetched by the page, portion by portion."""
        from icmo.interchange import Wish

        wish = Wish(
            str(message["way"]),
            str(message.get("program") or ""),
            tuple(str(one) for one in message.get("tables") or ()),
            str(message.get("document") or ""),
            bool(message.get("excel")),
            bool(message.get("mark")),
        )
        name = self._file_name(wish)
        if message.get("place") == "folder":
            path = free_path(Path.cwd(), name)
            return {"folder": str(path.parent), **self._written(path, wish)}
        parcel, path = self._passing.begin(name)
        try:
            return {"parcel": parcel, **self._written(path, wish)}
        except BaseException:
            self._passing.end(parcel)
            raise

    def _written(self, path: Path, wish: Wish) -> Message:
        from icmo.documents.pseudonyms import what_was_checked
        from icmo.interchange import write

        try:
            with _by_name(path):
                remarks = write(self.project, path, wish)
        except Error:
            # What must not leave, such as a CPR number, is not left lying there either.
            path.unlink(missing_ok=True)
            raise
        size = path.stat().st_size
        return {
            "file": path.name,
            "size": size,
            "remarks": [*remarks, what_was_checked(wish.key)],
        }

    def _file_name(self, wish: Wish) -> str:
        """Return what a file is called: the project, and what of it is in the file."""
        more = ""
        if wish.way in ("csv", "parquet"):
            more = self._table((*wish.tables, "tags")[0]).casefold()
        elif wish.way == "html":
            more = self.names().get(wish.document, wish.document).replace("/", " ")
        stem = " ".join(part for part in (self.project.path.stem, more) if part)
        return tidy_name(f"{stem}.{wish.way}")

    def _on_piece(self, message: Message) -> Message:
        """Hand out a portion of a file that was written."""
        at = int(message["at"])
        return {"buffers": [self._passing.portion(str(message["parcel"]), at)]}

    def _on_fetched(self, message: Message) -> Message:
        """Note that the page has the whole file: it is where the browser puts files."""
        parcel = str(message["parcel"])
        self.project.downloaded(self._passing.path(parcel))
        self._passing.end(parcel)
        return {}

    # ── in ───────────────────────────────────────────────────────────────────────────────

    def _on_bring(self, message: Message) -> Message:
        """Take a portion of a file from the page."""
        id_, at = str(message["file"]), int(message["at"])
        if not at:
            self._passing.begin(str(message["name"]), id_)
        return {"at": self._passing.put(id_, at, [bytes(one) for one in message["buffers"]])}

    def _on_look_into(self, message: Message) -> Message:
        """Tell what would come of taking a file in; nothing is changed yet."""
        from icmo.interchange import is_whole_project, kind_of, rehearse, rehearse_making

        path = self._passing.path(str(message["file"]))
        coder = self.project.coder
        try:
            with _by_name(path):
                whole = is_whole_project(kind_of(path))
                account = rehearse_making(path, coder) if whole else rehearse(self.project, path)
        except Exception:
            self._passing.end(str(message["file"]))
            raise
        target = free_path(Path.cwd(), f"{path.stem}.icmo").name if whole else ""
        return {"account": _told(account), "name": path.name, "makes": target}

    def _on_take_in(self, message: Message) -> Message:
        """Take a file in as one act, or make a project of it beside the notebook."""
        from icmo.interchange import is_whole_project, kind_of, make_project, take_in

        path = self._passing.path(str(message["file"]))
        made = ""
        try:
            with _by_name(path):
                if is_whole_project(kind_of(path)):
                    target = free_path(Path.cwd(), f"{path.stem}.icmo")
                    account, made = make_project(path, target, self.project.coder), target.name
                else:
                    account = take_in(self.project, path)
        finally:
            # What people said is not left lying on its way, taken in or refused.
            self._passing.end(str(message["file"]))
        self._opened.clear()
        return {
            "account": _told(account),
            "name": path.name,
            "made": made,
            **self.news(),
            "line": self._line,
        }

    def _on_undo(self, message: Message) -> Message:
        """Undo the latest act; where a certain one is meant, only if nothing was done since."""
        if message.get("line") not in (None, self.project.last_line()):
            raise Error(say("exchange.not_last"))
        return super()._on_undo(message)

    def _on_leave(self, message: Message) -> Message:
        """Forget a file that was brought."""
        self._passing.end(str(message["file"]))
        return {}


@contextmanager
def _by_name(path: Path) -> Iterator[None]:
    """Call a file by its name in what is refused: where it lies on its way is nobody's concern."""
    try:
        yield
    except Error as error:
        raise Error(str(error).replace(f"{path.parent}{os.sep}", "")) from error


def _told(account: Account) -> Message:
    """Return what came of a file as a page shows it."""
    shown = account.table.head(_SHOWN)
    return {
        "kind": account.kind,
        "origin": account.origin,
        "columns": [str(name) for name in shown],
        "rows": [[_plain(value) for value in row] for row in shown.itertuples(index=False)],
        "more": len(account.table) - len(shown),
        "placing": list(account.placing),
        "remarks": list(account.remarks),
    }


def _plain(value: Any) -> Any:
    """Return a value that JSON knows."""
    return value.item() if hasattr(value, "item") else value
