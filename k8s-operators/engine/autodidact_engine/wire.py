"""Between the wire's two forms, protobuf and JSON, and the engine's own types."""

from typing import Any

import numpy as np
from google.protobuf.message import DecodeError

from . import tinker_pb2 as pb
from .choosing import SamplingParams
from .errors import BadRequest
from .requests import SampleResult
from .trainer import Datum, PassResult

PROTOBUF = "application/x-protobuf"
DTYPES = {pb.DTYPE_FLOAT32: np.float32, pb.DTYPE_INT64: np.int64, pb.DTYPE_INT32: np.int32}


def training_request_from_protobuf(body: bytes) -> dict[str, Any]:
    """The same keys as the JSON form, with `data` already parsed."""
    message = pb.ForwardBackwardRequest()
    try:
        message.ParseFromString(body)
    except DecodeError as error:
        raise BadRequest(f"The body is no ForwardBackwardRequest: {error}.") from error
    return {
        "model_id": message.model_id,
        "seq_id": message.seq_id,
        "data": [_datum_from_protobuf(i, datum) for i, datum in enumerate(message.data)],
        "loss_fn": message.loss_fn,
        "loss_fn_config": dict(message.loss_fn_config),
        "forward_only": message.forward_only,
    }


def training_request_from_json(body: dict[str, Any]) -> dict[str, Any]:
    inner = body.get("forward_backward_input") or body.get("forward_input") or body
    data = [_datum_from_json(i, datum) for i, datum in enumerate(inner.get("data") or [])]
    return {
        "model_id": body.get("model_id", ""),
        "seq_id": body.get("seq_id"),
        "data": data,
        "loss_fn": inner.get("loss_fn", ""),
        "loss_fn_config": inner.get("loss_fn_config") or {},
        "forward_only": bool(body.get("forward_only")),
    }


def _datum_from_protobuf(index: int, datum: pb.Datum) -> Datum:
    chunks = []
    for chunk in datum.model_input:
        if chunk.WhichOneof("chunk") != "encoded_text":
            raise BadRequest(f"Datum {index} has a chunk that is not text: this engine takes tokens only.")
        chunks.append(np.frombuffer(chunk.encoded_text.tokens, dtype="<i4"))
    inputs = {}
    for name, tensor in datum.loss_fn_inputs.items():
        if tensor.WhichOneof("encoding") != "dense" or tensor.dtype not in DTYPES:
            raise BadRequest(f"{name} of datum {index} must be a dense tensor of float32, int64 or int32.")
        inputs[name] = np.frombuffer(tensor.dense, dtype=DTYPES[tensor.dtype])
    return Datum(np.concatenate(chunks) if chunks else np.zeros(0, dtype=np.int32), inputs)


def _datum_from_json(index: int, datum: dict[str, Any]) -> Datum:
    inputs = {}
    for name, tensor in datum.get("loss_fn_inputs", {}).items():
        values = tensor["data"] if isinstance(tensor, dict) else tensor
        kind = np.int64 if name == "target_tokens" else np.float32
        inputs[name] = np.array(values, dtype=kind)
    return Datum(tokens_from_json(datum.get("model_input") or {}, f"datum {index}"), inputs)


def tokens_from_json(model_input: dict[str, Any], where: str) -> np.ndarray:
    tokens: list[int] = []
    for chunk in model_input.get("chunks", []):
        if chunk.get("type", "encoded_text") != "encoded_text":
            raise BadRequest(f"The {where} has a chunk of type {chunk.get('type')}: this engine takes tokens only.")
        tokens += chunk["tokens"]
    return np.array(tokens, dtype=np.int32)


def sampling_params_from_json(params: dict[str, Any], room: int) -> SamplingParams:
    """`room` is how many tokens fit behind the prompt; it is the limit where max_tokens is not given."""
    stop = params.get("stop") or []
    stop = [stop] if isinstance(stop, str | int) else stop
    result = SamplingParams(
        max_tokens=room if params.get("max_tokens") is None else int(params["max_tokens"]),
        temperature=float(params.get("temperature", 1.0)),
        top_p=float(params.get("top_p", 1.0)),
        top_k=int(params.get("top_k", -1)),
        seed=params.get("seed"),
        stop_tokens=frozenset(s for s in stop if isinstance(s, int)),
        stop_strings=tuple(s for s in stop if isinstance(s, str) and s),
    )
    if result.temperature < 0 or not 0 < result.top_p <= 1 or result.max_tokens < 1:
        raise BadRequest("Sampling needs temperature ≥ 0, 0 < top_p ≤ 1 and max_tokens ≥ 1.")
    return result


def sample_result_to_json(result: SampleResult) -> dict[str, Any]:
    sequences = [{"tokens": s.tokens, "logprobs": s.logprobs, "stop_reason": s.stop_reason} for s in result.sequences]
    body: dict[str, Any] = {"type": "sample", "sequences": sequences, "prompt_cache_hit_tokens": result.cached_tokens}
    if result.prompt_logprobs is not None:
        body["prompt_logprobs"] = [None, *result.prompt_logprobs]
    return body


def sample_result_to_protobuf(result: SampleResult) -> bytes:
    message = pb.SampleResponse(prompt_cache_hit_tokens=result.cached_tokens)
    for sequence in result.sequences:
        reason = pb.STOP_REASON_STOP if sequence.stop_reason == "stop" else pb.STOP_REASON_LENGTH
        message.sequences.add(
            stop_reason=reason,
            tokens=np.array(sequence.tokens, dtype="<i4").tobytes(),
            logprobs=np.array(sequence.logprobs, dtype="<f4").tobytes(),
        )
    if result.prompt_logprobs is not None:
        message.prompt_logprobs = np.array([np.nan, *result.prompt_logprobs], dtype="<f4").tobytes()
    return message.SerializeToString()


def pass_result_to_json(result: PassResult) -> dict[str, Any]:
    outputs = [{"logprobs": {"data": p.tolist(), "dtype": "float32", "shape": [len(p)]}} for p in result.logprobs]
    return {"loss_fn_output_type": "ArrayRecord", "loss_fn_outputs": outputs, "metrics": result.metrics}


def pass_result_to_protobuf(result: PassResult) -> bytes:
    message = pb.ForwardBackwardOutput(loss_fn_output_type="ArrayRecord", metrics=result.metrics)
    record = message.loss_fn_outputs.add(type_tag="ArrayRecord", num_datums=len(result.logprobs))
    field = record.fields["logprobs"]
    field.dtype = pb.DTYPE_FLOAT32
    field.data = b"".join(p.astype("<f4").tobytes() for p in result.logprobs)
    field.offsets = (np.cumsum([0, *(len(p) for p in result.logprobs)]) * 4).astype("<i8").tobytes()
    return message.SerializeToString()
