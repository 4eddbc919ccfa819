"""Queries: which words have these codes, and not those, near each other, among these people.

A query is a value. It is put together with `&`, `|` and `~`, written to a file as plain YAML
and read from it, and answered by `find_passages` with a frame of excerpts:

    trust = Query.code("tillid") & ~Query.code("kontrol")
    women = trust & Query.where(group="kvinde")
    find_passages(women, tags, documents)
"""

from __future__ import annotations

from icmo.queries.asking import Query, QueryError
from icmo.queries.files import read_queries, write_queries
from icmo.queries.finding import find_passages

__all__ = ["Query", "QueryError", "find_passages", "read_queries", "write_queries"]
