"""Notebooks for the tests of the report: a small one, and a report that stresses every part."""

from __future__ import annotations

import io

import nbformat
from matplotlib.figure import Figure

from icmo.report.exhibits import MIME

HOSTILE = r"""#read("/etc/passwd") $x$ *fed* _kursiv_ `kode` [link] <label> @ref \ // -- ~ " ' = + / {{x}} <script>alert(1)</script> &amp; æøå"""
WORKS = """@book{pawson1997, author = {Pawson, Ray and Tilley, Nick}, title = {Realistic Evaluation}, date = {1997}, publisher = {Sage}}
@book{patton2017, author = {Patton, Michael Quinn}, title = {Principles-Focused Evaluation}, date = {2017}, publisher = {Guilford}}
"""
LONG = (
    "Vi sad længe og talte om, hvad der skulle til, og så sagde hun, at hun aldrig havde haft en "
    "arbejdsgiver, der spurgte. Det var dér, det vendte. [...] Hun begyndte at komme til tiden, og "
    "hun begyndte at tro på det, og det kunne virksomheden mærke. "
)


def markdown(source, **known):
    cell = nbformat.v4.new_markdown_cell(source)
    cell.metadata.update(known)
    return cell


def shown(source="x", **data):
    """A code cell that showed one thing; `image_png` is image/png."""
    bundle = {name.replace("_", "/"): value for name, value in data.items()}
    return nbformat.v4.new_code_cell(
        source, outputs=[nbformat.v4.new_output("display_data", data=bundle)]
    )


def exhibit(kind, **content):
    """A code cell that showed an exhibit, as it travels."""
    empty = {"caption": "", "alt": "", "note": "", "source": "", "label": "", "passages": []}
    output = nbformat.v4.new_output(
        "display_data", data={MIME: {"kind": kind, **empty, **content}, "text/plain": "<Exhibit>"}
    )
    return nbformat.v4.new_code_cell("hemmelig_kode()", outputs=[output])


def table(head, rows, **content):
    columns = len(head[0] if isinstance(head[0], list) else head)
    return exhibit("table", **{"head": head, "rows": rows, "numeric": [False] * columns, **content})


def drawing(width=6.0, height=3.0):
    """A drawing as it travels: SVG with its text as text."""
    import matplotlib as mpl

    figure = Figure(figsize=(width, height))
    ax = figure.subplots()
    ax.bar(["Nørrevang", "Sønderkær", "Ågerup"], [3, 5, 2], color="#1f4e79")
    ax.set_title("Kvinder på arbejde – æøå")
    stream = io.StringIO()
    with mpl.rc_context({"svg.fonttype": "none", "svg.hashsalt": "icmo"}):
        figure.savefig(stream, format="svg", metadata={"Date": None})
    return {"svg": stream.getvalue(), "inches": width, "alt": "Tre søjler, den midterste højest"}


def notebook(*cells, **known):
    made = nbformat.v4.new_notebook(cells=list(cells))
    made.metadata["icmo"] = {"language": "da", **known}
    return made


def one_chapter(*cells, prose="# Titel\n\n## Afsnit\n\nTekst.", **known):
    return notebook(markdown(prose), *cells, **known)


def stressful_report():
    """A report of five notebooks in which everything happens that can happen to a page."""
    return {
        "1_sammenfatning": _summary(),
        "2_analyse": _analysis(),
        "3_bokse": _boxes(),
        "4_lang tabel": _long_tables(),
        "9_bilag": _appendix(),
    }


def _summary():
    return notebook(
        markdown(
            "# Sammenfatning\n\nEvalueringen viser, at **løntimer** og opfølgning hænger sammen "
            '(se [](#kommuner), [](#søjler) og [](#hvad-siger-de)). Hun sagde "ja".[^1] '
            "Om realistisk evaluering: [@pawson1997, s. 12; @patton2017].\n\n"
            "[^1]: En note med et [link](https://example.org/) og **fed** skrift.\n\n"
            "## Fund\n\n1. Et fund\n2. Et fund til\n   - under det\n   - og et til\n\n"
            "> Et indrykket afsnit.\n\nOg `kode` samt {{ antal }} kommuner, {{ andel }}.",
            icmo={
                "values": [
                    {"expression": "antal", "value": "8"},
                    {"expression": "andel", "value": "42 pct."},
                ]
            },
        ),
        title="Kvinder på vej – en evaluering af en indsats, der hverken er kort eller let at nævne",
        subtitle="Hvad virker, for hvem, under hvilke omstændigheder og hvorfor?",
        authors=["Anna Opdigtet", "Bo Opdigtet"],
        publisher="Ministeriet for det Opdigtede",
        date="2022-12-01",
        remark="Kommuner, personer og tal er opdigtede.",
        running="Opdigtet evaluering",
        bibliography="works.bib",
        numbered=False,
    )


