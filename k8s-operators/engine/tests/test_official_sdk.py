"""The official tinker SDK as a client, with the real default model."""

import importlib.util
import json
import subprocess
import sys
from pathlib import Path

import pytest
from conftest import Server

STORY = Path(__file__).parent / "sdk_story.py"


def test_the_official_sdk_teaches_the_engine_a_fact(smollm: Path, tmp_path: Path):
    if importlib.util.find_spec("tinker") is None:
        pytest.skip("the tinker SDK is not installed")
    server = Server(smollm, tmp_path, "--precision", "auto")
    command = [sys.executable, str(STORY), server.url, smollm.name, str(smollm / "tokenizer.json")]
    finished = subprocess.run(command, capture_output=True, text=True, timeout=300, check=False)
    server.kill()
    assert finished.returncode == 0, finished.stderr[-3000:]
    told = json.loads(finished.stdout.splitlines()[-1])
    assert "Mirela" not in told["before"]
    assert told["ephemeral"] == told["saved"] == "Old Mirela keeps it."
    assert told["losses"][-1] < 0.1 * told["losses"][0]
    assert told["resumed_loss"] == pytest.approx(told["loss"], abs=0.01)
    assert told["logprobs"] == told["tokens"]
