"""Agreement counts text once, knows silence from absence, and says what it cannot calculate."""

from __future__ import annotations

import numpy as np
import pandas as pd
import pytest
from coded import frames, tag_frame

from icmo.agreement import (
    AgreementError,
    agreement_in_words,
    agreement_table,
    draw_agreement,
    pair_table,
)
from icmo.agreement.tables import COLUMNS

COEFFICIENTS = ["percent", "kappa", "brennan_prediger", "ac1", "alpha", "f1", "iou"]


def one_document(length, *rows):
    """Two coders in one document; rows are coder, start, end."""
    tags = tag_frame([("d", "c", coder, "m", start, end) for coder, start, end in rows])
    documents = pd.DataFrame(
        {"document": ["d"], "case": ["c"], "characters": [length], "coders": [("anna", "bo")]}
    )
    return tags, documents


def row(tags, documents, **choices):
    return agreement_table(tags, documents, language="en", **choices).iloc[0]


@pytest.mark.parametrize(
    ("length", "anna", "bo", "expected"),
    [
        # 50 characters both, 100 anna alone, 50 bo alone, 800 nobody: NVivo's example.
        (1000, (0, 150), (100, 200), [0.85, 0.318, 0.70, 0.808, 0.3146, 0.40, 0.25]),
        # 800, 200, 100 and 8,900.
        (10000, (0, 1000), (200, 1100), [0.97, 0.8256, 0.94, 0.9638, 0.8255, 0.842, 0.727]),
    ],
)
def test_the_published_examples_come_out_as_published(length, anna, bo, expected):
    found = row(*one_document(length, ("anna", *anna), ("bo", *bo)))

    assert [round(found[name], 4) for name in COEFFICIENTS] == pytest.approx(expected, abs=5e-4)


def test_a_small_case_can_be_counted_by_hand():
    #              both: 2, anna alone: 2, bo alone: 1, nobody: 5
    tags, documents = frames({"anna": "mmmm......", "bo": "..mmm....."})

    found = row(tags, documents)

    assert found["units"] == 10
    assert found["percent"] == 7 / 10
    assert found["prevalence"] == 7 / 20
    assert found["f1"] == 4 / 7
    assert found["iou"] == 2 / 5
    # kappa: chance is 4/10 · 3/10 + 6/10 · 7/10 = 0.54
    assert found["kappa"] == pytest.approx((0.7 - 0.54) / 0.46)
    # alpha: 20 values, 7 yes and 13 no; 3 characters on which they differ
    assert found["alpha"] == pytest.approx(1 - 19 * 3 / (7 * 13))


def test_coding_the_same_words_twice_is_coding_them_once():
    tags, documents = frames({"anna": "..mmmm....", "bo": "...mm....."})
    twice, _ = frames({"anna": ("..mmmm....", "...mm.....", "..mm......"), "bo": "...mm....."})

    pd.testing.assert_frame_equal(
        agreement_table(tags, documents), agreement_table(twice, documents)
    )


def test_who_was_assigned_a_document_and_coded_nothing_said_no():
    tags, documents = frames({"anna": "mm...", "bo": "mm..."}, {"anna": "mm...", "bo": "....."})

    assert row(tags, documents)["units"] == 10
    assert row(tags, documents)["percent"] == 8 / 10


def test_a_document_only_one_of_them_was_assigned_does_not_count():
    tags, documents = frames({"anna": "mm...", "bo": "mm..."}, {"anna": "mm..."})

    assert row(tags, documents)["documents"] == 1
    assert row(tags, documents)["percent"] == 1


def test_documents_that_only_some_of_the_compared_share_are_named():
    everyone = {"anna": "mm...", "bo": "m....", "carl": "mm..."}
    tags, documents = frames(everyone, {"anna": "mm...", "bo": "....."})

    assert row(tags, documents)["coders"] == 3
    assert "1 document that only some" in row(tags, documents)["note"]
    assert row(tags, documents, coders=["bo", "anna"])["documents"] == 2


