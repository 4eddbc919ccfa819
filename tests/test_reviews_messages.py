"""The review widgets without a browser: what they answer to the messages of a page."""

from __future__ import annotations

import json

import pytest

import icmo
from icmo.codebook import Codebook
from icmo.workbench.reviewing import surroundings

TALK = """Mette: Godt 😀 vi lavede en under-
søgelse, og det var en undersßgelse af kvin derne.

Amira: Min sagsbehandler hed Fatima Hassan, og Fatima ringede til  mig. Jeg læste om Zorkbladet der.
"""


@pytest.fixture
def project(tmp_path):
    (tmp_path / "talk.txt").write_text(TALK, encoding="utf-8")
    book = Codebook.load("kib")
    with icmo.Project.create(tmp_path / "kib.icmo", book, coder="anna", language="en") as project:
        project.import_documents(tmp_path / "talk.txt")
        yield project


class Page:
    """What a page sends to a widget and hears from it."""

    def __init__(self, widget):
        self.widget = widget
        self.heard = []
        widget.send = self.heard.append

    def ask(self, **message):
        self.widget._handle_custom_msg(message, [])  # noqa: SLF001  as a page would
        # What a page hears must fit into a message.
        return json.loads(json.dumps(self.heard[-1]))


@pytest.fixture
def repairs(project):
    return Page(icmo.RepairReview(project, "talk"))


@pytest.fixture
def pseudonyms(project):
    return Page(icmo.PseudonymReview(project, "talk"))


def proposal_of(answer, before):
    return next(one for one in answer["proposals"] if one["before"] == before)


def person_of(answer, name):
    return next(one for one in answer["persons"] if one["name"] == name)


def test_a_proposal_is_shown_with_its_whole_word_and_the_sentence_around_it(repairs):
    answer = repairs.ask(kind="open")

    cut = proposal_of(answer, "under-\nsøgelse")
    assert cut["after"] == "undersøgelse"
    assert cut["lead"].endswith("vi lavede en ")
    assert cut["tail"].startswith(", og det var")
    assert "Amira" not in cut["tail"]


def test_the_id_of_a_proposal_counts_as_the_browser_counts(repairs, project):
    answer = repairs.ask(kind="open")

    start, end = (int(place) for place in proposal_of(answer, "undersßgelse")["id"].split("-"))
    units = project.text("talk").encode("utf-16-le")
    assert units[2 * start : 2 * end].decode("utf-16-le") == "undersßgelse"


def test_accepted_repairs_are_one_act_of_the_project(repairs, project):
    answer = repairs.ask(kind="open")
    ids = [proposal_of(answer, one)["id"] for one in ("under-\nsøgelse", "undersßgelse")]

    after = repairs.ask(kind="apply", accepted=ids, rejected=[])

    assert "en undersøgelse, og det var en undersøgelse af" in project.text("talk")
    assert after["sentence"].startswith("2 repairs are now in the project")
    assert project.history()["act"].tolist().count("repair") == 1
    project.undo()
    assert project.text("talk") == TALK


def test_what_was_rejected_stays_rejected_where_it_stands_after_the_repair(repairs):
    answer = repairs.ask(kind="open")
    accepted = proposal_of(answer, "under-\nsøgelse")["id"]
    rejected = proposal_of(answer, "undersßgelse")["id"]

    after = repairs.ask(kind="apply", accepted=[accepted], rejected=[rejected])

    assert after["rejected"] == [proposal_of(after, "undersßgelse")["id"]]


def test_a_replacement_that_a_person_wrote_stands_for_the_whole_word_shown(repairs, project):
    answer = repairs.ask(kind="open")
    id_ = proposal_of(answer, "under-\nsøgelse")["id"]

    edits = repairs.ask(kind="edit", id=id_, after="rundspørge 😀")["edits"]
    repairs.ask(kind="apply", accepted=[id_], rejected=[])

    assert edits == {id_: "rundspørge 😀"}
    assert "vi lavede en rundspørge 😀, og det" in project.text("talk")


