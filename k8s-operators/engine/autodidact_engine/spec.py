"""The shape of a Llama- or Qwen-family model, read from its config.json."""

import json
import os
from dataclasses import dataclass
from pathlib import Path

DEFAULT_MODEL = "SmolLM2-135M-Instruct"
FAMILIES = {"llama", "mistral", "qwen2", "qwen3"}


class UnsupportedModel(Exception):
    """The directory holds a model that this engine can not run; the message says why."""


@dataclass(frozen=True)
class ModelSpec:
    layers: int
    hidden: int
    intermediate: int
    heads: int
    kv_heads: int
    head_dim: int
    vocabulary: int
    norm_epsilon: float
    rope_theta: float
    context: int
    qkv_bias: bool
    qk_norm: bool
    tied: bool
    eos: tuple[int, ...]

    @property
    def q_rows(self) -> int:
        return self.heads * self.head_dim

    @property
    def kv_rows(self) -> int:
        return self.kv_heads * self.head_dim

    @property
    def parameters(self) -> int:
        per_layer = self.hidden * (2 * self.q_rows + 2 * self.kv_rows + 3 * self.intermediate)
        return self.layers * per_layer + self.vocabulary * self.hidden * (1 if self.tied else 2)


def model_directory(name: str) -> Path:
    """A directory as it is, or a model of that name in the cache."""
    cached = Path(os.environ.get("AUTODIDACT_MODELS", ".")) / name
    return Path(name) if Path(name).is_dir() else cached


def read_spec(directory: Path) -> ModelSpec:
    path = directory / "config.json"
    if not path.is_file():
        raise UnsupportedModel(f"{directory} has no config.json: point --base-model to a Hugging Face model directory.")
    config = json.loads(path.read_text(encoding="utf-8"))
    family = config.get("model_type")
    if family not in FAMILIES:
        raise UnsupportedModel(f"{path} is of the family '{family}'; this engine runs {', '.join(sorted(FAMILIES))}.")
    rope = config.get("rope_parameters") or config.get("rope_scaling") or {}
    if rope.get("rope_type", rope.get("type", "default")) != "default":
        raise UnsupportedModel(f"{path} scales its rotary positions, which this engine does not do.")
    eos = config.get("eos_token_id")
    return ModelSpec(
        layers=config["num_hidden_layers"],
        hidden=config["hidden_size"],
        intermediate=config["intermediate_size"],
        heads=config["num_attention_heads"],
        kv_heads=config.get("num_key_value_heads", config["num_attention_heads"]),
        head_dim=config.get("head_dim") or config["hidden_size"] // config["num_attention_heads"],
        vocabulary=config["vocab_size"],
        norm_epsilon=config["rms_norm_eps"],
        rope_theta=rope.get("rope_theta") or config.get("rope_theta") or 10000.0,
        context=config["max_position_embeddings"],
        qkv_bias=config.get("attention_bias", family == "qwen2"),
        qk_norm=family == "qwen3",
        tied=config.get("tie_word_embeddings", False),
        eos=tuple(eos) if isinstance(eos, list) else (() if eos is None else (eos,)),
    )
