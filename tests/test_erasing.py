"""Erasing: a document or what one participant said, gone from every byte that icmo wrote."""

from __future__ import annotations

import pytest

from icmo import Codebook, Error, Project, ProjectError

CANARY = "Papegøjevænget"
GROUP = (
    "Interviewer: Hvad hjalp?\n\n"
    "Mette: Vi gik ned til bageren med hende.\n\n"
    f"Amira: Jeg boede i {CANARY} dengang 😀 og kendte ingen.\n\n"
    "Mette: Ja, og så fik Amira løn.\n\n"
    "Amira: Det var min første løn.\n"
)
ALONE = f"Amira: Jeg ser {CANARY} fra mit vindue.\n"


@pytest.fixture
def folder(tmp_path):
    (tmp_path / "files").mkdir()
    (tmp_path / "files" / "gruppe.txt").write_text(GROUP, encoding="utf-8")
    (tmp_path / "files" / "amira.txt").write_text(ALONE, encoding="utf-8")
    return tmp_path / "work"


@pytest.fixture
def project(folder):
    folder.mkdir()
    with Project.create(folder / "p.icmo", Codebook.load("kib"), coder="anna") as project:
        project.import_documents(folder.parent / "files")
        yield project


def place(project, document, words):
    start = project.text(document).index(words)
    return start, start + len(words)


def tag(project, document, words, code="meningsfuldhed", note=""):
    return project.tag(document, *place(project, document, words), code, note=note)


def bytes_of(folder):
    return b"".join(path.read_bytes() for path in folder.rglob("*") if path.is_file())


def holds(folder, words):
    written = bytes_of(folder)
    return any(words.encode(encoding) in written for encoding in ("utf-8", "utf-16-le"))


def test_the_canary_would_be_found(project):
    assert holds(project.path.parent, CANARY)


def test_an_erased_document_leaves_no_trace_in_any_byte(project, folder):
    tag(project, "amira", CANARY, note=f"hun siger {CANARY}")
    project.memo("amira", f"om {CANARY}")
    project.replace_text("amira", ALONE.replace("vindue", "køkkenvindue"))
    project.erase("gruppe", "den anden tekst med ordet")

    project.erase("amira", "samtykket er trukket tilbage")

    assert not holds(folder, CANARY)
    assert len(project.documents()) == 0
    assert len(project.check()) == 0


def test_what_one_participant_said_goes_and_what_others_said_stays(project):
    project.erase("Amira", "samtykket er trukket tilbage")

    text = project.text("gruppe")
    assert CANARY not in text
    assert "min første løn" not in text
    assert "Vi gik ned til bageren med hende." in text
    assert text.count("[slettet]") == 2
    speakers = project.turns().groupby("document", sort=False)["speaker"].agg(list)
    assert ["Interviewer", "Mette", "Mette"] in speakers.tolist()


def test_tags_on_the_words_of_others_stay_on_their_words_and_the_participants_go(project):
    before = tag(project, "gruppe", "bageren")
    inside = tag(project, "gruppe", "kendte ingen")
    after = tag(project, "gruppe", "så fik Amira løn")
    across = tag(project, "gruppe", f"med hende.\n\nAmira: Jeg boede i {CANARY}")

    receipt = project.erase("Amira", "trukket tilbage")

    tags = project.tags().set_index("tag")["text"]
    assert tags[before] == "bageren"
    assert tags[after] == "så fik Amira løn"
    assert tags[across] == "med hende.\n\n"
    assert inside not in tags.index
    assert receipt["tags"] == 1
    assert len(project.check()) == 0


def test_backups_and_exports_are_removed_and_who_had_a_backup_has_a_clean_one(project, folder):
    backup = project.backup(folder / "kopi.icmo")
    export = folder / "tags.csv"
    export.write_text(CANARY, encoding="utf-8")
    project.exported(export)

    receipt = project.erase("Amira", "trukket tilbage")

    assert not holds(folder, CANARY)
    assert not export.exists()
    assert sorted(receipt["files"]) == ["kopi.icmo", "tags.csv"]
    with Project.open(backup) as again:
        assert len(again.documents()) == 2


def test_texts_that_wait_for_a_redo_of_their_import_go_too(project, folder):
    (folder.parent / "files" / "bo.txt").write_text(f"Bo: {CANARY} igen.\n", encoding="utf-8")
    project.import_documents(folder.parent / "files" / "bo.txt")
    project.undo()

    project.erase("Amira", "trukket tilbage")

    assert not holds(folder, CANARY)
    with pytest.raises(Error, match="nothing to do again"):
        project.redo()


