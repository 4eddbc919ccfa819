"""The sample evaluation's data: shapes, shares and quotes, and scripts that make them again."""

from __future__ import annotations

import gzip
import importlib.util
import io
import re
import sys
import zipfile
from collections import Counter
from pathlib import Path
from xml.etree import ElementTree as ET

import numpy as np
import pandas as pd
import pytest

from icmo.codebook import Codebook

SAMPLE = Path(__file__).parent.parent / "interviews_sample"
MASTERS = SAMPLE / "masters"
TRANSCRIPTS = SAMPLE / "transcripts"
WITHIN = 0.02
LAST_MONTH = "2023-02"
PROJECT_END = "2022-12"
WINDOW = "2022-09"
ODT = "{urn:oasis:names:tc:opendocument:xmlns:text:1.0}"


def script(name):
    spec = importlib.util.spec_from_file_location(name, SAMPLE / f"{name}.py")
    module = importlib.util.module_from_spec(spec)
    sys.modules[name] = module
    spec.loader.exec_module(module)
    return module


def table(name, **options):
    return pd.read_csv(SAMPLE / name, dtype=str, keep_default_na=False, **options)


@pytest.fixture(scope="module")
def women():
    documents = table("documents.csv")
    return documents[documents["group"] == "kvinde"].set_index("name")


@pytest.fixture(scope="module")
def tags(women):
    files = sorted((SAMPLE / "tags").glob("*.csv"))
    read = [
        pd.read_csv(file, dtype=str, keep_default_na=False).assign(coder=file.stem)
        for file in files
    ]
    every = pd.concat(read, ignore_index=True)
    return every[every["document"].isin(women.index)].reset_index(drop=True)


@pytest.fixture(scope="module")
def months():
    return pd.read_csv(SAMPLE / "months.csv.gz", keep_default_na=False)


@pytest.fixture(scope="module")
def persons(months):
    return months.drop_duplicates("person").set_index("person")


def stored_text(file):
    """The words of a file as plainly as can be: a paragraph, cue or printed line stays one line."""
    if file.suffix == ".docx":
        import docx

        return "\n\n".join(one.text for one in docx.Document(str(file)).paragraphs if one.text)
    if file.suffix == ".odt":
        with zipfile.ZipFile(file) as archive:
            root = ET.fromstring(archive.read("content.xml"))
        return "\n\n".join(filter(None, ("".join(one.itertext()) for one in root.iter(f"{ODT}p"))))
    if file.suffix == ".pdf":
        import pypdf

        return "\n".join(page.extract_text() for page in pypdf.PdfReader(file).pages)
    return file.read_text(encoding="utf-8")


def words(text):
    return " ".join(text.split())


def spoken(subtitles):
    """The turns of a WebVTT file, cues of one speaker joined."""
    turns = []
    for name, said in re.findall(r"^<v ([^>]+)>(.*)$", subtitles, re.MULTILINE):
        if turns and turns[-1][0] == name:
            turns[-1][1].append(said)
        else:
            turns.append((name, [said]))
    return "\n\n".join(f"{name}: {' '.join(said)}" for name, said in turns)


# ── The interviews with women ──


def test_there_is_a_woman_for_each_place_in_the_promised_formats(women):
    cases = table("cases.csv")["case"]

    assert sorted(women["case"]) == sorted(cases)
    assert Counter(Path(file).suffix for file in women["file"]) == {
        ".docx": 3,
        ".txt": 2,
        ".pdf": 1,
        ".vtt": 1,
        ".odt": 1,
    }
    assert all((TRANSCRIPTS / file).is_file() for file in women["file"])


def test_the_women_tell_enough_and_not_too_much(women):
    for file in women["file"]:
        text = (MASTERS / file).with_suffix(".txt").read_text(encoding="utf-8")
        assert 400 <= len(text.split()) <= 800, file
        assert text.count("Interviewer: ") >= 8
        assert all(re.match(r"[A-ZÆØÅ]\w+: \S", line) for line in text.splitlines() if line)


def test_every_format_says_what_its_master_says(women):
    for file in women["file"].drop("Interview, Suad"):
        master = (MASTERS / file).with_suffix(".txt").read_text(encoding="utf-8")
        text = stored_text(TRANSCRIPTS / file)
        text = spoken(text) if file.endswith(".vtt") else text

        assert words(text) == words(master), file


