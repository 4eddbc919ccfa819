"""What adjudication asks for: who has finished, where two differ, what was decided, how far they agree."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import numpy as np

from icmo._strings import say
from icmo.agreement import agreement_table
from icmo.errors import Error
from icmo.project.adjudicating import CONSENSUS, DECISION
from icmo.workbench.adjudication.differences import Difference, Tag, compare
from icmo.workbench.boards.desk import BoardDesk, records

if TYPE_CHECKING:
    from icmo.workbench.answering import Message
    from icmo.workbench.tagger.opened import Opened

#: How much of the text stands around a difference, in characters.
_AROUND = 220
_FIGURES = ("percent", "kappa", "ac1", "alpha", "f1", "low", "high", "prevalence")
_RESAMPLES = 300
CHOICES = ("one", "other", "both", "third", "neither")


class AdjudicationDesk(BoardDesk):
    """Answers the pages on which differences are decided."""

    module = "icmo.workbench.adjudication"

    def tell(self) -> Message:
        """Return the documents that several code; of those not finished, only who is waited for."""
        told = []
        decided = self._decided()
        tags: dict[str, list[Tag]] = {}
        for tag in records(self.project.tags()):
            tags.setdefault(tag["document"], []).append(tag)
        for row in records(self.project.documents()):
            coders = [coder for coder in row["coders"] if coder != CONSENSUS]
            if len(coders) < 2:  # noqa: PLR2004 - nobody to differ from
                continue
            waiting = [coder for coder in coders if coder not in row["done"]]
            one: Message = {
                **{name: row[name] for name in ("document", "name", "case")},
                "coders": coders,
                "waiting": waiting,
            }
            if not waiting:
                agreed, places = compare(tags.get(row["document"], []), coders[0], coders[1])
                open_ = [place for place in places if not set(place.tags) <= set(decided)]
                one |= {"differences": len(places), "open": len(open_), "agreed": len(agreed)}
            told.append(one)
        return {"shared": told}

    def _decided(self) -> dict[str, Message]:
        """Return what was decided on tags: the newest memo of each."""
        memos = self.project.memos()
        return {row["target"]: row for row in records(memos[memos["target_kind"] == DECISION])}

    def _pair(self, document: str, coders: list[str] | None) -> tuple[str, str]:
        row = next(row for row in self.tell()["shared"] if row["document"] == document)
        if row["waiting"]:
            names = ", ".join(row["waiting"])
            raise Error(say("board.still_blind", self.language, coders=names))
        chosen = [coder for coder in coders or row["coders"] if coder in row["coders"]]
        return chosen[0], chosen[1]

    def _on_differences(self, message: Message) -> Message:
        """Return where two coders differ in a document, each place with the text around it."""
        document = str(message["document"])
        one, other = self._pair(document, message.get("coders"))
        opened = self.opened(document)
        tags = records(self.project.tags(document))
        agreed, places = compare(tags, one, other)
        decided = self._decided()
        mine = [tag for tag in tags if tag["coder"] == CONSENSUS]
        held = {(tag["code"], tag["start"], tag["end"]) for tag in mine}
        return {
            "document": document,
            "pair": [one, other],
            "places": [self._place(place, opened, decided, mine) for place in places],
            "agreed": len(agreed),
            "agreed_open": sum(
                (tag["code"], tag["start"], tag["end"]) not in held for tag in agreed
            ),
        }

    def _place(
        self,
        place: Difference,
        opened: Opened,
        decided: dict[str, Message],
        consensus: list[Tag],
    ) -> Message:
        text = opened.text
        first, last = max(0, place.start - _AROUND), min(len(text), place.end + _AROUND)
        first = text.rfind("\n", first, place.start) + 1 or first
        found = text.find("\n", place.end, last)
        last = last if found < 0 else found
        known = [decided[tag] for tag in place.tags if tag in decided]
        is_decided = len(known) == len(place.tags)
        near = [tag for tag in consensus if tag["start"] < place.end and place.start < tag["end"]]
        return {
            "span": opened.page_span(place.start, place.end),
            "first": opened.page_span(first, last)[0],
            "text": text[first:last],
            "sides": {
                coder: [self._told(tag, opened) for tag in own]
                for coder, own in place.sides.items()
            },
            "decided": is_decided,
            "reason": known[0]["text"] if is_decided else "",
            "by": f"{known[0]['coder']}, {known[0]['created'][:10]}" if is_decided else "",
            "consensus": [self._told(tag, opened) for tag in near] if is_decided else [],
        }

    def _told(self, tag: Tag, opened: Opened) -> Message:
        polarity = tag["polarity"] if isinstance(tag["polarity"], str) else ""
        span = opened.page_span(tag["start"], tag["end"])
        return {
            **{name: tag[name] for name in ("tag", "code", "note")},
            "polarity": polarity,
            "span": span,
        }

    # ── deciding ─────────────────────────────────────────────────────────────────────────

    def _on_adjudicate(self, message: Message) -> Message:
        """Accept one, the other, both, neither, or a third reading."""
        document, choice = str(message["document"]), str(message["choice"])
        one, other = self._pair(document, message.get("coders"))
        opened = self.opened(document)
        wanted = {str(tag) for tag in message["tags"]}
        own = [tag for tag in records(self.project.tags(document)) if tag["tag"] in wanted]
        taken = {"one": (one,), "other": (other,), "both": (one, other)}.get(choice, ())
        agreed: list[dict[str, Any]] = [
            {
                **{name: tag[name] for name in ("code", "start", "end")},
                "polarity": tag["polarity"] if isinstance(tag["polarity"], str) else None,
            }
            for tag in own
            if tag["coder"] in taken
        ]
        if choice == "third":
            start, end = opened.span(message["start"], message["end"])
            agreed = [{"code": str(message["code"]), "start": start, "end": end}]
        reason = str(message.get("reason") or "").strip()
        if reason:
            names = {"one": one, "other": other}
            key = "coder" if choice in names else choice if choice in CHOICES else "third"
            reason = say(
                f"board.decided_{key}", self.language, coder=names.get(choice, ""), reason=reason
            )
        made = self.project.adjudicate(document, [tag["tag"] for tag in own], agreed, reason)
        return self.news() | {"tags": made}

    def _on_take_agreed(self, message: Message) -> Message:
        """Put what both tagged alike into the consensus, as one act."""
        document = str(message["document"])
        one, other = self._pair(document, message.get("coders"))
        agreed, _ = compare(records(self.project.tags(document)), one, other)
        rows = [
            {
                **{name: tag[name] for name in ("document", "code", "start", "end")},
                "polarity": tag["polarity"] if isinstance(tag["polarity"], str) else None,
                "coder": CONSENSUS,
            }
            for tag in agreed
        ]
        self.project.tag_many(rows)
        return self.news() | {"count": len(rows)}

    # ── how far they agree ───────────────────────────────────────────────────────────────

    def _on_agreement(self, message: Message) -> Message:
        """Return how far two coders agree in what both have finished, in figures and words."""
        coders = [str(coder) for coder in message["coders"]]
        tags, documents = self.project.tags(), self.project.documents()
        labels = self.labels()
        told = []
        for by in ("all", "code"):
            table = agreement_table(
                tags,
                documents,
                by=by,
                coders=coders,
                finished=True,
                resamples=_RESAMPLES,
                language=self.language,
            )
            for row in records(table):
                name = (
                    say("agreement.all", self.language)
                    if by == "all"
                    else labels.get(row[by], row[by])
                )
                figures = {key: _number(row[key]) for key in _FIGURES}
                told.append(
                    {
                        "name": name,
                        **figures,
                        "note": row["note"],
                        "documents": int(row["documents"]),
                    }
                )
        return {"rows": told}


def _number(value: float) -> float | None:
    return None if np.isnan(value) else round(float(value), 4)
