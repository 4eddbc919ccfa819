"""Pseudonyms in the project: decided once, put in, gone from every byte, and brought back with the key."""

from __future__ import annotations

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from icmo import Codebook, Error, Project, ProjectError
from icmo.documents import pseudonyms

CANARY = "Zubaydah"
GROUP = (
    "Interviewer: Hvad hjalp?\n\n"
    "Mette: Vi gik ned til bageren med hende.\n\n"
    f"{CANARY}: Jeg boede alene dengang 😀 og kendte ingen.\n\n"
    f"Mette: Ja, og så fik {CANARY} løn, og {CANARY}s mand hjalp.\n"
)
ALONE = f"Interviewer: Hvad hedder du?\n\nHende: Jeg hedder {CANARY}.\n"
PASSWORD = "fire små ord her"


@pytest.fixture(autouse=True)
def _quick_key(monkeypatch):
    """Spend no half second on each password; what it costs is tested with the key itself."""
    monkeypatch.setattr("icmo.documents.pseudonyms.keys.SCRYPT_N", 2**4)


def make(folder, files):
    (folder / "files").mkdir()
    (folder / "work").mkdir()
    for name, text in files.items():
        (folder / "files" / f"{name}.txt").write_text(text, encoding="utf-8")
    project = Project.create(folder / "work" / "p.icmo", Codebook.load("kib"), coder="anna")
    project.import_documents(folder / "files")
    return project


@pytest.fixture
def project(tmp_path):
    with make(tmp_path, {"gruppe": GROUP, f"{CANARY} alene": ALONE}) as project:
        yield project


@pytest.fixture
def key(tmp_path):
    (tmp_path / "safe").mkdir()
    return tmp_path / "safe" / "kib.key"


def place(project, document, words):
    start = project.text(document).index(words)
    return start, start + len(words)


def tag(project, document, words, **more):
    return project.tag(document, *place(project, document, words), "meningsfuldhed", **more)


def decide_all(project, **replacements):
    persons = project.pseudonym_persons()
    rows = persons.assign(
        decision="accept", replacement=[replacements.get(name, "") for name in persons["person"]]
    )
    project.decide_pseudonyms(rows[["person", "kind", "decision", "replacement"]])


def bytes_of(folder):
    return b"".join(path.read_bytes() for path in folder.rglob("*") if path.is_file())


def holds(folder, words):
    written = bytes_of(folder)
    return any(
        spelt.encode(encoding) in written
        for spelt in (words, words.lower(), words.upper())
        for encoding in ("utf-8", "utf-16-le", "utf-16-be")
    )


def test_a_find_stands_in_its_sentence_with_the_same_suggestion_in_every_document(project):
    finds = project.pseudonym_finds()

    hers = finds[finds["person"] == CANARY]
    assert hers["document"].nunique() == 2
    assert hers["suggestion"].nunique() == 1
    assert any("så fik" in sentence for sentence in hers["sentence"])


def test_one_decision_covers_every_form_in_every_document(project):
    project.decide_pseudonyms(
        [{"person": CANARY, "decision": "accept", "replacement": "Kvinde 7", "forms": ("Zubi",)}]
    )

    row = project.pseudonym_persons().set_index("person").loc[CANARY]
    assert (row["decision"], row["replacement"], row["by"]) == ("accepted", "Kvinde 7", "anna")
    assert "Zubi" in row["forms"]
    assert set(project.pseudonym_finds().query("person == @CANARY")["decision"]) == {"accepted"}


def test_a_decision_is_in_the_journal_by_its_id_alone_and_can_be_taken_back(project):
    import sqlite3

    project.decide_pseudonyms([{"person": CANARY, "decision": "accept"}])
    with sqlite3.connect(project.path) as connection:
        steps = " ".join(
            str(row) for row in connection.execute("SELECT * FROM journal WHERE act = 'decide'")
        )
    connection.close()
    assert CANARY not in steps
    assert project.check().empty
    assert project.history()["sentence"].iloc[-1] == "anna: traf 1 beslutning om et navn"

    project.undo()
    assert set(project.pseudonym_persons()["decision"]) == {""}
    project.redo()
    assert "accepted" in set(project.pseudonym_persons()["decision"])
    project.decide_pseudonyms([{"person": CANARY, "decision": "keep"}])
    project.undo()
    assert "kept" not in set(project.pseudonym_persons()["decision"])
    assert project.check().empty


