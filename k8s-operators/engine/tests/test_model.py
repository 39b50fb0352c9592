"""The model code against transformers and PEFT, for every family it claims to run."""

from pathlib import Path

import pytest
import torch
from conftest import DEVICE, load, random_tokens, trained_flat

from autodidact_engine.adapter import AdapterShape, adapter_weights
from autodidact_engine.decoder import target_logprobs
from autodidact_engine.packing import Group
from autodidact_engine.peft import read_peft, write_peft
from autodidact_engine.training_pass import (
    MicroBatchPass,
    TrainedModel,
    target_logprob_gradient,
)


def passed(directory: Path, shape: AdapterShape, flat: torch.Tensor, tokens: torch.Tensor, keep: bool = False):
    base = load(directory)
    model = TrainedModel(base, shape, adapter_weights("a", shape, flat, base.dtype, base.device))
    tokens, positions = tokens.to(DEVICE), torch.arange(len(tokens), device=DEVICE)
    whole = MicroBatchPass(model, tokens, positions, [Group(range(0, len(tokens)), ())])
    return base, whole, whole.forward(keep)


@torch.no_grad()
def test_logprobs_equal_those_of_transformers(family_directory: Path):
    transformers = pytest.importorskip("transformers")
    reference = transformers.AutoModelForCausalLM.from_pretrained(family_directory, dtype=torch.float32)
    tokens = torch.from_numpy(random_tokens(1, 60)).long()
    shape = AdapterShape(load(family_directory).spec, 4)
    base, _, h = passed(family_directory, shape, shape.initial(0), tokens)
    ours = target_logprobs(base, h[:-1], tokens[1:].to(DEVICE))
    theirs = reference(tokens[None]).logits[0, :-1].log_softmax(-1).gather(1, tokens[1:, None]).squeeze(1)
    torch.testing.assert_close(ours, theirs, atol=1e-4, rtol=0)


def test_an_exported_adapter_and_its_gradients_equal_those_of_peft(family_directory: Path, tmp_path: Path):
    transformers, peft = pytest.importorskip("transformers"), pytest.importorskip("peft")
    tokens = torch.from_numpy(random_tokens(2, 40)).long()
    shape = AdapterShape(load(family_directory).spec, 4)
    flat = trained_flat(shape, 3)
    write_peft(tmp_path, shape, flat, "tiny")
    reference = transformers.AutoModelForCausalLM.from_pretrained(family_directory, dtype=torch.float32)
    reference = peft.PeftModel.from_pretrained(reference, str(tmp_path), is_trainable=True)
    theirs = reference(tokens[None]).logits[0, :-1].log_softmax(-1).gather(1, tokens[1:, None]).squeeze(1)
    theirs.sum().backward()

    with torch.no_grad():
        base, whole, h = passed(family_directory, shape, flat, tokens, keep=True)
        targets = tokens[1:].to(DEVICE)
        torch.testing.assert_close(target_logprobs(base, h[:-1], targets), theirs.detach(), atol=1e-4, rtol=0)
        gradient = torch.zeros(shape.size, device=DEVICE)
        last = torch.zeros_like(h)
        last[:-1] = target_logprob_gradient(base, h[:-1], targets, torch.ones(len(targets), device=DEVICE))
        whole.backward(last, gradient)
    from autodidact_engine.peft import peft_views

    ours = peft_views(shape, gradient.cpu())
    for name, parameter in reference.named_parameters():
        if parameter.requires_grad:
            expected = parameter.grad
            assert expected is not None
            actual = ours[name.replace(".default", "")]
            torch.testing.assert_close(actual, expected, atol=1e-4 * max(1.0, float(expected.abs().max())), rtol=0)


def test_an_adapter_survives_the_trip_to_disk_and_back(model_directory: Path, tmp_path: Path):
    shape = AdapterShape(load(model_directory).spec, 4, mlp=False)
    flat = trained_flat(shape, 4)
    write_peft(tmp_path, shape, flat, "tiny")
    read_shape, read_flat = read_peft(tmp_path, shape.spec)
    assert read_shape == shape
    assert torch.equal(read_flat, flat)
