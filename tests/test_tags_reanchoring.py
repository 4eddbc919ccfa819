"""When a transcript is corrected after tagging, each tag goes with its words."""

from __future__ import annotations

import random
import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from icmo.tags import Reanchored, reanchored
from icmo.tags.graphemes import cuts_grapheme

#: Few letters, so that made-up texts have much in common; some that are more than one character.
LETTERS = ["a", "ø", "å", "a\u030a", "😀", "👍🏽", "👩‍👧", "🇩🇰", " ", "  ", "\n", ".", "-"]
TEXTS = st.lists(st.sampled_from(LETTERS), max_size=25).map("".join)
WORDS = st.lists(
    st.sampled_from([*"abcdefgh", "å", "a\u030a", "😀", "borger", "borgere"]), max_size=12
)


@st.composite
def texts_with_spans(draw: st.DrawFn) -> tuple[str, list[tuple[int, int]]]:
    text = draw(TEXTS)
    if not text:
        return text, []
    places = st.integers(0, len(text))
    pairs = st.tuples(places, places).filter(lambda pair: pair[0] != pair[1])
    return text, [(min(pair), max(pair)) for pair in draw(st.lists(pairs, max_size=5))]


def fate(old: str, new: str, quote: str, occurrence: int = 1) -> tuple[str, str | None]:
    """What became of a tag on a quote: the outcome, and the words it now stands on."""
    start = -1
    for _ in range(occurrence):
        start = old.index(quote, start + 1)
    (found,) = reanchored(old, new, [(start, start + len(quote))])
    return found.outcome, None if found.start is None else new[found.start : found.end]


def test_a_tag_on_a_mended_word_stays_on_the_mended_word():
    old, new = "Vi lavede en undersßgelse.", "Vi lavede en undersøgelse."

    assert fate(old, new, "undersßgelse") == ("changed", "undersøgelse")
    assert fate(old, new, "lavede en undersßgelse") == ("changed", "lavede en undersøgelse")


def test_a_tag_that_ends_inside_a_mended_word_still_ends_there():
    old, new = "Vi lavede en undersßgelse.", "Vi lavede en undersøgelse."

    assert fate(old, new, "en undersß") == ("changed", "en undersø")
    assert fate(old, new, "gelse.") == ("kept", "gelse.")


def test_a_tag_inside_an_untouched_word_stays_inside_it():
    old, new = "Hun fik meningsfuldhed i livet.", "Ja. Hun fik meningsfuldhed i livet."

    assert fate(old, new, "ngsfuld") == ("moved", "ngsfuld")


@pytest.mark.parametrize(
    ("new", "quote", "expected"),
    [
        ("Hun var meget glad for jobbet.", "glad for jobbet", ("moved", "glad for jobbet")),
        ("Hun var glad for jobbet nu.", "glad for jobbet", ("kept", "glad for jobbet")),
        ("Hun var glad for det nye job.", "Hun var glad", ("kept", "Hun var glad")),
        ("Hun var glad, for jobbet.", "Hun var glad", ("kept", "Hun var glad")),
    ],
)
def test_words_put_in_beside_a_tag_do_not_join_it(new, quote, expected):
    assert fate("Hun var glad for jobbet.", new, quote) == expected


def test_words_put_in_inside_a_tag_join_it():
    old, new = "Hun var glad for jobbet.", "Hun var meget glad for jobbet."

    assert fate(old, new, "var glad") == ("changed", "var meget glad")


def test_words_put_in_before_a_tag_do_not_join_it_even_if_the_tag_begins_with_the_same():
    old, new = "Nå. Ja, ja, det gik.", "Nå. Ja, ja, ja, ja, det gik."

    assert fate(old, new, "ja, det gik") == ("moved", "ja, det gik")
    assert fate("Nå. ja det gik.", "Nå. ja ja det gik.", "ja det gik") == ("moved", "ja det gik")


