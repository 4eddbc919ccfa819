"""Changing the codebook after tagging: no tag is lost, and changed meanings are looked at again."""

from __future__ import annotations

import pytest

from icmo import Codebook, Error, Project, ProjectError

TEXT = "Mette: At hun fik løn for det.\n"


def codebook(*codes, id_="theory"):
    lines = ["families:", "  - id: mechanism", "    role: mechanism", "    codes:"]
    for code, label, definition, *more in codes:
        lines += [
            f"      - id: {code}",
            f"        label: {{da: {label}, en: {label}}}",
            f'        definition: {{da: "{definition}", en: "{definition}"}}',
            *(f"        {line}" for line in more),
        ]
    return Codebook.parse("\n".join(lines) + "\n", f"{id_}.yaml", id_)


MENING = ("mening", "Mening", "Indsatsen giver mening for hende.")
HAAB = ("haab", "Håb", "Hun tror igen på, at det kan lykkes.")
TRYGHED = ("tryghed", "Tryghed", "Hun er tryg ved dem, hun møder.")


@pytest.fixture
def project(tmp_path):
    (tmp_path / "mette.txt").write_text(TEXT, encoding="utf-8")
    with Project.create(tmp_path / "p.icmo", codebook(MENING, HAAB), coder="anna") as project:
        project.import_documents(tmp_path / "mette.txt")
        yield project


def codes_of(project):
    return sorted(project.tags()["code"])


def test_a_code_with_another_id_takes_its_tags_along(project):
    tag = project.tag("mette", 7, 10, "mening")

    told = project.update_codebook(codebook(("meningsfuldhed", *MENING[1:]), HAAB))

    assert told == {"moved": 1, "split": 0, "stale": 0}
    assert project.tags()[["tag", "code"]].values.tolist() == [[tag, "meningsfuldhed"]]
    assert len(project.stale()) == 0


def test_two_codes_become_one_and_the_same_place_is_tagged_once(project):
    first = project.tag("mette", 7, 10, "mening")
    project.tag("mette", 7, 10, "haab")
    project.tag("mette", 11, 14, "haab")

    project.update_codebook(codebook(MENING), moves={"haab": "mening"})

    assert codes_of(project) == ["mening", "mening"]
    assert first in project.tags()["tag"].tolist()


def test_a_code_that_is_split_puts_its_tags_on_both_until_somebody_looks(project):
    project.tag("mette", 7, 10, "mening", polarity="promotes", note="husk")

    project.update_codebook(codebook(HAAB, TRYGHED), moves={"mening": ["haab", "tryghed"]})

    assert codes_of(project) == ["haab", "tryghed"]
    assert set(project.tags()["note"]) == {"husk"}
    assert project.stale()["code"].tolist() == ["haab", "tryghed"]
    project.look_again(project.stale()["tag"])
    assert len(project.stale()) == 0
    project.untag(project.tags()["tag"][0])
    assert len(project.check()) == 0


def test_a_changed_definition_makes_its_tags_stale_until_looked_at_again(project):
    tag = project.tag("mette", 7, 10, "mening")
    project.tag("mette", 7, 10, "haab")

    told = project.update_codebook(codebook((*MENING[:2], "Den giver mening for familien."), HAAB))

    assert told["stale"] == 1
    assert project.stale()[["tag", "code"]].values.tolist() == [[tag, "mening"]]
    project.look_again(tag)
    assert len(project.stale()) == 0


def test_a_changed_label_makes_nothing_stale(project):
    project.tag("mette", 7, 10, "mening")

    project.update_codebook(codebook((MENING[0], "Meningen", MENING[2]), HAAB))

    assert len(project.stale()) == 0


def test_a_code_that_is_gone_but_has_tags_is_refused_with_what_to_do(project):
    project.tag("mette", 7, 10, "mening")

    with pytest.raises(ProjectError) as error:
        project.update_codebook(codebook(HAAB))

    assert 'have the code "mening", which the new codebook lacks' in str(error.value)
    assert codes_of(project) == ["mening"]


