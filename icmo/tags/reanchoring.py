"""Where tags stand after a transcript was corrected: a tag goes with its words."""

from __future__ import annotations

import unicodedata
from bisect import bisect_left, bisect_right
from itertools import accumulate, pairwise
from typing import TYPE_CHECKING, NamedTuple

from icmo.tags.corrections import common_end, common_start, find_corrections
from icmo.tags.graphemes import cuts_grapheme, find_words
from icmo.tags.matching import Run, matching_runs

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

#: So many words in a row, gone from one place and new in one other, were moved there.
_MOVED_WORDS = 4
#: What stands in the place of a tag's words is theirs if it has at most so many times as many.
_MOST_LONGER = 2


class Reanchored(NamedTuple):
    """Where a tag stands in the new text.

    The outcome is `kept` (the same words at the same place, counted in words), `moved` (the
    same words elsewhere), `changed` (words inside were corrected, put in or replaced),
    `shortened` (some of the words went) or `lost` (nothing is left; no start and no end).
    """

    start: int | None
    end: int | None
    outcome: str


_LOST = Reanchored(None, None, "lost")


def reanchored(old: str, new: str, spans: Iterable[tuple[int, int]]) -> list[Reanchored]:
    """Return where each span of the old text stands in the new one, and what became of it."""
    if old == new:
        return [Reanchored(start, end, "kept") for start, end in spans]
    texts = _Texts(old, new)
    return [texts.place(start, end) for start, end in spans]


