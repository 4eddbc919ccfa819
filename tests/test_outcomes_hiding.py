"""Small numbers are hidden, and nobody who knows every sum can work one out."""

from __future__ import annotations

import itertools

import numpy as np
import pandas as pd
from hypothesis import given, settings
from hypothesis import strategies as st
from twelve import months_of

from icmo.outcomes import attainment_table, figure_table, hide_small, sustained_table


def cells_of(numbers):
    numbers = np.asarray(numbers)
    names = "abc"[: numbers.ndim]
    places = itertools.product(*(range(size) for size in numbers.shape))
    return pd.DataFrame(list(places), columns=list(names)).assign(persons=numbers.ravel()), list(
        names
    )


def hidden_of(numbers, smallest=5):
    cells, sides = cells_of(numbers)
    return hide_small(cells, sides, smallest).reshape(np.shape(numbers))


def test_a_small_cell_is_hidden_with_one_more_in_its_row_and_column():
    hidden = hidden_of([[20, 3, 30], [40, 50, 60], [10, 9, 70]])

    assert hidden[0, 1]
    assert hidden.sum() == 4
    assert (
        {int(one) for one in hidden.sum(axis=0)}
        == {int(one) for one in hidden.sum(axis=1)}
        == {0, 2}
    )


def test_nothing_is_hidden_where_nothing_is_small_and_nought_may_be_shown():
    assert not hidden_of([[20, 0], [40, 50]]).any()


def test_two_small_cells_that_together_are_small_take_a_third_along():
    hidden = hidden_of([2, 1, 40, 50])

    assert hidden.tolist() == [True, True, True, False]


def known(numbers, hidden):
    """The hidden cells that follow from the sums along every side, by exact algebra."""
    places = np.flatnonzero(hidden.ravel())
    lines = []
    for axis in range(numbers.ndim):
        ids = np.arange(numbers.size).reshape(numbers.shape)
        lines += list(np.moveaxis(ids, axis, -1).reshape(-1, numbers.shape[axis]))
    matrix = np.array([np.isin(places, line) for line in lines], dtype=float)
    rank = np.linalg.matrix_rank
    return [
        place
        for at, place in enumerate(places)
        if rank(np.vstack([matrix, np.eye(len(places))[at]])) == rank(matrix)
    ]


@settings(max_examples=60, deadline=None)
@given(
    st.sampled_from([(6,), (3, 4), (5, 3), (2, 3, 3)]).flatmap(
        lambda shape: st.lists(
            st.integers(0, 30), min_size=int(np.prod(shape)), max_size=int(np.prod(shape))
        ).map(lambda numbers: np.array(numbers).reshape(shape))
    )
)
def test_no_hidden_number_follows_from_the_sums(numbers):
    hidden = hidden_of(numbers)

    assert hidden[(numbers > 0) & (numbers < 5)].all()
    # Where a whole table is hidden there was nothing left to hide.
    if not hidden.all():
        unfinished = [place for place in known(numbers, hidden) if not _all_hidden(hidden, place)]
        assert unfinished == []


def _all_hidden(hidden, place):
    """Whether each line through a cell is hidden whole."""
    at = np.unravel_index(place, hidden.shape)
    lines = [hidden[(*at[:axis], slice(None), *at[axis + 1 :])] for axis in range(hidden.ndim)]
    return all(line.all() for line in lines)


def test_tables_hide_small_cells_their_shares_and_sums_that_give_them_away():
    table = attainment_table(months_of(), "case", end="2022-12", smallest=3)

    hidden = table[table["suppressed"]]
    assert len(hidden)
    assert hidden[["persons", "share"]].isna().all(axis=None)
    shown = table[~table["suppressed"]]
    assert (shown["persons"].eq(0) | shown["persons"].ge(3)).all()


def test_a_group_that_is_small_itself_shows_no_n_and_nor_does_another():
    table = attainment_table(months_of(), "category", end="2022-12", smallest=2)

    alone = table[table["category"].isin(("selvforsørgende", "øvrig ydelse"))]
    assert alone[["persons", "n", "share"]].isna().all(axis=None)
    assert table[table["category"] == "aktivitetsparat"]["n"].notna().all()


def test_figures_and_sustained_work_hide_too():
    assert sustained_table(months_of(), smallest=3)["suppressed"].any()
    for number in (2, 4, 5, 8, 10):
        table = figure_table(number, months_of(), smallest=3)
        shown = table["persons"].dropna()
        assert (shown.eq(0) | shown.ge(3)).all(), number
