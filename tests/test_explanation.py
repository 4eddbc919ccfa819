"""Configurations, claims, ratings, judgements, summaries and statements in a project."""

from __future__ import annotations

import json
import shutil
import sqlite3

import pandas as pd
import pytest

from icmo import Project, ProjectError
from icmo._journal import UndoError
from icmo.claims import ClaimError, orphan_claims, unanswered_questions
from icmo.codebook import Codebook
from icmo.configurations import ConfigurationError, difference_in_words
from icmo.project import ProjectWarning

CODES = {
    "principle": {"job": "Job først"},
    "intervention": {"loen": "Løntimer"},
    "context": {"plads": "Arbejdsplads"},
    "mechanism": {"mening": "Mening", "tillid": "Tillid"},
    "outcome": {"arbejde": "Arbejde"},
    "moderator": {"tid": "God tid"},
    "theme": {"t01": "Løn giver mening"},
}
BOOK = "languages: [da]\nfamilies:\n" + "".join(
    f"  - id: family_{role}\n    role: {role}\n    codes:\n"
    + "".join(
        f"      - {{id: {code}, label: {{da: {label}}}, definition: {{da: {label}}}}}\n"
        for code, label in codes.items()
    )
    for role, codes in CODES.items()
)
TEXT = "Ana: Lønnen gør det. Vi er kolleger nu.\nBo: Ikke hos os, der er intet job.\n"


@pytest.fixture
def project(tmp_path):
    made = Project.create(tmp_path / "p.icmo", Codebook.parse(BOOK, "book.yaml", "b"), coder="anna")
    (tmp_path / "Samtale.txt").write_text(TEXT, encoding="utf-8")
    (tmp_path / "d.csv").write_text("name,case,group\nSamtale,A,kvinde\n", encoding="utf-8")
    made.import_documents(tmp_path / "Samtale.txt")
    made.change_document("Samtale", case="A", group="kvinde")
    yield made
    assert made.check().empty, made.check()
    made.close()


@pytest.fixture
def theory(project):
    return project.configure(
        intervention=["loen"], context=["plads"], mechanism=["mening"], outcome=["arbejde"]
    )


def fill(project):
    """Put one of everything in. Returns the configuration's id."""
    one = project.configure(mechanism=["mening"], outcome=["arbejde"], title="Løn")
    two = project.configure(mechanism=["tillid"], title="Tillid")
    project.relate(one, two, "rivals")
    project.change_configuration(one, "Bo er uenig", status="tested")
    project.add_evidence(one, "Samtale", 5, 20)
    claim = project.add_claim(theme="t01")
    project.add_evidence(claim, "Samtale", 5, 20)
    rating = project.rate("job", "G", "A", 3, "fordi")
    project.add_evidence(rating, "Samtale", 5, 20, "qualifies")
    project.judge("job", "meaningful", "yes", "A")
    project.summarise("A", "mening", "Løn giver mening.")
    project.change_rubric([{"level": n, "label": {"da": str(n), "en": str(n)}} for n in (1, 2, 3)])
    return one


FRAMES = ("configurations", "relations", "evidence", "claims", "ratings", "judgements", "summaries")


def contents(project):
    return {name: getattr(project, name)().to_json() for name in (*FRAMES, "rubric")}


# ── configurations ───────────────────────────────────────────────────────────────────────


def test_nothing_of_a_configuration_changes_without_a_reason(project, theory):
    with pytest.raises(ProjectError, match="reason"):
        project.change_configuration(theory, " ", mechanism=["tillid"])
    assert project.configurations()["mechanism"][0] == ("mening",)
    assert project.change_configuration(theory, "", mechanism=["mening"]) == 1  # nothing changed


def test_every_version_is_kept_with_its_reason_and_can_be_compared(project, theory):
    project.change_configuration(
        theory, "Bo siger, at det er relationen", mechanism=["tillid"], status="refined"
    )

    row = project.configurations().iloc[0]
    changes = project.configuration_changes()
    before = project.configurations(at=changes["created"][0])

    assert row[["mechanism", "status", "version"]].tolist() == [("tillid",), "refined", 2]
    assert changes[["version", "reason", "status", "coder"]].to_numpy().tolist() == [
        [1, "", "initial", "anna"],
        [2, "Bo siger, at det er relationen", "refined", "anna"],
    ]
    assert before["mechanism"][0] == ("mening",)
    words = difference_in_words(before, project.configurations(), {"mening": "Mening"}, "en")
    assert f'"{theory}": the mechanism Mening was taken out.' in words
    assert project.history()["act"].tolist()[-1] == "change_configuration"


