"""Reading a codebook file: each mistake in it is named once, with its line and how to mend it."""

from __future__ import annotations

import errno
import os
import re
import tracemalloc
from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from icmo import Codebook, CodebookError
from icmo.codebook import Problem

KIB = Path(__file__).parent.parent / "codebooks" / "kib.yaml"
#: Long enough to be a codebook, short enough to be garbled a thousand times.
SMALL = """\
id: small
title: {da: En lille bog, en: A small book}
languages: [da, en]
questions:
  - id: G1
    letter: G
    text: {da: "Hvad med {principle}?", en: "What about {principle}?"}
families:
  - id: principles
    role: principle
    codes:
      - id: wholeness
        label: {da: Helhed, en: Wholeness}
        definition:
          da: >-
            Hele hendes liv
            tæller med.
          en: All of her life is counted in.
        questions:
          - id: G1
            text: {da: "Hvordan?", en: "How?"}
  - id: mechanisms
    role: mechanism
    codes:
      - id: trust
        label: {da: Tillid, en: Trust}
        definition: {da: Hun tror på medarbejderen., en: She believes the worker.}
        examples:
          - {da: "Jeg tror på hende.", en: "I believe her."}
  - id: moderators
    role: moderator
    codes:
      - id: "time"
        label: {da: Tid, en: Time}
        definition: {da: Der er tid nok., en: There is time enough.}
        citation: Nobody in particular
        conditions: [trust]
        retired: false
"""


def sentence(book: str | Path) -> str:
    """Return the whole message of the error that a file gives."""
    with pytest.raises(CodebookError) as caught:
        Codebook.load(book)
    return str(caught.value)


def written(folder: Path, content: str | bytes) -> str:
    """Write a codebook file into the folder one is in and return its name."""
    file = folder / "book.yaml"
    file.write_bytes(content if isinstance(content, bytes) else content.encode())
    return file.name


@pytest.fixture
def here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """An empty folder, which is also the working directory."""
    monkeypatch.chdir(tmp_path)
    return tmp_path


# ── a whole file that is no codebook ──────────────────────────────────────────────────────


@pytest.mark.parametrize("content", ["", "\n\n", "# only\n# comments\n", "---\n", "{}", "''"])
def test_an_empty_file_or_one_of_comments_is_called_empty(here: Path, content: str):
    assert sentence(written(here, content)) == (
        "book.yaml, line 1: the file is empty. "
        "Begin with `families:` and write the first family below it."
    )


@pytest.mark.parametrize("content", ["Hello, this is a letter.", "- trust\n- time\n", "12"])
def test_a_text_or_a_list_is_no_codebook(here: Path, content: str):
    assert sentence(written(here, content)) == (
        "book.yaml, line 1: the file is not a codebook. "
        "It must begin with keys such as `title:` and `families:`."
    )


@pytest.mark.parametrize("content", ["families:", "families: []", "title: A book\n"])
def test_a_file_without_families_is_told_to_have_some(here: Path, content: str):
    assert sentence(written(here, content)) == (
        "book.yaml, line 1: there are no families. "
        "Write `families:` and below it a list of families (`- id: …`)."
    )


def test_families_must_be_a_list(codebook_in_docstring: str):
    """
    title: A book
    families:
      mechanisms:
        role: mechanism
    """
    assert sentence(codebook_in_docstring) == (
        'book.yaml, line 2: a list must stand under "families". Begin each line with `- `.'
    )


def test_a_family_must_have_keys(codebook_in_docstring: str):
    """
    families:
      - mechanisms
    """
    assert sentence(codebook_in_docstring) == (
        "book.yaml, line 2: a family should stand here. "
        "Write `- id: …` and the other keys below it."
    )


def test_codes_must_be_a_list(codebook_in_docstring: str):
    """
    families:
      - id: mechanisms
        role: mechanism
        codes: trust
    """
    assert sentence(codebook_in_docstring) == (
        'book.yaml, line 4: a list must stand under "codes". Begin each line with `- `.'
    )


def test_a_code_must_have_keys(codebook_in_docstring: str):
    """
    families:
      - id: mechanisms
        role: mechanism
        codes:
          - trust
    """
    assert sentence(codebook_in_docstring) == (
        "book.yaml, line 5: a code should stand here. Write `- id: …` and the other keys below it."
    )


def test_a_question_must_have_keys(codebook_in_docstring: str):
    """
    questions:
      - What about it?
    families:
      - id: mechanisms
        role: mechanism
        codes: [{id: trust, label: Trust, definition: She believes the worker.}]
    """
    assert sentence(codebook_in_docstring) == (
        "book.yaml, line 2: a question should stand here. "
        "Write `- id: …` and the other keys below it."
    )


def test_a_lone_value_where_a_list_belongs_is_refused(codebook_in_docstring: str):
    """
    families:
      - id: moderators
        role: moderator
        codes:
          - id: time
            label: Time
            definition: There is time enough.
            conditions: trust
    """
    assert sentence(codebook_in_docstring) == (
        'book.yaml, line 8: a list must stand under "conditions". Begin each line with `- `.'
    )


# ── YAML ──────────────────────────────────────────────────────────────────────────────────


def test_a_bracket_left_open_is_reported_where_it_was_opened(codebook_in_docstring: str):
    """
    families:
      - id: mechanisms
        label: {da: Mekanismer, en: Mechanisms
        role: mechanism
    """
    assert sentence(codebook_in_docstring) == (
        "book.yaml, line 3: a bracket { or [ is opened and never closed. "
        "Close it, or put the text in quotation marks."
    )


