"""Models: create, train, save, load."""

from collections.abc import Callable
from typing import Any

from aiohttp import web

from .adapter import AdapterShape
from .bodies import read_json
from .checkpoints import CheckpointPath, checked_name
from .engine import Engine
from .errors import BadRequest
from .futures import Future
from .losses import LossConfig
from .models import Model
from .optim import AdamParams
from .trainer import PassOptions
from .wire import PROTOBUF, training_request_from_json, training_request_from_protobuf


class TrainingRoutes:
    def __init__(self, engine: Engine):
        self._engine = engine

    def routes(self) -> list[web.RouteDef]:
        return [
            web.post("/api/v1/create_model", self.create_model),
            web.post("/api/v1/unload_model", self.unload_model),
            web.post("/api/v1/get_info", self.get_info),
            web.post("/api/v1/forward_backward", self.forward_backward),
            web.post("/api/v1/forward", self.forward),
            web.post("/api/v1/optim_step", self.optim_step),
            web.post("/api/v1/save_weights", self.save_weights),
            web.post("/api/v1/save_weights_for_sampler", self.save_weights_for_sampler),
            web.post("/api/v1/load_weights", self.load_weights),
            web.post("/api/v1/weights_info", self.weights_info),
        ]

    async def create_model(self, request: web.Request) -> web.Response:
        body, engine = await read_json(request), self._engine
        session_id = body["session_id"]
        engine.sessions.touch(session_id)
        if body.get("base_model") not in (None, engine.config.name):
            raise BadRequest(f"This engine runs {engine.config.name}, not {body['base_model']}.")
        lora = body.get("lora_config") or {}
        shape = AdapterShape(
            engine.base.spec, int(lora.get("rank", 16)), lora.get("train_attn", True), lora.get("train_mlp", True)
        )
        if not (shape.attention or shape.mlp):
            raise BadRequest("Nothing would be trained: set train_attn or train_mlp.")
        model_id = f"{session_id}:train:{body['model_seq_id']}"
        engine.models.create(model_id, session_id, shape, int(lora.get("seed") or 0))
        future = engine.futures.create(session_id, "create_model")
        engine.work.submit(future, lambda: {"type": "create_model", "model_id": model_id})
        return _accepted(future, model_id)

    async def unload_model(self, request: web.Request) -> web.Response:
        model = self._model(await read_json(request))
        return self._queue(model, None, "unload_model", lambda _: self._unload(model))

    def _unload(self, model: Model) -> dict[str, Any]:
        self._engine.models.unload(model.model_id)
        return {"type": "unload_model", "model_id": model.model_id}

    async def get_info(self, request: web.Request) -> web.Response:
        model, name = self._model(await read_json(request)), self._engine.config.name
        facts = {"arch": "llama", "model_name": name, "tokenizer_id": name}
        return web.json_response(
            {
                "type": "get_info",
                "model_id": model.model_id,
                "model_name": name,
                "model_data": facts,
                "is_lora": True,
                "lora_rank": model.shape.rank,
            }
        )

    async def forward_backward(self, request: web.Request) -> web.Response:
        return await self._pass(request, backward=True)

    async def forward(self, request: web.Request) -> web.Response:
        return await self._pass(request, backward=False)

    async def _pass(self, request: web.Request, backward: bool) -> web.Response:
        if request.content_type == PROTOBUF:
            asked = training_request_from_protobuf(await request.read())
        else:
            asked = training_request_from_json(await read_json(request))
        model = self._model(asked)
        try:
            loss = LossConfig.of(asked["loss_fn"], asked["loss_fn_config"])
        except ValueError as error:
            raise BadRequest(str(error)) from error
        data = asked["data"]
        self._engine.models.check(data, loss.name)
        options = PassOptions(loss, backward and not asked["forward_only"], self._engine.limits.micro_batch_tokens)
        return self._queue(
            model,
            asked["seq_id"],
            "forward_backward",
            lambda future: self._engine.models.run_pass(model, data, options, lambda: future.cancelled),
        )

    async def optim_step(self, request: web.Request) -> web.Response:
        body = await read_json(request)
        model, adam = self._model(body), AdamParams(**(body.get("adam_params") or {}))
        return self._queue(
            model, body.get("seq_id"), "optim_step", lambda _: self._engine.models.optim_step(model, adam)
        )

    async def save_weights(self, request: web.Request) -> web.Response:
        body = await read_json(request)
        model = self._model(body)
        path = CheckpointPath(model.model_id, "weights", checked_name(body.get("path") or _unnamed(model, body)))
        overwrite = bool(body.get("overwrite"))
        return self._queue(
            model, body.get("seq_id"), "save_weights", lambda _: self._engine.models.save(model, path, overwrite)
        )

    async def save_weights_for_sampler(self, request: web.Request) -> web.Response:
        body = await read_json(request)
        model = self._model(body)
        if body.get("path") is None and body.get("sampling_session_seq_id") is not None:
            return self._queue(model, body.get("seq_id"), "save_weights_for_sampler", lambda _: self._hand_over(model))
        name = checked_name(body.get("path") or _unnamed(model, body))
        path = CheckpointPath(model.model_id, "sampler_weights", name)

        def save(_: Future) -> dict[str, Any]:
            result = self._engine.models.save(model, path, bool(body.get("overwrite", True)))
            self._engine.samplers.forget(path)
            return result

        return self._queue(model, body.get("seq_id"), "save_weights_for_sampler", save)

    def _hand_over(self, model: Model) -> dict[str, Any]:
        """Sample from the weights as they are now, without a checkpoint on disk."""
        session = self._engine.samplers.open(model.session_id, self._engine.models.sampler_weights(model))
        return {"type": "save_weights_for_sampler", "sampling_session_id": session}

    async def load_weights(self, request: web.Request) -> web.Response:
        body = await read_json(request)
        model, path = self._model(body), CheckpointPath.parse(body["path"], "weights")
        optimizer = bool(body.get("optimizer"))
        return self._queue(
            model, body.get("seq_id"), "load_weights", lambda _: self._engine.models.load(model, path, optimizer)
        )

    async def weights_info(self, request: web.Request) -> web.Response:
        path = CheckpointPath.parse((await read_json(request))["tinker_path"], "weights")
        shape = self._engine.models.describe(path)
        return web.json_response(
            {
                "base_model": self._engine.config.name,
                "is_lora": True,
                "lora_rank": shape.rank,
                "train_unembed": False,
                "train_mlp": shape.mlp,
                "train_attn": shape.attention,
            }
        )

    def _model(self, body: dict[str, Any]) -> Model:
        model = self._engine.models.find(body["model_id"])
        self._engine.sessions.touch(model.session_id)
        return model

    def _queue(self, model: Model, seq_id: int | None, kind: str, job: Callable[[Future], Any]) -> web.Response:
        future = self._engine.futures.create(model.session_id, kind)
        try:
            model.accept(seq_id, future.request_id)
        except Exception:
            self._engine.futures.forget(future)
            raise
        self._engine.work.submit(future, lambda: job(future))
        return _accepted(future, model.model_id)


def _unnamed(model: Model, body: dict[str, Any]) -> str:
    return f"step-{model.state.steps}-{body.get('seq_id') or model.state.version}"


def _accepted(future: Future, model_id: str) -> web.Response:
    return web.json_response({"request_id": future.request_id, "model_id": model_id})
