"""Coefficients equal published values, other libraries, and counting every character by itself."""

from __future__ import annotations

import krippendorff
import numpy as np
import pandas as pd
import pytest
from coded import frames
from hypothesis import given
from hypothesis import strategies as st
from sklearn.metrics import cohen_kappa_score

from icmo.agreement import agreement_table, domain_table, krippendorff_alpha
from icmo.agreement.comparing import compare
from icmo.agreement.domains import choices
from icmo.agreement.unitizing import alpha_u, alpha_u_1995, continuum, disagreements_1995

CODERS = ("anna", "bo", "carl")


def drawn_documents(coders=2, letters="m.", most=4):
    """Documents drawn with letters, all lines of one document equally long."""
    line = st.integers(1, 25).flatmap(
        lambda length: st.fixed_dictionaries(
            {
                coder: st.text(alphabet=letters, min_size=length, max_size=length)
                for coder in CODERS[:coders]
            }
        )
    )
    return st.lists(line, min_size=1, max_size=most)


def characters(drawn, letter):
    """One array for each coder: did she give this character the code?"""
    return np.array(
        [[mark == letter for part in drawn for mark in part[coder]] for coder in drawn[0]]
    )


def same(one, other):
    return (np.isnan(one) and np.isnan(other)) or one == pytest.approx(other, abs=1e-9)


@given(drawn_documents())
def test_two_coders_agree_as_other_libraries_say(drawn):
    marked = characters(drawn, "m")
    if not marked.any() or marked.all():
        return

    found = agreement_table(*frames(*drawn), resamples=0).iloc[0]

    assert same(found["percent"], (marked[0] == marked[1]).mean())
    assert same(found["kappa"], cohen_kappa_score(*marked, labels=[False, True]))
    assert same(
        found["alpha"], krippendorff.alpha(marked.astype(float), level_of_measurement="nominal")
    )
    assert same(found["iou"], (marked[0] & marked[1]).sum() / (marked[0] | marked[1]).sum())


@given(drawn_documents(coders=3))
def test_three_coders_agree_as_other_libraries_say(drawn):
    marked = characters(drawn, "m")
    if not marked.any() or marked.all():
        return

    found = agreement_table(*frames(*drawn), resamples=0).iloc[0]

    assert same(
        found["alpha"], krippendorff.alpha(marked.astype(float), level_of_measurement="nominal")
    )
    pairs = [(0, 1), (0, 2), (1, 2)]
    assert same(found["percent"], np.mean([marked[i] == marked[j] for i, j in pairs]))
    shared = sum((marked[i] & marked[j]).sum() for i, j in pairs)
    assert same(found["f1"], 2 * shared / sum(marked[i].sum() + marked[j].sum() for i, j in pairs))
    assert same(found["iou"], shared / sum((marked[i] | marked[j]).sum() for i, j in pairs))


def test_gwet_conger_and_fleiss_are_irrcacs():
    """irrCAC 0.4.4 gave these numbers; it wants an older numpy than icmo, so they stand here."""
    lines = ("mm..m.m..m......mmmm....", ".m..m.mm.m....m.mmm.....", "mm..m....m......m.mm..m.")
    drawn = [dict(zip(CODERS, lines, strict=True))]

    found = agreement_table(*frames(*drawn), also=["pi"], resamples=0).iloc[0]

    assert found[["ac1", "kappa", "pi", "brennan_prediger"]].tolist() == pytest.approx(
        [0.638968481, 0.578947368, 0.578595318, 0.611111111], abs=1e-8
    )


#: Of random marks: coders, characters, how often they say yes and how often each errs; then
#: Gwet's, Conger's, Fleiss', Brennan and Prediger's and Krippendorff's, as irrCAC 0.4.4 gave them.
IRRCAC = [
    ((2, 60, 0.3, 0.2), [0.54023, 0.37255, 0.36508, 0.46667, 0.37037]),
    ((2, 200, 0.05, 0.03), [0.94903, 0.61604, 0.616, 0.91, 0.61696]),
    ((3, 80, 0.5, 0.3), [0.05941, 0.04543, 0.0404, 0.05, 0.0444]),
    ((4, 90, 0.15, 0.1), [0.75339, 0.46873, 0.46781, 0.66296, 0.46929]),
]


@pytest.mark.parametrize(("seed", "drawn", "expected"), [(n, *one) for n, one in enumerate(IRRCAC)])
def test_random_marks_agree_as_irrcac_says(seed, drawn, expected):
    coders, length, often, errs = drawn
    chance = np.random.default_rng(seed)
    truth = chance.random(length) < often
    marked = [truth ^ (chance.random(length) < errs) for _ in range(coders)]
    lines = {str(n): "".join("m" if yes else "." for yes in one) for n, one in enumerate(marked)}

    found = agreement_table(*frames(lines), also=["pi"], resamples=0).iloc[0]

    named = ["ac1", "kappa", "pi", "brennan_prediger", "alpha"]
    assert found[named].tolist() == pytest.approx(expected, abs=6e-6)


@given(drawn_documents(coders=3, letters="mnK."), st.randoms())
def test_the_order_of_rows_never_matters(drawn, random):
    tags, documents = frames(*drawn)
    shuffled = [
        frame.sample(frac=1, random_state=random.randint(0, 99)) for frame in (tags, documents)
    ]

    for table in (agreement_table, domain_table):
        pd.testing.assert_frame_equal(
            table(tags, documents, resamples=20), table(*shuffled, resamples=20)
        )


