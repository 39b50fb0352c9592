"""The converted SmolLM2: its tokenizer and its first words."""

from pathlib import Path

import pytest
from tokenizers import Tokenizer

TEXTS = [
    "Hello, world!",
    "<|im_start|>user\nset_stock 7238 98<|im_end|>\n",
    "  two  spaces\tand\n\nlines 12345 3.14",
    'naïve café — 漢字 🙂 {"name": "value"}',
    "I'll they've DON'T",
    "",
]


@pytest.mark.parametrize("text", TEXTS)
def test_text_survives_the_tokenizer(smollm: Path, text: str):
    tokenizer = Tokenizer.from_file(str(smollm / "tokenizer.json"))
    assert tokenizer.decode(tokenizer.encode(text).ids, skip_special_tokens=False) == text


@pytest.mark.parametrize("text", TEXTS)
def test_the_tokenizer_equals_the_one_that_transformers_reads(smollm: Path, text: str):
    transformers = pytest.importorskip("transformers")
    theirs = transformers.AutoTokenizer.from_pretrained(smollm)
    assert Tokenizer.from_file(str(smollm / "tokenizer.json")).encode(text).ids == theirs(text)["input_ids"]


def test_the_chat_markers_are_single_tokens(smollm: Path):
    tokenizer = Tokenizer.from_file(str(smollm / "tokenizer.json"))
    assert tokenizer.encode("<|im_start|><|im_end|>").ids == [1, 2]
    assert tokenizer.encode("12").ids == [33, 34] or len(tokenizer.encode("12").ids) == 2