def test_a_tag_that_lost_some_of_its_words_is_shortened_to_the_others():
    old = "Hun kom hver uge, øh, altså, og tog kaffe med."

    assert fate(old, "Hun kom hver uge og tog kaffe med.", "hver uge, øh, altså, og tog") == (
        "shortened",
        "hver uge og tog",
    )
    assert fate(old, "Hun kom, øh, altså, og tog kaffe med.", "kom hver uge") == (
        "shortened",
        "kom",
    )


def test_a_word_that_was_heard_wrong_is_replaced_inside_a_tag_and_at_its_edges():
    old, new = "Det var borgeren der ringede.", "Det var børnene der ringede."

    assert fate(old, new, "var borgeren der") == ("changed", "var børnene der")
    assert fate("Det var god mad.", "Det var fin mad.", "god mad") == ("changed", "fin mad")


def test_a_tag_is_lost_when_nothing_of_it_is_left():
    old = "Hun fik job. Så flyttede hun."

    assert fate(old, "Så flyttede hun.", "Hun fik job.") == ("lost", None)
    assert fate(old, "Det ved jeg intet om.", "fik job") == ("lost", None)
    assert reanchored("Hej", "", [(0, 3)]) == [Reanchored(None, None, "lost")]


def test_a_full_stop_that_is_left_does_not_keep_a_tag():
    assert fate("Nej, aldrig. Hun gik.", "Måske sommetider. Hun gik.", "Nej, aldrig.") == (
        "lost",
        None,
    )


def test_more_or_less_space_between_the_words_keeps_every_tag():
    old = "Hun kom  hver uge.\nOg tog kaffe."
    new = "Hun kom hver\nuge.\n\nOg  tog kaffe."

    assert fate(old, new, "kom  hver uge") == ("kept", "kom hver\nuge")
    assert fate(old, new, "tog kaffe") == ("kept", "tog kaffe")


def test_a_tag_keeps_the_space_at_its_edges_and_takes_no_more():
    assert fate("Hun kom ofte her.", "Ja, hun kom, ofte her.", " ofte ") == ("moved", " ofte ")
    assert fate("Hun kom  ofte her.", "Nu: Hun kom ofte her.", "  ofte") == ("moved", " ofte")


def test_the_same_sentence_elsewhere_does_not_steal_a_tag():
    sentence = "Vi ringede hver uge."
    old = f"Først. {sentence} Så noget andet, som fyldte. {sentence} Slut."

    assert fate(old, f"Først. Så noget andet, som fyldte. {sentence} Slut.", sentence) == (
        "lost",
        None,
    )
    new = old.replace("Slut.", f"Og igen: {sentence} Slut.")
    assert [
        (found.start, found.outcome)
        for found in reanchored(old, new, [(7, 27), (old.rindex(sentence), len(old) - 6)])
    ] == [(7, "kept"), (old.rindex(sentence), "kept")]


def test_a_paragraph_that_was_moved_takes_its_tags_along_even_those_on_one_word():
    first = "Hun kom hver uge og tog kaffe med til os."
    second = "Bagefter gik vi alle ned på kontoret, hvor chefen sad og ventede på posten."
    old, new = f"{first}\n{second}\n", f"{second}\n{first}\n"

    assert fate(old, new, first) == ("moved", first)
    assert fate(old, new, "kaffe") == ("moved", "kaffe")
    assert fate(old, new, "chefen sad") == ("moved", "chefen sad")


def test_words_that_were_put_in_at_two_places_are_not_guessed_between():
    moved = "hun kom hver uge"
    old = f"Ja, {moved}. Og så alt det, der kom bagefter."
    new = f"Ja. Og så alt det, {moved}, der kom bagefter, {moved}."

    assert fate(old, new, moved) == ("lost", None)