def test_the_cues_follow_each_other_in_time():
    stamps = re.findall(
        r"(\d+):(\d+):([\d.]+)", (TRANSCRIPTS / "klintholm_kvinde.vtt").read_text(encoding="utf-8")
    )
    seconds = [int(h) * 3600 + int(m) * 60 + float(s) for h, m, s in stamps]

    assert seconds == sorted(seconds)
    assert seconds[-1] > 240


def test_the_scan_is_damaged_the_way_scans_are():
    make = script("make_women")
    master = (MASTERS / "hasseloe_kvinde.txt").read_text(encoding="utf-8")
    letters = make.scanned_letters(master)
    read = {one: Counter() for one in "æøå"}
    for piece, place in letters:
        if place < len(master) and master[place] in read and not piece.endswith("\n"):
            read[master[place]][piece] += 1

    assert "".join(piece for piece, _ in letters) == stored_text(
        TRANSCRIPTS / "hasseloe_kvinde.txt"
    )
    for letter, forms in read.items():
        assert 0.8 < 1 - forms[letter] / forms.total() < 1
    assert [forms.most_common(1)[0][0] for forms in read.values()] == ["ae", "g", "a"]
    assert "-\n" in "".join(piece for piece, _ in letters)


def test_the_scan_keeps_who_speaks():
    damaged = stored_text(TRANSCRIPTS / "hasseloe_kvinde.txt")
    master = (MASTERS / "hasseloe_kvinde.txt").read_text(encoding="utf-8")

    assert re.findall(r"^\w+: ", damaged, re.MULTILINE) == re.findall(
        r"^\w+: ", master, re.MULTILINE
    )


def test_the_formats_are_made_again_from_the_masters(tmp_path):
    made = script("make_women").make(tmp_path, office=False)

    assert len(made) == 6
    for file in made:
        if file.suffix == ".docx":
            shipped, again = TRANSCRIPTS / file.name, file
            with zipfile.ZipFile(shipped) as one, zipfile.ZipFile(again) as other:
                part = "word/document.xml"
                assert one.read(part) == other.read(part)
        else:
            assert file.read_bytes() == (TRANSCRIPTS / file.name).read_bytes()


def test_the_quotes_stand_in_the_women_s_files_as_stored(women, tags):
    texts = {name: stored_text(TRANSCRIPTS / file) for name, file in women["file"].items()}

    for tag in tags.itertuples():
        assert texts[tag.document].count(tag.quote) >= int(tag.occurrence), tag.quote
        if women["file"][tag.document].endswith((".pdf", ".vtt")):
            lines = texts[tag.document].splitlines()
            assert any(tag.quote in line for line in lines), tag.quote


def test_the_women_s_tags_use_the_codebook_and_no_quote_is_the_interviewer_s(women, tags):
    codes = set(Codebook.load("kib").codes()["code"])
    texts = {name: stored_text(TRANSCRIPTS / file) for name, file in women["file"].items()}

    assert set(tags["code"]) <= codes
    assert set(tags["polarity"]) <= {"", "promotes", "hinders"}
    for tag in tags.itertuples():
        before = texts[tag.document].split(tag.quote)[0]
        speakers = re.findall(r"^(?:<v )?(\w+)[:>]", before, re.MULTILINE)
        assert speakers[-1] != "Interviewer", tag.quote


def test_two_coders_read_the_women_and_differ_honestly(women, tags):
    by_coder = tags.groupby("coder")
    anna = {
        tag[1:] for tag in by_coder.get_group("anna")[["document", "code", "quote"]].itertuples()
    }
    bo = {tag[1:] for tag in by_coder.get_group("bo")[["document", "code", "quote"]].itertuples()}
    codes = [{(document, code) for document, code, _ in coder} for coder in (anna, bo)]

    assert len(tags) >= 140
    assert set(by_coder.get_group("anna")["document"]) == set(women.index)
    assert by_coder.get_group("bo")["document"].nunique() == 5
    assert 3 <= len(anna & bo) < len(bo) / 2
    assert len(codes[0] & codes[1]) >= len(bo) / 3


# ── The places, the boards and the judgements ──


def test_the_places_are_told_apart_by_how_they_are_organised(persons):
    cases = table("cases.csv").set_index("case")

    assert dict(Counter(cases["team_type"])) == {"jobcenterteam": 4, "tværgående": 2, "ekstern": 2}
    assert persons.groupby("case").size().to_dict() == cases["participants"].astype(int).to_dict()
    assert cases["participants"].astype(int).sum() / cases["agreed_number"].astype(
        int
    ).sum() == pytest.approx(1.022, abs=0.002)


