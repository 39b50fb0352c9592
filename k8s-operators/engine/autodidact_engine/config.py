"""What an engine may use, and how it is told."""

from dataclasses import dataclass, field
from pathlib import Path

from .limits import AskedLimits


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
    resident_bytes: int = 2560 * 2**20
    limits: AskedLimits = field(default_factory=AskedLimits)
    session_seconds: float = 300.0
    abandoned_seconds: float = 5.0
