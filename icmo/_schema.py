"""The tables of a project file. The same tables hold on SQLite and PostgreSQL."""

from __future__ import annotations

from typing import Any

import sqlalchemy as sa

VERSION = 4

metadata = sa.MetaData()


def _text(name: str, **more: Any) -> sa.Column[Any]:
    return sa.Column(name, sa.Text, nullable=more.pop("nullable", False), **more)


def _number(name: str, **more: Any) -> sa.Column[Any]:
    return sa.Column(name, sa.Integer, nullable=more.pop("nullable", False), **more)


def _json(name: str, **more: Any) -> sa.Column[Any]:
    return sa.Column(name, sa.JSON(none_as_null=True), nullable=more.pop("nullable", False), **more)


def _document() -> sa.Column[Any]:
    return sa.Column("document", sa.Text, sa.ForeignKey("documents.document"), nullable=False)


def _signed() -> tuple[sa.Column[Any], ...]:
    """Return the columns of what somebody made: who, and when."""
    return _text("coder"), _text("created")


def _judged() -> tuple[sa.Column[Any], ...]:
    """Return the columns of a level that somebody gave: why, who, and when."""
    return _text("rationale"), _text("judge"), _text("created")


facts = sa.Table("facts", metadata, _text("name", primary_key=True), _text("value"))

codebooks = sa.Table(
    "codebooks",
    metadata,
    _text("codebook", primary_key=True),
    _number("number", primary_key=True),  # 1 is the first version
    _text("source"),
    _text("created"),
)

cases = sa.Table(
    "cases", metadata, _text("case", primary_key=True), _text("label"), _json("attributes")
)

documents = sa.Table(
    "documents",
    metadata,
    _text("document", primary_key=True),
    _text("name"),
    _text("case"),
    _text("group"),
    _text("kind"),
    _text("date"),
    _json("attributes"),
    _number("version"),  # which of its texts is the one in force
    _number("guessed"),  # 1 where paragraphs are a guess, as in a PDF
    _text("source"),
)

#: What was said, and how it is divided: every version, until erased. Not in the journal.
texts = sa.Table(
    "texts",
    metadata,
    _text("document", primary_key=True),
    _number("version", primary_key=True),
    _text("text"),
    _text("digest", index=True),
    _number("characters"),
    _number("words"),
    _text("created"),
    # what it was made from: {"from": version, "how": …, "edits": […]}; none where a file was read
    _json("origin", nullable=True),
)

turns = sa.Table(
    "turns",
    metadata,
    _text("document", primary_key=True),
    _number("version", primary_key=True),
    _number("number", primary_key=True),
    _number("start"),
    _number("end"),
    _text("speaker"),
    _text("speaker_role"),
    _text("kind"),
    _json("attributes"),
)

tags = sa.Table(
    "tags",
    metadata,
    _text("tag", primary_key=True),
    _document(),
    _text("coder"),
    _text("code"),
    _number("start"),
    _number("end"),
    _text("polarity", nullable=True),
    _text("note"),
    _text("created"),
    _text("definition"),  # fingerprint of the definition it was made or looked at under
    _number("line", index=True),  # the journal line that wrote it last
    sa.Index("tags_place", "document", "coder", "code", "start", "end"),
)

memos = sa.Table(
    "memos",
    metadata,
    _text("memo", primary_key=True),
    _text("target_kind"),
    _text("target"),
    _text("text"),
    *_signed(),
)

assignments = sa.Table(
    "assignments",
    metadata,
    _document(),
    _text("coder"),
    _number("done"),
    sa.PrimaryKeyConstraint("document", "coder"),
)

questions = sa.Table(
    "questions",
    metadata,
    _text("question", primary_key=True),
    _number("place"),
    _text("purpose"),
    _text("text"),
    _text("source"),
    _text("chapter"),
)

configurations = sa.Table(
    "configurations",
    metadata,
    _text("configuration", primary_key=True),
    _text("title"),
    _json("slots"),
    _json("moderators"),
    _json("for_whom"),
    _text("status"),
    _text("sentence"),  # as a person wrote it; empty where it follows from the codes
    _json("details"),  # activation, intended, sign, resource, reasoning
    _number("version"),
    _text("created"),
)

evidence = sa.Table(
    "evidence",
    metadata,
    _text("evidence", primary_key=True),
    _text("target_kind"),
    _text("target", index=True),
    _document(),
    _number("start"),
    _number("end"),
    _text("stance"),
    _text("note"),
    *_signed(),
    _text("explicitness"),  # said, or inferred by the analyst
)

#: What evidence may be about, and the table that has it.
TARGETS = {
    "configuration": "configurations",
    "claim": "claims",
    "rating": "ratings",
    "judgement": "judgements",
}

