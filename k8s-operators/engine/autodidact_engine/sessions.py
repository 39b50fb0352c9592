"""Sessions live as long as their client shows signs of life."""

import time
import uuid

from .errors import NotFound


class Sessions:
    def __init__(self, seconds: float):
        self._seconds = seconds
        self._seen: dict[str, float] = {}

    def create(self) -> str:
        session_id = uuid.uuid4().hex
        self._seen[session_id] = time.monotonic()
        return session_id

    def touch(self, session_id: str) -> None:
        if session_id not in self._seen:
            raise NotFound(f"There is no session {session_id}: it ended or the engine was restarted. Create one.")
        self._seen[session_id] = time.monotonic()

    def close(self, session_id: str) -> None:
        self._seen.pop(session_id, None)

    def expired(self) -> list[str]:
        now = time.monotonic()
        return [session for session, seen in self._seen.items() if now - seen > self._seconds]

    def __len__(self) -> int:
        return len(self._seen)
