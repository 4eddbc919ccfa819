"""The rules of the house: who may import whom, which library lives where, what loads lazily."""

from __future__ import annotations

import ast
import subprocess
import sys
from pathlib import Path

import pytest

pytestmark = pytest.mark.layout

PACKAGE = Path(__file__).parent.parent / "icmo"

#: A module may import only what stands above it; modules of one line never import each other,
#: but for the nouns, which stand in the order of the work.
ORDER = [
    {
        "errors",
        "_offsets",
        "_palette",
        "_strings",
        "_package_data",
        "_files",
        "_frames",
        "_progress",
        "_spans",
        "_words",
    },
    {"_yaml", "_typst", "_alphabet"},
    {"codebook"},
    {"documents"},
    {"cases", "questions"},
    {"tags"},
    {"agreement"},
    {"configurations"},
    {"guide"},
    {"claims"},
    {"queries"},
    {"matrices"},
    {"maps"},
    {"outcomes"},
    {"surveys"},
    {"_schema", "_heads"},
    {"_store", "_journal", "_migrations", "_backups", "_rescue", "_taguette"},
    {"project"},
    {"refi", "spreadsheets", "report"},
    {"interchange"},
    {"workbench"},
    {"demo"},
    {"cli"},
    {"__init__", "__main__"},
]
LEVEL = {room: level for level, rooms in enumerate(ORDER) for room in rooms}

#: One library, one home.
HOMES = {
    "networkx": {"maps"},
    "anywidget": {"workbench"},
    "lxml": {"refi", "documents"},
    "striprtf": {"documents"},
    "webvtt": {"documents"},
    "pypdf": {"documents"},
    "spacy": {"documents"},
    "typst": {"_typst"},
    "duckdb": {"outcomes"},
    "distributed": {"outcomes"},
    "sqlalchemy": {"_schema", "_store", "_migrations", "_backups", "_rescue"},
    # `_taguette` reads another program's file, which has tables of its own.
    "sqlite3": {"_heads", "_store", "_migrations", "_backups", "_rescue", "_taguette"},
    "yaml": {"_yaml", "codebook", "queries"},
    "wordfreq": {"documents"},
    "simplemma": {"documents"},
    "nbconvert": {"report"},
    "nbclient": {"report"},
    "cryptography": {"documents"},
}
#: What other programs touch and what people touch never import each other.
EDGES = {"workbench", "refi", "spreadsheets", "report"}
HEAVY = (
    "spacy",
    "matplotlib",
    "networkx",
    "anywidget",
    "nbconvert",
    "sklearn",
    "duckdb",
    "distributed",
    "pandas",
    "sqlalchemy",
    "wordfreq",
    "simplemma",
    "cryptography",
)


def rooms() -> list[tuple[str, Path]]:
    return [
        (path.relative_to(PACKAGE).parts[0].removesuffix(".py"), path)
        for path in sorted(PACKAGE.rglob("*.py"))
    ]


def imports_of(path: Path) -> list[tuple[int, str]]:
    """Every module a file imports, also inside functions and for the type checker."""
    found = []
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            found += [(node.lineno, alias.name) for alias in node.names]
        elif isinstance(node, ast.ImportFrom) and node.module:
            found.append((node.lineno, node.module))
            if node.module == "icmo":
                found += [(node.lineno, f"icmo.{alias.name}") for alias in node.names]
    return found


def wrong_imports(room: str, path: Path) -> list[str]:
    wrong = []
    for line, module in imports_of(path):
        parts = module.split(".")
        if parts[0] == "icmo" and len(parts) > 1 and parts[1] != room and room != "__init__":
            upward = LEVEL[parts[1]] > LEVEL[room]
            sideways = {room, parts[1]} <= EDGES
            if upward or sideways:
                wrong.append(f"{path.relative_to(PACKAGE)}:{line} {room} imports {module}")
        if parts[0] in HOMES and room not in HOMES[parts[0]]:
            wrong.append(
                f"{path.relative_to(PACKAGE)}:{line} {parts[0]} lives in {HOMES[parts[0]]}"
            )
    return wrong


def test_every_module_has_its_place_in_the_order_of_the_work():
    assert {room for room, _ in rooms()} - set(LEVEL) == set()


def test_a_module_imports_only_what_stands_before_it_and_a_library_only_in_its_home():
    assert [line for room, path in rooms() for line in wrong_imports(room, path)] == []


def test_the_rule_sees_an_import_that_breaks_it(tmp_path, monkeypatch):
    monkeypatch.setattr(sys.modules[__name__], "PACKAGE", tmp_path)
    wrong = tmp_path / "matrices.py"
    wrong.write_text("import typst\ndef f():\n    from icmo.project import Project\n")

    assert len(wrong_imports("matrices", wrong)) == 2


def test_matplotlib_is_imported_only_where_something_is_drawn():
    drawing = {"draw", "figure", "save", "_draw", "_map", "_sans"}
    elsewhere = []
    for _, path in rooms():
        tree = ast.parse(path.read_text(encoding="utf-8"))
        functions = [node for node in ast.walk(tree) if isinstance(node, ast.FunctionDef)]
        for node in ast.walk(tree):
            if not isinstance(node, ast.Import | ast.ImportFrom):
                continue
            module = node.module if isinstance(node, ast.ImportFrom) else node.names[0].name
            if not (module or "").startswith("matplotlib"):
                continue
            holders = [f.name for f in functions if f.lineno <= node.lineno <= (f.end_lineno or 0)]
            typing_only = node.col_offset > 0 and not holders
            if not typing_only and not any(name.startswith(tuple(drawing)) for name in holders):
                elsewhere.append(f"{path.name}:{node.lineno}")

    assert elsewhere == []


def test_importing_icmo_loads_none_of_the_heavy_libraries():
    code = f"import icmo, sys; print([name for name in {HEAVY!r} if name in sys.modules])"

    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)

    assert done.stdout.strip() == "[]"


def test_checking_a_codebook_loads_none_of_the_heavy_libraries():
    code = (
        "import sys; sys.argv = ['icmo', 'codebook', 'check', 'kib']\n"
        "import icmo.cli\n"
        "try: icmo.cli.main()\n"
        "except SystemExit as end: assert not end.code\n"
        f"print([name for name in {HEAVY!r} if name in sys.modules], file=sys.stderr)"
    )

    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)

    assert done.stderr.strip() == "[]"


def test_every_public_name_can_be_imported():
    import icmo

    assert [name for name in icmo.__all__ if getattr(icmo, name, None) is None] == []
