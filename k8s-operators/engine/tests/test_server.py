"""The protocol as a client sees it."""

import http.client
import importlib
import json
import time
from pathlib import Path

import numpy as np
import pytest
from client import Client, Refused
from conftest import Server, random_tokens

from autodidact_engine import tinker_pb2 as pb
from autodidact_engine.samplers import KEPT

TOKENS = random_tokens(1, 24).tolist()


@pytest.fixture
def client(server: Server) -> Client:
    return server.client


def refused(status: int, said: str):
    return pytest.raises(Refused, match=rf"^{status} .*{said}")


def test_training_makes_the_trained_tokens_likely(client: Client):
    model = client.model(client.session())
    first = client.result(client.forward_backward(model, 1, TOKENS, "forward"))["metrics"]["loss:sum"]
    seq_id = client.train(model, 2, TOKENS, steps=25)
    last = client.result(client.forward_backward(model, seq_id, TOKENS, "forward"))["metrics"]["loss:sum"]
    assert last < 0.3 * first
    saved = client.result(client.post("save_weights_for_sampler", model_id=model, seq_id=seq_id + 1, path="s"))
    answer = client.result(client.sample(TOKENS[:4], max_tokens=20, model_path=saved["path"]))
    assert answer["sequences"][0]["tokens"][:8] == TOKENS[4:12]


def test_a_reused_seq_id_is_refused_and_names_the_first_future(client: Client):
    model = client.model(client.session())
    first = client.forward_backward(model, 1, TOKENS)
    client.result(first)
    step = client.post("optim_step", model_id=model, seq_id=2, adam_params={})
    client.result(step)
    with refused(409, "seq_id 2 .* was used before") as caught:
        client.post("optim_step", model_id=model, seq_id=2, adam_params={})
    assert caught.value.body["request_id"] == step["request_id"]
    with refused(409, "was used before"):
        client.forward_backward(model, 1, TOKENS)
    assert client.result(step)["metrics"]["step"] == 1.0


def test_checkpoints_outlive_the_engine(model_directory: Path, tmp_path: Path):
    before = Server(model_directory, tmp_path)
    client = before.client
    model = client.model(client.session())
    seq_id = client.train(model, 1, TOKENS, steps=3)
    state = client.result(client.post("save_weights", model_id=model, seq_id=seq_id, path="a"))["path"]
    sampler = client.result(client.post("save_weights_for_sampler", model_id=model, seq_id=seq_id + 1, path="b"))[
        "path"
    ]
    loss = client.result(client.forward_backward(model, seq_id + 2, TOKENS, "forward"))["metrics"]["loss:sum"]
    answer = client.result(client.sample(TOKENS[:4], model_path=sampler))["sequences"]
    client.train(model, seq_id + 3, TOKENS)
    stepped = client.result(client.forward_backward(model, seq_id + 5, TOKENS, "forward"))["metrics"]["loss:sum"]
    before.kill()

    after = Server(model_directory, tmp_path)
    client = after.client
    with refused(404, "create one and load its last checkpoint"):
        client.forward_backward(model, 99, TOKENS)
    session = client.session()
    resumed = client.model(session)
    client.result(client.post("load_weights", model_id=resumed, seq_id=1, path=state, optimizer=True))
    again = client.result(client.forward_backward(resumed, 2, TOKENS, "forward"))["metrics"]["loss:sum"]
    client.train(resumed, 3, TOKENS)
    again_stepped = client.result(client.forward_backward(resumed, 5, TOKENS, "forward"))["metrics"]["loss:sum"]
    sampling = client.post("create_sampling_session", session_id=session, sampling_session_seq_id=0, model_path=sampler)
    same = client.result(client.sample(TOKENS[:4], sampling_session_id=sampling["sampling_session_id"]))["sequences"]
    after.kill()
    assert again == pytest.approx(loss, abs=1e-4)
    assert again_stepped == pytest.approx(stepped, abs=1e-4)
    assert same[0]["tokens"] == answer[0]["tokens"]


