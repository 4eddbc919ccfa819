"""Pictures of matrices keep every label whole and every number in its cell; tables escape what people wrote."""

from __future__ import annotations

import itertools

import matplotlib as mpl
import numpy as np
import pandas as pd
import pytest

from icmo.matrices import (
    MatrixError,
    describe_matrix,
    draw_matrix,
    matrix_html,
    ordered_matrix,
    show_matrix,
)

mpl.use("Agg")
LONG = {"m": "At gøre den ledige til medkonstruktør af sin egen indsats", "n": "Mening"}


def matrix_of(values, rows, columns, counts="passages"):
    matrix = pd.DataFrame(values, index=list(rows), columns=list(columns))
    matrix.attrs["counts"] = counts
    return matrix


@pytest.fixture(autouse=True)
def closed_figures():
    import matplotlib.pyplot as plt

    yield
    plt.close("all")


@pytest.mark.parametrize("shape", [(2, 2), (30, 2), (2, 30), (60, 3)])
def test_no_label_is_cut_however_long_or_many(shape):
    rows, columns = shape
    names = {f"c{n}": LONG["m"] for n in range(columns)}
    matrix = matrix_of(
        np.arange(rows * columns).reshape(shape),
        [f"Sagsbehandlerens kommune nummer {n}" for n in range(rows)],
        names,
    )

    figure = draw_matrix(matrix, labels=names).figure
    figure.canvas.draw()

    frame = figure.bbox
    for ax in figure.axes:
        for label in [*ax.get_xticklabels(), *ax.get_yticklabels(), ax.xaxis.label]:
            box = label.get_window_extent()
            assert frame.x0 <= box.x0 <= box.x1 <= frame.x1, label.get_text()
            assert frame.y0 <= box.y0 <= box.y1 <= frame.y1, label.get_text()
        boxes = [label.get_window_extent() for label in ax.get_yticklabels()]
        assert all(one.y0 >= other.y1 - 1 for one, other in itertools.pairwise(boxes))


def test_every_number_but_nought_stands_in_its_cell_and_can_be_read():
    ax = draw_matrix(matrix_of([[0, 1], [12, 30]], "AB", "mn"), labels=LONG)

    written = {text.get_position(): text for text in ax.texts}
    assert {place: text.get_text() for place, text in written.items()} == {
        (1, 0): "1",
        (0, 1): "12",
        (1, 1): "30",
    }
    assert written[1, 1].get_color() == "white"
    assert written[0, 1].get_color() == "black"


def test_the_diagonal_of_a_square_is_white_and_keeps_its_number():
    ax = draw_matrix(matrix_of([[50, 8], [8, 40]], "mn", "mn"))

    assert ax.images[0].get_array().tolist() == [[0, 1], [1, 0]]
    assert [text.get_text() for text in ax.texts] == ["50", "8", "8", "40"]


def test_a_matrix_too_large_to_read_says_how_much_is_left_out():
    ax = draw_matrix(matrix_of(np.ones((70, 2)), range(70), "mn"), language="en")

    assert len(ax.get_yticks()) == 60
    assert "Only the first 60; the whole table is 70 × 2." in ax.get_xlabel()


def test_the_picture_says_in_words_what_it_shows():
    matrix = matrix_of([[50, 2, 0], [2, 40, 7], [0, 7, 9]], "mnk", "mnk", "cases")

    assert describe_matrix(matrix, LONG, "da") == (
        "Tabel med 3 rækker og 3 kolonner; tallene er cases. Mening og k: 7. "
        "At gøre den ledige til medkonstruktør af sin egen indsats og Mening: 2."
    )


def test_like_rows_stand_side_by_side_when_clustered():
    matrix = matrix_of([[9, 1, 0], [0, 1, 9], [18, 2, 0], [0, 3, 20]], "abcd", "mnk")

    rows = ordered_matrix(matrix, columns=None).index.tolist()

    assert {frozenset(rows[:2]), frozenset(rows[2:])} == {frozenset("ac"), frozenset("bd")}
    assert ordered_matrix(matrix, "total", "name").index.tolist() == ["d", "c", "a", "b"]
    assert ordered_matrix(matrix, "total", "name").columns.tolist() == ["k", "m", "n"]
    assert ordered_matrix(matrix).attrs == {"counts": "passages"}


def test_a_square_stays_square_in_any_order():
    matrix = matrix_of([[5, 0, 3], [0, 4, 0], [3, 0, 6]], "mnk", "mnk")

    ordered = ordered_matrix(matrix)

    assert ordered.index.tolist() == ordered.columns.tolist()
    assert ordered.loc["m", "k"] == 3


def test_an_order_that_does_not_exist_is_refused(monkeypatch):
    monkeypatch.setenv("ICMO_LANGUAGE", "en")

    with pytest.raises(MatrixError, match='Did you mean "total"'):
        ordered_matrix(matrix_of([[1]], "a", "b"), "totals")


def test_what_people_wrote_is_text_in_the_table_and_never_markup():
    html = matrix_html(
        matrix_of([["<b>x</b>"]], ["<i>"], ["&"], "cases"), title="<u>", language="en"
    )

    assert "<b>" not in html
    assert "<i>" not in html
    assert "<u>" not in html
    assert "&lt;b&gt;x&lt;/b&gt;" in html


def test_the_table_has_headings_for_rows_and_columns_and_says_what_it_counts():
    shown = show_matrix(matrix_of([[3, 0.5]], ["A"], "mn"), "Mekanismer", LONG, "da")

    html = shown._repr_html_()
    assert '<th scope="row">A</th>' in html
    assert '<th scope="col" class="number">Mening</th>' in html
    assert "Tallene er passager." in html
    assert ">0,50<" in html
    assert shown.html().startswith('<!doctype html><html lang="da">')


def test_one_passage_is_not_drawn_as_much():
    ax = draw_matrix(matrix_of([[0, 1], [0, 0]], "AB", "mn"))

    assert ax.images[0].get_array().max() == 1 / 4


def test_roles_are_said_in_the_language_of_the_reader():
    matrix = matrix_of([[3, 1]], ["A"], ["mechanism", "outcome"])
    matrix.columns.name = "role"

    ax = draw_matrix(matrix, language="da")

    assert [label.get_text() for label in ax.get_xticklabels()] == ["Mekanisme", "Udkomme"]
    assert ">Mekanisme<" in show_matrix(matrix, language="da")._repr_html_()
    assert "A og Mekanisme: 3." in describe_matrix(matrix, language="da")


def test_one_row_is_called_a_row():
    assert describe_matrix(matrix_of([[0]], "a", "m"), language="da").startswith(
        "Tabel med 1 række og 1 kolonne"
    )
