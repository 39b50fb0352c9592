"""Models with random weights and the shape of real ones: fast or slow as those, but they know nothing."""

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import safetensors.torch
import torch
from torch import Tensor

SMOLLM2_135M = {
    "model_type": "llama",
    "hidden_size": 576,
    "intermediate_size": 1536,
    "num_hidden_layers": 30,
    "num_attention_heads": 9,
    "num_key_value_heads": 3,
    "max_position_embeddings": 8192,
    "rms_norm_eps": 1e-5,
    "rope_theta": 100000.0,
    "vocab_size": 49152,
    "tie_word_embeddings": True,
    "eos_token_id": None,  # so that every sample is as long as asked for
}
TINY = SMOLLM2_135M | {
    "hidden_size": 64,
    "intermediate_size": 128,
    "num_hidden_layers": 3,
    "num_attention_heads": 4,
    "num_key_value_heads": 2,
    "vocab_size": 512,
}
SHAPES = {"smollm2-135m": SMOLLM2_135M, "tiny": TINY}


def write_random_model(directory: Path, config: dict[str, Any], seed: int) -> Path:
    """Scaled so that activations neither vanish nor explode and some tokens are clearly likelier than others."""
    generator = torch.Generator().manual_seed(seed)

    def draw(*shape: int) -> Tensor:
        values = torch.randn(*shape, generator=generator)
        if len(shape) == 1:
            return values.mul_(0.1)
        scale = 2.0 if shape[0] == config["vocab_size"] else 1.0
        return values.mul_(scale / shape[1] ** 0.5)

    weights = {name: value.bfloat16() for name, value in random_weights(config, draw).items()}
    directory.mkdir(parents=True, exist_ok=True)
    (directory / "config.json").write_text(json.dumps(config), encoding="utf-8")
    safetensors.torch.save_file(weights, directory / "model.safetensors", metadata={"format": "pt"})
    return directory


def random_weights(config: dict[str, Any], draw: Callable[..., Tensor]) -> dict[str, Tensor]:
    """Every tensor of a model of that configuration; norms are near 1."""
    hidden, intermediate, vocabulary = config["hidden_size"], config["intermediate_size"], config["vocab_size"]
    heads, family = config["num_attention_heads"], config["model_type"]
    head_dim = config.get("head_dim") or hidden // heads
    weights = {"model.embed_tokens.weight": draw(vocabulary, hidden), "model.norm.weight": draw(hidden) + 1}
    if not config["tie_word_embeddings"]:
        weights["lm_head.weight"] = draw(vocabulary, hidden)
    for i in range(config["num_hidden_layers"]):
        layer = f"model.layers.{i}."
        for name in ("input_layernorm", "post_attention_layernorm"):
            weights[f"{layer}{name}.weight"] = draw(hidden) + 1
        for name, rows in (("q", heads), ("k", config["num_key_value_heads"]), ("v", config["num_key_value_heads"])):
            weights[f"{layer}self_attn.{name}_proj.weight"] = draw(rows * head_dim, hidden)
            if family == "qwen2":
                weights[f"{layer}self_attn.{name}_proj.bias"] = draw(rows * head_dim)
        if family == "qwen3":
            weights[f"{layer}self_attn.q_norm.weight"] = draw(head_dim) + 1
            weights[f"{layer}self_attn.k_norm.weight"] = draw(head_dim) + 1
        weights[f"{layer}self_attn.o_proj.weight"] = draw(hidden, heads * head_dim)
        weights[f"{layer}mlp.gate_proj.weight"] = draw(intermediate, hidden)
        weights[f"{layer}mlp.up_proj.weight"] = draw(intermediate, hidden)
        weights[f"{layer}mlp.down_proj.weight"] = draw(hidden, intermediate)
    return weights
