"""Plain counters, served at /metrics in Prometheus' text form."""

import resource
import sys
import threading
import time
from collections.abc import Mapping
from pathlib import Path

PAGE = resource.getpagesize()


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


def resident_bytes() -> int:
    """Memory now; where /proc is missing, the peak."""
    statm = Path("/proc/self/statm")
    if statm.exists():
        return int(statm.read_text(encoding="ascii").split()[1]) * PAGE
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    return peak if sys.platform == "darwin" else peak * 1024
