"""Who may see whose tags: two who code the same text do so blind until both have finished."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import pandas as pd

    from icmo.project import Project


def is_blind(project: Project, document: str) -> bool:
    """Say whether the coder must not yet see what others tagged in a document.

    So it is for those who were assigned it with others, until all of them have finished.
    """
    names = project.documents().set_index("name")["document"]
    return bool({document, *names[names.index == document]} & blind_documents(project))


def blind_documents(project: Project) -> set[str]:
    """Return the documents in which the coder sees her or his own tags only."""
    return {
        document
        for document, coders, done in _assigned(project.documents())
        if project.coder in coders and len(coders) > 1 and set(coders) - set(done)
    }


def _assigned(
    documents: pd.DataFrame,
) -> list[tuple[str, tuple[str, ...], tuple[str, ...]]]:
    columns = (documents[name] for name in ("document", "coders", "done"))
    return list(zip(*columns, strict=True))


def visible_tags(project: Project) -> pd.DataFrame:
    """Return the tags that the coder may see."""
    tags = project.tags()
    blind = blind_documents(project)
    return tags[~tags["document"].isin(blind) | (tags["coder"] == project.coder)]