def test_the_sentence_is_generated_until_a_person_writes_it(project, theory):
    generated = project.configurations()["sentence"][0]
    project.change_configuration(theory, "klarere", sentence="Løn virker, når den er rigtig.")
    written = project.configurations()["sentence"][0]
    project.change_configuration(theory, "alligevel ikke", sentence="")

    assert generated.startswith("Hvis løntimer sættes i værk i arbejdsplads")
    assert written == "Løn virker, når den er rigtig."
    assert project.configurations()["sentence"][0] == generated


def test_what_is_known_of_mechanism_and_outcome_is_kept_and_misspellings_are_named(project):
    told = {"resource": "lønnen", "reasoning": "jeg er kollega", "activation": "partial"}
    outcome = {"intended": "unintended", "sign": "negative"}
    id_ = project.configure(mechanism=["mening"], **told, **outcome)

    row = project.configurations().iloc[0]
    assert row[[*told, *outcome]].tolist() == [*told.values(), *outcome.values()]
    with pytest.raises(ConfigurationError, match='"positive"'):
        project.change_configuration(id_, "x", sign="positiv")
    with pytest.raises(ConfigurationError, match="tested"):
        project.change_configuration(id_, "x", status="testet")
    with pytest.raises(ProjectError, match='"mechanism"'):
        project.change_configuration(id_, "x", mecanism=["mening"])


def test_a_moderator_may_act_on_another_moderator(project):
    project.configure(
        mechanism=["mening"],
        moderator=[
            {"code": "tid", "on": "mening", "effect": "strengthens"},
            {"code": "plads", "on": "tid", "effect": "blocks"},
        ],
    )

    assert [one["on"] for one in project.configurations()["moderators"][0]] == ["mening", "tid"]


def test_relations_are_between_two_configurations_and_the_same_one_is_kept_once(project, theory):
    other = project.configure(mechanism=["tillid"])

    relation = project.relate(theory, other, "outcome_becomes_context")

    assert project.relate(theory, other, "outcome_becomes_context") == relation
    row = project.relations().iloc[0]
    assert row[["configuration", "kind", "other"]].tolist() == [
        theory,
        "outcome_becomes_context",
        other,
    ]
    for wrong in ((theory, theory, "rivals"), (theory, "nothing", "rivals")):
        with pytest.raises(ProjectError):
            project.relate(*wrong)
    with pytest.raises(ConfigurationError, match="precedes"):
        project.relate(theory, other, "preceeds")


def test_a_relation_is_taken_away_and_that_can_be_taken_back(project, theory):
    other = project.configure(mechanism=["tillid"])
    relation = project.relate(theory, other, "rivals")
    before = contents(project)

    project.remove_relation(relation)
    assert project.relations().empty
    assert project.history()["act"].tolist()[-1] == "remove_relation"
    with pytest.raises(ProjectError, match=relation):
        project.remove_relation(relation)

    project.undo()
    assert contents(project) == before
    project.redo()
    assert project.relations().empty


def test_a_relation_taken_away_in_one_copy_is_gone_in_both_after_they_are_merged(
    project, theory, tmp_path
):
    relation = project.relate(theory, project.configure(mechanism=["tillid"]), "precedes")
    shutil.copy(project.path, tmp_path / "copy.icmo")
    with Project.open(tmp_path / "copy.icmo", coder="bo") as copy:
        copy.remove_relation(relation)

    project.merge(tmp_path / "copy.icmo")

    assert project.relations().empty


def test_statements_of_boards_are_one_act_and_are_merged_like_other_documents(project, tmp_path):
    file = tmp_path / "statements.csv"
    head = "case,participant,role,statement,scope,priority\n"
    file.write_text(
        f"{head}A,Ana,leder,Spørg hende,individual,1\nB,,,Timer,group,1\n", encoding="utf-8"
    )
    shutil.copy(project.path, tmp_path / "copy.icmo")
    with Project.open(tmp_path / "copy.icmo", coder="bo") as copy:
        copy.import_statements(file, "kommune")

    project.merge(tmp_path / "copy.icmo")

    assert sorted(project.statements()["text"]) == ["Spørg hende", "Timer"]
    project.undo()
    assert project.statements().empty
    project.import_statements(file)
    project.undo()
    assert project.statements().empty


