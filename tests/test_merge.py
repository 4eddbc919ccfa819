"""Two copies of a project worked on apart become one: nothing is lost, and what came is told."""

from __future__ import annotations

import hashlib
import shutil
import sqlite3
import subprocess
import sys
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from icmo import Codebook, Error, Project
from icmo.project import ProjectWarning, merging
from icmo.project.merging import report_sentences

TEXT = (
    "Interviewer: Hvad hjalp dig i gang?\n\n"
    "Ayşe: At jeg fik løn 😀 for det, og at nogen spurgte, hvad jeg selv ville.\n\n"
    "Åse: Vi gik derhen sammen hver uge, også når det regnede.\n"
)
OTHER = "Mette (sagsbehandler): Hun kom, fordi vi ringede to gange.\n"
CODEBOOK = """
families:
  - id: mechanism
    role: mechanism
    codes:
      - id: mening
        label: {da: Mening, en: Meaning}
        definition: {da: "Indsatsen giver mening for hende.", en: "The effort makes sense to her."}
  - id: outcome
    role: outcome
    codes:
      - id: job
        label: {da: Job, en: Job}
        definition: {da: "Hun har fået et arbejde.", en: "She has got a job."}
"""
#: Tables whose rows the journal accounts for.
TABLES = (
    *("assignments", "cases", "codebooks", "configurations", "documents"),
    *("evidence", "memos", "questions", "tags"),
)


def book(extra="", text=CODEBOOK):
    return Codebook.parse(text + extra, "theory.yaml", "theory")


def code(id_):
    return f"""      - id: {id_}
        label: {{da: {id_}, en: {id_}}}
        definition: {{da: "Om {id_}.", en: "About {id_}."}}
"""


def write(folder, name, text):
    (folder / name).write_text(text, encoding="utf-8")
    return folder / name


@pytest.fixture
def apart(tmp_path):
    """Give anna's project and the copy that bo works on, made when two documents were there."""
    with Project.create(tmp_path / "anna.icmo", book(), coder="anna") as project:
        project.import_documents([write(tmp_path, "ayse.txt", TEXT)])
        project.import_documents([write(tmp_path, "mette.txt", OTHER)])
        project.tag("ayse", *span("nogen spurgte"), "mening", note="fælles")
    shutil.copy(tmp_path / "anna.icmo", tmp_path / "bo.icmo")
    with (
        Project.open(tmp_path / "anna.icmo", coder="anna") as anna,
        Project.open(tmp_path / "bo.icmo", coder="bo") as bo,
    ):
        yield anna, bo


def span(words, text=TEXT):
    return text.index(words), text.index(words) + len(words)


def the_tag(project):
    return project.tags().query("note == 'fælles'")["tag"].item()


def outcomes(report, what):
    return report[report["what"] == what]["outcome"].tolist()


def conflicts(report):
    return report[report["outcome"] == "conflict"]["sentence"].tolist()


def state(path):
    """Everything the journal accounts for, as it stands in the file."""
    with sqlite3.connect(path) as connection:
        return {name: sorted(connection.execute(f'SELECT * FROM "{name}"')) for name in TABLES}


def digest(path):
    return hashlib.sha256(path.read_bytes()).hexdigest()


def sound(project):
    return project.check().to_dict("records") == []


# ── union ────────────────────────────────────────────────────────────────────────────────────


def test_what_two_coders_tagged_apart_is_all_there_and_each_tag_knows_its_coder(apart):
    anna, bo = apart
    anna.tag("ayse", *span("løn 😀 for det"), "job", polarity="promotes")
    bo.tag("ayse", *span("løn 😀"), "job")
    bo.tag("mette", *span("ringede to gange", OTHER), "mening", note="æøå")

    report = anna.merge(bo.path)

    assert sorted(zip(anna.tags()["coder"], anna.tags()["text"], strict=True)) == [
        ("anna", "løn 😀 for det"),
        ("anna", "nogen spurgte"),
        ("bo", "løn 😀"),
        ("bo", "ringede to gange"),
    ]
    assert report[["what", "from", "outcome", "document", "coder"]].values.tolist() == [
        ["tag", "there", "taken", "ayse", "bo"],
        ["tag", "there", "taken", "mette", "bo"],
        ["tag", "here", "kept", "ayse", "anna"],
    ]
    assert sound(anna)


