"""Exhibits: numbers in words, quotes from the project, and boxes; what people said stays a string."""

from __future__ import annotations

import shutil
import warnings

import matplotlib as mpl
import nbformat
import pandas as pd
import pytest

from icmo import Project, report
from icmo.agreement import agreement_table
from icmo.outcomes import wording
from icmo.report.exhibits import MIME, used
from icmo.report.manuscript import Strong, plain
from icmo.report.reading import Reader

mpl.use("Agg")
HOSTILE = '<script>alert(1)</script> #read("x") $x$ \\ "æøå"'


@pytest.fixture(scope="module")
def project(filled_project, tmp_path_factory):
    path = tmp_path_factory.mktemp("exhibits") / "kib.icmo"
    shutil.copyfile(filled_project, path)
    with Project.open(path) as opened:
        yield opened


@pytest.fixture(autouse=True)
def _danish_and_fresh():
    report.begin(language="da")
    yield
    report.begin()


def blocks(box, kind=None):
    return [one for one in box.payload()["blocks"] if kind in (None, one["kind"])]


# ── numbers in words ─────────────────────────────────────────────────────────────────────


@pytest.mark.parametrize(
    ("value", "digits", "danish", "english"),
    [
        (1234.5, None, "1.234,5", "1,234.5"),
        (1234567, None, "1.234.567", "1,234,567"),
        (12.345, 1, "12,3", "12.3"),
        (0.125, 2, "0,13", "0.13"),
        (-3, None, "−3", "−3"),
        (2.0, None, "2", "2"),
        (2.0, 1, "2,0", "2.0"),
    ],
)
def test_a_number_is_written_as_the_language_writes_it(value, digits, danish, english):
    assert report.number(value, digits) == danish
    assert report.number(value, digits, "en") == english


@pytest.mark.parametrize(
    ("share", "digits", "danish", "english"),
    [
        (0.42, 0, "42\u00a0%", "42%"),
        (0.285, 0, "29\u00a0%", "29%"),
        (0.4234, 1, "42,3\u00a0%", "42.3%"),
        (float("nan"), 0, "(skjult)", "(hidden)"),
    ],
)
def test_a_share_is_written_as_per_cent(share, digits, danish, english):
    assert report.percent(share, digits) == danish
    assert report.percent(share, digits, "en") == english


def test_a_share_is_rounded_in_prose_as_it_is_in_figures():
    shares = [place / 1000 for place in range(1001)]

    assert [report.percent(one).replace("\u00a0", " ") for one in shares] == [
        wording.percent(one, "da") for one in shares
    ]


def test_one_passage_is_not_said_as_several():
    assert report.count(1, "passage") == "1 passage"
    assert report.count(3, "passage") == "3 passager"
    assert report.count(1234, "woman") == "1.234 kvinder"
    assert report.count(1, "woman", "en") == "1 woman"
    assert report.count_of(3, 8, "case") == "3 af 8 kommuner"


def test_cases_are_called_what_the_chapter_says_they_are():
    report.begin(language="da", called=("skole", "skoler"))

    assert [report.count(1, "case"), report.count(2, "case")] == ["1 skole", "2 skoler"]


def test_points_days_and_listings_read_as_sentences():
    assert report.points(19.4) == "19 procentpoint"
    assert report.points(-3) == "−3 procentpoint"
    assert report.points(1, "en") == "1 percentage point"
    assert report.day("2022-11-01") == "1. november 2022"
    assert report.listing(["a", "b", "c"]) == "a, b og c"
    assert report.listing(["a"]) == "a"


def test_what_cannot_be_counted_is_told_with_what_was_meant():
    with pytest.raises(report.ExhibitError, match='Did you mean "passage"'):
        report.count(3, "passages")


def test_a_sentence_takes_its_number_from_the_frame_of_the_figure():
    table = pd.DataFrame({"group": ["1", "2"], "share": [0.38, 0.13]})

    assert report.percent(report.value(table, "share", group="1")) == "38\u00a0%"


@pytest.mark.parametrize(
    ("column", "where", "told"),
    [
        ("share", {"group": "3"}, "0 rows with group = 3"),
        ("share", {}, "2 rows"),
        ("shares", {"group": "1"}, 'no column "shares"'),
        ("share", {"grup": "1"}, 'no column "grup"'),
    ],
)
def test_a_number_that_is_not_one_cell_is_refused_in_a_sentence(column, where, told):
    table = pd.DataFrame({"group": ["1", "2"], "share": [0.38, 0.13]})

    with pytest.raises(report.ExhibitError, match=told):
        report.value(table, column, **where)


