"""What people say, write and name is shown as text: no markup in it ever comes alive.

A few payloads always, all of them with `LONG=1`; each in every field that a person or a file can
fill, in the widget, in the saved notebook opened again, and in the page that nbconvert makes of it.
"""

from __future__ import annotations

import os
import re
import subprocess
import sys

import pytest
from tagging import cells, count, press, to_text, wait_count, wait_ready, wait_said

from icmo import Codebook, Project

pytestmark = pytest.mark.browser

PAYLOADS = {
    "image": "<img src=/icmo-pwned onerror=window.ICMO_PWNED=1>",
    "script": "<script>window.ICMO_PWNED=1;fetch('/icmo-pwned')</script>",
    "command": "<a data-commandlinker-command='icmo-pwned' href='/icmo-pwned'>x</a>",
    "end_of_script": "</script><script>window.ICMO_PWNED=1</script>",
    "comment": "<!--<script>window.ICMO_PWNED=1</script>-->",
    "drawing": "<svg/onload=window.ICMO_PWNED=1><script href=/icmo-pwned />",
    "frame": "<iframe srcdoc='<script>parent.ICMO_PWNED=1;alert(1)</script>'></iframe>",
    "attribute": "\"' autofocus onfocus=window.ICMO_PWNED=1 onmouseover=alert(1) x=\"'",
    "link": "[x](javascript:window.ICMO_PWNED=1) ![x](/icmo-pwned)",
    "template": "{{constructor.constructor('window.ICMO_PWNED=1')()}} ${alert(1)} {count}",
    "style": "</style><style>@import '/icmo-pwned';*{background:url(/icmo-pwned)}</style>",
    "form": "<details open ontoggle=alert(1)><form action=javascript:alert(1)><input name=dataset>",
}
FEW = ("image", "end_of_script", "command")
CHOSEN = list(PAYLOADS) if os.environ.get("LONG") else FEW
#: Where nothing of a payload may become an element of its own.
FOREIGN = ".icmo-tagger :is(script, img, svg, iframe, a, details, form, [onfocus], [autofocus])"


class Watch:
    """What a page does that text never does: it runs, asks, fetches, or complains."""

    def __init__(self, page, address) -> None:
        self.page = page
        self.seen = []
        page.on("dialog", self._asked)
        page.on("pageerror", lambda error: self.seen.append(str(error)))
        page.on("request", lambda request: self._requested(request.url, address))
        page.on("console", self._told)

    def _asked(self, dialog) -> None:
        if dialog.type == "beforeunload":
            dialog.accept()  # whether one means to leave is the page's own question
            return
        self.seen.append(dialog.message)
        dialog.dismiss()

    def _requested(self, url, address) -> None:
        if "pwned" in url or not url.startswith((address, "data:", "blob:", "file:")):
            self.seen.append(url)

    def _told(self, message) -> None:
        # JupyterLab's own: files it looks for in vain, and questions a kernel leaves when it goes.
        own = ("status of 404", "Canceled future")
        if message.type == "error" and not any(words in message.text for words in own):
            self.seen.append(message.text)

    def nothing_ran(self) -> bool:
        assert self.seen == []
        ran = [frame.evaluate("window.ICMO_PWNED") for frame in self.page.frames]
        assert ran == [None] * len(ran)
        return True