def _analysis():
    rows = [[f"Kommune {letter}", number, number * 3.5] for number, letter in enumerate("ABCDÆØÅ")]
    passages = [
        {"number": str(n), "place": f"Interview {n}", "speaker": "kvinde i job", "text": LONG * n}
        for n in range(1, 5)
    ]
    return notebook(
        markdown("# Analyse\n\nTekst før.\n\n## Hvad siger de?\n\n" + LONG * 6),
        table(
            ["Kommune", "Antal", "Andel"],
            rows,
            numeric=[False, True, True],
            caption="Kommuner og tal",
            label="kommuner",
            note="Anm.: Tallene er opdigtede.",
            source="Kilde: interview.",
            row_heads=1,
            passages=passages,
        ),
        markdown("Figuren viser det samme:"),
        exhibit("figure", caption="Søjler", label="søjler", note="Anm.: Opdigtet.", **drawing()),
        markdown("### Et underafsnit\n\n" + LONG * 4 + "\n\nEn medarbejder siger:"),
        exhibit("quote", text=LONG, speaker="medarbejder i en kommune"),
        markdown("Og en kvinde siger det kortere:"),
        exhibit("quote", text="Jeg er begyndt at tro på det [igen] – ’ja’.", speaker="kvinde"),
        markdown("## En bred figur"),
        exhibit("figure", caption="En bred figur", **drawing(11, 5), wide=True),
        exhibit("figure", caption="En høj figur, der ikke må løbe ud over siden", **drawing(6, 12)),
        markdown("#### Overskrift, der springer et niveau\n\n" + LONG * 3),
    )


def _boxes():
    styles = ("perspective", "survey", "finding", "principle", "guide", "method")
    blocks = [
        {"kind": "prose", "text": LONG},
        {"kind": "quote", "text": "Det gav mening. " + LONG, "speaker": "kvinde i job"},
        {"kind": "list", "items": ["Det første", "Det andet", LONG], "ordered": False},
        {
            "kind": "table",
            "head": ["Spørgsmål", "2020", "2022"],
            "rows": [["Vi tror på det", "40 %", "62 %"], ["Vi følger op", "35 %", "58 %"]],
            "numeric": [False, True, True],
        },
    ]
    cells = [
        exhibit(
            "box", style=style, title=f"Boks af slagsen {style} – Kvindeperspektiv", blocks=blocks
        )
        for style in styles
    ]
    small = exhibit("box", style="finding", title="Fund", blocks=blocks[:1], label="fundet")
    listed = exhibit("list", items=["Tema et", "Tema to"], ordered=True, caption="Temaer")
    return notebook(markdown("# Bokse\n\nSe [boksen](#fundet)."), *cells, small, listed)


def _long_tables():
    words = ["ligger i midten", "Relationsdannelse og arbejdsidentitet", LONG[:90], "a/b_c-d" * 6]
    long = [[str(n), *words, f"{n * 1234.5:.1f}"] for n in range(60)]
    mechanisms = (  # noqa: SIM905 - a list of words
        "Arbejdsidentitet Hverdagsmestring Medkonstruktør Meningsfuldhed Problemløsning "
        "Relationsdannelse Handlekraft Livshistorie Virksomhedssamarbejde Opfølgning "
        "Beskæftigelsesindsats Ledelsesopbakning Arbejdsmarkedsparathed Sprogundervisning"
    ).split()
    heads = [
        ["", *["Før"] * 7, *["Efter"] * 7],
        ["Kommune", *mechanisms],
    ]
    shades = [
        [None, *("#1f4e79" if (r + c) % 3 == 0 else "#dbe5ef" for c in range(14))] for r in range(8)
    ]
    wide = [[f"Sønderkær {r}", *(str((r * c) % 7) for c in range(14))] for r in range(8)]
    numeric = [False] + [True] * 14
    framework = [[f"Kommune {r}", LONG * 2, LONG, LONG * (r + 1)] for r in range(5)]
    return notebook(
        markdown("# Tabeller\n\n## En lang tabel\n\nDen går over flere sider."),
        table(
            ["Nr.", "Sted", "Mekanisme", "Hvad", "Adresse", "Tal"],
            long,
            numeric=[True, False, False, False, False, True],
            caption="En lang tabel",
        ),
        markdown("## En bred tabel"),
        table(
            heads,
            wide,
            numeric=numeric,
            shades=shades,
            row_heads=1,
            caption="En bred tabel",
            wide=True,
        ),
        markdown("## Resuméer\n\nHver kommune for sig:"),
        table(
            ["Kommune", "Indsats", "Kontekst", "Udkomme"],
            framework,
            widths=[1, 2, 2, 3],
            caption="Resuméer",
        ),
        markdown("## Meget bred, uden at nogen har sagt det"),
        table(
            ["Kommune", *(f"Mekanismen {name}" for name in mechanisms + mechanisms[:6])],
            [[f"Sted {r}", *map(str, range(20))] for r in range(4)],
            numeric=[False] + [True] * 20,
            caption="Tyve mekanismer",
        ),
    )


def _appendix():
    return notebook(
        markdown("# Interviewguide\n\n## Spørgsmål\n\n1. Hvad?\n2. Hvorfor?\n\nSe [](#analyse)."),
        markdown(HOSTILE.replace("{{x}}", "").replace("@ref", "ref")),
        exhibit("quote", text=HOSTILE, speaker=HOSTILE),
        appendix=True,
    )
