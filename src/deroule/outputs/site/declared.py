"""What the owner declares on accessibility in mkdocs.yml: an audit, its result, what is left out, whom to write to."""

from __future__ import annotations

import datetime as dt
import re
from dataclasses import dataclass
from typing import Any

STATES = ("full", "partial", "none")
"""States of conformance, as the law names them: every criterion is met, at least half of them, fewer or nobody knows."""
_TEXTS = ("organisation", "status", "rate", "auditor", "audited", "written", "contact", "plan")
_LISTS = ("failures", "burden", "exempt")
_RATE = re.compile(r"(\d{1,3}(?:[.,]\d+)?)\s*%?")


@dataclass(frozen=True, slots=True)
class Declared:
    """The declaration of one site. Without an audit nothing is known, and the law calls that `none`."""

    organisation: str = ""
    status: str = "none"
    rate: str = ""
    auditor: str = ""
    audited: dt.date | None = None
    written: dt.date | None = None
    contact: str = ""
    plan: str = ""
    failures: tuple[str, ...] = ()
    burden: tuple[str, ...] = ()
    exempt: tuple[str, ...] = ()


def declared_of(extra: object) -> Declared:
    """Read a declaration that `fault_of` found sound, from the `extra` of mkdocs.yml."""
    told = _told(extra)
    texts = {name: str(told[name]).strip() for name in _TEXTS if told.get(name)}
    days = {name: day for name in ("audited", "written") if (day := _day(texts.pop(name, "")))}
    lists = {name: tuple(str(one) for one in told.get(name) or ()) for name in _LISTS}
    if texts.get("rate"):
        texts["rate"] = _RATE.fullmatch(texts["rate"])[1]  # type: ignore[index]
    return Declared(**texts, **days, **lists)  # type: ignore[arg-type]


def fault_of(extra: object) -> str:
    """Say what is wrong with the declaration; nothing when it is sound or there is none."""
    if not isinstance(extra, dict) or extra.get("accessibility") is None:
        return ""
    told = extra["accessibility"]
    if not isinstance(told, dict):
        return "accessibility : nom: valeur / name: value"
    for name, value in told.items():
        if fault := _fault(str(name), value):
            return f"accessibility.{name} : {fault}"
    if told.get("status") in ("full", "partial") and not (told.get("audited") and told.get("rate")):
        return "accessibility.status : audited, rate"
    return ""


def _fault(name: str, value: object) -> str:
    if name not in (*_TEXTS, *_LISTS):
        return " | ".join((*_TEXTS, *_LISTS))
    if name in _LISTS:
        return "" if value is None or isinstance(value, list) else "liste attendue / list expected"
    if isinstance(value, (dict, list)):
        return "texte attendu / text expected"
    if name == "status" and value not in STATES:
        return " | ".join(STATES)
    if name in ("audited", "written") and value and not _day(str(value)):
        return "2026-11-24"
    return "72 %" if name == "rate" and value and not _RATE.fullmatch(str(value).strip()) else ""


def _told(extra: object) -> dict[str, Any]:
    found = extra.get("accessibility") if isinstance(extra, dict) else None
    return found if isinstance(found, dict) else {}


def _day(text: str) -> dt.date | None:
    try:
        return dt.date.fromisoformat(text) if text else None
    except ValueError:
        return None
