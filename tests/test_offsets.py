"""Offsets: code points in Python, UTF-16 units in the browser."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from icmo._offsets import Utf16Offsets


def units_before(text, offset):
    return len(text[:offset].encode("utf-16-le", "surrogatepass")) // 2


@given(st.text(alphabet=st.characters(exclude_categories=())))
def test_an_offset_becomes_the_browsers_and_comes_back(text):
    offsets = Utf16Offsets(text)

    for offset in range(len(text) + 1):
        assert offsets.to_utf16(offset) == units_before(text, offset)
        assert offsets.from_utf16(offsets.to_utf16(offset)) == offset


def test_an_emoji_is_one_character_here_and_two_in_the_browser():
    offsets = Utf16Offsets("æ😀ø")

    assert [offsets.to_utf16(offset) for offset in range(4)] == [0, 1, 3, 4]


def test_an_offset_in_the_middle_of_an_emoji_counts_as_before_it():
    assert Utf16Offsets("a😀b").from_utf16(2) == 1


def test_danish_letters_in_both_normal_forms_count_as_they_are_written():
    assert Utf16Offsets("å").to_utf16(1) == 1
    assert Utf16Offsets("a\u030a").to_utf16(2) == 2


@pytest.mark.parametrize("offset", [-1, 4])
def test_an_offset_outside_the_text_is_refused(offset):
    with pytest.raises(ValueError, match="outside a text of 3"):
        Utf16Offsets("abc").to_utf16(offset)
    with pytest.raises(ValueError, match="outside a text of 3"):
        Utf16Offsets("abc").from_utf16(offset)
