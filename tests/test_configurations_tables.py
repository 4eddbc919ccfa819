"""Patterns, regularities, counter-examples and proposals on cases small enough to count by hand."""

from __future__ import annotations

import math

import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from icmo.configurations import (
    ConfigurationError,
    code_roles,
    configuration_agreement_table,
    difference_in_words,
    difference_table,
    disconfirming_table,
    evidence_table,
    left_out_table,
    linkages,
    pattern_evidence,
    pattern_table,
    proposals,
    regularity_table,
    saturation_table,
)

NO_CODES = {"intervention": (), "context": (), "mechanism": (), "outcome": (), "moderators": ()}


def theory(*rows):
    """Configurations as a frame; codes are written as one word each."""
    made = []
    for id_, slots in rows:
        row = {**NO_CODES, "title": "", **slots}
        for slot in ("intervention", "context", "mechanism", "outcome"):
            row[slot] = tuple(row[slot].split()) if isinstance(row[slot], str) else row[slot]
        made.append({"configuration": id_, **row})
    return pd.DataFrame(made)


def said(*rows):
    """Evidence: target, document (its case is its first letter), start, end, stance, coder."""
    columns = ("target", "document", "start", "end", "stance", "coder")
    frame = pd.DataFrame(rows, columns=list(columns))
    frame["evidence"] = [f"e{number}" for number in range(len(frame))]
    frame["target_kind"] = "configuration"
    frame["case"] = [document[0] for document in frame["document"]]
    frame["group"] = ["kvinde" if "k" in one else "kommune" for one in frame["document"]]
    return frame


def coded(*rows):
    """Tags: document, role, code, start, end."""
    frame = pd.DataFrame(rows, columns=["document", "role", "code", "start", "end"])
    frame["case"] = [document[0] for document in frame["document"]]
    return frame


# ── counts ───────────────────────────────────────────────────────────────────────────────


def test_two_overlapping_passages_of_two_coders_count_once_and_stances_stay_apart():
    theories = theory(("1", {"mechanism": "mening", "outcome": "job"}))
    evidence = said(
        ("1", "A", 0, 10, "supports", "anna"),
        ("1", "A", 5, 15, "supports", "bo"),  # overlaps the first
        ("1", "A", 15, 20, "supports", "bo"),  # only touches
        ("1", "Ak", 0, 10, "contradicts", "bo"),
        ("1", "B", 0, 10, "supports", "bo"),
    )

    row = evidence_table(theories, evidence).iloc[0]

    assert row[["passages", "documents", "cases", "groups"]].tolist() == [4, 3, 2, 2]
    assert row[["supports", "supports_cases", "supports_groups"]].tolist() == [3, 2, 1]
    assert row[["contradicts", "contradicts_cases", "qualifies"]].tolist() == [1, 1, 0]


def test_configurations_with_the_same_codes_are_one_pattern_and_parents_bring_more_together():
    theories = theory(
        ("1", {"mechanism": "mening", "outcome": "job"}),
        ("2", {"mechanism": "mening", "outcome": "job"}),
        ("3", {"mechanism": "mening", "outcome": "fleksjob"}),
        ("4", {"mechanism": "mening", "outcome": "job", "sign": "negative"}),
    )
    theories["sign"] = theories["sign"].fillna("")
    evidence = said(
        ("1", "A", 0, 10, "supports", "anna"),
        ("2", "A", 5, 15, "supports", "bo"),
        ("3", "B", 0, 10, "supports", "bo"),
    )

    by_code = pattern_table(theories, evidence).set_index("pattern")
    by_parent = pattern_table(theories, evidence, "parent", {"fleksjob": "job"})
    by_role = pattern_table(theories, evidence, "role")

    assert by_code["configurations"].to_dict() == {
        "M:mening O:job": 2,
        "M:mening O:fleksjob": 1,
        "M:mening O:job (negative)": 1,
    }
    assert by_code.loc["M:mening O:job", "passages"] == 1
    assert by_parent[["pattern", "configurations", "cases"]].to_numpy().tolist() == [
        ["M:mening O:job", 3, 2],
        ["M:mening O:job (negative)", 1, 0],
    ]
    assert by_role["pattern"].tolist() == [
        "M:mechanism O:outcome",
        "M:mechanism O:outcome (negative)",
    ]


