"""Asking addresses of the web whether they are still there: politely, and not twice a week."""

from __future__ import annotations

import datetime as dt
import json
import time
from collections import defaultdict
from collections.abc import Callable, Iterable
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from urllib.parse import urlsplit

from deroule.diagnostics import Words
from deroule.workspace.writing import write_beside

KEPT = dt.timedelta(days=7)
"""How long an answer counts."""
PAUSE = 0.5
"""Seconds between two questions to the same site."""
PATIENCE = 15.0
"""Seconds that a site may take to begin its answer."""
_AT_ONCE = 8
_AGENT = "deroule-check/1.0 (+link checker)"
_SHY = frozenset({401, 403, 405, 406, 429, 451, 501, 503, 999})
"""Statuses by which a site says that it does not talk to programs: the page may be there all the same."""

Seen = dict[str, tuple[dt.date, str]]


def dead_addresses(
    addresses: Iterable[str],
    cache: Path,
    today: dt.date,
    *,
    pause: float = PAUSE,
    patience: float = PATIENCE,
    watch: Callable[[], None] = lambda: None,
) -> dict[str, Words]:
    """Give the addresses that do not answer, each with the reason; `cache` keeps the answers of the last week.

    Sites are asked at the same time, the pages of one site one after the other with a pause. `watch` is called once
    an address.
    """
    seen = {
        address: (day, why) for address, (day, why) in _recall(cache).items() if dt.timedelta(0) <= today - day < KEPT
    }
    sites: dict[str, list[str]] = defaultdict(list)
    for address in dict.fromkeys(addresses):
        if address not in seen:
            sites[_site_of(address)].append(address)

    def ask_site(asked: list[str]) -> None:
        for number, address in enumerate(asked):
            if number:
                time.sleep(pause)
            seen[address] = (today, _ask(address, patience))
            watch()

    with ThreadPoolExecutor(_AT_ONCE) as workers:
        list(workers.map(ask_site, sites.values()))
    _keep(cache, seen)
    return {address: _words(seen[address][1]) for address in dict.fromkeys(addresses) if seen[address][1]}


def _site_of(address: str) -> str:
    try:
        return urlsplit(address).netloc
    except ValueError:  # an address that nobody can read: asking for it tells the same
        return address


def _ask(address: str, patience: float) -> str:
    """Give nothing when the page is there, else a status or the word of a fault."""
    import requests

    headers = {"User-Agent": _AGENT, "Accept": "*/*"}
    try:
        answer = requests.head(address, headers=headers, timeout=patience, allow_redirects=True)
        if answer.status_code >= 400:  # many servers know only GET
            with requests.get(address, headers=headers, timeout=patience, stream=True) as full:
                answer = full
    except requests.exceptions.SSLError:
        return "certificate"
    except requests.exceptions.Timeout:
        return "silence"
    except requests.exceptions.TooManyRedirects:
        return "loop"
    except (requests.exceptions.RequestException, UnicodeError, ValueError):
        return "nobody"
    return "" if answer.status_code < 400 or answer.status_code in _SHY else str(answer.status_code)


def _words(why: str) -> Words:
    return {
        "certificate": Words("son certificat n'est pas valable", "its certificate is not valid"),
        "silence": Words("aucune réponse à temps", "no answer in time"),
        "loop": Words("elle renvoie sans fin d'une adresse à l'autre", "it redirects without end"),
        "nobody": Words("le site est introuvable", "the site cannot be found"),
        "404": Words("la page n'existe pas (404)", "the page does not exist (404)"),
        "410": Words("la page a été retirée (410)", "the page was removed (410)"),
    }.get(why, Words(f"le site répond {why}", f"the site answers {why}"))


def _recall(cache: Path) -> Seen:
    try:
        kept = json.loads(cache.read_text(encoding="utf-8"))
        return {str(address): (dt.date.fromisoformat(day), str(why)) for address, (day, why) in kept.items()}
    except (OSError, ValueError, TypeError, AttributeError):
        return {}


def _keep(cache: Path, seen: Seen) -> None:
    """Keep what sites said; that one said nothing may be the fault of the line, and is asked again."""
    said = {address: [day.isoformat(), why] for address, (day, why) in sorted(seen.items()) if not why or why.isdigit()}
    write_beside(cache, json.dumps(said, indent=0).encode())
