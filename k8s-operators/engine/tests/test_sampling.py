"""What is sampled must not depend on who else is being served, nor on caches."""

import threading
from collections.abc import Callable, Iterator

import numpy as np
import pytest
import torch
from conftest import adapter, byte_tokenizer, random_tokens

from autodidact_engine.base_model import BaseModel
from autodidact_engine.choosing import SamplingParams, choose
from autodidact_engine.kv_cache import PrefixCache
from autodidact_engine.lanes import Lanes
from autodidact_engine.limits import SamplerLimits
from autodidact_engine.metrics import Metrics
from autodidact_engine.prefill import Prompt, prefill
from autodidact_engine.prefill_attention import PaddedAttention, SeparateAttention
from autodidact_engine.requests import SampleRequest, SampleResult
from autodidact_engine.sampler import Sampler

SEEDED = SamplingParams(max_tokens=24, temperature=0.9, top_p=0.95, seed=11)


class Bench:
    """A sampler with its thread, asked and waited for."""

    def __init__(self, base: BaseModel, cache_bytes: int = 2**28, limits: SamplerLimits | None = None):
        self.metrics = Metrics()
        limits = limits or SamplerLimits()
        decode = byte_tokenizer().decode
        self.sampler = Sampler(base, PrefixCache(cache_bytes), limits, self.metrics, decode)
        self.thread = threading.Thread(target=self.sampler.run, daemon=True)
        self.thread.start()

    def ask(self, *asked: tuple) -> list[SampleResult]:
        answers: list = [None] * len(asked)
        left = threading.Semaphore(0)
        for i, (prompt, samples, params, weights) in enumerate(asked):

            def done(outcome: SampleResult | Exception, i: int = i) -> None:
                answers[i] = outcome
                left.release()

            self.sampler.submit(SampleRequest(prompt, samples, params, weights, done))
        for _ in asked:
            assert left.acquire(timeout=30)
        for answer in answers:
            if isinstance(answer, Exception):
                raise answer
        return answers

    def stop(self) -> None:
        self.sampler.stop()
        self.thread.join(timeout=10)


@pytest.fixture
def bench(base: BaseModel) -> Iterator[Bench]:
    running = Bench(base)
    yield running
    running.stop()


def same(a: SampleResult, b: SampleResult) -> None:
    assert [s.tokens for s in a.sequences] == [s.tokens for s in b.sequences]
    for x, y in zip(a.sequences, b.sequences, strict=True):
        np.testing.assert_allclose(x.logprobs, y.logprobs, atol=1e-4)


def test_a_batch_gives_each_request_what_it_gets_alone(base: BaseModel):
    weights = [None, adapter(base, 1), adapter(base, 2)]
    asked = [(random_tokens(i, 5 + 7 * i), 2, SEEDED, weights[i % 3]) for i in range(9)]
    together, alone = Bench(base), Bench(base, cache_bytes=0)
    for answer, request in zip(together.ask(*asked), asked, strict=True):
        same(answer, alone.ask(request)[0])
    together.stop()
    alone.stop()


def test_a_batch_whose_prompts_begin_alike_gives_each_what_it_gets_alone(base: BaseModel):
    beginning, weights = random_tokens(50, 40), adapter(base, 1)
    asked = [(np.concatenate([beginning, random_tokens(60 + i, 1 + 5 * i)]), 2, SEEDED, weights) for i in range(6)]
    together, alone = Bench(base), Bench(base, cache_bytes=0)
    for answer, (prompt, _, params, _) in zip(together.ask(*asked), asked, strict=True):
        first = SampleResult(answer.sequences[:1], answer.cached_tokens)
        same(first, alone.ask((prompt, 1, params, weights))[0])
    together.stop()
    alone.stop()


def test_a_small_batch_limit_only_makes_requests_wait(base: BaseModel):
    asked = [(random_tokens(i, 10), 3, SEEDED, None) for i in range(4)]
    wide, narrow = Bench(base), Bench(base, limits=SamplerLimits(batch=2, running_tokens=120))
    for a, b in zip(wide.ask(*asked), narrow.ask(*asked), strict=True):
        same(a, b)
    wide.stop()
    narrow.stop()


