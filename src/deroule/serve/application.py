"""What the browser asks for: the site with the preview laid over it. Files are read below the site's folder alone."""

from __future__ import annotations

import re
from importlib import resources
from pathlib import Path

from starlette.applications import Starlette
from starlette.concurrency import run_in_threadpool
from starlette.middleware import Middleware
from starlette.middleware.trustedhost import TrustedHostMiddleware
from starlette.requests import Request
from starlette.responses import (
    FileResponse,
    HTMLResponse,
    JSONResponse,
    PlainTextResponse,
    RedirectResponse,
    Response,
    StreamingResponse,
)
from starlette.routing import Route
from starlette.staticfiles import StaticFiles

from deroule.serve.pages import picture_at
from deroule.serve.preview import Preview

OURS = "/_deroule/"
LOOPBACK = ("127.0.0.1", "localhost")
_DESK = ("live.js", "live.css", "desk.html")
_SCRIPT = f'<script src="{OURS}live.js" defer></script>'
_BASE = re.compile(r'<base href="[^"]*">')
_HEADERS = {
    "Cache-Control": "no-store",  # what was made a moment ago is never what is right now
    "X-Content-Type-Options": "nosniff",
    "Cross-Origin-Resource-Policy": "same-origin",
}


def application(preview: Preview, hosts: tuple[str, ...] = ()) -> Starlette:
    """Give the application. It answers to loopback names and `hosts` only, so that no other site can reach it
    through a name of its own that leads here."""
    site = Site(preview)
    routes = [
        Route(f"{OURS}news", site.news),
        Route(f"{OURS}deck.json", site.deck),
        Route(f"{OURS}{{name:path}}", site.desk),
        Route("/{path:path}", site.file),
    ]
    allowed = [*LOOPBACK, *hosts]
    guard = Middleware(TrustedHostMiddleware, allowed_hosts=allowed, www_redirect=False)
    return Starlette(routes=routes, middleware=[guard])


class Site:
    """The answers."""

    def __init__(self, preview: Preview) -> None:
        self._preview = preview
        # Gives files with byte ranges, so that a video can be sought; follows no path and no link out of the folder.
        self._files = StaticFiles(directory=preview.site, check_dir=False)

    async def news(self, request: Request) -> Response:
        """Tell what changes, as it changes."""
        return StreamingResponse(self._preview.news.listen(), media_type="text/event-stream", headers=_HEADERS)

    async def deck(self, request: Request) -> Response:
        """Tell the slides of an event, or of the sequence that a page of the site shows."""
        asked = request.query_params
        tell = self._preview.deck_beside if "page" in asked else self._preview.deck_of
        found = await run_in_threadpool(tell, asked.get("page", "") or asked.get("event", ""))
        return JSONResponse(found, headers=_HEADERS) if found else self._missing()

    async def desk(self, request: Request) -> Response:
        """Give the preview's own page, script and style."""
        name = request.path_params["name"] or "desk.html"
        if name not in _DESK:
            return self._missing()
        content = (resources.files("deroule.serve") / "desk" / name).read_bytes()
        kinds = {"js": "text/javascript", "css": "text/css", "html": "text/html"}
        return Response(content, media_type=kinds[name.rsplit(".", 1)[1]], headers=_HEADERS)

    async def file(self, request: Request) -> Response:
        """Give a file of the site: as it is now where that is known, else as the last build left it."""
        return await run_in_threadpool(self._file, request.path_params["path"])

    def _file(self, path: str) -> Response:
        path = f"{path}index.html" if not path or path.endswith("/") else path
        picture = picture_at(path)
        if picture and (drawn := self._preview.picture(*picture)):
            return FileResponse(drawn, headers=_HEADERS)
        live = self._preview.live(path)
        if live is not None:
            return (
                self._page(live) if path.endswith(".html") else Response(live, media_type="text/css", headers=_HEADERS)
            )
        try:
            found, stamp = self._files.lookup_path(path)
        except (ValueError, OSError):  # a null byte, a name too long for the system
            return self._missing()
        if stamp is None or not Path(found).is_file():
            return self._elsewhere(path, Path(found) if stamp else None)
        if path.endswith(".html"):
            return self._page(Path(found).read_text("utf-8"))
        return FileResponse(found, stat_result=stamp, headers=_HEADERS)

    def _page(self, text: str) -> Response:
        before, closing, after = text.rpartition("</body>")
        return HTMLResponse(before + _SCRIPT + closing + after if closing else text + _SCRIPT, headers=_HEADERS)

    def _elsewhere(self, path: str, folder: Path | None) -> Response:
        if path == "index.html":
            return RedirectResponse(OURS, status_code=302)
        if folder is not None and (folder / "index.html").is_file():
            return RedirectResponse(f"/{path}/", status_code=302)
        missing = self._preview.site / "404.html"
        if missing.is_file():
            page = self._page(_BASE.sub('<base href="/">', missing.read_text("utf-8")))  # the preview has no base path
            page.status_code = 404
            return page
        return self._missing()

    def _missing(self) -> Response:
        return PlainTextResponse("404", status_code=404, headers=_HEADERS)
