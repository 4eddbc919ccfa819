"""The Word document that pages are written into: A4, its styles, its language."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from docx.document import Document
    from docx.styles.style import ParagraphStyle

#: The language Word proofs in.
PROOFING = {"da": "da-DK", "en": "en-GB"}

_FONT = "Arial"
_MONOSPACED = "Consolas"
_INK, _GREY, _LINE = "222222", "5C5C5C", "A6A6A6"
#: Size of each level of heading in points; deeper ones look like the last.
_HEADINGS = (15, 12, 10.5, 10)
_DEEPEST = 9


def new_document(language: str) -> Document:
    """Return an empty document on A4 with the styles of icmo's pages."""
    import docx

    document = docx.Document()
    _set_page(document)
    _set_language(document, language)
    _set_styles(document)
    return document


def _set_page(document: Document) -> None:
    from docx.shared import Cm

    section = document.sections[0]
    section.page_width, section.page_height = Cm(21), Cm(29.7)
    section.left_margin = section.right_margin = Cm(2.5)
    section.top_margin, section.bottom_margin = Cm(2.2), Cm(2.2)
    section.footer_distance = Cm(1.1)


def _set_styles(document: Document) -> None:
    _style(document, "Normal", size=10, before=2, after=3, spacing=1.15)
    _style(document, "Title", size=20, after=4, bold=True)
    _style(document, "Subtitle", size=12, after=4)
    for level in range(1, _DEEPEST + 1):
        size = _HEADINGS[min(level, len(_HEADINGS)) - 1]
        _style(
            document,
            f"Heading {level}",
            size=size,
            before=20 if level == 1 else 12,
            after=2,
            bold=True,
        )
    _style(document, "Metadata", size=8.5, after=4, colour=_GREY)
    _border(_style(document, "Quote", size=10, after=4, left=0.6), "left", space=8)
    _style(document, "List Bullet", size=10, after=2)
    _style(document, "List Number", size=10, before=2, after=2)
    _style(document, "Tick List", size=10, before=2, after=2, left=0.63, hanging=0.63)
    _style(document, "Probe", size=9.5, after=2, left=0.63, colour=_GREY)
    form = _style(document, "Form", size=9.5, before=8, after=2, colour=_GREY)
    notes = _style(document, "Notes", size=10, after=0, left=0.63, spacing=1.9)
    _border(notes, "between", "bottom", space=1)
    _add_lines_to_fill_in(form)
    _add_page_number_at_right(_style(document, "Footer", size=8, after=0, colour=_GREY))
    _add_id_style(document)


def _style(
    document: Document,
    name: str,
    *,
    size: float,
    before: float = 0,
    after: float,
    spacing: float | None = None,
    bold: bool = False,
    left: float | None = None,
    hanging: float = 0,
    colour: str = _INK,
) -> ParagraphStyle:
    """Set a paragraph style, or make it; lengths in points, indents in centimetres."""
    from docx.enum.style import WD_STYLE_TYPE
    from docx.shared import Cm, Pt, RGBColor

    styles: Any = document.styles
    style: ParagraphStyle = (
        styles[name] if name in styles else styles.add_style(name, WD_STYLE_TYPE.PARAGRAPH)
    )
    _remove_theme(style)
    style.font.name, style.font.size = _FONT, Pt(size)
    style.font.bold, style.font.italic = bold, False
    style.font.color.rgb = RGBColor.from_string(colour)
    paragraph = style.paragraph_format
    paragraph.space_before, paragraph.space_after = Pt(before), Pt(after)
    if spacing:
        paragraph.line_spacing = spacing
    if left is not None:
        paragraph.left_indent, paragraph.first_line_indent = Cm(left), Cm(-hanging)
    return style


def _remove_theme(style: ParagraphStyle) -> None:
    """Take away what the template's theme decides, as Word would prefer it to what is set here."""
    from docx.oxml.ns import qn

    element: Any = style.element
    for path in ("w:pPr/w:pBdr", "w:pPr/w:contextualSpacing", "w:rPr/w:spacing"):
        for found in element.xpath(path):
            found.getparent().remove(found)
    for fonts in element.iter(qn("w:rFonts")):
        for key in [key for key in fonts.attrib if key.endswith(("Theme", "cstheme"))]:
            del fonts.attrib[key]


def _border(style: ParagraphStyle, *sides: str, space: int) -> None:
    from docx.oxml import OxmlElement
    from docx.oxml.ns import qn

    borders: Any = OxmlElement("w:pBdr")
    # Word insists on this order.
    for side in [side for side in ("top", "left", "bottom", "right", "between") if side in sides]:
        line = OxmlElement(f"w:{side}")
        for key, value in (("val", "single"), ("sz", "4"), ("space", str(space)), ("color", _LINE)):
            line.set(qn(f"w:{key}"), value)
        borders.append(line)
    properties: Any = style.element.get_or_add_pPr()
    following = (
        "w:shd",
        "w:tabs",
        "w:suppressAutoHyphens",
        "w:spacing",
        "w:ind",
        "w:contextualSpacing",
        "w:jc",
    )
    properties.insert_element_before(borders, *following)


def _add_lines_to_fill_in(style: ParagraphStyle) -> None:
    from docx.enum.text import WD_TAB_ALIGNMENT, WD_TAB_LEADER
    from docx.shared import Cm

    for place, leader in (
        (7.6, WD_TAB_LEADER.LINES),
        (8.4, WD_TAB_LEADER.SPACES),
        (16, WD_TAB_LEADER.LINES),
    ):
        style.paragraph_format.tab_stops.add_tab_stop(Cm(place), WD_TAB_ALIGNMENT.LEFT, leader)


def _add_page_number_at_right(style: ParagraphStyle) -> None:
    from docx.enum.text import WD_TAB_ALIGNMENT
    from docx.shared import Cm

    style.paragraph_format.tab_stops.clear_all()
    style.paragraph_format.tab_stops.add_tab_stop(Cm(16), WD_TAB_ALIGNMENT.RIGHT)


def _add_id_style(document: Document) -> None:
    from docx.enum.style import WD_STYLE_TYPE
    from docx.shared import Pt, RGBColor

    style: Any = document.styles.add_style("Code Id", WD_STYLE_TYPE.CHARACTER)
    style.font.name, style.font.size = _MONOSPACED, Pt(9)
    style.font.color.rgb = RGBColor.from_string(_GREY)


def _set_language(document: Document, language: str) -> None:
    from docx.oxml.ns import qn

    styles: Any = document.styles.element
    for mark in styles.iter(qn("w:lang")):
        mark.set(qn("w:val"), PROOFING[language])
