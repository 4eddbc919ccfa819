"""Changing a codebook and saving it: comments, order and layout stay."""

from __future__ import annotations

import difflib
import os
import stat
import textwrap
from pathlib import Path

import pytest

from icmo.codebook import Codebook, CodebookError, UnknownCodeError
from icmo.codebook.saving import add_code, change_code, remove_code, save_codebook

KIB = Path(__file__).parents[1] / "codebooks" / "kib.yaml"

SMALL = textwrap.dedent("""\
    # Kodebogen til efterårets interview.
    id: lille
    version: "2.0"
    languages: [da, en]
    families:
      # ── Mekanismer ──
      - id: mechanism
        role: mechanism
        codes:
          # Den vigtigste af dem alle.
          - id: tillid
            label: {da: Tillid, en: 'Trust'}  # efter workshoppen
            definition:
              da: >-
                Kvinden stoler på medarbejderen og tør derfor fortælle,
                hvad hun ønsker.
              en: The woman trusts the worker and so dares to tell what she wishes.
            examples:
              - da: "Jeg ved, at hun er på min side."
                en: "I know she's on my side."
              # fra pilotinterviewet
              - da: "Hun lyttede."
                en: "She listened."
            citation: "no"

          - id: haab
            label: {da: Håb, en: Hope}
            definition: {da: Kvinden tror på sin egen fremtid., en: The woman believes in a future of her own.}
            parent: tillid

          - id: mening
            label: {da: Mening, en: Meaning}
            definition: {da: Indsatsen giver mening for kvinden., en: It makes sense to the woman herself.}

      # ── Moderatorer ──
      - id: moderator
        role: moderator
        codes:
          - id: sprog
            label: {da: Sprog, en: Language}
            definition: {da: "Det dansk, kvinden kan tale.", en: The Danish that the woman can speak.}
            conditions: [mening]
    """)

TEXTS = {"da": "Kvinden ser, hvad hun selv kan.", "en": "The woman sees what she can do."}


@pytest.fixture(autouse=True)
def _english(monkeypatch):
    monkeypatch.setenv("ICMO_LANGUAGE", "en")


@pytest.fixture
def small():
    return Codebook.parse(SMALL, "lille.yaml")


def changed_lines(before, after):
    lines = difflib.unified_diff(
        before.source.splitlines(), after.source.splitlines(), lineterm="", n=0
    )
    return [line for line in lines if not line.startswith(("---", "+++", "@@"))]


def test_changing_one_label_of_kib_changes_exactly_that_line_of_the_file(tmp_path):
    kib = Codebook.load(KIB)
    save_codebook(change_code(kib, "tvaerfaglig", label={"da": "På tværs"}), tmp_path / "kib.yaml")

    before, after = KIB.read_bytes().splitlines(), (tmp_path / "kib.yaml").read_bytes().splitlines()
    assert len(before) == len(after)
    assert [(old, new) for old, new in zip(before, after, strict=True) if old != new] == [
        (
            "        label: {da: Tværfaglighed, en: Cross-disciplinary working}".encode(),
            "        label: {da: På tværs, en: Cross-disciplinary working}".encode(),
        )
    ]


def test_an_unchanged_codebook_is_saved_byte_for_byte(tmp_path):
    save_codebook(Codebook.load(KIB), tmp_path / "kib.yaml")

    assert (tmp_path / "kib.yaml").read_bytes() == KIB.read_bytes()


def test_windows_line_ends_stay_and_new_lines_get_them_too():
    book = Codebook.parse(SMALL.replace("\n", "\r\n"))
    changed = change_code(book, "haab", note={"da": "Se også tillid.", "en": "See trust."})

    assert changed.source.count("\r\n") == changed.source.count("\n") == SMALL.count("\n") + 3


def test_a_file_with_a_byte_order_mark_is_saved_without_it(tmp_path):
    (tmp_path / "small.yaml").write_bytes(b"\xef\xbb\xbf" + SMALL.encode())
    save_codebook(Codebook.load(tmp_path / "small.yaml"), tmp_path / "small.yaml")

    assert (tmp_path / "small.yaml").read_bytes() == SMALL.encode()


def test_changing_the_danish_label_leaves_the_english_one(small):
    changed = change_code(small, "mening", label={"da": "Meningsfuldhed"})

    assert changed["mening"].label == {"da": "Meningsfuldhed", "en": "Meaning"}
    assert small["mening"].label["da"] == "Mening"


def test_comments_and_quotation_marks_stay_where_they_were(small):
    changed = change_code(small, "tillid", label={"da": "Tiltro"})

    assert changed_lines(small, changed) == [
        "-        label: {da: Tillid, en: 'Trust'}  # efter workshoppen",
        "+        label: {da: Tiltro, en: 'Trust'}  # efter workshoppen",
    ]


