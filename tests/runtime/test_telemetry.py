"""Where traces and metrics go is a setting; none of it needs a network to be chosen."""

import asyncio
import socket
import subprocess
import sys

import httpx
import pytest
from temporalio.contrib.opentelemetry import TracingInterceptor
from temporalio.runtime import Runtime

from orders.errors import SettingsError
from runtime.settings import TelemetrySettings
from runtime.telemetry import ORDERS, configure_traces, serve_metrics, temporal_runtime

CHOOSE = """
from opentelemetry import trace
from orders.errors import SettingsError
from runtime.settings import TelemetrySettings
from runtime.telemetry import configure_traces
configure_traces(TelemetrySettings(exporter={exporter!r}, _env_file=None), "bot")
provider = trace.get_tracer_provider()
print(provider.resource.attributes["service.name"])
print([type(one.span_exporter).__name__ for one in provider._active_span_processor._span_processors])
"""


def telemetry(**changes) -> TelemetrySettings:
    return TelemetrySettings(**{"metrics_port": 0, "_env_file": None, **changes})


def free_port() -> int:
    with socket.socket() as one:
        one.bind(("127.0.0.1", 0))
        return int(one.getsockname()[1])


@pytest.mark.parametrize(
    ("exporter", "classes"),
    [("none", "[]"), ("console", "['ConsoleSpanExporter']"), ("otlp", "['OTLPSpanExporter']")],
)
def test_the_exporter_is_a_setting(exporter, classes):
    """A process chooses once, so each choice is a process of its own."""
    done = subprocess.run(
        [sys.executable, "-c", CHOOSE.format(exporter=exporter)],
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
    )
    assert done.stdout.splitlines() == ["desk-bot", classes], done.stderr


def test_tracing_wraps_what_temporal_does():
    assert isinstance(configure_traces(telemetry(), "bot"), TracingInterceptor)


async def test_metrics_are_served_on_a_port_of_their_own():
    port = free_port()
    ORDERS.labels(status="completed").inc(0)
    serve_metrics(telemetry(metrics_port=port))
    async with httpx.AsyncClient() as http:
        answer = await asyncio.wait_for(http.get(f"http://127.0.0.1:{port}/metrics"), 10)
    assert 'desk_orders_total{status="completed"}' in answer.text


def test_port_zero_serves_nothing():
    serve_metrics(telemetry())
    assert temporal_runtime(telemetry()) is Runtime.default()


def test_temporals_own_metrics_have_a_port_beside():
    assert temporal_runtime(telemetry(metrics_port=free_port())) is not Runtime.default()


@pytest.mark.parametrize("start", [serve_metrics, temporal_runtime])
def test_a_port_that_is_taken_is_said_in_one_sentence(start):
    with socket.create_server(("127.0.0.1", 0)) as held:
        port = held.getsockname()[1]
        with pytest.raises(SettingsError, match=f"{port} is taken.*DESK_TELEMETRY_METRICS_PORT"):
            start(telemetry(metrics_port=port))
