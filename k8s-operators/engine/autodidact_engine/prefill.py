"""Compute prompts' keys and values, several at once, each behind what the prefix cache already knows."""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
import torch
from torch import Tensor

from .adapter import AdapterWeights
from .base_model import BaseModel
from .decoder import hidden_states, logits, rows_by_adapter, target_logprobs
from .kv_cache import PrefixCache
from .packing import common_prefix
from .prefill_attention import prefill_attention


@dataclass(frozen=True)
class Prompt:
    tokens: np.ndarray
    adapter: AdapterWeights | None
    scored: bool = False  # its own tokens' log-probabilities are wanted

    @property
    def version(self) -> str:
        return "base" if self.adapter is None else self.adapter.key


@dataclass(frozen=True)
class Prefilled:
    """`logits` are of the last token [vocabulary]; `scores` of the second to the last where they were asked for."""

    kv: Tensor
    logits: Tensor
    cached_tokens: int
    scores: list[float] | None = None


@torch.inference_mode()
def prefill(model: BaseModel, cache: PrefixCache, prompts: Sequence[Prompt]) -> list[Prefilled]:
    """Prompts that begin alike have the common part computed once: first, as an entry of the cache."""
    for prompt, length in _shared_beginnings(cache, prompts):
        beginning = Prompt(prompt.tokens[:length], prompt.adapter)
        cache.add(prompt.version, beginning.tokens, _compute(model, cache, [beginning])[0].kv)
    return _compute(model, cache, prompts)


def _shared_beginnings(cache: PrefixCache, prompts: Sequence[Prompt], worthwhile: int = 32):
    by_version: dict[str, list[Prompt]] = {}
    for prompt in prompts:
        if not prompt.scored:
            by_version.setdefault(prompt.version, []).append(prompt)
    for version, alike in by_version.items():
        alike.sort(key=lambda prompt: prompt.tokens.tolist())
        if len(alike) < 2:
            continue
        common = min(common_prefix(alike[0].tokens, alike[-1].tokens), len(alike[0].tokens) - 1)
        found = cache.find(version, alike[0].tokens[:common])
        if common - (found[1] if found else 0) >= worthwhile:
            yield alike[0], common


def _compute(model: BaseModel, cache: PrefixCache, prompts: Sequence[Prompt]) -> list[Prefilled]:
    beginnings, known = [], []
    for prompt in prompts:
        found = None if prompt.scored else cache.find(prompt.version, prompt.tokens[:-1])
        beginnings.append(found[0].kv[:, :, :, : found[1]] if found else None)
        known.append(found[1] if found else 0)
    counts = [len(prompt.tokens) - k for prompt, k in zip(prompts, known, strict=True)]
    flat = torch.from_numpy(
        np.concatenate([p.tokens[k:] for p, k in zip(prompts, known, strict=True)]).astype(np.int64)
    ).to(model.device)
    positions = torch.cat([torch.arange(k, k + c) for k, c in zip(known, counts, strict=True)]).to(model.device)
    attention = prefill_attention(model, beginnings, counts)
    adapters = rows_by_adapter([prompt.adapter for prompt in prompts], counts, model.device)
    h = hidden_states(model, flat, positions, attention, adapters)
    results, start = [], 0
    for prompt, kv, k, count in zip(prompts, attention.kvs(), known, counts, strict=True):
        rows = h[start : start + count]
        start += count
        results.append(Prefilled(kv, logits(model, rows[-1:])[0], k, _scores(model, prompt, rows)))
    return results


def _scores(model: BaseModel, prompt: Prompt, h: Tensor) -> list[float] | None:
    if not prompt.scored:
        return None
    targets = torch.from_numpy(prompt.tokens[1:].astype(np.int64)).to(model.device)
    return target_logprobs(model, h[:-1], targets).tolist()
