"""Forward and backward of one micro-batch, written out by hand.

Only the adapter has gradients, so the backward pass needs each layer's input, its q, k and v and its gate/up
activations; norms, activations and attention, whose weights would take as much memory as all of these, are computed
again. What is left to autograd is attention alone.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import cast

import torch
from torch import Tensor

from .adapter import AdapterShape, AdapterWeights, add_factor_gradients
from .attention import GroupAttention, Segments
from .base_model import BaseModel, Layer
from .decoder import ROWS_OF_LOGITS, logits
from .layers import heads_of, rms_norm, rms_norm_gradient, swiglu, swiglu_gradient
from .linear import FrozenLinear
from .packing import Group


@dataclass(frozen=True)
class TrainedModel:
    """A base model with the version of an adapter that gradients are wanted for."""

    base: BaseModel
    shape: AdapterShape
    adapter: AdapterWeights


@dataclass(frozen=True)
class _Saved:
    h: Tensor  # the layer's input
    qkv: Tensor  # what attention is computed from again
    h_mlp: Tensor
    gate_up: Tensor


class MicroBatchPass:
    """`forward` gives hidden states; `backward` takes their gradient and adds to the adapter's flat gradient."""

    def __init__(self, model: TrainedModel, tokens: Tensor, positions: Tensor, groups: Sequence[Group]):
        self._model, self._base = model, model.base
        self._tokens = tokens
        self._cos, self._sin = self._base.cos[positions], self._base.sin[positions]
        self._segments = Segments(groups, self._base.dtype, self._base.device)
        self._saved: list[_Saved] = []

    def forward(self, keep: bool) -> Tensor:
        """The residual stream after the last layer, [tokens, hidden]; `keep` what a backward pass needs."""
        base = self._base
        h = base.embedding[self._tokens].float()
        for i, layer in enumerate(base.layers):
            x = self._norm(h, layer.attention_norm)
            qkv = self._linear(i, "qkv", layer.qkv, x)
            o = self._linear(i, "o", layer.o, self._attention(layer, qkv))
            h_mlp = h + o
            gate_up = self._linear(i, "gate_up", layer.gate_up, self._norm(h_mlp, layer.mlp_norm))
            down = self._linear(i, "down", layer.down, swiglu(gate_up))
            if keep:
                self._saved.append(_Saved(h, qkv, h_mlp, gate_up))
            h = h_mlp + down
        return h

    def backward(self, grad: Tensor, flat_grad: Tensor) -> None:
        """`grad` is dL/dh of the last hidden states; the sums go to `flat_grad` (float32, as long as the adapter)."""
        epsilon, dtype = self._base.spec.norm_epsilon, self._base.dtype
        for i in reversed(range(len(self._base.layers))):
            layer, saved = self._base.layers[i], self._saved.pop()
            g = self._linear_gradient(i, "down", layer.down, swiglu(saved.gate_up), grad.to(dtype), flat_grad)
            g = swiglu_gradient(g, saved.gate_up)
            x = self._norm(saved.h_mlp, layer.mlp_norm)
            g = self._linear_gradient(i, "gate_up", layer.gate_up, x, g, flat_grad)
            grad = grad + rms_norm_gradient(g, saved.h_mlp, layer.mlp_norm, epsilon)
            with torch.enable_grad():
                attended = self._attention(layer, saved.qkv.requires_grad_())
            g = self._linear_gradient(i, "o", layer.o, attended.detach(), grad.to(dtype), flat_grad)
            (g,) = torch.autograd.grad(attended, saved.qkv, g)
            x = self._norm(saved.h, layer.attention_norm)
            g = self._linear_gradient(i, "qkv", layer.qkv, x, g, flat_grad)
            if i:
                grad = grad + rms_norm_gradient(g, saved.h, layer.attention_norm, epsilon)

    def _norm(self, h: Tensor, weight: Tensor) -> Tensor:
        return rms_norm(h, weight, self._base.spec.norm_epsilon, self._base.dtype)

    def _linear(self, i: int, slot: str, linear: FrozenLinear, x: Tensor) -> Tensor:
        out = linear(x)
        factors = self._model.adapter.layers[i].get(slot)
        return out if factors is None else factors.add(x, out)

    def _linear_gradient(
        self, i: int, slot: str, linear: FrozenLinear, x: Tensor, grad: Tensor, flat_grad: Tensor
    ) -> Tensor:
        result = linear.input_gradient(grad)
        factors = self._model.adapter.layers[i].get(slot)
        if factors is not None:
            low = add_factor_gradients(factors, self._model.shape.scale, x, grad, flat_grad)
            result.addmm_(low, factors.a)
        return result

    def _attention(self, layer: Layer, qkv: Tensor) -> Tensor:
        q, k, v = heads_of(self._base, layer, qkv, self._cos, self._sin)
        return cast(Tensor, GroupAttention.apply(q, k, v, self._segments))


def target_logprob_gradient(base: BaseModel, h: Tensor, targets: Tensor, weight: Tensor) -> Tensor:
    """d(Σ weight · log p(target))/dh: softmax is computed again, chunk by chunk."""
    result = torch.empty_like(h)
    for start in range(0, len(h), ROWS_OF_LOGITS):
        rows = slice(start, start + ROWS_OF_LOGITS)
        z = logits(base, h[rows])
        p = torch.softmax(z, dim=-1).neg_()
        p[torch.arange(len(p), device=p.device), targets[rows]] += 1.0
        g = base.unembedding.input_gradient(p.mul_(weight[rows, None]).to(base.dtype))
        result[rows] = rms_norm_gradient(g, h[rows], base.norm, base.spec.norm_epsilon)
    return result
