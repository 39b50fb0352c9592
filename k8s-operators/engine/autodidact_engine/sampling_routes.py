"""Sampling sessions, samples, and adapters as files."""

import asyncio
from typing import Any

from aiohttp import web

from .adapter import AdapterWeights
from .bodies import read_json
from .checkpoints import CheckpointPath
from .choosing import SamplingParams
from .engine import Engine
from .errors import BadRequest, TooMany
from .requests import SampleRequest
from .wire import sampling_params_from_json, tokens_from_json


class SamplingRoutes:
    def __init__(self, engine: Engine):
        self._engine = engine

    def routes(self) -> list[web.RouteDef]:
        return [
            web.post("/api/v1/create_sampling_session", self.create_sampling_session),
            web.post("/api/v1/asample", self.asample),
            web.get("/api/v1/adapters/{model}/{name}", self.export_adapter),
            web.post("/api/v1/adapters/{name}", self.import_adapter),
        ]

    async def create_sampling_session(self, request: web.Request) -> web.Response:
        body = await read_json(request)
        self._engine.sessions.touch(body["session_id"])
        weights = await self._weights(body)  # also when a path is named: what can not be read is refused now
        session = self._engine.samplers.open(body["session_id"], body.get("model_path") or weights)
        return web.json_response({"type": "create_sampling_session", "sampling_session_id": session})

    async def asample(self, request: web.Request) -> web.Response:
        body = await read_json(request)
        engine = self._engine
        session_id, weights = "", None
        if body.get("sampling_session_id"):
            session_id, weights = await asyncio.to_thread(engine.samplers.find, body["sampling_session_id"])
            engine.sessions.touch(session_id)
        else:
            weights = await self._weights(body)
        prompt = tokens_from_json(body["prompt"], "prompt")
        params = sampling_params_from_json(body.get("sampling_params") or {}, engine.config.context - len(prompt))
        samples = int(body.get("num_samples", 1))
        self._check(prompt, params, samples)
        future = engine.futures.create(session_id, "sample")
        work = SampleRequest(
            prompt=prompt,
            samples=samples,
            params=params,
            adapter=weights,
            done=lambda outcome: engine.futures.resolve(future, outcome),
            prompt_logprobs=bool(body.get("prompt_logprobs")),
        )

        def cancel() -> None:
            work.cancelled = True

        future.cancel = cancel
        engine.sampler.submit(work)
        return web.json_response({"request_id": future.request_id})

    async def _weights(self, body: dict[str, Any]) -> AdapterWeights | None:
        return await asyncio.to_thread(self._engine.samplers.weights, body.get("model_path"), body.get("base_model"))

    def _check(self, prompt: Any, params: SamplingParams, samples: int) -> None:
        config, vocabulary = self._engine.config, self._engine.base.spec.vocabulary
        if self._engine.futures.pending >= config.pending:
            raise TooMany(f"{config.pending} requests are waiting, which is the limit: try again later.")
        if not len(prompt):
            raise BadRequest("The prompt is empty: send at least one token.")
        if prompt.min() < 0 or prompt.max() >= vocabulary:
            raise BadRequest(f"The prompt has a token id outside 0…{vocabulary - 1}.")
        if len(prompt) + params.max_tokens > config.context:
            raise BadRequest(
                f"The prompt's {len(prompt)} tokens and max_tokens {params.max_tokens} are over the context of "
                f"{config.context} tokens: shorten the prompt or ask for fewer tokens."
            )
        if not 1 <= samples <= config.samples:
            raise BadRequest(f"num_samples must be 1 to {config.samples}, not {samples}.")

    async def export_adapter(self, request: web.Request) -> web.Response:
        path = CheckpointPath.parse(f"tinker://{request.match_info['model']}/{request.match_info['name']}")
        tar = await asyncio.to_thread(self._engine.samplers.export_tar, path)
        return web.Response(body=tar, content_type="application/x-tar")

    async def import_adapter(self, request: web.Request) -> web.Response:
        body = await request.read()
        path = await asyncio.to_thread(self._engine.samplers.import_tar, request.match_info["name"], body)
        return web.json_response({"type": "import_adapter", "path": path})
