"""Commands to begin with: the demonstration, and JupyterLab."""

from __future__ import annotations

import os
import shlex
import subprocess
import sys
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Annotated

import typer

from icmo._strings import say
from icmo.cli.options import CoderName, ProjectPath, app


@app.command(help=say("help.demo"), epilog="icmo demo")
def demo(
    folder: Annotated[Path, typer.Option(help=say("help.demo_folder"))] = Path("icmo-demo"),
    no_browser: Annotated[
        bool, typer.Option("--no-browser", envvar="ICMO_NO_BROWSER", help=say("help.no_browser"))
    ] = False,
) -> None:
    """Build the demonstration and open JupyterLab on it."""
    from icmo.demo import build_demo

    print(say("demo.made", folder=folder))
    for made in build_demo(folder):
        place = made.path.relative_to(folder)
        print(f"  {str(place) if str(place) != '.' else '*.ipynb':<32} {made.words}", flush=True)
    lab(folder, no_browser=no_browser)


@app.command(help=say("help.lab"), epilog="icmo lab icmo-demo")
def lab(
    folder: Annotated[Path, typer.Argument(help=say("help.lab_folder"))] = Path(),
    no_browser: Annotated[
        bool, typer.Option("--no-browser", envvar="ICMO_NO_BROWSER", help=say("help.no_browser"))
    ] = False,
) -> None:
    """Open JupyterLab on a folder."""
    command = [
        sys.executable,
        "-m",
        "jupyterlab",
        *(["--allow-root"] if _is_root() else []),
        str(folder),
    ]
    if no_browser or not _has_screen():
        print(say("lab.command", command=shlex.join(command)))
        return
    print(say("lab.opens", folder=folder))
    raise typer.Exit(subprocess.run(command, check=False).returncode)


@app.command(help=say("help.tag"), epilog="icmo tag kib.icmo --coder anna")
def tag(
    project: ProjectPath,
    coder: CoderName = "",
    document: Annotated[str | None, typer.Option(help=say("help.tag_document"))] = None,
    no_browser: Annotated[
        bool,
        typer.Option("--no-browser", envvar="ICMO_NO_BROWSER", help=say("help.tag_no_browser")),
    ] = False,
) -> None:
    """Open the tagger as a page of its own."""
    from icmo.project import Project, ProjectError
    from icmo.workbench import full_page

    with Project.open(project, coder=coder or None) as opened:
        if not opened.coder:
            raise ProjectError(say("project.coder"))
        coder = opened.coder
        if document:
            opened.text(document)
    with TemporaryDirectory(prefix="icmo-") as folder:
        notebook = full_page.write_notebook(Path(folder), project, coder, document)
        quiet = ["--no-browser"] if no_browser or not _has_screen() else []
        command = full_page.command(notebook, *quiet, *(["--allow-root"] if _is_root() else []))
        print(say("tag.opens", project=project.name, coder=coder), flush=True)
        raise typer.Exit(subprocess.run(command, check=False).returncode)


def _has_screen() -> bool:
    return sys.platform in ("win32", "darwin") or bool(
        os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY")
    )


def _is_root() -> bool:
    return hasattr(os, "geteuid") and os.geteuid() == 0