def test_an_edited_replacement_is_still_there_when_the_page_opens_again(repairs):
    id_ = proposal_of(repairs.ask(kind="open"), "undersßgelse")["id"]
    repairs.ask(kind="edit", id=id_, after="granskning")

    assert repairs.ask(kind="open")["edits"] == {id_: "granskning"}


def test_a_text_changed_elsewhere_is_not_repaired_but_shown_again(repairs, project):
    id_ = proposal_of(repairs.ask(kind="open"), "undersßgelse")["id"]
    changed = TALK.replace("Godt", "Ganske godt")
    project.replace_text("talk", changed)

    after = repairs.ask(kind="apply", accepted=[id_], rejected=[])

    assert project.text("talk") == changed
    assert "changed elsewhere" in after["sentence"]
    assert proposal_of(after, "undersßgelse")["id"] != id_


def test_a_message_that_fits_nothing_is_refused_in_a_sentence(repairs, pseudonyms):
    repairs.ask(kind="open")
    pseudonyms.ask(kind="open")

    answers = [
        repairs.ask(kind="apply", accepted=["1-2"], rejected=[], number=7),
        pseudonyms.ask(kind="decide", id="1-2", replacement="X", accepted=True, number=7),
    ]

    for answer in answers:
        assert answer["kind"] == "refused"
        assert answer["number"] == 7
        assert "Run the cell again" in answer["sentence"]


def test_an_unknown_document_is_refused_by_its_name(project):
    for widget in (icmo.RepairReview, icmo.PseudonymReview):
        with pytest.raises(icmo.Error, match="takl"):
            widget(project, "takl")


def test_neither_widget_shows_or_keeps_words_of_people(repairs, pseudonyms):
    for page in (repairs, pseudonyms):
        page.ask(kind="open")
        kept = json.dumps(page.widget.get_state(), default=str) + repr(page.widget)

        assert [word for word in ("Fatima", "søgelse", "Amira") if word in kept] == []


def test_a_person_is_shown_with_all_forms_and_their_sentences(pseudonyms):
    person = person_of(pseudonyms.ask(kind="open"), "Fatima Hassan")

    assert set(person["forms"]) == {"Fatima Hassan", "Fatima"}
    assert [place["text"] for place in person["places"]] == ["Fatima Hassan", "Fatima"]
    assert person["suggestion"].startswith("Woman")


def test_one_decision_covers_all_forms_and_is_in_the_project(pseudonyms, project):
    person = person_of(pseudonyms.ask(kind="open"), "Fatima Hassan")

    answer = pseudonyms.ask(kind="decide", id=person["id"], replacement="Leyla", accepted=True)

    assert answer["decided"][person["id"]] == {"verdict": "a", "replacement": "Leyla", "by": "anna"}
    finds = project.pseudonym_finds("talk")
    own = finds[finds["person"] == "Fatima Hassan"]
    assert own["replacement"].tolist() == ["Leyla", "Leyla"]
    assert "Fatima" in project.text("talk")


def test_a_pseudonym_that_holds_the_name_or_is_empty_is_refused(pseudonyms):
    id_ = person_of(pseudonyms.ask(kind="open"), "Fatima Hassan")["id"]

    holds = pseudonyms.ask(kind="decide", id=id_, replacement="Fatima 2", accepted=True)
    empty = pseudonyms.ask(kind="decide", id=id_, replacement=" ", accepted=True)

    assert "holds the name" in holds["sentence"]
    assert "is empty" in empty["sentence"]


