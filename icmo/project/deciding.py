"""Who is who in the project: what people decided on names and places, until pseudonyms are accepted.

The names stand in one table; the journal and `decided` hold ids only, so that a decision can be
taken back while no name ever comes into the journal.
"""

from __future__ import annotations

import re
import unicodedata
from dataclasses import asdict, dataclass, field
from typing import TYPE_CHECKING, Any

from icmo._strings import say
from icmo.documents.pseudonyms import Decision, Settled, SignOff, occurrences, sign_off
from icmo.documents.pseudonyms.identity import DIGIT_KINDS
from icmo.documents.pseudonyms.identity import key as key_of_form
from icmo.project.documents import text_of
from icmo.project.work import ProjectError, Work
from icmo.tags import check_span, reanchored

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Sequence

    from icmo._journal import Act
    from icmo._store import Change, Reader, Row
    from icmo.documents.pseudonyms import Key

#: The kinds of rows in the table of decisions.
DECISION, SETTLED, SIGN_OFF = "decision", "settled", "sign_off"


@dataclass
class Decided:
    """Everything in force: decisions by the subject they are about, settled places, sign-offs."""

    decisions: dict[str, Decision] = field(default_factory=dict)
    #: by document: the subject of each settled place, the version it was settled on, the place
    settled: dict[str, list[tuple[str, int, Settled]]] = field(default_factory=dict)
    sign_offs: dict[str, list[SignOff]] = field(default_factory=dict)
    #: what is known of decisions whose names went to a key file
    nameless: list[dict[str, Any]] = field(default_factory=list)

    @property
    def known(self) -> tuple[Decision, ...]:
        """Return the decisions with their names, and those without, so that no pseudonym is used twice."""
        without = (
            # A name that no text holds.
            Decision(f"\x00{number}", one["kind"], one["replacement"], accepted=True, by=one["by"])
            for number, one in enumerate(self.nameless)
            if one.get("replacement")
        )
        return (*self.decisions.values(), *without)

    def subject_of(self, name: str, kind: str) -> str | None:
        """Return the subject that a name belongs to by any of its forms."""
        own = key_of_form(name, kind)
        for subject, one in self.decisions.items():
            if one.kind == kind and own in {key_of_form(f, kind) for f in (one.name, *one.forms)}:
                return subject
        return None


def decided(reader: Reader) -> Decided:
    """Return what is decided, in the order it was decided."""
    found = Decided()
    rows = {row["decision"]: row for row in reader.rows("decisions")}
    in_force = [(one["subject"], rows.get(one["decision"])) for one in reader.rows("decided")]
    there = [(subject, row) for subject, row in in_force if row is not None]
    for subject, row in sorted(there, key=lambda pair: (pair[1]["created"], pair[0])):
        content = row["content"]
        if row["what"] == DECISION and "name" in content:
            forms = tuple(content["forms"])
            found.decisions[subject] = Decision(**(content | {"forms": forms}))
        elif row["what"] == DECISION:
            found.nameless.append(content)
        elif row["what"] == SETTLED:
            place = {name: content[name] for name in ("start", "end", "name", "by")}
            one = (subject, content["version"], Settled(**place))
            found.settled.setdefault(row["document"], []).append(one)
        elif "fingerprint" in content:
            found.sign_offs.setdefault(row["document"], []).append(SignOff(**content))
    return found


def with_key(known: Decided, key: Key | None) -> list[Decision]:
    """Return the project's decisions and those of the key that it does not have itself."""
    decisions = list(known.decisions.values())
    if key is not None:
        decisions += [one for one in key.decisions if not known.subject_of(one.name, one.kind)]
    return decisions


def settled_in(reader: Reader, row: Row, known: Decided) -> list[Settled]:
    """Return the settled places of a document in the text that is in force."""
    places = []
    for _, version, place in known.settled.get(row["document"], ()):
        if version == row["version"]:
            places.append(place)
            continue
        old = reader.row("texts", document=row["document"], version=version)
        if old is None:
            continue
        span = (place.start, place.end)
        (now,) = reanchored(old["text"], text_of(reader, row), [span])
        if now.start is not None and now.end is not None:
            places.append(Settled(now.start, now.end, place.name, place.by))
    return places


def in_text(
    text: str, decisions: Iterable[Decision], settled: Sequence[Settled] = ()
) -> list[Decision]:
    """Return the decisions that apply somewhere in a text."""
    decisions = list(decisions)
    held = {id(one) for _, _, one, _ in occurrences(text, decisions, settled)}
    return [one for one in decisions if id(one) in held]


