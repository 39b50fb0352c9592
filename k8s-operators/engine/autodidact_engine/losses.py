"""The losses: pure functions from log-probabilities to a sum over tokens, its gradient and metrics.

With p = logprob under the weights being trained, q = logprob under those that sampled, r = exp(p − q),
A = advantage, w = weight, all per token:

    cross_entropy        L = Σ −w p
    importance_sampling  L = Σ −w r A                                  (policy gradient, off-policy corrected)
    ppo                  L = Σ −w min(r A, clip(r, low, high) A)       (Schulman et al. 2017, eq. 7)
    cispo                L = Σ −w sg(clip(r, low, high)) A p           (MiniMax-M1, 2025, eq. 4)

`low` and `high` are ratios such as 0.8 and 1.28. Sums, not means: normalise through weights or advantages.
"""

from collections.abc import Mapping
from dataclasses import dataclass

import numpy as np

LOSSES = ("cross_entropy", "importance_sampling", "ppo", "cispo")
REQUIRED = {"cross_entropy": ("weights",)} | dict.fromkeys(LOSSES[1:], ("logprobs", "advantages"))
CLIPPED = {"ppo", "cispo"}


@dataclass(frozen=True)
class LossConfig:
    name: str
    low: float = 0.8
    high: float = 1.2

    @staticmethod
    def of(name: str, config: Mapping[str, float]) -> "LossConfig":
        if name not in LOSSES:
            raise ValueError(f"Unknown loss_fn '{name}': use one of {', '.join(LOSSES)}.")
        unknown = set(config) - {"clip_low_threshold", "clip_high_threshold"}
        if unknown or (config and name not in CLIPPED):
            raise ValueError(f"loss_fn_config {sorted(config)} does not apply to {name}: only ppo and cispo clip.")
        low = config.get("clip_low_threshold", 0.8)
        high = config.get("clip_high_threshold", 1.2)
        if not 0 <= low <= 1 <= high:
            raise ValueError(f"Clip thresholds are ratios with low ≤ 1 ≤ high such as 0.8 and 1.28, not {low}, {high}.")
        return LossConfig(name, low, high)


@dataclass(frozen=True)
class LossResult:
    """`gradient` is dL/dp per token; metrics ending in ':sum' add up over calls."""

    loss: float
    gradient: np.ndarray
    metrics: dict[str, float]


def token_loss(config: LossConfig, p: np.ndarray, inputs: Mapping[str, np.ndarray]) -> LossResult:
    """All arrays are flat and as long as p; `weights` is required by cross_entropy and optional elsewhere."""
    w = inputs["weights"] if "weights" in inputs else np.ones_like(p)
    if config.name == "cross_entropy":
        return LossResult(float(-(w * p).sum()), -w, {})
    q, advantage = inputs["logprobs"], inputs["advantages"]
    log_ratio = np.clip(p - q, -20.0, 20.0)
    r = np.exp(log_ratio)
    clipped = np.clip(r, config.low, config.high)
    if config.name == "importance_sampling":
        terms, gradient = -w * r * advantage, -w * r * advantage
        inactive = np.zeros_like(w)
    elif config.name == "ppo":
        inactive = clipped * advantage < r * advantage
        terms = -w * np.where(inactive, clipped, r) * advantage
        gradient = np.where(inactive, 0.0, -w * r * advantage)
    else:
        inactive = clipped != r
        terms, gradient = -w * clipped * advantage * p, -w * clipped * advantage
    metrics = _policy_metrics((w != 0) & (advantage != 0), log_ratio, inactive)
    return LossResult(float(terms.sum()), gradient, metrics)


def _policy_metrics(active: np.ndarray, log_ratio: np.ndarray, clipped: np.ndarray) -> dict[str, float]:
    """KL estimates of sampler to trainer: k1 = −log r, k3 = r − 1 − log r (Schulman's blog, 2020)."""
    x = log_ratio[active]
    return {
        "tokens:sum": float(active.sum()),
        "clipped:sum": float(clipped[active].sum()),
        "kl_k1:sum": float(-x.sum()),
        "kl_k3:sum": float((np.expm1(x) - x).sum()),
    }