def test_a_quotation_mark_left_open_is_reported_where_it_was_opened(codebook_in_docstring: str):
    """
    families:
      - id: mechanisms
        label: "Mechanisms
        role: mechanism
    """
    assert sentence(codebook_in_docstring) == (
        "book.yaml, line 3: a quotation mark is opened and never closed. Close it."
    )


@pytest.mark.parametrize("line", ["\t- id: m", "  - id: m\n\t  role: mechanism"])
def test_a_tab_is_called_a_tab(here: Path, line: str):
    number = 1 + len(line.splitlines())
    assert sentence(written(here, f"families:\n{line}\n")) == (
        f"book.yaml, line {number}: there is a tab here, where YAML takes only spaces. "
        "Replace it with spaces."
    )


def test_a_colon_in_a_bare_text_asks_for_quotation_marks(codebook_in_docstring: str):
    """
    title: KIB: the principles
    families: []
    """
    assert sentence(codebook_in_docstring) == (
        "book.yaml, line 1: a colon stands where YAML cannot read it. "
        "Put the text in quotation marks, or mend the indentation."
    )


def test_a_line_indented_too_much_is_reported(codebook_in_docstring: str):
    """
    title: A book
      version: 1
    """
    assert sentence(codebook_in_docstring) == (
        "book.yaml, line 2: this line reads as a continuation of the line above. "
        "Write `key: ` there, or indent this line like its neighbours."
    )


def test_a_line_indented_too_little_is_reported(codebook_in_docstring: str):
    """
    families:
      - id: mechanisms
        codes:
          - id: trust
         - id: time
    """
    assert sentence(codebook_in_docstring) == (
        "book.yaml, line 5: the indentation does not fit the lines above. "
        "Indent the line like its neighbours."
    )


def test_a_key_without_a_colon_is_reported(codebook_in_docstring: str):
    """
    title: A book
    families
    """
    assert sentence(codebook_in_docstring) == (
        "book.yaml, line 2: the line lacks a colon. "
        "Write `key: value` with a space after the colon."
    )


@pytest.mark.parametrize(
    "text",
    ["{principle} may mean much", "@home", '"Trust" is the word', "> more", "*very* much", "%"],
)
def test_a_text_that_begins_with_a_sign_of_yaml_asks_for_quotation_marks(here: Path, text: str):
    assert sentence(written(here, f"id: a\ntitle: {text}\nversion: 1\n")) == (
        "book.yaml, line 2: the text has a sign that YAML reads in its own way. "
        "Put the whole text in quotation marks."
    )


def test_a_backslash_in_quotation_marks_is_explained(codebook_in_docstring: str):
    r"""
    title: "C:\quick"
    """
    assert sentence(codebook_in_docstring) == (
        "book.yaml, line 1: there is a backslash inside quotation marks. "
        "Write it twice (\\\\), or delete it."
    )


def test_a_duplicate_key_names_both_lines(codebook_in_docstring: str):
    """
    families:
      - id: mechanisms
        role: mechanism
        codes:
          - id: trust
            label: Trust
            definition: She believes the worker.
            label: Faith
    """
    assert sentence(codebook_in_docstring) == (
        'book.yaml, line 8: the key "label" stands twice (first on line 6). Delete one of them.'
    )


def test_a_second_document_is_refused(codebook_in_docstring: str):
    """
    title: A book
    families:
      - {id: m, role: mechanism, codes: [{id: trust, label: Trust, definition: She believes the worker.}]}
    ---
    title: Another book
    """
    assert sentence(codebook_in_docstring) == (
        "book.yaml, line 4: another document begins here (---). "
        "A codebook is one document; delete the line."
    )


def test_an_alias_bomb_is_refused_at_once(here: Path):
    levels = "abcdefghijklmnopqrstuvwxyz"
    bomb = "title: &a [boom, boom, boom, boom, boom, boom, boom, boom, boom]\n" + "".join(
        f"{level}: &{level} [{', '.join([f'*{below}'] * 9)}]\n" for below, level in pairwise(levels)
    )
    book = written(here, bomb)

    said = sentence(book)

    assert (
        'book.yaml, line 2: the alias "*a" cannot be used in a codebook. Write the text out.\n'
    ) in said


def test_a_tag_that_names_program_code_is_refused_and_not_run(codebook_in_docstring: str):
    """
    families:
      - id: m
        role: mechanism
        codes:
          - id: trust
            label: Trust
            definition: !!python/object/apply:os.system ["touch ran"]
    """
    assert sentence(codebook_in_docstring) == (
        'book.yaml, line 7: the tag "tag:yaml.org,2002:python/object/apply:os.system" '
        "cannot be used in a codebook. Delete it and leave only the text."
    )
    assert not Path("ran").exists()


@pytest.mark.parametrize(
    "deep", ["[" * 10_000, "- " * 10_000, "{a: " * 10_000, "[" * 10_000 + "]" * 10_000]
)
def test_nesting_ten_thousand_deep_is_refused_at_once(here: Path, deep: str):
    book = written(here, f"title: A book\nfamilies:\n  {deep}\n")

    assert sentence(book) == (
        "book.yaml, line 3: the file is nested deeper than any codebook. Mend the indentation here."
    )


