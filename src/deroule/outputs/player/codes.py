"""The faults of what is played: recordings that cannot be read, rehearsals that tell older slides."""

from __future__ import annotations

from deroule.diagnostics import Code, Severity, Words

STALE_REHEARSAL = Code(
    "REC003",
    "stale-rehearsal",
    Severity.WARNING,
    Words(
        "la répétition de « {event} » a été filmée avant les derniers changements",
        "the rehearsal of “{event}” was filmed before the latest changes",
    ),
    Words(
        "Les diapositives ou les notes ont changé depuis que la répétition a été filmée. L'archive la contient encore, "
        "mais les images, les sous-titres et les chapitres ne disent plus la même chose que les documents.\n\n"
        "`deroule rehearse EVENEMENT` la refait ; seules les diapositives changées sont redites et filmées.",
        "Slides or notes changed since the rehearsal was filmed. The pack still holds it, but pictures, captions and "
        "chapters no longer say what the documents say.\n\n"
        "`deroule rehearse EVENT` makes it again; only changed slides are said and filmed anew.",
    ),
    Words("lancez `deroule rehearse {event}`", "run `deroule rehearse {event}`"),
)
UNREADABLE_RECORDING = Code(
    "REC004",
    "unreadable-recording",
    Severity.WARNING,
    Words(
        "l'enregistrement « {file} » ne peut pas être repris : {why}",
        "the recording “{file}” cannot be taken in: {why}",
    ),
    Words(
        "Le fichier est tronqué, absent, ou dans une forme que l'archive ne sait pas reprendre sans la réencoder. L'archive "
        "est faite sans lui : diapositives et texte seuls.\n\n"
        "Exportez-le de nouveau en MP4 (H.264 et AAC) ou en WebM depuis l'outil de visioconférence.",
        "The file is truncated, absent, or in a form that a pack cannot take in without encoding it again. The pack is made "
        "without it: slides and text alone.\n\n"
        "Export it again as MP4 (H.264 and AAC) or WebM from the conferencing tool.",
    ),
    Words("exportez l'enregistrement de nouveau, en MP4 ou en WebM", "export the recording again, as MP4 or WebM"),
)

CODES = (STALE_REHEARSAL, UNREADABLE_RECORDING)
