"""Write ARCHITECTURE.md: the flow, and the rooms with the first sentence of every module."""

from __future__ import annotations

import ast
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
PACKAGE = ROOT / "src" / "deroule"
HEAD = """# Architecture

<!-- Made by scripts/architecture.py from the modules' first sentences. -->

```
 sequences/*.yml ──read──► nodes ──decode──► Event ──check──► diagnostics
 content/*.md    ──read──► pages of the dossier ─┘ │
                                                   ├──place──► slide pages ──draw──► deck, pictures, handouts
                                                   └──render─► dossier site, synthesis, documents, replay pack
 build: plans the jobs, runs the stale ones, remembers.  cli: one file a command.
```

There are two waists. **Slide pages** (`layout/page.py`: placed boxes with every decision taken) feed every visual output, so
that deck and pictures cannot disagree. **Document trees** (`outputs/document`) feed every flowing document.
A newcomer reads `build/pipeline.py` first, then `model/blocks.py`.
"""


def architecture() -> str:
    """Give the text of ARCHITECTURE.md."""
    lines = [HEAD]
    folder = None
    for path in sorted(PACKAGE.rglob("*.py"), key=lambda one: (one.parent.as_posix(), one.name)):
        said = ast.get_docstring(ast.parse(path.read_text(encoding="utf-8")))
        first = (said or "").split("\n\n")[0].replace("\n", " ")
        where = path.parent.relative_to(PACKAGE).as_posix()
        if where != folder:
            folder = where
            lines.append(f"\n## {'deroule' if where == '.' else where}\n")
        if path.name == "__init__.py":
            lines.append(f"{first}\n" if first else "")
        else:
            lines.append(f"- `{path.name}`: {first}")
    return "\n".join(line for line in lines if line is not None).rstrip() + "\n"


if __name__ == "__main__":
    (ROOT / "ARCHITECTURE.md").write_text(architecture(), encoding="utf-8")
    sys.exit(0)
