"""QualCoder: what its importer needs in a file, and what its exporter makes of one of ours."""

from __future__ import annotations

import zipfile
from pathlib import Path

import pytest
from interchanged import (
    BOOK,
    NAMESPACE,
    compared,
    made_project,
    packed,
    project_xml,
    rewritten,
    with_new_guids,
)
from lxml import etree

from icmo import Codebook, Project, refi
from icmo.refi.gathering import gather

SAMPLES = Path(__file__).parent / "data" / "refi"
ATLAS = SAMPLES / "atlasti_mac_8.4.0_standard_nosources.qdpx"
TRANSANA = SAMPLES / "transana_3.22b2_annexA3_nosources.qdpx"
#: Written by QualCoder 4.0 Beta of files that `icmo export --for qualcoder` wrote; see SOURCE.md.
THROUGH = SAMPLES / "qualcoder_4.0beta_of_icmo.qdpx"
CHANGED = SAMPLES / "qualcoder_4.0beta_of_icmo_changed.qdpx"
TEXTS = (
    "Anna: Vi stoler på dem 🙂, så vi bliver.\r\n\r\nBo: Ja; ǻ og 👩‍👩‍👧.\n",
    "Mette: Kun om aftenen.\n",
)
TAGS = (
    (0, 6, 21, 3, "anna", "promotes", "tydeligt"),
    (0, 6, 21, 3, "bo", "hinders", "linje\nskift & <tegn>"),
    (0, 6, 21, 0, "bo", None, ""),
    (1, 7, 19, 2, "anna", None, ""),
)
PLACED = {
    ("tekst 0", "anna", "deltid", 3, 31, "a: Vi stoler på dem 🙂, så vi", "", ""),
    ("tekst 0", "anna", "fast", 6, 22, "Vi stoler på dem", "", ""),
    ("tekst 0", "anna", "tillid", 6, 22, "Vi stoler på dem", "promotes", "tydeligt"),
    ("tekst 0", "bo", "arbejde", 6, 22, "Vi stoler på dem", "", ""),
    ("tekst 0", "bo", "tillid", 6, 22, "Vi stoler på dem", "hinders", "linje\nskift & <tegn>"),
    ("tekst 1", "anna", "aften", 7, 20, "Kun om aftene", "", ""),
}
DOUBLE = BOOK.replace("{da: Tillid, en: Trust}", "{da: Aften, en: Evening}")


@pytest.fixture
def project(tmp_path):
    with made_project(
        tmp_path / "a.icmo",
        TEXTS,
        TAGS,
        [(0, 9, "supports", ""), (1, 3, "contradicts", "men kun her")],
        ["Til projektet", "Om teksten", "Om koden", "Om teorien", "Om mærket"],
    ) as made:
        yield made


def opened(path):
    """The XML of a file, and what stands in its members."""
    with zipfile.ZipFile(path) as archive:
        members = {name: archive.read(name) for name in archive.namelist()}
    return etree.fromstring(members.pop("project.qde")), members


def placed(project):
    names = dict(zip(project.documents()["document"], project.documents()["name"], strict=True))
    tags = project.tags()
    tags["document"] = tags["document"].map(names)
    tags["polarity"] = tags["polarity"].fillna("")
    columns = ["document", "coder", "code", "start", "end", "text", "polarity", "note"]
    return list(tags[columns].itertuples(index=False, name=None))


def sources_in(path):
    found = gather(path)
    return sorted(
        (one.tag, one.get("name")) for one in [s.element for s in found.sources] + found.media
    )


# ── what its importer needs ──────────────────────────────────────────────────────────────


@pytest.mark.parametrize("program", ["", "nvivo", "maxqda", "atlasti", "qualcoder"])
def test_every_note_has_a_date_for_qualcoder_stops_at_one_without(project, tmp_path, program):
    refi.write_qdpx(project, tmp_path / "ud.qdpx", program)
    root, _ = opened(tmp_path / "ud.qdpx")

    notes = list(root.iter(f"{NAMESPACE}Note"))
    assert len(notes) > 10
    assert [one.get("name") for one in notes if not one.get("creationDateTime")] == []


