"""Does the engine learn on this device? A few sequences by heart, then a preference."""

from concurrent.futures import ThreadPoolExecutor
from typing import Any

import numpy as np

from .adapter import AdapterShape
from .base_model import BaseModel
from .losses import LossConfig
from .optim import AdamParams, optim_step
from .trainer import Datum, ModelState, PassOptions, current_weights, forward_backward
from .training_pass import TrainedModel

STEPS, SEQUENCES, PROMPT, ANSWER, RATE = 30, 4, 24, 16, 5e-3
LEARNT = 0.3  # of the first loss, at most


def learning(base: BaseModel) -> dict[str, Any]:
    """Nats a token before and after; and how far one clipped step moves a log-probability up and down."""
    shape, data = AdapterShape(base.spec, 16), _by_heart(base)
    state = ModelState(shape, shape.initial(0).to(base.device))
    with ThreadPoolExecutor(1) as pool:
        losses = [_step(base, state, data, pool, LossConfig("cross_entropy"), RATE) for _ in range(STEPS)]
        tokens = SEQUENCES * ANSWER
        up = _moved(base, data, pool, 1.0)
        down = _moved(base, data, pool, -1.0)
    if not losses[-1] < LEARNT * losses[0]:
        raise ArithmeticError(f"The loss went from {losses[0]:.2f} to {losses[-1]:.2f} only.")
    if not up > 0 > down:
        raise ArithmeticError(f"A step for the tokens moved them by {up:.4f} nats, one against them by {down:.4f}.")
    return {
        "first": losses[0] / tokens,
        "last": losses[-1] / tokens,
        "steps": STEPS,
        "clipped_step_up": up,
        "clipped_step_down": down,
    }


def _by_heart(base: BaseModel) -> list[Datum]:
    random, data = np.random.default_rng(4), []
    weights = np.zeros(PROMPT + ANSWER, dtype=np.float32)
    weights[PROMPT:] = 1
    for _ in range(SEQUENCES):
        tokens = random.integers(20, base.spec.vocabulary, PROMPT + ANSWER + 1).astype(np.int32)
        data.append(Datum(tokens[:-1], {"target_tokens": tokens[1:], "weights": weights}))
    return data


def _step(
    base: BaseModel, state: ModelState, data: list[Datum], pool: ThreadPoolExecutor, loss: LossConfig, rate: float
) -> float:
    """One step; the loss before it."""
    model = TrainedModel(base, state.shape, current_weights(base, state, f"step-{state.version}"))
    result, state.gradient = forward_backward(model, data, PassOptions(loss, True), pool, lambda: False)
    optim_step(state, AdamParams(learning_rate=rate))
    return result.metrics["loss:sum"]


def _moved(base: BaseModel, data: list[Datum], pool: ThreadPoolExecutor, advantage: float) -> float:
    """Nats a token by which one step of the clipped loss moves the tokens' mean log-probability."""
    shape = AdapterShape(base.spec, 16)
    state = ModelState(shape, shape.initial(1).to(base.device))
    before = _logprobs(base, state, data, pool)
    for datum, logprobs in zip(data, before, strict=True):
        datum.inputs["logprobs"] = logprobs
        datum.inputs["advantages"] = np.full(len(logprobs), advantage, dtype=np.float32)
    _step(base, state, data, pool, LossConfig("ppo"), 1e-3)
    after = _logprobs(base, state, data, pool)
    return float(np.concatenate(after).sum() - np.concatenate(before).sum()) / (SEQUENCES * ANSWER)


def _logprobs(base: BaseModel, state: ModelState, data: list[Datum], pool: ThreadPoolExecutor) -> list[np.ndarray]:
    model = TrainedModel(base, state.shape, current_weights(base, state, f"step-{state.version}"))
    options = PassOptions(LossConfig("cross_entropy"), False)
    return forward_backward(model, data, options, pool, lambda: False)[0].logprobs