def test_an_example_added_leaves_the_others_and_the_comment_between_them(small):
    examples = [*small["tillid"].examples, {"da": "Hun kom igen.", "en": "She came again."}]
    changed = change_code(small, "tillid", examples=examples)

    assert changed_lines(small, changed) == [
        '+          - da: "Hun kom igen."',
        '+            en: "She came again."',
    ]


def test_a_new_field_stands_where_our_files_have_it(small):
    changed = change_code(
        small, "haab", include={"da": "Brug den om fremtiden.", "en": "Use it for the future."}
    )

    keys = [
        line.split(":")[0].strip()
        for line in changed.source.split("- id: haab")[1].splitlines()[1:7]
    ]
    assert keys == ["label", "definition", "include", "da", "en", "parent"]


def test_a_long_text_is_folded_at_a_hundred_characters(small):
    words = " ".join(["Kvinden ser, hvad hun kan."] * 12)
    changed = change_code(small, "mening", definition={"da": words, "en": words})

    assert changed["mening"].definition["da"] == words
    assert "da: >-\n" in changed.source.split("- id: mening")[1]
    assert (
        max(
            len(line)
            for _, line in (
                line.split("+", 1) for line in changed_lines(small, changed) if line[0] == "+"
            )
        )
        <= 100
    )


def test_none_takes_a_field_away(small):
    changed = change_code(small, "haab", parent=None)

    assert changed["haab"].parent is None
    assert changed_lines(small, changed) == ["-        parent: tillid"]


@pytest.mark.parametrize(
    "text",
    [
        "no",
        "012",
        "a: b",
        "- en liste",
        "# ikke en kommentar",
        '"citat"',
        "{x}, [y]",
        "@ 100 %",
        "😀 æøå",
        "to\n\nlinjer",
        "\\",
        "ja, nej",
        "x" * 200,
    ],
)
def test_any_text_reads_back_as_it_was_given(small, text):
    changed = change_code(
        small,
        "tillid",
        label={"da": text},
        note={"da": text, "en": text},
        citation=text,
        examples=[{"da": text, "en": text}],
    )

    code = changed["tillid"]
    assert (code.label["da"], code.note, code.citation, code.examples) == (
        text,
        {"da": text, "en": text},
        text,
        ({"da": text, "en": text},),
    )


def test_an_added_code_is_last_in_its_family_and_before_the_next_comment(small):
    changed = add_code(
        small,
        "mechanism",
        id="mestring",
        label={"da": "Mestring", "en": "Coping"},
        definition=TEXTS,
    )

    assert list(changed.labels()) == ["tillid", "haab", "mening", "mestring", "sprog"]
    assert changed_lines(small, changed) == [
        "+      - id: mestring",
        "+        label: {da: Mestring, en: Coping}",
        "+        definition:",
        "+          da: Kvinden ser, hvad hun selv kan.",
        "+          en: The woman sees what she can do.",
        "+",
    ]


def test_an_added_code_stands_last_among_those_under_its_parent(small):
    changed = add_code(
        small,
        "mechanism",
        id="ro",
        parent="tillid",
        label={"da": "Ro", "en": "Calm"},
        definition=TEXTS,
        retired=True,
    )

    assert list(changed.labels()) == ["tillid", "haab", "ro", "mening", "sprog"]
    assert changed["ro"].retired


def test_a_removed_code_takes_only_its_own_lines_along(small):
    changed = remove_code(small, "haab")

    assert "haab" not in changed
    assert [line[0] for line in changed_lines(small, changed)] == ["-"] * 5
    assert "\n\n\n" not in changed.source


def test_removing_the_last_code_of_a_family_leaves_an_empty_family(small):
    changed = remove_code(small, "sprog")

    assert changed.source.endswith("    role: moderator\n    codes: []\n")
    assert str(changed.warnings[0]) == (
        'lille.yaml, line 36: the family "moderator" has no codes. Add codes, or delete the family.'
    )
    again = add_code(
        changed, "moderator", id="alder", label={"da": "Alder", "en": "Age"}, definition=TEXTS
    )
    assert again.family_of("alder").id == "moderator"


def test_a_code_that_others_refer_to_cannot_be_removed(small):
    with pytest.raises(CodebookError, match='"haab" belongs under "tillid", which does not exist'):
        remove_code(small, "tillid")
    with pytest.raises(
        CodebookError, match='the moderator "sprog" conditions "mening", which does not exist'
    ):
        remove_code(small, "mening")


