"""The Tinker protocol over HTTP."""

import hmac
import logging
from typing import Any

from aiohttp import web

from .bodies import read_json
from .device import peak_device_bytes
from .engine import Engine
from .errors import BadRequest, EngineError, Unauthorized
from .requests import SampleResult
from .sampling_routes import SamplingRoutes
from .trainer import PassResult
from .training_routes import TrainingRoutes
from .wire import (
    PROTOBUF,
    pass_result_to_json,
    pass_result_to_protobuf,
    sample_result_to_json,
    sample_result_to_protobuf,
)

log = logging.getLogger(__name__)
LONG_POLL_SECONDS = 40.0
BODY_BYTES = 256 * 2**20
OPEN = {"/api/v1/healthz"}


def application(engine: Engine, api_key: str | None) -> web.Application:
    app = web.Application(middlewares=[_errors, _key_check(api_key)], client_max_size=BODY_BYTES)
    routes = SessionRoutes(engine)
    app.add_routes(routes.routes())
    app.add_routes(SamplingRoutes(engine).routes())
    app.add_routes(TrainingRoutes(engine).routes())
    return app


@web.middleware
async def _errors(request: web.Request, handler: Any) -> web.StreamResponse:
    try:
        return await handler(request)
    except EngineError as error:
        return error_response(error)
    except (KeyError, TypeError, ValueError) as error:
        log.info("Refused a body of %s", request.path, exc_info=True)
        return error_response(
            BadRequest(f"The body is not as {request.path} wants it: {type(error).__name__} {error}.")
        )


def error_response(error: EngineError) -> web.Response:
    body = {"error": str(error), "category": error.category, **{k: v for k, v in error.details.items() if v}}
    return web.json_response(body, status=error.status)


def _key_check(api_key: str | None) -> Any:
    @web.middleware
    async def check(request: web.Request, handler: Any) -> web.StreamResponse:
        given = request.headers.get("X-API-Key", "")
        if api_key and request.path not in OPEN and not hmac.compare_digest(given.encode(), api_key.encode()):
            raise Unauthorized("The X-API-Key header is missing or wrong.")
        return await handler(request)

    return check


class SessionRoutes:
    """Health, sessions and the results of everything that takes time."""

    def __init__(self, engine: Engine):
        self._engine = engine

    def routes(self) -> list[web.RouteDef]:
        return [
            web.get("/api/v1/healthz", self.healthz),
            web.get("/api/v1/get_server_capabilities", self.capabilities),
            web.get("/metrics", self.metrics),
            web.post("/api/v1/create_session", self.create_session),
            web.post("/api/v1/session_heartbeat", self.heartbeat),
            web.post("/api/v1/end_session", self.end_session),
            web.post("/api/v1/retrieve_future", self.retrieve_future),
            web.post("/api/v1/cancel_future", self.cancel_future),
            web.post("/api/v1/telemetry", self.telemetry),
            web.post("/api/v1/client/config", self.client_config),
            web.post("/api/v1/client/dynamic_config", self.client_config),
        ]

    async def healthz(self, _: web.Request) -> web.Response:
        return web.json_response({"status": "ok"})

    async def capabilities(self, _: web.Request) -> web.Response:
        model = {"model_name": self._engine.config.name, "max_context_length": self._engine.config.context}
        return web.json_response({"supported_models": [model]})

    async def metrics(self, _: web.Request) -> web.Response:
        engine = self._engine
        gauges = {
            "models": len(engine.models),
            "sessions": len(engine.sessions),
            "pending_requests": engine.futures.pending,
            "sampling_load": engine.sampler.load,
            "prefix_cache_bytes": engine.cache.bytes,
            "device_peak_bytes": peak_device_bytes(engine.base.device),
        }
        return web.Response(text=engine.metrics.text(gauges), content_type="text/plain")

    async def create_session(self, _: web.Request) -> web.Response:
        return web.json_response({"type": "create_session", "session_id": self._engine.sessions.create()})

    async def heartbeat(self, request: web.Request) -> web.Response:
        self._engine.sessions.touch((await read_json(request))["session_id"])
        return web.json_response({"type": "session_heartbeat"})

    async def end_session(self, request: web.Request) -> web.Response:
        session_id = (await read_json(request))["session_id"]
        self._engine.sessions.touch(session_id)
        self._engine.end_session(session_id, "Cancelled: the session was ended.")
        return web.json_response({"type": "end_session"})

    async def telemetry(self, _: web.Request) -> web.Response:
        """Taken and dropped: this engine sends and keeps no usage data."""
        return web.json_response({"status": "accepted"})

    async def client_config(self, _: web.Request) -> web.Response:
        """Chunks of one batch in order, never side by side: seq_ids must rise."""
        return web.json_response({"parallel_fwdbwd_chunks": False, "proto_compress_fwdbwd": True})

    async def retrieve_future(self, request: web.Request) -> web.Response:
        future = self._engine.futures.find((await read_json(request))["request_id"])
        if future.session_id and not future.done.is_set():
            self._engine.sessions.touch(future.session_id)
        if not await self._engine.futures.wait(future, LONG_POLL_SECONDS):
            return web.json_response({"type": "try_again", "queue_state": "active"}, status=408)
        if future.error is not None:
            return error_response(future.error)
        return _result(future.result, request.headers.get("Accept", ""))

    async def cancel_future(self, request: web.Request) -> web.Response:
        future = self._engine.futures.find((await read_json(request))["request_id"])
        was_done = future.done.is_set()
        self._engine.futures.cancel(future, "Cancelled: the client asked for it.")
        return web.json_response({"type": "cancel_future", "cancelled": not was_done})


def _result(result: Any, accept: str) -> web.Response:
    if PROTOBUF in accept and isinstance(result, SampleResult):
        return web.Response(body=sample_result_to_protobuf(result), content_type=PROTOBUF)
    if PROTOBUF in accept and isinstance(result, PassResult):
        return web.Response(body=pass_result_to_protobuf(result), content_type=PROTOBUF)
    if isinstance(result, SampleResult):
        return web.json_response(sample_result_to_json(result))
    if isinstance(result, PassResult):
        return web.json_response(pass_result_to_json(result))
    return web.json_response(result)
