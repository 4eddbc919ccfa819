"""Taguette, which tags documents in a browser too: the same document shown and tagged there.

It wants other versions than we do, so it lives in an environment of its own:
    python -m venv ~/taguette && ~/taguette/bin/pip install taguette
    ICMO_TAGUETTE=~/taguette/bin/taguette make bench
"""

from __future__ import annotations

import html
import os
import re
import shutil
import socket
import sqlite3
import subprocess
import time
from contextlib import closing, contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Iterator

    from playwright.sync_api import Browser, Page

_PATIENCE_SECONDS = 40
#: Put the document and a tag in, as its own page would.
FILL = """async (page) => {
    const form = new FormData();
    form.append('_xsrf', getCookie('_xsrf'));
    for (const [name, value] of [['name', 'long'], ['description', ''], ['text_direction', 'LEFT_TO_RIGHT']]) form.append(name, value);
    form.append('file', new Blob([page], { type: 'text/html' }), 'long.html');
    const made = await (await fetch(`/api/project/${project_id}/document/new`, { method: 'POST', body: form })).json();
    const tag = await postJSON(`/api/project/${project_id}/tag/new`, { path: 'tag', description: '' });
    return [made.created, tag.id];
}"""
#: How many milliseconds go by until the document and all highlights are drawn, on a page already there.
SHOW = """async ([document_, many]) => {
    [current_document, highlights] = [null, {}];
    const began = performance.now();
    loadDocument(document_);
    while (current_document !== document_ || Object.keys(highlights).length < many) await new Promise((done) => setTimeout(done, 1));
    await new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)));
    return performance.now() - began;
}"""
#: From the press on "save" in the dialog, filled in already, until the highlight is drawn.
TAG = """async ([start, end]) => {
    createHighlight([start, end]);
    document.querySelector('#highlight-add-form input[type=checkbox]').checked = true;
    const before = Object.keys(highlights).length;
    const began = performance.now();
    document.getElementById('highlight-add-form').requestSubmit();
    while (Object.keys(highlights).length === before) await new Promise((done) => setTimeout(done, 1));
    await new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)));
    return performance.now() - began;
}"""


def found() -> str | None:
    """Return where Taguette is, if it is here."""
    return os.environ.get("ICMO_TAGUETTE") or shutil.which("taguette")


@contextmanager
def shown(browser: Browser, turns: list[str], spans: list[tuple[int, int]]) -> Iterator[Page]:
    """Give a page of Taguette with the document in it."""
    with socket.socket() as listener, TemporaryDirectory() as home:
        listener.bind(("127.0.0.1", 0))
        port = listener.getsockname()[1]
        listener.close()
        line = [
            str(found()),
            "--no-browser",
            "--port",
            str(port),
            "--database",
            f"{home}/t.sqlite3",
        ]
        told = Path(home, "told")
        with told.open("w") as out:
            server = subprocess.Popen(
                line, env={**os.environ, "HOME": home}, stdout=out, stderr=subprocess.DEVNULL
            )
        try:
            link = _link(told).replace("localhost", "127.0.0.1")
            address = link.split("/?")[0]
            page = browser.new_context(viewport={"width": 1400, "height": 950}).new_page()
            page.set_default_timeout(_PATIENCE_SECONDS * 1000)
            # It asks its makers for news, who cannot be reached from everywhere.
            page.route("**/messages.js", lambda route: route.abort())
            page.goto(link)
            page.goto(f"{address}/project/new")
            page.fill("input[name=name]", "long")
            page.click("form button[type=submit], form input[type=submit]")
            page.wait_for_function("typeof loadDocument === 'function'")
            written = "".join(f"<p>{html.escape(turn)}</p>" for turn in turns)
            document, code = page.evaluate(FILL, f"<!DOCTYPE html><body>{written}</body>")
            _highlight(Path(home, "t.sqlite3"), document, code, spans)
            page.goto(f"{page.url.split('/document')[0]}/document/{document}")
            page.wait_for_function(f"Object.keys(highlights).length === {len(spans)}")
            yield page
            page.context.close()
        finally:
            server.terminate()
            server.wait(timeout=20)


def show(page: Page, many: int) -> float:
    """Show the document again. Returns the seconds until all highlights are drawn."""
    page.wait_for_function("current_document !== null")
    document: Any = page.evaluate("current_document")
    taken: float = page.evaluate(SHOW, [document, many])
    return taken / 1000


def tag(page: Page, span: tuple[int, int]) -> float:
    """Tag a span. Returns the seconds until the highlight is drawn."""
    taken: float = page.evaluate(TAG, list(span))
    return taken / 1000


def _highlight(path: Path, document: int, code: int, spans: list[tuple[int, int]]) -> None:
    """Put the highlights in; one by one through its page each takes a quarter of a second."""
    with closing(sqlite3.connect(path, timeout=_PATIENCE_SECONDS)) as file, file:
        for number, (start, end) in enumerate(spans, 1):
            file.execute(
                "INSERT INTO highlights (id, document_id, start_offset, end_offset, snippet) VALUES (?, ?, ?, ?, '')",
                (number, document, start, end),
            )
            file.execute(
                "INSERT INTO highlight_tags (highlight_id, tag_id) VALUES (?, ?)", (number, code)
            )


def _link(told: Path) -> str:
    """Return the address that Taguette tells when it is ready."""
    deadline = time.monotonic() + _PATIENCE_SECONDS
    while not (link := re.search(r"http://\S+token=\S+", told.read_text())):
        if time.monotonic() > deadline:
            raise TimeoutError
        time.sleep(0.1)
    return link[0]
