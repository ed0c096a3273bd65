"""Audit the built site as the tests do, and write what the accessibility statement tells: what was looked at, what was found."""

from __future__ import annotations

import datetime as dt
import json
import shutil
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
sys.path.insert(0, str(ROOT))
AXE = ROOT / "tests" / "node" / "node_modules" / "axe-core"


def main() -> None:
    """Audit `build/site` (or the folder named), write the record, print what was found."""
    from playwright.sync_api import sync_playwright
    from tests.outputs.site.accessible import GROUNDS, KINDS, VIEWS, WALKED, audit, keyboard_walk, served

    from deroule.outputs.site.accessibility import RECORD, forms_digest

    site = Path(sys.argv[1]) if len(sys.argv) > 1 else ROOT / "build" / "site"
    with sync_playwright() as playwright, served(site) as address:
        browser = playwright.chromium.launch(executable_path=shutil.which("chromium"), args=["--no-sandbox"])
        told = audit(browser, address, site, (AXE / "axe.min.js").read_text(encoding="utf-8"))
        unseen = [f"{kind}: {one}" for kind in WALKED for one in keyboard_walk(browser, address + KINDS[kind][0])]
        version = browser.version
        browser.close()
    record = {
        "day": dt.date.today().isoformat(),
        "axe": json.loads((AXE / "package.json").read_text(encoding="utf-8"))["version"],
        "browser": f"Chromium {version.split('.')[0]}",
        "rules": len(told.rules),
        "kinds": list(told.kinds),
        "views": [f"{ground}, {view}" for ground in GROUNDS for view in VIEWS],
        "violations": [{"kind": one.kind, "view": one.view, "rule": one.rule} for one in told.findings],
        "keyboard": unseen,
        "digest": forms_digest(),
    }
    target = ROOT / "src" / "deroule" / "outputs" / "site" / RECORD
    target.write_text(json.dumps(record, ensure_ascii=False, indent=1) + "\n", encoding="utf-8")
    print(f"{len(told.kinds)} kinds of pages, {len(told.rules)} rules, {len(told.findings)} violations")
    for finding in (*told.findings, *unseen):
        print(" ", finding)


if __name__ == "__main__":
    main()