def test_notes_for_qualcoder_stand_in_files_and_no_two_are_called_the_same(project, tmp_path):
    refi.write_qdpx(project, tmp_path / "ud.qdpx", "qualcoder")
    root, members = opened(tmp_path / "ud.qdpx")

    filed = [one for one in root.iter(f"{NAMESPACE}Note") if one.get("plainTextPath")]
    words = {
        one.get("name"): members[
            "sources/" + one.get("plainTextPath").removeprefix("internal://")
        ].decode()
        for one in filed
    }
    assert len(words) == len(filed)
    assert words["memo"] == "Til projektet"
    assert words["memo (5)"] == "Om mærket"
    assert "ICMO: Ét" in words
    # It takes a note on a whole text for one on a passage, and drops it.
    on_texts = [one.find(f"{NAMESPACE}NoteRef") for one in root.iter(f"{NAMESPACE}TextSource")]
    assert on_texts == [None, None]
    # Where it reads files in an old encoding, what brings everything back must survive.
    assert words["icmo-data (rør ikke) 1/1"].isascii()


def test_notes_of_one_name_come_back_once_each_whatever_they_are_called_there(tmp_path):
    notes = "".join(
        f'<Note guid="70000000-0000-4000-8000-00000000000{n}" name="Noter">'
        f"<PlainTextContent>Dag {n}</PlainTextContent></Note>"
        for n in (1, 2)
    )
    file = packed(tmp_path / "fra.qdpx", project_xml(rest=f"<Notes>{notes}</Notes>"))
    with refi.read_qdpx(file, tmp_path / "a.icmo", coder="anna") as project:
        refi.write_qdpx(project, tmp_path / "ud.qdpx", "qualcoder")
        for change in ([], [with_new_guids]):
            file = rewritten(tmp_path / "ud.qdpx", tmp_path / "fra.qdpx", *change)
            with refi.read_qdpx(file, tmp_path / f"{len(change)}.icmo") as back:
                assert sorted(back.memos()["text"]) == ["Noter\n\nDag 1", "Noter\n\nDag 2"]


def test_a_passage_for_qualcoder_has_one_coding_and_says_whose_it_is(project, tmp_path):
    refi.write_qdpx(project, tmp_path / "ud.qdpx", "qualcoder")
    root, _ = opened(tmp_path / "ud.qdpx")

    passages = list(root.iter(f"{NAMESPACE}PlainTextSelection"))
    said = ("creatingUser", "creationDateTime")
    assert len(passages) == len(project.tags()) == len({one.get("guid") for one in passages})
    for one in passages:
        (coding,) = one.findall(f"{NAMESPACE}Coding")
        assert [one.get(name) for name in said] == [coding.get(name) for name in said]
        assert one.get("creatingUser")


def test_two_codes_of_one_name_stay_two_for_qualcoder(tmp_path):
    book = Codebook.parse(DOUBLE, "proeve.yaml", "proeve")
    (tmp_path / "t").mkdir()
    (tmp_path / "t" / "tekst.txt").write_text("Anna: Vi bliver.\n", encoding="utf-8")
    with Project.create(tmp_path / "a.icmo", book, coder="anna") as project:
        project.import_documents(tmp_path / "t")
        for code in ("aften", "tillid"):
            project.tag("tekst", 6, 15, code)
        refi.write_qdpx(project, tmp_path / "ud.qdpx", "qualcoder")
        root, _ = opened(tmp_path / "ud.qdpx")
        names = [one.get("name") for one in root.iter(f"{NAMESPACE}Code")]
        assert names[2:] == ["Deltid 🕐", "Aften", "Mekanisme", "Aften (2)", "Udkomme", names[-1]]

        for change in ([], [with_new_guids]):
            file = rewritten(tmp_path / "ud.qdpx", tmp_path / "fra.qdpx", *change)
            with refi.read_qdpx(file, tmp_path / f"{len(change)}.icmo") as back:
                assert sorted(back.tags()["code"]) == ["aften", "tillid"]
                assert compared(project, back, without=("tags",)) == []