def test_a_bad_change_is_refused_with_the_readers_sentence_and_changes_nothing(small):
    with pytest.raises(CodebookError, match='the code "haab" is defined twice'):
        add_code(small, "mechanism", id="haab", label={"da": "Håb", "en": "Hope"}, definition=TEXTS)
    with pytest.raises(CodebookError, match='"label" of "ny" is missing in en'):
        add_code(small, "mechanism", id="ny", label={"da": "Ny"}, definition=TEXTS)
    with pytest.raises(
        CodebookError, match=r'the key "lable" is not known here.*Did you mean "label"'
    ):
        change_code(small, "haab", lable={"da": "Håb"})
    with pytest.raises(CodebookError, match='"ny_id" lacks "definition"'):
        change_code(small, "mening", id="ny_id", definition=None)
    with pytest.raises(CodebookError, match=r"invisible character here \(U\+0000\)"):
        change_code(small, "haab", label={"da": "H\0b"})
    assert small.source == SMALL


def test_an_unknown_code_or_family_is_named_with_the_nearest(small):
    with pytest.raises(UnknownCodeError, match=r'no code "tilid"\. Did you mean "tillid"'):
        change_code(small, "tilid", citation="x")
    with pytest.raises(CodebookError, match=r'no family "mekanism"\. Did you mean "mechanism"'):
        add_code(small, "mekanism", id="ny")


def test_a_codebook_in_one_language_takes_texts_with_and_without_the_language():
    book = Codebook.parse(
        "languages: [da]\nfamilies:\n- id: tema\n  role: theme\n  codes:\n"
        "  -   id: a\n      label: Mening\n      parent:\n      definition: {da: Det giver mening for hende.}\n"
    )
    changed = change_code(
        book, "a", label={"da": "Formål"}, definition="Det har et formål for hende."
    )

    assert changed["a"].label == {"da": "Formål"}
    assert sorted(changed_lines(book, changed)) == [
        "+      definition: {da: Det har et formål for hende.}",
        "+      label: Formål",
        "-      definition: {da: Det giver mening for hende.}",
        "-      label: Mening",
    ]


def test_a_codebook_written_as_one_long_bracket_is_refused_rather_than_spoilt():
    book = Codebook.parse(
        '{"families": [{"id": "t", "role": "theme", "codes": [{"id": "a", "label": {"da": "A"}, "definition": {"da": "Det er a her."}}]}]}'
    )

    with pytest.raises(
        CodebookError, match="the file is laid out so that the change cannot be written"
    ):
        change_code(book, "a", label={"da": "B"})


def test_a_file_that_cannot_be_written_is_an_error_and_leaves_no_scrap(tmp_path, small):
    with pytest.raises(CodebookError, match="the file cannot be written"):
        save_codebook(small, tmp_path / "missing" / "small.yaml")
    (tmp_path / "folder.yaml").mkdir()
    with pytest.raises(CodebookError, match="the file cannot be written"):
        save_codebook(small, tmp_path / "folder.yaml")

    assert [entry.name for entry in tmp_path.iterdir()] == ["folder.yaml"]


def test_a_save_that_fails_midway_leaves_the_old_file(tmp_path, small, monkeypatch):
    path = tmp_path / "small.yaml"
    path.write_text("before", encoding="utf-8")

    def full_disk(_):
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, "fsync", full_disk)
    with pytest.raises(CodebookError, match="No space left on device"):
        save_codebook(small, path)
    assert [(entry.name, entry.read_text(encoding="utf-8")) for entry in tmp_path.iterdir()] == [
        ("small.yaml", "before")
    ]


@pytest.mark.skipif(os.name == "nt", reason="Windows has no such modes")
def test_saving_keeps_who_may_read_the_file_and_a_link_to_it(tmp_path, small):
    path, link = tmp_path / "small.yaml", tmp_path / "link.yaml"
    path.write_text("before", encoding="utf-8")
    path.chmod(0o640)
    link.symlink_to(path)
    save_codebook(small, link)

    assert link.is_symlink()
    assert stat.S_IMODE(path.stat().st_mode) == 0o640
    assert path.read_text(encoding="utf-8") == SMALL


def test_a_file_laid_out_in_another_manner_keeps_it_outside_the_changed_field():
    book = Codebook.parse(
        "families:\n-\n  id: tema\n  role: theme\n  codes:\n"
        "  - {id: a, label: {da: A}, definition: {da: Det er a og intet andet.}}  # kort\n"
        "  -\n    # på sin egen linje\n    label: # navnet\n      da: B # kort\n    id: b\n"
        "    definition:\n      da: |\n        Det er b\n        og intet andet.\n\n    # om a\n    parent:\n"
    )
    changed = change_code(book, "b", label={"da": "Be"}, parent="a")

    assert changed_lines(book, changed) == [
        "-      da: B # kort",
        "+      da: Be # kort",
        "-    parent:",
        "+    parent: a",
    ]
    assert changed_lines(book, remove_code(book, "a")) == [
        "-  - {id: a, label: {da: A}, definition: {da: Det er a og intet andet.}}  # kort"
    ]
