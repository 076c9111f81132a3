"""`summarizer serve`: the HTTP service."""

import asyncio
from socket import socket
from typing import Annotated

import typer

from summarizer.cli.failures import say

__all__ = ["serve"]


def serve(
    host: Annotated[str, typer.Option("--host", metavar="ADDRESS", help="Address to listen on.")] = "127.0.0.1",
    port: Annotated[
        int, typer.Option("--port", metavar="N", help="Port to listen on; 0 for a free one.", min=0, max=65535)
    ] = 8000,
) -> None:
    """Serve the HTTP API, and the embedded model as an OpenAI-compatible endpoint under /v1."""
    from summarizer.exceptions import ConfigurationError, MissingExtra

    try:
        import uvicorn

        from summarizer import service
    except ImportError:
        raise MissingExtra("serve", "The HTTP service") from None
    from summarizer import settings
    from summarizer.cli.running import announce

    class Server(uvicorn.Server):
        """Says where it listens as soon as it does; a port that was not given is known only then."""

        async def startup(self, sockets: list[socket] | None = None) -> None:
            await super().startup(sockets)
            for each in self.servers:
                address, number = each.sockets[0].getsockname()[:2]
                shown = f"[{address}]" if ":" in address else address
                say(f"listening on http://{shown}:{number}; its calls are described at /docs")

    chosen = settings.load()
    announce(chosen)
    asyncio.run(service.probe(chosen))  # what is wrong is told here in a line; at its own start uvicorn would print a traceback
    server = Server(uvicorn.Config(service.create(chosen), host=host, port=port, log_level="warning"))
    try:
        server.run()
    except KeyboardInterrupt:
        return  # uvicorn has ended what was under way and raises the signal again
    except SystemExit:
        raise ConfigurationError(f"the service could not listen on {host}:{port}; choose another address or port") from None
