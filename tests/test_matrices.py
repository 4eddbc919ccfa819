"""Matrices count passages, documents, cases or groups, and say which."""

from __future__ import annotations

import pandas as pd
import pytest

from icmo.matrices import MatrixError, code_matrix


@pytest.fixture
def tags():
    """Two coders on overlapping words in A; another case says it twice in one document."""
    rows = [
        ("A1", "A", "kommune", "anna", "mechanism", "mening", 0, 10),
        ("A1", "A", "kommune", "bo", "mechanism", "mening", 5, 15),
        ("A1", "A", "kommune", "anna", "mechanism", "tillid", 0, 10),
        ("B1", "B", "kvinde", "anna", "mechanism", "mening", 0, 5),
        ("B1", "B", "kvinde", "anna", "mechanism", "mening", 5, 9),
        ("B1", "B", "kvinde", "anna", "outcome", "job", 0, 5),
        ("C1", "C", "kvinde", "anna", "outcome", "job", 0, 5),
    ]
    return pd.DataFrame(
        rows, columns=["document", "case", "group", "coder", "role", "code", "start", "end"]
    )


def test_overlapping_words_of_two_coders_are_one_passage_and_touching_ones_are_two(tags):
    matrix = code_matrix(tags, rows="case", columns="mechanism", count="passages")

    assert matrix.loc["A"].to_dict() == {"mening": 1, "tillid": 1}
    assert matrix.loc["B"].to_dict() == {"mening": 2, "tillid": 0}
    assert matrix.attrs["counts"] == "passages"


def test_a_case_with_no_such_tag_has_a_row_of_zeros(tags):
    assert code_matrix(tags, columns="mechanism").loc["C"].to_dict() == {"mening": 0, "tillid": 0}


def test_cases_are_counted_once_however_much_they_say(tags):
    matrix = code_matrix(tags, rows="group", columns=["mening", "job"], count="cases")

    assert matrix.to_dict("index") == {
        "kommune": {"mening": 1, "job": 0},
        "kvinde": {"mening": 1, "job": 2},
    }


def test_no_tags_give_an_empty_matrix_of_whole_numbers(tags):
    matrix = code_matrix(tags.head(0), rows="case", columns="mechanism")

    assert matrix.shape == (0, 0)


def test_a_passage_inside_a_longer_one_is_the_same_passage():
    rows = [("D", "A", 0, 100), ("D", "A", 10, 20), ("D", "A", 50, 60)]
    tags = pd.DataFrame(rows, columns=["document", "case", "start", "end"]).assign(
        role="mechanism", code="mening"
    )

    assert code_matrix(tags).loc["A", "mening"] == 1


def test_counting_something_unknown_is_refused_with_the_nearest(tags):
    with pytest.raises(MatrixError, match=r'Did you mean "cases"\?'):
        code_matrix(tags, count="case")