def test_merging_either_way_gives_the_same_tags(apart, tmp_path):
    anna, bo = apart
    anna.tag("ayse", *span("løn"), "job")
    bo.tag("ayse", *span("løn"), "job")
    bo.untag(the_tag(bo))
    shutil.copy(bo.path, tmp_path / "bo-before.icmo")

    bo.merge(anna.path)
    anna.merge(tmp_path / "bo-before.icmo")

    columns = ["tag", "document", "coder", "code", "start", "end", "note"]
    assert anna.tags()[columns].equals(bo.tags()[columns])
    assert len(anna.tags()) == 2


def test_merging_the_same_copy_again_changes_nothing_and_says_so(apart):
    anna, bo = apart
    bo.tag("ayse", *span("løn"), "job")
    anna.merge(bo.path)
    before = state(anna.path), len(anna.history())

    report = anna.merge(bo.path)

    assert report_sentences(report) == ["The other copy has nothing new."]
    assert list(report.columns) == [
        *("what", "id", "from", "outcome", "document", "coder", "sentence")
    ]
    assert (state(anna.path), len(anna.history())) == before


def test_what_is_done_after_a_merge_is_taken_by_the_next_and_what_was_removed_stays_removed(apart):
    anna, bo = apart
    first = bo.tag("ayse", *span("løn"), "job")
    second = bo.tag("ayse", *span("Åse"), "job")
    anna.merge(bo.path)
    anna.untag(first)
    bo.change_tag(second, note="set igen")

    report = anna.merge(bo.path)

    assert conflicts(report) == []
    assert anna.tags()["note"].tolist() == ["fælles", "set igen"]
    assert sound(anna)


def test_what_came_from_here_and_was_removed_since_does_not_come_back(apart):
    anna, bo = apart
    tag = anna.tag("ayse", *span("løn"), "job")
    anna.change_tag(the_tag(anna), note="fælles", polarity="promotes")
    bo.merge(anna.path)
    bo.tag("ayse", *span("Åse"), "job")
    anna.untag(tag)
    anna.change_tag(the_tag(anna), polarity="hinders")

    report = anna.merge(bo.path)

    assert set(anna.tags()["text"]) == {"nogen spurgte", "Åse"}
    assert anna.tags().query("note == 'fælles'")["polarity"].tolist() == ["hinders"]
    assert conflicts(report) == []
    assert sound(anna)


def test_three_copies_merge_in_any_order(apart, tmp_path):
    anna, bo = apart
    shutil.copy(bo.path, tmp_path / "carl.icmo")
    with Project.open(tmp_path / "carl.icmo", coder="carl") as carl:
        carl.tag("ayse", *span("løn"), "job")
        bo.tag("ayse", *span("løn"), "job")
        bo.merge(carl.path)
        anna.merge(bo.path)

        assert len(anna.merge(carl.path)) == 0
    assert sorted(anna.tags()["coder"]) == ["anna", "bo", "carl"]
    assert sound(anna)


def test_the_other_file_is_not_touched_and_no_copy_of_it_is_left(apart, tmp_path, monkeypatch):
    anna, bo = apart
    bo.tag("ayse", *span("løn"), "job")
    bo.close()
    (tmp_path / "tmp").mkdir()
    monkeypatch.setattr("tempfile.tempdir", str(tmp_path / "tmp"))
    before, files = digest(bo.path), sorted(tmp_path.iterdir())

    anna.merge(bo.path)

    assert digest(bo.path) == before
    assert sorted(tmp_path.iterdir()) == files
    assert list((tmp_path / "tmp").iterdir()) == []


def test_a_copy_whose_writer_was_killed_is_merged_and_left_as_it_is(apart):
    anna, bo = apart
    bo.tag("ayse", *span("løn"), "job")
    bo.close()
    kill = (
        "import os, sqlite3, sys\n"
        "c = sqlite3.connect(sys.argv[1], isolation_level=None)\n"
        "c.execute('PRAGMA cache_size = 1'); c.execute('BEGIN IMMEDIATE')\n"
        "c.execute('UPDATE texts SET text = text || hex(zeroblob(90000))')\n"
        "c.execute('DELETE FROM tags'); os._exit(9)\n"
    )
    subprocess.run([sys.executable, "-c", kill, str(bo.path)], check=False)
    journal = bo.path.with_name("bo.icmo-journal")
    before = digest(bo.path), digest(journal)

    anna.merge(bo.path)

    assert (digest(bo.path), digest(journal)) == before
    assert sorted(anna.tags()["coder"]) == ["anna", "bo"]


