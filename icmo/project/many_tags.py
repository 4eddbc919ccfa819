"""Many tags put in as one act, such as an import's: column by column, for there may be a million."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pandas as pd

from icmo._strings import say
from icmo.project.tagging import SAME_TAG, check_twin, definition_of, length_of
from icmo.project.work import ProjectError, Work
from icmo.tags import check_polarity, check_span

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from icmo._journal import Act

_SAME = list(SAME_TAG)


def add_tags(work: Work, rows: pd.DataFrame | Iterable[Mapping[str, Any]]) -> list[str]:
    """Put many tags in as one act. Returns their ids, in the order of the rows.

    The rows have document (id or name), start, end, code, coder, and may have tag, polarity, note
    and created. A tag that is there already, or twice among them, is the first one.
    """
    given = rows if isinstance(rows, pd.DataFrame) else pd.DataFrame(list(rows))
    if given.empty:
        return []
    missing = [name for name in ("document", "start", "end", "code", "coder") if name not in given]
    if missing:
        raise ProjectError(say("tag.columns", columns=", ".join(missing)))
    with work.act("tag_many", work.coder or "import") as act:
        return put_tags(work, act, given)


def put_tags(work: Work, act: Act, given: pd.DataFrame) -> list[str]:
    """Put many tags in as part of an act; a definition they bear is theirs, else the one in force."""
    meanings = {
        code: definition_of(work.book_of(act.change, code)[code]) for code in given["code"].unique()
    }
    given = _completed(given.reset_index(drop=True))
    given = _checked(work, act, given)
    # In the order of the indexes the database writes them three times faster.
    given = given.sort_values(_SAME, kind="stable")
    first = (given[_SAME] != given[_SAME].shift()).any(axis=1).to_numpy()
    given["tag"] = _ids(work, act, given, first)
    _check_alike(given, first)
    fresh = given[first & ~given["there"].to_numpy()]
    if len(fresh):
        _write(work, act, fresh, meanings)
    return given["tag"].sort_index().tolist()


def _completed(given: pd.DataFrame) -> pd.DataFrame:
    """Return the rows with every column a tag may have, empty where nothing was given."""
    optional = ("tag", "polarity", "note", "created", "definition")
    filled = {
        name: given[name].fillna("") if name in given else pd.Series("", given.index, dtype="str")
        for name in optional
    }
    return given.assign(**filled)


def _checked(work: Work, act: Act, given: pd.DataFrame) -> pd.DataFrame:
    """Return the rows with documents by their ids; refuse a span that is empty or outside its text."""
    found = {one: work.document(act.change, one) for one in given["document"].unique()}
    ends = given["document"].map({one: length_of(act.change, row) for one, row in found.items()})
    wrong = (given["start"] < 0) | (given["start"] >= given["end"]) | (given["end"] > ends)
    if wrong.any():
        place = int(wrong.to_numpy().argmax())
        row = given.iloc[place]
        check_span(int(row["start"]), int(row["end"]), int(ends.iloc[place]))
    for polarity in given["polarity"].unique():
        check_polarity(polarity or None)
    ids = {one: row["document"] for one, row in found.items()}
    return given.assign(document=given["document"].map(ids), there=False)


def _ids(work: Work, act: Act, given: pd.DataFrame, first: Any) -> pd.Series[str]:
    """Give each row an id: that of the tag it is already, its own, or a new one."""
    ids = given["tag"].where(first, "").astype("object")
    documents = given["document"].unique().tolist()
    if act.change.count("tags", document=documents):
        for place, twin in _twins(act, given, documents):
            check_twin(twin, given["polarity"][place] or None, given["note"][place])
            ids[place] = twin["tag"]
            given.loc[place, "there"] = True
    nameless = first & (ids == "").to_numpy()
    # Ascending ids go fastest into their index.
    ids[nameless] = sorted(work.new_id() for _ in range(int(nameless.sum())))
    # The same tag again is the first one.
    return ids.where(first).ffill()


def _twins(
    act: Act, given: pd.DataFrame, documents: list[str]
) -> Iterable[tuple[Any, dict[str, Any]]]:
    """Return which rows are tags that are there already, and those tags."""
    columns = [*_SAME, "tag", "polarity", "note"]
    found = pd.DataFrame(act.change.lists("tags", columns, document=documents))
    renamed = {"tag": "known", "polarity": "held", "note": "noted"}
    there = found.drop_duplicates(_SAME).rename(columns=renamed)
    both = given[_SAME].reset_index(names="place").merge(there, on=_SAME)
    for place, known, held, noted in both[["place", "known", "held", "noted"]].to_numpy():
        # Without a polarity pandas says that it is not a number.
        polarity = held if isinstance(held, str) and held else None
        yield place, {"tag": known, "polarity": polarity, "note": noted}


def _check_alike(given: pd.DataFrame, first: Any) -> None:
    """Refuse the same tag twice with other words: which of them holds is not for icmo to say."""
    if first.all():
        return
    for name in ("polarity", "note"):
        of_first = given[name].where(first).ffill()
        unlike = ((given[name] != of_first) & (given[name] != "")).to_numpy()
        if unlike.any():
            raise ProjectError(say("tag.twin", tag=given["tag"].iloc[int(unlike.argmax())]))


def _write(work: Work, act: Act, fresh: pd.DataFrame, meanings: Mapping[str, str]) -> None:
    now, count = work.clock(), len(fresh)
    written = {
        **{name: fresh[name].tolist() for name in ("tag", *_SAME)},
        "polarity": [one or None for one in fresh["polarity"].tolist()],
        "note": fresh["note"].tolist(),
        "created": [one or now for one in fresh["created"].tolist()],
        "definition": [
            one or meanings[code]
            for one, code in zip(fresh["definition"].tolist(), fresh["code"].tolist(), strict=True)
        ],
        "line": [act.line] * count,
    }
    act.insert_columns("tags", written)
