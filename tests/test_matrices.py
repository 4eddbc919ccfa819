"""Matrices count passages, documents, cases or groups, and say which."""

from __future__ import annotations

import numpy as np
import pandas as pd
import pytest
from coded import tag_frame
from hypothesis import given
from hypothesis import strategies as st

from icmo.matrices import MatrixError, code_matrix, cooccurrence_matrix


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


DOCUMENTS = pd.DataFrame(
    {
        "document": ["A1", "B1", "C1", "D1"],
        "case": ["A", "B", "C", "D"],
        "characters": [100, 50, 20, 10],
        "team": ["intern", "ekstern", "intern", "intern"],
    }
)


def test_a_case_without_a_single_tag_has_its_row_when_the_documents_are_given(tags):
    assert code_matrix(tags, documents=DOCUMENTS).index.tolist() == ["A", "B", "C", "D"]


def test_rows_may_be_an_attribute_of_the_documents(tags):
    matrix = code_matrix(tags, "team", "role", "documents", documents=DOCUMENTS)

    assert matrix.to_dict("index") == {
        "ekstern": {"mechanism": 1, "outcome": 1},
        "intern": {"mechanism": 1, "outcome": 1},
    }


def test_a_share_is_of_the_characters_of_the_text_the_cell_could_lie_in(tags):
    matrix = code_matrix(tags, "case", "mechanism", "share", documents=DOCUMENTS)

    # mening covers 0–15 of the 100 characters of A, 0–9 of the 50 of B.
    assert matrix["mening"].to_dict() == {"A": 0.15, "B": 0.18, "C": 0, "D": 0}
    turned = code_matrix(tags, "mechanism", "team", "share", documents=DOCUMENTS)
    assert turned.loc["mening"].to_dict() == {"ekstern": 9 / 50, "intern": 15 / 130}


def test_words_that_stand_in_several_excerpts_count_once():
    text = "Hun fik selv lov at vælge"
    spans = [(0, 12), (4, 25), (20, 25)]
    tags = pd.DataFrame(
        [("D", "A", "m", "mechanism", a, b, text[a:b]) for a, b in spans],
        columns=["document", "case", "code", "role", "start", "end", "text"],
    )

    assert code_matrix(tags, count="words").loc["A", "m"] == 6


def test_speakers_are_found_by_the_turn_a_tag_begins_in(tags):
    turns = pd.DataFrame(
        [("A1", 0, 5, "kvinde"), ("A1", 5, 20, "leder"), ("B1", 0, 9, "kvinde")],
        columns=["document", "start", "end", "speaker_role"],
    )

    matrix = code_matrix(tags, "speaker_role", ["mening"], units=turns)

    assert matrix["mening"].to_dict() == {"kvinde": 3, "leder": 1}


@pytest.mark.parametrize(
    ("choices", "sentence"),
    [
        ({"rows": "cas"}, 'no column "cas". Did you mean "case"'),
        ({"columns": "mechanisms"}, 'Did you mean "mechanism"'),
        ({"count": "share"}, "shares need the length"),
        ({"rows": "speaker"}, "the turns are needed"),
    ],
)
def test_what_a_matrix_needs_is_asked_for(monkeypatch, tags, choices, sentence):
    monkeypatch.setenv("ICMO_LANGUAGE", "en")

    with pytest.raises(MatrixError, match=sentence):
        code_matrix(tags, **choices)


def many_tags():
    return st.lists(
        st.tuples(
            st.sampled_from(["d1", "d2", "d3"]),
            st.sampled_from(["anna", "bo"]),
            st.sampled_from(["m", "n", "K"]),
            st.integers(0, 30),
            st.integers(1, 12),
            st.sampled_from(["promotes", "hinders", ""]),
        ),
        max_size=14,
    ).map(as_tags)


def as_tags(rows):
    case = {"d1": "A", "d2": "A", "d3": "B"}
    tags = tag_frame([(d, case[d], coder, code, s, s + n) for d, coder, code, s, n, _ in rows])
    return tags.assign(polarity=[row[-1] for row in rows])


def passages(tags):
    """The passages of each document and code, found one by one."""
    found = {}
    for row in tags.sort_values(["start", "end"]).itertuples():
        own = found.setdefault((row.document, row.code), [])
        if own and row.start < own[-1][1]:
            own[-1] = (own[-1][0], max(own[-1][1], row.end))
        else:
            own.append((row.start, row.end))
    return found


@given(many_tags())
def test_passages_and_documents_equal_a_count_one_by_one(tags):
    counted, documents = {}, {}
    case = dict(zip(tags["document"], tags["case"], strict=True))
    for (document, code), own in passages(tags).items():
        cell = (case[document], code)
        counted[cell] = counted.get(cell, 0) + len(own)
        documents[cell] = documents.get(cell, 0) + 1

    for count, expected in (("passages", counted), ("documents", documents)):
        found = code_matrix(tags, "case", "code", count).T.unstack()
        assert {cell: number for cell, number in found.items() if number} == expected


