"""Maps: configurations as a graph; its drawing is tested on artists, not pixels."""

from __future__ import annotations

import itertools
import random
from pathlib import Path

import matplotlib as mpl
import matplotlib.pyplot as plt
import networkx as nx
import pandas as pd
import pypdf
import pytest
from lxml import etree
from matplotlib.image import imread

from icmo.codebook import Codebook
from icmo.configurations import parents_of, read_configurations
from icmo.maps import (
    MapError,
    build_difference,
    build_map,
    describe,
    draw_map,
    draw_maps,
    draw_readiness,
    draw_theory_frame,
    edge_table,
    layout,
    read_map,
    readiness_table,
    split_maps,
    theory_table,
    wrapped,
    write_map,
)
from icmo.maps.breaking import text_width

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


# ── nothing on top of anything ───────────────────────────────────────────────────────────

SAMPLE = Path(__file__).parent.parent / "interviews_sample" / "configurations.yaml"
TALLEST_PAGE = 11.69
WORDS = [
    "arbejdsmarkedsparathed",
    "samtale",
    "tid",
    "virksomhedssamarbejde",
    "job",
    "beskæftigelsesindsatsen",
    "tryghed",
    "i",
    "hverdagen",
    "(FVU)",
    "og",
    "mål",
    "2:",
    "lønnede",
    "timer",
    "ude/inde",
    "sundhedsforståelse",
]


def sample_theory():
    """The configurations and the evidence of the sample, as frames."""
    found = read_configurations(SAMPLE)
    theory = pd.DataFrame(
        [
            {
                "configuration": str(number),
                "title": one.title,
                **one.slots,
                "moderators": one.moderators,
                "for_whom": one.for_whom,
            }
            for number, one in enumerate(found)
        ]
    )
    rows = [
        {"target": str(number), "case": row.document, "group": "kvinde", "stance": row.stance}
        for number, one in enumerate(found)
        for row in one.evidence
    ]
    return theory, pd.DataFrame(rows).assign(target_kind="configuration")


def a_random_graph(nodes, seed):
    """A graph of long and short names in all columns, moderators on moderators and on lines."""
    chance = random.Random(seed)
    graph = nx.DiGraph()
    slots = ["intervention", "context", "moderator", "mechanism", "outcome"]
    edge = {"configurations": [], "effect": "", "sign": "", "passages": 0, "qualifies": 0}
    for number in range(nodes):
        label = " ".join(chance.choices(WORDS, k=chance.randint(1, 6)))
        graph.add_node(f"n{number}", code=str(number), slot=chance.choice(slots), label=label)
    column = {"intervention": 0, "context": 1, "moderator": 1, "mechanism": 2, "outcome": 3}
    for _ in range(2 * nodes if nodes > 1 else 0):
        one, two = chance.sample(sorted(graph), 2)
        first, second = (graph.nodes[node]["slot"] for node in (one, two))
        if column[first] < column[second] or (first == second == "moderator"):
            effect = chance.choice(["strengthens", "blocks"]) if first == "moderator" else ""
            count = chance.randint(0, 9)
            cases = set(range(count))
            stance = {"supports": count, "contradicts": chance.randint(0, 9)}
            graph.add_edge(one, two, **{**edge, **stance, "cases": cases, "effect": effect})
    return graph


def assert_nothing_lies_on_anything(graph, ax):
    """Boxes apart, words inside their boxes, all words inside the frame and on no other words."""
    boxes = list(layout(graph).boxes.values())
    for one, other in itertools.combinations(boxes, 2):
        assert (
            one.right <= other.left
            or other.right <= one.left
            or one.top + one.height <= other.top + 1e-9
            or other.top + other.height <= one.top + 1e-9
        )
    ax.figure.canvas.draw()
    frame = ax.figure.bbox
    inked = [(text, text.get_window_extent()) for text in ax.texts]
    for text, extent in inked:
        assert extent.x0 >= frame.x0, text
        assert extent.y0 >= frame.y0, text
        assert extent.x1 <= frame.x1, text
        assert extent.y1 <= frame.y1, text
    words = [one for one in inked if one[0].get_gid() != "badge" and len(one[0].get_text()) > 1]
    for (text, one), (_, other) in itertools.combinations(words, 2):
        assert not one.overlaps(other), text
    labels = [extent for text, extent in inked if text.get_gid() == "label"]
    inverse = ax.transData.inverted()
    for extent, box in zip(labels, boxes, strict=True):
        (left, bottom), (right, top) = inverse.transform([extent.min, extent.max])
        assert box.left <= left, extent
        assert right <= box.right, extent
        assert box.top <= top, extent
        assert bottom <= box.top + box.height, extent


