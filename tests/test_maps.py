"""Maps: configurations as a graph; its drawing is tested on artists, not pixels."""

from __future__ import annotations

import itertools

import matplotlib as mpl
import matplotlib.pyplot as plt
import networkx as nx
import pandas as pd
import pytest

from icmo.maps import build_map, describe, draw_map, draw_maps, edge_table, layout

mpl.use("Agg")


@pytest.fixture
def configurations():
    rows = [
        {
            "configuration": "1",
            "title": "Løn",
            "intervention": ("loentimer",),
            "context": ("arbejdsplads",),
            "mechanism": ("mening", "identitet"),
            "outcome": ("job",),
            "moderators": (
                {"code": "opfoelgning", "on": "mening", "effect": "strengthens"},
                {"code": "ledelse", "on": "opfoelgning"},
            ),
        },
        {
            "configuration": "2",
            "title": "Dansk",
            "intervention": ("loentimer",),
            "context": ("arbejdsplads",),
            "mechanism": (),
            "outcome": ("dansk",),
            "moderators": (),
        },
    ]
    return pd.DataFrame(rows)


@pytest.fixture
def evidence():
    rows = [
        ("1", "A", "supports"),
        ("1", "B", "supports"),
        ("1", "B", "contradicts"),
        ("2", "A", "qualifies"),
    ]
    return pd.DataFrame(rows, columns=["target", "case", "stance"]).assign(
        target_kind="configuration"
    )


@pytest.fixture(autouse=True)
def close_figures():
    yield
    plt.close("all")


def test_an_explanation_runs_from_intervention_by_context_and_mechanism_to_outcome(configurations):
    graph = build_map(configurations)

    assert nx.has_path(graph, "intervention:loentimer", "outcome:job")
    assert graph.has_edge("context:arbejdsplads", "mechanism:mening")
    assert graph.has_edge("context:arbejdsplads", "outcome:dansk")


def test_a_moderator_acts_on_the_mechanism_or_the_moderator_it_names(configurations):
    graph = build_map(configurations)

    assert graph.edges["moderator:opfoelgning", "mechanism:mening"]["effect"] == "strengthens"
    assert graph.has_edge("moderator:ledelse", "moderator:opfoelgning")
    assert not graph.has_edge("moderator:opfoelgning", "mechanism:identitet")


def test_an_edge_counts_cases_once_and_keeps_for_and_against_apart(configurations, evidence):
    edge = build_map(configurations, evidence).edges[
        "intervention:loentimer", "context:arbejdsplads"
    ]

    assert (edge["cases"], edge["supports"], edge["contradicts"], edge["qualifies"]) == (
        {"A", "B"},
        2,
        1,
        1,
    )
    assert edge["configurations"] == ["Løn", "Dansk"]


def test_the_drawing_names_every_code_and_every_column_in_the_chosen_language(configurations):
    graph = build_map(configurations, labels={"loentimer": "Løntimer på en rigtig arbejdsplads"})

    written = {text.get_text().replace("\n", " ") for text in draw_map(graph, language="da").texts}

    assert "Løntimer på en rigtig arbejdsplads" in written
    assert {"I · Indsats", "C · Kontekst", "M · Mekanisme", "O · Udkomme"} <= written


def test_no_box_lies_on_another_and_no_line_runs_through_one(configurations):
    boxes = layout(build_map(configurations))

    for (_, (x, y, height)), (_, (other_x, other_y, other_height)) in itertools.combinations(
        boxes.items(), 2
    ):
        assert x != other_x or abs(y - other_y) >= (height + other_height) / 2
    assert any("→" in name for name in boxes)


def test_several_maps_stand_one_above_the_other_each_under_its_title(configurations):
    axes = draw_maps(
        {"Løn": build_map(configurations.head(1)), "Dansk": build_map(configurations.tail(1))},
        "da",
    )

    tops = [ax.get_position().y1 for ax in axes]
    assert [ax.get_title(loc="left") for ax in axes] == ["Løn", "Dansk"]
    assert tops == sorted(tops, reverse=True)


def test_lines_that_meet_a_box_share_its_side_and_one_within_a_column_bows_out(configurations):
    ax = draw_map(build_map(configurations))

    arrows = {
        tuple(round(value, 3) for value in text.xy) for text in ax.texts if hasattr(text, "xy")
    }
    edges = build_map(configurations).number_of_edges()
    assert len(arrows) == edges
    bows = [
        text.arrowprops["connectionstyle"]
        for text in ax.texts
        if hasattr(text, "xy") and text.arrowprops["connectionstyle"] != "arc3,rad=0.000"
    ]
    assert len(bows) == 1


def test_a_long_word_stays_whole_or_is_divided_with_a_hyphen(configurations):
    labels = {"mening": "Arbejdsmarkedsparathed", "job": "Beskæftigelsesmedarbejdersamtalerne"}

    written = {text.get_text() for text in draw_map(build_map(configurations, labels=labels)).texts}

    assert "Arbejdsmarkedsparathed" in written
    assert "Beskæftigelsesmedarbe-\njdersamtalerne" in written


def test_an_empty_map_is_drawn_with_its_headings(configurations):
    assert len(draw_map(build_map(configurations.head(0))).texts) == 4


def test_the_map_is_told_in_words_and_in_numbers(configurations, evidence):
    graph = build_map(
        configurations, evidence, labels={"opfoelgning": "Opfølgning", "mening": "Mening"}
    )

    table = edge_table(graph)

    assert "Opfølgning betinger Mening." in describe(graph, "da")
    assert "loentimer leads to arbejdsplads." in describe(graph, "en")
    first = table[(table["from"] == "loentimer")].iloc[0]
    assert first[["to", "cases", "supports", "contradicts"]].tolist() == ["arbejdsplads", 2, 2, 1]
