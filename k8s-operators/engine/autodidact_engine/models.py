"""The models being trained and what can be done to them."""

import json
import logging
import uuid
from collections.abc import Callable, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import safetensors.torch
import torch

from .adapter import AdapterShape, AdapterWeights
from .base_model import BaseModel
from .checkpoints import CheckpointPath, Checkpoints
from .config import EngineConfig
from .errors import BadRequest, Cancelled, Conflict, NotFound
from .losses import REQUIRED
from .metrics import Metrics
from .optim import AdamParams, optim_step
from .peft import read_peft, write_peft
from .trainer import Datum, ModelState, PassOptions, PassResult, current_weights, forward_backward
from .training_pass import TrainedModel

log = logging.getLogger(__name__)
STATE, MOMENTS = "state.json", "optimizer.safetensors"
REMEMBERED = 256


@dataclass
class Model:
    """`requests` maps the latest seq_ids to the futures they became."""

    model_id: str
    session_id: str
    shape: AdapterShape
    state: ModelState
    last_seq_id: int = -1
    requests: dict[int, str] = field(default_factory=dict)
    identity: str = field(default_factory=lambda: uuid.uuid4().hex)

    @property
    def version(self) -> str:
        """Names these weights in caches; never used again, even if the model is unloaded and created anew."""
        return f"{self.identity}@{self.state.version}"

    def accept(self, seq_id: int | None, request_id: str) -> None:
        """Take each seq_id once and in order, so that a retried request can not be applied twice."""
        if seq_id is None:
            return
        if seq_id <= self.last_seq_id:
            raise Conflict(
                f"seq_id {seq_id} of {self.model_id} was used before (the last is {self.last_seq_id}): nothing was "
                "done again. If this is a retry, retrieve the future named here; else use a higher seq_id.",
                request_id=self.requests.get(seq_id),
            )
        self.last_seq_id = seq_id
        self.requests[seq_id] = request_id
        while len(self.requests) > REMEMBERED:
            del self.requests[next(iter(self.requests))]


