"""What every test may ask for."""

from __future__ import annotations

import os
import textwrap
from typing import TYPE_CHECKING

import pytest
from hypothesis import HealthCheck, settings

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

# How long an example takes depends on the machine and on what else it does: no test is about that.
# Everybody runs the same examples; the long proofs look for new ones.
settings.register_profile(
    "icmo",
    deadline=None,
    derandomize="LONG" not in os.environ,
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large],
)
settings.load_profile("icmo")


@pytest.fixture(autouse=True, scope="session")
def _english() -> Iterator[None]:
    """Speak English, whatever the machine speaks; a test of Danish says so itself."""
    with pytest.MonkeyPatch.context() as environment:
        environment.setenv("ICMO_LANGUAGE", "en")
        yield


@pytest.fixture(scope="session")
def filled_project(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The demonstration's project, made once; a test works on a copy of it."""
    from icmo.demo import fill_project

    path = tmp_path_factory.mktemp("filled") / "kib.icmo"
    fill_project(path)
    return path


@pytest.fixture(scope="session")
def built_demo(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The demonstration with its whole report, made once; nobody writes in it."""
    from icmo.demo import build_demo

    folder = tmp_path_factory.mktemp("built") / "icmo-demo"
    list(build_demo(folder))
    return folder


@pytest.fixture
def codebook_in_docstring(
    request: pytest.FixtureRequest, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> str:
    """The name of a real codebook file, here in the folder, that holds the test's docstring."""
    monkeypatch.chdir(tmp_path)
    text = textwrap.dedent(request.function.__doc__).lstrip("\n")
    (tmp_path / "book.yaml").write_text(text, encoding="utf-8")
    return "book.yaml"
