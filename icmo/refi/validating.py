"""Whether XML is what the standard's schema says: looked at as it streams by, no tree is kept."""

from __future__ import annotations

from functools import cache
from pathlib import Path
from typing import IO, Any

from lxml import etree

_SCHEMAS = Path(__file__).parent / "schemas"


@cache
def _schema(name: str) -> Any:
    return etree.XMLSchema(etree.parse(str(_SCHEMAS / f"{name}.xsd")))


def problem_of(stream: IO[bytes], schema: str = "Project") -> str:
    """Return the first thing that is against the schema; an empty string where nothing is."""
    try:
        found = etree.iterparse(
            stream,
            events=("end",),
            schema=_schema(schema),
            resolve_entities=False,
            no_network=True,
            load_dtd=False,
            huge_tree=False,
        )
        for _, element in found:
            element.clear()
            while element.getprevious() is not None:
                del element.getparent()[0]
    except etree.XMLSyntaxError as error:
        return str(error).split("\n", maxsplit=1)[0]
    return ""
