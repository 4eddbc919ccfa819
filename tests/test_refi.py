"""REFI-QDA: a project goes out to other programs and comes back, whatever they do to its file."""

from __future__ import annotations

import hashlib
import os
import zipfile
from collections import Counter
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from interchanged import (
    compared,
    in_xml,
    made_project,
    packed,
    project_xml,
    rewritten,
    source_xml,
    with_folded_notes,
    with_merged_passages,
    with_new_guids,
    with_split_passages,
    with_two_character_line_ends,
    without,
    without_note_refs_on_passages,
)

from icmo import Codebook, Project, refi
from icmo.project import StoreError
from icmo.refi.gathering import gather
from icmo.refi.placing import place
from icmo.refi.validating import problem_of

SAMPLES = Path(__file__).parent / "data" / "refi"
ATLAS = SAMPLES / "atlasti_mac_8.4.0_standard_nosources.qdpx"
TRANSANA = SAMPLES / "transana_3.22b2_annexA3_nosources.qdpx"
LONG = bool(os.environ.get("LONG"))
TRUST = "20000000-0000-4000-8000-000000000001"
TEXTS = (
    "Anna: Vi stoler på dem 🙂, så vi bliver.\r\n\r\nBo: Ja; ǻ og 👩‍👩‍👧.\n",
    "Mette: Kun om aftenen.\n",
)
TAGS = (
    (0, 6, 21, 3, "anna", "promotes", "tydeligt"),
    (0, 6, 21, 4, "anna", None, ""),
    (0, 6, 21, 3, "bo", "hinders", "linje\nskift & <tegn>"),
    (0, 6, 21, 0, "bo", None, ""),
    (0, 3, 30, 1, "anna", None, ""),
    (1, 7, 19, 2, "anna", None, ""),
)


@pytest.fixture
def project(tmp_path):
    with made_project(
        tmp_path / "a.icmo",
        TEXTS,
        TAGS,
        [(0, 9, "supports", ""), (1, 3, "contradicts", "men kun her")],
        ["Til projektet", "Om teksten\r\nto linjer", "Om koden", "Om teorien", "Om mærket"],
    ) as made:
        yield made


def out_and_in(project, folder, *changes, program=""):
    refi.write_qdpx(project, folder / "ud.qdpx", program)
    file = rewritten(folder / "ud.qdpx", folder / "fra.qdpx", *changes)
    return refi.read_qdpx(file, folder / "ny.icmo", coder="anna")


def placed(project):
    """Tags without their ids: what programs that give new GUIDs can leave alone."""
    columns = ("document", "coder", "code", "start", "end", "text", "polarity", "note")
    return sorted(map(repr, project.tags()[list(columns)].itertuples(index=False)))


def test_everything_survives_a_round_trip(project, tmp_path):
    with out_and_in(project, tmp_path) as back:
        assert compared(project, back) == []
        assert back.check().empty
        assert [back.text(one) for one in back.documents()["document"]] == [
            project.text(one) for one in project.documents()["document"]
        ]


def test_the_sample_evaluation_survives_a_round_trip(filled_project, tmp_path):
    with Project.open(filled_project) as project, out_and_in(project, tmp_path) as back:
        assert compared(project, back) == []
        assert back.check().empty


@pytest.mark.parametrize("program", ["nvivo", "maxqda", "atlasti", "ATLAS.ti", "qualcoder"])
def test_a_file_for_one_program_comes_back_the_same(project, tmp_path, program):
    with out_and_in(project, tmp_path, program=program) as back:
        assert compared(project, back) == []


