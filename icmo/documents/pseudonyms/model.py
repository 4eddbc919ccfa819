"""A Danish spaCy model, where the user has installed one; icmo brings none and fetches none."""

from __future__ import annotations

from importlib import import_module
from importlib.util import find_spec
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Callable

#: The models that find names, the best first.
MODELS = (
    "da_dacy_large_trf",
    "da_dacy_medium_trf",
    "da_dacy_small_trf",
    "da_core_news_lg",
    "da_core_news_md",
    "da_core_news_sm",
)


def danish_model() -> Callable[[str], list[tuple[int, int, str]]] | None:
    """Return a reader of names made of the user's own spaCy model, or nothing."""
    if find_spec("spacy") is None:
        return None
    installed = next((name for name in MODELS if find_spec(name) is not None), None)
    if installed is None:
        return None
    pipeline: Any = import_module(installed).load()

    def read(text: str) -> list[tuple[int, int, str]]:
        return [
            (entity.start_char, entity.end_char, entity.label_) for entity in pipeline(text).ents
        ]

    return read
