"""Results that are not there yet, and who waits for them."""

import asyncio
import time
import uuid
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any

from .errors import Cancelled, EngineError, EngineFailure, Gone

KEEP_SECONDS = 900.0


@dataclass
class Future:
    """`cancel` is set by whoever does the work and must be quick; resolved exactly once."""

    session_id: str
    kind: str
    request_id: str = field(default_factory=lambda: uuid.uuid4().hex)
    cancel: Callable[[], None] | None = None
    cancelled: bool = False
    done: asyncio.Event = field(default_factory=asyncio.Event)
    result: Any = None
    error: EngineError | None = None
    waiters: int = 0
    abandoned_at: float | None = None
    finished_at: float | None = None


class Futures:
    """Lives on the server's event loop; `resolve` may be called from any thread."""

    def __init__(self, loop: asyncio.AbstractEventLoop):
        self._loop = loop
        self._by_id: dict[str, Future] = {}

    def create(self, session_id: str, kind: str) -> Future:
        future = Future(session_id, kind)
        self._by_id[future.request_id] = future
        return future

    def find(self, request_id: str) -> Future:
        if request_id not in self._by_id:
            raise Gone(
                f"Nothing is known of the request {request_id}: its result was dropped after "
                f"{KEEP_SECONDS:.0f} s or the engine was restarted. Send the request again."
            )
        return self._by_id[request_id]

    def forget(self, future: Future) -> None:
        self._by_id.pop(future.request_id, None)

    def resolve(self, future: Future, outcome: Any) -> None:
        self._loop.call_soon_threadsafe(self._settle, future, outcome)

    def _settle(self, future: Future, outcome: Any) -> None:
        if future.done.is_set():
            return
        if isinstance(outcome, EngineError):
            future.error = outcome
        elif isinstance(outcome, Exception):
            future.error = EngineFailure(f"The engine failed: {type(outcome).__name__}: {outcome}")
        else:
            future.result = outcome
        future.cancel = None  # it knows the request and its adapter, which would stay as long as the result
        future.finished_at = time.monotonic()
        future.done.set()

    async def wait(self, future: Future, seconds: float) -> bool:
        """Wait for the result; remember when the last waiter hung up."""
        future.waiters += 1
        future.abandoned_at = None
        try:
            await asyncio.wait_for(future.done.wait(), seconds)
            return True
        except TimeoutError:
            return False
        except asyncio.CancelledError:
            if future.waiters == 1:
                future.abandoned_at = time.monotonic()
            raise
        finally:
            future.waiters -= 1

    def cancel(self, future: Future, why: str) -> None:
        if future.done.is_set():
            return
        future.cancelled = True
        if future.cancel is not None:
            future.cancel()
        self._settle(future, Cancelled(why))

    def cancel_session(self, session_id: str, why: str) -> None:
        for future in list(self._by_id.values()):
            if future.session_id == session_id:
                self.cancel(future, why)

    def sweep(self, abandoned_seconds: float) -> None:
        """Cancel what nobody waits for any more and drop old results."""
        now = time.monotonic()
        for future in list(self._by_id.values()):
            if future.finished_at is not None and now - future.finished_at > KEEP_SECONDS:
                del self._by_id[future.request_id]
            elif future.abandoned_at is not None and now - future.abandoned_at > abandoned_seconds:
                self.cancel(future, "Cancelled: the client hung up while waiting and did not come back.")

    @property
    def pending(self) -> int:
        return sum(not future.done.is_set() for future in self._by_id.values())
