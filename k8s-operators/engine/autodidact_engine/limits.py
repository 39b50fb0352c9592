"""How much is worked on at a time. These bounds decide how much memory the engine takes; the README adds them up."""

from dataclasses import dataclass, replace

from .base_model import BaseModel
from .device import free_bytes
from .kv_cache import bytes_per_token

MEBIBYTE = 2**20


@dataclass(frozen=True)
class Limits:
    """`running_tokens` and `decode_batch` are of all lanes together."""

    lanes: int  # samplers side by side
    workers: int  # micro-batches side by side
    decode_batch: int  # sequences decoded together
    running_tokens: int  # positions of keys and values that sequences being sampled may take
    prefill_tokens: int  # prompt tokens computed together
    micro_batch_tokens: int  # tokens trained on together, by each worker
    prefix_cache_bytes: int

    @property
    def of_a_lane(self) -> "SamplerLimits":
        return SamplerLimits(
            max(1, self.decode_batch // self.lanes), self.prefill_tokens, self.running_tokens // self.lanes
        )


@dataclass(frozen=True)
class SamplerLimits:
    """One lane's share."""

    batch: int = 64
    prefill_tokens: int = 2048
    running_tokens: int = 16_384


@dataclass(frozen=True)
class AskedLimits:
    """What a person set; None leaves it to the machine."""

    decode_batch: int | None = None
    running_tokens: int | None = None
    micro_batch_tokens: int | None = None
    prefix_cache_bytes: int | None = None


MOST_LANES = 4
ON_CPU = Limits(
    lanes=1,
    workers=1,
    decode_batch=128,
    running_tokens=32_768,
    prefill_tokens=2048,
    micro_batch_tokens=1024,
    prefix_cache_bytes=512 * MEBIBYTE,
)


def limits_of(base: BaseModel, threads: int, asked: AskedLimits) -> Limits:
    given = {name: value for name, value in vars(asked).items() if value is not None}
    free = free_bytes(base.device)
    if free is not None:
        return replace(_on_gpu(base, free), **given)
    return replace(ON_CPU, lanes=max(1, min(threads, MOST_LANES)), workers=max(1, threads), **given)


def _on_gpu(base: BaseModel, free: int) -> Limits:
    """One lane and one worker, for they would only wait for one another; each part has a share of what is free."""
    return Limits(
        lanes=1,
        workers=1,
        decode_batch=256,
        running_tokens=max(16_384, min(524_288, free // 4 // bytes_per_token(base))),
        prefill_tokens=16_384,
        micro_batch_tokens=max(1024, min(16_384, free // 4 // trained_bytes_per_token(base))),
        prefix_cache_bytes=min(8192 * MEBIBYTE, free // 8),
    )


def trained_bytes_per_token(base: BaseModel) -> int:
    """About what a training pass keeps of a token until its backward pass; attention's weights, which depend on how
    long sequences are, taken as those of 512 positions."""
    s, size = base.spec, base.embedding.element_size()
    kept = 2 * 4 * s.hidden + size * (3 * s.q_rows + 4 * s.kv_rows + 2 * s.intermediate + 512 * s.heads)
    return s.layers * kept