@pytest.mark.parametrize(("sample", "sources"), [(ATLAS, 12), (TRANSANA, 16)])
def test_sources_at_which_qualcoder_stops_stay_here_and_come_back(tmp_path, sample, sources):
    with refi.read_qdpx(sample, tmp_path / "a.icmo", coder="anna") as project:
        report = refi.write_qdpx(project, tmp_path / "ud.qdpx", "qualcoder")
        root, _ = opened(tmp_path / "ud.qdpx")
        assert root.find(f"{NAMESPACE}Sources") is None
        assert f"{sources} sources without a text here are not in the file" in report.remarks[0]

        file = rewritten(tmp_path / "ud.qdpx", tmp_path / "fra.qdpx", with_new_guids)
        with refi.read_qdpx(file, tmp_path / "b.icmo") as back:
            assert compared(project, back) == []
            refi.write_qdpx(back, tmp_path / "igen.qdpx")
    assert sources_in(tmp_path / "igen.qdpx") == sources_in(sample)


# ── what its exporter makes of one of ours ───────────────────────────────────────────────


def test_everything_comes_back_through_qualcoder(tmp_path):
    project, report = refi.make_from_qdpx(THROUGH, tmp_path / "x.icmo")
    with project:
        assert set(placed(project)) == PLACED
        assert len(project.tags()) == len(PLACED)
        assert [project.text(name) for name in ("tekst 0", "tekst 1")] == [
            "Anna: Vi stoler på dem 🙂, så vi bliver.\n\nBo: Ja; ǻ og 👩‍👩‍👧.\n",
            "Mette: Kun om aftenen.\n",
        ]
        codes = project.codebook.codes().set_index("code")
        assert list(codes.index) == ["arbejde", "deltid", "aften", "tillid", "fast"]
        assert codes["parent"].fillna("").to_dict()["aften"] == "deltid"
        assert list(project.documents()["case"]) == ["By 0", "By 1"]
        memos = project.memos()
        assert list(memos["target_kind"]) == ["project", "document", "code", "configuration", "tag"]
        assert memos["text"].iloc[4] == "Om mærket"
        frames = ("configurations", "configuration_changes", "relations", "evidence", "claims")
        assert [len(getattr(project, name)()) for name in frames] == [2, 3, 1, 5, 1]
        assert project.check().empty
    counts = report.table().set_index("element")
    assert tuple(counts.loc["PlainTextSelection"])[:3] == (6, 6, 0)
    # The notes' files are read; the second copy that QualCoder makes of each text is not.
    assert any(
        said.startswith("2 members of the file are used for nothing") for said in report.remarks
    )


def test_a_tag_is_as_old_as_qualcoder_says_its_passage_is(tmp_path):
    with refi.read_qdpx(THROUGH, tmp_path / "x.icmo") as project:
        assert set(project.tags()["created"]) == {"2026-11-21T21:25:13.080075+00:00"}


def test_what_was_changed_in_qualcoder_holds(tmp_path):
    with refi.read_qdpx(CHANGED, tmp_path / "x.icmo") as project:
        new = ("tekst 1", "cam", "kollega", 14, 21, "aftenen", "", "")
        gone = ("tekst 1", "anna", "aften", 7, 20, "Kun om aftene", "", "")
        assert set(placed(project)) == PLACED - {gone} | {new}
        assert project.codebook["tillid"].definition == {
            "da": "Hun tror på det, de lover.",
            "en": "She trusts them.",
        }
        assert "The code tillid was given other words" in "\n".join(project.remarks)
        assert "Efter mødet\n\nVi læser tekst 1 igen." in set(project.memos()["text"])
        assert len(project.memos()) == 6
        assert len(project.evidence()) == 5
        assert project.check().empty


def test_notes_that_were_read_in_an_old_encoding_are_not_doubled(tmp_path):
    """QualCoder on Windows takes æ for Ã¦ in notes, and writes what it read."""

    def misread(parts):
        for name in parts:
            if parts[name] == "\ufeffOm mærket".encode():
                parts[name] = "\ufeffOm mÃ¦rket".encode()
        return parts

    with refi.read_qdpx(
        rewritten(THROUGH, tmp_path / "f.qdpx", misread), tmp_path / "x"
    ) as project:
        assert len(project.memos()) == 5
        assert "Om mærket" in set(project.memos()["text"])
