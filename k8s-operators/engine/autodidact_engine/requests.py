"""What is asked of the sampler and what it answers."""

from collections.abc import Callable
from dataclasses import dataclass, field

import numpy as np

from .adapter import AdapterWeights
from .choosing import SamplingParams, Uniforms


@dataclass(frozen=True)
class SampledSequence:
    tokens: list[int]
    logprobs: list[float]
    stop_reason: str  # stop | length


@dataclass(frozen=True)
class SampleResult:
    sequences: list[SampledSequence]
    cached_tokens: int
    prompt_logprobs: list[float] | None = None


@dataclass
class SampleRequest:
    """One prompt, `samples` continuations. `done` is called once, from a sampling thread, unless cancelled."""

    prompt: np.ndarray
    samples: int
    params: SamplingParams
    adapter: AdapterWeights | None
    done: Callable[[SampleResult | Exception], None]
    prompt_logprobs: bool = False
    cancelled: bool = False
    cached_tokens: int = 0
    scores: list[float] | None = None
    finished: dict[int, SampledSequence] = field(default_factory=dict)

    @property
    def version(self) -> str:
        return "base" if self.adapter is None else self.adapter.key


@dataclass
class Running:
    """A sequence being decoded. Keys and values exist for all its tokens but the last."""

    request: SampleRequest
    index: int
    uniforms: Uniforms
    tokens: list[int] = field(default_factory=list)
    logprobs: list[float] = field(default_factory=list)
