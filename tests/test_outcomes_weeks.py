"""Weekly codes become months by a file that says what each code is."""

from __future__ import annotations

import pandas as pd
import pytest

from icmo.outcomes import OutcomeError, months_from_weeks, read_codes, read_months
from icmo.outcomes.weeks import EXAMPLE


def weeks_of(*weeks):
    rows = [("P1", "A", "jobparat", "2022-01", "", week, code) for week, code in weeks]
    return pd.DataFrame(
        rows, columns=["person", "case", "category", "entry", "exit", "week", "code"]
    )


def test_a_week_belongs_to_the_month_of_its_thursday_and_flags_are_days():
    weeks = weeks_of(
        ("2022-W04", "130"), ("2022-05", "651"), ("y_2206", 651), ("2207", "149"), ("2022-W08", "0")
    )
    hours = pd.DataFrame([("P1", "2022-02", 12.5)], columns=["person", "month", "hours"])

    months = months_from_weeks(weeks, EXAMPLE, hours).set_index("month")

    assert months["benefit"].to_dict() == {"2022-01": 7, "2022-02": 0}
    assert months.loc["2022-02", ["su", "placement", "hours"]].tolist() == [14, 7, 12.5]
    assert read_months(months.reset_index()).rows == 2


def test_a_code_or_week_that_is_not_known_is_named_and_counted():
    with pytest.raises(OutcomeError, match=r"1 codes are not known: 4711 \(2\)"):
        months_from_weeks(weeks_of(("2022-W04", "4711"), ("2022-W05", "4711")), EXAMPLE)
    with pytest.raises(OutcomeError, match='"2022-W60" is no week'):
        months_from_weeks(weeks_of(("2022-W60", "0")), EXAMPLE)
    with pytest.raises(OutcomeError, match="lack the column code"):
        months_from_weeks(weeks_of().drop(columns="code"), EXAMPLE)


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("su: 651\nbenefit: 650-652", "line 2: the code 651 stands in two places"),
        ("s: 651", 'line 1: "s" is not known'),
        ("su: 65x", '"65x" is no code'),
    ],
)
def test_what_is_wrong_in_a_file_of_codes_is_said_with_its_line(tmp_path, text, said):
    path = tmp_path / "codes.yaml"
    path.write_text(text, encoding="utf-8")

    with pytest.raises(OutcomeError) as caught:
        read_codes(path)

    assert said in str(caught.value)
