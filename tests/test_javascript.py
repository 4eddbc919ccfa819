"""The widgets' JavaScript functions, by Node or, where there is none, in the browser."""

from __future__ import annotations

import json
import os
import random
import re
import shutil
import subprocess
from pathlib import Path

import pytest
from chromium import open_browser

from icmo._offsets import Utf16Offsets
from icmo.workbench.pages import composed

pytestmark = pytest.mark.javascript

HERE = Path(__file__).parent / "javascript"
WIDGETS = Path(__file__).parent.parent / "icmo" / "workbench"


def node() -> str | None:
    return None if os.environ.get("ICMO_HIDE_NODE") else shutil.which("node")


def results_of(widget: Path, tests: Path) -> dict[str, str | None]:
    runner = HERE / "run.mjs"
    if node():
        done = subprocess.run(
            [node(), runner, widget, tests], capture_output=True, text=True, check=True
        )
        return json.loads(done.stdout)
    with open_browser() as browser:
        page = browser.new_page()
        return page.evaluate(
            """async ([runner, widget, tests]) => {
                const source = `data:text/javascript;charset=utf-8,${encodeURIComponent(runner)}`;
                return (await import(source)).run(widget, tests);
            }""",
            [path.read_text(encoding="utf-8") for path in (runner, widget, tests)],
        )


def page_of(name: str, folder: Path) -> Path:
    """The page of a widget as the browser gets it: all its modules in one file."""
    page = folder / f"{name}.mjs"
    page.write_text(composed(entry_of(name)), encoding="utf-8")
    return page


def entry_of(name: str) -> Path:
    """The module a page begins with: a widget's only one, or the first in its folder."""
    folder = WIDGETS / name
    return folder / f"{name}.js" if folder.is_dir() else folder.with_suffix(".js")


@pytest.mark.parametrize("tests", sorted(HERE.glob("*.test.mjs")), ids=lambda path: path.name)
def test_the_functions_of_a_widget_keep_their_promises(tests, tmp_path):
    widget = page_of(tests.name.removesuffix(".test.mjs"), tmp_path)

    results = results_of(widget, tests)

    assert len(results) >= 5
    assert {name: problem for name, problem in results.items() if problem} == {}


def test_every_widget_has_tests_of_its_functions():
    folders = {path.stem for path in WIDGETS.glob("*/*.js") if path.stem == path.parent.name}
    widgets = folders | {path.stem for path in WIDGETS.glob("*.js")}
    tested = {path.name.removesuffix(".test.mjs") for path in HERE.glob("*.test.mjs")}

    assert widgets == tested


def test_every_module_of_the_tagger_is_in_its_page_and_no_import_is_left():
    page = composed(entry_of("tagger"))

    modules = (WIDGETS / "tagger").glob("*.js")
    assert [path.name for path in modules if path.read_text("utf-8")[:60] not in page] == []
    assert not re.search(r"^import ", page, re.MULTILINE)
    assert "innerHTML" not in page


@pytest.mark.parametrize(
    "name", ["configuration_board", "guide_board", "adjudication", "map_view", "exchange_board"]
)
def test_the_page_of_a_board_has_all_its_modules_once_and_puts_no_words_in_as_markup(name):
    page = composed(entry_of(name))

    shared = [*(WIDGETS / "boards").glob("*.js"), *(WIDGETS / name).glob("*.js")]
    used = [path for path in shared if path.read_text("utf-8")[:60] in page]
    assert {path.name for path in (WIDGETS / name).glob("*.js")} <= {path.name for path in used}
    assert (
        page.count("export function makeBoard(") == page.count("export function makeKernel(") == 1
    )
    assert not re.search(r"^import ", page, re.MULTILINE)
    assert "innerHTML" not in page


def test_python_and_the_browser_agree_on_every_offset(tmp_path):
    """Letters, combining signs, emoji, right-to-left writing, line ends, lone surrogates left out."""
    chance = random.Random(20)
    alphabet = [*"aæøåé \r\n\t.", "a\u030a", "e\u0301", "\u200d", "\u202e", "שלום", "مرحبا", "日本"]
    alphabet += ["😀", "👍🏽", "👩‍👩‍👧", "🇩🇰", "\U0001d54f", "\ufe0f", "\x00", "\ufeff"]
    number = 100_000 if os.environ.get("LONG") else 10_000
    texts = ["".join(chance.choices(alphabet, k=chance.randint(0, 12))) for _ in range(number)]
    expected = [
        [Utf16Offsets(text).to_utf16(place) for place in range(len(text) + 1)] for text in texts
    ]
    script = tmp_path / "offsets.test.mjs"
    given = json.dumps([texts, expected])
    script.write_text(
        f"""const [texts, expected] = {given};
        export default ({{ codePointsBefore, wholeCharacters }}, equal) => ({{
            "places agree": () => texts.forEach((text, number) =>
                equal(expected[number].map((place) => codePointsBefore(text, place)), expected[number].map((_, place) => place))),
            "whole characters never begin or end inside a pair": () => texts.forEach((text) => {{
                for (let place = 0; place < text.length; place += 1) {{
                    const {{ start, end }} = wholeCharacters(text, place, place + 1);
                    const halved = (at) => at > 0 && at < text.length && text.codePointAt(at - 1) > 0xffff;
                    equal([halved(start), halved(end), start <= place, end > place], [false, false, true, true]);
                }}
            }}),
        }});""",
        encoding="utf-8",
    )

    assert set(results_of(page_of("tagger", tmp_path), script).values()) == {None}
