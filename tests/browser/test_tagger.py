"""The tagger in the real JupyterLab: what an evaluator does ends in the project file."""

from __future__ import annotations

import pytest
from chromium import PICTURES
from tagging import (
    NAME,
    cells,
    choose,
    count,
    press,
    select,
    spoken,
    tag,
    tags_of,
    to_text,
    wait_count,
    wait_ready,
    wait_said,
)

from icmo import Project
from icmo.demo import fill_project

pytestmark = pytest.mark.browser

WORDS = "Så er der en kontrakt, og der kommer en lønseddel"


@pytest.fixture
def project(lab, request):
    """A fresh project for every test, beside the notebook."""
    name = f"{request.node.name[:40]}.icmo"
    if not (lab.folder / "sample.icmo").exists():
        fill_project(lab.folder / "sample.icmo")
    (lab.folder / name).write_bytes((lab.folder / "sample.icmo").read_bytes())
    return name


@pytest.fixture
def page(open_notebook, project):
    page = open_notebook("tagging.ipynb", cells(project=project))
    wait_ready(page)
    return page


def test_words_selected_with_the_mouse_are_tagged_and_the_tag_is_removed_again(page, lab, project):
    tag(page, WORDS, "mening")

    tags = tags_of(lab, project=project)
    with Project.open(lab.folder / project) as opened:
        text = opened.text(NAME)
    assert tags[["code", "text"]].to_numpy().tolist() == [["meningsfuldhed", WORDS]]
    assert text[tags["start"][0] : tags["end"][0]] == WORDS
    assert page.text_content(".icmo-status") == "Mærket og gemt: Meningsfuldhed"
    painted = page.evaluate(
        "[...CSS.highlights].filter(([name]) => name.endsWith('-mechanism')).map(([, h]) => h.size)"
    )
    assert painted[0] >= 1
    page.screenshot(path=PICTURES / "tagger.png")

    mark = f'.icmo-mark[data-tag="{tags["tag"][0]}"]'
    page.click(mark)
    page.click(".icmo-card .icmo-remove")
    page.wait_for_selector(mark, state="detached")
    wait_said(page, "Fjernet og gemt")

    assert len(tags_of(lab, project=project)) == 0


def test_by_keyboard_alone_one_tags_retags_notes_moves_bounds_and_undoes(page, lab, project):
    to_text(page)
    press(page, "Control+Home")
    assert spoken(page).endswith("Så")
    press(page, "ArrowDown", "ArrowRight", "Shift+ArrowRight")
    words = spoken(page).split(": ", 1)[1]
    press(page, "/")
    choose(page, "løsning")

    assert tags_of(lab, project=project)["text"].tolist() == [words]
    assert tags_of(lab, project=project)["code"].tolist() == ["problemloesning"]

    press(page, "p")
    wait_said(page, "Ændret")
    press(page, "s", ".")
    wait_said(page, "Mærket")
    wait_count(page, count(page))
    page.wait_for_function("document.activeElement.classList.contains('icmo-text')")
    press(page, "n")
    page.keyboard.type("se her, æøå")
    press(page, "Control+Enter")
    wait_said(page, "Ændret")
    press(page, "Escape")
    noted = tags_of(lab, project=project)
    assert sorted(noted["note"]) == ["", "se her, æøå"]
    assert noted["polarity"].dropna().tolist() == ["promotes"]

    press(page, "]")
    length = len(tags_of(lab, project=project))
    press(page, "Escape", "u")
    wait_said(page, "Fortrudt")
    press(page, "u")
    page.wait_for_function(
        "document.querySelector('.icmo-status').textContent.includes('Fortrudt')"
    )
    press(page, "U")
    wait_said(page, "Gjort om")
    assert len(tags_of(lab, project=project)) <= length


