"""Runs every part of the tests and says what ran, how long it took and what failed.

python tests/run.py               all parts
python tests/run.py unit browser  only these
"""

from __future__ import annotations

import subprocess
import sys
import time
import xml.etree.ElementTree as ET
from pathlib import Path

ROOT = Path(__file__).parent.parent
RESULTS = ROOT / ".test-results"
MARKED = ("notebooks", "javascript", "install", "browser")

PYTHON = [sys.executable, "-m"]
PARTS: dict[str, list[list[str]]] = {
    "lint": [
        [*PYTHON, "ruff", "check", "."],
        [*PYTHON, "ruff", "format", "--check", "--quiet", "."],
    ],
    "types": [[*PYTHON, "mypy"]],
    # A file's tests stay together, so that what they share is made once.
    "unit": [
        [
            *(*PYTHON, "pytest", "-q", "-n", "auto", "--dist", "loadfile"),
            *("-m", " and ".join(f"not {mark}" for mark in MARKED)),
        ]
    ],
    **{mark: [[*PYTHON, "pytest", "-q", "-m", mark]] for mark in MARKED},
}


def run_part(name: str) -> tuple[bool, float, dict[str, int]]:
    """Run one part. Returns whether it went well, the seconds it took, and pytest's counts."""
    report = RESULTS / f"{name}.xml"
    report.unlink(missing_ok=True)
    began = time.monotonic()
    well = True
    for command in PARTS[name]:
        tested = "pytest" in command
        extra = [f"--junitxml={report}"] if tested else []
        well &= subprocess.run([*command, *extra], cwd=ROOT, check=False).returncode == 0
    return well, time.monotonic() - began, counts(report)


def counts(report: Path) -> dict[str, int]:
    """Return how many tests ran, failed and were skipped, as pytest wrote it down."""
    if not report.exists():
        return {}
    suite = next(ET.parse(report).getroot().iter("testsuite"))
    failed = int(suite.get("failures", 0)) + int(suite.get("errors", 0))
    skipped = int(suite.get("skipped", 0))
    return {
        "passed": int(suite.get("tests", 0)) - failed - skipped,
        "failed": failed,
        "skipped": skipped,
    }


def main(wanted: list[str]) -> int:
    """Run the parts wanted and print the summary last."""
    unknown = [name for name in wanted if name not in PARTS]
    if unknown:
        print(f"There is no part called {', '.join(unknown)}. The parts are: {', '.join(PARTS)}.")
        return 2
    RESULTS.mkdir(exist_ok=True)
    outcomes = {}
    for name in wanted or PARTS:
        print(f"── {name} ──", flush=True)
        outcomes[name] = run_part(name)
    print()
    total = {"passed": 0, "failed": 0, "skipped": 0}
    for name, (well, seconds, tests) in outcomes.items():
        told = ", ".join(f"{count} {word}" for word, count in tests.items() if count)
        print(f"{name:<12}{'ok' if well else 'FAILED':<8}{seconds:7.1f} s   {told}")
        # Lint and types count as one check each.
        for word, count in (tests or {"passed" if well else "failed": 1}).items():
            total[word] += count
    print(f"{sum(seconds for _, seconds, _ in outcomes.values()):>27.1f} s")
    print(f"{total['passed']} passed, {total['failed']} failed, {total['skipped']} skipped")
    return 0 if all(well for well, _, _ in outcomes.values()) else 1


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