def test_a_copy_of_an_older_version_is_merged_and_stays_of_that_version(tmp_path):
    older = Path(__file__).parent / "data" / "projects" / "v1.icmo"
    for name in ("anna.icmo", "bo.icmo"):
        shutil.copy(older, tmp_path / name)
    with sqlite3.connect(tmp_path / "bo.icmo") as connection:
        names = 'tag, document, coder, code, start, "end", polarity, note, created'
        connection.execute(
            f"INSERT INTO tags ({names}) SELECT 'new', document, 'bo', code, start, \"end\", "
            "polarity, 'fra bo', created FROM tags LIMIT 1"
        )
        connection.execute(
            "INSERT INTO journal (line, created, coder, act, target) "
            "SELECT max(line) + 1, '2026-01-01', 'bo', 'tag', 'new' FROM journal"
        )
    before = digest(tmp_path / "bo.icmo")
    with pytest.warns(ProjectWarning):
        opened = Project.open(tmp_path / "anna.icmo", coder="anna")
    with opened as anna:
        removed = anna.tags()["tag"][0]
        count = len(anna.tags())
        anna.untag(removed)

        report = anna.merge(tmp_path / "bo.icmo")

        assert report.query("outcome == 'taken'")["id"].tolist() == ["new"]
        assert conflicts(report) == []
        assert len(anna.tags()) == count
        assert removed not in set(anna.tags()["tag"])
        assert digest(tmp_path / "bo.icmo") == before
        assert sound(anna)


# ── refusals ─────────────────────────────────────────────────────────────────────────────────


def test_what_is_no_copy_of_the_project_is_refused_in_one_sentence(apart, tmp_path):
    anna, _ = apart
    with Project.create(tmp_path / "new.icmo", book(), coder="anna") as project:
        other = project.path
    text = write(tmp_path, "no.icmo", "a letter, not a project" * 20)
    newer = tmp_path / "newer.icmo"
    shutil.copy(anna.path, newer)
    with sqlite3.connect(newer) as connection:
        connection.execute("PRAGMA user_version = 99")

    for path, words in (
        (other, "is another project, not a copy of"),
        (anna.path, "is the project itself. Name the other copy."),
        (text, "no.icmo"),
        (newer, "newer.icmo"),
        (tmp_path / "none.icmo", "there is no such project"),
        (tmp_path, str(tmp_path)),
    ):
        with pytest.raises(Error, match=words) as error:
            anna.merge(path)
        assert "\n" not in str(error.value)


def test_nobody_merges_without_a_name(apart, monkeypatch):
    anna, bo = apart
    monkeypatch.delenv("ICMO_CODER", raising=False)

    with Project.open(anna.path) as nobody, pytest.raises(Error, match="coder"):
        nobody.merge(bo.path)


def test_a_merge_that_fails_on_the_way_leaves_nothing_of_it(apart, monkeypatch):
    anna, bo = apart
    bo.tag("ayse", *span("løn"), "job")
    before = state(anna.path), anna.history()

    def stop(_):
        raise KeyboardInterrupt

    monkeypatch.setattr(merging, "tell_unknown_codes", stop)
    with pytest.raises(KeyboardInterrupt):
        anna.merge(bo.path)

    assert state(anna.path) == before[0]
    assert anna.history().equals(before[1])


# ── conflicts ────────────────────────────────────────────────────────────────────────────────


def test_a_tag_changed_on_one_side_is_as_that_side_has_it(apart):
    anna, bo = apart
    bo.change_tag(the_tag(bo), note="fælles", polarity="hinders")

    report = anna.merge(bo.path)

    assert anna.tags()["polarity"].tolist() == ["hinders"]
    assert outcomes(report, "tag") == ["taken"]


def test_a_tag_changed_on_both_sides_stays_and_a_memo_has_the_other(apart):
    anna, bo = apart
    tag = the_tag(anna)
    anna.change_tag(tag, polarity="promotes")
    bo.change_tag(tag, polarity="hinders", note="bo er uenig")

    report = anna.merge(bo.path)

    assert anna.tags()[["polarity", "note"]].values.tolist() == [["promotes", "fælles"]]
    assert conflicts(report) == [
        "The code mening on characters {}–{} of ".format(*span("nogen spurgte"))
        + '"ayse" (anna): changed in both copies. It stays as it was here; a memo has the other '
        "copy's. Change it if the other was right."
    ]
    memo = anna.memos().iloc[0]
    assert (memo["target_kind"], memo["target"], memo["coder"]) == ("tag", tag, "anna")
    assert "polarity: hinders; note: bo er uenig" in memo["text"]
    assert sound(anna)


