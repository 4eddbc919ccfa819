"""Waves of answers and statement boards: shares with n and missing, counted by hand."""

from __future__ import annotations

import matplotlib as mpl
import numpy as np
import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from icmo._package_data import package_data
from icmo.surveys import (
    SurveyError,
    board_table,
    describe_waves,
    draw_waves,
    read_answers,
    survey_box,
    wave_table,
)

mpl.use("Agg")
SAMPLE = package_data("interviews_sample")


def answers_of(**items):
    """Answers by item and wave, such as ledelse_2020="445..", a dot where none was given."""
    rows = [
        (
            f"S{at}",
            "A" if at < 6 else "B",
            "leder" if at % 2 else "sagsbehandler",
            name[-4:],
            name[:-5],
            one.strip("."),
        )
        for name, given_ in items.items()
        for at, one in enumerate(given_)
    ]
    return pd.DataFrame(rows, columns=["respondent", "case", "role", "wave", "item", "answer"])


ANSWERS = answers_of(viden_2020="1123345..2", viden_2022="445533451.", ledelse_2022="5544332211")


def test_shares_are_of_those_who_answered_and_change_is_in_points():
    table = wave_table(ANSWERS, items={"viden": "Jeg ved mere"}).set_index(["item", "wave"])

    first, second = table.loc[("viden", "2020")], table.loc[("viden", "2022")]
    assert (first["n"], first["missing"], first["high"]) == (8, 2, 2)
    assert (second["n"], second["missing"], second["high"]) == (9, 1, 6)
    assert first["share"] == 2 / 8
    assert second["change"] == pytest.approx((6 / 9 - 2 / 8) * 100)
    assert first[[f"answer_{one}" for one in range(1, 6)]].tolist() == [2, 2, 2, 1, 1]
    assert np.isnan(first["change"])
    assert np.isnan(table.loc[("ledelse", "2022"), "change"])
    assert first["text"] == "Jeg ved mere"


def test_what_counts_as_high_is_the_askers_choice():
    table = wave_table(ANSWERS, high=(5,)).set_index(["item", "wave"])

    assert table.loc[("viden", "2020"), "share"] == 1 / 8


def test_by_case_and_role_few_answers_are_hidden():
    table = wave_table(ANSWERS, "case", smallest=5).set_index(["case", "item", "wave"])

    few = table.loc[("B", "viden", "2020")]
    assert few["suppressed"]
    assert np.isnan(few[["n", "high", "share"]].astype("float64")).all()
    # All are known, and so the other place would give it away.
    assert np.isnan(table.loc[("A", "viden", "2020"), "n"])
    assert set(wave_table(ANSWERS, ("case", "role"), smallest=1)["role"]) == {
        "leder",
        "sagsbehandler",
    }


@settings(max_examples=25, deadline=None)
@given(st.lists(st.tuples(st.sampled_from("ABC"), st.integers(1, 5)), min_size=1, max_size=60))
def test_a_hidden_number_of_high_answers_never_follows_from_the_others(drawn):
    answers = pd.DataFrame(
        [(f"S{at}", case, "leder", "2020", "viden", one) for at, (case, one) in enumerate(drawn)],
        columns=["respondent", "case", "role", "wave", "item", "answer"],
    )

    table = wave_table(answers, "case", smallest=4)

    if len(table) > 1:
        assert table["high"].isna().sum() != 1
    both = table[["answer_4", "answer_5"]]
    assert not (table["high"].isna() & both.notna().all(axis=1)).any()
    assert not (table["high"].notna() & (both.isna().sum(axis=1) == 1)).any()
    shown = table["high"].dropna()
    assert (shown.eq(0) | shown.ge(4)).all()


def test_a_box_says_share_n_and_who_did_not_answer():
    table = wave_table(ANSWERS, items={"viden": "Jeg ved mere"})

    assert survey_box(table, "viden", "da") == (
        "Jeg ved mere: 2020: 25 % i høj grad (n = 8; 2 svarede ikke). "
        "2022: 67 % i høj grad (n = 9; 1 svarede ikke). Ændring: +42 procentpoint."
    )
    assert "Change" not in survey_box(table, "ledelse", "en")
    with pytest.raises(SurveyError, match='Did you mean "viden"'):
        survey_box(table, "vide")


def test_the_picture_has_a_bar_with_n_for_each_wave_and_its_words_say_the_same():
    table = wave_table(ANSWERS)

    ax = draw_waves(table, in_language="en")

    assert [text.get_text() for text in ax.texts] == ["25% (n = 8)", "67% (n = 9)", "40% (n = 10)"]
    assert "Not the same persons in all waves" in ax.get_xlabel().replace("\n", " ")
    assert "25% to a high degree (n = 8" in describe_waves(table, "en")


@pytest.mark.parametrize(
    ("change", "said"),
    [
        (lambda one: one.assign(answer="ofte"), 'row 2: the answer "ofte" is no number'),
        (lambda one: one.assign(answer="7"), "the answer 7 to"),
        (lambda one: pd.concat([one, one.tail(1)]), 'answered "ledelse" twice in 2022'),
        (lambda one: one.drop(columns="wave"), "the column wave is missing"),
    ],
)
def test_answers_that_cannot_be_counted_are_named(change, said):
    with pytest.raises(SurveyError) as caught:
        wave_table(change(ANSWERS))

    assert said in str(caught.value)


def test_answers_can_be_grouped_by_case_and_role_only():
    with pytest.raises(SurveyError, match='Did you mean "case"'):
        wave_table(ANSWERS, "cases")


def test_statements_are_counted_by_the_theme_people_gave_them():
    boards = pd.DataFrame(
        [
            ("A", "Tid!", "individual", "1", "tid"),
            ("A", "Mere tid", "group", "", "tid; ledelse"),
            ("B", "Mere tid", "group", "2", "tid"),
            ("B", "Kaffe", "individual", "", ""),
        ],
        columns=["case", "statement", "scope", "priority", "theme"],
    )

    table = board_table(boards).set_index("theme")

    assert table.loc["tid"].tolist() == [3, 2, 1, 2, 1]
    assert table.loc["ledelse"].tolist() == [1, 1, 0, 1, 0]
    assert table.loc[""].tolist() == [1, 1, 1, 0, 0]


def test_or_by_words_that_show_a_theme():
    boards = pd.DataFrame([("A", "Sproget er alt"), ("B", "Tid")], columns=["case", "statement"])

    table = board_table(boards, {"sprog": ["sprog"]}).set_index("theme")

    assert table["statements"].to_dict() == {"": 1, "sprog": 1}


def test_the_sample_gives_the_published_shares():
    items = {
        "samarbejde_familie": (0.32, 0.43),
        "andre_metoder": (0.34, 0.63),
        "viden_trivsel": (0.35, 0.54),
        "viden_beskaeftigelse": (0.41, 0.58),
        "leder_foelger_op": (0.66,),
        "tid_til_samarbejde": (0.49,),
    }

    table = wave_table(read_answers(SAMPLE / "survey.csv"))

    for item, shares in items.items():
        found = table[table["item"] == item]["share"].tolist()
        assert [abs(one - other) <= 0.02 for one, other in zip(found, shares, strict=True)]
        assert found == pytest.approx(shares, abs=0.02)