@pytest.mark.parametrize(
    ("old", "new", "quote", "expected"),
    [
        ("vi gik inden for", "vi gik indenfor", "inden for", ("changed", "indenfor")),
        ("vi gik indenfor nu", "vi gik inden for nu", "indenfor", ("changed", "inden for")),
        ("Ja. jge kom", "Ja. jeg kom", "jge", ("changed", "jeg")),
        ("det var Hr. jensen", "det var hr. Jensen", "Hr. jensen", ("changed", "hr. Jensen")),
    ],
)
def test_words_written_together_apart_or_with_other_letters_are_still_the_tags(
    old, new, quote, expected
):
    assert fate(old, new, quote) == expected


def test_an_emoji_and_its_skin_tone_are_never_parted():
    old, new = "Fint 👍🏽 sagde hun", "Fint 👍🏿👩‍👧 sagde hun"

    for start in range(len(old)):
        for end in range(start + 1, len(old) + 1):
            (found,) = reanchored(old, new, [(start, end)])
            if found.start is not None and found.end is not None:
                assert not cuts_grapheme(new, found.start)
                assert not cuts_grapheme(new, found.end)
    assert fate(old, new, "👍🏽") == ("changed", "👍🏿")
    assert fate(old, "👩‍👧Fint 👍🏽 sagde hun", "👍🏽") == ("moved", "👍🏽")


def test_a_text_written_with_its_letters_in_another_normal_form_keeps_every_tag():
    old = "Åse var på gården. Hun så øjet."
    new = unicodedata.normalize("NFD", old)

    for quote in ("Åse", "på gården", "så øjet."):
        assert fate(old, new, quote) == ("kept", unicodedata.normalize("NFD", quote))
        assert fate(new, old, unicodedata.normalize("NFD", quote)) == ("kept", quote)


@given(texts_with_spans(), TEXTS)
def test_a_tag_that_is_not_lost_stands_inside_the_new_text(tagged, new):
    old, spans = tagged
    found = reanchored(old, new, spans)

    assert len(found) == len(spans)
    for place in found:
        if place.outcome == "lost":
            assert (place.start, place.end) == (None, None)
        else:
            assert place.start is not None
            assert place.end is not None
            assert 0 <= place.start < place.end <= len(new)
            assert old == new or not cuts_grapheme(new, place.start)
            assert old == new or not cuts_grapheme(new, place.end)


@given(texts_with_spans())
def test_nothing_moves_in_a_text_that_was_not_changed(tagged):
    text, spans = tagged

    assert reanchored(text, text, spans) == [Reanchored(*span, "kept") for span in spans]


@given(texts_with_spans(), TEXTS)
def test_text_put_in_front_moves_every_tag_as_far(tagged, front):
    old, spans = tagged
    spans = [span for span in spans if not any(cuts_grapheme(old, place) for place in span)]
    front += ".\n"

    assert [place[:2] for place in reanchored(old, front + old, spans)] == [
        (start + len(front), end + len(front)) for start, end in spans
    ]


@given(WORDS, WORDS, WORDS, WORDS)
def test_a_tag_whose_words_are_untouched_stands_on_exactly_them(before, after, other, another):
    words = "hun sagde  nej\ntil 👍🏽 gården og gik-hjem"
    old = f"{' '.join(before)} {words} {' '.join(after)}"
    new = f"{' '.join(other)} {words} {' '.join(another)}"
    start = len(" ".join(before)) + 1

    (found,) = reanchored(old, new, [(start, start + len(words))])

    assert found.outcome in {"kept", "moved"}
    assert new[found.start : found.end] == words


def test_five_thousand_tags_find_their_words_in_a_long_interview_with_many_corrections():
    chance = random.Random(1)
    words = [f"ord{int(chance.paretovariate(0.7))}" for _ in range(60_000)]
    old = " ".join(words)
    new = " ".join(
        word.replace("ord", "odr") if number % 20 == 0 else word
        for number, word in enumerate(words)
    )
    spans = [(start, start + 40) for start in range(0, len(old) - 40, len(old) // 5000)]

    found = reanchored(old, new, spans)

    assert len(found) >= 5000
    assert {place.outcome for place in found} == {"kept", "changed"}