def test_the_boards_hold_what_each_and_all_found_important():
    statements = table("statements.csv")

    assert list(statements) == ["case", "participant", "role", "statement", "scope", "priority"]
    assert statements.groupby("case").size().between(6, 10).all()
    assert statements["case"].nunique() == 8
    assert set(statements["scope"]) == {"individual", "group"}
    assert (statements["participant"].eq("") == statements["scope"].eq("group")).all()
    assert set(statements["priority"]) <= {"", "1", "2", "3"}
    assert not statements.duplicated(["case", "statement"]).any()


def test_the_boards_name_those_who_speak_in_the_interviews():
    statements = table("statements.csv")
    cases = table("cases.csv").set_index("case")["label"]
    gone = {"Hanne"}

    for row in statements[statements["participant"] != ""].itertuples():
        label = cases[row.case].lower().replace("å", "aa").replace("ø", "oe").replace("æ", "ae")
        text = (MASTERS / f"{label}_gruppe.txt").read_text(encoding="utf-8")
        assert row.participant in gone or f"{row.participant} ({row.role}): " in text


def test_the_judgements_fill_the_matrix_with_evidence_for_and_against():
    judgements = table("judgements.csv")
    cells = judgements.drop_duplicates(["team_type", "focus"])
    codes = set(Codebook.load("kib").codes()["code"])

    assert len(cells) == 9
    assert set(judgements["level"]) == {"low", "middle", "high"}
    assert set(judgements["uncertain"]) == {"yes", "no"}
    assert set(judgements["stance"]) == {"supports", "contradicts", "qualifies"}
    assert set(" ".join(judgements["intervention"]).split()) <= codes
    same = judgements.groupby(["team_type", "focus"])[["level", "uncertain", "rationale"]].nunique()
    assert (same == 1).all(axis=None)


def test_the_quotes_of_the_judgements_stand_in_the_masters():
    texts = {
        group: [words(one.read_text(encoding="utf-8")) for one in MASTERS.glob(f"*_{group}.txt")]
        for group in ("gruppe", "kvinde")
    }

    for row in table("judgements.csv").itertuples():
        group = "gruppe" if row.document.startswith("Gruppe") else "kvinde"
        assert sum(row.quote in text for text in texts[group]) == 1, row.quote


# ── The survey ──


def test_the_answers_are_made_again_by_their_script(tmp_path):
    made = script("make_survey").make(tmp_path / "survey.csv")

    assert made.read_bytes() == (SAMPLE / "survey.csv").read_bytes()


@pytest.mark.parametrize(
    ("item", "wave", "share"),
    [
        ("samarbejde_familie", "2020", 0.32),
        ("samarbejde_familie", "2022", 0.43),
        ("leder_foelger_op", "2022", 0.66),
        ("tid_til_samarbejde", "2022", 0.49),
        ("andre_metoder", "2020", 0.34),
        ("andre_metoder", "2022", 0.63),
        ("viden_trivsel", "2020", 0.35),
        ("viden_trivsel", "2022", 0.54),
        ("viden_beskaeftigelse", "2020", 0.41),
        ("viden_beskaeftigelse", "2022", 0.58),
    ],
)
def test_the_share_of_high_answers_is_the_published_one(item, wave, share):
    answers = table("survey.csv")
    asked = answers[(answers["item"] == item) & (answers["wave"] == wave)]
    given = asked[asked["answer"] != ""]["answer"].astype(int)

    assert (given >= 4).mean() == pytest.approx(share, abs=WITHIN)


def test_the_answers_have_a_scale_holes_and_people_who_stayed():
    answers = table("survey.csv")
    items = table("survey_items.csv")
    asked = answers.groupby(["wave", "item"]).size()

    assert list(answers) == ["respondent", "case", "role", "wave", "item", "answer"]
    assert set(answers["answer"]) == {"", "1", "2", "3", "4", "5"}
    assert 0.02 < (answers["answer"] == "").mean() < 0.08
    assert not answers.duplicated(["respondent", "wave", "item"]).any()
    assert {(wave, row.item) for row in items.itertuples() for wave in row.waves.split()} == set(
        asked.index
    )
    both = answers.groupby("respondent")["wave"].nunique()
    assert 0.4 < (both == 2).mean() < 0.8


# ── The months ──


def test_the_months_are_made_again_by_their_script(tmp_path):
    made = script("make_months").make(tmp_path / "months.csv.gz")
    shipped = SAMPLE / "months.csv.gz"

    assert gzip.decompress(made.read_bytes()) == gzip.decompress(shipped.read_bytes())
    assert shipped.stat().st_size < 1_000_000


