"""A query is a value: it finds what a search of every character finds, and survives a file."""

from __future__ import annotations

import pandas as pd
import pytest
from coded import tag_frame
from hypothesis import given
from hypothesis import strategies as st

from icmo.queries import Query, QueryError, find_passages, read_queries, write_queries

TEXTS = {"d1": "Hun fik selv lov at vælge et job her", "d2": "De gav hende tid og hun blev tryg nu"}
LENGTH = len(TEXTS["d1"])
DOCUMENTS = pd.DataFrame(
    {
        "document": ["d1", "d2"],
        "case": ["A", "B"],
        "group": ["kvinde", "kommune"],
        "characters": [LENGTH, len(TEXTS["d2"])],
        "team": ["intern", "ekstern"],
    }
)
TURNS = pd.DataFrame(
    [(d, n, n * 9, n * 9 + 8, ("leder", "kvinde")[n % 2]) for d in TEXTS for n in range(4)],
    columns=["document", "unit", "start", "end", "speaker_role"],
).assign(kind="turn")


def as_tags(rows):
    case = {"d1": "A", "d2": "B"}
    return tag_frame([(d, case[d], "anna", code, s, min(s + n, LENGTH)) for d, code, s, n in rows])


def many_tags():
    row = st.tuples(
        st.sampled_from(list(TEXTS)), st.sampled_from("mnK"), st.integers(0, 30), st.integers(1, 9)
    )
    return st.lists(row, max_size=10).map(as_tags)


leaves = st.sampled_from(
    [
        *map(Query.code, "mnK"),
        Query.tagged(role="mechanism"),
        Query.where(group="kvinde"),
        Query.where(team="ekstern"),
        Query.where(speaker_role="leder"),
    ]
)
queries = st.recursive(
    leaves,
    lambda part: st.one_of(
        st.builds(lambda a, b: a & b, part, part),
        st.builds(lambda a, b: a | b, part, part),
        st.builds(lambda a: ~a, part),
    ),
    max_leaves=5,
)


def characters(query, tags):
    """The characters a query asks for, one by one."""
    everything = {(d, n) for d, text in TEXTS.items() for n in range(len(text))}
    if query.kind == "tagged":
        kept = tags
        for column, value in query.given:
            kept = kept[kept[column] == value]
        return {(r.document, n) for r in kept.itertuples() for n in range(r.start, r.end)}
    if query.kind == "where":
        ((column, value),) = query.given
        frame = TURNS if column == "speaker_role" else DOCUMENTS.assign(start=0, end=LENGTH)
        own = frame[frame[column] == value]
        return {(r.document, n) for r in own.itertuples() for n in range(r.start, r.end)}
    parts = [characters(part, tags) for part in query.parts]
    if query.kind == "not":
        return everything - parts[0]
    return parts[0] & parts[1] if query.kind == "and" else parts[0] | parts[1]


def ask(query, tags):
    return find_passages(query, tags, DOCUMENTS, TURNS, TEXTS)


@given(queries, many_tags())
def test_a_query_finds_what_a_search_of_every_character_finds(query, tags):
    found = ask(query, tags)

    expected = characters(query, tags)
    assert {(r.document, n) for r in found.itertuples() for n in range(r.start, r.end)} == expected
    assert sum(found["end"] - found["start"]) == len(expected)
    assert [TEXTS[r.document][r.start : r.end] for r in found.itertuples()] == list(found["text"])


@given(queries, many_tags(), st.integers(0, 99))
def test_the_order_of_rows_never_matters(query, tags, seed):
    shuffled = [frame.sample(frac=1, random_state=seed) for frame in (tags, DOCUMENTS, TURNS)]

    pd.testing.assert_frame_equal(ask(query, tags), find_passages(query, *shuffled, TEXTS))


@given(many_tags(), st.integers(0, 4))
def test_near_finds_the_passages_with_the_other_so_few_words_away(tags, words):
    found = ask(Query.code("m").near(Query.code("n"), words), tags)

    one, other = ask(Query.code("m"), tags), ask(Query.code("n"), tags)
    expected = []
    for a in one.itertuples():
        gaps = []
        for b in other[other["document"] == a.document].itertuples():
            between = TEXTS[a.document][min(a.end, b.end) : max(a.start, b.start)]
            apart = max(a.start, b.start) >= min(a.end, b.end)
            # A word cut by an excerpt is no word between; nor is it counted where it is whole.
            gaps.append(
                whole_words(a.document, min(a.end, b.end), max(a.start, b.start)) if apart else 0
            )
            assert apart or between == ""
        if gaps and min(gaps) <= words:
            expected.append((a.document, a.start))
    assert list(zip(found["document"], found["start"], strict=True)) == expected


