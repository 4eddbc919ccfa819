"""What is seen in the tagger is right wherever one goes and whatever the window does."""

from __future__ import annotations

import pytest
from boarding import copy_project
from long_document import write_long_project
from tagging import (
    NAME,
    cells,
    count,
    press,
    select,
    tag,
    tags_of,
    to_text,
    wait_count,
    wait_ready,
)

from icmo import Project

pytestmark = pytest.mark.browser

WORDS = "Så er der en kontrakt, og der kommer en lønseddel"
#: How many pixels the handles stand off the ends of the tag in focus; null where there are none.
OFF = """() => {
    const [first, last] = ['start', 'end'].map((side) => document.querySelector(`.icmo-handle[data-side="${side}"]:not([hidden])`)?.getBoundingClientRect());
    const [focus] = [...CSS.highlights].filter(([name]) => name.endsWith('-focus')).flatMap(([, h]) => [...h]);
    if (!first || !last || !focus) return null;
    const range = document.createRange();
    range.setStart(focus.startContainer, focus.startOffset);
    range.setEnd(focus.endContainer, focus.endOffset);
    const rects = [...range.getClientRects()];
    const [from, to] = [rects[0], rects.at(-1)];
    return Math.max(...[first.left + 4 - from.left, first.top - from.top, last.left + 4 - to.right, last.top - to.top].map(Math.abs));
}"""
#: Turns in view whose tags are not all painted, or whose stripes do not stand beside their words.
WRONG = """(spans) => {
    const room = document.querySelector('.icmo-text').getBoundingClientRect();
    const painted = new Map();
    for (const [name, highlight] of CSS.highlights) {
        if (/-(chosen|focus|hit|waiting)$/.test(name)) continue;
        for (const range of highlight) {
            const said = range.startContainer.parentElement;
            painted.set(said, (painted.get(said) ?? 0) + 1);
        }
    }
    const wrong = [];
    let seen = 0;
    for (const turn of document.querySelectorAll('.icmo-turn')) {
        const box = turn.getBoundingClientRect();
        if (box.bottom <= room.top || box.top >= room.bottom) continue;
        seen += 1;
        const said = turn.querySelector('.icmo-said');
        const own = Object.entries(spans[turn.dataset.row] ?? {});
        if ((painted.get(said) ?? 0) !== own.length) wrong.push(`${turn.dataset.row}: ${painted.get(said)} of ${own.length}`);
        for (const [tag, [start, end]] of own) {
            const range = document.createRange();
            range.setStart(said.firstChild, start);
            range.setEnd(said.firstChild, end);
            const [words, bar] = [range, turn.querySelector(`.icmo-bar[data-tag="${tag}"]`)].map((one) => one?.getBoundingClientRect());
            if (!bar || Math.abs(words.top - bar.top) > 2 || Math.abs(words.bottom - bar.bottom) > 2) wrong.push(`${turn.dataset.row}: ${tag}`);
        }
    }
    return seen ? wrong : ['nothing is seen'];
}"""


def spans_by_turn(path) -> dict:
    """Where tags stand in each turn of the only document: {turn: {tag: [start, end]}}."""
    with Project.open(path) as project:
        turns, tags = project.turns(), project.tags()
    found: dict = {}
    for number, (start, end) in enumerate(zip(turns["start"], turns["end"], strict=True)):
        for one in tags[(tags["start"] < end) & (tags["end"] > start)].itertuples():
            within = [max(one.start - start, 0), min(one.end, end) - start]
            found.setdefault(str(number), {})[one.tag] = [int(place) for place in within]
    return found


def wait_right(page, spans) -> None:
    page.wait_for_function(f"(spans) => !({WRONG})(spans).length", arg=spans)


def paintings(page, mark: str) -> int:
    return page.evaluate(
        """(mark) => [...CSS.highlights].filter(([name]) => name.endsWith(mark))
            .reduce((sum, [, highlight]) => sum + highlight.size, 0)""",
        mark,
    )


@pytest.fixture
def project(lab):
    return copy_project(lab, "sight.icmo")


@pytest.fixture
def page(open_notebook, project):
    page = open_notebook("sight.ipynb", cells(project=project))
    wait_ready(page)
    return page


@pytest.fixture
def focused(page, lab, project):
    """One's own tag in focus, with the handles at its ends."""
    tag(page, WORDS, "mening")
    page.click(f'.icmo-mark[data-tag="{tags_of(lab, project=project)["tag"][0]}"]')
    page.wait_for_function(f"({OFF})() < 2")
    return page


