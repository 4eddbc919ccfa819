"""What changed between two versions of a codebook."""

from __future__ import annotations

from pathlib import Path

import pandas as pd
import pytest

from icmo.codebook import Codebook
from icmo.codebook.difference import difference, difference_in_words

RELATION = Path(__file__).parents[1] / "codebooks" / "relation.yaml"

BOOK = """\
id: bog
title: {da: Bogen, en: The book}
version: "1"
languages: [da, en]
questions:
  - id: G1
    letter: G
    text: {da: Hvad gør I?, en: What do you do?}
families:
  - id: mechanism
    role: mechanism
    label: {da: Mekanismer, en: Mechanisms}
    codes:
      - id: tillid
        label: {da: Tillid, en: Trust}
        definition: {da: Hun stoler på medarbejderen i forløbet., en: She trusts the worker on the way.}
        include: {da: Brug den om tillid., en: Use it for trust.}
      - id: haab
        label: {da: Håb, en: Hope}
        definition: {da: Hun tror på sin egen fremtid., en: She believes in a future of her own.}
        parent: tillid
        examples:
          - {da: Det går nok., en: It will do.}
  - id: moderator
    role: moderator
    codes:
      - id: sprog
        label: {da: Sprog, en: Language}
        definition: {da: Det dansk kvinden kan tale., en: The Danish that she can speak.}
        conditions: [haab]
"""


def rows(*replacements, before=BOOK):
    after = before
    for old, new in replacements:
        assert old in after
        after = after.replace(old, new)
    frame = difference(Codebook.parse(before), Codebook.parse(after))
    return [
        tuple(None if pd.isna(value) else value for value in row)
        for row in frame.itertuples(index=False)
    ]


def test_equal_codebooks_give_an_empty_frame_with_text_columns():
    frame = difference(Codebook.load(RELATION), Codebook.load(RELATION))

    assert list(frame.columns) == ["code", "change", "field", "before", "after"]
    assert len(frame) == 0
    assert {str(dtype) for dtype in frame.dtypes} == {"str"}
    assert difference_in_words(frame, "da") == []


def test_layout_comments_and_order_are_no_difference():
    families = BOOK.index("  - id: mechanism"), BOOK.index("  - id: moderator")
    turned = (
        BOOK[: families[0]] + BOOK[families[1] :] + "# sidst\n" + BOOK[families[0] : families[1]]
    )

    assert len(difference(Codebook.parse(BOOK), Codebook.parse(turned))) == 0


def test_a_new_label_is_renamed_in_its_language():
    assert rows(("en: Hope}", "en: Hopes}")) == [("haab", "renamed", "label_en", "Hope", "Hopes")]


def test_a_new_id_of_the_same_code_is_renamed_and_what_refers_to_it_has_not_moved():
    assert rows(("tillid\n", "tiltro\n"), ("haab", "tro")) == [
        ("tiltro", "renamed", "id", "tillid", "tiltro"),
        ("tro", "renamed", "id", "haab", "tro"),
    ]


def test_a_new_id_with_a_new_label_is_one_code_removed_and_another_added():
    assert rows(("id: sprog", "id: dansk"), ("da: Sprog", "da: Dansk")) == [
        ("dansk", "added", "", None, "Dansk"),
        ("sprog", "removed", "", "Sprog", None),
    ]


def test_a_new_id_of_a_family_does_not_move_its_codes():
    assert rows(("id: mechanism", "id: virkning")) == [
        ("virkning", "renamed", "family.id", "mechanism", "virkning"),
    ]


def test_another_parent_or_family_is_moved():
    assert rows(("        parent: tillid\n", "")) == [("haab", "moved", "parent", "tillid", None)]
    assert rows(
        ("        conditions: [haab]\n", ""),
        ("  - id: moderator\n    role: moderator\n    codes:\n", ""),
    ) == [
        ("sprog", "moved", "family", "moderator", "mechanism"),
        ("sprog", "changed", "conditions", "haab", None),
        ("moderator", "removed", "family", "moderator", None),
    ]


def test_definition_and_rules_of_use_are_redefined_with_their_language():
    assert rows(("i forløbet", "i samtalen"), ("Use it for trust.", "Use it for faith.")) == [
        (
            "tillid",
            "redefined",
            "definition_da",
            "Hun stoler på medarbejderen i forløbet.",
            "Hun stoler på medarbejderen i samtalen.",
        ),
        ("tillid", "redefined", "include_en", "Use it for trust.", "Use it for faith."),
    ]


