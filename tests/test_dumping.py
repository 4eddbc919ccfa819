"""A project as lines of JSON: written, compared, and made a project again."""

from __future__ import annotations

import json

import pytest
from interchanged import compared, made_project

from icmo import Project
from icmo.project import ProjectError, StoreError, load


@pytest.fixture
def project(tmp_path):
    tags = [(0, 6, 21, 3, "anna", "promotes", "note"), (1, 2, 9, 1, "bo", None, "")]
    texts = ("Anna: Vi stoler på dem 🙂.\r\nJa\u2028nej.\n", "Mette: Aften.")
    with made_project(tmp_path / "a.icmo", texts, tags, [(0, 3, "supports", "")], ["memo"]) as made:
        yield made


def rebuilt(project, folder):
    project.dump(folder / "a.jsonl")
    load(folder / "a.jsonl", folder / "b.icmo")
    return Project.open(folder / "b.icmo", coder="anna")


def test_a_rebuilt_project_equals_the_original_and_writes_the_same_lines(project, tmp_path):
    project.undo()
    with rebuilt(project, tmp_path) as back:
        assert compared(project, back) == []
        assert back.history().equals(project.history())
        assert back.check().empty
        back.dump(tmp_path / "b.jsonl")
        assert back.redo()
    assert (tmp_path / "b.jsonl").read_bytes() == (tmp_path / "a.jsonl").read_bytes()


def test_the_sample_evaluation_is_rebuilt_of_its_lines(filled_project, tmp_path):
    with Project.open(filled_project, coder="anna") as project, rebuilt(project, tmp_path) as back:
        assert compared(project, back) == []
        assert back.check().empty
        assert project.compare(tmp_path / "a.jsonl").empty
        assert back.compare(tmp_path / "a.jsonl").empty


def test_one_changed_tag_changes_the_lines_of_it_and_of_the_journal_only(project, tmp_path):
    project.dump(tmp_path / "a.jsonl")
    project.change_tag(project.tags()["tag"].iloc[0], note="en anden")
    project.dump(tmp_path / "b.jsonl")

    one, other = (
        (tmp_path / name).read_text("utf-8").splitlines() for name in ("a.jsonl", "b.jsonl")
    )
    assert [next(iter(json.loads(line))) for line in set(other) - set(one)].count("tags") == 1
    assert len(set(other) - set(one)) == 2
    found = project.compare(tmp_path / "a.jsonl")
    assert sorted(zip(found["difference"], found["table"], strict=True)) == [
        ("changed", "tags"),
        ("new", "journal"),
    ]


def test_every_line_of_a_text_is_a_line(project, tmp_path):
    project.dump(tmp_path / "a.jsonl")
    lines = [
        json.loads(line) for line in (tmp_path / "a.jsonl").read_text("utf-8").split("\n")[:-1]
    ]
    assert "Anna: Vi stoler på dem 🙂.\n" in lines


def damaged(lines):
    """Each way in which lines can be wrong, and a word of the sentence for it."""
    tag = next(line for line in lines if line.startswith('{"tags"'))
    without_documents = [line for line in lines if not line.startswith('{"documents"')]
    return {
        "empty": ([], "no project"),
        "another file": (["hello"], "line 1"),
        "cut": ([*lines[:5], lines[5][:9]], "line 6"),
        "a line twice": ([*lines, tag], "twice"),
        "a row without its document": (without_documents, "damaged"),
        "another version": ([lines[0].replace("4}", "99}"), *lines[1:]], "another version"),
        "a table of nobody": ([*lines, '{"sqlite_master":{"name":"x"}}'], "damaged"),
        "a column of nobody": ([*lines, '{"cases":{"case":"a"}}'], "damaged"),
        "a number for a word": ([*lines, tag.replace('"coder":"', '"coder":7,"x":"')], "damaged"),
        "deep": ([*lines, "[" * 100_000], "damaged"),
        "only the head": (lines[:1], "beginning"),
    }


@pytest.mark.parametrize("how", damaged(["{}", '{"tags"'] * 4).keys())
def test_lines_that_are_wrong_end_in_a_sentence_and_no_project(project, tmp_path, how):
    project.dump(tmp_path / "a.jsonl")
    lines, word = damaged((tmp_path / "a.jsonl").read_text("utf-8").split("\n")[:-1])[how]
    (tmp_path / "b.jsonl").write_text("".join(f"{line}\n" for line in lines), encoding="utf-8")

    with pytest.raises(ProjectError, match=word):
        load(tmp_path / "b.jsonl", tmp_path / "b.icmo")

    assert not [one for one in tmp_path.iterdir() if one.name.startswith(("b.icmo", ".b.icmo"))]


def test_lines_never_go_over_a_project(project, tmp_path):
    project.dump(tmp_path / "a.jsonl")
    with pytest.raises(StoreError, match="already"):
        load(tmp_path / "a.jsonl", project.path)
