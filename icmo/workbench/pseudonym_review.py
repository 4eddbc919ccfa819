"""The pseudonym review: who could be known again in a document, and what a person decides on each.

Text and names travel in messages, never in synced traits: a saved notebook holds no interview.
Every decision goes to the project at once, as an act; accepting them all needs a password and
stays with `project.accept_pseudonyms`.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import anywidget
import traitlets

from icmo._offsets import Utf16Offsets
from icmo._strings import STRINGS, say
from icmo.errors import Error
from icmo.workbench.answering import InOrder
from icmo.workbench.reviewing import script, sentence_of, style, surroundings

if TYPE_CHECKING:
    from collections.abc import Sequence

    from icmo.project import Project

_WORDS = (
    *("title", "document", "found", "left", "note", "keys", "counts", "shown", "only_open"),
    *(
        "kind",
        "confidence",
        "sure",
        "hint",
        "why",
        "all",
        "also",
        "more",
        "places",
        "replacement",
        "undecided",
    ),
    *("accept", "keep", "accepted", "kept", "settled", "undo", "sign", "how", "how_text"),
    *("no_one", "no_one_name", "no_one_all", "no_one_all_name", "someone", "someone_name"),
    *("choose", "nobody_yet", "none_found", "none_left", "none_shown", "person_row", "left_row"),
    *("told_accepted", "told_kept", "told_settled"),
)
#: The acts of a project that are done here and can be taken back here.
_ACTS = ("decide", "sign_off")
_COMMAND = """import getpass
project.accept_pseudonyms(key="/safe/names.key", password=getpass.getpass())

