"""The losses against values worked out by hand."""

import numpy as np
import pytest

from autodidact_engine.losses import LossConfig, token_loss

# ratios 1.5, 0.5, 1.0 and 1.5, 0.5
Q = np.array([-1.0, -1.0, -2.0, -1.0, -1.0])
P = Q + np.log([1.5, 0.5, 1.0, 1.5, 0.5])
A = np.array([1.0, 1.0, 2.0, -1.0, -1.0])
W = np.array([1.0, 1.0, 1.0, 1.0, 1.0])


def loss(name: str, config: dict[str, float] | None = None, **inputs: np.ndarray):
    return token_loss(LossConfig.of(name, config or {}), P, {"logprobs": Q, "advantages": A, "weights": W, **inputs})


def test_cross_entropy_is_the_weighted_sum_of_negative_logprobs():
    weights = np.array([0.0, 1.0, 0.5, 0.0, 0.0])
    result = loss("cross_entropy", weights=weights)
    assert result.loss == pytest.approx(-(P[1] + 0.5 * P[2]))
    assert result.gradient.tolist() == [0.0, -1.0, -0.5, 0.0, 0.0]


def test_importance_sampling_weighs_advantages_by_the_ratio():
    result = loss("importance_sampling")
    assert result.loss == pytest.approx(-(1.5 + 0.5 + 2.0 - 1.5 - 0.5))
    np.testing.assert_allclose(result.gradient, [-1.5, -0.5, -2.0, 1.5, 0.5])


def test_ppo_stops_at_the_clip_on_the_side_that_gains():
    result = loss("ppo", {"clip_low_threshold": 0.8, "clip_high_threshold": 1.2})
    assert result.loss == pytest.approx(-(1.2 + 0.5 + 2.0 - 1.5 - 0.8))
    np.testing.assert_allclose(result.gradient, [0.0, -0.5, -2.0, 1.5, 0.0])
    assert result.metrics["clipped:sum"] == 2
    assert result.metrics["tokens:sum"] == 5


def test_a_wider_upper_clip_lets_a_rising_token_rise():
    narrow = loss("ppo", {"clip_low_threshold": 0.8, "clip_high_threshold": 1.28})
    wide = loss("ppo", {"clip_low_threshold": 0.8, "clip_high_threshold": 1.6})
    assert narrow.gradient[0] == 0.0
    assert wide.gradient[0] == pytest.approx(-1.5)


def test_cispo_clips_the_weight_and_keeps_every_gradient():
    result = loss("cispo", {"clip_low_threshold": 0.8, "clip_high_threshold": 1.2})
    clipped = np.array([1.2, 0.8, 1.0, 1.2, 0.8])
    assert result.loss == pytest.approx(float(-(clipped * A * P).sum()))
    np.testing.assert_allclose(result.gradient, -clipped * A)


def test_the_kl_estimates_are_sums_over_trained_tokens():
    result = loss("ppo")
    ratios = np.array([1.5, 0.5, 1.0, 1.5, 0.5])
    assert result.metrics["kl_k1:sum"] == pytest.approx(float(-np.log(ratios).sum()))
    assert result.metrics["kl_k3:sum"] == pytest.approx(float((ratios - 1 - np.log(ratios)).sum()))


@pytest.mark.parametrize("name", ["cross_entropy", "importance_sampling", "ppo"])
def test_the_gradient_is_the_slope_of_the_loss(name: str):
    for i in range(len(P)):
        step = np.zeros_like(P)
        step[i] = 1e-6
        inputs = {"logprobs": Q, "advantages": A, "weights": W}
        config = LossConfig.of(name, {})
        slope = (token_loss(config, P + step, inputs).loss - token_loss(config, P - step, inputs).loss) / 2e-6
        assert slope == pytest.approx(token_loss(config, P, inputs).gradient[i], abs=1e-5)


@pytest.mark.parametrize(
    ("name", "config", "said"),
    [
        ("mse", {}, "Unknown loss_fn 'mse'"),
        ("ppo", {"clip_low_threshold": 1.3}, "low ≤ 1 ≤ high"),
        ("ppo", {"clip": 0.2}, "does not apply"),
        ("cross_entropy", {"clip_low_threshold": 0.8}, "does not apply"),
    ],
)
def test_settings_that_make_no_sense_are_refused(name: str, config: dict[str, float], said: str):
    with pytest.raises(ValueError, match=said):
        LossConfig.of(name, config)
