"""How long one waits for the boards, in a real browser, beside a page that shows the bare text.

200 configurations on the board and 120 boxes on the map. The pages talk with their desks without
Jupyter in between, so that what is measured is ours: reading the project, laying out, drawing.
"""

from __future__ import annotations

import json
import statistics
import sys
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING, Any

from measuring import Row

from icmo import Codebook, Project
from icmo.workbench import ConfigurationBoard, MapView

sys.path.append(str(Path(__file__).parent.parent / "tests"))
from chromium import open_browser

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page

    from icmo.workbench.boards import Board

PAINT_SECONDS, FRAME_SECONDS, FRAME_TIMES = 1.0, 0.05, 2.0
CONFIGURATIONS, BOXES = 200, 120
RUNS = 5
BARE = """(texts) => {
    const began = performance.now();
    document.body.innerHTML = '<div style="height:800px;overflow:auto"></div>';
    for (const text of texts) {
        const said = document.createElement('p');
        said.textContent = text;
        document.body.firstChild.append(said);
    }
    return new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(() => done(performance.now() - began))));
}"""
BEGIN = """async ([source, style]) => {
    const began = performance.now();
    const [handlers, traits] = [[], { _height: '900px' }];
    const model = {
        get: (name) => traits[name], on: (_, handler) => handlers.push(handler), off: () => {},
        send: async (message) => {
            const asked = performance.now();
            const replies = JSON.parse(await toDesk(JSON.stringify(message)));
            window.asked_ = (window.asked_ ?? 0) + performance.now() - asked;
            replies.forEach((reply) => handlers.forEach((handler) => handler(reply)));
        },
    };
    const [host, sheet] = [document.createElement('div'), document.createElement('style')];
    sheet.textContent = style;
    document.body.replaceChildren(sheet, host);
    const page = await import(URL.createObjectURL(new Blob([source], { type: 'text/javascript' })));
    page.default.render({ model, el: host });
    while (host.dataset.ready !== '1') await new Promise((done) => setTimeout(done, 1));
    await new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)));
    return performance.now() - began;
}"""
FRAMES = """() => {
    window.frames_ = [];
    let last = performance.now();
    const step = () => { const now = performance.now(); frames_.push(now - last); last = now; if (window.measuring) requestAnimationFrame(step); };
    window.measuring = true;
    requestAnimationFrame(step);
}"""
TAKEN = "() => { window.measuring = false; return frames_.slice(2).sort((a, b) => a - b); }"


def measure() -> list[Row]:
    """Time the first paint of the board and of the map, and the frames while something is dragged."""
    with open_browser() as browser, TemporaryDirectory() as name:
        path = write_theory(Path(name) / "theory.icmo")
        with Project.open(path, coder="cilla") as project:
            board = page_of(browser, ConfigurationBoard, project)
            rows = [
                paint(board, ConfigurationBoard, f"first paint, {CONFIGURATIONS} configurations")
            ]
            rows.append(dragged(board, "dragging a code over the board", drag_code))
            board.context.close()
            view = page_of(browser, MapView, project)
            rows.append(paint(view, MapView, f"first paint, map of {BOXES} boxes"))
            rows.append(dragged(view, "dragging the map", drag_map))
            view.context.close()
    return rows


def write_theory(path: Path) -> Path:
    """Write a project of many configurations, each with two passages, and 120 codes in all."""
    text = path.with_suffix(".txt")
    text.write_text("Anna: Det gav mening for mig at komme i arbejde.\n" * 40, encoding="utf-8")
    codebook = Codebook.load("kib")
    codes = codebook.codes()
    slots = {"intervention": 30, "context": 20, "mechanism": 25, "outcome": 30, "moderator": 15}
    every = codes["code"].tolist()
    chosen, at = {}, 0
    for slot, count in slots.items():
        chosen[slot] = every[at : at + count]
        at += count
    with Project.create(path, codebook, coder="cilla") as project:
        project.import_documents(text)
        document = project.documents()["document"][0]
        for number in range(CONFIGURATIONS):
            parts: dict[str, Any] = {
                slot: [some[number % len(some)]]
                for slot, some in chosen.items()
                if slot != "moderator"
            }
            moderator = chosen["moderator"][number % slots["moderator"]]
            acts = {"code": moderator, "on": parts["mechanism"][0], "effect": "strengthens"}
            made = project.configure(**parts, moderator=[acts], title=f"Forklaring {number}")
            for place in (number, number + 300):
                project.add_evidence(made, document, place, place + 20)
    return path


def page_of(browser: Browser, widget: type[Board], project: Project) -> Page:
    """Give a page whose messages go to a desk of the project."""
    page = browser.new_context(viewport={"width": 1400, "height": 950}).new_page()
    page.route(
        "**/*", lambda route: route.fulfill(body="<!doctype html>", content_type="text/html")
    )
    page.goto("http://icmo.test/")
    sent: list[dict[str, Any]] = []
    desk = widget.desk_class(project, sent.append)

    def to_desk(message: str) -> str:
        sent.clear()
        desk.answer(json.loads(message))
        return json.dumps(sent)

    page.expose_function("toDesk", to_desk)
    return page


def paint(page: Page, widget: type[Board], what: str) -> Row:
    """Time how long it takes until everything is on screen."""
    texts = ["Det gav mening for mig at komme i arbejde."] * CONFIGURATIONS
    bare, ours = [], []
    for _ in range(RUNS):
        bare.append(page.evaluate(BARE, texts) / 1000)
        ours.append(page.evaluate(BEGIN, [widget._esm, widget._css]) / 1000)  # noqa: SLF001
    median = statistics.median(ours)
    goal = f"{PAINT_SECONDS * 1000:.0f} ms"
    return Row(what, median, statistics.median(bare), goal, median < PAINT_SECONDS)


def dragged(page: Page, what: str, drag: Any) -> Row:
    """Take the frames while something is dragged, beside those while the mouse only moves."""
    page.evaluate(FRAMES)
    for step in range(40):
        page.mouse.move(1200 - step, 300 + step)
    bare = page.evaluate(TAKEN)
    page.evaluate(FRAMES)
    drag(page)
    ours = page.evaluate(TAKEN)
    late, usual = (some[int(len(some) * 0.95)] / 1000 for some in (ours, bare))
    goal = f"{FRAME_SECONDS * 1000:.0f} ms, or 2 x bare"
    return Row(
        f"{what}, p95 frame", late, usual, goal, late < max(FRAME_SECONDS, FRAME_TIMES * usual)
    )


def drag_code(page: Page) -> None:
    """Drag a code from one slot over others, and let it go where nothing is."""
    box = page.locator(".icmo-slot .icmo-chip").first.bounding_box() or {"x": 0, "y": 0}
    page.mouse.move(box["x"] + 20, box["y"] + 8)
    page.mouse.down()
    for step in range(60):
        page.mouse.move(box["x"] + 20 + step * 9, box["y"] + 8 + step * 9)
    page.mouse.move(1200, 5)
    page.mouse.up()


def drag_map(page: Page) -> None:
    """Drag the map to and fro."""
    page.mouse.move(300, 800)
    page.mouse.down()
    for step in range(60):
        page.mouse.move(300 + 3 * step, 800 - 4 * step)
    page.mouse.up()
