"""Framework, joint display, appendices: every cell leads to its passages and says what it does not know."""

from __future__ import annotations

import numpy as np
import pandas as pd
import pytest

from icmo.matrices import (
    MatrixError,
    framework_matrix,
    framework_table,
    joint_display_matrix,
    joint_display_table,
    level_matrix,
    level_table,
    overview_matrix,
    overview_table,
    polarity_table,
    show_matrix,
)


def tags_of(*rows):
    """Case, code, start, end, when, polarity; one document and one coder for each case."""
    return pd.DataFrame(
        [
            (f"t{n}", f"{case}1", case, "kommune", "anna", role(code), code, start, end, when, way)
            for n, (case, code, start, end, when, way) in enumerate(rows)
        ],
        columns=[
            *("tag", "document", "case", "group", "coder", "role", "code"),
            *("start", "end", "created", "polarity"),
        ],
    )


def role(code):
    return {"job": "outcome", "løft": "method"}.get(code, "mechanism")


MAY, JUNE, JULY = "2026-05-01T00:00:00Z", "2026-06-01T00:00:00Z", "2026-07-01T00:00:00Z"
TAGS = tags_of(
    ("A", "mening", 0, 10, MAY, "promotes"),
    ("A", "mening", 20, 30, JULY, "hinders"),
    ("B", "mening", 0, 10, MAY, "promotes"),
    ("B", "tillid", 5, 9, MAY, ""),
)
SUMMARIES = pd.DataFrame(
    [
        ("A", "mening", "Hun kender sit mål.", JUNE),
        ("B", "mening", "Gammel", MAY),
        ("B", "mening", "Målet er fælles.", JUNE),
    ],
    columns=["case", "code", "text", "created"],
).assign(coder="anna", state="")
DOCUMENTS = pd.DataFrame(
    {"document": ["A1", "B1", "C1"], "case": ["A", "B", "C"], "size": ["stor", "lille", "stor"]}
)


def test_a_cell_is_empty_unwritten_written_or_older_than_its_newest_passage():
    table = framework_table(TAGS, SUMMARIES, DOCUMENTS).set_index(["case", "code"])

    assert table["state"].to_dict() == {
        ("A", "mening"): "stale",
        ("A", "tillid"): "empty",
        ("B", "mening"): "summarised",
        ("B", "tillid"): "not_summarised",
        ("C", "mening"): "empty",
        ("C", "tillid"): "empty",
    }
    assert table.loc[("B", "mening"), "text"] == "Målet er fælles."
    assert table.loc[("A", "mening"), "tags"] == ("t0", "t1")
    assert table.loc[("A", "mening"), "passages"] == 2


def test_the_framework_lies_out_as_cases_by_codes_in_the_order_asked_for():
    matrix = framework_matrix(TAGS, SUMMARIES, DOCUMENTS, ["tillid", "mening"], order="size")

    assert matrix.columns.tolist() == ["tillid", "mening"]
    assert matrix.index.tolist() == [("lille", "B"), ("stor", "A"), ("stor", "C")]
    assert matrix.loc[("stor", "A"), "mening"] == "Hun kender sit mål."
    counted = framework_matrix(TAGS, SUMMARIES, show="passages")
    assert counted.loc["A", "mening"] == 2


def test_what_helped_and_what_hindered_stand_side_by_side():
    row = polarity_table(TAGS).set_index("code").loc["mening"]

    assert (row["promotes_passages"], row["promotes_cases"]) == (2, 2)
    assert (row["hinders_passages"], row["unsaid_passages"]) == (1, 0)
    assert row["contested"]
    assert not polarity_table(TAGS).set_index("code").loc["tillid", "contested"]


CONFIGURATIONS = pd.DataFrame(
    [
        {
            "configuration": "k1",
            "title": "Lønnede timer",
            "sentence": "",
            "for_whom": ("lavest", "størst"),
            "intervention": ("loentimer",),
            "context": ("arbejdsplads",),
            "mechanism": ("mening",),
            "outcome": ("job",),
            "moderators": ({"code": "opfoelgning"},),
        },
        {
            "configuration": "k2",
            "title": "",
            "sentence": "Hvis …",
            "for_whom": ("størst",),
            "intervention": (),
            "context": ("arbejdsplads",),
            "mechanism": ("tillid",),
            "outcome": (),
            "moderators": (),
        },
    ]
)
EVIDENCE = pd.DataFrame(
    [
        ("e1", "k1", "A1", "A", 0, 10, "det gav mening", "supports"),
        ("e2", "k1", "A1", "A", 0, 10, "det gav mening", "supports"),
        ("e3", "k1", "B1", "B", 0, 10, "nej, aldrig", "contradicts"),
        ("e4", "k2", "A1", "A", 20, 30, "måske", "qualifies"),
    ],
    columns=["evidence", "target", "document", "case", "start", "end", "text", "stance"],
).assign(target_kind="configuration", group="kommune")