def test_what_a_moderator_does_to_what_belongs_to_the_pattern_unless_left_out():
    theories = theory(
        ("1", {"mechanism": "mening", "moderators": ({"code": "tid", "effect": "blocks"},)}),
        ("2", {"mechanism": "mening", "moderators": ({"code": "tid", "on": "mening"},)}),
    )
    none = said()

    assert sorted(pattern_table(theories, none)["pattern"]) == [
        "M:mening m:tid (blocks)",
        "M:mening m:tid (mening)",
    ]
    assert len(pattern_table(theories, none, moderators=False)) == 1


def test_an_unknown_level_is_refused_with_the_known_ones():
    with pytest.raises(ConfigurationError, match="code, parent, role"):
        pattern_table(theory(("1", {})), said(), "codes")


def test_codes_used_in_more_than_one_part_are_listed():
    theories = theory(
        ("1", {"mechanism": "mening"}),
        ("2", {"context": "mening", "outcome": "job"}),
    )

    assert code_roles(theories).to_numpy().tolist() == [["mening", ("context", "mechanism"), 2]]


def test_linkage_tells_what_one_passage_holds_from_what_is_put_together():
    theories = theory(("1", {"context": "plads", "mechanism": "mening"}))
    evidence = said(
        ("1", "A", 0, 10, "supports", "anna"),
        ("1", "A", 20, 30, "supports", "anna"),
        ("1", "B", 0, 10, "supports", "anna"),
    )
    tags = coded(
        ("A", "context", "plads", 5, 8),
        ("A", "mechanism", "mening", 8, 25),
        ("B", "mechanism", "mening", 0, 5),
    )

    assert linkages(theories, evidence, tags) == ["passage", "document", "across"]


spans = st.lists(
    st.tuples(st.sampled_from("AB"), st.integers(0, 20), st.integers(1, 8)), max_size=12
)


@settings(deadline=None)
@given(spans)
def test_passages_are_as_many_as_a_plain_loop_finds(given_spans):
    rows = [
        ("1", one, start, start + length, "supports", "x") for one, start, length in given_spans
    ]
    count, reach = 0, {}
    for document, start, length in sorted(given_spans):
        if start >= reach.get(document, 0):
            count += 1
        reach[document] = max(reach.get(document, 0), start + length)

    table = evidence_table(theory(("1", {})), said(*rows))

    assert table["passages"].tolist() == [count]


@settings(deadline=None)
@given(spans, st.randoms())
def test_the_order_of_evidence_changes_nothing(given_spans, random):
    rows = [
        ("1", one, start, start + length, "supports", "x") for one, start, length in given_spans
    ]
    mixed = random.sample(rows, len(rows))
    theories = theory(("1", {"mechanism": "a"}))

    assert pattern_table(theories, said(*rows)).equals(pattern_table(theories, said(*mixed)))


# ── where it holds, and where not ────────────────────────────────────────────────────────

STORY = theory(
    (
        "løn",
        {"intervention": "loentimer", "context": "plads", "mechanism": "mening", "outcome": "job"},
    )
)
#: A: all of it. B: no mechanism. C: no outcome. D: outcome and mechanism, but no context.
PLACES = coded(
    *(("A", role, code, 0, 1) for role, code in (("i", "loentimer"), ("c", "plads"))),
    *(("A", role, code, 0, 1) for role, code in (("m", "mening"), ("o", "job"))),
    *(("B", "x", code, 0, 1) for code in ("loentimer", "plads", "job")),
    *(("C", "x", code, 0, 1) for code in ("loentimer", "plads", "mening")),
    *(("D", "x", code, 0, 1) for code in ("loentimer", "mening", "job")),
)


def test_a_regularity_is_k_of_n_cases_with_the_exceptions_named():
    row = regularity_table(STORY, PLACES).iloc[0]

    assert (row["k"], row["n"], row["exceptions"]) == (1, 3, ("B", "C"))
    assert row["counted"] in ("1 of 3", "1 af 3")


def test_strata_too_small_to_print_name_nobody():
    cases = pd.DataFrame({"case": list("ABCD"), "size": ["big", "big", "small", "big"]})

    table = regularity_table(STORY, PLACES, cases, "size", threshold=2).set_index("stratum")

    assert table.loc["small", ["counted", "exceptions"]].tolist() == ["<2", ()]
    assert pd.isna(table.loc["small", "k"])
    assert table.loc["big", ["k", "n", "exceptions"]].tolist() == [1, 2, ("B",)]