def test_a_cell_is_found_by_the_name_of_its_row():
    table = pd.DataFrame({"mening": [3, 4]}, index=["Egebæk", "Åmose"])

    assert report.value(table, "mening", "Åmose") == 4


# ── what travels ─────────────────────────────────────────────────────────────────────────


def test_every_exhibit_travels_with_its_words_and_its_label():
    made = report.bullets(["a"], caption="C", note="N", source="K", label="liste", alt="A")

    payload = made._repr_mimebundle_()[MIME]
    assert {name: payload[name] for name in ("caption", "note", "source", "label", "alt")} == {
        "caption": "C",
        "note": "N",
        "source": "K",
        "label": "liste",
        "alt": "A",
    }
    assert payload["passages"] == []


def test_strings_stay_strings_in_every_kind_of_exhibit_and_are_escaped_on_screen():
    frame = pd.DataFrame({HOSTILE: [HOSTILE]})
    table = report.table(frame, HOSTILE, note=HOSTILE, index=False)
    quote = report.quote(HOSTILE, HOSTILE)
    items = report.bullets([HOSTILE])
    box = report.box("finding", HOSTILE, HOSTILE, quote, items, table)

    payload = box._repr_mimebundle_()[MIME]
    assert payload["title"] == HOSTILE
    assert payload["blocks"][0]["text"] == HOSTILE
    assert payload["blocks"][1]["text"] == HOSTILE
    assert payload["blocks"][2]["items"] == [HOSTILE]
    assert payload["blocks"][3]["rows"] == [[HOSTILE]]
    for made in (table, quote, items, box):
        shown = made._repr_mimebundle_()
        assert "<script>" not in shown["text/html"]
        assert "alert" not in shown["text/plain"] or made is table


def test_a_year_in_a_cell_stays_a_year():
    frame = pd.DataFrame({"År": [2022], "Indbyggere": [61300]})

    assert report.table(frame, "T", index=False).payload()["rows"] == [["2022", "61.300"]]


def test_numbers_in_a_table_stand_in_the_language_and_to_the_right():
    frame = pd.DataFrame({"Andel": [0.5, 1234.25], "Ord": ["a", None]}, index=["x", "y"])

    payload = report.table(frame, "T").payload()

    assert payload["rows"] == [["x", "0,5", "a"], ["y", "1.234,25", ""]]
    assert payload["numeric"] == [False, True, False]
    assert payload["row_heads"] == 1


def test_a_table_says_in_words_what_it_holds():
    frame = pd.DataFrame({"Antal": [1, 2]}, index=pd.Index(["a", "b"], name="Kommune"))

    alt = report.table(frame, "Passager").payload()["alt"]

    assert alt == "Passager. Tabel med 2 rækker og 2 kolonner: Kommune, Antal."


def test_a_box_of_no_known_kind_is_refused():
    with pytest.raises(report.ExhibitError, match="no box of the style"):
        report.box("fancy", "T")


# ── quotes ───────────────────────────────────────────────────────────────────────────────


def test_a_quote_is_picked_by_claim_configuration_or_code(project):
    by_claim = report.said(project, claim="t01_jobskabelse", group="kommune")
    by_title = report.said(project, configuration="Løntimer giver mening", nth=2)
    by_code = report.said(project, code="relationsdannelse", case="Hasselø")

    evidence = project.evidence()
    for quote in (by_claim, by_title):
        at = quote.payload()["at"][0]
        same = evidence[
            (evidence["document"] == at["document"]) & (evidence["start"] == at["start"])
        ]
        assert quote.payload()["text"].strip("[…] ")[:15] in same["text"].iloc[0]
    assert by_claim.payload()["speaker"] == "Medarbejder, Egebæk"
    assert by_code.payload()["speaker"] == "Medarbejder, Hasselø"


def test_what_can_be_quoted_is_a_frame_with_all_stances(project):
    found = report.quote_table(project, claim="t01_jobskabelse", stance="")

    assert list(found.columns) == [
        *("document", "case", "group", "start", "end", "text", "stance", "said_by", "speaker")
    ]
    assert set(found["stance"]) == {"supports", "contradicts", "qualifies"}


