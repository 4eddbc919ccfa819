"""A chapter goes out of JupyterLab by its own menu: File, Save and Export Notebook As."""

from __future__ import annotations

import io
import time
from urllib.parse import unquote

import nbformat
import pytest
from docx import Document
from playwright.sync_api import expect
from pypdf import PdfReader

pytestmark = pytest.mark.browser

SAID = "Hun fik løn for sin første dag, og så blev hun ved."


def entry(page, name: str):
    return page.locator(".lm-Menu-itemLabel").get_by_text(name, exact=True)


@pytest.fixture(scope="module")
def menu(lab, browser):
    """The export menu of JupyterLab, opened over one small chapter."""
    notebook = nbformat.v4.new_notebook(
        cells=[
            nbformat.v4.new_markdown_cell(f"# Æblets årsag\n\n{SAID}"),
            nbformat.v4.new_code_cell("hemmelig_kode = 1"),
        ],
        metadata={"kernelspec": {"name": "python3", "display_name": "Python 3"}},
    )
    nbformat.write(notebook, lab.folder / "kapitel_æ.ipynb")
    context = browser.new_context(viewport={"width": 1500, "height": 950}, accept_downloads=True)
    page = context.new_page()
    page.set_default_timeout(15_000)
    page.goto(lab.url("kapitel_æ.ipynb", "lab/tree"))
    page.wait_for_function("() => window.jupyterapp?.shell?.currentWidget?.sessionContext?.isReady")
    # The server looks every exporter up; the menu has them when that is answered.
    page.wait_for_function(
        "async () => (await fetch(`/api/nbconvert?token=${new URLSearchParams(location.search)"
        ".get('token') ?? ''}`)).ok"
    )

    def open_menu():
        for _ in range(3):  # a menu closes sheet by sheet
            page.keyboard.press("Escape")
        page.locator(".lm-MenuBar-itemLabel", has_text="File").click()
        entry(page, "Save and Export Notebook As").hover()
        expect(entry(page, "Markdown")).to_be_visible()
        return page

    yield open_menu
    context.close()


def exported(menu, name: str) -> tuple[str, bytes]:
    """Click an entry and return the file that the browser gets, and its name."""
    page, got = menu(), []

    def pass_on(route):
        answer = route.fetch()
        got.append((answer.status, answer.headers["content-disposition"], answer.body()))
        route.fulfill(response=answer)

    # It comes in a tab of its own, which is gone when the file is there: so it is read on its way.
    page.context.route("**/nbconvert/*/**", pass_on, times=1)
    entry(page, name).click()
    waited = time.monotonic() + 60
    while not got:
        assert time.monotonic() < waited, f"{name} gave no file"
        page.wait_for_timeout(50)
    status, disposition, made = got[0]
    assert status == 200
    return unquote(disposition.partition("utf-8''")[2]), made


def test_the_menu_offers_a_chapter_in_three_ways_by_name(menu):
    page = menu()
    names = page.locator(".lm-Menu-itemLabel", has_text="Icmo").all_inner_texts()

    assert names == ["IcmoHTML", "IcmoPDF", "IcmoWord"]


def test_the_pdf_of_the_menu_has_the_words_of_the_chapter_and_not_its_code(menu):
    name, made = exported(menu, "IcmoPDF")
    words = " ".join(
        "".join(one.extract_text() for one in PdfReader(io.BytesIO(made)).pages).split()
    )

    assert name == "kapitel_æ.pdf"
    assert "Æblets årsag" in words
    assert SAID in words
    assert "hemmelig_kode" not in words


def test_the_word_document_of_the_menu_has_the_words_of_the_chapter(menu):
    name, made = exported(menu, "IcmoWord")

    assert name == "kapitel_æ.docx"
    assert SAID in [one.text for one in Document(io.BytesIO(made)).paragraphs]


def test_the_page_of_the_menu_has_the_words_of_the_chapter_and_no_script(menu):
    name, made = exported(menu, "IcmoHTML")

    assert name == "kapitel_æ.html"
    assert SAID in made.decode("utf-8")
    assert b"<script" not in made
