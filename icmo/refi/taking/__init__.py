"""What was found in a file, as rows of a project: a step for each kind of thing, in the order of use."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from icmo.project.exchange import Parcel
from icmo.refi.guids import normal
from icmo.refi.restoring import rows_that_stand
from icmo.refi.taking.cases import take_cases, take_variables
from icmo.refi.taking.codebooks import take_codebooks
from icmo.refi.taking.documents import take_documents
from icmo.refi.taking.intake import Intake
from icmo.refi.taking.memos import take_memos
from icmo.refi.taking.passages import keep_others, keep_passages
from icmo.refi.taking.tags import Tagging, take_users

if TYPE_CHECKING:
    from icmo._store import Row
    from icmo.project.exchange import Arrival

__all__ = ["Intake", "parcel", "take_codebooks"]


def parcel(intake: Intake, codebooks: list[Row], now: str) -> Parcel:
    """Return everything as rows; the tags as one frame after the other.

    Args:
        intake: the file.
        codebooks: what `take_codebooks` returned, or those of them that are not in yet.
        now: the time, for what has none.
    """
    take_users(intake)
    arrivals = take_documents(intake, take_variables(intake))
    take_cases(intake, arrivals)
    tagging = Tagging(intake)
    tagging.take()
    keep_passages(intake, tagging.first)
    keep_others(intake)
    take_memos(intake, now)
    _restore(intake, arrivals)
    exchange = intake.carried.project.get("exchange")
    facts = {"exchange": exchange} if exchange else {}
    created = [{**row, "created": row["created"] or now} for row in codebooks]
    return Parcel(created, arrivals, tagging.frames(), dict(intake.rows), facts)


def _restore(intake: Intake, arrivals: list[Arrival]) -> None:
    """Bring back what the carrier says."""
    carried = intake.carried
    if not carried.is_there:
        return
    texts = {arrival.row["document"]: arrival.text for arrival in arrivals}
    rows, remarks = rows_that_stand(carried, texts, intake.unchanged, intake.known_codes)
    intake.report.remarks += remarks
    if carried.lost:
        intake.remark("refi.carrier_damaged", count=carried.lost)
    kept = {(row["owner"], _known_by(row["content"])) for row in intake.rows["kept"]}
    rows["kept"] = [
        row for row in rows.get("kept", ()) if (row["owner"], _known_by(row["content"])) not in kept
    ]
    for table, back in rows.items():
        intake.rows[table] = [*back, *intake.rows[table]]


def _known_by(content: Any) -> str:
    """Return by what a kept element is known again: its GUID, or all that is in it."""
    if isinstance(content, dict):
        content = content.get("element") or content
    if isinstance(content, list) and len(content) > 1 and isinstance(content[1], dict):
        return normal(content[1].get("guid")) or repr(content)
    return repr(content)
