"""The whole workbench on one screen, in the real JupyterLab."""

from __future__ import annotations

import pytest
from boarding import CANARIES, copy_project, press, saved_notebook, serious_problems
from chromium import PICTURES
from tagging import wait_ready

pytestmark = pytest.mark.browser


def test_every_part_is_a_sheet_of_one_screen_and_python_turns_to_the_words(
    open_notebook, lab, request
):
    project = copy_project(lab, f"{request.node.name[:30]}.icmo")
    cells = [
        f"import icmo\nproject = icmo.Project.open({project!r}, coder='cilla')",
        "board = icmo.Workbench(project)\nboard",
    ]
    page = open_notebook("workbench.ipynb", cells)
    wait_ready(page)
    page.focus(".icmo-sheets [aria-selected=true]")
    for part in ("configurations", "guide", "adjudication", "map", "exchange"):
        press(page, "ArrowRight")
        page.wait_for_selector(f'.icmo-{part}.icmo-board[data-ready="1"]')
        assert page.locator(".icmo-screen > [role=tabpanel]:not([hidden])").count() == 1
        page.focus(".icmo-sheets [aria-selected=true]")
    press(page, "ArrowLeft")
    page.wait_for_selector("[data-node] >> visible=true")
    page.screenshot(path=PICTURES / "workbench.png")
    assert serious_problems(page, ".icmo-screen") == []
    saved = saved_notebook(page, lab, "workbench.ipynb")
    assert [word for word in CANARIES if word in saved] == []

    page.click('.icmo-sheets [data-sheet="0"]')
    page.focus(".icmo-tagger .icmo-text")
    press(page, "s")
    press(page, "c")
    board = page.locator(".icmo-configurations .icmo-reader .icmo-text")
    board.and_(page.locator(":focus")).wait_for()
    handed = page.text_content(".icmo-configurations .icmo-spoken")
    assert handed
    assert page.text_content(".icmo-tagger .icmo-spoken").endswith(handed)
    press(page, "1")
    page.wait_for_selector(".icmo-configurations .icmo-status:has-text('gemt')")

    page.evaluate(
        """() => jupyterapp.shell.currentWidget.sessionContext.session.kernel
            .requestExecute({ code: "board.show(project.documents()['document'].iloc[2], 40, 80)" }).done"""
    )
    page.wait_for_selector('.icmo-screen[data-sheet="0"]')
    page.wait_for_function(
        "[...CSS.highlights].some(([name, h]) => name.endsWith('-chosen') && h.size === 1)"
    )
