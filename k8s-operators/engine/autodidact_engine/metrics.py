"""Plain counters, served at /metrics in Prometheus' text form."""

import threading
import time
from collections.abc import Mapping

from .memory import resident_bytes


class Metrics:
    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._totals: dict[str, float] = {}
        self._started = time.monotonic()

    def add(self, name: str, amount: float) -> None:
        with self._lock:
            self._totals[name] = self._totals.get(name, 0.0) + amount

    def total(self, name: str) -> float:
        with self._lock:
            return self._totals.get(name, 0.0)

    def text(self, gauges: Mapping[str, float]) -> str:
        with self._lock:
            totals = dict(self._totals)
        gauges = {**gauges, "resident_bytes": resident_bytes(), "uptime_seconds": time.monotonic() - self._started}
        lines = []
        for name, value in sorted(totals.items()):
            lines += [f"# TYPE autodidact_engine_{name}_total counter", f"autodidact_engine_{name}_total {value:.6g}"]
        for name, value in sorted(gauges.items()):
            lines += [f"# TYPE autodidact_engine_{name} gauge", f"autodidact_engine_{name} {value:.10g}"]
        return "\n".join(lines) + "\n"
