"""Samplers side by side, each with a core and a batch of its own.

One torch thread each: threads that wait for one another at every multiplication lose five- to tenfold when
anything else wants the same cores.
"""

import threading
from collections.abc import Sequence

from .requests import SampleRequest
from .sampler import Sampler

WORTH_A_LANE = 8  # samples: reading the weights costs so much that fewer are better decoded together


class Lanes:
    def __init__(self, samplers: Sequence[Sampler]):
        self._samplers = samplers

    def start(self) -> None:
        for number, sampler in enumerate(self._samplers):
            threading.Thread(target=sampler.run, name=f"sampling-{number}", daemon=True).start()

    def submit(self, request: SampleRequest) -> None:
        """To the first lane that has little to do, else to the one that has least."""
        idle = (sampler for sampler in self._samplers if sampler.load + request.samples <= WORTH_A_LANE)
        least = min(self._samplers, key=lambda sampler: sampler.load)
        next(idle, least).submit(request)

    def stop(self) -> None:
        for sampler in self._samplers:
            sampler.stop()

    @property
    def load(self) -> int:
        return sum(sampler.load for sampler in self._samplers)