def test_each_program_gets_the_text_files_it_expects(project, tmp_path):
    found = {}
    for program in ("", "nvivo", "maxqda", "atlasti"):
        refi.write_qdpx(project, tmp_path / "ud.qdpx", program)
        with zipfile.ZipFile(tmp_path / "ud.qdpx") as archive:
            (name,) = [
                n for n in archive.namelist() if b"stoler" in archive.read(n) and n.endswith("txt")
            ]
            data, xml = archive.read(name), archive.read("project.qde").decode()
        ends = [int(part.split('"')[0]) for part in xml.split('endPosition="')[1:]]
        found[program] = (data.startswith(b"\xef\xbb\xbf"), data.count(b"\r\n"), max(ends))
        assert "richTextPath" not in xml
        assert "basePath" not in xml

    text = project.text("tekst 0")
    assert found[""] == found["atlasti"] == (False, 0, 31)
    assert found["maxqda"] == (False, text.count("\n"), 31)
    assert found["nvivo"] == (True, text.count("\n"), 31 + 1)  # the emoji counts as two


DROPPING = {
    "links": [without("Links")],
    "links and graphs": [without("Links", "Graphs")],
    "sets": [without("Sets")],
    "links, graphs, sets and what notes stand on passages": [
        without("Links", "Graphs", "Sets"),
        without_note_refs_on_passages,
    ],
    "one passage for all codes": [with_merged_passages],
    "line ends": [with_two_character_line_ends],
    "line ends in notes": [with_folded_notes],
}


@pytest.mark.parametrize("changes", DROPPING.values(), ids=DROPPING.keys())
def test_what_another_program_drops_or_folds_comes_back(project, tmp_path, changes):
    with out_and_in(project, tmp_path, *changes) as back:
        assert compared(project, back) == []


def test_passages_split_by_another_program_are_the_same_tags(project, tmp_path):
    with out_and_in(project, tmp_path, with_split_passages) as back:
        assert compared(project, back) == []


@pytest.mark.parametrize("more", [[], [without("Links", "Graphs", "Sets")], [with_split_passages]])
def test_new_guids_change_no_more_than_the_ids_of_bare_tags(project, tmp_path, more):
    with out_and_in(project, tmp_path, with_new_guids, *more) as back:
        assert compared(project, back, without=("tags",)) == []
        assert placed(back) == placed(project)


def test_a_projects_file_is_the_same_bytes_each_time_and_fits_the_schema(project, tmp_path):
    for name in ("en.qdpx", "to.qdpx"):
        refi.write_qdpx(project, tmp_path / name)

    first, second = ((tmp_path / name).read_bytes() for name in ("en.qdpx", "to.qdpx"))
    assert first == second
    with zipfile.ZipFile(tmp_path / "en.qdpx") as archive, archive.open("project.qde") as stream:
        assert problem_of(stream) == ""
        assert {Path(name).parts[0] for name in archive.namelist()} == {"project.qde", "sources"}


def test_a_project_that_came_back_goes_out_as_the_same_xml(project, tmp_path):
    with out_and_in(project, tmp_path) as back:
        refi.write_qdpx(back, tmp_path / "igen.qdpx")

    xml = []
    for name in ("ud.qdpx", "igen.qdpx"):
        with zipfile.ZipFile(tmp_path / name) as archive:
            lines = archive.read("project.qde").decode().splitlines()[2:]
            xml.append([line for line in lines if '"project"' not in line])
    assert xml[0] == xml[1]


text = st.text(
    st.characters(codec="utf-8", exclude_categories=("Cs", "Cc")) | st.sampled_from('\n🙂åé́ <&"'),
    min_size=3,
    max_size=60,
).map(lambda said: f"Anna: x{said}x")
tags = st.lists(
    st.tuples(
        st.integers(0, 5),
        st.integers(0, 99),
        st.integers(0, 99),
        st.integers(0, 4),
        st.sampled_from(("anna", "bo", "Åse & Ø <b>")),
        st.sampled_from((None, "promotes", "hinders")),
        st.text(st.characters(codec="utf-8", exclude_characters="\0"), max_size=20),
    ),
    max_size=12,
)
evidence = st.lists(
    st.tuples(
        st.integers(0, 5),
        st.integers(0, 99),
        st.sampled_from(("supports", "contradicts", "qualifies")),
        st.text(st.characters(codec="utf-8", exclude_characters="\0"), max_size=10),
    ),
    max_size=3,
)
memos = st.lists(
    st.text(st.characters(codec="utf-8", exclude_characters="\0"), max_size=20), max_size=5
)