def test_what_is_not_finished_is_said_or_left_out():
    tags, documents = frames(
        {"anna": "mm...", "bo": "mm..."},
        {"anna": "mm...", "bo": "....."},
        done=[("anna", "bo"), ("anna",)],
    )

    assert "Not everyone has finished 1 of" in row(tags, documents)["note"]
    assert row(tags, documents, finished=True)["units"] == 5
    assert "finished" not in row(tags, documents, finished=True)["note"]


def test_where_everyone_coded_everything_nothing_is_claimed():
    found = row(*frames({"anna": "mmmmm", "bo": "mmmmm"}))

    assert np.isnan([found[name] for name in ("kappa", "brennan_prediger", "ac1", "alpha")]).all()
    assert found["percent"] == 1
    assert "Cannot be calculated: everyone coded all" in found["note"]


def test_a_code_nobody_used_in_a_case_cannot_be_calculated_there():
    tags, documents = frames({"anna": "mm", "bo": "m."}, {"anna": "..", "bo": ".."})

    found = agreement_table(tags, documents, by="case", language="da")

    assert found["case"].tolist() == ["c000", "c001"]
    assert np.isnan(found["alpha"][1])
    assert "Kan ikke beregnes: ingen brugte koden" in found["note"][1]


def test_the_paradox_of_skew_is_explained_with_numbers():
    found = row(*one_document(10000, ("anna", 0, 60), ("bo", 50, 100)))

    assert found["kappa"] < 0.2
    assert found["percent"] > 0.98
    assert "agree on 99 % of the text" in found["note"]
    assert f"AC1 ({found['ac1']:.2f})" in found["note"]


def test_fewer_than_five_documents_have_no_interval_and_five_have():
    drawn = [{"anna": "mmm.......", "bo": f"{'.' * n}mmm".ljust(10, ".")} for n in range(5)]

    few, enough = (row(*frames(*drawn[:number])) for number in (4, 5))

    assert np.isnan(few["low"])
    assert "Too few documents for an interval (4" in few["note"]
    assert enough["low"] <= enough["alpha"] <= enough["high"]
    assert enough["note"] == ""


def test_a_code_in_one_document_of_many_has_no_interval():
    drawn = [{"anna": "mm...", "bo": ".mm.."}, *[{"anna": ".....", "bo": "....."}] * 9]

    found = row(*frames(*drawn))

    assert found["alpha"] > 0
    assert np.isnan(found["low"])
    assert "many draws miss it" in found["note"]


def test_documents_are_drawn_whole_so_long_ones_do_not_make_it_surer():
    short = [{"anna": "mm..", "bo": "mm.."}, {"anna": "mm..", "bo": "..mm"}] * 3
    stretched = [
        {coder: "".join(letter * 50 for letter in line) for coder, line in drawn.items()}
        for drawn in short
    ]

    one, other = row(*frames(*short)), row(*frames(*stretched))

    assert other["high"] - other["low"] == pytest.approx(one["high"] - one["low"], abs=0.05)


def test_the_same_seed_gives_the_same_interval():
    drawn = [{"anna": "mmm.......", "bo": f"{'.' * n}mmm".ljust(20 - n, ".")} for n in range(6)]
    drawn = [
        {coder: line.ljust(20 - n, ".") for coder, line in part.items()}
        for n, part in enumerate(drawn)
    ]
    tags, documents = frames(*drawn)

    assert row(tags, documents)["low"] == row(tags, documents)["low"]
    assert row(tags, documents, seed=1)["high"] != row(tags, documents)["high"]


def test_by_role_any_code_of_the_role_is_a_yes():
    tags, documents = frames({"anna": "mmnn......", "bo": "nnmm......"})

    by_code = agreement_table(tags, documents, by="code")
    by_role = agreement_table(tags, documents, by="role")

    assert by_code["f1"].tolist() == [0, 0]
    assert by_role[["role", "f1"]].to_numpy().tolist() == [["mechanism", 1]]


def test_by_document_the_judgements_of_all_codes_are_put_together():
    tags, documents = frames({"anna": ("mm..", "..n."), "bo": ("mm..", "....")})

    found = row(tags, documents, by="document")

    assert found["units"] == 8
    assert found["percent"] == 7 / 8


