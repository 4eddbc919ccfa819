"""Rules: what counts as a goal, as sustained work, as a status; read from a file that a person can change."""

from __future__ import annotations

import re
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

from icmo._strings import did_you_mean, language, say
from icmo._yaml import read_yaml
from icmo.outcomes.errors import OutcomeError

if TYPE_CHECKING:
    import os
    from collections.abc import Mapping

HERE = Path(__file__).parent / "rules"
#: What a condition may speak of, besides and, or, not and brackets.
WORDS = (
    *("su", "benefit", "placement", "wage_subsidy", "fleksjob", "pension"),
    *("paid_hours", "full_hours", "part_hours"),
)
_FLAGS = WORDS[:6]
_OTHERWISE = "otherwise"
_EXACTLY = ("full", "part", "none")
_NEEDED = ("rules", "border", "exactly", "least_days", "goals", "sustained", "status")
#: A window of months is kept as the bits of one number.
_LONGEST_WINDOW = 60


@dataclass(frozen=True)
class RuleSet:
    """One set of rules; `goals` and `statuses` are names with their conditions, the best first."""

    name: str
    title: Mapping[str, str]
    cite: str
    border: float
    exactly: str
    least_days: int
    goals: tuple[tuple[int, str], ...]
    months: int
    within: int
    statuses: tuple[tuple[str, str], ...]

    def sentence(self, in_language: str | None = None) -> str:
        """Say which rules these are, and what exactly the border counts as."""
        tongue = in_language or language()
        border = f"{self.border:g}".replace(".", say("number.point", tongue))
        return say(
            "rules.sentence",
            tongue,
            title=self.title.get(tongue) or self.name,
            border=border,
            exactly=say(f"rules.exactly_{self.exactly}", tongue),
            months=self.months,
            within=self.within,
        )

    def condition(self, text: str) -> str:
        """Return a condition as SQL on the columns of a month."""
        days, border = self.least_days, repr(self.border)
        above = ">=" if self.exactly == "full" else ">"
        below = "<=" if self.exactly == "part" else "<"
        sql = {flag: f"({flag} >= {days})" for flag in _FLAGS} | {
            "paid_hours": "(hours > 0)",
            "full_hours": f"(hours {above} {border})",
            "part_hours": f"(hours > 0 and hours {below} {border})",
            _OTHERWISE: "true",
        }
        return " ".join(sql.get(token, token) for token in _tokens(text))


def known_rules() -> tuple[str, ...]:
    """Return the names of the rule sets that come with icmo."""
    return tuple(sorted(path.stem for path in HERE.glob("*.yaml")))


def read_rules(rules: str | os.PathLike[str] | RuleSet = "hours") -> RuleSet:
    """Read a rule set by the name it is shipped under, or from a file.

    Raises:
        OutcomeError: there is no such rule set, or its file says something that cannot be
            counted by; the line is named.
    """
    if isinstance(rules, RuleSet):
        return rules
    path = HERE / f"{rules}.yaml" if str(rules) in known_rules() else Path(rules)
    try:
        text = path.read_text(encoding="utf-8")
    except (OSError, UnicodeDecodeError):
        known = ", ".join(known_rules())
        raise OutcomeError(
            say("rules.unknown", name=rules, known=known) + did_you_mean(str(rules), known_rules())
        ) from None
    read = read_yaml(text)
    problems = [(line, words) for line, words in read.problems]
    if not problems:
        problems = _problems(read.data, read.line)
    if problems:
        where = [
            say("problem.place", file=path.name, line=line) + ": " + words
            for line, words in problems
        ]
        raise OutcomeError("\n".join(where))
    return _rule_set(read.data)


def _rule_set(data: dict[str, Any]) -> RuleSet:
    title = data.get("title") or {}
    return RuleSet(
        name=data["rules"],
        title=title if isinstance(title, dict) else {"da": title, "en": title},
        cite=data.get("cite", ""),
        border=float(data["border"]),
        exactly=data["exactly"],
        least_days=int(data["least_days"]),
        goals=tuple((int(goal), condition) for goal, condition in data["goals"].items()),
        months=int(data["sustained"]["months"]),
        within=int(data["sustained"]["within"]),
        statuses=tuple(data["status"].items()),
    )


def _problems(data: Any, line: Any) -> list[tuple[int, str]]:
    """Return what is wrong in a file of rules, each with its line."""
    if not isinstance(data, dict):
        return [(1, say("rules.empty"))]
    missing = [name for name in _NEEDED if name not in data]
    if missing:
        return [(1, say("rules.missing", names=", ".join(missing)))]
    found = [
        (line(name), say("rules.number", name=name, value=data[name]))
        for name in ("border", "least_days")
        if not _is_number(data[name])
    ]
    if data["exactly"] not in _EXACTLY:
        found.append(
            (
                line("exactly"),
                say("rules.exactly", value=data["exactly"], known=", ".join(_EXACTLY)),
            )
        )
    if not isinstance(data["goals"], dict) or [*data["goals"]] != [
        str(number) for number in range(1, len(data["goals"]) + 1)
    ]:
        found.append((line("goals"), say("rules.goals")))
    found += _window_problems(data["sustained"], line)
    for part in ("goals", "status"):
        if isinstance(data[part], dict):
            for name, condition in data[part].items():
                allowed = WORDS if part == "goals" else (*WORDS, _OTHERWISE)
                wrong = _wrong(condition, allowed)
                found += [(line(part, name), wrong)] if wrong else []
        elif part == "status":
            found.append((line(part), say("rules.status")))
    return found


def _window_problems(window: Any, line: Any) -> list[tuple[int, str]]:
    good = (
        isinstance(window, dict)
        and str(window.get("months")).isdecimal()
        and str(window.get("within")).isdecimal()
        and 1 <= int(window["months"]) <= int(window["within"]) <= _LONGEST_WINDOW
    )
    return [] if good else [(line("sustained"), say("rules.window", most=_LONGEST_WINDOW))]


def _is_number(value: Any) -> bool:
    return isinstance(value, str) and re.fullmatch(r"\d+(\.\d+)?", value) is not None


def _tokens(text: str) -> list[str]:
    return re.findall(r"[()]|[^\s()]+", text)


def _wrong(condition: Any, allowed: tuple[str, ...]) -> str:
    """Return what is wrong with a condition, or nothing."""
    if not isinstance(condition, str):
        return say("rules.condition", text=condition)
    tokens = _tokens(condition)
    known = {*allowed, "and", "or", "not", "(", ")"}
    for token in tokens:
        if token not in known:
            return say("rules.word", word=token, known=", ".join(allowed)) + did_you_mean(
                token, allowed
            )
    # Only words of ours are left, so Python itself may say whether they make sense together.
    try:
        compile(" ".join(tokens), "condition", "eval")
    except SyntaxError:
        return say("rules.condition", text=condition)
    return ""
