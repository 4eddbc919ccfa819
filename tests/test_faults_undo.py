"""Whatever two people do in turn can be taken back to the start, and done again to the end."""

from __future__ import annotations

import os
import shutil
import tempfile
from pathlib import Path

import pytest
from faults.scenes import CODES, NAME, codebook, make_project, rows, talk
from hypothesis import HealthCheck, Phase, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, rule

from icmo import Error, Project
from icmo._journal import UndoError

LONG = bool(os.environ.get("LONG"))
#: Where files need no disk; nothing is killed here.
MEMORY = "/dev/shm" if Path("/dev/shm").is_dir() else None
CODERS = st.sampled_from(["anna", "bo"])
#: What people have made; the dates of rows are in it too, so that a row put back is the same row.
FRAMES = ("documents", "turns", "tags", "memos", "configurations", "evidence", "cases")


def state_of(project):
    """Everything people have made in a project, as text that can be compared."""
    told = {
        name: sorted(getattr(project, name)().to_csv(index=False).split("\n")) for name in FRAMES
    }
    # A coder who has neither tags nor documents is not told of.
    return {**told, "coders": project.coders().to_csv(), "codes": project.codebook.source}


@pytest.fixture(scope="module")
def started(tmp_path_factory):
    """A project of one text, and a tag by somebody who is no longer there, to be copied."""
    folder = tmp_path_factory.mktemp("started")
    with make_project(folder, words=80, coder="carla") as project:
        project.tag("t0", 30, 45, "bolig")
    return folder / NAME


