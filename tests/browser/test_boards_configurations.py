"""The configuration board in the real JupyterLab: explanations built from what people said."""

from __future__ import annotations

import pytest
from boarding import (
    CANARIES,
    PAYLOAD,
    board_cells,
    choose_code,
    copy_project,
    give_reason,
    open_text,
    opened,
    picture,
    press,
    read_text,
    saved_notebook,
    select_words,
    serious_problems,
    wait_board,
    wait_said,
)
from chromium import PICTURES

pytestmark = pytest.mark.browser

AMIRA = "Interview, Amira · Sønderkær Kommune"


@pytest.fixture
def project(lab, request):
    return copy_project(lab, f"{request.node.name[:40]}.icmo")


@pytest.fixture
def page(open_notebook, project):
    page = open_notebook("configurations.ipynb", board_cells("ConfigurationBoard", project))
    wait_board(page)
    return page


def wait_cards(page, count):
    page.wait_for_selector(f'.icmo-configurations[data-cards="{count}"]')


def newest(lab, project):
    with opened(lab, project) as one:
        return one.configurations().iloc[-1].to_dict()


def test_by_keys_alone_an_explanation_is_built_from_the_text_and_changed_with_a_reason(
    page, lab, project
):
    before = int(page.get_attribute(".icmo-configurations", "data-cards"))
    page.click('[data-tab="text"]')
    read_text(page, AMIRA)
    press(page, "ArrowDown", "ArrowDown", "s", "n")
    choose_code(page, "meningsfuldhed")
    wait_cards(page, before + 1)
    made = newest(lab, project)
    assert made["mechanism"] == ("meningsfuldhed",)

    page.focus(".icmo-reader .icmo-text")
    press(page, "ArrowDown", "s", "2")
    wait_said(page, "taler imod: gemt")
    press(page, "ArrowDown", "t", "3")
    wait_said(page, "nuancerer: gemt")
    with opened(lab, project) as one:
        mine = one.evidence()[lambda rows: rows["target"] == made["configuration"]]
    assert sorted(mine["stance"]) == ["contradicts", "qualifies", "supports"]

    # One moderator, then another that acts on the first.
    press(page, "d")
    choose_code(page, "god tid")
    give_reason(page, "hun nævner tiden")
    wait_said(page, "version 2")
    page.focus(".icmo-reader .icmo-text")
    press(page, "b", "d")
    choose_code(page, "organisering")
    give_reason(page, "tiden kommer af organiseringen")
    wait_said(page, "version 3")
    page.focus('.icmo-current [data-stop="moderators-organisering"]')
    press(page, "Enter")
    page.wait_for_selector("dialog[open]")
    page.select_option("dialog select >> nth=1", "precondition")
    page.select_option("dialog select >> nth=2", label="God tid og få sager")
    page.click("dialog .icmo-save")
    give_reason(page, "uden den er der ingen tid")
    wait_said(page, "version 4")
    assert page.locator(".icmo-current .icmo-below").count() == 1
    assert newest(lab, project)["moderators"][1] == {
        "code": "organisering",
        "on": "god_tid",
        "effect": "precondition",
    }

    press(page, "h")
    page.wait_for_selector(".icmo-versions li >> nth=3")
    history = page.text_content(".icmo-versions")
    assert "uden den er der ingen tid" in history
    assert page.locator(".icmo-versions svg .icmo-added").count() > 0
    page.focus('.icmo-current [data-stop="title"]')
    press(page, "u")
    wait_said(page, "Fortrudt")
    page.wait_for_selector(".icmo-current .icmo-below", state="detached")
    assert newest(lab, project)["version"] == 3


def test_by_mouse_codes_are_dragged_onto_slots_and_evidence_argues(page, lab, project):
    first = page.locator(".icmo-configuration").first
    first.locator(".icmo-title").click()
    page.click('[data-tab="codes"]')
    page.fill(".icmo-sheet-codes .icmo-search", "tillid til")
    page.locator(".icmo-sheet-codes .icmo-chip").first.drag_to(
        first.locator('[data-slot="outcome"][role="group"]')
    )
    give_reason(page, "det siger flere")
    wait_said(page, "version 2")
    with opened(lab, project) as one:
        assert len(one.configurations().iloc[0]["outcome"]) == 2

    page.click('[data-tab="text"]')
    open_text(page, AMIRA)
    select_words(page, "Jeg startede med seks timer")
    page.click('[data-act="act_contradicts"]')
    wait_said(page, "taler imod: gemt")
    page.click('[data-tab="evidence"]')
    words = page.locator(".icmo-words", has_text="Jeg startede med seks timer").filter(
        has_text="cilla"
    )
    words.locator('[aria-label="nuancerer"]').click()
    page.wait_for_selector(".icmo-words.icmo-is-qualifies:has-text('cilla')")
    words.locator(".icmo-quote").click()
    page.wait_for_function(
        "[...CSS.highlights].some(([name, h]) => name.endsWith('-chosen') && h.size === 1)"
    )
    picture(page, PICTURES, "configuration_board")


def test_words_are_words_nothing_is_saved_in_the_notebook_and_two_kernels_meet(
    page, open_notebook, lab, project
):
    press(page, "Tab")
    page.focus(".icmo-current [data-stop]")
    press(page, "e")
    page.wait_for_selector("dialog[open]")
    page.fill("dialog input >> nth=0", PAYLOAD)
    page.fill("dialog textarea >> nth=1", PAYLOAD)
    page.locator("dialog input").last.fill(PAYLOAD)
    page.click("dialog .icmo-save")
    wait_said(page, "version 2")
    page.click('[data-tab="history"]')
    page.wait_for_selector(".icmo-versions li >> nth=1")
    assert PAYLOAD in page.text_content(".icmo-current .icmo-title")
    assert PAYLOAD in page.text_content(".icmo-versions")
    assert page.evaluate("window.ICMO_PWNED") is None

    for tab in ("evidence", "text", "codes", "proposals", "history"):
        page.click(f'[data-tab="{tab}"]')
        page.wait_for_timeout(250)
        assert serious_problems(page) == []
    saved = saved_notebook(page, lab, "configurations.ipynb")
    assert [word for word in (*CANARIES, PAYLOAD[:12]) if word in saved] == []

    other = open_notebook("other_board.ipynb", board_cells("ConfigurationBoard", project, "dorte"))
    wait_board(other)
    before = int(page.get_attribute(".icmo-configurations", "data-cards"))
    other.click(".icmo-top .icmo-save")
    wait_cards(page, before + 1)
    lab.kill_kernels()
    page.focus(".icmo-current [data-stop]")
    press(page, "s")
    page.wait_for_selector("dialog[open]")
    page.select_option("dialog select", "tested")
    page.locator("dialog input").fill("prøvet af")
    press(page, "Enter")
    wait_said(page, "version 3")
    with opened(lab, project) as one:
        assert "tested" in set(one.configurations()["status"])
