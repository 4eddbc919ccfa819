"""The sample evaluation's staff interviews, tags and findings: every quote stands in its document."""

from __future__ import annotations

import csv
import importlib.util
import re
import sys
import zipfile
from collections import Counter, defaultdict
from functools import cache
from pathlib import Path

import pytest
import yaml

from icmo.codebook import Codebook
from icmo.configurations import EFFECTS, STANCES, read_configurations
from icmo.documents import read_document

SAMPLE = Path(__file__).parent.parent / "interviews_sample"
MASTERS = SAMPLE / "masters"
TRANSCRIPTS = SAMPLE / "transcripts"
TYPES = (
    "virksomhedsrettet_indsats",
    "handlekraft_indsats",
    "livshistorie_indsats",
    "problemloesende_indsats",
)


def table(name):
    with (SAMPLE / name).open(encoding="utf-8", newline="") as stream:
        return list(csv.DictReader(stream))


@cache
def documents():
    return {row["name"]: row for row in table("documents.csv")}


def groups():
    return {name: row for name, row in documents().items() if row["group"] == "kommune"}


@cache
def text_of(document):
    """The words of a file as a project has them."""
    return read_document(TRANSCRIPTS / documents()[document]["file"]).text


def master_of(row):
    return (MASTERS / row["file"]).with_suffix(".txt").read_text(encoding="utf-8")


def read_yaml(name, key):
    return yaml.safe_load((SAMPLE / name).read_text(encoding="utf-8"))[key]


@pytest.fixture(scope="module")
def codes():
    frame = Codebook.load("kib").codes()
    return dict(zip(frame["code"], frame["role"], strict=True))


@pytest.fixture(scope="module")
def tags():
    return {
        file.stem: [row for row in table(f"tags/{file.name}") if row["document"] in groups()]
        for file in (SAMPLE / "tags").glob("*.csv")
        if file.stem in ("anna", "bo")
    }


def test_the_numbers_in_the_readme_are_those_of_the_files():
    readme = (SAMPLE / "README.md").read_text(encoding="utf-8")
    anna, bo = (table(f"tags/{coder}.csv") for coder in ("anna", "bo"))
    evidence = [
        row for one in read_yaml("configurations.yaml", "configurations") for row in one["evidence"]
    ]

    assert f"all sixteen interviews ({len(anna)} tags)" in readme
    assert f"twelve of them ({len(bo)} tags)" in readme
    assert f"{len(evidence)} pieces of evidence" in readme
    assert (len(documents()), len({row["document"] for row in bo})) == (16, 12)
    assert len(read_yaml("configurations.yaml", "configurations")) == 17
    assert len(read_yaml("questions.yaml", "questions")) == 9


# ── The interviews ──


def test_there_are_eight_group_interviews_in_the_promised_formats():
    rows = groups().values()

    assert len({row["case"] for row in rows}) == len(rows) == 8
    suffixes = Counter(Path(row["file"]).suffix for row in rows)
    assert suffixes == {".docx": 4, ".txt": 2, ".odt": 1, ".rtf": 1}
    assert len({row["date"] for row in rows}) == 8


@pytest.mark.parametrize("document", list(groups()))
def test_three_to_five_speakers_say_what_can_be_said_in_an_hour(document):
    text = master_of(groups()[document])
    speakers = re.findall(r"^(\w+) \(([\w ]+)\): \S", text, re.MULTILINE)

    assert 1000 <= len(text.split()) <= 1800
    assert 3 <= len(set(speakers)) <= 5
    assert len(dict(speakers)) == len(set(speakers)), "one name, one part"
    assert text.count("Interviewer: ") >= 10
    assert {"virksomhedskonsulent"} <= {part for _, part in speakers}


@pytest.mark.parametrize("document", list(groups()))
def test_a_file_says_what_its_master_says(document):
    text = " ".join(text_of(document).split())

    for turn in master_of(groups()[document]).strip().split("\n\n"):
        assert " ".join(turn.split()) in text


def test_a_tracked_change_and_a_table_are_there_for_the_readers_to_meet():
    with zipfile.ZipFile(TRANSCRIPTS / "aamose_gruppe.docx") as archive:
        changed = archive.read("word/document.xml").decode("utf-8")
    with zipfile.ZipFile(TRANSCRIPTS / "vesterlund_gruppe.docx") as archive:
        tabled = archive.read("word/document.xml").decode("utf-8")

    assert "<w:ins " in changed
    assert "<w:del " in changed
    assert "<w:tbl>" in tabled