class TwoPeople(RuleBasedStateMachine):
    """Anna and Bo in one project; each may close it and open it again."""

    template: Path

    @initialize()
    def begin(self):
        self.folder = Path(tempfile.mkdtemp(prefix="icmo-undo-", dir=MEMORY))
        shutil.copyfile(self.template, self.folder / NAME)
        self.projects = {}
        for coder in ("anna", "bo"):
            self.reopen(coder)
        self.start = state_of(self.projects["anna"])
        self.first = len(self.projects["anna"].history())
        self.texts = 0

    @rule(coder=CODERS)
    def reopen(self, coder):
        if coder in self.projects:
            self.projects[coder].close()
        self.projects[coder] = Project.open(self.folder / NAME, coder=coder)

    def chosen(self, frame, number, column):
        return frame[column].tolist()[number % len(frame)] if len(frame) else None

    def some_document(self, number):
        return self.chosen(self.projects["anna"].documents(), number, "document")

    def attempt(self, doing, *given, **named):
        """Do something that may be refused in a sentence, never in another way."""
        before = len(self.projects["anna"].history())
        try:
            doing(*given, **named)
        except Error as error:
            assert "\n" not in str(error)
            assert len(self.projects["anna"].history()) == before

    @rule(coder=CODERS, place=st.integers(0, 400), size=st.integers(1, 30), code=st.integers(0, 4))
    def tag(self, coder, place, size, code):
        codes = (*CODES, "hjem")
        document = self.some_document(place) or "t0"
        self.attempt(self.projects[coder].tag, document, place, place + size, codes[code])

    @rule(coder=CODERS, number=st.integers(0, 50))
    def untag(self, coder, number):
        tag = self.chosen(self.projects[coder].tags(), number, "tag")
        if tag:
            self.projects[coder].untag(tag)

    @rule(coder=CODERS, number=st.integers(0, 50), place=st.integers(0, 300))
    def change_tag(self, coder, number, place):
        tag = self.chosen(self.projects[coder].tags(), number, "tag")
        if tag:
            self.attempt(
                self.projects[coder].change_tag, tag, start=place, end=place + 7, note="andet"
            )

    @rule(coder=CODERS, many=st.sampled_from([3, 1001]), first=st.integers(0, 3))
    def tag_in_bulk(self, coder, many, first):
        project = self.projects[coder]
        document = self.chosen(project.documents(), first, "name")
        size = int(project.documents()["characters"].max()) if document else 0
        if not document or project.documents()["name"].duplicated().any():
            return
        made = [row for row in rows(project, document, many) if row["end"] <= size]
        whole = [{**made[n % len(made)], "note": str(n)} for n in range(many)]
        ends = [
            {**row, "start": n % 50, "end": n % 50 + 1 + n // 50} for n, row in enumerate(whole)
        ]
        self.attempt(project.tag_many, ends)

    @rule(coder=CODERS, number=st.integers(0, 50))
    def memo(self, coder, number):
        about = self.chosen(self.projects[coder].tags(), number, "tag") or "project"
        self.projects[coder].memo(about, "Husk dette.")

    @rule(coder=CODERS, number=st.integers(0, 5))
    def assign(self, coder, number):
        document = self.some_document(number)
        if document:
            self.projects[coder].assign(document, [coder, "carla"][: 1 + number % 2])

    @rule(coder=CODERS, number=st.integers(0, 5), done=st.booleans())
    def mark_done(self, coder, number, done):
        document = self.some_document(number)
        if document:
            self.projects[coder].mark_done(document, done=done)

    @rule(coder=CODERS)
    def configure(self, coder):
        self.attempt(self.projects[coder].configure, mechanism=["mening"], outcome=["job"])

    @rule(coder=CODERS, number=st.integers(0, 9), place=st.integers(0, 300))
    def add_evidence(self, coder, number, place):
        project = self.projects[coder]
        about = self.chosen(project.configurations(), number, "configuration")
        document = self.some_document(number)
        if about and document:
            self.attempt(project.add_evidence, about, document, place, place + 9)

    @rule(coder=CODERS, number=st.integers(0, 5), cut=st.integers(0, 200))
    def replace_text(self, coder, number, cut):
        project = self.projects[coder]
        document = self.some_document(number)
        if document:
            text = project.text(document)
            mended = text[:cut] + "RET " + text[cut + 6 :]
            self.attempt(project.replace_text, document, mended, lose_tags=True)

    @rule(coder=CODERS)
    def import_a_text(self, coder):
        self.texts += 1
        file = self.folder / f"n{self.texts % 3}.txt"
        file.write_text(talk(100 + self.texts % 3, 40), encoding="utf-8")
        self.projects[coder].import_documents(file)

    @rule(coder=CODERS, number=st.integers(0, 3))
    def change_the_codebook(self, coder, number):
        books = (
            (codebook(), {"hjem": "bolig"}),
            (codebook((*CODES[:3], "hjem")), {"bolig": "hjem"}),
            (codebook(meaning="nyt"), {"hjem": "bolig"}),
            (codebook((*CODES, "hjem")), {}),
        )
        book, moves = books[number]
        has = set(self.projects[coder].codebook.labels())
        moves = {code: to for code, to in moves.items() if code in has}
        self.attempt(self.projects[coder].update_codebook, book, moves)

    def others_work(self, coder):
        other = {"anna": "bo", "bo": "anna"}[coder]
        history = self.projects[coder].history()
        return history[history["coder"] == other][["line", "state"]].to_csv()

    @rule(coder=CODERS)
    def undo(self, coder):
        others = self.others_work(coder)
        self.attempt(self.projects[coder].undo)
        assert self.others_work(coder) == others

    @rule(coder=CODERS)
    def redo(self, coder):
        others = self.others_work(coder)
        self.attempt(self.projects[coder].redo)
        assert self.others_work(coder) == others

    @invariant()
    def is_sound(self):
        if hasattr(self, "projects"):
            problems = self.projects["anna"].check()
            assert problems.empty, problems.to_csv()

    def standing(self):
        history = self.projects["anna"].history()
        acts = history[(history["state"] == "done") & ~history["act"].isin(["undo", "redo"])]
        return acts[acts["line"] > self.first]["coder"].tolist()

    def teardown(self):
        if not hasattr(self, "projects"):
            return
        try:
            end = state_of(self.projects["anna"])
            undone = []
            while standing := self.standing():
                undone.append(standing[-1])
                self.projects[standing[-1]].undo()
            assert state_of(self.projects["bo"]) == self.start
            for coder in reversed(undone):
                self.projects[coder].redo()
            assert state_of(self.projects["bo"]) == end
            self.is_sound()
        finally:
            for project in self.projects.values():
                project.close()
            shutil.rmtree(self.folder)


def test_undoing_all_gives_the_start_and_redoing_all_the_end(started):
    from hypothesis.stateful import run_state_machine_as_test

    TwoPeople.template = started
    run_state_machine_as_test(
        TwoPeople,
        settings=settings(
            max_examples=1000 if LONG else 8,
            stateful_step_count=30,
            deadline=None,
            # A sequence that fails is told as it is: making it shorter would take minutes.
            phases=[Phase.explicit, Phase.reuse, Phase.generate],
            suppress_health_check=list(HealthCheck),
        ),
    )


@pytest.fixture
def both(started, tmp_path):
    """The same project, open as Anna's and as Bo's; Anna has put a tag on its first word."""
    shutil.copyfile(started, tmp_path / NAME)
    with (
        Project.open(tmp_path / NAME, coder="anna") as annas,
        Project.open(tmp_path / NAME, coder="bo") as bos,
    ):
        annas.tag("t0", 0, 5, "job")
        yield annas, bos


def test_a_tag_taken_away_goes_back_only_to_the_text_it_was_taken_from(both):
    annas, bos = both
    annas.untag(annas.tags().query("coder == 'anna'")["tag"].item())
    bos.replace_text("t0", "Forord. " + bos.text("t0"))

    with pytest.raises(UndoError, match="somebody changed the same since"):
        annas.undo()
    bos.undo()
    annas.undo()

    assert annas.tags().query("coder == 'anna'")["text"].item() == talk(0, 80)[0:5]


def test_a_correction_is_not_taken_back_under_evidence_that_was_put_on_it(both):
    annas, bos = both
    configuration = bos.configure(mechanism=["mening"])
    annas.replace_text("t0", "Forord. " + annas.text("t0"))
    bos.add_evidence(configuration, "t0", 8, 13)

    with pytest.raises(UndoError, match="1 evidence row"):
        annas.undo()

    assert bos.evidence()["text"].item() == talk(0, 80)[0:5]


def test_a_new_codebook_is_not_taken_back_under_tags_with_its_codes(both):
    annas, bos = both
    annas.update_codebook(codebook((*CODES, "hjem")))
    bos.tag("t0", 3, 9, "hjem")

    with pytest.raises(UndoError, match="1 tag"):
        annas.undo()

    assert annas.check().empty


def test_a_tag_does_not_come_back_with_a_code_that_has_gone(both):
    annas, bos = both
    annas.tag("t0", 3, 9, "haab")
    annas.undo()
    bos.update_codebook(codebook(("mening", "job", "bolig")))

    with pytest.raises(UndoError, match="somebody changed the same since"):
        annas.redo()

    assert annas.check().empty


def test_another_version_of_a_codebook_may_take_the_number_of_one_taken_back(both):
    annas, bos = both
    annas.update_codebook(codebook((*CODES, "hjem")))
    assert "hjem" in bos.codebook
    annas.undo()
    annas.update_codebook(codebook((*CODES, "arbejde")))

    assert "arbejde" in bos.codebook
    assert "hjem" not in bos.codebook


def test_what_stood_on_a_document_does_not_come_back_without_it(both):
    annas, bos = both
    (annas.path.parent / "ny.txt").write_text(talk(5, 40), encoding="utf-8")
    bos.import_documents(annas.path.parent / "ny.txt")
    annas.assign("ny", ["anna"])
    annas.undo()
    bos.undo()

    with pytest.raises(UndoError, match="somebody changed the same since"):
        annas.redo()

    assert annas.check().empty
