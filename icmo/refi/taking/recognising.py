"""Codes of a file that are here already: known by their GUIDs, or by the names they stand under."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING

from icmo.refi.codes import paths_of, walked
from icmo.refi.markup import plain

if TYPE_CHECKING:
    from icmo.codebook import Codebook
    from icmo.refi.codes import Written
    from icmo.refi.taking.intake import Intake


def known_by_carrier(intake: Intake, books: list[Codebook]) -> dict[str, str]:
    """Return codes by their GUIDs, or under new ones by the names they stand under."""
    carried = intake.carried
    here = {code for book in books for code in book.labels()}
    by_guid = {guid: code for code, (guid, _) in carried.codes.items() if code in here}
    by_path: dict[tuple[str, ...], list[str]] = defaultdict(list)
    for code, (_, path) in carried.codes.items():
        if code in here:
            by_path[_comparable(path)].append(code)
    tops = set(_comparable(tuple(names[0] for _, names in carried.codes.values())))
    found = {}
    for one in walked(intake.found.codes):
        path = _comparable(one.path)
        some = by_path.get(path) or by_path.get(path[1:]) or ()
        if one.guid in by_guid:
            found[one.guid] = by_guid[one.guid]
        elif len(some) == 1:
            found[one.guid] = some[0]
        elif one.guid in carried.families or _is_family(one, tops):
            found[one.guid] = ""
    return found


def _is_family(one: Written, tops: set[str]) -> bool:
    """Say whether a folder is a family of the carrier's codebooks."""
    return len(one.path) == 1 and not one.codable and _comparable(one.path)[0] in tops


def known_by_names(intake: Intake, books: list[Codebook], ids: dict[str, str]) -> dict[str, str]:
    """Return codes that are called the same and stand under the same, in the project."""
    if intake.carried.is_there:
        return {}
    by_path: dict[tuple[str, ...], list[str]] = defaultdict(list)
    tops = set()
    for book in books:
        for code, path in paths_of(book, intake.language).items():
            by_path[_comparable(path)].append(code)
            by_path[_comparable(path[1:])].append(code)
            tops.add(_comparable(path)[:1])
    found = {}
    for one in walked(intake.found.codes):
        path = _comparable(one.path)
        some = by_path.get(path, ())
        if one.guid not in ids and len(some) == 1:
            found[one.guid] = some[0]
        elif path in tops and not one.codable:
            found[one.guid] = ""
    return found


def _comparable(path: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(plain(one).casefold() for one in path)
