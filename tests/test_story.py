"""The sample's story comes out of the analyses: what goes with success, what contradicts it, what nobody looked for.

The story is told in interviews_sample/README.md; the register figures, not the writers' words,
say here in which municipalities women stay in work.
"""

from __future__ import annotations

from types import SimpleNamespace

import pytest

from icmo import Project, outcomes
from icmo.configurations import (
    disconfirming_table,
    evidence_table,
    left_out_table,
    regularity_table,
)
from icmo.demo import sample_folder
from icmo.matrices import code_matrix, joint_display_table

PAID = "Løntimer giver mening og en plads blandt kolleger"
MATE = "En fast makker på arbejdspladsen"
COURSES = "Kurser giver kvinden handlekraft"
AFTERCARE = "Når nogen bliver ved efter ansættelsen"
PLACEMENT = "En praktik bringer hende nærmere arbejde"
RELATION = "En god relation fører til job"
ONE_ROOM = "Når fagene sidder i ét rum"


def places(*names):
    return {f"{name} Kommune" for name in names}


STAY = places("Egebæk", "Nørrevang", "Ravnsø", "Vesterlund")


@pytest.fixture(scope="module")
def sample(filled_project):
    with Project.open(filled_project) as project:
        return SimpleNamespace(
            theory=project.configurations(),
            evidence=project.evidence(),
            tags=project.tags(),
            documents=project.documents(),
            cases=project.cases(),
            ratings=project.ratings(),
            figures=outcomes.case_table(sample_folder() / "months.csv.gz", end="2022-12"),
        )


@pytest.fixture(scope="module")
def argued(sample):
    """Who speaks for and who against the configuration whose title begins so."""
    titled = sample.theory.set_index("configuration")["title"]
    own = sample.evidence[sample.evidence["target_kind"] == "configuration"]
    title = own["target"].map(titled)

    def cases(begins, stance):
        some = own[title.str.startswith(begins) & (own["stance"] == stance)]
        assert title.str.startswith(begins).any(), begins
        return set(some["case"])

    return cases


@pytest.fixture(scope="module")
def of_mechanism(sample):
    """In which municipalities there is evidence of a stance for configurations with a mechanism."""
    holds = dict(zip(sample.theory["configuration"], sample.theory["mechanism"], strict=True))
    own = sample.evidence[sample.evidence["target_kind"] == "configuration"]

    def cases(mechanism, stance):
        some = own[[mechanism in holds[target] for target in own["target"]]]
        return set(some.loc[some["stance"] == stance, "case"])

    return cases


# ── what goes with success ───────────────────────────────────────────────────────────────


def test_the_register_can_show_lasting_work_in_four_municipalities_and_no_others(sample):
    figures = sample.figures.set_index("case")

    assert set(figures.index[figures["sustained_full"].notna()]) == STAY
    low = figures.loc[list(places("Hasselø", "Klintholm", "Åmose")), "goal_1"]
    assert low.max() < figures.loc[list(STAY), "goal_1"].min()


def test_meaning_and_work_identity_are_told_wherever_women_stay_in_work(of_mechanism):
    assert of_mechanism("meningsfuldhed", "supports") >= STAY
    assert len(STAY & of_mechanism("arbejdsidentitet", "supports")) == 3
    assert of_mechanism("hverdagsmestring", "supports") & STAY == set()


def test_paid_hours_with_follow_up_hold_where_women_stay_in_work(sample, argued):
    assert places("Egebæk", "Nørrevang", "Ravnsø") <= argued(PAID, "supports")
    cases = sample.cases.assign(
        stay=["yes" if case in STAY else "no" for case in sample.cases["case"]]
    )

    table = regularity_table(
        sample.theory, sample.tags, cases, "stay", evidence=sample.evidence, basis="evidence"
    )

    row = table[table["title"].str.startswith(PAID)].set_index("stratum")
    assert row["k"].tolist() == [1, 3]
    assert row["n"].tolist() == [2, 3]
    assert set(row.loc["no", "exceptions"]) == places("Hasselø")


