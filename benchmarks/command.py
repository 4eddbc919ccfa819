"""How long a person waits for the command and for `import icmo`, beside a Python that does nothing."""

from __future__ import annotations

import sys
from pathlib import Path

from measuring import Row, command, medians

ICMO = str(Path(sys.executable).parent / "icmo")
#: Beyond bare Python, an import should not be felt.
IMPORT_SECONDS = 0.15
#: What still feels instant.
INSTANT_SECONDS = 0.4


def measure() -> list[Row]:
    """Time the import, the help and the check of the largest codebook."""
    importing, helping, checking, bare = medians(
        command(sys.executable, "-c", "import icmo"),
        command(ICMO, "--help"),
        command(ICMO, "codebook", "check", "kib"),
        command(sys.executable, "-c", "pass"),
    )
    return [
        Row(
            "import icmo", importing, bare, "150 ms beyond bare", importing - bare < IMPORT_SECONDS
        ),
        Row("icmo --help", helping, bare, "400 ms", helping < INSTANT_SECONDS),
        Row("icmo codebook check kib", checking, bare, "400 ms", checking < INSTANT_SECONDS),
    ]