def test_the_same_decision_again_is_no_act(project):
    project.decide_pseudonyms([{"person": CANARY, "decision": "accept"}])
    lines = len(project.history())
    project.decide_pseudonyms([{"person": CANARY, "decision": "accept"}])

    assert len(project.history()) == lines


def test_a_name_that_nothing_found_is_decided_with_its_kind(project):
    with pytest.raises(Error, match="was not found in the texts"):
        project.decide_pseudonyms([{"person": "bageren", "decision": "accept"}])
    project.decide_pseudonyms(
        [{"person": "bageren", "kind": "employer", "decision": "accept", "replacement": "butikken"}]
    )

    assert "bageren" in project.pseudonym_persons()["person"].tolist()


def test_a_document_goes_from_unchecked_to_signed_off(project):
    def state():
        return project.pseudonym_states().set_index("name").loc["gruppe", "state"]

    assert state() == "unchecked"
    project.pseudonym_finds()
    assert state() == "proposed"
    decide_all(project)
    for left in project.pseudonym_leftovers("gruppe").itertuples():
        project.settle_pseudonym("gruppe", left.start, left.end)
    assert state() == "decided"
    with pytest.raises(Error, match="must not have made decisions"):
        project.sign_off_pseudonyms("gruppe")
    with Project.open(project.path, coder="bo") as other:
        other.sign_off_pseudonyms("gruppe")
    assert state() == "signed off"
    project.decide_pseudonyms([{"person": CANARY, "decision": "accept", "replacement": "Kvinde 9"}])
    assert state() == "decided"
    assert project.check().empty


def test_no_byte_of_project_backups_and_exports_holds_the_name(project, tmp_path, key):
    tag(project, "gruppe", f"{CANARY} løn", note=f"hun er {CANARY}")
    configuration = project.configure(mechanism=["meningsfuldhed"], title=f"Om {CANARY}s mand")
    project.add_evidence(configuration, "gruppe", *place(project, "gruppe", "bageren"), note=CANARY)
    project.change_configuration(
        configuration, reason=f"{CANARY} sagde det", title=f"{CANARY}s vej"
    )
    project.add_claim(f"{CANARY} fik løn.")
    project.memo("gruppe", f"om {CANARY}")
    project.change_document("gruppe", source=f"{CANARY}.docx", kontakt=f"fru {CANARY}")
    project.replace_text("gruppe", project.text("gruppe").replace("dengang", "den gang"))
    project.undo()
    project.backup(tmp_path / "work" / "kopi.icmo")
    (tmp_path / "work" / "tags.csv").write_text(CANARY, encoding="utf-8")
    project.exported(tmp_path / "work" / "tags.csv")
    decide_all(project)
    assert holds(tmp_path / "work", CANARY)

    told = project.accept_pseudonyms(key=key, password=PASSWORD)

    assert not holds(tmp_path / "work", CANARY)
    assert not holds(tmp_path / "safe", CANARY)
    assert told["documents"] == 2
    assert told["mentions"] == ()
    assert sorted(told["files"]) == ["kopi.icmo", "tags.csv"]
    assert (tmp_path / "work" / "kopi.icmo").exists()
    assert project.check().empty
    assert set(project.pseudonym_states()["state"]) == {"replaced"}


def test_speakers_names_of_documents_and_notes_get_the_pseudonym(project, key):
    tag(project, "gruppe", "kendte ingen", note=f"{CANARY}s ord")
    decide_all(project, **{CANARY: "Kvinde 7"})

    project.accept_pseudonyms(key=key, password=PASSWORD)

    assert "Kvinde 7" in project.turns()["speaker"].tolist()
    assert project.documents()["name"].tolist() == ["Kvinde 7 alene", "gruppe"]
    assert project.tags()["note"].tolist() == ["Kvinde 7's ord"]
    assert "så fik Kvinde 7 løn, og Kvinde 7's mand" in project.text("gruppe")


