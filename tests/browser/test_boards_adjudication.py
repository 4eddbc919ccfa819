"""Adjudication in the real JupyterLab: two people code blind, then a difference is decided."""

from __future__ import annotations

import pytest
from boarding import (
    CANARIES,
    PAYLOAD,
    board_cells,
    choose_code,
    copy_project,
    give_reason,
    opened,
    picture,
    press,
    saved_notebook,
    serious_problems,
    wait_board,
    wait_said,
)
from chromium import PICTURES
from tagging import cells as tagger_cells
from tagging import count, tag, wait_count, wait_ready

from icmo import Project

pytestmark = pytest.mark.browser

NAME = "Interview, Zarmina"


@pytest.fixture
def project(lab, request):
    """The sample with one document that cilla and dorte are to code blind."""
    name = copy_project(lab, f"{request.node.name[:40]}.icmo")
    with Project.open(lab.folder / name, coder="anna") as one:
        own = one.tags(NAME)
        one.mark_done(NAME, done=False)
        one.assign(NAME, ["cilla", "dorte"])
        for row in own["tag"]:
            one.untag(row)
    return name


def words_of(lab, project):
    with opened(lab, project) as one:
        turns = one.turns(NAME)
    said = turns[turns["text"].str.len() > 60].iloc[1]["text"]
    return said[: said.index(" ", 40)]


def test_two_code_blind_in_two_browsers_and_a_difference_is_decided(open_notebook, lab, project):
    words = words_of(lab, project)
    one = open_notebook("cilla.ipynb", tagger_cells(NAME, "cilla", project))
    other = open_notebook("dorte.ipynb", tagger_cells(NAME, "dorte", project))
    wait_ready(one)
    wait_ready(other)
    tag(one, words, "meningsfuldhed")
    tag(other, words, "relationsdannelse")
    assert (count(one), count(other)) == (1, 1)
    board = open_notebook("adjudication.ipynb", board_cells("Adjudication", project, "cilla"))
    wait_board(board)
    document = board.locator("[data-document]", has_text=NAME)
    document.click()
    board.wait_for_selector(".icmo-blind")
    assert "cilla, dorte" in board.text_content(".icmo-blind")

    one.check(".icmo-tools input[type=checkbox]")
    other.check(".icmo-tools input[type=checkbox]")
    wait_count(one, 2)
    wait_count(other, 2)
    board.wait_for_selector(".icmo-place")
    board.wait_for_selector(".icmo-figures tbody tr")
    assert words in board.text_content(".icmo-sides")
    board.focus(".icmo-place-button")
    press(board, "1")
    board.wait_for_selector("dialog[open]")
    press(board, "Enter")
    board.wait_for_selector("dialog .icmo-warning:has-text('begrundelse')")
    give_reason(board, PAYLOAD)
    wait_said(board, "Afgjort og gemt")
    board.wait_for_selector('.icmo-place[data-decided="true"]')
    assert PAYLOAD in board.text_content(".icmo-verdict")
    assert board.evaluate("window.ICMO_PWNED") is None
    with opened(lab, project) as left:
        tags = left.tags(NAME)
    assert sorted(tags["coder"]) == ["cilla", "consensus", "dorte"]

    decide_otherwise(board, lab, project)
    assert serious_problems(board) == []
    saved = saved_notebook(board, lab, "adjudication.ipynb")
    assert [word for word in (*CANARIES, PAYLOAD[:12], words[:20]) if word in saved] == []
    board.locator("[data-document]", has_text="Egebæk").click()
    board.wait_for_selector(".icmo-place >> nth=3")
    picture(board, PICTURES, "adjudication")


def decide_otherwise(board, lab, project):
    """Take the decision back, and give the passage a third reading."""
    press(board, "u")
    wait_said(board, "Fortrudt")
    board.wait_for_selector('.icmo-place[data-decided="false"]')
    board.focus(".icmo-place-button")
    press(board, "t")
    board.wait_for_selector(".icmo-reader .icmo-turn")
    board.wait_for_function("document.activeElement.classList.contains('icmo-text')")
    press(board, "k")
    choose_code(board, "problemløsning")
    give_reason(board, "noget tredje")
    board.wait_for_selector('.icmo-place[data-decided="true"]')
    with opened(lab, project) as left:
        tags = left.tags(NAME)
    assert tags[tags["coder"] == "consensus"]["code"].tolist() == ["problemloesning"]
