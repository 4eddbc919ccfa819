"""Files out and in by the real JupyterLab: downloaded, looked into, taken in, taken back."""

from __future__ import annotations

import shutil
from itertools import count

import pytest
from boarding import (
    CANARIES,
    PAYLOAD,
    board_cells,
    copy_project,
    opened,
    picture,
    press,
    saved_notebook,
    serious_problems,
    wait_board,
    wait_said,
)
from chromium import PICTURES
from tagging import kill_kernels

from icmo import Project, refi

pytestmark = pytest.mark.browser

NOTEBOOK = "exchange.ipynb"
NUMBERS = count(1)


@pytest.fixture
def project(lab):
    return copy_project(lab, f"evaluering-{next(NUMBERS)}.icmo")


@pytest.fixture
def page(open_notebook, project):
    page = open_notebook(NOTEBOOK, board_cells("ExchangeBoard", project))
    wait_board(page)
    return page


@pytest.fixture
def from_elsewhere(lab, tmp_path):
    """A REFI-QDA file of another project, with one text of its own and words that look like markup."""
    copy_project(lab, "elsewhere.icmo")
    path = tmp_path / "fra-nvivo.qdpx"
    with Project.open(lab.folder / "elsewhere.icmo", coder="doris") as other:
        text = tmp_path / "Samtale med Doris.txt"
        text.write_text(f"Doris: Vi gik en tur hver torsdag 👩‍👩‍👧. {PAYLOAD}\n", encoding="utf-8")
        other.import_documents(text)
        other.tag("Samtale med Doris", 7, 26, "meningsfuldhed")
        refi.write_qdpx(other, path, "nvivo")
    (lab.folder / "elsewhere.icmo").unlink()
    return path


def to_import(page) -> None:
    page.focus('input[value="qdpx"]')
    press(page, "i")
    page.wait_for_selector("[data-focus=choose]:focus")


def choose_file(page, path) -> None:
    with page.expect_file_chooser() as chooser:
        page.click("[data-focus=choose] >> visible=true")
    chooser.value.set_files(path)


def wait_account(page, kind: str) -> None:
    page.wait_for_selector(f'.icmo-exchange[data-account="{kind}"]')


def tags_in(lab, project: str) -> int:
    with opened(lab, project) as one:
        return len(one.tags())


def test_a_project_is_downloaded_and_is_the_same_project(page, lab, project, tmp_path):
    page.select_option(".icmo-about-way select", "nvivo")
    with page.expect_download() as download:
        page.click("[data-focus=download]")
    download.value.save_as(tmp_path / "hentet.qdpx")
    wait_said(page, "er hentet")

    assert download.value.suggested_filename == project.replace(".icmo", ".qdpx")
    keys = ["start", "end", "code", "coder", "text"]
    with (
        refi.read_qdpx(tmp_path / "hentet.qdpx", tmp_path / "back.icmo") as back,
        opened(lab, project) as one,
    ):
        tags = [some.tags()[keys].sort_values(keys, ignore_index=True) for some in (one, back)]
    assert tags[0].equals(tags[1])
    assert serious_problems(page) == []
    picture(page, PICTURES, "exchange_export")
    saved = saved_notebook(page, lab, NOTEBOOK)
    assert [word for word in CANARIES if word in saved] == []


def test_by_keys_a_table_for_excel_is_downloaded_and_another_kind_is_saved_beside(
    page, lab, tmp_path
):
    page.focus('input[value="qdpx"]')
    press(page, "ArrowDown", "ArrowDown", "ArrowDown")
    page.wait_for_function("document.activeElement.value === 'csv'")
    page.select_option(".icmo-about-way select", "evidence")
    page.check("[data-focus=excel]")
    page.focus('input[value="csv"]')
    with page.expect_download() as download:
        press(page, "Enter")
    download.value.save_as(tmp_path / "b.csv")
    assert (tmp_path / "b.csv").read_bytes().startswith(b"\xef\xbb\xbfevidence;")
    assert download.value.suggested_filename.endswith(" belæg.csv")

    press(page, "ArrowDown", "ArrowDown", "ArrowDown")
    page.wait_for_function("document.activeElement.value === 'html'")
    page.click("[data-focus=folder]")
    wait_said(page, "ligger i")
    name = page.get_attribute(".icmo-exchange", "data-given")
    assert (lab.folder / name).read_text(encoding="utf-8").startswith("<!doctype html>")


