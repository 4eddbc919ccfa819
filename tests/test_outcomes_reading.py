"""Files of months as they really come: what is wrong in them is named by row and column, and counted."""

from __future__ import annotations

import gzip

import pandas as pd
import pytest
from twelve import COLUMNS, months_of

from icmo.outcomes import MonthsError, OutcomeError, attainment_table, read_months

HEAD = ",".join(COLUMNS)
GOOD = "P1,A,jobparat,2022-01,,2022-01,10.5,0,1,0,0,0,0"


def in_file(folder, *rows, head=HEAD, name="months.csv", encoding="utf-8"):
    path = folder / name
    path.write_bytes(("\n".join([head, *rows]) + "\n").encode(encoding))
    return path


def same_numbers(source, **options):
    expected = attainment_table(months_of(), ("case", "category"), smallest=1)
    pd.testing.assert_frame_equal(
        attainment_table(read_months(source, **options), ("case", "category"), smallest=1), expected
    )


@pytest.mark.parametrize(
    ("row", "said"),
    [
        (
            "P2,A,jobparat,2022-01,,2022-13,0,0,0,0,0,0,0",
            'row 3, column month: "2022-13" cannot be read',
        ),
        (
            "P2,A,jobparat,2022-01,,2022-02,-4,0,0,0,0,0,0",
            "row 3, column hours: -4 hours is less than none",
        ),
        (
            "P2,A,jobparat,2022-01,,2022-02,169,0,0,0,0,0,0",
            "row 3, column hours: 169 hours is more than a week",
        ),
        (
            "P2,A,jobparat,2022-01,,2022-02,mange,0,0,0,0,0,0",
            'row 3, column hours: "mange" cannot be read',
        ),
        ("P2,A,jobparat,2022-01,,2022-02,,0,0,0,0,0,0", "row 3, column hours: the cell is empty"),
        ("P2,,jobparat,2022-01,,2022-02,0,0,0,0,0,0,0", "row 3, column case: the cell is empty"),
        (",A,jobparat,2022-01,,2022-02,0,0,0,0,0,0,0", "row 3, column person: the cell is empty"),
        (
            "P2,A,jobparat,2022-01,,2022-02,0,42,0,0,0,0,0",
            'row 3, column su: "42" is no number of days',
        ),
        (
            "P2,A,jobparat,2022-01,,2022-02,0,måske,0,0,0,0,0",
            'row 3, column su: "måske" cannot be read',
        ),
        (
            "P1,A,jobparat,2022-01,,2022-01,0,0,0,0,0,0,0",
            "row 3, column month: the person has the same month in row 2",
        ),
        (
            "P1,B,jobparat,2022-01,,2022-02,0,0,0,0,0,0,0",
            'row 3, column case: the person has "B" here',
        ),
        (
            "P1,A,andet,2022-01,,2022-02,0,0,0,0,0,0,0",
            'row 3, column category: the person has "andet" here',
        ),
        (
            "P1,A,jobparat,2022-02,,2022-02,0,0,0,0,0,0,0",
            'row 3, column entry: the person has "2022-02" here',
        ),
        (
            "P2,A,jobparat,2022-03,,2022-02,0,0,0,0,0,0,0",
            "row 3, column month: the month 2022-02 is before the person's entry",
        ),
        (
            "P2,A,jobparat,2022-02,2022-01,2022-02,0,0,0,0,0,0,0",
            "row 3, column exit: the exit 2022-01 is before the entry",
        ),
    ],
)
def test_an_error_is_named_by_file_row_and_column_and_nothing_is_counted(tmp_path, row, said):
    with pytest.raises(MonthsError) as caught:
        attainment_table(in_file(tmp_path, GOOD, row))

    assert f"months.csv {said}" in str(caught.value)
    assert "Nothing was counted" in str(caught.value)
    assert len(caught.value.problems[caught.value.problems["level"] == "error"]) == 1


def test_a_month_outside_the_period_asked_for_is_an_error(tmp_path):
    with pytest.raises(MonthsError, match="row 2, column month: the month 2022-01 is outside"):
        read_months(in_file(tmp_path, GOOD), first="2022-02")
    with pytest.raises(MonthsError, match="outside the period"):
        read_months(in_file(tmp_path, GOOD), last="2021-12")

    assert read_months(in_file(tmp_path, GOOD), first="2022-01", last="2022-01").rows == 1


