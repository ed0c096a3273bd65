"""What the owner decides in mkdocs.yml: read as data, with its faults told at their lines."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any
from urllib.parse import urlsplit

import yaml

from deroule.diagnostics import Diagnostic
from deroule.outputs.site.codes import SETTING_IGNORED, SETTINGS_UNREADABLE
from deroule.outputs.site.declared import Declared, declared_of, fault_of
from deroule.span import Span
from deroule.workspace import Workspace

FILE = "mkdocs.yml"
TEXTS = ("site_name", "site_description", "site_author", "copyright", "language", "site_url")
ENGINES = ("mkdocs", "zensical")
_KNOWN = (*TEXTS, "nav", "extra", "engine")


@dataclass(frozen=True, slots=True)
class Owner:
    """The owner's settings that are sound, where each one stands, and what was found wrong."""

    values: dict[str, Any] = field(default_factory=dict)
    lines: dict[str, int] = field(default_factory=dict)
    """The line of each setting; of a navigation entry by its page's path."""
    found: tuple[Diagnostic, ...] = ()

    @property
    def name(self) -> str:
        """The site's name."""
        return str(self.values.get("site_name") or "Dossier")

    @property
    def address(self) -> str:
        """The site's own address, ending with a slash; empty when it is not given."""
        address = str(self.values.get("site_url") or "")
        return address if not address or address.endswith("/") else f"{address}/"

    @property
    def notes(self) -> bool:
        """Whether what is said on slides is public: yes, unless `extra` says `notes: no`."""
        extra = self.values.get("extra")
        return not isinstance(extra, dict) or extra.get("notes") is not False

    @property
    def declared(self) -> Declared:
        """What the owner declares on accessibility."""
        return declared_of(self.values.get("extra"))

    @property
    def engine(self) -> str:
        """What builds the site: `mkdocs`, with its Material theme, or `zensical`, its successor."""
        return str(self.values.get("engine") or ENGINES[0])

    def at(self, name: str) -> Span:
        """Give the place of a setting."""
        return Span(FILE, self.lines.get(name, 1))


def read_owner(workspace: Workspace) -> Owner:
    """Read the owner's settings; the site is built without those that cannot be read."""
    if not workspace.exists(FILE):
        return Owner()
    try:
        text = workspace.read(FILE).decode("utf-8")
        node = yaml.compose(text, yaml.SafeLoader)
        values = yaml.safe_load(text)
    except UnicodeDecodeError as fault:
        return Owner(found=(SETTINGS_UNREADABLE.at(Span(FILE, 1), why=fault.reason),))
    except (yaml.YAMLError, ValueError, RecursionError) as fault:
        mark = getattr(fault, "problem_mark", None)
        where = Span(FILE, mark.line + 1, mark.column + 1) if mark else Span(FILE, 1)
        return Owner(found=(SETTINGS_UNREADABLE.at(where, why=getattr(fault, "problem", None) or fault),))
    if values is None:
        return Owner()
    if not isinstance(values, dict) or not isinstance(node, yaml.MappingNode):
        return Owner(found=(SETTINGS_UNREADABLE.at(Span(FILE, 1), why="name: value"),))
    lines = dict(_lines(node))
    kept, found = {}, []
    for name, value in values.items():
        where = Span(FILE, lines.get(str(name), 1))
        if name not in _KNOWN:
            found.append(SETTING_IGNORED.at(where, name=str(name)))
        elif fault_of := _fault(str(name), value):
            found.append(SETTINGS_UNREADABLE.at(where, why=f"{name} : {fault_of}"))
        else:
            kept[str(name)] = value
    return Owner(kept, lines, tuple(found))


def is_address(value: object) -> bool:
    """Say whether a value is an address of the web that can be written as it is."""
    if not isinstance(value, str) or any(sign in value for sign in "<>\"' "):
        return False
    try:
        return urlsplit(value).scheme in ("http", "https")
    except ValueError:
        return False


def _fault(name: str, value: object) -> str:
    if value is None:
        return ""
    if name in TEXTS and isinstance(value, (dict, list)):
        return "texte attendu / text expected"
    if name == "site_url" and value and not is_address(value):
        return "https://…"
    if name == "engine" and value not in ENGINES:
        return " | ".join(ENGINES)
    if name == "nav" and not isinstance(value, list):
        return "liste attendue / list expected"
    if name == "extra":
        return fault_of(value) if isinstance(value, dict) else "nom: valeur / name: value"
    return ""


def _lines(node: yaml.Node) -> Iterator[tuple[str, int]]:
    """Give the line of each name and of each text below a node; the first one counts for what stands twice."""
    found: dict[str, int] = {}
    waiting = [node]
    while waiting:
        one = waiting.pop(0)
        if isinstance(one, yaml.MappingNode):
            for key, value in one.value:
                found.setdefault(str(key.value), key.start_mark.line + 1)
                waiting.append(value)
        elif isinstance(one, yaml.SequenceNode):
            waiting += one.value
        else:
            found.setdefault(str(one.value), one.start_mark.line + 1)
    yield from found.items()
