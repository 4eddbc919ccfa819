"""Figures, tables and appendices of a report hold the numbers of the frames they are made of."""

from __future__ import annotations

import re
import shutil

import matplotlib as mpl
import pandas as pd
import pytest

import icmo
from icmo import Project, report
from icmo.claims import unanswered_questions
from icmo.demo import sample_folder

mpl.use("Agg")


@pytest.fixture(scope="module")
def project(filled_project, tmp_path_factory):
    path = tmp_path_factory.mktemp("exhibits") / "kib.icmo"
    shutil.copyfile(filled_project, path)
    with Project.open(path) as opened:
        yield opened


@pytest.fixture(scope="module")
def months():
    return icmo.outcomes.read_months(sample_folder() / "months.csv.gz")


@pytest.fixture(scope="module")
def waves():
    sample = sample_folder()
    return icmo.surveys.wave_table(sample / "survey.csv", items=sample / "survey_items.csv")


@pytest.fixture(autouse=True)
def _danish():
    report.begin(language="da")
    yield
    report.begin()


def rows(exhibit):
    return exhibit.payload()["rows"]


def column(exhibit, place):
    return [row[place] for row in rows(exhibit)]


def words_of(svg):
    return " ".join(re.findall(r"<text[^>]*>([^<]*)</text>", svg))


# ── figures ──────────────────────────────────────────────────────────────────────────────


@pytest.mark.parametrize("number", icmo.outcomes.FIGURES)
def test_a_figures_picture_and_its_words_hold_the_numbers_of_its_frame(months, number):
    table = icmo.outcomes.figure_table(number, months)

    payload = report.outcome_figure(table).payload()

    shares = {
        report.percent(share).replace("\u00a0", " ") for share in table["share"].dropna() if share
    }
    assert shares - set(re.findall(r"\d+ %", payload["alt"])) == set()
    assert shares - set(re.findall(r"\d+ %", words_of(payload["svg"]))) == set()
    assert payload["caption"] == icmo.outcomes.wording.title(table, "da")
    assert payload["note"] == icmo.outcomes.notes(table, "da")
    # On the page caption and note stand around the drawing, and only there.
    assert payload["caption"] not in words_of(payload["svg"])


def test_the_numbers_of_a_figure_are_a_table_too(months):
    table = icmo.outcomes.figure_table(5, months)

    shown = report.numbers_table(table)

    hidden = ["*" if pd.isna(one) else f"{one:.0f}" for one in table["persons"]]
    assert column(shown, 2) == hidden
    assert column(shown, 4) == [
        "*" if pd.isna(one) else report.percent(one) for one in table["share"]
    ]


def test_a_sentence_beside_a_figure_cannot_disagree_with_it(months):
    table = icmo.outcomes.figure_table(3, months)

    said = report.percent(report.value(table, "share", group="1")).replace("\u00a0", " ")

    assert f"Mål 1 (n = 400): {said}." in report.outcome_figure(table).payload()["alt"]


def test_figures_call_cases_as_the_chapter_does(project, months):
    report.begin(project, "da", "letters")
    table = icmo.outcomes.figure_table(2, months)

    payload = report.outcome_figure(table).payload()

    assert "Kommune A (n = " in payload["alt"]
    assert "Egebæk" not in payload["alt"] + words_of(payload["svg"])


def test_the_course_and_the_ways_are_figures_with_words(months):
    goals = icmo.outcomes.attainment_table(months, by="month")
    ways = icmo.outcomes.flow_table(months)

    course, flow = report.course_figure(goals).payload(), report.flow_figure(ways).payload()

    assert course["alt"] == icmo.outcomes.describe_course(goals, "da")
    assert flow["alt"] == icmo.outcomes.describe_flow(ways, "da")
    assert flow["wide"]


def test_waves_are_drawn_and_told(waves):
    payload = report.waves_figure(waves).payload()

    assert payload["alt"] == icmo.surveys.describe_waves(waves, "da")
    assert "på en skala fra 1 til 5" in payload["note"]


def test_a_box_lays_wave_against_wave(waves):
    box = report.survey_box(waves, ["samarbejde_familie"]).payload()

    first, second = waves[waves["item"] == "samarbejde_familie"].to_dict("records")
    assert box["title"] == "Fra kommunernes selvevaluering 2020 og 2022"
    assert box["blocks"][0]["rows"][0][1:] == [
        f"{report.percent(first['share'])} (n = {first['n']:.0f})",
        f"{report.percent(second['share'])} (n = {second['n']:.0f})",
        f"+{second['change']:.0f}",
    ]


