"""The engine gives memory back that it does not use, and keeps to what it was allowed."""

import asyncio
import gc
import threading
import weakref
from functools import partial

import numpy as np
import torch
from conftest import adapter, random_tokens

from autodidact_engine.base_model import BaseModel
from autodidact_engine.choosing import SamplingParams
from autodidact_engine.futures import Future, Futures
from autodidact_engine.kv_cache import PrefixCache, Slots, bytes_per_token, new_kv
from autodidact_engine.limits import AskedLimits, SamplerLimits, limits_of
from autodidact_engine.memory import give_back, resident_bytes
from autodidact_engine.metrics import Metrics
from autodidact_engine.requests import SampleRequest
from autodidact_engine.sampler import Sampler


def test_nothing_is_given_back_below_the_limit():
    assert not give_back(2**50)


def test_free_memory_is_given_back_above_the_limit():
    kept = [bytearray(100_000) for _ in range(2_000)]
    last = kept[-1]
    full = resident_bytes()
    kept.clear()
    assert give_back(0)
    assert resident_bytes() < full - 100_000_000
    assert len(last) == 100_000


def test_few_long_sequences_after_many_short_ones_keep_to_the_positions(base: BaseModel):
    slots = Slots(base, positions=1000)
    kept = torch.randn_like(new_kv(base, 100))
    for _ in range(9):
        slots.add(kept)
    assert slots.nbytes <= 1000 * bytes_per_token(base)
    for _ in range(7):
        slots.remove(0)
    slots.reserve(2, 480)
    slots.add(new_kv(base, 10))
    slots.remove(2)
    assert slots.nbytes <= 1000 * bytes_per_token(base)
    torch.testing.assert_close(slots.take(1), kept, atol=0, rtol=0)


def test_what_runs_has_room_even_beyond_the_positions(base: BaseModel):
    slots = Slots(base, positions=50)
    slots.add(new_kv(base, 90))
    assert slots.take(0).shape[3] == 90


def test_prompts_wait_until_their_samples_can_start(base: BaseModel):
    limits = SamplerLimits(batch=64, running_tokens=200)
    sampler, left = Sampler(base, PrefixCache(0), limits, Metrics(), str), threading.Semaphore(0)
    most = 0

    def done(_: object) -> None:
        nonlocal most
        most = max(most, len(sampler._running) + len(sampler._ready))
        left.release()

    for i in range(12):
        sampler.submit(SampleRequest(random_tokens(i, 40), 1, SamplingParams(10, seed=i), None, done))
    threading.Thread(target=sampler.run, daemon=True).start()
    for _ in range(12):
        assert left.acquire(timeout=30)
    sampler.stop()
    assert 1 < most <= 200 // 50


def test_a_sequence_replaces_its_own_beginnings_in_the_cache(base: BaseModel):
    cache, tokens = PrefixCache(2**28), random_tokens(1, 60)
    for length in (20, 40, 60):
        cache.add("v", tokens[:length], new_kv(base, length))
    cache.add("v", np.concatenate([tokens[:30], random_tokens(2, 5)]), new_kv(base, 35))
    assert cache.bytes == (60 + 35) * bytes_per_token(base)
    found = cache.find("v", tokens[:40])
    assert found is not None
    assert found[1] == 40


def test_a_result_that_is_kept_does_not_keep_the_adapter(base: BaseModel):
    async def sampled() -> tuple[Future, weakref.ref]:
        futures = Futures(asyncio.get_running_loop())
        future, weights = futures.create("session", "sample"), adapter(base, 1)
        future.cancel = partial(print, weights)
        futures.resolve(future, "result")
        await future.done.wait()
        return future, weakref.ref(weights)

    future, weights = asyncio.run(sampled())
    gc.collect()
    assert future.result == "result"
    assert weights() is None


def test_the_limits_a_person_sets_are_the_limits(base: BaseModel):
    limits = limits_of(base, 2, AskedLimits(running_tokens=4000, decode_batch=10))
    assert limits.of_a_lane == SamplerLimits(5, limits.prefill_tokens, 2000)
    assert limits.prefix_cache_bytes == limits_of(base, 2, AskedLimits()).prefix_cache_bytes
