"""`icmo report check`: the defects of a hand-made report, each found where it is and not where it is not."""

from __future__ import annotations

import json
import shutil

import matplotlib as mpl
import nbformat
import pandas as pd
import pytest
from matplotlib.figure import Figure

from icmo import Codebook, Project, report
from icmo.cli import main
from icmo.documents.pseudonyms import Decision, Key
from icmo.report.exhibits import MIME

mpl.use("Agg")
CLAIM = "Job går tabt, når opfølgningen hører op, før misforståelserne er kommet frem."


@pytest.fixture(scope="module")
def project(filled_project, tmp_path_factory):
    path = tmp_path_factory.mktemp("check") / "kib.icmo"
    shutil.copyfile(filled_project, path)
    with Project.open(path) as opened:
        yield opened


@pytest.fixture(autouse=True)
def _danish():
    report.begin(language="da")
    yield
    report.begin()


def markdown(source, tags=(), **values):
    cell = nbformat.v4.new_markdown_cell(source)
    cell.metadata["tags"] = list(tags)
    told = [{"expression": name, "value": value} for name, value in values.items()]
    cell.metadata["icmo"] = {"values": told}
    return cell


def showing(exhibit):
    output = nbformat.v4.new_output("display_data", data={MIME: exhibit.payload()})
    return nbformat.v4.new_code_cell("vis()", outputs=[output])


def chapter(*cells):
    made = [markdown(one) if isinstance(one, str) else one for one in cells]
    made = [showing(one) if isinstance(one, report.Exhibit) else one for one in made]
    notebook = nbformat.v4.new_notebook(cells=made)
    notebook.metadata["icmo"] = {"language": "da"}
    return notebook


def found(project, *chapters, kind, key=None):
    """The findings of one kind, as rows of notebook, cell and what."""
    notebooks = {f"{number}.ipynb": one for number, one in enumerate(chapters, 1)}
    table = report.check_chapters(project, notebooks, key)
    own = table[table["kind"] == kind]
    return list(own[["notebook", "cell", "what"]].itertuples(index=False, name=None))


def drawing(label=""):
    ax = Figure(figsize=(4, 2)).subplots()
    return report.figure(ax, "Målopfyldelse", alt="To søjler", label=label)


# ── the six defects of the model report ──────────────────────────────────────────────────


def test_a_theme_that_is_listed_in_one_chapter_must_be_treated_in_another(project):
    listed = chapter(report.theme_list(project, "virksomhedsrettet_indsats"))
    treated = chapter(f"## Tema: {CLAIM}", report.theme_list(project, "virksomhedsrettet_indsats"))

    assert CLAIM in str(found(project, listed, kind="claim_only_listed"))
    assert CLAIM not in str(found(project, treated, listed, kind="claim_only_listed"))


def test_a_quote_of_its_evidence_treats_a_theme_too(project):
    listed = chapter(
        report.theme_list(project, "virksomhedsrettet_indsats"),
        report.said(project, claim="t02_fastholdelse"),
    )

    assert CLAIM not in str(found(project, listed, kind="claim_only_listed"))


@pytest.mark.parametrize(
    "written",
    [
        "Job går tabt, når opfølgningen hører op, før misforståelser er kommet frem",
        "Job går tabt, når opfølgningen hører op, inden misforståelserne er kommet frem.",
    ],
)
def test_a_theme_in_other_words_is_found_in_headings_lists_and_prose(project, written):
    for source in (f"### Tema: {written}", f"- {written}", f"Vi fandt meget. {written}"):
        ((_, cell, what),) = found(
            project, chapter("# Kapitel", source), kind="claim_in_other_words"
        )
        assert cell == 2
        assert CLAIM in what

    assert not found(project, chapter(f"### Tema: {CLAIM}"), kind="claim_in_other_words")
    fetched = markdown("### Tema: {{ claim }}", claim=CLAIM)
    assert not found(project, chapter(fetched), kind="claim_in_other_words")


def test_two_chapters_that_word_a_theme_differently_are_found_without_a_claim(project):
    one = chapter("### Tema: En biografisk tilgang til at se kvindernes udviklingspotentialer")
    other = chapter(
        "- En biografisk tilgang giver adgang til at se kvindernes udviklingspotentialer"
    )

    ((notebook, _, what),) = found(project, one, other, kind="claim_in_other_words")

    assert notebook == "2.ipynb"
    assert "til at se" in what
    assert not found(project, one, one, kind="claim_in_other_words")


def test_a_principle_in_other_words_is_found(project):
    right = project.codebook["tvaerfaglig"].definition["da"]
    wrong = right.replace("faggrupper og forvaltninger", "fag og forvaltninger")

    assert found(project, chapter(wrong), kind="principle_in_other_words")
    assert not found(project, chapter(right), kind="principle_in_other_words")