def test_what_was_asked_once_is_compared_with_nothing(waves):
    box = report.survey_box(waves, "leder_foelger_op").payload()

    assert box["title"] == "Fra kommunernes selvevaluering 2022"
    assert box["blocks"][0]["head"] == ["Udsagn", "2022"]


def test_a_map_is_told_once_each_way_and_lists_its_passages(project):
    made = report.map_figure(project, "virksomhedsrettet_indsats", passages=True).payload()

    graph = icmo.maps.build_map(
        icmo.configurations.of_intervention(
            project.configurations(), "virksomhedsrettet_indsats", project.codebook
        ),
        project.evidence(),
        project.codebook.labels("da"),
    )
    named = [data["label"] for _, data in graph.nodes(data=True) if data["slot"] != "link"]
    assert [name for name in named if name not in made["alt"]] == []
    assert len(made["alt"]) < 0.8 * len(icmo.maps.describe(graph, "da"))
    assert made["passages"][0]["number"] == 1
    assert made["passages"][0]["speaker"].split(", ")[0] in ("Medarbejder", "Kvinde")
    assert re.fullmatch(r"\w+, \w+, replik \d+", made["passages"][0]["place"])


def test_a_maps_arrows_are_a_table_too(project):
    shown = report.map_table(project, "virksomhedsrettet_indsats")

    edges = icmo.maps.edge_table(
        icmo.maps.build_map(
            icmo.configurations.of_intervention(
                project.configurations(), "virksomhedsrettet_indsats", project.codebook
            ),
            project.evidence(),
            project.codebook.labels("da"),
        )
    )
    assert column(shown, 0) == list(edges["from"])
    assert column(shown, 4) == [str(one) for one in edges["supports"]]


def test_the_models_are_numbered_by_themselves_and_told(project):
    one, two = report.theory_model(project).payload(), report.readiness_model(project).payload()

    assert {one["series"], two["series"]} == {"model"}
    assert "Mekanisme: Meningsfuldhed, Relationsdannelse" in one["alt"]
    assert "Virksomhedsrettede indsatser: Kvinder med lavest" in two["alt"]
    assert one["wide"]


def test_a_matrix_is_a_picture_and_a_table_of_the_same_counts(project):
    counts = icmo.matrices.code_matrix(project.tags(), rows="case", columns="mechanism")
    labels = project.codebook.labels("da")
    report.begin(project, "da")

    table, figure = report.matrix_table(counts, labels), report.matrix_figure(counts, labels)

    assert [[int(cell) for cell in row[1:]] for row in rows(table)] == counts.to_numpy().tolist()
    assert column(table, 0)[0] == "Egebæk"
    assert table.payload()["head"][0] == "Kommune"
    assert "Flest: Nørrevang og Meningsfuldhed, 6." in table.payload()["alt"]
    assert "Nørrevang og Meningsfuldhed: 6" in figure.payload()["alt"]


def test_the_more_a_cell_holds_the_darker_it_is():
    counts = pd.DataFrame({"a": [0, 2], "b": [1, 4]}, index=["x", "y"])

    shades = report.matrix_table(counts).payload()["shades"]

    assert shades[0][1] is None
    assert shades[1][2] == "#7fb58d"
    assert shades[0][2] > shades[1][1] > shades[1][2]


# ── tables ───────────────────────────────────────────────────────────────────────────────


def test_the_evidence_of_a_configuration_is_all_of_it_with_who_and_where(project):
    shown = report.evidence_table(project, "Løntimer giver mening")

    target = project.configurations()["configuration"].iloc[0]
    own = project.evidence()
    own = own[own["target"] == target].drop_duplicates(["document", "start", "end", "stance"])
    assert len(rows(shown)) == len(own)
    assert column(shown, 0).count("Taler imod") == (own["stance"] == "contradicts").sum()
    assert len(shown.payload()["passages"]) == len(
        own.drop_duplicates(["document", "start", "end"])
    )
    assert len(shown.payload()["at"]) == len(own)
    assert "Amira" not in str(shown.payload()["rows"])