def test_a_retired_code_keeps_its_tags_and_takes_no_new_ones(project):
    project.tag("mette", 7, 10, "mening")

    project.update_codebook(codebook((*MENING, "retired: true"), HAAB))

    assert codes_of(project) == ["mening"]
    with pytest.raises(ProjectError, match='the code "mening" is retired'):
        project.tag("mette", 11, 14, "mening")


def test_tags_are_moved_only_to_codes_that_exist(project):
    project.tag("mette", 7, 10, "mening")

    with pytest.raises(Error, match='no code "tryghd"'):
        project.update_codebook(codebook(HAAB, TRYGHED), moves={"mening": "tryghd"})


def test_configurations_take_the_new_code_too(project):
    project.configure(mechanism=["mening"], moderator=[{"code": "haab", "on": "mening"}])

    project.update_codebook(codebook(TRYGHED, HAAB), moves={"mening": "tryghed"})

    row = project.configurations().iloc[0]
    assert row["mechanism"] == ("tryghed",)
    assert row["moderators"][0]["on"] == "tryghed"


def test_an_updated_codebook_is_taken_back_with_its_tags(project):
    project.tag("mette", 7, 10, "mening")
    before = project.tags()

    project.update_codebook(codebook(HAAB), moves={"mening": "haab"})
    project.undo()

    assert project.tags().equals(before)
    assert "mening" in project.codebook
    project.redo()
    assert codes_of(project) == ["haab"]
    assert len(project.check()) == 0


def test_every_version_of_the_codebook_is_kept(project):
    project.update_codebook(codebook(MENING, HAAB, TRYGHED))

    assert project.codebook_versions()["number"].tolist() == [1, 2]
    assert "tryghed" in project.codebook


def test_several_codebooks_stand_side_by_side(project):
    project.add_codebook(codebook(TRYGHED, id_="second"))
    project.tag("mette", 7, 10, "tryghed")
    project.tag("mette", 7, 10, "mening")

    assert list(project.codebooks) == ["theory", "second"]
    assert codes_of(project) == ["mening", "tryghed"]
    assert set(project.tags()["role"]) == {"mechanism"}
    project.update_codebook(codebook(TRYGHED, ("ro", "Ro", "Hun har ro på."), id_="second"))
    assert "ro" in project.codebooks["second"]


@pytest.mark.parametrize(
    ("added", "sentence"),
    [
        (codebook(TRYGHED), 'has the codebook "theory" already'),
        (codebook(MENING, id_="second"), 'is in the codebook "theory" too'),
    ],
)
def test_a_second_codebook_with_the_same_id_or_codes_is_refused(project, added, sentence):
    with pytest.raises(ProjectError, match=sentence):
        project.add_codebook(added)


def test_a_codebook_the_project_does_not_have_is_not_updated(project):
    with pytest.raises(ProjectError, match='no codebook "other", only theory'):
        project.update_codebook(codebook(MENING, id_="other"))


def test_tagging_checks(project):
    tag = project.tag("mette", 7, 10, "mening", polarity="promotes", note="a")

    assert project.tag("mette", 7, 10, "mening", polarity="promotes", note="a") == tag
    with pytest.raises(ProjectError, match="change_tag"):
        project.tag("mette", 7, 10, "mening", polarity="hinders", note="a")
    with pytest.raises(Error, match="lies outside the text"):
        project.tag("mette", 7, 1000, "mening")
    with pytest.raises(Error, match="empty"):
        project.tag("mette", 7, 7, "mening")
    project.change_tag(tag, end=14, polarity=None, note="b")
    row = project.tags().iloc[0]
    assert row[["end", "polarity", "note"]].tolist()[0] == 14
    assert row["note"] == "b"
    with pytest.raises(Error, match="lies outside the text"):
        project.change_tag(tag, end=1000)


