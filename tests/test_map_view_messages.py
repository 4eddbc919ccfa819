"""The map's desk: the picture, its filters and the words behind a line."""

from __future__ import annotations

import json
import shutil

import pytest

from icmo import Project
from icmo.workbench.map_view.desk import MapDesk


@pytest.fixture
def project(filled_project, tmp_path):
    path = tmp_path / "kib.icmo"
    shutil.copy(filled_project, path)
    with Project.open(path, coder="cilla") as project:
        yield project


@pytest.fixture
def ask(project):
    sent = []
    desk = MapDesk(project, sent.append)

    def ask_(kind, **more):
        desk.answer({"kind": kind, "number": 3, "view": "v", **more})
        json.dumps(sent[-1])
        assert "refused" not in sent[-1]
        return sent[-1]

    return ask_


def filtered(ask, **chosen):
    ask("open")
    return ask("filter", **chosen)["news"]


def test_the_map_is_told_as_a_picture_and_as_a_table_of_the_same_lines(ask, project):
    told = ask("open")

    lines = {line["line"] for line in told["picture"]["lines"]}
    assert lines == {row["line"] for row in told["table"]}
    assert told["count"] == len(project.configurations())
    known = set(project.configurations()["configuration"])
    assert all(set(row["configurations"]) <= known for row in told["table"])
    assert {"passages", "supports", "contradicts", "qualifies"} <= set(told["table"][0])


def test_only_the_roles_chosen_are_on_the_map(ask):
    told = filtered(ask, roles=["mechanism", "outcome"])

    assert {box["slot"] for box in told["picture"]["boxes"]} == {"mechanism", "outcome"}


def test_a_map_of_one_case_counts_only_the_evidence_from_there(ask, project):
    told = filtered(ask, case="Ravnsø Kommune")

    evidence = project.evidence()
    own = evidence[
        (evidence["case"] == "Ravnsø Kommune") & (evidence["target_kind"] == "configuration")
    ]
    assert told["count"] == own["target"].nunique()
    assert {row["cases"] for row in told["table"]} == {1}


def test_lines_with_too_few_cases_go_and_so_does_what_they_leave_alone(ask):
    told = filtered(ask, least=4)

    assert min(row["cases"] for row in told["table"]) >= 4
    joined = {end for row in told["table"] for end in (row["start"], row["end"])}
    assert {box["node"] for box in told["picture"]["boxes"]} <= joined


@pytest.mark.parametrize("chosen", [{"status": "rejected"}, {"group": "nobody"}])
def test_where_nothing_fits_there_is_no_picture(ask, chosen):
    told = filtered(ask, **chosen)

    assert (told["picture"], told["table"], told["count"]) == (None, [], 0)


def test_an_attribute_of_the_case_narrows_the_map(ask, project):
    told = ask("open")
    name, values = next(
        (name, values)
        for name, values in told["choices"]["attributes"].items()
        if name in project.cases() and 1 < len(values) < 8
    )
    counts = [filtered(ask, attribute=name, value=value)["count"] for value in values]

    assert 0 < min(counts) < told["count"]


def test_codes_are_gathered_under_their_parents(ask):
    whole = ask("open")["picture"]["boxes"]

    assert len(filtered(ask, parents=True)["picture"]["boxes"]) < len(whole)


def test_behind_a_line_are_the_words_of_its_configurations(ask, project):
    row = ask("open")["table"][0]
    rows = ask("behind", configurations=row["configurations"])["rows"]

    evidence = project.evidence().set_index("evidence")
    assert {one["target"] for one in rows} <= set(row["configurations"])
    assert all(evidence.loc[one["evidence"], "text"] == one["text"] for one in rows)
    assert len(rows) >= row["passages"]


def test_relations_between_configurations_are_told_beneath_the_map(ask, project):
    one, two = project.configurations()["configuration"][:2]
    project.relate(one, two, "rivals")

    (told,) = ask("open")["relations"]
    assert project.configurations()["title"][0] in told
