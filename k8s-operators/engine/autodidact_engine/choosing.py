"""Choose the next token of each row of a batch.

The log-probabilities reported are those of the model's own distribution (temperature 1, nothing cut off), the
one that forward_backward computes too, so that a policy ratio starts at 1 whatever the sampling settings were.
"""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
import torch
from torch import Tensor

LIKELY = 512  # tokens that are sorted first; top_p seldom needs more


@dataclass(frozen=True)
class SamplingParams:
    max_tokens: int
    temperature: float = 1.0
    top_p: float = 1.0
    top_k: int = -1
    seed: int | None = None
    stop_tokens: frozenset[int] = frozenset()
    stop_strings: tuple[str, ...] = ()


def choose(logits: Tensor, params: Sequence[SamplingParams], uniform: Sequence[float]) -> tuple[list[int], list[float]]:
    """Tokens and their log-probabilities; `uniform` holds one number in [0, 1) for each row.

    A row's choice depends on its own logits and number only, so a seed gives the same text in any batch.
    """
    greedy = [p.temperature == 0 for p in params]
    if all(greedy):
        chosen = logits.argmax(-1)
    else:
        temperature = torch.tensor([p.temperature or 1.0 for p in params], device=logits.device)
        probabilities = torch.softmax(logits / temperature[:, None], dim=-1)
        for i, p in enumerate(params):
            if not greedy[i] and (0 < p.top_k < logits.shape[1] or p.top_p < 1):
                probabilities[i] = _cut(probabilities[i], p)
        cumulative = probabilities.cumsum(-1)
        at = torch.tensor(uniform, device=logits.device, dtype=cumulative.dtype)[:, None] * cumulative[:, -1:]
        chosen = torch.searchsorted(cumulative, at, right=True).squeeze(1).clamp_(max=logits.shape[1] - 1)
        if any(greedy):
            chosen = torch.where(torch.tensor(greedy, device=logits.device), logits.argmax(-1), chosen)
    logprobs = logits.gather(1, chosen[:, None]).squeeze(1) - logits.logsumexp(-1)
    return chosen.tolist(), logprobs.tolist()


def _cut(probabilities: Tensor, params: SamplingParams) -> Tensor:
    """Keep the top_k most likely tokens, then the fewest that together reach top_p."""
    vocabulary = len(probabilities)
    most = params.top_k if 0 < params.top_k < vocabulary else vocabulary
    values, order = probabilities.topk(min(most, LIKELY))
    if most > LIKELY and float(values.sum()) < params.top_p:  # rarely: the likely ones do not suffice
        values, order = probabilities.topk(most)
    if params.top_p < 1:
        before = values.cumsum(-1) - values
        values[before >= params.top_p * (values.sum() if most < vocabulary else 1.0)] = 0.0
    return torch.zeros_like(probabilities).scatter_(0, order, values)


class Uniforms:
    """The stream of numbers of one sample: by seed and the sample's index where a seed is given."""

    def __init__(self, seed: int | None, index: int):
        entropy = None if seed is None else [seed & (2**63 - 1), index]
        self._generator = np.random.Generator(np.random.Philox(np.random.SeedSequence(entropy)))

    def next(self) -> float:
        return float(self._generator.random())