def test_the_prefix_cache_changes_nothing_but_the_work(base: BaseModel, bench: Bench):
    without = Bench(base, cache_bytes=0)
    prompt = random_tokens(3, 80)
    first = bench.ask((prompt, 1, SEEDED, None))[0]
    turn = np.concatenate([prompt, np.array(first.sequences[0].tokens, dtype=np.int32), random_tokens(4, 9)])
    second, plain = bench.ask((turn, 1, SEEDED, None))[0], without.ask((turn, 1, SEEDED, None))[0]
    same(second, plain)
    assert plain.cached_tokens == 0
    assert second.cached_tokens >= len(prompt) + len(first.sequences[0].tokens) - 1
    without.stop()


def test_lanes_share_the_work(base: BaseModel):
    metrics, cache = Metrics(), PrefixCache(2**28)
    samplers = [Sampler(base, cache, SamplerLimits(), metrics, byte_tokenizer().decode) for _ in range(2)]
    lanes, left = Lanes(samplers), threading.Semaphore(0)
    answers: dict[int, SampleResult | Exception] = {}
    prompts = [random_tokens(20 + i, 10) for i in range(8)]

    def settling(i: int) -> Callable[[SampleResult | Exception], None]:
        def settle(outcome: SampleResult | Exception) -> None:
            answers[i] = outcome
            left.release()

        return settle

    for i, prompt in enumerate(prompts):
        lanes.submit(SampleRequest(prompt, 4, SEEDED, None, settling(i)))
    loads = [sampler.load for sampler in samplers]
    lanes.start()
    alone = Bench(base)
    for _ in prompts:
        assert left.acquire(timeout=30)
    for i, prompt in enumerate(prompts):
        answer = answers[i]
        assert isinstance(answer, SampleResult)
        same(answer, alone.ask((prompt, 4, SEEDED, None))[0])
    assert loads == [16, 16]
    lanes.stop()
    alone.stop()


def test_weights_of_another_version_do_not_share_a_cache(base: BaseModel, bench: Bench):
    prompt = random_tokens(5, 40)
    bench.ask((prompt, 1, SEEDED, None))
    assert bench.ask((prompt, 1, SEEDED, adapter(base, 7)))[0].cached_tokens == 0


def test_the_samples_of_a_prompt_share_one_prefill(bench: Bench):
    answer = bench.ask((random_tokens(6, 50), 8, SEEDED, None))[0]
    assert bench.metrics.total("prefill_tokens") == 50
    assert len({tuple(s.tokens) for s in answer.sequences}) > 1


def test_prompts_that_begin_alike_have_the_beginning_computed_once(base: BaseModel):
    beginning = random_tokens(7, 64)
    prompts = [Prompt(np.concatenate([beginning, random_tokens(10 + i, 6)]), None) for i in range(5)]
    cache = PrefixCache(2**28)
    results = prefill(base, cache, prompts)
    assert [r.cached_tokens for r in results] == [64] * 5
    for prompt, result in zip(prompts, results, strict=True):
        alone = prefill(base, PrefixCache(0), [prompt])[0]
        torch.testing.assert_close(result.logits, alone.logits, atol=1e-4, rtol=0)


def test_prompts_padded_to_one_length_attend_as_each_alone(base: BaseModel):
    torch.manual_seed(1)
    s, counts = base.spec, [5, 1, 9]
    known = [torch.randn(s.layers, 2, s.kv_heads, length, s.head_dim).to(base.device) for length in (12, 3)]
    beginnings = [None, *known]
    q, k, v = (torch.randn(15, heads, s.head_dim).to(base.device) for heads in (s.heads, s.kv_heads, s.kv_heads))
    padded, separate = PaddedAttention(base, beginnings, counts), SeparateAttention(base, beginnings, counts)
    for layer in range(s.layers):
        torch.testing.assert_close(padded(layer, q, k, v), separate(layer, q, k, v), atol=1e-5, rtol=0)
    for a, b in zip(padded.kvs(), separate.kvs(), strict=True):
        torch.testing.assert_close(a, b, atol=0, rtol=0)