def test_a_sampling_session_keeps_its_weights_however_many_others_are_opened(client: Client):
    session = client.session()
    model = client.model(session)
    seq_id, answers, sampling = 1, [], []
    for number in range(KEPT + 2):
        seq_id = client.train(model, seq_id, TOKENS, steps=2)
        path = client.result(
            client.post("save_weights_for_sampler", model_id=model, seq_id=seq_id, path=f"many-{number}")
        )["path"]
        seq_id += 1
        opened = client.post("create_sampling_session", session_id=session, sampling_session_seq_id=0, model_path=path)
        sampling.append(opened["sampling_session_id"])
        answers.append(client.result(client.sample(TOKENS[:4], sampling_session_id=sampling[-1]))["sequences"])
    again = client.result(client.sample(TOKENS[:4], sampling_session_id=sampling[0]))["sequences"]
    assert again[0]["logprobs"] == pytest.approx(answers[0][0]["logprobs"], abs=1e-5)
    assert again[0]["logprobs"] != pytest.approx(answers[-1][0]["logprobs"], abs=1e-5)


def test_an_adapter_leaves_as_a_tar_and_serves_elsewhere(client: Client, model_directory: Path, tmp_path: Path):
    model = client.model(client.session())
    seq_id = client.train(model, 1, TOKENS, steps=10)
    path = client.result(client.post("save_weights_for_sampler", model_id=model, seq_id=seq_id, path="r"))["path"]
    expected = client.result(client.sample(TOKENS[:4], model_path=path))["sequences"]
    tar = client.request(f"/api/v1/adapters/{model}/r", None)
    assert tar == client.request(f"/api/v1/adapters/{model}/r", None)

    elsewhere = Server(model_directory, tmp_path)
    imported = json.loads(elsewhere.client.request("/api/v1/adapters/release-1", tar))["path"]
    assert json.loads(elsewhere.client.request("/api/v1/adapters/release-1", tar))["path"] == imported
    with refused(400, "no tar of"):
        elsewhere.client.request("/api/v1/adapters/release-2", b"nonsense")
    answer = elsewhere.client.result(elsewhere.client.sample(TOKENS[:4], model_path=imported))["sequences"]
    elsewhere.kill()
    assert answer[0]["tokens"] == expected[0]["tokens"]


@pytest.mark.parametrize(
    ("change", "said"),
    [
        ({"tokens": list(range(2, 200)) * 30}, "over the context of"),
        ({"tokens": []}, "prompt is empty"),
        ({"tokens": [999_999]}, "outside 0…257"),
        ({"samples": 100_000}, "num_samples must be 1 to"),
        ({"params": {"temperature": -1}}, "temperature ≥ 0"),
        ({"base_model": "another"}, "This engine runs tiny, not another"),
        ({"model_path": "tinker://x/sampler_weights/../y"}, "is no checkpoint"),
    ],
)
def test_what_can_not_be_sampled_is_refused_with_the_reason(client: Client, change: dict, said: str):
    with refused(400, said):
        client.sample(**{"tokens": TOKENS, **change})


def test_what_can_not_be_trained_on_is_refused_with_the_reason(client: Client):
    model = client.model(client.session())
    with refused(400, "Datum 0 has 5999 tokens; 1 to 512 are possible"):
        client.forward_backward(model, 1, list(range(2, 202)) * 30)
    with refused(400, "token id outside"):
        client.forward_backward(model, 1, [3, 4, 5, 9999])
    with refused(400, "There is no data"):
        client.post("forward_backward", model_id=model, seq_id=1, forward_backward_input={"loss_fn": "ppo", "data": []})
    with refused(400, "rank of 4096 is not possible"):
        client.model(client.session(), rank=4096)
    client.result(client.forward_backward(model, 1, TOKENS))


def test_a_body_that_is_none_of_the_protocol_is_refused(client: Client):
    with refused(400, "no JSON"):
        client.request("/api/v1/asample", b"{")
    with refused(400, "not as /api/v1/asample wants it: KeyError 'prompt'"):
        client.post("asample")
    with refused(410, "Send the request again"):
        client.post("retrieve_future", request_id="unknown")


def test_a_cancelled_future_says_so_at_once(client: Client):
    running = client.sample(TOKENS, max_tokens=400, samples=64, params={"temperature": 1.0, "seed": 1})
    started = time.monotonic()
    assert client.post("cancel_future", request_id=running["request_id"])["cancelled"]
    with refused(400, "the client asked for it"):
        client.result(running)
    assert idle(client, started) < 5


