"""What people say and write is shown as text: no script runs, wherever markup stands."""

from __future__ import annotations

import os
import subprocess
import sys

import pytest
from tagging import cells, press, to_text, wait_ready

from icmo import Codebook, Project

pytestmark = pytest.mark.browser

PAYLOADS = [
    "<script>window.ICMO_PWNED=1</script>",
    "<img src=x onerror=window.ICMO_PWNED=1>",
    "</script><script>window.ICMO_PWNED=1</script>",
    "<!--<script>window.ICMO_PWNED=1</script>",
    "<svg/onload=window.ICMO_PWNED=1>",
    "<iframe srcdoc='<script>parent.ICMO_PWNED=1</script>'></iframe>",
    '"><script>window.ICMO_PWNED=1</script>',
    "' onmouseover=window.ICMO_PWNED=1 x='",
    "javascript:window.ICMO_PWNED=1",
    "[x](javascript:window.ICMO_PWNED=1)",
    "{{constructor.constructor('window.ICMO_PWNED=1')()}}",
    "<a data-commandlinker-command='notebook:restart-kernel' href='#'>x</a>",
]
CHOSEN = PAYLOADS if os.environ.get("LONG") else [PAYLOADS[1], PAYLOADS[11]]
PWNED = "window.ICMO_PWNED !== undefined"


def write_project(path, payload):
    """Put a payload into every field that a person or a file can fill."""
    plain = payload.replace("'", "''")
    codebook = Codebook.parse(
        f"""
id: bad
languages: [da]
families:
  - id: family
    role: mechanism
    label: 'f {plain}'
    codes:
      - id: code
        label: 'l {plain}'
        definition: 'd {plain}'
        include: 'i {plain}'
        exclude: 'e {plain}'
"""
    )
    coder = f"c {payload}"
    file = path.with_suffix(".txt")
    file.write_text(f"Bo: siger {payload} højt\n\nIda: ja\n", encoding="utf-8")
    with Project.create(path, codebook, coder=coder) as project:
        project.import_documents(file)
        (document,) = project.documents()["document"]
        project.change_document(
            document, name=f"n {payload}", case=f"k {payload}", group=f"g {payload}"
        )
        turn = project.turns().iloc[0]
        tag = project.tag(
            document, int(turn["start"]), int(turn["end"]), "code", note=f"note {payload}"
        )
        project.memo(tag, f"memo {payload}")
        project.memo(document, f"memo {payload}")
    return coder, document


@pytest.mark.parametrize("payload", CHOSEN)
def test_markup_in_any_field_is_shown_as_text_and_never_runs(open_notebook, lab, payload):
    name = f"payload{PAYLOADS.index(payload)}"
    coder, document = write_project(lab.folder / f"{name}.icmo", payload)
    page = open_notebook(f"{name}.ipynb", cells(document, coder, f"{name}.icmo"))
    dialogs = []
    page.on("dialog", lambda dialog: dialogs.append(dialog.message))
    wait_ready(page)

    assert payload in page.text_content(".icmo-said")
    assert payload in page.text_content(".icmo-name")
    to_text(page)
    press(page, "Control+Home", "]")
    page.wait_for_selector(".icmo-card:not([hidden])")
    card = page.text_content(".icmo-card")
    assert card.count(payload) >= 3
    assert payload in page.input_value(".icmo-note")
    press(page, "Escape", "/", "Alt+i")
    palette = page.text_content(".icmo-palette")
    assert palette.count(payload) >= 4
    press(page, "Escape", "d")
    page.wait_for_selector(".icmo-document")
    assert page.text_content(".icmo-documents").count(payload) >= 2
    page.click(".icmo-tabs button >> nth=3")
    page.wait_for_selector(".icmo-memo")
    assert page.text_content(".icmo-memos").count(payload) >= 2
    page.click(".icmo-tabs button >> nth=4")
    assert payload in page.text_content(".icmo-sheet-show")
    assert page.locator(".icmo-tagger :is(script, img, svg, iframe, a)").count() == 0
    assert not page.evaluate(PWNED)

    page.evaluate("jupyterapp.commands.execute('docmanager:save')")
    page.wait_for_function("!jupyterapp.shell.currentWidget.context.model.dirty")
    subprocess.run(
        [sys.executable, "-m", "nbconvert", "--to", "html", f"{name}.ipynb"],
        cwd=lab.folder,
        check=True,
        capture_output=True,
    )
    exported = (lab.folder / f"{name}.html").read_text(encoding="utf-8")
    assert "højt" not in exported
    page.goto((lab.folder / f"{name}.html").as_uri())
    assert not page.evaluate(PWNED)
    assert dialogs == []
