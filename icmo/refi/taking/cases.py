"""Variables and cases: what a file says of its sources, and which belong together."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from icmo.refi.guids import normal
from icmo.refi.markup import as_data, plain

if TYPE_CHECKING:
    from icmo._store import Row
    from icmo.project.exchange import Arrival
    from icmo.refi.elements import Element
    from icmo.refi.taking.intake import Intake

_TYPES = ("Text", "Boolean", "Integer", "Float", "Date", "DateTime")


def take_variables(intake: Intake) -> dict[int, dict[str, str]]:
    """Return what is known of each source: its own values, and those of a case without a name."""
    for one in intake.found.variables:
        guid, kind = normal(one.get("guid")), one.get("typeOfVariable")
        name = one.get("name").strip() or guid
        intake.variables[guid] = name
        intake.report.count("Variable", found=1, taken=1)
        if not intake.carried.is_there:
            told = {"guid": guid, "type": kind if kind in _TYPES else "Text"}
            intake.keep("guid", f"variable/{name}", told)
    by_guid: dict[str, int] = {}
    values = {}
    for number, source in enumerate(intake.found.sources):
        by_guid |= dict.fromkeys(source.guids, number)
        values[number] = _values(intake, source.element)
        if source.inner is not None and source.inner is not source.element:
            values[number] |= _values(intake, source.inner)
    for case in intake.found.cases:
        refs = case.all("SourceRef")
        if not case.get("name").strip() and len(refs) == 1:
            number = by_guid.get(normal(refs[0].get("targetGUID")), -1)
            values.setdefault(number, {}).update(_values(intake, case))
    return values


def _values(intake: Intake, owner: Element) -> dict[str, str]:
    found = {}
    for one in owner.all("VariableValue"):
        name = told = ""
        for child in one.children:
            if child.tag == "VariableRef":
                name = intake.variables.get(normal(child.get("targetGUID")), "")
            else:
                told = child.text if child.tag == "TextValue" else child.text.strip()
        if name:
            found[name] = told
    return found


def take_cases(intake: Intake, arrivals: list[Arrival]) -> None:
    """Take the cases, and say in each document which it belongs to."""
    documents = {arrival.row["document"]: arrival.row for arrival in arrivals}
    called: Counter[str] = Counter()
    for one in intake.found.cases:
        intake.report.count("Case", found=1, taken=1)
        name = one.get("name").strip()
        if not name and len(one.all("SourceRef")) == 1:
            continue  # what it says is said of its source
        if intake.carried.is_there:
            _changed_case(intake, one, name)
            continue
        name = name or normal(one.get("guid"))
        called[name] += 1
        name = name if called[name] == 1 else f"{name} ({called[name]})"
        _take_case(intake, one, name, documents)


def _take_case(intake: Intake, one: Element, name: str, documents: dict[str, Row]) -> None:
    row = {"case": name, "label": name, "attributes": _values(intake, one)}
    intake.rows["cases"].append(row)
    intake.keep("guid", f"case/{name}", {"guid": normal(one.get("guid"))})
    for ref in one.all("SourceRef"):
        document = documents.get(_pointed_to(intake, ref))
        if document is not None and not document["case"]:
            document["case"] = name
    for child in one.children:
        document = documents.get(_pointed_to(intake, child))
        placed = child.tag == "SourceRef" and document is not None and document["case"] == name
        if child.tag != "VariableValue" and not placed:
            intake.keep("element", f"case/{name}", as_data(child))
            intake.report.count(child.tag, found=1, kept=1)
            if child.tag == "SourceRef" and document is None:
                intake.remark("refi.dangling", case=name)


def _pointed_to(intake: Intake, ref: Element) -> str:
    return intake.by_guid.get(normal(ref.get("targetGUID")), "")


def _changed_case(intake: Intake, one: Element, name: str) -> None:
    """Let what another program says of a case stand before what the carrier says."""
    carried = intake.carried.rows.get("cases", ())
    row = next((row for row in carried if name in (row["label"], row["case"])), None)
    if row is None:
        return
    before = {key: "" if value is None else str(value) for key, value in row["attributes"].items()}
    changed = {
        key: value
        for key, value in _values(intake, one).items()
        if plain(before.get(key, "")) != plain(value)
    }
    if changed:
        row["attributes"] = {**row["attributes"], **changed}
        intake.remark("refi.case_changed", case=name)
