"""Structured logs: one line an event, no secrets, no cell contents."""

import logging
import re
import sys
from collections.abc import Mapping, MutableMapping
from typing import Any

import structlog
from opentelemetry import trace

from runtime.settings import TelemetrySettings

_SECRET = re.compile(
    r"(?i)(bearer|zoho-oauthtoken)\s+\S+|(tempauth|sig|token|secret|password)=[^&\s\"']+"
)
_HIDDEN = frozenset({"authorization", "token", "secret", "password", "download_url", "url"})


def configure_logs(settings: TelemetrySettings, process: str) -> None:
    """Send everything to standard error as JSON or for a console; `process` names the sender."""
    shared: list[structlog.types.Processor] = [
        structlog.contextvars.merge_contextvars,
        structlog.stdlib.add_log_level,
        structlog.processors.TimeStamper(fmt="iso", utc=True),
        _name_process(process),
        add_trace,
        mask,
    ]
    renderer: structlog.types.Processor = (
        structlog.processors.JSONRenderer(ensure_ascii=False)
        if settings.log_format == "json"
        else structlog.dev.ConsoleRenderer()
    )
    structlog.configure(
        processors=[*shared, structlog.stdlib.ProcessorFormatter.wrap_for_formatter],
        logger_factory=structlog.stdlib.LoggerFactory(),
        cache_logger_on_first_use=True,
    )
    handler = logging.StreamHandler(sys.stderr)
    handler.setFormatter(
        structlog.stdlib.ProcessorFormatter(
            foreign_pre_chain=shared,
            processors=[
                structlog.stdlib.ProcessorFormatter.remove_processors_meta,
                _format_exception,
                renderer,
            ],
        )
    )
    root = logging.getLogger()
    root.handlers = [handler]
    root.setLevel(settings.log_level.upper())
    for noisy in ("httpx", "httpcore", "alembic", "aiohttp.access", "azure"):
        logging.getLogger(noisy).setLevel(logging.WARNING)


def mask(
    _logger: object, _method: str, event: MutableMapping[str, Any]
) -> MutableMapping[str, Any]:
    """Hide values under telling names, and tokens inside texts; one line stays one line."""
    for key, value in event.items():
        if key.lower() in _HIDDEN:
            event[key] = "***"
        elif isinstance(value, str):
            event[key] = _SECRET.sub("***", value)
    return event


def add_trace(
    _logger: object, _method: str, event: MutableMapping[str, Any]
) -> MutableMapping[str, Any]:
    """Put the current trace id on the line."""
    if found := trace_id():
        event["trace_id"] = found
    return event


def trace_id() -> str:
    """The id of the trace under way, in hex as logs and trace stores show it; empty outside of any."""
    span = trace.get_current_span().get_span_context()
    return f"{span.trace_id:032x}" if span.is_valid else ""


def _name_process(process: str) -> structlog.types.Processor:
    def name(_logger: object, _method: str, event: MutableMapping[str, Any]) -> Mapping[str, Any]:
        event["process"] = process
        return event

    return name


def _format_exception(
    logger: object, method: str, event: MutableMapping[str, Any]
) -> MutableMapping[str, Any]:
    """Where it broke, without the exception's text: texts may quote what people wrote."""
    found = event.pop("exc_info", None)
    if found:
        error = found[1] if isinstance(found, tuple) else sys.exc_info()[1]
        event["at"] = _frames(error)
    del logger, method
    return event


def _frames(error: BaseException | None) -> list[str]:
    frames = []
    step = error.__traceback__ if error else None
    while step is not None:
        code = step.tb_frame.f_code
        frames.append(f"{code.co_filename.rsplit('/', 2)[-1]}:{step.tb_lineno} {code.co_name}")
        step = step.tb_next
    return frames[-8:]