def test_what_is_inferred_needs_a_note_and_linkage_follows_from_the_tags(project, theory):
    with pytest.raises(ProjectError, match=r"infer|slutter"):
        project.add_evidence(theory, "Samtale", 5, 20, explicitness="inferred")
    project.add_evidence(theory, "Samtale", 5, 20, "qualifies", "af tonen", "inferred")
    before = project.evidence().iloc[0]
    for code in ("loen", "plads", "mening", "arbejde"):
        project.tag("Samtale", 6, 12, code)
    after = project.evidence().iloc[0]

    assert before[["explicitness", "linkage", "memo"]].tolist() == [
        "inferred",
        "across",
        "af tonen",
    ]
    assert after["linkage"] == "passage"


def test_evidence_is_changed_and_taken_away(project, theory):
    evidence = project.add_evidence(theory, "Samtale", 5, 20)

    project.change_evidence(evidence, stance="contradicts")
    assert project.evidence()["stance"][0] == "contradicts"
    project.remove_evidence(evidence)
    assert project.evidence().empty


# ── claims, ratings, judgements, summaries ───────────────────────────────────────────────


def test_a_claim_takes_the_label_of_its_theme_until_it_is_written(project):
    claim = project.add_claim(theme="t01")
    assert project.claims()["text"][0] == "Løn giver mening"

    project.change_claim(claim, text="Løn giver mening, når den er rigtig.")
    project.add_evidence(claim, "Samtale", 5, 20)
    project.add_evidence(claim, "Samtale", 10, 25, "contradicts")

    row = project.claims().iloc[0]
    assert row["text"] == "Løn giver mening, når den er rigtig."
    assert row[["passages", "documents", "cases", "supports", "contradicts"]].tolist() == [1] * 5
    with pytest.raises(ProjectError):
        project.add_claim()


def test_questions_know_the_claims_that_answer_them_and_who_hangs_in_the_air_is_listed(
    project, tmp_path
):
    (tmp_path / "q.yaml").write_text(
        "questions:\n  - {id: hvorfor, text: Hvorfor?}\n  - {id: hvem, text: Hvem?}\n",
        encoding="utf-8",
    )
    project.import_questions(tmp_path / "q.yaml")
    one = project.add_claim("Derfor.", question="hvorfor")
    two = project.add_claim("Måske.")
    project.add_evidence(one, "Samtale", 5, 20)

    questions, claims = project.questions(), project.claims()

    assert questions["answered_by"].tolist() == [(one,), ()]
    assert unanswered_questions(questions, claims)["question"].tolist() == ["hvem"]
    assert orphan_claims(claims, questions)[["claim", "reason"]].to_numpy().tolist() == [
        [two, "no_evidence"],
        [two, "no_question"],
    ]
    with pytest.raises(ProjectError, match='"hvem"'):
        project.add_claim("Ja.", question="hven")


def test_a_judge_who_rates_again_changes_the_rating(project):
    first = project.rate("job", "G", "A", 2, "nej")
    assert project.rate("job", "G", "A", 4, "jo") == first
    project.rate("job", "G", "A", 1, coder="bo")

    ratings = project.ratings()

    assert ratings[["level", "rationale", "judge"]].to_numpy().tolist() == [
        [4, "jo", "anna"],
        [1, "", "bo"],
    ]
    with pytest.raises(ProjectError, match="9"):
        project.rate("job", "G", "A", 9)
    with pytest.raises(ProjectError, match="case"):
        project.rate("job", "G", "Atlantis", 3)


def test_the_rubric_is_the_projects_own_and_a_level_in_use_stays(project):
    assert project.rubric()["level"].tolist() == [1, 2, 3, 4]
    project.rate("job", "G", "A", 3)
    three = [{"level": n, "label": {"da": f"Trin {n}", "en": f"Step {n}"}} for n in (1, 2, 3)]

    project.change_rubric(three)

    assert project.rubric()["label_da"].tolist() == ["Trin 1", "Trin 2", "Trin 3"]
    with pytest.raises(ProjectError, match="3"):
        project.change_rubric(three[:2])


