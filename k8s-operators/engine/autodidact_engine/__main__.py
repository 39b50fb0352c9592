"""Start the engine's server: python -m autodidact_engine --base-model DIR --data DIR --port N."""

import argparse
import asyncio
import json
import logging
import os
import signal
import sys
import threading
from pathlib import Path

import torch
from aiohttp import web

from .api import application
from .config import EngineConfig
from .engine import Engine, start_engine
from .errors import EngineError
from .limits import MEBIBYTE, AskedLimits
from .memory import give_back
from .spec import DEFAULT_MODEL, UnsupportedModel, model_directory

SHUTDOWN_SECONDS = 2.0


def main() -> None:
    arguments = _parser().parse_args()
    logging.basicConfig(level=logging.INFO, stream=sys.stderr, format="%(asctime)s %(levelname)s %(name)s %(message)s")
    torch.set_num_threads(1)
    asyncio.run(serve(arguments))


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="run", description="The embedded engine: the Tinker protocol on one machine.")
    parser.add_argument("--port", type=int, default=0, help="0 picks a free one, named in the line that says ready")
    parser.add_argument("--host", default="127.0.0.1")
    parser.add_argument(
        "--base-model", default=DEFAULT_MODEL, help="a Hugging Face model directory or a name in the cache"
    )
    parser.add_argument("--name", help="the name clients use for it (default: the directory's)")
    parser.add_argument("--data", required=True, type=Path, help="where checkpoints live")
    parser.add_argument("--api-key-file", type=Path, help="requests must carry this key as X-API-Key")
    parser.add_argument("--device", choices=("auto", "cpu", "cuda"), default="auto")
    parser.add_argument("--precision", choices=("auto", "float32", "bfloat16"), default="auto")
    parser.add_argument("--threads", type=int, default=max(1, min(os.cpu_count() or 1, 8)))
    parser.add_argument("--context", type=int, default=EngineConfig.context, help="most tokens in a sequence")
    parser.add_argument("--models", type=int, default=EngineConfig.models, help="most models loaded at once")
    parser.add_argument("--decode-batch", type=int, help="most sequences sampled together")
    parser.add_argument("--running-tokens", type=int, help="most tokens of all of these, with what they may grow by")
    parser.add_argument("--micro-batch-tokens", type=int, help="tokens trained on together, by each thread")
    parser.add_argument("--prefix-cache-mb", type=int, help="for keys and values of finished sequences")
    parser.add_argument("--session-seconds", type=float, default=EngineConfig.session_seconds)
    parser.add_argument("--exit-with-parent", action="store_true", help="stop when standard input is closed")
    return parser


def asked_limits(arguments: argparse.Namespace) -> AskedLimits:
    cache = arguments.prefix_cache_mb
    return AskedLimits(
        decode_batch=arguments.decode_batch,
        running_tokens=arguments.running_tokens,
        micro_batch_tokens=arguments.micro_batch_tokens,
        prefix_cache_bytes=None if cache is None else cache * MEBIBYTE,
    )


async def serve(arguments: argparse.Namespace) -> None:
    loop, stopped = asyncio.get_running_loop(), asyncio.Event()
    for number in (signal.SIGTERM, signal.SIGINT):
        loop.add_signal_handler(number, stopped.set)
    if arguments.exit_with_parent:
        threading.Thread(target=_watch_stdin, args=(loop, stopped), daemon=True).start()
    directory = model_directory(arguments.base_model)
    config = EngineConfig(
        base_model=directory,
        data=arguments.data,
        name=arguments.name or directory.resolve().name,
        device=arguments.device,
        precision=arguments.precision,
        threads=arguments.threads,
        context=arguments.context,
        models=arguments.models,
        limits=asked_limits(arguments),
        session_seconds=arguments.session_seconds,
    )
    try:
        engine = await asyncio.to_thread(start_engine, config, loop)
    except (UnsupportedModel, EngineError) as error:
        raise SystemExit(str(error)) from error
    key = arguments.api_key_file.read_text(encoding="utf-8").strip() if arguments.api_key_file else None
    runner = web.AppRunner(
        application(engine, key), handler_cancellation=True, access_log=None, shutdown_timeout=SHUTDOWN_SECONDS
    )
    await runner.setup()
    site = web.TCPSite(runner, arguments.host, arguments.port)
    await site.start()
    port = runner.addresses[0][1]
    print(
        json.dumps({"ready": True, "port": port, "model": config.name, "precision": str(engine.base.dtype)[6:]}),
        flush=True,
    )
    sweeper = asyncio.create_task(_sweep(engine))
    await stopped.wait()
    sweeper.cancel()
    await runner.cleanup()
    os._exit(0)  # threads in the middle of a step hold nothing that must be saved


async def _sweep(engine: Engine) -> None:
    while True:
        await asyncio.sleep(1.0)
        engine.sweep()
        await asyncio.to_thread(give_back, engine.config.resident_bytes)


def _watch_stdin(loop: asyncio.AbstractEventLoop, stopped: asyncio.Event) -> None:
    while os.read(0, 4096):
        pass
    loop.call_soon_threadsafe(stopped.set)


if __name__ == "__main__":
    main()
