"""The tagger's desk: shows documents, and does what a coder does to tags and texts.

A message that is sent again, because its answer was lost with a kernel, does no harm: the same tag
twice is one tag. A page says which version of the text it shows, so that no tag lands on other words
when somebody corrects the text.
"""

from __future__ import annotations

import threading
from typing import TYPE_CHECKING, Any

from icmo._strings import say
from icmo.errors import Error
from icmo.project.work import utc_now
from icmo.workbench.answering import Desk, Message, heading
from icmo.workbench.tagger import finding, telling
from icmo.workbench.tagger.opened import Opened

if TYPE_CHECKING:
    from collections.abc import Callable

    from icmo.project import Project

_POLARITIES = {"": None, "promotes": "promotes", "hinders": "hinders"}


class TaggerDesk(Desk):
    """Answers the messages of the pages that show documents of one project."""

    def __init__(self, project: Project, send: Callable[[Message], object]) -> None:
        super().__init__(project, send)
        self._opened: dict[str, Opened] = {}
        self._shows: str | None = None  # which version of the text the page that asks shows
        #: the document opened last, and the place in it that a page turns to when it begins
        self.document = ""
        self.place: tuple[str, list[int]] | None = None

    def _answer(self, message: Message) -> None:
        self._shows = message.get("version")
        super()._answer(message)

    def opened(self, document: str) -> Opened:
        """Return a document as a page shows it, by its id or name."""
        if document in self._opened:
            return self._opened[document]
        frame = self.project.documents()
        found = frame[(frame["document"] == document) | (frame["name"] == document)]
        if found.empty:
            self.project.text(document)  # says which names are near
        own = str(found["document"].iloc[0])
        if own not in self._opened:
            self._opened[own] = Opened(self.project, own)
        return self._opened[own]

    def _current(self, message: Message) -> Opened:
        """Return the document of a message with the text in force."""
        opened = self.opened(message["document"])
        opened.catch_up()
        return opened

    # ── showing ──────────────────────────────────────────────────────────────────────────

    def _on_open(self, message: Message) -> Message:
        project = self.project
        opened = self.opened(message["document"])
        opened.read_text()
        self.document = opened.document
        row = project.documents().set_index("document").loc[opened.document]
        return {
            "document": opened.document,
            "version": opened.version,
            "place": self.place,
            "name": row["name"],
            "case": row["case"],
            "group": row["group"],
            "done": project.coder in row["done"],
            "turns": opened.turns(),
            "tags": opened.everything(),
            "codes": telling.codes_of(project),
            "use": telling.use_of(opened.tags, project.coder),
            "words": telling.words_of(self.language),
            **self.about_project(),
        }

    def _on_sentences(self, message: Message) -> None:
        """Find the sentences beside what the coder does: the Danish tokenizer takes its time."""
        find, reply = self.opened(message["document"]).sentences(), heading(message)
        beside = threading.Thread(
            target=lambda: self._send(reply | {"sentences": find()}), daemon=True
        )
        beside.start()

    def _on_look(self, message: Message) -> Message:
        """See whether somebody else changed something: another kernel, another program."""
        opened = self._current(message)
        if "have" in message:
            opened.knows(message["have"])
        if self.project.last_line() == opened.line and self._shows in (None, opened.version):
            return {}
        return self._news(opened)

    def _on_documents(self, _message: Message) -> Message:
        return {"documents": telling.documents_of(self.project)}

    def _on_memos(self, _message: Message) -> Message:
        return {"memos": telling.memos_of(self.project)}

    def _on_families(self, _message: Message) -> Message:
        return {"families": telling.families_of(self.project)}

    def _on_search(self, message: Message) -> Message:
        chosen = [message["document"]] if message.get("here") else []
        return finding.find(self.project, str(message["sought"]), str(message["how"]), chosen)

    # ── acts on tags ─────────────────────────────────────────────────────────────────────

    def _on_tag(self, message: Message) -> Message:
        opened = self._current(message)
        start, end = opened.span(message["start"], message["end"], self._shows)
        polarity = _POLARITIES[message.get("polarity") or ""]
        code = str(message["code"])
        tag = self.project.tag(opened.document, start, end, code, polarity=polarity)
        if tag in opened.shown:
            return self._news(opened) | {"tag": tag, "twin": True}
        today = utc_now()[:10]
        row = [tag, code, self.project.coder, *opened.page_span(start, end)]
        return self._own(opened, [*row, polarity or "", "", 0, today]) | {"tag": tag}

    def _on_tag_many(self, message: Message) -> Message:
        """Tag several hits that were looked at, as one act."""
        rows = []
        standing = {
            (tag["document"], tag["start"], tag["end"])
            for tag in self.project.tags().to_dict("records")
            if tag["coder"] == self.project.coder and tag["code"] == message["code"]
        }
        for document, start, end, *version in message["spans"]:
            first, last = self._current({"document": document}).span(start, end, *version)
            if (document, first, last) not in standing:
                rows.append(
                    {
                        "document": document,
                        "start": first,
                        "end": last,
                        "code": message["code"],
                        "coder": self.project.coder,
                    }
                )
                standing.add((document, first, last))
        self.project.tag_many(rows)
        return self._news(self.opened(message["document"])) | {"count": len(rows)}

    def _on_untag(self, message: Message) -> Message:
        opened = self.opened(message["document"])
        tag = str(message["tag"])
        if tag not in opened.shown:
            news = self._news(opened)
            if tag not in opened.shown:
                return news  # gone already: the same message sent again, or somebody was faster
        self.project.untag(tag)
        if self._alone(opened):
            del opened.shown[tag]
            return self._told(opened, [], [tag])
        return self._news(opened)

    def _on_change(self, message: Message) -> Message:
        opened = self._current(message)
        tag = str(message["tag"])
        values: Message = {}
        if "start" in message:
            span = opened.span(message["start"], message["end"], self._shows)
            values["start"], values["end"] = span
        if "polarity" in message:
            values["polarity"] = _POLARITIES[message["polarity"]]
        if "note" in message:
            values["note"] = str(message["note"])
        self.project.change_tag(tag, **values)
        row = list(opened.shown.get(tag, ()))
        if not row:
            return self._news(opened)
        if "start" in values:
            row[3:5] = opened.page_span(values["start"], values["end"])
        if "polarity" in values:
            row[5] = values["polarity"] or ""
        row[6] = values.get("note", row[6])
        return self._own(opened, row)

    def _on_look_again(self, message: Message) -> Message:
        self.project.look_again(str(message["tag"]))
        return self._news(self.opened(message["document"]))

    def _on_undo(self, message: Message) -> Message:
        sentence = self.project.undo() if message["kind"] == "undo" else self.project.redo()
        return self._news(self.opened(message["document"])) | {"sentence": sentence}

    _on_redo = _on_undo

    # ── other acts ───────────────────────────────────────────────────────────────────────

    def _on_done(self, message: Message) -> Message:
        self.project.mark_done(self.opened(message["document"]).document, done=message["done"])
        return {"done": bool(message["done"])}

    def _on_memo(self, message: Message) -> Message:
        on, text = str(message["on"]), str(message["text"])
        if not (message.get("again") and self._has_memo(on, text)):
            self.project.memo(on, text, message["about"])
        return self._on_memos(message)

    def _has_memo(self, on: str, text: str) -> bool:
        """Say whether a memo that is sent again was written the first time."""
        memos = self.project.memos()
        same = (memos["target"] == on) & (memos["text"] == text)
        return bool((same & (memos["coder"] == self.project.coder)).any())

    def _on_new_code(self, message: Message) -> Message:
        book = self.project.codebooks[message["book"]]
        label, definition = (
            {k: str(v).strip() for k, v in message[n].items() if str(v).strip()}
            for n in ("label", "definition")
        )
        if not label or not definition:
            raise Error(say("tagger.code_needs", self.language))
        code = telling.code_like(book, label, definition) if message.get("again") else None
        if not code:
            changed, code = telling.with_code(book, message["family"], label, definition)
            self.project.update_codebook(changed)
        news = self._news(self.opened(message["document"]))
        return news | {"codes": telling.codes_of(self.project), "code": code}

    def _on_correct(self, message: Message) -> Message:
        """Correct the words of one turn; first shown, with what it does to the tags in it."""
        opened = self._current(message)
        words = str(message["text"])
        if self._shows not in (None, opened.version):
            raise Error(say("tagger.text_changed", self.language))
        start, end = (opened.offsets.from_utf16(int(message[name])) for name in ("start", "end"))
        text = opened.text[:start] + words + opened.text[end:]
        preview = not message.get("carry_out")
        moves = self.project.replace_text(
            opened.document, text, preview=preview, lose_tags=bool(message.get("lose"))
        )
        told = moves["outcome"].value_counts()
        reply = {"outcomes": {str(name): int(count) for name, count in told.items()}}
        if not preview:
            opened.read_text()
        return reply

    # ── news ─────────────────────────────────────────────────────────────────────────────

    def _alone(self, opened: Opened) -> bool:
        """Say whether the newest change is ours alone, so that the page needs no more than it."""
        now = self.project.last_line()
        alone = now == opened.line + 1
        if alone:
            opened.line = now
        return alone

    def _own(self, opened: Opened, row: list[Any]) -> Message:
        if not self._alone(opened):
            return self._news(opened)
        opened.shown[row[0]] = row
        return self._told(opened, [row], [])

    def _news(self, opened: Opened) -> Message:
        opened.catch_up()
        if self._shows not in (None, opened.version):
            return {"news": {"document": opened.document, "rows": [], "gone": [], "reopen": True}}
        changes = opened.changes()
        return self._told(opened, changes["rows"], changes["gone"])

    def _told(self, opened: Opened, rows: list[Any], gone: list[str]) -> Message:
        return {"news": {"document": opened.document, "rows": rows, "gone": gone}}
