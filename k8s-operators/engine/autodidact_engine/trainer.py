"""Training state of one model: its adapter, gradients in the making and Adam's moments."""

from collections.abc import Callable, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, field

import numpy as np
import torch
from torch import Tensor

from .adapter import AdapterShape, AdapterWeights, adapter_weights
from .base_model import BaseModel
from .decoder import target_logprobs
from .losses import LossConfig, token_loss
from .packing import MicroBatch, pack
from .training_pass import MicroBatchPass, TrainedModel, target_logprob_gradient


@dataclass(frozen=True)
class Datum:
    """`tokens` and every input are of one length; inputs are target_tokens, weights, logprobs, advantages."""

    tokens: np.ndarray
    inputs: dict[str, np.ndarray]

    def scored(self) -> np.ndarray:
        """Where log-probabilities are wanted: where the weight is not zero, or everywhere without weights."""
        weights = self.inputs.get("weights")
        return np.arange(len(self.tokens)) if weights is None else np.flatnonzero(weights)


@dataclass(frozen=True)
class PassResult:
    logprobs: list[np.ndarray]
    metrics: dict[str, float]


@dataclass
class ModelState:
    """What a checkpoint must hold. `version` counts optimiser steps and loads."""

    shape: AdapterShape
    flat: Tensor
    gradient: Tensor | None = None
    first_moment: Tensor | None = None
    second_moment: Tensor | None = None
    steps: int = 0
    version: int = 0
    weights: AdapterWeights | None = field(default=None, repr=False)


@dataclass(frozen=True)
class PassOptions:
    loss: LossConfig
    backward: bool
    micro_batch_tokens: int = 1500
    share_prefixes: bool = True


def current_weights(base: BaseModel, state: ModelState, key: str) -> AdapterWeights:
    if state.weights is None or state.weights.key != key:
        state.weights = adapter_weights(key, state.shape, state.flat, base.dtype, base.device)
    return state.weights


def forward_backward(
    model: TrainedModel,
    data: Sequence[Datum],
    options: PassOptions,
    pool: ThreadPoolExecutor,
    stopped: Callable[[], bool],
) -> tuple[PassResult, Tensor | None]:
    """Log-probabilities, metrics and the flat gradient of the sum of the losses over the data.

    Micro-batches run side by side, one torch thread each; micro-batch i adds to the sum of worker i mod n,
    so the result does not depend on who finishes first.
    """
    lengths = [datum.tokens for datum in data]
    batches = pack(lengths, options.micro_batch_tokens, pool._max_workers, options.share_prefixes)
    workers = min(pool._max_workers, len(batches))
    sums = [torch.zeros(model.shape.size if options.backward else 0, device=model.base.device) for _ in range(workers)]
    logprobs = [np.zeros(len(datum.tokens), dtype=np.float32) for datum in data]

    def work(worker: int) -> dict[str, float]:
        metrics: dict[str, float] = {}
        for batch in batches[worker::workers]:
            if stopped():
                break
            for name, value in _micro_batch(model, data, options, batch, sums[worker], logprobs).items():
                metrics[name] = metrics.get(name, 0.0) + value
        return metrics

    metrics: dict[str, float] = {}
    for part in list(pool.map(work, range(workers))):
        for name, value in part.items():
            metrics[name] = metrics.get(name, 0.0) + value
    for other in sums[1:]:
        sums[0].add_(other)
    return PassResult(logprobs, metrics), sums[0] if options.backward else None


@torch.no_grad()
def _micro_batch(
    model: TrainedModel,
    data: Sequence[Datum],
    options: PassOptions,
    batch: MicroBatch,
    flat_grad: Tensor,
    logprobs: list[np.ndarray],
) -> dict[str, float]:
    base = model.base
    tokens = torch.from_numpy(np.concatenate(batch.tokens).astype(np.int64)).to(base.device)
    positions = torch.from_numpy(np.concatenate(batch.positions)).to(base.device)
    scored = [data[member].scored() for member in batch.members]
    places = np.concatenate([at[where] for at, where in zip(batch.places, scored, strict=True)])
    inputs = {
        name: np.concatenate([data[m].inputs[name][where] for m, where in zip(batch.members, scored, strict=True)])
        for name in data[batch.members[0]].inputs
    }
    rows = torch.from_numpy(places).to(base.device)
    targets = torch.from_numpy(inputs["target_tokens"].astype(np.int64)).to(base.device)

    passed = MicroBatchPass(model, tokens, positions, batch.groups)
    last = passed.forward(keep=options.backward)
    h = last[rows]
    p = target_logprobs(base, h, targets).numpy()
    result = token_loss(options.loss, p.astype(np.float64), {k: v.astype(np.float64) for k, v in inputs.items()})
    if options.backward and len(rows):
        weight = torch.from_numpy(result.gradient.astype(np.float32)).to(base.device)
        row_gradients = target_logprob_gradient(base, h, targets, weight)
        # not index_add_, whose sums depend on the order of a GPU's threads where a row is scored twice
        grad = torch.zeros_like(last).index_put_((rows,), row_gradients, accumulate=True)
        passed.backward(grad, flat_grad)
    start = 0
    for member, where in zip(batch.members, scored, strict=True):
        logprobs[member][where] = p[start : start + len(where)]
        start += len(where)
    return {"loss:sum": result.loss, "computed_tokens:sum": float(batch.size), **result.metrics}