def test_another_seed_tells_of_other_women(tmp_path):
    other = script("make_months").make(tmp_path / "months.csv.gz", seed=1)

    assert gzip.decompress(other.read_bytes()) != gzip.decompress(
        (SAMPLE / "months.csv.gz").read_bytes()
    )


def test_the_months_have_a_row_for_each_woman_and_month_since_she_came(months, persons):
    assert list(months) == [
        *("person", "case", "category", "entry", "exit", "month", "hours"),
        *("su", "benefit", "placement", "wage_subsidy", "fleksjob", "pension"),
    ]
    assert len(persons) == 400
    assert not months.duplicated(["person", "month"]).any()
    fixed = ["person", "case", "category", "entry", "exit"]
    assert len(months.drop_duplicates(fixed)) == 400
    first_last = months.groupby("person")["month"].agg(["min", "max", "size"])
    assert (first_last["min"] == persons["entry"].reindex(first_last.index)).all()
    assert set(first_last["max"]) == {LAST_MONTH}
    numbers = months["month"].str[:4].astype(int) * 12 + months["month"].str[5:].astype(int)
    since = numbers.groupby(months["person"]).agg(lambda one: one.max() - one.min() + 1)
    assert (since == first_last["size"]).all()
    assert numbers.max() - (2019 * 12 + 1) + 1 == 50


def test_nobody_does_what_cannot_be_done_at_once(months):
    flags = months[["su", "benefit", "placement", "wage_subsidy", "fleksjob", "pension"]]

    assert set(np.unique(flags)) == {0, 1}
    assert months["hours"].between(0, 37).all()
    other = months["hours"].gt(0) | flags[["su", "placement", "wage_subsidy"]].eq(1).any(axis=1)
    assert not (other & months["pension"].eq(1)).any()
    assert not (flags["benefit"].eq(1) & flags[["pension", "fleksjob"]].eq(1).any(axis=1)).any()
    assert not (months["hours"].gt(0) & flags[["wage_subsidy", "fleksjob"]].eq(1).any(axis=1)).any()
    left = months["exit"] != ""
    assert (months.loc[left, "exit"] >= months.loc[left, "entry"]).all()
    assert (months.loc[left, "exit"] <= PROJECT_END).all()


def test_the_table_holds_what_a_rule_set_must_decide(months, persons):
    at_most = months.groupby("person")["hours"].max()

    assert (at_most == 18.5).sum() == 2
    assert ((months["su"] == 1) & (months["placement"] == 1)).any()
    assert (months["hours"].between(0.1, 18.4) & months["benefit"].eq(1)).any()
    assert (months["hours"].between(0.1, 18.4) & months["benefit"].eq(0)).any()
    late = months[months["month"] > PROJECT_END].groupby("person")["hours"].max()
    before = months[months["month"] <= PROJECT_END].groupby("person")["hours"].max()
    assert ((late > 0) & (before.reindex(late.index) == 0)).any()
    assert (persons["exit"] == "").any()


def in_project(months, until):
    """The months in which a goal counts: until she left, until the project ended, or all."""
    if until == "the end of the table":
        return months
    over = months["month"] > PROJECT_END
    if until == "her exit":
        over |= (months["exit"] != "") & (months["month"] > months["exit"])
    return months[~over]


def highest_goal(months, persons, least):
    """Each woman's highest goal, 0 for none; `least` decides where exactly 18.5 hours belong."""
    full = months["hours"].ge(18.5) if least == "at least" else months["hours"].gt(18.5)
    one = full | months["su"].eq(1)
    two = months["hours"].gt(0)
    three = months["placement"].eq(1) | months["wage_subsidy"].eq(1)
    goal = pd.Series(np.select([one, two, three], [1, 2, 3], 9), index=months.index)
    best = goal.groupby(months["person"]).min().reindex(persons.index).fillna(9)
    return best.replace(9, 0).astype(int)


def sustained(months):
    """Work in three months running of the last six: more or less than part-time, or none."""
    last = months[months["month"] >= WINDOW].pivot(index="person", columns="month", values="hours")

    def kind(hours):
        runs = [hours[at : at + 3] for at in range(4) if (hours[at : at + 3] > 0).all()]
        return "none" if not runs else "full" if max(map(np.mean, runs)) > 18.5 else "part"

    return last.apply(lambda row: kind(row.to_numpy()), axis=1)