def names_in(text: str, decisions: Iterable[Decision]) -> list[Decision]:
    """Return the decisions of which any form is written in a text, also where another one applies."""
    plain = unicodedata.normalize("NFC", text)
    return [one for one in decisions if _is_written(plain, one)]


def _is_written(text: str, one: Decision) -> bool:
    if one.kind in DIGIT_KINDS:
        return bool(in_text(text, [one]))
    forms = (unicodedata.normalize("NFC", form) for form in (one.name, *one.forms))
    return any(
        re.search(rf"(?<!\w){re.escape(form)}", text, re.IGNORECASE) for form in forms if form
    )


def forget_unwritten(change: Change, erased: Collection[str]) -> bool:
    """Forget names that no text holds any more, and what was settled in texts that were erased.

    Returns whether anything was forgotten.
    """
    known = decided(change)
    texts = [text for (text,) in change.columns("texts", ("text",))]
    held = {id(one) for text in texts for one in names_in(text, known.decisions.values())}
    unheld = {subject for subject, one in known.decisions.items() if id(one) not in held}
    in_force = {row["decision"]: row["subject"] for row in change.rows("decided")}
    gone = [
        row["decision"]
        for row in change.rows("decisions")
        if row["document"] in erased
        or (row["what"] == DECISION and in_force.get(row["decision"], "") in {"", *unheld})
    ]
    for decision in gone:
        change.delete("decisions", decision=decision)
        change.delete("decided", decision=decision)
    return bool(gone)


def write_decisions(work: Work, given: Sequence[Decision]) -> list[str]:
    """Keep decisions as one act; one on a person decided before replaces that. Returns the subjects."""
    with work.act("decide") as act:
        known = decided(act.change)
        subjects = []
        for one in given:
            subject = known.subject_of(one.name, one.kind)
            before = known.decisions.get(subject) if subject else None
            if before is not None and _same(before, one):
                subjects.append(str(subject))
                continue
            subject = _put(work, act, subject, (DECISION, "", asdict(one)))
            known.decisions[subject] = one
            subjects.append(subject)
    return subjects


def _same(one: Decision, other: Decision) -> bool:
    told = [(d.name, d.kind, d.replacement, d.accepted, set(d.forms)) for d in (one, other)]
    return told[0] == told[1]


def settle(work: Work, document: str, span: tuple[int, int], name: str) -> str:
    """Keep that a single place is the one decided on under a name, or, without a name, no one."""
    with work.act("decide") as act:
        row = work.document(act.change, document)
        text = text_of(act.change, row)
        check_span(*span, len(text))
        known = decided(act.change)
        names = {one.name for one in known.decisions.values()}
        if name and name not in names:
            raise ProjectError(say("decide.unknown"))
        content = {
            "start": span[0],
            "end": span[1],
            "name": name,
            "by": act.coder,
            "version": row["version"],
        }
        act.target = row["document"]
        there = next(
            (
                subject
                for subject, version, one in known.settled.get(row["document"], ())
                if version == row["version"] and (one.start, one.end) == span
            ),
            None,
        )
        return _put(work, act, there, (SETTLED, row["document"], content))


def write_sign_off(work: Work, document: str, key: Key | None) -> str:
    """Keep a second reader's word for a document as it is decided now."""
    with work.act("sign_off") as act:
        row = work.document(act.change, document)
        text = text_of(act.change, row)
        known = decided(act.change)
        settled = settled_in(act.change, row, known)
        held = in_text(text, with_key(known, key), settled)
        signed = sign_off(text, held, act.coder, settled=settled, at=work.clock())
        act.target = row["document"]
        return _put(work, act, None, (SIGN_OFF, row["document"], asdict(signed)))


def _put(work: Work, act: Act, subject: str | None, what: tuple[str, str, Row]) -> str:
    """Write what was decided, and put it in force by its id."""
    kind, document, content = what
    decision = {
        "decision": work.new_id(),
        "what": kind,
        "document": document,
        "content": content,
        "coder": act.coder,
        "created": work.clock(),
    }
    act.change.insert("decisions", [decision])
    before = act.change.row("decided", subject=subject) if subject else None
    if before is not None:
        act.update("decided", before, decision=decision["decision"])
        return str(subject)
    row = {"subject": work.new_id(), "decision": decision["decision"]}
    act.insert("decided", [row])
    return str(row["subject"])