def test_a_file_is_told_first_then_taken_in_and_taken_back(page, lab, project, from_elsewhere):
    before = tags_in(lab, project)
    to_import(page)
    choose_file(page, from_elsewhere)
    wait_account(page, "qdpx")

    told = page.text_content(".icmo-account")
    assert "Intet er ændret endnu" in told
    assert "UTF-16-enheder" in told
    assert "1 dokument" in told
    assert tags_in(lab, project) == before
    assert page.evaluate("document.activeElement.tagName") == "H3"
    assert serious_problems(page) == []
    picture(page, PICTURES, "exchange_import")

    page.focus(".icmo-account h3")
    press(page, "Control+Enter")
    wait_account(page, "taken")
    assert tags_in(lab, project) == before + 1
    page.click("[data-focus=undo-import]")
    lab.wait_until(lambda: tags_in(lab, project) == before)
    assert page.evaluate("window.ICMO_PWNED") is None
    saved = saved_notebook(page, lab, NOTEBOOK)
    assert [word for word in (*CANARIES, "Doris", "torsdag") if word in saved] == []


def test_a_bad_file_ends_in_one_sentence_and_nothing_is_changed(page, lab, project, tmp_path):
    (tmp_path / "brudt.qdpx").write_bytes(b"PK\x03\x04" + bytes(400))
    (tmp_path / "billede.png").write_bytes(b"x")
    before = tags_in(lab, project)
    to_import(page)
    for name in ("brudt.qdpx", "billede.png"):
        page.evaluate("delete document.querySelector('.icmo-exchange').dataset.account")
        choose_file(page, tmp_path / name)
        wait_account(page, "refused")
        assert name in page.text_content(".icmo-refused")
        assert "uændret" in page.text_content(".icmo-account")
    page.screenshot(path=PICTURES / "exchange_refused.png")
    assert tags_in(lab, project) == before
    assert serious_problems(page) == []


def test_a_large_file_comes_in_portions_and_one_dropped_on_the_board_is_read(
    page, lab, project, tmp_path
):
    line = "Anna: Vi talte om arbejdet, og hvad det betyder for familien derhjemme.\n"
    (tmp_path / "lang.txt").write_text(line * 80_000, encoding="utf-8")
    to_import(page)
    choose_file(page, tmp_path / "lang.txt")
    wait_account(page, "document")
    assert "80000" in page.text_content(".icmo-rows")
    page.click("[data-focus=leave]")
    page.wait_for_function("!document.querySelector('.icmo-account').childElementCount")

    page.evaluate(
        """() => {
            const data = new DataTransfer();
            data.items.add(new File(["label\\nHåb\\nFællessang\\n"], "koder.csv"));
            for (const kind of ["dragover", "drop"])
                document.querySelector(".icmo-drop").dispatchEvent(
                    new DragEvent(kind, { dataTransfer: data, bubbles: true, cancelable: true }));
        }"""
    )
    wait_account(page, "codebook")
    assert "Håb" in page.text_content(".icmo-rows")
    assert not (lab.folder / "koder.csv").exists()
    with opened(lab, project) as one:
        assert len(one.codebooks) == 1


def test_a_kernel_that_died_is_asked_anew_and_a_file_it_forgot_is_said(page, lab, from_elsewhere):
    to_import(page)
    choose_file(page, from_elsewhere)
    wait_account(page, "qdpx")
    kill_kernels(page, lab)
    page.wait_for_function("!document.querySelector('.icmo-exchange').dataset.lost")
    page.click("[data-focus=take-in]")
    wait_account(page, "refused")
    page.evaluate("delete document.querySelector('.icmo-exchange').dataset.account")
    choose_file(page, from_elsewhere)
    wait_account(page, "qdpx")
    press(page, "e")
    with page.expect_download():
        page.click("[data-focus=download]")


def test_in_a_narrow_place_in_english_everything_is_there(open_notebook, lab, project):
    shutil.copy(lab.folder / project, lab.folder / "english.icmo")
    code = "import icmo\nproject = icmo.Project.open('english.icmo', coder='cilla')\n"
    code += "from icmo._strings import speaking\n"
    code += "type(project).language = property(lambda self: 'en')"
    page = open_notebook(
        "exchange_english.ipynb", [code, "icmo.ExchangeBoard(project)"], size=(700, 900)
    )
    wait_board(page)
    assert page.text_content(".icmo-name") == "Import and export"
    page.click("[data-focus=download]", trial=True)
    widths = page.evaluate(
        "[...document.querySelectorAll('.icmo-way')].map((one) => one.offsetWidth)"
    )
    assert min(widths) > 300
    picture(page, PICTURES, "exchange_narrow")
    assert serious_problems(page) == []
