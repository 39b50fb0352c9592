"""Continuous batching: every step decodes one token of each running sequence, whatever adapter it uses."""

import logging
import threading
import time
from collections import deque
from collections.abc import Callable
from dataclasses import dataclass

import numpy as np
import torch
from torch import Tensor

from .base_model import BaseModel
from .choosing import Uniforms, choose
from .decode_attention import DecodeAttention
from .decoder import hidden_states, logits, rows_by_adapter
from .kv_cache import PrefixCache, Slots
from .limits import SamplerLimits
from .metrics import Metrics
from .packing import MINIMUM_SHARED, common_prefix
from .prefill import Prefilled, Prompt, prefill
from .requests import Running, SampledSequence, SampleRequest, SampleResult

log = logging.getLogger(__name__)
STOP_CONTEXT = 8  # tokens: where a stop string may begin in the middle of a character or word


@dataclass
class _Ready:
    """A prompt whose keys and values are known, with samples still to be started."""

    request: SampleRequest
    prefilled: Prefilled
    started: int = 0


class Sampler:
    """Owns the running batch. `submit` and `cancel` may be called from any thread, `run` has its own."""

    def __init__(
        self,
        model: BaseModel,
        cache: PrefixCache,
        limits: SamplerLimits,
        metrics: Metrics,
        decode: Callable[[list[int]], str],
    ):
        self._model, self._cache, self._limits, self._metrics = model, cache, limits, metrics
        self._decode = decode
        self._slots = Slots(model, limits.running_tokens)
        self._waiting: deque[SampleRequest] = deque()
        self._ready: deque[_Ready] = deque()
        self._running: list[Running] = []
        self._changed = threading.Condition()
        self._stopping = False

    def submit(self, request: SampleRequest) -> None:
        with self._changed:
            self._waiting.append(request)
            self._changed.notify()

    def stop(self) -> None:
        with self._changed:
            self._stopping = True
            self._changed.notify()

    @property
    def load(self) -> int:
        """Samples that are not finished yet."""
        with self._changed:
            waiting = sum(request.samples for request in self._waiting)
        return len(self._running) + sum(r.request.samples - r.started for r in tuple(self._ready)) + waiting

    def run(self) -> None:
        torch.set_num_threads(1)
        while True:
            with self._changed:
                while not (self._stopping or self._waiting or self._ready or self._running):
                    self._changed.wait()
                if self._stopping:
                    return
            started = time.monotonic()
            try:
                self._drop_cancelled()
                self._prefill()
                self._start()
                self._step()
            except Exception as error:  # the batch is lost, the engine is not
                log.exception("A sampling step failed")
                self._fail(error)
            self._metrics.add("sampling_busy_seconds", time.monotonic() - started)

    def _drop_cancelled(self) -> None:
        for slot in reversed(range(len(self._running))):
            if self._running[slot].request.cancelled:
                self._remove(slot)
        self._ready = deque(ready for ready in self._ready if not ready.request.cancelled)

    def _fail(self, error: Exception) -> None:
        requests = {id(r.request): r.request for r in [*self._running, *self._ready]}
        self._running, self._ready = [], deque()
        self._slots = Slots(self._model, self._limits.running_tokens)
        for request in requests.values():
            request.done(error)

    def _prefill(self) -> None:
        """Take waiting prompts as far as their samples can be started soon: until then, keys and values lie idle."""
        taken: list[SampleRequest] = []
        tokens = 0
        with self._changed:
            while self._waiting and self._has_room(self._waiting[0], taken):
                if taken and tokens + len(self._waiting[0].prompt) > self._limits.prefill_tokens:
                    break
                request = self._waiting.popleft()
                if not request.cancelled:
                    taken.append(request)
                    tokens += len(request.prompt)
        if not taken:
            return
        try:
            results = prefill(self._model, self._cache, [Prompt(r.prompt, r.adapter, r.prompt_logprobs) for r in taken])
        except Exception as error:
            log.exception("A prefill failed")
            for request in taken:
                request.done(error)
            return
        for request, result in zip(taken, results, strict=True):
            self._ready.append(_Ready(request, result))
            self._cache.add(request.version, request.prompt, result.kv)
            request.cached_tokens, request.scores = result.cached_tokens, result.scores
            self._metrics.add("prefill_tokens", len(request.prompt) - result.cached_tokens)
            self._metrics.add("prefix_cache_hit_tokens", result.cached_tokens)

    @torch.inference_mode()
    def _start(self) -> None:
        """Choose the first tokens of ready samples that fit, and give them slots."""
        starting: list[tuple[Running, Tensor, Tensor]] = []
        while self._ready and len(self._running) + len(starting) < self._limits.batch and self._fits(starting):
            ready = self._ready[0]
            running = Running(ready.request, ready.started, Uniforms(ready.request.params.seed, ready.started))
            starting.append((running, ready.prefilled.logits, ready.prefilled.kv))
            ready.started += 1
            if ready.started == ready.request.samples:
                self._ready.popleft()
        if not starting:
            return
        self._choose([s[0] for s in starting], torch.stack([s[1] for s in starting]))
        for running, _, kv in starting:
            self._running.append(running)
            self._slots.add(kv)
        self._finish_stopped()

    def _fits(self, starting: list[tuple[Running, Tensor, Tensor]]) -> bool:
        """Slots are as long as the longest sequence will be; all together must stay within the budget."""
        batch = [r.request for r in self._running] + [s[0].request for s in starting]
        return not batch or self._within([*batch, self._ready[0].request])

    def _has_room(self, request: SampleRequest, taken: list[SampleRequest]) -> bool:
        waiting = [r.request for r in self._ready for _ in range(r.request.samples - r.started)]
        before = [r.request for r in self._running] + waiting + [r for r in taken for _ in range(r.samples)]
        return not before or (len(before) < self._limits.batch and self._within([*before, request]))

    def _within(self, requests: list[SampleRequest]) -> bool:
        longest = max(len(r.prompt) + r.params.max_tokens for r in requests)
        return longest * len(requests) <= self._limits.running_tokens

    @torch.inference_mode()
    def _step(self) -> None:
        if not self._running:
            return
        tokens = torch.tensor([r.tokens[-1] for r in self._running], device=self._model.device)
        positions = torch.tensor(self._slots.lengths, device=self._model.device)
        self._slots.reserve(len(self._slots), max(self._slots.lengths) + 1)
        common = common_beginning(self._running) if self._model.device.type == "cpu" else 0  # a GPU reads fast enough
        attention = DecodeAttention(self._model, self._slots, positions, common)
        adapters = rows_by_adapter(
            [r.request.adapter for r in self._running], [1] * len(self._running), self._model.device
        )
        h = hidden_states(self._model, tokens, positions, attention, adapters)
        self._slots.lengths = [length + 1 for length in self._slots.lengths]
        self._choose(self._running, logits(self._model, h))
        self._metrics.add("decode_steps", 1)
        self._finish_stopped()

    def _choose(self, batch: list[Running], z: Tensor) -> None:
        tokens, logprobs = choose(z, [r.request.params for r in batch], [r.uniforms.next() for r in batch])
        for running, token, logprob in zip(batch, tokens, logprobs, strict=True):
            running.tokens.append(token)
            running.logprobs.append(logprob)
        self._metrics.add("sampled_tokens", len(batch))

    def _finish_stopped(self) -> None:
        for slot in reversed(range(len(self._running))):
            running = self._running[slot]
            reason = self._stop_reason(running)
            if reason is None:
                continue
            request = running.request
            computed = np.concatenate([request.prompt, np.array(running.tokens[:-1], dtype=request.prompt.dtype)])
            self._cache.add(request.version, computed, self._slots.take(slot))
            request.finished[running.index] = SampledSequence(running.tokens, running.logprobs, reason)
            self._remove(slot)
            if len(request.finished) == request.samples:
                sequences = [request.finished[i] for i in range(request.samples)]
                request.done(SampleResult(sequences, request.cached_tokens, request.scores))

    def _stop_reason(self, running: Running) -> str | None:
        params = running.request.params
        if running.tokens[-1] in params.stop_tokens or running.tokens[-1] in self._model.spec.eos:
            return "stop"
        if params.stop_strings:
            longest = max(len(stop) for stop in params.stop_strings)
            text = self._decode(running.tokens[-longest - STOP_CONTEXT :])
            if any(stop in text for stop in params.stop_strings):
                return "stop"
        return "length" if len(running.tokens) >= params.max_tokens else None

    def _remove(self, slot: int) -> None:
        """Free a slot; the last sequence moves into it, as its keys and values do."""
        self._slots.remove(slot)
        last = self._running.pop()
        if slot < len(self._running):
            self._running[slot] = last


def common_beginning(running: list[Running]) -> int:
    """How many leading positions of all slots are alike: the same tokens under the same weights."""
    first = running[0].request
    if len(running) < 2 or any(r.request.version != first.version for r in running):
        return 0
    common = min(common_prefix(first.prompt, r.request.prompt) for r in running)
    return common if common >= MINIMUM_SHARED else 0