def test_a_relation_is_spoken_of_nearly_everywhere_so_it_tells_no_place_apart(sample, of_mechanism):
    relation = sample.tags[
        (sample.tags["code"] == "relationsdannelse") & (sample.tags["polarity"] == "promotes")
    ]

    assert len(set(relation["case"]) & STAY) == 3
    assert len(set(relation["case"]) - STAY) == 3
    against = of_mechanism("relationsdannelse", "contradicts")
    assert len(against - STAY) > len(against & STAY)


# ── what contradicts it ──────────────────────────────────────────────────────────────────


def test_paid_hours_fail_where_there_is_no_prospect(argued):
    assert argued(PAID, "contradicts") == places("Nørrevang", "Hasselø")
    assert places("Nørrevang", "Hasselø", "Egebæk") == argued(PLACEMENT, "contradicts")


def test_a_relation_alone_is_contradicted_in_the_low_places(argued):
    assert places("Hasselø", "Åmose") <= argued(RELATION, "contradicts")


def test_solving_problems_needs_professions_that_meet(argued):
    assert argued(ONE_ROOM, "supports") == places("Vesterlund")
    assert argued(ONE_ROOM, "contradicts") == places("Åmose")


def test_courses_lead_to_work_where_firms_take_part(argued):
    assert places("Ravnsø") <= argued(COURSES, "supports")
    assert argued(COURSES, "contradicts") == places("Klintholm")


def test_jobs_are_lost_where_follow_up_ends(argued):
    assert places("Ravnsø") <= argued(AFTERCARE, "supports")
    assert argued(AFTERCARE, "contradicts") == places("Sønderkær")


def test_the_life_situation_hinders_everywhere(sample):
    hinders = sample.tags[sample.tags["polarity"] == "hinders"]

    matrix = code_matrix(hinders, "case", ["livssituation_behov"], documents=sample.documents)

    assert len(matrix) == 8
    assert (matrix["livssituation_behov"] > 0).all()


def test_counter_examples_name_the_places_and_keep_for_and_against_apart(sample):
    table = disconfirming_table(sample.theory, sample.evidence, sample.tags, sample.documents)
    against = table[table["finding"] == "against"]

    assert set(against.loc[against["title"].str.startswith(ONE_ROOM), "case"]) == places("Åmose")
    assert against["case"].nunique() == 8
    counted = evidence_table(sample.theory, sample.evidence)
    assert (counted["contradicts"] > 0).sum() == 15
    assert against["passages"].sum() == counted["contradicts"].sum()


# ── what nobody looked for ───────────────────────────────────────────────────────────────


def test_nobody_looked_for_a_knowledge_base_fed_by_outcomes(sample):
    left_out = left_out_table(sample.theory, sample.tags).set_index("code")

    assert left_out.loc["datamonitorering", "cases"] == 3
    assert left_out.index[left_out["role"] == "moderator"].tolist() == [
        *("datamonitorering", "implementeringsstoette"),
    ]
    assert left_out["role"].ne("mechanism").all()
    evaluable = sample.ratings[
        (sample.ratings["principle"] == "vidensbaseret") & (sample.ratings["letter"] == "E")
    ]
    levels = evaluable.groupby("case")["level"].agg(["min", "max"])
    assert set(levels.index[levels["min"] == 4]) == places("Vesterlund")
    assert levels.drop(index=list(places("Vesterlund")))["max"].max() == 2


def test_every_interview_was_coded_to_the_end_and_what_was_used_nowhere_is_named(sample):
    table = disconfirming_table(
        sample.theory, sample.evidence, sample.tags, sample.documents, match="any"
    )

    assert "not_looked_for" not in set(table["finding"])
    unused = table[table["finding"] == "never_coded"]["codes"].explode()
    assert {"arbejdsplads", "sundhedshus"} <= set(unused)


def test_beside_the_figures_the_low_places_are_silent_of_paid_hours_that_matter(sample):
    few = sample.theory[sample.theory["title"].str.startswith("Når få lønnede timer")]

    table = joint_display_table(sample.figures, few, sample.evidence)

    silent = set(table.loc[table["fit"] == "silent", "case"])
    assert places("Hasselø", "Klintholm", "Åmose") <= silent
    assert places("Egebæk", "Nørrevang") & silent == set()