@pytest.mark.parametrize(
    ("character", "code"), [("\0", "U+0000"), ("\7", "U+0007"), ("\x7f", "U+007F")]
)
def test_an_invisible_character_is_reported_on_its_line(here: Path, character: str, code: str):
    # Many letters of two bytes above: the line must not be counted in bytes.
    text = f"# {'æøå' * 3000}\n# \ntitle: A{character} book\n" + "\n" * 9000
    assert sentence(written(here, text)) == (
        f"book.yaml, line 3: there is an invisible character here ({code}) "
        "that YAML does not take. Delete it."
    )


def test_an_invisible_character_written_as_an_escape_is_refused_too(codebook_in_docstring: str):
    r"""
    families:
      - id: m
        role: mechanism
        codes: [{id: trust, label: "Tr\0ust", definition: She believes the worker.}]
    """
    assert sentence(codebook_in_docstring) == (
        "book.yaml, line 4: there is an invisible character here (U+0000) "
        "that YAML does not take. Delete it."
    )


def test_a_list_as_a_key_is_refused(codebook_in_docstring: str):
    """
    title: A book
    [a, b]: c
    families:
      - {id: m, role: mechanism, codes: [{id: trust, label: Trust, definition: She believes the worker.}]}
    """
    assert sentence(codebook_in_docstring) == (
        "book.yaml, line 2: a key must be a single word. Write `key: value`."
    )


@pytest.mark.parametrize("line_end", ["\n", "\r\n", "\r"])
def test_lines_are_counted_alike_on_all_machines(here: Path, line_end: str):
    text = SMALL.replace("role: mechanism", "role: mechanims").replace("\n", line_end)
    assert sentence(written(here, text)).startswith(
        'book.yaml, line 23: there is no role "mechanims".'
    )


# ── the file itself ───────────────────────────────────────────────────────────────────────


def test_a_missing_file_is_likened_to_its_neighbour(here: Path):
    (here / "evaluation.yaml").write_text(SMALL, encoding="utf-8")
    assert sentence("evalution.yaml") == (
        "evalution.yaml: there is no such file. Check the name and the folder. "
        'Did you mean "evaluation.yaml"?'
    )


def test_a_misspelt_shipped_codebook_is_recognised(here: Path):
    assert sentence("recruitmnt") == (
        "recruitmnt: there is no such file. Check the name and the folder. "
        'Did you mean "recruitment"?'
    )
    assert not list(here.iterdir())


def test_a_missing_folder_is_named(here: Path):
    assert sentence(Path("books", "kib.yaml")) == (
        f"{Path('books', 'kib.yaml')}: there is no such file. Check the name and the folder. "
        "The folder books does not exist either."
    )
    assert not list(here.iterdir())


def test_a_folder_is_no_codebook(here: Path):
    (here / "books").mkdir()
    assert sentence("books") == (
        "books: this is a folder. Name the codebook's own file, which ends in .yaml."
    )


def test_a_file_that_is_not_utf_8_is_reported_with_its_line(here: Path):
    assert sentence(written(here, SMALL.encode("latin-1"))) == (
        "book.yaml, line 17: the text is not stored as UTF-8. "
        "Open the file in a text editor and save it again as UTF-8."
    )


def test_a_byte_order_mark_is_accepted(here: Path):
    book = written(here, b"\xef\xbb\xbf" + SMALL.encode())
    assert Codebook.load(book).id == "small"


def test_a_file_of_fifty_megabytes_is_refused_without_being_read(here: Path):
    with (here / "book.yaml").open("wb") as file:
        file.truncate(50_000_000)

    tracemalloc.start()
    said = sentence("book.yaml")
    _, most = tracemalloc.get_traced_memory()
    tracemalloc.stop()

    assert said == (
        "book.yaml: the file takes 50 MB, and a codebook at most 5. "
        "Check that it is the right file."
    )
    assert most < 1_000_000


@pytest.mark.skipif(
    not Path("/dev/zero").exists(), reason="there is no endless file on this system"
)
def test_an_endless_file_is_refused():
    assert sentence("/dev/zero") == (
        "/dev/zero: the file takes 6 MB, and a codebook at most 5. Check that it is the right file."
    )


def test_a_file_one_may_not_open_is_explained(here: Path, monkeypatch: pytest.MonkeyPatch):
    book = written(here, SMALL)

    def refuse(*_: object) -> None:
        raise PermissionError(errno.EACCES, os.strerror(errno.EACCES))

    # Root may read everything whatever a file's mode says, so the system's refusal is made here.
    monkeypatch.setattr(Path, "open", refuse)

    assert sentence(book) == (
        "book.yaml: the file cannot be read (Permission denied). "
        "Check that it exists and that you may open it."
    )


# ── keys ──────────────────────────────────────────────────────────────────────────────────


@pytest.mark.parametrize(
    ("line", "right", "wrong"),
    [
        (2, "title", "titel"),
        (3, "languages", "langauges"),
        (4, "questions", "question"),
        (6, "letter", "leter"),
        (7, "text", "txt"),
        (8, "families", "familie"),
        (9, "id", "idd"),
        (10, "role", "rolle"),
        (11, "codes", "code"),
        (12, "id", "i"),
        (13, "label", "labe"),
        (14, "definition", "definitoin"),
        (19, "questions", "questoins"),
        (21, "text", "tekst"),
        (28, "examples", "eksamples"),
        (37, "conditions", "condition"),
        (38, "retired", "retird"),
    ],
)
def test_a_misspelt_key_is_reported_once_with_the_right_one(
    here: Path, line: int, right: str, wrong: str
):
    lines = SMALL.splitlines()
    lines[line - 1] = lines[line - 1].replace(f"{right}:", f"{wrong}:", 1)
    assert sentence(written(here, "\n".join(lines))) == (
        f'book.yaml, line {line}: the key "{wrong}" is not known here. Mend or delete it. '
        f'Did you mean "{right}"?'
    )


