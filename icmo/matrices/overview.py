"""Bilag 5: what works for whom, from intervention to outcome, for each target group."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import numpy as np

from icmo._frames import make_frame
from icmo._spans import overlapping_pairs
from icmo._strings import say
from icmo.configurations.counting import passages_of
from icmo.matrices.sides import numbered

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    import pandas as pd

#: The rows of Bilag 5, in its order.
ROWS = ("intervention", "context", "moderator", "mechanism", "outcome", "method")
OVERVIEW = (
    "row",
    "target",
    "code",
    "configurations",
    "passages",
    "documents",
    "cases",
    "evidence",
    "uncertain",
)


def overview_table(
    configurations: pd.DataFrame,
    evidence: pd.DataFrame,
    tags: pd.DataFrame | None = None,
    targets: Sequence[str] | None = None,
) -> pd.DataFrame:
    """Say what works for whom: every code in a configuration, for each target group it names.

    Args:
        configurations: a frame with the columns of `project.configurations()`.
        evidence: a frame with the columns of `project.evidence()`.
        tags: a frame with the columns of `project.tags()`: methods tagged on the words of the
            evidence have their row.
        targets: the target groups in the order wanted, such as from lowest to highest readiness.

    Returns:
        A frame with the columns row (intervention, context, moderator, mechanism, outcome,
        method), target, code, configurations (those that hold it), passages, documents, cases
        (of supporting evidence), evidence (its ids) and uncertain: no passage supports it.
    """
    order = list(targets) if targets is not None else _targets(configurations)
    held: dict[tuple[str, str, str], list[str]] = {}
    methods = _methods(evidence, tags)
    for row in configurations.to_dict("records"):
        for place, code in _codes(row, methods.get(row["configuration"], [])):
            # A configuration that names nobody has a column of its own, so that it is not lost.
            for target in row["for_whom"] or ("",):
                held.setdefault((place, target, code), []).append(row["configuration"])
    aimed = evidence[
        (evidence["target_kind"] == "configuration") & (evidence["stance"] == "supports")
    ]
    rows = [
        _overview_row(place, target, code, names, aimed)
        for (place, target, code), names in held.items()
        if target in order
    ]
    rows.sort(
        key=lambda row: (
            ROWS.index(row["row"]),
            order.index(row["target"]),
            -row["cases"],
            -row["passages"],
            row["code"],
        )
    )
    table = make_frame(
        rows,
        OVERVIEW,
        numbers=("passages", "documents", "cases"),
        objects=("configurations", "evidence", "uncertain"),
    ).astype({"uncertain": "bool"})
    table.attrs["targets"] = tuple(order)
    return table


def overview_matrix(
    overview: pd.DataFrame,
    targets: Sequence[str] | None = None,
    labels: Mapping[str, str] | None = None,
    language: str | None = None,
) -> pd.DataFrame:
    """Lay an overview out as in the report: a row for each part, a column for each target group.

    A cell lists its codes with the number of cases behind each; a question mark says that no
    passage supports one.
    """
    import pandas as pd

    known = overview.attrs.get("targets") or dict.fromkeys(overview["target"])
    order = list(targets) if targets is not None else list(known)
    names = {"": say("overview.nobody_named", language), **(labels or {})}
    cells = {
        (row, target): " · ".join(
            f"{names.get(one['code'], one['code'])} {_behind(one)}"
            for one in part.to_dict("records")
        )
        for (row, target), part in overview.groupby(["row", "target"], sort=False)
    }
    rows = [row for row in ROWS if any((row, target) in cells for target in order)]
    matrix = pd.DataFrame(
        [[cells.get((row, target), "") for target in order] for row in rows],
        index=pd.Index([say(f"overview.{row}", language) for row in rows], name="row", dtype="str"),
        columns=pd.Index(
            [names.get(target, target) for target in order], name="target", dtype="str"
        ),
        dtype="str",
    )
    matrix.attrs["counts"] = "cases"
    return matrix


def _targets(configurations: pd.DataFrame) -> list[str]:
    named = {target for targets in configurations["for_whom"] for target in targets or ("",)}
    return sorted(named, key=lambda target: (not target, target))


def _codes(row: dict[Any, Any], methods: list[str]) -> Iterator[tuple[str, str]]:
    for slot in ("intervention", "context", "mechanism", "outcome"):
        for code in row[slot]:
            yield slot, code
    for moderator in row["moderators"]:
        yield "moderator", moderator["code"]
    for code in methods:
        yield "method", code


def _methods(evidence: pd.DataFrame, tags: pd.DataFrame | None) -> dict[str, list[str]]:
    """Return, for each configuration, the methods tagged on the words of its evidence."""
    import pandas as pd

    if tags is None:
        return {}
    aimed = evidence[evidence["target_kind"] == "configuration"]
    own = tags[tags["role"] == "method"]
    number, _ = numbered(pd.concat([aimed["document"], own["document"]]))
    far = int(max(aimed["end"].max() if len(aimed) else 0, own["end"].max() if len(own) else 0)) + 1
    place = number * far
    ends = [
        (place[part] + frame["start"].to_numpy(), place[part] + frame["end"].to_numpy())
        for part, frame in ((slice(len(aimed)), aimed), (slice(len(aimed), None), own))
    ]
    found: dict[str, set[str]] = {}
    targets, codes = aimed["target"].to_numpy(), own["code"].to_numpy()
    for one, other in zip(*overlapping_pairs(*ends[0], *ends[1]), strict=True):
        found.setdefault(str(targets[one]), set()).add(str(codes[other]))
    return {target: sorted(held) for target, held in found.items()}


def _overview_row(
    place: str, target: str, code: str, names: list[str], evidence: pd.DataFrame
) -> dict[str, Any]:
    own = evidence[evidence["target"].isin(names)].sort_values(
        ["document", "start", "end", "evidence"]
    )
    return {
        "row": place,
        "target": target,
        "code": code,
        "configurations": tuple(sorted(set(names))),
        "passages": int(passages_of(own, np.zeros(len(own), dtype=np.int64), 1)[0]),
        "documents": own["document"].nunique(),
        "cases": own["case"].nunique(),
        "evidence": tuple(own["evidence"]),
        "uncertain": own.empty,
    }


def _behind(row: dict[Any, Any]) -> str:
    return "?" if row["uncertain"] else f"({row['cases']})"
