"""Figures show the numbers of their tables, whole and readable in grey; the words say the same."""

from __future__ import annotations

import itertools

import matplotlib as mpl
import pytest
from matplotlib.colors import to_rgb
from twelve import months_of

from icmo._package_data import package_data
from icmo.outcomes import (
    FIGURES,
    attainment_table,
    describe_course,
    describe_figure,
    describe_flow,
    draw_course,
    draw_figure,
    draw_flow,
    drawing,
    figure_table,
    flow_table,
    read_months,
)

mpl.use("Agg")
END = {"end": "2022-12"}
SAMPLE = package_data("interviews_sample") / "months.csv.gz"


@pytest.fixture(autouse=True)
def closed_figures():
    import matplotlib.pyplot as plt

    yield
    plt.close("all")


@pytest.fixture(scope="module")
def months():
    return read_months(months_of())


@pytest.fixture(scope="module")
def sample():
    return read_months(SAMPLE)


def written(ax):
    ax.figure.canvas.draw()
    return [text.get_text() for text in ax.texts]


def test_the_numbers_of_the_twelve_by_figure(months):
    def shares(number):
        table = figure_table(number, months, smallest=1, **END)
        return {
            (row["group"], row["part"]): (int(row["persons"]), int(row["n"]))
            for row in table.to_dict("records")
        }

    assert shares(1)["aktivitetsparat", ""] == (7, 12)
    assert shares(2)["A", "jobparat"] == (2, 6)
    assert shares(3) == {("1", ""): (4, 12), ("2", ""): (2, 12), ("3", ""): (2, 12)}
    assert shares(4)["1", "full"] == (2, 4)
    assert shares(4)["2", "part"] == (1, 2)
    assert list(shares(5))[:4] == [
        *(("A", "aktivitetsparat"), ("A", "1+2"), ("A", "full"), ("A", "part"))
    ]
    assert shares(5)["B", "full"] == (1, 6)
    assert shares(7)["aktivitetsparat", "1"] == (2, 7)
    assert shares(8)["1", "full"] == (1, 2)
    assert shares(9)["work_full", ""] == (4, 12)
    assert shares(10)["benefit", ""] == (3, 7)


@pytest.mark.parametrize("number", FIGURES)
@pytest.mark.parametrize("language", ["da", "en"])
def test_a_figure_shows_every_number_with_its_n_and_notes_and_cuts_nothing(
    months, number, language
):
    table = figure_table(number, months, smallest=1, **END)

    ax = draw_figure(table, language=language)

    words = " ".join(written(ax))
    for share in table["share"]:
        assert f"{int(share * 100 + 0.5 + 1e-9)}" in words
    assert all("n = " in label.get_text() for label in ax.get_yticklabels())
    assert "12 " in ax.get_xlabel()
    frame = ax.figure.bbox
    shown = [*ax.get_yticklabels(), *ax.texts, ax.title, ax.xaxis.label]
    for text in (one for one in shown if one.get_text()):
        box = text.get_window_extent()
        assert frame.x0 - 1 <= box.x0 <= box.x1 <= frame.x1 + 1, text.get_text()
        assert frame.y0 - 1 <= box.y0 <= box.y1 <= frame.y1 + 1, text.get_text()


@pytest.mark.parametrize("number", FIGURES)
def test_the_words_of_a_figure_hold_every_number_of_its_table(months, number):
    table = figure_table(number, months, smallest=1, **END)

    words = describe_figure(table, "en")

    for share in table["share"]:
        assert f"{int(share * 100 + 0.5 + 1e-9)}%" in words
    assert "exactly 18.5 hours count as part-time" in words
    assert "Measured 2023-02." in words


def test_what_is_hidden_is_an_asterisk_with_a_note(months):
    table = figure_table(4, months, smallest=3, **END)

    ax = draw_figure(table, language="en")

    assert table["suppressed"].any()
    assert "*" in " ".join(written(ax))
    assert "* hidden: fewer than 3 persons" in ax.get_xlabel().replace("\n", " ")
    assert "* hidden" in describe_figure(table, "en")


