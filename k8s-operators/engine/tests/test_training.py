"""Gradients, packing and the optimiser."""

import numpy as np
import pytest
import torch
from conftest import VOCABULARY, random_tokens, trained_flat

from autodidact_engine.adapter import AdapterShape, adapter_weights
from autodidact_engine.losses import LossConfig
from autodidact_engine.optim import AdamParams, optim_step
from autodidact_engine.packing import pack
from autodidact_engine.trainer import Datum, ModelState, PassOptions, forward_backward
from autodidact_engine.training_pass import TrainedModel


@pytest.fixture(scope="module")
def model(base) -> TrainedModel:
    shape = AdapterShape(base.spec, 4)
    return TrainedModel(base, shape, adapter_weights("a", shape, trained_flat(shape, 1), base.dtype, base.device))


def data(prefix: int = 30) -> list[Datum]:
    """Eleven data in two families with a common beginning each, one twice, one alone."""
    sequences = [
        np.concatenate([random_tokens(family, prefix), random_tokens(100 + i, 5 + 3 * i)])
        for family in (1, 2)
        for i in range(4)
    ]
    sequences += [sequences[0], sequences[0][: prefix + 2], random_tokens(9, 17)]
    result = []
    for i, tokens in enumerate(sequences):
        random = np.random.default_rng(i)
        n = len(tokens)
        inputs = {
            "target_tokens": random.integers(2, VOCABULARY, n),
            "weights": (random.random(n) < 0.6).astype(np.float32),
            "logprobs": np.full(n, -5.5, dtype=np.float32),
            "advantages": random.normal(size=n).astype(np.float32),
        }
        result.append(Datum(tokens, inputs))
    return result


def run(model, pool, batch, loss="cross_entropy", **options):
    config = LossConfig.of(loss, {})
    result, gradient = forward_backward(model, batch, PassOptions(config, True, **options), pool, lambda: False)
    assert gradient is not None
    return result, gradient


@pytest.mark.parametrize("loss", ["cross_entropy", "ppo"])
def test_packing_shared_prefixes_gives_the_gradients_of_not_packing(model, pool, loss):
    packed, packed_gradient = run(model, pool, data(), loss, micro_batch_tokens=160)
    plain, plain_gradient = run(model, pool, data(), loss, micro_batch_tokens=60, share_prefixes=False)
    torch.testing.assert_close(packed_gradient, plain_gradient, atol=1e-4 * float(plain_gradient.abs().max()), rtol=0)
    assert packed.metrics["loss:sum"] == pytest.approx(plain.metrics["loss:sum"], rel=1e-5)
    assert packed.metrics["computed_tokens:sum"] < 0.75 * plain.metrics["computed_tokens:sum"]
    for a, b in zip(packed.logprobs, plain.logprobs, strict=True):
        np.testing.assert_allclose(a, b, atol=1e-4)


def test_accumulated_gradients_equal_one_batch(model, pool):
    _, whole = run(model, pool, data())
    _, first = run(model, pool, data()[:5])
    _, second = run(model, pool, data()[5:])
    torch.testing.assert_close(first + second, whole, atol=1e-4 * float(whole.abs().max()), rtol=0)


def test_the_same_pass_twice_gives_the_same_bits(model, pool):
    assert torch.equal(run(model, pool, data())[1], run(model, pool, data())[1])


def test_logprobs_are_given_where_the_weight_is_not_zero(model, pool):
    batch = data()
    result, _ = run(model, pool, batch)
    for datum, logprobs in zip(batch, result.logprobs, strict=True):
        assert ((logprobs != 0) == (datum.inputs["weights"] != 0)).all()


def test_every_token_of_every_sequence_has_its_place():
    sequences = [datum.tokens for datum in data()]
    batches = pack(sequences, 100)
    seen = {}
    for batch in batches:
        flat, positions = np.concatenate(batch.tokens), np.concatenate(batch.positions)
        for member, places in zip(batch.members, batch.places, strict=True):
            seen[member] = flat[places]
            assert (positions[places] == np.arange(len(places))).all()
    assert sorted(seen) == list(range(len(sequences)))
    assert all((seen[i] == sequence).all() for i, sequence in enumerate(sequences))
    assert all(batch.size <= 100 for batch in batches)


def test_adam_takes_the_steps_of_torch(base):
    shape = AdapterShape(base.spec, 2)
    state = ModelState(shape, shape.initial(1))
    parameter = torch.nn.Parameter(shape.initial(1))
    adam = AdamParams(learning_rate=1e-2, weight_decay=0.1, eps=1e-8)
    reference = torch.optim.AdamW([parameter], lr=1e-2, betas=(0.9, 0.95), eps=1e-8, weight_decay=0.1)
    for step in range(5):
        gradient = torch.randn(shape.size, generator=torch.Generator().manual_seed(step))
        state.gradient, parameter.grad = gradient.clone(), gradient.clone()
        optim_step(state, adam)
        reference.step()
    torch.testing.assert_close(state.flat, parameter.detach(), atol=1e-6, rtol=1e-5)


def test_a_long_gradient_is_clipped_to_the_norm_asked_for(base):
    shape = AdapterShape(base.spec, 2)
    one, two = ModelState(shape, shape.initial(1)), ModelState(shape, shape.initial(1))
    gradient = torch.randn(shape.size, generator=torch.Generator().manual_seed(0))
    one.gradient, two.gradient = gradient * 100, gradient / gradient.norm()
    metrics = optim_step(one, AdamParams(grad_clip_norm=1.0))
    optim_step(two, AdamParams())
    assert metrics["grad_norm"] > 1
    torch.testing.assert_close(one.flat, two.flat)


def test_a_gradient_that_is_not_finite_is_not_applied(base):
    shape = AdapterShape(base.spec, 2)
    state = ModelState(shape, shape.initial(1))
    state.gradient = torch.full((shape.size,), float("nan"))
    with pytest.raises(ValueError, match="not finite"):
        optim_step(state, AdamParams())
    assert torch.equal(state.flat, shape.initial(1))
    assert state.gradient is None
