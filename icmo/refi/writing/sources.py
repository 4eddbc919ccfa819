"""Sources: every document with its passages, and the PDF it came in."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING

from icmo._strings import say
from icmo.refi.markup import attributes, written
from icmo.refi.moments import dated
from icmo.refi.writing.cases import known_of
from icmo.refi.writing.passages import Passages

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from icmo._store import Row
    from icmo.refi.elements import Element
    from icmo.refi.writing.cases import Variables
    from icmo.refi.writing.findings import Findings
    from icmo.refi.writing.state import State


def sources(state: State, variables: Variables, findings: Findings) -> Iterator[str]:
    """Hand out the documents, one after the other."""
    evidence: dict[str, list[Row]] = defaultdict(list)
    for row in state.evidence:
        evidence[row["document"]].append(row)
    passages = Passages(state, findings)
    for row in state.documents:
        id_ = row["document"]
        text = state.reader.row("texts", document=id_, version=row["version"]) or {}
        state.report.count("TextSource", found=1, taken=1)
        _carry(state, row, text)
        pdf = next(state.elements(f"pdf/{id_}", "Sources"), None)
        pdf = None if state.counting.text_only else pdf
        if pdf is not None:
            yield _opened(pdf)
            yield from _parts(one for one in pdf.children if one.tag in _BEFORE)
        tag = "TextSource" if pdf is None else "Representation"
        yield f"<{tag}{_text_attributes(state, row, text)}>"
        more = list(state.elements(f"source/{id_}", "TextSource"))
        yield from _parts(one for one in more if one.tag == "Description")
        yield from passages.of(row, text["text"], evidence[id_])
        yield from _parts(one for one in more if one.tag == "Coding")
        # QualCoder takes a note on a document for one on a passage, and drops it.
        for note in () if state.counting.filed else state.noted["document", id_]:
            yield f'<NoteRef targetGUID="{note}"/>'
        yield from variables.values(known_of(row))
        yield f"</{tag}>\n"
        if pdf is not None:
            yield from _parts(
                one for one in pdf.children if one.tag not in (*_BEFORE, "Representation")
            )
            yield "</PDFSource>\n"
    if not state.counting.text_only:
        yield from state.rest("Sources")
    elif left_out := state.sources_left_out():
        for one in left_out:
            state.report.count(one.tag, found=1, kept=1)
        state.report.remarks.append(say("refi.sources_left_out", count=len(left_out)))


#: What stands in a PDF before its text.
_BEFORE = ("Description", "PDFSelection")


def _parts(elements: Iterable[Element]) -> Iterator[str]:
    for one in elements:
        yield from written(one)


def _opened(pdf: Element) -> str:
    """Return a PDF's opening tag, without the files it had in its archive."""
    given = {
        name: value
        for name, value in pdf.attributes.items()
        if not value.casefold().startswith("internal:")
    }
    return f"<PDFSource{attributes(**given)}>"


def _text_attributes(state: State, row: Row, text: Row) -> str:
    """Return what a text is called and where it is; the text itself is written last."""
    id_ = row["document"]
    member = f"{state.names.made('text', id_)}.txt"
    state.members.append((member, id_, row["version"]))
    return attributes(
        guid=state.names.of("document", id_),
        name=row["name"],
        plainTextPath=f"internal://{member}",
        creationDateTime=dated(text["created"]),
    )


def _carry(state: State, row: Row, text: Row) -> None:
    """Say in the carrier what a document is, and who speaks in it."""
    id_ = row["document"]
    known = {name: text[name] for name in ("digest", "words", "created")}
    state.carry({"documents": row, "guid": state.names.of("document", id_), **known})
    names = ("start", "end", "speaker", "speaker_role", "kind", "attributes", "number")
    turns = state.reader.columns("turns", names, document=id_, version=row["version"])
    ordered = sorted(map(list, turns), key=lambda one: one[6])
    state.carry({"turns": id_, "rows": [one[:6] for one in ordered]})