def test_many_tags_at_once_are_one_act(project):
    document = project.documents()["document"][0]
    rows = [
        {"document": document, "start": n, "end": n + 2, "code": "haab", "coder": "bo"}
        for n in range(20)
    ]

    made = project.tag_many(rows)

    assert len(project.tags()) == len(made) == 20
    assert project.history()["act"].tolist() == ["import", "tag_many"]
    project.undo()
    assert len(project.tags()) == 0
    project.redo()
    assert sorted(project.tags()["tag"]) == sorted(made)


@pytest.mark.parametrize(
    ("change", "sentence"),
    [
        ({"end": 5000}, "lies outside the text"),
        ({"code": "menig"}, "Did you mean"),
        ({"document": "mett"}, "Did you mean"),
        ({"polarity": "maybe"}, "maybe"),
    ],
)
def test_many_tags_of_which_one_is_wrong_leave_nothing(project, change, sentence):
    document = project.documents()["document"][0]
    good = {"document": document, "start": 7, "end": 10, "code": "mening", "coder": "bo"}

    with pytest.raises(Error, match=sentence):
        project.tag_many([good, {**good, "start": 8, **change}])

    assert len(project.tags()) == 0


def test_the_same_tag_twice_among_many_or_there_already_is_the_first_one(project):
    row = {"document": "mette", "start": 7, "end": 10, "code": "mening", "coder": "anna"}
    other = {**row, "start": 11, "end": 14}
    there = project.tag("mette", 7, 10, "mening", note="husk")

    made = project.tag_many([row, other, other, row])

    assert made[0] == made[3] == there
    assert made[1] == made[2] != there
    assert len(project.tags()) == 2
    with pytest.raises(ProjectError, match="change_tag"):
        project.tag_many([{**row, "note": "et andet ord"}])
    with pytest.raises(ProjectError, match="change_tag"):
        project.tag_many([{**row, "start": 8}, {**row, "start": 8, "polarity": "hinders"}])
    assert len(project.tags()) == 2
    assert len(project.check()) == 0


def test_tags_without_a_column_are_refused(project):
    with pytest.raises(ProjectError, match="lack the column code, coder"):
        project.tag_many([{"document": "mette", "start": 1, "end": 2}])


def test_two_codes_that_take_each_others_place_do_so_at_once(project):
    first, second = project.tag("mette", 7, 10, "mening"), project.tag("mette", 11, 14, "haab")
    both = project.tag("mette", 15, 20, "mening"), project.tag("mette", 15, 20, "haab")
    configuration = project.configure(mechanism=["mening"], outcome=["haab"])
    swapped = codebook(("mening", *HAAB[1:]), ("haab", *MENING[1:]))

    told = project.update_codebook(swapped, moves={"mening": "haab", "haab": "mening"})

    assert told == {"moved": 4, "split": 0, "stale": 0}
    codes = project.tags().set_index("tag")["code"]
    assert codes[[first, second, *both]].tolist() == ["haab", "mening", "haab", "mening"]
    slots = project.configurations().set_index("configuration").loc[configuration]
    assert (slots["mechanism"], slots["outcome"]) == (("haab",), ("mening",))
    project.undo()
    codes = project.tags().set_index("tag")["code"]
    assert codes[[first, second, *both]].tolist() == ["mening", "haab", "mening", "haab"]
    assert len(project.check()) == 0


def test_codes_that_move_up_one_place_each_stay_apart(project):
    first, second = project.tag("mette", 7, 10, "mening"), project.tag("mette", 7, 10, "haab")
    moved = codebook(("haab", *MENING[1:]), ("tryghed", *HAAB[1:]))

    project.update_codebook(moved, moves={"mening": "haab", "haab": "tryghed"})

    codes = project.tags().set_index("tag")["code"]
    assert codes[[first, second]].tolist() == ["haab", "tryghed"]