@settings(max_examples=500 if LONG else 12)
@given(
    texts=st.lists(text, min_size=1, max_size=3, unique=True),
    tags=tags,
    evidence=evidence,
    memos=memos,
)
def test_any_project_survives_a_round_trip(tmp_path_factory, texts, tags, evidence, memos):
    folder = tmp_path_factory.mktemp("any")
    with (
        made_project(folder / "a.icmo", texts, tags, evidence, memos) as project,
        out_and_in(project, folder) as back,
    ):
        assert compared(project, back) == []
        assert back.check().empty


def test_what_another_program_changes_holds(project, tmp_path):
    @in_xml
    def change(root):
        for one in root.iter("{urn:QDA-XML:project:1.0}TextSource"):
            one.set("name", one.get("name").replace("tekst 1", "Samtalen"))
        for one in root.iter("{urn:QDA-XML:project:1.0}Code"):
            if one.get("name") == "Tillid":
                one.set("name", "Fortrolighed")
        for one in root.iter("{urn:QDA-XML:project:1.0}PlainTextContent"):
            if one.text == "Om koden":
                one.text = "Om koden, rettet"
        for one in root.iter("{urn:QDA-XML:project:1.0}PlainTextSelection"):
            if one.get("name").startswith("Kun"):
                one.getparent().remove(one)

    with out_and_in(project, tmp_path, change) as back:
        assert set(back.documents()["name"]) == {"tekst 0", "Samtalen"}
        assert back.codebook["tillid"].label["da"] == "Fortrolighed"
        assert back.codebook["tillid"].label["en"] == "Trust"
        assert "Om koden, rettet" in set(back.memos()["text"])
        assert len(back.tags()) == len(project.tags()) - 1
        said = " ".join(back.remarks)
        for word in ("Samtalen", "tillid", "memo"):
            assert word in said


def test_a_code_that_another_program_added_gets_a_codebook_of_its_own(project, tmp_path):
    @in_xml
    def add(root):
        codes = root.find("{urn:QDA-XML:project:1.0}CodeBook")[0]
        codes.append(
            codes.makeelement(
                "{urn:QDA-XML:project:1.0}Code",
                {"guid": TRUST, "name": "Ny idé", "isCodable": "true"},
            )
        )

    with out_and_in(project, tmp_path, add) as back:
        new = [book for name, book in back.codebooks.items() if name != "proeve"]
        assert [book.labels() for book in new] == [{"ny_ide": "Ny idé"}]
        assert compared(project, back, without=("codebook_versions",)) == []


def test_importing_into_a_project_is_one_act_and_twice_changes_nothing(project, tmp_path):
    refi.write_qdpx(project, tmp_path / "ud.qdpx")
    with Project.create(tmp_path / "b.icmo", Codebook.load("kib"), coder="bo") as other:
        before = len(other.history())
        refi.import_qdpx(other, tmp_path / "ud.qdpx")

        assert len(other.history()) == before + 1
        assert placed(other) == placed(project)
        assert other.check().empty
        report = refi.import_qdpx(other, tmp_path / "ud.qdpx")
        assert len(other.history()) == before + 1
        assert any("already" in said for said in report.remarks)
        other.undo()
        assert other.tags().empty
        assert other.documents().empty
        assert list(other.codebooks) == ["kib"]
        assert other.check().empty
        other.redo()
        assert placed(other) == placed(project)


def test_a_projects_own_file_with_a_note_and_no_polarity_changes_nothing_in_it(project, tmp_path):
    project.tag("tekst 1", 0, 5, "fast", note="kun en note")
    refi.write_qdpx(project, tmp_path / "ud.qdpx")
    before = (placed(project), len(project.history()))

    refi.import_qdpx(project, tmp_path / "ud.qdpx")

    assert (placed(project), len(project.history())) == before


