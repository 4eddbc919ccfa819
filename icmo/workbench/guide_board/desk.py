"""What the GUIDE board asks for: cells and ratings, claims, statements in their themes."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from icmo._strings import say
from icmo.claims import orphan_claims, unanswered_questions
from icmo.errors import Error
from icmo.guide import ASPECTS, LETTERS, LEVELS, guide_passages
from icmo.workbench.boards.desk import records
from icmo.workbench.guide_board.statements import StatementDesk

if TYPE_CHECKING:
    import pandas as pd

    from icmo.workbench.answering import Message

#: A claim that rests on fewer passages, or on a single case, is thin.
_FEW_PASSAGES = 2


class GuideDesk(StatementDesk):
    """Answers the pages that show principles, claims and statements."""

    module = "icmo.workbench.guide_board"

    def tell(self) -> Message:
        """Return the three sheets of the board."""
        return {
            **self._guide(),
            "claims": self._claims(),
            "unanswered": self._unanswered(),
            "questions": records(self.project.questions()[["question", "text"]]),
            **self.statements(),
        }

    # ── GUIDE ────────────────────────────────────────────────────────────────────────────

    def _principles(self) -> list[str]:
        """Return the principles in the order of the codebooks."""
        books = self.project.codebooks.values()
        return [
            code.id
            for book in books
            for family in book.family_records
            for code in family.codes
            if family.role == "principle" and not code.retired
        ]

    def _guide(self) -> Message:
        project, tags = self.project, self.visible_tags()
        ratings, principles = project.ratings(), self._principles()
        judged = project.judgements()
        judged = judged[judged["kind"] == "principle"]
        return {
            "principles": principles,
            "cases": [{"value": r["case"], "label": r["label"]} for r in records(project.cases())],
            "cells": cells_of(ratings, guide_passages(tags)),
            "ratings": [
                {**row, "level": int(row["level"]), "created": row["created"][:10]}
                for row in records(ratings)
            ],
            "judgements": [
                {**row, "uncertain": int(row["uncertain"]), "created": row["created"][:10]}
                for row in records(judged)
            ],
            "rubric": [{**row, "level": int(row["level"])} for row in records(project.rubric())],
            "letters": list(LETTERS),
            "aspects": list(ASPECTS),
            "levels": list(LEVELS),
        }

    def _on_cell(self, message: Message) -> Message:
        """Return the questions asked about a principle by a letter, and the passages found."""
        principle, letter = str(message["principle"]), str(message["letter"])
        found = guide_passages(self.visible_tags())
        found = found[(found["principle"] == principle) & (found["letter"] == letter)]
        if message.get("case"):
            found = found[found["case"] == message["case"]]
        names = self.names()
        place = ["document", "start", "end"]
        return {
            "questions": self._questions(principle, letter),
            "passages": [
                self._passage(row, names) for row in records(found.drop_duplicates(place))
            ],
        }

    def _questions(self, principle: str, letter: str) -> list[Message]:
        for book in self.project.codebooks.values():
            if principle not in book:
                continue
            try:
                asked = book.questions(principle, self.language)
            except Error:
                return []  # nothing is asked about this principle, which is no mistake here
            return records(asked[asked["letter"] == letter][["question", "text", "probe"]])
        return []

    def _passage(self, row: Message, names: dict[str, str]) -> Message:
        opened = self.opened(row["document"])
        return {
            **{name: row[name] for name in ("document", "case", "group", "coder")},
            "name": names[row["document"]],
            "text": opened.text[row["start"] : row["end"]],
            "span": opened.page_span(row["start"], row["end"]),
        }

    def _on_rate(self, message: Message) -> Message:
        principle, letter, case = (str(message[name]) for name in ("principle", "letter", "case"))
        rationale = str(message.get("rationale") or "")
        rating = self.project.rate(principle, letter, case, int(message["level"]), rationale)
        return self.news() | {"rating": rating}

    def _on_judge(self, message: Message) -> Message:
        judgement = self.project.judge(
            str(message["principle"]),
            str(message["aspect"]),
            str(message["level"]),
            str(message.get("case") or ""),
            str(message.get("rationale") or ""),
            uncertain=bool(message.get("uncertain")),
        )
        return self.news() | {"judgement": judgement}

    def _on_change_rubric(self, message: Message) -> Message:
        levels = [
            {
                "level": int(one["level"]),
                **{part: {t: str(one[f"{part}_{t}"]) for t in ("da", "en")} for part in _PARTS},
            }
            for one in message["rubric"]
        ]
        self.project.change_rubric(levels)
        return self.news()

    # ── claims ───────────────────────────────────────────────────────────────────────────

    def _claims(self) -> list[Message]:
        project = self.project
        claims = project.claims()
        reasons: dict[str, list[str]] = {}
        for row in records(orphan_claims(claims, project.questions())):
            reasons.setdefault(row["claim"], []).append(row["reason"])
        kept = [str(name) for name in claims if name not in _NUMBERS]
        shared = self._shared_with()
        return [
            {
                **{name: row[name] for name in kept},
                **{name: int(row[name]) for name in _NUMBERS},
                "reasons": reasons.get(row["claim"], []),
                "thin": bool(row["passages"])
                and (row["passages"] < _FEW_PASSAGES or row["cases"] < _FEW_PASSAGES),
                "configurations": shared.get(row["claim"], []),
            }
            for row in records(claims)
        ]

    def _shared_with(self) -> dict[str, list[Message]]:
        """Return for each claim the configurations that rest on some of the same words."""
        evidence = self.project.evidence()
        frame = self.project.configurations()
        untitled = say("board.untitled", self.language)
        titles = {row["configuration"]: row["title"] or untitled for row in records(frame)}
        columns = ["target", "document", "start", "end"]
        sides = [
            evidence[evidence["target_kind"] == kind][columns]
            for kind in ("claim", "configuration")
        ]
        both = sides[0].merge(sides[1], on="document", suffixes=("", "_of"))
        both = both[(both["start"] < both["end_of"]) & (both["start_of"] < both["end"])]
        found: dict[str, list[Message]] = {}
        counts = both.drop_duplicates(["target", "document", "start", "target_of"])
        for (claim, one), some in counts.groupby(["target", "target_of"]):
            told = {"configuration": one, "title": titles.get(one, one), "passages": len(some)}
            found.setdefault(str(claim), []).append(told)
        return found

    def _unanswered(self) -> list[Message]:
        return records(unanswered_questions(self.project.questions(), self.project.claims()))

    def _on_choices(self, _message: Message) -> Message:
        """Return what a claim may point to."""
        frame = self.project.configurations()
        untitled = say("board.untitled", self.language)
        return {
            "configurations": [
                {"value": row["configuration"], "label": row["title"] or untitled}
                for row in records(frame)
            ],
        }

    def _on_add_claim(self, message: Message) -> Message:
        claim = self.project.add_claim(**self._given(message))
        return self.news() | {"claim": claim}

    def _on_change_claim(self, message: Message) -> Message:
        self.project.change_claim(str(message["claim"]), **self._given(message))
        return self.news()

    def _on_remove_claim(self, message: Message) -> Message:
        claim = str(message["claim"])
        if claim in set(self.project.claims()["claim"]):
            self.project.remove_claim(claim)
        return self.news()

    def _given(self, message: Message) -> dict[str, Any]:
        values = {name: str(message[name]) for name in _CLAIM if name in message}
        # A claim without words of its own goes on taking the label of its theme.
        label = self.labels().get(values.get("theme", ""), "")
        return values | ({"text": ""} if label and values.get("text") == label else {})

    def _on_join_claim(self, message: Message) -> Message:
        """Join a claim to a configuration: what this rests on, the claim rests on too."""
        evidence = self.project.evidence()
        columns = ["document", "start", "end", "stance"]
        own = evidence[evidence["target"] == message["claim"]]
        there = set(own[columns].itertuples(index=False, name=None))
        count = 0
        for row in records(evidence[evidence["target"] == message["configuration"]]):
            if tuple(row[name] for name in columns) in there:
                continue
            place = (row["document"], int(row["start"]), int(row["end"]))
            given = (row["stance"], row["memo"], row["explicitness"])
            self.project.add_evidence(str(message["claim"]), *place, *given)
            count += 1
        return self.news() | {"count": count}


_CLAIM = ("text", "theme", "question", "principle", "type")
_NUMBERS = ("passages", "documents", "cases", "supports", "contradicts", "qualifies")
_PARTS = ("label", "anchor")


def cells_of(ratings: pd.DataFrame, passages: pd.DataFrame) -> list[Message]:
    """Return what is known of each principle by each letter, in all (case "") and in each case.

    Cells of which nothing is known are left out; of passages that overlap, one is counted.
    """
    levels: dict[tuple[str, str, str], list[int]] = {}
    for row in records(ratings):
        for case in ("", row["case"]):
            levels.setdefault((row["principle"], row["letter"], case), []).append(int(row["level"]))
    counts: dict[tuple[str, str, str], int] = {}
    last: dict[tuple[str, str, str], int] = {}
    for row in records(passages.sort_values(["principle", "letter", "document", "start", "end"])):
        cell = (row["principle"], row["letter"], row["document"])
        if row["start"] >= last.get(cell, -1):
            for case in {"", row["case"]}:
                one = (row["principle"], row["letter"], case)
                counts[one] = counts.get(one, 0) + 1
        last[cell] = max(last.get(cell, -1), int(row["end"]))
    return [
        {
            **dict(zip(("principle", "letter", "case"), cell, strict=True)),
            "lowest": min(levels[cell]) if cell in levels else None,
            "highest": max(levels[cell]) if cell in levels else None,
            "ratings": len(levels.get(cell, ())),
            "passages": counts.get(cell, 0),
        }
        for cell in sorted({*levels, *counts})
    ]
