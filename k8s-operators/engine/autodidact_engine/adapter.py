"""LoRA adapters: one flat vector of parameters, seen as pairs of low-rank factors.

For the fused layer W = [W_1; W_2; …] the pairs are laid out as A = [A_1; A_2; …] of shape
[blocks · rank, in] and B = [B_1; B_2; …] of shape [out, rank], so that PEFT's matrices are plain slices.
"""

import math
from dataclasses import dataclass
from functools import cached_property

import torch
from torch import Tensor

from .spec import ModelSpec

ALPHA = 32.0


@dataclass(frozen=True)
class Block:
    """One of PEFT's target modules within a fused layer."""

    name: str
    rows: int


@dataclass(frozen=True)
class Slot:
    """Where one fused layer's factors lie in the flat vector."""

    layer: int
    name: str
    columns: int
    blocks: tuple[Block, ...]
    offset: int
    rank: int

    @cached_property
    def rows(self) -> int:
        return sum(block.rows for block in self.blocks)

    @property
    def size(self) -> int:
        return self.rank * (len(self.blocks) * self.columns + self.rows)

    def a(self, flat: Tensor) -> Tensor:
        height = len(self.blocks) * self.rank
        return flat[self.offset : self.offset + height * self.columns].view(height, self.columns)

    def b(self, flat: Tensor) -> Tensor:
        return flat[self.offset + self.size - self.rows * self.rank : self.offset + self.size].view(
            self.rows, self.rank
        )


@dataclass(frozen=True)
class AdapterShape:
    """What a model's adapter consists of. The unembedding is not adapted: it is tied to the embedding."""

    spec: ModelSpec
    rank: int
    attention: bool = True
    mlp: bool = True
    alpha: float = ALPHA

    @property
    def scale(self) -> float:
        return self.alpha / self.rank

    @cached_property
    def slots(self) -> tuple[dict[str, Slot], ...]:
        offset, layers = 0, []
        for layer in range(self.spec.layers):
            slots = {}
            for name, columns, blocks in self._fused():
                slots[name] = Slot(layer, name, columns, blocks, offset, self.rank)
                offset += slots[name].size
            layers.append(slots)
        return tuple(layers)

    @cached_property
    def size(self) -> int:
        return sum(slot.size for slots in self.slots for slot in slots.values())

    def _fused(self) -> list[tuple[str, int, tuple[Block, ...]]]:
        s, fused = self.spec, []
        if self.attention:
            qkv = (Block("q_proj", s.q_rows), Block("k_proj", s.kv_rows), Block("v_proj", s.kv_rows))
            fused += [("qkv", s.hidden, qkv), ("o", s.q_rows, (Block("o_proj", s.hidden),))]
        if self.mlp:
            gate_up = (Block("gate_proj", s.intermediate), Block("up_proj", s.intermediate))
            fused += [("gate_up", s.hidden, gate_up), ("down", s.intermediate, (Block("down_proj", s.hidden),))]
        return fused

    def initial(self, seed: int) -> Tensor:
        """A uniform as PEFT draws it (Kaiming, a = √5), B zero: a new adapter changes nothing."""
        generator = torch.Generator().manual_seed(seed)
        flat = torch.zeros(self.size)
        for slots in self.slots:
            for slot in slots.values():
                bound = 1 / math.sqrt(slot.columns)
                slot.a(flat).uniform_(-bound, bound, generator=generator)
        return flat


@dataclass(frozen=True)
class Factors:
    """One slot's matrices as the multiplications want them."""

    slot: Slot
    a: Tensor  # [blocks · rank, in]
    b: Tensor  # [blocks · rank, out]; block-diagonal, scaled

    def add(self, x: Tensor, out: Tensor) -> Tensor:
        return out.addmm_(x @ self.a.t(), self.b)


@dataclass(frozen=True)
class AdapterWeights:
    """An immutable version of an adapter, ready to be multiplied with. `key` names it in caches."""

    key: str
    layers: tuple[dict[str, Factors], ...]


def adapter_weights(key: str, shape: AdapterShape, flat: Tensor, dtype: torch.dtype, device: torch.device):
    cast = flat.to(device, dtype)
    scaled = (flat * shape.scale).to(device, dtype)
    layers = tuple(
        {
            name: Factors(slot, slot.a(cast).clone(), _block_diagonal(slot, slot.b(scaled)))
            for name, slot in slots.items()
        }
        for slots in shape.slots
    )
    return AdapterWeights(key, layers)


def _block_diagonal(slot: Slot, b: Tensor) -> Tensor:
    full = b.new_zeros(len(slot.blocks) * slot.rank, slot.rows)
    row = 0
    for i, block in enumerate(slot.blocks):
        full[i * slot.rank : (i + 1) * slot.rank, row : row + block.rows] = b[row : row + block.rows].t()
        row += block.rows
    return full


def add_factor_gradients(factors: Factors, scale: float, x: Tensor, grad: Tensor, flat_grad: Tensor) -> Tensor:
    """Add this slot's gradients to the flat vector; give grad · B, which the input's gradient needs."""
    slot, rank = factors.slot, factors.slot.rank
    low = x @ factors.a.t()
    low_grad = grad @ factors.b.t()
    slot.a(flat_grad).add_((low_grad.t() @ x).float())
    b_grad, row = slot.b(flat_grad), 0
    for i, block in enumerate(slot.blocks):
        rows = slice(row, row + block.rows)
        b_grad[rows].add_((grad[:, rows].t() @ low[:, i * rank : (i + 1) * rank]).float(), alpha=scale)
        row += block.rows
    return low_grad