@pytest.mark.parametrize("nodes", [1, 3, 12, 40, 60, 80])
@pytest.mark.parametrize("seed", [1, 2])
def test_on_a_map_of_any_size_nothing_lies_on_anything_or_outside_the_frame(nodes, seed):
    graph = a_random_graph(nodes, seed)

    assert_nothing_lies_on_anything(graph, draw_map(graph, language="da"))


def test_on_the_map_of_the_sample_nothing_lies_on_anything_and_signs_stand_apart():
    theory, evidence = sample_theory()
    labels = Codebook.load("kib").labels("da")
    graph = build_map(theory, evidence, labels)

    ax = draw_map(graph, language="da")

    assert_nothing_lies_on_anything(graph, ax)
    assert ax.figure.get_size_inches()[1] <= TALLEST_PAGE
    badges = [text.get_position() for text in ax.texts if text.get_gid() == "badge"]
    for (x, y), (other_x, other_y) in itertools.combinations(badges, 2):
        assert max(abs(x - other_x), abs(y - other_y)) > 0.1


def test_a_map_in_a_small_frame_has_smaller_letters_not_overlapping_ones():
    graph = a_random_graph(20, 3)
    figure, ax = plt.subplots(figsize=(4, 3))

    draw_map(graph, ax)

    assert_nothing_lies_on_anything(graph, ax)
    assert ax.figure is figure


def test_lines_cross_no_more_than_they_must():
    straight = pd.DataFrame(
        [
            {
                "configuration": str(number),
                "title": "",
                "intervention": (f"i{number}",),
                "context": (f"c{(number * 3) % 7}",),
                "mechanism": (f"m{(number * 5) % 7}",),
                "outcome": (f"o{(number * 2) % 7}",),
                "moderators": (),
            }
            for number in range(7)
        ]
    )

    assert layout(build_map(straight)).crossings == 0


def test_a_line_that_leaps_over_a_column_has_a_place_of_its_own_there(configurations):
    placed = layout(build_map(configurations))

    (middle,) = placed.threads["context:arbejdsplads", "outcome:dansk"]
    mechanisms = [box for node, box in placed.boxes.items() if node.startswith("mechanism")]
    assert all(not box.top <= middle <= box.top + box.height for box in mechanisms)


@pytest.mark.parametrize(
    ("label", "lines"),
    [
        ("Arbejdsmarkedsparathed", ["Arbejdsmarkeds-", "parathed"]),
        ("Beskæftigelsesindsatsen", ["Beskæftigelses-", "indsatsen"]),
        ("Ressourceafdækning/personlig", ["Ressourceafdækning/", "personlig"]),
        ("tid og ro", ["tid og ro"]),
    ],
)
def test_a_word_is_broken_only_when_it_must_and_where_its_parts_meet(label, lines):
    assert list(wrapped(label, text_width("Ressourceafdækning/"))) == lines


def test_the_words_are_taken_to_be_at_least_as_wide_as_they_are():
    figure = plt.figure()
    for label in Codebook.load("kib").labels("da").values():
        text = figure.text(0, 0, label, fontsize=8)
        assert text.get_window_extent().width / figure.dpi <= text_width(label, 8), label


# ── what is drawn ────────────────────────────────────────────────────────────────────────


def test_a_moderator_of_an_outcome_acts_on_the_lines_that_lead_to_it(configurations):
    configurations["moderators"] = [({"code": "tid", "on": "job", "effect": "blocks"},), ()]
    graph = build_map(configurations)

    onto = [end for start, end in graph.edges if start == "moderator:tid"]

    assert onto == ["link:mechanism:mening→outcome:job", "link:mechanism:identitet→outcome:job"]
    ax = draw_map(graph)
    assert [text.get_text() for text in ax.texts if text.get_gid() == "badge"] == ["×", "×"]
    assert "tid conditions mening → job." in describe(graph, "en")


def test_more_against_than_for_is_dashed_and_more_cases_is_wider(configurations, evidence):
    evidence.loc[evidence["target"] == "2", "stance"] = "contradicts"
    ax = draw_map(build_map(configurations, evidence), language="da")
    widths = {round(patch.get_linewidth(), 2) for patch in ax.patches}

    assert "flere uddrag imod end for" in [text.get_text() for text in ax.texts]
    assert {0.8, 1.1} <= widths


def test_codes_under_one_parent_are_one_node(configurations):
    graph = build_map(configurations, level="parent", parents={"mening": "M", "identitet": "M"})

    assert graph.has_edge("mechanism:M", "outcome:job")
    assert "mechanism:mening" not in graph


def test_relations_between_configurations_are_told_beneath_the_map(configurations):
    relations = pd.DataFrame([{"configuration": "1", "kind": "precedes", "other": "2"}])

    ax = draw_map(build_map(configurations, relations=relations), language="da")

    assert '"Løn" går forud for "Dansk"' in [text.get_text() for text in ax.texts]


