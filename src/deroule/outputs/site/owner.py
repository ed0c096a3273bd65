"""What the owner decides in mkdocs.yml: read as data, with its faults told at their lines."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from difflib import get_close_matches
from typing import Any
from urllib.parse import urlsplit

import yaml

from deroule.diagnostics import Diagnostic, Words
from deroule.outputs.site.codes import SETTING_IGNORED, SETTINGS_UNREADABLE
from deroule.outputs.site.declared import Declared, declared_of, fault_of
from deroule.outputs.site.written import FILE, KEYS, read_written, scalars, span_of
from deroule.span import Span
from deroule.typography import typeset
from deroule.workspace import Workspace

TEXTS = ("site_name", "site_description", "site_author", "copyright", "language", "site_url")
_SEEN = ("site_name", "site_description", "site_author")
ENGINES = ("mkdocs", "zensical")
_LANGUAGE = re.compile(r"[A-Za-z]{2,3}(?:[-_]\w+)*")
_NOT_UTF8 = Words("il n'est pas en UTF-8", "it is not UTF-8")
_ENTRY = Words(
    "une liste de pages est attendue (`- Titre: page.md`)", "a list of pages is expected (`- Title: page.md`)"
)
_KNOWN = (*TEXTS, "nav", "extra", "engine")


@dataclass(frozen=True, slots=True)
class Owner:
    """The owner's settings that are sound, where each one stands, and what was found wrong."""

    values: dict[str, Any] = field(default_factory=dict)
    places: dict[str, Span] = field(default_factory=dict)
    """Where each setting stands, and each entry of the navigation, by its page's path."""
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
        """Give the place of a setting, or of the navigation's entry that names a page."""
        return self.places.get(name, Span(FILE))


def read_owner(workspace: Workspace, language: str = "fr") -> Owner:
    """Read the owner's settings; the site is built without those that cannot be read.

    `language`: the dossier's, whose typography names and titles wear unless the settings name another.
    """
    if not workspace.exists(FILE):
        return Owner()
    try:
        written = read_written(workspace.read(FILE).decode("utf-8-sig"))
    except UnicodeDecodeError:
        return Owner(found=(SETTINGS_UNREADABLE.at(Span(FILE), why=_NOT_UTF8),))
    kept, found = {}, list(written.found)
    for name, value in written.values.items():
        where = span_of(written.nodes[name][0])
        if name not in _KNOWN:
            near = next(iter(get_close_matches(name, _KNOWN, 1, 0.75)), "")
            hint = Words(f"vouliez-vous écrire « {near} » ?", f"did you mean “{near}”?") if near else None
            found.append(SETTING_IGNORED.at(where, name=name, hint=hint))
        elif why := _fault(name, value):
            told = Words(f"{name} : {why.fr}", f"{name}: {why.en}")
            found.append(SETTINGS_UNREADABLE.at(_entry_at_fault(written.nodes[name][1], value) or where, why=told))
        else:
            kept[name] = value
    places = {name: span_of(key) for name, (key, _) in written.nodes.items()}
    pages = dict(reversed([*scalars(written.nodes["nav"][1])])) if "nav" in kept else {}
    return Owner(_typeset(kept, str(kept.get("language") or language)), pages | places, tuple(found))


def _typeset(values: dict[str, Any], language: str) -> dict[str, Any]:
    """Put the typography of what readers see right: the site's name, what tells of it, the navigation's titles."""
    texts = {name: typeset(str(values[name]), language) for name in _SEEN if values.get(name)}
    return values | texts | ({"nav": _titled(values["nav"], language)} if values.get("nav") else {})


def _titled(entries: list[Any], language: str) -> list[Any]:
    return [
        entry
        if isinstance(entry, str)
        else {
            typeset(str(title), language): _titled(inner, language) if isinstance(inner, list) else inner
            for title, inner in entry.items()
        }
        for entry in entries
    ]


def _entry_at_fault(node: yaml.Node, value: object) -> Span | None:
    """Find the entry of the navigation that is none."""
    if not isinstance(value, list) or not isinstance(node, yaml.SequenceNode):
        return None
    return next((span_of(one) for one, entry in zip(node.value, value, strict=True) if not _is_entry(entry)), None)


def _is_entry(one: object) -> bool:
    """Whether an entry of the navigation is a page, or a title with a page or with entries of its own."""
    if isinstance(one, str):
        return True
    if not isinstance(one, dict) or len(one) != 1:
        return False
    [inner] = one.values()
    return all(map(_is_entry, inner)) if isinstance(inner, list) else isinstance(inner, str)


def is_address(value: object) -> bool:
    """Say whether a value is an address of the web that can be written as it is."""
    if not isinstance(value, str) or any(sign in value for sign in "<>\"' "):
        return False
    try:
        return urlsplit(value).scheme in ("http", "https")
    except ValueError:
        return False


def _fault(name: str, value: object) -> Words | None:
    if value is None:
        return None
    if name in TEXTS and isinstance(value, (dict, list)):
        return Words("un texte est attendu", "a text is expected")
    if name == "site_url" and value and not is_address(value):
        return Words("une adresse est attendue : https://exemple.fr/", "an address is expected: https://example.org/")
    if name == "language" and not _LANGUAGE.fullmatch(str(value)):
        return Words("une langue est attendue : fr, en", "a language is expected: fr, en")
    if name == "engine" and value not in ENGINES:
        return Words(f"l'un de ces mots est attendu : {' ou '.join(ENGINES)}", f"expected: {' or '.join(ENGINES)}")
    if name == "nav":
        return _ENTRY if not isinstance(value, list) or not all(map(_is_entry, value)) else None
    return _extra_fault(value) if name == "extra" else None


def _extra_fault(value: object) -> Words | None:
    if not isinstance(value, dict):
        return KEYS
    if not isinstance(value.get("notes", True), bool):
        return Words("notes : yes ou no est attendu", "notes: yes or no is expected")
    told = fault_of(value)
    return Words(told, told) if told else None
