"""Adapters as PEFT writes them: adapter_model.safetensors and adapter_config.json."""

import json
from pathlib import Path
from typing import Any

import safetensors.torch
import torch
from torch import Tensor

from .adapter import AdapterShape, Slot
from .errors import BadRequest
from .spec import ModelSpec

WEIGHTS, CONFIG = "adapter_model.safetensors", "adapter_config.json"
ATTENTION, MLP = ("q_proj", "k_proj", "v_proj", "o_proj"), ("gate_proj", "up_proj", "down_proj")


def write_peft(directory: Path, shape: AdapterShape, flat: Tensor, base_model: str) -> None:
    safetensors.torch.save_file(peft_tensors(shape, flat), directory / WEIGHTS, metadata={"format": "pt"})
    modules = [*(ATTENTION if shape.attention else ()), *(MLP if shape.mlp else ())]
    config = {
        "peft_type": "LORA",
        "task_type": "CAUSAL_LM",
        "base_model_name_or_path": base_model,
        "r": shape.rank,
        "lora_alpha": shape.alpha,
        "lora_dropout": 0.0,
        "bias": "none",
        "target_modules": modules,
        "inference_mode": True,
    }
    (directory / CONFIG).write_text(json.dumps(config, indent=2) + "\n", encoding="utf-8")


def read_peft(directory: Path, spec: ModelSpec) -> tuple[AdapterShape, Tensor]:
    config = json.loads((directory / CONFIG).read_text(encoding="utf-8"))
    shape = _shape(config, spec)
    tensors = safetensors.torch.load_file(directory / WEIGHTS)
    flat = torch.zeros(shape.size)
    for name, target in peft_views(shape, flat).items():
        if name not in tensors or tensors[name].shape != target.shape:
            raise BadRequest(f"The adapter lacks '{name}' of shape {tuple(target.shape)}: is it of another base model?")
        target.copy_(tensors[name])
    return shape, flat


def _shape(config: dict[str, Any], spec: ModelSpec) -> AdapterShape:
    modules = set(config["target_modules"])
    attention, mlp = set(ATTENTION) <= modules, set(MLP) <= modules
    if modules != {*(ATTENTION if attention else ()), *(MLP if mlp else ())} or config.get("use_dora"):
        raise BadRequest(
            f"Adapters of the modules {sorted(modules)} can not be loaded: adapt all of attention, MLP or both."
        )
    return AdapterShape(spec, config["r"], attention, mlp, float(config["lora_alpha"]))


def peft_tensors(shape: AdapterShape, flat: Tensor) -> dict[str, Tensor]:
    return {name: view.contiguous().clone() for name, view in peft_views(shape, flat).items()}


def peft_views(shape: AdapterShape, flat: Tensor) -> dict[str, Tensor]:
    """PEFT's names with the parts of the flat vector they stand for."""
    return {name: view for slots in shape.slots for slot in slots.values() for name, view in _views(slot, flat)}


def _views(slot: Slot, flat: Tensor):
    a, b, row = slot.a(flat), slot.b(flat), 0
    for i, block in enumerate(slot.blocks):
        part = "self_attn" if block.name in ATTENTION else "mlp"
        prefix = f"base_model.model.model.layers.{slot.layer}.{part}.{block.name}."
        yield prefix + "lora_A.weight", a[i * slot.rank : (i + 1) * slot.rank]
        yield prefix + "lora_B.weight", b[row : row + block.rows]
        row += block.rows
