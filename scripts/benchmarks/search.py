"""What the site's search asks of a network and how soon it answers, at 50, 1,000 and 10,000 pages, beside Pagefind.

Pages are made of invented words, as frequent as words of a language are (Zipf), with ever new ones as pages are added.
Each query is typed in a fresh browser whose line is slowed to 1.6 Mbit/s with 150 ms of latency; nothing is compressed.
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
from collections.abc import Iterator
from contextlib import contextmanager
from importlib import resources
from pathlib import Path

LINE = {"offline": False, "latency": 150, "downloadThroughput": 200_000, "uploadThroughput": 100_000}
OURS = """async () => { const start = performance.now(); document.querySelector('#d-search-field').focus();
  const field = document.querySelector('#d-search-field'); field.value = QUERY; field.dispatchEvent(new Event('input'));
  while (!document.querySelector('.d-found a')) await new Promise(requestAnimationFrame); return performance.now() - start; }"""
PAGEFIND = """async () => { const start = performance.now(); const pagefind = await import('/pagefind/pagefind.js');
  const found = await pagefind.search(QUERY); await Promise.all(found.results.slice(0, 10).map(one => one.data()));
  return performance.now() - start; }"""


def run(arguments: argparse.Namespace) -> None:
    """Print kilobytes and seconds to the first results, median and worst of the queries."""
    from playwright.sync_api import sync_playwright

    chromium = shutil.which("chromium")
    if chromium is None:
        print("\n## search: no Chromium on this machine")
        return
    print(
        "\n## search: processor seconds and MB to index; kB asked for in all, seconds to the first results: median (worst) of six"
    )
    print(
        f"{'pages':>7} {'index s':>8} {'MB':>6} {'kB':>14} {'s':>14} {'from folder s':>15} {'Pagefind kB':>16} {'Pagefind s':>14}"
    )
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=chromium, args=["--no-sandbox"])
        for count in (50, 1_000, 10_000):
            with tempfile.TemporaryDirectory() as name:
                folder = Path(name)
                queries = make_site(folder, count)
                indexed = measure_apart(folder)
                peer = with_pagefind(folder)
                with served(folder) as (address, sent):
                    page = f"{address}index.html"
                    ours = [ask(browser, page, OURS, query, sent) for query in queries]
                    theirs = [ask(browser, page, PAGEFIND, query, sent) for query in queries] if peer else []
                file = [ask(browser, (folder / "index.html").as_uri(), OURS, query, []) for query in queries]
            row = [f"{count:>7} {indexed}", told(ours, 0, 14), told(ours, 1, 14), told(file, 1, 15)]
            print(*row, told(theirs, 0, 16), told(theirs, 1, 14))
        browser.close()


def told(measured: list[tuple[float, float]], which: int, wide: int) -> str:
    """Write the median, and the worst beside."""
    values = [one[which] for one in measured]
    return (f"{statistics.median(values):.1f} ({max(values):.1f})" if values else "–").rjust(wide)


def make_site(folder: Path, count: int) -> list[str]:
    """Write the pages, and give queries: frequent, rare, several words, the beginning of one, one misspelt."""
    chance = random.Random(count)
    vocabulary = [invented(random.Random(number)) for number in range(4_000 + 6 * count)]
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
    frequent, other, rare = vocabulary[0], vocabulary[3], vocabulary[900]
    misspelt = rare[:3] + rare[4:]
    return [frequent, f"{frequent} {other}", rare, f"{rare} {frequent}", rare[:4], misspelt]


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


def ask(browser: object, address: str, script: str, query: str, sent: list[int]) -> tuple[float, float]:
    """Type a query in a fresh browser: kilobytes that it asked for, seconds until the first results stand there."""
    context = browser.new_context()
    page = context.new_page()
    page.goto(address)
    line = context.new_cdp_session(page)
    line.send("Network.enable")
    line.send("Network.emulateNetworkConditions", LINE)
    sent.clear()
    milliseconds = page.evaluate(script.replace("QUERY", repr(query)))
    page.wait_for_timeout(1_000)  # what follows the first results is counted too
    context.close()
    return sum(sent) / 1000, milliseconds / 1000


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
