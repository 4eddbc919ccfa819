"""Named queries in a YAML file beside the notebook, for a person to read and change."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from icmo._strings import say
from icmo._yaml import read_yaml
from icmo.queries.asking import Query, QueryError

if TYPE_CHECKING:
    import os
    from collections.abc import Iterable


def write_queries(queries: Iterable[Query], path: str | os.PathLike[str]) -> None:
    """Write named queries to a YAML file that a person can read and change."""
    import yaml

    plain = {"queries": [query.as_plain() for query in queries]}
    text = yaml.safe_dump(plain, allow_unicode=True, sort_keys=False)
    Path(path).write_text(text, encoding="utf-8")


def read_queries(path: str | os.PathLike[str]) -> dict[str, Query]:
    """Read named queries from a YAML file, by name."""
    file = Path(path)
    try:
        read = read_yaml(file.read_text(encoding="utf-8-sig"))
    except FileNotFoundError:
        raise QueryError(say("file.missing", path=file)) from None
    if read.problems:
        line, sentence = read.problems[0]
        raise QueryError(f"{say('problem.place', file=file, line=line)}: {sentence}")
    listed = read.data.get("queries") if isinstance(read.data, dict) else None
    if not isinstance(listed, list):
        raise QueryError(f"{say('problem.place', file=file, line=1)}: {say('query.list')}")
    found: dict[str, Query] = {}
    for number, entry in enumerate(listed):
        place = say("problem.place", file=file, line=read.line("queries", number))
        try:
            query = Query.from_plain(entry)
        except QueryError as error:
            raise QueryError(f"{place}: {error}") from None
        if not query.name or query.name in found:
            raise QueryError(f"{place}: {say('query.name', name=query.name)}")
        found[query.name] = query
    return found
