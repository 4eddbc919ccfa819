"""Repair in the project: everything goes along by the map, and the way back to the file is kept."""

from __future__ import annotations

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from icmo import Codebook, Error, Project
from icmo.documents.repair import Proposal

DAMAGED = (
    "Interviewer: Hvad skete der i projek-\ntet med borgerne?\n\n"
    "Mette: Vi  gik ned til  bageren, og det var en god under­søgelse.\n\n"
    "Amira: Jeg fik løn 😀 og  kendte ingen.\n"
)


@pytest.fixture
def project(tmp_path):
    (tmp_path / "a.txt").write_text(DAMAGED, encoding="utf-8")
    with Project.create(tmp_path / "p.icmo", Codebook.load("kib"), coder="anna") as project:
        project.import_documents(tmp_path / "a.txt")
        yield project


def place(project, words):
    start = project.text("a").index(words)
    return start, start + len(words)


def state(project):
    return [
        project.text("a"),
        *(
            frame.to_dict("records")
            for frame in (project.tags(), project.evidence(), project.turns())
        ),
    ]


def test_a_proposal_is_shown_in_its_sentence(project):
    proposals = project.repair_proposals("a")

    assert proposals.columns.tolist() == [
        *("start", "end", "before", "after", "rule", "confidence", "safe", "sentence")
    ]
    hyphen = proposals[proposals["rule"] == "line_hyphen"].iloc[0]
    assert "projek- tet med borgerne?" in hyphen["sentence"]


def test_without_proposals_only_the_safe_rules_are_carried_out(project):
    done = project.repair("a")

    assert done["safe"].all()
    assert len(done) > 0
    assert "­" not in project.text("a")
    assert project.check().empty


def test_tags_evidence_and_turns_go_with_their_words(project):
    tag = project.tag("a", *place(project, "bageren"), "meningsfuldhed")
    whole = project.tag("a", *place(project, "projek-\ntet"), "meningsfuldhed")
    configuration = project.configure(mechanism=["meningsfuldhed"])
    project.add_evidence(configuration, "a", *place(project, "kendte ingen"))
    before = project.turns()

    project.repair("a", min_confidence=0.5)

    tags = project.tags().set_index("tag")["text"]
    assert (tags[tag], tags[whole]) == ("bageren", "projektet")
    assert project.evidence()["text"].tolist() == ["kendte ingen"]
    assert project.turns()["speaker"].tolist() == before["speaker"].tolist()
    assert project.turns()["text"].tolist()[1].startswith("Vi gik ned til bageren")
    assert project.check().empty


def test_a_repaired_label_is_the_speaker(project):
    start, end = place(project, "Amira")
    project.repair("a", [Proposal(start + 4, end, "a", "å", "lost_letter", 0.5)])

    assert project.turns()["speaker"].tolist() == ["Interviewer", "Mette", "Amirå"]


def test_a_person_may_write_what_is_to_stand_there(project):
    proposals = project.repair_proposals("a")
    chosen = proposals[proposals["rule"] == "line_hyphen"].assign(after="s")

    project.repair("a", chosen)

    assert "projekstet med borgerne" in project.text("a")


def test_undo_of_a_repair_restores_exactly_and_redo_does_it_again(project):
    project.tag("a", *place(project, "projek-\ntet"), "meningsfuldhed")
    before = state(project)

    project.repair("a", min_confidence=0.3)
    after = state(project)
    project.undo()
    assert state(project) == before
    project.redo()

    assert state(project) == after
    assert project.check().empty


def test_a_quote_is_found_in_the_file_as_it_was_after_repairs_and_corrections(project):
    project.repair("a", min_confidence=0.5)
    project.replace_text("a", project.text("a").replace("kendte ingen", "kendte slet ingen"))
    project.repair(
        "a", [Proposal(*place(project, "Jeg fik"), "Jeg fik", "Jeg får", "lost_letter", 0.5)]
    )

    start, end, words = project.original_place("a", *place(project, "projektet med borgerne"))

    assert words == DAMAGED[start:end] == "projek-\ntet med borgerne"
    assert project.original_place("a", *place(project, "bageren"))[2] == "bageren"
    assert project.original_place("a", *place(project, "Jeg får"))[2] == "Jeg fik"


def test_an_unrepaired_text_is_its_own_original(project):
    assert project.original_place("a", 13, 17) == (13, 17, "Hvad")


def test_a_chosen_proposal_that_leaves_a_tag_without_words_is_refused_and_changes_nothing(project):
    start, end = place(project, "kendte ")
    project.tag("a", start, end, "meningsfuldhed")
    before = state(project)

    with pytest.raises(Error, match="would take all words from 1 tags"):
        project.repair("a", [Proposal(start, end, "kendte ", "", "double_space", 0.9)])

    assert state(project) == before


def test_a_safe_proposal_that_would_do_so_is_passed_over(project):
    soft = project.text("a").index("­")
    project.tag("a", soft, soft + 1, "meningsfuldhed")

    project.repair("a")

    assert project.tags()["text"].tolist() == ["­"]


def test_a_proposal_for_another_text_is_refused(project):
    with pytest.raises(Error, match="is not what it was"):
        project.repair("a", [Proposal(0, 3, "Hej", "hej", "lost_letter", 0.9)])


def test_proposals_without_their_columns_are_refused(project):
    with pytest.raises(Error, match="lack columns: before, after"):
        project.repair("a", [{"start": 0, "end": 3}])


def test_nothing_to_repair_leaves_no_line_in_the_journal(project):
    project.repair("a")
    lines = len(project.history())

    assert project.repair("a").empty
    assert len(project.history()) == lines


@settings(
    max_examples=10, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(data=st.data())
def test_undoing_any_repair_restores_exactly(tmp_path_factory, data):
    folder = tmp_path_factory.mktemp("random")
    (folder / "a.txt").write_text(DAMAGED, encoding="utf-8")
    with Project.create(folder / "p.icmo", Codebook.load("kib"), coder="anna") as project:
        project.import_documents(folder / "a.txt")
        text = project.text("a")
        cuts = sorted(data.draw(st.sets(st.integers(0, len(text)), min_size=2, max_size=12)))
        for _ in range(3):
            start = data.draw(st.integers(0, len(text) - 2))
            project.tag("a", start, data.draw(st.integers(start + 1, len(text))), "meningsfuldhed")
        chosen = [
            Proposal(
                start, end, text[start:end], data.draw(st.text("aæø 😀", min_size=1)), "bullet", 1
            )
            for start, end in zip(cuts[::2], cuts[1::2], strict=False)
        ]
        before = state(project)

        project.repair("a", chosen)
        assert project.check().empty
        project.undo()

        assert state(project) == before
        assert project.check().empty


def test_a_text_of_an_older_project_is_its_own_original(tmp_path):
    import shutil
    import warnings
    from pathlib import Path

    samples = Path(__file__).parent / "data" / "projects"
    sample = next(samples.glob("*.icmo"))
    shutil.copyfile(sample, tmp_path / "old.icmo")
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        project = Project.open(tmp_path / "old.icmo", coder="anna")
    with project:
        document = project.documents()["document"].iloc[0]
        text = project.text(document)

        assert project.original_place(document, 0, 20) == (0, 20, text[:20])
        project.repair(document, [Proposal(0, 1, text[0], "XY", "bullet", 1)])
        assert project.original_place(document, 2, 21) == (1, 20, text[1:20])
        project.undo()
        assert project.check().empty
