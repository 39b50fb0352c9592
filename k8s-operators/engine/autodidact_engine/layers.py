"""The parts of a transformer layer between its matrices, forward and backward.

Tokens lie flat: x is [tokens, width]. The residual stream is float32, the matrices' inputs are of the model's type.
"""

import torch
from torch import Tensor

from .base_model import BaseModel, Layer


def rms_norm(h: Tensor, weight: Tensor, epsilon: float, dtype: torch.dtype) -> Tensor:
    return torch.nn.functional.rms_norm(h, (h.shape[-1],), weight, epsilon).to(dtype)


def rms_norm_gradient(grad: Tensor, h: Tensor, weight: Tensor, epsilon: float) -> Tensor:
    """dL/dh of rms_norm: r (g·w − n mean(g·w·n)) with n = h r, r = 1/rms(h)."""
    r = torch.rsqrt(h.square().mean(-1, keepdim=True).add_(epsilon))
    normal = h * r
    weighted = grad.float() * weight
    return normal.mul_((weighted * normal).mean(-1, keepdim=True)).neg_().add_(weighted).mul_(r)


def rotate(x: Tensor, cos: Tensor, sin: Tensor) -> Tensor:
    """Rotary positions on [tokens, heads, head_dim], halves apart as Hugging Face lays them out."""
    half = x.shape[-1] // 2
    swapped = torch.cat([-x[..., half:], x[..., :half]], dim=-1)
    return x * cos[:, None] + swapped * sin[:, None]


def heads_of(model: BaseModel, layer: Layer, qkv: Tensor, cos: Tensor, sin: Tensor) -> tuple[Tensor, Tensor, Tensor]:
    """Split [tokens, q+k+v] into rotated q [tokens, heads, d], rotated k and v [tokens, kv_heads, d]."""
    spec = model.spec
    tokens = qkv.shape[0]
    both, v = qkv.view(tokens, -1, spec.head_dim).split([spec.heads + spec.kv_heads, spec.kv_heads], dim=1)
    if layer.q_norm is not None and layer.k_norm is not None:
        q, k = both.split([spec.heads, spec.kv_heads], dim=1)
        q = rms_norm(q.float(), layer.q_norm, spec.norm_epsilon, qkv.dtype)
        k = rms_norm(k.float(), layer.k_norm, spec.norm_epsilon, qkv.dtype)
        both = torch.cat([q, k], dim=1)
    q, k = rotate(both, cos, sin).split([spec.heads, spec.kv_heads], dim=1)
    return q, k, v


def swiglu(gate_up: Tensor) -> Tensor:
    gate, up = gate_up.chunk(2, dim=-1)
    return torch.nn.functional.silu(gate).mul_(up)


def swiglu_gradient(grad: Tensor, gate_up: Tensor) -> Tensor:
    gate, up = gate_up.chunk(2, dim=-1)
    result = torch.empty_like(gate_up)
    gate_grad, up_grad = result.chunk(2, dim=-1)
    gate_grad.copy_(torch.ops.aten.silu_backward(grad * up, gate))
    torch.mul(grad, torch.nn.functional.silu(gate), out=up_grad)
    return result


def attend(q: Tensor, k: Tensor, v: Tensor, mask: Tensor | None, causal: bool = False) -> Tensor:
    """Grouped-query attention of [queries, heads, d] over [keys, kv_heads, d]; the mask is [queries, keys]."""
    groups = q.shape[1] // k.shape[1]
    k, v = (x.transpose(0, 1).repeat_interleave(groups, dim=0)[None] for x in (k, v))
    out = torch.nn.functional.scaled_dot_product_attention(
        q.transpose(0, 1)[None], k, v, attn_mask=mask, is_causal=causal
    )
    return out[0].transpose(0, 1).reshape(q.shape[0], -1)


def causal_mask(queries: int, keys: int, dtype: torch.dtype, device: torch.device) -> Tensor:
    """0 where a query may look and −∞ elsewhere, the last query seeing every key."""
    mask = torch.full((queries, keys), float("-inf"), dtype=dtype, device=device)
    return mask.triu_(keys - queries + 1)
