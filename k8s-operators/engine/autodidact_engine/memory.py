"""Give memory back that the allocator keeps but nobody uses.

glibc is told to keep what is freed (`paths` says why). Training and sampling allocate in turns and in ever other
sizes, so what is kept would grow to several times what is used.
"""

import ctypes
import ctypes.util

from .metrics import resident_bytes


def give_back(limit: int) -> bool:
    """Return free memory to the system if more than `limit` bytes are resident; True if it was done."""
    if resident_bytes() <= limit or _trim is None:
        return False
    _trim(0)
    return True


def _find_trim():
    """glibc's malloc_trim; other C libraries have none and keep less."""
    name = ctypes.util.find_library("c")
    return getattr(ctypes.CDLL(name), "malloc_trim", None) if name else None


_trim = _find_trim()
