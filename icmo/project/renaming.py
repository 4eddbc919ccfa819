"""Names beside the texts: in what documents and cases are called, in notes, in the journal's steps.

The same words become the same everywhere, in rows and in the steps that tell of them, so that the
journal still explains every row.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from icmo._journal import key_of
from icmo._strings import say
from icmo.documents.pseudonyms import replaced
from icmo.project.work import ProjectError

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from icmo._journal import Step
    from icmo._store import Change, Reader, Row
    from icmo.documents.pseudonyms import Decision

#: Where people and icmo write freely. Coders' own names stay.
FREE = {
    "documents": ("name", "case", "group", "kind", "date", "source", "attributes"),
    "cases": ("case", "label", "attributes"),
    "tags": ("note",),
    "evidence": ("note",),
    "memos": ("text",),
    "configurations": ("title", "for_whom", "sentence", "details"),
    "changes": ("reason", "content"),
    "claims": ("text",),
    "ratings": ("case", "rationale"),
    "judgements": ("about", "case", "rationale"),
    "summaries": ("case", "text"),
    "questions": ("purpose", "text", "source", "chapter"),
    "receipts": ("reason",),
}


#: Ids made of what they are about, so that a name may be in them; the last part is who judged.
_SPOKEN_IDS = {"ratings": "rating", "judgements": "judgement", "summaries": "summary"}
_BETWEEN = " / "


class Renaming:
    """Puts pseudonyms where names stand beside the texts."""

    def __init__(self, decisions: Sequence[Decision]) -> None:
        self._decisions = decisions
        self._known: dict[str, str] = {"": ""}

    def words(self, written: str) -> str:
        """Return what was written with every name replaced."""
        if written not in self._known:
            self._known[written] = replaced(written, self._decisions).text
        return self._known[written]

    def _value(self, value: Any) -> Any:
        if isinstance(value, str):
            return self.words(value)
        if isinstance(value, dict):
            return {name: self._value(one) for name, one in value.items()}
        return [self._value(one) for one in value] if isinstance(value, list) else value

    def row(self, table: str, row: Row) -> Row:
        """Return a row with every name replaced."""
        named = {
            column: self._value(row[column]) for column in FREE.get(table, ()) if column in row
        }
        if table in _SPOKEN_IDS:
            named[_SPOKEN_IDS[table]] = self.spoken_id(row[_SPOKEN_IDS[table]])
        if table == "evidence" and "target" in row:
            named["target"] = self.spoken_id(row["target"])
        if table == "memos" and "target" in row:
            is_case = row.get("target_kind") == "case"
            named["target"] = (self.words if is_case else self.spoken_id)(row["target"])
        return {**row, **named}

    def spoken_id(self, id_: str) -> str:
        """Return an id made of words with every name in it replaced, but for who judged."""
        if _BETWEEN not in id_:
            return id_
        *about, last = id_.split(_BETWEEN)
        return _BETWEEN.join([*(self.words(part) for part in about), last])

    def cases(self, change: Reader) -> list[tuple[Row, Row]]:
        """Return the cases that are called otherwise: each before and after."""
        pairs = [(row, self.row("cases", row)) for row in change.rows("cases")]
        names = [after["case"] for _, after in pairs]
        if len(set(names)) < len(names):
            raise ProjectError(say("accept.one_case"))
        return [(before, after) for before, after in pairs if before != after]

    def carry_out(self, change: Change) -> None:
        """Replace names in every row and in every step of the journal."""
        for table in FREE:
            for row in self._noted(change, table):
                after = self.row(table, row)
                if after != row:
                    values = {name: value for name, value in after.items() if row[name] != value}
                    change.update(table, values, **key_of(table, row))
        for line in change.rows("journal", order=("line",)):
            told = {
                "steps": [self._step(step) for step in line["steps"]],
                "target": self.spoken_id(line["target"]),
            }
            if any(line[name] != value for name, value in told.items()):
                change.update("journal", told, line=line["line"])

    def _noted(self, change: Change, table: str) -> Iterator[Row]:
        """Return the rows that may hold a name; of very many tags only those with a note."""
        if table != "tags":
            yield from change.rows(table)
            return
        for tag, note in change.columns("tags", ("tag", "note")):
            if note:
                yield {"tag": tag, "note": note}

    def _step(self, step: Step) -> Step:
        table = step["table"]
        if table not in FREE or "count" in step:
            return step
        if "rows" in step:
            return {**step, "rows": [self.row(table, row) for row in step["rows"]]}
        told = {name: step[name] and self.row(table, step[name]) for name in ("before", "after")}
        return {**step, **told}


def mentions(
    reader: Reader, decisions: Sequence[Decision], documents: Sequence[str]
) -> Iterator[str]:
    """Say where letters of a name still stand: inside other words, in a codebook, in the access log."""
    forms = {
        form.casefold(): one.replacement
        for one in decisions
        for form in (one.name, *one.forms)
        if len(form) > 2  # noqa: PLR2004  shorter ones are in every other word
    }
    places = {
        row["name"]: text
        for row in reader.rows("documents", order=("name",), document=list(documents))
        for _, text in reader.columns("texts", ("version", "text"), document=row["document"])
    }
    books = reader.columns("codebooks", ("codebook", "number", "source"))
    places |= {f"{book}.yaml ({number})": source for book, number, source in books}
    for place, text in places.items():
        low = text.casefold()
        found = sorted({replacement for form, replacement in forms.items() if form in low})
        if found:
            yield say("accept.mention", place=place, names=", ".join(found))
    logged = " ".join(target for (target,) in reader.columns("access", ("target",))).casefold()
    if any(form in logged for form in forms):
        yield say("accept.mention_log")
