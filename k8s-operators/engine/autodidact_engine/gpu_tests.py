"""The engine's own tests, run on another device as far as the packages there allow."""

import importlib
import os
import subprocess
import sys
import tempfile
import xml.etree.ElementTree as ElementTree
from collections.abc import Sequence
from pathlib import Path
from typing import Any

ENGINE = Path(__file__).resolve().parent.parent
PACKAGES = ("tokenizers", "pytest", "aiohttp", "google.protobuf", "backports.zstd", "transformers", "peft")
COMPUTING = ("tests/test_sampling.py", "tests/test_training.py", "tests/test_model.py")
SERVING = ("tests/test_server.py",)
MOST_SECONDS = 100


def run_tests(device: str) -> dict[str, Any]:
    return _run(device, COMPUTING, _lacking("pytest", "tokenizers"))


def run_server_tests(device: str) -> dict[str, Any]:
    needed = ("pytest", "tokenizers", "aiohttp", "autodidact_engine.tinker_pb2")
    return _run(device, SERVING, _lacking(*needed))


def _run(device: str, files: Sequence[str], lacking: list[str]) -> dict[str, Any]:
    if lacking:
        return {"skipped": f"These can not be imported: {'; '.join(lacking)}."}
    path = os.pathsep.join([str(ENGINE), os.environ.get("PYTHONPATH", "")])
    with tempfile.TemporaryDirectory() as scratch:
        report = Path(scratch) / "report.xml"
        command = [sys.executable, "-m", "pytest", "-p", "no:cacheprovider", "--tb=short", f"--junitxml={report}"]
        finished = subprocess.run(
            [*command, *files],
            cwd=ENGINE,
            env={**os.environ, "AUTODIDACT_TEST_DEVICE": device, "PYTHONPATH": path},
            timeout=MOST_SECONDS,
            check=False,
        )
        counts = _counts(report)
    if finished.returncode:
        counts["failed"] = f"pytest exited with {finished.returncode}; see its output"
    return counts


def _lacking(*modules: str) -> list[str]:
    """What can not be imported, be it missing or too old."""
    lacking = []
    for module in modules:
        try:
            importlib.import_module(module)
        except Exception as error:  # protobuf raises an error of its own where it is older than the generated code
            lacking.append(f"{module} ({error})")
    return lacking


def _counts(report: Path) -> dict[str, Any]:
    suite = ElementTree.parse(report).getroot().find("testsuite")
    assert suite is not None
    counts = {name: int(suite.get(name, "0")) for name in ("tests", "failures", "errors", "skipped")}
    names = [
        case.get("name", "")
        for case in suite.iter("testcase")
        if case.find("failure") is not None or case.find("error") is not None
    ]
    return {"tests_run": counts["tests"], "tests_skipped": counts["skipped"], "tests_failed": names}