def test_a_configuration_without_mechanism_and_outcome_says_nothing_that_could_hold():
    row = regularity_table(theory(("1", {"context": "plads"})), PLACES).iloc[0]

    assert row["n"] == 3
    assert pd.isna(row["k"])


def test_a_regularity_may_rest_on_what_was_argued_instead_of_tags():
    evidence = said(
        ("løn", "A", 0, 5, "supports", "anna"),
        ("løn", "A", 9, 12, "contradicts", "anna"),
        ("løn", "B", 0, 5, "contradicts", "anna"),
        ("løn", "C", 0, 5, "qualifies", "anna"),
    )

    row = regularity_table(STORY, PLACES, evidence=evidence, basis="evidence").iloc[0]

    assert row[["k", "n", "exceptions", "against"]].tolist() == [1, 2, ("B",), ("A", "B")]


def test_strata_need_an_attribute_of_the_cases():
    with pytest.raises(ConfigurationError, match="readiness"):
        regularity_table(STORY, PLACES, by="readiness")


def test_all_the_codes_of_a_slot_must_be_there_or_any_as_one_asks():
    two = theory(("1", {"intervention": "loentimer praktik", "mechanism": "mening"}))

    assert regularity_table(two, PLACES).iloc[0]["n"] == 0
    assert regularity_table(two, PLACES, match="any").iloc[0]["n"] == 4


def test_disconfirming_cases_are_found_and_not_looked_for_is_not_none_found():
    documents = pd.DataFrame(
        {
            "document": list("ABCDE"),
            "case": list("ABCDE"),
            "coders": [("anna",)] * 5,
            "done": [("anna",)] * 4 + [()],
        }
    )
    evidence = said(
        ("løn", "A", 0, 5, "contradicts", "anna"), ("løn", "A", 0, 5, "supports", "anna")
    )

    table = disconfirming_table(STORY, evidence, PLACES, documents)

    assert table[["case", "finding", "codes", "passages"]].to_numpy().tolist() == [
        ["A", "against", (), 1],
        ["B", "no_mechanism_or_outcome", ("mening",), 0],
        ["C", "no_mechanism_or_outcome", ("job",), 0],
        ["B", "outcome_without_mechanism", ("mening",), 0],
        ["E", "not_looked_for", (), 0],
    ]


def test_what_two_coders_marked_against_it_in_the_same_words_is_one_passage():
    evidence = said(
        ("løn", "A", 0, 10, "contradicts", "anna"),
        ("løn", "A", 5, 15, "contradicts", "bo"),
        ("løn", "A", 20, 30, "contradicts", "bo"),
    )

    row = disconfirming_table(STORY, evidence, PLACES).iloc[0]

    assert row[["finding", "passages", "evidence"]].tolist() == ["against", 2, ("e0", "e1", "e2")]


def test_cases_and_strata_stand_on_every_machine_order_on_every_machine(monkeypatch):
    monkeypatch.setenv("ICMO_LANGUAGE", "en")
    names = ["Aarhus", "Ærø", "Vejle", "Åmose"]
    rows = [(name, "x", code, 0, 1) for name in names for code in ("loentimer", "plads")]
    tags = coded(*rows).assign(case=[row[0] for row in rows])
    cases = pd.DataFrame({"case": names, "place": ["ø", "å", "by", "ø"]})

    table = regularity_table(STORY, tags, cases, "place")

    assert table["stratum"].tolist() == ["by", "ø", "å"]
    assert table["exceptions"].tolist() == [("Vejle",), ("Åmose", "Aarhus"), ("Ærø",)]


def test_a_search_in_vain_says_so_and_a_code_nobody_used_proves_nothing():
    only_a = PLACES[PLACES["document"] == "A"]
    strange = theory(("1", {"context": "plads", "mechanism": "mening"}), ("2", {"outcome": "held"}))

    table = disconfirming_table(strange, said(), only_a)

    assert table[["configuration", "finding", "codes"]].to_numpy().tolist() == [
        ["1", "none_found", ()],
        ["2", "none_found", ()],
        ["2", "never_coded", ("held",)],
    ]


