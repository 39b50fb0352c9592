"""The one line in which everything that changes a model waits its turn."""

import logging
import queue
import threading
import time
from collections.abc import Callable
from typing import Any

import torch

from .errors import EngineError
from .futures import Future, Futures
from .metrics import Metrics

log = logging.getLogger(__name__)


class WorkQueue:
    """Runs jobs in order of arrival on a thread of its own; cancelled jobs that have not begun are skipped."""

    def __init__(self, futures: Futures, metrics: Metrics):
        self._futures, self._metrics = futures, metrics
        self._jobs: queue.SimpleQueue[tuple[Future, Callable[[], Any]]] = queue.SimpleQueue()
        threading.Thread(target=self._run, name="training", daemon=True).start()

    def submit(self, future: Future, job: Callable[[], Any]) -> None:
        self._jobs.put((future, job))

    def _run(self) -> None:
        torch.set_num_threads(1)
        while True:
            future, job = self._jobs.get()
            if future.cancelled:
                continue
            started = time.monotonic()
            try:
                outcome = job()
            except EngineError as error:
                outcome = error
            except Exception as error:
                log.exception("A %s failed", future.kind)
                outcome = error
            self._metrics.add("training_busy_seconds", time.monotonic() - started)
            self._futures.resolve(future, outcome)