def test_doubts_are_shown_and_do_not_stop_the_counting(tmp_path):
    path = in_file(
        tmp_path,
        GOOD,
        "P1,A,jobparat,2022-01,,2022-05,5,0,0,0,0,0,1",
    )

    problems = read_months(path).problems

    assert problems[["level", "kind", "row", "column"]].to_numpy().tolist() == [
        ["doubt", "hours_pension", 3, "hours"],
        ["doubt", "gap", 3, "month"],
    ]
    assert "3 months before this one are missing" in problems["sentence"].iloc[1]


def test_many_problems_are_summed_up_and_all_are_counted(tmp_path):
    rows = [f"P{number},A,jobparat,2022-01,,2022-01,-1,0,0,0,0,0,0" for number in range(500)]

    with pytest.raises(MonthsError) as caught:
        read_months(in_file(tmp_path, *rows))

    assert "500 errors in 500 rows" in str(caught.value)
    assert "… and 495 more of the kind in the column hours" in str(caught.value)
    assert len(str(caught.value).splitlines()) < 10
    assert caught.value.problems["count"].iloc[0] == 500


def test_persons_with_errors_are_left_out_only_when_asked_and_are_counted(tmp_path):
    path = in_file(
        tmp_path,
        GOOD,
        "P1,A,jobparat,2022-01,,2022-02,30,0,0,0,0,0,0",
        "P2,A,jobparat,2022-01,,2022-01,0,0,0,0,0,0,0",
        "P2,B,jobparat,2022-01,,2022-02,0,0,0,0,0,0,0",
        ",B,jobparat,2022-01,,2022-02,0,0,0,0,0,0,0",
    )

    months = read_months(path, without_wrong=True)
    table = attainment_table(months, smallest=1)

    assert (months.persons, months.rows) == (1, 2)
    assert months.left_out == {"persons": 1, "rows": 3}
    assert table.attrs["outcomes"]["left_out"] == {"persons": 1, "rows": 3}
    assert table["n"].iloc[0] == 1


def test_leaving_everybody_out_leaves_nothing_to_count(tmp_path):
    with pytest.raises(MonthsError, match="no months to count"):
        read_months(in_file(tmp_path, GOOD.replace("10.5", "-1")), without_wrong=True)


def test_a_missing_column_is_named_and_the_one_it_may_be(tmp_path):
    with pytest.raises(MonthsError) as caught:
        read_months(in_file(tmp_path, GOOD, head=HEAD.replace("hours", "hour")))

    assert 'the column hours is missing. Add it. Did you mean "hour"?' in str(caught.value)


def test_an_unknown_column_is_said_and_a_flag_that_is_missing_counts_as_no(tmp_path):
    head = HEAD.replace("pension", "age")

    problems = read_months(in_file(tmp_path, GOOD[:-1] + "44", head=head)).problems

    assert problems[["level", "kind", "column"]].to_numpy().tolist() == [
        ["note", "unknown_column", "age"],
        ["note", "no_column", "pension"],
    ]


def danish(frame):
    """The table as a Danish spreadsheet writes it: semicolons, decimal commas, days first."""

    def day_first(month):
        return f"01-{month[5:]}-{month[:4]}" if month else ""

    written = frame.assign(
        hours=frame["hours"].map(lambda hours: f"{hours:.1f}".replace(".", ",")),
        **{name: frame[name].map(day_first) for name in ("month", "entry", "exit")},
        su=frame["su"].map({0: "nej", 1: "ja"}),
    )
    names = {
        "person": "Borger",
        "case": "Kommune",
        "category": "Visitationskategori",
        "month": "Måned",
        "hours": "Timer",
        "benefit": "Ydelse",
        "pension": "Førtidspension",
        "entry": "Indgang",
        "exit": "Udgang",
        "placement": "Virksomhedspraktik",
        "wage_subsidy": "Løntilskud",
    }
    return written.rename(columns=names).to_csv(index=False, sep=";")


