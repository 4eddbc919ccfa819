"""The tagger's desk: what a page asks for, answered as the page will get it."""

from __future__ import annotations

import json
import queue
import re
from pathlib import Path

import pytest

from icmo import Codebook, Project
from icmo.documents.forms import find_forms
from icmo.workbench.pages import composed
from icmo.workbench.tagger import desk as desk_module
from icmo.workbench.tagger.desk import TaggerDesk
from icmo.workbench.tagger.telling import words_of

TEXT = "Interviewer: Hvordan går det?\n\nAmira: Godt 😀👍🏽 jeg er kollega på arbejdet, æøå.\n"


@pytest.fixture
def project(tmp_path):
    file = tmp_path / "amira.txt"
    file.write_text(TEXT, encoding="utf-8")
    other = tmp_path / "bo.txt"
    other.write_text("Bo: Opgaverne var gode. En opgave hver dag.\n", encoding="utf-8")
    codebook = Codebook.load("kib")
    with Project.create(tmp_path / "p.icmo", codebook, coder="anna") as project:
        project.import_documents([file, other])
        yield project


@pytest.fixture
def answers(project):
    """Asks the desk and gives its answer; everything sent can be written as JSON."""
    sent = []
    desk = TaggerDesk(project, sent.append)
    numbers = iter(range(1, 1000))

    def ask(kind, document="amira", **more):
        number = next(numbers)
        desk.answer({"kind": kind, "document": document, "number": number, "view": "v", **more})
        json.dumps(sent[-1])
        assert (sent[-1]["number"], sent[-1]["view"]) == (number, "v")
        return sent[-1]

    ask.sent = sent
    ask("open")
    return ask


