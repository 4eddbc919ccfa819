"""What people decided: one decision for each person or thing, a second reader, a document's state."""

from __future__ import annotations

import hashlib
import json
from dataclasses import asdict, dataclass
from typing import TYPE_CHECKING

from icmo._strings import say
from icmo.documents.pseudonyms.errors import PseudonymError

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from icmo.documents.pseudonyms.finding import Find
    from icmo.documents.pseudonyms.identity import Identity

#: How far a document has come, in order.
STATES = ("unchecked", "proposed", "decided", "signed off")


@dataclass(frozen=True)
class Decision:
    """What stands instead of a person or thing, in all its forms, and who decided so.

    Not accepted means: this stays as it is, everywhere. The forms are real names: a decision
    belongs in the key file; what the project may keep is `without_names`.
    """

    name: str
    kind: str
    replacement: str
    accepted: bool
    by: str
    at: str = ""
    #: every further way it is written, nicknames too
    forms: tuple[str, ...] = ()

    def __repr__(self) -> str:
        """Show what will stand there, never the name."""
        return f"<{self.kind} → {self.replacement}, {'accepted' if self.accepted else 'kept'} by {self.by}>"

    def without_names(self) -> dict[str, object]:
        """Return what may be kept beside the pseudonymised text."""
        kept = {"kind": self.kind, "accepted": self.accepted, "by": self.by, "at": self.at}
        return kept | ({"replacement": self.replacement} if self.accepted else {})


@dataclass(frozen=True)
class Settled:
    """A single place that a person settled: it is the decision with this name, or no one's."""

    start: int
    end: int
    #: the name of a decision; empty where the place names no one
    name: str
    by: str


@dataclass(frozen=True)
class SignOff:
    """A second reader's word for one document as it was decided then."""

    by: str
    fingerprint: str
    at: str = ""


def decide(
    identity: Identity,
    by: str,
    *,
    replacement: str | None = None,
    accepted: bool = True,
    at: str = "",
    also: Sequence[str] = (),
) -> Decision:
    """Decide on a person or thing; `also` are further forms, such as a nickname.

    Raises:
        PseudonymError: no one decides, nothing would stand there, or the name itself would.
    """
    replacement = identity.suggestion if replacement is None else replacement.strip()
    forms = tuple(dict.fromkeys((*identity.forms, *also)))
    if not by.strip():
        raise PseudonymError(say("pseudonym.by", replacement=replacement))
    if accepted and not replacement:
        raise PseudonymError(say("pseudonym.empty"))
    if accepted and any(form.lower() in replacement.lower() for form in (identity.name, *forms)):
        raise PseudonymError(say("pseudonym.same"))
    return Decision(identity.name, identity.kind, replacement, accepted, by, at, forms)


def fingerprint(text: str, decisions: Iterable[Decision], settled: Iterable[Settled] = ()) -> str:
    """Return a fingerprint of a text and all that is decided on it: a sign-off holds for it alone."""
    decided = sorted(json.dumps(asdict(decision), sort_keys=True) for decision in decisions)
    places = sorted(json.dumps(asdict(place), sort_keys=True) for place in settled)
    whole = json.dumps([text, decided, places])
    return hashlib.sha256(whole.encode("utf-8")).hexdigest()


def sign_off(
    text: str,
    decisions: Sequence[Decision],
    by: str,
    *,
    settled: Sequence[Settled] = (),
    at: str = "",
) -> SignOff:
    """Sign as the second reader.

    Raises:
        PseudonymError: the reader decided something herself.
    """
    if not by.strip() or by.strip() in _deciders(decisions, settled):
        raise PseudonymError(say("pseudonym.second"))
    return SignOff(by, fingerprint(text, decisions, settled), at)


def _deciders(decisions: Iterable[Decision], settled: Iterable[Settled]) -> set[str]:
    return {decision.by.strip() for decision in decisions} | {place.by.strip() for place in settled}


def state(
    text: str,
    found: Sequence[Find] | None,
    decisions: Sequence[Decision] = (),
    *,
    settled: Sequence[Settled] = (),
    sign_offs: Sequence[SignOff] = (),
) -> str:
    """Return how far a document has come: one of `STATES`.

    Args:
        text: the document's text, before anything is replaced.
        found: what `finds` returned; nothing at all where it was never asked.
        decisions: the decisions made so far.
        settled: the single places settled so far.
        sign_offs: what second readers signed; one counts while nothing has changed since.
    """
    from icmo.documents.pseudonyms.remaining import leftovers
    from icmo.documents.pseudonyms.replacing import occurrences

    if found is None:
        return "unchecked"
    covered = [(start, end) for start, end, _, _ in occurrences(text, decisions, settled)]
    covered += [(place.start, place.end) for place in settled]
    open_places = [(find.start, find.end) for find in found]
    open_places += [(left.start, left.end) for left in leftovers(text, found)]
    for start, end in open_places:
        if not any(begin < end and start < stop for begin, stop in covered):
            return "proposed"
    now = fingerprint(text, decisions, settled)
    deciders = _deciders(decisions, settled)
    signed = any(s.fingerprint == now and s.by.strip() not in deciders for s in sign_offs)
    return "signed off" if signed else "decided"