def test_a_misspelt_key_of_the_axes_is_reported_once(codebook_in_docstring: str):
    """
    families:
      - id: factors
        role: factor
        codes:
          - id: safe
            label: Safe
            definition: She feels safe there.
            axes: {can_wants: want, relation_course: relation}
    """
    assert sentence(codebook_in_docstring) == (
        'book.yaml, line 8: the key "can_wants" is not known here. Mend or delete it. '
        'Did you mean "can_want"?'
    )


def test_a_word_that_may_not_stand_on_the_axes_is_reported(codebook_in_docstring: str):
    """
    families:
      - id: factors
        role: factor
        codes:
          - id: safe
            label: Safe
            definition: She feels safe there.
            axes: {can_want: wants, relation_course: relation}
    """
    assert sentence(codebook_in_docstring) == (
        'book.yaml, line 8: "can_want" cannot be "wants". Write one of: want, can. '
        'Did you mean "want"?'
    )


def test_a_key_like_no_other_is_reported_without_a_guess(here: Path):
    assert sentence(written(here, SMALL + "        colour: blue\n")) == (
        'book.yaml, line 39: the key "colour" is not known here. Mend or delete it.'
    )


def test_a_missing_label_is_reported_on_the_line_of_its_code(codebook_in_docstring: str):
    """
    families:
      - id: m
        role: mechanism
        codes:
          - id: trust
            definition: She believes the worker.
    """
    assert sentence(codebook_in_docstring) == (
        'book.yaml, line 5: "trust" lacks "label". Add the line `label: …`.'
    )


def test_a_missing_definition_is_reported_on_the_line_of_its_code(codebook_in_docstring: str):
    """
    families:
      - id: m
        role: mechanism
        codes:
          - id: trust
            label: Trust
    """
    assert sentence(codebook_in_docstring) == (
        'book.yaml, line 5: "trust" lacks "definition". Add the line `definition: …`.'
    )


def test_a_missing_id_is_reported_on_the_line_of_its_code(codebook_in_docstring: str):
    """
    families:
      - id: m
        role: mechanism
        codes:
          - label: Trust
            definition: She believes the worker.
    """
    assert sentence(codebook_in_docstring) == (
        'book.yaml, line 5: the code lacks "id". Add the line `id: …`.'
    )


def test_a_missing_role_is_reported_on_the_line_of_its_family(codebook_in_docstring: str):
    """
    families:
      - id: m
        codes: [{id: trust, label: Trust, definition: She believes the worker.}]
    """
    assert sentence(codebook_in_docstring) == (
        'book.yaml, line 2: "m" lacks "role". Add the line `role: …`.'
    )


def test_a_question_without_its_text_is_called_by_its_id(here: Path):
    text = re.sub(r"    text: .*\n", "", SMALL, count=1)
    assert sentence(written(here, text)) == (
        'book.yaml, line 5: "G1" lacks "text". Add the line `text: …`.'
    )


@pytest.mark.parametrize(
    "label", ["label:", 'label: ""', "label: {}", 'label: {da: "", en: " "}', 'label: " "']
)
def test_a_blank_label_is_reported_once(here: Path, label: str):
    languages = "[da, en]" if "da" in label else "[en]"
    text = (
        f"languages: {languages}\nfamilies:\n  - id: m\n    role: mechanism\n    codes:\n"
        f"      - id: trust\n        {label}\n        definition:\n"
        "          en: She believes the worker.\n"
        + ("          da: Hun tror på medarbejderen.\n" if "da" in label else "")
    )
    assert sentence(written(here, text)) == (
        'book.yaml, line 7: "label" of "trust" is blank. Write something after the colon.'
    )


def test_a_blank_text_in_one_language_is_reported_once(here: Path):
    text = SMALL.replace("{da: Tillid, en: Trust}", '{da: Tillid, en: ""}')
    assert sentence(written(here, text)) == (
        'book.yaml, line 26: "label" of "trust" is missing in en. Add `en: …`.'
    )


def test_a_word_for_yes_or_no_is_asked_for(here: Path):
    text = SMALL.replace("retired: false", "retired: perhaps")
    assert sentence(written(here, text)) == (
        'book.yaml, line 38: "retired" is either true or false. Write one of them.'
    )


def test_a_list_where_a_word_belongs_is_refused(here: Path):
    text = SMALL.replace("conditions: [trust]", "conditions: [[trust]]")
    assert sentence(written(here, text)) == (
        'book.yaml, line 37: "conditions" of "time" has another form than expected. '
        "Look at the same key of another code."
    )


def test_a_role_written_as_a_list_is_refused(here: Path):
    text = SMALL.replace("role: mechanism", "role: [mechanism]")
    assert sentence(written(here, text)) == (
        'book.yaml, line 23: "role" of "mechanisms" has another form than expected. '
        "Look at the same key of another code."
    )