def test_neighbouring_fills_are_told_apart_in_grey_by_lightness_or_hatching():
    looks = [
        (
            sum(
                part * weight
                for part, weight in zip(to_rgb(fill), (0.299, 0.587, 0.114), strict=True)
            ),
            hatch,
        )
        for fill, hatch in zip(drawing.FILLS, drawing._HATCHES, strict=True)  # noqa: SLF001 - what is drawn with
    ]

    for (one, first), (other, second) in itertools.pairwise(looks):
        assert abs(one - other) > 0.15 or first != second


def test_the_course_has_a_line_for_each_goal_and_says_that_lines_may_fall(months):
    table = attainment_table(months, "month", smallest=1, **END)

    ax = draw_course(table, language="en")

    lines = [line.get_ydata() for line in ax.lines]
    assert len(lines) == 4
    assert any(later < sooner for sooner, later in itertools.pairwise(lines[2]))
    assert "The lower goals can fall" in ax.get_xlabel().replace("\n", " ")
    assert "Goal 3: highest 25% in 2022-04, 17% at the end." in describe_course(table, "en")


def test_paths_are_drawn_as_bands_as_high_as_the_persons_in_them(months):
    table = flow_table(months, smallest=1, **END)

    ax = draw_flow(table, language="en")

    bands = [patch for patch in ax.patches if type(patch).__name__ == "PathPatch"]
    assert len(bands) == int((table["persons"] > 0).sum())
    assert {"Goal 1", "aktivitetsparat"} <= {
        word.split("\n")[0].rsplit(" ", 1)[0] if "\n" not in word else word.split("\n")[0]
        for word in written(ax)
    }
    assert "aktivitetsparat → Goal 1: 2 (29%)" in describe_flow(table, "en")


PUBLISHED = [
    (1, "aktivitetsparat", "", 0.55, 0.03),  # "a little more than half"
    (1, "selvforsørgende", "", 0.07, 0.02),
    (1, "øvrig ydelse", "", 0.08, 0.02),
    (3, "1", "", 0.38, 0.02),
    (3, "2", "", 0.12, 0.02),
    (3, "3", "", 0.22, 0.02),
    (4, "1", "full", 0.47, 0.02),
    (4, "1", "part", 0.20, 0.02),
    (4, "2", "full", 0.02, 0.02),
    (4, "2", "part", 0.33, 0.02),
    (4, "3", "full", 0.0, 0.02),
    (9, "fleksjob", "", 0.02, 0.02),
    (9, "pension", "", 0.05, 0.02),
    (9, "benefit", "", 0.51, 0.02),
    (9, "supported", "", 0.10, 0.02),
    (10, "fleksjob", "", 0.03, 0.02),
    (10, "pension", "", 0.09, 0.02),
]


@pytest.mark.parametrize(("number", "group", "part", "share", "within"), PUBLISHED)
def test_the_sample_gives_the_published_shares(sample, number, group, part, share, within):
    # Everybody in the sample is invented, so nobody is given away.
    table = figure_table(number, sample, smallest=1, **END).set_index(["group", "part"])

    assert abs(table.loc[(group, part), "share"] - share) <= within


def test_the_sample_gives_the_published_sums(sample):
    status = figure_table(9, sample, smallest=1).set_index("group")["share"]
    unready = figure_table(10, sample, smallest=1).set_index("group")["share"]
    goals = figure_table(7, sample, smallest=1, **END).set_index(["group", "part"])["share"]
    working = ["education", "work_full", "work_part"]

    assert abs(status[working].sum() - 0.32) <= 0.02
    assert abs(unready[working].sum() - 0.22) <= 0.02
    assert abs(goals["aktivitetsparat", "1"] + goals["aktivitetsparat", "2"] - 0.33) <= 0.02
