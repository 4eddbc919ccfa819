"""The JSON Schema of a codebook file, by which editors complete and check while one types."""

from __future__ import annotations

import json

from icmo.codebook.records import CodebookFile


def codebook_schema() -> str:
    """Return the schema as the text of `codebook.schema.json`."""
    schema = CodebookFile.model_json_schema()
    schema = {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        **schema,
        "title": "icmo codebook",
    }
    return json.dumps(schema, ensure_ascii=False, indent=2) + "\n"
