"""Adam on the adapter's flat vector (Kingma & Ba 2015; decoupled decay, Loshchilov & Hutter 2019)."""

from dataclasses import dataclass

import torch

from .trainer import ModelState


@dataclass(frozen=True)
class AdamParams:
    learning_rate: float = 1e-4
    beta1: float = 0.9
    beta2: float = 0.95
    eps: float = 1e-12
    weight_decay: float = 0.0
    grad_clip_norm: float = 0.0


def optim_step(state: ModelState, adam: AdamParams) -> dict[str, float]:
    """Apply the accumulated gradient and forget it; without one, moments decay as for a zero gradient."""
    gradient = state.gradient if state.gradient is not None else torch.zeros_like(state.flat)
    norm = float(gradient.norm())
    if not torch.isfinite(torch.tensor(norm)):
        state.gradient = None
        raise ValueError(f"The gradient is not finite (norm {norm}): nothing was applied and it was dropped.")
    if adam.grad_clip_norm > 0 and norm > adam.grad_clip_norm:
        gradient = gradient * (adam.grad_clip_norm / norm)
    if state.first_moment is None or state.second_moment is None:
        state.first_moment, state.second_moment = torch.zeros_like(state.flat), torch.zeros_like(state.flat)
    state.steps += 1
    m = state.first_moment.lerp_(gradient, 1 - adam.beta1)
    v = state.second_moment.mul_(adam.beta2).addcmul_(gradient, gradient, value=1 - adam.beta2)
    m_hat = m / (1 - adam.beta1**state.steps)
    v_hat = v / (1 - adam.beta2**state.steps)
    updated = state.flat * (1 - adam.learning_rate * adam.weight_decay)
    state.flat = updated.addcdiv_(m_hat, v_hat.sqrt_().add_(adam.eps), value=-adam.learning_rate)
    state.gradient = None
    state.version += 1
    return {"grad_norm": norm, "step": float(state.steps)}
