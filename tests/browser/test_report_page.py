"""The report as HTML in a real Chromium: it runs nothing, fetches nothing, and looks as it is to."""

from __future__ import annotations

import pytest
import reports
from axe_playwright_python.sync_playwright import Axe
from reports import exhibit

from icmo.report.assembling import manuscript_of
from icmo.report.writing import written

pytestmark = pytest.mark.browser


@pytest.fixture(scope="module")
def page(tmp_path_factory, browser):
    """The stressful report, with a script in what somebody said, opened from its file."""
    folder = tmp_path_factory.mktemp("page")
    (folder / "works.bib").write_text(reports.WORKS, encoding="utf-8")
    notebooks = reports.stressful_report()
    said = '<script>document.title = "taget"</script><img src="https://example.org/x.png">'
    notebooks["9_bilag"].cells.append(exhibit("quote", text=said, speaker=said))
    made = written(manuscript_of(notebooks, folder), "html", 0).decode("utf-8")
    # What no manuscript brings in: the page's own policy has to stop it.
    slipped = (
        '<script>document.title = "taget"</script><img src="https://example.org/y.png" alt="">'
    )
    (folder / "report.html").write_text(made.replace("</main>", f"{slipped}</main>"), "utf-8")
    opened = browser.new_page(viewport={"width": 1200, "height": 900})
    opened.asked = []
    opened.told = []
    opened.stopped = []
    opened.on("request", lambda request: opened.asked.append(request.url))
    opened.on("requestfailed", lambda one: opened.stopped.append((one.url, one.failure)))
    opened.on("console", lambda message: opened.told.append(message.text))
    opened.goto((folder / "report.html").as_uri(), wait_until="load")
    return opened


def test_no_script_runs_and_no_request_leaves_even_where_one_slipped_in(page):
    assert page.title().startswith("Kvinder på vej")
    outside = [url for url in page.asked if not url.startswith(("file:", "data:"))]
    assert [(url, "csp") for url in outside] == page.stopped
    assert outside == ["https://example.org/y.png"]
    assert any("Content Security Policy" in one for one in page.told)
    assert page.get_by_text("<script>document.title").count() >= 1


def test_the_style_sheet_is_let_in(page):
    colour = page.locator("h1").evaluate("one => getComputedStyle(one).color")
    shade = page.locator("td[class*=shade]").first.evaluate(
        "one => getComputedStyle(one).backgroundColor"
    )

    assert colour == "rgb(31, 78, 121)"
    assert shade in ("rgb(31, 78, 121)", "rgb(219, 229, 239)")


def test_the_pictures_are_drawn_and_nothing_is_wider_than_the_window(page):
    drawn = page.locator("main figure img").evaluate_all(
        "all => all.map(one => one.complete && one.naturalWidth > 0)"
    )

    assert drawn == [True] * 3
    assert page.evaluate("document.documentElement.scrollWidth <= window.innerWidth")


def test_a_screen_reader_finds_its_way(page):
    found = Axe().run(page)

    assert [one["id"] for one in found.response["violations"]] == []
