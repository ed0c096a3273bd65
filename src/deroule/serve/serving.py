"""Opens the preview at an address of this machine and answers until it is stopped."""

from __future__ import annotations

import socket
from collections.abc import Callable
from types import FrameType

import uvicorn

from deroule.serve.application import application
from deroule.serve.preview import Preview

_TRIES = 20
"""So many ports after the wished one are tried when others use it."""


class Server(uvicorn.Server):
    """Ends the open streams when it is told to stop: they would hold it up for ever."""

    def __init__(self, preview: Preview, hosts: tuple[str, ...] = ()) -> None:
        self.preview = preview
        options = {"log_level": "error", "access_log": False, "server_header": False, "timeout_graceful_shutdown": 2}
        super().__init__(uvicorn.Config(application(preview, hosts), **options))  # type: ignore[arg-type]

    def handle_exit(self, sig: int, frame: FrameType | None) -> None:
        """Stop."""
        self.preview.news.end()
        super().handle_exit(sig, frame)


def open_socket(host: str, port: int) -> socket.socket:
    """Take the port, or one of the next ones when it is in use. Raises OSError when none is free."""
    for number in range(port, port + _TRIES if port else 1):
        try:
            return socket.create_server((host, number))
        except OSError as fault:
            if number == port + _TRIES - 1 or not port:
                raise fault
    raise OSError(port)


def serve(preview: Preview, *, host: str, port: int, opened: Callable[[str], None]) -> None:
    """Serve until interrupted; `opened` is told the address once it answers."""
    taken = open_socket(host, port)
    address = f"http://{'localhost' if host in ('127.0.0.1', '::1') else host}:{taken.getsockname()[1]}/"
    try:
        preview.start()
        opened(address)
        Server(preview, (host,)).run(sockets=[taken])
    finally:
        preview.stop()
        taken.close()
