"""The forward pass without gradients: flat tokens in, hidden states out; attention is the caller's."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

import torch
from torch import Tensor

from .adapter import AdapterWeights
from .base_model import BaseModel
from .layers import heads_of, rms_norm, swiglu

ROWS_OF_LOGITS = 128  # that exist at a time: 25 MB of 49,152 tokens in float32

# (layer, q, k, v) -> [tokens, heads · head_dim]
Attention = Callable[[int, Tensor, Tensor, Tensor], Tensor]


@dataclass(frozen=True)
class AdapterRows:
    """Which rows of the flat batch an adapter applies to; `rows` is None for all of them."""

    weights: AdapterWeights
    rows: Tensor | None

    def add(self, layer: int, slot: str, x: Tensor, out: Tensor) -> None:
        factors = self.weights.layers[layer].get(slot)
        if factors is None:
            return
        if self.rows is None:
            factors.add(x, out)
        else:
            out[self.rows] = factors.add(x[self.rows], out[self.rows])


def rows_by_adapter(adapters: Sequence[AdapterWeights | None], counts: Sequence[int], device: torch.device):
    """Group a batch's rows by adapter: sequence i owns counts[i] rows."""
    rows: dict[str, tuple[AdapterWeights, list[int]]] = {}
    start = 0
    for adapter, count in zip(adapters, counts, strict=True):
        if adapter is not None:
            rows.setdefault(adapter.key, (adapter, []))[1].extend(range(start, start + count))
        start += count
    return [
        AdapterRows(weights, None if len(of) == start else torch.tensor(of, device=device))
        for weights, of in rows.values()
    ]


def hidden_states(
    model: BaseModel, tokens: Tensor, positions: Tensor, attention: Attention, adapters: Sequence[AdapterRows]
) -> Tensor:
    """The residual stream after the last layer, [tokens, hidden], float32 and not yet normed."""
    spec, dtype = model.spec, model.dtype
    cos, sin = model.cos[positions], model.sin[positions]
    h = model.embedding[tokens].float()
    for i, layer in enumerate(model.layers):
        x = rms_norm(h, layer.attention_norm, spec.norm_epsilon, dtype)
        qkv = layer.qkv(x)
        for adapter in adapters:
            adapter.add(i, "qkv", x, qkv)
        x = attention(i, *heads_of(model, layer, qkv, cos, sin))
        o = layer.o(x)
        for adapter in adapters:
            adapter.add(i, "o", x, o)
        h += o
        x = rms_norm(h, layer.mlp_norm, spec.norm_epsilon, dtype)
        gate_up = layer.gate_up(x)
        for adapter in adapters:
            adapter.add(i, "gate_up", x, gate_up)
        x = swiglu(gate_up)
        down = layer.down(x)
        for adapter in adapters:
            adapter.add(i, "down", x, down)
        h += down
    return h


def logits(model: BaseModel, h: Tensor) -> Tensor:
    """[rows, vocabulary], float32."""
    return model.unembedding.in_float32(rms_norm(h, model.norm, model.spec.norm_epsilon, model.dtype))


def target_logprobs(base: BaseModel, h: Tensor, targets: Tensor) -> Tensor:
    """log p(target) for each row of h [rows, hidden], float32; only some rows' logits exist at a time."""
    parts = [torch.zeros(0)]
    for rows, target in zip(h.split(ROWS_OF_LOGITS), targets.split(ROWS_OF_LOGITS), strict=True):
        z = logits(base, rows)
        parts.append((z.gather(1, target[:, None]).squeeze(1) - z.logsumexp(-1)).cpu())
    return torch.cat(parts)
