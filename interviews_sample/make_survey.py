"""Survey: what staff in the eight places might have answered in 2020 and in 2022.

Run as `python interviews_sample/make_survey.py`. The share that answers 4 or 5 ("i høj grad") to
an item in a wave is the one the imitated evaluation reported; who does so depends on the place.
Two items were asked in 2022 only. Some left an item open: the answer is then empty.
"""

from __future__ import annotations

import csv
import io
import random
from pathlib import Path

HERE = Path(__file__).parent
SEED = 2020
COLUMNS = ("respondent", "case", "role", "wave", "item", "answer")
#: Share of 4 and 5 by wave; None where the item was not asked.
ITEMS = {
    "samarbejde_familie": (0.32, 0.43),
    "leder_foelger_op": (None, 0.66),
    "tid_til_samarbejde": (None, 0.49),
    "andre_metoder": (0.34, 0.63),
    "viden_trivsel": (0.35, 0.54),
    "viden_beskaeftigelse": (0.41, 0.58),
}
WAVES = ("2020", "2022")
#: How many were asked in each place, and how many of them were still there in 2022.
STAFF = {
    "Nørrevang Kommune": (14, 11),
    "Sønderkær Kommune": (13, 8),
    "Vesterlund Kommune": (17, 15),
    "Åmose Kommune": (14, 7),
    "Klintholm Kommune": (11, 8),
    "Ravnsø Kommune": (11, 10),
    "Egebæk Kommune": (7, 6),
    "Hasselø Kommune": (16, 10),
}
NEW_IN_2022 = 3
ROLES = (
    *("sagsbehandler", "virksomhedskonsulent", "leder", "sagsbehandler", "sprogkonsulent"),
    *("familiebehandler", "sundhedsfaglig", "virksomhedskonsulent"),
)
#: How much likelier a high answer is in a place, where the interviews say so.
PULL = {
    "samarbejde_familie": {"Vesterlund": 0.5, "Ravnsø": 0.1, "Åmose": -0.4, "Hasselø": -0.2},
    "leder_foelger_op": {
        "Vesterlund": 0.4,
        "Nørrevang": 0.3,
        "Egebæk": 0.2,
        "Sønderkær": -0.2,
        "Åmose": -0.5,
        "Hasselø": -0.3,
    },
    "tid_til_samarbejde": {
        "Nørrevang": 0.3,
        "Vesterlund": 0.3,
        "Ravnsø": 0.3,
        "Sønderkær": -0.2,
        "Åmose": -0.3,
        "Hasselø": -0.5,
    },
    "andre_metoder": {"Ravnsø": 0.3, "Vesterlund": 0.2, "Hasselø": -0.3},
    "viden_trivsel": {"Klintholm": 0.3, "Vesterlund": 0.2, "Egebæk": -0.2, "Hasselø": -0.2},
    "viden_beskaeftigelse": {"Egebæk": 0.3, "Nørrevang": 0.3, "Klintholm": -0.2, "Hasselø": -0.2},
}
OPEN_SHARE = 0.05


def make_rows(seed: int = SEED) -> list[dict[str, str]]:
    """Return one row for each respondent, wave and item."""
    draw = random.Random(seed).random  # a drawing of lots, not a secret
    rows: list[dict[str, str]] = []
    staff = _staff()
    ease = {respondent: 0.4 * draw() for respondent, *_ in staff}
    for wave, name in enumerate(WAVES):
        there = [one for one in staff if wave in one[3]]
        for item, shares in ITEMS.items():
            share = shares[wave]
            if share is None:
                continue
            pull = PULL[item]
            drawn = [
                (
                    draw() + ease[respondent] + pull.get(case.removesuffix(" Kommune"), 0.0),
                    respondent,
                )
                for respondent, case, *_ in there
            ]
            answered = [one for one in drawn if draw() >= OPEN_SHARE]
            answers = _answers(sorted(answered, reverse=True), share)
            rows += [
                dict(zip(COLUMNS, (who, case, role, name, item, answers.get(who, "")), strict=True))
                for who, case, role, _ in there
            ]
    return rows


def _staff() -> list[tuple[str, str, str, tuple[int, ...]]]:
    staff: list[tuple[str, str, str, tuple[int, ...]]] = []
    for case, (asked, stayed) in STAFF.items():
        waves = [(0, 1)] * stayed + [(0,)] * (asked - stayed) + [(1,)] * NEW_IN_2022
        for number, which in enumerate(waves):
            role = ROLES[number % len(ROLES)]
            staff.append((f"S{len(staff) + 1:03}", case, role, which))
    return staff


def _answers(ranked: list[tuple[float, str]], share: float) -> dict[str, str]:
    """Return each answer: the first of the ranked answer 5 or 4, the last 1."""
    high = round(share * len(ranked))
    answers: dict[str, str] = {}
    for place, (_, respondent) in enumerate(ranked):
        if place < high:
            answers[respondent] = "5" if place < high * 0.35 else "4"
        else:
            way = (place - high) / max(len(ranked) - high, 1)
            answers[respondent] = "3" if way < 0.5 else "2" if way < 0.85 else "1"
    return answers


def make(path: Path = HERE / "survey.csv", seed: int = SEED) -> Path:
    """Write the answers, the same bytes each time."""
    text = io.StringIO(newline="")
    writer = csv.DictWriter(text, COLUMNS, lineterminator="\n")
    writer.writeheader()
    writer.writerows(make_rows(seed))
    path.write_bytes(text.getvalue().encode())
    return path


if __name__ == "__main__":
    print(make().name)