def test_configurations_and_claims_are_counted_as_elsewhere(project):
    theories = report.configuration_table(project)
    claims = report.claim_table(project, ["t02_fastholdelse", "t01_jobskabelse"])

    counts = icmo.configurations.evidence_table(project.configurations(), project.evidence())
    assert column(theories, 1) == [str(one) for one in counts["supports"]]
    assert column(theories, 4) == [str(one) for one in counts["documents"]]
    known = project.claims().set_index("theme")
    assert rows(claims)[0] == [
        known.loc["t02_fastholdelse", "text"],
        *[str(known.loc["t02_fastholdelse", name]) for name in ("supports", "contradicts")],
        *[str(known.loc["t02_fastholdelse", name]) for name in ("qualifies", "documents", "cases")],
    ]


def test_numbers_and_words_stand_side_by_side(project, months):
    figures = icmo.outcomes.case_table(months)

    shown = report.joint_table(
        project, figures, {"n": "Kvinder", "goal_1": "Mål 1"}, ["Løntimer giver mening"]
    )

    egebaek = figures.set_index("case").loc["Egebæk Kommune"]
    assert rows(shown)[0][:3] == [
        "Egebæk",
        f"{egebaek['n']:.0f}",
        report.percent(egebaek["goal_1"]),
    ]
    assert shown.payload()["wide"]


def test_a_judgement_of_fit_is_shown_as_a_word(project, months):
    theory = project.configurations()["configuration"].iloc[0]
    judged = pd.DataFrame(
        [("Egebæk Kommune", theory, "confirms", "Tallene peger samme vej")],
        columns=["case", "configuration", "fit", "inference"],
    )

    shown = report.joint_table(
        project,
        icmo.outcomes.case_table(months),
        {"n": "Kvinder"},
        ["Løntimer giver mening"],
        judged,
    )

    assert rows(shown)[0][-1] == "Bekræfter. Tallene peger samme vej"
    assert "Siger intet" in column(shown, -1)


def test_themes_and_answers_are_the_claims_own_sentences(project):
    claims = project.claims()

    themes = report.theme_list(project, "virksomhedsrettet_indsats").payload()["items"]
    answers = report.answer_list(project, "egne_tal").payload()["items"]
    unanswered = unanswered_questions(project.questions(), claims)["question"].iloc[0]
    nothing = report.answer_list(project, unanswered).payload()["items"]

    assert themes == list(claims.loc[claims["type"] == "virksomhedsrettet_indsats", "text"])
    assert answers[0].startswith(claims.loc[claims["question"] == "egne_tal", "text"].iloc[0])
    assert nothing == ["Intet tema svarer på spørgsmålet."]


def test_the_questions_stand_with_their_answers_counted(project):
    shown = report.question_table(project)

    questions = project.questions()
    assert column(shown, 0) == list(questions["text"])
    assert column(shown, 4) == [str(len(one)) for one in questions["answered_by"]]


def test_statements_are_counted_by_theme():
    statements = sample_folder() / "statements.csv"
    themes = {"sprog": ["sprog", "dansk"]}

    shown = report.board_table(statements, themes)

    counted = icmo.surveys.board_table(statements, themes).set_index("theme")
    language = next(row for row in rows(shown) if row[0] == "sprog")
    assert language[1] == str(counted.loc["sprog", "statements"])


# ── appendices ───────────────────────────────────────────────────────────────────────────


def test_the_interview_guide_has_every_question_of_its_principle(project):
    shown = report.interview_guide(project, "tvaerfaglig")

    asked = icmo.guide.interview_guide(project.codebook, "tvaerfaglig")
    assert column(shown, 1) == list(asked["text"])
    assert shown.payload()["caption"] == "Interviewguide efter GUIDE: Tværfaglighed"
    assert rows(shown)[0][0] == "G · Retningsgivende (Guiding)"


def test_definitions_have_citations(project):
    shown = report.definition_table(project, "mechanism")
    english = report.definition_table(project, "mechanism", "en")

    code = project.codebook["meningsfuldhed"]
    assert rows(shown)[0] == ["Meningsfuldhed", code.definition["da"], "Salado-Rasmussen 2018"]
    assert rows(english)[0][1] == code.definition["en"]
    assert english.payload()["caption"] == "Definitions of mechanisms"


def test_the_codebook_is_a_table_for_each_family_with_children_under_their_parents(project):
    tables = report.codebook_tables(project)

    families = project.codebook.family_records
    assert len(tables) == len(families)
    assert sum(len(rows(one)) for one in tables) == len(project.codebook.codes())
    moderators = column(report.codebook_table(project, "moderator"), 0)
    assert moderators[moderators.index("Organisering") + 1].startswith("– ")


