"""What holds of any months: against a count by hand in plain Python, and under every reordering."""

from __future__ import annotations

import pandas as pd
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from twelve import LETTERS, MONTHS, months_of

from icmo.outcomes import attainment_table, read_months, status_table, sustained_table

SLOW = settings(max_examples=6, deadline=None, suppress_health_check=list(HealthCheck))
LAST = len(MONTHS)


@st.composite
def women(draw):
    """A few women with any months at all."""
    drawn = []
    for number in range(draw(st.integers(1, 8))):
        entry = draw(st.integers(0, 8))
        leaves = draw(st.one_of(st.none(), st.integers(entry, LAST - 1)))
        letters = draw(st.text("".join(LETTERS), min_size=LAST - entry, max_size=LAST - entry))
        drawn.append(
            (
                f"P{number}",
                draw(st.sampled_from("AB")),
                draw(st.sampled_from(("jobparat", "aktivitetsparat"))),
                MONTHS[entry],
                "" if leaves is None else MONTHS[leaves],
                "-" * entry + letters,
            )
        )
    return drawn


def goal_of(letter):
    hours, su, _, placement, subsidy, *_ = LETTERS[letter]
    return 1 if su or hours > 18.5 else 2 if hours else 3 if placement or subsidy else None


def by_hand(woman, end):
    """A woman's best goal, her sustained work at the last month, counted the long way."""
    *_, leaves, letters = woman
    last = min(MONTHS.index(end), MONTHS.index(leaves) if leaves else LAST)
    goals = [goal_of(one) for one in letters[: last + 1] if one != "-"]
    best = min((goal for goal in goals if goal), default=None)
    hours = [0.0 if one == "-" else LETTERS[one][0] for one in letters[-6:]]
    runs = [hours[at : at + 3] for at in range(4)]
    full = any(all(one > 18.5 for one in run) for run in runs)
    part = any(all(one > 0 for one in run) for run in runs)
    return str(best or "none"), "full" if full else "part" if part else "none"


@SLOW
@given(women())
def test_the_numbers_are_those_counted_by_hand(drawn):
    months = read_months(months_of(drawn))

    goals = attainment_table(months, end="2022-12", smallest=1).set_index("goal")["persons"]
    lasting = sustained_table(months, end="2022-12", smallest=1)
    lasting = lasting.set_index(["goal", "sustained"])["persons"]

    counted = [by_hand(woman, "2022-12") for woman in drawn]
    for goal in ("1", "2", "3", "none"):
        assert goals[goal] == sum(one == goal for one, _ in counted)
        for kind in ("full", "part", "none"):
            assert lasting[goal, kind] == counted.count((goal, kind))


@SLOW
@given(women(), st.randoms(use_true_random=False))
def test_order_of_rows_and_names_of_persons_change_nothing(drawn, chance):
    frame = months_of(drawn)
    order = list(range(len(frame)))
    chance.shuffle(order)
    renamed = {name: f"æ{chance.random()}" for name in set(frame["person"])}
    other = frame.iloc[order].assign(person=lambda one: one["person"].map(renamed))

    for table in (attainment_table, sustained_table, status_table):
        pd.testing.assert_frame_equal(table(frame, "case"), table(other, "case"))


@SLOW
@given(drawn=women(), cut=st.integers(1, 4))
def test_splitting_into_files_changes_nothing(tmp_path_factory, drawn, cut):
    frame = months_of(drawn)
    folder = tmp_path_factory.mktemp("split")
    for number in range(cut):
        piece = frame.iloc[number::cut]
        if number % 2:
            piece.to_parquet(folder / f"{number}.parquet")
        else:
            piece.to_csv(folder / f"{number}.csv", index=False)

    pd.testing.assert_frame_equal(
        attainment_table(frame, ("case", "category")),
        attainment_table(folder, ("case", "category")),
    )


@SLOW
@given(women())
def test_another_month_never_lowers_goal_1_and_shares_sum_to_one(drawn):
    table = attainment_table(months_of(drawn), "month", smallest=1)

    first = table[table["goal"] == "1"]["persons"].tolist()
    assert first == sorted(first)
    exclusive = table[table["goal"].isin(("1", "2", "3", "none")) & (table["n"] > 0)]
    assert (exclusive.groupby("month")["share"].sum().round(9) == 1).all()
    whole = table[(table["goal"] == "all") & (table["n"] > 0)]
    assert (whole["share"] == 1).all()