@pytest.fixture(
    scope="module",
    params=[
        (until, least)
        for until in ("her exit", "the end of the project", "the end of the table")
        for least in ("more than", "at least")
    ],
    ids=" and ".join,
)
def goals(request, months, persons):
    until, least = request.param
    return highest_goal(in_project(months, until), persons, least)


def test_the_women_came_with_the_published_categories(persons):
    shares = persons["category"].value_counts(normalize=True)

    assert 0.5 < shares["aktivitetsparat"] < 0.6
    assert shares["jobparat"] == pytest.approx(0.25, abs=0.04)
    assert shares["selvforsørgende"] == pytest.approx(0.07, abs=WITHIN)
    assert shares["øvrig ydelse"] == pytest.approx(0.08, abs=WITHIN)


def test_the_goals_are_reached_as_published(goals, persons):
    shares = goals.value_counts(normalize=True)
    unready = persons["category"] == "aktivitetsparat"

    assert shares[1] == pytest.approx(0.38, abs=WITHIN)
    assert shares[2] == pytest.approx(0.12, abs=WITHIN)
    assert shares[3] == pytest.approx(0.22, abs=WITHIN)
    assert goals.isin([1, 2]).mean() == pytest.approx(0.50, abs=WITHIN)
    assert goals[unready].isin([1, 2]).mean() == pytest.approx(0.33, abs=WITHIN)


def test_work_lasts_as_published(goals, months, persons):
    lasting = sustained(months)
    unready = persons["category"] == "aktivitetsparat"
    shares = pd.crosstab(goals, lasting.reindex(goals.index), normalize="index")
    same = pd.crosstab(goals[unready], lasting.reindex(goals.index)[unready], normalize="index")

    assert shares.loc[1, "full"] == pytest.approx(0.47, abs=WITHIN)
    assert shares.loc[1, "part"] == pytest.approx(0.20, abs=WITHIN)
    assert shares.loc[2, "full"] == pytest.approx(0.02, abs=WITHIN)
    assert shares.loc[2, "part"] == pytest.approx(0.33, abs=WITHIN)
    assert shares.loc[3, "none"] == 1
    assert same.loc[1, "full"] == pytest.approx(shares.loc[1, "full"], abs=0.03)


def test_the_women_stand_at_the_end_where_published(months, persons):
    end = months[months["month"] == LAST_MONTH].set_index("person")
    work = end["hours"].gt(0) | end["su"].eq(1)
    unready = persons["category"].reindex(end.index) == "aktivitetsparat"
    benefit = end["benefit"].eq(1) & ~work

    assert work.mean() == pytest.approx(0.32, abs=WITHIN)
    assert end["fleksjob"].mean() == pytest.approx(0.02, abs=0.01)
    assert end["pension"].mean() == pytest.approx(0.05, abs=WITHIN)
    assert benefit.mean() == pytest.approx(0.51, abs=WITHIN)
    assert work[unready].mean() == pytest.approx(0.22, abs=WITHIN)
    assert end["fleksjob"][unready].mean() == pytest.approx(0.03, abs=WITHIN)
    assert end["pension"][unready].mean() == pytest.approx(0.09, abs=WITHIN)


def test_the_places_differ_as_the_interviews_say(months, persons):
    goals = highest_goal(in_project(months, "the end of the project"), persons, "more than")
    reached = goals.isin([1, 2]).groupby(persons["case"]).mean()
    kept = sustained(months).reindex(persons.index).ne("none").groupby(persons["case"]).mean()
    unready = (persons["category"] == "aktivitetsparat").groupby(persons["case"]).mean()
    reached, kept, unready = (
        one.rename(lambda case: case.removesuffix(" Kommune")) for one in (reached, kept, unready)
    )
    high, low = ["Nørrevang", "Vesterlund", "Ravnsø", "Egebæk"], ["Åmose", "Hasselø"]

    assert reached[high].min() > reached["Sønderkær"] > reached[low].max()
    assert kept[high].min() > 2 * kept[[*low, "Klintholm", "Sønderkær"]].max()
    assert unready["Vesterlund"] == pytest.approx(unready["Åmose"], abs=0.03)


def test_the_table_reads_the_same_without_pandas(months):
    import csv

    raw = gzip.decompress((SAMPLE / "months.csv.gz").read_bytes()).decode()
    rows = list(csv.DictReader(io.StringIO(raw)))

    assert len(rows) == len(months)
    assert sum(float(row["hours"]) for row in rows) == pytest.approx(months["hours"].sum())