def test_an_import_that_fails_leaves_the_project_as_it_was(project, tmp_path):
    bad = packed(
        tmp_path / "x.qdpx", project_xml(source_xml(1, [(0, 3, "", TRUST)])) + "<", t1="abc def"
    )
    before = [getattr(project, name)().to_csv() for name in ("tags", "documents", "history")]

    with pytest.raises(refi.RefiError, match="broken at line"):
        refi.import_qdpx(project, bad)

    assert [
        getattr(project, name)().to_csv() for name in ("tags", "documents", "history")
    ] == before


def test_an_existing_project_is_never_written_over_and_nothing_is_left_of_a_failure(
    project, tmp_path
):
    refi.write_qdpx(project, tmp_path / "ud.qdpx")
    with pytest.raises(StoreError, match="already"):
        refi.read_qdpx(tmp_path / "ud.qdpx", project.path)
    bad = packed(tmp_path / "x.qdpx", "<Project")
    with pytest.raises(refi.RefiError):
        refi.read_qdpx(bad, tmp_path / "ny.icmo")

    assert not [
        one for one in tmp_path.iterdir() if one.name.endswith(".part") or one.name == "ny.icmo"
    ]


# ── how programs count ───────────────────────────────────────────────────────────────────

SAID = "Først 🙂 kom hun.\r\nSå blev hun glad 🎉 her.\r\nOg hun blev, fordi de holdt ord."
WANTED = ("kom hun", "blev hun glad", "hun blev", "fordi", "holdt ord", "glad 🎉 her")


def counted(word, unit, two):
    said = SAID if two else SAID.replace("\r\n", "\n")
    start = said.index(word)
    size = {
        "cp": len,
        "utf16": lambda t: len(t.encode("utf-16-le")) // 2,
        "byte": lambda t: len(t.encode()),
    }
    return size[unit](said[:start]), size[unit](said[: start + len(word)])


@pytest.mark.parametrize(
    "origin", ["NVivo 12.6", "ATLAS.ti 23", "MAXQDA 24", "QualCoder", "qdpxlib", ""]
)
@pytest.mark.parametrize("mark", [False, True])
@pytest.mark.parametrize("named", [True, False])
@pytest.mark.parametrize("two", [True, False])
@pytest.mark.parametrize("unit", ["cp", "utf16", "byte"])
def test_every_way_of_counting_is_found_from_the_words(unit, two, named, mark, origin):
    spans = tuple(zip(*(counted(word, unit, two) for word in WANTED), strict=True))
    names = [word if named else "" for word in WANTED]

    found = place(SAID, mark, spans, names, origin)

    text = SAID.replace("\r\n", "\n")
    cut = [text[start:end] for start, end in zip(found.start, found.end, strict=True)]
    assert cut == list(WANTED)


def test_the_report_says_how_passages_were_placed(tmp_path):
    passages = [(*counted(word, "utf16", True), "", TRUST) for word in WANTED]
    file = packed(
        tmp_path / "x.qdpx", project_xml(source_xml(1, passages), origin="NVivo"), t1=SAID
    )

    with refi.read_qdpx(file, tmp_path / "x.icmo") as project:
        assert project.remarks[0] == (
            "Texts: 1, counted in UTF-16 units, line ends as in the file. Passages: 6, of which 0 "
            "known by their first words, 6 only by the bounds of words, 0 not placed."
        )


def test_a_passage_outside_the_text_is_kept_said_and_written_back(tmp_path):
    passages = [(0, 5, "Først", TRUST), (900, 950, "nowhere", TRUST), (8, 3, "backwards", TRUST)]
    file = packed(tmp_path / "x.qdpx", project_xml(source_xml(1, passages)), t1=SAID)

    project, report = refi.make_from_qdpx(file, tmp_path / "x.icmo")
    with project:
        assert list(project.tags()["text"]) == ["Først"]
        counts = report.table().set_index("element")
        assert dict(counts.loc["PlainTextSelection"]) == {
            "found": 3,
            "taken": 1,
            "kept": 2,
            "refused": 0,
        }
        assert any("2 passages could not be placed" in said for said in report.remarks)
        refi.write_qdpx(project, tmp_path / "ud.qdpx")
    with zipfile.ZipFile(tmp_path / "ud.qdpx") as archive:
        xml = archive.read("project.qde").decode()
    assert 'startPosition="900" endPosition="950"' in xml or 'endPosition="950"' in xml


