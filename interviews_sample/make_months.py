"""Months: what the registers might have said of 400 invented women in eight invented places.

Run as `python interviews_sample/make_months.py`. Every number of persons below was chosen so that
the shares come out as in the evaluation that this sample imitates (goals, sustained work, status at
the end), while the places differ as the interviews say. Lots are drawn for the rest.

A month runs from 0 (January 2019) to 49 (February 2023). The project ends with month 47. Hours are
ordinary paid hours a week on average; those under wage subsidy and in a fleksjob are not counted.
"""

from __future__ import annotations

import csv
import gzip
import io
import random
from dataclasses import dataclass, field
from pathlib import Path

HERE = Path(__file__).parent
SEED = 1628
LAST = 49
PROJECT_END = 47
WINDOW = 44  # six months before the end of February 2023
MONTHS = [f"{2019 + month // 12}-{month % 12 + 1:02}" for month in range(LAST + 1)]
CLOSED = range(14, 18)  # spring 2020: no placement began

CATEGORIES = ("aktivitetsparat", "jobparat", "selvforsørgende", "øvrig ydelse")
#: Women of each category by place.
WOMEN = {
    "Nørrevang Kommune": (26, 25, 4, 5),
    "Sønderkær Kommune": (32, 17, 4, 5),
    "Vesterlund Kommune": (41, 8, 2, 4),
    "Åmose Kommune": (38, 9, 2, 3),
    "Klintholm Kommune": (22, 12, 4, 3),
    "Ravnsø Kommune": (25, 7, 6, 4),
    "Egebæk Kommune": (12, 13, 3, 4),
    "Hasselø Kommune": (32, 21, 3, 4),
}
#: How many of them reached goal 1 or 2: of the activity-ready, and of the others.
WORKED = {
    "Nørrevang Kommune": (12, 28),
    "Sønderkær Kommune": (12, 18),
    "Vesterlund Kommune": (18, 12),
    "Åmose Kommune": (7, 9),
    "Klintholm Kommune": (4, 12),
    "Ravnsø Kommune": (13, 14),
    "Egebæk Kommune": (5, 16),
    "Hasselø Kommune": (4, 16),
}
#: How much likelier work lasts where somebody keeps following up.
LASTING = {
    "Nørrevang Kommune": 0.3,
    "Sønderkær Kommune": -0.35,
    "Vesterlund Kommune": 0.2,
    "Åmose Kommune": -0.25,
    "Klintholm Kommune": -0.45,
    "Ravnsø Kommune": 0.35,
    "Egebæk Kommune": 0.4,
    "Hasselø Kommune": -0.3,
}
#: How much likelier a woman without paid work was in a placement.
PLACED = {"Hasselø Kommune": 0.35, "Sønderkær Kommune": 0.1, "Ravnsø Kommune": -0.3}


@dataclass(frozen=True)
class Quota:
    """How many of a group reach what; what is left over reaches nothing of it."""

    goal_1: int
    goal_3: int
    goal_1_full: int
    goal_1_part: int
    goal_2_part: int
    goal_2_full: int
    educated: int
    was_educated: int
    stopped: int
    fleksjob: int
    pension: int
    supported: int


QUOTAS = {
    True: Quota(52, 65, 24, 10, 8, 0, 9, 2, 3, 7, 20, 10),  # activity-ready
    False: Quota(100, 23, 47, 20, 8, 1, 5, 5, 5, 1, 0, 30),  # the others
}


@dataclass
class Woman:
    """One woman: what she reached, and her months."""

    case: str
    category: str
    worked: bool = False
    goal: int = 0
    lasting: str = ""
    end: str = "benefit"
    path: str = ""
    entry: int = 0
    exit: int | None = None
    hours: list[float] = field(default_factory=lambda: [0.0] * (LAST + 1))
    flags: dict[str, set[int]] = field(
        default_factory=lambda: {
            name: set()
            for name in ("su", "benefit", "placement", "wage_subsidy", "fleksjob", "pension")
        }
    )

    @property
    def unready(self) -> bool:
        """Whether she was judged activity-ready, which is the less ready of the two."""
        return self.category == CATEGORIES[0]


