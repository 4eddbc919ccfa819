"""How long a coder waits for the tagger, in a real browser, beside a page that shows the bare text.

The page talks with its desk without Jupyter in between, so that what is measured is ours: reading
the project, drawing, and a tag from the key press until it is in the project file and on screen.
"""

from __future__ import annotations

import json
import os
import statistics
import sys
import time
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING, Any

from measuring import Row, resident

from icmo import Project
from icmo.workbench import Tagger
from icmo.workbench.tagger.desk import TaggerDesk

sys.path.append(str(Path(__file__).parent.parent / "tests"))
from chromium import open_browser
from long_document import write_long_project
from peers import taguette

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page

PAINT_SECONDS, TAG_MEDIAN_SECONDS, TAG_SECONDS, FRAME_TIMES = 0.5, 0.07, 0.1, 1.5
#: How many times faster than Taguette a document is to be shown.
PAINT_TIMES = 10
ACTS = 60
MANY_ACTS = 5_000 if os.environ.get("LONG") else 500
GROWTH_BYTES = 50 * 1024 * 1024
#: From the key until the tag is stored and drawn: two frames, as one is already under way.
TAG = """async () => {
    const host = document.querySelector('.icmo-tagger');
    const before = host.dataset.tags;
    const began = performance.now();
    document.activeElement.dispatchEvent(new KeyboardEvent('keydown', { key: '1', bubbles: true }));
    while (host.dataset.tags === before) await new Promise((done) => setTimeout(done, 1));
    await new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)));
    return performance.now() - began;
}"""
BARE = """(turns) => {
    const began = performance.now();
    document.body.innerHTML = '<div style="height:800px;overflow:auto"></div>';
    for (const turn of turns) {
        const said = document.createElement('p');
        said.textContent = turn;
        document.body.firstChild.append(said);
    }
    return new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(() => done(performance.now() - began))));
}"""
BEGIN = """async ([source, style, document_]) => {
    const began = performance.now();
    const [handlers, traits] = [[], { _begin: document_, _height: '900px' }];
    const model = {
        get: (name) => traits[name], on: (_, handler) => handlers.push(handler), off: () => {},
        send: async (message) => JSON.parse(await toDesk(message)).forEach((reply) => handlers.forEach((handler) => handler(reply))),
    };
    const host = document.createElement('div');
    const sheet = document.createElement('style');
    sheet.textContent = style;
    document.body.replaceChildren(sheet, host);
    const page = await import(URL.createObjectURL(new Blob([source], { type: 'text/javascript' })));
    page.default.render({ model, el: host });
    while (host.dataset.ready !== '1') await new Promise((done) => setTimeout(done, 1));
    await new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)));
    return performance.now() - began;
}"""
SCROLL = """async (name) => {
    const text = document.querySelector(name);
    text.scrollTop = 0;
    const frames = [];
    let last = performance.now();
    for (let step = 0; step < 180; step += 1) {
        text.scrollTop += 120;
        await new Promise(requestAnimationFrame);
        frames.push(performance.now() - last);
        last = performance.now();
    }
    return frames.slice(10).sort((a, b) => a - b);
}"""


def measure() -> list[Row]:
    """Time a document of 30,000 words with 500 tags, and one of 60,000 with 5,000."""
    with open_browser() as browser, TemporaryDirectory() as name:
        half = write_long_project(Path(name) / "half.icmo", 30_000, 500)
        painted, tagged = peer(browser, half)
        rows = opening(browser, half, painted)
        whole = write_long_project(Path(name) / "whole.icmo", 60_000, 5_000)
        return rows + opening(browser, whole) + working(browser, whole, tagged)


