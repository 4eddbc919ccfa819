"""`icmo tag`: a page for tagging without a notebook."""

from __future__ import annotations

import pytest
from chromium import PICTURES
from tagging import NAME, cells, choose, press, tag, tags_of, to_text, wait_ready

from icmo.demo import fill_project
from icmo.workbench.full_page import command, write_notebook

pytestmark = pytest.mark.browser


def test_the_page_opens_by_itself_takes_the_window_and_tags(lab, browser):
    fill_project(lab.folder / "page.icmo")
    notebook = write_notebook(lab.folder, lab.folder / "page.icmo", "cilla", NAME)
    context = browser.new_context(viewport={"width": 1400, "height": 850})
    page = context.new_page()
    page.set_default_timeout(60_000)
    page.goto(lab.url(notebook.name))
    wait_ready(page)
    page.wait_for_selector(".icmo-full-page:popover-open")

    box = page.locator(".icmo-tagger").bounding_box()
    assert (box["x"], box["y"], box["width"], box["height"]) == (0, 0, 1400, 850)
    to_text(page)
    press(page, "Control+Home", "s", "/")
    choose(page, "mening")
    assert tags_of(lab, project="page.icmo")["code"].tolist() == ["meningsfuldhed"]
    page.screenshot(path=PICTURES / "tagger_page.png")
    context.close()


def test_the_command_opens_the_notebook_in_a_folder_of_its_own(tmp_path):
    notebook = write_notebook(tmp_path, tmp_path / "k.icmo", "anna", None)
    line = command(notebook, "--no-browser")

    assert line[-1] == "--no-browser"
    assert "--LabApp.default_url=/doc/tree/k.ipynb" in line
    assert "full_page=True" in notebook.read_text(encoding="utf-8")


def test_notebook_7_shows_the_tagger_and_what_is_tagged_there_is_in_the_project(
    lab, open_notebook, filled_project
):
    (lab.folder / "seven.icmo").write_bytes(filled_project.read_bytes())
    page = open_notebook("seven.ipynb", cells(project="seven.icmo"), place="notebooks")
    wait_ready(page)
    assert page.evaluate("jupyterapp.name") == "Jupyter Notebook"
    tag(page, "Så er der en kontrakt, og der kommer en lønseddel", "mening")
    to_text(page)
    press(page, "Escape", "Control+Home", "s", "/")
    choose(page, "arbejdsid")

    codes = tags_of(lab, project="seven.icmo")["code"]
    assert sorted(codes) == ["arbejdsidentitet", "meningsfuldhed"]
    page.screenshot(path=PICTURES / "tagger_notebook.png")