def test_the_ends_of_a_tag_are_moved_by_keys_and_by_dragging(page, lab, project):
    tag(page, "Og så sagde hun", "arbejdsid")
    mine = tags_of(lab, project=project)["tag"][0]
    page.click(f'.icmo-mark[data-tag="{mine}"]')
    to_text(page)
    press(page, "Shift+ArrowLeft")
    wait_said(page, "Ændret")
    assert tags_of(lab, project=project)["text"].tolist() == ["Og så sagde"]
    press(page, "Alt+ArrowRight")
    page.wait_for_function(
        "document.querySelector('.icmo-spoken').textContent.endsWith('så sagde')"
    )
    assert tags_of(lab, project=project)["text"].tolist() == ["så sagde"]

    handle = page.locator('.icmo-handle[data-side="start"]')
    box = handle.bounding_box()
    page.mouse.move(box["x"] + 4, box["y"] + box["height"] / 2)
    page.mouse.down()
    page.mouse.move(box["x"] - 12, box["y"] + box["height"] / 2, steps=5)
    page.mouse.up()
    page.wait_for_function(
        "document.querySelector('.icmo-status').textContent.startsWith('Ændret')"
    )
    lab.wait_until(lambda: tags_of(lab, project=project)["text"].tolist() == ["Og så sagde"])


def test_a_double_click_takes_the_sentence_and_a_triple_click_the_turn(page):
    spot = page.evaluate(
        """() => {
            const said = document.querySelectorAll('.icmo-said')[1];
            const range = document.createRange();
            range.setStart(said.firstChild, 10);
            range.setEnd(said.firstChild, 11);
            const { left, top } = range.getBoundingClientRect();
            return [left + 2, top + 6];
        }"""
    )
    chosen = """() => [...CSS.highlights].filter(([name]) => name.endsWith('-chosen'))
        .flatMap(([, h]) => [...h]).map((r) => r.startContainer.data.slice(r.startOffset, r.endOffset))"""
    page.mouse.dblclick(*spot)
    page.wait_for_selector(".icmo-palette:not([hidden])")
    assert page.evaluate(chosen) == ["Mette, jeg er sagsbehandler."]
    press(page, "Escape")
    page.mouse.click(*spot, click_count=3)
    page.wait_for_function(f"({chosen})()[0]?.endsWith('siden foråret 2020.')")


def test_several_codes_on_one_excerpt_pinned_keys_and_redo(page, lab, project):
    page.click('[data-code="meningsfuldhed"] .icmo-pin')
    select(page, WORDS)
    page.keyboard.type("arbejdsid")
    before = count(page)
    press(page, "Control+Enter")
    wait_count(page, before + 1)
    press(page, "Escape", "1")
    wait_count(page, before + 2)

    tags = tags_of(lab, project=project)
    assert sorted(tags["code"]) == ["arbejdsidentitet", "meningsfuldhed"]
    assert set(tags["text"]) == {WORDS}


def test_hovering_tagged_words_shows_code_definition_coder_and_polarity(page):
    first = page.locator(".icmo-mark").first
    label = first.locator(".icmo-mark-label").text_content()
    box = first.bounding_box()
    page.mouse.move(box["x"] + 20, box["y"] + 8)
    page.wait_for_selector(".icmo-card:not([hidden])")

    card = page.text_content(".icmo-card")
    assert label in card
    assert "anna" in card or "bo" in card


def test_words_are_found_in_all_forms_looked_at_and_tagged_together(page, lab, project):
    to_text(page)
    press(page, "f")
    page.keyboard.type("lønseddel")
    page.select_option(".icmo-sheet-search select >> nth=0", "forms")
    page.click(".icmo-sheet-search .icmo-save")
    page.wait_for_selector(".icmo-hits li")
    assert page.locator(".icmo-hits input:not([disabled])").count() == 0
    words = set(page.locator(".icmo-hits strong").all_text_contents())
    assert {"lønseddel", "lønsedlen"} <= words
    number = page.locator(".icmo-hits li").count()
    to_text(page)
    for place in range(number):
        press(page, "g")
        wait_said(page, f"Sted {place + 1} af")
    for box in page.locator(".icmo-hits input").all():
        box.check()
    before = count(page)
    page.click(".icmo-tag-hits")
    page.wait_for_selector(".icmo-palette:not([hidden])")
    page.keyboard.type("arbejdsid")
    press(page, "Enter")
    wait_count(page, before + number)

    assert set(tags_of(lab, project=project)["text"]) == words


