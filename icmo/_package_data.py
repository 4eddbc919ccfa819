"""Finds what travels with the program: codebooks, the sample evaluation, the notebooks."""

from __future__ import annotations

from pathlib import Path


def package_data(name: str) -> Path:
    """Return the shipped folder `codebooks`, `interviews_sample` or `notebooks`.

    In a wheel they lie inside the package; in a clone beside it.
    """
    package = Path(__file__).parent
    inside = package / "data" / name
    return inside if inside.is_dir() else package.parent / name
