"""Benchmarks, printed as tables: medians of several runs, and ratios against a peer run side by side.

Nothing here is a test: times depend on the machine. What counts is the ratio, and that cost grows in step with the work.
To add one, write its module into `benchmarks/` and its name below.
"""

from __future__ import annotations

import argparse
import importlib
import json
import sys

BENCHMARKS = ["build", "deck", "pictures", "search", "links", "replay", "site", "serve"]


def main() -> None:
    """Run the benchmarks named, all when none is."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("what", nargs="*", metavar="WHAT", help=", ".join(BENCHMARKS))
    parser.add_argument("--runs", type=int, default=3)
    parser.add_argument("--pages", type=int, nargs="*", default=[50, 500, 2_000])
    parser.add_argument("--plain", action="store_true", help="plain mkdocs-material above 500 pages too: minutes a run")
    parser.add_argument("--slides", type=int, nargs="*", default=[50, 500, 1_000, 5_000])
    arguments = parser.parse_args()
    print(json.dumps({"python": sys.version.split()[0]}))
    for name in arguments.what or BENCHMARKS:
        if name not in BENCHMARKS:
            parser.error(f"no benchmark {name}: {', '.join(BENCHMARKS)}")
        importlib.import_module(f"benchmarks.{name}").run(arguments)


if __name__ == "__main__":
    main()
