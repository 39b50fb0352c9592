"""Lay sequences that begin alike into micro-batches in which their common prefix is computed once."""

from collections.abc import Sequence
from dataclasses import dataclass, field

import numpy as np

MINIMUM_SHARED = 16


@dataclass(frozen=True)
class Group:
    """A prefix and the suffixes that continue it, as ranges of the flat micro-batch."""

    prefix: range
    suffixes: tuple[range, ...]


@dataclass
class MicroBatch:
    """`places[i]` are the flat positions of the i-th of `members`, one for each of its tokens."""

    members: list[int] = field(default_factory=list)
    tokens: list[np.ndarray] = field(default_factory=list)
    positions: list[np.ndarray] = field(default_factory=list)
    groups: list[Group] = field(default_factory=list)
    places: list[np.ndarray] = field(default_factory=list)
    size: int = 0

    def add(self, members: Sequence[int], sequences: Sequence[np.ndarray], shared: int) -> None:
        start = self.size
        prefix = self._append(sequences[members[0]][:shared], 0)
        suffixes = []
        for member in members:
            suffix = self._append(sequences[member][shared:], shared)
            suffixes.append(suffix)
            self.members.append(member)
            self.places.append(np.concatenate([np.arange(start, start + shared), np.arange(suffix.start, suffix.stop)]))
        self.groups.append(Group(prefix, tuple(s for s in suffixes if len(s))))

    def _append(self, tokens: np.ndarray, position: int) -> range:
        start = self.size
        self.tokens.append(tokens)
        self.positions.append(np.arange(position, position + len(tokens)))
        self.size += len(tokens)
        return range(start, self.size)


def pack(sequences: Sequence[np.ndarray], limit: int, workers: int = 1, share: bool = True) -> list[MicroBatch]:
    """Micro-batches of at most about `limit` tokens; every sequence is in exactly one.

    The limit is lowered to where workers that take turns at the batches have the least to do.
    """
    order = sorted(range(len(sequences)), key=lambda i: sequences[i].tolist()) if share else list(range(len(sequences)))
    tries = [
        _pack(order, sequences, int(limit * part), share) for part in np.linspace(1, 0.4, 13 if workers > 1 else 1)
    ]
    return min(tries, key=lambda batches: max(sum(b.size for b in batches[w::workers]) for w in range(workers)))


def _pack(order: list[int], sequences: Sequence[np.ndarray], limit: int, share: bool) -> list[MicroBatch]:
    batches = [MicroBatch()]
    for members, shared in _runs(order, sequences, limit, share):
        size = shared + sum(len(sequences[i]) - shared for i in members)
        if batches[-1].size and batches[-1].size + size > limit:
            batches.append(MicroBatch())
        batches[-1].add(members, sequences, shared)
    return [batch for batch in batches if batch.members]


def _runs(order: list[int], sequences: Sequence[np.ndarray], limit: int, share: bool):
    """Neighbours that share a worthwhile prefix, together no longer than the limit."""
    run: list[int] = []
    shared = 0
    for i in order:
        if run:
            common = min(common_prefix(sequences[run[-1]], sequences[i]), shared if len(run) > 1 else len(sequences[i]))
            size = common + sum(len(sequences[j]) - common for j in [*run, i])
            saves = common * len(run) >= shared * (len(run) - 1)
            if share and common >= MINIMUM_SHARED and size <= limit and saves:
                run, shared = [*run, i], common
                continue
            yield run, shared
        run, shared = [i], 0
    if run:
        yield run, shared


def common_prefix(a: np.ndarray, b: np.ndarray) -> int:
    length = min(len(a), len(b))
    different = np.flatnonzero(a[:length] != b[:length])
    return int(different[0]) if len(different) else length
