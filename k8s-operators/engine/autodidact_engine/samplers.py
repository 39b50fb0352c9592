"""Who samples from which weights: sampling sessions, adapters read from checkpoints, adapters sent as tars."""

import io
import tarfile
import tempfile
import threading
import uuid
from collections import OrderedDict
from pathlib import Path

from .adapter import AdapterWeights, adapter_weights
from .base_model import BaseModel
from .checkpoints import CheckpointPath, Checkpoints, checked_name, sha256
from .errors import BadRequest, NotFound
from .peft import CONFIG, WEIGHTS, read_peft

KEPT = 4


class Samplers:
    """Adapter weights are kept for the last few paths used; a session that names a path has them read again if
    need be, so that a client which opens one for each of its checkpoints does not fill the memory."""

    def __init__(self, base: BaseModel, name: str, checkpoints: Checkpoints):
        self._base, self._name, self._checkpoints = base, name, checkpoints
        self._sessions: dict[str, tuple[str, str | AdapterWeights | None]] = {}
        self._loaded: OrderedDict[CheckpointPath, AdapterWeights] = OrderedDict()
        self._lock = threading.Lock()

    def open(self, session_id: str, source: str | AdapterWeights | None) -> str:
        """`source`: a tinker:// path, weights that lie nowhere, or nothing for the base model."""
        sampling_session = f"{session_id}:sample:{uuid.uuid4().hex[:12]}"
        self._sessions[sampling_session] = (session_id, source)
        return sampling_session

    def find(self, sampling_session: str) -> tuple[str, AdapterWeights | None]:
        """Blocking, see `weights`."""
        if sampling_session not in self._sessions:
            raise NotFound(
                f"There is no sampling session {sampling_session} (an engine that restarted has none): "
                "create one from a tinker:// path."
            )
        session_id, source = self._sessions[sampling_session]
        return session_id, self.weights(source, None) if isinstance(source, str) else source

    def close_session(self, session_id: str) -> None:
        self._sessions = {key: value for key, value in self._sessions.items() if value[0] != session_id}

    def weights(self, model_path: str | None, base_model: str | None) -> AdapterWeights | None:
        """Blocking: reads and checks the adapter's files unless they were used lately."""
        if model_path is None:
            if base_model not in (None, self._name):
                raise BadRequest(f"This engine runs {self._name}, not {base_model}.")
            return None
        path = CheckpointPath.parse(model_path)
        with self._lock:
            if path not in self._loaded:
                self._loaded[path] = self._read(path)
            self._loaded.move_to_end(path)
            while len(self._loaded) > KEPT:
                self._loaded.popitem(last=False)
            return self._loaded[path]

    def forget(self, path: CheckpointPath) -> None:
        with self._lock:
            self._loaded.pop(path, None)

    def _read(self, path: CheckpointPath) -> AdapterWeights:
        directory = self._checkpoints.open(path)
        shape, flat = read_peft(directory, self._base.spec)
        return adapter_weights(sha256(directory / WEIGHTS), shape, flat, self._base.dtype, self._base.device)

    def export_tar(self, path: CheckpointPath) -> bytes:
        """The PEFT directory as a tar whose bytes depend on its content only."""
        directory, buffer = self._checkpoints.open(path), io.BytesIO()
        with tarfile.open(fileobj=buffer, mode="w", format=tarfile.USTAR_FORMAT) as tar:
            for name in (CONFIG, WEIGHTS):
                info = tarfile.TarInfo(name)
                info.size, info.mode = (directory / name).stat().st_size, 0o644
                with (directory / name).open("rb") as file:
                    tar.addfile(info, file)
        return buffer.getvalue()

    def import_tar(self, name: str, body: bytes) -> str:
        """Take such a tar in as sampler weights; the same bytes give the same path."""
        with tempfile.TemporaryDirectory() as scratch:
            folder = Path(scratch)
            try:
                with tarfile.open(fileobj=io.BytesIO(body)) as tar:
                    for wanted in (CONFIG, WEIGHTS):
                        member = tar.extractfile(tar.getmember(wanted))
                        if member is None:
                            raise KeyError(wanted)
                        (folder / wanted).write_bytes(member.read())
            except (tarfile.TarError, KeyError) as error:
                raise BadRequest(f"The body is no tar of {CONFIG} and {WEIGHTS}: {error}.") from error
            read_peft(folder, self._base.spec)
            digest = sha256(folder / WEIGHTS)
            path = CheckpointPath(f"import-{digest[:16]}", "sampler_weights", checked_name(name))

            def fill(directory: Path) -> None:
                for file in (CONFIG, WEIGHTS):
                    (directory / file).write_bytes((folder / file).read_bytes())

            self._checkpoints.write(path, fill, overwrite=True)
        self.forget(path)
        return str(path)
