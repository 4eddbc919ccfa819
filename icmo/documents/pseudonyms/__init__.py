"""Pseudonyms: who could be known again in a text, decided by a person, replaced, and guarded.

icmo proposes and people decide. No rule finds everyone; what is left is listed for a person to
settle, and a text that went through all of this is pseudonymised, never anonymous.
"""

from __future__ import annotations

from icmo.documents.pseudonyms.decisions import (
    STATES,
    Decision,
    Settled,
    SignOff,
    decide,
    fingerprint,
    sign_off,
    state,
)
from icmo.documents.pseudonyms.errors import PseudonymError
from icmo.documents.pseudonyms.finding import KINDS, Find
from icmo.documents.pseudonyms.guard import (
    Breach,
    Guard,
    check_export,
    refuse_breaches,
    what_was_checked,
)
from icmo.documents.pseudonyms.identity import Identity, genitive, identities, name_from_list
from icmo.documents.pseudonyms.keys import Key, read_key, write_key
from icmo.documents.pseudonyms.model import danish_model
from icmo.documents.pseudonyms.offsets import OffsetMap
from icmo.documents.pseudonyms.remaining import Leftover, leftovers
from icmo.documents.pseudonyms.replacing import Replaced, occurrences, replaced
from icmo.documents.pseudonyms.search import finds

__all__ = [
    "KINDS",
    "STATES",
    "Breach",
    "Decision",
    "Find",
    "Guard",
    "Identity",
    "Key",
    "Leftover",
    "OffsetMap",
    "PseudonymError",
    "Replaced",
    "Settled",
    "SignOff",
    "check_export",
    "danish_model",
    "decide",
    "finds",
    "fingerprint",
    "genitive",
    "identities",
    "leftovers",
    "name_from_list",
    "occurrences",
    "read_key",
    "refuse_breaches",
    "replaced",
    "sign_off",
    "state",
    "what_was_checked",
    "write_key",
]
