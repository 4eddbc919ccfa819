"""The configuration board's desk: what a page asks for, answered as the page will get it."""

from __future__ import annotations

import json
import shutil

import pytest

from icmo import Project
from icmo.workbench.configuration_board.desk import ConfigurationDesk

EMPTY = {"slots": {}, "moderators": []}


@pytest.fixture
def project(filled_project, tmp_path):
    path = tmp_path / "kib.icmo"
    shutil.copy(filled_project, path)
    with Project.open(path, coder="cilla") as project:
        yield project


@pytest.fixture
def ask(project):
    """Asks the desk and gives its answer; everything sent can be written as JSON."""
    sent = []
    desk = ConfigurationDesk(project, sent.append)

    def ask_(kind, **more):
        desk.answer({"kind": kind, "number": 7, "view": "v", **more})
        json.dumps(sent[-1])
        assert (sent[-1]["number"], sent[-1]["view"]) == (7, "v")
        return sent[-1]

    ask_("open")
    return ask_


def place_of(project, words, document="Interview, Amira"):
    frame = project.documents().set_index("name")
    start = project.text(document).index(words)
    return {
        "document": frame.loc[document, "document"],
        "start": start,
        "end": start + len(words),
    }


def the_only(news):
    (card,) = news["news"]["cards"]
    return card


def test_every_configuration_is_a_card_with_counts_that_say_of_what(ask, project):
    told = ask("open")

    assert len(told["cards"]) == len(project.configurations())
    card = told["cards"][0]
    assert card["slots"]["mechanism"] == ["meningsfuldhed", "arbejdsidentitet"]
    assert {"passages", "documents", "cases", "groups", "supports"} <= set(card["counts"])
    assert told["words"]["undo"] == "Fortryd"
    assert told["words"]["slot_outcome"] == "O · Udkomme"


def test_a_configuration_begun_with_a_passage_has_it_as_its_evidence(ask, project):
    place = place_of(project, "Jeg startede med seks timer")

    answer = ask("configure", slots={"mechanism": ["meningsfuldhed"]}, place=place)

    card = the_only(answer)
    assert card["configuration"] == answer["configuration"]
    assert card["completeness"] == "fragment"
    assert card["counts"]["supports"] == 1
    mine = project.evidence()[lambda rows: rows["target"] == answer["configuration"]]
    assert mine["text"].tolist() == ["Jeg startede med seks timer"]


def test_nothing_is_changed_without_a_reason_and_every_version_is_told(ask):
    made = ask("configure", **EMPTY)["configuration"]
    refused = ask("change_configuration", configuration=made, values={"title": "Ny"}, reason=" ")
    moderators = [
        {"code": "god_tid", "on": "meningsfuldhed", "effect": "strengthens"},
        {"code": "organisering", "on": "god_tid", "effect": "precondition"},
    ]
    values = {"mechanism": ["meningsfuldhed"], "moderators": moderators}
    changed = ask("change_configuration", configuration=made, values=values, reason="Amira siger")
    again = ask("change_configuration", configuration=made, values=values, reason="Amira siger")

    assert "refused" in refused
    assert (changed["version"], again["version"]) == (2, 2)
    newest, first = ask("history", configuration=made)["versions"]
    assert newest["reason"] == "Amira siger"
    assert any("Meningsfuldhed" in words for words in newest["words"])
    assert {box["change"] for box in newest["picture"]["boxes"]} == {"added"}
    assert first["words"] == ["Den første version."]


def test_the_same_evidence_sent_again_is_one_row_and_others_are_told_what_changed(ask, project):
    made = ask("configure", **EMPTY)["configuration"]
    place = place_of(project, "Jeg startede med seks timer")
    ask("add_evidence", target=made, stance="contradicts", **place)

    again = ask("add_evidence", target=made, stance="contradicts", **place)

    assert again["twin"]
    (row,) = ask("evidence", target=made)["rows"]
    assert (row["stance"], row["text"]) == ("contradicts", "Jeg startede med seks timer")
    assert row["span"] == [place["start"], place["end"]]
    inferred = ask("change_evidence", evidence=row["evidence"], explicitness="inferred", note="")
    assert "refused" in inferred
    ask("change_evidence", evidence=row["evidence"], explicitness="inferred", note="min slutning")
    assert ask("evidence", target=made)["rows"][0]["note"] == "min slutning"
    ask("remove_evidence", evidence=row["evidence"])
    assert "refused" not in ask("remove_evidence", evidence=row["evidence"])
    assert ask("evidence", target=made)["rows"] == []


def test_a_relation_is_on_both_cards_and_undo_takes_it_back(ask):
    one, two = (ask("configure", **EMPTY)["configuration"] for _ in range(2))
    news = ask("relate", configuration=one, other=two, relation="rivals")["news"]

    assert {card["configuration"] for card in news["cards"]} == {one, two}
    taken = ask("undo")
    assert taken["sentence"].startswith("Fortrudt")
    assert [card["relations"] for card in taken["news"]["cards"]] == [[], []]


def test_what_another_does_is_told_when_the_page_looks(ask, project):
    assert "news" not in ask("look")
    with Project.open(project.path, coder="dorte") as other:
        other.configure(title="Hendes")

    assert the_only(ask("look"))["title"] == "Hendes"


def test_proposals_name_their_places_and_say_how_often_the_codes_stand_apart(ask):
    answer = ask("proposals", within="document", least=2)

    first = answer["proposals"][0]
    assert answer["found"] >= len(answer["proposals"]) > 1
    assert len(first["slots"]) >= 2
    assert {"document", "name", "span"} == set(first["places"][0])
    assert first["cases"] >= 2


def test_what_the_desk_does_not_understand_is_said(ask):
    assert "nonsense" in ask("nonsense")["refused"]