def test_the_same_change_on_both_sides_is_no_conflict(apart):
    anna, bo = apart
    for project in (anna, bo):
        project.change_tag(the_tag(project), polarity="promotes")

    assert outcomes(anna.merge(bo.path), "tag") == ["same"]


@pytest.mark.parametrize("removed_here", [True, False])
def test_a_tag_removed_on_one_side_and_changed_on_the_other_is_there_and_told(apart, removed_here):
    anna, bo = apart
    tag = the_tag(anna)
    remover, changer = (anna, bo) if removed_here else (bo, anna)
    remover.untag(tag)
    changer.change_tag(tag, polarity="hinders")

    report = anna.merge(bo.path)

    assert anna.tags()["polarity"].tolist() == ["hinders"]
    assert outcomes(report, "tag") == ["conflict"]
    assert ("taken away here" in conflicts(report)[0]) == removed_here
    assert sound(anna)


def test_a_tag_removed_on_one_side_is_removed_and_an_undone_one_does_not_come(apart):
    anna, bo = apart
    bo.untag(the_tag(bo))
    bo.tag("ayse", *span("løn"), "job")
    bo.undo()

    report = anna.merge(bo.path)

    assert len(anna.tags()) == 0
    assert outcomes(report, "tag") == ["taken"]


def test_the_same_tag_made_on_both_sides_is_there_once(apart):
    anna, bo = apart
    with Project.open(bo.path, coder="anna") as at_home:
        at_home.tag("ayse", *span("løn"), "job")
        other = at_home.tag("ayse", *span("Åse"), "job", polarity="hinders", note="hjemme")
        at_home.memo(other, "Se på den igen.")
    anna.tag("ayse", *span("løn"), "job")
    mine = anna.tag("ayse", *span("Åse"), "job", polarity="promotes")

    report = anna.merge(bo.path)

    assert set(anna.tags()["text"]) == {"nogen spurgte", "Åse", "løn"}
    assert len(anna.tags()) == 3
    assert sorted(outcomes(report, "tag")) == ["conflict", "same"]
    assert set(anna.memos()["target"]) == {mine}
    assert any("polarity: hinders; note: hjemme" in text for text in anna.memos()["text"])
    assert sound(anna)


# ── documents ────────────────────────────────────────────────────────────────────────────────


def test_the_same_document_imported_on_both_sides_is_one_document(apart, tmp_path):
    anna, bo = apart
    text = "Bo: Det var 😀 godt.\n"
    anna.import_documents([write(tmp_path, "tredje.txt", text)])
    bo.import_documents([tmp_path / "tredje.txt"])
    bo.tag("tredje", 4, 7, "job")
    bo.assign("tredje", ["bo"])
    bo.memo("tredje", "Kort interview.")
    configuration = bo.configure(mechanism=["mening"], title="K")
    bo.add_evidence(configuration, "tredje", 4, 7)

    report = anna.merge(bo.path)

    assert anna.documents()["name"].tolist() == ["ayse", "mette", "tredje"]
    document = anna.documents()["document"].tolist()[2]
    assert anna.tags().query("code == 'job'")["document"].tolist() == [document]
    assert anna.memos()["target"].tolist() == [document]
    assert anna.evidence()["document"].tolist() == [document]
    assert anna.documents()["coders"].tolist()[2] == ("bo",)
    assert outcomes(report, "document") == ["same"]

    bo.tag("tredje", 8, 11, "job")
    anna.merge(bo.path)

    assert len(anna.tags().query("code == 'job'")) == 2
    assert sound(anna)


def test_a_new_document_comes_with_its_text_turns_and_tags(apart, tmp_path):
    anna, bo = apart
    bo.import_documents([write(tmp_path, "ny.txt", TEXT + "Åse: Ja.\n")])
    bo.tag("ny", *span("løn 😀"), "job")

    anna.merge(bo.path)

    assert anna.text("ny") == TEXT + "Åse: Ja.\n"
    assert anna.turns().equals(bo.turns())
    assert "løn 😀" in anna.tags()["text"].tolist()
    assert sound(anna)


