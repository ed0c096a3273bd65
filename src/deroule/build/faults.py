"""The faults of the build itself: the machine's or ours, never the author's."""

from __future__ import annotations

from deroule.diagnostics import Code, Severity, Words

CRASHED = Code(
    "BLD001",
    "internal-fault",
    Severity.ERROR,
    Words(
        "« {artefact} » n'a pas pu être fabriqué : une erreur de Déroulé ({fault})",
        "“{artefact}” could not be made: a fault of Déroulé's own ({fault})",
    ),
    Words(
        "Un défaut du programme, pas de vos fichiers. Les autres documents ont été fabriqués, et la version précédente "
        "de celui-ci est intacte. Le détail est dans `build/.deroule/crash.log` : joignez-le à votre signalement.",
        "A defect of the program, not of your files. Everything else was made, and the previous version of this one "
        "is untouched. The details are in `build/.deroule/crash.log`: send it along with your report.",
    ),
    Words("signalez-le avec le fichier build/.deroule/crash.log", "report it with the file build/.deroule/crash.log"),
)

UNKNOWN_EVENT = Code(
    "BLD002",
    "unknown-event",
    Severity.ERROR,
    Words("aucun événement ne s'appelle « {event} »", "no event is called “{event}”"),
    Words(
        "Un événement porte le nom de son dossier sous `sequences/`. `deroule build` sans nom les fabrique tous.",
        "An event is called by the name of its folder below `sequences/`. `deroule build` without a name makes all.",
    ),
    Words("les événements connus : {known}", "the known events: {known}"),
)

REFUSED = Code(
    "BLD003",
    "machine-refused",
    Severity.ERROR,
    Words("« {artefact} » n'a pas pu être écrit : {reason}", "“{artefact}” could not be written: {reason}"),
    Words(
        "La machine n'a pas laissé écrire : disque plein, dossier protégé, fichier ouvert ailleurs. Ce qui était "
        "fabriqué avant est intact ; libérez de la place ou rendez le dossier `build/` accessible, puis recommencez.",
        "The machine did not let it be written: a full disk, a protected folder, a file that is open elsewhere. What "
        "was made before is untouched; make room, or make the folder `build/` accessible, then start again.",
    ),
    Words(
        "faites de la place, ou rendez le dossier build/ accessible, puis recommencez",
        "make room, or make the folder build/ accessible, then start again",
    ),
)

CODES = (CRASHED, UNKNOWN_EVENT, REFUSED)
THE_MACHINES = frozenset({CRASHED.id, REFUSED.id})
"""Codes that no change of the author's files makes go away."""
