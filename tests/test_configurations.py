"""Configurations: slots, completeness and the if-then sentence."""

from __future__ import annotations

import pandas as pd
import pytest

from icmo.codebook import Codebook, UnknownCodeError
from icmo.configurations import (
    ConfigurationError,
    completeness,
    if_then_sentence,
    of_intervention,
    read_configurations,
)

LABELS = {
    "loentimer": "Løntimer",
    "arbejdsplads": "Arbejdsplads",
    "IPS": "IPS",
    "mening": "Meningsfuldhed",
    "job": "Job",
}


def test_configurations_of_one_type_of_intervention_are_picked_with_what_belongs_to_it():
    book = Codebook.load("kib")
    chosen = [("virksomhedsrettet_indsats",), ("jobcafe", "sprogmentor"), ("jobcafe",), ()]
    frame = pd.DataFrame({"configuration": list("abcd"), "intervention": chosen})

    picked = of_intervention(frame, "virksomhedsrettet_indsats", book)

    assert picked["configuration"].tolist() == ["a", "b"]
    assert of_intervention(frame.head(0), "jobcafe", book).empty
    with pytest.raises(UnknownCodeError, match="virksomhedsrettet_indsats"):
        of_intervention(frame, "virksomhedsrettet_indsat", book)


@pytest.mark.parametrize(
    ("filled", "name"),
    [
        ((), "empty"),
        (("mechanism",), "fragment"),
        (("context", "mechanism"), "dyad"),
        (("context", "mechanism", "outcome"), "triad"),
        (("intervention", "context", "mechanism", "outcome"), "full"),
    ],
)
def test_completeness_counts_the_filled_slots(filled, name):
    assert completeness(dict.fromkeys(filled, ("x",))) == name


def test_the_sentence_is_written_in_danish_and_english_and_leaves_an_empty_slot_open():
    slots = {
        "intervention": ("loentimer", "IPS"),
        "context": ("arbejdsplads",),
        "mechanism": (),
        "outcome": ("job",),
    }
    moderators = ({"code": "mening"},)

    assert if_then_sentence(slots, moderators, LABELS, "da") == (
        "Hvis løntimer og IPS sættes i værk i arbejdsplads, så virker …, hvilket fører til job; betinget af meningsfuldhed."
    )
    assert if_then_sentence(slots, (), LABELS, "en") == (
        "If løntimer and IPS is offered in arbejdsplads, then … comes into play, which leads to job."
    )


def test_configurations_are_read_with_moderators_and_evidence(tmp_path):
    file = tmp_path / "c.yaml"
    file.write_text(
        "configurations:\n"
        "  - title: Løntimer\n"
        "    mechanism: [mening]\n"
        "    moderator: [tid, {code: plads, on: mening, effect: weakens}]\n"
        "    evidence:\n"
        "      - {document: A, quote: ja, stance: contradicts}\n",
        encoding="utf-8",
    )

    (configuration,) = read_configurations(file)

    assert configuration.title == "Løntimer"
    assert configuration.slots == {
        "intervention": (),
        "context": (),
        "mechanism": ("mening",),
        "outcome": (),
    }
    assert configuration.moderators == (
        {"code": "tid"},
        {"code": "plads", "on": "mening", "effect": "weakens"},
    )
    assert configuration.evidence[0].stance == "contradicts"


def test_a_misspelt_key_is_named_with_its_line(tmp_path):
    file = tmp_path / "c.yaml"
    file.write_text("configurations:\n  - title: A\n    mecanism: [mening]\n", encoding="utf-8")

    with pytest.raises(ConfigurationError) as error:
        read_configurations(file)

    assert str(error.value) == (
        f'{file}, line 3: the key "mecanism" is not known here. Mend or delete it. Did you mean "mechanism"?'
    )
