"""What changed in the theory: two sets of configurations compared, in words."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from icmo._frames import make_frame
from icmo._strings import say
from icmo.configurations.records import DETAILS, SLOTS

if TYPE_CHECKING:
    from collections.abc import Mapping

    import pandas as pd

_COLUMNS = ("configuration", "title", "change", "part", "before", "after", "words")
_LISTS = (*SLOTS, "for_whom")
_WORDS = ("title", "sentence", "status", *DETAILS)


def difference_table(
    before: pd.DataFrame,
    after: pd.DataFrame,
    labels: Mapping[str, str] | None = None,
    language: str | None = None,
) -> pd.DataFrame:
    """Compare two versions of a theory, configuration by configuration and part by part.

    Args:
        before: a frame with the columns of `project.configurations()`.
        after: the same, later.
        labels: what to call each code.
        language: of the words.

    Returns:
        A frame with the columns configuration, title, change (added, removed, changed), part,
        before, after and words. A generated sentence that only follows its codes is not told.
    """
    old, new = _by_id(before), _by_id(after)
    rows: list[dict[str, Any]] = []
    for id_ in [*old, *(id_ for id_ in new if id_ not in old)]:
        title = (new.get(id_) or old[id_])["title"] or id_
        head = {"configuration": id_, "title": title}
        if id_ in old and id_ in new:
            parts = _parts(old[id_], new[id_], labels or {}, language)
            rows += [{**head, "change": change, **part} for change, part in parts]
            continue
        change = "removed" if id_ in old else "added"
        words = say(f"configuration.{change}", language, title=title)
        rows.append({**head, "change": change, "part": "configuration", "words": words})
    return make_frame([{"before": "", "after": "", **row} for row in rows], _COLUMNS)


def difference_in_words(
    before: pd.DataFrame,
    after: pd.DataFrame,
    labels: Mapping[str, str] | None = None,
    language: str | None = None,
) -> list[str]:
    """Write what changed from one version of a theory to another, a sentence for each change."""
    table = difference_table(before, after, labels, language)
    return table["words"].tolist() or [say("configuration.same", language)]


def _by_id(frame: pd.DataFrame) -> dict[str, dict[Any, Any]]:
    return {row["configuration"]: row for row in frame.to_dict("records")}


def _parts(
    old: dict[Any, Any], new: dict[Any, Any], labels: Mapping[str, str], language: str | None
) -> list[tuple[str, dict[str, str]]]:
    title = new["title"] or new["configuration"]
    found: list[tuple[str, dict[str, str]]] = []
    for part in (*_LISTS, "moderators"):
        had, has = (
            [_told(one, labels, language) for one in row.get(part, ())] for row in (old, new)
        )
        for change, names in (
            ("removed", [one for one in had if one not in has]),
            ("added", [one for one in has if one not in had]),
        ):
            for name in names:
                named = say(f"part.{part}", language)
                words = say(
                    f"configuration.part_{change}", language, title=title, part=named, name=name
                )
                sides = {"before": name} if change == "removed" else {"after": name}
                found.append((change, {"part": part, **sides, "words": words}))
    # The sentence is told only where a person wrote it: the codes are told already.
    by_hand = not found
    for part in _WORDS:
        was, is_ = str(old.get(part, "") or ""), str(new.get(part, "") or "")
        if was == is_ or (part == "sentence" and not by_hand):
            continue
        words = say(
            "configuration.part_changed",
            language,
            title=title,
            part=say(f"part.{part}", language),
            before=was or "…",
            after=is_ or "…",
        )
        found.append(("changed", {"part": part, "before": was, "after": is_, "words": words}))
    return found


def _told(one: Any, labels: Mapping[str, str], language: str | None) -> str:
    """Write a code, or what a moderator does to what."""
    if isinstance(one, str):
        return labels.get(one, one)
    name = labels.get(one["code"], one["code"])
    more = []
    if one.get("effect"):
        more.append(say(f"effect.{one['effect']}", language))
    if one.get("on"):
        more.append(labels.get(one["on"], one["on"]))
    return f"{name} ({' '.join(more)})" if more else name