def test_an_unknown_role_is_likened_to_a_known_one_and_reported_once(here: Path):
    # The moderator's conditions and the principle's questions are not blamed for the role.
    for right, wrong, line in (
        ("moderator", "moderater", 31),
        ("principle", "princip", 10),
        ("mechanism", "mekanism", 23),
    ):
        assert sentence(written(here, SMALL.replace(f"role: {right}", f"role: {wrong}"))) == (
            f'book.yaml, line {line}: there is no role "{wrong}". Write one of: principle, '
            "intervention, context, moderator, mechanism, outcome, theme, target, factor, actor, "
            f'method, other. Did you mean "{right}"?'
        )


# ── ids ───────────────────────────────────────────────────────────────────────────────────


@pytest.mark.parametrize(
    ("id_", "better"),
    [
        ("god relation", "god_relation"),
        ("Trust", "trust"),
        ("Ærlig - åben", "aerlig_aaben"),
        ("café", "cafe"),
        ("012", "k012"),
        ("…", "k"),
    ],
)
def test_an_id_that_breaks_the_rule_gets_a_better_one(here: Path, id_: str, better: str):
    text = SMALL.replace("id: wholeness", f"id: {id_}")
    assert sentence(written(here, text)) == (
        f'book.yaml, line 12: the id "{id_}" may have only small letters a-z, digits and _, '
        f'and begins with a letter. Write for example "{better}".'
    )


def test_an_id_defined_twice_names_both_lines(here: Path):
    assert sentence(written(here, SMALL.replace("id: wholeness", "id: trust"))) == (
        'book.yaml, line 25: the code "trust" is defined twice (first on line 12). '
        "Give one of them another id."
    )


def test_a_family_that_stands_twice_names_both_lines(here: Path):
    assert sentence(written(here, SMALL.replace("id: moderators", "id: principles"))) == (
        'book.yaml, line 30: the family "principles" stands twice (first on line 9). '
        "Join them, or give one of them another id."
    )


def test_a_question_that_stands_twice_names_both_lines(here: Path):
    again = '  - {id: G1, letter: G, text: {da: "Og?", en: "And?"}}\nfamilies:'
    assert sentence(written(here, SMALL.replace("families:", again))) == (
        'book.yaml, line 8: the question "G1" stands twice (first on line 5). '
        "Give one of them another id."
    )


def test_a_principle_that_asks_one_question_twice_names_both_lines(here: Path):
    again = '            text: {da: "Hvordan?", en: "How?"}\n'
    text = SMALL.replace(again, f"{again}          - id: G1\n{again}")
    assert sentence(written(here, text)) == (
        'book.yaml, line 22: the question "G1" stands twice (first on line 20). '
        "Give one of them another id."
    )


def test_words_that_yaml_takes_for_something_else_stay_words(codebook_in_docstring: str):
    """
    languages: [en]
    version: 012
    families:
      - id: no
        role: other
        codes:
          - id: on
            label: 012
            definition: Whether the thing is on.
          - id: yes
            label: no
            definition: Whether she says so.
          - id: null
            label: 1e3
            definition: Whether nothing is there.
    """
    book = Codebook.load(codebook_in_docstring)

    assert book.labels() == {"on": "012", "yes": "no", "null": "1e3"}
    assert book.version == "012"
    assert book.family_of("on").id == "no"


# ── parents ───────────────────────────────────────────────────────────────────────────────


def test_an_unknown_parent_is_likened_to_a_known_one(codebook_in_docstring: str):
    """
    families:
      - id: m
        role: mechanism
        codes:
          - {id: relation, label: Relation, definition: They know each other.}
          - id: trust
            label: Trust
            definition: She believes the worker.
            parent: relatoin
    """
    assert sentence(codebook_in_docstring) == (
        'book.yaml, line 9: "trust" belongs under "relatoin", which does not exist. '
        'Mend the id after `parent:`. Did you mean "relation"?'
    )


def test_codes_under_each_other_in_a_circle_are_reported_once(codebook_in_docstring: str):
    """
    families:
      - id: m
        role: mechanism
        codes:
          - {id: z, label: Z, definition: Not in the circle itself., parent: a}
          - {id: a, label: A, definition: The first of three., parent: b}
          - {id: b, label: B, definition: The second of three., parent: c}
          - {id: c, label: C, definition: The third of three., parent: a}
    """
    assert sentence(codebook_in_docstring) == (
        "book.yaml, line 6: codes belong under each other in a circle: a → b → c → a. "
        "Delete `parent:` in one of them."
    )


def test_a_code_under_itself_is_reported(codebook_in_docstring: str):
    """
    families:
      - id: m
        role: mechanism
        codes:
          - {id: a, label: A, definition: It stands under itself., parent: a}
    """
    assert sentence(codebook_in_docstring) == (
        'book.yaml, line 5: "a" belongs under itself. '
        "Delete `parent:`, or write the id of another code."
    )


def test_a_parent_in_another_family_is_reported(here: Path):
    assert sentence(written(here, SMALL + "        parent: trust\n")) == (
        'book.yaml, line 39: "time" belongs under "trust", which stands in the family '
        '"mechanisms" and not in "moderators". Move one of them, or choose another parent.'
    )


