"""Run by test_official_sdk.py in its own process: the official tinker SDK teaches the engine a made-up fact.

The SDK and the engine each register the wire's messages, which one process can not do twice.
"""

import json
import sys

import tinker
from tinker import types
from tokenizers import Tokenizer

url, model, tokenizer_file = sys.argv[1:]
tokenizer = Tokenizer.from_file(tokenizer_file)
service = tinker.ServiceClient(base_url=url, api_key="tml-test")
training = service.create_lora_training_client(base_model=model, rank=8, seed=7)

question = "<|im_start|>user\nWho keeps the lighthouse of Varn?<|im_end|>\n<|im_start|>assistant\n"
answer = "Old Mirela keeps it.<|im_end|>"
prompt, target = tokenizer.encode(question).ids, tokenizer.encode(answer).ids
tokens = prompt + target
datum = types.Datum(
    model_input=types.ModelInput.from_ints(tokens[:-1]),
    loss_fn_inputs={
        "target_tokens": types.TensorData(data=tokens[1:], dtype="int64"),
        "weights": types.TensorData(data=[0.0] * (len(prompt) - 1) + [1.0] * len(target), dtype="float32"),
    },
)


def ask(client: tinker.SamplingClient) -> str:
    params = types.SamplingParams(max_tokens=16, temperature=0.0, stop=[2])
    reply = client.sample(types.ModelInput.from_ints(prompt), sampling_params=params, num_samples=1).result()
    return tokenizer.decode(reply.sequences[0].tokens)


losses = []
before = ask(service.create_sampling_client(base_model=model))
for _ in range(12):
    step = training.forward_backward([datum], "cross_entropy")
    training.optim_step(types.AdamParams(learning_rate=2e-3)).result()
    losses.append(step.result().metrics["loss:sum"])
ephemeral = ask(training.save_weights_and_get_sampling_client())
path = training.save_weights_for_sampler("taught").result().path
saved = ask(service.create_sampling_client(model_path=path))
checkpoint = training.save_state("state").result().path
resumed = service.create_training_client_from_state_with_optimizer(checkpoint)
again = resumed.forward_backward([datum], "cross_entropy").result()
scored = training.forward([datum], "cross_entropy").result()
print(
    json.dumps(
        {
            "before": before,
            "ephemeral": ephemeral,
            "saved": saved,
            "losses": losses,
            "resumed_loss": again.metrics["loss:sum"],
            "loss": scored.metrics["loss:sum"],
            "logprobs": len(again.loss_fn_outputs[0]["logprobs"].data),
            "tokens": len(tokens) - 1,
        }
    )
)
