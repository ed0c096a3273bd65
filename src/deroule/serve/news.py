"""News for the open pages: each browser that listens gets every message, as server-sent events."""

from __future__ import annotations

import asyncio
import json
import threading
from collections.abc import AsyncIterator
from typing import Any

STAYS = ("state", "findings", "deck", "words")
"""What of a message is the state, told first to one who comes later."""
_ALIVE = 15.0
"""Seconds of silence after which a listener is told that we are still there."""
Listener = tuple[asyncio.AbstractEventLoop, "asyncio.Queue[str | None]"]


class News:
    """Hands messages to all listeners, from whatever thread they come."""

    def __init__(self, **state: Any) -> None:
        self._listeners: set[Listener] = set()
        self._lock = threading.Lock()
        self._state: dict[str, Any] = dict(state)
        self._ended = False

    def tell(self, **message: Any) -> None:
        """Tell everybody."""
        with self._lock:
            self._state |= {name: message[name] for name in STAYS if name in message}
            self._hand_out(json.dumps(message, ensure_ascii=False))

    def end(self) -> None:
        """Send everybody home."""
        with self._lock:
            self._ended = True
            self._hand_out(None)

    async def listen(self) -> AsyncIterator[str]:
        """Give what is the case, then each message, in the form of server-sent events, until the end."""
        mine: Listener = (asyncio.get_running_loop(), asyncio.Queue())
        with self._lock:
            first = json.dumps({"kind": "state", **self._state}, ensure_ascii=False)
            ended = self._ended
            self._listeners.add(mine)
        try:
            yield f"data: {first}\n\n"
            while not ended:
                try:
                    text = await asyncio.wait_for(mine[1].get(), _ALIVE)
                except TimeoutError:
                    yield ": …\n\n"
                    continue
                if text is None:
                    return
                yield f"data: {text}\n\n"
        finally:
            with self._lock:
                self._listeners.discard(mine)

    def _hand_out(self, text: str | None) -> None:
        for loop, queue in tuple(self._listeners):
            if loop.is_closed():
                self._listeners.discard((loop, queue))
            else:
                loop.call_soon_threadsafe(queue.put_nowait, text)
