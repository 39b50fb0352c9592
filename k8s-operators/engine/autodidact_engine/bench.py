"""Measure the engine: decoding, prefill, training, memory. python -m autodidact_engine.bench --help."""

import argparse
import json
import os
import resource
import threading
import time
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import numpy as np
import torch

from .__main__ import DEFAULT_MODEL, model_directory
from .adapter import AdapterShape, adapter_weights
from .base_model import BaseModel, load_base_model
from .choosing import SamplingParams
from .engine import choose_device, choose_precision
from .kv_cache import PrefixCache
from .lanes import Lanes
from .losses import LossConfig
from .metrics import Metrics
from .requests import SampleRequest
from .sampler import Sampler, SamplerLimits
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
    shape = AdapterShape(base.spec, 16)
    model = TrainedModel(base, shape, adapter_weights("bench", shape, shape.initial(0), dtype, device))
    precision, load = str(dtype).removeprefix("torch."), os.getloadavg()[0]
    print(f"{precision} on {device}, {arguments.threads} threads, system load {load:.1f}")
    figures = report(training(model, arguments.threads))
    for batch in (1, 8, 16, 32, 64):
        figures |= report(sampling(model, batch, arguments.threads))
    figures |= report({"peak_rss_mb": resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024})
    if arguments.json:
        arguments.json.write_text(json.dumps(figures, indent=1) + "\n", encoding="utf-8")


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


def sampling(model: TrainedModel, batch: int, threads: int) -> dict[str, float]:
    """Prompts that share 230 of 448 tokens, as an environment's tasks do; an adapter is applied."""
    asked = prompts(model.base, batch, batch)
    lanes, cache = [], PrefixCache(2**30)
    for _ in range(threads):
        lanes.append(Sampler(model.base, cache, SamplerLimits(), Metrics(), str))
    engine = Lanes(lanes)
    engine.start()
    first = ask(engine, model, asked, 1)
    rest = ask(engine, model, asked, DECODED)
    engine.stop()
    tokens = len(asked) * (SHARED + OWN)
    return {f"prefill_{batch}_tokens_per_s": tokens / first, f"decode_{batch}_tokens_per_s": batch * DECODED / rest}


def ask(engine: Lanes, model: TrainedModel, asked: list[np.ndarray], tokens: int) -> float:
    left = threading.Semaphore(0)
    params = SamplingParams(tokens, seed=1, top_p=1.0)
    started = time.monotonic()
    for prompt in asked:
        engine.submit(SampleRequest(prompt, 1, params, model.adapter, lambda _: left.release()))
    for _ in asked:
        left.acquire()
    return time.monotonic() - started


def training(model: TrainedModel, threads: int) -> dict[str, float]:
    """8 sequences of 448 tokens that share 230; 122 of each are scored."""
    weights = np.zeros(SHARED + OWN, dtype=np.float32)
    weights[SHARED : SHARED + SCORED] = 1
    sequences = prompts(model.base, 8, 0)
    data = [Datum(tokens, {"target_tokens": np.roll(tokens, -1), "weights": weights}) for tokens in sequences]
    options = PassOptions(LossConfig("cross_entropy"), True, 1024)
    with ThreadPoolExecutor(threads, initializer=lambda: torch.set_num_threads(1)) as pool:
        seconds = []
        for _ in range(3):
            started = time.monotonic()
            forward_backward(model, data, options, pool, lambda: False)
            seconds.append(time.monotonic() - started)
    return {"train_tokens_per_s": 8 * (SHARED + OWN) / min(seconds)}


if __name__ == "__main__":
    main()