def test_two_documents_of_one_name_are_both_kept_and_told(apart, tmp_path):
    anna, bo = apart
    anna.import_documents([write(tmp_path, "ny.txt", "A: Ja.\n")])
    bo.import_documents([write(tmp_path, "ny.txt", "B: Nej.\n")])

    report = anna.merge(bo.path)

    assert anna.documents()["name"].tolist() == ["ayse", "mette", "ny", "ny"]
    assert "both copies have a document of that name" in conflicts(report)[0]


def test_a_document_taken_back_there_goes_unless_it_was_used_here(apart):
    anna, bo = apart
    with Project.open(bo.path, coder="anna") as at_home:
        at_home.undo()
        at_home.undo()

    report = anna.merge(bo.path)
    assert anna.documents()["name"].tolist() == ["ayse"]
    assert outcomes(report, "document") == ["taken"]

    anna.undo()
    anna.tag("mette", 0, 5, "job")
    report = anna.merge(bo.path)
    assert anna.documents()["name"].tolist() == ["ayse", "mette"]
    assert outcomes(report, "document") == ["conflict"]
    assert sound(anna)


def test_a_document_taken_back_here_is_back_if_it_was_used_there(apart):
    anna, bo = apart
    anna.undo()
    anna.undo()
    bo.tag("mette", 0, 5, "job")

    report = anna.merge(bo.path)

    assert anna.documents()["name"].tolist() == ["ayse", "mette"]
    assert anna.tags()["text"].tolist() == ["Mette"]
    assert outcomes(report, "document") == ["conflict"]
    assert sound(anna)


CORRECTED = TEXT.replace("Hvad hjalp dig i gang", "Nå 🎉, hvad hjalp dig så i gang").replace(
    "løn 😀 for det", "løn 😀 for arbejdet"
)


@pytest.mark.parametrize("corrected_here", [True, False])
def test_a_text_corrected_on_one_side_takes_the_other_sides_tags_with_their_words(
    apart, corrected_here
):
    anna, bo = apart
    corrector, tagger = (anna, bo) if corrected_here else (bo, anna)
    corrector.replace_text("ayse", CORRECTED)
    tagger.tag("ayse", *span("løn 😀"), "job")
    tagger.tag("ayse", *span("Vi gik derhen"), "mening")
    tagger.change_tag(the_tag(tagger), polarity="promotes")
    tagger.add_evidence(tagger.configure(title="K"), "ayse", *span("også når det regnede"))

    report = anna.merge(bo.path)

    assert anna.text("ayse") == CORRECTED
    assert sorted(anna.tags()["text"]) == ["Vi gik derhen", "løn 😀", "nogen spurgte"]
    assert anna.tags().query("note == 'fælles'")["polarity"].tolist() == ["promotes"]
    assert anna.evidence()["text"].tolist() == ["også når det regnede"]
    assert conflicts(report) == []
    assert outcomes(report, "tag").count("re-anchored") == 3
    assert sound(anna)
    assert "løn" not in anna.history().to_csv()


@pytest.mark.parametrize("corrected_here", [True, False])
def test_a_tag_whose_words_are_gone_is_told_and_kept_as_a_memo(apart, corrected_here):
    anna, bo = apart
    corrector, tagger = (anna, bo) if corrected_here else (bo, anna)
    corrector.replace_text("ayse", TEXT.replace(", også når det regnede", ""))
    tagger.tag("ayse", *span("også når det regnede"), "job", polarity="hinders", note="vejr")

    report = anna.merge(bo.path)

    start, end = span("også når det regnede")
    assert anna.tags()["text"].tolist() == ["nogen spurgte"]
    assert "its words are not in the text in force" in conflicts(report)[0]
    memo = anna.memos().iloc[0]
    assert memo["target_kind"] == "document"
    assert all(word in memo["text"] for word in ("job", f"{start}–{end}", "hinders", "vejr"))
    assert "regnede" not in memo["text"]
    assert sound(anna)


def test_a_text_corrected_on_both_sides_is_ours_with_theirs_as_a_version(apart):
    anna, bo = apart
    anna.replace_text("ayse", CORRECTED)
    bo.replace_text("ayse", "Optaget 5. maj.\n\n" + TEXT)
    bo.tag("ayse", *(place + 17 for place in span("løn 😀")), "job")

    report = anna.merge(bo.path)

    assert anna.text("ayse") == CORRECTED
    assert anna.texts("ayse")["text"].tolist()[-1] == "Optaget 5. maj.\n\n" + TEXT
    assert sorted(anna.tags()["text"]) == ["løn 😀", "nogen spurgte"]
    assert len(conflicts(report)) == 1
    assert "kept as version 3" in conflicts(report)[0]
    assert sound(anna)


