"""The project: one file that holds everything, and hands it out as frames."""

from __future__ import annotations

import subprocess
import sys

import pytest

from icmo import Codebook, Error, Project, ProjectError
from icmo.tags import TagError

TEXT = "Interviewer: Hvad hjalp?\n\nMette (sagsbehandler): At hun fik løn 😀 for det.\n"
CODEBOOK = """
families:
  - id: mechanism
    role: mechanism
    codes:
      - id: mening
        label: {da: Mening, en: Meaning}
        definition: {da: "Indsatsen giver mening for hende.", en: "The effort makes sense to her."}
  - id: outcome
    role: outcome
    codes:
      - id: job
        label: {da: Job, en: Job}
        definition: {da: "Hun har fået et arbejde.", en: "She has got a job."}
"""


@pytest.fixture
def codebook():
    return Codebook.parse(CODEBOOK, "theory.yaml", "theory")


@pytest.fixture
def project(tmp_path, codebook):
    (tmp_path / "mette.txt").write_text(TEXT, encoding="utf-8")
    (tmp_path / "documents.csv").write_text(
        "file,name,case,group,kind,date,team\nmette.txt,Mette,Nørrevang,kommune,interview,2022-09-14,intern\n",
        encoding="utf-8",
    )
    with Project.create(tmp_path / "p.icmo", codebook, coder="anna") as project:
        project.import_documents(tmp_path / "mette.txt", tmp_path / "documents.csv")
        yield project


def span(words):
    return TEXT.index(words), TEXT.index(words) + len(words)


def test_what_was_imported_is_there_when_the_project_is_opened_again(project):
    with Project.open(project.path) as again:
        assert again.text("Mette") == TEXT
        row = again.documents().iloc[0]
    assert row[["name", "case", "group", "kind", "date", "team"]].tolist() == [
        *("Mette", "Nørrevang", "kommune", "interview", "2022-09-14", "intern")
    ]
    assert row[["characters", "words", "turns"]].tolist() == [len(TEXT), 11, 2]


def test_the_same_text_is_not_imported_twice(project, tmp_path):
    (tmp_path / "copy.txt").write_text(TEXT, encoding="utf-8")

    added = project.import_documents(tmp_path / "copy.txt")

    assert len(added) == 0
    assert len(project.documents()) == 1


def test_a_tag_stands_on_the_words_it_was_put_on(project):
    project.tag("Mette", *span("løn 😀 for"), "mening", polarity="promotes", note="se her")

    tag = project.tags().iloc[0]
    assert tag[
        ["text", "code", "role", "family", "coder", "case", "group", "polarity", "note"]
    ].tolist() == [
        *(
            "løn 😀 for",
            "mening",
            "mechanism",
            "mechanism",
            "anna",
            "Nørrevang",
            "kommune",
            "promotes",
            "se her",
        )
    ]


def test_the_same_tag_twice_is_the_first_one(project):
    first = project.tag("Mette", *span("løn"), "mening")

    assert project.tag("Mette", *span("løn"), "mening") == first
    assert len(project.tags()) == 1


def test_a_tag_taken_away_is_gone_and_its_words_are_in_no_journal_line(project):
    project.untag(project.tag("Mette", *span("løn"), "mening"))

    assert len(project.tags()) == 0
    assert project.history()["act"].tolist() == ["import", "tag", "untag"]
    assert "løn" not in project.history().to_csv()


def test_a_code_that_does_not_exist_is_refused_with_the_nearest_one(project):
    with pytest.raises(Error) as error:
        project.tag("Mette", 0, 3, "menig")

    assert str(error.value) == 'the codebook has no code "menig". Did you mean "mening"?'


def test_a_span_outside_the_text_is_refused_and_nothing_is_written(project):
    with pytest.raises(TagError, match=r"lies outside the text"):
        project.tag("Mette", 0, len(TEXT) + 1, "mening")

    assert project.history()["act"].tolist() == ["import"]


def test_nobody_tags_without_a_name(project):
    with (
        Project.open(project.path) as nameless,
        pytest.raises(ProjectError, match="A coder is missing"),
    ):
        nameless.tag("Mette", 0, 3, "mening")


def test_a_configuration_has_its_sentence_and_its_evidence(project):
    id_ = project.configure(mechanism=["mening"], outcome=["job"], title="Mening giver job")
    project.add_evidence(
        id_, "Mette", *span("At hun fik løn"), stance="contradicts", note="ikke alle"
    )

    configuration = project.configurations().iloc[0]
    evidence = project.evidence().iloc[0]
    assert configuration[["title", "completeness", "mechanism", "outcome", "context"]].tolist() == [
        *("Mening giver job", "dyad", ("mening",), ("job",), ())
    ]
    assert (
        configuration["sentence"]
        == "Hvis … sættes i værk i …, så virker mening, hvilket fører til job."
    )
    assert evidence[["text", "stance", "memo", "target"]].tolist() == [
        "At hun fik løn",
        "contradicts",
        "ikke alle",
        id_,
    ]


def test_frames_have_their_columns_and_dtypes_also_when_empty(tmp_path, codebook):
    with Project.create(tmp_path / "empty.icmo", codebook) as empty:
        frames = {
            name: getattr(empty, name)()
            for name in ("documents", "turns", "tags", "configurations", "evidence")
        }

    assert [len(frame) for frame in frames.values()] == [0] * 5
    assert frames["tags"]["start"].dtype == "int64"
    assert list(frames["tags"].columns[:4]) == ["tag", "document", "case", "group"]


def test_a_project_is_never_overwritten(project, codebook):
    with pytest.raises(Error) as error:
        Project.create(project.path, codebook)

    assert str(error.value).endswith(
        "exists already. Choose another name; a project is never overwritten."
    )
    assert len(project.documents()) == 1


@pytest.mark.parametrize(
    ("content", "sentence"),
    [
        (b"", "is not an icmo project"),
        (b"hej" * 1000, "is not an icmo project"),
        (None, "there is no such project"),
    ],
)
def test_a_file_that_is_no_project_is_refused_and_left_as_it_was(tmp_path, content, sentence):
    path = tmp_path / "x.icmo"
    if content is not None:
        path.write_bytes(content)

    with pytest.raises(Error, match=sentence):
        Project.open(path)

    assert content is None or path.read_bytes() == content


def test_a_folder_in_place_of_a_project_is_said(tmp_path):
    with pytest.raises(Error, match="is a folder"):
        Project.open(tmp_path)


def test_another_process_sees_a_tag_as_soon_as_it_is_made(project):
    project.tag("Mette", *span("løn"), "mening")
    code = f"import icmo; print(icmo.Project.open({str(project.path)!r}).tags()['text'][0])"

    done = subprocess.run(
        [sys.executable, "-c", code], capture_output=True, text=True, check=True, encoding="utf-8"
    )

    assert done.stdout.strip() == "løn"


def test_a_repr_counts_and_keeps_quiet_about_what_people_said(project):
    assert repr(project) == "<Project p.icmo: 1 document, 0 tags, 0 configurations>"
