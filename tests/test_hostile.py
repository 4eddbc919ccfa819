"""Files that mean harm, or are none: each ends in a sentence and an unchanged project, or is taken whole."""

from __future__ import annotations

import os
import random
import subprocess
import sys
import textwrap
import time
import zipfile
from pathlib import Path

import hostile
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from interchanged import made_project, packed, project_xml, source_xml

from icmo import Codebook, Error, Project, refi, spreadsheets
from icmo.cases import read_cases
from icmo.claims import read_claims
from icmo.project import load
from icmo.questions import read_questions
from icmo.refi.placing import place

DATA = Path(__file__).parent / "data"
TAGUETTE = DATA / "taguette" / "samtale.sqlite3"
LONG = bool(os.environ.get("LONG"))
SECONDS = 120 if LONG else 4
EXAMPLES = 100_000 if LONG else 40
TESTS = Path(__file__).parent


@pytest.fixture(scope="module")
def lines(tmp_path_factory):
    """A project, and the lines of it: what must not change."""
    folder = tmp_path_factory.mktemp("unchanged")
    with made_project(
        folder / "a.icmo", ["Anna: Ja.\n\nBo: Nej."], [(0, 6, 8, 3, "anna", None, "")]
    ) as project:
        project.dump(folder / "a.jsonl")
        yield project, folder


def unchanged(lines):
    project, folder = lines
    return project.compare(folder / "a.jsonl").empty


def one_sentence(error):
    said = str(error.value)
    assert said.endswith((".", "?"))
    assert "\n" not in said
    for word in ("Traceback", "NoneType", "list index", "codec"):
        assert word not in said
    return True


def refused(read):
    """The sentence that reading ends in; an empty one where it was read."""
    try:
        read()
    except Error as error:
        return str(error)
    return ""


def is_told(said):
    return not said or said.endswith((".", "?")) or "\n" in said


def test_a_member_without_a_name_hinders_nobody(tmp_path):
    packed(tmp_path / "x.qdpx", hostile.TAKEN_QDPX["bare name"], t1="abc def")
    with zipfile.ZipFile(tmp_path / "x.qdpx", "a") as archive:
        archive.writestr("?navn", "abc")
    # What stands behind a NUL is no name to Python, and this one begins with it.
    nameless = (tmp_path / "x.qdpx").read_bytes().replace(b"?navn", b"\0navn")
    (tmp_path / "x.qdpx").write_bytes(nameless)

    with refi.read_qdpx(tmp_path / "x.qdpx", tmp_path / "x.icmo") as project:
        assert [project.text(one) for one in project.documents()["document"]] == ["abc def"]


@pytest.mark.parametrize("name", hostile.REFUSED_QDPX)
def test_a_hostile_project_file_ends_in_a_sentence_and_an_unchanged_project(lines, tmp_path, name):
    make, word = hostile.REFUSED_QDPX[name]
    make(tmp_path / "x.qdpx")

    with pytest.raises(refi.RefiError, match=word) as error:
        refi.import_qdpx(lines[0], tmp_path / "x.qdpx")

    assert one_sentence(error)
    assert unchanged(lines)
    with pytest.raises(refi.RefiError):
        refi.read_qdpx(tmp_path / "x.qdpx", tmp_path / "ny.icmo")
    assert {one.name for one in tmp_path.iterdir()} == {"x.qdpx"}


@pytest.mark.parametrize("name", hostile.TAKEN_QDPX)
def test_a_project_file_with_odd_parts_is_taken_sound_and_goes_out_again(tmp_path, name):
    packed(tmp_path / "x.qdpx", hostile.TAKEN_QDPX[name], t1="abc def")

    with refi.read_qdpx(tmp_path / "x.qdpx", tmp_path / "x.icmo") as project:
        assert project.check().empty
        assert [project.text(one) for one in project.documents()["document"]] == ["abc def"] * len(
            project.documents()
        )
        assert set(project.tags()["text"]) <= {"abc"}
        refi.write_qdpx(project, tmp_path / "ud.qdpx")
    outside = {one.name for one in tmp_path.iterdir()}
    assert outside == {"x.qdpx", "x.icmo", "ud.qdpx"}