def test_a_client_that_hangs_up_and_stays_away_is_not_worked_for(client: Client):
    busy = {"max_tokens": 480, "samples": 256, "params": {"temperature": 1.0, "seed": 1}}
    others = [client.sample(TOKENS, **busy) for _ in range(12)]
    waiting = client.sample(TOKENS, **busy)
    connection = http.client.HTTPConnection(client.url.removeprefix("http://"))
    connection.request("POST", "/api/v1/retrieve_future", json.dumps({"request_id": waiting["request_id"]}))
    connection.close()
    time.sleep(7)  # the engine waits 5 s for the client to come back
    with refused(400, "hung up"):
        client.result(waiting)
    for other in others:
        client.post("cancel_future", request_id=other["request_id"])
    assert idle(client, time.monotonic()) < 10


def test_a_silent_session_loses_its_models(model_directory: Path, tmp_path: Path):
    server = Server(model_directory, tmp_path, "--session-seconds", "1")
    session = server.client.session()
    model = server.client.model(session)
    deadline = time.monotonic() + 10
    while "engine_sessions 0" not in server.client.request("/metrics", None).decode():
        assert time.monotonic() < deadline
        time.sleep(0.2)
    with refused(404, "There is no model"):
        server.client.forward_backward(model, 1, TOKENS)
    with refused(404, "There is no session"):
        server.client.post("session_heartbeat", session_id=session)
    server.kill()


def idle(client: Client, since: float) -> float:
    """Seconds until the sampler has nothing left to do."""
    while "sampling_load 0\n" not in client.request("/metrics", None).decode():
        assert time.monotonic() - since < 30
        time.sleep(0.1)
    return time.monotonic() - since


def test_protobuf_and_json_say_the_same(client: Client):
    zstd = pytest.importorskip("backports.zstd")
    if not importlib.import_module("aiohttp.http_parser").HAS_ZSTD:
        pytest.skip("this aiohttp does not find backports.zstd")
    model = client.model(client.session())
    message = pb.ForwardBackwardRequest(model_id=model, seq_id=1, loss_fn="cross_entropy", forward_only=True)
    datum = message.data.add()
    datum.model_input.add().encoded_text.tokens = np.array(TOKENS[:-1], dtype="<i4").tobytes()
    for name, values, kind in (
        ("target_tokens", np.array(TOKENS[1:], dtype="<i8"), pb.DTYPE_INT64),
        ("weights", np.ones(len(TOKENS) - 1, dtype="<f4"), pb.DTYPE_FLOAT32),
    ):
        datum.loss_fn_inputs[name].dense = values.tobytes()
        datum.loss_fn_inputs[name].dtype = kind
    body = zstd.compress(message.SerializeToString())
    headers = {"Content-Type": "application/x-protobuf", "Content-Encoding": "zstd"}
    accepted = json.loads(client.request("/api/v1/forward_backward", body, **headers))
    as_json = client.result(accepted)

    asked = json.dumps({"request_id": accepted["request_id"]}).encode()
    answer = pb.ForwardBackwardOutput()
    answer.ParseFromString(client.request("/api/v1/retrieve_future", asked, Accept="application/x-protobuf"))
    field = answer.loss_fn_outputs[0].fields["logprobs"]
    np.testing.assert_allclose(
        np.frombuffer(field.data, dtype="<f4"), as_json["loss_fn_outputs"][0]["logprobs"]["data"], rtol=1e-6
    )
    assert np.frombuffer(field.offsets, dtype="<i8").tolist() == [0, 4 * (len(TOKENS) - 1)]
    assert answer.metrics["loss:sum"] == pytest.approx(as_json["metrics"]["loss:sum"])

    accepted = client.sample(TOKENS, samples=2)
    as_json = client.result(accepted)
    asked = json.dumps({"request_id": accepted["request_id"]}).encode()
    sampled = pb.SampleResponse()
    sampled.ParseFromString(client.request("/api/v1/retrieve_future", asked, Accept="application/x-protobuf"))
    assert [np.frombuffer(s.tokens, dtype="<i4").tolist() for s in sampled.sequences] == [
        s["tokens"] for s in as_json["sequences"]
    ]


def test_a_key_is_wanted_where_one_is_set(model_directory: Path, tmp_path: Path):
    (tmp_path / "key").write_text("secret\n")
    server = Server(model_directory, tmp_path, "--api-key-file", str(tmp_path / "key"))
    assert json.loads(server.client.request("/api/v1/healthz", None)) == {"status": "ok"}
    with refused(401, "X-API-Key"):
        server.client.session()
    assert Client(server.url, **{"X-API-Key": "secret"}).session()
    server.kill()


def test_the_engine_goes_when_its_parent_goes(model_directory: Path, tmp_path: Path):
    assert Server(model_directory, tmp_path).close_stdin() == 0