def test_a_correction_taken_back_there_is_no_correction(apart):
    anna, bo = apart
    bo.replace_text("ayse", CORRECTED)
    bo.undo()
    anna.tag("ayse", *span("løn"), "job")

    report = anna.merge(bo.path)

    assert anna.text("ayse") == TEXT
    assert conflicts(report) == []
    assert sorted(anna.tags()["text"]) == ["løn", "nogen spurgte"]


def test_what_was_erased_here_does_not_come_back(apart):
    anna, bo = apart
    bo.tag("mette", 0, 5, "job")
    bo.tag("ayse", *span("løn"), "job")
    bo.replace_text("ayse", CORRECTED)
    anna.erase("mette", "bad om det")
    anna.erase("Ayşe", "bad om det")

    report = anna.merge(bo.path)

    assert anna.documents()["name"].tolist() == ["ayse"]
    assert "løn" not in "".join(anna.texts("ayse")["text"])
    assert len(conflicts(report)) >= 3
    assert sound(anna)
    for words in ("ringede to gange", "nogen spurgte", "løn 😀"):
        assert words.encode() not in anna.path.read_bytes()


def test_what_was_erased_there_and_is_still_here_is_told(apart):
    anna, bo = apart
    bo.erase("mette", "bad om det")

    report = anna.merge(bo.path)

    assert anna.documents()["name"].tolist() == ["ayse", "mette"]
    assert "erased in the other copy, but still here" in conflicts(report)[0]
    assert sound(anna)


# ── codebooks ────────────────────────────────────────────────────────────────────────────────


def test_a_codebook_changed_on_one_side_is_in_force(apart):
    anna, bo = apart
    bo.update_codebook(book(code("uddannelse")))
    bo.tag("ayse", *span("løn"), "uddannelse")

    report = anna.merge(bo.path)

    assert "uddannelse" in anna.codebook
    assert set(anna.tags()["family"]) == {"mechanism", "outcome"}
    assert conflicts(report) == []
    assert sound(anna)


def test_a_codebook_changed_on_both_sides_is_ours_and_codes_only_theirs_keep_their_tags(apart):
    anna, bo = apart
    anna.update_codebook(book(code("praktik")))
    bo.update_codebook(book(code("uddannelse")))
    bo.tag("ayse", *span("løn"), "uddannelse")

    report = anna.merge(bo.path)

    assert "praktik" in anna.codebook
    assert "uddannelse" not in anna.codebook
    assert len(anna.codebook_versions()) == 4
    tag = anna.tags().query("code == 'uddannelse'").iloc[0]
    assert (tag["family"], tag["role"]) == ("", "other")
    assert [row["what"] for row in report.query("outcome == 'conflict'").to_dict("records")] == [
        *("codebook", "code")
    ]
    assert anna.check()["check"].tolist() == ["code"]

    anna.update_codebook(book(code("praktik") + code("uddannelse")))

    assert sound(anna)
    assert len(anna.merge(bo.path)) == 0


# ── the rest ─────────────────────────────────────────────────────────────────────────────────


def test_configurations_cases_questions_and_memos_of_both_sides_are_there(apart, tmp_path):
    anna, bo = apart
    cases = write(tmp_path, "cases.csv", "case,label,team\nÅrby,Årby,intern\nØbo,Øbo,\n")
    anna.import_cases(cases)
    bo.import_cases(write(tmp_path, "cases.csv", "case,label,team\nÅrby,Årby,ekstern\nÆby,,\n"))
    bo.configure(mechanism=["mening"], title="Ringe op")
    bo.memo("project", "Husk referatet.")
    anna.memo("ayse", "God optagelse.")

    report = anna.merge(bo.path)

    teams = dict(zip(anna.cases()["case"], anna.cases()["team"], strict=True))
    assert set(teams) == {"Årby", "Øbo", "Æby"}
    assert teams["Årby"] == "intern"
    assert anna.configurations()["title"].tolist() == ["Ringe op"]
    assert len(anna.memos()) == 3
    assert [sentence.split(":")[0] for sentence in conflicts(report)] == ['The case "Årby"']
    assert sound(anna)


