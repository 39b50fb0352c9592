"""Checkpoints are whole or absent, and checked."""

import errno
from pathlib import Path

import pytest

from autodidact_engine.checkpoints import CheckpointPath, Checkpoints
from autodidact_engine.errors import BadRequest, Conflict, CorruptCheckpoint, DiskFull, NotFound

PATH = CheckpointPath("session:train:0", "weights", "step-1")


def fill(directory: Path) -> None:
    (directory / "adapter_model.safetensors").write_bytes(b"weights")
    (directory / "state.json").write_text("{}")


def test_what_is_written_is_found_again(tmp_path: Path):
    Checkpoints(tmp_path).write(PATH, fill)
    again = Checkpoints(tmp_path)
    assert (again.open(PATH) / "adapter_model.safetensors").read_bytes() == b"weights"


@pytest.mark.parametrize("damage", ["changed", "missing", "manifest"])
def test_a_corrupt_checkpoint_is_refused_by_name(tmp_path: Path, damage: str):
    checkpoints = Checkpoints(tmp_path)
    checkpoints.write(PATH, fill)
    if damage == "changed":
        (checkpoints.place(PATH) / "adapter_model.safetensors").write_bytes(b"weighty")
    elif damage == "missing":
        (checkpoints.place(PATH) / "state.json").unlink()
    else:
        (checkpoints.place(PATH) / "manifest.json").write_text("{")
    with pytest.raises(CorruptCheckpoint, match="tinker://session:train:0/weights/step-1 is corrupt"):
        checkpoints.open(PATH)


def test_a_full_disk_is_named_and_leaves_nothing_behind(tmp_path: Path):
    checkpoints = Checkpoints(tmp_path)

    def fails(directory: Path) -> None:
        fill(directory)
        raise OSError(errno.ENOSPC, "No space left on device")

    with pytest.raises(DiskFull, match="The disk is full: tinker://session:train:0/weights/step-1 was not saved"):
        checkpoints.write(PATH, fails)
    assert not any((tmp_path / "checkpoints").rglob("*.json"))
    checkpoints.write(PATH, fill)


def test_half_a_checkpoint_of_a_killed_engine_is_swept_away(tmp_path: Path):
    Checkpoints(tmp_path)
    half = tmp_path / "checkpoints" / ".new-1234"
    half.mkdir()
    fill(half)
    checkpoints = Checkpoints(tmp_path)
    assert not half.exists()
    with pytest.raises(NotFound):
        checkpoints.open(PATH)


def test_a_name_is_not_overwritten_by_accident(tmp_path: Path):
    checkpoints = Checkpoints(tmp_path)
    checkpoints.write(PATH, fill)
    with pytest.raises(Conflict, match="exists already"):
        checkpoints.write(PATH, fill)

    def fill_otherwise(directory: Path) -> None:
        (directory / "other").write_bytes(b"x")

    checkpoints.write(PATH, fill_otherwise, overwrite=True)
    assert (checkpoints.open(PATH) / "other").read_bytes() == b"x"


@pytest.mark.parametrize("text", ["weights/x", "tinker://m/other/x", "tinker://m/weights/..", "tinker://m/weights/a/b"])
def test_a_path_that_is_none_is_refused(text: str):
    with pytest.raises(BadRequest):
        CheckpointPath.parse(text)


def test_the_short_form_of_a_path_means_sampler_weights():
    assert CheckpointPath.parse("tinker://m/x") == CheckpointPath("m", "sampler_weights", "x")
