"""A file of cases says what each municipality is; a mistake in it is one sentence with its line."""

from __future__ import annotations

from pathlib import Path

import openpyxl
import pytest

from icmo.cases import Case, CaseError, read_cases
from icmo.documents import DocumentError, read_attributes

SAMPLE = Path(__file__).parent.parent / "interviews_sample"


def cases_file(folder: Path, text: str, name: str = "cases.csv") -> Path:
    path = folder / name
    path.write_text(text, encoding="utf-8")
    return path


def test_every_column_but_case_and_label_is_an_attribute(tmp_path):
    path = cases_file(
        tmp_path,
        "case,label,team_type,Areal\nÅrby Kommune,Årby,jobcenterteam,by\nØbo Kommune,Øbo,,\n",
    )

    assert read_cases(path) == [
        Case("Årby Kommune", "Årby", {"team_type": "jobcenterteam", "Areal": "by"}),
        Case("Øbo Kommune", "Øbo", {}),
    ]
    assert read_cases(path)[0].attributes == {"team_type": "jobcenterteam", "Areal": "by"}
    assert read_cases(path)[1].attributes == {}


def test_a_case_without_a_label_is_shown_by_its_name(tmp_path):
    assert [case.label for case in read_cases(cases_file(tmp_path, "case\nA\n"))] == ["A"]
    assert [case.label for case in read_cases(cases_file(tmp_path, "case,label\nA,\n"))] == ["A"]


def test_danish_headings_and_semicolons_are_read_too(tmp_path):
    path = cases_file(tmp_path, "Kommune;Navn;team\nÅrby Kommune;Årby;intern\n")

    (case,) = read_cases(path)

    assert (case.case, case.label, case.attributes) == (
        "Årby Kommune",
        "Årby",
        {"team": "intern"},
    )


def test_a_spreadsheet_is_read_as_the_csv_is(tmp_path):
    book = openpyxl.Workbook()
    for row in (["case", "label", "sager"], ["Årby Kommune", "Årby", 35]):
        book.active.append(row)
    book.save(tmp_path / "cases.xlsx")

    (case,) = read_cases(tmp_path / "cases.xlsx")

    assert case == Case("Årby Kommune", "Årby", {"sager": "35"})


@pytest.mark.parametrize(
    ("text", "sentence"),
    [
        (
            "name,label\nA,B\n",
            "line 1: the column case is missing. Write it in the first line of the file.",
        ),
        ("", "line 1: the column case is missing. Write it in the first line of the file."),
        (
            "case,label\nA,\n,Årby\n",
            "line 3: the row has no case. Write it in the column case, or delete the row.",
        ),
        (
            "case,label\nÅrby,x\nB,\na\u030arby,y\n",
            'line 4: the case "a\u030arby" is also on line 2. Delete one of the lines.',
        ),
    ],
)
def test_a_mistake_is_one_sentence_with_file_and_line(tmp_path, text, sentence):
    path = cases_file(tmp_path, text)

    with pytest.raises(CaseError) as error:
        read_cases(path)

    assert str(error.value) == f"{path}, {sentence}"


def test_a_file_of_cases_that_is_not_there_is_named(tmp_path):
    with pytest.raises(DocumentError, match="there is no such file"):
        read_cases(tmp_path / "cases.csv")


def test_the_sample_has_a_team_type_for_every_case_of_its_documents():
    cases = {case.case: case for case in read_cases(SAMPLE / "cases.csv")}
    documents = read_attributes(SAMPLE / "documents.csv")

    assert set(cases) == {row["case"] for row in documents.values()}
    assert all(case.attributes["team_type"] for case in cases.values())
