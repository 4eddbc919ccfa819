"""Where two coders differ: tags that only one of them made, gathered by the text they share."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any

Tag = dict[str, Any]
#: Two tags are about the same passage when they share this much of the shorter one.
_SHARED = 0.5


@dataclass
class Difference:
    """A passage on which two coders differ: what each of them tagged there."""

    start: int
    end: int
    sides: dict[str, list[Tag]] = field(default_factory=dict)

    @property
    def tags(self) -> list[str]:
        """The ids of the tags that differ."""
        return [tag["tag"] for side in self.sides.values() for tag in side]


def compare(tags: list[Tag], one: str, other: str) -> tuple[list[Tag], list[Difference]]:
    """Return the tags on which two coders agree (the first one's), and where they differ."""
    sides = {coder: [tag for tag in tags if tag["coder"] == coder] for coder in (one, other)}
    made = {coder: {_what(tag) for tag in own} for coder, own in sides.items()}
    agreed = [tag for tag in sides[one] if _what(tag) in made[other]]
    left = [tag for tag in sides[one] if _what(tag) not in made[other]]
    left += [tag for tag in sides[other] if _what(tag) not in made[one]]
    found: list[Difference] = []
    for tag in sorted(left, key=lambda row: (row["start"], row["end"], row["code"])):
        near = next((place for place in reversed(found) if _shares(place, tag)), None)
        if near is None:
            near = Difference(tag["start"], tag["end"], {one: [], other: []})
            found.append(near)
        near.start, near.end = min(near.start, tag["start"]), max(near.end, tag["end"])
        near.sides[tag["coder"]].append(tag)
    return agreed, sorted(found, key=lambda place: (place.start, place.end))


def _what(tag: Tag) -> tuple[Any, ...]:
    polarity = tag["polarity"] if isinstance(tag["polarity"], str) else ""
    return tag["code"], tag["start"], tag["end"], polarity


def _shares(place: Difference, tag: Tag) -> bool:
    shared = min(place.end, tag["end"]) - max(place.start, tag["start"])
    shorter = min(place.end - place.start, tag["end"] - tag["start"])
    return bool(shared > 0 and shared >= _SHARED * shorter)
