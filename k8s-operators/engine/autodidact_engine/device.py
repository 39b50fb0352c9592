"""What this machine computes with, and in what precision."""

import torch


def choose_device(wanted: str) -> torch.device:
    if wanted == "auto":
        wanted = "cuda" if torch.cuda.is_available() else "cpu"
    if wanted == "cuda":
        torch.backends.cuda.enable_cudnn_sdp(False)  # it plans anew for each length, 0.1 s at every decoded token
    return torch.device(wanted)


def choose_precision(wanted: str, device: torch.device) -> torch.dtype:
    """bfloat16 where a matrix unit computes it (GPUs since Ampere, CPUs with AMX), else float32."""
    if wanted == "auto":
        wanted = "bfloat16" if _multiplies_bfloat16(device) else "float32"
    return {"bfloat16": torch.bfloat16, "float32": torch.float32}[wanted]


def _multiplies_bfloat16(device: torch.device) -> bool:
    if device.type == "cuda":
        return torch.cuda.is_bf16_supported(including_emulation=False)
    return torch.cpu._is_amx_tile_supported()


def free_bytes(device: torch.device) -> int | None:
    """What is left of a GPU's memory; None for the CPU, which shares its memory with the rest of the machine."""
    return torch.cuda.mem_get_info(device)[0] if device.type == "cuda" else None


def peak_device_bytes(device: torch.device) -> int:
    """The most that tensors have taken of a GPU's memory since the start; 0 on a CPU."""
    return torch.cuda.max_memory_allocated(device) if device.type == "cuda" else 0
