"""Files of icmo as a program reads them that is not icmo: pyrefiqda, and what it writes of them."""

from __future__ import annotations

import pytest
from interchanged import compared, made_project
from pyrefiqda import RefiCodebook, RefiProject

from icmo import Codebook, Project, refi

TAGS = [
    (0, 6, 21, 3, "anna", "promotes", "tydeligt & <klart>"),
    (0, 6, 21, 4, "bo", None, ""),
    (1, 2, 9, 1, "bo", "hinders", ""),
]


@pytest.fixture
def project(tmp_path):
    texts = ("Anna: Vi stoler på dem 🙂, så vi bliver.\n", "Mette: Kun om aftenen.\n")
    with made_project(
        tmp_path / "a.icmo", texts, TAGS, [(0, 9, "supports", "")], ["memo", "om"]
    ) as made:
        yield made


def loaded(path, folder):
    return RefiProject.load(path, str(folder / "pakket ud"))


def test_another_program_finds_every_code_text_passage_and_case(project, tmp_path):
    refi.write_qdpx(project, tmp_path / "ud.qdpx")
    model = loaded(tmp_path / "ud.qdpx", tmp_path)

    folders = model.code_book.codes.code
    assert [one.name for one in folders] == ["Kontekst", "Mekanisme", "Udkomme"]
    assert [one.is_codable for one in folders] == [False] * 3
    assert folders[0].code[0].code[0].code[0].name == "Aften"
    assert [one.name for one in model.users.user] == ["anna", "bo"]
    sources = {one.name: one for one in model.sources.text_source}
    assert set(sources) == {"tekst 0", "tekst 1"}
    for name, source in sources.items():
        text = next(
            (tmp_path / "pakket ud").rglob(source.plain_text_path.removeprefix("internal://"))
        )
        words = text.read_text("utf-8")
        assert words == project.text(name)
        cut = {words[one.start_position : one.end_position] for one in source.plain_text_selection}
        assert set(project.tags(name)["text"]) <= cut
    codings = [c for one in sources.values() for p in one.plain_text_selection for c in p.coding]
    assert len(codings) == len(project.tags())
    assert [one.name for one in model.cases.case] == ["By 0", "By 1"]
    assert len(model.links.link) == 4
    assert len(model.graphs.graph) == 2


def test_what_another_program_read_and_wrote_comes_back_the_same(project, tmp_path):
    refi.write_qdpx(project, tmp_path / "ud.qdpx")
    model = loaded(tmp_path / "ud.qdpx", tmp_path)
    RefiProject.save(model, tmp_path / "fra.qdpx", tmp_path / "pakket ud")

    with refi.read_qdpx(tmp_path / "fra.qdpx", tmp_path / "b.icmo") as back:
        assert compared(project, back) == []
        assert back.check().empty


def test_the_sample_evaluation_comes_back_from_another_program(filled_project, tmp_path):
    with Project.open(filled_project) as project:
        refi.write_qdpx(project, tmp_path / "ud.qdpx")
        model = loaded(tmp_path / "ud.qdpx", tmp_path)
        RefiProject.save(model, tmp_path / "fra.qdpx", tmp_path / "pakket ud")

        with refi.read_qdpx(tmp_path / "fra.qdpx", tmp_path / "b.icmo") as back:
            assert compared(project, back) == []


def test_another_program_reads_and_writes_our_codebooks(tmp_path):
    refi.write_qdc(Codebook.load("kib"), tmp_path / "kib.qdc", "da")
    book = RefiCodebook.load(tmp_path / "kib.qdc")
    RefiCodebook.save(book, tmp_path / "fra.qdc")

    assert (
        refi.read_qdc(tmp_path / "fra.qdc", "da").labels()
        == refi.read_qdc(tmp_path / "kib.qdc", "da").labels()
    )
