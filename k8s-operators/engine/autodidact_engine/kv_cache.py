"""Keys and values: of running sequences in slots, of finished ones in a cache by their tokens."""

import threading
from collections import OrderedDict
from dataclasses import dataclass

import numpy as np
import torch
from torch import Tensor

from .base_model import BaseModel
from .packing import common_prefix

GROWTH = 128  # positions that slots grow by


def bytes_per_token(model: BaseModel) -> int:
    return 2 * model.spec.layers * model.spec.kv_rows * torch.finfo(model.dtype).bits // 8


def new_kv(model: BaseModel, length: int) -> Tensor:
    """[layers, 2 (keys, values), kv_heads, length, head_dim]."""
    s = model.spec
    return torch.empty(s.layers, 2, s.kv_heads, length, s.head_dim, dtype=model.dtype, device=model.device)


class Slots:
    """The running batch's keys and values, [2, slots, kv_heads, length, head_dim] for each layer; slots stay dense.

    They take `positions` in all, more only if what runs needs it. Layers grow one after the other: while all of them
    are copied at once, twice the memory is in use.
    """

    def __init__(self, model: BaseModel, positions: int):
        self._model, self._positions = model, positions
        self._layers = self._empty()
        self.lengths: list[int] = []

    def _empty(self) -> list[Tensor]:
        return [self._allocate(0, 0) for _ in range(self._model.spec.layers)]

    def _allocate(self, slots: int, length: int) -> Tensor:
        s = self._model.spec
        return torch.zeros(2, slots, s.kv_heads, length, s.head_dim, dtype=self._model.dtype, device=self._model.device)

    def __len__(self) -> int:
        return len(self.lengths)

    def add(self, kv: Tensor) -> None:
        """Take a prompt's keys and values into the next free slot."""
        slot, length = len(self.lengths), kv.shape[3]
        self.reserve(slot + 1, length + 1)
        for layer, part in zip(self._layers, kv, strict=True):
            layer[:, slot, :, :length] = part
        self.lengths.append(length)

    def reserve(self, slots: int, length: int) -> None:
        """Room for so many sequences of that length, and for growth as far as the positions allow."""
        have_slots, have_length = self._layers[0].shape[1], self._layers[0].shape[3]
        if slots <= have_slots and length <= have_length:
            return
        used, longest = len(self.lengths), max(self.lengths, default=0)
        slots, length = max(slots, used), max(length, longest)
        if max(slots, have_slots) * max(length, have_length) <= self._positions:
            slots, length = max(slots, have_slots), max(length, have_length)
        slots = max(slots, min(-(-slots // 8) * 8, self._positions // length))
        length = max(length, min(-(-length // GROWTH) * GROWTH, self._positions // slots))
        for i, layer in enumerate(self._layers):
            wider = self._allocate(slots, length)
            wider[:, :used, :, :longest] = layer[:, :used, :, :longest]
            self._layers[i] = wider

    @property
    def nbytes(self) -> int:
        return sum(layer.nbytes for layer in self._layers)

    def layer(self, index: int) -> tuple[Tensor, Tensor]:
        longest = max(self.lengths) + 1
        kv = self._layers[index][:, : len(self.lengths), :, :longest]
        return kv[0], kv[1]

    def take(self, slot: int) -> Tensor:
        return torch.stack([layer[:, slot, :, : self.lengths[slot]] for layer in self._layers])

    def remove(self, slot: int) -> None:
        """Free a slot; the last one moves into it."""
        last = len(self.lengths) - 1
        if slot != last:
            length = self.lengths[last]
            for layer in self._layers:
                layer[:, slot, :, :length] = layer[:, last, :, :length]
            self.lengths[slot] = self.lengths[last]
        self.lengths.pop()
        if not self.lengths:
            self._layers = self._empty()


@dataclass(frozen=True)
class Cached:
    tokens: np.ndarray
    kv: Tensor


class PrefixCache:
    """The keys and values of what was computed before, found by the longest common prefix; oldest go first."""

    def __init__(self, budget_bytes: int):
        self._budget = budget_bytes
        self._entries: OrderedDict[tuple[str, int], Cached] = OrderedDict()
        self._by_version: dict[str, set[int]] = {}
        self._next = 0
        self._lock = threading.Lock()
        self.bytes = 0

    def find(self, version: str, tokens: np.ndarray) -> tuple[Cached, int] | None:
        """The entry that shares the most leading tokens, and how many."""
        with self._lock:
            best, length = None, 0
            for number in self._by_version.get(version, ()):
                common = common_prefix(self._entries[version, number].tokens, tokens)
                if common > length:
                    best, length = number, common
            if best is None:
                return None
            self._entries.move_to_end((version, best))
            return self._entries[version, best], length

    def add(self, version: str, tokens: np.ndarray, kv: Tensor) -> None:
        size = kv.nbytes
        if size > self._budget:
            return
        with self._lock:
            for number in list(self._by_version.get(version, ())):
                known = self._entries[version, number].tokens
                if len(known) <= len(tokens) and common_prefix(known, tokens) == len(known):
                    self._evict((version, number))
            self._entries[version, self._next] = Cached(tokens, kv)
            self._by_version.setdefault(version, set()).add(self._next)
            self._next += 1
            self.bytes += size
            while self.bytes > self._budget:
                self._evict(next(iter(self._entries)))

    def _evict(self, key: tuple[str, int]) -> None:
        self.bytes -= self._entries.pop(key).kv.nbytes
        self._by_version[key[0]].discard(key[1])
        if not self._by_version[key[0]]:
            del self._by_version[key[0]]
