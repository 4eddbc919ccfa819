"""Adjudication's desk: blind until both have finished; differences decided with a reason."""

from __future__ import annotations

import json

import pytest

from icmo import Codebook, Project
from icmo.workbench.adjudication.desk import AdjudicationDesk
from icmo.workbench.adjudication.differences import compare
from icmo.workbench.tagger.opened import Opened
from icmo.workbench.tagger.telling import memos_of

TEXT = "Amira: Jeg er kollega på arbejdet nu. Opgaverne giver mening for mig.\n"
WORK, SENSE = "kollega på arbejdet", "Opgaverne giver mening"


@pytest.fixture
def path(tmp_path):
    """A document that anna and bo code, each on her or his own."""
    file = tmp_path / "amira.txt"
    file.write_text(TEXT, encoding="utf-8")
    path = tmp_path / "p.icmo"
    with Project.create(path, Codebook.load("kib"), coder="anna") as project:
        project.import_documents(file)
        project.assign("amira", ["anna", "bo"])
        tag(project, WORK, "arbejdsidentitet")
        tag(project, SENSE, "meningsfuldhed")
    with Project.open(path, coder="bo") as project:
        tag(project, WORK, "arbejdsidentitet")
        tag(project, "mening", "relationsdannelse")
    return path


def tag(project, words, code):
    start = project.text("amira").index(words)
    return project.tag("amira", start, start + len(words), code)


def finish(path):
    for coder in ("anna", "bo"):
        with Project.open(path, coder=coder) as project:
            project.mark_done("amira")


@pytest.fixture
def project(path):
    with Project.open(path, coder="anna") as project:
        yield project


@pytest.fixture
def ask(project):
    sent = []
    desk = AdjudicationDesk(project, sent.append)

    def ask_(kind, **more):
        desk.answer({"kind": kind, "number": 4, "view": "v", **more})
        json.dumps(sent[-1], allow_nan=False)
        return sent[-1]

    return ask_


def the_place(ask):
    document = ask("open")["shared"][0]["document"]
    (place,) = ask("differences", document=document)["places"]
    tags = [one["tag"] for side in place["sides"].values() for one in side]
    return document, place, tags


def seen_by(path, coder):
    with Project.open(path, coder=coder) as project:
        return {row[2] for row in Opened(project, "amira").everything()}


def test_two_code_blind_until_both_have_finished(path, ask, project):
    assert seen_by(path, "anna") == {"anna"}
    assert seen_by(path, "cilla") == {"anna", "bo"}  # who only looks is not one of the two
    (shared,) = ask("open")["shared"]
    assert shared["waiting"] == ["anna", "bo"]
    assert "open" not in shared
    assert "anna, bo" in ask("differences", document=shared["document"])["refused"]

    project.mark_done("amira")
    assert seen_by(path, "anna") == {"anna"}
    finish(path)
    assert seen_by(path, "anna") == {"anna", "bo"}


def test_a_memo_on_a_tag_that_may_not_be_seen_is_not_told_either(path, project):
    with Project.open(path, coder="bo") as other:
        mine = other.tags()[lambda rows: rows["coder"] == "bo"]["tag"].iloc[0]
        other.memo(mine, "bos tanke")

    assert memos_of(project) == []
    finish(path)
    assert [memo["text"] for memo in memos_of(project)] == ["bos tanke"]


def test_what_both_tagged_alike_is_no_difference(path, ask):
    finish(path)
    _, place, _ = the_place(ask)

    codes = {coder: [one["code"] for one in side] for coder, side in place["sides"].items()}
    assert codes == {"anna": ["meningsfuldhed"], "bo": ["relationsdannelse"]}
    assert SENSE in place["text"]


@pytest.mark.parametrize(
    ("choice", "codes"),
    [
        ("one", ["meningsfuldhed"]),
        ("other", ["relationsdannelse"]),
        ("both", ["meningsfuldhed", "relationsdannelse"]),
        ("neither", []),
        ("third", ["problemloesning"]),
    ],
)
def test_a_decision_is_a_layer_of_its_own_with_its_reason_and_the_originals_stay(
    path, ask, project, choice, codes
):
    finish(path)
    document, place, tags = the_place(ask)
    before = project.tags()
    third = {"start": place["span"][0], "end": place["span"][0] + 9, "code": "problemloesning"}
    given = {"document": document, "tags": tags, "choice": choice}
    assert "refused" in ask("adjudicate", **given, reason=" ", **third)

    answer = ask("adjudicate", **given, reason="hun siger det selv", **third)

    after = project.tags()
    consensus = after[after["coder"] == "consensus"]
    assert sorted(consensus["code"]) == codes
    assert set(before["tag"]) <= set(after["tag"])
    assert answer["news"]["shared"][0]["open"] == 0
    _, decided, _ = the_place(ask)
    assert decided["decided"]
    assert decided["reason"].endswith("hun siger det selv")
    assert decided["by"].startswith("anna")
    assert project.check().empty

    ask("undo")
    assert not the_place(ask)[1]["decided"]
    assert "consensus" not in set(project.tags()["coder"])


def test_what_is_alike_goes_into_the_consensus_as_one_act(path, ask, project):
    finish(path)
    document, _, _ = the_place(ask)

    assert ask("take_agreed", document=document)["count"] == 1
    consensus = project.tags()[lambda rows: rows["coder"] == "consensus"]
    assert consensus["text"].tolist() == [WORK]
    assert ask("differences", document=document)["agreed_open"] == 0


def test_agreement_is_told_in_figures_and_words(path, ask):
    finish(path)
    rows = ask("agreement", coders=["anna", "bo"])["rows"]

    assert rows[0]["name"]
    assert 0 < rows[0]["f1"] < 1
    assert any(row["note"] for row in rows)
    alike = next(row for row in rows if row["name"] == "Arbejdsidentitet")
    assert alike["f1"] == 1


def test_tags_that_share_half_their_text_are_one_difference_and_others_are_not():
    def one(tag, coder, start, end, code="x"):
        return {
            "tag": tag,
            "coder": coder,
            "start": start,
            "end": end,
            "code": code,
            "polarity": None,
        }

    tags = [
        one("1", "a", 0, 10),
        one("2", "b", 4, 14),
        one("3", "a", 30, 40),
        one("4", "b", 39, 60),
    ]
    agreed, places = compare(tags, "a", "b")

    assert agreed == []
    assert [place.tags for place in places] == [["1", "2"], ["3"], ["4"]]