def test_the_logprobs_are_those_of_the_model_whatever_the_temperature(base: BaseModel, bench: Bench):
    prompt = random_tokens(8, 20)
    params = SamplingParams(max_tokens=10, temperature=0.5, top_k=5, seed=1)
    sampled = bench.ask((prompt, 1, params, None))[0].sequences[0]
    whole = np.concatenate([prompt, np.array(sampled.tokens, dtype=np.int32)])
    scores = prefill(base, PrefixCache(0), [Prompt(whole, None, scored=True)])[0].scores
    assert scores is not None
    expected = scores[len(prompt) - 1 :]
    np.testing.assert_allclose(sampled.logprobs, expected, atol=1e-4)


def test_a_prompt_of_one_token_has_no_scores(base: BaseModel):
    assert prefill(base, PrefixCache(0), [Prompt(random_tokens(1, 1), None, scored=True)])[0].scores == []


def test_a_stop_token_ends_the_sample_and_is_part_of_it(bench: Bench):
    prompt = random_tokens(9, 20)
    free = bench.ask((prompt, 1, SamplingParams(max_tokens=12, temperature=0), None))[0].sequences[0]
    stop = free.tokens[3]
    params = SamplingParams(max_tokens=12, temperature=0, stop_tokens=frozenset([stop]))
    stopped = bench.ask((prompt, 1, params, None))[0].sequences[0]
    assert stopped.tokens == free.tokens[: free.tokens.index(stop) + 1]
    assert stopped.stop_reason == "stop"


def test_a_stop_string_ends_the_sample_with_the_token_that_completes_it(bench: Bench):
    prompt = random_tokens(9, 20)
    free = bench.ask((prompt, 1, SamplingParams(max_tokens=12, temperature=0), None))[0].sequences[0]
    text = byte_tokenizer().decode(free.tokens[2:5])
    params = SamplingParams(max_tokens=12, temperature=0, stop_strings=(text,))
    stopped = bench.ask((prompt, 1, params, None))[0].sequences[0]
    assert stopped.stop_reason == "stop"
    assert text in byte_tokenizer().decode(stopped.tokens)
    assert text not in byte_tokenizer().decode(stopped.tokens[:-1])


def test_a_cancelled_request_gives_its_slots_back(bench: Bench):
    long = SamplingParams(max_tokens=400, temperature=1.0, seed=2)
    request = SampleRequest(random_tokens(10, 20), 8, long, None, lambda _: None)
    bench.sampler.submit(request)
    bench.ask((random_tokens(11, 5), 1, SEEDED, None))
    request.cancelled = True
    bench.ask((random_tokens(12, 5), 1, SEEDED, None))
    assert bench.sampler.load == 0


def test_top_k_and_top_p_keep_only_the_likely_tokens():
    z = torch.log(torch.tensor([[0.5, 0.3, 0.15, 0.05]]))
    uniform = np.linspace(0, 0.999, 200)

    def kinds(params: SamplingParams) -> set[int]:
        return {choose(z, [params], [u])[0][0] for u in uniform}

    assert kinds(SamplingParams(1)) == {0, 1, 2, 3}
    assert kinds(SamplingParams(1, top_k=2)) == {0, 1}
    assert kinds(SamplingParams(1, top_p=0.6)) == {0, 1}
    assert kinds(SamplingParams(1, temperature=0)) == {0}


def test_tokens_come_as_often_as_they_are_likely():
    p = torch.tensor([0.6, 0.3, 0.1])
    draws = [choose(p.log()[None], [SamplingParams(1)], [u])[0][0] for u in (np.arange(1000) + 0.5) / 1000]
    np.testing.assert_allclose(np.bincount(draws) / 1000, p, atol=0.002)