def test_finished_on_either_side_is_finished(apart):
    anna, bo = apart
    anna.assign("ayse", ["anna", "bo"])
    bo.assign("ayse", ["bo"])
    bo.mark_done("ayse")

    anna.merge(bo.path)

    row = anna.documents().iloc[0]
    assert (row["coders"], row["done"]) == (("anna", "bo"), ("bo",))
    assert sound(anna)


def test_a_configuration_taken_back_here_is_back_if_evidence_was_found_there(apart):
    anna, bo = apart
    configuration = anna.configure(title="K")
    bo.merge(anna.path)
    bo.add_evidence(configuration, "ayse", *span("løn"))
    anna.undo()

    report = anna.merge(bo.path)

    assert anna.configurations()["title"].tolist() == ["K"]
    assert len(anna.evidence()) == 1
    assert outcomes(report, "configuration") == ["conflict"]
    assert sound(anna)


# ── journal ──────────────────────────────────────────────────────────────────────────────────


def test_a_merge_is_one_act_and_taking_it_back_restores_exactly_what_was(apart, tmp_path):
    anna, bo = apart
    anna.tag("ayse", *span("løn"), "job")
    anna.change_tag(the_tag(anna), polarity="promotes")
    bo.change_tag(the_tag(bo), polarity="hinders")
    bo.replace_text("ayse", CORRECTED)
    bo.import_documents([write(tmp_path, "ny.txt", "A: Ja.\n")])
    bo.update_codebook(book(code("uddannelse")))
    bo.tag_many(
        {"document": bo.documents()["document"][0], "start": n, "end": n + 3, "code": "job"}
        | {"coder": "bo", "note": str(n)}
        for n in range(3)
    )
    before, tags = state(anna.path), anna.tags()
    anna.merge(bo.path)
    after = state(anna.path)

    anna.undo()
    assert state(anna.path) == before
    assert anna.tags().equals(tags)
    assert sound(anna)

    anna.redo()
    assert state(anna.path) == after
    assert sound(anna)


def test_what_was_taken_back_is_taken_again_by_the_next_merge(apart):
    anna, bo = apart
    bo.replace_text("ayse", CORRECTED)
    bo.tag("ayse", *span("løn 😀", CORRECTED), "job")
    report = anna.merge(bo.path)
    anna.undo()

    again = anna.merge(bo.path)

    assert again[["what", "outcome"]].equals(report[["what", "outcome"]])
    assert anna.text("ayse") == CORRECTED
    assert len(anna.tags()) == 2
    assert len(anna.merge(bo.path)) == 0
    assert sound(anna)


def test_many_tags_are_taken_and_taken_back_as_one(apart):
    anna, bo = apart
    document = bo.documents()["document"][0]
    bo.tag_many(
        {"document": document, "start": 0, "end": 1 + n % 90, "code": "job", "coder": f"c{n}"}
        for n in range(1500)
    )
    bo.change_tag(bo.tags().query("coder == 'c7'")["tag"].item(), note="ændret")
    bo.change_tag(the_tag(bo), note="ny")
    before = state(anna.path)

    anna.merge(bo.path)
    columns = ["tag", "coder", "start", "end", "polarity", "note"]
    assert anna.tags()[columns].equals(bo.tags()[columns])
    assert sound(anna)
    bo.merge(anna.path)
    assert anna.tags()[columns].equals(bo.tags()[columns])
    assert sound(bo)

    anna.undo()
    assert state(anna.path) == before
    assert sound(anna)


def test_the_history_tells_who_did_what_in_the_other_copy_and_the_merge(apart):
    anna, bo = apart
    bo.tag("ayse", *span("løn"), "job")
    bo.memo("ayse", "Godt.")

    anna.merge(bo.path)

    told = anna.history().tail(3)
    assert told["coder"].tolist() == ["bo", "bo", "anna"]
    assert told["state"].tolist() == ["forgotten", "forgotten", "done"]
    assert told["sentence"].tolist()[-1] == (
        "anna: føjede en anden kopi af projektet ind: 1 mærkning, 1 memo"
    )
    assert "merged" in anna.access()["act"].tolist()


# ── the command ──────────────────────────────────────────────────────────────────────────────


def icmo(*arguments):
    return subprocess.run(
        [sys.executable, "-m", "icmo", *map(str, arguments)],
        capture_output=True,
        text=True,
        encoding="utf-8",
        check=False,
    )


