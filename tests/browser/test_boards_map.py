"""The map in the real JupyterLab: from a line to the words, and back."""

from __future__ import annotations

import pytest
from boarding import (
    CANARIES,
    PAYLOAD,
    board_cells,
    copy_project,
    picture,
    press,
    saved_notebook,
    serious_problems,
    wait_board,
)
from chromium import PICTURES

from icmo import Project

pytestmark = pytest.mark.browser


@pytest.fixture
def project(lab, request):
    name = copy_project(lab, f"{request.node.name[:40]}.icmo")
    with Project.open(lab.folder / name, coder="anna") as one:
        first = one.configurations()["configuration"][0]
        one.change_configuration(first, "prøve", title=PAYLOAD)
    return name


@pytest.fixture
def page(open_notebook, project):
    page = open_notebook("map.ipynb", board_cells("MapView", project))
    wait_board(page)
    return page


def nodes(page):
    return int(page.get_attribute(".icmo-map", "data-nodes"))


def wait_nodes(page, test):
    page.wait_for_function(
        f"(() => {{ const n = Number(document.querySelector('.icmo-map').dataset.nodes); return {test}; }})()"
    )


def test_by_keys_a_line_is_followed_to_the_words_and_back_and_the_map_is_filtered(page):
    whole = nodes(page)
    page.focus('[data-node="mechanism:meningsfuldhed"]')
    page.wait_for_selector(".icmo-behind")
    assert PAYLOAD in page.text_content(".icmo-sheet-behind")
    press(page, "ArrowRight")
    page.wait_for_function("document.activeElement.dataset.line?.startsWith('mechanism:mening')")
    page.wait_for_function(
        "document.querySelector('.icmo-spoken').textContent.includes('fører til')"
    )
    line = page.evaluate("document.activeElement.dataset.line")
    press(page, "Enter")
    words = page.text_content(":focus")
    press(page, "Enter")
    page.wait_for_selector(".icmo-reader .icmo-turn")
    page.wait_for_function(
        "words => document.querySelector('.icmo-spoken').textContent.trim() === words.trim()",
        arg=words,
    )
    press(page, "b")
    assert page.text_content(":focus") == words
    press(page, "b")
    assert page.evaluate("document.activeElement.dataset.line") == line
    press(page, "ArrowRight")
    assert page.evaluate("document.activeElement.dataset.node").startswith("outcome:")

    before = page.get_attribute("svg.icmo-map", "viewBox")
    press(page, "+", "Shift+ArrowRight")
    assert page.get_attribute("svg.icmo-map", "viewBox") != before
    press(page, "0")
    assert page.get_attribute("svg.icmo-map", "viewBox") == before
    press(page, "f", "Space")
    wait_nodes(page, f"n < {whole}")
    assert page.locator('[data-node^="intervention:"]').count() == 0
    press(page, "Space")
    wait_nodes(page, f"n === {whole}")
    page.focus('[data-node="mechanism:meningsfuldhed"]')
    press(page, "t", "Enter")
    page.wait_for_selector('th[aria-sort="ascending"]')
    assert serious_problems(page) == []


def test_by_mouse_the_map_is_moved_and_narrowed_and_nothing_of_it_is_saved(page, lab):
    room = page.locator("svg.icmo-map").bounding_box()
    before = page.get_attribute("svg.icmo-map", "viewBox")
    page.mouse.move(room["x"] + 10, room["y"] + room["height"] - 10)
    page.mouse.wheel(0, -300)
    page.wait_for_function(
        "before => document.querySelector('svg.icmo-map').getAttribute('viewBox') !== before",
        arg=before,
    )
    zoomed = page.get_attribute("svg.icmo-map", "viewBox")
    page.mouse.down()
    page.mouse.move(room["x"] + 90, room["y"] + room["height"] - 60, steps=4)
    page.mouse.up()
    assert page.get_attribute("svg.icmo-map", "viewBox") != zoomed
    page.click('.icmo-zooms button[title*="(0)"]')
    page.click('[data-node="mechanism:problemloesning"]')
    page.wait_for_selector(".icmo-behind .icmo-quote")
    picture(page, PICTURES, "map_view")

    page.select_option('[data-focus="filter-case"]', "Ravnsø Kommune")
    wait_nodes(page, "n > 0 && n < 50")
    page.focus('[data-focus="filter-least"]')
    press(page, "ArrowUp", "ArrowUp")
    wait_nodes(page, "n === 0")
    assert "Intet at vise" in page.text_content(".icmo-described")
    assert page.evaluate("window.ICMO_PWNED") is None
    saved = saved_notebook(page, lab, "map.ipynb")
    assert [word for word in (*CANARIES, PAYLOAD[:12]) if word in saved] == []
