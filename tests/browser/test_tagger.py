"""The tagger in the real JupyterLab: what an evaluator does ends in the project file."""

from __future__ import annotations

import subprocess
import sys

import pytest
from axe_playwright_python.sync_playwright import Axe
from chromium import PICTURES
from tagging import (
    NAME,
    cells,
    choose,
    count,
    kill_kernels,
    press,
    select,
    spoken,
    tag,
    tags_of,
    to_text,
    wait_count,
    wait_ready,
    wait_said,
    wear,
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
    before = count(page)
    press(page, "s", ".")
    wait_count(page, before + 1)
    wait_said(page, "Mærket")
    press(page, "n")
    page.wait_for_selector(".icmo-note:focus")
    page.keyboard.type("se her, æøå")
    press(page, "Control+Enter")
    wait_said(page, "Ændret")
    page.wait_for_selector(".icmo-card", state="hidden")
    first, second = tags_of(lab, project=project).sort_values("created").to_dict("records")
    assert (first["note"], first["polarity"]) == ("", "promotes")
    assert (second["note"], second["code"]) == ("se her, æøå", "problemloesning")

    press(page, "u")
    wait_said(page, "Fortrudt")
    assert sorted(tags_of(lab, project=project)["note"]) == ["", ""]
    press(page, "u")
    wait_count(page, before)
    press(page, "U")
    wait_count(page, before + 1)
    press(page, "]", "x")
    wait_said(page, "Fjernet")
    assert len(tags_of(lab, project=project)) == 1


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
        "document.querySelector('.icmo-spoken').textContent.endsWith(': så sagde')"
    )
    assert tags_of(lab, project=project)["text"].tolist() == ["så sagde"]

    handle = page.locator('.icmo-handle[data-side="start"]')
    box = handle.bounding_box()
    page.mouse.move(box["x"] + 4, box["y"] + box["height"] / 2)
    page.mouse.down()
    page.mouse.move(box["x"] - 12, box["y"] + box["height"] / 2, steps=5)
    page.mouse.up()
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