def test_a_case_is_called_by_its_pseudonym_everywhere(project, key, tmp_path):
    (tmp_path / "cases.csv").write_text("case,label\nRanders Kommune,Randers\n", encoding="utf-8")
    project.import_cases(tmp_path / "cases.csv")
    project.change_document("gruppe", case="Randers Kommune")
    before = project.cases().to_dict("records")
    decide_all(project)
    project.decide_pseudonyms(
        [{"person": "Randers", "kind": "place", "decision": "accept", "replacement": "Kommune A",
          "forms": ("Randers Kommune",)}]
    )  # fmt: skip

    project.accept_pseudonyms(key=key, password=PASSWORD)

    assert not holds(tmp_path / "work", "Randers")
    assert project.cases()["case"].tolist() == ["Kommune A"]
    assert project.check().empty
    project.restore_names(key, PASSWORD)
    assert project.cases().to_dict("records") == before
    assert project.check().empty


def test_the_key_is_refused_in_the_projects_folder_and_nothing_is_changed(project, tmp_path):
    decide_all(project)

    with pytest.raises(Error, match="must not lie in the project's folder"):
        project.accept_pseudonyms(key=tmp_path / "work" / "kib.key", password=PASSWORD)

    assert CANARY in project.text("gruppe")
    assert not (tmp_path / "work" / "kib.key").exists()


def test_undecided_finds_are_refused_unless_that_is_meant(project, key):
    with pytest.raises(ProjectError, match="Nothing is decided"):
        project.accept_pseudonyms(key=key, password=PASSWORD)
    project.decide_pseudonyms([{"person": CANARY, "decision": "accept"}])
    with pytest.raises(ProjectError, match="finds are not decided on"):
        project.accept_pseudonyms("gruppe", key=key, password=PASSWORD)
    assert not key.exists()

    project.accept_pseudonyms("gruppe", key=key, password=PASSWORD, incomplete=True)

    assert CANARY not in project.text("gruppe")
    assert "Mette" in project.text("gruppe")


def test_a_failed_transaction_leaves_the_names_and_a_key_that_is_written_again(
    project, key, monkeypatch
):
    decide_all(project)
    monkeypatch.setattr("icmo.project.accepting.standing", lambda *_: 1 / 0)
    with pytest.raises(ZeroDivisionError):
        project.accept_pseudonyms(key=key, password=PASSWORD)
    monkeypatch.undo()
    monkeypatch.setattr("icmo.documents.pseudonyms.keys.SCRYPT_N", 2**4)

    assert CANARY in project.text("gruppe")
    assert project.check().empty
    project.accept_pseudonyms(key=key, password=PASSWORD)
    assert len(pseudonyms.read_key(key, PASSWORD).texts) == 2


def test_an_acceptance_that_was_cut_off_is_carried_through_at_the_next_opening(
    project, tmp_path, key, monkeypatch
):
    project.backup(tmp_path / "work" / "kopi.icmo")
    decide_all(project)
    monkeypatch.setattr("icmo._store.Store.clean", lambda _self: 1 / 0)
    with pytest.raises(ZeroDivisionError):
        project.accept_pseudonyms(key=key, password=PASSWORD)
    monkeypatch.undo()
    assert holds(tmp_path / "work", CANARY)

    Project.open(project.path).close()

    assert not holds(tmp_path / "work", CANARY)


def test_undo_needs_the_key_and_says_so(project, key):
    other = tag(project, "gruppe", "bageren")
    decide_all(project)
    project.accept_pseudonyms(key=key, password=PASSWORD)
    with pytest.raises(Error, match="that needs the key file"):
        project.undo()

    tag(project, "gruppe", "kendte")
    project.undo()
    with pytest.raises(Error, match="that needs the key file"):
        project.undo()
    assert project.tags()["tag"].tolist() == [other]
    assert project.check().empty