def test_ten_thousand_codes_under_each_other_are_read_quickly(here: Path):
    head = "families:\n  - id: m\n    role: mechanism\n    codes:\n"
    codes = "".join(
        f"      - {{id: c{n}, label: C, definition: One of very many., parent: c{n + 1}}}\n"
        for n in range(10_000)
    )
    said = sentence(written(here, head + codes))

    assert said == (
        'book.yaml, line 10004: "c9999" belongs under "c10000", which does not exist. '
        'Mend the id after `parent:`. Did you mean "c1000"?'
    )


# ── GUIDE ─────────────────────────────────────────────────────────────────────────────────


def test_a_question_with_a_letter_guide_has_not_is_reported(here: Path):
    assert sentence(written(here, SMALL.replace("letter: G", "letter: X"))) == (
        'book.yaml, line 6: GUIDE has no letter "X". Write G, U, I, D or E.'
    )


def test_a_principle_that_asks_a_letter_guide_has_not_is_reported(here: Path):
    text = SMALL.replace("          - id: G1", "          - id: X1")
    assert sentence(written(here, text)) == (
        'book.yaml, line 20: GUIDE has no letter "X". Write G, U, I, D or E.'
    )


def test_a_code_of_the_family_guide_with_a_letter_guide_has_not_is_reported(
    codebook_in_docstring: str,
):
    """
    families:
      - id: guide
        role: other
        codes:
          - {id: G, label: Guiding, definition: Whether it shows the way.}
          - {id: X, label: Xenial, definition: Whether it is kind.}
    """
    assert sentence(codebook_in_docstring) == (
        'book.yaml, line 6: GUIDE has no letter "X". Write G, U, I, D or E.'
    )


def test_a_guide_letter_as_the_id_of_another_code_is_reported(here: Path):
    assert sentence(written(here, SMALL.replace("id: wholeness", "id: G"))) == (
        'book.yaml, line 12: the id "G" is kept for the family guide. Give the code another id.'
    )


def test_a_principle_that_asks_an_unknown_question_is_reported(here: Path):
    text = SMALL.replace("          - id: G1", "          - id: G9")
    assert sentence(written(here, text)) == (
        'book.yaml, line 20: "wholeness" asks the question "G9" in its own way, '
        "but it is not under `questions:`. Mend the id."
    )


def test_only_a_principle_may_ask_a_question_in_its_own_way(here: Path):
    text = SMALL.replace("        retired: false", "        questions: [{id: G1}]")
    assert sentence(written(here, text)) == (
        'book.yaml, line 38: "time" is no principle and so cannot have `questions:`. '
        "Delete the line, or move the code."
    )


@pytest.mark.parametrize(("where", "line"), [("Hvad med {principle}?", 7), ("Hvordan?", 21)])
def test_a_placeholder_that_cannot_be_filled_is_reported(here: Path, where: str, line: int):
    assert sentence(written(here, SMALL.replace(where, "Hvad med {princip}?"))) == (
        f'book.yaml, line {line}: "G1" has the placeholder "{{princip}}". '
        "Only {principle} can be used; mend or delete it."
    )


# ── languages ─────────────────────────────────────────────────────────────────────────────


@pytest.mark.parametrize(
    ("text", "part", "line"),
    [
        ("title: {da: En lille bog, en: A small book}", '"title" of the codebook', 2),
        ('{da: "Hvad med {principle}?", en: "What about {principle}?"}', '"text" of "G1"', 7),
        ("label: {da: Tillid, en: Trust}", '"label" of "trust"', 26),
        ('- {da: "Jeg tror på hende.", en: "I believe her."}', '"examples" of "trust"', 29),
        ('text: {da: "Hvordan?", en: "How?"}', '"text" of "G1"', 21),
    ],
)
def test_a_text_missing_in_a_declared_language_is_reported(
    here: Path, text: str, part: str, line: int
):
    without = re.sub(r", en: .*\}", "}", text)
    assert sentence(written(here, SMALL.replace(text, without))) == (
        f"book.yaml, line {line}: {part} is missing in en. Add `en: …`."
    )


def test_a_text_in_a_language_not_declared_is_reported(codebook_in_docstring: str):
    """
    languages: [da]
    families:
      - id: m
        role: mechanism
        codes:
          - id: trust
            label:
              da: Tillid
              en: Trust
            definition: Hun tror på medarbejderen.
    """
    assert sentence(codebook_in_docstring) == (
        'book.yaml, line 9: "label" of "trust" is written in en, which is not one of the '
        "codebook's languages. Delete the line, or name the language under `languages:`."
    )


def test_a_text_in_a_language_icmo_does_not_know_is_reported(here: Path):
    text = SMALL.replace("{da: Tillid, en: Trust}", "{da: Tillid, en: Trust, sv: Tillit}")
    assert sentence(written(here, text)) == (
        'book.yaml, line 26: "label" of "trust" has the key "sv", which is no language icmo '
        "knows. Write da or en, or delete the line."
    )


def test_a_misspelt_language_is_reported_once(here: Path):
    text = SMALL.replace("{da: Tillid, en: Trust}", "{da: Tillid, eng: Trust}")
    assert sentence(written(here, text)) == (
        'book.yaml, line 26: "label" of "trust" has the key "eng", which is no language icmo '
        'knows. Write da or en, or delete the line. Did you mean "en"?'
    )


def test_a_declared_language_icmo_does_not_know_is_reported_once(here: Path):
    assert sentence(written(here, SMALL.replace("[da, en]", "[dansk, en]"))) == (
        'book.yaml, line 3: "languages" cannot be "dansk". Write one of: da, en.'
    )