@pytest.mark.parametrize("name", hostile.TEXTS)
def test_a_source_is_text_intact_or_is_said_not_to_be(tmp_path, name):
    data, text = hostile.TEXTS[name]
    packed(tmp_path / "x.qdpx", project_xml(source_xml(1, [])), t1=data)

    with refi.read_qdpx(tmp_path / "x.qdpx", tmp_path / "x.icmo") as project:
        found = [project.text(one) for one in project.documents()["document"]]
        assert found == ([] if text is None else [text])
        assert any("cannot be read as text" in said for said in project.remarks) == (text is None)


@pytest.mark.parametrize("name", hostile.REFUSED_QDC)
def test_a_hostile_codebook_file_ends_in_a_sentence(tmp_path, name):
    text, word = hostile.REFUSED_QDC[name]
    (tmp_path / "x.qdc").write_text(text, encoding="utf-8")

    with pytest.raises(refi.RefiError, match=word) as error:
        refi.read_qdc(tmp_path / "x.qdc")
    assert one_sentence(error)


@pytest.mark.parametrize("name", hostile.REFUSED_TAGUETTE)
def test_a_hostile_database_ends_in_a_sentence_and_no_project(tmp_path, name):
    make, word = hostile.REFUSED_TAGUETTE[name]
    make(TAGUETTE, tmp_path / "x.sqlite3")

    with pytest.raises(Error, match=word) as error:
        spreadsheets.read_taguette(tmp_path / "x.sqlite3", tmp_path / "x.icmo")
    assert one_sentence(error)
    assert {one.name for one in tmp_path.iterdir()} == {"x.sqlite3"}


@pytest.mark.parametrize("name", hostile.TAKEN_TAGUETTE)
def test_a_database_with_odd_rows_is_taken_sound(tmp_path, name):
    hostile.altered(TAGUETTE, tmp_path / "x.sqlite3", *hostile.TAKEN_TAGUETTE[name])

    with spreadsheets.read_taguette(tmp_path / "x.sqlite3", tmp_path / "x.icmo") as project:
        assert project.check().empty
        assert not any("alert" in project.text(one) for one in project.documents()["document"])


# ── every reader, and what no reader may stumble over ────────────────────────────────────

#: Every reader of the project, by the ending it reads.
READERS = {
    "project file": (".qdpx", refi.import_qdpx),
    "codebook of another program": (".qdc", lambda _, path: refi.read_qdc(path)),
    "codebook in a table": (".csv", lambda _, path: spreadsheets.read_codebook(path)),
    "codebook in a workbook": (".xlsx", lambda _, path: spreadsheets.read_codebook(path)),
    "quotes": (".csv", spreadsheets.import_quotes),
    "taguette": (
        ".sqlite3",
        lambda _, path: spreadsheets.read_taguette(path, path.with_name("ny.icmo")),
    ),
    "lines": (".jsonl", lambda _, path: load(path, path.with_name("ny.icmo"))),
    "compared lines": (".jsonl", lambda project, path: project.compare(path)),
    "codebook": (".yaml", lambda _, path: Codebook.load(path)),
    "questions": (".yaml", lambda _, path: read_questions(path)),
    "claims": (".yaml", lambda _, path: read_claims(path)),
    "cases": (".csv", lambda _, path: read_cases(path)),
    "ratings": (".csv", lambda project, path: project.import_ratings(path)),
    "judgements": (".csv", lambda project, path: project.import_judgements(path)),
    "summaries": (".csv", lambda project, path: project.import_summaries(path)),
    "statements": (".csv", lambda project, path: project.import_statements(path)),
    "a project": (".icmo", lambda _, path: Project.open(path)),
    "a copy": (".icmo", lambda project, path: project.merge(path)),
    **{
        f"document {suffix}": (suffix, lambda project, path: project.import_documents(path))
        for suffix in (".docx", ".odt", ".pdf", ".rtf", ".html", ".vtt", ".srt", ".xlsx")
    },
}
BYTES = {
    "empty": b"",
    "nuls": b"\0" * 5000,
    "every byte": bytes(range(256)) * 40,
    "a zip that ends": b"PK\x03\x04" + b"\0" * 30,
    "half a character": "æ".encode()[:1] * 100,
    "aliases": (
        "a: &a [x]\n"
        + "".join(
            f"{chr(98 + n)}: &{chr(98 + n)} [{','.join(['*' + chr(97 + n)] * 9)}]\n"
            for n in range(9)
        )
    ).encode(),
    "object": b"!!python/object/apply:os.system ['touch pwned']",
    "one long line": b"a," * 200_000,
}


