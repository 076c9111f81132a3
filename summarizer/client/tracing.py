"""Spans through OpenTelemetry, by its conventions for generative AI; names, counts and errors, no content."""

from collections.abc import Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING

from summarizer.exceptions import MissingExtra, SummarizerError

if TYPE_CHECKING:
    from opentelemetry.trace import Span, Tracer

    from summarizer.client.reply import Reply

__all__ = ["Tracing"]


class Tracing:
    """Writes a span for each request; without telemetry nothing is imported and nothing is written."""

    def __init__(self, enabled: bool, *, model: str, server: str) -> None:
        self.model, self.server = model, server
        self.tracer: Tracer | None = tracer() if enabled else None

    @contextmanager
    def request(self, task: str, article: str | None) -> Iterator["Span | None"]:
        """The span of one request; a failure is told by its class alone, for its message may quote the provider."""
        if self.tracer is None:
            yield None
            return
        from opentelemetry.trace import SpanKind, StatusCode

        attributes = {
            "gen_ai.operation.name": "chat",
            "gen_ai.provider.name": "openai",
            "gen_ai.request.model": self.model,
            "gen_ai.output.type": "json",
            "server.address": self.server,
            "summarizer.task": task,
            "summarizer.article": article or "",
        }
        with self.tracer.start_as_current_span(
            f"chat {self.model}",
            kind=SpanKind.CLIENT,
            attributes=attributes,
            record_exception=False,
            set_status_on_exception=False,
        ) as span:
            try:
                yield span
            except SummarizerError as error:
                span.set_attribute("error.type", type(error).__name__)
                span.set_status(StatusCode.ERROR)
                raise


def tracer() -> "Tracer":
    """The tracer of this package; raises MissingExtra where OpenTelemetry is not installed."""
    try:
        from opentelemetry import trace
    except ImportError:
        raise MissingExtra("otel", "Tracing") from None
    return trace.get_tracer("summarizer")


def tell(span: "Span | None", reply: "Reply") -> None:
    """Write what a reply cost into its span."""
    if span is None:
        return
    span.set_attribute("gen_ai.response.model", reply.model)
    span.set_attribute("gen_ai.usage.input_tokens", reply.usage.input)
    span.set_attribute("gen_ai.usage.output_tokens", reply.usage.output)
