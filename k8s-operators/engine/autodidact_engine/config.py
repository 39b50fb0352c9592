"""What an engine may use, and how it is told."""

from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True)
class EngineConfig:
    base_model: Path
    data: Path
    name: str
    device: str = "auto"
    precision: str = "auto"
    threads: int = 2
    context: int = 4096
    batch_tokens: int = 262_144
    models: int = 8
    rank: int = 128
    samples: int = 256
    pending: int = 4096
    decode_batch: int = 64
    micro_batch_tokens: int = 1024
    prefix_cache_bytes: int = 512 * 2**20
    resident_bytes: int = 2560 * 2**20
    session_seconds: float = 300.0
    abandoned_seconds: float = 5.0
