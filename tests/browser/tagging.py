"""Hands for the tests of the tagger: what a person does with mouse and keyboard."""

from __future__ import annotations

from icmo import Project

NAME = "Gruppeinterview, Nørrevang"
#: Where the first and the last character of some words are drawn on the page.
PLACES = """(words) => {
    for (const said of document.querySelectorAll('.icmo-said')) {
        const at = said.textContent.indexOf(words);
        if (at < 0) continue;
        said.scrollIntoView({ block: 'center' });
        const point = (offset) => {
            const walker = document.createTreeWalker(said, NodeFilter.SHOW_TEXT);
            let node = walker.nextNode();
            while (offset > node.length) { offset -= node.length; node = walker.nextNode(); }
            return [node, offset];
        };
        const box = (from, to) => {
            const range = document.createRange();
            range.setStart(...point(from));
            range.setEnd(...point(to));
            const rects = range.getClientRects();
            const { left, right, top, bottom } = rects[rects.length - 1];
            return { left, right, y: (top + bottom) / 2 };
        };
        return [box(at, at + 1), box(at + words.length - 1, at + words.length)];
    }
}"""


def cells(document: str = NAME, coder: str = "cilla", project: str = "kib.icmo") -> list[str]:
    return [
        f"import icmo\nproject = icmo.Project.open({project!r}, coder={coder!r})",
        f"tagger = icmo.Tagger(project, {document!r})\ntagger",
    ]


def wait_ready(page) -> None:
    page.wait_for_selector('.icmo-tagger[data-ready="1"]')


def select(page, words: str) -> None:
    """Drag over some words, as a hand does."""
    first, last = page.evaluate(PLACES, words)
    page.mouse.move(first["left"] + 1, first["y"])
    page.mouse.down()
    page.mouse.move((first["left"] + last["right"]) / 2, (first["y"] + last["y"]) / 2, steps=4)
    page.mouse.move(last["right"] - 1, last["y"], steps=4)
    page.mouse.up()
    page.wait_for_selector(".icmo-palette:not([hidden])")


def choose(page, typed: str) -> None:
    """Type into the palette and take the first code."""
    page.wait_for_selector(".icmo-palette:not([hidden])")
    before = count(page)
    page.keyboard.type(typed)
    page.keyboard.press("Enter")
    wait_count(page, before + 1)


def tag(page, words: str, typed: str) -> None:
    select(page, words)
    choose(page, typed)


def count(page) -> int:
    return int(page.get_attribute(".icmo-tagger", "data-tags"))


def wait_count(page, number: int) -> None:
    page.wait_for_function(
        "number => document.querySelector('.icmo-tagger').dataset.tags === String(number)",
        arg=number,
    )


def wait_said(page, words: str) -> None:
    """Wait until the page says something."""
    page.wait_for_function(
        "words => document.querySelector('.icmo-status').textContent.includes(words)", arg=words
    )


def spoken(page) -> str:
    return page.text_content(".icmo-spoken")


def press(page, *keys: str) -> None:
    for key in keys:
        page.keyboard.press(key)


def to_text(page) -> None:
    page.focus(".icmo-text")


def tags_of(lab, coder: str = "cilla", project: str = "kib.icmo"):
    with Project.open(lab.folder / project) as opened:
        tags = opened.tags()
        return tags[tags["coder"] == coder].reset_index(drop=True)


def wear(page, theme: str) -> None:
    """Put JupyterLab into one of its themes."""
    page.evaluate(f"jupyterapp.commands.execute('apputils:change-theme', {{ theme: '{theme}' }})")
    light = str(theme.endswith("Light")).lower()
    page.wait_for_selector(f'body[data-jp-theme-light="{light}"]', state="attached")


def kill_kernels(page, lab) -> None:
    """Kill the kernel, and close what JupyterLab says of it as a person does."""
    lab.kill_kernels()
    page.click(".jp-Dialog .jp-mod-accept")
    page.wait_for_selector(".jp-Dialog", state="detached")
