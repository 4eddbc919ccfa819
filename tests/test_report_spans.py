"""A cell of a table that goes over several columns does so on the page, on the web and in Word."""

from __future__ import annotations

import io

import docx
import nbformat
import pikepdf
import pytest

from icmo import report
from icmo.report.assembling import manuscript_of
from icmo.report.exhibits import MIME
from icmo.report.exhibits.records import rows_table
from icmo.report.writing import written

LONG = "Organisering · fysiske rammer · opfølgning og sammenhæng · kvindens livssituation og behov"


@pytest.fixture(scope="module")
def manuscript():
    report.begin(language="da")
    table = rows_table(
        ["", "Lavest", "Moderat", "Størst"],
        [["Indsatser", "a", "b", "c"], ["Moderatorer", LONG, "", ""]],
        "Overblik",
        spans=[(1, 1, 3)],
    )
    report.begin()
    output = nbformat.v4.new_output("display_data", data={MIME: table.payload()})
    cells = [
        nbformat.v4.new_markdown_cell("# Bilag"),
        nbformat.v4.new_code_cell("x", outputs=[output]),
    ]
    made = nbformat.v4.new_notebook(cells=cells)
    made.metadata["icmo"] = {"language": "da"}
    return manuscript_of({"1.ipynb": made}, None)


def spans_in(element, found):
    if isinstance(element, pikepdf.Array):
        for one in element:
            spans_in(one, found)
    elif isinstance(element, pikepdf.Dictionary):
        attributes = element.get("/A", [])
        for one in attributes if isinstance(attributes, pikepdf.Array) else [attributes]:
            if isinstance(one, pikepdf.Dictionary) and "/ColSpan" in one:
                found.append(int(one.ColSpan))
        if "/K" in element:
            spans_in(element.K, found)
    return found


def test_on_the_page(manuscript):
    with pikepdf.open(io.BytesIO(written(manuscript, "pdf", 0))) as pdf:
        assert spans_in(pdf.Root.StructTreeRoot.K, []) == [3]


def test_on_the_web(manuscript):
    page = written(manuscript, "html", 0).decode()

    assert f'<td colspan="3">{LONG}</td></tr>' in page


def test_in_word(manuscript):
    document = docx.Document(io.BytesIO(written(manuscript, "docx", 0)))

    (table,) = document.tables
    assert [cell.text for cell in table.rows[1].cells] == ["Indsatser", "a", "b", "c"]
    assert [cell.text.strip() for cell in table.rows[2].cells] == ["Moderatorer", *[LONG] * 3]
