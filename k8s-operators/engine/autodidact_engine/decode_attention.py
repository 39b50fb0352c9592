"""Attention of one new token a sequence over the slots' keys and values.

What all running sequences have in common (a system prompt, a tool list) is read once for all of them: its
scores are one multiplication. Reading keys and values is what decoding many long sequences costs.
"""

import math

import torch
from torch import Tensor

from .base_model import BaseModel
from .kv_cache import Slots


class DecodeAttention:
    """`common` leading positions are alike in every slot; 0 when nothing is worth sharing."""

    def __init__(self, model: BaseModel, slots: Slots, positions: Tensor, common: int):
        self._spec, self._slots, self._positions, self._common = model.spec, slots, positions, common
        self._rows = torch.arange(len(positions), device=model.device)
        beyond = torch.arange(max(slots.lengths) + 1, device=model.device) > positions[:, None]
        mask = torch.zeros(beyond.shape, dtype=model.dtype, device=model.device)
        self._mask = mask.masked_fill_(beyond, float("-inf"))[:, None, None]

    def __call__(self, layer: int, q: Tensor, k: Tensor, v: Tensor) -> Tensor:
        keys, values = self._slots.layer(layer)
        keys[self._rows, :, self._positions] = k
        values[self._rows, :, self._positions] = v
        grouped = q.view(len(q), self._spec.kv_heads, -1, self._spec.head_dim)
        if self._common:
            return self._shared(grouped, keys, values)
        out = torch.nn.functional.scaled_dot_product_attention(grouped, keys, values, attn_mask=self._mask)
        return out.reshape(len(q), -1)

    def _shared(self, q: Tensor, keys: Tensor, values: Tensor) -> Tensor:
        batch, kv_heads, groups, d = q.shape
        q, common = q * (1 / math.sqrt(d)), self._common
        across = q.transpose(0, 1).reshape(kv_heads, batch * groups, d)
        scores = torch.bmm(across, keys[0, :, :common].transpose(1, 2))
        scores = scores.view(kv_heads, batch, groups, common).transpose(0, 1)
        own = _scores(q.flatten(0, 1), keys[:, :, common:].flatten(0, 1)).view(batch, kv_heads, groups, -1)
        weights = torch.softmax(torch.cat([scores, own], dim=-1).add_(self._mask), dim=-1)
        shared = weights[..., :common].transpose(0, 1).reshape(kv_heads, batch * groups, common)
        shared = torch.bmm(shared, values[0, :, :common]).view(kv_heads, batch, groups, d).transpose(0, 1)
        own = torch.bmm(weights[..., common:].flatten(0, 1), values[:, :, common:].flatten(0, 1))
        return (own.view(batch, kv_heads, groups, d) + shared).reshape(batch, -1)


def _scores(q: Tensor, keys: Tensor) -> Tensor:
    """q Kᵀ; in bfloat16 the long side first, which is twice as fast on a CPU."""
    if q.dtype == torch.bfloat16:
        return torch.bmm(keys, q.transpose(1, 2)).transpose(1, 2)
    return torch.bmm(q, keys.transpose(1, 2))
