"""Show on a GPU what the engine's tests show on a CPU: that it computes right, how fast, in how much memory.

    gpu_check --json FILE [--model DIR] [--device cuda] [--seconds 150]

Runs with any Python 3.11 that has torch, numpy and safetensors; what else is missing is named and what needs it is
skipped. Without --model the weights are random, in the shape of SmolLM2-135M. Each part is a line in the file, written
as soon as it is known; the exit status is 1 if a part failed.
"""

import argparse
import importlib.util
import json
import platform
import sys
import tempfile
import time
import traceback
from collections.abc import Callable
from pathlib import Path
from typing import Any

import torch

from . import bench
from .base_model import BaseModel, load_base_model
from .device import choose_device, choose_precision, peak_device_bytes
from .gpu_tests import PACKAGES, run_server_tests, run_tests
from .learning_check import learning
from .limits import AskedLimits, limits_of
from .logprob_check import agreement
from .memory import peak_resident_bytes
from .random_model import SHAPES, write_random_model

CONTEXT = 2048


def main() -> None:
    arguments = _parser().parse_args()
    torch.set_num_threads(1)
    device = choose_device(arguments.device)
    with tempfile.TemporaryDirectory() as scratch:
        directory = arguments.model or _random(Path(scratch) / "model", arguments.shape, device)
        checks = _Checks(arguments.json, arguments.seconds)
        checks.run("machine", lambda: machine(device, arguments.model))
        checks.run("agreement", lambda: agreement(directory, device))
        checks.run("learning", lambda: learning(_load(directory, device)))
        checks.run("speed", lambda: speed(_load(directory, device)))
        checks.run("tests", lambda: run_tests(device.type))
        checks.run("server_tests", lambda: run_server_tests(device.type))
    failed = [name for name, part in checks.parts.items() if "failed" in part]
    print(f"{len(checks.parts) - len(failed)} passed, {len(failed)} failed")
    sys.exit(1 if failed else 0)


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="gpu_check", description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--json", type=Path, required=True, help="where the figures go")
    parser.add_argument("--model", type=Path, help="a Hugging Face model directory")
    parser.add_argument("--shape", choices=sorted(SHAPES), help="of the random weights (default: by device)")
    parser.add_argument("--device", choices=("auto", "cpu", "cuda"), default="cuda")
    parser.add_argument("--seconds", type=float, default=150, help="no part is begun after that")
    return parser


class _Checks:
    """The parts by name, each with its seconds and figures, or with why it failed or was skipped."""

    def __init__(self, file: Path, seconds: float):
        self._file, self._end = file, time.monotonic() + seconds
        self.parts: dict[str, dict[str, Any]] = {}

    def run(self, name: str, part: Callable[[], dict[str, Any]]) -> None:
        started = time.monotonic()
        print(f"\n== {name}", flush=True)
        if started > self._end:
            self.parts[name] = {"skipped": "The time given was over: raise --seconds."}
        else:
            self.parts[name] = self._outcome(part)
        self.parts[name]["seconds"] = round(time.monotonic() - started, 2)
        print(json.dumps(self.parts[name], indent=1), flush=True)
        self._file.write_text(json.dumps(self.parts, indent=1) + "\n", encoding="utf-8")

    def _outcome(self, part: Callable[[], dict[str, Any]]) -> dict[str, Any]:
        try:
            return part()
        except Exception as error:  # the other parts still have something to say
            traceback.print_exc()
            return {"failed": f"{type(error).__name__}: {error}"}


def _random(directory: Path, shape: str | None, device: torch.device) -> Path:
    return write_random_model(directory, SHAPES[shape or ("tiny" if device.type == "cpu" else "smollm2-135m")], 7)


def _load(directory: Path, device: torch.device) -> BaseModel:
    return load_base_model(directory, choose_precision("auto", device), device, CONTEXT)


def machine(device: torch.device, model: Path | None) -> dict[str, Any]:
    facts: dict[str, Any] = {
        "python": platform.python_version(),
        "torch": torch.__version__,
        "device": torch.cuda.get_device_name(device) if device.type == "cuda" else platform.processor() or "cpu",
        "precision": str(choose_precision("auto", device)).removeprefix("torch."),
        "weights": "random" if model is None else model.name,
        "missing_packages": [name for name in PACKAGES if not _importable(name)],
    }
    if device.type == "cuda":
        facts["device_memory_mb"] = torch.cuda.mem_get_info(device)[1] // 2**20
    return facts


def _importable(name: str) -> bool:
    try:
        return importlib.util.find_spec(name) is not None
    except ModuleNotFoundError:
        return False


def speed(base: BaseModel) -> dict[str, Any]:
    limits = limits_of(base, 2, AskedLimits())
    small = base.spec.hidden < 128
    batches, trained = ((1, 8), (8,)) if small else ((1, 8, 64, 256), (8, 64))
    figures = bench.measure(bench.new_model(base), limits, batches, trained)
    return {
        "limits": vars(limits),
        "figures": {name: round(value) for name, value in figures.items()},
        "parameters": base.spec.parameters,
        "peak_rss_mb": peak_resident_bytes() // 2**20,
        "peak_device_mb": peak_device_bytes(base.device) // 2**20,
    }


if __name__ == "__main__":
    main()
