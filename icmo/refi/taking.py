"""What was found in a file, as rows of a project."""

from __future__ import annotations

from collections import Counter, defaultdict
from typing import TYPE_CHECKING, Any

import numpy as np
import pandas as pd

from icmo._strings import say
from icmo.codebook import Codebook, CodebookError
from icmo.documents.units import count_words
from icmo.project.documents import digest_of
from icmo.project.exchange import Arrival, Parcel, codebook_id
from icmo.refi.codes import Codes, empty_codebook, label_of, make_codes, paths_of, slug, walked
from icmo.refi.gathering import Found, Passage, microseconds, moment
from icmo.refi.guids import as_bytes, is_guid, normal
from icmo.refi.markup import as_data, cleaned
from icmo.refi.restoring import Carried, rows_that_stand, tags_by_place
from icmo.refi.writing import POLARITIES, POLARITY, TAG_NOTE

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from icmo._store import Row
    from icmo.refi.elements import Element
    from icmo.refi.report import Report

#: So many tags are put in at a time.
PORTION = 50_000
_FIRST = 40
_TYPES = ("Text", "Boolean", "Integer", "Float", "Date", "DateTime")


class Taking:
    """Turns what was found into rows, once it is known what the project has already."""

    def __init__(
        self, found: Found, carried: Carried, texts: dict[int, str], report: Report, name: str
    ) -> None:
        self.found, self.carried, self.texts, self.report, self.file = (
            found,
            carried,
            texts,
            report,
            name,
        )
        self.language = carried.project.get("language", "")
        self.rows: dict[str, list[Row]] = defaultdict(list)
        self.polarities, self.tag_notes = self._notes_of_tags()
        self._ids: set[str] = set()  # of documents and memos, given so far
        self._refs: dict[str, list[tuple[str, str]]] = defaultdict(list)  # note → what it is on
        self._more: dict[int, dict[str, Any]] = {}  # tag → what is known of it besides
        self._renamed: dict[int, str] = {}  # tag → the id it has here; empty: a new one
        self._restored_tags: set[str] = set()
        self._first_tag: dict[tuple[int, int, int], str] = {}

    # ── codes ────────────────────────────────────────────────────────────────────────────

    def codebooks(
        self, known: dict[str, Codebook], guids: dict[str, str], language: str
    ) -> list[Row]:
        """Return the codebooks that are to be put in; settle what every code is called here.

        Args:
            known: the codebooks of the project, by their ids.
            guids: by which GUIDs its codes are known elsewhere.
            language: of the project.
        """
        self.language = self.language or language
        brought = self._carried_books(known)
        books = [*known.values(), *(book for book, _ in brought)]
        ids = {guid: code for guid, code in guids.items() if any(code in book for book in books)}
        ids |= self._known_by_carrier(books)
        ids |= self._known_by_names(books, ids)
        used = {guid for guid in self.found.code_guids if guid}
        taken = {code for book in books for code in book.labels()}
        taken |= {family.id for book in books for family in book.family_records}
        title = self.found.root.get("name") or self.file
        name = codebook_id(slug(title), {*known, *(book.id for book, _ in brought)})
        self._add_unknown(used)
        self.codes: Codes = make_codes(
            self.found.codes, ids, taken, (name, title, self.language), used
        )
        rows = [row for _, versions in brought for row in versions]
        if self.codes.source or not (books or rows):
            source = self.codes.source or empty_codebook(name, title, self.language)
            book = Codebook.parse(source, f"{name}.yaml", name)
            books.append(book)
            rows.append({"codebook": name, "number": 1, "source": source, "created": ""})
        self._keep_codes()
        self.known_codes = {code for book in books for code in book.labels()}
        return rows

    def _add_unknown(self, used: set[str]) -> None:
        """Make a code for passages whose code the file does not have."""
        from icmo.refi.elements import Element

        there = {one.guid for one in walked(self.found.codes)}
        missing = sorted(used - there)
        for number, guid in enumerate(missing, 1):
            name = say("refi.unknown_code", number=number)
            self.found.codes.append(
                Element("Code", {"guid": guid, "name": name, "isCodable": "true"})
            )
        if missing:
            self.report.remarks.append(say("refi.dangling_codes", count=len(missing)))

    def _carried_books(self, known: dict[str, Codebook]) -> list[tuple[Codebook, list[Row]]]:
        """Return the codebooks of the carrier that are not here yet, with all their versions."""
        versions: dict[str, list[Row]] = defaultdict(list)
        for row in self.carried.rows.get("codebooks", ()):
            versions[row["codebook"]].append(row)
        first = self.carried.project.get("codebook", "")
        books = []
        for name in sorted(
            versions, key=lambda one: (one != first, versions[one][0]["created"], one)
        ):
            rows = sorted(versions[name], key=lambda row: int(row["number"]))
            try:
                book = Codebook.parse(rows[-1]["source"], f"{name}.yaml", name)
            except CodebookError:
                self.carried.lost += 1
                continue
            if name in known:
                if known[name].source != book.source:
                    self.report.remarks.append(say("refi.other_codebook", codebook=name))
                continue
            changed = self._changed_by_others(book)
            if changed.source != book.source:
                number = int(rows[-1]["number"]) + 1
                rows.append({**rows[-1], "number": number, "source": changed.source})
            books.append((changed, rows))
        return books

    def _changed_by_others(self, book: Codebook) -> Codebook:
        """Return a codebook with the names and definitions that another program gave its codes."""
        from icmo.codebook.saving import change_code

        by_guid = {guid: code for code, (guid, _) in self.carried.codes.items()}
        language = self.language if self.language in book.languages else book.languages[0]
        for one in walked(self.found.codes):
            code = by_guid.get(one.guid, "")
            if code not in book:
                continue
            fields: dict[str, object] = {}
            said = {"label": one.path[-1], "definition": one.element.words("Description")}
            for name, now in said.items():
                before = getattr(book[code], name)
                if now.strip() and _plain(now) != _plain(label_of(before, self.language)):
                    fields[name] = {**before, language: " ".join(now.split())}
            if fields:
                try:
                    book = change_code(book, code, **fields)
                except CodebookError:
                    continue
                self.report.remarks.append(say("refi.code_changed", code=code))
        return book

    def _known_by_carrier(self, books: list[Codebook]) -> dict[str, str]:
        """Return codes by their GUIDs, or under new ones by the names they stand under."""
        here = {code for book in books for code in book.labels()}
        by_guid = {guid: code for code, (guid, _) in self.carried.codes.items() if code in here}
        by_path: dict[tuple[str, ...], list[str]] = defaultdict(list)
        for code, (_, path) in self.carried.codes.items():
            if code in here:
                by_path[_comparable(path)].append(code)
        found = {}
        families = set(self.carried.families)
        for one in walked(self.found.codes):
            path = _comparable(one.path)
            some = by_path.get(path) or by_path.get(path[1:]) or ()
            if one.guid in by_guid:
                found[one.guid] = by_guid[one.guid]
            elif len(some) == 1:
                found[one.guid] = some[0]
            elif one.guid in families or self._is_family(one.path, one.codable):
                found[one.guid] = ""
        return found

    def _is_family(self, path: tuple[str, ...], codable: bool) -> bool:
        """Say whether a folder is a family of the carrier's codebooks."""
        tops = {names[0] for _, names in self.carried.codes.values()}
        return len(path) == 1 and not codable and _comparable(path)[0] in _comparable(tuple(tops))

    def _known_by_names(self, books: list[Codebook], ids: dict[str, str]) -> dict[str, str]:
        """Return codes that are called the same and stand under the same, in the project."""
        if self.carried.is_there:
            return {}
        by_path: dict[tuple[str, ...], list[str]] = defaultdict(list)
        tops = set()
        for book in books:
            for code, path in paths_of(book, self.language).items():
                by_path[_comparable(path)].append(code)
                by_path[_comparable(path[1:])].append(code)
                tops.add(_comparable(path)[:1])
        found = {}
        for one in walked(self.found.codes):
            some = by_path.get(_comparable(one.path), ())
            if one.guid not in ids and len(some) == 1:
                found[one.guid] = some[0]
            elif _comparable(one.path) in tops and not one.codable:
                found[one.guid] = ""
        return found

    def _keep_codes(self) -> None:
        """Remember what new codes are called in the file, and what icmo has no place for."""
        undefined = say("refi.undefined", self.language)
        for owner, one in self.codes.owned.items():
            more = {
                "name": one.path[-1],
                "color": one.element.get("color"),
                "loose": len(one.path) == 1,
                "folder": not one.codable,
                "undefined": not one.element.words("Description").strip() and bool(undefined),
            }
            self._keep("guid", owner, {"guid": one.guid, **more})

    # ── everything else ──────────────────────────────────────────────────────────────────

    def parcel(self, codebooks: list[Row], now: str) -> Parcel:
        """Return everything as rows; the tags as one frame after the other."""
        self._users()
        self.documents = self._documents()
        self._cases()
        frames = self._tags()
        self._passages_and_rest()
        self._memos(now)
        self._restored()
        facts = {}
        if self.carried.project.get("exchange"):
            facts["exchange"] = self.carried.project["exchange"]
        created = [{**row, "created": row["created"] or now} for row in codebooks]
        return Parcel(created, self.documents, frames, dict(self.rows), facts)

    def _keep(self, kind: str, owner: str, content: Any, document: str = "") -> None:
        from icmo.project.work import random_id

        row = {
            "kept": random_id(),
            "kind": kind,
            "owner": owner,
            "document": document,
            "content": content,
        }
        self.rows["kept"].append(row)

    def _users(self) -> None:
        """Give every user a name; those who have none, or are not in the list, are unknown coders."""
        self.coders: dict[str, str] = {}
        names: Counter[str] = Counter()
        for guid, name in self.found.users.items():
            called = cleaned(name).strip() or say("refi.unknown_coder")
            names[called] += 1
            self.coders[guid] = called if names[called] == 1 else f"{called} ({names[called]})"
            if not self.carried.is_there and is_guid(guid):
                self._keep("guid", f"user/{self.coders[guid]}", {"guid": guid})
        self.report.count("User", found=len(self.coders), taken=len(self.coders))

    def _coder(self, guid: str) -> str:
        return self.coders.get(guid) or say("refi.unknown_coder")

    def _documents(self) -> list[Arrival]:
        """Return the sources that have a text; the others are kept as they are."""
        self.ids: dict[int, str] = {}
        self.by_guid: dict[str, str] = {}
        self.same: set[str] = set()
        arrivals = []
        attributes = self._attributes()
        for number, source in enumerate(self.found.sources):
            self.report.count(source.element.tag, found=1)
            if source.text is None:
                self.report.count(source.element.tag, kept=1)
                self.report.remarks.append(
                    say("refi.no_source", name=source.name or source.guid, why=source.why)
                )
                self._keep("element", "Sources", as_data(source.element))
                continue
            self.report.count(source.element.tag, taken=1)
            known = self.carried.document_of(source.guids, source.text)
            id_ = known if known is not None and known not in self._ids else self._own(source.guid)
            self._ids.add(id_)
            self.ids[number] = id_
            self.by_guid |= dict.fromkeys(source.guids, id_)
            values = attributes.get(number, {})
            arrivals.append(self._arrival(number, id_, values))
        return arrivals

    def _own(self, guid: str) -> str:
        from icmo.project.work import random_id

        return guid if is_guid(guid) and guid not in self._ids else random_id()

    def _arrival(self, number: int, id_: str, values: dict[str, str]) -> Arrival:
        source = self.found.sources[number]
        text = source.text or ""
        carried = self.carried.documents.get(id_)
        name = source.name.strip() or source.guid
        if carried is not None:
            row = dict(carried["row"])
            if name and _plain(name) != _plain(row["name"]):
                self.report.remarks.append(say("refi.renamed", before=row["name"], after=name))
                row["name"] = name
            if carried["digest"] == digest_of(text):
                self.same.add(id_)
                turns = self._turns(id_, len(text))
                return Arrival(row, text, turns, int(carried["words"]), str(carried["created"]))
            self.report.remarks.append(say("refi.changed_text", name=row["name"]))
            return Arrival(row, text, None, None, "")
        own = {one: values.pop(f"icmo: {one}", "") for one in ("group", "kind", "date")}
        row = {
            "document": id_,
            "name": name,
            "case": "",
            **own,
            "attributes": values,
            "version": 1,
            "guessed": 0,
            "source": self.file,
        }
        self._keep_source(number, id_)
        inner = source.inner or source.element
        created = microseconds(
            inner.get("creationDateTime") or source.element.get("creationDateTime")
        )
        return Arrival(row, text, None, count_words(text), moment(created))

    def _turns(self, id_: str, size: int) -> list[Row] | None:
        rows = []
        last = 0
        for number, one in enumerate(self.carried.turns.get(id_, ()), 1):
            start, end, speaker, role, kind, attributes = one
            fits = isinstance(start, int) and isinstance(end, int) and last <= start <= end <= size
            words = all(isinstance(word, str) for word in (speaker, role, kind))
            if not (fits and words and isinstance(attributes, dict)):
                return None
            last = end
            rows.append(
                {
                    "number": number,
                    "start": start,
                    "end": end,
                    "speaker": speaker,
                    "speaker_role": role,
                    "kind": kind,
                    "attributes": attributes,
                }
            )
        return rows if id_ in self.carried.turns else None

    def _keep_source(self, number: int, id_: str) -> None:
        """Keep what a source holds that has no place here."""
        source = self.found.sources[number]
        element = source.element
        if source.inner is not None and source.inner is not element:
            content = as_data(element)
            content[3] = [
                one
                for one in content[3]
                if one[0] not in ("Representation", "NoteRef", "VariableValue")
            ]
            content[1]["guid"] = normal(element.get("guid"))
            self._keep("element", f"pdf/{id_}", content, id_)
            self.report.count(
                "PDFSelection",
                found=len(element.all("PDFSelection")),
                kept=len(element.all("PDFSelection")),
            )
        for child in (source.inner or element).children:
            if child.tag not in ("NoteRef", "VariableValue", "PlainTextContent"):
                self._keep("element", f"source/{id_}", as_data(child), id_)

    # ── cases and variables ──────────────────────────────────────────────────────────────

    def _attributes(self) -> dict[int, dict[str, str]]:
        """Return what is known of each source: its own values, and those of a case without a name."""
        self.variables: dict[str, str] = {}
        for one in self.found.variables:
            name = one.get("name").strip() or normal(one.get("guid"))
            self.variables[normal(one.get("guid"))] = name
            self.report.count("Variable", found=1, taken=1)
            if not self.carried.is_there:
                kind = one.get("typeOfVariable")
                told = {"guid": normal(one.get("guid")), "type": kind if kind in _TYPES else "Text"}
                self._keep("guid", f"variable/{name}", told)
        sources = list(enumerate(self.found.sources))
        by_guid = {guid: number for number, source in sources for guid in source.guids}
        values = {number: self._values(source.element) for number, source in sources}
        for number, source in enumerate(self.found.sources):
            if source.inner is not None and source.inner is not source.element:
                values[number] |= self._values(source.inner)
        for case in self.found.cases:
            refs = case.all("SourceRef")
            if not case.get("name").strip() and len(refs) == 1:
                number = by_guid.get(normal(refs[0].get("targetGUID")), -1)
                values.setdefault(number, {}).update(self._values(case))
        return values

    def _values(self, owner: Element) -> dict[str, str]:
        found = {}
        for one in owner.all("VariableValue"):
            name = told = ""
            for child in one.children:
                if child.tag == "VariableRef":
                    name = self.variables.get(normal(child.get("targetGUID")), "")
                else:
                    told = child.text if child.tag == "TextValue" else child.text.strip()
            if name:
                found[name] = told
        return found

    def _cases(self) -> None:
        rows = {arrival.row["document"]: arrival.row for arrival in self.documents}
        carried = {row["case"]: row for row in self.carried.rows.get("cases", ())}
        called: Counter[str] = Counter()
        for one in self.found.cases:
            self.report.count("Case", found=1, taken=1)
            name = one.get("name").strip()
            refs = [
                self.by_guid.get(normal(ref.get("targetGUID")), "") for ref in one.all("SourceRef")
            ]
            if not name and len(refs) == 1:
                continue
            if self.carried.is_there:
                self._changed_case(one, name, carried)
                continue
            name = name or normal(one.get("guid"))
            called[name] += 1
            name = name if called[name] == 1 else f"{name} ({called[name]})"
            self.rows["cases"].append(
                {"case": name, "label": name, "attributes": self._values(one)}
            )
            self._keep("guid", f"case/{name}", {"guid": normal(one.get("guid"))})
            for document in refs:
                if document in rows and not rows[document]["case"]:
                    rows[document]["case"] = name
            self._keep_case(one, name, rows)

    def _keep_case(self, one: Element, name: str, rows: dict[str, Row]) -> None:
        for child in one.children:
            document = self.by_guid.get(normal(child.get("targetGUID")), "")
            placed = child.tag == "SourceRef" and rows.get(document, {}).get("case") == name
            if child.tag != "VariableValue" and not placed:
                self._keep("element", f"case/{name}", as_data(child))
                self.report.count(child.tag, found=1, kept=1)
                if child.tag == "SourceRef" and not document:
                    self.report.remarks.append(say("refi.dangling", case=name))

    def _changed_case(self, one: Element, name: str, carried: dict[str, Row]) -> None:
        """Let what another program says of a case stand before what the carrier says."""
        row = next((row for row in carried.values() if name in (row["label"], row["case"])), None)
        values = self._values(one)
        if row is None:
            return
        before = {
            key: "" if value is None else str(value) for key, value in row["attributes"].items()
        }
        changed = {
            key: value
            for key, value in values.items()
            if _plain(before.get(key, "")) != _plain(value)
        }
        if changed:
            row["attributes"] = {**row["attributes"], **changed}
            self.report.remarks.append(say("refi.case_changed", case=name))

    # ── tags ─────────────────────────────────────────────────────────────────────────────

    def _notes_of_tags(self) -> tuple[dict[str, str], dict[str, str]]:
        """Return which notes only say a tag's polarity, and which are a tag's own note."""
        polarities, notes = {}, {}
        for number, note in enumerate(self.found.notes):
            name = note.get("name")
            if name == TAG_NOTE:
                notes[normal(note.get("guid"))] = self.texts[number]
            elif name.startswith(POLARITY) and name.removeprefix(POLARITY) in POLARITIES:
                polarities[normal(note.get("guid"))] = name.removeprefix(POLARITY)
        return polarities, notes

    def _tags(self) -> Iterator[pd.DataFrame]:
        """Hand out the tags, whole documents at a time."""
        tags, count = self.found.tags, len(self.found.tags)
        codes = [self.codes.ids.get(guid, "") for guid in self.found.code_guids]
        users = [self._coder(guid) for guid in self.found.user_guids]
        lost = self.found.counts["unplaced"]
        self.report.count("Coding", found=count + lost, taken=count, kept=lost)
        guids = np.frombuffer(bytes(tags.guid), dtype="V16")
        first = np.unique(guids, return_index=True)[1]
        again = np.setdiff1d(np.arange(count), first)
        self._renamed = dict.fromkeys(again.tolist(), "")
        by_place = tags_by_place(self.carried)
        places = {(one.source, one.start, one.end) for one in self.found.passages}
        data = bytes(tags.guid)
        carried = {as_bytes(guid) for guid in self.carried.tags}
        hits = [n for n in range(count) if data[16 * n : 16 * n + 16] in carried]
        if len(hits) >= len(carried):
            by_place = {}  # every one of them has the GUID it went out with
        numbers = range(count) if by_place or places else sorted({*hits, *tags.notes})
        for number in numbers:
            self._one_tag(number, codes, users, by_place, places)
        portions = list(_portions(tags.source))
        return (self._frame(begin, end, codes, users) for begin, end in portions)

    def _one_tag(
        self,
        number: int,
        codes: list[str],
        users: list[str],
        by_place: dict[tuple[Any, ...], list[dict[str, Any]]],
        places: set[tuple[int, int, int]],
    ) -> None:
        tags = self.found.tags
        source, start, end = tags.source[number], tags.start[number], tags.end[number]
        id_ = tags.id_of(number)
        more: dict[str, Any] = {}
        row = self.carried.tags.get(id_)
        if row is None and by_place:
            some = by_place.get((self.ids[source], start, end, codes[tags.code[number]]), ())
            coder = users[tags.user[number]]
            row = next(
                (
                    one
                    for one in some
                    if one["coder"] == coder and one["tag"] not in self._restored_tags
                ),
                None,
            )
            row = row or (
                some[0] if len(some) == 1 and some[0]["tag"] not in self._restored_tags else None
            )
        if row is not None:
            self._restored_tags.add(row["tag"])
            self._renamed[number] = row["tag"]
            id_ = row["tag"]
            more = {name: row[name] for name in ("polarity", "note", "created", "definition")}
        for guid in tags.notes.get(number, ()):
            if guid in self.polarities:
                more["polarity"] = self.polarities[guid]
            elif guid in self.tag_notes:
                if _plain(cleaned(str(more.get("note") or ""))) != _plain(self.tag_notes[guid]):
                    more["note"] = self.tag_notes[guid]
            else:
                self._refs[guid].append(("tag", id_))
        if more:
            self._more[number] = more
        if (source, start, end) in places:
            self._first_tag.setdefault((source, start, end), id_)

    def _frame(self, first: int, last: int, codes: list[str], users: list[str]) -> pd.DataFrame:
        tags = self.found.tags
        numbers = range(first, last)
        columns: dict[str, list[Any]] = {
            "tag": [self._renamed[n] if n in self._renamed else tags.id_of(n) for n in numbers],
            "document": [self.ids[n] for n in tags.source[first:last]],
            "start": list(tags.start[first:last]),
            "end": list(tags.end[first:last]),
            "code": [codes[n] for n in tags.code[first:last]],
            "coder": [users[n] for n in tags.user[first:last]],
            "created": [moment(n) for n in tags.created[first:last]],
        }
        for name in ("polarity", "note", "definition"):
            columns[name] = [""] * (last - first)
        for number in (
            numbers
            if len(self._more) > last - first
            else [n for n in self._more if first <= n < last]
        ):
            for name, value in self._more.get(number, {}).items():
                columns[name][number - first] = value or ""
        return pd.DataFrame(columns)

    # ── passages, notes and the rest ─────────────────────────────────────────────────────

    def _passages_and_rest(self) -> None:
        for one in self.found.passages:
            self._passage(one)
        for one in self.found.lost:
            self.report.count("PlainTextSelection", kept=1)
            id_ = self.ids[one.source]
            self._keep("element", f"lost/{id_}", as_data(one.element), id_)
        if self.found.lost:
            self.report.remarks.append(say("refi.unplaced", count=len(self.found.lost)))
        self._keep_referenced()
        for element in self.found.media:
            self.report.count(element.tag, found=1, kept=1)
            self._keep("element", "Sources", as_data(element))
        for holder, element in self.found.others:
            self.report.count(element.tag, found=1)
            if self._is_own(element):
                self.report.count(element.tag, taken=1)
            elif holder in ("Links", "Sets", "Graphs", "Variables", "Cases", "Notes"):
                self.report.count(element.tag, kept=1)
                self._keep("element", holder, as_data(element))
            else:
                self.report.count(element.tag, refused=1)
        sets = [
            one.get("name")
            for holder, one in self.found.others
            if holder == "Sets" and ": " in one.get("name") and one.all("MemberSource")
        ]
        if sets and not self.carried.is_there:
            self.report.remarks.append(say("refi.sets_as_variables", count=len(sets), name=sets[0]))

    def _is_own(self, element: Element) -> bool:
        """Say whether an element only says once more what the carrier says."""
        if not self.carried.is_there:
            return False
        name = element.get("name")
        own = (
            "ICMO: ",
            "icmo: ",
            say("refi.family", "da", family=""),
            say("refi.family", "en", family=""),
        )
        return normal(element.get("guid")) in self.carried.own or name.startswith(own)

    def _passage(self, one: Passage) -> None:
        """Keep what a passage is besides a place with codes; its notes become memos."""
        id_ = self.ids[one.source]
        tag = self._first_tag.get((one.source, one.start, one.end))
        refs = [normal(ref.get("targetGUID")) for ref in one.element.all("NoteRef")]
        if self.carried.is_there and self.carried.own.intersection(refs):
            refs = [ref for ref in refs if ref not in self.carried.own]
            if not refs and not one.element.words("Description"):
                return
        for ref in refs:
            self._refs[ref].append(("tag", tag) if tag else ("document", id_))
        told = [
            child
            for child in one.element.children
            if child.tag == "Description" or (child.tag == "NoteRef" and not tag)
        ]
        if self.carried.is_there and not told:
            return
        text = self.found.sources[one.source].text or ""
        content = as_data(one.element)
        content[3] = [as_data(child) for child in told]
        place = {"start": one.start, "end": one.end, "first": text[one.start : one.end][:_FIRST]}
        guid = normal(one.element.get("guid"))
        self._keep("element", f"passage/{id_}", {**place, "guid": guid, "element": content}, id_)
        if not one.element.all("Coding") or one.start == one.end:
            self.report.count("PlainTextSelection", kept=1)

    def _keep_referenced(self) -> None:
        """Remember the GUIDs of passages that links, graphs and cases point to."""
        if self.carried.is_there:
            return
        names = ("originGUID", "targetGUID", "representedGUID")
        elements = [one for _, one in self.found.others] + self.found.cases
        wanted = {normal(one.get(name)) for top in elements for one in top.walk() for name in names}
        for guid in sorted(wanted & set(self.found.places)):
            number, start, end = self.found.places[guid]
            id_ = self.ids[number]
            self._keep("guid", f"passage/{id_}/{start}/{end}", {"guid": guid}, id_)

    def _memos(self, now: str) -> None:
        """Turn notes into memos on what points to them first; those that nothing points to, on the project."""
        for one in walked(self.found.codes):
            for ref in one.element.all("NoteRef"):
                code = self.codes.ids.get(one.guid, "")
                if code:
                    self._refs[normal(ref.get("targetGUID"))].append(("code", code))
        for number, source in enumerate(self.found.sources):
            if number in self.ids:
                parts = {
                    id(part): part for part in (source.element, source.inner or source.element)
                }
                for part in parts.values():
                    for ref in part.all("NoteRef"):
                        self._refs[normal(ref.get("targetGUID"))].append(
                            ("document", self.ids[number])
                        )
        known = {row["memo"]: row for row in self.carried.rows.get("memos", ())}
        for number, note in enumerate(self.found.notes):
            self._memo(number, note, known, now)

    def _memo(self, number: int, note: Element, known: dict[str, Row], now: str) -> None:
        from icmo.refi.carrier import is_carrier

        guid = normal(note.get("guid"))
        own = guid in self.carried.own or guid in self.polarities or guid in self.tag_notes
        own = own or (guid not in known and _plain(note.get("name")) in self.carried.names)
        if is_carrier(note) or own:
            return
        self.report.count("Note", found=1, taken=1)
        text = self.texts[number]
        if guid in known:
            self._changed_memo(known[guid], note.get("name"), text)
            return
        name = note.get("name").strip()
        if self.carried.is_there and {_plain(text), _plain(f"{name} {text}")} & {
            _plain(row["text"]) for row in known.values()
        }:
            return  # the same note under a new GUID
        told = text if text.strip() else note.words("Description")
        kind, target = (self._refs.get(guid) or [("project", "")])[0]
        id_ = self._own(guid)
        self._ids.add(id_)
        created = moment(microseconds(note.get("creationDateTime"))) or now
        whole = f"{name}\n\n{told}" if name and told.strip() else told or name
        row = {"memo": id_, "target_kind": kind, "target": target, "text": cleaned(whole)}
        self.rows["memos"].append(
            {**row, "coder": self._coder(normal(note.get("creatingUser"))), "created": created}
        )
        self._keep("guid", f"memo/{id_}", {"guid": guid if is_guid(guid) else id_, "name": name})
        for child in note.children:
            if child.tag not in ("Description", "PlainTextContent"):
                self._keep("element", f"memo/{id_}", as_data(child))

    def _changed_memo(self, row: Row, name: str, text: str) -> None:
        """Let what another program wrote into a memo hold."""
        head = f"{name}\n\n" if row["text"].startswith(f"{name}\n\n") else ""
        if _plain(row["text"]) not in (_plain(text), _plain(head + text)):
            self.report.remarks.append(say("refi.memo_changed", memo=row["memo"]))
            row["text"] = head + text

    def _restored(self) -> None:
        """Bring back what the carrier says."""
        if not self.carried.is_there:
            return
        texts = {a.row["document"]: a.text for a in self.documents}
        rows, remarks = rows_that_stand(self.carried, texts, self.same, self.known_codes)
        self.report.remarks += remarks
        if self.carried.lost:
            self.report.remarks.append(say("refi.carrier_damaged", count=self.carried.lost))
        kept = {(row["owner"], _called(row["content"])) for row in self.rows["kept"]}
        for table, some in rows.items():
            back = [
                row
                for row in some
                if table != "kept" or (row["owner"], _called(row["content"])) not in kept
            ]
            self.rows[table] = [*back, *self.rows[table]]


def _portions(sources: Sequence[int]) -> Iterator[tuple[int, int]]:
    """Cut a long row of tags between two documents."""
    begin, count = 0, len(sources)
    while begin < count:
        end = min(begin + PORTION, count)
        while end < count and sources[end] == sources[end - 1]:
            end += 1
        yield begin, end
        begin = end


def _plain(text: str) -> str:
    return " ".join(cleaned(text).split())


def _called(content: Any) -> str:
    """Return by what a kept element is known again: its GUID, or all that is in it."""
    if isinstance(content, dict):
        content = content.get("element") or content
    if isinstance(content, list) and len(content) > 1 and isinstance(content[1], dict):
        return normal(content[1].get("guid")) or repr(content)
    return repr(content)


def _comparable(path: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(_plain(one).casefold() for one in path)
