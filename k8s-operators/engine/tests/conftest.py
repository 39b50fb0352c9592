"""Small random models of each family, and a real server around one."""

import json
import os
import subprocess
import sys
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import numpy as np
import pytest
import safetensors.torch
import torch
from client import Client
from tokenizers import Tokenizer, decoders, models, pre_tokenizers

from autodidact_engine.adapter import AdapterShape, AdapterWeights, adapter_weights
from autodidact_engine.base_model import BaseModel, load_base_model
from autodidact_engine.random_model import random_weights

ENGINE = Path(__file__).resolve().parent.parent
VOCABULARY = 258  # as the tokenizer knows
DEVICE = torch.device(os.environ.get("AUTODIDACT_TEST_DEVICE", "cpu"))  # gpu_check names another
torch.set_num_threads(1)


def write_model(directory: Path, family: str) -> Path:
    hidden, intermediate, heads, kv_heads, head_dim, layers = 48, 80, 6, 2, 8, 3
    config = {
        "architectures": [
            {"llama": "LlamaForCausalLM", "qwen2": "Qwen2ForCausalLM", "qwen3": "Qwen3ForCausalLM"}[family]
        ],
        "model_type": family,
        "hidden_size": hidden,
        "intermediate_size": intermediate,
        "num_hidden_layers": layers,
        "num_attention_heads": heads,
        "num_key_value_heads": kv_heads,
        "head_dim": head_dim,
        "max_position_embeddings": 512,
        "rms_norm_eps": 1e-5,
        "rope_theta": 10000.0,
        "vocab_size": VOCABULARY,
        "hidden_act": "silu",
        "tie_word_embeddings": family == "llama",
        "eos_token_id": 1,
        "bos_token_id": 0,
    }
    generator = torch.Generator().manual_seed(5)

    weights = random_weights(config, lambda *shape: torch.randn(*shape, generator=generator) * 0.25)
    directory.mkdir(parents=True, exist_ok=True)
    (directory / "config.json").write_text(json.dumps(config))
    safetensors.torch.save_file(weights, directory / "model.safetensors", metadata={"format": "pt"})
    byte_tokenizer().save(str(directory / "tokenizer.json"))
    return directory


def byte_tokenizer() -> Tokenizer:
    alphabet = sorted(pre_tokenizers.ByteLevel.alphabet())
    vocabulary = {"<begin>": 0, "<end>": 1} | {letter: i + 2 for i, letter in enumerate(alphabet)}
    tokenizer = Tokenizer(models.BPE(vocab=vocabulary, merges=[]))
    tokenizer.pre_tokenizer = pre_tokenizers.ByteLevel(add_prefix_space=False)
    tokenizer.decoder = decoders.ByteLevel()
    return tokenizer


@pytest.fixture(scope="session", params=["llama", "qwen2", "qwen3"])
def family_directory(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Path:
    return write_model(tmp_path_factory.mktemp(request.param), request.param)


@pytest.fixture(scope="session")
def model_directory(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return write_model(tmp_path_factory.mktemp("model") / "tiny", "llama")


@pytest.fixture(scope="session")
def base(model_directory: Path) -> BaseModel:
    return load(model_directory)


def load(directory: Path) -> BaseModel:
    return load_base_model(directory, torch.float32, DEVICE, 512)


def trained_flat(shape: AdapterShape, seed: int) -> torch.Tensor:
    """An adapter that changes something: B is not zero."""
    return shape.initial(seed) + 0.05 * torch.randn(shape.size, generator=torch.Generator().manual_seed(seed))


def adapter(base: BaseModel, seed: int, rank: int = 4) -> AdapterWeights:
    shape = AdapterShape(base.spec, rank)
    return adapter_weights(f"adapter-{seed}", shape, trained_flat(shape, seed), base.dtype, base.device)


@pytest.fixture(scope="session")
def pool() -> Iterator[ThreadPoolExecutor]:
    with ThreadPoolExecutor(2, initializer=lambda: torch.set_num_threads(1)) as executor:
        yield executor


def random_tokens(seed: int, length: int) -> np.ndarray:
    return np.random.default_rng(seed).integers(2, 250, length).astype(np.int32)


@pytest.fixture(scope="session")
def smollm() -> Path:
    """The default model as `setup` converts it."""
    cached = Path(os.environ.get("AUTODIDACT_MODELS", "")) / "SmolLM2-135M-Instruct"
    if not (cached / "complete").exists():
        pytest.skip("SmolLM2-135M-Instruct is not in the cache: run setup")
    return cached


class Server:
    """The engine as its own process."""

    def __init__(self, model: Path, data: Path, *options: str):
        command = [sys.executable, "-m", "autodidact_engine", "--base-model", str(model), "--data", str(data)]
        self.process = subprocess.Popen(
            [*command, "--device", DEVICE.type, "--precision", "float32", "--exit-with-parent", *options],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            env={**os.environ, "PYTHONPATH": str(ENGINE), "OMP_NUM_THREADS": "1"},
            text=True,
        )
        assert self.process.stdout is not None
        line = self.process.stdout.readline()
        self.url = f"http://127.0.0.1:{json.loads(line)['port']}"
        self.client = Client(self.url)

    def kill(self) -> None:
        self.process.kill()
        self.process.wait()

    def close_stdin(self) -> int:
        assert self.process.stdin is not None
        self.process.stdin.close()
        return self.process.wait(timeout=10)


@pytest.fixture(scope="session")
def server(model_directory: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    running = Server(model_directory, tmp_path_factory.mktemp("data"))
    yield running
    running.kill()