def write_project(path, payload):
    """Put a payload into every field that a person or a file can fill. Returns who codes what."""
    plain = payload.replace("'", "''")
    codebook = Codebook.parse(
        f"""
id: bad
languages: [da]
families:
  - id: family
    role: mechanism
    label: 'family {plain}'
    codes:
      - id: code
        label: 'label {plain}'
        definition: 'definition {plain}'
        include: 'include {plain}'
        exclude: 'exclude {plain}'
"""
    )
    coder = f"coder {payload}"
    file, plain_file = path.with_suffix(".txt"), path.with_name(f"{path.stem}_two.txt")
    file.write_text(f"Bo: siger {payload} højt og plejehjemskøkkenet\n\nIda: ja\n", "utf-8")
    plain_file.write_text("Bo: intet at se\n", "utf-8")
    with Project.create(path, codebook, coder=coder) as project:
        project.import_documents([file, plain_file])
        document = project.documents().set_index("name")["document"][path.stem]
        known = {name: f"{name} {payload}" for name in ("name", "case", "group", "date")}
        project.change_document(document, **known, **{f"column {payload}": f"value {payload}"})
        other = project.documents().set_index("name")["document"][plain_file.stem]
        project.change_document(other, case="case", group="group", **{f"column {payload}": "no"})
        start, end = (int(project.turns()[name].iloc[0]) for name in ("start", "end"))
        tag = project.tag(document, start, end, "code", note=f"note {payload}")
        for on, about in ((tag, "tag"), (document, "document"), ("code", "code")):
            project.memo(on, f"memo on {about} {payload}", about)
        project.memo("project", f"memo on project {payload}", "project")
    with Project.open(path, coder=f"other {payload}") as project:
        project.tag(document, start, end, "code", note=f"note of another {payload}")
    return coder, document


@pytest.mark.parametrize("name", CHOSEN)
def test_markup_in_any_field_is_shown_as_text_and_never_runs(open_notebook, lab, name):
    payload = PAYLOADS[name]
    coder, document = write_project(lab.folder / f"{name}.icmo", payload)
    page = open_notebook(f"{name}.ipynb", cells(document, coder, f"{name}.icmo"))
    watch = Watch(page, lab.address)
    wait_ready(page)

    see_tags(page, payload)
    see_panel(page, payload)
    write_oneself(page, payload)
    assert page.locator(FOREIGN).count() == 0
    assert watch.nothing_ran()

    page.evaluate("jupyterapp.commands.execute('docmanager:save')")
    page.wait_for_function("!jupyterapp.shell.currentWidget.context.model.dirty")
    page.reload()
    wait_ready(page)
    assert payload in page.text_content(".icmo-said")
    assert watch.nothing_ran()

    page.evaluate("jupyterapp.shell.currentWidget.sessionContext.shutdown()")
    page.goto(lab.url(f"{name}.ipynb"))
    page.wait_for_selector(".jp-OutputArea-output")
    assert page.locator(FOREIGN).count() == 0
    assert watch.nothing_ran()

    see_export(page, lab, name)


def see_tags(page, payload) -> None:
    """The text, the stripes, the card and the palette."""
    for place in (".icmo-said", ".icmo-name", ".icmo-top .icmo-quiet", ".icmo-mark-label"):
        assert payload in page.locator(place).first.text_content()
    assert payload in " ".join(page.locator(".icmo-mark .icmo-coder").all_text_contents())
    to_text(page)
    press(page, "Control+Home")
    told, tag = "", ""
    for _ in ("mine", "another's"):
        press(page, "]")
        card = page.wait_for_selector(f".icmo-about:not([data-tag='{tag}'])")
        tag = card.get_attribute("data-tag")
        told += card.text_content() + "".join(
            note.input_value() for note in card.query_selector_all("textarea")
        )
    for field in ("label", "definition", "coder", "other", "note", "note of another"):
        assert f"{field} {payload}" in told
    mark = page.locator(".icmo-mark").first
    mark.hover()
    assert payload in mark.get_attribute("aria-label")
    press(page, "Escape", "s", "/", "Alt+i")
    page.wait_for_selector(".icmo-palette:not([hidden])")
    assert page.text_content(".icmo-palette").count(payload) >= 5
    press(page, "Escape")