#: Every version of every configuration, with the reason for it.
changes = sa.Table(
    "changes",
    metadata,
    _text("change", primary_key=True),
    _text("configuration", index=True),
    _number("version"),
    _text("reason"),
    _json("content"),
    *_signed(),
)

relations = sa.Table(
    "relations",
    metadata,
    _text("relation", primary_key=True),
    _text("configuration"),
    _text("kind"),
    _text("other"),
    *_signed(),
)

claims = sa.Table(
    "claims",
    metadata,
    _text("claim", primary_key=True),
    _text("text"),  # empty where it is the label of its theme
    _text("theme"),
    _text("question"),
    _text("principle"),
    _text("type"),
    *_signed(),
)

ratings = sa.Table(
    "ratings",
    metadata,
    _text("rating", primary_key=True),  # made of what is rated and who judges
    _text("principle"),
    _text("letter"),
    _text("case"),
    _number("level"),
    *_judged(),
)

#: The levels of ratings and what each means, in both languages.
rubric = sa.Table(
    "rubric", metadata, _text("rubric", primary_key=True), _json("label"), _json("anchor")
)

#: Whether a principle is meaningful, adhered to and gives results; how far a team works in a way.
judgements = sa.Table(
    "judgements",
    metadata,
    _text("judgement", primary_key=True),  # made of what is judged and who judges
    _text("kind"),
    _text("about"),
    _text("aspect"),
    _text("case"),
    _text("level"),
    _number("uncertain"),
    *_judged(),
)

summaries = sa.Table(
    "summaries",
    metadata,
    _text("summary", primary_key=True),  # made of case and code: one written cell for each
    _text("case"),
    _text("code"),
    _text("text"),
    *_signed(),
)

#: Who is who, as people decided, until pseudonyms are accepted: names are not in the journal.
decisions = sa.Table(
    "decisions",
    metadata,
    _text("decision", primary_key=True),
    _text("what"),  # decision, settled or sign_off
    _text("document"),  # empty where it holds everywhere
    _json("content"),
    *_signed(),
)

#: Which decision is in force on whom: ids only, so that the journal can hold it.
decided = sa.Table("decided", metadata, _text("subject", primary_key=True), _text("decision"))

#: What files of other programs held that has no place here: ids they know things by, elements that
#: nobody here understands. It is written back when the project goes out again.
kept = sa.Table(
    "kept",
    metadata,
    _text("kept", primary_key=True),
    _text("kind"),  # guid: what something is called elsewhere; element: a piece of a file
    _text("owner", index=True),  # what it belongs to: "code/…", "case/…", or a place in the file
    _text("document"),  # whose words may stand in it; empty where it is not known
    _json("content"),
)

#: Every change ever made: ids, offsets and the coder's own notes, never what people said.
journal = sa.Table(
    "journal",
    metadata,
    _number("line", primary_key=True, autoincrement=False),
    _text("id", unique=True),
    _text("created"),
    _text("coder"),
    _text("act"),
    _text("target"),
    _json("steps"),
    _text("state"),  # done, undone, or forgotten once a new act followed an undone one
    _number("undoes", nullable=True),  # the line that this one takes back or does again
    sa.Index("journal_coder", "coder", "state"),
)

#: Who opened, searched, exported or erased what and when; each entry sealed with the one before.
access = sa.Table(
    "access",
    metadata,
    _number("entry", primary_key=True, autoincrement=False),
    _text("created"),
    _text("coder"),
    _text("act"),
    _text("target"),
    _text("seal"),
)

#: Files with people's words in them that icmo wrote outside the project: backups, exports.
written = sa.Table(
    "written", metadata, _text("path", primary_key=True), _text("kind"), _text("created")
)

#: What was erased: how much, when, why, never the words.
receipts = sa.Table(
    "receipts",
    metadata,
    _text("receipt", primary_key=True),
    _text("created"),
    _text("coder"),
    _text("target"),
    _text("reason"),
    _json("counts"),
)


def is_row_of(table: str, row: object) -> bool:
    """Say whether something from a file can be a row: these columns, in each what belongs there."""
    if table not in metadata.tables or not isinstance(row, dict):
        return False
    columns = metadata.tables[table].columns
    return set(row) == set(columns.keys()) and all(
        _can_hold(column, row[column.name]) for column in columns
    )


def _can_hold(column: sa.Column[Any], value: object) -> bool:
    if value is None:
        return bool(column.nullable)
    if isinstance(column.type, sa.Text):
        return isinstance(value, str) and "\0" not in value
    if isinstance(column.type, sa.Integer):
        return isinstance(value, int) and not isinstance(value, bool) and abs(value) < 2**53
    return isinstance(value, dict | list)