def test_small_multiples_divide_by_target_group_or_by_who_speaks(configurations, evidence):
    configurations["for_whom"] = [("lav",), ("lav", "høj")]
    evidence["group"] = ["kvinde", "kvinde", "kommune", "kommune"]

    by_target = split_maps(configurations, evidence, labels={"lav": "Lavest"})
    by_group = split_maps(configurations, evidence, "group")

    assert {name: len(graph) for name, graph in by_target.items()} == {"Lavest": 8, "høj": 3}
    assert by_group["kvinde"].edges["mechanism:mening", "outcome:job"]["supports"] == 2
    assert "outcome:dansk" not in by_group["kvinde"]
    figure = draw_maps(by_target, "da")
    assert [ax.texts[0].get_text() for ax in figure.axes] == ["Lavest", "høj"]


def test_two_versions_of_a_theory_are_one_picture(configurations):
    graph = build_difference(configurations.head(1), configurations.tail(1))

    assert graph.nodes["mechanism:mening"]["change"] == "removed"
    assert graph.nodes["outcome:dansk"]["change"] == "added"
    assert graph.edges["intervention:loentimer", "context:arbejdsplads"]["change"] == "kept"
    assert {"+", "−"} <= {text.get_text() for text in draw_map(graph).texts}


# ── files ────────────────────────────────────────────────────────────────────────────────


def test_a_map_is_written_as_pictures_graph_and_table_and_read_back(
    configurations, evidence, tmp_path
):
    relations = pd.DataFrame([{"configuration": "1", "kind": "rivals", "other": "2"}])
    graph = build_map(configurations, evidence, {"mening": "Ærlig mening"}, relations=relations)
    for suffix in ("svg", "pdf", "png", "graphml", "csv"):
        write_map(graph, tmp_path / f"map.{suffix}", "da")

    back = read_map(tmp_path / "map.graphml")
    assert dict(back.nodes(data=True)) == dict(graph.nodes(data=True))
    for start, end, edge in graph.edges(data=True):
        assert back.edges[start, end] == {**edge, "configurations": sorted(edge["configurations"])}
    assert back.graph["relations"] == [("Løn", "rivals", "Dansk")]
    table = pd.read_csv(tmp_path / "map.csv", keep_default_na=False)
    pd.testing.assert_frame_equal(table, edge_table(graph), check_dtype=False)
    svg = "".join(etree.parse(tmp_path / "map.svg").getroot().itertext())
    assert "Ærlig mening" in svg
    (page,) = pypdf.PdfReader(tmp_path / "map.pdf").pages
    assert "Ærlig mening" in page.extract_text()
    assert imread(tmp_path / "map.png").shape[1] == 1500
    before = (tmp_path / "map.svg").read_bytes()
    write_map(graph, tmp_path / "map.svg", "da")
    assert (tmp_path / "map.svg").read_bytes() == before


def test_a_file_of_another_kind_is_refused(configurations, tmp_path):
    with pytest.raises(MapError, match="graphml"):
        write_map(build_map(configurations), tmp_path / "map.docx")


# ── the two models ───────────────────────────────────────────────────────────────────────


def test_model_1_shows_the_theory_of_the_codebook_with_the_cases_that_speak_of_it():
    codes = Codebook.load("kib").codes()
    child = next(iter(parents_of(codes)))
    tags = pd.DataFrame({"case": ["A", "B", "B"], "code": [child, child, "meningsfuldhed"]})
    table = theory_table(codes, tags).set_index("code")

    assert table["cases"][parents_of(codes)[child]] == 2
    assert child not in table.index
    ax = draw_theory_frame(theory_table(codes, tags), {"meningsfuldhed": "Mening"}, language="da")
    assert "Mening (1 case)" in [text.get_text() for text in ax.texts]
    assert "P · Princip" in [text.get_text() for text in ax.texts]


def test_model_2_shows_efforts_along_readiness_as_thick_as_they_have_cases():
    theory, evidence = sample_theory()
    parents = parents_of(Codebook.load("kib").codes())
    theory["for_whom"] = [("lav",), *[()] * (len(theory) - 2), ("lav", "høj")]

    table = readiness_table(theory, evidence, ["lav", "høj"], parents)

    assert table.columns.tolist() == ["intervention", "target", "configurations", "cases"]
    assert len(table) == 2 * table["intervention"].nunique()
    assert table[table["target"] == "høj"]["configurations"].sum() >= 1
    ax = draw_readiness(table, language="da")
    assert (
        sum(patch.get_height() > 0 for patch in ax.patches) == (table["configurations"] > 0).sum()
    )


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
