"""Danish text as it really arrives: what is proposed, how sure it is, and the way back."""

from __future__ import annotations

import itertools
import json
import time
from pathlib import Path

import damage
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

import icmo
from icmo._package_data import package_data
from icmo.documents.repair import (
    RULES,
    OffsetMap,
    Proposal,
    RepairError,
    apply,
    proposals,
    proposals_frame,
    repaired,
    rule_label,
)

CODEBOOKS = ("kib", "recruitment", "relation", "outreach")
PROSE = (Path(__file__).parent / "data" / "repair" / "prose.txt").read_text(encoding="utf-8")


def codebook_text(name):
    codes = icmo.Codebook.load(package_data("codebooks") / f"{name}.yaml").codes()
    return "\n\n".join([*codes["label_da"], *codes["definition_da"]])


def transcripts():
    folder = package_data("interviews_sample") / "masters"
    return "\n\n".join(path.read_text(encoding="utf-8") for path in sorted(folder.glob("*.txt")))


TEXTS = {
    "a letter": lambda: PROSE,
    "interviews": transcripts,
    **{name: (lambda name=name: codebook_text(name)) for name in CODEBOOKS},
}


def likely(text):
    return [one for one in proposals(text) if one.confidence >= 0.5]


def safe(text):
    return [one for one in proposals(text) if one.safe]


def changes(text):
    return [(one.before, one.after) for one in proposals(text)]


# ── words cut at line ends ──────────────────────────────────────────────────────────────────


@pytest.mark.parametrize(
    ("cut", "whole"),
    [
        ("De var jobpa-\nrate.", "De var jobparate."),
        ("Det er værdi-\n\nfuldt arbejde.", "Det er værdifuldt arbejde."),
        ("i KIB-\nprojektet", "i KIB-projektet"),
        ("med CV-\nskrivning", "med CV-skrivning"),
        ("en-\ntil-en samtaler", "en-til-en samtaler"),
        ("mund-til-\nmund metoden", "mund-til-mund metoden"),
        ("ikke-\nvestlig baggrund", "ikke-vestlig baggrund"),
        ("225-\ntimersreglen", "225-timersreglen"),
        ("skriver Salado-\nRasmussen", "skriver Salado-Rasmussen"),
        ("BESKÆF-\nTIGELSE", "BESKÆFTIGELSE"),
    ],
)
def test_a_word_cut_at_a_line_end_is_joined_and_keeps_the_hyphen_that_is_its_own(cut, whole):
    assert repaired(cut) == whole


@pytest.mark.parametrize(
    "text",
    [
        "vejlednings-\nog afklaringsforløb",
        "vejlednings- og afklaringsforløb",
        "Børne- og ungeforvaltningen",
        "så var jeg-\n\nInterviewer: Ja?",
        "og så var det-\nJa, det var det.",
        "punkter:\n- mælk\n- brød",
    ],
)
def test_a_hyphen_that_stands_for_more_is_left_alone(text):
    assert repaired(text) == text


def test_the_hyphen_follows_how_the_document_writes_the_word_elsewhere():
    assert repaired("Vi har job-\ncenter. Et job-center.").startswith("Vi har job-center")
    assert repaired("Vi har job-\ncenter. Et jobcenter.").startswith("Vi har jobcenter")


# ── encodings, spaces, signs ────────────────────────────────────────────────────────────────


@pytest.mark.parametrize(
    ("wrong", "right"),
    [
        ("SÃ¸ren fÃ¥r Ã¦ndret mÃ¸det", "Søren får ændret mødet"),
        ("â€œheltâ€\x9d â€“ sagde han", "“helt” – sagde han"),
        ("en ÃƒÂ¸l", "en øl"),
        ("m&oslash;de", "møde"),
        ("undersßgelse af trivsel", "undersøgelse af trivsel"),
        ("kaldet òGod startò, som", "kaldet ”God start”, som"),
        ("arbejde ï eller uddannelse", "arbejde – eller uddannelse"),
        ("besk\ufffdftigelse", "beskæftigelse"),
        ("besk?ftigelse", "beskæftigelse"),
        ("a\u030ar og \ufb01skeri", "år og fiskeri"),
    ],
)
def test_what_was_read_in_the_wrong_encoding_is_read_again(wrong, right):
    assert repaired(wrong) == right


