"""Documents in the project: imported, corrected, divided, handed out; cases and questions beside them."""

from __future__ import annotations

from pathlib import Path

import pytest

from icmo import Codebook, Error, Project, ProjectError

TEXT = "Interviewer: Hvad hjalp?\n\nMette (sagsbehandler): At hun fik lön 😀 for det, og at Åse ringede.\n"
SAMPLE_CASES = (
    "case,label,team_type\nNørrevang,Nørrevang Kommune,jobcenterteam\nSkovby,Skovby,ekstern\n"
)
QUESTIONS = """
questions:
  - id: brug
    purpose: Kommunernes brug af viden
    text: {da: "Hvordan blev principperne brugt?", en: "How were the principles used?"}
    source: gruppeinterview
    chapter: "3"
"""


@pytest.fixture
def project(tmp_path):
    (tmp_path / "mette.txt").write_text(TEXT, encoding="utf-8")
    with Project.create(tmp_path / "p.icmo", Codebook.load("kib"), coder="anna") as project:
        project.import_documents(tmp_path / "mette.txt")
        yield project


def tag(project, words, code="meningsfuldhed", document="mette"):
    text = project.text(document)
    return project.tag(document, text.index(words), text.index(words) + len(words), code)


def words_of(project):
    return project.tags().set_index("tag")["text"].to_dict()


def test_a_corrected_word_keeps_its_tags_and_all_others_stay_on_their_words(project):
    lon, ringede, hun = tag(project, "lön 😀"), tag(project, "Åse ringede"), tag(project, "hun fik")

    moves = project.replace_text(
        "mette", TEXT.replace("lön", "sin første løn").replace("\n\n", "\n\n\n")
    )

    assert words_of(project) == {lon: "løn 😀", ringede: "Åse ringede", hun: "hun fik"}
    assert set(moves["outcome"]) <= {"kept", "moved", "changed"}
    assert len(project.check()) == 0


def test_what_a_correction_would_do_is_shown_before_it_is_done(project):
    ringede = tag(project, "Åse ringede")
    shorter = TEXT.replace(", og at Åse ringede", "")

    moves = project.replace_text("mette", shorter, preview=True)

    assert moves[["id", "outcome", "new_start"]].values.tolist() == [[ringede, "lost", -1]]
    assert project.text("mette") == TEXT


def test_a_correction_that_would_lose_tags_is_refused_until_it_is_meant(project):
    ringede = tag(project, "Åse ringede")
    shorter = TEXT.replace(", og at Åse ringede", "")

    with pytest.raises(ProjectError, match="would lose all their words"):
        project.replace_text("mette", shorter)
    project.replace_text("mette", shorter, lose_tags=True)

    assert ringede not in words_of(project)
    project.undo()
    assert words_of(project)[ringede] == "Åse ringede"
    assert project.text("mette") == TEXT


def test_evidence_goes_with_its_words_like_tags(project):
    configuration = project.configure(title="Løn")
    start = TEXT.index("Åse ringede")
    project.add_evidence(configuration, "mette", start, start + len("Åse ringede"))

    project.replace_text("mette", "Et ord mere. " + TEXT)

    assert project.evidence()["text"].tolist() == ["Åse ringede"]


def test_every_version_of_a_text_is_kept(project):
    project.replace_text("mette", TEXT.replace("lön", "løn"))

    versions = project.texts("mette")
    assert versions["version"].tolist() == [1, 2]
    assert versions["text"].tolist() == [TEXT, TEXT.replace("lön", "løn")]


def test_the_same_text_again_changes_nothing(project):
    project.replace_text("mette", TEXT.replace("\n", "\r\n"))

    assert project.texts("mette")["version"].tolist() == [1]
    assert project.history()["act"].tolist() == ["import"]


def test_a_correction_with_later_tags_on_it_is_not_taken_back(project):
    project.replace_text("mette", TEXT.replace("lön", "løn"))
    with Project.open(project.path, coder="bo") as other:
        tag(other, "løn")

        with pytest.raises(Error, match="tag on it"):
            project.undo()


def test_paragraphs_that_were_guessed_are_joined_and_split_and_tags_stay(project):
    pdf = Path(__file__).parent / "data" / "documents" / "interview.pdf"
    project.import_documents(pdf)
    before = project.text("interview")
    words = before.split("\n\n")[1][:20]
    tagged = tag(project, words, document="interview")
    count = len(project.units("paragraph"))

    project.join_paragraphs("interview", 1)

    assert len(project.units("paragraph")) == count - 1
    assert words_of(project)[tagged] == words
    project.undo()
    assert project.text("interview") == before
    with pytest.raises(Error, match="cannot be joined"):
        project.join_paragraphs("mette", 1)


def test_a_document_is_called_otherwise_and_belongs_to_another_case(project):
    project.change_document("mette", name="Gruppen i Skovby", case="Skovby", team="ekstern")

    row = project.documents().iloc[0]
    assert row[["name", "case", "team"]].tolist() == ["Gruppen i Skovby", "Skovby", "ekstern"]
    assert project.text("Gruppen i Skovby") == TEXT
    project.undo()
    assert project.documents()["name"].tolist() == ["mette"]