def test_the_material_is_counted_and_nobody_is_named(project):
    shown = report.data_table(project)

    every = project.documents()
    documents = every[every["kind"] != "statement board"]
    assert len(rows(shown)) == len(documents) + 1
    assert rows(shown)[-1] == [
        *("I alt", "16", "", ""),
        report.number(int(documents["turns"].sum())),
        report.number(int(documents["words"].sum())),
        "",
    ]
    assert "Amira" not in str(shown.payload())


def test_levels_are_what_people_judged_and_a_doubt_is_a_word(project):
    shown = report.level_table(project)

    cells = {
        (row[0], team): cell
        for row in rows(shown)
        for team, cell in zip(shown.payload()["head"][1:], row[1:], strict=True)
    }
    labels = project.codebook.labels("da")
    business, problems = (
        labels["virksomhedsrettet_indsats"],
        labels["problemloesende_indsats"],
    )
    assert cells[business, "Jobcenterteam"].startswith("Høj\n")
    assert cells[business, "Ekstern"].startswith("Lav (usikkert)\n")
    assert cells[problems, "Ekstern"].startswith("Høj (usikkert)\n")
    assert "?" not in str(shown.payload()["rows"])
    assert cells[business, "Jobcenterteam"].endswith("af 4 kommuner")


def test_what_works_for_whom_has_moderators_across_all(project):
    shown = report.overview_table(project)

    table = icmo.matrices.overview_table(
        project.configurations(), project.evidence(), project.tags()
    )
    (span,) = shown.payload()["spans"]
    assert rows(shown)[span[0]][0] == "Moderatorer"
    assert span[1:] == [1, 4]
    lowest = rows(shown)[0][1].split("\n")
    own = table[(table["row"] == "intervention") & (table["target"] == "parathed_lavest")]
    labels = project.codebook.labels("da")
    assert len(lowest) == len(own)
    assert lowest[0].removeprefix("•\u00a0").startswith(labels[own["code"].iloc[0]])
    assert "?" not in str(rows(shown))


def test_principles_by_letters_show_levels_spread_and_passages(project):
    shown = report.guide_table(project)

    table = icmo.guide.guide_table(project.ratings(), project.tags())
    first = table[(table["principle"] == "beskaeftigelsesorienteret") & (table["letter"] == "G")]
    row = first.iloc[0]
    cell = next(one for one in rows(shown) if one[0] == "Beskæftigelsesorientering")[1]
    assert cell.startswith(report.number(row["middle"]))
    assert cell.endswith(f"({row['passages']})")


def test_what_is_not_known_is_listed(project):
    items = report.unknown_list(project).payload()["items"]

    told = " ".join(items)
    asked = unanswered_questions(project.questions(), project.claims())["text"].iloc[0]
    assert f"Intet tema svarer på spørgsmålet: {asked}" in items
    assert (
        "»Dansk læres på arbejdspladsen, men kun når der er nogen at tale med« mangler mekanisme"
        in told
    )
    assert "Mere taler imod end for temaet" in told
    assert "vurderinger af organiseringen er usikre" in told


def test_rameses_is_filled_from_the_project_and_says_where(project):
    shown = report.rameses_table(project, {4: "afsnit 2.2", "11": "bilag 3"})

    assert column(shown, 0) == [str(number) for number in range(1, 21)]
    by_item = {row[0]: row for row in rows(shown)}
    assert by_item["4"][2:4] == ["Ja", "afsnit 2.2"]
    assert by_item["4"][4].startswith("17 konfigurationer")
    assert by_item["11"][2:] == ["Ja", "bilag 3", "16 dokumenter: gruppeinterview og interview"]
    assert by_item["13"][2] == "Uklart"
    assert by_item["20"][2] == "Nej"


@pytest.mark.parametrize("language", ["da", "en"])
def test_every_exhibit_of_the_project_is_in_both_languages_with_words_for_the_blind(
    project, language
):
    report.begin(project, language)

    made = [
        report.theory_model(project),
        report.readiness_model(project),
        report.map_figure(project, "livshistorie_indsats"),
        report.configuration_table(project),
        report.overview_table(project),
        report.level_table(project),
        report.guide_table(project),
        report.data_table(project),
        report.rameses_table(project),
    ]

    assert [one.caption for one in made if not one.alt or not one.caption] == []
    assert [one.caption for one in made if not one.source] == [made[-2].caption]
    other = {"da": "municipalities", "en": "kommuner"}[language]
    assert [one.caption for one in made if other in one.source + one.note] == []
