"""What stands on the printed pages of a codebook: blocks that Markdown and Word both can show."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

from icmo._palette import look
from icmo._strings import say
from icmo.codebook.questions import questions_of
from icmo.codebook.records import LETTERS

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from icmo.codebook import Codebook
    from icmo.codebook.records import Code, Family

Kind = Literal[
    "title",
    "subtitle",
    "heading",
    "small",
    "text",
    "quote",
    "bullet",
    "number",
    "tick",
    "probe",
    "form",
    "notes",
]

# What neither Word nor a spreadsheet may hold: control characters and halves of characters.
_FORBIDDEN = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f\ud800-\udfff\ufffe\uffff]")


@dataclass(frozen=True)
class Block:
    """One paragraph of a page; ids in it stand between backticks."""

    kind: Kind
    text: str = ""
    #: bold words before the text
    label: str = ""
    #: of a heading: 1 for a family, 2 for its codes, one more for each code above
    level: int = 1
    #: of a numbered item: 1 begins a new list
    number: int = 0
    #: of a family's heading: decides its colour
    role: str = ""
    new_page: bool = False
    #: never parted from the block after it by the end of a page
    keep: bool = False


def printable(text: str) -> str:
    """Return text without what Word and spreadsheets cannot hold."""
    return _FORBIDDEN.sub("", text)


def clean(text: str) -> str:
    """Return printable text without blank lines."""
    lines = (line.strip() for line in printable(text).splitlines())
    return "\n".join(line for line in lines if line)


def in_hierarchy(codes: Sequence[Code]) -> Iterator[tuple[int, Code]]:
    """Yield each code after its parent, with its depth; siblings keep the order of the file."""

    def below(parent: str | None, depth: int) -> Iterator[tuple[int, Code]]:
        for code in codes:
            if code.parent == parent:
                yield depth, code
                yield from below(code.id, depth + 1)

    return below(None, 0)


def codebook_pages(codebook: Codebook, language: str) -> list[Block]:
    """Return the whole codebook for reading: families, and codes under their parents."""
    blocks = [
        Block("title", codebook.title[language]),
        *_version(codebook, language),
        Block("text", codebook.description[language]),
        *_field("citation", codebook.citation, language),
    ]
    for family in codebook.family_records:
        blocks += _family(family, language)
        for depth, code in in_hierarchy(family.codes):
            blocks.append(Block("heading", code.label[language], level=2 + depth))
            blocks += _code(codebook, code, language)
    return blocks


def code_page(codebook: Codebook, code: Code, language: str) -> list[Block]:
    """Return one code with everything said of it."""
    return [Block("heading", code.label[language]), *_code(codebook, code, language)]


def outline(codebook: Codebook, language: str) -> str:
    """Return families and codes as a tree of labels and ids, one a line."""
    lines = [codebook.title[language]]
    for family in codebook.family_records:
        label = (family.label or {}).get(language, family.id)
        lines += ["", f"{look(family.role).letter} · {label} ({family.id})"]
        lines += [
            f"{'  ' * (depth + 1)}{code.label[language]}  [{code.id}]"
            for depth, code in in_hierarchy(family.codes)
        ]
    return "\n".join(lines)


def checklist_pages(codebook: Codebook, language: str) -> list[Block]:
    """Return sheets for practitioners: the codes with steps or a checklist, and nothing else.

    A method and what stands below it share a page. Without such codes there are no blocks.
    """
    sheets: list[Block] = []
    for family in codebook.family_records:
        for codes in _trees(family.codes):
            if any(_is_practical(code) for code in codes):
                heading = codes[0].label[language]
                sheets.append(Block("heading", heading, role=family.role, new_page=bool(sheets)))
                sheets += _sheets(codes, language)
    if not sheets:
        return []
    return [*_opening(codebook, "export.checklists", language), *sheets]


def guide_pages(codebook: Codebook, principles: Sequence[Code], language: str) -> list[Block]:
    """Return an interviewer's sheet for each principle, with room for notes."""
    blocks = _opening(codebook, "export.guide", language)
    for place, code in enumerate(principles):
        blocks.append(Block("heading", code.label[language], role="principle", new_page=place > 0))
        blocks += [Block("text", code.definition[language]), Block("form")]
        questions = questions_of(codebook.question_templates, code, language)
        for letter in LETTERS:
            blocks += _letter(
                codebook, letter, [q for q in questions if q["letter"] == letter], language
            )
    return blocks


