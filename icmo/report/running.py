"""Runs a chapter: its cells, and the expressions in its prose at the place where they stand."""

from __future__ import annotations

import ast
import asyncio
import os
from concurrent.futures import ThreadPoolExecutor
from typing import TYPE_CHECKING, Any

from jupyter_core.utils import run_sync
from nbclient import NotebookClient
from nbclient.exceptions import CellExecutionError
from nbconvert.preprocessors import ExecutePreprocessor
from traitlets.config import Config

from icmo._strings import language as spoken_language
from icmo._strings import say
from icmo.report.exhibits.formats import SPOKEN
from icmo.report.manuscript import ReportError
from icmo.report.prose import expressions
from icmo.report.reading import FailedCellError, settings_of

if TYPE_CHECKING:
    from pathlib import Path

    from nbformat import NotebookNode

#: One cell may take ten minutes.
_SECONDS = 600


def executed(path: Path, language: str = "") -> NotebookNode:
    """Return a notebook with its cells run; the file is not touched."""
    import nbformat

    notebook: NotebookNode = nbformat.read(path, as_version=4)
    client = _Client(
        notebook,
        timeout=_SECONDS,
        kernel_name="python3",
        resources={"metadata": {"path": str(path.parent), "name": path.name}},
        # Widgets would otherwise leave their state, and so what people said, in the notebook.
        store_widget_state=False,
        # What goes between the kernel and us is interviews: nobody else on the machine may listen.
        config=Config({"KernelManager": {"transport_encryption": "auto"}}),
    )
    spoken = language or settings_of(notebook).get("language") or spoken_language()
    client.spoken = spoken
    # In a thread of its own: whoever asks from a notebook has a loop running already.
    with ThreadPoolExecutor(1) as pool:
        running = client.async_execute(
            env=os.environ | dict.fromkeys((SPOKEN, "ICMO_LANGUAGE"), spoken)
        )
        done = pool.submit(asyncio.run, running)
    try:
        done.result()
    except CellExecutionError as error:
        raise _failed(error, notebook, path.name) from None
    return notebook


def _failed(error: CellExecutionError, notebook: NotebookNode, name: str) -> FailedCellError:
    number = next(
        place
        for place, cell in enumerate(notebook.cells, 1)
        if any(output.output_type == "error" for output in cell.get("outputs", []))
    )
    problem = f"{error.ename}: {error.evalue}"
    return FailedCellError(say("report.cell", notebook=name, cell=number, problem=problem))


class _Client(NotebookClient):
    """Runs the cells in turn; a cell of prose has its expressions worked out."""

    #: The language numbers are written in.
    spoken = ""

    async def async_execute_cell(
        self, cell: NotebookNode, cell_index: int, *args: Any, **settings: Any
    ) -> NotebookNode:
        if cell.cell_type == "markdown":
            await _work_out(self, cell, cell_index)
            return cell
        return await super().async_execute_cell(cell, cell_index, *args, **settings)


class Execution(ExecutePreprocessor):
    """What `jupyter nbconvert --execute` runs a notebook with, expressions in prose included."""

    def preprocess_cell(
        self, cell: NotebookNode, resources: Any, index: int
    ) -> tuple[NotebookNode, Any]:
        """Run one cell."""
        if cell.cell_type == "markdown":
            run_sync(_work_out)(self, cell, index)
            return cell, resources
        done: tuple[NotebookNode, Any] = super().preprocess_cell(cell, resources, index)
        return done


async def _work_out(client: NotebookClient, cell: NotebookNode, index: int) -> None:
    """Work the expressions of a Markdown cell out in the kernel, and keep what they gave."""
    asked = expressions(cell.source)
    known = {
        name: value for name, value in cell.metadata.get("icmo", {}).items() if name != "values"
    }
    if not asked:
        if "icmo" in cell.metadata:
            cell.metadata["icmo"] = known
        return
    language = getattr(client, "spoken", "") or settings_of(client.nb).get("language", "")
    wanted = {
        str(number): "__import__('icmo.report.numbers', fromlist=['in_prose'])"
        f".in_prose((\n{expression}\n), {language or spoken_language()!r})"
        for number, expression in enumerate(asked)
    }
    kernel: Any = client.kc
    message = kernel.execute("", silent=True, store_history=False, user_expressions=wanted)
    reply = await client.async_wait_for_reply(message)
    given = (reply or {}).get("content", {}).get("user_expressions", {})
    values = []
    for number, expression in enumerate(asked):
        answer = given.get(str(number), {})
        if answer.get("status") != "ok":
            name = client.resources.get("metadata", {}).get("name", "notebook")
            problem = f"{answer.get('ename', '?')}: {answer.get('evalue', '')}"
            raise ReportError(
                say(
                    "report.expression",
                    notebook=name,
                    cell=index + 1,
                    expression=expression,
                    problem=problem,
                )
            )
        value = ast.literal_eval(answer["data"]["text/plain"])
        values.append({"expression": expression, "value": value})
    cell.metadata["icmo"] = known | {"values": values}
