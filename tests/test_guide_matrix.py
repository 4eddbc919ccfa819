"""Principles by the letters G, U, I, D, E: levels, passages, who judged; strengths and gaps."""

from __future__ import annotations

import pandas as pd
import pytest

from icmo.agreement import rating_table
from icmo.configurations import ConfigurationError
from icmo.guide import guide_matrix, guide_passages, guide_table, strengths_table


def rated(*rows):
    """Ratings: principle, letter, case, level, judge; each made after the one before."""
    frame = pd.DataFrame(rows, columns=["principle", "letter", "case", "level", "judge"])
    return frame.assign(rationale="", created=[f"2022-01-{n + 1:02}" for n in range(len(rows))])


def tagged(*rows):
    """Tags: document (its case is its first letter), code, start, end; capitals are letters."""
    frame = pd.DataFrame(rows, columns=["document", "code", "start", "end"])
    letter = frame["code"].str.len() == 1
    return frame.assign(
        role=letter.map({True: "other", False: "principle"}),
        family=letter.map({True: "guide", False: "principle"}),
        case=frame["document"].str[0],
        group=frame["document"].str[1:],
        coder="anna",
    )


RATINGS = rated(
    ("job", "G", "A", 1, "anna"),
    ("job", "G", "A", 3, "anna"),  # rated again: this counts
    ("job", "G", "B", 4, "anna"),
    ("job", "U", "A", 1, "anna"),
    ("job", "U", "A", 4, "bo"),
)
TAGS = tagged(
    ("Ak", "job", 0, 100),
    ("Ak", "G", 10, 20),
    ("Ak", "G", 15, 30),  # the same passage
    ("Ak", "G", 60, 70),
    ("Bm", "job", 0, 10),
    ("Bm", "G", 10, 20),  # only touches
)


def test_a_passage_fills_a_cell_where_principle_and_letter_overlap():
    found = guide_passages(TAGS)

    assert found[["principle", "letter", "document", "start", "end"]].to_numpy().tolist() == [
        ["job", "G", "Ak", 10, 20],
        ["job", "G", "Ak", 15, 30],
        ["job", "G", "Ak", 60, 70],
    ]


def test_a_cell_says_level_passages_cases_and_who_and_empty_cells_are_there():
    table = guide_table(RATINGS, TAGS).set_index("letter")

    assert table.loc["G", ["levels", "middle", "judges", "rated_cases"]].tolist() == [
        (3, 4),
        3.5,
        ("anna",),
        2,
    ]
    assert table.loc["G", ["passages", "documents", "cases"]].tolist() == [2, 1, 1]
    assert table.loc["U", "judges"] == ("anna", "bo")
    assert table.loc["D", ["levels", "rated_cases", "passages"]].tolist() == [(), 0, 0]


def test_the_matrix_shows_what_is_asked_for_by_case_and_by_group():
    levels = guide_matrix(RATINGS)
    assert levels.columns.tolist() == ["G", "U", "I", "D", "E"]
    assert levels.loc["job", ["G", "U"]].tolist() == [3.5, 2.5]
    assert levels.loc["job", ["I", "D", "E"]].isna().all()
    assert guide_matrix(RATINGS, by="case").loc[("job", "B"), "G"] == 4
    assert guide_matrix(RATINGS, TAGS, by="group", show="passages").loc[("job", "k"), "G"] == 2
    assert guide_matrix(RATINGS, principles=["sprog"], show="judges").loc["sprog", "G"] == ()
    with pytest.raises(ConfigurationError, match="judges"):
        guide_matrix(RATINGS, show="strength")


def test_strengths_and_gaps_are_told_by_their_kind():
    table = strengths_table(RATINGS, TAGS)

    assert table[["letter", "finding"]].to_numpy().tolist() == [
        ["G", "strong"],
        ["U", "weak"],
        ["U", "judges_differ"],
        ["U", "no_passages"],
        ["I", "not_rated"],
        ["D", "not_rated"],
        ["E", "not_rated"],
    ]
    assert table["words"].str.endswith("A").tolist()[2]


def test_no_ratings_and_no_tags_give_the_empty_cells():
    nothing = guide_matrix(RATINGS.head(0), TAGS.head(0), ["job"])

    assert nothing.shape == (1, 5)
    assert nothing.isna().all(axis=None)


def test_judges_agree_on_levels_as_far_as_the_ordinal_alpha_says():
    table = rating_table(RATINGS, levels=[1, 2, 3, 4])

    assert table["units"].tolist() == [1]
    assert table["percent"].tolist() == [0.0]
