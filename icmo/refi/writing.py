"""A project as the XML of REFI-QDA, portion by portion: there may be a million passages."""

from __future__ import annotations

import re
from collections import defaultdict
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from icmo._palette import look
from icmo._strings import say
from icmo.codebook import Codebook
from icmo.refi import carrier
from icmo.refi.codes import label_of, paths_of
from icmo.refi.fitting import fitted, is_value
from icmo.refi.gathering import microseconds, moment
from icmo.refi.guids import Names, is_guid
from icmo.refi.links import explanations
from icmo.refi.markup import attribute, attributes, content, from_data, written
from icmo.refi.report import Report

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from icmo._store import Reader, Row
    from icmo.refi.dialects import Counting
    from icmo.refi.elements import Element

NAMESPACE = "urn:QDA-XML:project:1.0"
SCHEMA = "http://schema.qdasoftware.org/versions/Project/v1.0/Project.xsd"
POLARITIES = ("promotes", "hinders")
#: Under these names a tag's own note and its polarity stand among the notes.
TAG_NOTE, POLARITY = "icmo: tag note", "icmo: "
_NAME_LENGTH = 60
_ACTOR = ("creatingUser", "creationDateTime")
_MOMENT = re.compile(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{6}\+00:00")
_DIGITS = re.compile(r"-?(0|[1-9]\d{0,17})")
_DAY = re.compile(r"\d{4}-(0[1-9]|1[0-2])-(0[1-9]|1\d|2[0-8])")
_MEMOS = {"document": "document", "code": "code", "tag": "tag"}


@dataclass
class Writer:
    """Writes one state of a project."""

    reader: Reader
    name: str
    version: str
    counting: Counting
    called: dict[str, str] = field(default_factory=dict)  # other names for coders
    report: Report = field(default_factory=Report)

    def __post_init__(self) -> None:
        """Read what is needed all the way through."""
        rows = self.reader.rows("facts")
        self.facts = {row["name"]: row["value"] for row in rows}
        kept = self.reader.rows("kept")
        known = {
            row["owner"]: row["content"]["guid"]
            for row in kept
            if row["kind"] == "guid" and is_guid(str(row["content"].get("guid", "")))
        }
        self.names = Names(self.facts.get("exchange") or self.facts["project"], known)
        self.kept = {row["owner"]: row["content"] for row in kept if row["kind"] == "guid"}
        self.rest: dict[str, list[Any]] = defaultdict(list)
        for row in kept:
            if row["kind"] == "element":
                self.rest[row["owner"]].append(row["content"])
        self.language = self.facts.get("language", "en")
        self.books = self._books()
        self.documents = self.reader.rows("documents", order=("name", "document"))
        self.memos = self.reader.rows("memos", order=("created", "memo"))
        self.evidence = self.reader.rows("evidence", order=("document", "start", "end", "evidence"))
        self.noted = self._noted()
        self.members: list[tuple[str, str, int]] = []  # which text goes into which file
        self.lines: list[str] = []  # of the carrier
        self.tag_notes: list[tuple[str, str, str, str]] = []
        self.used: set[str] = set()  # polarities
        self.unfit = 0
        self.own: list[str] = []  # GUIDs of what only says once more what the carrier says
        self.own_names: list[str] = []  # of such notes, for programs that give new GUIDs
        self.theories = explanations(self)

    def _books(self) -> list[Codebook]:
        newest: dict[str, Row] = {}
        for row in self.reader.rows("codebooks", order=("codebook", "number")):
            newest[row["codebook"]] = row
        first = self.facts.get("codebook", "")
        order = sorted(newest, key=lambda name: (name != first, newest[name]["created"], name))
        return [Codebook.parse(newest[one]["source"], f"{one}.yaml", one) for one in order]

    def _noted(self) -> dict[tuple[str, str], list[str]]:
        """Return which notes stand on what."""
        noted: dict[tuple[str, str], list[str]] = defaultdict(list)
        for row in self.memos:
            kind = _MEMOS.get(row["target_kind"], "project")
            target = row["target"] if kind != "project" else ""
            noted[kind, target].append(self.names.of("memo", row["memo"]))
        return noted

    # ── the file from its beginning to its end ───────────────────────────────────────────

    def written(self) -> Iterator[str]:
        """Hand out the XML."""
        users = self._users()
        yield '<?xml version="1.0" encoding="utf-8"?>\n'
        yield (
            f'<Project xmlns="{NAMESPACE}" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"'
            f' xsi:schemaLocation="{NAMESPACE} {SCHEMA}"'
        )
        created = self.facts.get("created", "")
        yield attributes(
            name=self.name,
            origin=f"icmo {self.version}{self.counting.told}",
            creationDateTime=dated(created),
        )
        yield ">\n"
        yield from _held("Users", users)
        yield from _held("CodeBook", _held("Codes", self._codes()))
        yield from _held("Variables", self._variables())
        yield from _held("Cases", self._cases())
        yield from _held("Sources", self._sources())
        yield from _held("Notes", self._notes())
        yield from _held("Links", self._links())
        yield from _held("Sets", self._sets())
        yield from _held("Graphs", self._graphs())
        for guid in self.noted["project", ""]:
            yield f'<NoteRef targetGUID="{guid}"/>\n'
        yield "</Project>\n"

    def texts(self) -> Iterator[tuple[str, bytes]]:
        """Hand out the files of the texts, once the XML is written."""
        for member, document, version in self.members:
            row = self.reader.row("texts", document=document, version=version) or {"text": ""}
            yield member, self.counting.encoded(row["text"])

    def _users(self) -> Iterator[str]:
        coders = {coder for (coder,) in self.reader.each("tags", ("coder",))}
        coders |= {row["coder"] for row in (*self.memos, *self.evidence)}
        coders |= {owner.removeprefix("user/") for owner in self.kept if owner.startswith("user/")}
        self.users = {coder: self.names.made("user", coder) for coder in sorted(coders) if coder}
        self.report.count("User", found=len(self.users), taken=len(self.users))
        for coder, guid in self.users.items():
            yield f'<User guid="{guid}"{attributes(name=self.called.get(coder, coder))}/>\n'

    # ── codes ────────────────────────────────────────────────────────────────────────────

    def _codes(self) -> Iterator[str]:
        self.code_guids: dict[str, str] = {}
        for book in self.books:
            paths = paths_of(book, self.language)
            for family in book.family_records:
                yield from self._family(book, family, paths)

    def _family(
        self, book: Codebook, family: Any, paths: dict[str, tuple[str, ...]]
    ) -> Iterator[str]:
        """Write a family as a folder, unless its codes came without one."""
        inside: dict[str, list[Any]] = defaultdict(list)
        for code in family.codes:
            inside[code.parent or ""].append(code)
            guid = self.code_guids[code.id] = self.names.made("code", code.id)
            path = list(paths[code.id])
            self.lines.append(carrier.line({"code": code.id, "guid": guid, "path": path}))
        loose = family.codes and all(
            self.kept.get(f"code/{code.id}", {}).get("loose") for code in inside[""]
        )
        if not loose:
            label = label_of(family.label or {}, self.language) or family.id
            guid = self.names.made("family", family.id)
            kept = self.kept.get(f"family/{family.id}")
            colour = look(family.role).colour if kept is None else _colour(kept.get("color"))
            self.lines.append(carrier.line({"family": family.id, "guid": guid, "book": book.id}))
            yield f'<Code guid="{guid}"{attributes(name=label)} isCodable="false"'
            yield f"{attributes(color=colour)}>"
            definition = label_of(family.definition or {}, self.language)
            if definition:
                yield f"<Description>{content(definition)}</Description>"
        yield from self._nested(inside, family.role)
        if not loose:
            yield "</Code>\n"

    def _nested(self, inside: dict[str, list[Any]], role: str) -> Iterator[str]:
        """Write codes with what is under them; as deep as it goes."""
        waiting: list[Any] = list(reversed(inside[""]))
        while waiting:
            one = waiting.pop()
            if isinstance(one, str):
                yield one
                continue
            self.report.count("Code", found=1, taken=1)
            yield self._code(one, role)
            waiting.append("</Code>\n")
            waiting += reversed(inside.get(one.id, ()))

    def _code(self, code: Any, role: str) -> str:
        guid = self.code_guids[code.id]
        came = self.kept.get(f"code/{code.id}", {})
        colour = _colour(came.get("color")) if "guid" in came else look(role).colour
        codable = "false" if came.get("folder") else "true"
        label = label_of(code.label, self.language)
        definition = label_of(code.definition, self.language)
        parts = [
            f'<Code guid="{guid}"{attributes(name=label or code.id)} isCodable="{codable}"',
            attributes(color=colour),
            ">",
        ]
        if definition and not came.get("undefined"):
            parts.append(f"<Description>{content(definition)}</Description>")
        notes = [self._rules_guid(code)] if self._rules(code) else []
        notes += self.noted["code", code.id]
        parts += [f'<NoteRef targetGUID="{one}"/>' for one in notes]
        return "".join(parts)

    def _rules_guid(self, code: Any) -> str:
        return self.names.made("rules", code.id)

    def _rules(self, code: Any) -> str:
        """Return when to use a code and when not, and examples, as other programs' users read it."""
        told = [
            (say("refi.include", self.language), label_of(code.include or {}, self.language)),
            (say("refi.exclude", self.language), label_of(code.exclude or {}, self.language)),
            *(
                (say("refi.example", self.language), label_of(one, self.language))
                for one in code.examples
            ),
        ]
        return "\n".join(f"{what}: {text}" for what, text in told if text)

    # ── cases and variables ──────────────────────────────────────────────────────────────

    def _variables(self) -> Iterator[str]:
        self.cases = self.reader.rows("cases")
        values: dict[str, list[Any]] = defaultdict(list)
        for row in (*self.cases, *self.documents):
            for name, value in row["attributes"].items():
                values[name].append(value)
        for row in self.documents:
            for name in ("group", "kind", "date"):
                if row[name]:
                    values[f"icmo: {name}"].append(row[name])
        self.types = {name: self._type(name, some) for name, some in values.items()}
        for name in sorted(self.types):
            guid = self.names.made("variable", name)
            self.report.count("Variable", found=1, taken=1)
            yield f'<Variable guid="{guid}"{attributes(name=name or "?")} typeOfVariable="{self.types[name]}"/>\n'
        yield from self._rest("Variables")

    def _type(self, name: str, values: list[Any]) -> str:
        """Return the nearest of the six types that holds every value as it is written."""
        came = self.kept.get(f"variable/{name}", {}).get("type")
        if came in _HOLDS and all(_HOLDS[came](str(value)) for value in values):
            return str(came)
        said = [str(value) for value in values if value not in ("", None)]
        for kind in ("Integer", "Date"):
            if said and all(_HOLDS[kind](one) for one in said):
                return kind
        return "Text"

    def _values(self, given: dict[str, Any]) -> Iterator[str]:
        for name in sorted(given):
            guid, kind = self.names.made("variable", name), self.types[name]
            value = "" if given[name] is None else str(given[name])
            told = f"<{kind}Value>{content(value)}</{kind}Value>" if value or kind == "Text" else ""
            yield f'<VariableValue><VariableRef targetGUID="{guid}"/>{told}</VariableValue>'

    def _cases(self) -> Iterator[str]:
        known = {row["case"]: row for row in self.cases}
        inside: dict[str, list[str]] = defaultdict(list)
        for row in self.documents:
            if row["case"]:
                inside[row["case"]].append(row["document"])
        for case in sorted({*known, *inside}):
            self.report.count("Case", found=1, taken=1)
            one = known.get(case)
            guid = self.names.made("case", case)
            label = (one["label"] if one else "") or case
            yield f'<Case guid="{guid}"{attributes(name=label)}>'
            more = list(self._kept(f"case/{case}", "Case"))
            for tag in ("Description", "CodeRef"):
                yield from (part for kept in more if kept.tag == tag for part in written(kept))
            yield from self._values(one["attributes"] if one else {})
            for document in inside[case]:
                yield f'<SourceRef targetGUID="{self.names.of("document", document)}"/>'
            for tag in ("SourceRef", "SelectionRef"):
                yield from (part for kept in more if kept.tag == tag for part in written(kept))
            yield "</Case>\n"
        yield from self._rest("Cases")

    # ── sources ──────────────────────────────────────────────────────────────────────────

    def _sources(self) -> Iterator[str]:
        by_document: dict[str, list[Row]] = defaultdict(list)
        for row in self.evidence:
            by_document[row["document"]].append(row)
        for row in self.documents:
            yield from self._source(row, by_document[row["document"]])
        yield from self._rest("Sources")

    def _source(self, row: Row, evidence: list[Row]) -> Iterator[str]:
        id_ = row["document"]
        text_row = self.reader.row("texts", document=id_, version=row["version"]) or {}
        text = text_row["text"]
        guid = self.names.of("document", id_)
        member = f"{self.names.made('text', id_)}.txt"
        self.members.append((member, id_, row["version"]))
        self.report.count("TextSource", found=1, taken=1)
        self._carry_document(row, text_row, guid)
        pdf = next(self._kept(f"pdf/{id_}", "Sources"), None)
        tag = "TextSource" if pdf is None else "Representation"
        if pdf is not None:
            yield f"<PDFSource{''.join(f' {k}={chr(34)}{attribute(v)}{chr(34)}' for k, v in pdf.attributes.items() if not v.casefold().startswith('internal:'))}>"
            yield from (
                part
                for one in pdf.children
                if one.tag in ("Description", "PDFSelection")
                for part in written(one)
            )
        yield f'<{tag} guid="{guid}"{attributes(name=row["name"])} plainTextPath="internal://{member}"'
        yield f"{attributes(creationDateTime=dated(text_row['created']))}>"
        more = list(self._kept(f"source/{id_}", "TextSource"))
        yield from (part for one in more if one.tag == "Description" for part in written(one))
        yield from self._passages(row, text, evidence)
        for name in ("Coding",):
            yield from (part for one in more if one.tag == name for part in written(one))
        for note in self.noted["document", id_]:
            yield f'<NoteRef targetGUID="{note}"/>'
        own = {f"icmo: {name}": row[name] for name in ("group", "kind", "date") if row[name]}
        yield from self._values({**row["attributes"], **own})
        yield f"</{tag}>\n"
        if pdf is not None:
            yield from (
                part
                for one in pdf.children
                if one.tag not in ("Description", "PDFSelection", "Representation")
                for part in written(one)
            )
            yield "</PDFSource>\n"

    def _carry_document(self, row: Row, text: Row, guid: str) -> None:
        more = {
            "guid": guid,
            "digest": text["digest"],
            "words": text["words"],
            "created": text["created"],
        }
        self.lines.append(carrier.line({"documents": row, **more}))
        names = ("start", "end", "speaker", "speaker_role", "kind", "attributes", "number")
        key = {"document": row["document"], "version": row["version"]}
        turns = [list(one) for one in self.reader.columns("turns", names, **key)]
        turns.sort(key=lambda one: one[6])
        self.lines.append(
            carrier.line({"turns": row["document"], "rows": [one[:6] for one in turns]})
        )

    def _passages(self, row: Row, text: str, evidence: list[Row]) -> Iterator[str]:
        """Write every passage once with all its codes, and those that are evidence or were kept."""
        id_ = row["document"]
        moved = self.counting.places(text)
        space = f"{id_}/"
        for (start, end), codings, notes, extra, guid in self._grouped(row, text, evidence):
            called = guid or self.names.made("passage", f"{space}{start}/{end}")
            name = attribute(" ".join(text[start : min(end, start + 200)].split())[:_NAME_LENGTH])
            begin, stop = (start, end) if moved is None else (int(moved[start]), int(moved[end]))
            yield (
                f'<PlainTextSelection guid="{called}" name="{name}"'
                f' startPosition="{begin}" endPosition="{stop}">{extra}{codings}{notes}</PlainTextSelection>\n'
            )
        for element in self._kept(f"lost/{id_}", "TextSource"):
            yield from written(element)

    def _grouped(
        self, row: Row, text: str, evidence: list[Row]
    ) -> Iterator[tuple[tuple[int, int], str, str, str, str]]:
        id_ = row["document"]
        notes: dict[tuple[int, int], list[str]] = defaultdict(list)
        for one in evidence:
            notes[one["start"], one["end"]] += self.theories.notes_on(one)
            first = text[one["start"] : one["end"]][: carrier.FIRST]
            self.lines.append(carrier.line({"evidence": one, "first": first}))
        kept = self._kept_passages(row, text)
        waiting = sorted({*notes, *kept})
        place: tuple[int, int] | None = None
        codings: list[str] = []

        def told(at: tuple[int, int], coded: list[str]) -> tuple[Any, ...]:
            extra, refs, guid = kept.get(at, ("", "", ""))
            on_it = "".join(
                f'<NoteRef targetGUID="{n}"/>' for n in dict.fromkeys(notes.get(at, ()))
            )
            return at, "".join(coded), on_it + refs, extra, guid

        columns = (
            "start",
            "end",
            "tag",
            "coder",
            "code",
            "polarity",
            "note",
            "created",
            "definition",
        )
        for tag in self.reader.each("tags", columns, order=("start", "end", "tag"), document=id_):
            at = (tag[0], tag[1])
            if at != place:
                if place is not None:
                    yield told(place, codings)
                while waiting and waiting[0] <= at:
                    other = waiting.pop(0)
                    if other != at:
                        yield told(other, [])
                place, codings = at, []
            codings.append(self._coding(tag, id_, text))
        if place is not None:
            yield told(place, codings)
        for other in waiting:
            yield told(other, [])

    def _kept_passages(self, row: Row, text: str) -> dict[tuple[int, int], tuple[str, str, str]]:
        """Return what passages came with besides codes, where the text is still what it was."""
        found = {}
        for data in self.rest[f"passage/{row['document']}"]:
            start, end, first = data.get("start", -1), data.get("end", -1), data.get("first", "")
            element = from_data(data.get("element"))
            element = None if element is None else fitted(element, "TextSource")
            if (
                element is None
                or not 0 <= start <= end <= len(text)
                or not text[start:end].startswith(first)
            ):
                self.report.remarks.append(say("refi.moved", document=row["name"]))
                continue
            extra = "".join(
                p for one in element.children if one.tag == "Description" for p in written(one)
            )
            refs = "".join(
                p for one in element.children if one.tag == "NoteRef" for p in written(one)
            )
            found[start, end] = (extra, refs, str(data.get("guid", "")))
        return found

    def _coding(self, tag: tuple[Any, ...], document: str, text: str) -> str:
        start, end, id_, coder, code, polarity, note, created, definition = tag
        guid = id_ if is_guid(id_) else self.names.made("tag", id_)
        notes = self.noted.get(("tag", id_), ())
        exact = is_exact(created)
        if (
            polarity
            or note
            or notes
            or guid != id_
            or not exact
            or self._is_stale(code, definition)
        ):
            told = {
                "tag": id_,
                "document": document,
                "coder": coder,
                "code": code,
                "start": start,
                "end": end,
            }
            told |= {
                "polarity": polarity,
                "note": note,
                "created": created,
                "definition": definition,
            }
            told["line"] = 0
            self.lines.append(
                carrier.line(
                    {"tags": told, "first": text[start:end][: carrier.FIRST], "guid": guid}
                )
            )
        refs = "".join(f'<NoteRef targetGUID="{one}"/>' for one in notes)
        if polarity:
            self.used.add(polarity)
            refs += f'<NoteRef targetGUID="{self.names.made("polarity", polarity)}"/>'
        if note:
            called = self.names.made("tag note", id_)
            self.tag_notes.append((called, note, coder, created))
            refs += f'<NoteRef targetGUID="{called}"/>'
        when = f' creationDateTime="{created[:-6]}Z"' if exact else ""
        return (
            f'<Coding guid="{guid}" creatingUser="{self.users[coder]}"{when}>'
            f'<CodeRef targetGUID="{self.code_guids[code]}"/>{refs}</Coding>'
        )

    def _is_stale(self, code: str, definition: str) -> bool:
        return definition != self.meanings.get(code)

    @property
    def meanings(self) -> dict[str, str]:
        """The fingerprint of each code's definition as it is in force."""
        if not hasattr(self, "_meanings"):
            from icmo.project.tagging import definition_of

            self._meanings = {
                code.id: definition_of(code)
                for book in reversed(self.books)
                for family in book.family_records
                for code in family.codes
            }
        return self._meanings

    # ── notes, links, sets, graphs ───────────────────────────────────────────────────────

    def _notes(self) -> Iterator[str]:
        for row in self.memos:
            yield from self._memo(row)
        for polarity in sorted(self.used):
            guid = self.names.made("polarity", polarity)
            yield _note(guid, f"{POLARITY}{polarity}", say(f"refi.{polarity}", self.language))
        for guid, note, coder, created in self.tag_notes:
            yield _note(guid, TAG_NOTE, note, self.users.get(coder, ""), dated(created))
        for book in self.books:
            for family in book.family_records:
                for code in family.codes:
                    rules = self._rules(code)
                    if rules:
                        label = label_of(code.label, self.language)
                        called = say("refi.code_note", self.language, code=label)
                        self.own.append(self._rules_guid(code))
                        self.own_names.append(called)
                        yield _note(self._rules_guid(code), called, rules)
        for guid, name, text in self.theories.notes():
            self.own.append(guid)
            self.own_names.append(name)
            yield _note(guid, name, text)
        yield from self._rest("Notes")
        self.sets = list(self._own_sets())
        self.own += [
            self.names.made("set", family.id)
            for book in self.books
            for family in book.family_records
        ]
        self.own += self.theories.guids()
        yield from self._carrier()

    def _memo(self, row: Row) -> Iterator[str]:
        self.report.count("Note", found=1, taken=1)
        guid = self.names.of("memo", row["memo"])
        came = self.kept.get(f"memo/{row['memo']}", {})
        name, text = str(came.get("name", "")), row["text"]
        if name and text.startswith(f"{name}\n\n"):
            text = text[len(name) + 2 :]
        elif not name:
            name = say("refi.memo", self.language)
        more = list(self._kept(f"memo/{row['memo']}", "TextSource"))
        inner = [
            "".join(p for one in more if one.tag in tags for p in written(one))
            for tags in (("PlainTextSelection",), ("Coding",), ("NoteRef",), ("VariableValue",))
        ]
        yield _note(
            guid,
            name,
            text,
            self.users.get(row["coder"], ""),
            dated(row["created"]),
            "".join(inner),
        )

    def _carrier(self) -> Iterator[str]:
        facts = {name: self.facts.get(name, "") for name in ("language", "codebook", "project")}
        facts["exchange"] = self.facts.get("exchange") or self.facts["project"]
        names = sorted(set(self.own_names))
        first = [carrier.line({"project": facts, "own": self.own, "names": names})]
        for table in carrier.TABLES:
            if table in ("documents", "evidence", "tags"):
                continue
            first += [carrier.line({table: row}) for row in self.reader.rows(table)]
        for name, text in carrier.notes([*first, *self.lines]):
            yield _note(self.names.made("carrier", name), name, text)

    def _links(self) -> Iterator[str]:
        yield from self.theories.links()
        yield from self._rest("Links")

    def _sets(self) -> Iterator[str]:
        yield from self.sets
        yield from self._rest("Sets")

    def _own_sets(self) -> Iterator[str]:
        for book in self.books:
            for family in book.family_records:
                label = label_of(family.label or {}, self.language) or family.id
                if (
                    not family.codes
                    or f"family/{family.id}" in self.kept
                    or all(f"code/{code.id}" in self.kept for code in family.codes)
                ):
                    continue
                called = say("refi.family", self.language, family=label)
                members = "".join(
                    f'<MemberCode targetGUID="{self.code_guids[code.id]}"/>'
                    for code in family.codes
                )
                self.report.count("Set", found=1, taken=1)
                yield f'<Set guid="{self.names.made("set", family.id)}"{attributes(name=called)}>{members}</Set>\n'

    def _graphs(self) -> Iterator[str]:
        yield from self.theories.graphs()
        yield from self._rest("Graphs")

    def _rest(self, holder: str) -> Iterator[str]:
        """Write back what other programs had in this place."""
        for element in self._kept(holder, holder):
            self.report.count(element.tag, found=1, taken=1)
            yield from written(element)
            yield "\n"

    def _kept(self, owner: str, holder: str) -> Iterator[Element]:
        """Hand out what came with something, as it may stand in its place; the rest is said."""
        for data in self.rest[owner]:
            element = from_data(data)
            fit = None if element is None else fitted(element, holder)
            if fit is not None:
                yield fit
            elif element is not None:
                self.report.count(element.tag, found=1, refused=1)
                self.unfit += 1


def _held(holder: str, inside: Iterator[str]) -> Iterator[str]:
    """Write a container only where something is in it."""
    first = next(inside, None)
    if first is None:
        return
    yield f"<{holder}>\n"
    yield first
    yield from inside
    yield f"</{holder}>\n"


def _note(
    guid: str, name: str, text: str, user: str = "", created: str = "", inner: str = ""
) -> str:
    told = attributes(name=name, creatingUser=user, creationDateTime=created)
    return f'<Note guid="{guid}"{told}><PlainTextContent>{content(text)}</PlainTextContent>{inner}</Note>\n'


def dated(written: str) -> str:
    """Return a time as XML dates it; an empty string for what is no time."""
    if is_exact(written):
        return f"{written[:-6]}Z"
    time = microseconds(written)
    return "" if time < 0 else moment(time).replace("+00:00", "Z")


def is_exact(written: str) -> bool:
    """Say whether a time is written as a project dates things, so that it comes back the same."""
    return _MOMENT.fullmatch(written) is not None and microseconds(written) >= 0


def _colour(written: Any) -> str:
    """Return a colour that the schema knows; an empty string for any other."""
    return written if re.fullmatch(r"#([0-9A-Fa-f]{3}){1,2}", str(written)) else ""


#: What each type of variable can hold as it is written.
_HOLDS: dict[str, Callable[[str], bool]] = {
    "Text": lambda _: True,
    "Boolean": lambda said: said in ("true", "false", "0", "1"),
    "Integer": lambda said: _DIGITS.fullmatch(said) is not None,
    "Float": lambda said: is_value("xsd:decimal", said),
    "Date": lambda said: _DAY.fullmatch(said) is not None,
    "DateTime": lambda said: microseconds(said) >= 0 and is_value("xsd:dateTime", said),
}