def test_speakers_are_named_by_group_by_role_by_letter_or_not_at_all(project):
    asked = {"claim": "t01_jobskabelse", "nth": 1}
    speakers = []
    for cases in ("labels", "letters", "none"):
        report.begin(project, "da", cases)
        speakers.append(report.said(project, **asked).payload()["speaker"])
    report.begin(project, "da")
    speakers.append(report.said(project, **asked, role=True).payload()["speaker"])

    assert speakers == [
        "Medarbejder, Egebæk",
        "Medarbejder, Kommune A",
        "Medarbejder",
        "Virksomhedskonsulent, Egebæk",
    ]


def test_the_language_of_the_chapter_decides(project):
    report.begin(project, "en")

    quote = report.said(project, claim="t01_jobskabelse")

    assert quote.payload()["speaker"] == "Member of staff, Egebæk"


def test_a_chapter_that_says_nothing_speaks_as_the_report_is_built_else_as_the_project(
    project, monkeypatch
):
    report.begin(project)
    own = report.count(2, "woman")
    monkeypatch.setenv("ICMO_REPORT_LANGUAGE", "en")
    built = report.count(2, "woman")
    report.begin(project, "da")

    assert [own, built, report.count(2, "woman")] == ["2 kvinder", "2 women", "2 kvinder"]


def test_several_exhibits_of_a_cell_are_shown_one_by_one(project, monkeypatch):
    shown = []
    monkeypatch.setattr("IPython.display.display", shown.append)

    report.said_by_several(project, 2, code="relationsdannelse")._ipython_display_()

    assert [one.kind for one in shown] == ["quote", "quote"]


def test_what_is_left_out_of_a_quote_is_marked(project):
    whole = report.quote_table(project, claim="t01_jobskabelse")["text"].iloc[0]
    assert whole == "Så det er jo ikke hekseri. Det er bare at vide begge dele samtidig."

    cut = report.said(
        project,
        claim="t01_jobskabelse",
        keep=["ikke hekseri.", "begge dele"],
        explain={"begge dele": "kvinden og jobbet"},
    )

    assert cut.payload()["text"] == "[…] ikke hekseri. […] [kvinden og jobbet] […]"


def test_an_excerpt_cut_from_a_sentence_shows_that_it_was(project):
    quote = report.said(project, code="beskaeftigelsesorienteret", holding="over ti mand")

    assert quote.payload()["text"].endswith("over ti mand […]")


def test_a_quote_inside_a_quote_has_inner_marks(project):
    quote = report.said(project, configuration="Løntimer giver mening", holding="Nu er jeg kollega")

    assert "sagde hun: ›Nu er jeg kollega.‹" in quote.payload()["text"]


def test_words_that_are_not_in_the_passage_are_told(project):
    with pytest.raises(report.ExhibitError, match='does not hold "slet ikke sagt"'):
        report.said(project, claim="t01_jobskabelse", keep=["slet ikke sagt"])


@pytest.mark.parametrize(
    ("asked", "told"),
    [
        ({"claim": "t01_jobskabels"}, 'Did you mean "t01_jobskabelse"'),
        ({"configuration": "Når "}, "several configurations begin"),
        ({"code": "meningsfuld"}, 'Did you mean "meningsfuldhed"'),
        ({}, "only one of them"),
        ({"claim": "t01_jobskabelse", "nth": 40}, "there are 2 passages"),
    ],
)
def test_a_quote_that_cannot_be_picked_is_told_in_a_sentence(project, asked, told):
    with pytest.raises(report.ExhibitError, match=told):
        report.said(project, **asked)


def test_what_is_done_in_the_project_shows_in_the_next_quote(filled_project, tmp_path):
    path = tmp_path / "kib.icmo"
    shutil.copyfile(filled_project, path)
    with Project.open(path, coder="anna") as opened:
        before = report.quote_table(opened, claim="t01_jobskabelse")
        opened.add_evidence(
            opened.claims().set_index("theme").loc["t01_jobskabelse", "claim"],
            before["document"].iloc[0],
            1029,
            1111,
        )

        assert len(report.quote_table(opened, claim="t01_jobskabelse")) == len(before) + 1


