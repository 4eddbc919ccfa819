"""Setting up: what is missing is said in one sentence, and the wheel works with no clone in sight."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
TOOLS = ("sh", "dirname", "cat", "cksum", "pwd", "rm", "git", "make", "env")


@pytest.fixture
def machine(tmp_path):
    """A copy of the checkout and a PATH with only the everyday tools; Pythons are put on it by the test."""
    checkout = tmp_path / "checkout"
    (checkout / ".ci").mkdir(parents=True)
    for name in (".ci/venv", "pyproject.toml", "constraints.txt", "Makefile"):
        shutil.copy(ROOT / name, checkout / name)
    tools = tmp_path / "bin"
    tools.mkdir()
    for name in TOOLS:
        (tools / name).symlink_to(shutil.which(name))
    return checkout, tools


def put_python(tools, name, version="3.12", venv=True):
    """A Python that answers what .ci/venv asks of it; making the environment is written down."""
    answers = f"""#!/bin/sh
case "$2" in
  *version_info*) [ {version} != 3.9 ] ;;
  *ensurepip*) {"true" if venv else "false"} ;;
  venv) echo "{name} made $3"; mkdir() {{ :; }}; exit 7 ;;
esac
"""
    (tools / name).write_text(answers)
    (tools / name).chmod(0o755)


def set_up(machine, language="en"):
    checkout, tools = machine
    return subprocess.run(
        [str(tools / "sh"), ".ci/venv", "demo"],
        cwd=checkout,
        env={"PATH": str(tools), "ICMO_LANGUAGE": language},
        capture_output=True,
        text=True,
        check=False,
    )


def test_with_no_python_one_sentence_says_what_to_install(machine):
    done = set_up(machine)

    assert done.returncode == 1
    assert done.stderr == (
        "There is no Python 3.11–3.14 here: install one first "
        "(on Debian and Ubuntu: apt install python3 python3-venv; otherwise python.org).\n"
    )


def test_a_python_that_is_too_old_does_not_count(machine):
    put_python(machine[1], "python3", version="3.9")

    assert set_up(machine, "da").stderr.startswith("Der er ingen Python 3.11–3.14 her")


def test_a_python_without_venv_is_told_to_get_it(machine):
    put_python(machine[1], "python3", venv=False)

    done = set_up(machine)

    assert (done.returncode, done.stderr) == (
        1,
        "python3 lacks venv: install it first (on Debian and Ubuntu: apt install python3-venv).\n",
    )


def test_where_several_pythons_are_there_a_fitting_one_is_chosen(machine):
    put_python(machine[1], "python3", version="3.9")
    put_python(machine[1], "python3.13", venv=False)
    put_python(machine[1], "python3.12")

    assert set_up(machine).stdout == "python3.12 made .venv\n"


@pytest.mark.parametrize("tool", ["git", "make"])
def test_a_missing_tool_is_named(machine, tool):
    (machine[1] / tool).unlink()

    done = set_up(machine)

    assert (done.returncode, done.stderr) == (
        1,
        f"{tool} is missing: install it first (on Debian and Ubuntu: apt install {tool}).\n",
    )


def test_the_makefile_has_at_most_eight_verbs_each_with_a_word_on_what_it_does():
    lines = [
        line
        for line in (ROOT / "Makefile").read_text().splitlines()
        if line[:1].isalpha() and ":" in line
    ]
    verbs = [line for line in lines if "=" not in line]

    assert 2 <= len(verbs) <= 8
    assert [line for line in verbs if "##" not in line] == []


def test_constraints_hold_names_and_versions_only():
    lines = (ROOT / "constraints.txt").read_text().splitlines()

    assert len(lines) > 50
    assert [line for line in lines if not line.startswith("#") and line.count("==") != 1] == []
    assert [line for line in lines if "/" in line or "@" in line] == []


@pytest.mark.install
def test_the_demonstration_runs_from_the_wheel_in_an_empty_folder(tmp_path):
    subprocess.run(
        [sys.executable, "-m", "build", "--wheel", "--outdir", tmp_path / "dist", ROOT],
        check=True,
        capture_output=True,
    )
    (wheel,) = (tmp_path / "dist").glob("icmo-*.whl")
    with zipfile.ZipFile(wheel) as archive:
        packed = set(archive.namelist())
    # The wheel alone is installed; what it needs is lent by the environment the tests run in.
    site = tmp_path / "site"
    subprocess.run(
        [sys.executable, "-m", "pip", "install", "--quiet", "--no-deps", "--target", site, wheel],
        check=True,
        capture_output=True,
    )
    empty = tmp_path / "empty"
    empty.mkdir()
    environment = {
        **os.environ,
        "PYTHONPATH": str(site),
        "ICMO_NO_BROWSER": "1",
        "ICMO_LANGUAGE": "en",
    }
    done = subprocess.run(
        [
            sys.executable,
            "-c",
            "import icmo, icmo.cli, sys; print(icmo.__file__); sys.argv = ['icmo', 'demo']; icmo.cli.main()",
        ],
        cwd=empty,
        env=environment,
        capture_output=True,
        text=True,
        check=False,
    )

    assert done.returncode == 0, done.stderr
    assert done.stdout.startswith(str(site))
    assert (empty / "icmo-demo" / "7_report" / "build" / "report.pdf").exists()
    assert {"icmo/data/codebooks/kib.yaml", "icmo/data/notebooks/1_codebook.ipynb"} <= packed
    assert {path for path in packed if "interviews_sample/" in path} == {
        f"icmo/data/{path.relative_to(ROOT)}"
        for path in (ROOT / "interviews_sample").rglob("*.*")
        if path.parent.name in ("interviews_sample", "tags", "transcripts")
        and path.suffix not in (".py", ".pyc")
    }


def test_what_travels_with_the_program_is_found_in_a_clone_too():
    from icmo._package_data import package_data

    assert (package_data("codebooks") / "kib.yaml").is_file()
    assert (package_data("interviews_sample") / "documents.csv").is_file()
    assert (package_data("notebooks") / "1_codebook.ipynb").is_file()