def test_a_leftover_is_settled_as_no_one_or_as_a_person(pseudonyms, project):
    answer = pseudonyms.ask(kind="open")
    left = next(one for one in answer["leftovers"] if one["text"] == "Zorkbladet")
    id_ = person_of(answer, "Fatima Hassan")["id"]
    pseudonyms.ask(kind="decide", id=id_, replacement="Leyla", accepted=True)

    settled = pseudonyms.ask(kind="settle", ids=[left["id"]], person=id_)

    assert left["id"] in settled["settled"]
    frame = project.pseudonym_leftovers("talk")
    assert frame.set_index("text").loc["Zorkbladet", "settled"]


def test_undo_takes_back_what_was_done_here_and_nothing_else(pseudonyms, project):
    answer = pseudonyms.ask(kind="open")
    id_ = person_of(answer, "Fatima Hassan")["id"]
    pseudonyms.ask(kind="decide", id=id_, replacement="Leyla", accepted=True)
    tag = project.tag("talk", 0, 5, "meningsfuldhed")

    refused = pseudonyms.ask(kind="undo")
    project.untag(tag)
    project.undo()
    project.undo()
    answer = pseudonyms.ask(kind="undo")

    assert "elsewhere in the project" in refused["sentence"]
    assert answer["decided"] == {}
    assert pseudonyms.ask(kind="undo")["sentence"] == "There is nothing to undo here."


def test_a_second_reader_signs_off_and_the_one_who_decided_may_not(pseudonyms, project):
    answer = pseudonyms.ask(kind="open")
    for person in answer["persons"]:
        answer = pseudonyms.ask(
            kind="decide", id=person["id"], replacement=person["suggestion"], accepted=True
        )
    ids = [one["id"] for one in pseudonyms.ask(kind="open")["leftovers"]]
    answer = pseudonyms.ask(kind="settle", ids=ids, person="")
    assert answer["state"] == pseudonyms.widget.state == "decided"

    assert "second reader" in pseudonyms.ask(kind="sign")["sentence"]
    with icmo.Project.open(project.path, coder="bo") as other:
        page = Page(icmo.PseudonymReview(other))
        page.ask(kind="open")
        signed = page.ask(kind="sign")

    assert signed["state"] == "signed off"
    assert "Signed off by bo" in signed["sentence"]
    assert pseudonyms.ask(kind="open")["state_label"] == "signed off"


def test_without_a_document_all_are_offered_and_a_project_without_any_says_so(project, tmp_path):
    (tmp_path / "more.txt").write_text("Bo: Jeg hedder Bo.\n", encoding="utf-8")
    project.import_documents(tmp_path / "more.txt")
    page = Page(icmo.PseudonymReview(project))
    names = [one["name"] for one in page.ask(kind="open")["documents"]]
    chosen = next(one for one in page.heard[-1]["documents"] if one["name"] == "talk")

    answer = page.ask(kind="choose", document=chosen["document"])

    assert names == ["more", "talk"]
    assert (answer["name"], person_of(answer, "Fatima Hassan")["kind"]) == ("talk", "person")
    book = Codebook.load("kib")
    with (
        icmo.Project.create(tmp_path / "empty.icmo", book, coder="anna") as empty,
        pytest.raises(icmo.Error, match="import_documents"),
    ):
        icmo.PseudonymReview(empty)


@pytest.mark.parametrize(
    ("text", "word", "around"),
    [
        ("Før. Her er ordet nu. Efter.", "ordet", ("Her er ", " nu.")),
        ("ordet", "ordet", ("", "")),
        ("Et afsnit\n\nmed ordet\n\nog et til", "ordet", ("med ", "")),
        ("Hun sagde: f.eks. ordet, ikke?", "ordet", ("Hun sagde: f.eks. ", ", ikke?")),
    ],
)
def test_a_place_is_shown_in_its_sentence(text, word, around):
    start = text.index(word)

    assert surroundings(text, start, start + len(word)) == around


def test_a_long_sentence_is_cut_at_words():
    text = "ord " * 200 + "her " + "ord " * 200
    before, after = surroundings(text, text.index("her"), text.index("her") + 3)

    assert before.startswith("… ord ")
    assert after.endswith(" ord …")