class Lots:
    """Lots drawn with one seed; only `random()` is used, whose numbers never change."""

    def __init__(self, seed: int) -> None:
        self._draw = random.Random(seed).random  # a drawing of lots, not a secret

    def share(self) -> float:
        """Return a number from 0 to 1."""
        return self._draw()

    def between(self, low: int, high: int) -> int:
        """Return a whole number from low to high, both included."""
        return low + int(self._draw() * (max(high, low) - low + 1))

    def hours(self, low: float, high: float) -> float:
        """Return weekly hours between two limits, to the half hour and never 18.5."""
        drawn = round(2 * (low + (high - low) * self._draw())) / 2
        return drawn if drawn != 18.5 else 18.0  # the border of goal 1

    def chosen(self, women: list[Woman], count: int, pull: dict[str, float]) -> list[Woman]:
        """Return that many of the women, likelier from places with a pull."""
        drawn = [(-self._draw() - pull.get(woman.case, 0.0), at) for at, woman in enumerate(women)]
        return [women[at] for _, at in sorted(sorted(drawn)[:count], key=lambda one: one[1])]


def make_women(lots: Lots) -> list[Woman]:
    """Return the women with what they reached, month for month."""
    women = [
        Woman(case, category)
        for case, counts in WOMEN.items()
        for category, count in zip(CATEGORIES, counts, strict=True)
        for _ in range(count)
    ]
    for case, counts in WORKED.items():
        for unready, count in zip((True, False), counts, strict=True):
            there = [one for one in women if one.case == case and one.unready is unready]
            for woman in lots.chosen(there, count, {}):
                woman.worked = True
    for unready, quota in QUOTAS.items():
        group = [woman for woman in women if woman.unready is unready]
        _share_out(group, quota, lots)
    for woman in women:
        woman.entry = lots.between(2, 32)
        _live(woman, lots)
    _border_cases(women)
    return [women[at] for at in sorted(range(len(women)), key=lambda at: (lots.share(), at))]


def _share_out(group: list[Woman], quota: Quota, lots: Lots) -> None:
    """Give every woman of a group her goal, whether it lasts, and her status at the end."""
    worked = [woman for woman in group if woman.worked]
    for woman in worked:
        woman.goal = 2
    for woman in lots.chosen(worked, quota.goal_1, {}):
        woman.goal = 1
    for woman in lots.chosen([one for one in group if not one.worked], quota.goal_3, PLACED):
        woman.goal = 3
    for goal, lasting, count in (
        (1, "full", quota.goal_1_full),
        (1, "part", quota.goal_1_part),
        (2, "full", quota.goal_2_full),
        (2, "part", quota.goal_2_part),
    ):
        for woman in lots.chosen(_waiting(group, goal), count, LASTING):
            woman.lasting, woman.end = lasting, "work"
    _share_out_ends(group, quota, lots)


def _waiting(group: list[Woman], *goals: int) -> list[Woman]:
    """Return those of these goals to whom nothing further has fallen."""
    return [one for one in group if one.goal in goals and one.end == "benefit" and not one.path]


def _share_out_ends(group: list[Woman], quota: Quota, lots: Lots) -> None:
    """Give every woman of a group her status at the end."""

    def give(candidates: list[Woman], count: int, end: str) -> None:
        for woman in lots.chosen(candidates, count, {}):
            woman.end = end

    give([one for one in group if one.lasting and one.goal == 1], quota.stopped, "stopped")
    give(_waiting(group, 1), quota.educated, "education")
    for woman in lots.chosen(_waiting(group, 1), quota.was_educated, {}):
        woman.path = "educated"
    if group[0].unready:
        give(_waiting(group, 1), 2, "again")
    else:  # two who reached no goal in time are in work at the end
        give(_waiting(group, 0), 1, "late")
        give(_waiting(group, 0), 1, "last_moment")
    give(_waiting(group, 0, 3), quota.pension, "pension")
    give(_waiting(group, 0, 3), quota.fleksjob, "fleksjob")
    supported = [one for one in group if one.category == CATEGORIES[2] and one.end == "benefit"]
    for woman in supported:
        woman.end = "supported"
    others = [one for one in group if one.end == "benefit"]
    give(others, quota.supported - len(supported), "supported")


