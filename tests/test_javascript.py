"""The widgets' JavaScript functions, by Node or, where there is none, in the browser."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
from pathlib import Path

import pytest
from chromium import open_browser

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


@pytest.mark.parametrize("tests", sorted(HERE.glob("*.test.mjs")), ids=lambda path: path.name)
def test_the_functions_of_a_widget_keep_their_promises(tests):
    widget = WIDGETS / tests.name.replace(".test.mjs", ".js")

    results = results_of(widget, tests)

    assert len(results) >= 5
    assert {name: problem for name, problem in results.items() if problem} == {}


def test_every_widget_has_tests_of_its_functions():
    widgets = {path.stem for path in WIDGETS.glob("*.js")}
    tested = {path.name.removesuffix(".test.mjs") for path in HERE.glob("*.test.mjs")}

    assert widgets == tested