@pytest.mark.parametrize("what", BYTES)
@pytest.mark.parametrize("reader", READERS)
def test_no_reader_stumbles_over_bytes_that_are_no_such_file(
    lines, tmp_path, reader, what, monkeypatch
):
    monkeypatch.chdir(tmp_path)
    suffix, read = READERS[reader]
    (tmp_path / f"x{suffix}").write_bytes(BYTES[what])

    before = lines[0].last_line()
    said = refused(lambda: read(lines[0], tmp_path / f"x{suffix}"))
    assert "Traceback" not in said
    assert not said or unchanged(lines)
    if lines[0].last_line() > before:
        # Some text is a text in whatever file it stands; then it is taken, as one act.
        lines[0].undo()
        assert lines[0].documents()["name"].tolist() == ["tekst 0"]
        lines[0].dump(lines[1] / "a.jsonl")
    assert not (tmp_path / "pwned").exists()


def test_what_would_take_the_machine_is_refused_within_bounds(tmp_path):
    """Each in a process of its own that may take 1 GB and 60 seconds of the processor."""
    code = """
        import resource, sys, zipfile, pathlib
        from icmo import Error, refi, spreadsheets
        import hostile
        resource.setrlimit(resource.RLIMIT_AS, (4 << 30, 4 << 30))
        resource.setrlimit(resource.RLIMIT_CPU, (60, 60))
        folder = pathlib.Path(sys.argv[1])
        deep = "<Codes>" + "<Code>" * 2_000_000
        wide = "<Codes>" + "<Code guid='a' name='b'/>" * 600_000
        head = "<Project xmlns='urn:QDA-XML:project:1.0'><CodeBook>"
        hostile.zipped(folder / "deep.qdpx", [("project.qde", head + deep)])
        hostile.zipped(folder / "wide.qdpx", [("project.qde", head + wide)])
        with zipfile.ZipFile(folder / "zero.qdpx", "w", zipfile.ZIP_DEFLATED) as archive:
            with archive.open("project.qde", "w") as stream:
                for _ in range(500):
                    stream.write(b" " * 1_000_000)
        for name in ("deep", "wide", "zero"):
            try:
                refi.read_qdpx(folder / f"{name}.qdpx", folder / "ny.icmo")
            except Error as error:
                print(name, error)
        (folder / "long.html").write_bytes(b"<p>" * 100_000)
        print(resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024)
    """
    done = subprocess.run(
        [sys.executable, "-c", textwrap.dedent(code), str(tmp_path)],
        capture_output=True,
        text=True,
        check=True,
        env={**os.environ, "PYTHONPATH": os.pathsep.join([str(TESTS), str(TESTS.parent)])},
    )
    *refused, used = done.stdout.splitlines()
    assert [line.split()[0] for line in refused] == ["deep", "wide", "zero"]
    assert int(used) < 1024


# ── fuzzing ──────────────────────────────────────────────────────────────────────────────