@given(drawn_documents(coders=3, letters="mn."), st.data())
def test_splitting_a_document_changes_no_coefficient(drawn, data):
    cut = data.draw(st.integers(1, 24))
    first, *rest = drawn
    halves = [
        {coder: line[part] for coder, line in first.items()}
        for part in (slice(cut), slice(cut, None))
    ]
    halves = [half for half in halves if half["anna"]]

    whole, split = (
        agreement_table(*frames(*documents), resamples=0).drop(columns=["documents", "note"])
        for documents in (drawn, [*halves, *rest])
    )

    pd.testing.assert_frame_equal(whole, split)


@given(
    st.lists(
        st.lists(st.sampled_from([None, 1, 2, 3, 5]), min_size=6, max_size=6),
        min_size=2,
        max_size=4,
    )
)
@pytest.mark.parametrize("measured", ["nominal", "ordinal", "interval"])
def test_alpha_of_values_is_that_of_the_krippendorff_library(measured, values):
    ours = krippendorff_alpha(values, measured)
    if np.isnan(ours):
        return

    data = np.array([[np.nan if value is None else value for value in row] for row in values])
    assert ours == pytest.approx(krippendorff.alpha(data, level_of_measurement=measured), abs=1e-9)


def test_the_manual_of_atlas_ti_is_matched():
    drawn = {"anna": ".m......m.", "bo": "mmm..m...."}

    found = agreement_table(*frames(drawn)).iloc[0]

    # 10 segments, 6 agreed on; 0.56 by chance, which is what brings 0.60 down to alpha.
    assert found["percent"] == 0.60
    assert (0.60 - found["alpha"]) / (1 - found["alpha"]) == pytest.approx(0.56, abs=5e-3)
    assert found["alpha"] == pytest.approx(0.095, abs=5e-4)
    values = [[0, 1, 0, 0, 0, 0, 0, 0, 1, 0], [1, 1, 1, 0, 0, 1, 0, 0, 0, 0]]
    assert krippendorff_alpha(values) == pytest.approx(0.095, abs=5e-4)


def test_krippendorff_1995_example_a_is_matched():
    found = agreement_table(
        *frames({"bertha": "..mmmmmmmm....mmmmmm....", "bill": "....mmmm.......mm......."}),
        also=["pi"],
    ).iloc[0]

    assert found["units"] == 24
    assert [round(found[name], 3) for name in ("kappa", "pi", "alpha")] == [0.385, 0.314, 0.329]


# Krippendorff 2004, p. 254: a continuum from 150 to 450, here from 0 to 300.
CODE_C = [[(75, 145), (220, 250)], [(70, 150), (205, 225), (250, 270)]]
CODE_K = [[(30, 90), (150, 200)], [(30, 90), (150, 200)]]


def test_krippendorff_2004_is_matched():
    of_c, of_k = continuum(CODE_C, 300), continuum(CODE_K, 300)
    observed, expected = np.array([disagreements_1995(one) for one in (of_c, of_k)])[..., 0].T

    assert observed[0] == pytest.approx(0.0144, abs=5e-5)
    assert expected[0] == pytest.approx(0.0532, abs=5e-5)
    assert alpha_u_1995(of_c)[0] == pytest.approx(0.7286, abs=5e-5)
    assert alpha_u_1995(of_k)[0] == 1
    assert 1 - observed.sum() / expected.sum() == pytest.approx(0.8591, abs=5e-4)


def test_the_same_passages_by_character_agree_less():
    lines = [
        "".join("m" if any(a <= n < b for a, b in own) else "." for n in range(300))
        for own in CODE_C
    ]

    found = agreement_table(*frames({"i": lines[0], "j": lines[1]})).iloc[0]

    assert found["kappa"] == pytest.approx(0.50, abs=5e-3)
    assert found["alpha"] == pytest.approx(0.498, abs=5e-4)


@pytest.mark.parametrize(
    ("anna", "bo", "expected"),
    [((0, 150), (100, 200), 0.3202), ((0, 150), (0, 150), 1.0), ((0, 150), (500, 600), -0.133)],
)
def test_the_unitizing_alpha_of_2016_is_matched(anna, bo, expected):
    assert alpha_u(continuum([[anna], [bo]], 1000))[0] == pytest.approx(expected, abs=5e-4)


def test_no_passages_at_all_have_no_unitizing_alpha():
    assert np.isnan(
        [alpha_u(continuum([[], []], 9))[0], alpha_u_1995(continuum([[], []], 9))[0]]
    ).all()


@given(drawn_documents(coders=3, letters="mnK."))
def test_the_choice_of_a_code_is_counted_as_if_character_by_character(drawn):
    tags, documents = frames(*drawn)
    found = choices(compare(tags, documents))

    chosen = [
        [None if mark == "." else mark for part in drawn for mark in part[coder]]
        for coder in CODERS
    ]
    together = [n for n in range(len(chosen[0])) if sum(line[n] is not None for line in chosen) > 1]
    assert found.units.sum() == len(together)
    across = domain_table(tags, documents, "role", resamples=0).iloc[-1]
    roles = [[None if mark is None else mark.isupper() for mark in line] for line in chosen]
    assert same(across["cu_alpha"], krippendorff_alpha(roles))