def _live(woman: Woman, lots: Lots) -> None:
    """Fill a woman's months."""
    benefit = woman.flags["benefit"]
    if woman.category != CATEGORIES[2]:
        benefit |= set(range(woman.entry, LAST + 1))
    reached = woman.entry + 6
    if woman.goal == 1 and (woman.end == "education" or woman.path == "educated"):
        reached = _study(woman, lots)
    elif woman.goal == 1:
        reached = _work_full(woman, lots)
    elif woman.goal == 2:  # goal 2
        reached = _work_part(woman, lots)
    elif woman.goal == 3:  # goal 3
        reached = _placements(woman, lots, woman.entry + 2, 40, lots.between(1, 3))
    if woman.goal in (1, 2) and lots.share() < 0.55:  # a little more than half
        _placements(woman, lots, woman.entry + 1, reached - 5, 1)
    _end(woman, lots, reached)
    for month in range(LAST + 1):
        if woman.hours[month] > 18.5 or month in woman.flags["su"]:  # part-time
            benefit.discard(month)
    if woman.exit is None and lots.share() < 0.5:  # half of those still in
        woman.exit = min(reached + lots.between(2, 14), PROJECT_END - 1)
        woman.exit = woman.exit if woman.exit > max(reached, woman.entry) else None


def _study(woman: Woman, lots: Lots) -> int:
    start = lots.between(woman.entry + 5, 36 if woman.end == "education" else 30)
    stop = LAST if woman.end == "education" else start + lots.between(2, 9)
    woman.flags["su"] |= set(range(start, stop + 1))
    if lots.share() < 0.3:  # some had a placement in the month they began
        woman.flags["placement"] |= {start - 1, start}
    return start


def _work_full(woman: Woman, lots: Lots) -> int:
    """Work more than part-time, often after a few hours to begin with."""
    latest = {"full": 42, "part": 33}.get(woman.lasting, 34)
    start = lots.between(min(woman.entry + 4, latest - 4), latest - 2)
    few = lots.between(1, 9) if lots.share() < 0.65 else 0  # two of three
    full = min(start + few, latest)
    _fill(woman, start, full - 1, lots.hours(3, 9), lots.hours(10, 18), lots)
    hours = lots.hours(20, 30)
    if woman.lasting == "full":
        stop = lots.between(47, 48) if woman.end == "stopped" else LAST
        _fill(woman, full, stop, hours, lots.hours(hours, 37), lots, least=19.0)
    elif woman.lasting == "part":
        stop = min(full + lots.between(2, 8), 42)
        _fill(woman, full, stop, hours, hours, lots, least=19.0)
        part = lots.hours(6, 16)
        last = lots.between(47, 48) if woman.end == "stopped" else LAST
        _fill(woman, stop + 1, last, part, part, lots, most=18.0)
    else:
        _fill(woman, full, full + lots.between(1, 8), hours, hours, lots, least=19.0)
        if woman.end == "again":
            _fill(woman, 48, LAST, hours, hours, lots, least=19.0)
    return full


def _work_part(woman: Woman, lots: Lots) -> int:
    """Work a few hours and no more."""
    start = lots.between(woman.entry + 4, 38 if woman.lasting else 32)
    low = lots.hours(2, 9)
    if woman.lasting == "full":
        _fill(woman, start, 45, low, low + 4, lots, most=18.0)
        _fill(woman, 46, LAST, 24.0, 26.0, lots, least=19.0)
        woman.exit = 45
    else:
        stop = LAST if woman.lasting else start + lots.between(0, 9)
        _fill(woman, start, stop, low, lots.hours(low, 17), lots, most=18.0)
    return start