class Models:
    """Methods that compute run on the work queue's thread, one at a time; the rest on the server's loop."""

    def __init__(self, base: BaseModel, config: EngineConfig, checkpoints: Checkpoints, metrics: Metrics, workers: int):
        self._base, self._config, self._checkpoints, self._metrics = base, config, checkpoints, metrics
        self._models: dict[str, Model] = {}
        self._pool = ThreadPoolExecutor(workers, "micro-batch", lambda: torch.set_num_threads(1))

    def __len__(self) -> int:
        return len(self._models)

    def find(self, model_id: str) -> Model:
        if model_id not in self._models:
            raise NotFound(
                f"There is no model {model_id} (an engine that restarted has none): "
                "create one and load its last checkpoint."
            )
        return self._models[model_id]

    def create(self, model_id: str, session_id: str, shape: AdapterShape, seed: int) -> Model:
        if model_id in self._models:
            raise Conflict(f"The model {model_id} exists already: use another model_seq_id.")
        if len(self._models) >= self._config.models:
            raise BadRequest(
                f"{self._config.models} models are loaded, which is the limit: unload one (--models raises it)."
            )
        if not 1 <= shape.rank <= self._config.rank:
            raise BadRequest(f"A LoRA rank of {shape.rank} is not possible here: choose 1 to {self._config.rank}.")
        model = Model(model_id, session_id, shape, ModelState(shape, shape.initial(seed).to(self._base.device)))
        self._models[model_id] = model
        return model

    def unload(self, model_id: str) -> None:
        self._models.pop(model_id, None)

    def unload_session(self, session_id: str) -> None:
        for model in [m for m in self._models.values() if m.session_id == session_id]:
            self.unload(model.model_id)

    def check(self, data: Sequence[Datum], loss: str) -> None:
        """Refuse what can not be trained on, naming the datum."""
        tokens = sum(len(datum.tokens) for datum in data)
        if not data:
            raise BadRequest("There is no data: send at least one datum.")
        if tokens > self._config.batch_tokens:
            raise BadRequest(
                f"The data has {tokens} tokens, the limit is {self._config.batch_tokens}: split it over several "
                "requests (gradients add up until optim_step)."
            )
        for i, datum in enumerate(data):
            self._check_datum(i, datum, loss)

    def _check_datum(self, i: int, datum: Datum, loss: str) -> None:
        length = len(datum.tokens)
        if not 1 <= length <= self._config.context:
            raise BadRequest(f"Datum {i} has {length} tokens; 1 to {self._config.context} are possible: shorten it.")
        for name in ("target_tokens", *REQUIRED.get(loss, ())):
            if name not in datum.inputs:
                raise BadRequest(f"Datum {i} lacks {name}, which {loss} needs.")
        for name, values in datum.inputs.items():
            if len(values) != length:
                raise BadRequest(f"{name} of datum {i} has {len(values)} elements for {length} tokens.")
        for ids in (datum.tokens, datum.inputs["target_tokens"]):
            if ids.min() < 0 or ids.max() >= self._base.spec.vocabulary:
                raise BadRequest(f"Datum {i} has a token id outside 0…{self._base.spec.vocabulary - 1}.")

    def run_pass(
        self, model: Model, data: Sequence[Datum], options: PassOptions, stopped: Callable[[], bool]
    ) -> PassResult:
        weights = current_weights(self._base, model.state, model.version)
        trained = TrainedModel(self._base, model.shape, weights)
        result, gradient = forward_backward(trained, data, options, self._pool, stopped)
        if stopped():
            raise Cancelled("Cancelled: no gradient was added.")
        if gradient is not None:
            model.state.gradient = gradient if model.state.gradient is None else model.state.gradient.add_(gradient)
            self._metrics.add("trained_tokens", sum(len(datum.tokens) for datum in data))
        return result

    def optim_step(self, model: Model, adam: AdamParams) -> dict[str, Any]:
        try:
            metrics = optim_step(model.state, adam)
        except ValueError as error:
            raise BadRequest(str(error)) from error
        self._metrics.add("optim_steps", 1)
        return {"type": "optim_step", "metrics": metrics}

    def sampler_weights(self, model: Model) -> AdapterWeights:
        return current_weights(self._base, model.state, model.version)

    def save(self, model: Model, path: CheckpointPath, overwrite: bool) -> dict[str, Any]:
        def fill(directory: Path) -> None:
            write_peft(directory, model.shape, model.state.flat.cpu(), self._config.name)
            if path.kind == "weights":
                _write_state(directory, model)

        self._checkpoints.write(path, fill, overwrite)
        kind = "save_weights" if path.kind == "weights" else "save_weights_for_sampler"
        return {"type": kind, "path": str(path)}

    def describe(self, path: CheckpointPath) -> AdapterShape:
        return read_peft(self._checkpoints.open(path), self._base.spec)[0]

    def load(self, model: Model, path: CheckpointPath, optimizer: bool) -> dict[str, Any]:
        directory = self._checkpoints.open(path)
        shape, flat = read_peft(directory, self._base.spec)
        if shape != model.shape:
            raise BadRequest(
                f"{path} has rank {shape.rank} and other settings than {model.model_id}: create the model alike."
            )
        state = ModelState(shape, flat.to(self._base.device), version=model.state.version + 1)
        if optimizer:
            _read_state(directory, state, path)
        model.state = state
        return {"type": "load_weights", "path": str(path), "model_id": model.model_id}


def _write_state(directory: Path, model: Model) -> None:
    state = model.state
    facts = {"model_id": model.model_id, "steps": state.steps, "version": state.version, "seq_id": model.last_seq_id}
    (directory / STATE).write_text(json.dumps(facts) + "\n", encoding="utf-8")
    if state.first_moment is not None and state.second_moment is not None:
        moments = {"first": state.first_moment.cpu(), "second": state.second_moment.cpu()}
        safetensors.torch.save_file(moments, directory / MOMENTS)


def _read_state(directory: Path, state: ModelState, path: CheckpointPath) -> None:
    if not (directory / STATE).exists():
        raise BadRequest(
            f"{path} has no optimiser state: load a checkpoint of save_weights, or set optimizer to false."
        )
    state.steps = json.loads((directory / STATE).read_text(encoding="utf-8"))["steps"]
    if (directory / MOMENTS).exists():
        moments = safetensors.torch.load_file(directory / MOMENTS)
        state.first_moment = moments["first"].to(state.flat.device)
        state.second_moment = moments["second"].to(state.flat.device)
