"""Speakers who are recorded or published without having agreed to it, or whose agreement has run out."""

from __future__ import annotations

from collections.abc import Iterator

from deroule.checks.surroundings import Surroundings
from deroule.diagnostics import Code, Diagnostic, Severity, Words
from deroule.model.dossier import Dossier

CODE = Code(
    "CHK109",
    "missing-consent",
    Severity.WARNING,
    Words("« {name} » n'a pas donné son accord pour {what}", "“{name}” has not agreed to {what}"),
    Words(
        "La voix, l'image et le nom d'une personne ne se publient qu'avec son accord, daté d'avant l'événement :\n\n"
        "```yaml\nspeakers:\n  mathieu-barrois:\n    name: Mathieu Barrois\n"
        "    consent: {recording: 2018-02-20, publication: 2018-02-20}\n```",
        "A person's voice, image and name are published only with their consent, given before the event:\n\n"
        "```yaml\nspeakers:\n  ada:\n    name: Ada Martin\n"
        "    consent: {recording: 2026-11-02, publication: 2026-11-02}\n```",
    ),
    Words(
        "demandez l'accord, puis écrivez sa date sous `consent:` ({written})",
        "ask for it, then write its date under `consent:` ({written})",
    ),
)
_NAMES = {
    "recording": Words("l'enregistrement", "the recording"),
    "publication": Words("la publication", "the publication"),
}


def check(dossier: Dossier, surroundings: Surroundings) -> Iterator[Diagnostic]:
    """Find speakers whose consent is not written down."""
    for event in dossier.events:
        for speaker in event.speakers.values():
            lacking = [name for name in _NAMES if speaker.consent is None or getattr(speaker.consent, name) is None]
            if lacking:
                span = speaker.span_of("consent" if speaker.consent else "name")
                yield CODE.at(
                    span,
                    name=speaker.name.plain,
                    what=_both(lacking),
                    written=", ".join(f"`{name}:`" for name in lacking),
                )


def _both(names: list[str]) -> Words:
    told = [_NAMES[name] for name in names]
    return Words(" et ".join(one.fr for one in told), " and ".join(one.en for one in told))