def mutated(data, seed):
    """Bytes with some taken out, doubled, exchanged or made up."""
    chance = random.Random(seed)
    made = bytearray(data)
    for _ in range(chance.randint(1, 8)):
        place = chance.randrange(len(made) + 1)
        size = chance.choice((1, 1, 2, 8, 64, 1000))
        act = chance.randrange(5)
        if act == 0:
            del made[place : place + size]
        elif act == 1:
            made[place:place] = made[max(place - size, 0) : place]
        elif act == 2:
            made[place : place + 1] = bytes([chance.randrange(256)])
        elif act == 3:
            made[place:place] = chance.choice(
                (
                    b"<",
                    b">",
                    b'"',
                    b"&#0;",
                    b"\0",
                    b"99999999999999999999",
                    b"-1",
                    b"]]>",
                    "æ".encode(),
                )
            )
        else:
            other = chance.randrange(len(made) + 1)
            made[place : place + size] = made[other : other + size]
    return bytes(made)


SAMPLES = {
    "atlas.ti": (".qdpx", DATA / "refi" / "atlasti_mac_8.4.0_standard_nosources.qdpx"),
    "transana": (".qdpx", DATA / "refi" / "transana_3.22b2_annexA3_nosources.qdpx"),
    "codebook": (".qdc", DATA / "refi" / "standard_annexA1_codebook.qdc"),
    "taguette": (".sqlite3", TAGUETTE),
}
READ = {
    ".qdpx": lambda path, to: refi.read_qdpx(path, to).close(),
    ".qdc": lambda path, _: refi.read_qdc(path),
    ".sqlite3": lambda path, to: spreadsheets.read_taguette(path, to).close(),
}


def fuzzed(folder, suffix, data):
    file, made = folder / f"x{suffix}", folder / "ny.icmo"
    file.write_bytes(data)
    assert is_told(refused(lambda: READ[suffix](file, made)))
    made.unlink(missing_ok=True)


def repacked(data, seed):
    """A project file whose XML is altered, as its zip would otherwise be all that is tried."""
    import io

    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as old, zipfile.ZipFile(out, "w") as new:
        for name in old.namelist():
            part = old.read(name)
            new.writestr(name, mutated(part, seed) if name.lower().endswith(".qde") else part)
    return out.getvalue()


@pytest.mark.parametrize("name", SAMPLES)
def test_no_altered_file_of_another_program_brings_a_reader_down(tmp_path, name):
    suffix, path = SAMPLES[name]
    data = path.read_bytes()
    end = time.monotonic() + SECONDS
    seed = 0 if not LONG else random.SystemRandom().randrange(10**9)
    for number in range(EXAMPLES):
        if time.monotonic() > end:
            break
        alter = repacked if suffix == ".qdpx" and number % 4 else mutated
        fuzzed(tmp_path, suffix, alter(data, seed + number))


@settings(max_examples=3000 if LONG else 60)
@given(
    text=st.text(st.characters(codec="utf-8") | st.sampled_from("\r\n🙂æ "), max_size=60),
    spans=st.lists(st.tuples(st.integers(-5, 90), st.integers(-5, 90)), max_size=6),
    named=st.booleans(),
    mark=st.booleans(),
    origin=st.sampled_from(("NVivo", "ATLAS.ti", "MAXQDA", "icmo 1", "")),
)
def test_a_passage_is_placed_inside_the_text_or_not_at_all(text, spans, named, mark, origin):
    starts, ends = [one for one, _ in spans], [other for _, other in spans]
    names = [text[max(start, 0) : max(end, 0)] if named else "" for start, end in spans]

    found = place(text, mark, (starts, ends), names, origin)

    size = len(text.replace("\r\n", "\n").replace("\r", "\n"))
    for start, end in zip(found.start.tolist(), found.end.tolist(), strict=True):
        assert (start, end) == (-1, -1) or 0 <= start <= end <= size


@settings(max_examples=2000 if LONG else 30)
@given(
    text=st.text(st.characters(codec="utf-8") | st.sampled_from(',;\t"\n='), max_size=200),
    suffix=st.sampled_from((".csv", ".tsv")),
)
def test_no_table_brings_a_reader_down(tmp_path_factory, text, suffix):
    folder = tmp_path_factory.mktemp("tables")
    (folder / f"x{suffix}").write_text(f"name,parent,definition\n{text}", encoding="utf-8")
    assert is_told(refused(lambda: spreadsheets.read_codebook(folder / f"x{suffix}")))