def _opening(codebook: Codebook, key: str, language: str) -> list[Block]:
    title = Block("title", say(key, language))
    return [title, Block("subtitle", codebook.title[language]), *_version(codebook, language)]


def _version(codebook: Codebook, language: str) -> list[Block]:
    return [
        Block(
            "small",
            f"`{codebook.id}` · {say('export.version', language, version=codebook.version)}",
        )
    ]


def _family(family: Family, language: str) -> list[Block]:
    label = (family.label or {}).get(language, family.id)
    role = say(f"role.{family.role}", language)
    blocks = [
        Block("heading", label, role=family.role),
        Block("small", f"`{family.id}` · {say('export.role', language, role=role)}", keep=True),
    ]
    return [*blocks, Block("text", family.definition[language])] if family.definition else blocks


def _code(codebook: Codebook, code: Code, language: str) -> list[Block]:
    place = [f"`{code.id}`"]
    if code.parent:
        place.append(say("export.under", language, parent=codebook[code.parent].label[language]))
    if code.retired:
        place.append(say("export.retired", language))
    return [
        Block("small", " · ".join(place), keep=True),
        Block("text", code.definition[language]),
        *_field("include", _in(code.include, language), language),
        *_field("exclude", _in(code.exclude, language), language),
        *(Block("quote", example[language]) for example in code.examples),
        *_belonging(codebook, code, language),
        *_practice(code, language),
        *_field("see", ", ".join(f"`{other}`" for other in code.see), language),
        *_field("note", _in(code.note, language), language),
        *_field("citation", code.citation, language),
    ]


def _belonging(codebook: Codebook, code: Code, language: str) -> Iterator[Block]:
    """Yield what the code says of other codes, by their labels and ids."""
    labels = codebook.labels(language)
    for key, target in (("principle", code.principle), ("type", code.type)):
        yield from _field(key, target and f"{labels[target]} (`{target}`)", language)
    if code.conditions:
        yield Block("text", label=say("export.conditions", language), keep=True)
        yield from (Block("bullet", f"{labels[target]} (`{target}`)") for target in code.conditions)
    if code.axes:
        places = (code.axes.can_want, code.axes.relation_course)
        yield from _field(
            "axes", " · ".join(say(f"axes.{place}", language) for place in places), language
        )


def _practice(code: Code, language: str) -> Iterator[Block]:
    """Yield what a practitioner needs: for whom, where not, what to do, what to tick off."""
    yield from _field("suits", _in(code.suits, language), language)
    yield from _field("limits", _in(code.limits, language), language)
    for key, kind, items in (
        ("steps", "number", code.steps),
        ("checklist", "tick", code.checklist),
    ):
        if items:
            yield Block("text", label=say(f"export.{key}", language), keep=True)
        for number, item in enumerate(items, start=1):
            last = number == len(items)
            yield Block(
                "tick" if kind == "tick" else "number", item[language], number=number, keep=not last
            )


def _trees(codes: Sequence[Code]) -> list[list[Code]]:
    """Return each code that has no parent, followed by all the codes below it."""
    trees: list[list[Code]] = []
    for depth, code in in_hierarchy(codes):
        if depth == 0:
            trees.append([])
        trees[-1].append(code)
    return trees


def _is_practical(code: Code) -> bool:
    return bool(code.steps or code.checklist) and not code.retired


def _sheets(codes: list[Code], language: str) -> Iterator[Block]:
    for place, code in enumerate(codes):
        if _is_practical(code):
            if place > 0:
                yield Block("heading", code.label[language], level=2)
            yield Block("text", code.definition[language], keep=True)
            yield from _practice(code, language)


def _letter(
    codebook: Codebook, letter: str, questions: list[dict[str, str]], language: str
) -> Iterator[Block]:
    if not questions:
        return
    stands_for = (
        codebook[letter].label[language] if letter in codebook else say(f"guide.{letter}", language)
    )
    yield Block("heading", f"{letter} · {stands_for}", level=2)
    for number, question in enumerate(questions, start=1):
        # The number under its letter is the id, unless the codebook numbers otherwise.
        usual = question["question"] == f"{letter}{number}"
        text = question["text"] if usual else f"{question['text']} `{question['question']}`"
        yield Block("number", text, number=number, keep=True)
        if question["probe"]:
            yield Block("probe", question["probe"], label=say("export.probe", language), keep=True)
        yield Block("notes")


def _in(text: dict[str, str] | None, language: str) -> str:
    return text[language] if text else ""


def _field(key: str, text: str | None, language: str) -> Iterator[Block]:
    if text:
        yield Block("text", text, label=say(f"export.{key}", language))
