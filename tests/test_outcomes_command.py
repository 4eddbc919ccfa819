"""The commands outcomes and survey print what a person reads, and write what a machine does."""

from __future__ import annotations

import json

import pytest
from twelve import months_of
from typer.testing import CliRunner

from icmo.cli import app
from icmo.errors import Error


@pytest.fixture
def months(tmp_path):
    months_of().to_csv(tmp_path / "m.csv", index=False)
    return tmp_path / "m.csv"


def run(*arguments):
    return CliRunner().invoke(app, [*map(str, arguments)], catch_exceptions=True)


def test_goals_are_printed_with_the_rules_and_what_was_agreed(months, tmp_path):
    (tmp_path / "cases.csv").write_text("case,agreed_number\nA,5\nB,8\n", encoding="utf-8")

    done = run(
        *("outcomes", months, "--end", "2022-12", "--smallest", 1),
        *("--agreed", tmp_path / "cases.csv"),
    )

    assert done.exit_code == 0, done.exception
    assert done.stdout.splitlines()[0].split()[-1] == "of_agreed"
    assert "exactly 18.5 hours count as part-time" in done.stdout


@pytest.mark.parametrize(
    "table", ["attainment", "sustained", "status", "transition", "flow", "cases"]
)
def test_every_table_is_written_as_csv_and_json(months, table):
    csv, as_json = (run("outcomes", months, "--table", table, way) for way in ("--csv", "--json"))

    assert list(json.loads(as_json.stdout)[0]) == csv.stdout.splitlines()[0].split(",")


def test_pictures_and_files_are_written(months, tmp_path):
    for arguments, name in [
        (["--figure", 4], "f.svg"),
        (["--table", "flow"], "f.png"),
        (["--by", "month"], "c.svg"),
        (["--figure", 5], "f.csv"),
    ]:
        done = run("outcomes", months, *arguments, "--to", tmp_path / name)
        assert done.exit_code == 0, done.exception
        assert (tmp_path / name).stat().st_size > 100


def test_what_is_wrong_is_one_sentence_and_check_shows_what_is_in_doubt(months, tmp_path):
    months_of().drop(index=5).to_csv(tmp_path / "gap.csv", index=False)

    assert "1 months before this one are missing" in (
        run("outcomes", tmp_path / "gap.csv", "--table", "check").stdout
    )
    for arguments, said in [
        (["--table", "goal"], "there is no table"),
        (["--table", "status", "--to", tmp_path / "s.svg"], "is not drawn so"),
        (["--to", tmp_path / "s.doc"], "cannot write that kind"),
    ]:
        done = run("outcomes", months, *arguments)
        assert isinstance(done.exception, Error)
        assert said in str(done.exception)


def test_a_survey_is_printed_in_words_and_boards_by_theme(tmp_path):
    (tmp_path / "a.csv").write_text(
        "respondent,case,role,wave,item,answer\n"
        + "".join(f"S{at},A,leder,2020,viden,{1 + at % 5}\n" for at in range(10)),
        encoding="utf-8",
    )
    (tmp_path / "b.csv").write_text("case,statement,theme\nA,Tid!,tid\n", encoding="utf-8")

    assert "2020: 40% to a high degree (n = 10; 0" in run("survey", tmp_path / "a.csv").stdout
    assert "tid" in run("survey", tmp_path / "b.csv", "--boards").stdout
    assert run("survey", tmp_path / "a.csv", "--to", tmp_path / "w.svg").exit_code == 0
    assert isinstance(run("survey", tmp_path / "a.csv", "--high", "x").exception, Error)


def test_weekly_codes_are_counted_with_a_file_that_says_what_each_code_is(tmp_path):
    weeks, hours, codes = (tmp_path / name for name in ("weeks.csv", "hours.csv", "codes.yaml"))
    codes.write_text("benefit: 130\nsu: 651\nnone: 0\n", encoding="utf-8")
    head = "person;case;category;entry;exit;week;code\n"
    rows = [f"P1;Å;jobparat;2022-01;;2022-W{week:02};130\n" for week in range(1, 9)]
    rows += [f"P2;Å;jobparat;2022-01;;2022-W{week:02};651\n" for week in range(1, 9)]
    weeks.write_bytes((head + "".join(rows)).encode("cp1252"))
    hours.write_text('person,month,hours\nP1,2022-02,"12,5"\n', encoding="utf-8")

    done = run(
        *("outcomes", weeks, "--codes", codes, "--hours", hours),
        *("--by", "case", "--smallest", 1, "--csv"),
    )

    assert done.exit_code == 0, done.exception
    rows = [line.split(",") for line in done.stdout.splitlines()[1:]]
    assert {row[1]: row[2] for row in rows if row[0] == "Å"} == {
        "1": "1.0",
        "2": "1.0",
        "3": "0.0",
        "none": "0.0",
        "1+2": "2.0",
        "all": "2.0",
    }


def test_hours_that_are_no_number_or_stand_alone_are_said(tmp_path, months):
    codes, hours = tmp_path / "codes.yaml", tmp_path / "hours.csv"
    codes.write_text("none: 0\n", encoding="utf-8")
    hours.write_text("person,month,hours\nP1,2022-02,4\nP1,2022-03,mange\n", encoding="utf-8")

    wrong = run("outcomes", months, "--codes", codes, "--hours", hours)
    alone = run("outcomes", months, "--hours", hours)

    assert 'line 3: "mange" is no number of hours' in str(wrong.exception)
    assert "give --codes too" in str(alone.exception)