def test_several_quotes_come_from_as_many_places(project):
    quotes = report.said_by_several(project, 3, code="relationsdannelse")

    places = [quote.payload()["speaker"] for quote in quotes]
    assert len(set(places)) == len(places) == 3


def test_the_womens_box_holds_women_only(project):
    box = report.perspective_box(project, most=2, code="meningsfuldhed", intro="To kvinder:")

    assert box.payload()["title"] == "Kvindeperspektiv"
    assert box.payload()["style"] == "perspective"
    assert [one["kind"] for one in blocks(box)] == ["prose", "quote", "quote"]
    assert all(one["speaker"].startswith("Kvinde") for one in blocks(box, "quote"))


def test_a_quote_used_twice_in_a_chapter_warns(project):
    report.said(project, claim="t01_jobskabelse")

    with pytest.warns(report.QuoteUsedTwiceWarning, match="quoted in this chapter already"):
        report.said(project, claim="t01_jobskabelse")


def test_a_cell_that_is_run_again_does_not_quote_twice():
    register, at = used.UsedQuotes(), {"document": "d", "start": 0, "end": 9}
    cells = iter([("cell-1", 1), ("cell-1", 2), ("cell-2", 3)])
    with pytest.MonkeyPatch.context() as patched:
        patched.setattr(used, "_cell", lambda: next(cells))
        with warnings.catch_warnings():
            warnings.simplefilter("error")
            register.note(at)
            register.note(at)
        with pytest.warns(report.QuoteUsedTwiceWarning):
            register.note(at)


# ── boxes ────────────────────────────────────────────────────────────────────────────────


def test_a_finding_has_a_headline_and_a_text():
    box = report.finding_box({"Løn virker": "Fordi den mærkes."})

    assert blocks(box) == [{"kind": "prose", "text": "Fordi den mærkes.", "lead": "Løn virker."}]


def test_a_box_of_claims_says_what_each_rests_on(project):
    box = report.claim_box(project, ["t01_jobskabelse"])

    (part,) = blocks(box)
    claim = project.claims().set_index("theme").loc["t01_jobskabelse"]
    assert part["lead"] == claim["text"]
    assert part["text"] == (
        "2 passager støtter, 1 passage taler imod og 1 passage nuancerer, "
        "fra 4 dokumenter i 4 kommuner."
    )
    assert (claim["supports"], claim["contradicts"], claim["qualifies"]) == (2, 1, 1)


def test_a_claims_sentence_is_the_same_wherever_it_stands(project):
    assert (
        report.claim(project, "t01_jobskabelse")
        == (project.claims().set_index("theme").loc["t01_jobskabelse", "text"])
    )


def test_principles_and_guide_are_in_the_words_of_the_codebook(project):
    one = report.principle_box(project, "tvaerfaglig")
    every = report.principles_box(project)
    guide = report.guide_box(project)

    code = project.codebook["tvaerfaglig"]
    assert [part["text"] for part in blocks(one)] == [code.definition["da"]]
    assert [part["lead"] for part in blocks(every)][2] == "Tværfaglighed."
    assert len(blocks(every)) == 5
    assert [part["lead"][0] for part in blocks(guide)] == list("GUIDE")


def test_the_statement_of_agreement_counts_and_compares(project):
    box = report.agreement_box(project)

    table = agreement_table(project.tags(), project.documents(), by="role")
    assert blocks(box)[0]["text"] == (
        "2 kodere har sat 529 mærkninger i 16 dokumenter; 12 dokumenter er læst af mere end én, "
        "uafhængigt af hinanden."
    )
    shown = blocks(box, "table")[0]["rows"]
    assert [row[3] for row in shown] == [report.number(one, 2) for one in table["alpha"]]


def test_the_headline_of_a_finding_is_set_bold():

    payload = report.finding_box({"Løn virker": "Fordi den mærkes."}).payload()
    output = nbformat.v4.new_output("display_data", data={MIME: payload})
    made = nbformat.v4.new_notebook(cells=[nbformat.v4.new_code_cell("x", outputs=[output])])

    (box,) = Reader("x.ipynb", None, "da").chapter(made).blocks
    (paragraph,) = getattr(box, "inside", box).blocks
    assert isinstance(paragraph.line[0], Strong)
    assert plain(paragraph.line) == "Løn virker. Fordi den mærkes."
