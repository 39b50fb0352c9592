"""The few lines of HTTP that the server's tests need."""

import json
import urllib.error
import urllib.request
from typing import Any


class Refused(Exception):
    def __init__(self, status: int, body: dict[str, Any]):
        super().__init__(f"{status} {body.get('error')}")
        self.status, self.body = status, body


class Client:
    def __init__(self, url: str, **headers: str):
        self.url, self.headers = url, headers

    def request(self, path: str, body: bytes | None, **headers: str) -> bytes:
        request = urllib.request.Request(self.url + path, data=body, headers={**self.headers, **headers})
        try:
            with urllib.request.urlopen(request, timeout=60) as response:
                return response.read()
        except urllib.error.HTTPError as error:
            raise Refused(error.code, json.loads(error.read() or b"{}")) from error

    def post(self, call: str, **body: Any) -> dict[str, Any]:
        return json.loads(
            self.request(f"/api/v1/{call}", json.dumps(body).encode(), **{"Content-Type": "application/json"})
        )

    def result(self, accepted: dict[str, Any]) -> dict[str, Any]:
        while True:
            try:
                return self.post("retrieve_future", request_id=accepted["request_id"])
            except Refused as refused:
                if refused.status != 408:
                    raise

    def session(self) -> str:
        return self.post("create_session", tags=[], user_metadata={}, sdk_version="test")["session_id"]

    def model(self, session: str, model_seq_id: int = 0, rank: int = 4) -> str:
        body = {"session_id": session, "model_seq_id": model_seq_id, "lora_config": {"rank": rank, "seed": 3}}
        return self.result(self.post("create_model", **body))["model_id"]

    def train(self, model: str, seq_id: int, tokens: list[int], steps: int = 1, rate: float = 1e-2) -> int:
        for _ in range(steps):
            self.result(self.forward_backward(model, seq_id, tokens))
            self.result(self.post("optim_step", model_id=model, seq_id=seq_id + 1, adam_params={"learning_rate": rate}))
            seq_id += 2
        return seq_id

    def forward_backward(
        self, model: str, seq_id: int, tokens: list[int], call: str = "forward_backward"
    ) -> dict[str, Any]:
        inputs = {"target_tokens": {"data": tokens[1:]}, "weights": {"data": [1.0] * (len(tokens) - 1)}}
        datum = {"model_input": {"chunks": [{"type": "encoded_text", "tokens": tokens[:-1]}]}, "loss_fn_inputs": inputs}
        body = {"data": [datum], "loss_fn": "cross_entropy"}
        return self.post(call, model_id=model, seq_id=seq_id, forward_backward_input=body)

    def sample(self, tokens: list[int], max_tokens: int = 8, samples: int = 1, **where: Any) -> dict[str, Any]:
        prompt = {"chunks": [{"type": "encoded_text", "tokens": tokens}]}
        params = {"max_tokens": max_tokens, "temperature": 0.0, **where.pop("params", {})}
        return self.post("asample", prompt=prompt, num_samples=samples, sampling_params=params, **where)