def test_figures_stand_beside_what_people_say_and_silence_is_found():
    figures = pd.DataFrame({"case": ["B", "A"], "persons": [3, 40], "lasting": [50.0, 22.0]})
    judged = pd.DataFrame(
        [("A", "k1", "confirms", "Tallene følges ad med udsagnene.")],
        columns=["case", "configuration", "fit", "inference"],
    )

    table = joint_display_table(
        figures, CONFIGURATIONS, EVIDENCE, judged, smallest=5, persons="persons"
    ).set_index(["case", "configuration"])

    assert table["fit"].to_dict() == {
        ("A", "k1"): "confirms",
        ("A", "k2"): "",
        ("B", "k1"): "",
        ("B", "k2"): "silent",
    }
    assert table.loc[("A", "k1"), ["supports", "contradicts", "documents"]].tolist() == [1, 0, 1]
    assert table.loc[("A", "k1"), "evidence"] == ("e1", "e2")
    assert table.loc[("A", "k1"), "quote"] == "det gav mening"
    assert table.loc[("A", "k2"), "title"] == "Hvis …"
    assert table.loc[("A", "k1"), "lasting"] == 22
    assert np.isnan(table.loc[("B", "k1"), "lasting"])
    assert table["suppressed"].tolist() == [False, False, True, True]


def test_a_fit_that_does_not_exist_is_refused(monkeypatch):
    monkeypatch.setenv("ICMO_LANGUAGE", "en")
    judged = pd.DataFrame(
        [("A", "k1", "confirm", "")], columns=["case", "configuration", "fit", "inference"]
    )

    with pytest.raises(MatrixError, match='Did you mean "confirms"'):
        joint_display_table(pd.DataFrame({"case": ["A"]}), CONFIGURATIONS, EVIDENCE, judged)


def test_what_works_for_whom_is_led_back_to_evidence_and_unsupported_codes_are_uncertain():
    tags = tags_of(("A", "løft", 5, 8, MAY, ""), ("B", "løft", 90, 99, MAY, ""))

    table = overview_table(CONFIGURATIONS, EVIDENCE, tags, ["lavest", "størst"])

    cells = {(row.row, row.target, row.code): row for row in table.itertuples()}
    assert cells["mechanism", "lavest", "mening"].evidence == ("e1", "e2")
    assert cells["mechanism", "lavest", "mening"].passages == 1
    assert cells["context", "størst", "arbejdsplads"].configurations == ("k1", "k2")
    assert not cells["mechanism", "størst", "mening"].uncertain
    assert cells["mechanism", "størst", "tillid"].uncertain
    assert cells["method", "størst", "løft"].configurations == ("k1",)
    assert ("mechanism", "lavest", "tillid") not in cells


def test_the_overview_lies_out_as_in_the_report():
    table = overview_table(CONFIGURATIONS, EVIDENCE)

    matrix = overview_matrix(
        table, ["lavest", "størst"], {"mening": "Mening", "størst": "Størst parathed"}, "da"
    )

    assert matrix.index.tolist() == [
        "Indsatser (hvad)",
        "Kontekst (hvor)",
        "Moderatorer",
        "Virkning (hvordan)",
        "Udkomme",
    ]
    assert matrix.loc["Virkning (hvordan)"].to_dict() == {
        "lavest": "Mening (1)",
        "Størst parathed": "Mening (1) · tillid ?",
    }


TEAMS = pd.DataFrame(
    {
        "case": ["A", "B", "C", "D", "E", "F", "X"],
        "team": ["intern"] * 6 + ["ekstern"],
        "document": [f"{case}1" for case in "ABCDEFX"],
    }
)


def test_a_focus_is_high_where_most_cases_of_a_team_code_it():
    everywhere = [(case, "mening", 0, 5, MAY, "") for case in "ABCDEF"]
    tags = tags_of(*everywhere, ("A", "tillid", 0, 5, MAY, ""))

    table = level_table(tags, TEAMS, "team", ["mening", "tillid"]).set_index(["team", "focus"])

    high, low = table.loc[("intern", "mening")], table.loc[("intern", "tillid")]
    assert (high["level"], high["uncertain"], high["cases"], high["of_cases"]) == (
        "high",
        False,
        6,
        6,
    )
    # One more case of six would make it middle.
    assert (low["level"], low["uncertain"], low["case_names"]) == ("low", True, ("A",))
    assert table.loc[("ekstern", "mening"), "uncertain"]


def test_what_evaluators_judged_goes_before_what_is_counted():
    judged = pd.DataFrame(
        [("intern", "tillid", "middle", True)], columns=["team", "focus", "level", "uncertain"]
    )

    table = level_table(TAGS, TEAMS, "team", ["tillid"], judgements=judged)

    assert level_matrix(table, {"intern": "Internt team"}, "da").loc["tillid"].to_dict() == {
        "ekstern": "Lav ? (0 af 1 case)",
        "Internt team": "Middel ? (1 af 6 cases)",
    }


