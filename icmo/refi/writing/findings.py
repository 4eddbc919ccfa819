"""Configurations and findings in REFI's own elements: notes, links and graphs that others can show."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

from icmo._palette import look
from icmo._strings import say
from icmo.configurations import SLOTS
from icmo.refi.codes import label_of
from icmo.refi.markup import attributes

if TYPE_CHECKING:
    from collections.abc import Iterator

    from icmo._store import Row
    from icmo.refi.writing.state import State

_WIDTH, _HEIGHT, _ACROSS, _DOWN = 200, 50, 300, 90


class Findings:
    """What people concluded, so that another program's users can read it."""

    def __init__(self, state: State) -> None:
        self._state = state
        self._names = state.names
        self._language = state.language
        self._configurations = state.reader.rows(
            "configurations", order=("created", "configuration")
        )
        self._labels: dict[str, str] = {
            code.id: label_of(code.label, state.language)
            for book in reversed(state.books)
            for family in book.family_records
            for code in family.codes
        }

    def notes_on(self, evidence: Row) -> list[str]:
        """Return the notes that an excerpt belongs to: what it is evidence for, and what is said of it."""
        found = [self._names.made(evidence["target_kind"], evidence["target"])]
        if evidence["note"]:
            found.append(self._names.made("evidence note", evidence["evidence"]))
        return found

    def notes(self) -> Iterator[tuple[str, str, str]]:
        """Hand out a note for each finding: its GUID, its name, its words."""
        for row in self._configurations:
            self._state.report.count("Configuration", found=1, taken=1)
            guid = self._names.made("configuration", row["configuration"])
            yield guid, self._called(row), self._told(row)
        for row in self._state.reader.rows("claims"):
            words = row["text"] or self._label(row["theme"])
            yield self._names.made("claim", row["claim"]), self._say("claim"), words
        yield from self._levels()
        for row in self._state.reader.rows("summaries"):
            about = f"{row['case']} / {self._label(row['code'])}"
            guid = self._names.made("summary", row["summary"])
            yield guid, self._say("summary", about=about), row["text"]
        for row in self._state.evidence:
            if row["note"]:
                stance = say(f"stance.{row['stance']}", self._language)
                guid = self._names.made("evidence note", row["evidence"])
                yield guid, self._say("evidence", stance=stance), row["note"]

    def _levels(self) -> Iterator[tuple[str, str, str]]:
        """Hand out a note for each level that was given, with its reasons."""
        for row in self._state.reader.rows("ratings"):
            about = " / ".join((self._label(row["principle"]), row["letter"], row["case"]))
            words = f"{row['level']}\n{row['rationale']}"
            yield self._names.made("rating", row["rating"]), self._say("rating", about=about), words
        for row in self._state.reader.rows("judgements"):
            name = self._say("judgement", about=self._label(row["about"]))
            words = f"{row['level']}\n{row['rationale']}"
            yield self._names.made("judgement", row["judgement"]), name, words

    def _say(self, kind: str, **values: str) -> str:
        return say(f"refi.{kind}", self._language, **values)

    def _label(self, code: str) -> str:
        return self._labels.get(code, code)

    def _called(self, row: Row) -> str:
        codes = [self._label(code) for slot in SLOTS for code in row["slots"].get(slot, ())]
        return "ICMO: " + (row["title"] or " → ".join(codes))

    def _told(self, row: Row) -> str:
        lines = [row["sentence"]] if row["sentence"] else []
        for slot in SLOTS:
            codes = [self._label(code) for code in row["slots"].get(slot, ())]
            if codes:
                lines.append(f"{say(f'role.{slot}', self._language)}: {', '.join(codes)}")
        for one in row["moderators"]:
            on = self._label(one.get("on", ""))
            label = self._label(one.get("code", ""))
            lines.append(
                f"{say('role.moderator', self._language)}: {label}" + (f" → {on}" if on else "")
            )
        return "\n".join(lines)

    def _arrows(self, row: Row) -> list[tuple[str, str, str]]:
        """Return what leads to what: from each code of a slot to each of the next that is filled."""
        filled = [slot for slot in SLOTS if row["slots"].get(slot)]
        arrows = []
        for slot, following in pairwise(filled):
            name = f"icmo: {look(slot).letter} → {look(following).letter}"
            arrows += [
                (name, one, other)
                for one in row["slots"][slot]
                for other in row["slots"][following]
            ]
        for one in row["moderators"]:
            if one.get("on"):
                arrows.append(("icmo: m → " + str(one.get("effect", "")), one["code"], one["on"]))
        known = self._state.code_guids
        return [arrow for arrow in arrows if arrow[1] in known and arrow[2] in known]

    def guids(self) -> list[str]:
        """Return the GUIDs of the links and graphs that say once more what the carrier says."""
        found = []
        for row in self._configurations:
            id_ = row["configuration"]
            found += [self._link(id_, number) for number in range(len(self._arrows(row)))]
            found.append(self._names.made("graph", id_))
        return found

    def _link(self, configuration: str, number: int) -> str:
        return self._names.made("link", f"{configuration}/{number}")

    def links(self) -> Iterator[str]:
        """Hand out a link for every arrow of every configuration."""
        codes = self._state.code_guids
        for row in self._configurations:
            note = self._names.made("configuration", row["configuration"])
            for number, (name, one, other) in enumerate(self._arrows(row)):
                self._state.report.count("Link", found=1, taken=1)
                yield (
                    f'<Link guid="{self._link(row["configuration"], number)}"{attributes(name=name)}'
                    f' direction="OneWay" originGUID="{codes[one]}" targetGUID="{codes[other]}">'
                    f'<NoteRef targetGUID="{note}"/></Link>\n'
                )

    def graphs(self) -> Iterator[str]:
        """Hand out a graph for every configuration that has codes."""
        codes = self._state.code_guids
        for row in self._configurations:
            id_ = row["configuration"]
            placed = self._placed(row)
            if not placed:
                continue
            self._state.report.count("Graph", found=1, taken=1)
            yield f'<Graph guid="{self._names.made("graph", id_)}"{attributes(name=self._called(row))}>'
            for code, (x, y) in placed.items():
                guid = self._names.made("vertex", f"{id_}/{code}")
                yield (
                    f'<Vertex guid="{guid}" representedGUID="{codes[code]}"{attributes(name=self._labels[code])}'
                    f' firstX="{x}" firstY="{y}" secondX="{x + _WIDTH}" secondY="{y + _HEIGHT}" shape="Rectangle"/>'
                )
            for number, (_, one, other) in enumerate(self._arrows(row)):
                guid = self._names.made("edge", f"{id_}/{number}")
                yield (
                    f'<Edge guid="{guid}" representedGUID="{self._link(id_, number)}"'
                    f' sourceVertex="{self._names.made("vertex", f"{id_}/{one}")}"'
                    f' targetVertex="{self._names.made("vertex", f"{id_}/{other}")}"'
                    f' direction="OneWay" lineStyle="solid"/>'
                )
            yield "</Graph>\n"

    def _placed(self, row: Row) -> dict[str, tuple[int, int]]:
        """Return where each code of a configuration is drawn: a column for each slot."""
        known = self._state.code_guids
        placed: dict[str, tuple[int, int]] = {}
        columns = [row["slots"].get(slot, ()) for slot in SLOTS]
        columns.append(
            [code for one in row["moderators"] for code in (one.get("code"), one.get("on")) if code]
        )
        for across, column in enumerate(columns):
            for code in column:
                if code in known and code not in placed:
                    down = sum(x == 20 + across * _ACROSS for x, _ in placed.values())
                    placed[code] = (20 + across * _ACROSS, 20 + down * _DOWN)
        return placed