def see_panel(page, payload) -> None:
    """Codes, documents with their filters, memos, what is shown, and hits of a search."""
    assert page.text_content(".icmo-sheet-codes").count(payload) >= 6
    page.click(".icmo-tabs button >> nth=1")
    page.wait_for_selector(".icmo-document")
    documents = page.text_content(".icmo-sheet-documents")
    for field in ("name", "case", "group", "date", "column", "value"):
        assert f"{field} {payload}" in documents
    page.click(".icmo-tabs button >> nth=3")
    page.wait_for_selector(".icmo-memo")
    memos = page.text_content(".icmo-memos")
    assert all(f"memo on {on} {payload}" in memos for on in ("tag", "document", "code", "project"))
    page.click(".icmo-tabs button >> nth=4")
    assert page.text_content(".icmo-sheet-show").count(payload) >= 2
    page.click(".icmo-tabs button >> nth=2")
    page.fill(".icmo-find", payload)
    page.select_option(".icmo-sheet-search select >> nth=1", "all")
    press(page, "Enter")
    page.wait_for_selector(".icmo-hit")
    assert page.text_content(".icmo-hit strong") == payload
    page.click(".icmo-hit")
    wait_said(page, "Sted 1 af 1")
    page.fill(".icmo-find", f"({payload}")
    page.select_option(".icmo-sheet-search select >> nth=0", "pattern")
    press(page, "Enter")
    wait_said(page, f"({payload}")


def write_oneself(page, payload) -> None:
    """What is typed on the page itself: a note, a memo, a new code, a correction."""
    to_text(page)
    press(page, "Control+Home", "k")
    page.fill("dialog textarea", f"typed memo {payload}")
    page.click("dialog .icmo-save")
    page.wait_for_selector(".icmo-dialog", state="detached")
    before = count(page)
    press(page, "Control+Home", "/")
    page.click(".icmo-palette-foot button >> nth=-1")
    page.fill("dialog input[lang=da]", f"typed label {payload}")
    page.fill("dialog textarea[lang=da]", f"typed definition {payload}")
    page.click("dialog .icmo-save")
    wait_count(page, before + 1)
    page.wait_for_selector(".icmo-dialog", state="detached")
    assert f"typed label {payload}" in page.text_content(".icmo-status")
    to_text(page)
    press(page, "n")
    page.fill(".icmo-note", f"typed note {payload}")
    press(page, "Control+Enter")
    page.wait_for_function(
        "words => [...document.querySelectorAll('.icmo-mark')].some((mark) => mark.ariaLabel.includes(words))",
        arg=f"typed note {payload}",
    )
    to_text(page)
    press(page, "Escape", "Control+Home", "e")
    page.fill("dialog textarea", f"{page.input_value('dialog textarea')} og {payload}")
    page.click("dialog .icmo-save")
    page.wait_for_function("document.querySelector('dialog .icmo-warning').textContent !== ''")
    page.click("dialog .icmo-save")
    page.wait_for_function(
        "words => document.querySelector('.icmo-said').textContent.endsWith(words)",
        arg=f"og {payload}",
    )


def see_export(page, lab, name) -> None:
    """What nbconvert makes of the saved notebook, read as a page without the network."""
    subprocess.run(
        [sys.executable, "-m", "nbconvert", "--to", "html", f"{name}.ipynb"],
        cwd=lab.folder,
        check=True,
        capture_output=True,
    )
    exported = lab.folder / f"{name}.html"
    assert "plejehjemskøkkenet" not in exported.read_text(encoding="utf-8")
    context = page.context.browser.new_context()
    export = context.new_page()
    # nbconvert's own page asks for require.js and MathJax; here is no network for anybody.
    export.route(re.compile("^https?:"), lambda route: route.abort())
    seen = []
    export.on("dialog", lambda dialog: (seen.append(dialog.message), dialog.dismiss()))
    export.on("request", lambda one: seen.append(one.url) if "pwned" in one.url else None)
    export.goto(exported.as_uri())
    assert "icmo.Tagger" in export.text_content("body")
    ran = [frame.evaluate("window.ICMO_PWNED") for frame in export.frames]
    assert (ran, seen) == ([None] * len(ran), [])
    context.close()
