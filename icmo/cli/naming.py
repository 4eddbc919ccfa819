"""What tables that are printed call codes, roles, families and documents."""

from __future__ import annotations

from typing import TYPE_CHECKING

from icmo._palette import LOOKS
from icmo._strings import say

if TYPE_CHECKING:
    from icmo.project import Project


def names_by(project: Project, side: str) -> dict[str, str]:
    """Return the names of what stands on a side of a table: roles and families, documents, else codes."""
    tongue = project.language
    if side == "document":
        documents = project.documents()
        return dict(zip(documents["document"], documents["name"], strict=True))
    if side in ("role", "family"):
        names = {role: say(f"role.{role}", tongue).capitalize() for role in LOOKS}
        return names if side == "role" else names | _families(project, tongue)
    return project.codebook.labels(tongue)


def _families(project: Project, tongue: str) -> dict[str, str]:
    return {
        family.id: family.label[tongue]
        for book in project.codebooks.values()
        for family in book.family_records
        if family.label and tongue in family.label
    }