def test_the_wrong_encoding_is_mended_only_where_it_stands():
    text = "En sound café i Århus, og så mÃ¸det"

    assert changes(text) == [("Ã¸", "ø")]


def test_spaces_of_other_kinds_become_spaces_and_too_many_become_one():
    assert (
        repaired("til\u00a0målgruppen \u00a0 får  hjælp af os") == "til målgruppen får hjælp af os"
    )


def test_the_wide_gaps_of_a_table_are_left_alone():
    assert repaired("Aarhus      42      17") == "Aarhus      42      17"


def test_a_space_inside_a_word_is_safe_to_close_only_when_the_halves_are_no_words():
    found = proposals("Han er i beskæf tigelse, og rolle fordelingen er god.")

    assert [(one.after, one.safe) for one in found if one.confidence >= 0.5] == [
        ("beskæftigelse", True)
    ]
    assert (
        repaired("det er under støtte og over for hende") == "det er under støtte og over for hende"
    )


# ── footnotes and pages ─────────────────────────────────────────────────────────────────────


def test_a_footnote_marker_is_taken_from_its_word_and_from_its_year():
    text = "Det begyndte i december 20224 efter en pause2, og LØFT-metoden7 fra 2014 virker."

    assert repaired(text) == (
        "Det begyndte i december 2022 efter en pause, og LØFT-metoden fra 2014 virker."
    )


@pytest.mark.parametrize(
    "text",
    [
        "Moderator2: Hvad siger du?",
        "Kvinde1 og Kvinde2 var enige.",
        "gruppe1 og gruppe2",
        "Der bor 20224 borgere i kommunen.",
        "Se figur3 og bilag12.",
        "på niveau B1 og A2",
    ],
)
def test_a_number_that_belongs_to_its_word_stays(text):
    assert repaired(text) == text


def test_a_running_header_goes_only_where_pages_begin():
    page = "\fEvaluering af indsatsen i kommunerne {}\nDer kom mange til mødet.\n"
    text = "".join(page.format(number) for number in range(1, 5))

    assert "Evaluering" not in repaired(text)
    assert repaired(text).count("Der kom mange") == 4


def test_an_answer_that_is_given_again_and_again_is_no_header():
    text = "Interviewer: Og så?\nDet ved jeg virkelig ikke noget om\n" * 5

    assert repaired(text) == text


def test_a_word_that_a_page_break_has_cut_is_joined():
    assert repaired("de nye akti-\n\fviteter i byen") == "de nye aktiviteter i byen"


# ── lost letters ────────────────────────────────────────────────────────────────────────────


def test_one_letter_goes_many_ways_in_one_document():
    text = "De opsgger og stotter kvinder, som ensker at fa et lengere forleb pa skolen."

    assert repaired(text) == (
        "De opsøger og støtter kvinder, som ønsker at få et længere forløb på skolen."
    )


def test_a_misread_word_that_a_line_end_has_cut_is_two_proposals():
    found = proposals("Hun er i beskaef-\ntigelse.")

    assert [(one.before, one.after) for one in found] == [("beskaef", "beskæf"), ("-\n", "")]


def test_a_word_keeps_its_capitals():
    assert repaired("SELVFORSORGENDE KVINDER") == "SELVFORSØRGENDE KVINDER"
    assert (
        repaired("@get viden. Sporgsmalet blev stillet.") == "Øget viden. Spørgsmålet blev stillet."
    )


@pytest.mark.parametrize(
    "text",
    [
        "Min far bad for maden, og de andre bar varen ud på gaden.",
        "Far, mor og Hagen Larsen gik begge en tur.",
        "We had a good talk about her age and the game.",
        "Skriv til oege@maal.dk, se www.gaard.dk/taerte eller koden `rel_taalmodig`.",
        "Der er 15 m2 og en P3 i hal B1.",
        "navn | alder | by\nBo | 42 | Greve",
    ],
)
def test_sound_words_names_english_and_addresses_are_left_alone(text):
    assert repaired(text) == text


def test_words_that_could_be_two_words_are_never_safe():
    scanned = "".join(seen for _, seen in damage.damaged(PROSE, damage.scanned(1)))
    found = proposals(scanned + "\nfor far nar bade varet")

    assert {one.before for one in found if one.safe} & {
        "for",
        "far",
        "nar",
        "bade",
        "varet",
    } == set()