def test_the_three_judgements_of_a_principle_are_kept_with_doubt(project):
    project.judge("job", "meaningful", "yes", "A")
    project.judge("job", "adhered", "partly", "A", "kun i ét team", uncertain=True)

    rows = project.judgements()

    assert rows[["aspect", "level", "uncertain"]].to_numpy().tolist() == [
        ["adhered", "partly", 1],
        ["meaningful", "yes", 0],
    ]
    with pytest.raises(ConfigurationError, match="results"):
        project.judge("job", "result", "yes")


def test_a_summary_is_one_for_each_cell_and_goes_stale_when_something_is_coded_after_it(project):
    project.summarise("A", "mening", "Først.")
    project.summarise("A", "mening", "Så.")
    before = project.summaries()
    project.tag("Samtale", 5, 20, "mening")

    assert before[["text", "state"]].to_numpy().tolist() == [["Så.", "summarised"]]
    assert project.summaries()["state"].tolist() == ["stale"]
    project.summarise("A", "mening", "")
    assert project.summaries().empty


# ── stored like everything else ──────────────────────────────────────────────────────────


def test_all_of_it_is_taken_back_act_by_act_and_done_again(project):
    empty = contents(project)
    acts = len(project.history())
    fill(project)
    full = contents(project)
    done = len(project.history()) - acts

    for _ in range(done):
        project.undo()
    assert contents(project) == empty
    for _ in range(done):
        project.redo()
    assert contents(project) == full
    assert all(project.history()["sentence"])


def test_what_others_built_on_is_not_taken_back(project, theory):
    with Project.open(project.path, coder="bo") as other:
        other.add_evidence(theory, "Samtale", 5, 20)

    with pytest.raises(UndoError):
        project.undo()


def test_a_copy_brings_all_of_it_and_what_both_changed_is_told(project, tmp_path):
    theory = fill(project)
    copy = project.backup(tmp_path / "copy.icmo")
    project.change_configuration(theory, "her", title="Løn her")
    with Project.open(copy, coder="bo") as other:
        other.change_configuration(theory, "der", title="Løn der")
        claim = other.add_claim("Ny sætning.")
        other.add_evidence(claim, "Samtale", 5, 12)
        other.rate("job", "G", "A", 1, "nej")
        other.summarise("A", "tillid", "Tillid er der.")
        other.judge("job", "results", "no")
        new = other.configure(mechanism=["tillid"])
        other.relate(new, theory, "precedes")
        their_evidence = len(other.evidence())

    report = project.merge(copy)

    assert report[report["outcome"] == "conflict"]["what"].tolist() == ["configuration"]
    assert project.configurations().iloc[0]["title"] == "Løn her"
    assert "Ny sætning." in project.claims()["text"].tolist()
    assert sorted(project.ratings()["judge"]) == ["anna", "bo"]
    assert len(project.relations()) == 2
    assert len(project.summaries()) == 2
    assert len(project.evidence()) == their_evidence
    assert "der" in project.configuration_changes()["reason"].tolist()
    project.undo()
    assert "Ny sætning." not in project.claims()["text"].tolist()


def test_erasing_a_participant_takes_the_evidence_and_leaves_no_byte_of_the_words(project):
    fill(project)

    project.erase("Ana", "bedt om det")

    assert project.evidence().empty
    assert len(project.claims()) == 1
    assert b"kolleger nu" not in project.path.read_bytes()


def test_a_file_of_the_version_before_is_brought_up_to_date(project, theory, tmp_path):
    evidence = project.add_evidence(theory, "Samtale", 5, 20)
    old = project.backup(tmp_path / "old.icmo")
    with sqlite3.connect(old) as connection:
        for table in [
            "changes",
            "relations",
            "claims",
            "ratings",
            "rubric",
            "judgements",
            "summaries",
        ]:
            connection.execute(f"DROP TABLE {table}")
        for table, columns in (
            ("configurations", "sentence details"),
            ("evidence", "explicitness"),
        ):
            for column in columns.split():
                connection.execute(f"ALTER TABLE {table} DROP COLUMN {column}")
        for line, steps in connection.execute("SELECT line, steps FROM journal").fetchall():
            kept = [step for step in json.loads(steps) if step["table"] != "changes"]
            for step in kept:
                for side in (step.get("before"), step.get("after")):
                    for name in ("sentence", "details", "explicitness"):
                        (side or {}).pop(name, None)
            connection.execute(
                "UPDATE journal SET steps = ? WHERE line = ?", (json.dumps(kept), line)
            )
        connection.execute("PRAGMA user_version = 2")
    connection.close()

    with pytest.warns(ProjectWarning, match=r"version-2"):
        migrated = Project.open(old, coder="anna")
    with migrated:
        assert migrated.check().empty
        assert migrated.evidence()[["evidence", "explicitness"]].to_numpy().tolist() == [
            [evidence, "said"]
        ]
        migrated.change_configuration(theory, "nu", title="Ny")
        migrated.undo()
        migrated.undo()
        assert migrated.evidence().empty
        assert migrated.check().empty