def test_stripes_stand_beside_their_words_whatever_the_window_does(page):
    for width in (820, 1500):
        page.set_viewport_size({"width": width, "height": 950})
        page.evaluate(
            "[...document.querySelectorAll('.icmo-turn')].at(-1).scrollIntoView();"
            "document.querySelector('.icmo-text').scrollTop = 0"
        )
        page.locator(".icmo-bar").first.wait_for(state="attached")
        page.evaluate("document.querySelector('.icmo-bar')?.scrollIntoView()")
    # Every stripe is as high as the words it stands for: a line at the least.
    page.wait_for_function(
        """() => {
            const seen = [...document.querySelectorAll('.icmo-bar')].filter((bar) => bar.checkVisibility({ contentVisibilityAuto: true }));
            return seen.length > 5 && seen.every((bar) => bar.offsetHeight > 12);
        }"""
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

    kill_kernels(page, lab)
    tag(page, "Nu er jeg kollega", "arbejdsid")
    assert set(tags_of(lab, project=project)["code"]) == {"meningsfuldhed", "arbejdsidentitet"}


def test_a_polarity_given_before_the_kernel_answers_goes_to_the_tag_being_made(page, lab, project):
    tag(page, WORDS, "mening")
    before = count(page)
    select(page, "Et kvarters tid.")
    page.keyboard.type("mening")
    lab.stop_kernels()
    press(page, "Enter", "p")
    page.wait_for_selector(".icmo-lost:not([hidden])")
    lab.resume_kernels()
    wait_count(page, before + 1)
    wait_said(page, "Ændret")

    tags = tags_of(lab, project=project).set_index("text")["polarity"]
    assert tags["Et kvarters tid."] == "promotes"
    assert tags.drop("Et kvarters tid.").isna().all()


def test_while_a_long_cell_runs_one_goes_on_and_every_act_is_done_once_and_in_order(
    page, lab, project
):
    before = count(page)
    page.evaluate(
        """() => {
            const { kernel } = jupyterapp.shell.currentWidget.sessionContext.session;
            window.ran = 'no';
            kernel.requestExecute({ code: 'import time; time.sleep(12)' }).done.then(() => (window.ran = 'yes'));
        }"""
    )
    tag(page, WORDS, "mening")
    to_text(page)
    press(page, "p")
    wait_said(page, "Ændret")
    press(page, "Escape", "Control+Home", "ArrowDown", ".", "ArrowDown", ".", "ArrowDown", ".", "u")
    wait_said(page, "Fortrudt")
    wait_count(page, before + 3)
    assert page.evaluate("window.ran") == "no"
    turns = page.locator(".icmo-said").all_text_contents()[:2]
    during = tags_of(lab, project=project).set_index("text")["polarity"]
    assert set(during.index) == {WORDS, *turns}
    assert during[WORDS] == "promotes"
    page.wait_for_function("window.ran === 'yes'")
    to_text(page)
    press(page, "U")
    wait_count(page, before + 4)

    with Project.open(lab.folder / project) as opened:
        acts = opened.history()[lambda lines: lines["coder"] == "cilla"]["act"].tolist()
    assert acts == ["tag", "change_tag", "tag", "tag", "tag", "undo", "redo"]


def test_arrows_in_a_box_of_the_panel_choose_in_it(page):
    to_text(page)
    press(page, "d")
    page.wait_for_selector(".icmo-document")
    before = page.locator(".icmo-document").count()
    page.focus(".icmo-sheet-documents select >> nth=0")
    press(page, "ArrowDown")
    page.wait_for_function(
        "before => document.querySelectorAll('.icmo-document').length < before", arg=before
    )
    assert page.evaluate("document.activeElement.matches('.icmo-sheet-documents select')")


def test_a_memo_waits_on_the_page_for_a_new_kernel_and_is_saved_once(page, lab, project):
    to_text(page)
    press(page, "k")
    page.fill("dialog textarea", "Spørg til papirerne")
    lab.stop_kernels()
    page.click("dialog .icmo-save")
    page.wait_for_selector(".icmo-lost:not([hidden])")
    assert page.input_value("dialog textarea") == "Spørg til papirerne"
    kill_kernels(page, lab)
    page.wait_for_selector(".icmo-dialog", state="detached")

    with Project.open(lab.folder / project) as opened:
        memos = opened.memos()
    assert memos["text"].tolist().count("Spørg til papirerne") == 1


def test_words_that_were_not_saved_when_the_page_closed_are_told_of_and_not_kept(page, lab):
    tag(page, WORDS, "mening")
    page.evaluate("jupyterapp.commands.execute('docmanager:save')")
    to_text(page)
    press(page, "n")
    page.fill(".icmo-note", "hemmelig tanke")
    lab.stop_kernels()
    press(page, "Control+Enter")
    page.wait_for_selector(".icmo-lost:not([hidden])")
    kept = page.evaluate("JSON.stringify(sessionStorage)")
    assert "unsaved" in kept
    assert "hemmelig" not in kept
    asked = []
    page.on("dialog", lambda dialog: (asked.append(dialog.type), dialog.accept()))
    page.reload(wait_until="commit")
    lab.resume_kernels()
    wait_ready(page)
    page.wait_for_selector(".icmo-unsaved:not([hidden])")

    assert asked == ["beforeunload"]
    assert "1 note, memo, rettelse" in page.text_content(".icmo-unsaved")


def test_an_undo_lost_with_the_kernel_is_never_done_twice(page, lab, project):
    for words in ("Et kvarters tid.", WORDS):
        tag(page, words, "mening")
    lab.stop_kernels()
    to_text(page)
    press(page, "Escape", "u")
    page.wait_for_selector(".icmo-lost:not([hidden])")
    kill_kernels(page, lab)
    page.wait_for_selector(".icmo-unsaved:not([hidden])")
    assert "uvist, om det blev gjort" in page.text_content(".icmo-unsaved")
    page.click(".icmo-unsaved button")

    assert len(tags_of(lab, project=project)) == 2
    press(page, "u")
    wait_said(page, "Fortrudt")
    assert len(tags_of(lab, project=project)) == 1


def test_a_note_is_saved_when_its_card_is_closed(page, lab, project):
    tag(page, WORDS, "mening")
    to_text(page)
    press(page, "n")
    page.fill(".icmo-note", "ikke glemt")
    press(page, "Escape")
    wait_said(page, "Ændret")

    assert tags_of(lab, project=project)["note"].tolist() == ["ikke glemt"]


def test_a_dialog_with_words_in_it_is_not_closed_by_one_slip(page):
    to_text(page)
    press(page, "k")
    page.fill("dialog textarea", "en tanke")
    press(page, "Escape")
    page.wait_for_function("document.querySelector('dialog .icmo-warning').textContent !== ''")
    assert page.input_value("dialog textarea") == "en tanke"
    page.keyboard.type(" mere")
    press(page, "Escape")
    page.wait_for_function("document.querySelector('dialog .icmo-warning').textContent !== ''")
    assert page.input_value("dialog textarea") == "en tanke mere"
    page.click("dialog button:has-text('Luk')")
    page.wait_for_selector(".icmo-dialog", state="detached")


def test_a_tag_lands_on_its_words_though_another_coder_corrects_the_text(page, lab, project):
    select(page, WORDS)
    with Project.open(lab.folder / project, coder="dorte") as other:
        text = other.text(NAME)
        begins = text.index(text.split(": ", 2)[1][:20])
        other.replace_text(NAME, f"{text[:begins]}Nå, altså, {text[begins:]}")
    page.wait_for_function(
        "document.querySelector('.icmo-text').textContent.includes('Nå, altså,')"
    )
    choose(page, "mening")

    assert tags_of(lab, project=project)["text"].tolist() == [WORDS]


def test_two_browsers_at_once_see_each_others_tags(page, open_notebook, lab, project):
    other = open_notebook("other.ipynb", cells(coder="dorte", project=project))
    wait_ready(other)
    before = count(page)
    tag(page, WORDS, "mening")
    wait_count(other, before + 1)
    tag(other, "Et kvarters tid.", "opfølgning")
    wait_count(page, before + 2)

    assert len(tags_of(lab, "dorte", project=project)) == 1


CANARIES = (
    "lønseddel",
    "lønsedlen",
    "plejehjemskøkkenet",
    "e-Boks",
    "hemmelig note",
    "Et kvarters",
)


def test_nothing_on_disk_holds_a_word_of_the_interview_though_the_tagger_is_open(page, lab):
    tag(page, WORDS, "mening")
    to_text(page)
    press(page, "n")
    page.fill(".icmo-note", "hemmelig note")
    press(page, "Control+Enter")
    wait_said(page, "Ændret")
    press(page, "f")
    page.fill(".icmo-find", "lønseddel")
    press(page, "Enter")
    page.wait_for_selector(".icmo-hit")
    # JupyterLab can be told to keep the state of widgets in notebooks; then too.
    keep = "jupyterapp.commands.execute('@jupyter-widgets/jupyterlab-manager:saveWidgetState')"
    page.evaluate(keep)
    page.evaluate("jupyterapp.commands.execute('docmanager:save')")
    page.wait_for_function("!jupyterapp.shell.currentWidget.context.model.dirty")
    saved = (lab.folder / "tagging.ipynb").read_text(encoding="utf-8")
    assert "tagger" in saved
    assert "application/vnd.jupyter.widget-state+json" in saved

    converted = ["--to", "html"], ["--to", "notebook"], ["--to", "markdown"]
    executed = ["--to", "html", "--execute"], ["--to", "notebook", "--execute"]
    for number, more in enumerate((*converted, *executed)):
        line = [
            sys.executable,
            "-m",
            "nbconvert",
            *more,
            "--output",
            f"out{number}",
            "tagging.ipynb",
        ]
        subprocess.run(line, cwd=lab.folder, check=True, capture_output=True)
    # The home of the server too: checkpoints, history, log, workspaces; not the projects and texts.
    held = {".icmo", ".txt", ".icmo-journal"}
    files = [
        one for one in lab.folder.parent.rglob("*") if one.is_file() and one.suffix not in held
    ]
    assert len([one for one in files if one.stem.startswith("out")]) == 5
    assert len([one for one in files if ".ipynb_checkpoints" in one.parts]) >= 1
    found = [
        (one.name, word)
        for one in files
        for word in CANARIES
        for encoding in ("utf-8", "utf-16-le", "unicode_escape")
        if word.encode(encoding) in one.read_bytes()
    ]
    assert found == []


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


#: Everything that can be open on the page: the keys that open it, and what is then there.
STATES = {
    "the text": ((), ".icmo-text"),
    "the palette with rules": (("Control+Home", "s", "/", "Alt+i"), ".icmo-palette:not([hidden])"),
    "a card": (("Control+Home", "]"), ".icmo-card:not([hidden])"),
    "the documents": (("d",), ".icmo-document"),
    "the search": (("f",), ".icmo-find:focus"),
    "the keys": (("?",), "dialog[open]"),
    "a memo": (("k",), "dialog[open] textarea"),
    "a correction": (("Control+Home", "e"), "dialog[open] textarea"),
}
TABS = {
    "codes": ".icmo-codes",
    "documents": ".icmo-document",
    "search": ".icmo-hit",
    "memos": ".icmo-memos li",
    "show": ".icmo-sheet-show .icmo-sample",
}


@pytest.mark.parametrize("theme", ["JupyterLab Light", "JupyterLab Dark"])
def test_axe_finds_no_serious_problem_whatever_is_open(page, theme):
    wear(page, theme)
    for state, (keys, there) in STATES.items():
        to_text(page)
        press(page, *keys)
        page.wait_for_selector(there)
        assert (state, serious_problems(page)) == (state, [])
        press(page, "Escape", "Escape")
        page.wait_for_selector(".icmo-popup:not([hidden]), dialog[open]", state="detached")
    to_text(page)
    press(page, "f")
    page.fill(".icmo-find", "lønseddel")
    press(page, "Enter")
    page.wait_for_selector(".icmo-hit")
    for number, (tab, there) in enumerate(TABS.items()):
        page.click(f".icmo-tabs button >> nth={number}")
        page.wait_for_selector(there)
        assert (tab, serious_problems(page)) == (tab, [])
    select(page, WORDS)
    page.click(".icmo-palette-foot button:has-text('Ny kode')")
    page.wait_for_selector("dialog[open] input")
    assert serious_problems(page) == []
    wear(page, "JupyterLab Light")


def serious_problems(page) -> list:
    found = Axe().run(page, context=".icmo-tagger").response["violations"]
    serious = [one for one in found if one["impact"] in ("serious", "critical")]
    return [(one["id"], one["nodes"][0]["html"][:200]) for one in serious]
