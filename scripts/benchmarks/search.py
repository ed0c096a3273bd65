"""What the site's search asks of a network and how soon it answers, at 50, 1,000 and 10,000 pages, beside Pagefind.

Pages are made of invented words, as frequent as words of a language are (Zipf), with ever new ones as pages are added.
Each query is typed in a fresh browser whose line is slowed to 1.6 Mbit/s with 150 ms of latency; nothing is compressed.

All sites are made first and then asked in turns, so that a slow moment of the machine falls on all alike. Each round has
words of its own: on a small site two words, or two results, stand in one part by luck, and one word more or less often so.
"""

from __future__ import annotations

import argparse
import functools
import http.server
import random
import resource
import shutil
import statistics
import subprocess
import sys
import tempfile
import threading
import time
from collections import defaultdict
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass
from importlib import resources
from pathlib import Path
from typing import Any

LINE = {"offline": False, "latency": 150, "downloadThroughput": 200_000, "uploadThroughput": 100_000}
SIZES = (50, 1_000, 10_000)
KINDS = ("frequent", "two frequent", "rare", "rare, frequent", "beginning", "misspelt")
ARRIVED = """[performance.now() - start, performance.getEntriesByType('resource').filter((one) => one.startTime >= start)
  .reduce((sum, one) => sum + one.decodedBodySize, 0)]"""
OURS = f"""async () => {{ const start = performance.now(); document.querySelector('#d-search-field').focus();
  const field = document.querySelector('#d-search-field'); field.value = QUERY; field.dispatchEvent(new Event('input'));
  while (!document.querySelector('.d-found a')) await new Promise(requestAnimationFrame); return {ARRIVED}; }}"""
PAGEFIND = f"""async () => {{ const start = performance.now(); const pagefind = await import('/pagefind/pagefind.js');
  const found = await pagefind.search(QUERY); await Promise.all(found.results.slice(0, 10).map(one => one.data()));
  return {ARRIVED}; }}"""


@dataclass(frozen=True)
class Asked:
    """What a query cost: kilobytes that had come when the first results stood there, and in all; seconds until then."""

    first: float
    all: float
    seconds: float


Told = dict[tuple[int, str, str], list[Asked]]
"""By the size of the site, by whom (ours, from a folder, Pagefind) and by the kind of query: one for each round."""


def run(arguments: argparse.Namespace) -> None:
    """Print kilobytes and seconds to the first results: of each kind of query the median of the rounds; their mean and worst."""
    from playwright.sync_api import sync_playwright

    chromium = shutil.which("chromium")
    if chromium is None:
        print("\n## search: no Chromium on this machine")
        return
    with ExitStack() as open_until_the_end:
        sites = {count: Path(open_until_the_end.enter_context(tempfile.TemporaryDirectory())) for count in SIZES}
        costs, peer = dict[int, str](), True
        for count, folder in sites.items():
            make_site(folder, count)
            costs[count] = measure_apart(folder)
            peer = with_pagefind(folder) and peer
        servers = {count: open_until_the_end.enter_context(served(folder)) for count, folder in sites.items()}
        browser = open_until_the_end.enter_context(sync_playwright()).chromium.launch(
            executable_path=chromium, args=["--no-sandbox"]
        )
        told: Told = defaultdict(list)
        for number in range(arguments.runs):
            for kind, query in zip(KINDS, queries(number), strict=True):
                for count, (address, sent) in servers.items():
                    page = f"{address}index.html"
                    told[count, "ours", kind].append(ask(browser, page, OURS, query, sent))
                    file = (sites[count] / "index.html").as_uri()
                    told[count, "folder", kind].append(ask(browser, file, OURS, query, []))
                    if peer:
                        told[count, "Pagefind", kind].append(ask(browser, page, PAGEFIND, query, sent))
        browser.close()
    print_all(told, costs)


def print_all(told: Told, costs: dict[int, str]) -> None:
    """Print a row for each size of the site, then our seconds by the kind of query."""
    print(
        "\n## search: processor seconds and MB to index; kB come with the first results, and in all; seconds until then:"
        " mean of six kinds of query (worst kind)"
    )
    print(
        f"{'pages':>7} {'index s':>8} {'MB':>6} {'kB first':>14} {'kB':>14} {'s':>13} {'from folder s':>14} {'Pagefind kB':>16} {'Pagefind s':>13}"
    )
    for count, cost in costs.items():
        row = [f"{count:>7} {cost}", over_kinds(told, count, "ours", "first").rjust(14)]
        row += [over_kinds(told, count, "ours", "all").rjust(14), over_kinds(told, count, "ours", "seconds").rjust(13)]
        row += [over_kinds(told, count, "folder", "seconds").rjust(14)]
        row += [
            over_kinds(told, count, "Pagefind", "all").rjust(16),
            over_kinds(told, count, "Pagefind", "seconds").rjust(13),
        ]
        print(*row)
    print("\n## search: seconds to the first results, by kind of query (kB come until then)")
    print(f"{'pages':>7}", *(f"{kind:>15}" for kind in KINDS))
    for count in costs:
        rows = [told[count, "ours", kind] for kind in KINDS]
        print(f"{count:>7}", *(f"{middle(row, 'seconds'):.2f} ({middle(row, 'first'):.0f})".rjust(15) for row in rows))