@pytest.mark.parametrize(
    "heading", ["3.1.6 Mål 2", "3.1 2 Mål", "5.3 Organisering", "2. Formål", "Bilag 4 Matrix"]
)
def test_a_heading_with_a_typed_number_is_found(project, heading):
    assert found(project, chapter(f"## {heading}"), kind="numbered_heading")


@pytest.mark.parametrize("heading", ["Mål 1 og 2", "2022 i tal", "Organisering", "15 kommuner"])
def test_a_heading_about_numbers_is_no_numbered_heading(project, heading):
    assert not found(project, chapter(f"## {heading}"), kind="numbered_heading")


@pytest.mark.parametrize(
    "draft",
    [
        "- Danskundervisning?",
        "| Middel (IPS?) |\n|---|\n| Lav |",
        "Et eksternt team (fx sundhedshus eller boligområde?) har fokus på det.",
        "Det er 12 kommuner (?), der gør det.",
        "TODO: skriv om dansk",
        "*Skriv her.*",
    ],
)
def test_what_is_left_of_the_draft_is_found(project, draft):
    assert found(project, chapter(draft), kind="draft")


def test_doubts_in_exhibits_are_found_too(project):
    frame = pd.DataFrame({"Team": ["Middel (IPS?)"]}, index=["Virksomhedsrettede"])

    assert found(project, chapter(report.table(frame, "Bilag")), kind="draft")


def test_questions_are_no_draft_and_what_people_ask_is_theirs(project):
    fine = chapter(
        "## Hvad virker?",
        "Hvorfor virkede det? Det ved vi ikke.",
        "- Danskundervisning",
        "> Nå, så det?",
        report.interview_guide(project, "tvaerfaglig"),
        report.overview_table(project),
        report.level_table(project),
        report.evidence_table(project, "Løntimer giver mening"),
    )

    assert found(project, fine, kind="draft") == []


PASTED = "Hvilken plads har der været til at bevare en ressourceorienteret tilgang?"


def test_a_question_pasted_from_another_principles_guide_is_found(project):
    heading = "## Interviewguide: Individuel tilrettelæggelse og helhedsorientering"
    pasted = chapter(heading, f"| E | {PASTED} |\n|---|---|\n| E | {PASTED} |")
    right = chapter(
        heading, "- Hvilken plads har der været til at bevare en helhedsorienteret tilgang?"
    )

    assert "Ressource- og motivationsbasering" in str(
        found(project, pasted, kind="pasted_question")
    )
    assert not found(project, right, kind="pasted_question")


def test_the_guides_icmo_makes_ask_about_their_own_principle(project):
    principles = ("beskaeftigelsesorienteret", "individuel_helhedsorienteret", "tvaerfaglig")
    guides = [report.interview_guide(project, one) for one in (*principles, "vidensbaseret")]

    assert found(project, chapter(*guides), kind="pasted_question") == []


OVER_60 = "I de fem kommuner med størst andel aktivitetsparate når over 60 pct. mål 1 og 2."
OVER_66 = "De fem kommuner, hvor andelen af aktivitetsparate er størst, har over 66 pct. i mål."


def test_a_threshold_that_is_another_in_another_place_is_found(project):
    ((notebook, _, what),) = found(project, chapter(OVER_60), chapter(OVER_66), kind="threshold")

    assert notebook == "2.ipynb"
    assert "over 66 pct" in what
    assert "1.ipynb [1]" in what


def test_the_same_threshold_and_thresholds_of_other_things_are_fine(project):
    other = "Mindst en tredjedel, over 30 pct., af svarene i selvevalueringen kom fra ledere."

    assert not found(project, chapter(OVER_60), chapter(OVER_60, other), kind="threshold")


# ── the other checks ─────────────────────────────────────────────────────────────────────


def test_a_claim_without_evidence_is_found(tmp_path, filled_project):
    path = tmp_path / "p.icmo"
    shutil.copyfile(filled_project, path)
    with Project.open(path, coder="anna") as opened:
        opened.add_claim("Noget, ingen har sagt, men som vi tror på")
        here = chapter("Noget, ingen har sagt, men som vi tror på.")

        ((notebook, cell, _),) = found(opened, here, kind="claim_without_evidence")

    assert (notebook, cell) == ("1.ipynb", 1)


def test_evidence_whose_claim_stands_nowhere_is_found(project):
    silent = found(project, chapter("# Kapitel"), kind="evidence_without_claim")
    told = found(project, chapter(f"Vi fandt: {CLAIM}"), kind="evidence_without_claim")

    assert len(silent) == len(project.claims())
    assert len(told) == len(silent) - 1
    assert silent[0][:2] == ("", 0)


