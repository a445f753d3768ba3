"""Metrics: a page of their own, on a port of its own, or none at all."""

import urllib.request

from opentelemetry.sdk.trace.export import ConsoleSpanExporter
from temporalio.runtime import Runtime

from infra.ports import LOOPBACK, free_ports, is_free
from runtime.settings import TelemetrySettings
from runtime.telemetry import ORDERS, _exporter, serve_metrics, temporal_runtime


def page(port):
    with urllib.request.urlopen(f"http://{LOOPBACK}:{port}/metrics", timeout=5) as answer:
        return answer.read().decode()


def test_each_process_serves_its_numbers_beside_the_others():
    port = free_ports().metrics
    ORDERS.labels(status="completed").inc()
    serve_metrics(TelemetrySettings(metrics_port=port - 1), offset=1)
    assert 'desk_orders_total{status="completed"}' in page(port)


def test_temporal_serves_its_own_numbers():
    port = free_ports().metrics
    runtime = temporal_runtime(TelemetrySettings(metrics_port=port))
    assert isinstance(runtime, Runtime)
    assert not is_free(port)
    assert isinstance(page(port), str)


def test_port_0_serves_nothing():
    nowhere = TelemetrySettings(metrics_port=0)
    serve_metrics(nowhere, offset=1)
    assert temporal_runtime(nowhere) is Runtime.default()


def test_traces_go_where_the_setting_says():
    assert _exporter(TelemetrySettings(exporter="none")) is None
    assert isinstance(_exporter(TelemetrySettings(exporter="console")), ConsoleSpanExporter)
    otlp = _exporter(TelemetrySettings(exporter="otlp", otlp_endpoint="http://127.0.0.1:9/v1"))
    assert otlp is not None
    otlp.shutdown()