def test_restoring_brings_every_text_and_tag_back(project, key):
    tag(project, "gruppe", f"så fik {CANARY} løn")
    tag(project, "gruppe", "bageren")
    project.repair("gruppe", [pseudonym_repair(project)])
    decide_all(project)
    frames = (project.tags, project.turns, project.documents, project.pseudonym_persons)
    before = [frame().to_dict("records") for frame in frames]
    earlier = project.original_place("gruppe", *place(project, "gruppe", "bageren"))

    project.accept_pseudonyms(key=key, password=PASSWORD)
    with pytest.raises(Error, match="is in the key file"):
        project.original_place("gruppe", *place(project, "gruppe", "bageren"))
    opened = pseudonyms.read_key(key, PASSWORD)
    now = place(project, "gruppe", "bageren")
    assert project.original_place("gruppe", *now, key=opened) == earlier
    restored = project.restore_names(key, PASSWORD)

    assert len(restored) == 2
    assert [frame().to_dict("records") for frame in frames] == before
    assert project.check().empty
    with pytest.raises(Error, match="that needs the key file"):
        project.undo()
    project.accept_pseudonyms(key=key, password=PASSWORD)
    assert not holds(project.path.parent, CANARY)
    assert project.check().empty


def pseudonym_repair(project):
    from icmo.documents.repair import Proposal

    start, end = place(project, "gruppe", "Vi gik")
    return Proposal(start, end, "Vi gik", "Vi  gik", "double_space", 0.9)


def test_one_document_after_the_other_extends_the_same_key(project, tmp_path, key):
    decide_all(project)
    project.accept_pseudonyms("gruppe", key=key, password=PASSWORD)
    assert CANARY in project.text("Person 1 alene")  # the other text still has her name

    project.accept_pseudonyms(key=key, password=PASSWORD)

    assert not holds(tmp_path / "work", CANARY)
    assert len(pseudonyms.read_key(key, PASSWORD).texts) == 2
    assert project.check().empty


def test_a_new_document_knows_the_names_again_with_the_key(project, tmp_path, key):
    decide_all(project, **{CANARY: "Kvinde 7"})
    project.accept_pseudonyms(key=key, password=PASSWORD)
    (tmp_path / "files" / "ny.txt").write_text(
        f"Interviewer: Hej.\n\nLeder: {CANARY} kom.\n", "utf-8"
    )
    project.import_documents(tmp_path / "files" / "ny.txt")

    opened = pseudonyms.read_key(key, PASSWORD)
    known = project.pseudonym_persons("ny", key=opened).set_index("person").loc[CANARY]
    assert (known["decision"], known["replacement"]) == ("accepted", "Kvinde 7")
    project.accept_pseudonyms("ny", key=key, password=PASSWORD, incomplete=True)

    assert "Leder: Kvinde 7 kom." in project.text("ny")
    assert not holds(tmp_path / "work", CANARY)


def test_a_name_missed_the_first_time_is_put_in_later_and_the_way_back_holds(
    project, tmp_path, key
):
    original = project.text("gruppe")
    inside = tag(project, "gruppe", "ned til bageren med")
    decide_all(project)
    project.accept_pseudonyms(key=key, password=PASSWORD)
    project.decide_pseudonyms(
        [{"person": "bageren", "kind": "employer", "decision": "accept", "replacement": "butikken"}]
    )
    project.accept_pseudonyms("gruppe", key=key, password=PASSWORD, incomplete=True)
    assert not holds(tmp_path / "work", "bageren")

    project.restore_names(key, PASSWORD)

    assert project.text("gruppe") == original
    assert project.tags().set_index("tag").loc[inside, "text"] == "ned til bageren med"
    assert project.check().empty


def test_another_projects_key_is_refused(project, tmp_path, key):
    decide_all(project)
    project.accept_pseudonyms(key=key, password=PASSWORD)
    (tmp_path / "other").mkdir()
    with make(tmp_path / "other", {"gruppe": GROUP}) as other:
        decide_all(other)
        with pytest.raises(Error, match="belongs to another project"):
            other.accept_pseudonyms(key=key, password=PASSWORD)
        with pytest.raises(Error, match="belongs to another project"):
            other.restore_names(key, PASSWORD)


def test_a_copy_with_the_names_does_not_bring_the_texts_back_when_it_is_merged(
    project, tmp_path, key
):
    project.backup(tmp_path / "kopi.icmo")
    decide_all(project)
    copied = tmp_path / "bo.icmo"
    copied.write_bytes((tmp_path / "kopi.icmo").read_bytes())
    project.accept_pseudonyms(key=key, password=PASSWORD)
    with Project.open(copied, coder="bo") as other:
        tag(other, "gruppe", "bageren")

    project.merge(copied)

    assert CANARY not in project.text("gruppe")
    assert "bageren" in project.tags()["text"].tolist()
    assert not holds(tmp_path / "work", CANARY)
    assert project.check().empty