def test_a_reference_that_leads_nowhere_is_found(project):
    here = chapter(
        "## Om mål", "Se [](#fig-maal), [](#om-mål) og [](#fig-mal).", drawing("fig-maal")
    )

    ((_, cell, what),) = found(project, here, kind="broken_reference")

    assert cell == 2
    assert '"fig-mal"' in what


@pytest.mark.parametrize("typed", ["Se figur 3.", "Det står i afsnit 2.2.1.", "(jf. Bilag 5)"])
def test_a_reference_typed_by_hand_is_found(project, typed):
    assert found(project, chapter(typed), kind="typed_reference")
    assert not found(project, chapter("Se [](#fig-maal)."), kind="typed_reference")


def test_a_figure_the_text_never_mentions_is_found(project):
    silent = chapter(drawing("fig-maal"))
    told = chapter("[](#fig-maal) viser målene.", drawing("fig-maal"))

    assert found(project, silent, kind="figure_not_mentioned")
    assert not found(project, told, kind="figure_not_mentioned")
    assert found(project, chapter(drawing()), kind="figure_not_mentioned")


def test_a_quote_whose_words_were_corrected_since_is_found_and_not_told(tmp_path, filled_project):
    path = tmp_path / "p.icmo"
    shutil.copyfile(filled_project, path)
    with Project.open(path, coder="anna") as opened:
        quote = report.said(opened, claim="t01_jobskabelse")
        table = report.evidence_table(opened, "Løntimer giver mening")
        here = chapter(quote, report.perspective_box(opened, code="meningsfuldhed"), table)
        assert not found(opened, here, kind="quote_changed")
        assert not found(opened, here, kind="passage_changed")
        document = quote.payload()["at"][0]["document"]
        text = opened.text(document)
        opened.replace_text(document, text.replace("ikke hekseri", "ikke trolddom"))

        ((_, cell, what),) = found(opened, here, kind="quote_changed")

    assert cell == 1
    assert "hekseri" not in what
    assert "trolddom" not in what


def test_a_cut_and_explained_quote_still_stands(project):
    quote = report.said(
        project,
        claim="t01_jobskabelse",
        keep=["ikke hekseri.", "begge dele"],
        explain={"begge dele": "kvinden og jobbet"},
    )
    nested = report.said(
        project, configuration="Løntimer giver mening", holding="Nu er jeg kollega"
    )

    assert not found(project, chapter(quote, nested), kind="quote_changed")


@pytest.mark.parametrize(
    "typed",
    [
        "> Det er vel nok sært, at ingen har spurgt mig. — Kvinde, Egebæk",
        "Hun sagde: »Det er vel nok sært, at ingen har spurgt mig«.",
        'En sagde: "Det er vel nok sært, at ingen har spurgt mig".',
    ],
)
def test_a_typed_quote_that_nobody_said_is_found(project, typed):
    ((_, _, what),) = found(project, chapter(typed), kind="quote_not_said")

    assert '"Det er vel nok sært, …"' in what


def test_a_quote_typed_in_code_is_looked_up_too(project):
    made_up = report.quote("Det er vel nok sært, at ingen har spurgt mig.", "Kvinde")
    said = report.quote("Det er bare at vide begge dele samtidig.", "Medarbejder")

    assert found(project, chapter(made_up), kind="quote_not_said")
    assert not found(project, chapter(said), kind="quote_not_said")


def test_typed_quotes_that_were_said_and_titles_and_others_words_are_fine(project):
    fine = chapter(
        "> Så det er jo ikke hekseri. Det er bare […] begge dele samtidig. — Medarbejder",
        "En sagde: »Så det er jo ikke hekseri. Det er bare at vide begge dele samtidig.«",
        "Projektet »Flere indvandrerkvinder i beskæftigelse« begyndte i 2019.",
        "Patton skriver: »Et princip er en retning og ikke en opskrift på noget« [@patton2017].",
        markdown("»Ord fra et brev, som kommunen selv har skrevet«.", tags=["typed-quotes"]),
    )

    assert found(project, fine, kind="quote_not_said") == []


def test_a_quote_used_in_two_chapters_is_found_and_registered(project):
    one = chapter(report.said(project, claim="t01_jobskabelse"))
    with pytest.warns(report.QuoteUsedTwiceWarning):
        other = chapter(
            "Tekst", report.box("finding", "T", report.said(project, claim="t01_jobskabelse"))
        )

    ((notebook, cell, what),) = found(project, one, other, kind="quote_twice")
    register = report.quote_register({"1.ipynb": one, "2.ipynb": other})

    assert (notebook, cell) == ("2.ipynb", 2)
    assert "1.ipynb [1]" in what
    assert list(register["kind"]) == ["quote", "box"]
    assert list(register["times"]) == [2, 2]
    assert list(register["notebook"]) == ["1.ipynb", "2.ipynb"]


