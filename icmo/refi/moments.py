"""Times as other programs write them, and as a project does."""

from __future__ import annotations

import re
from datetime import UTC, datetime, timedelta

_EPOCH = datetime(1970, 1, 1, tzinfo=UTC)
_MICRO = timedelta(microseconds=1)
_LAST_YEAR = 9999
_EXACT = re.compile(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{6}\+00:00")


def microseconds(written: str) -> int:
    """Return a time as microseconds since 1970; -1 where there is none that can be read."""
    if not written:
        return -1
    try:
        moment = datetime.fromisoformat(written)
    except ValueError:
        return -1
    if not _EPOCH.year < moment.year < _LAST_YEAR:
        return -1
    if moment.tzinfo is None:
        moment = moment.replace(tzinfo=UTC)
    return (moment - _EPOCH) // _MICRO


def moment(microseconds: int) -> str:
    """Return a time as a project dates things; an empty string where there is none."""
    if microseconds < 0:
        return ""
    return (_EPOCH + timedelta(microseconds=microseconds)).isoformat(timespec="microseconds")


def dated(written: str) -> str:
    """Return a time as XML dates it; an empty string for what is no time."""
    if is_exact(written):
        return f"{written[:-6]}Z"
    time = microseconds(written)
    return "" if time < 0 else moment(time).replace("+00:00", "Z")


def is_exact(written: str) -> bool:
    """Say whether a time is written as a project dates things, so that it comes back the same."""
    return _EXACT.fullmatch(written) is not None and microseconds(written) >= 0
