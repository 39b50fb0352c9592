"""Checkpoints on disk: whole or not there at all, and checked when read.

DATA/checkpoints/MODEL/{weights,sampler_weights}/NAME/ holds a PEFT adapter, for `weights` also the optimiser's
state, and manifest.json with the SHA-256 of every file. A checkpoint is written beside its place, synced and renamed.
"""

import errno
import hashlib
import json
import os
import re
import shutil
import uuid
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import quote

from .errors import BadRequest, Conflict, CorruptCheckpoint, DiskFull, NotFound

MANIFEST = "manifest.json"
KINDS = ("weights", "sampler_weights")
NAME = re.compile(r"[A-Za-z0-9][A-Za-z0-9._@-]{0,127}")


@dataclass(frozen=True)
class CheckpointPath:
    """tinker://MODEL/KIND/NAME"""

    model_id: str
    kind: str
    name: str

    def __str__(self) -> str:
        return f"tinker://{self.model_id}/{self.kind}/{self.name}"

    @staticmethod
    def parse(text: str, default_kind: str = "sampler_weights") -> "CheckpointPath":
        """Also takes the short form tinker://MODEL/NAME."""
        parts = text.removeprefix("tinker://").split("/")
        if len(parts) == 2:
            parts = [parts[0], default_kind, parts[1]]
        if not text.startswith("tinker://") or len(parts) != 3 or parts[1] not in KINDS or not parts[0]:
            raise BadRequest(
                f"'{text}' is no checkpoint: expected tinker://MODEL/weights/NAME or …/sampler_weights/NAME."
            )
        return CheckpointPath(parts[0], parts[1], checked_name(parts[2]))


def checked_name(name: str) -> str:
    if not NAME.fullmatch(name):
        raise BadRequest(f"'{name}' is no name for a checkpoint: use letters, digits and . _ @ - (at most 128).")
    return name


class Checkpoints:
    def __init__(self, directory: Path):
        self._root = directory / "checkpoints"
        self._root.mkdir(parents=True, exist_ok=True)
        for left_over in self._root.glob(".new-*"):
            shutil.rmtree(left_over)

    def place(self, path: CheckpointPath) -> Path:
        return self._root / quote(path.model_id, safe="") / path.kind / path.name

    def write(self, path: CheckpointPath, fill: Callable[[Path], None], overwrite: bool = False) -> None:
        place = self.place(path)
        if place.exists() and not overwrite:
            raise Conflict(f"{path} exists already: choose another name or set overwrite.")
        new = self._root / f".new-{uuid.uuid4().hex}"
        new.mkdir()
        try:
            with naming_full_disk(f"{path} was not saved"):
                fill(new)
                manifest = {file.name: sha256(file) for file in sorted(new.iterdir())}
                (new / MANIFEST).write_text(json.dumps(manifest, indent=1) + "\n", encoding="utf-8")
                for file in [*new.iterdir(), new]:
                    _sync(file)
                place.parent.mkdir(parents=True, exist_ok=True)
                _replace(new, place)
        finally:
            shutil.rmtree(new, ignore_errors=True)

    def open(self, path: CheckpointPath) -> Path:
        """The checkpoint's directory, after every file was compared with the manifest."""
        place = self.place(path)
        if not place.is_dir():
            raise NotFound(f"There is no checkpoint {path}.")
        try:
            manifest = json.loads((place / MANIFEST).read_text(encoding="utf-8"))
        except (OSError, ValueError) as error:
            raise CorruptCheckpoint(
                f"{path} is corrupt: its {MANIFEST} can not be read. Load an earlier one."
            ) from error
        for name, digest in manifest.items():
            file = place / name
            if not file.is_file() or sha256(file) != digest:
                raise CorruptCheckpoint(f"{path} is corrupt: {name} does not have its SHA-256. Load an earlier one.")
        return place


def sha256(file: Path) -> str:
    with file.open("rb") as stream:
        return hashlib.file_digest(stream, "sha256").hexdigest()


@contextmanager
def naming_full_disk(what: str) -> Iterator[None]:
    """Say 'the disk is full' where the system or a library only hints at it."""
    try:
        yield
    except Exception as error:
        full = isinstance(error, OSError) and error.errno in (errno.ENOSPC, errno.EDQUOT)
        if full or "No space left" in str(error):
            raise DiskFull(f"The disk is full: {what}. Free some space and save again.") from error
        raise


def _replace(new: Path, place: Path) -> None:
    if place.exists():
        old = new.with_name(new.name + ".old")
        place.rename(old)
        new.rename(place)
        shutil.rmtree(old)
    else:
        new.rename(place)
    _sync(place.parent)


def _sync(path: Path) -> None:
    handle = os.open(path, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)