@given(many_tags(), st.sampled_from(["passages", "documents", "cases", "groups"]))
def test_codes_on_the_same_words_equal_a_count_one_by_one(tags, count):
    met = {}
    case = dict(zip(tags["document"], tags["case"], strict=True))
    found = passages(tags)
    for document, code in found:
        for other_document, other in found:
            if document == other_document and code < other:
                pairs = sum(
                    a < d and c < b
                    for a, b in found[document, code]
                    for c, d in found[document, other]
                )
                what = {"documents": document, "cases": case[document], "groups": "kommune"}
                places = [
                    (document, n) if count == "passages" else what[count] for n in range(pairs)
                ]
                met.setdefault((code, other), []).extend(places)

    matrix = cooccurrence_matrix(tags, count=count)

    for (code, other), places in met.items():
        assert matrix.loc[code, other] == matrix.loc[other, code] == len(set(places))
    own = code_matrix(tags.assign(all=""), "all", "code", count)
    assert np.diag(matrix).tolist() == own.to_numpy().ravel().tolist()


TURNS = pd.DataFrame(
    [(d, n, n * 8, n * 8 + 7) for d in ("d1", "d2", "d3") for n in range(6)],
    columns=["document", "unit", "start", "end"],
)


@given(many_tags())
def test_codes_in_the_same_turn_equal_a_count_one_by_one(tags):
    held = [
        {
            row.code
            for row in tags.itertuples()
            if row.document == turn.document and row.start < turn.end and turn.start < row.end
        }
        for turn in TURNS.itertuples()
    ]

    matrix = cooccurrence_matrix(tags, TURNS)

    for one in matrix.index:
        for other in matrix.columns:
            assert matrix.loc[one, other] == sum({one, other} <= codes for codes in held)


def test_codes_near_each_other_are_parted_by_at_most_so_many_words():
    text = "Hun fik selv lov at vælge et job"
    rows = [("d1", "A", "anna", "m", 0, 3), ("d1", "A", "anna", "n", 17, 25)]
    tags = tag_frame(rows)

    near = [
        cooccurrence_matrix(tags, words=words, texts={"d1": text}).loc["m", "n"]
        for words in (2, 3, 9)
    ]

    # "fik selv lov" are the three words between.
    assert near == [0, 1, 1]


def test_what_helps_and_what_hinders_can_be_kept_apart():
    rows = [
        ("d1", "A", "anna", "m", 0, 9),
        ("d1", "A", "anna", "n", 0, 9),
        ("d1", "A", "bo", "n", 5, 9),
    ]
    tags = tag_frame(rows).assign(polarity=["promotes", "hinders", ""])

    matrix = cooccurrence_matrix(tags, polarity=True)

    assert matrix.loc[("m", "promotes"), ("n", "hinders")] == 1
    assert matrix.loc[("n", "hinders"), ("n", "")] == 1
    assert matrix.loc[("m", "promotes"), ("m", "")] == 0


@given(many_tags(), st.integers(0, 99))
def test_the_order_of_tags_never_matters(tags, seed):
    shuffled = tags.sample(frac=1, random_state=seed)

    for matrix in (
        lambda tags: code_matrix(tags, "case", "code"),
        cooccurrence_matrix,
        lambda tags: cooccurrence_matrix(tags, TURNS),
        lambda tags: cooccurrence_matrix(tags, polarity=True),
    ):
        pd.testing.assert_frame_equal(matrix(tags), matrix(shuffled))


def test_no_tags_stand_together_nowhere():
    assert cooccurrence_matrix(as_tags([])).shape == (0, 0)
    assert cooccurrence_matrix(as_tags([]), TURNS, count="cases").shape == (0, 0)


@given(many_tags(), st.integers(1, 40))
def test_splitting_a_document_between_passages_changes_no_count_of_passages(tags, cut):
    crossing = (tags["start"] < cut) & (tags["end"] > cut)
    kept = tags[~crossing]
    second = kept["start"] >= cut
    split = kept.assign(
        document=kept["document"].where(~second, kept["document"] + " 2"),
        start=kept["start"] - second * cut,
        end=kept["end"] - second * cut,
    )

    pd.testing.assert_frame_equal(
        code_matrix(split, "case", "code"), code_matrix(kept, "case", "code")
    )
    pd.testing.assert_frame_equal(cooccurrence_matrix(split), cooccurrence_matrix(kept))


def test_cases_and_attributes_stand_on_every_machine_order_on_every_machine(monkeypatch):
    monkeypatch.setenv("ICMO_LANGUAGE", "en")
    rows = [(name, name, "anna", "m", 0, 5) for name in ("Åmose", "Ærø", "Aalborg", "Vejle")]

    assert code_matrix(tag_frame(rows)).index.tolist() == ["Vejle", "Ærø", "Aalborg", "Åmose"]
