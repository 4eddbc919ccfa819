"""A Dask cluster as an executor, for months that one machine cannot count."""

from __future__ import annotations

from contextlib import contextmanager
from typing import TYPE_CHECKING

from icmo._strings import say
from icmo.outcomes.errors import OutcomeError

if TYPE_CHECKING:
    from collections.abc import Iterator
    from concurrent.futures import Executor


@contextmanager
def cluster_at(address: str) -> Iterator[Executor]:
    """Lend the executor of the Dask cluster at an address such as tcp://10.0.0.5:8786.

    Raises:
        OutcomeError: Dask is not installed, or nobody answers there.
    """
    try:
        from distributed import Client
    except ImportError:
        raise OutcomeError(say("outcomes.no_dask")) from None
    try:
        client = Client(address, timeout="10s")
    except (OSError, ValueError, TimeoutError):
        raise OutcomeError(say("outcomes.no_cluster", address=address)) from None
    try:
        yield client.get_executor()
    finally:
        client.close()
