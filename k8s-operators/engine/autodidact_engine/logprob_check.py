"""Do a GPU and a CPU, float32 and bfloat16, the trainer and the sampler give the same log-probabilities?"""

import threading
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import Any

import numpy as np
import torch

from .adapter import AdapterShape, adapter_weights
from .base_model import BaseModel, load_base_model
from .choosing import SamplingParams
from .device import choose_precision
from .kv_cache import PrefixCache
from .limits import SamplerLimits
from .losses import LossConfig
from .metrics import Metrics
from .requests import SampledSequence, SampleRequest, SampleResult
from .sampler import Sampler
from .trainer import Datum, PassOptions, forward_backward
from .training_pass import TrainedModel

CONTEXT, PROMPTS, PROMPT_TOKENS, SAMPLED = 512, 6, 100, 40
EXACT = 2e-3  # nats: float32 summed in another order
ROUNDED = 0.1  # nats, on average: bfloat16 has eight bits


def agreement(directory: Path, device: torch.device) -> dict[str, Any]:
    """The largest and mean distance in nats of what was sampled on the device in float32, computed elsewhere."""
    precise = _adapted(directory, torch.float32, device)
    prompts = _prompts(precise.base)
    samples = _sampled(precise, prompts, temperature=1.0)
    reference = _flat(samples)
    on_cpu = _adapted(directory, torch.float32, torch.device("cpu"))
    fast = _adapted(directory, choose_precision("auto", device), device)
    fast_samples = _sampled(fast, prompts, temperature=1.0)
    distances = {
        "device_trainer": _distance(_trained(precise, prompts, samples), reference),
        "cpu_trainer": _distance(_trained(on_cpu, prompts, samples), reference),
        "cpu_sampler": _distance(_flat(_sampled(on_cpu, prompts, temperature=0.0)), _flat(_greedy(precise, prompts))),
        "fast_trainer_on_the_same_tokens": _distance(_trained(fast, prompts, samples), reference),
        "fast_trainer_to_fast_sampler": _distance(_trained(fast, prompts, fast_samples), _flat(fast_samples)),
    }
    for name, (largest, mean) in distances.items():
        if mean > (ROUNDED if name.startswith("fast") else EXACT):
            raise ArithmeticError(f"{name} differs by {mean:.4f} nats on average, {largest:.4f} at most.")
    return {name: {"largest": largest, "mean": mean} for name, (largest, mean) in distances.items()} | {
        "tokens": len(reference),
        "fast": str(fast.base.dtype).removeprefix("torch."),
    }


def _adapted(directory: Path, dtype: torch.dtype, device: torch.device) -> TrainedModel:
    """With an adapter that changes something."""
    base = load_base_model(directory, dtype, device, CONTEXT)
    shape = AdapterShape(base.spec, 8)
    noise = torch.randn(shape.size, generator=torch.Generator().manual_seed(2))
    return TrainedModel(base, shape, adapter_weights("check", shape, shape.initial(1) + 0.01 * noise, dtype, device))


def _prompts(base: BaseModel) -> list[np.ndarray]:
    random = np.random.default_rng(3)
    draw = [random.integers(20, base.spec.vocabulary, PROMPT_TOKENS + 7 * i) for i in range(PROMPTS)]
    return [tokens.astype(np.int32) for tokens in draw]


def _greedy(model: TrainedModel, prompts: list[np.ndarray]) -> list[SampledSequence]:
    return _sampled(model, prompts, temperature=0.0)


def _sampled(model: TrainedModel, prompts: list[np.ndarray], temperature: float) -> list[SampledSequence]:
    sampler = Sampler(model.base, PrefixCache(2**28), SamplerLimits(), Metrics(), str)
    threading.Thread(target=sampler.run, daemon=True).start()
    answers: dict[int, SampleResult | Exception] = {}
    left = threading.Semaphore(0)

    def submit(i: int) -> None:
        def done(outcome: SampleResult | Exception) -> None:
            answers[i] = outcome
            left.release()

        params = SamplingParams(SAMPLED, temperature=temperature, seed=i)
        sampler.submit(SampleRequest(prompts[i], 1, params, model.adapter, done))

    for i in range(len(prompts)):
        submit(i)
    for _ in prompts:
        left.acquire()
    sampler.stop()
    return [_sequence(answers[i]) for i in range(len(prompts))]


def _sequence(answer: SampleResult | Exception) -> SampledSequence:
    if isinstance(answer, Exception):
        raise answer
    return answer.sequences[0]


def _trained(model: TrainedModel, prompts: list[np.ndarray], samples: list[SampledSequence]) -> np.ndarray:
    """The trainer's log-probabilities of the sampled tokens."""
    data = []
    for prompt, sample in zip(prompts, samples, strict=True):
        tokens = np.concatenate([prompt, np.array(sample.tokens, dtype=np.int32)])
        weights = np.zeros(len(tokens) - 1, dtype=np.float32)
        weights[len(prompt) - 1 :] = 1
        data.append(Datum(tokens[:-1], {"target_tokens": tokens[1:], "weights": weights}))
    with ThreadPoolExecutor(1) as pool:
        options = PassOptions(LossConfig("cross_entropy"), False)
        result, _ = forward_backward(model, data, options, pool, lambda: False)
    return np.concatenate([p[datum.scored()] for datum, p in zip(data, result.logprobs, strict=True)])


def _flat(samples: list[SampledSequence]) -> np.ndarray:
    return np.concatenate([np.array(sample.logprobs) for sample in samples])


def _distance(a: np.ndarray, b: np.ndarray) -> tuple[float, float]:
    if a.shape != b.shape:
        raise ArithmeticError(f"{a.size} and {b.size} log-probabilities: other tokens were sampled.")
    apart = np.abs(a - b)
    return float(apart.max()), float(apart.mean())