# ── from files ───────────────────────────────────────────────────────────────────────────


def test_claims_ratings_judgements_summaries_and_statements_are_taken_from_files(project, tmp_path):
    (tmp_path / "claims.yaml").write_text(
        "claims:\n  - id: a\n    theme: t01\n    text: Løn virker.\n    evidence:\n"
        "      - {document: Samtale, quote: Lønnen gør det, stance: supports}\n"
        "      - {document: Samtale, quote: intet job, stance: contradicts, note: Bo}\n",
        encoding="utf-8",
    )
    (tmp_path / "ratings.csv").write_text(
        "principle,letter,case,level,rationale,judge,document,quote\n"
        "job,G,A,4,ja,anna,Samtale,Lønnen gør det\njob,G,A,2,nej,bo,Samtale,intet job\n",
        encoding="utf-8",
    )
    (tmp_path / "judgements.csv").write_text(
        "team_type,focus,intervention,level,uncertain,judge,rationale,document,quote,stance\n"
        "team,V,loen,high,no,anna,ja,Samtale,Lønnen gør det,supports\n"
        "team,V,loen,high,no,anna,ja,Samtale,intet job,contradicts\n",
        encoding="utf-8",
    )
    (tmp_path / "summaries.csv").write_text(
        "case,code,text,coder\nA,mening,Løn giver mening,bo\n", encoding="utf-8"
    )
    (tmp_path / "statements.csv").write_text(
        "case,participant,role,statement,scope,priority\n"
        "A,,,Hurtigt efter timer,group,1\nA,Ana,leder,Spørg  hende,individual,2\n",
        encoding="utf-8",
    )

    claims = project.import_claims(tmp_path / "claims.yaml")
    ratings = project.import_ratings(tmp_path / "ratings.csv")
    judgements = project.import_judgements(tmp_path / "judgements.csv")
    summaries = project.import_summaries(tmp_path / "summaries.csv")
    statements = project.import_statements(tmp_path / "statements.csv")

    assert claims[["text", "supports", "contradicts"]].to_numpy().tolist() == [
        ["Løn virker.", 1, 1]
    ]
    assert sorted(ratings["level"]) == [2, 4]
    assert judgements[["kind", "about", "aspect", "level"]].to_numpy().tolist() == [
        ["organisation", "team", "loen", "high"]
    ]
    assert summaries["coder"].tolist() == ["bo"]
    assert statements[["case", "participant", "role", "text", "priority"]].to_numpy().tolist() == [
        ["A", "", "", "Hurtigt efter timer", "1"],
        ["A", "Ana", "leder", "Spørg hende", "2"],
    ]
    counted = project.evidence().groupby("target_kind")["stance"].count().to_dict()
    assert counted == {"claim": 2, "rating": 2, "judgement": 2}
    assert project.evidence()["linkage"].tolist() == [""] * 6


def test_a_mistake_in_a_file_names_the_place_and_nothing_is_put_in(project, tmp_path):
    file = tmp_path / "claims.yaml"
    file.write_text(
        "claims:\n  - {id: a, text: En}\n  - id: b\n    text: To\n    evidence:\n"
        "      - {document: Samtale, quote: findes ikke}\n",
        encoding="utf-8",
    )

    with pytest.raises(ClaimError, match=r"claims\.yaml, b: "):
        project.import_claims(file)
    file.write_text("claims:\n  - {id: a, tekst: En}\n", encoding="utf-8")
    with pytest.raises(ClaimError, match=r"line 2|linje 2"):
        project.import_claims(file)

    assert project.claims().empty


def test_frames_have_their_columns_and_kinds_also_when_empty(project):
    for name in (*FRAMES, "configuration_changes", "statements"):
        frame = getattr(project, name)()
        assert len(frame) == 0
        assert len(frame.columns) > 4
    assert project.claims()["passages"].dtype == "int64"
    assert project.ratings()["level"].dtype == "int64"
    assert isinstance(project.rubric(), pd.DataFrame)
