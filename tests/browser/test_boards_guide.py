"""The GUIDE board in the real JupyterLab: a principle rated, a claim written, statements sorted."""

from __future__ import annotations

import pytest
from boarding import (
    CANARIES,
    PAYLOAD,
    board_cells,
    choose_code,
    copy_project,
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

from icmo import Project
from icmo.demo import sample_folder

pytestmark = pytest.mark.browser

AMIRA = "Interview, Amira · Sønderkær Kommune"
CELL = '[data-cell="ressource_motivationsbaseret-E"]'


@pytest.fixture
def project(lab, request):
    name = copy_project(lab, f"{request.node.name[:40]}.icmo")
    with Project.open(lab.folder / name, coder="anna") as one:
        one.import_statements(sample_folder() / "statements.csv")
    return name


@pytest.fixture
def page(open_notebook, project):
    page = open_notebook("guide.ipynb", board_cells("GuideBoard", project))
    wait_board(page)
    return page


def test_arrows_in_a_box_of_the_board_choose_in_it_and_stay_there(page):
    page.focus('select[data-focus="guide-case"]')
    for number in (1, 2):
        press(page, "ArrowDown")
        page.wait_for_function(
            """number => document.activeElement.dataset.focus === 'guide-case'
                && document.activeElement.selectedIndex === number""",
            arg=number,
        )


def test_by_keys_a_principle_is_rated_and_a_claim_written(page, lab, project):
    page.focus('[data-cell][tabindex="0"]')
    press(page, "ArrowDown", "ArrowDown", "ArrowDown", "ArrowRight", "ArrowRight", "ArrowRight")
    press(page, "ArrowRight", "Enter")
    page.wait_for_selector(f'{CELL}[aria-pressed="true"]')
    page.wait_for_selector(".icmo-cell-sheet .icmo-levels")
    press(page, "3")
    page.wait_for_function("document.activeElement.tagName === 'TEXTAREA'")
    page.keyboard.type(PAYLOAD)
    press(page, "Control+Enter")
    wait_said(page, "Vurderingen er gemt")
    with opened(lab, project) as one:
        mine = one.ratings()[lambda rows: rows["judge"] == "cilla"]
    assert mine[["principle", "letter", "level"]].to_numpy().tolist() == [
        ["ressource_motivationsbaseret", "E", 3]
    ]
    page.wait_for_selector(".icmo-judges")
    assert PAYLOAD in page.text_content(".icmo-judges")

    page.focus('[data-tab="guide"]')
    press(page, "ArrowRight")
    page.focus(".icmo-claim-text[tabindex='0']")
    press(page, "n")
    page.wait_for_selector("dialog[open]")
    page.keyboard.type(f"Tid giver tillid. {PAYLOAD}")
    press(page, "Control+Enter")
    wait_said(page, "Gemt")
    page.wait_for_function(
        "document.querySelector('.icmo-claim-sheet h4').textContent.startsWith('Tid giver')"
    )
    assert "uden belæg" in page.text_content(".icmo-claim.icmo-current")
    page.click('.icmo-side [data-tab="text"]')
    read_text(page, AMIRA)
    press(page, "ArrowDown", "ArrowDown", "s", "1")
    wait_said(page, "støtter: gemt")
    with opened(lab, project) as one:
        claim = one.claims().iloc[-1]
    assert (claim["passages"], claim["supports"]) == (1, 1)
    page.wait_for_function(
        "document.querySelector('.icmo-claim.icmo-current').textContent.includes('tyndt')"
    )

    assert page.evaluate("window.ICMO_PWNED") is None


def test_by_keys_statements_are_sorted_and_tied_to_passages(page, lab, project):
    page.focus('[data-tab="guide"]')
    press(page, "ArrowRight", "ArrowRight")
    page.focus('[data-statement][tabindex="0"]')
    text = page.text_content(":focus")
    press(page, "Enter")
    choose_code(page, "jobskabelse")
    wait_said(page, "Sorteret og gemt")
    page.wait_for_selector('.icmo-theme[data-theme="t01_jobskabelse"] [data-statement]:focus')
    press(page, "a")
    choose_code(page, "fastholdelse")
    page.wait_for_selector('.icmo-theme[data-theme="t02_fastholdelse"]')
    page.focus('.icmo-theme[data-theme="t01_jobskabelse"] [data-statement]')
    press(page, "Alt+ArrowRight")
    page.wait_for_selector('.icmo-theme[data-theme="t02_fastholdelse"] [data-statement]:focus')
    with opened(lab, project) as one:
        mine = one.tags()[lambda rows: rows["coder"] == "cilla"]
    assert mine[["code", "text"]].to_numpy().tolist() == [["t02_fastholdelse", text]]
    press(page, "t")
    read_text(page, AMIRA)
    press(page, "ArrowDown", "s", "l")
    wait_said(page, "knyttet til udsagnet")
    page.click('.icmo-side [data-tab="about"]')
    page.wait_for_selector(".icmo-statement-sheet .icmo-quote")
    page.focus('.icmo-theme[data-theme="t02_fastholdelse"] [data-statement]')
    press(page, "u")
    wait_said(page, "Fortrudt")
    page.wait_for_selector(".icmo-statement-sheet .icmo-quote", state="detached")

    for tab in ("guide", "claims", "statements"):
        page.click(f'.icmo-top [data-tab="{tab}"]')
        page.wait_for_timeout(250)
        assert serious_problems(page) == []
    saved = saved_notebook(page, lab, "guide.ipynb")
    assert [word for word in (*CANARIES, PAYLOAD[:12], text) if word in saved] == []


def test_by_mouse_statements_are_dragged_and_passages_lead_to_the_text(page, lab, project):
    page.click('[data-cell="beskaeftigelsesorienteret-D"]')
    page.wait_for_selector(".icmo-cell-sheet .icmo-quote")
    assert "1 niveau fra hinanden" in page.text_content(".icmo-judges")
    picture(page, PICTURES, "guide_board")
    page.locator(".icmo-cell-sheet .icmo-quote").first.click()
    page.wait_for_function(
        "[...CSS.highlights].some(([name, h]) => name.endsWith('-chosen') && h.size === 1)"
    )
    page.click('[data-cell="beskaeftigelsesorienteret-meaningful"]')
    page.click('.icmo-side [data-tab="about"]')
    page.select_option(".icmo-cell-sheet select", "yes")
    page.click(".icmo-cell-sheet .icmo-save")
    wait_said(page, "Vurderingen er gemt")

    page.click('.icmo-top [data-tab="claims"]')
    page.click(".icmo-claim-text >> nth=3")
    page.wait_for_selector(".icmo-claim-sheet .icmo-quote")
    picture(page, PICTURES, "claims_board")
    page.click('.icmo-top [data-tab="statements"]')
    for theme in ("jobskabelse", "fastholdelse", "biografisk"):
        page.click('[data-focus="add-theme"]')
        choose_code(page, theme)
    for number, theme in enumerate(("t01_jobskabelse", "t02_fastholdelse", "t01_jobskabelse")):
        page.locator('.icmo-theme[data-theme=""] .icmo-statement').first.drag_to(
            page.locator(f'.icmo-theme[data-theme="{theme}"]')
        )
        lab.wait_until(lambda number=number: sorted_statements(lab, project) == number + 1)
        # The cards are drawn anew: the next one is taken when it stands still.
        page.wait_for_function(
            """number => document.querySelectorAll(
                '.icmo-theme:not([data-theme=""]) [data-statement]').length === number""",
            arg=number + 1,
        )
    page.click('.icmo-side [data-tab="text"]')
    open_text(page, AMIRA)
    select_words(page, "Jeg startede med seks timer")
    page.click('[data-act="act_unfold"]')
    wait_said(page, "knyttet til udsagnet")
    page.click('.icmo-side [data-tab="about"]')
    picture(page, PICTURES, "statement_board")
    page.click(".icmo-most summary")
    assert page.locator(".icmo-most-table tbody tr").count() == 2


def sorted_statements(lab, project):
    with opened(lab, project) as one:
        return int((one.tags()["coder"] == "cilla").sum())
