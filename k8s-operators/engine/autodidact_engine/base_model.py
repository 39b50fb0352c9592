"""The frozen weights of a base model, fused where one multiplication can serve several."""

from dataclasses import dataclass
from pathlib import Path

import torch
from safetensors import safe_open
from torch import Tensor

from .linear import FrozenLinear
from .spec import ModelSpec, UnsupportedModel, read_spec


@dataclass(frozen=True)
class Layer:
    attention_norm: Tensor
    qkv: FrozenLinear
    q_norm: Tensor | None
    k_norm: Tensor | None
    o: FrozenLinear
    mlp_norm: Tensor
    gate_up: FrozenLinear
    down: FrozenLinear


@dataclass(frozen=True)
class BaseModel:
    spec: ModelSpec
    dtype: torch.dtype
    device: torch.device
    embedding: Tensor
    layers: tuple[Layer, ...]
    norm: Tensor
    unembedding: FrozenLinear
    cos: Tensor
    sin: Tensor


def load_base_model(directory: Path, dtype: torch.dtype, device: torch.device, context: int) -> BaseModel:
    spec = read_spec(directory)
    weights = _Weights(directory, dtype, device)
    embedding = weights.take("model.embed_tokens.weight")
    unembedding = embedding if spec.tied else weights.take("lm_head.weight")
    cos, sin = rotary_table(spec, context, dtype, device)
    layers = tuple(_layer(weights, f"model.layers.{i}.", spec) for i in range(spec.layers))
    return BaseModel(
        spec=spec,
        dtype=dtype,
        device=device,
        embedding=embedding,
        layers=layers,
        norm=weights.take("model.norm.weight").float(),
        unembedding=FrozenLinear(unembedding),
        cos=cos,
        sin=sin,
    )


def rotary_table(spec: ModelSpec, context: int, dtype: torch.dtype, device: torch.device) -> tuple[Tensor, Tensor]:
    """cos and sin of every position's angles, [context, head_dim]; the two halves repeat."""
    half = torch.arange(0, spec.head_dim, 2, dtype=torch.float32) / spec.head_dim
    angles = torch.arange(context, dtype=torch.float32)[:, None] / (spec.rope_theta**half)[None, :]
    angles = torch.cat([angles, angles], dim=-1)
    return angles.cos().to(device, dtype), angles.sin().to(device, dtype)


def _layer(weights: "_Weights", prefix: str, spec: ModelSpec) -> Layer:
    attention, mlp = prefix + "self_attn.", prefix + "mlp."
    qkv = torch.cat([weights.take(f"{attention}{part}_proj.weight") for part in "qkv"])
    bias = torch.cat([weights.take(f"{attention}{part}_proj.bias") for part in "qkv"]) if spec.qkv_bias else None
    gate_up = torch.cat([weights.take(f"{mlp}{part}_proj.weight") for part in ("gate", "up")])
    return Layer(
        attention_norm=weights.take(prefix + "input_layernorm.weight").float(),
        qkv=FrozenLinear(qkv, bias),
        q_norm=weights.take(attention + "q_norm.weight").float() if spec.qk_norm else None,
        k_norm=weights.take(attention + "k_norm.weight").float() if spec.qk_norm else None,
        o=FrozenLinear(weights.take(attention + "o_proj.weight")),
        mlp_norm=weights.take(prefix + "post_attention_layernorm.weight").float(),
        gate_up=FrozenLinear(gate_up),
        down=FrozenLinear(weights.take(mlp + "down_proj.weight")),
    )


class _Weights:
    """Tensors by name over one or several safetensors files."""

    def __init__(self, directory: Path, dtype: torch.dtype, device: torch.device):
        self._files = {}
        self._dtype, self._device = dtype, device
        for path in sorted(directory.glob("*.safetensors")):
            file = safe_open(path, framework="pt")
            self._files.update(dict.fromkeys(file.keys(), file))
        if not self._files:
            raise UnsupportedModel(f"{directory} holds no *.safetensors: download or convert the weights first.")

    def take(self, name: str) -> Tensor:
        if name not in self._files:
            raise UnsupportedModel(f"The weights lack '{name}': the directory is incomplete or of another family.")
        # a copy: a tensor that lies in the mapped file keeps all of the file in memory
        return self._files[name].get_tensor(name).to(self._device, self._dtype, copy=True)