def middle(asked: list[Asked], what: str) -> float:
    """Give the median of the rounds."""
    return statistics.median(getattr(one, what) for one in asked)


def over_kinds(told: Told, count: int, whose: str, what: str) -> str:
    """Write the mean of the kinds of query, and the worst beside."""
    values = [middle(told[count, whose, kind], what) for kind in KINDS if told[count, whose, kind]]
    sign = ".2f" if what == "seconds" else ".1f"
    return f"{statistics.mean(values):{sign}} ({max(values):{sign}})" if values else "–"


def make_site(folder: Path, count: int) -> None:
    """Write the pages."""
    chance = random.Random(count)
    vocabulary = words(4_000 + 6 * count)
    weights = [1 / (rank + 8) for rank in range(len(vocabulary))]
    total = [0.0]
    for weight in weights:
        total.append(total[-1] + weight)

    def say(length: int) -> str:
        return " ".join(chance.choices(vocabulary, cum_weights=total[1:], k=length))

    for number in range(count):
        sections = "".join(f'<h2 id="p{part}">{say(5)}</h2><p>{say(70)}</p>' for part in range(4))
        page = f'<!doctype html><html lang="fr"><head><meta charset="utf-8"><title>{number}</title></head><body>'
        page += (
            f'<article class="md-content__inner"><h1>{say(6)}</h1><p>{say(40)}</p>{sections}</article></body></html>'
        )
        (folder / f"page-{number}.html").write_text(page, encoding="utf-8")
    for file in (resources.files("deroule.outputs.site") / "style").iterdir():
        (folder / "style").mkdir(exist_ok=True)
        (folder / "style" / file.name).write_bytes(file.read_bytes())
    head = '<!doctype html><html lang="fr"><head><meta charset="utf-8"><link rel="icon" href="data:,"></head>'
    body = '<body><nav class="md-header__inner"></nav><script src="style/search.js"></script></body></html>'
    (folder / "index.html").write_text(head + body, encoding="utf-8")


def words(count: int) -> list[str]:
    """Invent words, the most frequent first: the same whatever the size of the site."""
    return [invented(random.Random(number)) for number in range(count)]


def queries(number: int) -> list[str]:
    """Give the queries of a round, one of each kind."""
    known = words(4_000)
    long = [word for word in known[900:] if len(word) > 5 and word[:3] + word[4:] not in known]
    frequent, other, rare = known[number], known[number + 3], long[number]
    return [frequent, f"{frequent} {other}", rare, f"{rare} {frequent}", rare[:4], rare[:3] + rare[4:]]


def invented(chance: random.Random) -> str:
    """Make up a word of two to five syllables."""
    return "".join(
        chance.choice(["b", "c", "d", "f", "g", "l", "m", "n", "p", "r", "s", "t", "v", "tr", "ch", "pl"])
        + chance.choice(["a", "e", "i", "o", "u", "an", "on", "er", "ou"])
        for _ in range(chance.randint(2, 5))
    )


def measure_apart(folder: Path) -> str:
    """Index in a process of its own: the seconds of one processor, and the memory at its highest."""
    script = Path(__file__).resolve()
    command = [sys.executable, "-m", "benchmarks.search", str(folder)]
    ran = subprocess.run(command, capture_output=True, text=True, check=False, cwd=script.parent.parent)
    return ran.stdout.rstrip("\n") or ran.stderr.strip()[-300:]


def index(folder: Path) -> None:
    """Write our index beside the pages."""
    from deroule.outputs.site.search import index_site
    from deroule.outputs.site.search.facts import PageFacts, SiteFacts

    pages = {
        path.name: PageFacts("sheet", str(2015 + number % 12), (f"theme {number % 40}",))
        for number, path in enumerate(sorted(folder.glob("*.html")))
    }
    index_site(folder, SiteFacts(pages))


def with_pagefind(folder: Path) -> bool:
    """Write Pagefind's index beside the pages, when it is installed."""
    made = subprocess.run([sys.executable, "-m", "pagefind", "--site", str(folder)], capture_output=True, check=False)
    return made.returncode == 0


def ask(browser: Any, address: str, script: str, query: str, sent: list[int]) -> Asked:
    """Type a query in a fresh browser; what follows the first results is counted too."""
    context = browser.new_context()
    page = context.new_page()
    page.goto(address)
    line = context.new_cdp_session(page)
    line.send("Network.enable")
    line.send("Network.emulateNetworkConditions", LINE)
    sent.clear()
    milliseconds, first = page.evaluate(script.replace("QUERY", repr(query)))
    page.wait_for_timeout(1_000)
    context.close()
    return Asked(first / 1000, sum(sent) / 1000, milliseconds / 1000)


@contextmanager
def served(folder: Path) -> Iterator[tuple[str, list[int]]]:
    """Serve a folder on a local port; the list grows by the size of each file that is asked for."""
    sent: list[int] = []

    class Counting(http.server.SimpleHTTPRequestHandler):
        def log_request(self, code: object = "-", size: object = "-") -> None:
            path = Path(self.translate_path(self.path))
            sent.append(path.stat().st_size if path.is_file() else 0)

    server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), functools.partial(Counting, directory=str(folder)))
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield f"http://127.0.0.1:{server.server_port}/", sent
    server.shutdown()


if __name__ == "__main__":
    index(Path(sys.argv[1]))
    print(f"{time.process_time():>8.1f} {resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024:>6.0f}")
