"""Traces and metrics: where they go is a setting."""

from opentelemetry import trace
from opentelemetry.sdk.resources import Resource
from opentelemetry.sdk.trace import TracerProvider
from opentelemetry.sdk.trace.export import (
    BatchSpanProcessor,
    ConsoleSpanExporter,
    SpanExporter,
)
from prometheus_client import Counter, Histogram, start_http_server
from temporalio.contrib.opentelemetry import TracingInterceptor
from temporalio.runtime import PrometheusConfig, Runtime, TelemetryConfig

from orders.errors import SettingsError
from runtime.settings import TelemetrySettings

ORDERS = Counter("desk_orders", "Orders by the status they reached.", ["status"])
CLICKS = Counter("desk_clicks", "Clicks by verb and receipt.", ["verb", "receipt"])
VERDICT_SECONDS = Histogram("desk_verdict_seconds", "From click to verdict.")
HTTP_RESPONSES = Counter("desk_http_responses", "Answers of the bot endpoint.", ["code"])
MODEL_CALLS = Counter("desk_model_calls", "Language models asked.", ["member", "outcome"])
MODEL_COST = Counter("desk_model_cost_dollars", "What asking them cost.", ["member"])
MODEL_SECONDS = Histogram("desk_model_seconds", "From question to answer.", ["member"])
BOOKS_CALLS = Counter("desk_books_calls", "Calls to the books by outcome.", ["outcome"])
for _outcome in ("ok", "denied", "refused", "throttled", "unavailable"):
    # A counter that is born at its first event shows no increase: alerts would miss it.
    BOOKS_CALLS.labels(outcome=_outcome)


def configure_traces(settings: TelemetrySettings, process: str) -> TracingInterceptor:
    """Choose the exporter and return Temporal's interceptor (spans at once, also for long waits)."""
    if settings.exporter == "azure":
        _configure_azure(settings, process)
    else:
        provider = TracerProvider(resource=Resource.create({"service.name": f"desk-{process}"}))
        exporter = _exporter(settings)
        if exporter is not None:
            provider.add_span_processor(BatchSpanProcessor(exporter))
        trace.set_tracer_provider(provider)
    return TracingInterceptor()


def serve_metrics(settings: TelemetrySettings, offset: int = 0) -> None:
    """Serve our own metrics on a port of their own; port 0 serves nothing.

    Raises:
        SettingsError: somebody else has the port.
    """
    if settings.metrics_port:
        try:
            start_http_server(settings.metrics_port + offset, addr=settings.metrics_host)
        except OSError:
            raise _taken(settings, offset) from None


def _taken(settings: TelemetrySettings, offset: int) -> SettingsError:
    port = settings.metrics_port + offset
    return SettingsError(
        f"{settings.metrics_host}:{port} is taken or not ours: change DESK_TELEMETRY_METRICS_PORT "
        "(three ports in a row) or DESK_TELEMETRY_METRICS_HOST."
    )


def temporal_runtime(settings: TelemetrySettings, offset: int = 0) -> Runtime:
    """The SDK's runtime, its own metrics beside ours (facts: temporal §11 for the names).

    Raises:
        SettingsError: somebody else has the port.
    """
    if not settings.metrics_port:
        return Runtime.default()
    metrics = PrometheusConfig(
        bind_address=f"{settings.metrics_host}:{settings.metrics_port + offset}",
        counters_total_suffix=True,
        unit_suffix=True,
        durations_as_seconds=True,
    )
    try:
        return Runtime(telemetry=TelemetryConfig(metrics=metrics))
    except ValueError:
        raise _taken(settings, offset) from None


def _exporter(settings: TelemetrySettings) -> SpanExporter | None:
    if settings.exporter == "console":
        return ConsoleSpanExporter()
    if settings.exporter == "otlp":
        from opentelemetry.exporter.otlp.proto.http.trace_exporter import (  # noqa: PLC0415 - slow
            OTLPSpanExporter,
        )

        return OTLPSpanExporter(endpoint=settings.otlp_endpoint or None)
    return None


def _configure_azure(settings: TelemetrySettings, process: str) -> None:
    from azure.monitor.opentelemetry import (  # noqa: PLC0415 - slow, and only for this exporter
        configure_azure_monitor,
    )

    configure_azure_monitor(
        connection_string=settings.azure_connection_string.get_secret_value(),
        resource=Resource.create({"service.name": f"desk-{process}"}),
        disable_logging=True,
    )