def test_the_only_numbers_of_persons_belong_to_nobody():
    numbers = [
        found
        for row in documents().values()
        for found in re.findall(r"\b\d{6}-\d{4}\b", master_of(row))
    ]

    assert len(numbers) == 2
    for number in numbers:
        assert number[7] in "5678"
        assert 30 <= int(number[4:6]) <= 57, "the seventh digit puts the birth in 2030 to 2057"


def test_no_eight_words_in_a_row_stand_in_two_interviews():
    where = defaultdict(set)
    for file in MASTERS.glob("*.txt"):
        for turn in file.read_text(encoding="utf-8").split("\n"):
            words = re.findall(r"\w+", turn.casefold())
            for place in range(len(words) - 7):
                where[" ".join(words[place : place + 8])].add(file.name)

    assert [words for words, files in where.items() if len(files) > 1] == []


def test_the_word_files_are_made_again_from_the_masters():
    spec = importlib.util.spec_from_file_location("make_files", SAMPLE / "make_files.py")
    make = importlib.util.module_from_spec(spec)
    sys.modules["make_files"] = make
    spec.loader.exec_module(make)

    for one in make.FILES:
        master = (MASTERS / f"{one.name}.txt").read_text(encoding="utf-8")
        shipped = TRANSCRIPTS / f"{one.name}{one.suffix}"
        if one.suffix == ".txt":
            assert shipped.read_text(encoding="utf-8") == master
        elif one.suffix == ".docx":
            assert make.word(one, master) == make.word(one, master)
            with zipfile.ZipFile(shipped) as archive:
                words = archive.read("word/document.xml")
            with zipfile.ZipFile(make.io.BytesIO(make.word(one, master))) as archive:
                assert archive.read("word/document.xml") == words


# ── The tags ──


def test_two_coders_tagged_the_groups_apart(tags):
    assert {row["document"] for row in tags["anna"]} == set(groups())
    assert len({row["document"] for row in tags["bo"]}) >= 5
    assert sum(map(len, tags.values())) >= 260
    for coder in tags.values():
        keys = [tuple(row[key] for key in ("document", "code", "quote")) for row in coder]
        assert len(keys) == len(set(keys))


def test_they_agree_on_some_and_differ_on_more(tags):
    whole = [
        {(row["document"], row["code"], row["quote"]) for row in tags[coder]}
        for coder in ("anna", "bo")
    ]
    coded = [{(document, code) for document, code, _ in one} for one in whole]

    assert 5 <= len(whole[0] & whole[1]) <= len(whole[1]) / 2
    assert len(coded[1]) / 3 <= len(coded[0] & coded[1]) < len(coded[1])


def test_every_tag_has_its_words_and_its_code(tags, codes):
    for row in [row for coder in tags.values() for row in coder]:
        assert row["code"] in codes, row["code"]
        assert text_of(row["document"]).count(row["quote"]) >= int(row["occurrence"]), row["quote"]
        assert row["polarity"] in ("", "promotes", "hinders")


def test_all_that_is_asked_for_is_tagged(tags, codes):
    kinds = {codes[row["code"]] for row in tags["anna"]}
    letters = {row["code"] for row in tags["anna"]} & set("GUIDE")

    assert {"principle", "intervention", "moderator", "mechanism", "outcome", "theme"} <= kinds
    assert letters == set("GUIDE")


def test_a_letter_stands_on_a_principle(tags, codes):
    """A passage with a letter of GUIDE overlaps one with a principle, but for what only describes."""
    lone = []
    for coder, rows in tags.items():
        for row in rows:
            if row["code"] not in "GUIDE":
                continue
            text = text_of(row["document"])
            start = text.index(row["quote"])
            end = start + len(row["quote"])
            others = [
                other
                for other in rows
                if other["document"] == row["document"] and codes[other["code"]] == "principle"
            ]
            places = [(text.index(one["quote"]), len(one["quote"])) for one in others]
            if not any(a < end and start < a + length for a, length in places):
                lone.append((coder, row["quote"]))

    letters = [row for rows in tags.values() for row in rows if row["code"] in "GUIDE"]
    assert len(lone) <= len(letters) / 4, lone


