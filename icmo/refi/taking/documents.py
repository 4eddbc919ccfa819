"""Sources of a file that have a text, as documents; what else is in them is kept."""

from __future__ import annotations

from typing import TYPE_CHECKING

from icmo.documents.units import count_words
from icmo.project.documents import digest_of
from icmo.project.exchange import Arrival
from icmo.refi.guids import normal
from icmo.refi.markup import as_data, plain
from icmo.refi.moments import microseconds, moment

if TYPE_CHECKING:
    from typing import Any

    from icmo._store import Row
    from icmo.refi.gathering import Source
    from icmo.refi.taking.intake import Intake


def take_documents(intake: Intake, values: dict[int, dict[str, str]]) -> list[Arrival]:
    """Return the sources that have a text; the others are kept as they are.

    Args:
        intake: the file.
        values: what is known of each source, by its number.
    """
    arrivals = []
    for number, source in enumerate(intake.found.sources):
        tag = source.element.tag
        if source.text is None:
            intake.report.count(tag, found=1, kept=1)
            intake.remark("refi.no_source", name=source.name or source.guid, why=source.why)
            intake.keep("element", "Sources", as_data(source.element))
            continue
        intake.report.count(tag, found=1, taken=1)
        id_ = intake.carried.document_of(source.guids, source.text)
        if id_ is None or id_ in intake.given:
            id_ = intake.own_id(source.guid)
        intake.given.add(id_)
        intake.documents[number] = id_
        intake.by_guid |= dict.fromkeys(source.guids, id_)
        carried = intake.carried.documents.get(id_)
        if carried is None:
            arrivals.append(_new(intake, source, id_, values.get(number, {})))
        else:
            arrivals.append(_carried(intake, source, carried))
    return arrivals


def _carried(intake: Intake, source: Source, carried: dict[str, Any]) -> Arrival:
    """Return a document that icmo wrote, as it was; its name and text as they are now."""
    row, text = dict(carried["row"]), source.text or ""
    name = source.name.strip() or source.guid
    if name and plain(name) != plain(row["name"]):
        intake.remark("refi.renamed", before=row["name"], after=name)
        row["name"] = name
    if carried["digest"] != digest_of(text):
        intake.remark("refi.changed_text", name=row["name"])
        return Arrival(row, text, None, None, "")
    id_ = row["document"]
    intake.unchanged.add(id_)
    turns = _turns(intake, id_, len(text))
    return Arrival(row, text, turns, int(carried["words"]), str(carried["created"]))


def _new(intake: Intake, source: Source, id_: str, values: dict[str, str]) -> Arrival:
    text = source.text or ""
    own = {one: values.pop(f"icmo: {one}", "") for one in ("group", "kind", "date")}
    row = {
        "document": id_,
        "name": source.name.strip() or source.guid,
        "case": "",
        **own,
        "attributes": values,
        "version": 1,
        "guessed": 0,
        "source": intake.file,
    }
    _keep_rest(intake, source, id_)
    inner = source.inner or source.element
    told = inner.get("creationDateTime") or source.element.get("creationDateTime")
    return Arrival(row, text, None, count_words(text), moment(microseconds(told)))


def _turns(intake: Intake, id_: str, size: int) -> list[Row] | None:
    """Return the carried turns of a text; none where they are not there or do not fit it."""
    if id_ not in intake.carried.turns:
        return None
    rows = []
    last = 0
    for number, one in enumerate(intake.carried.turns[id_], 1):
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
    return rows


def _keep_rest(intake: Intake, source: Source, id_: str) -> None:
    """Keep what a source holds that has no place here."""
    element = source.element
    if source.inner is not None and source.inner is not element:
        content = as_data(element)
        elsewhere = ("Representation", "NoteRef", "VariableValue")
        content[3] = [one for one in content[3] if one[0] not in elsewhere]
        content[1]["guid"] = normal(element.get("guid"))
        intake.keep("element", f"pdf/{id_}", content, id_)
        count = len(element.all("PDFSelection"))
        intake.report.count("PDFSelection", found=count, kept=count)
    for child in (source.inner or element).children:
        if child.tag not in ("NoteRef", "VariableValue", "PlainTextContent"):
            intake.keep("element", f"source/{id_}", as_data(child), id_)