def test_an_erased_person_is_in_no_decision_either(project, tmp_path):
    tag(project, "gruppe", "bageren")
    decide_all(project)
    project.undo()
    project.redo()
    for document in project.documents()["document"]:
        project.erase(document, "samtykket er trukket tilbage")

    assert not holds(tmp_path / "work", CANARY)
    assert project.check().empty


NAMES = ("Zubaydah", "Fatima", "Thorvald")


def test_decisions_of_another_copy_come_with_a_merge_and_go_with_its_undoing(project, tmp_path):
    copied = project.backup(tmp_path / "bo.icmo")
    with Project.open(copied, coder="bo") as other:
        other.decide_pseudonyms([{"person": CANARY, "decision": "accept"}])

    project.merge(copied)
    assert project.pseudonym_persons().set_index("person").loc[CANARY, "by"] == "bo"
    assert project.check().empty
    project.undo()

    assert set(project.pseudonym_persons()["decision"]) == {""}
    assert project.check().empty


def grown(text, start, end):
    """Return the span with the whole of every name that it cuts into."""
    for name in NAMES:
        at = text.find(name)
        while at >= 0:
            if at < end and start < at + len(name):
                start, end = min(start, at), max(end, at + len(name))
            at = text.find(name, at + 1)
    return start, end


@settings(
    max_examples=10, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(data=st.data())
def test_tags_sit_on_the_same_words_after_and_grow_over_a_whole_pseudonym(tmp_path_factory, data):
    words = st.sampled_from([*NAMES, "bageren", "løn", "😀", "gik", "hjem.", "\n\nMette:"])
    text = (
        "Mette: "
        + " og ".join(data.draw(st.lists(words, min_size=3, max_size=25)))
        + " med Zubaydah\n"
    )
    folder = tmp_path_factory.mktemp("random")
    with make(folder, {"a": text}) as project:
        text = project.text("a")
        spans = {}
        for _ in range(4):
            start = data.draw(st.integers(0, len(text) - 1))
            end = data.draw(st.integers(start + 1, len(text)))
            spans[project.tag("a", start, end, "meningsfuldhed")] = (start, end)
        project.decide_pseudonyms(
            {"person": name, "kind": "person", "decision": "accept", "replacement": f"Person {n}"}
            for n, name in enumerate(NAMES, 1)
        )
        before = project.tags()[["tag", "start", "end", "text"]].to_dict("records")
        project.accept_pseudonyms(key=folder / "k.key", password=PASSWORD, incomplete=True)
        assert project.check().empty
        after = project.tags().set_index("tag")["text"].to_dict()

        for id_, (start, end) in spans.items():
            expected = text[slice(*grown(text, start, end))]
            for n, name in enumerate(NAMES, 1):
                expected = expected.replace(name, f"Person {n}")
            assert after[id_] == expected

        project.restore_names(folder / "k.key", PASSWORD)
        assert project.text("a") == text
        assert project.check().empty
        for row in before:
            now = project.tags().set_index("tag").loc[row["tag"]]
            assert now["start"] <= row["start"] < row["end"] <= now["end"]


def test_an_export_with_a_cpr_number_or_with_the_key_a_name_is_refused_with_its_line(
    project, tmp_path, key
):
    decide_all(project, **{CANARY: "Kvinde 7"})
    project.accept_pseudonyms(key=key, password=PASSWORD)
    export = tmp_path / "work" / "citater.csv"
    export.write_text("citat\n010160-1234\n", encoding="utf-8")
    with pytest.raises(Error, match=r"citater\.csv, line 2: \[CPR number\]"):
        project.exported(export)

    export.write_text(f"citat\nfint\nhos {CANARY}s mor\n", encoding="utf-8")
    project.exported(export)
    with pytest.raises(Error, match=r"citater\.csv, line 3: Kvinde 7") as error:
        project.exported(export, key=pseudonyms.read_key(key, PASSWORD))
    assert CANARY not in str(error.value)
