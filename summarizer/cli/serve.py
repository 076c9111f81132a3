"""`summarizer serve`: the HTTP service."""

from typing import Annotated

import typer

from summarizer.cli.failures import say

__all__ = ["serve"]


def serve(
    host: Annotated[str, typer.Option("--host", metavar="ADDRESS", help="Address to listen on.")] = "127.0.0.1",
    port: Annotated[int, typer.Option("--port", metavar="N", help="Port to listen on.", min=0, max=65535)] = 8000,
) -> None:
    """Serve the HTTP API, and the embedded model as an OpenAI-compatible endpoint under /v1."""
    from summarizer.exceptions import MissingExtra

    try:
        import uvicorn

        from summarizer import service
    except ImportError:
        raise MissingExtra("serve", "The HTTP service") from None
    from summarizer import settings
    from summarizer.cli.running import announce

    chosen = settings.load()
    announce(chosen)
    say(f"listening on http://{host}:{port}; its calls are described at /docs")
    uvicorn.run(service.create(chosen), host=host, port=port, log_level="warning")
