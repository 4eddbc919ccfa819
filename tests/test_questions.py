"""The evaluation's questions come from a file, and all its mistakes are told in one go."""

from __future__ import annotations

import textwrap
from pathlib import Path

import pytest

from icmo.documents import DocumentError
from icmo.questions import Question, QuestionError, parse_questions, read_questions

SAMPLE = Path(__file__).parent.parent / "interviews_sample"


def told(text: str) -> list[str]:
    """The problems of a file, as an evaluator reads them."""
    _, problems = parse_questions(textwrap.dedent(text).lstrip("\n"), "questions.yaml")
    return [str(problem) for problem in problems]


def test_a_question_is_one_text_or_one_in_each_language(tmp_path):
    path = tmp_path / "questions.yaml"
    path.write_text(
        "questions:\n"
        "  - id: job\n"
        "    purpose: Beskæftigelse\n"
        "    text: {da: Hvor mange fik job?, en: How many got a job?}\n"
        "    source: registerdata\n"
        "    chapter: Kapitel 4\n"
        "  - {id: trivsel, text: Hvordan trives de?}\n",
        encoding="utf-8",
    )

    assert read_questions(path) == [
        Question(
            "job",
            "Beskæftigelse",
            {"da": "Hvor mange fik job?", "en": "How many got a job?"},
            "registerdata",
            "Kapitel 4",
        ),
        Question("trivsel", "", "Hvordan trives de?", "", ""),
    ]


def test_every_mistake_of_the_file_is_told_with_its_line_and_how_to_mend_it():
    assert told("""
        title: Spørgsmål
        questions:
          - id: job
            text: ""
            chaptr: 4
          - purpose: Trivsel
            txt: Hvordan trives de?
          - id: job
            text: {da: Hvad?, sv: Vad?}
            source: [interview, register]
          - hvad nu
          - id: " "
            text: [en, to]
    """) == [
        'questions.yaml, line 1: the key "title" is not known here. Mend or delete it.',
        'questions.yaml, line 4: "text" of "job" is blank. Write something after the colon.',
        (
            'questions.yaml, line 5: the key "chaptr" is not known here. Mend or delete it. '
            'Did you mean "chapter"?'
        ),
        'questions.yaml, line 6: the question lacks "id". Add the line `id: …`.',
        (
            'questions.yaml, line 7: the key "txt" is not known here. Mend or delete it. '
            'Did you mean "text"?'
        ),
        (
            'questions.yaml, line 8: the question "job" stands twice (first on line 3). '
            "Give one of them another id."
        ),
        (
            'questions.yaml, line 9: the text of "job" must stand as it is, or in Danish and English. '
            "Write `text: …` or `text: {da: …, en: …}`."
        ),
        (
            'questions.yaml, line 10: "source" of "job" must be plain text. '
            "Write `source: …` on one line."
        ),
        (
            "questions.yaml, line 11: a question should stand here. "
            "Write `- id: …` and the other keys below it."
        ),
        'questions.yaml, line 12: "id" of " " is blank. Write something after the colon.',
        (
            'questions.yaml, line 13: the text of " " must stand as it is, or in Danish and English. '
            "Write `text: …` or `text: {da: …, en: …}`."
        ),
    ]


def test_a_question_with_a_mistake_does_not_hide_the_others():
    questions, problems = parse_questions(
        "questions:\n  - {id: a}\n  - {id: b, text: Hvad?}\n", "questions.yaml"
    )

    assert [question.question for question in questions] == ["b"]
    assert len(problems) == 1


@pytest.mark.parametrize("text", ["", "# intet\n", "- id: job\n", "other: x\n"])
def test_a_file_without_questions_is_told_how_to_begin(text):
    assert told(text) == [
        (
            "questions.yaml, line 1: the file has no questions. "
            "Write `questions:` and below it a list (`- id: …`)."
        )
    ]


@pytest.mark.parametrize("text", ["questions:\n", "questions: []\n", "questions: job\n"])
def test_an_empty_list_of_questions_is_told(text):
    assert told(text) == [
        'questions.yaml, line 1: a list must stand under "questions". Begin each line with `- `.'
    ]


def test_what_is_no_yaml_is_told_once():
    assert told("questions:\n  - id: a\n\ttext: b\n") == [
        (
            "questions.yaml, line 3: there is a tab here, where YAML takes only spaces. "
            "Replace it with spaces."
        )
    ]


def test_all_mistakes_are_in_the_error(tmp_path):
    path = tmp_path / "questions.yaml"
    path.write_text("questions:\n  - {id: a}\n  - {text: b}\n", encoding="utf-8")

    with pytest.raises(QuestionError) as error:
        read_questions(path)

    assert [problem.line for problem in error.value.problems] == [2, 3]
    assert str(error.value).startswith(f"{path} has 2 mistakes:\n  {path}, line 2: ")


def test_a_file_that_is_missing_or_not_utf8_is_named(tmp_path):
    with pytest.raises(DocumentError, match="there is no such file"):
        read_questions(tmp_path / "questions.yaml")

    path = tmp_path / "latin.yaml"
    path.write_bytes("questions:\n  - id: spørgsmål\n".encode("latin-1"))
    with pytest.raises(QuestionError, match="line 2: the text is not stored as UTF-8"):
        read_questions(path)


def test_the_samples_questions_each_have_a_purpose_a_source_a_chapter_and_both_languages():
    questions = read_questions(SAMPLE / "questions.yaml")

    assert len({question.purpose for question in questions}) == 4
    for question in questions:
        assert question.purpose
        assert question.source
        assert question.chapter
        assert set(question.text) == {"da", "en"}