UNITS = pd.DataFrame(
    {"document": "d000", "unit": ["a", "b", "c"], "start": [0, 4, 8], "end": [4, 7, 12]}
).assign(kind="turn", speaker="", speaker_role="")


def test_a_turn_is_coded_when_any_of_it_is():
    #                 turns:           |aaaa|bbb.|cccc|
    tags, documents = frames({"anna": ".m..........", "bo": "..mmm......."})

    found = row(tags, documents, units=UNITS, unit="turn")

    assert found["units"] == 3
    assert found["percent"] == pytest.approx(2 / 3)
    assert found["f1"] == pytest.approx(2 / 3)


def test_a_mark_on_the_space_between_two_sentences_marks_neither():
    tags, documents = frames({"anna": ".......m....", "bo": "............"})

    assert row(tags, documents, units=UNITS, unit="turn")["prevalence"] == 0


def test_by_passage_what_nobody_coded_does_not_count():
    tags, documents = frames({"anna": "mm..nn......", "bo": ".mm....mm..."})

    found = agreement_table(tags, documents, unit="passage").set_index("code")

    # Passages: 0–3, 4–6 and 7–9. Both gave the first m; only bo the third.
    assert found.loc["m", "units"] == 3
    assert found.loc["m", "percent"] == pytest.approx(2 / 3)


def test_passages_that_meet_by_half_count_as_met():
    tags, documents = frames({"anna": "mmmm..mmmm..", "bo": ".mmm.......m"})

    found = row(tags, documents, also=["passage_f1"])

    assert found["passage_f1"] == pytest.approx(2 / 4)
    assert row(tags, documents, also=["passage_f1"], overlap=0.8)["passage_f1"] == 0


def test_every_two_coders_are_compared_on_what_they_share():
    tags, documents = frames({"anna": "mm..", "bo": "mm.."}, {"bo": "mm..", "carl": "..mm"})

    found = pair_table(tags, documents, language="en")

    assert found[["coder", "other", "percent"]].to_numpy().tolist() == [
        ["anna", "bo", 1.0],
        ["bo", "carl", 0.0],
    ]


def test_the_columns_stand_in_their_order_also_when_nobody_tagged_anything():
    tags, documents = frames({"anna": "mm..", "bo": "mm.."})

    found = agreement_table(tags.head(0), documents)

    assert found.columns.tolist() == ["code", *COLUMNS]
    assert len(found) == 0
    assert found.dtypes.equals(agreement_table(tags, documents).dtypes)


@pytest.mark.parametrize(
    ("drawn", "choices", "sentence"),
    [
        ([{"anna": "m."}], {}, "no document is assigned to two coders"),
        (
            [{"anna": "m.", "bo": "m."}, {"bo": "m.", "carl": "m."}],
            {},
            r"anna \+ bo \(1\), bo \+ carl \(1\)",
        ),
        ([{"anna": "m.", "bo": "m."}], {"coders": ["anna", "boo"]}, 'Did you mean "bo"'),
        ([{"anna": "m.", "bo": "m."}], {"by": "codes"}, 'Did you mean "code"'),
        ([{"anna": "m.", "bo": "m."}], {"unit": "turns"}, 'Did you mean "turn"'),
        ([{"anna": "m.", "bo": "m."}], {"unit": "turn"}, "the units are needed"),
        ([{"anna": "m.", "bo": "m."}], {"also": ["pie"]}, 'Did you mean "pi"'),
        ([{"anna": "m.", "bo": "m."}], {"also": ["alpha_u"], "by": "case"}, "by case"),
    ],
)
def test_what_cannot_be_compared_is_refused_with_what_can(monkeypatch, drawn, choices, sentence):
    monkeypatch.setenv("ICMO_LANGUAGE", "en")
    tags, documents = frames(*drawn)

    with pytest.raises(AgreementError, match=sentence):
        agreement_table(tags, documents, **choices)


def test_documents_without_their_coders_are_refused(monkeypatch):
    monkeypatch.setenv("ICMO_LANGUAGE", "en")
    tags, documents = frames({"anna": "m.", "bo": "m."})

    with pytest.raises(AgreementError, match='lack the column "coders"'):
        agreement_table(tags, documents.drop(columns="coders"))