def whole_words(document, start, end):
    place, count = 0, 0
    for word in TEXTS[document].split(" "):
        count += start <= place and place + len(word) <= end
        place += len(word) + 1
    return count


def test_the_same_turn_case_or_group_can_be_asked_for():
    tags = as_tags([("d1", "m", 0, 3), ("d1", "n", 4, 3), ("d1", "m", 20, 3), ("d2", "m", 0, 3)])
    trust, other = Query.code("m"), Query.code("n")

    assert ask(trust.same(other, "turn"), tags)["start"].tolist() == [0]
    assert ask(trust.same(other, "case"), tags)["start"].tolist() == [0, 20]
    assert ask(~trust.same(other, "case") & trust, tags)["document"].tolist() == ["d2"]


def test_an_excerpt_says_what_is_tagged_on_it():
    tags = as_tags([("d1", "m", 0, 12), ("d1", "n", 8, 8)])

    found = ask(Query.code("m") & Query.code("n"), tags).iloc[0]

    assert found["text"] == "selv"
    assert (found["codes"], found["coders"], found["tags"]) == (("m", "n"), ("anna",), ("t0", "t1"))
    assert (found["case"], found["group"]) == ("A", "kvinde")


@given(queries)
def test_a_query_comes_back_from_plain_words_as_it_was(query):
    assert Query.from_plain(query.as_plain()) == query


def test_named_queries_come_back_from_a_file(tmp_path):
    file = tmp_path / "queries.yaml"
    asked = (Query.code("m", polarity="hinders").near(Query.code("n"), 5) & ~Query.tagged()).named(
        "Næsten"
    )

    write_queries([asked, Query.where(team="intern").same(asked, "case").named("to")], file)

    assert read_queries(file)["Næsten"] == asked
    assert list(read_queries(file)) == ["Næsten", "to"]
    assert "name: Næsten" in file.read_text(encoding="utf-8")


@pytest.mark.parametrize(
    ("written", "sentence"),
    [
        ("other: 1", "line 1: the file has no list"),
        (
            "queries:\n- name: a\n  tagged: {code: m}\n- name: a\n  tagged: {code: m}",
            "line 4: the name",
        ),
        ("queries:\n- tagged: {code: m}", "line 2: the name"),
        ("queries:\n- name: a\n  tagget: {code: m}", "exactly one of"),
        ("queries:\n- name: a\n  tagged: {kode: m}", 'no "kode".*Did you mean "code"'),
        ("queries:\n- name: a\n  tagged: m", "does not say what to look in"),
        ("queries:\n- name: a\n  not: [{tagged: {}}, {tagged: {}}]", "wrong number of parts"),
        (
            "queries:\n- name: a\n  near: [{tagged: {}}, {tagged: {}}]\n  words: some",
            "no number of words",
        ),
        ("queries: [", "line"),
    ],
)
def test_a_mistake_in_a_file_is_told_with_its_line(monkeypatch, tmp_path, written, sentence):
    monkeypatch.setenv("ICMO_LANGUAGE", "en")
    file = tmp_path / "queries.yaml"
    file.write_text(written, encoding="utf-8")

    with pytest.raises(QueryError, match=sentence):
        read_queries(file)


@pytest.mark.parametrize(
    ("query", "sentence"),
    [
        (Query.where(tem="intern"), 'column "tem". Did you mean "team"'),
        (Query.code("m").near(Query.code("n"), 2), "the query measures in words"),
        (Query.code("m").same(Query.code("n"), "turn"), "the query asks for turns"),
    ],
)
def test_what_a_query_needs_is_asked_for(monkeypatch, query, sentence):
    monkeypatch.setenv("ICMO_LANGUAGE", "en")
    units = TURNS if "tem" in dict(query.given) else None

    with pytest.raises(QueryError, match=sentence):
        find_passages(query, as_tags([]), DOCUMENTS, units)


def test_a_file_that_is_not_there_is_said(tmp_path):
    with pytest.raises(QueryError, match=r"queries\.yaml"):
        read_queries(tmp_path / "queries.yaml")