# ── files of other programs ──────────────────────────────────────────────────────────────


def test_the_sample_of_atlas_ti_is_read_as_written_down(tmp_path):
    project, report = refi.make_from_qdpx(ATLAS, tmp_path / "x.icmo")
    with project:
        counts = report.table().set_index("element")
        # Six texts and two PDFs whose files the sample does not have: nothing is placed, all is kept.
        wanted = {
            "User": (3, 3, 0),
            "Code": (14, 14, 0),
            "TextSource": (6, 0, 6),
            "PDFSource": (2, 0, 2),
            "PictureSource": (1, 0, 1),
            "AudioSource": (1, 0, 1),
            "VideoSource": (2, 0, 2),
            "PlainTextSelection": (8, 0, 8),
            "Coding": (16, 0, 16),
            "Note": (2, 2, 0),
            "Link": (1, 0, 1),
            "Set": (16, 0, 16),
            "Graph": (1, 0, 1),
        }
        assert {name: tuple(counts.loc[name])[:3] for name in counts.index} == wanted
        codes = project.codebook.codes()
        assert list(codes["label_en"])[:6] == [
            "happiness",
            "Feelings",
            "disgust",
            "waste of time",
            "Coke::full-fat Coke",
            "Coke::diet Coke",
        ]
        assert codes["parent"].isna().all()  # depth 1
        assert project.codebook["coke"].definition["en"] == "the breakfast of champions"
        assert any("gender: male" in said for said in report.remarks)
        assert sum("the text is not in the file" in said for said in report.remarks) == 8
        assert project.documents().empty
        assert project.check().empty


def test_the_sample_of_atlas_ti_with_its_texts_has_its_passages(tmp_path):
    """The sample has no texts; where one is put in, its passages stand on the words they name."""
    found = gather(ATLAS)
    texts = {}
    for source in found.sources:
        chars = [" "] * 3000
        for one in source.element.all("PlainTextSelection"):
            start, name = int(one.get("startPosition")), one.get("name")
            chars[start : start + len(name)] = name
        path = source.element.get("plainTextPath")
        if path:
            texts[path.removeprefix("internal://").removesuffix(".txt")] = "".join(chars)

    file = rewritten(
        ATLAS,
        tmp_path / "a.qdpx",
        lambda parts: {
            **{name: data for name, data in parts.items() if data},
            **{f"Sources/{name.upper()}.TXT": text.encode() for name, text in texts.items()},
        },
    )
    project, report = refi.make_from_qdpx(file, tmp_path / "x.icmo")
    with project:
        assert len(project.documents()) == 6
        assert "Oh, that was great. See you tomorrow? Eleven thirty. Mm." in set(
            project.tags()["text"]
        )
        counts = report.table().set_index("element")
        assert tuple(counts.loc["TextSource"])[:3] == (6, 6, 0)
        assert project.check().empty


def test_the_sample_of_transana_is_read_as_written_down(tmp_path):
    project, report = refi.make_from_qdpx(TRANSANA, tmp_path / "x.icmo")
    with project:
        counts = report.table().set_index("element")
        wanted = {
            "User": (63, 63, 0),
            "Code": (19, 19, 0),
            "TextSource": (6, 0, 6),
            "PictureSource": (5, 0, 5),
            "VideoSource": (5, 0, 5),
            "PlainTextSelection": (15, 0, 15),
            "Coding": (66, 0, 66),
            "Note": (40, 40, 0),
            "Set": (6, 0, 6),
        }
        assert {name: tuple(counts.loc[name])[:3] for name in counts.index} == wanted
        codes = project.codebook.codes()
        # Seven folders hold twelve codes: two levels, five scripts.
        assert (len(project.codebook.family_records), len(codes)) == (7, 12)
        assert "中文-简体 关键词 1" in set(codes["label_en"])
        assert "Français Mot-clé 1" in set(codes["label_en"])
        assert len(project.memos()) == 40
        assert project.check().empty