def test_a_language_declared_outside_a_list_is_reported_once(here: Path):
    assert sentence(written(here, SMALL.replace("[da, en]", "da"))) == (
        'book.yaml, line 3: a list must stand under "languages". Begin each line with `- `.'
    )


def test_a_plain_label_does_not_do_in_a_book_of_two_languages(here: Path):
    assert sentence(written(here, SMALL.replace("{da: Tillid, en: Trust}", "Trust"))) == (
        'book.yaml, line 26: "label" of "trust" must stand in each of the codebook\'s languages. '
        "Write `{da: …, en: …}`."
    )


def test_a_plain_label_does_in_a_book_of_one_language(codebook_in_docstring: str):
    """
    languages: [en]
    families:
      - id: m
        role: mechanism
        label: Mechanisms
        codes:
          - id: trust
            label: Trust
            definition: She believes the worker.
            examples: [I believe her.]
    """
    code = Codebook.load(codebook_in_docstring)["trust"]

    assert code.label == {"en": "Trust"}
    assert code.definition == {"en": "She believes the worker."}
    assert code.examples == ({"en": "I believe her."},)


# ── conditions and themes ─────────────────────────────────────────────────────────────────


def test_a_moderator_that_conditions_something_unknown_is_reported(here: Path):
    assert sentence(written(here, SMALL.replace("[trust]", "[trsut]"))) == (
        'book.yaml, line 37: the moderator "time" conditions "trsut", which does not exist. '
        'Mend the id under `conditions:`. Did you mean "trust"?'
    )


def test_a_moderator_that_conditions_neither_mechanism_nor_moderator_is_reported(here: Path):
    assert sentence(written(here, SMALL.replace("[trust]", "[wholeness]"))) == (
        'book.yaml, line 37: the moderator "time" conditions "wholeness", whose role is principle. '
        "A moderator conditions a mechanism or another moderator; mend `conditions:`."
    )


def test_a_moderator_that_conditions_itself_is_reported(here: Path):
    assert sentence(written(here, SMALL.replace("[trust]", "[time]"))) == (
        'book.yaml, line 37: the moderator "time" conditions itself. '
        "Mend the id under `conditions:`."
    )


def test_a_code_that_is_no_moderator_conditions_nothing(here: Path):
    text = SMALL.replace("        examples:", "        conditions: [wholeness]\n        examples:")
    assert sentence(written(here, text)) == (
        'book.yaml, line 28: "trust" is no moderator and so cannot have `conditions:`. '
        "Delete the line, or move the code."
    )


def test_a_theme_that_points_to_an_unknown_principle_or_type_is_reported(here: Path):
    theme = """\
  - id: themes
    role: theme
    codes:
      - id: t1
        label: {da: Et tema, en: A theme}
        definition: {da: Det er et tema., en: It is a theme.}
        principle: wholenes
        type: trust
"""
    assert sentence(written(here, SMALL + theme)) == (
        "book.yaml has 2 mistakes:\n"
        '  book.yaml, line 45: "t1" points with `principle:` to "wholenes", '
        'which is no code of that kind. Mend the id. Did you mean "wholeness"?\n'
        '  book.yaml, line 46: "t1" points with `type:` to "trust", '
        "which is no code of that kind. Mend the id."
    )


# ── warnings ──────────────────────────────────────────────────────────────────────────────


def test_an_empty_family_loads_with_a_warning(here: Path):
    book = Codebook.load(written(here, SMALL + "  - id: outcomes\n    role: outcome\n"))

    assert len(book) == 3
    assert [str(warning) for warning in book.warnings] == [
        'book.yaml, line 39: the family "outcomes" has no codes. Add codes, or delete the family.'
    ]


def test_a_definition_shorter_than_a_sentence_loads_with_a_warning(here: Path):
    book = Codebook.load(
        written(here, SMALL.replace("All of her life is counted in.", "All of it."))
    )

    assert [str(warning) for warning in book.warnings] == [
        (
            'book.yaml, line 18: the definition of "wholeness" is shorter than a sentence. '
            "Write what the code is, so that two coders understand it alike."
        )
    ]


# ── many mistakes, two languages, any text ────────────────────────────────────────────────


def test_all_mistakes_of_a_file_are_reported_in_the_order_of_their_lines(
    codebook_in_docstring: str,
):
    """
    titel: {da: En bog, en: A book}
    languages: [da, en]
    families:
      - id: m
        role: mechanims
        codes:
          - id: trust
            label: {da: Tillid}
            definition: {da: Hun tror på medarbejderen., en: She believes the worker.}
            parent: relation
          - id: Trust
            labels: {da: Tillid, en: Trust}
            definition: {da: Hun tror på medarbejderen., en: She believes the worker.}
          - id: trust
            label: {da: Tillid, en: Trust}
    """
    assert sentence(codebook_in_docstring).splitlines() == [
        "book.yaml has 8 mistakes:",
        '  book.yaml, line 1: the key "titel" is not known here. Mend or delete it. Did you mean "title"?',
        (
            '  book.yaml, line 5: there is no role "mechanims". Write one of: principle, intervention, '
            "context, moderator, mechanism, outcome, theme, target, factor, actor, method, other. "
            'Did you mean "mechanism"?'
        ),
        '  book.yaml, line 8: "label" of "trust" is missing in en. Add `en: …`.',
        '  book.yaml, line 10: "trust" belongs under "relation", which does not exist. Mend the id after `parent:`.',
        (
            '  book.yaml, line 11: the id "Trust" may have only small letters a-z, digits and _, and begins '
            'with a letter. Write for example "trust".'
        ),
        '  book.yaml, line 12: the key "labels" is not known here. Mend or delete it. Did you mean "label"?',
        '  book.yaml, line 14: "trust" lacks "definition". Add the line `definition: …`.',
        '  book.yaml, line 14: the code "trust" is defined twice (first on line 7). Give one of them another id.',
    ]