def place(words, text=TEXT):
    """Where words stand, as a browser counts."""
    start = len(text[: text.index(words)].encode("utf-16-le")) // 2
    return {"start": start, "end": start + len(words.encode("utf-16-le")) // 2}


def test_a_document_is_told_with_its_turns_codes_and_words_in_the_projects_language(answers):
    told = answers("open")

    assert [turn["speaker"] for turn in told["turns"]] == ["Interviewer", "Amira"]
    assert told["turns"][1]["text"].startswith("Godt 😀")
    assert told["words"]["undo"] == "Fortryd"
    assert {"label", "definition", "letter", "line", "family"} <= set(told["codes"][0])


def test_a_tag_is_in_the_project_before_the_answer_says_so(answers, project):
    answer = answers("tag", **place("kollega på arbejdet"), code="arbejdsidentitet")

    assert project.tags()["text"].tolist() == ["kollega på arbejdet"]
    (row,) = answer["news"]["rows"]
    assert row[:3] == [answer["tag"], "arbejdsidentitet", "anna"]
    assert row[3:5] == list(place("kollega på arbejdet").values())


def test_the_same_tag_sent_again_is_one_tag(answers, project):
    first = answers("tag", **place("kollega"), code="arbejdsidentitet")
    again = answers("tag", **place("kollega"), code="arbejdsidentitet")

    assert again["tag"] == first["tag"]
    assert again["twin"]
    assert len(project.tags()) == 1


def test_a_tag_that_is_gone_already_can_be_removed_again(answers):
    tag = answers("tag", **place("kollega"), code="arbejdsidentitet")["tag"]

    assert answers("untag", tag=tag)["news"]["gone"] == [tag]
    assert "refused" not in answers("untag", tag=tag)


def test_bounds_that_would_cut_an_emoji_are_widened(answers, project):
    thumb = place("👍🏽")
    answers("tag", start=thumb["start"] + 1, end=thumb["end"] - 1, code="arbejdsidentitet")

    assert project.tags()["text"].tolist() == ["👍🏽"]


def test_bounds_polarity_and_note_of_a_tag_are_changed(answers, project):
    tag = answers("tag", **place("kollega"), code="arbejdsidentitet")["tag"]
    answers("change", tag=tag, **place("er kollega"))
    answers("change", tag=tag, polarity="promotes")
    answer = answers("change", tag=tag, note="vigtig")

    row = project.tags().iloc[0]
    assert (row["text"], row["polarity"], row["note"]) == ("er kollega", "promotes", "vigtig")
    assert answer["news"]["rows"][0][5:7] == ["promotes", "vigtig"]


def test_undo_and_redo_are_told_and_shown(answers, project):
    tag = answers("tag", **place("kollega"), code="arbejdsidentitet")["tag"]
    undone = answers("undo")

    assert undone["news"]["gone"] == [tag]
    assert "arbejdsidentitet" in undone["sentence"]
    assert answers("redo")["news"]["rows"][0][0] == tag
    assert len(project.tags()) == 1


def test_what_another_kernel_did_comes_with_the_next_look(answers, project):
    with Project.open(project.path, coder="bo") as other:
        tag = other.tag("amira", 0, 11, "meningsfuldhed")

    assert [row[0] for row in answers("look")["news"]["rows"]] == [tag]
    assert "news" not in answers("look")


def test_what_another_kernel_did_comes_with_ones_own_act(answers, project):
    with Project.open(project.path, coder="bo") as other:
        other.tag("amira", 0, 11, "meningsfuldhed")
    answer = answers("tag", **place("kollega"), code="arbejdsidentitet")

    assert {row[2] for row in answer["news"]["rows"]} == {"anna", "bo"}


def test_a_page_is_opened_anew_when_somebody_corrected_its_text(answers, project):
    version = answers("open")["version"]
    with Project.open(project.path, coder="bo") as other:
        other.replace_text("amira", TEXT.replace("Godt", "Rigtig godt"))

    assert answers("look", version=version)["news"]["reopen"]
    version = answers("open")["version"]
    assert "news" not in answers("look", version=version), answers.sent[-1]


def test_a_refusal_is_a_sentence_under_the_messages_number(answers):
    assert answers("tag", **place("Godt"), code="xyz")["refused"]
    assert "dance" in answers("dance")["refused"]
    assert answers("search", sought="(", how="pattern")["refused"]


def test_a_place_outside_the_text_is_refused_and_nothing_is_tagged(answers, project):
    with pytest.raises(ValueError, match="outside a text"):
        answers("tag", start=5, end=9_999, code="meningsfuldhed")

    assert answers.sent[-1]["refused"]
    assert project.tags().empty


def test_sentences_come_beside_what_the_page_asks_for(project):
    told = queue.Queue()
    desk = TaggerDesk(project, told.put)
    desk.answer({"kind": "sentences", "document": "amira", "number": 1, "view": "v"})

    answer = told.get(timeout=60)
    assert answer["number"] == 1
    assert answer["sentences"][:2] == list(place("Hvordan går det?").values())


@pytest.mark.parametrize(
    ("sought", "how", "words"),
    [
        ("opgave", "exact", ["Opgave", "opgave"]),
        ("opgave", "forms", ["Opgaverne", "opgave"]),
        (r"\bE\w+", "pattern", ["En"]),
    ],
)
def test_words_are_found_as_written_in_all_forms_and_by_pattern(answers, sought, how, words):
    hits = answers("search", sought=sought, how=how, here=False)["hits"]

    assert [hit["words"] for hit in hits if hit["name"] == "bo"] == words


def test_words_are_sought_in_what_was_said_and_not_in_who_said_it(answers):
    told = answers("open")
    seeks = {"sought": "r", "how": "exact"}
    here = answers("search", told["document"], here=True, **seeks)["hits"]
    everywhere = answers("search", here=False, **seeks)["hits"]

    assert answers("search", sought="Amira", how="exact", here=False)["hits"] == []
    said = sum(turn["text"].count("r") for turn in told["turns"])
    assert len(here) == said
    assert here == [hit for hit in everywhere if hit["document"] == told["document"]]


def test_forms_of_several_words_are_found_as_a_run():
    text = "De store opgaver. En stor opgave."

    assert [text[a:b] for a, b in find_forms(text, "stor opgave")] == [
        "store opgaver",
        "stor opgave",
    ]


def test_hits_are_tagged_as_one_act_and_none_twice(answers, project):
    hits = answers("search", sought="opgave", how="forms", here=False)["hits"]
    spans = [[hit["document"], hit["start"], hit["end"]] for hit in hits]

    assert answers("tag_many", code="meningsfuldhed", spans=spans)["count"] == 2
    assert answers("tag_many", code="meningsfuldhed", spans=spans)["count"] == 0
    answers("undo")
    assert len(project.tags()) == 0


def test_a_new_code_goes_into_the_projects_codebook_and_can_be_taken_back(answers, project):
    answer = answers(
        "new_code",
        book="kib",
        family="mechanism",
        label={"da": "Blåt håb", "en": ""},
        definition={"da": "At håbe.", "en": "To hope."},
    )

    assert "refused" not in answer, answer
    assert answer["code"] == "blaat_haab"
    assert project.codebook["blaat_haab"].label == {"da": "Blåt håb", "en": "Blåt håb"}
    project.undo()
    assert "blaat_haab" not in project.codebook


def test_a_correction_is_shown_before_it_is_done(answers, project):
    answers("tag", **place("kollega på arbejdet"), code="arbejdsidentitet")
    words = "Godt 😀👍🏽 jeg er kollega på arbejdet, æøå."
    asked = {**place(words), "text": "Fint. Jeg er kollega på arbejdet."}

    assert answers("correct", **asked)["outcomes"] == {"moved": 1}
    assert "Godt" in project.text("amira")
    answers("correct", **asked, carry_out=True)
    assert "Fint." in project.text("amira")
    assert project.tags()["text"].tolist() == ["kollega på arbejdet"]


def test_documents_are_told_with_how_far_one_has_come(answers, project):
    answers("tag", **place("kollega"), code="arbejdsidentitet")
    answers("done", done=True)
    told = {one["name"]: one for one in answers("documents")["documents"]}

    assert told["amira"]["mine"] == 1
    assert told["amira"]["share"] == round(7 / len(project.text("amira")), 4)
    assert told["amira"]["done"]
    assert (told["bo"]["tags"], told["bo"]["done"]) == (0, False)


def test_memos_are_told_with_what_they_are_about(answers):
    tag = answers("tag", **place("kollega"), code="arbejdsidentitet")["tag"]
    answers("memo", on=tag, about="tag", text="Se på ordet")
    memos = answers("memo", on="meningsfuldhed", about="code", text="Uklar")["memos"]

    assert [(memo["text"], memo["name"]) for memo in memos] == [
        ("Uklar", "Meningsfuldhed"),
        ("Se på ordet", "Arbejdsidentitet"),
    ]


def test_a_tag_meant_for_an_older_text_goes_with_its_words(answers, project):
    version = answers("open")["version"]
    project.replace_text("amira", TEXT.replace("Godt 😀👍🏽 jeg", "Godt! Jo, altså, jeg"))
    answer = answers("tag", **place("på arbejdet"), code="arbejdsidentitet", version=version)

    assert project.tags()["text"].tolist() == ["på arbejdet"]
    assert answer["news"]["reopen"]


def test_a_tag_on_words_that_somebody_corrected_meanwhile_is_refused(answers, project):
    version = answers("open")["version"]
    project.replace_text("amira", TEXT.replace("på arbejdet", "i køkkenet"))
    asked = {**place("på arbejdet"), "version": version}

    assert "rettet netop de ord" in answers("tag", **asked, code="tillid")["refused"]
    assert "rettet netop de ord" in answers("correct", **asked, text="hjemme")["refused"]
    assert len(project.tags()) == 0
    assert "køkkenet" in project.text("amira")


def test_hits_found_in_an_older_text_are_tagged_where_the_words_stand_now(answers, project):
    (hit,) = answers("search", sought="kollega", how="exact", here=False)["hits"]
    project.replace_text("amira", TEXT.replace("Hvordan går det?", "Hvordan går det så i dag?"))
    span = [hit["document"], hit["start"], hit["end"], hit["version"]]
    answers("tag_many", code="arbejdsidentitet", spans=[span])

    assert project.tags()["text"].tolist() == ["kollega"]


def test_what_is_sent_again_is_not_done_twice(answers, project):
    tag = answers("tag", **place("kollega"), code="arbejdsidentitet")["tag"]
    new = {
        "book": "kib",
        "family": "mechanism",
        "label": {"da": "Håb"},
        "definition": {"da": "Tro."},
    }
    for again in (False, True):
        answers("memo", on=tag, about="tag", text="Se på ordet", again=again)
        assert answers("new_code", **new, again=again)["code"] == "haab"
        answers("untag", tag=tag, again=again)

    assert len(project.memos()) == 1
    assert [code for code in project.codebook.labels() if code.startswith("haab")] == ["haab"]
    assert len(project.tags()) == 0


def test_a_new_desk_says_what_is_gone_from_a_page_that_stood_before(answers, project):
    gone, stays = (
        answers("tag", **place(words), code="arbejdsidentitet")["tag"]
        for words in ("kollega", "arbejdet")
    )
    project.untag(gone)
    sent = []
    ask = {"kind": "look", "document": "amira", "have": [gone, stays], "number": 1, "view": "v"}
    TaggerDesk(project, sent.append).answer(ask)

    assert sent[0]["news"]["gone"] == [gone]
    assert [row[0] for row in sent[0]["news"]["rows"]] == [stays]


def test_a_mistake_of_ours_reaches_the_page_in_words_and_the_log_as_it_is(answers, monkeypatch):
    monkeypatch.setattr(TaggerDesk, "_on_memos", lambda _desk, _message: 1 / 0)

    with pytest.raises(ZeroDivisionError):
        answers("memos")
    assert "Kør cellen igen" in answers.sent[-1]["refused"]


def test_no_answer_to_an_act_holds_a_word_of_the_interview(answers):
    answers.sent.clear()
    tag = answers("tag", **place("kollega"), code="arbejdsidentitet")["tag"]
    answers("change", tag=tag, polarity="hinders")
    answers("undo")
    answers("look")

    assert "kollega" not in json.dumps(answers.sent, ensure_ascii=False)


def test_every_word_told_is_used_and_every_word_used_is_told():
    folder = Path(desk_module.__file__).parent
    page = composed(folder / "tagger.js")
    desks = [*folder.glob("*.py"), folder.parent / "answering.py"]
    python = "".join(path.read_text("utf-8") for path in desks)
    told = {name.removesuffix(".one") for name in words_of("da")}
    begun = tuple(re.findall(r"word\(`([a-z]+_)\$", page))
    asked = set(re.findall(r"""(?:\bword|\.say)\(\s*"([a-z_]+)\"""", page))

    used = {name for name in told if f'"{name}"' in page or f'"tagger.{name}"' in python}
    assert {name for name in told - used if not name.startswith(begun)} == set()
    assert asked - told == set()