def test_the_picture_has_a_number_or_a_sentence_for_each_row():
    drawn = [{"anna": "mmm..n....", "bo": f"{'.' * n}mmm".ljust(10, ".")} for n in range(5)]
    tags, documents = frames(*drawn, {"anna": "XXXXXXXXXX", "bo": "XXXXXXXXXX"})
    table = agreement_table(tags, documents)

    ax = draw_agreement(table, labels={"m": "Meningsfuldhed"}, language="da")

    assert [label.get_text() for label in ax.get_yticklabels()] == ["X", "Meningsfuldhed", "n"]
    written = [text.get_text() for text in ax.texts]
    assert written == [f"{value:.2f}".replace(".", ",") for value in table["alpha"]]


def test_coders_who_never_gave_the_code_to_the_same_text_are_not_said_to_be_skewed():
    found = row(*one_document(10000, ("anna", 0, 50), ("bo", 50, 100)))

    assert found["percent"] > 0.98
    assert found["note"].startswith("The coders never gave this code to the same text")


def test_in_words_a_sentence_that_holds_for_all_is_said_once():
    tags, documents = frames({"anna": "mmm.n....", "bo": ".mmm....n"})

    lines = agreement_in_words(
        agreement_table(tags, documents, language="da"), {"m": "Mening"}, "da"
    ).splitlines()

    assert lines == [
        "Enighed mellem anna, bo om 1 dokument, målt i tegn.",
        "",
        "         enige  kappa   AC1   alfa  95 %-interval    F1",
        "Mening  77,8 %   0,50  0,60   0,53              –  0,67",
        "n       77,8 %  -0,13  0,72  -0,06              –  0,00",
        "",
        "For få dokumenter til et interval (1; der skal være mindst 5).",
        "",
        "n: Koderne gav aldrig den samme tekst denne kode; det, de er enige om, er kun den tekst, ingen gav",
        "den.",
    ]


def test_in_words_pairs_are_named_and_nothing_tagged_is_said():
    tags, documents = frames({"anna": "mm..", "bo": "mm.."})

    pairs = agreement_in_words(pair_table(tags, documents), language="en")
    assert pairs.startswith("Agreement of anna, bo on 1 document,")
    assert "anna + bo  100.0 %" in pairs
    none = agreement_in_words(agreement_table(tags.head(0), documents), language="en")
    assert none.startswith("None of the coders has tagged anything")


def test_in_words_names_stand_in_danish_order_and_long_ones_go_on_beneath():
    tags, documents = frames({"anna": ("m...", ".n..", "..k."), "bo": "mnk."})
    names = {
        "m": "Åbenhed",
        "n": "Ærlighed",
        "k": "En meget lang kode, som ingen linje har plads til",
    }

    lines = agreement_in_words(agreement_table(tags, documents), names, "da").splitlines()

    assert [line.split("  ")[0] for line in lines[3:7]] == [
        "En meget lang kode, som ingen linje har",
        "plads til",
        "Ærlighed",
        "Åbenhed",
    ]


def test_in_words_what_rounds_to_nought_has_no_sign():
    found = agreement_table(*one_document(10000, ("anna", 0, 9), ("bo", 50, 59)))

    assert -0.005 < found["kappa"][0] < 0
    assert "-0.00" not in agreement_in_words(found, language="en")


def test_by_case_the_rows_stand_in_danish_order(monkeypatch):
    monkeypatch.setenv("ICMO_LANGUAGE", "en")
    drawn = [{"anna": "m.", "bo": "m."}] * 4
    tags, documents = frames(*drawn, cases=["Aarhus", "Ærø", "Vejle", "Åmose"])

    table = agreement_table(tags, documents, by="case")

    assert table["case"].tolist() == ["Vejle", "Ærø", "Åmose", "Aarhus"]
    assert "anna, bo om 4 dokumenter" in agreement_in_words(table, language="da")


def test_nearly_all_of_the_text_is_not_said_to_be_all_of_it():
    found = row(*one_document(10000, ("anna", 0, 20), ("bo", 15, 35)))

    assert found["percent"] == 0.997
    assert "agree on 99.7 % of the text" in found["note"]
