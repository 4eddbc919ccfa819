"""Confusions are named from both sides, traced to passages, and roles are told from codes."""

from __future__ import annotations

import numpy as np
import pandas as pd
import pytest
from coded import frames
from hypothesis import given
from test_agreement_references import CODERS, drawn_documents

from icmo.agreement import (
    AgreementError,
    confused_passages,
    confusion_in_words,
    confusion_matrix,
    confusion_table,
    domain_table,
    rating_table,
)


def test_the_text_of_a_code_is_divided_into_agreed_other_and_nothing():
    tags, documents = frames({"anna": "mmmmmm....", "bo": "mmnn......"})

    found = confusion_table(tags, documents)

    assert found[["given", "instead", "characters", "share"]].to_numpy().tolist() == [
        ["m", "", 2, 2 / 6],
        ["m", "m", 2, 2 / 6],
        ["m", "n", 2, 2 / 6],
        ["n", "m", 2, 1.0],
    ]


def test_two_codes_on_the_same_words_by_both_are_no_confusion():
    tags, documents = frames({"anna": ("mm..", "nn.."), "bo": ("mm..", "nn..")})

    found = confusion_table(tags, documents)

    assert found[["given", "instead"]].to_numpy().tolist() == [["m", "m"], ["n", "n"]]


def test_roles_taken_for_each_other_lead_to_the_passages():
    text = "Hun fik tillid til os"
    tags, documents = frames({"anna": "........mmmmmm.......", "bo": "....KKKKKKKKKK......."})
    tags = tags.assign(text=[text[a:b] for a, b in zip(tags["start"], tags["end"], strict=True)])

    assert (
        confusion_matrix(confusion_table(tags, documents, "role")).loc["mechanism", "context"] == 6
    )
    passages = confused_passages(tags, documents, "mechanism", "context", "role")
    assert passages.to_dict("records") == [
        {
            "document": "d000",
            "case": "c000",
            "coder": "anna",
            "other": "bo",
            "start": 8,
            "end": 14,
            "text": "tillid",
        }
    ]
    assert confused_passages(tags, documents, "context", "", "role")["text"].tolist() == ["fik "]


def test_a_code_nobody_compared_has_used_is_refused(monkeypatch):
    monkeypatch.setenv("ICMO_LANGUAGE", "en")
    tags, documents = frames({"anna": "m", "bo": "m"})

    with pytest.raises(AgreementError, match='none of the coders used "x"'):
        confused_passages(tags, documents, "x", "m")


@given(drawn_documents(coders=3, letters="mnK."))
def test_confusions_equal_a_count_of_every_character(drawn):
    tags, documents = frames(*drawn)
    found = confusion_table(tags, documents).set_index(["given", "instead"])["characters"].to_dict()

    counted: dict[tuple[str, str], int] = {}
    for part in drawn:
        for marks in zip(*(part[coder] for coder in CODERS), strict=True):
            pairs = {
                (one, "" if other == "." else other)
                for i, one in enumerate(marks)
                for j, other in enumerate(marks)
                if i != j and one != "."
            }
            for pair in pairs:
                counted[pair] = counted.get(pair, 0) + 1
    assert found == counted


def test_within_a_role_and_across_roles_are_two_questions():
    # Both coded six characters; they agree on the role of all, on the code of two.
    tags, documents = frames({"anna": "mmmm..KK", "bo": "mmnn..KK"})

    found = domain_table(tags, documents, language="en").set_index(["question", "domain"])

    assert found.loc[("across", "role"), "cu_alpha"] == 1
    assert found.loc[("within", "mechanism"), "percent"] == 0.5
    # 8 values: 6 m and 2 n; 2 characters on which they differ.
    assert found.loc[("within", "mechanism"), "cu_alpha"] == pytest.approx(1 - 7 * 2 / (6 * 2))
    assert np.isnan(found.loc[("within", "context"), "cu_alpha"])
    assert "everyone chose the same" in found.loc[("within", "context"), "note"]


def test_a_character_with_two_mechanisms_is_left_out_and_counted():
    tags, documents = frames({"anna": ("mm..", ".n.."), "bo": "mm.."})

    found = domain_table(tags, documents, language="en").iloc[0]

    assert (found["units"], found["left_out"]) == (1, 1)
    assert "1 character to which someone gave several" in found["note"]


def ratings(*rows):
    return pd.DataFrame(rows, columns=["principle", "letter", "case", "judge", "level"]).assign(
        created="2026-01-01"
    )


def test_judges_who_miss_by_one_level_agree_better_than_those_who_miss_by_three():
    near = [
        ("p", "G", f"c{n}", judge, 1 + (n + (judge == "bo")) % 4)
        for n in range(3)
        for judge in ("anna", "bo")
    ]
    far = [
        ("p", "G", f"c{n}", judge, 4 if (judge == "bo") == (n < 2) else 1)
        for n in range(3)
        for judge in ("anna", "bo")
    ]

    one, other = (rating_table(ratings(*rows), levels=[1, 2, 3, 4]).iloc[0] for rows in (near, far))

    assert one["alpha"] > other["alpha"]
    assert one["weighted_kappa"] > other["weighted_kappa"]
    assert (one["judges"], one["units"], one["percent"]) == (2, 3, 0)


def test_the_levels_may_be_words_and_a_later_rating_counts():
    rows = ratings(
        ("p", "G", "A", "anna", "lav"),
        ("p", "G", "A", "anna", "høj"),
        ("p", "G", "A", "bo", "høj"),
        ("p", "U", "A", "anna", "lav"),
        ("p", "U", "A", "bo", "lav"),
        ("p", "I", "A", "bo", "lav"),
    )

    found = rating_table(rows, levels=["lav", "middel", "høj"], language="en").iloc[0]

    assert (found["units"], found["percent"], found["alpha"]) == (2, 1, 1)
    assert found["note"] == "Too few cases for an interval (1; it takes at least 5)."


def test_a_level_outside_the_levels_is_refused(monkeypatch):
    monkeypatch.setenv("ICMO_LANGUAGE", "en")

    with pytest.raises(AgreementError, match='"middel" is not among'):
        rating_table(ratings(("p", "G", "A", "bo", "middel")), levels=["lav", "høj"])


def test_in_words_each_code_tells_what_others_gave_its_text():
    tags, documents = frames({"anna": "mmmmmm....", "bo": "mmnn......"}, {"anna": "m", "bo": "."})

    lines = confusion_in_words(
        confusion_table(tags, documents), {"m": "Mening", "n": "Ånd"}, "da"
    ).splitlines()

    assert lines == [
        "Den tekst, nogen gav en kode: hvad de andre gav den, i andele af teksten.",
        "",
        "Mening",
        "  intet      43 %  2 passager i 2 dokumenter",
        "  det samme  29 %     1 passage i 1 dokument",
        "  Ånd        29 %     1 passage i 1 dokument",
        "",
        "Ånd",
        "  Mening  100 %  1 passage i 1 dokument",
    ]