def test_documents_are_assigned_to_coders_who_say_when_they_are_done(project):
    project.assign("mette", ["anna", "bo"])
    project.mark_done("mette")
    tag(project, "lön")

    row = project.documents().iloc[0]
    assert row["coders"] == ("anna", "bo")
    assert row["done"] == ("anna",)
    assert project.coders().values.tolist() == [["anna", 1, 1, 1], ["bo", 1, 0, 0]]
    project.assign("mette", "bo")
    assert project.documents()["coders"][0] == ("anna", "bo")  # what anna finished stays hers
    project.mark_done("mette", done=False)
    assert project.documents()["done"][0] == ()


def test_cases_carry_what_is_known_of_them(project, tmp_path):
    (tmp_path / "cases.csv").write_text(SAMPLE_CASES, encoding="utf-8")
    project.change_document("mette", case="Nørrevang")

    cases = project.import_cases(tmp_path / "cases.csv")

    assert cases[["case", "label", "documents", "team_type"]].values.tolist() == [
        ["Nørrevang", "Nørrevang Kommune", 1, "jobcenterteam"],
        ["Skovby", "Skovby", 0, "ekstern"],
    ]


def test_the_evaluations_questions_are_kept_in_the_projects_language(project, tmp_path):
    (tmp_path / "questions.yaml").write_text(QUESTIONS, encoding="utf-8")

    questions = project.import_questions(tmp_path / "questions.yaml")

    assert questions.drop(columns="answered_by").values.tolist() == [
        [
            "brug",
            "Kommunernes brug af viden",
            "Hvordan blev principperne brugt?",
            "gruppeinterview",
            "3",
        ]
    ]


@pytest.mark.parametrize(("kind", "count"), [("turn", 2), ("sentence", 2), ("paragraph", 2)])
def test_units_are_spans_of_the_text(project, kind, count):
    units = project.units(kind)

    assert len(units) == count
    assert set(units["kind"]) == {kind}
    text = project.text("mette")
    last = units.iloc[-1]
    assert text[last["start"] : last["end"]].startswith("At hun fik")
    assert last[["speaker", "speaker_role"]].tolist() == ["Mette", "sagsbehandler"]


def test_a_unit_that_does_not_exist_is_refused_with_the_nearest(project):
    with pytest.raises(Error, match="sentence"):
        project.units("sentense")


def test_a_text_that_is_there_already_is_skipped_and_said(project, tmp_path):
    (tmp_path / "kopi.txt").write_text(TEXT, encoding="utf-8")

    assert len(project.import_documents(tmp_path / "kopi.txt")) == 0
    assert project.remarks == ('the text of "kopi" is there already as "mette" and was skipped.',)


def test_another_text_of_the_same_name_is_taken_and_said(project, tmp_path):
    (tmp_path / "ny").mkdir()
    (tmp_path / "ny" / "mette.txt").write_text(TEXT + "Mere.\n", encoding="utf-8")

    project.import_documents(tmp_path / "ny" / "mette.txt")

    assert len(project.documents()) == 2
    assert "use replace_text" in project.remarks[0]
    with pytest.raises(ProjectError, match='2 documents are called "mette"'):
        project.text("mette")


def test_an_import_is_one_act_and_comes_back_with_its_text(project, tmp_path):
    folder = tmp_path / "mappe"
    folder.mkdir()
    for number in range(3):
        (folder / f"{number}.txt").write_text(f"Bo: Tekst {number}.\n", encoding="utf-8")
    with Project.open(project.path, coder="bo") as bo:
        bo.import_documents(folder)
        bo.undo()
        assert len(bo.documents()) == 1
        bo.redo()
        assert bo.text("2") == "Bo: Tekst 2.\n"
        assert len(bo.check()) == 0


def test_an_import_that_others_have_tagged_is_not_taken_back(project):
    with Project.open(project.path, coder="bo") as bo:
        tag(bo, "lön")

    with pytest.raises(Error) as error:
        project.undo()

    assert (
        str(error.value)
        == "an import cannot be taken back because of 1 tag on it. Take that away first."
    )


def test_memos_are_dated_notes_on_anything(project):
    tagged = tag(project, "lön")
    about = (tagged, "mette", "meningsfuldhed", "project", None)
    memos = [project.memo(on, "se her") for on in about]

    frame = project.memos()
    assert frame["memo"].tolist() == memos
    assert frame["target_kind"].tolist() == ["tag", "document", "code", "project", "project"]
    with pytest.raises(Error, match="has no document"):
        project.memo("intet", "se her")


def test_an_import_is_not_done_again_where_somebody_has_imported_the_same_text(project, tmp_path):
    (tmp_path / "ny.txt").write_text("Bo: Det samme.\n", encoding="utf-8")
    (tmp_path / "bos.txt").write_text("Bo: Det samme.\n", encoding="utf-8")
    project.import_documents(tmp_path / "ny.txt")
    project.undo()
    with Project.open(project.path, coder="bo") as bos:
        bos.import_documents(tmp_path / "bos.txt")

        with pytest.raises(Error, match='the text "ny" was imported meanwhile as "bos"'):
            project.redo()

        assert sorted(project.documents()["name"]) == ["bos", "mette"]
        bos.undo()
    project.redo()
    assert sorted(project.documents()["name"]) == ["mette", "ny"]
    assert project.check().empty
