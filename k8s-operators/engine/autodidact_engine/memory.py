"""How much memory the engine takes, and giving back what the allocator keeps but nobody uses.

glibc is told to keep what is freed (`paths` says why). Training and sampling allocate in turns and in ever other
sizes, so what is kept would grow to several times what is used.
"""

import ctypes
import ctypes.util
import resource
import sys
from pathlib import Path

PAGE = resource.getpagesize()


def give_back(limit: int) -> bool:
    """Return free memory to the system if more than `limit` bytes are resident; True if it was done."""
    if resident_bytes() <= limit or _trim is None:
        return False
    _trim(0)
    return True


def resident_bytes() -> int:
    """Memory now; where /proc is missing, the peak."""
    statm = Path("/proc/self/statm")
    if statm.exists():
        return int(statm.read_text(encoding="ascii").split()[1]) * PAGE
    return peak_resident_bytes()


def peak_resident_bytes() -> int:
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    return peak if sys.platform == "darwin" else peak * 1024


def _find_trim():
    """glibc's malloc_trim; other C libraries have none and keep less."""
    name = ctypes.util.find_library("c")
    return getattr(ctypes.CDLL(name), "malloc_trim", None) if name else None


_trim = _find_trim()