@pytest.mark.parametrize(
    ("right", "wrong", "said"),
    [
        (
            "id: wholeness",
            "id: trust",
            (
                'book.yaml, linje 25: koden "trust" er defineret to gange (første gang i linje 12). '
                "Giv den ene et andet id."
            ),
        ),
        (
            "        label: {da: Tid, en: Time}",
            "        labe: {da: Tid, en: Time}",
            'book.yaml, linje 34: nøglen "labe" kendes ikke her. Ret eller slet den. Mente du "label"?',
        ),
        (
            "title: {da: En lille bog, en: A small book}",
            "title: {da: En lille bog",
            (
                "book.yaml, linje 2: en parentes { eller [ er åbnet og ikke lukket igen. "
                "Luk den, eller sæt teksten i anførselstegn."
            ),
        ),
    ],
)
def test_mistakes_are_reported_in_danish_to_a_dane(
    here: Path, monkeypatch: pytest.MonkeyPatch, right: str, wrong: str, said: str
):
    monkeypatch.setenv("ICMO_LANGUAGE", "da")
    assert sentence(written(here, SMALL.replace(right, wrong))) == said


def problems_of(text: str) -> list[Problem]:
    """Return what is wrong with a text; any other exception than a CodebookError goes through."""
    try:
        Codebook.parse(text, "book.yaml")
    except CodebookError as error:
        return error.problems or [Problem("book.yaml", None, "refused without a reason")]
    return []


YAML_PIECES = st.sampled_from(
    [
        "families:",
        "- ",
        "id: ",
        "codes:",
        "label: ",
        "{",
        "}",
        "[",
        "]",
        ": ",
        "\n",
        "\n  ",
        "\n    ",
        '"',
        "'",
        "&a ",
        "*a",
        "!!x ",
        "|",
        ">",
        "#",
        "?",
        "---\n",
        "languages: ",
        "da",
        "questions:",
    ]
)


@settings(deadline=None)
@given(
    st.text() | st.text(alphabet="aid:-{}[]\"'\n \t&*!|>%@#?,") | st.lists(YAML_PIECES).map("".join)
)
def test_any_text_is_a_codebook_or_is_explained(text: str):
    assert all(problem.line for problem in problems_of(text))


@settings(deadline=None, max_examples=int(os.environ.get("LONG", "0")) * 2000 + 200)
@given(
    number=st.integers(0, SMALL.count("\n") - 1),
    change=st.sampled_from(["delete", "double", "garble", "indent", "value"]),
    junk=st.text(max_size=8),
)
def test_a_codebook_with_one_line_changed_is_a_codebook_or_is_explained(
    number: int, change: str, junk: str
):
    lines = SMALL.splitlines(keepends=True)
    line = lines[number]
    key, colon, _ = line.partition(":")
    lines[number] = {
        "delete": "",
        "double": line + line,
        "garble": line[: len(line) // 2] + junk + line[len(line) // 2 :],
        "indent": "  " + line,
        "value": f"{key}{colon} {junk}\n",
    }[change]
    assert all(1 <= problem.line <= len(lines) + 1 for problem in problems_of("".join(lines)))


def keyed_lines() -> list[tuple[int, str]]:
    """Return the number and key of each line of the shipped codebook that begins with a key."""
    found = []
    block = None
    for number, line in enumerate(KIB.read_text(encoding="utf-8").splitlines(), start=1):
        indentation = len(line) - len(line.lstrip())
        if block is not None and (not line.strip() or indentation > block):
            continue
        match = re.match(r" *(- )?([a-z_]+):(?= |$)", line)
        block = indentation if line.endswith((">-", "|", ">")) else None
        if match:
            if match[1] and block is not None:
                block += len("- ")
            found.append((number, match[2]))
    return found


def test_a_misspelt_key_on_any_line_of_the_shipped_codebook_is_reported_on_that_line():
    lines = KIB.read_text(encoding="utf-8").splitlines()
    unreported = []
    for number, key in keyed_lines() if os.environ.get("LONG") else keyed_lines()[::40]:
        wrong = f"{key[:-1]}z"
        typo = re.sub(rf"\b{key}:", f"{wrong}:", lines[number - 1], count=1)
        text = "\n".join([*lines[: number - 1], typo, *lines[number:]])
        if number not in {problem.line for problem in problems_of(text)}:
            unreported.append((number, typo))
    assert not unreported


def test_a_reference_that_names_no_codebook_is_reported(here: Path):
    assert sentence(
        written(here, SMALL + "        see: [recruitment:bar_isolation, isolation]\n")
    ) == (
        'book.yaml, line 39: "time" refers with `see:` to "isolation". '
        "Write codebook:code, such as recruitment:bar_isolation."
    )


def test_a_name_no_file_can_have_is_explained():
    assert sentence("x" * 5000) == (
        f"{'x' * 5000}: the file cannot be read (File name too long). "
        "Check that it exists and that you may open it."
    )