def test_the_handles_stay_at_the_ends_of_their_tag(focused, lab, project):
    before = count(focused)
    with Project.open(lab.folder / project, coder="dorte") as other:
        mine = other.tags()[lambda tags: tags["coder"] == "cilla"].iloc[0]
        turns = other.turns(mine["document"])
        (above,) = turns[turns["start"] < mine["start"]].iloc[-2:-1].itertuples()
        other.tag_many(
            {
                "document": mine["document"],
                "start": above.start + place,
                "end": above.start + place + 12,
                "code": "meningsfuldhed",
                "coder": "dorte",
            }
            for place in range(0, 12, 2)
        )
    wait_count(focused, before + 6)
    focused.wait_for_function(f"({OFF})() < 2")
    for width in (900, 700, 1500):
        focused.set_viewport_size({"width": width, "height": 950})
        focused.wait_for_function(f"({OFF})() < 2")


def test_a_drag_that_the_browser_breaks_off_changes_nothing(focused, lab, project):
    box = focused.locator('.icmo-handle[data-side="start"]').bounding_box()
    focused.mouse.move(box["x"] + 4, box["y"] + 5)
    focused.mouse.down()
    focused.mouse.move(box["x"] + 60, box["y"] + 5, steps=3)
    focused.dispatch_event('.icmo-handle[data-side="start"]', "pointercancel")
    focused.mouse.move(box["x"] + 90, box["y"] + 5, steps=3)
    focused.mouse.up()
    focused.wait_for_function(f"({OFF})() < 2")
    select(focused, "Et kvarters tid.")

    assert tags_of(lab, project=project)["text"].tolist() == [WORDS]


def test_hits_stay_marked_when_less_of_the_tags_is_shown(page):
    to_text(page)
    press(page, "f")
    page.keyboard.type("lønseddel")
    press(page, "Enter")
    page.wait_for_selector(".icmo-hits li")
    before = paintings(page, "-hit")
    page.click(".icmo-tabs button >> nth=4")
    page.locator(".icmo-sheet-show input").first.uncheck()

    assert paintings(page, "-hit") == before > 0


def test_after_the_last_tag_comes_the_first(page):
    to_text(page)
    press(page, "Control+Home", "]")
    page.wait_for_selector(".icmo-card:not([hidden])")
    first = page.get_attribute(".icmo-card .icmo-about", "data-tag")
    press(page, "Escape", "Control+End", "]")
    page.wait_for_selector(".icmo-card:not([hidden])")

    assert page.get_attribute(".icmo-card .icmo-about", "data-tag") == first


def test_a_passage_outside_what_was_said_hinders_nobody(open_notebook, lab, project):
    with Project.open(lab.folder / project, coder="cilla") as opened:
        document = opened.documents()[lambda known: known["name"] == NAME]["document"].iloc[0]
        end = int(opened.turns(document)["start"].min())
        start = end - len(opened.text(document)[:end].split("\n")[-1])
        outside = opened.tag(document, start, end - 1, "meningsfuldhed")
    page = open_notebook("sight.ipynb", cells(project=project))
    wait_ready(page)
    to_text(page)
    press(page, "Control+Home", "[")
    page.wait_for_selector(f'.icmo-card:not([hidden]) [data-tag="{outside}"]')
    press(page, "]")
    page.wait_for_selector(f'.icmo-card:not([hidden]) .icmo-about:not([data-tag="{outside}"])')


@pytest.fixture
def long(lab):
    path = lab.folder / "far.icmo"
    return path if path.exists() else write_long_project(path, words=20_000, tags=1_500)


def test_all_tags_in_sight_are_painted_wherever_one_goes(open_notebook, long):
    page = open_notebook("far.ipynb", cells("long", project=long.name))
    wait_ready(page)
    spans = spans_by_turn(long)
    wait_right(page, spans)
    to_text(page)
    for key in ("PageDown", "End", "PageUp", "Home", "End", "Control+Home", "Control+End"):
        press(page, key)
        wait_right(page, spans)
    for place in (9_000, 30_000, 500, 21_000):
        page.evaluate(
            "(place) => { document.querySelector('.icmo-text').scrollTop = place; }", place
        )
        wait_right(page, spans)
    for width in (820, 1500):
        page.set_viewport_size({"width": width, "height": 950})
        wait_right(page, spans)


def test_on_a_sheet_that_is_not_shown_nothing_is_drawn_and_all_is_right_afterwards(
    open_notebook, lab
):
    path = write_long_project(lab.folder / "aside.icmo", words=5_000, tags=400)
    page = open_notebook("aside.ipynb", cells("long", project="aside.icmo"))
    wait_ready(page)
    wait_right(page, spans_by_turn(path))
    page.evaluate("jupyterapp.commands.execute('launcher:create')")
    page.wait_for_selector(".icmo-text", state="hidden")
    with Project.open(path, coder="dorte") as other:
        document = other.documents()["document"].iloc[0]
        for turn in other.turns().iloc[:6].itertuples():
            other.tag(document, turn.start + 3, turn.start + 40, "meningsfuldhed")
    wait_count(page, 406)
    page.wait_for_function(
        """() => ![...CSS.highlights].some(([name, highlight]) => highlight.size)"""
    )
    page.evaluate("jupyterapp.shell.activateById([...jupyterapp.shell.widgets('main')][0].id)")

    wait_right(page, spans_by_turn(path))
