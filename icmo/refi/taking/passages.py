"""What a file holds besides codings: passages of their own, links, sets, graphs, media; all is kept."""

from __future__ import annotations

from typing import TYPE_CHECKING

from icmo._strings import say
from icmo.refi.guids import normal
from icmo.refi.markup import as_data

if TYPE_CHECKING:
    from icmo.refi.elements import Element
    from icmo.refi.gathering import Passage
    from icmo.refi.taking.intake import Intake

_FIRST = 40
_HOLDERS = ("Links", "Sets", "Graphs", "Variables", "Cases", "Notes")
_POINTING = ("originGUID", "targetGUID", "representedGUID")


def keep_passages(intake: Intake, tags: dict[tuple[int, int, int], str]) -> None:
    """Keep what passages are besides places with codes.

    Args:
        intake: the file.
        tags: the first tag on each of them.
    """
    for one in intake.found.passages:
        _keep_passage(intake, one, tags.get((one.source, one.start, one.end)))
    for one in intake.found.lost:
        intake.report.count("PlainTextSelection", kept=1)
        id_ = intake.documents[one.source]
        intake.keep("element", f"lost/{id_}", as_data(one.element), id_)
    if intake.found.lost:
        intake.remark("refi.unplaced", count=len(intake.found.lost))
    _keep_referenced(intake)


def _keep_passage(intake: Intake, one: Passage, tag: str | None) -> None:
    """Keep what a passage is besides a place with codes; its notes become memos."""
    element, is_there, own = one.element, intake.carried.is_there, intake.carried.own
    id_ = intake.documents[one.source]
    refs = [normal(ref.get("targetGUID")) for ref in element.all("NoteRef")]
    if is_there and own.intersection(refs):
        refs = [ref for ref in refs if ref not in own]
        if not refs and not element.words("Description"):
            return
    for ref in refs:
        intake.noted[ref].append(("tag", tag) if tag else ("document", id_))
    told = [
        child
        for child in element.children
        if child.tag == "Description" or (child.tag == "NoteRef" and not tag)
    ]
    if is_there and not told:
        return
    text = intake.found.sources[one.source].text or ""
    content = as_data(element)
    content[3] = [as_data(child) for child in told]
    place = {"start": one.start, "end": one.end, "first": text[one.start : one.end][:_FIRST]}
    guid = normal(element.get("guid"))
    intake.keep("element", f"passage/{id_}", {**place, "guid": guid, "element": content}, id_)
    if not element.all("Coding") or one.start == one.end:
        intake.report.count("PlainTextSelection", kept=1)


def _keep_referenced(intake: Intake) -> None:
    """Remember the GUIDs of passages that links, graphs and cases point to."""
    if intake.carried.is_there:
        return
    found = intake.found
    elements = [one for _, one in found.others] + found.cases
    wanted = {normal(one.get(name)) for top in elements for one in top.walk() for name in _POINTING}
    for guid in sorted(wanted & set(found.places)):
        number, start, end = found.places[guid]
        id_ = intake.documents[number]
        intake.keep("guid", f"passage/{id_}/{start}/{end}", {"guid": guid}, id_)


def keep_others(intake: Intake) -> None:
    """Keep media, links, sets and graphs, but for those that only say what the carrier says."""
    for element in intake.found.media:
        intake.report.count(element.tag, found=1, kept=1)
        intake.keep("element", "Sources", as_data(element))
    for holder, element in intake.found.others:
        intake.report.count(element.tag, found=1)
        if _is_own(intake, element):
            intake.report.count(element.tag, taken=1)
        elif holder in _HOLDERS:
            intake.report.count(element.tag, kept=1)
            intake.keep("element", holder, as_data(element))
        else:
            intake.report.count(element.tag, refused=1)
    sets = [
        one.get("name")
        for holder, one in intake.found.others
        if holder == "Sets" and ": " in one.get("name") and one.all("MemberSource")
    ]
    if sets and not intake.carried.is_there:
        intake.remark("refi.sets_as_variables", count=len(sets), name=sets[0])


def _is_own(intake: Intake, element: Element) -> bool:
    """Say whether an element only says once more what the carrier says."""
    if not intake.carried.is_there:
        return False
    families = (say("refi.family", language, family="") for language in ("da", "en"))
    named = element.get("name").startswith(("ICMO: ", "icmo: ", *families))
    return named or normal(element.get("guid")) in intake.carried.own