@pytest.mark.parametrize("sample", [ATLAS, TRANSANA], ids=["atlas.ti", "transana"])
def test_what_has_no_place_here_is_kept_and_written_back(tmp_path, sample):
    first, _ = refi.make_from_qdpx(sample, tmp_path / "x.icmo")
    with first:
        refi.write_qdpx(first, tmp_path / "ud.qdpx")
    before, after = gather(sample), gather(tmp_path / "ud.qdpx")

    def told(found):
        return (
            Counter(one.get("name") for _, one in found.others),
            Counter(one.tag for one in found.media),
            sorted(source.guid for source in found.sources),
        )

    assert told(after) == told(before)
    assert after.counts["unplaced"] == before.counts["unplaced"]
    second, _ = refi.make_from_qdpx(tmp_path / "ud.qdpx", tmp_path / "y.icmo")
    with second, Project.open(tmp_path / "x.icmo") as first:
        assert compared(first, second) == []
        with first.reading() as one, second.reading() as other:
            assert len(other.rows("kept")) == len(one.rows("kept"))


def test_one_note_on_two_things_a_bare_passage_and_a_case_in_parts_go_out_again(tmp_path):
    note = "70000000-0000-4000-8000-000000000001"
    bare = "60000000-0000-4000-8000-000000000777"
    passage = f'<PlainTextSelection guid="{bare}" startPosition="0" endPosition="5" name="Først"><Description>bare</Description></PlainTextSelection>'
    source = source_xml(1, [(0, 5, "Først", TRUST)]).replace(
        "</TextSource>", f'{passage}<NoteRef targetGUID="{note}"/></TextSource>'
    )
    rest = (
        f'<Notes><Note guid="{note}" name="Titel"><PlainTextContent>Indhold</PlainTextContent></Note></Notes>'
        f'<Links><Link guid="80000000-0000-4000-8000-000000000001" originGUID="{bare}" targetGUID="{TRUST}"/></Links>'
    )
    file = packed(tmp_path / "x.qdpx", project_xml(source, rest=rest), t1=SAID)

    with refi.read_qdpx(file, tmp_path / "x.icmo") as project:
        assert list(project.memos()["text"]) == ["Titel\n\nIndhold"]
        assert list(project.memos()["target_kind"]) == ["document"]
        refi.write_qdpx(project, tmp_path / "ud.qdpx")
    with zipfile.ZipFile(tmp_path / "ud.qdpx") as archive:
        xml = archive.read("project.qde").decode()
    for piece in (
        f'guid="{bare}"',
        "<Description>bare</Description>",
        f'originGUID="{bare}"',
        ">Indhold<",
    ):
        assert piece in xml


def test_a_nameless_case_tells_of_its_source_and_a_named_one_is_a_case(tmp_path):
    variable = "30000000-0000-4000-8000-000000000001"
    value = f'<VariableValue><VariableRef targetGUID="{variable}"/><IntegerValue>41</IntegerValue></VariableValue>'
    ref = '<SourceRef targetGUID="50000000-0000-4000-8000-000000000001"/>'
    cases = (
        f'<Variables><Variable guid="{variable}" name="Alder" typeOfVariable="Integer"/></Variables><Cases>'
        f'<Case guid="40000000-0000-4000-8000-000000000001">{value}{ref}</Case>'
        f'<Case guid="40000000-0000-4000-8000-000000000002" name="Ærø">{value}{ref}</Case></Cases>'
    )
    file = packed(tmp_path / "x.qdpx", project_xml(source_xml(1, []), rest=cases), t1=SAID)

    with refi.read_qdpx(file, tmp_path / "x.icmo") as project:
        document = project.documents().iloc[0]
        assert (document["case"], document["Alder"]) == ("Ærø", "41")
        assert project.cases().iloc[0]["Alder"] == "41"
        with out_and_in(project, tmp_path) as back:
            assert compared(project, back) == []