def test_what_people_speak_of_and_no_configuration_holds_is_left_out():
    theories = theory(("1", {"mechanism": "mening", "moderators": ({"code": "tid"},)}))
    tags = coded(
        ("A", "mechanism", "mening", 0, 9),
        ("A", "moderator", "tid", 0, 9),
        ("A", "theme", "løn", 0, 9),  # a theme is no part of a configuration
        ("A", "mechanism", "tillid", 0, 9),
        ("A", "mechanism", "tillid", 5, 12),  # overlaps the one before
        ("B", "mechanism", "tillid", 0, 9),
        ("B", "outcome", "job", 0, 9),
    )

    assert left_out_table(theories, tags).to_numpy().tolist() == [
        ["mechanism", "tillid", 2, 2, 2],
        ["outcome", "job", 1, 1, 1],
    ]


cases_and_codes = st.lists(
    st.tuples(st.sampled_from("ABC"), st.sampled_from(["i", "c", "m", "o", "o2"])), max_size=12
)
ROLES = {"i": "intervention", "c": "context", "m": "mechanism", "o": "outcome", "o2": "outcome"}
THEORIES = theory(
    ("1", {"intervention": "i", "context": "c", "mechanism": "m", "outcome": "o"}),
    ("2", {"intervention": "i", "outcome": "o o2"}),
    ("3", {"mechanism": "m"}),
)


def placed(pairs):
    return coded(
        *((case, ROLES[code], code, 2 * n, 2 * n + 3) for n, (case, code) in enumerate(pairs))
    )


@settings(deadline=None)
@given(cases_and_codes)
def test_regularities_and_counter_examples_are_those_a_plain_loop_finds(pairs):
    has = {case: {code for one, code in pairs if one == case} for case, _ in pairs}
    slots = ("intervention", "context", "mechanism", "outcome")

    table = regularity_table(THEORIES, placed(pairs))
    found = disconfirming_table(THEORIES, said(), placed(pairs))

    for row, told in zip(THEORIES.to_dict("records"), table.to_dict("records"), strict=True):
        asked = {slot: set(row[slot]) for slot in slots}
        premise = asked["intervention"] | asked["context"]
        follows = asked["mechanism"] | asked["outcome"]
        n = {case for case, codes in has.items() if premise <= codes}
        k = {case for case in n if follows <= has[case]}
        assert (told["n"], told["k"]) == (len(n), len(k))
        assert set(told["exceptions"]) == n - k
        own = found[found["configuration"] == row["configuration"]]
        lacking = own[own["finding"] == "no_mechanism_or_outcome"]
        assert set(lacking["case"]) == (n - k if premise else set())
        alone = {
            case
            for case, codes in has.items()
            if asked["outcome"] and asked["outcome"] <= codes and not asked["mechanism"] <= codes
        }
        assert set(own.loc[own["finding"] == "outcome_without_mechanism", "case"]) == alone
        assert ("none_found" in set(own["finding"])) == (
            bool(has) and not (n - k if premise else set()) and not alone
        )


@settings(deadline=None)
@given(cases_and_codes, spans, st.integers(0, 99))
def test_the_order_of_tags_and_evidence_changes_no_table(pairs, given_spans, seed):
    tags = placed(pairs)
    evidence = said(*(("1", one, at, at + far, "contradicts", "x") for one, at, far in given_spans))
    mixed = tags.sample(frac=1, random_state=seed), evidence.sample(frac=1, random_state=seed)

    for table in (
        lambda tags, evidence: regularity_table(THEORIES, tags, evidence=evidence),
        lambda tags, evidence: disconfirming_table(THEORIES, evidence, tags),
        lambda tags, _: left_out_table(THEORIES, tags),
        lambda tags, _: proposals(tags),
        lambda tags, _: proposals(tags, within="document"),
    ):
        pd.testing.assert_frame_equal(table(tags, evidence), table(*mixed))


# ── proposals ────────────────────────────────────────────────────────────────────────────


def test_codes_that_share_text_are_proposed_with_how_often_they_stand_apart():
    tags = coded(
        ("A", "mechanism", "mening", 0, 10),
        ("A", "outcome", "job", 5, 15),
        ("B", "mechanism", "mening", 0, 10),
        ("B", "outcome", "job", 20, 30),
    )

    (row,) = proposals(tags).to_dict("records")

    assert (row["mechanism"], row["outcome"], row["intervention"]) == ("mening", "job", "")
    assert (row["cases"], row["times"], row["apart"]) == (1, 1, 2)
    assert row["places"] == (("A", 5, 10),)
    assert proposals(tags, within="document").iloc[0][["cases", "apart"]].tolist() == [2, 0]


