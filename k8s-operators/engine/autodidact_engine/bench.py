"""Measure the engine: decoding, prefill, training, memory. python -m autodidact_engine.bench --help."""

import argparse
import json
import os
import threading
import time
from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import numpy as np
import torch

from .adapter import AdapterShape, adapter_weights
from .base_model import BaseModel, load_base_model
from .choosing import SamplingParams
from .device import choose_device, choose_precision, peak_device_bytes
from .kv_cache import PrefixCache
from .lanes import Lanes
from .limits import AskedLimits, Limits, limits_of
from .losses import LossConfig
from .memory import peak_resident_bytes
from .metrics import Metrics
from .requests import SampleRequest
from .sampler import Sampler
from .spec import DEFAULT_MODEL, model_directory
from .trainer import Datum, PassOptions, forward_backward
from .training_pass import TrainedModel

SHARED, OWN, SCORED, DECODED = 230, 218, 122, 48


def main() -> None:
    parser = argparse.ArgumentParser(prog="bench", description=__doc__)
    parser.add_argument("--base-model", default=DEFAULT_MODEL)
    parser.add_argument("--device", default="auto")
    parser.add_argument("--precision", default="auto")
    parser.add_argument("--threads", type=int, default=min(os.cpu_count() or 1, 2))
    parser.add_argument("--json", type=Path, help="write the figures here as well")
    arguments = parser.parse_args()
    torch.set_num_threads(1)
    device = choose_device(arguments.device)
    dtype = choose_precision(arguments.precision, device)
    base = load_base_model(model_directory(arguments.base_model), dtype, device, 2048)
    limits = limits_of(base, arguments.threads, AskedLimits())
    precision, load = str(dtype).removeprefix("torch."), os.getloadavg()[0]
    print(f"{precision} on {device}, {limits.lanes} lanes, {limits.workers} workers, system load {load:.1f}")
    figures = measure(new_model(base), limits, (1, 8, 16, 32, 64), (8,))
    if arguments.json:
        arguments.json.write_text(json.dumps(figures, indent=1) + "\n", encoding="utf-8")


def new_model(base: BaseModel) -> TrainedModel:
    shape = AdapterShape(base.spec, 16)
    return TrainedModel(base, shape, adapter_weights("bench", shape, shape.initial(0), base.dtype, base.device))


def measure(model: TrainedModel, limits: Limits, batches: Sequence[int], trained: Sequence[int]) -> dict[str, float]:
    figures: dict[str, float] = {}
    for sequences in trained:
        figures |= report(training(model, limits, sequences))
    for batch in batches:
        figures |= report(sampling(model, limits, batch))
    figures |= report({"peak_rss_mb": peak_resident_bytes() / 2**20})
    if model.base.device.type != "cpu":
        figures |= report({"peak_device_mb": peak_device_bytes(model.base.device) / 2**20})
    return figures


def report(figures: dict[str, float]) -> dict[str, float]:
    for name, value in figures.items():
        print(f"{name:28} {value:8.0f}", flush=True)
    return figures


def prompts(base: BaseModel, count: int, seed: int) -> list[np.ndarray]:
    random = np.random.default_rng(seed)
    shared = random.integers(20, base.spec.vocabulary, SHARED)
    return [
        np.concatenate([shared, random.integers(20, base.spec.vocabulary, OWN)]).astype(np.int32) for _ in range(count)
    ]


def sampling(model: TrainedModel, limits: Limits, batch: int) -> dict[str, float]:
    """Prompts that share 230 of 448 tokens, as an environment's tasks do; an adapter is applied."""
    asked, cache = prompts(model.base, batch, batch), PrefixCache(max(limits.prefix_cache_bytes, 2**30))
    engine = Lanes([Sampler(model.base, cache, limits.of_a_lane, Metrics(), str) for _ in range(limits.lanes)])
    engine.start()
    ask(engine, model, prompts(model.base, batch, 99), 2)  # a GPU's first calls load their programs
    first = ask(engine, model, asked, 1)
    rest = ask(engine, model, asked, DECODED)
    engine.stop()
    tokens = len(asked) * (SHARED + OWN)
    return {f"prefill_{batch}_tokens_per_s": tokens / first, f"decode_{batch}_tokens_per_s": batch * DECODED / rest}


def ask(engine: Lanes, model: TrainedModel, asked: list[np.ndarray], tokens: int) -> float:
    """Seconds until all have that many tokens."""
    left, failures = threading.Semaphore(0), []

    def done(outcome: object) -> None:
        if isinstance(outcome, Exception):
            failures.append(outcome)
        left.release()

    params = SamplingParams(tokens, seed=1, top_p=1.0)
    started = time.monotonic()
    for prompt in asked:
        engine.submit(SampleRequest(prompt, 1, params, model.adapter, done))
    for _ in asked:
        left.acquire()
    if failures:
        raise failures[0]
    return time.monotonic() - started


def training(model: TrainedModel, limits: Limits, sequences: int) -> dict[str, float]:
    """Sequences of 448 tokens that share 230; 122 of each are scored."""
    weights = np.zeros(SHARED + OWN, dtype=np.float32)
    weights[SHARED : SHARED + SCORED] = 1
    asked = prompts(model.base, sequences, 0)
    data = [Datum(tokens, {"target_tokens": np.roll(tokens, -1), "weights": weights}) for tokens in asked]
    options = PassOptions(LossConfig("cross_entropy"), True, limits.micro_batch_tokens)
    with ThreadPoolExecutor(limits.workers, initializer=lambda: torch.set_num_threads(1)) as pool:
        seconds = []
        for _ in range(3):
            started = time.monotonic()
            _, gradient = forward_backward(model, data, options, pool, lambda: False)
            if gradient is None or not gradient.isfinite().all():  # waits for a GPU, too
                raise ArithmeticError("The gradient is missing or not finite.")
            seconds.append(time.monotonic() - started)
    return {f"train_{sequences}_tokens_per_s": sequences * (SHARED + OWN) / min(seconds)}


if __name__ == "__main__":
    main()