def test_an_upright_bar_and_a_nought_are_read_as_letters():
    assert (
        repaired("| kan se det i morgen, 0g det er fint.")
        == "I kan se det i morgen, og det er fint."
    )


# ── how good it is ──────────────────────────────────────────────────────────────────────────


@pytest.mark.parametrize("name", TEXTS)
def test_sound_danish_is_left_as_it_is(name):
    text = TEXTS[name]()
    words = [(piece, piece) for piece, _ in damage.damaged(text, lambda word, _: word)]

    assert damage.shares(words, likely(text))[1] < 0.001
    assert damage.shares(words, safe(text))[1] == 0


@pytest.mark.parametrize("share", [0.1, 0.4, 1.0])
def test_most_scanned_words_are_mended_and_hardly_any_sound_word_is_spoiled(share):
    words = damage.damaged("\n\n".join(text() for text in TEXTS.values()), damage.scanned(share))
    seen = "".join(piece for _, piece in words)
    mended, spoiled = damage.shares(words, likely(seen))

    assert mended > 0.85
    assert spoiled < 0.002
    assert damage.shares(words, safe(seen))[1] < 0.0003


@pytest.mark.parametrize("name", TEXTS)
def test_a_scanned_document_is_mended_whatever_it_is_about(name):
    words = damage.damaged(TEXTS[name](), damage.scanned(1.0))
    mended, spoiled = damage.shares(words, likely("".join(seen for _, seen in words)))

    assert mended > 0.9
    assert spoiled < 0.005


@pytest.mark.parametrize(
    ("kind", "goal"),
    [
        (damage.cut_at_line_ends, 0.95),
        (damage.cut_by_spaces, 0.6),
        (damage.read_in_the_wrong_encoding, 0.99),
    ],
)
def test_other_damage_is_mended_too(kind, goal):
    words = damage.damaged("\n\n".join(text() for text in TEXTS.values()), kind)
    mended, spoiled = damage.shares(words, likely("".join(seen for _, seen in words)))

    assert mended > goal
    assert spoiled < 0.001


def test_five_thousand_words_take_a_second_or_two_on_a_busy_machine():
    words = damage.damaged(PROSE * 10, damage.scanned(0.5))
    text = " ".join("".join(seen for _, seen in words).split(" ")[:5000])
    proposals("varm op")
    began = time.process_time()
    proposals(text)

    assert time.process_time() - began < 2


# ── what holds of every text ────────────────────────────────────────────────────────────────

PIECES = st.sampled_from(
    [
        *"aegodz@23|&®?éÅøæ'\"”()[].,:;!–-\t\f\u00a0\u00ad\u200b",
        " ",
        "  ",
        "\n",
        "\n\n",
        "-\n",
        "\n ",
        "beskaeftigelse",
        "beskæf",
        "tigelse",
        "ops",
        "gge",
        "forlgb",
        "pa",
        "KIB-",
        "projektet",
        "undersßgelse",
        "ò",
        "ï",
        "Ã¸",
        "â€“",
        "december",
        "2022",
        "4",
        "kvinderne",
        "og",
        "Interviewer:",
        "😀",
        "a\u030a",
        "ﬁ",
        "• ",
        "1 Se",
        "Side 3 af 9\n",
    ]
)
ANY_TEXT = st.lists(PIECES, max_size=40).map("".join)
LONG_RUN = settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.too_slow])


@LONG_RUN
@given(ANY_TEXT)
def test_proposals_fit_the_text_and_never_overlap(text):
    found = proposals(text)

    assert all(text[one.start : one.end] == one.before != one.after for one in found)
    assert all(first.end <= second.start for first, second in itertools.pairwise(found))
    assert all(0 < one.confidence < 1 and one.rule in RULES for one in found)
    assert all(one.confidence >= 0.5 for one in found if one.safe)


@LONG_RUN
@given(ANY_TEXT)
def test_what_the_safe_rules_leave_they_leave_alone(text):
    once = apply(text, safe(text)).text

    assert safe(once) == []


