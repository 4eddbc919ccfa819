"""What the documents say is true: their Python runs, their files and commands exist."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from icmo import Project
from icmo.maps import build_map

ROOT = Path(__file__).parent.parent
PAGES = [ROOT / "README.md", ROOT / "ARCHITECTURE.md", *sorted((ROOT / "docs").glob("*.md"))]


def names(path):
    return path.name


def test_the_python_of_the_readme_is_at_most_fourteen_lines_and_runs(tmp_path):
    (code,) = re.findall(
        r"```python\n(.*?)```", (ROOT / "README.md").read_text(encoding="utf-8"), re.DOTALL
    )
    (tmp_path / "interviews_sample").symlink_to(ROOT / "interviews_sample")

    done = subprocess.run(
        [sys.executable, "-c", code], cwd=tmp_path, capture_output=True, text=True, check=False
    )

    assert done.returncode == 0, done.stderr
    assert len([line for line in code.splitlines() if line]) <= 13
    assert (tmp_path / "map.svg").exists()
    assert "meningsfuldhed" in done.stdout


@pytest.mark.parametrize("page", ["agreement", "matrices", "explanation"])
def test_the_python_of_a_page_runs_on_the_demonstration(page, tmp_path, filled_project):
    text = (ROOT / "docs" / f"{page}.md").read_text(encoding="utf-8")
    blocks = re.findall(r"```python\n(.*?)```", text, re.DOTALL)
    (tmp_path / "interviews_sample").symlink_to(ROOT / "interviews_sample")
    shutil.copyfile(filled_project, tmp_path / "kib.icmo")

    done = subprocess.run(
        [sys.executable, "-c", "\n".join(blocks)],
        cwd=tmp_path,
        capture_output=True,
        text=True,
        check=False,
        env={**os.environ, "MPLBACKEND": "Agg"},
    )

    assert done.returncode == 0, done.stderr


@pytest.mark.parametrize("page", PAGES, ids=names)
def test_every_file_a_page_points_to_exists(page):
    targets = re.findall(r"\]\((?!https?:)([^)#]+)", page.read_text(encoding="utf-8"))

    assert [target for target in targets if not (page.parent / target).exists()] == []


@pytest.mark.parametrize("page", PAGES, ids=names)
def test_every_command_a_page_names_exists(page):
    from typer.main import get_command

    from icmo.cli import app

    known = get_command(app).commands
    for words in re.findall(r"`icmo ([a-z]+(?: [a-z]+)?)", page.read_text(encoding="utf-8")):
        noun, *verb = words.split()
        assert noun in known, words
        assert (
            not verb or not hasattr(known[noun], "commands") or verb[0] in known[noun].commands
        ), words


def test_every_room_stands_in_the_architecture():
    text = (ROOT / "ARCHITECTURE.md").read_text(encoding="utf-8")
    rooms = {
        path.stem
        for path in (ROOT / "icmo").iterdir()
        if path.suffix == ".py" or (path / "__init__.py").exists()
    }

    assert {room for room in rooms if f"`{room}" not in text} - {"__init__", "__main__"} == set()


def test_the_picture_in_the_readme_is_the_map_of_three_configurations_of_the_sample(
    filled_project,
):
    with Project.open(filled_project) as project:
        three = project.configurations().head(3)
        graph = build_map(three, labels=project.codebook.labels("da"))

    picture = (ROOT / "docs" / "map.svg").read_text(encoding="utf-8")
    words = {word for _, data in graph.nodes(data=True) for word in data["label"].split()}
    assert {word for word in words if word not in picture} == set()