class _Texts:
    """Two versions of a text, and which words of the new one each word of the old one became."""

    def __init__(self, old: str, new: str) -> None:
        self.old, self.new = old, new
        self.old_words, self.new_words = find_words(old), find_words(new)
        self.old_starts = [start for start, _ in self.old_words]
        self.old_ends = [end for _, end in self.old_words]
        self.old_forms, self.new_forms = _forms(old, self.old_words), _forms(new, self.new_words)
        #: for each old word: the first and the last of the new words it became
        self.images: list[tuple[int, int] | None] = [None] * len(self.old_words)
        self._lay_beside()
        self._count()

    def place(self, start: int, end: int) -> Reanchored:
        """Return where one span stands."""
        a, b = bisect_right(self.old_ends, start), bisect_left(self.old_starts, end) - 1
        if a > b:
            return self._blank(start, end, a)
        content = self.contents[b + 1] - self.contents[a]
        left = self.contents_left[b + 1] - self.contents_left[a]
        half = 2 * left >= content
        if (not half or self.left[b + 1] == self.left[a]) and (
            there := self._moved(a, b)
        ) is not None:
            return self._covering(start, end, (a, b), (there, there + b - a), "moved")
        if self.left[b + 1] == self.left[a] or (content and not left):
            return _LOST
        return self._in_place(start, end, (a, b), replaced=half)

    def _in_place(
        self, start: int, end: int, words: tuple[int, int], *, replaced: bool
    ) -> Reanchored:
        a, b = words
        if (whole := self._whole(a, b)) is not None:
            outcome = "kept" if whole == a else "moved"
            return self._covering(start, end, words, (whole, whole + b - a), outcome)
        first, last = self.following[a], self.before[b + 1]
        head, tail = self._image(first)[0], self._image(last)[1]
        gone = self.gone[last + 1] - self.gone[first] > 0
        if first > a:
            begins = self._end_before(first) + 1
            if replaced and self.before[a] == a - 1 and _stands_for(first - a, head - begins):
                head = begins
            else:
                gone = True
        if last < b:
            ends = self._start_after(last) - 1
            if replaced and self.following[b + 1] == b + 1 and _stands_for(b - last, ends - tail):
                tail = ends
            else:
                gone = True
        outcome = "shortened" if gone else "changed"
        return self._covering(start, end, words, (head, tail), outcome)

    def _covering(
        self, start: int, end: int, words: tuple[int, int], new: tuple[int, int], outcome: str
    ) -> Reanchored:
        """Return the span over new words, cut inside the outer ones as the old span was."""
        (a, b), (head, tail) = words, new
        place = self._start(start, a, head), self._end(end, b, tail)
        if place[0] >= place[1]:
            place = self.new_words[head][0], self.new_words[tail][1]
        place = _around_graphemes(self.new, *place)
        if outcome == "changed" and self.new[slice(*place)] == self.old[start:end]:
            outcome = "kept" if head == a else "moved"
        return Reanchored(*place, outcome)

    def _start(self, start: int, word: int, image: int) -> int:
        (old_start, old_end), (new_start, new_end) = self.old_words[word], self.new_words[image]
        if start <= old_start:
            gap = self.new[self.new_words[image - 1][1] if image else 0 : new_start]
            return new_start - common_end(self.old[start:old_start], gap)
        one, other = self.old[old_start:old_end], self.new[new_start:new_end]
        if start - old_start <= common_start(one, other):
            return new_start + start - old_start
        return (
            new_end - (old_end - start) if old_end - start <= common_end(one, other) else new_start
        )

    def _end(self, end: int, word: int, image: int) -> int:
        (old_start, old_end), (new_start, new_end) = self.old_words[word], self.new_words[image]
        if end >= old_end:
            following = self.new_words[image + 1][0] if image + 1 < len(self.new_words) else None
            return new_end + common_start(self.old[old_end:end], self.new[new_end:following])
        one, other = self.old[old_start:old_end], self.new[new_start:new_end]
        if end - old_start <= common_start(one, other):
            return new_start + end - old_start
        return new_end - (old_end - end) if old_end - end <= common_end(one, other) else new_end

    def _blank(self, start: int, end: int, following: int) -> Reanchored:
        """Place a span without words: before the word that follows it, or after the one before."""
        if following == len(self.images) or self.images[following]:
            image = self._start_after(following - 1)
            after = self.new_words[image][0] if image < len(self.new_words) else len(self.new)
            old_after = (
                self.old_words[following][0] if following < len(self.images) else len(self.old)
            )
            place = start + after - old_after
            gap = self.new_words[image - 1][1] if image else 0
            if place >= gap and self.new[place : place + end - start] == self.old[start:end]:
                return Reanchored(
                    place, place + end - start, "kept" if image == following else "moved"
                )
        if following == 0 or self.images[following - 1]:
            image = self._end_before(following)
            before = self.new_words[image][1] if image >= 0 else 0
            place = start + before - (self.old_words[following - 1][1] if following else 0)
            if self.new[before : place + end - start] == self.old[start - place + before : end]:
                return Reanchored(
                    place, place + end - start, "kept" if image == following - 1 else "moved"
                )
        return _LOST

    def _whole(self, a: int, b: int) -> int | None:
        """Return where all the words stand in a row, counted from the last or from the first.

        So a text put in before a tag, and beginning as the tag does, does not join it.
        """
        if self.left[b + 1] - self.left[a] < b + 1 - a:
            return None
        forms = self.old_forms[a : b + 1]
        for there in (self._image(b)[1] - (b - a), self._image(a)[0]):
            if there >= 0 and self.new_forms[there : there + b + 1 - a] == forms:
                return there
        return None

    def _moved(self, a: int, b: int) -> int | None:
        """Return the one place to which all the words were moved."""
        shifts = {self.moved[word] - word for word in range(a, b + 1) if word in self.moved}
        forms = self.old_forms[a : b + 1]
        found = [
            a + shift
            for shift in shifts
            if a + shift >= 0 and self.new_forms[a + shift : b + 1 + shift] == forms
        ]
        return found[0] if len(found) == 1 else None

    def _image(self, word: int) -> tuple[int, int]:
        image = self.images[word]
        assert image is not None  # noqa: S101 - asked only of words that are left
        return image

    def _end_before(self, word: int) -> int:
        """Return the last new word of the nearest old word before this one."""
        before = self.before[word]
        return self._image(before)[1] if before >= 0 else -1

    def _start_after(self, word: int) -> int:
        """Return the first new word of the nearest old word after this one."""
        after = self.following[word + 1]
        return self._image(after)[0] if after < len(self.images) else len(self.new_words)

    def _lay_beside(self) -> None:
        old, new = self.old_forms, self.new_forms
        ahead = len(new) - len(old)
        if ahead >= 0 and new[ahead:] == old:
            # Text was put in front; even if it has the same words, the old ones stand behind it.
            runs = [Run(0, ahead, len(old))]
        else:
            runs = matching_runs(old, new)
        gaps = []
        i = j = 0
        for run in [*runs, Run(len(old), len(new), 0)]:
            gaps.append((i, run.old, j, run.new))
            i, j = run.old + run.length, run.new + run.length
            self.images[run.old : i] = [(image, image) for image in range(run.new, j)]
        self.moved = self._moved_words(gaps)
        for i1, i2, j1, j2 in gaps:
            for one in find_corrections(old[i1:i2], new[j1:j2]):
                image = j1 + one.new_start, j1 + one.new_end - 1
                width = one.old_end - one.old_start
                self.images[i1 + one.old_start : i1 + one.old_end] = [image] * width

    def _moved_words(self, gaps: Sequence[tuple[int, int, int, int]]) -> dict[int, int]:
        """Return where words went that are gone from their place, by rows that stand once in each."""
        gone = _single_rows(self.old_forms, [(i1, i2) for i1, i2, _, _ in gaps])
        came = _single_rows(self.new_forms, [(j1, j2) for _, _, j1, j2 in gaps])
        moved = {
            place + skip: came[row] + skip
            for row, place in gone.items()
            if row in came
            for skip in range(_MOVED_WORDS)
        }
        # What stands between two rows that went equally far went with them.
        for one, other in pairwise(sorted(moved)):
            shift = moved[one] - one
            if moved[other] - other == shift:
                moved |= {word: word + shift for word in range(one + 1, other)}
        return moved

    def _count(self) -> None:
        """Count what is left up to each word, so that a long tag costs no more than a short one."""
        count = len(self.images)
        here = [image is not None for image in self.images]
        content = [any(map(_is_content, form)) for form in self.old_forms]
        #: the nearest word before each that is left, itself not counted, and the nearest from it on
        self.before = list(
            accumulate((k if here[k] else -1 for k in range(count)), max, initial=-1)
        )
        backwards = (k if here[k] else count for k in range(count - 1, -1, -1))
        self.following = list(accumulate(backwards, min, initial=count))[::-1]
        self.left = _sums(here)
        self.contents = _sums(content)
        self.contents_left = _sums([a and b for a, b in zip(here, content, strict=True)])
        self.gone = _sums(
            [not here[k] and self._start_after(k) - self._end_before(k) == 1 for k in range(count)]
        )


