"""The schema lets an editor complete and check a codebook while one types."""

from __future__ import annotations

import json
from pathlib import Path

import jsonschema
import pytest
import yaml

from icmo.codebook.schema import codebook_schema

CODEBOOKS = Path(__file__).parent.parent / "codebooks"


@pytest.fixture
def validator():
    return jsonschema.Draft202012Validator(json.loads(codebook_schema()))


@pytest.mark.parametrize("name", ["kib", "recruitment", "relation", "outreach"])
def test_every_shipped_codebook_fits_the_schema_and_points_to_it(validator, name):
    text = (CODEBOOKS / f"{name}.yaml").read_text(encoding="utf-8")

    # An editor's YAML: `false` is a truth value, everything else here is text.
    data = yaml.safe_load(text)
    assert [error.message for error in validator.iter_errors(data)] == []
    assert text.startswith("# yaml-language-server: $schema=codebook.schema.json\n")


def test_the_schema_beside_the_codebooks_is_the_one_the_program_writes():
    assert (CODEBOOKS / "codebook.schema.json").read_text(encoding="utf-8") == codebook_schema()


@pytest.mark.parametrize(
    "wrong",
    [
        {"families": [{"id": "m", "role": "mecanism", "codes": []}]},
        {"families": [{"id": "m", "role": "mechanism", "code": []}]},
        {"families": [{"id": "M m", "role": "mechanism"}]},
        {"title": {"sv": "x"}, "families": []},
        {},
    ],
)
def test_an_editor_marks_what_the_reader_would_refuse(validator, wrong):
    assert list(validator.iter_errors(wrong))


def test_an_editor_shows_what_each_key_is_for():
    code = json.loads(codebook_schema())["$defs"]["Code"]["properties"]

    assert [key for key, value in code.items() if not value.get("description")] == []
