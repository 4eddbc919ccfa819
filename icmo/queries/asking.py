"""A query as a value, and as plain dicts and lists."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Any

from icmo._strings import did_you_mean, say
from icmo.errors import Error

_TAGS = ("code", "role", "family", "coder", "polarity", "group", "case", "document")
_KINDS = ("tagged", "where", "and", "or", "not", "near", "same")
#: How many queries each kind puts together; `and` and `or` take two or more.
_PARTS = {"not": 1, "near": 2, "same": 2}


class QueryError(Error):
    """A query that cannot be read or answered."""


@dataclass(frozen=True)
class Query:
    """A question to the tags; combine with `&`, `|`, `~`, `near` and `same`."""

    kind: str
    parts: tuple[Query, ...] = ()
    given: tuple[tuple[str, Any], ...] = ()
    name: str = ""

    @classmethod
    def code(cls, code: str, **also: str) -> Query:
        """Ask for words with a code; also with a polarity or a coder (polarity="hinders")."""
        return cls("tagged", given=_checked({"code": code, **also}, _TAGS))

    @classmethod
    def tagged(cls, **values: str) -> Query:
        """Ask for words with any tag of a role, a family, a coder, a polarity; all words tagged, when nothing is said."""
        return cls("tagged", given=_checked(values, _TAGS))

    @classmethod
    def where(cls, **values: str) -> Query:
        """Ask for all words of documents with these attributes (or of speakers: speaker_role="leder")."""
        return cls("where", given=tuple(sorted(values.items())))

    def __and__(self, other: Query) -> Query:
        """Ask for the words that both have."""
        return Query("and", (self, other))

    def __or__(self, other: Query) -> Query:
        """Ask for the words that either has."""
        return Query("or", (self, other))

    def __invert__(self) -> Query:
        """Ask for all other words."""
        return Query("not", (self,))

    def near(self, other: Query, words: int = 0) -> Query:
        """Ask for these passages where the other is at most so many words away (0: side by side)."""
        return Query("near", (self, other), (("words", words),))

    def same(self, other: Query, place: str = "unit") -> Query:
        """Ask for these passages where the other is in the same unit (such as turn), document, case or group."""
        return Query("same", (self, other), (("place", place),))

    def named(self, name: str) -> Query:
        """Return the same query under a name."""
        return replace(self, name=name)

    def as_plain(self) -> dict[str, Any]:
        """Return the query as dicts, lists and strings: what a file holds."""
        values = dict(self.given)
        if self.kind in ("tagged", "where"):
            plain: dict[str, Any] = {self.kind: values}
        else:
            plain = {self.kind: [part.as_plain() for part in self.parts], **values}
        return {"name": self.name, **plain} if self.name else plain

    @classmethod
    def from_plain(cls, plain: Any) -> Query:
        """Return the query that `as_plain` wrote."""
        kinds = [kind for kind in _KINDS if isinstance(plain, dict) and kind in plain]
        if len(kinds) != 1:
            given = ", ".join(plain) if isinstance(plain, dict) else str(plain)
            raise QueryError(say("query.kind", given=given, known=", ".join(_KINDS)))
        kind = kinds[0]
        name = str(plain.get("name", ""))
        if kind in ("tagged", "where"):
            known = _TAGS if kind == "tagged" else None
            return cls(kind, given=_checked(plain[kind], known), name=name)
        parts = tuple(map(cls.from_plain, plain[kind]))
        values: tuple[tuple[str, Any], ...] = ()
        if kind == "near":
            values = (("words", _whole(plain.get("words", 0))),)
        elif kind == "same":
            values = (("place", str(plain.get("place", "unit"))),)
        if len(parts) < _PARTS.get(kind, 2) or len(parts) > _PARTS.get(kind, len(parts)):
            raise QueryError(say("query.parts", kind=kind))
        return cls(kind, parts, values, name)


def _checked(values: Any, known: tuple[str, ...] | None) -> tuple[tuple[str, str], ...]:
    if not isinstance(values, dict):
        raise QueryError(say("query.values", given=values))
    for key in values:
        if known is not None and key not in known:
            raise QueryError(
                say("query.key", key=key, known=", ".join(known)) + did_you_mean(key, known)
            )
    return tuple(sorted((key, str(value)) for key, value in values.items()))


def _whole(value: Any) -> int:
    try:
        return int(value)
    except (TypeError, ValueError):
        raise QueryError(say("query.words", words=value)) from None
