"""Configurations: an intervention in a context triggers a mechanism that gives an outcome."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

from icmo._strings import did_you_mean, say
from icmo._yaml import Read, read_yaml
from icmo.errors import Error

if TYPE_CHECKING:
    import os
    from collections.abc import Mapping

    import pandas as pd

    from icmo.codebook import Codebook

SLOTS = ("intervention", "context", "mechanism", "outcome")
EFFECTS = ("precondition", "strengthens", "weakens", "blocks")
STANCES = ("supports", "contradicts", "qualifies")
_COMPLETENESS = {0: "empty", 1: "fragment", 2: "dyad", 3: "triad", 4: "full"}
_KEYS = ("id", "title", *SLOTS, "moderator", "for_whom", "evidence")


class ConfigurationError(Error):
    """A configuration that cannot be made."""


@dataclass(frozen=True)
class Evidence:
    """The words that speak for, against or beside a configuration."""

    document: str
    quote: str
    stance: str = "supports"
    note: str = ""


@dataclass(frozen=True)
class Configuration:
    """A configuration as a person writes it in a file."""

    title: str
    slots: Mapping[str, tuple[str, ...]]
    moderators: tuple[Mapping[str, str], ...] = ()
    for_whom: tuple[str, ...] = ()
    evidence: tuple[Evidence, ...] = ()


def completeness(slots: Mapping[str, tuple[str, ...]]) -> str:
    """Say how much of an explanation there is: fragment, dyad, triad or full; moderators do not count."""
    return _COMPLETENESS[sum(bool(slots.get(slot)) for slot in SLOTS)]


def check_moderators(moderators: tuple[Mapping[str, str], ...]) -> None:
    """Refuse an effect that does not exist."""
    for moderator in moderators:
        if moderator.get("effect", "") not in ("", *EFFECTS):
            raise ConfigurationError(
                say("configuration.effect", effect=moderator["effect"], effects=", ".join(EFFECTS))
            )


def check_stance(stance: str) -> None:
    """Refuse a stance that does not exist."""
    if stance not in STANCES:
        raise ConfigurationError(
            say("configuration.stance", stance=stance, stances=", ".join(STANCES))
        )


def if_then_sentence(
    slots: Mapping[str, tuple[str, ...]],
    moderators: tuple[Mapping[str, str], ...],
    labels: Mapping[str, str],
    language: str,
) -> str:
    """Write the configuration as one if-then sentence; an empty slot reads as an ellipsis."""
    words = {
        slot: _joined(
            [_in_sentence(labels.get(code, code)) for code in slots.get(slot, ())], language
        )
        for slot in SLOTS
    }
    sentence = say("configuration.sentence", language, **words)
    names = [
        _in_sentence(labels.get(moderator["code"], moderator["code"])) for moderator in moderators
    ]
    if names:
        sentence += say("configuration.moderated", language, moderators=_joined(names, language))
    return sentence + "."


def of_intervention(configurations: pd.DataFrame, code: str, codebook: Codebook) -> pd.DataFrame:
    """Return the configurations whose intervention is this code or stands under it."""

    def within(one: str | None) -> bool:
        while one is not None and one != code:
            one = codebook[one].parent
        return one is not None

    codebook[code]  # an unknown code is said, not found to have no configurations
    return configurations[configurations["intervention"].map(lambda codes: any(map(within, codes)))]


def read_configurations(path: str | os.PathLike[str]) -> list[Configuration]:
    """Read configurations and their evidence from a YAML file."""
    file = Path(path)
    try:
        read = read_yaml(file.read_text(encoding="utf-8-sig"))
    except FileNotFoundError:
        raise ConfigurationError(say("file.missing", path=file)) from None
    problems = [(line, sentence) for line, sentence in read.problems]
    entries = read.data.get("configurations") if isinstance(read.data, dict) else None
    if not problems and not isinstance(entries, list):
        problems.append((1, say("configuration.no_list")))
    entries = entries if isinstance(entries, list) else []
    for number, entry in enumerate(entries):
        problems += _entry_problems(entry, number, read)
    if problems:
        places = [
            f"{say('problem.place', file=file, line=line)}: {sentence}"
            for line, sentence in problems
        ]
        raise ConfigurationError("\n".join(places))
    return [_configuration(entry) for entry in entries]


def _entry_problems(entry: Any, number: int, read: Read) -> list[tuple[int, str]]:
    line = read.line("configurations", number)
    if not isinstance(entry, dict):
        return [(line, say("configuration.entry"))]
    problems = [
        (
            read.line("configurations", number, key),
            say("codebook.key_unknown", key=key) + did_you_mean(key, _KEYS),
        )
        for key in entry
        if key not in _KEYS
    ]
    problems += [
        (read.line("configurations", number, key), say("codebook.list", key=key))
        for key in (*SLOTS, "moderator", "for_whom", "evidence")
        if entry.get(key) and not isinstance(entry[key], list)
    ]
    return problems


def _configuration(entry: dict[str, Any]) -> Configuration:
    return Configuration(
        title=entry.get("title", ""),
        slots={slot: tuple(entry.get(slot) or ()) for slot in SLOTS},
        moderators=as_moderators(entry.get("moderator") or ()),
        for_whom=tuple(entry.get("for_whom") or ()),
        evidence=tuple(
            Evidence(
                row["document"], row["quote"], row.get("stance") or "supports", row.get("note", "")
            )
            for row in entry.get("evidence") or ()
        ),
    )


def as_moderators(given: Any) -> tuple[Mapping[str, str], ...]:
    """Let a moderator be written as a code alone, or as {code, on, effect}."""
    return tuple({"code": one} if isinstance(one, str) else dict(one) for one in given)


def _in_sentence(label: str) -> str:
    """Lower the first letter, unless the word is an abbreviation such as IPS."""
    return label if label[1:2].isupper() else label[:1].lower() + label[1:]


def _joined(names: list[str], language: str) -> str:
    if not names:
        return "…"
    *first, last = names
    return f"{', '.join(first)} {say('word.and', language)} {last}" if first else last
