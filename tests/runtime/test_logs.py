"""Logs: structured, one line an event, without secrets and without what people wrote."""

import json
import subprocess
import sys

import pytest

from runtime.logs import mask

SCRIPT = """
import logging, structlog
from runtime.logs import configure_logs
from runtime.settings import TelemetrySettings
configure_logs(TelemetrySettings(log_format={format!r}), "worker")
log = structlog.get_logger("desk")
with structlog.contextvars.bound_contextvars(order="K7Q4MP"):
    log.info("file.stored", size=10, url="https://files.example/?tempauth=abc", token="t0p")
    log.info("line one\\nline two", note="Bearer abc.def.ghi")
    logging.getLogger("other").warning("Authorization: Zoho-oauthtoken 1000.aa.bb")
    try:
        raise ValueError("canary text of a customer")
    except ValueError:
        log.exception("broke")
        logging.getLogger("temporalio.activity").warning("failed", exc_info=True)
"""


def run(form: str) -> str:
    done = subprocess.run(
        [sys.executable, "-c", SCRIPT.format(format=form)],
        check=True,
        capture_output=True,
        text=True,
    )
    return done.stderr


def test_every_event_is_one_json_line_with_its_order_and_process():
    lines = [json.loads(line) for line in run("json").splitlines()]
    assert len(lines) == 5
    assert lines[0]["order"] == "K7Q4MP"
    assert {line["process"] for line in lines} == {"worker"}


@pytest.mark.parametrize("form", ["json", "console"])
def test_b073_no_secret_and_no_exception_text_reaches_the_log(form):
    """The naive version logged the exception's text and the download link."""
    text = run(form)
    for secret in ("tempauth=abc", "t0p", "abc.def.ghi", "1000.aa.bb", "canary"):
        assert secret not in text
    assert "broke" in text


def test_masking_leaves_other_values_alone():
    event = mask(None, "info", {"event": "x", "size": 3, "Token": "t", "note": "sig=abc&x=1"})
    assert event == {"event": "x", "size": 3, "Token": "***", "note": "***&x=1"}