def test_the_command_tells_what_came_from_whom_and_what_to_decide(apart):
    anna, bo = apart
    bo.tag("ayse", *span("løn"), "job")
    anna.change_tag(the_tag(anna), note="a")
    bo.change_tag(the_tag(bo), note="b")

    done = icmo("merge", anna.path, bo.path, "--coder", "anna")
    again = icmo("merge", anna.path, bo.path, "--coder", "anna")
    wrong = icmo("merge", anna.path, anna.path, "--coder", "anna")
    misused = icmo("merge", anna.path)

    lines = done.stdout.splitlines()
    assert (done.returncode, done.stderr) == (0, "")
    assert lines[:2] == ["From the other copy: tags 1 (bo).", "1 things to decide on:"]
    assert lines[2].startswith("The code mening on characters ")
    assert again.stdout == "The other copy has nothing new.\n"
    assert (wrong.returncode, wrong.stdout, wrong.stderr.count("\n")) == (1, "", 1)
    assert misused.returncode == 2


def test_the_command_writes_csv_for_a_machine(apart):
    anna, bo = apart
    bo.tag("ayse", *span("løn"), "job")

    done = icmo("merge", anna.path, bo.path, "--coder", "anna", "--csv")

    assert done.stdout.splitlines()[0] == "what,id,from,outcome,document,coder,sentence"
    assert len(done.stdout.splitlines()) == 2


# ── whatever two people do ───────────────────────────────────────────────────────────────────

TEXTS = (TEXT, CORRECTED, "Optaget 5. maj.\n\n" + TEXT, TEXT.replace("hver uge, ", ""))
ACTS = st.lists(
    st.tuples(
        st.sampled_from(
            ("tag", "tag", "tag", "untag", "change", "text", "undo", "redo", "memo", "done")
        ),
        st.integers(0, 60),
        st.integers(1, 20),
        st.sampled_from(("mening", "job")),
    ),
    max_size=8,
)


def perform(project, acts):  # noqa: C901 - one line for each thing a person does
    """Do what was drawn; returns the tags that were deliberately taken away."""
    removed = set()
    for act, place, length, chosen in acts:
        tags = project.tags()
        tag = tags["tag"].iloc[place % len(tags)] if len(tags) else None
        before = set(tags["tag"])
        try:
            if act == "tag":
                project.tag("ayse", place, place + length, chosen)
            elif act == "untag" and tag:
                project.untag(tag)
            elif act == "change" and tag:
                project.change_tag(tag, note=f"{project.coder} {place}")
            elif act == "text":
                project.replace_text("ayse", TEXTS[place % len(TEXTS)], lose_tags=True)
            elif act == "undo":
                project.undo()
            elif act == "redo":
                project.redo()
            elif act == "memo":
                project.memo("ayse", f"{place}")
            elif act == "done":
                project.mark_done("ayse", done=bool(place % 2))
        except Error:
            continue
        now = set(project.tags()["tag"])
        removed = (removed | (before - now)) - now
    return removed


@settings(
    max_examples=30,
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow],
)
@given(first=ACTS, second=ACTS, third=ACTS)
def test_no_tag_is_missing_after_a_merge_that_nobody_took_away(
    tmp_path_factory, first, second, third
):
    folder = Path(tmp_path_factory.mktemp("apart"))
    with Project.create(folder / "anna.icmo", book(), coder="anna") as project:
        project.import_documents([write(folder, "ayse.txt", TEXT)])
        project.tag("ayse", *span("nogen spurgte"), "mening", note="fælles")
    shutil.copy(folder / "anna.icmo", folder / "bo.icmo")
    with (
        Project.open(folder / "anna.icmo", coder="anna") as anna,
        Project.open(folder / "bo.icmo", coder="bo") as bo,
    ):
        removed = perform(anna, first) | perform(bo, second)
        for acts in ((), third):
            removed |= perform(bo, acts)
            here, there = anna.tags(), bo.tags()
            before, was = digest(bo.path), state(anna.path)
            report = anna.merge(bo.path)

            lost = report[report["sentence"].str.contains("not in the text in force")]
            expected = {*here["tag"], *there["tag"]} - removed - set(lost["id"])
            assert expected - set(anna.tags()["tag"]) == set()
            assert len(lost) <= len(anna.memos())
            assert digest(bo.path) == before
            assert sound(anna)
            assert len(anna.merge(bo.path)) == 0
            if state(anna.path) != was:
                after = state(anna.path)
                anna.undo()
                assert state(anna.path) == was
                anna.redo()
                assert state(anna.path) == after
