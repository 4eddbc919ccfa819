"""The project: everything people produce, in one file, handed out as frames."""

from __future__ import annotations

import os
import warnings
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Any, Self

from icmo._store import Store, StoreError
from icmo._strings import say
from icmo.project import (
    codebooks,
    configurations,
    documents,
    findings,
    findings_frames,
    frames,
    tagging,
)
from icmo.project.care import ProjectWarning, remove_old_leftovers
from icmo.project.rescuing import rescue
from icmo.project.thresholds import set_threshold, thresholds_of
from icmo.project.work import ProjectError, Work, random_id, utc_now

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
    from contextlib import AbstractContextManager

    import pandas as pd

    from icmo._store import Change, Reader
    from icmo.codebook import Codebook
    from icmo.documents.pseudonyms import Guard, Key
    from icmo.project.exchange import Parcel, Taken

__all__ = ["Project", "ProjectError", "ProjectWarning", "StoreError", "load", "rescue"]

Paths = str | os.PathLike[str]


class Project:
    """One evaluation: codebooks, documents, tags, configurations and the journal of every change.

    `Project.create` makes a new file, `Project.open` opens one; both are context managers.
    """

    def __init__(self, work: Work) -> None:
        self._work = work
        self.remarks: tuple[str, ...] = ()

    @classmethod
    def create(
        cls,
        path: Paths,
        codebook: Codebook,
        *,
        coder: str | None = None,
        language: str = "da",
        clock: Callable[[], str] = utc_now,
        new_id: Callable[[], str] = random_id,
    ) -> Self:
        """Make a new project file; an existing one is never overwritten."""

        def fill(change: Change) -> None:
            facts = {
                "project": new_id(),
                "language": language,
                "created": clock(),
                "codebook": codebook.id,
            }
            change.insert("facts", [{"name": key, "value": value} for key, value in facts.items()])
            codebooks.insert_first(change, codebook, clock())

        store = Store.create(Path(path), fill)
        project = cls(Work(store, _coder(coder), clock, new_id))
        project._note("created")
        return project

    @classmethod
    def open(
        cls,
        path: Paths,
        coder: str | None = None,
        *,
        clock: Callable[[], str] = utc_now,
        new_id: Callable[[], str] = random_id,
    ) -> Self:
        """Open a project file; a coder is needed only for writing."""
        from icmo.project.checking import refuse_altered_texts

        store = Store.open(Path(path))
        if store.is_small:
            try:
                refuse_altered_texts(store)
            except BaseException:
                store.close()
                raise
        project = cls(Work(store, _coder(coder), clock, new_id))
        project._note("opened")
        return project

    def _note(self, act: str) -> None:
        """Note in the access log that the project was opened, and warn of what threatens it."""
        from icmo.project.places import trouble_with

        self._work.log(act)
        hindered = self._work.write_log()
        if self._work.store.migrated:
            warnings.warn(
                say("project.migrated", path=self.path, backup=self._work.store.migrated.name),
                ProjectWarning,
                stacklevel=3,
            )
        if hindered == "project.read_only":
            warnings.warn(say("project.only_read", path=self.path), ProjectWarning, stacklevel=3)
        if hindered is None:
            # An erasure that was cut off is carried through before anything else is done.
            from icmo.project.traces import finish_erasure

            finish_erasure(self._work)
            remove_old_leftovers(self._work)
        trouble = trouble_with(self.path)
        if trouble:
            warnings.warn(trouble, ProjectWarning, stacklevel=3)

    def close(self) -> None:
        """Let go of the file."""
        try:
            self._work.write_log()
        finally:
            self._work.store.close()

    def __enter__(self) -> Self:
        """Use the project in a `with` block, which closes it."""
        return self

    def __exit__(self, *_: object) -> None:
        """Close the project."""
        self.close()

    def __repr__(self) -> str:
        """Count; a notebook must not keep what people said."""
        with self._work.store.reading() as reader:
            counts = {
                "documents": reader.count("documents"),
                "tags": reader.count("tags"),
                "configurations": reader.count("configurations"),
            }
        words = ", ".join(say(f"rows.{name}", count=count) for name, count in counts.items())
        return f"<Project {self.path.name}: {words}>"

    @property
    def path(self) -> Path:
        """Where the project file is."""
        return self._work.store.path

    @property
    def coder(self) -> str | None:
        """Who works on it."""
        return self._work.coder

    @property
    def language(self) -> str:
        """The language of the project's sentences and exhibits: da or en."""
        with self._work.store.reading() as reader:
            return self._work.fact(reader, "language")

    def thresholds(self) -> dict[str, int]:
        """Return the smallest number of persons, and of cases, that tables show; fewer are hidden."""
        with self._work.store.reading() as reader:
            return thresholds_of(self._work, reader)

    def set_threshold(self, kind: str, smallest: int) -> None:
        """Decide the smallest number of "persons" or of "cases" that this project's tables show."""
        set_threshold(self._work, kind, smallest)

    # ── codebooks ────────────────────────────────────────────────────────────────────────

    @property
    def codebook(self) -> Codebook:
        """The codebook the project was made with, in its newest version."""
        return next(iter(self.codebooks.values()))

    @property
    def codebooks(self) -> dict[str, Codebook]:
        """Every codebook of the project in its newest version, the first one first."""
        with self._work.store.reading() as reader:
            return self._work.codebooks(reader)

    def add_codebook(self, codebook: Codebook) -> None:
        """Put one more codebook beside those the project has."""
        codebooks.add_codebook(self._work, codebook)

    def update_codebook(
        self, codebook: Codebook, moves: Mapping[str, str | Sequence[str]] | None = None
    ) -> dict[str, int]:
        """Put a new version of a codebook in force; no tag is lost.

        `moves` says where the tags of codes go that are no longer there: `{"old": "new"}` renames
        or merges, `{"old": ["a", "b"]}` splits. A changed definition makes its tags stale until
        they are looked at again. Returns how many tags were moved, split and made stale.
        """
        return codebooks.update_codebook(self._work, codebook, moves)

    def codebook_versions(self) -> pd.DataFrame:
        """Return every version of every codebook: codebook, number, created."""
        with self._work.store.reading() as reader:
            return frames.codebook_versions_frame(reader)

    # ── documents, cases, questions ──────────────────────────────────────────────────────

    def import_documents(
        self, paths: Paths | Iterable[Paths], attributes: Paths | None = None
    ) -> pd.DataFrame:
        """Import transcripts as one act; a text that is there already is skipped and said.

        Returns the documents added; what was said of the files stands in `project.remarks`.
        """
        added, self.remarks = documents.import_documents(self._work, paths, attributes)
        frame = self.documents()
        return frame[frame["document"].isin(added)].reset_index(drop=True)

    def import_cases(self, path: Paths) -> pd.DataFrame:
        """Take what is known of each case from a file with the columns case, label and others."""
        from icmo.cases import read_cases

        documents.set_cases(self._work, read_cases(path))
        return self.cases()

    def import_questions(self, path: Paths) -> pd.DataFrame:
        """Take the purposes and questions of the evaluation from a YAML file."""
        from icmo.questions import read_questions

        documents.set_questions(self._work, read_questions(path), self.language)
        return self.questions()

    def text(self, document: str) -> str:
        """Return a document's text, by its id or its name."""
        with self._work.store.reading() as reader:
            row = self._work.document(reader, document)
            text = documents.text_of(reader, row)
        self._work.log("read", row["document"])
        return text

    def texts(self, document: str) -> pd.DataFrame:
        """Return every version of a document's text: version, created, characters, words, text."""
        with self._work.store.reading() as reader:
            row = self._work.document(reader, document)
            frame = frames.texts_frame(reader, row)
        self._work.log("read", row["document"])
        return frame

    def replace_text(
        self, document: str, new_text: str, *, lose_tags: bool = False, preview: bool = False
    ) -> pd.DataFrame:
        """Put a corrected text in force; every tag goes with its words.

        Returns a row for each tag and evidence row: kind, id, start, end, new_start, new_end,
        outcome. With `preview=True` nothing is changed. Where tags would be lost, it is refused
        unless `lose_tags=True` says that this is meant. `undo()` takes it all back.
        """
        if preview:
            return frames.moves_frame(documents.preview_replacement(self._work, document, new_text))
        moves = documents.replace_text(self._work, document, new_text, lose_tags=lose_tags)
        return frames.moves_frame(moves)

    def repair_proposals(self, document: str) -> pd.DataFrame:
        """Return everything in a document that looks damaged, each proposal in its sentence.

        Columns: start, end, before, after, rule, confidence, safe, sentence.
        """
        from icmo.documents.repair import proposals_frame
        from icmo.project.repairing import proposals_of

        frame = proposals_frame(*proposals_of(self._work, document))
        self._work.log("read")
        return frame

    def repair(
        self,
        document: str,
        proposals: pd.DataFrame | Iterable[Any] | None = None,
        min_confidence: float | None = None,
    ) -> pd.DataFrame:
        """Carry out repairs as one act; tags, evidence and turns go along, the text before is kept.

        Without proposals the safe ones are carried out, and those at least as sure as
        `min_confidence`. Or hand in those you accept, perhaps with another `after`. Returns what
        was carried out, as `repair_proposals` tells it.
        """
        from icmo.documents.repair import proposals_frame
        from icmo.project.repairing import repair

        return proposals_frame(*repair(self._work, document, proposals, min_confidence))

    def original_place(
        self, document: str, start: int, end: int, key: Key | None = None
    ) -> tuple[int, int, str]:
        """Return where text[start:end] stands in the file as it was: start, end and the words.

        Once pseudonyms are accepted this needs the key, as `pseudonyms.read_key` returns it.
        """
        from icmo.project.repairing import original_place

        return original_place(self._work, document, (start, end), key)

    def join_paragraphs(self, document: str, number: int) -> None:
        """Join a guessed paragraph with the one after it; both as counted in `turns()`."""
        documents.join_paragraphs(self._work, document, number)

    def split_paragraph(self, document: str, place: int) -> None:
        """Split a guessed paragraph before a character of the text."""
        documents.split_paragraph(self._work, document, place)

    def change_document(self, document: str, **values: str) -> None:
        """Change a document's name, case, group, kind, date or any attribute of it."""
        documents.change_document(self._work, document, values)

    def assign(self, document: str, coders: str | Sequence[str]) -> None:
        """Say who is to code a document."""
        documents.assign(self._work, document, coders)

    def mark_done(self, document: str, *, done: bool = True) -> None:
        """Say that the coder has finished a document, or, with `done=False`, has not."""
        documents.mark_done(self._work, document, done=done)

    # ── pseudonyms ───────────────────────────────────────────────────────────────────────

    def pseudonym_finds(
        self, documents: str | Sequence[str] | None = None, key: Key | None = None
    ) -> pd.DataFrame:
        """Return what may tell who someone is, each find in its sentence with what is decided.

        Without documents, in all in which no pseudonyms stand yet. With the key, names accepted
        earlier are known again. Columns: document, name, start, end, text, kind, rule, confidence,
        person, suggestion, decision (accepted, kept, or empty), replacement, sentence.
        """
        from icmo.project.pseudonym_frames import finds_frame

        with self._work.store.reading() as reader:
            return finds_frame(self._work, reader, documents, key)

    def pseudonym_persons(
        self, documents: str | Sequence[str] | None = None, key: Key | None = None
    ) -> pd.DataFrame:
        """Return one row for each person, place or number found, with all its forms.

        Columns: person, kind, forms, places, documents, suggestion, decision, replacement, by,
        sentence (of its first place).
        """
        from icmo.project.pseudonym_frames import persons_frame

        with self._work.store.reading() as reader:
            return persons_frame(self._work, reader, documents, key)

    def pseudonym_leftovers(
        self, documents: str | Sequence[str] | None = None, key: Key | None = None
    ) -> pd.DataFrame:
        """Return every capital inside a sentence and every number that nothing found.

        Columns: document, name, start, end, text, why, before, after, settled.
        """
        from icmo.project.pseudonym_frames import leftovers_frame

        with self._work.store.reading() as reader:
            return leftovers_frame(self._work, reader, documents, key)

    def pseudonym_states(self, key: Key | None = None) -> pd.DataFrame:
        """Return how far each document is: unchecked, proposed, decided, signed off or replaced.

        Columns: document, name, state, finds, undecided, leftovers, unsettled (how many of each).
        """
        from icmo.project.pseudonym_frames import states_frame

        with self._work.store.reading() as reader:
            return states_frame(self._work, reader, key)

    def decide_pseudonyms(self, rows: pd.DataFrame | Iterable[Mapping[str, Any]] | Paths) -> int:
        """Decide on persons as one act; one decision covers all forms in all documents.

        Rows have person and decision (accept, keep, or empty: not yet), and may have replacement,
        kind and forms (further ways it is written). Without a replacement the suggestion stands.
        They may also be the path of a spreadsheet. Returns how many decisions were made.
        """
        from icmo.project.judging import decide_file, decide_rows

        if isinstance(rows, str | os.PathLike):
            return decide_file(self._work, Path(rows))
        return decide_rows(self._work, rows)

    def settle_pseudonym(self, document: str, start: int, end: int, person: str = "") -> None:
        """Settle a single place: it names this person, or, without one, nobody."""
        from icmo.project.deciding import settle

        settle(self._work, document, (start, end), person)

    def sign_off_pseudonyms(self, document: str, key: Key | None = None) -> None:
        """Sign as the second reader, who decided nothing herself; it holds until a decision changes."""
        from icmo.project.deciding import write_sign_off

        write_sign_off(self._work, document, key)

    def accept_pseudonyms(
        self,
        documents: str | Sequence[str] | None = None,
        *,
        key: Paths,
        password: str,
        incomplete: bool = False,
    ) -> dict[str, Any]:
        """Put the accepted pseudonyms in; the names and original texts go to the encrypted key file.

        The key is written first, outside the project's folder. Then no byte of the project, its
        backups and exports holds the names. A document with undecided finds is refused unless
        `incomplete=True`. Returns how many documents and places were replaced, how many leftovers
        nobody settled, the files removed, and `mentions`: where letters of a name still stand.
        """
        from icmo.project.accepting import accept

        return accept(self._work, documents, key, password, incomplete=incomplete)

    def restore_names(
        self, key: Paths, password: str, documents: str | Sequence[str] | None = None
    ) -> list[str]:
        """Bring original texts back from the key file, with tags on the same words.

        Names in notes and memos stay pseudonyms. Returns the ids of the documents.
        """
        from icmo.project.restoring import restore

        return restore(self._work, key, password, documents)

    # ── tags and memos ───────────────────────────────────────────────────────────────────

    def tag(
        self,
        document: str,
        start: int,
        end: int,
        code: str,
        polarity: str | None = None,
        note: str = "",
        coder: str | None = None,
    ) -> str:
        """Give the excerpt text[start:end] of a document a code. Returns the tag's id."""
        return tagging.add_tag(self._work, document, (start, end), code, polarity, note, coder)

    def tag_many(self, rows: pd.DataFrame | Iterable[Mapping[str, Any]]) -> list[str]:
        """Put many tags in as one act. Returns their ids.

        Rows have document, start, end, code, coder, and may have tag, polarity, note, created.
        """
        from icmo.project.many_tags import add_tags

        return add_tags(self._work, rows)

    def untag(self, tag: str) -> None:
        """Take a tag away."""
        tagging.remove_tag(self._work, tag)

    def change_tag(
        self,
        tag: str,
        start: int | None = None,
        end: int | None = None,
        polarity: str | None = "",
        note: str | None = None,
    ) -> None:
        """Move a tag's bounds, or change its polarity (None: not said) or its note."""
        given: dict[str, Any] = {"start": start, "end": end, "note": note}
        values = {key: value for key, value in given.items() if value is not None}
        if polarity != "":
            values["polarity"] = polarity
        tagging.change_tag(self._work, tag, values)

    def look_again(self, tags: str | Iterable[str]) -> None:
        """Say that tags made under an older definition still hold."""
        tagging.look_again(self._work, [tags] if isinstance(tags, str) else tags)

    def adjudicate(
        self,
        document: str,
        decided: Sequence[str],
        agreed: Iterable[Mapping[str, Any]],
        reason: str,
    ) -> list[str]:
        """Decide where coders differ, as one act with its reason. Returns ids of consensus tags.

        `decided` are the tags that differ; they stay, each with a memo that says why. `agreed` are
        rows of code, start, end and polarity: what the coder `consensus` has there, if anything.
        """
        from icmo.project.adjudicating import adjudicate

        return adjudicate(self._work, document, decided, agreed, reason)

    def memo(self, on: str | None, text: str, kind: str | None = None) -> str:
        """Write a dated note on a document, code, tag, configuration or case; on "project", or nothing, on all."""
        return tagging.add_memo(self._work, on, text, kind)

    # ── configurations ───────────────────────────────────────────────────────────────────

    def configure(
        self,
        intervention: Sequence[str] = (),
        context: Sequence[str] = (),
        mechanism: Sequence[str] = (),
        outcome: Sequence[str] = (),
        moderator: Sequence[str | Mapping[str, str]] = (),
        for_whom: Sequence[str] = (),
        title: str = "",
        **details: str,
    ) -> str:
        """Set up a configuration; any slot may be empty. Returns its id.

        Details: `resource` and `reasoning` of the mechanism in words, its `activation` (none,
        weak, partial, strong, unknown), whether the outcome is `intended` (intended, unintended),
        its `sign` (positive, negative, none), and the `status` of the configuration.
        """
        slots = {
            "intervention": intervention,
            "context": context,
            "mechanism": mechanism,
            "outcome": outcome,
        }
        status = details.pop("status", "initial")
        return configurations.configure(
            self._work, slots, moderator, for_whom, title, details, status
        )

    def change_configuration(self, configuration: str, reason: str, **values: Any) -> int:
        """Change a configuration and say why; every version is kept. Returns the one in force.

        Values: as in `configure`, and `sentence` (your own words; empty: generated again) and
        `status` (initial, tested, refined, retained, rejected).
        """
        return configurations.change_configuration(self._work, configuration, reason, values)

    def relate(self, configuration: str, other: str, kind: str) -> str:
        """Say how one configuration stands to another. Returns the relation's id.

        Kinds: precedes, combined_with, outcome_becomes_context, rivals.
        """
        return configurations.relate(self._work, configuration, other, kind)

    def remove_relation(self, relation: str) -> None:
        """Take a relation between two configurations away."""
        configurations.remove_relation(self._work, relation)

    def add_evidence(
        self,
        configuration: str,
        document: str,
        start: int,
        end: int,
        stance: str = "supports",
        note: str = "",
        explicitness: str = "said",
    ) -> str:
        """Attach an excerpt to a configuration: it supports, contradicts or qualifies it.

        Also to a claim, rating or judgement, by its id. What is `inferred` by the analyst, and
        not said, needs a note.
        """
        span = (start, end)
        return configurations.add_evidence(
            self._work, configuration, document, span, stance, note, explicitness
        )

    def change_evidence(
        self,
        evidence: str,
        stance: str | None = None,
        note: str | None = None,
        explicitness: str | None = None,
    ) -> None:
        """Change what an evidence row argues."""
        given = {"stance": stance, "note": note, "explicitness": explicitness}
        values = {name: value for name, value in given.items() if value is not None}
        configurations.change_evidence(self._work, evidence, values)

    def remove_evidence(self, evidence: str) -> None:
        """Take an evidence row away."""
        configurations.remove_evidence(self._work, evidence)

    # ── what is concluded ────────────────────────────────────────────────────────────────

    def add_claim(
        self,
        text: str = "",
        theme: str | None = None,
        question: str | None = None,
        principle: str | None = None,
        type: str | None = None,  # noqa: A002 - the word of the frame
    ) -> str:
        """Store one finding, in one sentence; without one, the label of its theme. Returns its id."""
        values = {"text": text, "theme": theme, "question": question}
        given = {**values, "principle": principle, "type": type}
        return findings.add_claim(self._work, {key: value or "" for key, value in given.items()})

    def change_claim(self, claim: str, **values: str) -> None:
        """Change a claim's text, theme, question, principle or type."""
        findings.change_claim(self._work, claim, values)

    def remove_claim(self, claim: str) -> None:
        """Take a claim away, with its evidence."""
        findings.remove_claim(self._work, claim)

    def rate(
        self,
        principle: str,
        letter: str,
        case: str,
        level: int,
        rationale: str = "",
        coder: str | None = None,
    ) -> str:
        """Rate a principle by one of G, U, I, D, E in a case. Returns the rating's id.

        The levels are those of `rubric()`; the same judge rating again changes the rating.
        """
        return findings.rate(self._work, (principle, letter, case), level, rationale, coder)

    def rubric(self) -> pd.DataFrame:
        """Return the levels of ratings, the lowest first: level, label and anchor in both languages."""
        import pandas as pd

        with self._work.store.reading() as reader:
            rows = findings.rubric_rows(reader)
        names = [(part, language) for part in ("label", "anchor") for language in ("da", "en")]
        told = [
            {"level": row["level"], **{f"{p}_{i}": row[p].get(i, "") for p, i in names}}
            for row in rows
        ]
        return pd.DataFrame(told)

    def change_rubric(self, levels: Sequence[Mapping[str, Any]]) -> None:
        """Put the project's own levels in force: dicts of level, label and anchor, both by language."""
        findings.change_rubric(self._work, levels)

    def judge(
        self,
        principle: str,
        aspect: str,
        level: str,
        case: str = "",
        rationale: str = "",
        *,
        uncertain: bool = False,
        coder: str | None = None,
    ) -> str:
        """Judge whether a principle is meaningful, adhered to, or gives results. Returns its id.

        Aspects: meaningful, adhered, results. Levels: yes, partly, no, unknown.
        """
        given = {"about": principle, "aspect": aspect, "level": level, "case": case}
        more = {"rationale": rationale, "uncertain": uncertain}
        return findings.judge(self._work, {**given, **more}, coder)

    def summarise(self, case: str, code: str, text: str, coder: str | None = None) -> str:
        """Write the cell of a framework matrix; written again, it replaces what was there."""
        return findings.summarise(self._work, case, code, text, coder)

    def import_claims(self, path: Paths) -> pd.DataFrame:
        """Take claims with their evidence from a YAML file."""
        from icmo.project.importing import import_claims

        import_claims(self._work, path)
        return self.claims()

    def import_ratings(self, path: Paths) -> pd.DataFrame:
        """Take ratings from a csv file: principle, letter, case, level, rationale, judge, document, quote."""
        from icmo.project.importing import import_ratings

        import_ratings(self._work, path)
        return self.ratings()

    def import_judgements(self, path: Paths) -> pd.DataFrame:
        """Take judgements of principles, or of how teams work, from a csv file."""
        from icmo.project.importing import import_judgements

        import_judgements(self._work, path)
        return self.judgements()

    def import_summaries(self, path: Paths) -> pd.DataFrame:
        """Take the cells of a framework matrix from a csv file: case, code, text, coder."""
        from icmo.project.importing import import_summaries

        import_summaries(self._work, path)
        return self.summaries()

    def import_statements(self, path: Paths, group: str = "") -> pd.DataFrame:
        """Take what participants wrote on boards from a csv file; each case's board is a document.

        Columns: case, participant, role, statement, scope, priority. `group` is the group of
        respondents that filled the boards in.
        """
        from icmo.project.importing import import_statements

        import_statements(self._work, path, group)
        return self.statements()

    # ── frames ───────────────────────────────────────────────────────────────────────────

    def documents(self) -> pd.DataFrame:
        """Return the documents in the order of their names, their attributes last."""
        with self._work.store.reading() as reader:
            return frames.documents_frame(reader)

    def cases(self) -> pd.DataFrame:
        """Return the cases: case, label, documents (how many), then their attributes."""
        with self._work.store.reading() as reader:
            return frames.cases_frame(reader)

    def questions(self) -> pd.DataFrame:
        """Return the evaluation's questions in their order."""
        with self._work.store.reading() as reader:
            return frames.questions_frame(reader)

    def turns(self, document: str | None = None) -> pd.DataFrame:
        """Return every turn of every document, or of one, in the order it was spoken."""
        self._work.log("read")
        with self._work.store.reading() as reader:
            one = self._work.document(reader, document) if document else None
            return frames.turns_frame(reader, one)

    def units(self, kind: str = "turn") -> pd.DataFrame:
        """Return the units coders are compared on: turn, sentence or paragraph."""
        with self._work.store.reading() as reader:
            return frames.units_frame(reader, kind)

    def tags(self, document: str | None = None) -> pd.DataFrame:
        """Return the tags, or those of one document, in the order of documents and places."""
        self._work.log("read")
        with self._work.store.reading() as reader:
            one = self._work.document(reader, document) if document else None
            return frames.tags_frame(self._work, reader, one)

    def stale(self, document: str | None = None) -> pd.DataFrame:
        """Return the tags made under a definition that has changed since."""
        with self._work.store.reading() as reader:
            one = self._work.document(reader, document) if document else None
            return frames.stale_frame(self._work, reader, one)

    def memos(self) -> pd.DataFrame:
        """Return the memos in the order they were written."""
        with self._work.store.reading() as reader:
            return frames.memos_frame(reader)

    def coders(self) -> pd.DataFrame:
        """Return the coders: documents assigned and done, and tags."""
        with self._work.store.reading() as reader:
            return frames.coders_frame(reader)

    def configurations(self, at: str | None = None) -> pd.DataFrame:
        """Return the configurations as a frame, or as they were at a time; slots are tuples of codes."""
        with self._work.store.reading() as reader:
            return findings_frames.configurations_frame(self._work, reader, self.language, at)

    def configuration_changes(self) -> pd.DataFrame:
        """Return every version of every configuration with the reason for it, the oldest first."""
        with self._work.store.reading() as reader:
            return findings_frames.changes_frame(self._work, reader, self.language)

    def relations(self) -> pd.DataFrame:
        """Return how configurations stand to each other."""
        with self._work.store.reading() as reader:
            return findings_frames.relations_frame(reader)

    def evidence(self) -> pd.DataFrame:
        """Return the evidence as a frame: which words speak for or against what."""
        self._work.log("read")
        with self._work.store.reading() as reader:
            return frames.evidence_frame(self._work, reader)

    def claims(self) -> pd.DataFrame:
        """Return the claims and what each rests on."""
        with self._work.store.reading() as reader:
            evidence = frames.evidence_frame(self._work, reader)
            return findings_frames.claims_frame(self._work, reader, evidence, self.language)

    def ratings(self) -> pd.DataFrame:
        """Return the GUIDE ratings."""
        with self._work.store.reading() as reader:
            return findings_frames.ratings_frame(reader)

    def judgements(self) -> pd.DataFrame:
        """Return the judgements of principles and of how teams work."""
        with self._work.store.reading() as reader:
            return findings_frames.judgements_frame(reader)

    def summaries(self) -> pd.DataFrame:
        """Return the written cells of the framework matrix."""
        with self._work.store.reading() as reader:
            return findings_frames.summaries_frame(reader)

    def statements(self) -> pd.DataFrame:
        """Return what participants wrote on boards, each statement with who wrote it."""
        self._work.log("read")
        with self._work.store.reading() as reader:
            documents, known = reader.rows("documents"), reader.rows("turns")
            return findings_frames.statements_frame(frames.turns_frame(reader), documents, known)

    # ── journal ──────────────────────────────────────────────────────────────────────────

    def undo(self) -> str:
        """Take back the coder's latest own act. Returns what was taken back, in a sentence."""
        from icmo.project.history import undo_act

        return undo_act(self._work, self.language)

    def redo(self) -> str:
        """Do again what the coder took back last. Returns it in a sentence."""
        from icmo.project.history import redo_act

        return redo_act(self._work, self.language)

    def history(self) -> pd.DataFrame:
        """Return every change ever made: line, created, coder, act, target, sentence, state."""
        from icmo.project.history import history_frame

        try:
            with self._work.store.reading() as reader:
                return history_frame(reader, self.language)
        except KeyError:
            # A line that names an act or a table there is not was altered in the file.
            raise StoreError("project.damaged", path=self.path) from None

    def last_line(self) -> int:
        """Return the number of the journal's newest line: who remembers it sees later changes."""
        with self._work.store.reading() as reader:
            return reader.largest("journal", "line")

    # ── care ─────────────────────────────────────────────────────────────────────────────

    def check(self) -> pd.DataFrame:
        """Look at everything: structure, texts, places, codes, journal and access log.

        Returns the problems: check, place, problem. An empty frame is a sound project.
        """
        from icmo.project.checking import check_frame

        return check_frame(self._work, self.language)

    def backup(self, path: Paths | None = None) -> Path:
        """Copy the project while it is in use, and open the copy to see that it is whole.

        Without a path the copy is dated and stands beside the project. Nothing is ever replaced.
        """
        from icmo.project.copies import back_up_project

        return back_up_project(self._work, None if path is None else Path(path))

    def erase(self, participant_or_document: str, reason: str) -> dict[str, Any]:
        """Erase a document, or what one participant said, so that no trace of the words is left.

        Rows, earlier versions of texts, the journal, free pages, and the backups and exports that
        icmo wrote. It cannot be undone. Returns the receipt; `mentions` says where others still
        name the participant, and `files_left` which files could not be removed.
        """
        from icmo.project.erasing import erase

        return erase(self._work, participant_or_document, reason)

    def merge(self, other: Paths) -> pd.DataFrame:
        """Take into this project what another copy of it has; the other file is never touched.

        Returns a row for all that either copy touched since they parted: what, id, from (here,
        there, both), outcome (taken, re-anchored, same, kept, conflict), document, coder,
        sentence. What both changed differently stays as it is here; what the other copy has is
        kept as a memo. `undo()` takes it all back.
        """
        from icmo.project.merging import merge_copy

        return merge_copy(self._work, Path(other))

    def reading(self) -> AbstractContextManager[Reader]:
        """Give one state of the project, table by table, for writing it to other programs' files."""
        self._work.log("read")
        return self._work.store.reading()

    def take(self, build: Callable[[Reader], Parcel]) -> Taken:
        """Put what a file of another program holds in as one act; `build` sees what is here."""
        from icmo.project.exchange import take

        return take(self._work, build)

    @contextmanager
    def rehearsing(self) -> Iterator[None]:
        """See what would come of something: all that is done meanwhile is taken back at the end.

        Nobody else sees any of it, and nobody else can write while it lasts.
        """
        remarks = self.remarks
        try:
            with self._work.rehearsing():
                yield
        finally:
            self.remarks = remarks

    def dump(self, path: Paths, guard: Guard | None = None) -> int:
        """Write the whole project as lines of JSON, good to compare in git. Returns how many rows.

        `icmo.project.load(path, project_path)` makes the same project of them. With a guard
        nothing is written where a CPR number stands in it, or a name that has a pseudonym.
        """
        from icmo.project.dumping import dump

        count = dump(self._work, Path(path), guard)
        self.note_export(path)
        return count

    def compare(self, path: Paths) -> pd.DataFrame:
        """Return in what the project differs from its lines: difference, table, row; none: the same."""
        from icmo.project.dumping import compare

        return compare(self._work, Path(path))

    def access(self) -> pd.DataFrame:
        """Return who opened, read, exported or erased what and when, without content."""
        self._work.write_log()
        with self._work.store.reading() as reader:
            return frames.access_frame(reader)

    def receipts(self) -> pd.DataFrame:
        """Return the receipts of what was erased."""
        with self._work.store.reading() as reader:
            return frames.receipts_frame(reader)

    def keep_access_log(self, days: int) -> None:
        """Say for how many days entries of the access log are kept."""
        from icmo.project.access import set_term

        with self._work.store.change() as change:
            set_term(change, days)

    def exported(self, path: Paths, key: Key | None = None) -> None:
        """Note that people's words were written to a file or folder, so that an erasure finds it.

        What can be read in it as text is guarded: a CPR number, or with the key a name that has a
        pseudonym, is refused with its line; it is noted all the same.
        """
        from icmo.project.copies import guard_files

        self.note_export(path)
        guard_files(Path(path), key)

    def note_export(self, path: Paths) -> None:
        """Note an export whose words were guarded before they were written."""
        from icmo.project.copies import note_written

        note_written(self._work, Path(path), "export")

    def downloaded(self, path: Paths) -> None:
        """Note that a file that was written for a browser is there now, where icmo reaches it no more.

        An erasure names it among the files that somebody has to remove.
        """
        from icmo.project.copies import note_downloaded

        note_downloaded(self._work, Path(path))


def load(path: Paths, project_path: Paths) -> None:
    """Make a project of the lines that `Project.dump` wrote; an existing one is never overwritten."""
    from icmo.project.dumping import load as load_lines

    load_lines(Path(path), Path(project_path))


def _coder(coder: str | None) -> str | None:
    return coder or os.environ.get("ICMO_CODER") or None
