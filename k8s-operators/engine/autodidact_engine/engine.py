"""The engine's parts, put together."""

import asyncio
import logging
from dataclasses import dataclass, replace

from tokenizers import Tokenizer

from .base_model import BaseModel, load_base_model
from .checkpoints import Checkpoints
from .config import EngineConfig
from .device import choose_device, choose_precision
from .futures import Futures
from .kv_cache import PrefixCache
from .lanes import Lanes
from .limits import Limits, limits_of
from .metrics import Metrics
from .models import Models
from .sampler import Sampler
from .samplers import Samplers
from .sessions import Sessions
from .spec import read_spec
from .work_queue import WorkQueue

log = logging.getLogger(__name__)


@dataclass(frozen=True)
class Engine:
    config: EngineConfig
    base: BaseModel
    limits: Limits
    futures: Futures
    sessions: Sessions
    models: Models
    samplers: Samplers
    sampler: Lanes
    work: WorkQueue
    metrics: Metrics
    cache: PrefixCache

    def end_session(self, session_id: str, why: str) -> None:
        self.sessions.close(session_id)
        self.futures.cancel_session(session_id, why)
        self.models.unload_session(session_id)
        self.samplers.close_session(session_id)

    def sweep(self) -> None:
        """Cancel and free what nobody waits for; called every second."""
        self.futures.sweep(self.config.abandoned_seconds)
        for session_id in self.sessions.expired():
            log.info("Session %s gave no sign of life", session_id)
            self.end_session(session_id, "Cancelled: the session gave no sign of life.")


def start_engine(config: EngineConfig, loop: asyncio.AbstractEventLoop) -> Engine:
    config = replace(config, context=min(config.context, read_spec(config.base_model).context))
    device = choose_device(config.device)
    base = load_base_model(config.base_model, choose_precision(config.precision, device), device, config.context)
    metrics, futures = Metrics(), Futures(loop)
    limits = limits_of(base, config.threads, config.limits)
    checkpoints, cache = Checkpoints(config.data), PrefixCache(limits.prefix_cache_bytes)
    tokenizer = Tokenizer.from_file(str(config.base_model / "tokenizer.json"))
    share = limits.of_a_lane
    lanes = Lanes([Sampler(base, cache, share, metrics, tokenizer.decode) for _ in range(limits.lanes)])
    lanes.start()
    return Engine(
        config=config,
        base=base,
        limits=limits,
        futures=futures,
        sessions=Sessions(config.session_seconds),
        models=Models(base, config, checkpoints, metrics, limits.workers),
        samplers=Samplers(base, config.name, checkpoints),
        sampler=lanes,
        work=WorkQueue(futures, metrics),
        metrics=metrics,
        cache=cache,
    )