@pytest.mark.parametrize(
    ("ask", "sentence"),
    [
        (lambda: framework_matrix(TAGS, SUMMARIES, show="texts"), 'Did you mean "text"'),
        (lambda: framework_matrix(TAGS, SUMMARIES, DOCUMENTS, order="sizes"), 'mean "size"'),
        (lambda: level_table(TAGS, TEAMS, "teams", ["mening"]), 'Did you mean "team"'),
    ],
)
def test_what_does_not_exist_is_refused_with_the_nearest(monkeypatch, ask, sentence):
    monkeypatch.setenv("ICMO_LANGUAGE", "en")

    with pytest.raises(MatrixError, match=sentence):
        ask()


def test_nothing_written_and_nothing_tagged_gives_empty_tables_with_their_columns():
    none = framework_table(TAGS.head(0), SUMMARIES.head(0))

    assert none.columns.tolist() == framework_table(TAGS, SUMMARIES).columns.tolist()
    assert overview_table(CONFIGURATIONS.head(0), EVIDENCE.head(0)).empty


def test_a_configuration_that_names_nobody_has_a_column_of_its_own():
    nobody = CONFIGURATIONS.assign(for_whom=[(), ("størst",)])

    matrix = overview_matrix(overview_table(nobody, EVIDENCE), language="en")

    assert matrix.columns.tolist() == ["størst", "For whom is not said"]
    assert matrix.loc["Outcomes", "For whom is not said"] == "job (1)"


def test_the_states_of_the_framework_are_words_once_it_is_shown():
    matrix = framework_matrix(TAGS, SUMMARIES, DOCUMENTS, show="state")

    danish, english = (show_matrix(matrix, language=one)._repr_html_() for one in ("da", "en"))

    for word in (
        "tom – ingen data",
        "data, ikke resumeret",
        "<td>resumeret</td>",
        "resumé ældre end nyeste mærkning",
    ):
        assert word in danish
    assert "summary older than newest tag" in english
    assert matrix.loc["A", "mening"] == "stale"


def test_cases_of_the_framework_stand_in_danish_order(monkeypatch):
    monkeypatch.setenv("ICMO_LANGUAGE", "en")
    names = ["Aarhus", "Ærø", "Vejle", "Åmose"]
    documents = pd.DataFrame(
        {"document": names, "case": names, "size": ["ny", "ældre", "åben", "ny"]}
    )

    plain = framework_matrix(TAGS.head(0), SUMMARIES.head(0), documents, ["mening"])
    sorted_ = framework_matrix(TAGS.head(0), SUMMARIES.head(0), documents, ["mening"], order="size")

    assert plain.index.tolist() == ["Vejle", "Ærø", "Åmose", "Aarhus"]
    assert [size for size, _ in sorted_.index] == ["ny", "ny", "ældre", "åben"]


OVERLAPPING = pd.concat(
    [
        EVIDENCE,
        EVIDENCE.head(1).assign(evidence="e9", start=5, end=15),  # overlaps the words of e1
    ],
    ignore_index=True,
)


def test_overlapping_evidence_of_two_coders_is_one_passage_in_every_table():
    figures = pd.DataFrame({"case": ["A"], "lasting": [22.0]})

    joint = joint_display_table(figures, CONFIGURATIONS, OVERLAPPING).iloc[0]
    overview = overview_table(CONFIGURATIONS, OVERLAPPING).set_index(["row", "target", "code"])

    assert (joint["supports"], joint["evidence"]) == (1, ("e1", "e2", "e9"))
    assert overview.loc[("mechanism", "lavest", "mening"), "passages"] == 1


def test_a_joint_display_is_read_with_figures_fit_and_what_a_case_is_silent_of():
    figures = pd.DataFrame(
        {"case": ["B", "A"], "n": [3, 40], "sustained_full": [0.5, 0.224], "ledige": [1.5, 2]}
    )
    judged = pd.DataFrame(
        [("A", "k1", "confirms", "De følges ad.")],
        columns=["case", "configuration", "fit", "inference"],
    )
    joint = joint_display_table(figures, CONFIGURATIONS, EVIDENCE, judged, persons="n")

    matrix = joint_display_matrix(joint, {"A": "Åmose", "ledige": "ledighed"}, "da")

    assert matrix.index.tolist() == ["Åmose", "", "B", ""]
    first = matrix.iloc[0]
    assert first["Tal"] == "deltagere: 40\nvarigt, over deltid: 22\N{NO-BREAK SPACE}%\nledighed: 2"
    assert first[["Støtter", "Tal og udsagn", "Slutning"]].tolist() == [
        *("1", "bekræfter", "De følges ad."),
    ]
    assert matrix.iloc[2]["Tal"] == "for få personer til at vise tal"
    assert matrix.iloc[3][["Konfiguration", "Tal og udsagn"]].tolist() == [
        "Siger intet om: Hvis …",
        "tavs",
    ]
