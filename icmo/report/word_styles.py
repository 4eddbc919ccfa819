"""The styles of a report in Word: A4, one accent, boxes that are paragraphs."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from icmo.codebook.word_template import new_document
from icmo.report.word_parts import element

if TYPE_CHECKING:
    from docx.document import Document

_ACCENT, _TINT, _QUIET = "1F4E79", "EEF2F6", "555555"
_FONT = "Cambria"
_HEADINGS = (20, 15, 12.5, 11)
#: Space before and after in points, indent at the left in centimetres.
_PARAGRAPHS: dict[str, dict[str, Any]] = {
    "Title": {"size": 28, "after": 8, "bold": True, "colour": _ACCENT},
    "Subtitle": {"size": 15, "after": 10},
    "Metadata": {"size": 9.5, "before": 3, "after": 6, "colour": _QUIET},
    "Contents Heading": {"size": 20, "after": 12, "bold": True, "colour": _ACCENT},
    "TOC 1": {"before": 8, "after": 2, "bold": True},
    "TOC 2": {"after": 1, "left": 0.6},
    "TOC 3": {"after": 1, "left": 1.2},
    "Caption": {"size": 10, "before": 14, "after": 5, "keep": True},
    "Picture": {"after": 2, "keep": False},
    "Quote": {"before": 8, "after": 4, "left": 0.7, "border": True},
    "Speaker": {"size": 9.5, "after": 10, "left": 0.7, "colour": _QUIET, "border": True},
    "Box Title": {
        "before": 12,
        "after": 4,
        "bold": True,
        "colour": _ACCENT,
        "keep": True,
        "box": True,
    },
    "Box Text": {"size": 10.5, "after": 4, "box": True},
    "Box Bullet": {"size": 10.5, "after": 3, "box": True},
    "Box Quote": {"size": 10.5, "before": 3, "after": 3, "box": True},
    "Box Speaker": {"size": 9.5, "after": 5, "colour": _QUIET, "box": True},
    "After Box": {"size": 6, "after": 6},
    "Listing": {"size": 9, "after": 8, "font": "Consolas"},
    "Bibliography": {"after": 5, "left": 0.8, "hanging": 0.8},
    "Footnote Text": {"size": 9, "after": 2},
    "List Continue": {"left": 0.63, "after": 4},
    "Table Words": {"size": 9, "before": 1.5, "after": 1.5},
}


def report_document(language: str) -> Document:
    """Return an empty document with the styles of a report."""
    from docx.enum.style import WD_STYLE_TYPE

    document = new_document(language)
    styles: Any = document.styles
    for name, look in {"Normal": {"after": 8, "spacing": 1.2}, **_PARAGRAPHS}.items():
        if name not in styles:
            styles.add_style(name, WD_STYLE_TYPE.PARAGRAPH).base_style = styles["Normal"]
        _set(styles[name], **look)
    for level in range(1, 10):
        size = _HEADINGS[min(level, len(_HEADINGS)) - 1]
        before = 0 if level == 1 else 16
        _set(
            styles[f"Heading {level}"], size=size, before=before, after=8, bold=True, colour=_ACCENT
        )
    _as_bullet(styles)
    for name, colour in (("Hyperlink", _ACCENT), ("Footnote Reference", None)):
        style = styles.add_style(name, WD_STYLE_TYPE.CHARACTER)
        if colour:
            style.font.color.rgb = _rgb(colour)
        else:
            style.font.superscript = True
    settings: Any = document.settings.element
    settings.insert(0, element("autoHyphenation"))
    return document


def _set(
    style: Any,
    *,
    size: float = 11,
    before: float = 0,
    after: float = 0,
    spacing: float | None = None,
    bold: bool = False,
    colour: str = "1A1A1A",
    left: float | None = None,
    hanging: float = 0,
    keep: bool | None = None,
    border: bool = False,
    box: bool = False,
    font: str = _FONT,
) -> None:
    from docx.shared import Cm, Pt

    style.font.name, style.font.size = font, Pt(size)
    style.font.bold, style.font.italic = bold, False
    style.font.color.rgb = _rgb(colour)
    paragraph = style.paragraph_format
    paragraph.space_before, paragraph.space_after = Pt(before), Pt(after)
    if spacing:
        paragraph.line_spacing = spacing
    if left is not None:
        paragraph.left_indent, paragraph.first_line_indent = Cm(left), Cm(-hanging)
    if keep is not None:
        paragraph.keep_with_next = keep
    if border or box:
        _border(style)
    if box:
        paragraph.left_indent, paragraph.right_indent = Cm(0.5), Cm(0.4)
        _insert(style, element("shd", val="clear", color="auto", fill=_TINT))


def _rgb(colour: str) -> Any:
    from docx.shared import RGBColor

    return RGBColor.from_string(colour)


_AFTER_BORDER = ("w:shd", "w:tabs", "w:suppressAutoHyphens")
_AFTER_SHADE = (
    "w:tabs",
    "w:suppressAutoHyphens",
    "w:spacing",
    "w:ind",
    "w:contextualSpacing",
    "w:jc",
)


def _border(style: Any) -> None:
    properties = style.element.get_or_add_pPr()
    for old in properties.xpath("w:pBdr"):
        properties.remove(old)
    borders = element("pBdr")
    borders.append(element("left", val="single", sz="18", space="8", color=_ACCENT))
    properties.insert_element_before(borders, *_AFTER_BORDER, *_AFTER_SHADE)


def _insert(style: Any, shade: Any) -> None:
    style.element.get_or_add_pPr().insert_element_before(shade, *_AFTER_SHADE)


def _as_bullet(styles: Any) -> None:
    """Give the list inside a box the bullets of the usual list."""
    from copy import deepcopy

    numbered = styles["List Bullet"].element.pPr.numPr
    if numbered is not None:
        properties = styles["Box Bullet"].element.get_or_add_pPr()
        properties.insert_element_before(
            deepcopy(numbered), "w:suppressLineNumbers", "w:pBdr", *_AFTER_BORDER, *_AFTER_SHADE
        )
