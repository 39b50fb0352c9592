"""Reading request bodies; the server has unpacked compressed ones, zstd included, already."""

import json
from typing import Any

from aiohttp import web

from .errors import BadRequest


async def read_json(request: web.Request) -> dict[str, Any]:
    body = await request.read()
    try:
        value = json.loads(body) if body else {}
    except ValueError as error:
        raise BadRequest(f"The body is no JSON: {error}.") from error
    if not isinstance(value, dict):
        raise BadRequest("The body must be a JSON object.")
    return value