def test_a_new_code_is_made_on_the_fly_and_put_on_the_excerpt(page, lab, project):
    select(page, WORDS)
    page.click(".icmo-palette-foot button:has-text('Ny kode')")
    page.wait_for_selector("dialog[open] input")
    page.fill("dialog input[lang=da]", "Papir på det")
    page.fill("dialog textarea[lang=da]", "Noget skriftligt giver tryghed.")
    before = count(page)
    page.click("dialog .icmo-save")
    wait_count(page, before + 1)

    assert tags_of(lab, project=project)["code"].tolist() == ["papir_paa_det"]


def test_the_text_is_corrected_after_its_consequences_were_shown(page, lab, project):
    tag(page, "Et kvarters tid.", "opfølgning")
    to_text(page)
    press(page, "e")
    page.wait_for_selector("dialog[open] textarea")
    said = page.input_value("dialog textarea")
    page.fill("dialog textarea", said.replace("hver fredag", "hver eneste fredag"))
    page.click("dialog .icmo-save")
    page.wait_for_function("document.querySelector('dialog .icmo-warning').textContent !== ''")
    page.click("dialog .icmo-save")
    wait_said(page, "Teksten er rettet")

    with Project.open(lab.folder / project) as opened:
        assert "hver eneste fredag" in opened.text(NAME)
    assert tags_of(lab, project=project)["text"].tolist() == ["Et kvarters tid."]


def test_documents_are_filtered_and_opened_and_one_gets_back(page):
    to_text(page)
    press(page, "d")
    page.wait_for_selector(".icmo-document")
    names = page.locator(".icmo-document-name")
    assert names.count() >= 2
    other = names.filter(has_not_text=NAME).first
    name = other.text_content()
    other.click()
    page.wait_for_function(
        "name => document.querySelector('.icmo-name').textContent === name", arg=name
    )
    to_text(page)
    press(page, "b")
    page.wait_for_function(
        "name => document.querySelector('.icmo-name').textContent === name", arg=NAME
    )


def test_python_turns_the_page_to_a_tag(open_notebook, project):
    jump = "tagger.show(project.tags()[lambda f: f['code'] == 'arbejdsidentitet']['tag'].iloc[0])"
    page = open_notebook("tagging.ipynb", [*cells(project=project), jump])
    wait_ready(page)

    page.wait_for_function(
        "[...CSS.highlights].some(([name, h]) => name.endsWith('-chosen') && h.size === 1)"
    )


def test_after_a_reload_everything_is_there_and_can_be_undone(page, lab, project):
    before = count(page)
    tag(page, WORDS, "mening")
    page.evaluate("jupyterapp.commands.execute('docmanager:save')")
    page.reload()
    page.wait_for_function("() => window.jupyterapp?.shell?.currentWidget?.sessionContext?.isReady")
    wait_ready(page)
    wait_count(page, before + 1)
    to_text(page)
    press(page, "u")
    wait_count(page, before)

    assert len(tags_of(lab, project=project)) == 0