def test_the_receipt_says_when_who_why_and_how_much_but_no_words(project):
    project.erase("Amira", "trukket tilbage")

    receipt = project.receipts().iloc[0]
    assert receipt[["coder", "target", "reason", "shortened"]].tolist() == [
        *("anna", "participant", "trukket tilbage", 2)
    ]
    assert "Amira" not in receipt.to_string()


def test_where_others_still_name_the_participant_is_said(project):
    receipt = project.erase("Amira", "trukket tilbage")

    assert len(receipt["mentions"]) == 2  # Mette says the name, and a document is called by it
    assert any('"gruppe"' in mention for mention in receipt["mentions"])


def test_an_erasure_cannot_be_undone_and_earlier_acts_on_other_texts_still_can(project):
    other = tag(project, "amira", "vindue")
    project.erase("gruppe", "trukket tilbage")

    project.undo()

    assert other not in project.tags()["tag"].tolist()
    assert len(project.documents()) == 1
    assert len(project.check()) == 0


def test_many_tags_put_in_at_once_are_accounted_for_after_an_erasure(project):
    gruppe = project.documents().set_index("name").loc["gruppe", "document"]
    amira = project.documents().set_index("name").loc["amira", "document"]
    rows = [
        {"document": document, "start": n, "end": n + 3, "code": code, "coder": "bo"}
        for document, sizes in ((gruppe, range(150)), (amira, range(30)))
        for n in sizes
        for code in list(project.codebook.labels())[:10]
    ]
    made = project.tag_many(rows)
    project.untag(made[0])
    project.change_tag(made[-1], note="nu")

    project.erase("Amira", "trukket tilbage")

    assert len(project.check()) == 0
    assert 0 < len(project.tags()) < len(rows)


def test_who_is_unknown_is_refused_with_the_nearest_name(project):
    with pytest.raises(ProjectError) as error:
        project.erase("Amirra", "trukket tilbage")

    assert str(error.value).endswith('Did you mean "Amira"?')


def test_nobody_erases_without_a_reason(project):
    with pytest.raises(ProjectError, match="A reason is missing"):
        project.erase("Amira", " ")


def test_an_erasure_that_was_cut_off_is_carried_through_at_the_next_opening(
    project, folder, monkeypatch
):
    project.backup(folder / "kopi.icmo")
    monkeypatch.setattr("icmo._store.Store.clean", lambda _self: 1 / 0)
    with pytest.raises(ZeroDivisionError):
        project.erase("Amira", "trukket tilbage")
    monkeypatch.undo()
    assert holds(folder, CANARY)

    Project.open(project.path).close()

    assert not holds(folder, CANARY)


def test_the_access_log_says_who_did_what_without_content(project):
    project.text("gruppe")
    project.backup()
    project.erase("Amira", "trukket tilbage")

    log = project.access()
    assert log["act"].tolist() == ["created", "read", "backup", "erased"]
    assert set(log["coder"]) == {"anna"}
    assert "Amira" not in log.to_csv()
    assert CANARY not in log.to_csv()


@pytest.mark.parametrize(
    ("tampering", "sentence"),
    [
        ("DELETE FROM access WHERE entry = 2", "lacks entry 2"),
        ("DELETE FROM access WHERE entry = 3", "lacks entry 3"),
        ("UPDATE access SET coder = 'bo' WHERE entry = 2", "entry 2 of the access log was altered"),
    ],
)
def test_an_entry_removed_or_altered_is_found(project, tampering, sentence):
    import sqlite3

    project.text("gruppe")
    project.backup()
    with sqlite3.connect(project.path) as connection:
        connection.execute(tampering)
    connection.close()

    assert sentence in project.check()["problem"].tolist()[0]


def test_entries_past_their_term_go_and_the_chain_still_holds(folder):
    folder.mkdir()
    moments = iter([*[f"2020-01-0{day}T12:00:00+00:00" for day in range(1, 7)]])
    now = {"at": "2020-01-01T12:00:00+00:00"}
    with Project.create(
        folder / "p.icmo", Codebook.load("kib"), coder="anna", clock=lambda: now["at"]
    ) as project:
        project.keep_access_log(30)
        for now["at"] in (*moments, "2020-03-01T12:00:00+00:00"):
            project.backup()

        assert project.access()["created"].str[:7].unique().tolist() == ["2020-03"]
        assert len(project.check()) == 0
