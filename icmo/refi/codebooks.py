"""Codebooks of other programs (.qdc), read and written."""

from __future__ import annotations

import os
from collections import defaultdict
from pathlib import Path
from typing import TYPE_CHECKING, Any

from icmo._files import write_whole
from icmo._palette import look
from icmo._strings import language as spoken_language
from icmo._strings import say
from icmo.codebook import Codebook
from icmo.documents.pseudonyms import check_export, refuse_breaches
from icmo.refi.archive import MEGABYTE
from icmo.refi.codes import empty_codebook, label_of, make_codes, slug
from icmo.refi.elements import records
from icmo.refi.errors import RefiError, refusal
from icmo.refi.guids import Names, normal
from icmo.refi.markup import attributes, content

if TYPE_CHECKING:
    from collections.abc import Iterator

    from icmo.documents.pseudonyms import Key
    from icmo.refi.elements import Element

Paths = str | os.PathLike[str]
_LARGEST = 64 * MEGABYTE
_NAMESPACE = "urn:QDA-XML:codebook:1.0"
_SCHEMA = "http://schema.qdasoftware.org/versions/Codebook/v1.0/Codebook.xsd"
#: Codebooks know no project: their GUIDs are made of the codebook's id and the code's.
_SPACE = "icmo codebook"


def read_qdc(path: Paths, language: str | None = None) -> Codebook:
    """Read a .qdc file as a codebook. What other programs call its codes stays in `guids_of`.

    Raises:
        RefiError: the file is damaged, too large, or no codebook.
    """
    file = Path(path)
    return codebook_of(file, codes_of(file), language or spoken_language())


def codes_of(file: Path) -> list[Element]:
    """Return the codes of a .qdc file that stand in no other."""
    codes, root = [], None
    for holder, element in records(file, [_read(file)]):
        if holder == "root":
            root = element
        elif holder == "Codes":
            codes.append(element)
    if root is None or root.tag != "CodeBook":
        raise refusal(file, "refi.no_codebook")
    return codes


def _read(file: Path) -> bytes:
    try:
        if not file.is_file():
            raise RefiError(say("refi.no_file" if file.exists() else "file.missing", path=file))
        if file.stat().st_size > _LARGEST:
            raise refusal(file, "refi.large", name=file.name)
        return file.read_bytes()
    except OSError as error:
        raise refusal(file, "file.unreadable", reason=error.strerror) from None


def codebook_of(file: Path, codes: list[Element], language: str) -> Codebook:
    """Return codes of a file as a codebook."""
    name = slug(file.stem)
    made = make_codes(codes, {}, set(), (name, file.stem, language), set())
    source = made.source or empty_codebook(name, file.stem, language)
    return Codebook.parse(source, f"{name}.yaml", name)


def write_qdc(
    codebook: Codebook, path: Paths, language: str | None = None, key: Key | None = None
) -> None:
    """Write a codebook as a .qdc file: families as folders and as sets, criteria in descriptions.

    Raises:
        PseudonymError: an example in it has a CPR number, or with the key a name with a pseudonym.
    """
    refuse_breaches(check_export({Path(path).name: codebook.source}, key))
    chosen = codebook.chosen_language(language)
    text = "".join(_written(codebook, chosen))
    try:
        write_whole(Path(path), text.encode())
    except OSError as error:
        raise RefiError(
            say("export.unwritable", path=path, reason=error.strerror or error)
        ) from None


def _written(codebook: Codebook, language: str) -> Iterator[str]:
    import icmo

    names = Names(f"{_SPACE}/{codebook.id}", {})
    yield '<?xml version="1.0" encoding="utf-8"?>\n'
    yield (
        f'<CodeBook xmlns="{_NAMESPACE}" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"'
        f' xsi:schemaLocation="{_NAMESPACE} {_SCHEMA}" origin="icmo {icmo.__version__}">\n<Codes>\n'
    )
    for family in codebook.family_records:
        label = label_of(family.label or {}, language) or family.id
        colour = look(family.role).colour
        yield f'<Code guid="{names.made("family", family.id)}"{attributes(name=label)} isCodable="false" color="{colour}">\n'
        inside: dict[str, list[Any]] = defaultdict(list)
        for code in family.codes:
            inside[code.parent or ""].append(code)
        waiting: list[Any] = list(reversed(inside[""]))
        while waiting:
            one = waiting.pop()
            if isinstance(one, str):
                yield one
                continue
            name = label_of(one.label, language)
            yield f'<Code guid="{names.made("code", one.id)}"{attributes(name=name)} isCodable="true" color="{colour}">'
            yield f"<Description>{content(_described(one, language))}</Description>"
            waiting.append("</Code>\n")
            waiting += reversed(inside.get(one.id, ()))
        yield "</Code>\n"
    yield "</Codes>\n"
    filled = [family for family in codebook.family_records if family.codes]
    if filled:
        yield "<Sets>\n"
        for family in filled:
            label = label_of(family.label or {}, language) or family.id
            called = say("refi.family", language, family=label)
            members = "".join(
                f'<MemberCode guid="{names.made("code", code.id)}"/>' for code in family.codes
            )
            yield f'<Set guid="{names.made("set", family.id)}"{attributes(name=called)}>{members}</Set>\n'
        yield "</Sets>\n"
    yield "</CodeBook>\n"


def _described(code: Any, language: str) -> str:
    """Return a code's definition with its criteria under it, as a .qdc has no notes."""
    lines = [label_of(code.definition, language)]
    for key, text in (("refi.include", code.include), ("refi.exclude", code.exclude)):
        if text:
            lines.append(f"{say(key, language)}: {label_of(text, language)}")
    return "\n".join(lines)


def guids_of(codes: list[Element]) -> list[str]:
    """Return the GUIDs of codes, those inside others too."""
    return [normal(one.get("guid")) for top in codes for one in top.walk() if one.tag == "Code"]
