"""What Word has and python-docx has no verb for: fields, bookmarks, links, notes, turned pages."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from docx.document import Document
    from docx.text.paragraph import Paragraph

_RELATIONS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_NOTES_TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml.footnotes+xml"
_MAIN = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"


def element(name: str, /, **attributes: str) -> Any:
    """Return an element of Word's own; `val="x"` becomes `w:val`."""
    from docx.oxml import OxmlElement
    from docx.oxml.ns import qn

    made = OxmlElement(f"w:{name}")
    for key, value in attributes.items():
        made.set(qn(f"w:{key}"), value)
    return made


class Styles:
    """The document's styles by name; python-docx looks each up anew, which takes longer than all else."""

    def __init__(self, document: Document) -> None:
        self._ids = {style.name: style.style_id for style in document.styles}

    def dress(self, paragraph: Paragraph, name: str) -> Paragraph:
        """Give a paragraph a style."""
        inside: Any = paragraph.paragraph_format.element
        inside.style = self._ids[name]
        return paragraph

    def dress_run(self, run: Any, name: str) -> Any:
        """Give a run a style."""
        run.font.element.style = self._ids[name]
        return run


def bookmark(paragraph: Paragraph, name: str) -> None:
    """Make the start of a paragraph a place that links lead to."""
    inside: Any = paragraph.paragraph_format.element
    number = name.rpartition("-")[2]
    start = element("bookmarkStart", id=number, name=name)
    end = element("bookmarkEnd", id=number)
    place = 1 if inside.pPr is not None else 0
    inside.insert(place, start)
    inside.append(end)


def internal_link(paragraph: Paragraph, anchor: str, words: str, styles: Styles) -> None:
    """Add a link to a place of the document."""
    link = element("hyperlink", anchor=anchor, history="1")
    _append_link(paragraph, link, words, styles)


def web_link(paragraph: Paragraph, url: str, words: str, styles: Styles) -> None:
    """Add a link out of the document."""
    from docx.oxml.ns import qn

    link = element("hyperlink", history="1")
    link.set(qn("r:id"), paragraph.part.relate_to(url, f"{_RELATIONS}/hyperlink", is_external=True))
    _append_link(paragraph, link, words, styles)


def _append_link(paragraph: Paragraph, link: Any, words: str, styles: Styles) -> None:
    run = styles.dress_run(paragraph.add_run(words), "Hyperlink")
    inside: Any = run.font.element
    inside.addprevious(link)
    link.append(inside)


def add_field(first: Any, last: Any, instruction: str, shown: str = "") -> None:
    """Put a field around what stands in paragraphs, or after a run with what it shows."""
    before = [_run_with(element("fldChar", fldCharType="begin"))]
    code: Any = element("instrText")
    code.text = instruction
    before += [_run_with(code), _run_with(element("fldChar", fldCharType="separate"))]
    end = _run_with(element("fldChar", fldCharType="end"))
    if last is None:
        words: Any = element("t")
        words.text = shown
        inside = first.font.element
        for part in (end, _run_with(words), *reversed(before)):
            inside.addnext(part)
        return
    start = first.paragraph_format.element
    place = 1 if start.pPr is not None else 0
    for part in reversed(before):
        start.insert(place, part)
    last.paragraph_format.element.append(end)


def _run_with(inside: Any) -> Any:
    run = element("r")
    run.append(inside)
    return run


def add_footer(document: Document, words: str) -> None:
    """Write the running words at the left and the page number at the right."""
    paragraph = document.sections[0].footer.paragraphs[0]
    run = paragraph.add_run(f"{words}\t")
    add_field(run, None, "PAGE", "1")


def turn_page(document: Document, *, turned: bool) -> None:
    """Begin a section whose pages lie on their side, or stand again."""
    from docx.enum.section import WD_ORIENT, WD_SECTION

    section = document.add_section(WD_SECTION.NEW_PAGE)
    long, short = (
        max(section.page_width, section.page_height),
        min(
            section.page_width,
            section.page_height,
        ),
    )
    section.orientation = WD_ORIENT.LANDSCAPE if turned else WD_ORIENT.PORTRAIT
    section.page_width, section.page_height = (long, short) if turned else (short, long)


def new_list(document: Document, start: int) -> int:
    """Return the number of a list that counts from `start`."""
    numbering: Any = document.part.numbering_part.element
    style: Any = document.styles["List Number"].element
    pattern = numbering.num_having_numId(style.pPr.numPr.numId.val).abstractNumId.val
    number = numbering.add_num(pattern)
    number.add_lvlOverride(ilvl=0).add_startOverride(start)
    return int(number.numId)


def number_list(paragraph: Paragraph, number: int) -> None:
    """Put a paragraph into a numbered list."""
    inside: Any = paragraph.paragraph_format.element
    properties = inside.get_or_add_pPr().get_or_add_numPr()
    properties.get_or_add_ilvl().val = 0
    properties.get_or_add_numId().val = number


class Notes:
    """The notes at the foot of the pages, which Word keeps in a file of their own."""

    def __init__(self, document: Document, styles: Styles) -> None:
        self._document, self._styles = document, styles
        self._notes: list[str] = []

    def add(self, paragraph: Paragraph, words: str) -> None:
        """Add a note, and its number to a paragraph."""
        self._notes.append(words)
        run = self._styles.dress_run(paragraph.add_run(), "Footnote Reference")
        inside: Any = run.font.element
        inside.append(element("footnoteReference", id=str(len(self._notes))))

    def save(self) -> None:
        """Put the notes into the document, if there are any."""
        from docx.opc.oxml import serialize_part_xml
        from docx.opc.packuri import PackURI
        from docx.opc.part import Part
        from docx.oxml import parse_xml

        if not self._notes:
            return
        root: Any = parse_xml(f'<w:footnotes xmlns:w="{_MAIN}"/>')
        for number, kind in ((-1, "separator"), (0, "continuationSeparator")):
            line = element("footnote", type=kind, id=str(number))
            paragraph = element("p")
            paragraph.append(_run_with(element(kind)))
            line.append(paragraph)
            root.append(line)
        for place, words in enumerate(self._notes, 1):
            root.append(_note(place, words))
        content = serialize_part_xml(root)
        main = self._document.part
        part = Part(PackURI("/word/footnotes.xml"), _NOTES_TYPE, content, main.package)
        main.relate_to(part, f"{_RELATIONS}/footnotes")


def _note(number: int, words: str) -> Any:
    note, paragraph = element("footnote", id=str(number)), element("p")
    style = element("pPr")
    style.append(element("pStyle", val="FootnoteText"))
    mark = element("r")
    dress = element("rPr")
    dress.append(element("rStyle", val="FootnoteReference"))
    mark.extend((dress, element("footnoteRef")))
    said: Any = element("t")
    said.text = f" {words}"
    said.set("{http://www.w3.org/XML/1998/namespace}space", "preserve")
    paragraph.extend((style, mark, _run_with(said)))
    note.append(paragraph)
    return note