@st.composite
def texts_and_edits(draw):
    text = draw(st.text(min_size=0, max_size=40))
    places = sorted(draw(st.lists(st.integers(0, len(text)), max_size=10, unique=True)))
    edits = [
        Proposal(start, end, text[start:end], draw(st.text(max_size=4)), "lost_letter", 0.9)
        for start, end in zip(places[::2], places[1::2], strict=False)
    ]
    return text, edits


@given(texts_and_edits())
def test_every_character_outside_a_repair_is_found_in_both_directions(given_text):
    text, edits = given_text
    done = apply(text, edits)
    inside = {place for one in edits for place in range(one.start, one.end)}

    for place in set(range(len(text))) - inside:
        there = done.offsets.to_repaired(place)
        assert done.text[there] == text[place]
        assert done.offsets.to_original(there) == place
    for one in edits:
        start, end = done.offsets.span_to_repaired(one.start, one.end)
        assert done.text[start:end] == one.after
        if one.after:
            assert done.offsets.span_to_original(start, end) == (one.start, one.end)


@given(texts_and_edits(), st.data())
def test_a_span_keeps_its_words_and_its_way_back(given_text, data):
    text, edits = given_text
    done = apply(text, edits)
    start = data.draw(st.integers(0, len(text)))
    end = data.draw(st.integers(start, len(text)))
    first, last = done.offsets.span_to_repaired(start, end)

    assert 0 <= first <= last <= len(done.text)
    touched = [one for one in edits if one.start < end and start < one.end]
    if not touched:
        assert done.text[first:last] == text[start:end]
    back = done.offsets.span_to_original(first, last)
    if first < last and not touched:
        assert back == (start, end)


@given(texts_and_edits())
def test_a_map_is_kept_as_a_list_of_numbers(given_text):
    offsets = apply(*given_text).offsets

    assert OffsetMap.from_list(json.loads(json.dumps(offsets.to_list()))) == offsets
    assert offsets.inverse().inverse() == offsets


@given(texts_and_edits(), st.data())
def test_two_repairs_after_each_other_have_one_map(given_text, data):
    text, edits = given_text
    first = apply(text, edits)
    places = sorted(data.draw(st.sets(st.integers(0, len(first.text)), max_size=8)))
    more = [
        Proposal(start, end, first.text[start:end], data.draw(st.text(max_size=3)), "bullet", 0.9)
        for start, end in zip(places[::2], places[1::2], strict=False)
    ]
    second = apply(first.text, more)
    both = first.offsets.then(second.offsets)

    kept = set(range(len(text))) - {p for begin, end, _ in both.edits for p in range(begin, end)}
    for place in kept:
        assert second.text[both.to_repaired(place)] == text[place]
        assert both.to_original(both.to_repaired(place)) == place
    assert both.to_repaired(len(text), end=True) <= len(second.text)


def test_nothing_is_changed_without_being_asked():
    text = "til\u00a0målgruppen, a\u030ar, forlgb"

    assert apply(text, []).text == text
    assert repaired(text, min_confidence=1.0) == text


def test_a_proposal_for_another_text_is_refused():
    with pytest.raises(RepairError, match="not what it was"):
        apply("noget andet", [Proposal(0, 3, "til", "tit", "lost_letter", 0.9)])


def test_two_proposals_for_one_place_are_refused():
    one = Proposal(0, 5, "noget", "nogen", "lost_letter", 0.9)

    with pytest.raises(RepairError, match="Choose one"):
        apply("noget andet", [one, Proposal(3, 5, "et", "en", "lost_letter", 0.9)])


# ── the table ───────────────────────────────────────────────────────────────────────────────


def test_the_table_shows_each_proposal_in_its_sentence():
    text = "Det går godt. Hun er i beskæf-\ntigelse nu. Og mere."
    frame = proposals_frame(text, proposals(text))

    assert list(frame.columns) == [
        "start", "end", "before", "after", "rule", "confidence", "safe", "sentence",
    ]  # fmt: skip
    assert frame.loc[0, "sentence"] == "Hun er i beskæf- tigelse nu."
    assert proposals_frame("", []).dtypes.equals(frame.dtypes)


@pytest.mark.parametrize("language", ["da", "en"])
def test_every_rule_has_a_name_that_people_can_read(language):
    assert all("_" not in rule_label(rule, language) for rule in RULES)
