"""Attention of several prompts' new tokens, each over what is known of its beginning and itself."""

from collections.abc import Sequence

import torch
from torch import Tensor

from .base_model import BaseModel
from .kv_cache import new_kv
from .layers import attend, causal_mask

WORTH_PADDING = 4  # times the work, at most


def prefill_attention(model: BaseModel, beginnings: Sequence[Tensor | None], counts: Sequence[int]):
    """Prompt after prompt on a CPU; on a GPU, where each call costs more than it computes, all of them at once."""
    lengths = [count + _length(beginning) for beginning, count in zip(beginnings, counts, strict=True)]
    needed = sum(count * length for count, length in zip(counts, lengths, strict=True))
    padded = len(counts) * max(counts) * max(lengths)
    if model.device.type != "cpu" and len(counts) > 1 and padded <= WORTH_PADDING * needed:
        return PaddedAttention(model, beginnings, counts)
    return SeparateAttention(model, beginnings, counts)


class SeparateAttention:
    def __init__(self, model: BaseModel, beginnings: Sequence[Tensor | None], counts: Sequence[int]):
        self._kvs, self._known, self._counts, self._masks = [], [], counts, []
        for beginning, count in zip(beginnings, counts, strict=True):
            known = _length(beginning)
            kv = new_kv(model, known + count)
            if beginning is not None:
                kv[:, :, :, :known] = beginning
            self._kvs.append(kv)
            self._known.append(known)
            self._masks.append(causal_mask(count, known + count, model.dtype, model.device) if known else None)

    def __call__(self, layer: int, q: Tensor, k: Tensor, v: Tensor) -> Tensor:
        pieces, start = [], 0
        for kv, known, count, mask in zip(self._kvs, self._known, self._counts, self._masks, strict=True):
            rows = slice(start, start + count)
            keys, values = kv[layer, 0], kv[layer, 1]
            keys[:, known:] = k[rows].transpose(0, 1)
            values[:, known:] = v[rows].transpose(0, 1)
            pieces.append(attend(q[rows], keys.transpose(0, 1), values.transpose(0, 1), mask, causal=mask is None))
            start += count
        return torch.cat(pieces)

    def kvs(self) -> list[Tensor]:
        return self._kvs


class PaddedAttention:
    """[layers, 2, prompts, kv_heads, longest, head_dim]; what is beyond a prompt's end is masked or never read."""

    def __init__(self, model: BaseModel, beginnings: Sequence[Tensor | None], counts: Sequence[int]):
        s, known = model.spec, [_length(beginning) for beginning in beginnings]
        self._lengths = [k + count for k, count in zip(known, counts, strict=True)]
        self._most, longest = max(counts), max(self._lengths)
        size = (s.layers, 2, len(counts), s.kv_heads, longest, s.head_dim)
        self._kv = torch.zeros(size, dtype=model.dtype, device=model.device)
        for i, beginning in enumerate(beginnings):
            if beginning is not None:
                self._kv[:, :, i, :, : known[i]] = beginning
        prompt = torch.repeat_interleave(torch.arange(len(counts)), torch.tensor(counts))
        query = torch.cat([torch.arange(count) for count in counts])
        self._prompt = prompt.to(model.device)
        self._query = query.to(model.device)
        self._position = (query + torch.tensor(known)[prompt]).to(model.device)
        last = torch.tensor(known, device=model.device)[:, None] + torch.arange(self._most, device=model.device)
        beyond = torch.arange(longest, device=model.device) > last[:, :, None]
        mask = torch.zeros(beyond.shape, dtype=model.dtype, device=model.device)
        self._mask = mask.masked_fill_(beyond, float("-inf"))[:, None]

    def __call__(self, layer: int, q: Tensor, k: Tensor, v: Tensor) -> Tensor:
        keys, values = self._kv[layer]
        keys[self._prompt, :, self._position] = k
        values[self._prompt, :, self._position] = v
        padded = q.new_zeros(len(self._lengths), self._most, *q.shape[1:])
        padded[self._prompt, self._query] = q
        groups = q.shape[1] // keys.shape[1]
        keys, values = keys.repeat_interleave(groups, dim=1), values.repeat_interleave(groups, dim=1)
        out = torch.nn.functional.scaled_dot_product_attention(padded.transpose(1, 2), keys, values, self._mask)
        return out.transpose(1, 2)[self._prompt, self._query].flatten(1)

    def kvs(self) -> list[Tensor]:
        return [self._kv[:, :, i, :, :length].contiguous() for i, length in enumerate(self._lengths)]


def _length(beginning: Tensor | None) -> int:
    return 0 if beginning is None else beginning.shape[3]