def test_proposals_look_in_turns_and_in_turns_after_each_other():
    tags = coded(
        ("A", "context", "plads", 0, 5),
        ("A", "mechanism", "mening", 6, 9),
        ("A", "outcome", "job", 12, 15),
    )
    turns = pd.DataFrame({"document": ["A"] * 3, "start": [0, 6, 12], "end": [5, 11, 20]})

    assert len(proposals(tags, turns, "turn")) == 0
    beside = proposals(tags, turns, "neighbours")
    assert beside[["context", "mechanism", "outcome", "times"]].to_numpy().tolist() == [
        ["", "mening", "job", 1],
        ["plads", "mening", "", 1],
    ]
    with pytest.raises(ConfigurationError):
        proposals(tags, within="turn")


# ── saturation ───────────────────────────────────────────────────────────────────────────


def test_saturation_counts_what_each_interview_added():
    tags = coded(
        ("A", "x", "one", 0, 1),
        ("A", "x", "two", 0, 1),
        ("B", "x", "two", 0, 1),
        ("C", "x", "three", 0, 1),
    )

    table = saturation_table(tags, base=1, run=1, permutations=200)

    assert table["new"].tolist() == [2, 0, 1]
    assert table["seen"].tolist() == [2, 2, 3]
    assert math.isnan(table["ratio"][0])
    assert table["ratio"].tolist()[1:] == [0.0, 0.5]
    assert table[["low", "median", "high"]].iloc[2].tolist() == [3, 3, 3]
    assert table["low"][0] == 1  # somebody else could have come first


def test_patterns_saturate_too_and_an_interview_without_tags_counts():
    theories = theory(("1", {"mechanism": "a"}), ("2", {"mechanism": "b"}))
    evidence = said(("1", "A", 0, 1, "supports", "x"), ("2", "B", 0, 1, "supports", "x"))
    documents = pd.DataFrame(
        {"document": list("BAC"), "name": list("BAC"), "date": ["2022-01-02", "2022-01-01", ""]}
    )

    table = saturation_table(pattern_evidence(theories, evidence), documents, "pattern")

    assert table[["document", "seen"]].to_numpy().tolist() == [["A", 1], ["B", 2], ["C", 2]]


# ── versions of a theory ─────────────────────────────────────────────────────────────────


def test_the_difference_of_two_theories_is_told_in_words():
    first = theory(("1", {"title": "Løn", "mechanism": "mening"}), ("2", {"title": "Dansk"}))
    second = theory(
        ("1", {"title": "Løn", "mechanism": "identitet", "status": "refined"}),
        ("3", {"title": "Tid"}),
    ).fillna("")

    words = difference_in_words(first, second, {"mening": "Mening"}, "en")

    assert words == [
        '"Løn": the mechanism Mening was taken out.',
        '"Løn": the mechanism identitet was added.',
        '"Løn": the status changed from "…" to "refined".',
        '"Dansk" was taken out.',
        '"Tid" was added.',
    ]
    assert difference_in_words(first, first, language="da") == ["Intet er ændret."]
    assert difference_table(first, second)["change"].tolist() == [
        "removed",
        "added",
        "changed",
        "removed",
        "added",
    ]


# ── agreement ────────────────────────────────────────────────────────────────────────────


def test_coders_agree_on_a_passage_where_they_see_the_same_pattern():
    theories = theory(("1", {"mechanism": "mening"}), ("2", {"mechanism": "identitet"}))
    evidence = said(
        ("1", "A", 0, 10, "supports", "anna"),
        ("1", "A", 5, 12, "supports", "bo"),  # the same passage, the same pattern
        ("1", "A", 20, 30, "supports", "anna"),
        ("2", "A", 20, 30, "supports", "bo"),  # the same only as a role
        ("2", "A", 40, 50, "supports", "anna"),  # bo saw nothing there
        ("2", "B", 0, 10, "supports", "bo"),  # anna has nothing in B
    )

    table = configuration_agreement_table(theories, evidence).set_index("level")

    assert table["passages"].tolist() == [3, 3, 3]
    assert table["percent"].tolist() == pytest.approx([1 / 3, 1 / 3, 2 / 3])
    # by code: judgements mening 3, identitet 2, none 1 of 6; chance = (1/4 + 2/9 + 5/36) / 2 = 11/36
    assert table.loc["code", "ac1"] == pytest.approx((1 / 3 - 11 / 36) / (1 - 11 / 36))