icmo pseudonymise {file} --key /safe/names.key --coder {coder}"""
_VERDICTS = {"accepted": "a", "kept": "r"}


class PseudonymReview(anywidget.AnyWidget):
    """Shows who could be known again in a document; a person decides, a second one signs off.

    Without a document it begins with the first and offers the others. `review.state` is how far
    the document shown is.
    """

    _esm = script("pseudonym_review")
    _css = style("pseudonym_review")
    _waiting = traitlets.Unicode("").tag(sync=True)

    def __init__(self, project: Project, document: str | None = None, **more: Any) -> None:
        """Show a document by its id or name."""
        self._project = project
        self._language = project.language
        super().__init__(_waiting=say("pseudonym_review.waiting", self._language), **more)
        frame = project.documents()
        if document is not None:
            # An unknown document is refused by the project, in its own words.
            project.text(document)
            frame = frame[(frame["document"] == document) | (frame["name"] == document)]
        elif frame.empty:
            raise Error(say("pseudonym_review.no_documents", self._language))
        self._offered = [str(one) for one in frame["document"]]
        self._document = self._offered[0]
        self._names: dict[str, tuple[str, str]] = {}  # the name and kind behind each person's id
        self._places: dict[str, tuple[int, int]] = {}  # the span behind each leftover's id
        self._last: dict[str, Any] = {}
        self._acts: list[int] = []  # how many acts of the project each act here was
        self._in_order = InOrder()
        self.on_msg(self._hear)

    @property
    def state(self) -> str:
        """How far the document is: unchecked, proposed, decided, signed off or replaced."""
        states = self._project.pseudonym_states()
        return str(states.loc[states["document"] == self._document, "state"].iloc[0])

    def __repr__(self) -> str:
        """Count; a name in a document's name is none of the notebook's business."""
        return f"<PseudonymReview {len(self._offered)}>"

    def _hear(self, _widget: object, message: dict[str, Any], _buffers: object) -> None:
        with self._in_order.turn(message):
            self._answer(message)

    def _answer(self, message: dict[str, Any]) -> None:
        """Answer every message from the browser, refusals included."""
        # By these a page knows its own answers, and which of its acts they answer.
        asked = {name: message.get(name) for name in ("number", "view")}
        try:
            sentence = self._done(message)
            whole = message.get("kind") in ("open", "choose")
            self._send_standing({**asked, "sentence": sentence}, whole=whole)
        except (Error, ValueError, KeyError) as error:
            # A mistake must reach the page in words; a key alone is none.
            told = sentence_of(error, self._language)
            self.send({"kind": "refused", **asked, "sentence": told})

    def _done(self, message: dict[str, Any]) -> str:
        match message.get("kind"):
            case "choose":
                if message["document"] in self._offered:
                    self._document = str(message["document"])
            case "decide":
                return self._decide(message)
            case "settle":
                return self._settle([str(one) for one in message["ids"]], str(message["person"]))
            case "sign":
                self._project.sign_off_pseudonyms(self._document)
                self._acts.append(1)
                return say("pseudonym_review.signed", self._language, coder=self._project.coder)
            case "undo":
                return self._undo()
        return ""

    def _decide(self, message: dict[str, Any]) -> str:
        name, kind = self._names[str(message["id"])]
        decision = "accept" if message["accepted"] else "keep"
        row = {"person": name, "kind": kind, "decision": decision}
        if message["accepted"] and not str(message["replacement"]).strip():
            # An empty field asks for nothing to stand there, not for the suggestion.
            raise Error(say("pseudonym.empty", self._language))
        self._project.decide_pseudonyms([row | {"replacement": str(message["replacement"])}])
        self._acts.append(1)
        return ""

    def _settle(self, ids: Sequence[str], person: str) -> str:
        name = self._names[person][0] if person else ""
        for id_ in ids:
            self._project.settle_pseudonym(self._document, *self._places[id_], name)
        self._acts.append(len(ids))
        return ""

    def _undo(self) -> str:
        if not self._acts:
            return say("pseudonym_review.nothing_to_undo", self._language)
        history = self._project.history()
        own = history[(history["coder"] == self._project.coder) & (history["state"] == "done")]
        own = own[~own["act"].isin(("undo", "redo"))]
        count = self._acts[-1]
        if not own["act"].tail(count).isin(_ACTS).all():
            # Something else was done since, such as a tag: undo would take that back.
            raise Error(say("pseudonym_review.other_act", self._language))
        for _ in range(count):
            self._project.undo()
        self._acts.pop()
        return say("pseudonym_review.undone", self._language)

    def _send_standing(self, answer: dict[str, Any], *, whole: bool) -> None:
        """Send what stands; the lists too where they are others than before."""
        lists = self._lists()
        decided, settled = lists.pop("decided"), lists.pop("settled")
        states = self._project.pseudonym_states().set_index("document")["state"]
        names = self._project.documents().set_index("document")["name"]
        standing = {
            "document": self._document,
            "decided": decided,
            "settled": settled,
            "state": states[self._document],
            "state_label": self._state_label(states[self._document]),
            "documents": [
                {"document": one, "name": names[one], "state": self._state_label(states[one])}
                for one in self._offered
            ],
            "can_undo": bool(self._acts),
            **answer,
        }
        if not whole and lists == self._last:
            self.send({"kind": "standing", **standing})
            return
        self._last = lists
        words = {word: STRINGS[f"pseudonym_review.{word}"][self._language] for word in _WORDS}
        self.send(
            {
                "kind": "document",
                "name": names[self._document],
                "language": self._language,
                "command": _COMMAND.format(
                    file=self._project.path.name, coder=self._project.coder or "anna"
                ),
                "words": words,  # the page fills in the blanks
                **lists,
                **standing,
            }
        )

    def _lists(self) -> dict[str, Any]:
        """Return who is found in the document and what is left over, and what is decided on each."""
        text = self._project.text(self._document)
        offsets = Utf16Offsets(text)
        # All documents are asked, so that a name is the same person in each of them.
        frame = self._project.pseudonym_finds()
        finds = frame[frame["document"] == self._document]
        by = self._project.pseudonym_persons().set_index(["person", "kind"])
        persons, decided = [], {}
        self._names = {}
        for (name, kind), own in finds.groupby(["person", "kind"], sort=False):
            places = [_place(text, offsets, one) for one in own.to_dict("records")]
            first, told = own.iloc[0], by.loc[[(name, kind)]].iloc[0]
            id_ = places[0]["id"]
            self._names[id_] = (str(name), str(kind))
            persons.append(
                {
                    "id": id_,
                    "name": name,
                    "kind": kind,
                    "kind_label": self._label("kind", str(kind)),
                    "forms": list(told["forms"]),
                    "confidence": float(own["confidence"].max()),
                    "suggestion": first["suggestion"],
                    "places": places,
                }
            )
            if told["decision"]:
                decided[id_] = {
                    "verdict": _VERDICTS[told["decision"]],
                    "replacement": told["replacement"],
                    "by": told["by"],
                }
        left = self._project.pseudonym_leftovers(self._document)
        leftovers = [
            {
                **_place(text, offsets, one),
                "why": one["why"],
                "why_label": self._label("why", one["why"]),
            }
            for one in left.to_dict("records")
        ]
        spans = zip(left["start"], left["end"], strict=True)
        self._places = {
            shown["id"]: (int(start), int(end))
            for shown, (start, end) in zip(leftovers, spans, strict=True)
        }
        settled = [
            shown["id"] for shown, done in zip(leftovers, left["settled"], strict=True) if done
        ]
        return {"persons": persons, "leftovers": leftovers, "decided": decided, "settled": settled}

    def _state_label(self, state: str) -> str:
        return self._label("state", state)

    def _label(self, what: str, value: str) -> str:
        return say(f"pseudonym_review.{what}_{value.replace(' ', '_')}", self._language)


def _place(text: str, offsets: Utf16Offsets, one: dict[Any, Any]) -> dict[str, str]:
    start, end = int(one["start"]), int(one["end"])
    lead, tail = surroundings(text, start, end)
    id_ = f"{offsets.to_utf16(start)}-{offsets.to_utf16(end)}"
    return {"id": id_, "lead": lead, "text": text[start:end], "tail": tail}
