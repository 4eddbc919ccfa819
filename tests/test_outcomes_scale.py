"""The same numbers to the last digit, counted in parts: by processes, and by a cluster that loses a worker."""

from __future__ import annotations

import os
import signal
import threading
import time
from concurrent.futures import Executor, Future, ThreadPoolExecutor
from pathlib import Path

import pandas as pd
import pytest
from twelve import months_of

from icmo.outcomes import (
    OutcomeError,
    attainment_table,
    cluster_at,
    counting,
    figure_table,
    flow_table,
    read_months,
    status_table,
    sustained_table,
    transition_table,
)

TABLES = [
    lambda months, **how: attainment_table(months, ("case", "category"), **how),
    lambda months, **how: attainment_table(months, ("case", "month"), **how),
    lambda months, **how: attainment_table(months, "month", measure="current", **how),
    lambda months, **how: sustained_table(months, "case", **how),
    lambda months, **how: status_table(months, "category", **how),
    lambda months, **how: transition_table(months, "entry", **how),
    flow_table,
    lambda months, **how: figure_table(5, months, **how),
]


def many(times=20):
    """The twelve women over and over, each time as other persons."""
    return pd.concat(
        [
            months_of().assign(person=lambda one, at=at: one["person"] + f"-{at}")
            for at in range(times)
        ],
        ignore_index=True,
    )


@pytest.fixture(params=["frame", "parquet"])
def months(request, tmp_path):
    if request.param == "frame":
        return read_months(many())
    many().iloc[::2].to_parquet(tmp_path / "a.parquet")
    many().iloc[1::2].to_parquet(tmp_path / "b.parquet")
    return read_months(tmp_path)


def test_counted_in_parts_every_table_is_the_same(months):
    with ThreadPoolExecutor(2) as executor:
        for table in TABLES:
            here, apart = table(months, smallest=1), table(months, smallest=1, executor=executor)
            pd.testing.assert_frame_equal(here, apart, check_exact=True)


def test_no_person_is_named_in_what_travels_to_a_worker():
    parts = counting.parts_of(read_months(many(1)))

    assert sum(bool(part.content) for part in parts) == counting.PARTS
    assert not any(b"P0" in part.content or b"P1" in part.content for part in parts)


class _Forgetful(Executor):
    """Counts each part but the last, for which it gives the first again."""

    def submit(self, function, /, *arguments, **named):
        part, sql = arguments
        future = Future()
        wrong = counting.Part(part.select, part.content, 0, part.of)
        future.set_result(function(wrong if part.number == part.of - 1 else part, sql, **named))
        return future


def test_parts_that_are_not_the_whole_are_refused(tmp_path):
    many().to_parquet(tmp_path / "m.parquet")

    with pytest.raises(OutcomeError, match="the same persons as the whole"):
        attainment_table(tmp_path / "m.parquet", executor=_Forgetful())


@pytest.fixture(scope="module")
def cluster():
    import distributed

    with distributed.LocalCluster(
        n_workers=2,
        threads_per_worker=1,
        processes=True,
        host="127.0.0.1",
        dashboard_address=None,
        silence_logs=50,
    ) as running:
        yield running


@pytest.mark.filterwarnings(
    "ignore::ResourceWarning", "ignore::pytest.PytestUnraisableExceptionWarning"
)
def test_a_cluster_of_two_workers_gives_the_same_numbers_also_when_one_is_stopped(
    cluster, tmp_path, monkeypatch
):
    monkeypatch.setattr(counting, "PARTS", 6)
    many(60).to_parquet(tmp_path / "m.parquet")
    months = read_months(tmp_path)
    here = [table(months) for table in (TABLES[0], TABLES[3])]

    with cluster_at(cluster.scheduler_address) as executor:
        apart = [table(months, executor=executor) for table in (TABLES[0], TABLES[3])]

        victim = next(iter(cluster.workers.values())).pid
        monkeypatch.setattr(counting, "count_part", _slowly)
        stopped = threading.Timer(1.0, os.kill, (victim, signal.SIGKILL))
        stopped.start()
        after = TABLES[0](months, executor=executor)
        assert not stopped.is_alive()

    for one, other in zip([*here, here[0]], [*apart, after], strict=True):
        pd.testing.assert_frame_equal(one, other, check_exact=True)
    assert not Path(f"/proc/{victim}").exists() or not Path("/proc").exists()


def _slowly(part, sql):
    """Count a part, so slowly that a worker can be stopped meanwhile."""
    time.sleep(1)
    from icmo.outcomes import counting as anew

    return anew.count_part(part, sql)


def test_nobody_at_the_address_is_said():
    with pytest.raises(OutcomeError, match="no Dask scheduler answers"), cluster_at("nowhere"):
        pass
