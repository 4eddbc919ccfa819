"""The GUIDE board's desk: ratings and judgements, claims, statements in themes."""

from __future__ import annotations

import json
import shutil

import pytest

from icmo import Project
from icmo.demo import sample_folder
from icmo.guide import guide_passages, guide_table
from icmo.workbench.guide_board.desk import GuideDesk, cells_of

PRINCIPLE, CASE = "beskaeftigelsesorienteret", "Ravnsø Kommune"


@pytest.fixture(scope="module")
def with_statements(filled_project, tmp_path_factory):
    path = tmp_path_factory.mktemp("boards") / "kib.icmo"
    shutil.copy(filled_project, path)
    with Project.open(path, coder="anna") as project:
        project.import_statements(sample_folder() / "statements.csv")
    return path


@pytest.fixture
def project(with_statements, tmp_path):
    path = tmp_path / "kib.icmo"
    shutil.copy(with_statements, path)
    with Project.open(path, coder="cilla") as project:
        yield project


@pytest.fixture
def ask(project):
    sent = []
    desk = GuideDesk(project, sent.append)

    def ask_(kind, **more):
        desk.answer({"kind": kind, "number": 5, "view": "v", **more})
        json.dumps(sent[-1], allow_nan=False)
        return sent[-1]

    ask_("open")
    return ask_


def test_cells_say_the_same_as_the_guide_table(project):
    tags, ratings = project.tags(), project.ratings()
    cells = {
        (c["principle"], c["letter"]): c
        for c in cells_of(ratings, guide_passages(tags))
        if not c["case"]
    }

    for row in guide_table(ratings, tags).to_dict("records"):
        cell = cells.get((row["principle"], row["letter"]), {"passages": 0, "lowest": None})
        assert cell["passages"] == row["passages"]
        assert cell["lowest"] == (row["lowest"] if row["judges"] else None)


def test_a_cell_tells_the_questions_asked_and_the_passages_found(ask):
    told = ask("cell", principle=PRINCIPLE, letter="G", case="")

    assert told["questions"]
    assert told["questions"][0]["text"].endswith("?")
    assert {"text", "name", "case", "span"} <= set(told["passages"][0])


def test_a_rating_is_saved_with_its_rationale_and_may_have_evidence(ask, project):
    given = {"principle": PRINCIPLE, "letter": "I", "case": CASE}
    answer = ask("rate", **given, level=3, rationale="De nævner to")

    mine = project.ratings()[lambda rows: rows["judge"] == "cilla"]
    assert mine[["level", "rationale"]].to_numpy().tolist() == [[3, "De nævner to"]]
    document = project.documents()["document"][0]
    ask(
        "add_evidence",
        target=answer["rating"],
        document=document,
        start=0,
        end=4,
        stance="supports",
    )
    assert len(ask("evidence", target=answer["rating"])["rows"]) == 1
    assert "refused" in ask("rate", **given, level=9)


def test_a_judgement_is_of_a_principle_and_the_rubric_can_be_written_anew(ask, project):
    ask("judge", principle=PRINCIPLE, aspect="adhered", level="partly", rationale="for det meste")
    judged = project.judgements()
    assert judged[judged["judge"] == "cilla"]["level"].tolist() == ["partly"]

    rubric = ask("open")["rubric"]
    rubric[0]["label_da"] = "Aldrig"
    told = ask("change_rubric", rubric=[*rubric, {**rubric[-1], "level": 5}])["news"]["rubric"]
    assert [one["level"] for one in told] == [1, 2, 3, 4, 5]
    assert told[0]["label_da"] == "Aldrig"


def test_a_claim_without_evidence_is_an_orphan_until_it_is_joined_to_a_configuration(ask, project):
    made = ask("add_claim", text="Tid giver tillid.", theme="", question="", principle=PRINCIPLE)
    claim = next(one for one in made["news"]["claims"] if one["claim"] == made["claim"])
    assert claim["reasons"] == ["no_evidence", "no_question"]

    one = project.configurations()["configuration"][0]
    joined = ask("join_claim", claim=made["claim"], configuration=one)
    assert ask("join_claim", claim=made["claim"], configuration=one)["count"] == 0
    claim = next(row for row in joined["news"]["claims"] if row["claim"] == made["claim"])
    assert claim["passages"] == joined["count"] > 1
    assert one in {row["configuration"] for row in claim["configurations"]}
    ask("change_claim", claim=made["claim"], text="Tid giver mere tillid.")
    assert "Tid giver mere tillid." in set(project.claims()["text"])


def test_a_claim_that_takes_the_label_of_its_theme_goes_on_doing_so(ask, project):
    labels = project.codebook.labels("da")
    made = ask("add_claim", text=labels["t01_jobskabelse"], theme="t01_jobskabelse")["claim"]
    ask("change_claim", claim=made, theme="t02_fastholdelse")

    assert project.claims().iloc[-1]["text"] == labels["t02_fastholdelse"]


def test_a_statement_is_sorted_into_a_theme_and_out_of_another(ask, project):
    one = ask("open")["statements"][0]
    place = {"document": one["document"], "start": one["span"][0], "end": one["span"][1]}
    told = ask("sort", **place, code="t01_jobskabelse")["news"]["statements"][0]
    (theme,) = told["themes"]
    assert (theme["code"], theme["coder"]) == ("t01_jobskabelse", "cilla")
    assert project.tags()[lambda rows: rows["tag"] == theme["tag"]]["text"].tolist() == [
        one["text"]
    ]

    moved = ask("sort", **place, code="t02_fastholdelse", tag=theme["tag"])["news"]["statements"][0]
    assert [other["code"] for other in moved["themes"]] == ["t02_fastholdelse"]
    out = ask("unsort", tag=moved["themes"][0]["tag"])
    assert out["news"]["statements"][0]["themes"] == []


def test_what_another_sorted_is_not_taken_out(ask, project):
    one = ask("open")["statements"][0]
    with Project.open(project.path, coder="dorte") as other:
        start = other.text(one["document"]).index(one["text"])
        tag = other.tag(one["document"], start, start + 3, "t01_jobskabelse")

    assert "dorte" in ask("unsort", tag=tag)["refused"]


def test_a_passage_is_tied_to_the_statement_it_unfolds(ask, project):
    one, two = ask("open")["statements"][:2]
    document = project.documents().set_index("name")["document"]["Interview, Amira"]
    given = {"document": document, "start": 14, "end": 32, "code": "t01_jobskabelse"}
    told = ask("unfold", board=one["document"], statement=one["number"], **given)

    (passage,) = told["news"]["statements"][0]["unfolded"]
    assert passage["text"] == project.text(document)[14:32]
    again = ask("unfold", board=one["document"], statement=one["number"], **given)
    assert len(again["news"]["statements"][0]["unfolded"]) == 1
    assert "refused" in ask("unfold", board=two["document"], statement=two["number"], **given)
