"""Load a running engine as a learning run does, and report its speed and the most memory it took.

Conversations side by side sample turn after turn behind one long common beginning while another client trains; each
round samples from new versions of the adapter. Speaks the wire like any client: python -m autodidact_engine.load_bench
"""

import argparse
import json
import os
import re
import subprocess
import sys
import tempfile
import threading
import time
import urllib.error
import urllib.request
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np

SHARED, OWN, OBSERVED, SAMPLED, TURNS = 230, 330, 120, 32, 3  # tokens; a conversation grows to 896
TRAINED, SCORED, BATCHES = 448, 122, (8, 16)
VERSIONS = 3  # of the adapter, a round
RANK = 16


@dataclass(frozen=True)
class Engine:
    url: str
    process: subprocess.Popen[str]

    def post(self, call: str, **body: Any) -> dict[str, Any]:
        data = json.dumps(body).encode()
        request = urllib.request.Request(f"{self.url}/api/v1/{call}", data, {"Content-Type": "application/json"})
        with urllib.request.urlopen(request, timeout=120) as response:
            return json.loads(response.read())

    def result(self, accepted: dict[str, Any]) -> dict[str, Any]:
        while True:
            try:
                return self.post("retrieve_future", request_id=accepted["request_id"])
            except urllib.error.HTTPError as error:
                if error.code != 408:
                    raise

    def megabytes(self, kind: str) -> float:
        """VmRSS is what is resident, VmHWM the most there was."""
        status = Path(f"/proc/{self.process.pid}/status").read_text(encoding="ascii")
        return int(re.findall(rf"{kind}:\s+(\d+) kB", status)[0]) / 1024

    def cpu_seconds(self) -> float:
        """Of all threads: on a busy machine a better measure of the work than the clock."""
        fields = Path(f"/proc/{self.process.pid}/stat").read_text(encoding="ascii").rsplit(")", 1)[1].split()
        return (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")


class Load:
    def __init__(self, engine: Engine, vocabulary: int, conversations: int):
        self._engine, self._vocabulary, self._conversations = engine, vocabulary, conversations
        self._session = engine.post("create_session", tags=[], user_metadata={}, sdk_version="bench")["session_id"]
        lora = {"rank": RANK, "seed": 1}
        created = engine.post("create_model", session_id=self._session, model_seq_id=0, lora_config=lora)
        self._model = engine.result(created)["model_id"]
        self._random = np.random.default_rng(5)
        self._shared = self._draw(SHARED)
        self._seq_id = 0
        self._lock = threading.Lock()
        self.trained, self.sampled = 0, 0

    def _draw(self, tokens: int) -> list[int]:
        return self._random.integers(20, self._vocabulary, tokens).tolist()

    def _changing(self, call: str, **body: Any) -> dict[str, Any]:
        with self._lock:  # numbers must arrive in order
            self._seq_id += 1
            accepted = self._engine.post(call, model_id=self._model, seq_id=self._seq_id, **body)
        return self._engine.result(accepted)

    def train(self, sequences: int) -> int:
        weights = [0.0] * (TRAINED - SCORED) + [1.0] * SCORED
        data = []
        for _ in range(sequences):
            tokens = self._shared + self._draw(TRAINED + 1 - SHARED)
            inputs = {"target_tokens": {"data": tokens[1:]}, "weights": {"data": weights}}
            chunk = {"type": "encoded_text", "tokens": tokens[:-1]}
            data.append({"model_input": {"chunks": [chunk]}, "loss_fn_inputs": inputs})
        self._changing("forward_backward", forward_backward_input={"data": data, "loss_fn": "cross_entropy"})
        self._changing("optim_step", adam_params={"learning_rate": 1e-4})
        return sequences * TRAINED

    def version(self, name: str) -> str:
        return self._changing("save_weights_for_sampler", path=name)["path"]

    def converse(self, own: list[int], path: str, turns: int) -> int:
        tokens, sampled = self._shared + own[:OWN], 0
        for turn in range(turns):
            prompt = {"chunks": [{"type": "encoded_text", "tokens": tokens}]}
            params = {"max_tokens": SAMPLED, "temperature": 1.0, "seed": own[turn]}
            asked = self._engine.post("asample", prompt=prompt, num_samples=1, sampling_params=params, model_path=path)
            answer = self._engine.result(asked)["sequences"][0]["tokens"]
            sampled += len(answer)
            tokens = tokens + answer + own[OWN + turn * OBSERVED : OWN + (turn + 1) * OBSERVED]
        return sampled

    def round(self, number: int) -> None:
        """A few answers from some versions, then all conversations from the newest, while the next is trained."""
        paths = [self.version(f"round-{number}-{i}") for i in range(VERSIONS)]
        with ThreadPoolExecutor(self._conversations + VERSIONS + len(BATCHES)) as threads:
            training = [threads.submit(self.train, sequences) for sequences in BATCHES]
            owns = [self._draw(OWN + TURNS * OBSERVED) for _ in range(self._conversations)]
            early = [threads.submit(self.converse, owns[i], path, 1) for i, path in enumerate(paths[:-1])]
            talks = [threads.submit(self.converse, own, paths[-1], TURNS) for own in owns]
            self.sampled += sum(talk.result() for talk in [*early, *talks])
            self.trained += sum(trained.result() for trained in training)


def main() -> None:
    parser = argparse.ArgumentParser(prog="bench load", description=__doc__)
    parser.add_argument("--run", type=Path, required=True, help="the engine's run script")
    parser.add_argument("--rounds", type=int, default=4)
    parser.add_argument("--conversations", type=int, default=48)
    parser.add_argument("--vocabulary", type=int, default=49_152)
    parser.add_argument("--json", type=Path, help="write the figures here as well")
    arguments, options = parser.parse_known_args()
    with tempfile.TemporaryDirectory() as data:
        engine = _start([str(arguments.run), "--data", data, "--exit-with-parent", *options])
        try:
            figures = _measure(engine, arguments)
        finally:
            engine.process.kill()
            engine.process.wait()
    if arguments.json:
        arguments.json.write_text(json.dumps(figures, indent=1) + "\n", encoding="utf-8")


def _measure(engine: Engine, arguments: argparse.Namespace) -> dict[str, float]:
    load = Load(engine, arguments.vocabulary, arguments.conversations)
    figures = {"idle_rss_mb": engine.megabytes("VmRSS")}
    started, worked = time.monotonic(), engine.cpu_seconds()
    for number in range(arguments.rounds):
        load.round(number)
        seconds = time.monotonic() - started
        figures |= {
            "seconds": seconds,
            "sampled_tokens_per_s": load.sampled / seconds,
            "trained_tokens_per_s": load.trained / seconds,
            "cpu_ms_per_token": 1000 * (engine.cpu_seconds() - worked) / (load.sampled + load.trained),
            "rss_mb": engine.megabytes("VmRSS"),
            "peak_rss_mb": engine.megabytes("VmHWM"),
        }
        print(f"round {number}: {', '.join(f'{name} {value:.4g}' for name, value in figures.items())}", flush=True)
    return figures


def _start(command: list[str]) -> Engine:
    process = subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True)
    assert process.stdout is not None
    line = process.stdout.readline()
    if not line:
        sys.exit("The engine did not start; it says why above.")
    return Engine(f"http://127.0.0.1:{json.loads(line)['port']}", process)


if __name__ == "__main__":
    main()