def test_anything_else_is_changed():
    assert rows(
        ('version: "1"', 'version: "2"'),
        ("What do you do?", "What did you do?"),
        ("It will do.", "It works."),
        (
            "conditions: [haab]",
            "conditions: [haab, tillid]\n        citation: Patton 2017\n        retired: true",
        ),
    ) == [
        ("bog", "changed", "codebook.version", "1", "2"),
        ("G1", "changed", "question.text_en", "What do you do?", "What did you do?"),
        ("haab", "changed", "examples_en", "It will do.", "It works."),
        ("sprog", "changed", "citation", None, "Patton 2017"),
        ("sprog", "changed", "retired", "false", "true"),
        ("sprog", "changed", "conditions", "haab", "haab, tillid"),
    ]


def test_the_role_of_a_family_is_changed_and_its_label_renamed():
    assert rows(
        ("role: mechanism", "role: outcome"),
        ("[haab]", "[sprog2]"),
        ("Mekanismer", "Udkomme"),
        before=BOOK.replace("        conditions: [haab]\n", "") + "# [haab]\n",
    ) == [
        ("mechanism", "changed", "family.role", "mechanism", "outcome"),
        ("mechanism", "renamed", "family.label_da", "Mekanismer", "Udkomme"),
    ]


def test_questions_come_and_go_and_what_was_removed_stands_last():
    question = BOOK[BOOK.index("  - id: G1") : BOOK.index("families:")]
    new_question = (
        question.replace("G1", "U1")
        .replace("letter: G", "letter: U")
        .replace("Hvad gør I?", "Hvad nytter det?")
    )
    new_code = "      - id: ro\n        label: {da: Ro, en: Calm}\n        definition: {da: Hun har ro på sig., en: She has peace of mind.}\n"
    sprog = BOOK[BOOK.index("      - id: sprog") :]

    assert rows((question, new_question), (sprog, new_code)) == [
        ("U1", "added", "question", None, "Hvad nytter det?"),
        ("ro", "added", "", None, "Ro"),
        ("G1", "removed", "question", "Hvad gør I?", None),
        ("sprog", "removed", "", "Sprog", None),
    ]


@pytest.mark.parametrize(
    ("old", "new", "danish", "english"),
    [
        ("en: Hope}", "en: Hopes}", 'Koden "haab": navnet på engelsk er ændret fra "Hope" til "Hopes".', 'The code "haab": the label in English changed from "Hope" to "Hopes".'),
        ("parent: tillid", "parent:", 'Koden "haab" hører ikke længere under "tillid".', 'The code "haab" no longer belongs under "tillid".'),
        ("id: sprog", "id: dansk", 'Koden "dansk" hed før "sprog".', 'The code "dansk" used to be called "sprog".'),
        ("id: mechanism", "id: virkning", 'Familien "virkning" hed før "mechanism".', 'The family "virkning" used to be called "mechanism".'),
        ("What do you do?", "What for?", 'Spørgsmålet "G1": teksten på engelsk er ændret fra "What do you do?" til "What for?".', 'The question "G1": the text in English changed from "What do you do?" to "What for?".'),
        ("[haab]", "[haab]\n        citation: Patton", 'Koden "sprog": kilden er kommet til: "Patton".', 'The code "sprog": the source was added: "Patton".'),
        ('version: "1"', 'version: "2"', 'Kodebogen "bog": versionen er ændret fra "1" til "2".', 'The codebook "bog": the version changed from "1" to "2".'),
    ],
)  # fmt: skip
def test_each_row_is_a_sentence_in_either_language(old, new, danish, english):
    frame = difference(Codebook.parse(BOOK), Codebook.parse(BOOK.replace(old, new)))

    assert difference_in_words(frame, "da") == [danish]
    assert difference_in_words(frame, "en") == [english]


def test_of_a_long_text_only_the_changed_passage_is_quoted():
    before = BOOK.replace(
        "Hun tror på sin egen fremtid.",
        "Hun tror nu på sin egen fremtid og handler på det hver eneste dag i ugen.",
    )
    after = before.replace("handler på", "taler om")
    frame = difference(Codebook.parse(before), Codebook.parse(after))

    assert difference_in_words(frame, "da") == [
        (
            'Koden "haab": definitionen på dansk er ændret fra "… sin egen fremtid og handler på det hver eneste dag …" '
            'til "… sin egen fremtid og taler om det hver eneste dag …".'
        )
    ]