def test_coders_can_go_out_under_other_names(project, tmp_path):
    refi.write_qdpx(project, tmp_path / "ud.qdpx", coders={"anna": "A.", "bo": "B."})

    with zipfile.ZipFile(tmp_path / "ud.qdpx") as archive:
        users = archive.read("project.qde").decode().split("</Users>")[0]
    assert 'name="A."' in users
    assert "anna" not in users


# ── codebooks ────────────────────────────────────────────────────────────────────────────


def test_the_sample_codebooks_are_read_as_written_down():
    economy = refi.read_qdc(SAMPLES / "standard_annexA1_codebook.qdc", "en")
    assert list(economy.labels().values()) == [
        "Economy",
        "Health care",
        "Conservatives",
        "Liberals",
    ]
    assert [family.label["en"] for family in economy.family_records] == [
        "Topics",
        "Codes",
        "Values",
    ]
    assert economy["economy"].definition["en"] == "Anything about jobs or taxes or business"
    one = refi.read_qdc(SAMPLES / "atlasti_win_23.4.0_codebook.qdc", "en")
    assert (list(one.labels()), one["code1"].definition["en"]) == (["code1"], "description")
    with pytest.raises(refi.RefiError, match="broken at line 14"):
        refi.read_qdc(SAMPLES / "atlasti_win_23.4.0_codebook_truncated.qdc")


def test_a_codebook_goes_out_and_comes_back_with_its_names_and_nesting(tmp_path):
    book = Codebook.load("kib")
    refi.write_qdc(book, tmp_path / "kib.qdc", "da")

    with (tmp_path / "kib.qdc").open("rb") as stream:
        assert problem_of(stream, "Codebook") == ""
    back = refi.read_qdc(tmp_path / "kib.qdc", "da")
    assert sorted(back.labels("da").values()) == sorted(book.labels("da").values())
    assert [f.label["da"] for f in back.family_records] == [
        f.label["da"] for f in book.family_records
    ]
    parents = {
        c.label["da"]: c.parent and back[c.parent].label["da"]
        for f in back.family_records
        for c in f.codes
    }
    assert parents == {
        c.label["da"]: c.parent and book[c.parent].label["da"]
        for f in book.family_records
        for c in f.codes
    }


def test_the_schemas_are_the_standards_own():
    known = {
        "Project.xsd": "a2cc1ffb4ab1c07c51d6c78e69f2c9968458a9f0ad3b317ddde27f1e86f15a15",
        "Codebook.xsd": "bc4706a6fdb736cc3248de1753366f2b1f5b13e6828d319cea2874deb7e61b52",
    }
    folder = Path(refi.__file__).parent / "schemas"
    found = {name: hashlib.sha256((folder / name).read_bytes()).hexdigest() for name in known}
    assert found == known


def test_an_unknown_program_is_told_the_known_ones(project, tmp_path):
    with pytest.raises(refi.RefiError, match="nvivo, maxqda, atlasti, qualcoder"):
        refi.write_qdpx(project, tmp_path / "ud.qdpx", "nvivvo")


def test_an_erasure_takes_along_what_other_programs_wrote(tmp_path):
    passages = [(0, 5, "Først", TRUST), (900, 950, "kanarie", TRUST)]
    file = packed(tmp_path / "x.qdpx", project_xml(source_xml(1, passages)), t1=SAID)

    with refi.read_qdpx(file, tmp_path / "x.icmo", coder="anna") as project:
        project.erase(project.documents()["document"].iloc[0], "samtykke trukket")
        assert project.check().empty
    assert b"kanarie" not in (tmp_path / "x.icmo").read_bytes()
