"""A window of the browser that tests have one after the other: opening one costs as much as what is shown in it."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Any

WIDE = {"width": 1280, "height": 800}
UNSET = {"media": "null", "color_scheme": "light", "reduced_motion": "no-preference", "forced_colors": "none"}
"""What a new window has, in the words of Playwright."""


class Window:
    """A window that is handed over as if it were new: nothing shown, kept, set or heard by who had it before."""

    def __init__(self, browser: Any, **options: Any) -> None:
        self.page = browser.new_context(**options).new_page()
        self._heard: list[tuple[str, Callable[[Any], None]]] = []

    def emptied(self, viewport: dict[str, int] | None = None, **media: str) -> Any:
        """Give the page, empty, in a size and with what the system tells pages."""
        self.leave()
        self.page.set_viewport_size(viewport or WIDE)
        self.page.emulate_media(**UNSET | media)
        self.page.mouse.move(0, 0)
        return self.page

    def hear(self, event: str, listener: Callable[[Any], None]) -> None:
        """Tell a listener of an event, until the window is left."""
        self.page.on(event, listener)
        self._heard.append((event, listener))

    def leave(self) -> None:
        """Leave nothing behind."""
        for event, listener in self._heard:
            self.page.remove_listener(event, listener)
        self._heard.clear()
        if self.page.url != "about:blank":
            self.page.evaluate("localStorage.clear(); sessionStorage.clear()")
            self.page.goto("about:blank")


@contextmanager
def window_of(browser: Any, **options: Any) -> Iterator[Window]:
    """Open a window; it is closed in the end."""
    window = Window(browser, **options)
    yield window
    window.page.context.close()
