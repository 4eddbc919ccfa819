"""The benchmarks fail on a missed goal, and only then."""

from __future__ import annotations

import sys
from pathlib import Path
from types import ModuleType

import pytest

sys.path.insert(0, str(Path(__file__).parent.parent / "benchmarks"))

import run as benchmarks
from measuring import Row


@pytest.mark.parametrize(("met", "code"), [(True, 0), (False, 1)])
def test_a_missed_goal_fails_the_run_and_is_named(monkeypatch, capsys, met, code):
    made_up = ModuleType("made_up")
    made_up.measure = lambda: [Row("reading", 0.2, 0.1, "2×", met, peer=1.5)]
    monkeypatch.setitem(sys.modules, "made_up", made_up)

    assert benchmarks.main(["made_up"]) == code
    printed = capsys.readouterr().out
    assert "reading  200.0 ms  100.0 ms  1.50 s  2.0" in printed
    assert ("missed: reading" in printed) is not met