# ── Configurations, claims, ratings, summaries ──


def test_the_configurations_cover_the_four_types(codes):
    entries = read_yaml("configurations.yaml", "configurations")
    book = Codebook.load("kib")

    assert len(read_configurations(SAMPLE / "configurations.yaml")) == len(entries) >= 12
    assert len({entry["id"] for entry in entries}) == len(entries)
    used = {
        parent
        for entry in entries
        for code in entry["intervention"]
        for parent in (code, book[code].parent)
    }
    assert set(TYPES) <= used
    for entry in entries:
        slots = ("intervention", "context", "mechanism", "outcome", "for_whom")
        assert {code for slot in slots for code in entry[slot]} <= set(codes)
        within = set(entry["mechanism"]) | {one["code"] for one in entry["moderator"]}
        for one in entry["moderator"]:
            assert {one["code"], one["on"]} <= set(codes)
            assert one["effect"] in EFFECTS
            assert one["on"] in within, f"{entry['id']} moderates what it does not hold"


def test_some_moderators_bear_on_mechanisms_and_some_on_moderators(codes):
    entries = read_yaml("configurations.yaml", "configurations")
    bears = Counter(codes[one["on"]] for entry in entries for one in entry["moderator"])

    assert bears["mechanism"] >= 12
    assert bears["moderator"] >= 5


def test_every_configuration_meets_resistance():
    entries = read_yaml("configurations.yaml", "configurations")
    stances = Counter(row["stance"] for entry in entries for row in entry["evidence"])

    assert set(stances) == set(STANCES)
    for entry in entries:
        assert {row["stance"] for row in entry["evidence"]} != {"supports"}, entry["id"]


def test_a_claim_for_each_theme_with_evidence_and_a_question(codes):
    claims = read_yaml("claims.yaml", "claims")
    book = Codebook.load("kib")
    themes = [code for code, role in codes.items() if role == "theme" and re.match(r"t\d\d_", code)]

    assert [claim["theme"] for claim in claims] == themes
    assert len(claims) == 23
    for claim in claims:
        theme = book[claim["theme"]]
        assert (claim["type"], claim["principle"]) == (theme.type, theme.principle)
        assert len(claim["evidence"]) >= 3
    questions = SAMPLE / "questions.yaml"
    if questions.exists():
        known = {one["id"] for one in read_yaml("questions.yaml", "questions")}
        assert {claim["question"] for claim in claims} <= known


@pytest.mark.parametrize("name", ["configurations", "claims"])
def test_every_piece_of_evidence_stands_in_its_document(name):
    for entry in read_yaml(f"{name}.yaml", name):
        for row in entry["evidence"]:
            assert row["quote"] in text_of(row["document"]), (entry["id"], row["quote"])
            assert row["stance"] in STANCES


def test_two_judges_rate_the_same_cells_and_sometimes_differ(codes):
    ratings = table("ratings.csv")
    cells = defaultdict(dict)
    for row in ratings:
        assert codes[row["principle"]] == "principle"
        assert row["letter"] in "GUIDE"
        assert row["level"] in "1234"
        assert row["rationale"]
        assert row["quote"] in text_of(row["document"])
        assert documents()[row["document"]]["case"] == row["case"]
        cells[row["principle"], row["letter"], row["case"]][row["judge"]] = int(row["level"])

    assert all(set(judged) == {"anna", "bo"} for judged in cells.values())
    assert len({row["case"] for row in ratings}) == 8
    differ = [judged for judged in cells.values() if judged["anna"] != judged["bo"]]
    assert len(cells) / 5 < len(differ) < len(cells) / 2
    assert all(abs(judged["anna"] - judged["bo"]) == 1 for judged in differ)


def test_the_framework_has_cells_of_every_place(codes):
    cells = table("summaries.csv")

    assert {row["case"] for row in cells} == {row["case"] for row in groups().values()}
    assert {row["code"] for row in cells} <= set(codes)
    assert len({(row["case"], row["code"]) for row in cells}) == len(cells)
    assert all(len(row["text"]) > 30 and row["coder"] in ("anna", "bo") for row in cells)
