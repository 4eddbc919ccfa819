"""The tagger in the real JupyterLab: what an evaluator does with a mouse ends in the project file."""

from __future__ import annotations

import pytest
from chromium import PICTURES

from icmo import Project

pytestmark = pytest.mark.browser

NAME = "Gruppeinterview, Nørrevang"
WORDS = "Så er der en kontrakt, og der kommer en lønseddel"
OPEN = [
    "import icmo\nproject = icmo.Project.open('kib.icmo', coder='cilla')",
    f"tagger = icmo.Tagger(project, {NAME!r})\ntagger",
]
#: Where the first and the last character of some words are drawn on the page.
PLACES = """(words) => {
    for (const said of document.querySelectorAll('.icmo-said')) {
        const at = said.textContent.indexOf(words);
        if (at < 0) continue;
        said.scrollIntoView({ block: 'center' });
        const box = (from, to) => {
            const range = document.createRange();
            range.setStart(said.firstChild, from);
            range.setEnd(said.firstChild, to);
            const { left, right, top, bottom } = range.getBoundingClientRect();
            return { left, right, y: (top + bottom) / 2 };
        };
        return [box(at, at + 1), box(at + words.length - 1, at + words.length)];
    }
}"""


def select(page, words):
    first, last = page.evaluate(PLACES, words)
    page.mouse.move(first["left"] + 1, first["y"])
    page.mouse.down()
    page.mouse.move((first["left"] + last["right"]) / 2, (first["y"] + last["y"]) / 2, steps=4)
    page.mouse.move(last["right"] - 1, last["y"], steps=4)
    page.mouse.up()


def put_code(page, typed, code):
    page.fill(".icmo-search", typed)
    before = int(page.get_attribute(".icmo-tagger", "data-tags"))
    page.click(f'[data-code="{code}"]')
    page.wait_for_function(
        f"document.querySelector('.icmo-tagger').dataset.tags === '{before + 1}'"
    )


def tags_of(lab, coder):
    with Project.open(lab.folder / "kib.icmo") as project:
        tags = project.tags()
        return tags[tags["coder"] == coder].reset_index(drop=True)


@pytest.fixture
def tagger_page(open_notebook):
    page = open_notebook("tagging.ipynb", OPEN)
    page.wait_for_selector('.icmo-tagger[data-ready="1"]')
    return page


def test_words_selected_with_the_mouse_are_tagged_in_the_project_file_and_untagged_again(
    tagger_page, lab
):
    page = tagger_page
    select(page, WORDS)
    put_code(page, "mening", "meningsfuldhed")

    tags = tags_of(lab, "cilla")
    with Project.open(lab.folder / "kib.icmo") as project:
        text = project.text(NAME)
    assert tags[["code", "text"]].to_numpy().tolist() == [["meningsfuldhed", WORDS]]
    assert text[tags["start"][0] : tags["end"][0]] == WORDS
    painted = page.evaluate(
        "[...CSS.highlights].filter(([name]) => name.endsWith('-mechanism')).map(([, h]) => h.size)"
    )
    assert painted[0] >= 1
    page.screenshot(path=PICTURES / "tagger.png")

    turn = page.locator(".icmo-turn", has_text=WORDS)
    mine = turn.locator(".icmo-mark", has=page.locator('[title$="(cilla)"]'))
    mine.locator(".icmo-remove").click()
    mine.wait_for(state="detached")

    assert len(tags_of(lab, "cilla")) == 0


def test_a_click_on_a_code_without_a_selection_says_what_to_do(tagger_page):
    page = tagger_page
    page.evaluate("getSelection().removeAllRanges()")
    page.click('[data-code="meningsfuldhed"]')

    assert page.text_content(".icmo-status") == "Markér først noget i teksten."


def test_a_notebook_saved_with_the_tagger_open_holds_no_word_of_the_interview(tagger_page, lab):
    page = tagger_page
    page.evaluate("jupyterapp.commands.execute('docmanager:save')")
    page.wait_for_function("!jupyterapp.shell.currentWidget.context.model.dirty")

    saved = (lab.folder / "tagging.ipynb").read_text(encoding="utf-8")
    assert "tagger" in saved
    assert [
        word for word in ("lønseddel", "lønsedlen", "plejehjemskøkkenet", "e-Boks") if word in saved
    ] == []


def test_words_after_an_emoji_are_tagged_where_they_stand(open_notebook, lab):
    words = "kollega på arbejdet"
    file = lab.folder / "emoji.txt"
    file.write_text(
        f"Interviewer: Hvordan går det?\n\nAmira: Godt 😀👍🏽 jeg er {words}, æøå.\n",
        encoding="utf-8",
    )
    with Project.open(lab.folder / "kib.icmo", coder="cilla") as project:
        project.import_documents(file)
    page = open_notebook("emoji.ipynb", [OPEN[0], "icmo.Tagger(project, 'emoji')"])
    page.wait_for_selector('.icmo-tagger[data-ready="1"]')

    select(page, words)
    put_code(page, "arbejdsid", "arbejdsidentitet")

    assert words in tags_of(lab, "cilla")["text"].tolist()
