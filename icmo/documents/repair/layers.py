"""One rule after the other: each reads the text as the rules before it would leave it.

A word that a line end has cut and a machine has misread is found only when the line end is gone.
Every proposal is told in the places of the text as it was given, and each stands for itself: the
hyphen and the letters of one word are two proposals where they can be.
"""

from __future__ import annotations

from dataclasses import replace
from difflib import SequenceMatcher
from typing import TYPE_CHECKING

from icmo.documents.repair import encoding, footnotes, hyphens, pages, spaces, words
from icmo.documents.repair.offsets import OffsetMap, apply

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable
    from difflib import Match

    from icmo.documents.repair.records import Proposal

LAYERS: tuple[tuple[Callable[[str], Iterable[Proposal]], ...], ...] = (
    (encoding.find_wrong_encoding, encoding.find_joined_signs, spaces.find_invisible_signs),
    (encoding.find_lost_signs, spaces.find_special_spaces),
    (spaces.find_double_spaces, pages.find_running_headers, pages.find_page_numbers),
    (pages.find_page_breaks, pages.find_bullets),
    (footnotes.find_footnote_markers,),
    (hyphens.find_line_hyphens,),
    (spaces.find_split_words,),
    (words.read_words,),
)
#: Proposals surer than this shape the text that the next rules read.
LIKELY = 0.5


def proposals(text: str) -> list[Proposal]:
    """Return everything that looks damaged in a text, in the order of the text.

    The proposals never overlap; `text[start:end]` is `before`. A surer proposal for a place wins
    over a less sure one.
    """
    likely: list[Proposal] = []
    doubtful: list[Proposal] = []
    current, offsets = text, OffsetMap()
    for layer in LAYERS:
        found = _without_overlaps([one for find in layer for one in find(current)])
        if not found:
            continue
        for one in found:
            pieces, absorbed = _in_the_original(one, text, current, offsets, likely)
            if one.confidence < LIKELY:
                doubtful += pieces
                continue
            likely = [known for known in likely if known not in absorbed] + pieces
        likely.sort(key=_place)
        made = apply(text, likely)
        current, offsets = made.text, made.offsets
    # nothing is certain, and a table is easier to read with three decimals
    return [
        replace(one, confidence=min(0.999, int(one.confidence * 1000) / 1000))
        for one in _without_overlaps(likely + doubtful)
        if one.before != one.after
    ]


def _in_the_original(
    one: Proposal, text: str, current: str, offsets: OffsetMap, likely: list[Proposal]
) -> tuple[list[Proposal], list[Proposal]]:
    """Tell a proposal for the current text in the places of the original.

    Returns the proposals and those known ones whose work they now do.
    """
    start, end = offsets.span_to_original(one.start, one.end)
    inside = [known for known in likely if known.start < end and start < known.end]
    if not inside:
        return [replace(one, start=start, end=end, before=text[start:end])], []
    apart = _between(one, text, current, offsets, inside)
    if apart is not None:
        return apart, []
    # the change runs across an earlier one: one proposal does both
    start = min(start, *(known.start for known in inside))
    end = max(end, *(known.end for known in inside))
    first, last = offsets.span_to_repaired(start, end)
    after = current[first : one.start] + one.after + current[one.end : last]
    sure = min(one.confidence, *(known.confidence for known in inside))
    whole = replace(
        one,
        start=start,
        end=end,
        before=text[start:end],
        after=after,
        confidence=sure,
        safe=one.safe and all(known.safe for known in inside),
    )
    return [whole], inside


def _between(
    one: Proposal, text: str, current: str, offsets: OffsetMap, inside: list[Proposal]
) -> list[Proposal] | None:
    """Cut a proposal at the earlier ones inside it, when it leaves those alone."""
    kept = [
        block
        for block in SequenceMatcher(
            None, one.before, one.after, autojunk=False
        ).get_matching_blocks()
        if block.size
    ]
    pieces, place, written = [], one.start, 0
    for known in [*inside, None]:
        if known is None:
            first = last = one.end
        else:
            first, last = offsets.span_to_repaired(known.start, known.end)
            first, last = max(first, one.start), min(last, one.end)
        cut = _same_place(first - one.start, kept, one)
        resumed = _same_place(last - one.start, kept, one)
        if cut is None or resumed is None or current[first:last] != one.after[cut:resumed]:
            return None
        after = one.after[written:cut]
        if current[place:first] != after:
            start, end = offsets.span_to_original(place, first)
            pieces.append(replace(one, start=start, end=end, before=text[start:end], after=after))
        place, written = last, resumed
    return pieces


def _same_place(place: int, kept: list[Match], one: Proposal) -> int | None:
    """Return the place in `after` for a place in `before`, if it is not inside a change."""
    if place == 0:
        return 0
    if place == len(one.before):
        return len(one.after)
    for block in kept:
        if block.a <= place <= block.a + block.size:
            return block.b + place - block.a
    return None


def _place(one: Proposal) -> tuple[int, int]:
    return one.start, one.end


def _without_overlaps(found: list[Proposal]) -> list[Proposal]:
    """Keep the surest of proposals that overlap, in the order of the text."""
    kept: list[Proposal] = []
    for one in sorted(found, key=lambda one: (_place(one), -one.confidence)):
        if kept and (one.start < kept[-1].end or _place(one) == _place(kept[-1])):
            if one.confidence > kept[-1].confidence:
                kept[-1] = one
            continue
        kept.append(one)
    return kept
