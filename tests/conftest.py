"""What every test shares: the network is blocked, the environment is bare, and nothing is kept between runs."""

import os
import socket
from pathlib import Path

import pytest

LOOPBACK = ("127.0.0.1", "::1", "localhost")
OWN = ("OPENAI_", "SUMMARIZER_")


class NetworkBlocked(RuntimeError):
    """A test tried to leave this machine."""


@pytest.fixture(autouse=True)
def _offline(monkeypatch: pytest.MonkeyPatch) -> None:
    """Connections and name look-ups beyond the loopback address fail at once."""
    connect = socket.socket.connect
    resolve = socket.getaddrinfo

    def guarded_connect(self: socket.socket, address: object) -> None:
        host = address[0] if isinstance(address, tuple) else LOOPBACK[0]
        if host not in LOOPBACK:
            raise NetworkBlocked(f"a test tried to reach {host}")
        connect(self, address)  # type: ignore[arg-type]  # whatever the caller gave

    def guarded_resolve(host: str | bytes | None, *args: object, **kwargs: object) -> object:
        if host is not None and host not in LOOPBACK:
            raise NetworkBlocked(f"a test tried to look up {host!r}")
        return resolve(host, *args, **kwargs)  # type: ignore[arg-type]  # passed through unchanged

    monkeypatch.setattr(socket.socket, "connect", guarded_connect)
    monkeypatch.setattr(socket, "getaddrinfo", guarded_resolve)


@pytest.fixture(autouse=True)
def _bare_environment(monkeypatch: pytest.MonkeyPatch, tmp_path_factory: pytest.TempPathFactory) -> None:
    """No key, no endpoint and no store of the person who runs the tests is ever used."""
    for name in [name for name in os.environ if name.startswith(OWN)]:
        monkeypatch.delenv(name)
    monkeypatch.setenv("SUMMARIZER_STORE", str(tmp_path_factory.mktemp("store") / "store.sqlite"))


@pytest.fixture
def seeds() -> Path:
    """The folder of the five seed articles."""
    return Path(__file__).parent.parent / "seeds"