def test_danish_decimals_dates_names_and_cp1252_are_read_and_said(tmp_path):
    path = tmp_path / "måneder.csv"
    path.write_bytes(danish(months_of()).encode("cp1252"))

    same_numbers(path)
    kinds = read_months(path).problems.drop_duplicates("kind").set_index("kind")["level"].to_dict()
    assert kinds == {"comma": "note", "danish_date": "note", "old_encoding": "note"}


def test_lines_in_two_encodings_are_named(tmp_path):
    lines = months_of().to_csv(index=False).splitlines(keepends=True)
    at = next(place for place, line in enumerate(lines) if "ø" in line)
    mixed = [line.encode("cp1252" if place == at else "utf-8") for place, line in enumerate(lines)]
    (tmp_path / "m.csv").write_bytes(b"\xef\xbb\xbf" + b"".join(mixed))

    same_numbers(tmp_path / "m.csv")
    problems = read_months(tmp_path / "m.csv").problems
    assert problems[["level", "kind", "row"]].to_numpy().tolist() == [
        ["doubt", "mixed_encodings", at + 1]
    ]


def test_a_packed_csv_a_parquet_file_and_a_folder_give_the_same_numbers(tmp_path):
    frame = months_of()
    (tmp_path / "m.csv.gz").write_bytes(gzip.compress(frame.to_csv(index=False).encode()))
    same_numbers(tmp_path / "m.csv.gz")
    frame.to_parquet(tmp_path / "m.parquet")
    same_numbers(tmp_path / "m.parquet")
    for number in range(3):
        part = frame.iloc[number::3]
        for kind in ("csv", "parquet", "both"):
            folder = tmp_path / kind
            folder.mkdir(exist_ok=True)
            if kind == "csv" or (kind == "both" and number):
                part.to_csv(folder / f"{number}.csv", index=False)
            else:
                part.to_parquet(folder / f"{number}.parquet")
    for kind in ("csv", "parquet", "both"):
        same_numbers(tmp_path / kind)


@pytest.mark.parametrize(
    "written",
    [
        pd.to_datetime,
        lambda months: pd.to_datetime(months).dt.to_period("M"),
        lambda months: months.str.replace("-", "").replace("", None).astype("Int64"),
        lambda months: months.str.replace("-", ""),
        lambda months: months.where(months == "", months.str[5:] + "/" + months.str[:4]),
    ],
)
def test_months_may_be_written_in_many_ways(tmp_path, written):
    frame = months_of()
    frame = frame.assign(**{name: written(frame[name]) for name in ("entry", "exit", "month")})

    same_numbers(frame)
    if not isinstance(frame["month"].dtype, pd.PeriodDtype):
        frame.to_parquet(tmp_path / "m.parquet")
        same_numbers(tmp_path / "m.parquet")


def test_errors_in_parquet_are_named_by_their_row(tmp_path):
    frame = months_of()
    frame.loc[7, "hours"] = -3.0
    frame.to_parquet(tmp_path / "m.parquet")

    with pytest.raises(MonthsError, match=r"m\.parquet row 8, column hours: -3\.0 hours"):
        read_months(tmp_path / "m.parquet")


def test_rows_of_one_person_in_two_files_are_compared(tmp_path):
    in_file(tmp_path, GOOD, name="a.csv")
    in_file(tmp_path, GOOD.replace(",A,", ",B,").replace("2022-01,10", "2022-02,10"), name="b.csv")

    with pytest.raises(MonthsError, match=r"b\.csv row 2, column case"):
        read_months(tmp_path)


def test_what_is_checked_can_be_written_and_read_again(tmp_path):
    read_months(months_of()).write(tmp_path / "m.parquet")

    same_numbers(tmp_path / "m.parquet")


def test_files_that_are_none_are_said(tmp_path):
    (tmp_path / "empty").mkdir()
    (tmp_path / "m.xlsx").write_bytes(b"")
    (tmp_path / "broken.parquet").write_bytes(b"PAR1 and no more")
    (tmp_path / "bare.csv").write_text(HEAD + "\n")
    for name, said in [
        ("none.csv", "no such file"),
        ("empty", "no files that can be read"),
        ("m.xlsx", "Store months as one of"),
        ("broken.parquet", "cannot be read as a table"),
        ("bare.csv", "no months to count"),
    ]:
        with pytest.raises(OutcomeError, match=said):
            read_months(tmp_path / name)