def peer(browser: Browser, path: Path) -> tuple[float | None, float | None]:
    """Time the same document in Taguette, where it is here: until it is shown, and one tag."""
    if not taguette.found():
        return None, None
    with Project.open(path) as project:
        turns = project.turns()["text"].tolist()
        many = len(project.tags())
    # Taguette counts bytes of the page it made; its spans lie as ours do, all over the text.
    length = sum(len(turn.encode()) for turn in turns)
    spans = [(place, place + 100) for place in range(0, length - 100, length // many)][:many]
    with taguette.shown(browser, turns, spans) as page:
        painted = statistics.median(taguette.show(page, many) for _ in range(3))
        tagged = statistics.median(
            taguette.tag(page, (place, place + 50)) for place in range(1_000, 1_500, 100)
        )
    return painted, tagged


def opening(browser: Browser, path: Path, beside: float | None = None) -> list[Row]:
    """Time how long it takes until the text and its tags are on screen."""
    with Project.open(path, coder="cilla") as project:
        page = page_of(browser, project)
        turns = project.turns()["text"].tolist()
        ours, bare = [], []
        for _ in range(5):
            bare.append(page.evaluate(BARE, turns) / 1000)
            ours.append(begin(page, project) / 1000)
        what = f"first paint, {len(turns) * 50:,} words, {len(project.tags()):,} tags"
        paint = statistics.median(ours)
        page.context.close()
    goal, met = f"{PAINT_SECONDS * 1000:.0f} ms", paint < PAINT_SECONDS
    if beside is not None:
        goal, met = f"{goal}, peer/{PAINT_TIMES}", met and paint * PAINT_TIMES < beside
    return [Row(what, paint, statistics.median(bare), goal, met, peer=beside)]


def working(browser: Browser, path: Path, beside: float | None) -> list[Row]:
    """Time tags one after the other, scrolling, and what many acts leave in memory."""
    with Project.open(path, coder="cilla") as project:
        page = page_of(browser, project)
        turns = project.turns()["text"].tolist()
        page.evaluate(BARE, turns)
        bare_frame = longest_frame(page, "body > div")
        begin(page, project)
        first_frame = longest_frame(page, ".icmo-text")
        page.wait_for_selector('.icmo-text[data-settled="1"]', timeout=60_000)
        frame = longest_frame(page, ".icmo-text")
        page.click('[data-code="meningsfuldhed"] .icmo-pin')
        page.focus(".icmo-text")
        page.keyboard.press("Control+Home")
        took = sorted(tag_next(page) for _ in range(ACTS))
        bare = []
        for start in range(ACTS):
            began = time.perf_counter()
            project.tag("long", start, start + 1, "meningsfuldhed")
            bare.append(time.perf_counter() - began)
        memory = page.context.new_cdp_session(page)
        before, kernel_before = heap(memory), resident()
        for _ in range(MANY_ACTS // 2):
            page.keyboard.press(".")
            page.keyboard.press("u")
        grown, kernel_grown = heap(memory) - before, resident() - kernel_before
        page.context.close()
    median, late = statistics.median(took), took[int(len(took) * 0.95)]
    floor = statistics.median(bare)
    frame_goal = max(0.025, FRAME_TIMES * bare_frame)
    scrolled = {"at once": first_frame, "laid out": frame}
    return [
        Row(
            "key to durable and drawn, median",
            median,
            floor,
            "70 ms",
            median < TAG_MEDIAN_SECONDS,
            peer=beside,
        ),
        Row("key to durable and drawn, p95", late, floor, "100 ms", late < TAG_SECONDS),
        *(
            Row(
                f"longest frame in scrolling, {when}",
                taken,
                bare_frame,
                "25 ms, or 1.5 x bare",
                taken < frame_goal,
            )
            for when, taken in scrolled.items()
        ),
        Row(
            f"MiB more after {MANY_ACTS:,} acts (as ms)",
            max(grown, 0) / 2**20 / 1000,
            GROWTH_BYTES / 2**20 / 1000,
            "50 MiB",
            grown < GROWTH_BYTES,
        ),
        Row(
            f"MiB more in the kernel after {MANY_ACTS:,} acts (as ms)",
            max(kernel_grown, 0) / 2**20 / 1000,
            GROWTH_BYTES / 2**20 / 1000,
            "50 MiB",
            kernel_grown < GROWTH_BYTES,
        ),
    ]


def page_of(browser: Browser, project: Project) -> Page:
    """Give a page whose messages go to a desk of the project."""
    page = browser.new_context(viewport={"width": 1400, "height": 950}).new_page()
    page.route(
        "**/*", lambda route: route.fulfill(body="<!doctype html>", content_type="text/html")
    )
    page.goto("http://icmo.test/")
    sent: list[dict[str, Any]] = []
    desk = TaggerDesk(project, sent.append)

    # Jupyter sends text as well; Playwright would take every number of it in its hand.
    def to_desk(message: dict[str, Any]) -> str:
        sent.clear()
        # Sentences are found beside the acts, in a thread that may not talk to this browser.
        beside = {"kind": "look"} if message["kind"] == "sentences" else {}
        desk.answer(message | beside)
        return json.dumps([answer | ({"refused": "later"} if beside else {}) for answer in sent])

    page.expose_function("toDesk", to_desk)
    return page


def begin(page: Page, project: Project) -> float:
    """Show the document anew. Returns the milliseconds until it is drawn."""
    document = project.documents()["document"].iloc[0]
    style = (Path(sys.modules[Tagger.__module__].__file__ or "").parent / "tagger.css").read_text()
    from icmo.workbench.pages import composed

    source = composed(Path(sys.modules[Tagger.__module__].__file__ or "").parent / "tagger.js")
    taken: float = page.evaluate(BEGIN, [source, style, document])
    return taken


def longest_frame(page: Page, scroller: str) -> float:
    """Scroll, and return the seconds of the longest frame but one: one hiccup is the machine's."""
    frames: list[float] = page.evaluate(SCROLL, scroller)
    return frames[-2] / 1000


def tag_next(page: Page) -> float:
    """Tag the next sentence. Returns the seconds until the tag is stored and drawn."""
    page.keyboard.press("Control+ArrowRight")
    taken: float = page.evaluate(TAG)
    return taken / 1000


def heap(memory: Any) -> int:
    """Return how many bytes the page holds after a clean-up."""
    memory.send("HeapProfiler.collectGarbage")
    return int(memory.send("Runtime.getHeapUsage")["usedSize"])