def test_when_the_kernel_is_started_anew_the_page_says_so_and_catches_up(page, lab, project):
    before = count(page)
    page.evaluate("jupyterapp.shell.currentWidget.sessionContext.session.kernel.interrupt()")
    select(page, WORDS)
    page.keyboard.type("mening")
    lab.stop_kernels()
    press(page, "Enter")
    page.wait_for_selector(".icmo-lost:not([hidden])")
    assert "Kernen svarer ikke; 1 handling venter" in page.text_content(".icmo-lost")
    kept = page.evaluate("JSON.stringify(sessionStorage)")
    assert "meningsfuldhed" in kept
    assert "lønseddel" not in kept
    lab.resume_kernels()
    wait_count(page, before + 1)
    page.wait_for_selector(".icmo-lost", state="hidden")

    lab.kill_kernels()
    tag(page, "Nu er jeg kollega", "arbejdsid")
    assert set(tags_of(lab, project=project)["code"]) == {"meningsfuldhed", "arbejdsidentitet"}


def test_two_browsers_at_once_see_each_others_tags(page, open_notebook, lab, project):
    other = open_notebook("other.ipynb", cells(coder="dorte", project=project))
    wait_ready(other)
    before = count(page)
    tag(page, WORDS, "mening")
    wait_count(other, before + 1)
    tag(other, "Et kvarters tid.", "opfølgning")
    wait_count(page, before + 2)

    assert len(tags_of(lab, "dorte", project=project)) == 1


def test_a_notebook_saved_with_the_tagger_open_holds_no_word_of_the_interview(page, lab):
    tag(page, WORDS, "mening")
    page.evaluate("jupyterapp.commands.execute('docmanager:save')")
    page.wait_for_function("!jupyterapp.shell.currentWidget.context.model.dirty")

    saved = (lab.folder / "tagging.ipynb").read_text(encoding="utf-8")
    assert "tagger" in saved
    canaries = ("lønseddel", "lønsedlen", "plejehjemskøkkenet", "e-Boks")
    assert [word for word in canaries if word in saved] == []


def test_words_after_an_emoji_are_tagged_where_they_stand(open_notebook, lab, project):
    words = "kollega på arbejdet"
    file = lab.folder / "emoji.txt"
    file.write_text(
        f"Interviewer: Hvordan går det?\n\nAmira: Godt 😀👍🏽 jeg er {words}, æøå.\n",
        encoding="utf-8",
    )
    with Project.open(lab.folder / project, coder="cilla") as opened:
        opened.import_documents(file)
    page = open_notebook("emoji.ipynb", cells("emoji", project=project))
    wait_ready(page)
    tag(page, words, "arbejdsid")

    assert words in tags_of(lab, project=project)["text"].tolist()


def test_without_the_highlight_api_the_words_are_painted_with_spans(open_notebook, lab, project):
    page = open_notebook("tagging.ipynb", cells(project=project), script="delete window.Highlight;")
    wait_ready(page)
    tag(page, WORDS, "mening")

    assert tags_of(lab, project=project)["text"].tolist() == [WORDS]
    assert WORDS in "".join(page.locator(".icmo-in-mechanism").all_text_contents())


def test_a_document_of_60000_words_with_5000_tags_is_shown_and_tagged(open_notebook, lab):
    from long_document import write_long_project

    write_long_project(lab.folder / "long.icmo", words=60_000, tags=5_000)
    page = open_notebook("long.ipynb", cells("long", project="long.icmo"))
    wait_ready(page)
    assert count(page) == 5_000
    to_text(page)
    press(page, "Control+End", "s", "/")
    choose(page, "mening")

    assert len(tags_of(lab, project="long.icmo")) == 1


def test_a_screen_reader_finds_names_for_everything_and_axe_no_serious_problem(page):
    from axe_playwright_python import sync_playwright as axe

    for key in (None, "/", "d", "?"):
        if key:
            to_text(page)
            press(page, "s", key)
            page.wait_for_timeout(200)
        found = axe.Axe().run(page, context=".icmo-tagger").response["violations"]
        serious = [one for one in found if one["impact"] in ("serious", "critical")]
        assert [(one["id"], one["nodes"][0]["html"][:200]) for one in serious] == []
        press(page, "Escape")
