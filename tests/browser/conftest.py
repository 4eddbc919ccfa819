"""One real JupyterLab and one real Chromium for all browser tests."""

from __future__ import annotations

import json
import os
import secrets
import signal
import socket
import subprocess
import sys
import time
import urllib.error
import urllib.request
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING
from urllib.parse import quote

import nbformat
import pytest
from chromium import open_browser

from icmo.demo import fill_project
from icmo.workbench.full_page import server_options

if TYPE_CHECKING:
    from collections.abc import Callable

_PATIENCE_SECONDS = int(os.environ.get("ICMO_PATIENCE", "60"))


@dataclass(frozen=True)
class Lab:
    """A running JupyterLab and the folder it shows."""

    address: str
    token: str
    folder: Path
    server: int

    def url(self, notebook: str, place: str = "doc/tree") -> str:
        return f"{self.address}/{place}/{quote(notebook)}?token={self.token}"

    def wait_until(self, true: Callable[[], bool]) -> None:
        """Wait until something is so in a project file."""
        deadline = time.monotonic() + _PATIENCE_SECONDS
        while not true():
            assert time.monotonic() < deadline
            time.sleep(0.05)

    def _signal_kernels(self, number: int) -> None:
        """Send a signal to the kernels of this server: the processes it started."""
        children = Path(f"/proc/{self.server}/task/{self.server}/children").read_text().split()
        for child in children:
            os.kill(int(child), number)

    def stop_kernels(self) -> None:
        """Let the kernels answer nothing any more."""
        self._signal_kernels(signal.SIGSTOP)

    def resume_kernels(self) -> None:
        """Let them go on."""
        self._signal_kernels(signal.SIGCONT)

    def kill_kernels(self) -> None:
        """Kill the kernels; the server starts new ones, which know nothing."""
        self._signal_kernels(signal.SIGKILL)


@pytest.fixture(scope="session")
def lab(tmp_path_factory):
    home = tmp_path_factory.mktemp("jupyter")
    folder = home / "work"
    folder.mkdir()
    fill_project(folder / "kib.icmo")
    # No question about news, which would lie over the page.
    settings = home / "settings" / "@jupyterlab" / "apputils-extension"
    settings.mkdir(parents=True)
    quiet = {"fetchNews": "false", "checkForUpdates": False, "doNotDisturbMode": True}
    (settings / "notification.jupyterlab-settings").write_text(json.dumps(quiet))
    port = _free_port()
    token = secrets.token_hex(16)
    places = {
        name: str(home / name.lower())
        for name in ("JUPYTER_CONFIG_DIR", "JUPYTER_DATA_DIR", "JUPYTER_RUNTIME_DIR")
    }
    log = (home / "log").open("w")
    command = [
        *(sys.executable, "-m", "jupyterlab", "--no-browser", "--ip=127.0.0.1", f"--port={port}"),
        *(
            f"--IdentityProvider.token={token}",
            f"--ServerApp.root_dir={folder}",
            "--LabApp.expose_app_in_browser=True",
            "--JupyterNotebookApp.expose_app_in_browser=True",
            *server_options(),
        ),
        *(["--allow-root"] if hasattr(os, "geteuid") and os.geteuid() == 0 else []),
    ]
    environment = {**os.environ, **places, "JUPYTERLAB_SETTINGS_DIR": str(home / "settings")}
    server = subprocess.Popen(command, cwd=folder, env=environment, stdout=log, stderr=log)
    lab = Lab(f"http://127.0.0.1:{port}", token, folder, server.pid)
    try:
        _wait_for(lab, server, home / "log")
        yield lab
    finally:
        server.terminate()
        server.wait(timeout=20)
        log.close()


@pytest.fixture(scope="session")
def browser():
    with open_browser() as browser:
        yield browser


@pytest.fixture
def open_notebook(lab, browser) -> Callable:
    """Opens a notebook with these cells in JupyterLab, runs them and gives the page."""
    contexts = []

    def open_(
        name: str,
        cells: list[str],
        scheme: str = "light",
        script: str = "",
        size: tuple[int, int] = (1500, 950),
        place: str = "doc/tree",
    ):
        notebook = nbformat.v4.new_notebook(
            cells=[nbformat.v4.new_code_cell(cell) for cell in cells]
        )
        notebook.metadata["kernelspec"] = {
            "name": "python3",
            "display_name": "Python 3",
            "language": "python",
        }
        nbformat.write(notebook, lab.folder / name)
        context = browser.new_context(
            viewport={"width": size[0], "height": size[1]}, color_scheme=scheme
        )
        contexts.append(context)
        if script:
            context.add_init_script(script)
        page = context.new_page()
        page.set_default_timeout(_PATIENCE_SECONDS * 1000)
        page.goto(lab.url(name, place))
        page.wait_for_function(
            "() => window.jupyterapp?.shell?.currentWidget?.sessionContext?.isReady"
        )
        page.evaluate("jupyterapp.commands.execute('notebook:run-all-cells')")
        return page

    yield open_
    lab.resume_kernels()
    for context in contexts:
        context.close()


def _free_port() -> int:
    with socket.socket() as listener:
        listener.bind(("127.0.0.1", 0))
        return listener.getsockname()[1]


def _wait_for(lab: Lab, server: subprocess.Popen, log: Path) -> None:
    deadline = time.monotonic() + _PATIENCE_SECONDS
    while time.monotonic() < deadline:
        if server.poll() is not None:
            break
        try:
            with urllib.request.urlopen(f"{lab.address}/api?token={lab.token}", timeout=5):
                return
        except (urllib.error.URLError, ConnectionError):
            time.sleep(0.1)
    raise RuntimeError(f"JupyterLab did not start:\n{log.read_text()[-3000:]}")