def _fill(
    woman: Woman,
    start: int,
    stop: int,
    first: float,
    last: float,
    lots: Lots,
    least: float = 1.0,
    most: float = 37.0,
) -> None:
    """Give hours from one month to another, rising, a little uneven."""
    for month in range(start, min(stop, LAST) + 1):
        way = (month - start) / max(stop - start, 1)
        uneven = (lots.share() - 0.5) * 2
        hours = round(first + (last - first) * way + uneven, 1)
        hours = min(max(hours, least), most)
        woman.hours[month] = 18.4 if hours == 18.5 else hours  # the border


def _placements(woman: Woman, lots: Lots, earliest: int, latest: int, count: int) -> int:
    """Put a woman in placements or wage subsidy; return the month the first began."""
    first = latest
    for _ in range(count):
        if latest < earliest:
            return first
        start = lots.between(earliest, latest)
        start = start + 5 if start in CLOSED else start
        kind = "wage_subsidy" if lots.share() < 0.22 else "placement"  # one of five
        months = set(range(start, start + lots.between(2, 5 if kind == "wage_subsidy" else 4)))
        months = {month for month in months if month <= PROJECT_END and not woman.hours[month]}
        woman.flags[kind] |= months - woman.flags["placement"] - woman.flags["wage_subsidy"]
        if kind == "wage_subsidy":
            woman.flags["benefit"] -= woman.flags[kind]
        first = min(first, *months) if months else first
    return first


def _end(woman: Woman, lots: Lots, reached: int) -> None:
    """Bring a woman to her status at the end."""
    flags = woman.flags
    if woman.end in ("pension", "fleksjob"):
        busy = max(flags["placement"] | flags["wage_subsidy"] | {reached, 20})
        start = lots.between(busy + 1, 48)
        flags[woman.end] |= set(range(start, LAST + 1))
        flags["benefit"] -= flags[woman.end]
        woman.exit = start if start <= PROJECT_END else None
    elif woman.end == "supported" and woman.category != CATEGORIES[2]:
        busy = [at for at, hours in enumerate(woman.hours) if hours] + [
            *flags["placement"], *flags["wage_subsidy"], *flags["su"], woman.entry + 3,
        ]  # fmt: skip
        flags["benefit"] -= set(range(lots.between(max(busy) + 1, 48), LAST + 1))
    elif woman.end == "late":
        woman.exit = 46
        _fill(woman, PROJECT_END, LAST, 22.0, 23.0, lots, least=19.0)
    elif woman.end == "last_moment":
        _fill(woman, 48, LAST, 28.0, 30.0, lots, least=19.0)


def _border_cases(women: list[Woman]) -> None:
    """Let two women work exactly 18.5 hours at most: what they count as must be decided."""
    found = [
        woman
        for woman in women
        if woman.goal == 1 and not woman.lasting and woman.end == "benefit" and not woman.path
    ]
    for woman in found[:2]:
        woman.hours = [min(hours, 18.5) for hours in woman.hours]


COLUMNS = (
    *("person", "case", "category", "entry", "exit", "month", "hours"),
    *("su", "benefit", "placement", "wage_subsidy", "fleksjob", "pension"),
)


def make_rows(seed: int = SEED) -> list[dict[str, str]]:
    """Return one row for each woman and month from her entry on."""
    rows = []
    for number, woman in enumerate(make_women(Lots(seed)), 1):
        rows += [
            {
                "person": f"K{number:03}",
                "case": woman.case,
                "category": woman.category,
                "entry": MONTHS[woman.entry],
                "exit": "" if woman.exit is None else MONTHS[woman.exit],
                "month": MONTHS[month],
                "hours": f"{woman.hours[month]:.1f}",
                **{name: str(int(month in months)) for name, months in woman.flags.items()},
            }
            for month in range(woman.entry, LAST + 1)
        ]
    return rows


def make(path: Path = HERE / "months.csv.gz", seed: int = SEED) -> Path:
    """Write the table, packed, the same bytes each time."""
    text = io.StringIO(newline="")
    writer = csv.DictWriter(text, COLUMNS, lineterminator="\n")
    writer.writeheader()
    writer.writerows(make_rows(seed))
    path.write_bytes(gzip.compress(text.getvalue().encode(), mtime=0))
    return path


if __name__ == "__main__":
    print(make().name)
