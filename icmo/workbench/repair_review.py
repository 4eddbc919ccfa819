"""The repair review: what looks damaged in a document, accepted or rejected by a person.

Text and proposals travel in messages, never in synced traits: a saved notebook holds no interview.
The browser counts UTF-16 units and so do the ids of proposals; Python counts code points.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any

import anywidget
import traitlets

from icmo._offsets import Utf16Offsets
from icmo._strings import STRINGS, say
from icmo.documents.repair import RULES, apply, proposals, proposals_frame, rule_label
from icmo.errors import Error
from icmo.workbench.answering import InOrder
from icmo.workbench.reviewing import fingerprint, script, sentence_of, style, surroundings

if TYPE_CHECKING:
    from collections.abc import Iterable

    import pandas as pd

    from icmo.documents.repair import Proposal
    from icmo.project import Project

_WORDS = (
    *("title", "proposals", "rules", "all_rules", "accept", "reject", "edit", "undo", "apply"),
    *("accept_rule", "reject_rule", "replacement", "confidence", "only_open", "counts", "row"),
    *("accepted", "rejected", "undecided", "nothing", "none", "none_shown", "shown", "keys"),
    *("all_accepted", "all_rejected", "undone", "nothing_to_undo", "applying"),
    *("band_all", "band_high", "band_middle", "band_low"),
)


@dataclass(frozen=True)
class _Shown:
    """A proposal as it is shown: with the rest of the word it changes a part of."""

    proposal: Proposal
    start: int
    end: int

    def before(self, text: str) -> str:
        return text[self.start : self.end]

    def after(self, text: str) -> str:
        one = self.proposal
        return text[self.start : one.start] + one.after + text[one.end : self.end]


class RepairReview(anywidget.AnyWidget):
    """Shows what looks damaged in a document; what is accepted is carried out as one act.

    `review.proposals()` is what is proposed for the text as it stands, as a frame.
    """

    _esm = script("repair_review")
    _css = style("repair_review")
    _waiting = traitlets.Unicode("").tag(sync=True)

    def __init__(self, project: Project, document: str, **more: Any) -> None:
        """Show a document by its id or name."""
        self._language = project.language
        super().__init__(_waiting=say("repair_review.waiting", self._language), **more)
        frame = project.documents()
        row = frame[(frame["document"] == document) | (frame["name"] == document)]
        self._project = project
        self._text = ""
        self._shown: dict[str, _Shown] = {}
        #: replacements that a person wrote, by the ids of proposals
        self._edits: dict[str, str] = {}
        # An unknown document is refused by the project, in its own words.
        self._read(project.text(document))
        self._document = str(row["document"].iloc[0])
        self._name = str(row["name"].iloc[0])
        self._in_order = InOrder()
        self.on_msg(self._hear)

    def proposals(self) -> pd.DataFrame:
        """Return what is proposed: start, end, before, after, rule, confidence, safe, sentence."""
        self._find()
        return proposals_frame(self._text, [one.proposal for one in self._shown.values()])

    def __repr__(self) -> str:
        """Name the document; what people said stays in the project."""
        return f"<RepairReview {self._name}>"

    def _read(self, text: str) -> None:
        if text != self._text:
            self._text, self._offsets = text, Utf16Offsets(text)
            self._shown, self._edits = {}, {}
            self._found = False

    def _find(self) -> None:
        """Look for damage when it is first asked for: a long text takes some seconds."""
        if not self._found:
            shown = _with_their_words(self._text, proposals(self._text))
            ids = (self._id(one.proposal.start, one.proposal.end) for one in shown)
            self._shown = dict(zip(ids, shown, strict=True))
            self._found = True

    def _id(self, start: int, end: int) -> str:
        return f"{self._offsets.to_utf16(start)}-{self._offsets.to_utf16(end)}"

    def _hear(self, _widget: object, message: dict[str, Any], _buffers: object) -> None:
        with self._in_order.turn(message):
            self._answer(message)

    def _answer(self, message: dict[str, Any]) -> None:
        """Answer every message from the browser, refusals included."""
        try:
            match message.get("kind"):
                case "open":
                    self._read(self._project.text(self._document))
                    self._send_proposals()
                case "edit":
                    self._edits[str(message["id"])] = str(message["after"])
                    self._send_edits([str(message["id"])])
                case "apply":
                    self._apply(message["accepted"], message["rejected"])
        except (Error, ValueError, KeyError) as error:
            # A mistake must reach the page in words; a key alone is none.
            number = message.get("number")
            self.send(
                {
                    "kind": "refused",
                    "number": number,
                    "sentence": sentence_of(error, self._language),
                }
            )

    def _apply(self, accepted: Iterable[str], rejected: Iterable[str]) -> None:
        """Carry out what is accepted, and look again at the text that comes of it."""
        chosen = [self._decided(id_) for id_ in accepted]
        kept = [self._shown[id_].proposal for id_ in rejected if id_ in self._shown]
        if self._project.text(self._document) != self._text:
            self._read(self._project.text(self._document))
            self._send_proposals(sentence=say("repair_review.changed", self._language))
            return
        self._project.repair(self._document, chosen)
        offsets = apply(self._text, chosen).offsets
        self._read(self._project.text(self._document))
        # What was rejected is proposed again by the rules: it stays rejected where it stands now.
        places = [self._id(*offsets.span_to_repaired(one.start, one.end)) for one in kept]
        sentence = say("repair_review.applied", self._language, count=len(chosen))
        self._send_proposals(rejected=places, sentence=sentence)

    def _decided(self, id_: str) -> Proposal:
        shown = self._shown[id_]
        if id_ not in self._edits:
            return shown.proposal
        # What a person wrote stands for the whole word that was shown.
        before = shown.before(self._text)
        edited = replace(shown.proposal, start=shown.start, end=shown.end, before=before)
        return replace(edited, after=self._edits[id_])

    def _send_edits(self, ids: list[str]) -> None:
        self.send({"kind": "edits", "ids": ids, "edits": self._edits})

    def _send_proposals(self, rejected: Iterable[str] = (), sentence: str = "") -> None:
        self._find()
        self.send(
            {
                "kind": "proposals",
                "name": self._name,
                "language": self._language,
                "key": f"icmo-repair-{self._document}",
                "fingerprint": fingerprint(self._text),
                "proposals": [self._row(id_, one) for id_, one in self._shown.items()],
                "rules": {rule: rule_label(rule, self._language) for rule in RULES},
                "edits": self._edits,
                "rejected": list(rejected),
                "sentence": sentence,
                "words": {  # the page fills in the blanks
                    word: STRINGS[f"repair_review.{word}"][self._language] for word in _WORDS
                },
            }
        )

    def _row(self, id_: str, shown: _Shown) -> dict[str, Any]:
        lead, tail = surroundings(self._text, shown.start, shown.end)
        one = shown.proposal
        return {
            "id": id_,
            "lead": lead,
            "before": shown.before(self._text),
            "after": shown.after(self._text),
            "tail": tail,
            "rule": one.rule,
            "confidence": one.confidence,
            "safe": one.safe,
        }


def _with_their_words(text: str, found: list[Proposal]) -> list[_Shown]:
    """Widen each proposal to its whole word, without touching the proposals beside it."""
    shown = []
    ends = [0, *(one.end for one in found)]
    starts = [*(one.start for one in found[1:]), len(text)]
    for one, least, most in zip(found, ends, starts, strict=False):
        start, end = one.start, one.end
        while start > least and text[start - 1].isalnum():
            start -= 1
        while end < most and text[end].isalnum():
            end += 1
        shown.append(_Shown(one, start, end))
    return shown
