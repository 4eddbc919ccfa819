"""How long a codebook takes to read, beside the bare YAML parser and beside the usual way to read YAML."""

from __future__ import annotations

import yaml
from measuring import Row, medians

from icmo._package_data import package_data
from icmo.codebook import Codebook
from icmo.codebook.display import codebook_html

#: Reading with lines, checks and records, beside a parser that only walks the file's events.
READING_TIMES = 5.0
#: One code changed in its own lines: what a person does on screen and must not wait for.
CHANGING_SECONDS = 0.4


def measure() -> list[Row]:
    """Time reading, changing and showing the largest codebook."""
    text = (package_data("codebooks") / "kib.yaml").read_text(encoding="utf-8")
    book = Codebook.parse(text)
    reading, walking, safe_load = medians(
        lambda: Codebook.parse(text),
        lambda: sum(1 for _ in yaml.parse(text, Loader=yaml.CSafeLoader)),
        lambda: yaml.safe_load(text),
    )
    changing, showing = medians(
        lambda: book.change_code("meningsfuldhed", label={"da": "Mening"}),
        lambda: codebook_html(book, "da"),
    )
    return [
        Row(
            "read kib.yaml (peer: yaml.safe_load)",
            reading,
            walking,
            "5 × bare, ahead of peer",
            reading < min(READING_TIMES * walking, safe_load),
            safe_load,
        ),
        Row(
            "change one code of kib.yaml", changing, walking, "400 ms", changing < CHANGING_SECONDS
        ),
        Row("show kib in a notebook", showing, walking, "the bare parser", showing < walking),
    ]