def _forms(text: str, words: list[tuple[int, int]]) -> list[str]:
    """Return words as they are compared: an å is the same in one character or in two."""
    if unicodedata.is_normalized("NFC", text):
        return [text[start:end] for start, end in words]
    return [unicodedata.normalize("NFC", text[start:end]) for start, end in words]


def _single_rows(forms: list[str], gaps: Iterable[tuple[int, int]]) -> dict[tuple[str, ...], int]:
    """Return where each row of words inside the gaps stands, if it stands there only once."""
    places: dict[tuple[str, ...], int] = {}
    repeated = set()
    for start, end in gaps:
        for place in range(start, end - _MOVED_WORDS + 1):
            row = tuple(forms[place : place + _MOVED_WORDS])
            if row in places:
                repeated.add(row)
            places[row] = place
    for row in repeated:
        del places[row]
    return places


def _sums(flags: list[bool]) -> list[int]:
    return list(accumulate(flags, initial=0))


def _is_content(character: str) -> bool:
    return not unicodedata.category(character).startswith("P")


def _stands_for(words: int, new_words: int) -> bool:
    """Say whether so many new words can be what became of so many old ones."""
    return 0 < new_words <= _MOST_LONGER * words


def _around_graphemes(text: str, start: int, end: int) -> tuple[int, int]:
    while cuts_grapheme(text, start):
        start -= 1
    while cuts_grapheme(text, end):
        end += 1
    return start, end
