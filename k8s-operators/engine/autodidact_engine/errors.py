"""Failures that a caller can read: each says whose fault it is and what to do next."""


class EngineError(Exception):
    """`status` is the HTTP status; `category` is 'user' or 'server', as the Tinker wire names them."""

    status = 400
    category = "user"

    def __init__(self, message: str, **details: object):
        super().__init__(message)
        self.details = details


class BadRequest(EngineError):
    pass


class Unauthorized(EngineError):
    status = 401


class NotFound(EngineError):
    status = 404


class Conflict(EngineError):
    status = 409


class Gone(EngineError):
    status = 410


class TooMany(EngineError):
    status = 429


class Cancelled(EngineError):
    pass


class CorruptCheckpoint(EngineError):
    pass


class DiskFull(EngineError):
    category = "server"


class EngineFailure(EngineError):
    category = "server"