def test_a_number_typed_beside_generated_ones_is_found(project):
    beside = chapter(
        markdown("Af {{ n }} kvinder kom 42 pct. i arbejde, i alt 151 kvinder.", n="400"),
        "I selvevalueringen svarer 66 % det samme.",
    )

    assert [what.split('"')[1] for _, _, what in found(project, beside, kind="typed_number")] == [
        "42 pct.",
        "66 %",
    ]
    counted = markdown("Der er {{ n }} passager i 7 kommuner.", n="12")
    assert "7 kommuner" in str(found(project, chapter(counted), kind="typed_number"))


def test_generated_numbers_years_and_others_numbers_are_fine(project):
    fine = chapter(
        markdown("Det er {{ share }} af {{ n }} kvinder i 2022.", share="42 %", n="400"),
        "Andre fandt 42 pct. i en tilsvarende indsats [@mantra2023].",
        markdown("Loven siger 37 pct.", tags=["typed-numbers"]),
        "Fleksjob er på under 20 timer om ugen.",
    )

    assert found(project, fine, kind="typed_number") == []
    assert not found(project, chapter("En notebook uden udregninger: 42 pct."), kind="typed_number")


def test_a_cpr_number_and_a_name_with_a_pseudonym_are_found_and_not_told(project):
    key = Key(decisions=(Decision("Amira Hassan", "woman", "Kvinde 1", accepted=True, by="anna"),))
    here = chapter("# Kapitel", "Amira Hassan kom i job. Hendes nummer er 010190-1234.")

    ((_, cell, named),) = found(project, here, kind="named", key=key)
    ((_, _, cpr),) = found(project, here, kind="cpr", key=key)

    assert cell == 2
    assert "Kvinde 1" in named
    assert "Amira" not in named
    assert "0101" not in cpr
    assert not found(project, here, kind="named")


# ── the command ──────────────────────────────────────────────────────────────────────────


@pytest.fixture(scope="module")
def folder(filled_project, tmp_path_factory):
    """A project with two chapters beside it, one of them to be run."""
    folder = tmp_path_factory.mktemp("report")
    shutil.copyfile(filled_project, folder / "kib.icmo")
    (folder / "7_report").mkdir()
    source = "from icmo import report\nreport.bullets(['Danskundervisning?'])"
    made = nbformat.v4.new_notebook(
        cells=[
            nbformat.v4.new_markdown_cell("# Kapitel\n\nSe figur 3."),
            nbformat.v4.new_code_cell(source),
        ]
    )
    nbformat.write(made, folder / "7_report" / "1_kapitel.ipynb")
    return folder


def run(arguments, monkeypatch, capsys):
    monkeypatch.setattr("sys.argv", ["icmo", *map(str, arguments)])
    with pytest.raises(SystemExit) as ended:
        main()
    return ended.value.code, capsys.readouterr().out


def test_the_command_runs_the_chapters_and_says_where_and_what(folder, monkeypatch, capsys):
    code, told = run(["report", "check", folder / "kib.icmo"], monkeypatch, capsys)

    assert code == 1
    assert '1_kapitel.ipynb, cell 1: The reference "figur 3" is typed by hand' in told
    assert '1_kapitel.ipynb, cell 2: Something of the draft is left: "Danskundervisning?"' in told
    assert "To mend: " in told


def test_the_command_gives_json_to_machines(folder, monkeypatch, capsys):
    code, told = run(["report", "check", folder / "kib.icmo", "--json"], monkeypatch, capsys)

    assert code == 1
    assert {"draft", "typed_reference"} <= {row["kind"] for row in json.loads(told)}


def test_the_command_ends_well_where_nothing_is_to_be_mended(tmp_path, monkeypatch, capsys):
    with Project.create(tmp_path / "p.icmo", Codebook.load("kib"), coder="anna"):
        pass
    (tmp_path / "7_report").mkdir()
    made = nbformat.v4.new_notebook(
        cells=[nbformat.v4.new_markdown_cell("# Kapitel\n\nFin tekst.")]
    )
    nbformat.write(made, tmp_path / "7_report" / "1.ipynb")

    code, told = run(["report", "check", tmp_path / "p.icmo"], monkeypatch, capsys)

    assert code == 0
    assert told.startswith("Nothing to mend.")


def test_a_project_without_chapters_is_told_so(tmp_path):
    with pytest.raises(report.ReportError, match="no chapters"):
        report.check_report(tmp_path / "p.icmo")
