"""Consents that have run out, or were given after what they allow."""

from __future__ import annotations

from collections.abc import Iterator

from deroule.checks.surroundings import Surroundings
from deroule.diagnostics import Code, Diagnostic, Severity, Words
from deroule.model.dossier import Dossier

CODE = Code(
    "CHK110",
    "expired-consent",
    Severity.ERROR,
    Words("l'accord de « {name} » n'est plus valable depuis le {day}", "the consent of “{name}” ran out on {day}"),
    Words(
        "La date `until` de l'accord est passée : ce qui repose sur lui (enregistrement, nom, diapositives) "
        "ne doit plus "
        "être publié.",
        "The consent's `until` is past: what rests on it (recording, name, slides) must not be published any more.",
    ),
    Words("renouvelez l'accord, ou retirez ce qui en dépend", "renew the consent, or remove what rests on it"),
)


def check(dossier: Dossier, surroundings: Surroundings) -> Iterator[Diagnostic]:
    """Compare `until` with the day."""
    for event in dossier.events:
        for speaker in event.speakers.values():
            consent = speaker.consent
            if consent and consent.until and consent.until < surroundings.today():
                yield CODE.at(consent.span_of("until"), name=speaker.name.plain, day=consent.until.isoformat())
