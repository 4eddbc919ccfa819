"""Hands for the tests of the boards: what a person does with mouse and keyboard."""

from __future__ import annotations

from axe_playwright_python import sync_playwright as axe

from icmo import Project
from icmo.demo import fill_project

#: What would run if the words of people were ever taken for markup.
PAYLOAD = "<img src=x onerror=window.ICMO_PWNED=1><script>window.ICMO_PWNED=1</script>"
CANARIES = ("lønseddel", "lønsedlen", "plejehjemskøkkenet", "e-Boks")


def copy_project(lab, name: str) -> str:
    """A fresh copy of the sample's project."""
    if not (lab.folder / "sample.icmo").exists():
        fill_project(lab.folder / "sample.icmo")
    (lab.folder / name).write_bytes((lab.folder / "sample.icmo").read_bytes())
    return name


def board_cells(widget: str, project: str, coder: str = "cilla") -> list[str]:
    return [
        f"import icmo\nproject = icmo.Project.open({project!r}, coder={coder!r})",
        f"board = icmo.{widget}(project)\nboard",
    ]


def wait_board(page) -> None:
    page.wait_for_selector('.icmo-board[data-ready="1"]')


def wait_said(page, words: str) -> None:
    """Wait until the page says something."""
    page.wait_for_function(
        """words => [...document.querySelectorAll('.icmo-status')]
            .some((one) => one.textContent.includes(words))""",
        arg=words,
    )


def press(page, *keys: str) -> None:
    for key in keys:
        page.keyboard.press(key)


def choose_code(page, typed: str) -> None:
    """Type into the palette and take the first code."""
    page.wait_for_selector(".icmo-palette:not([hidden])")
    page.keyboard.type(typed)
    page.keyboard.press("Enter")
    page.wait_for_selector(".icmo-palette", state="hidden")


def give_reason(page, words: str) -> None:
    page.wait_for_selector("dialog[open]")
    page.keyboard.type(words)
    page.keyboard.press("Enter")
    page.wait_for_selector("dialog", state="detached")


def open_text(page, document: str) -> None:
    """Open a document in the text beside the board, and wait until it is there."""
    page.select_option(".icmo-which >> visible=true", label=document)
    page.wait_for_function(
        """() => [...document.querySelectorAll('.icmo-reader')].some((one) => {
            const chosen = one.querySelector('.icmo-which').value;
            const text = one.querySelector('.icmo-text');
            return chosen && text.offsetParent && text.dataset.document === chosen;
        })"""
    )


def read_text(page, document: str) -> None:
    """Open a document in the text beside the board, and go into it."""
    open_text(page, document)
    page.focus(".icmo-reader .icmo-text >> visible=true")


def select_words(page, words: str) -> None:
    """Drag over some words in the text, as a hand does."""
    first, last = page.evaluate(
        """(words) => {
            for (const said of document.querySelectorAll('.icmo-reader .icmo-said')) {
                const at = said.textContent.indexOf(words);
                if (at < 0 || !said.offsetParent) continue;
                said.scrollIntoView({ block: 'center' });
                const box = (from) => {
                    const range = document.createRange();
                    range.setStart(said.firstChild, from);
                    range.setEnd(said.firstChild, from + 1);
                    const { left, right, top, bottom } = range.getBoundingClientRect();
                    return { left, right, y: (top + bottom) / 2 };
                };
                return [box(at), box(at + words.length - 1)];
            }
        }""",
        words,
    )
    page.mouse.move(first["left"] + 1, first["y"])
    page.mouse.down()
    page.mouse.move((first["left"] + last["right"]) / 2, (first["y"] + last["y"]) / 2, steps=3)
    page.mouse.move(last["right"] - 1, last["y"], steps=3)
    page.mouse.up()
    page.wait_for_function(
        """words => [...document.querySelectorAll('.icmo-spoken')]
            .some((one) => one.textContent.includes(words))""",
        arg=words,
    )


def opened(lab, project: str):
    return Project.open(lab.folder / project)


def serious_problems(page, where: str = ".icmo-board") -> list[tuple[str, str]]:
    """What axe finds that would keep somebody out."""
    found = axe.Axe().run(page, context=where).response["violations"]
    serious = [one for one in found if one["impact"] in ("serious", "critical")]
    return [(one["id"], one["nodes"][0]["html"][:200]) for one in serious]


def saved_notebook(page, lab, name: str) -> str:
    page.evaluate("jupyterapp.commands.execute('docmanager:save')")
    page.wait_for_function("!jupyterapp.shell.currentWidget.context.model.dirty")
    return (lab.folder / name).read_text(encoding="utf-8")


def turn_dark(page, theme: str = "JupyterLab Dark") -> None:
    page.evaluate("theme => jupyterapp.commands.execute('apputils:change-theme', { theme })", theme)
    light = str(theme == "JupyterLab Light").lower()
    page.wait_for_selector(f'body[data-jp-theme-light="{light}"]', state="attached")


def picture(page, where: str, name: str, board: str = ".icmo-board") -> None:
    """Keep what is seen, light and dark, to be looked at."""
    page.wait_for_timeout(300)
    page.locator(board).first.screenshot(path=f"{where}/{name}.png")
    turn_dark(page)
    page.wait_for_timeout(300)
    page.locator(board).first.screenshot(path=f"{where}/{name}_dark.png")
    turn_dark(page, "JupyterLab Light")
