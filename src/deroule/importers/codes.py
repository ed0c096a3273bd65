"""The findings of `deroule import recording`, with their pages."""

from __future__ import annotations

from deroule.diagnostics import Code, Severity, Words

WARNING, ERROR, INFO = Severity.WARNING, Severity.ERROR, Severity.INFO


def _code(number: int, name: str, severity: Severity, message: Words, hint: Words | None, page: Words) -> Code:
    return Code(f"IMP{number:03d}", name, severity, message, page, hint)


NOTHING_FOUND = _code(
    1,
    "empty-export",
    ERROR,
    Words("rien n'a été reconnu dans « {path} »", "nothing was recognised in “{path}”"),
    Words(
        "donnez le dossier entier que l'outil a exporté, ou décompressez-le",
        "give the whole folder that the tool exported, or unpack it",
    ),
    Words(
        "Sont lus : BigBlueButton (dossier publié, events.xml), Zoom (transcription, chat, rapports), Teams "
        "(transcription, présence), sous-titres WebVTT, SRT et SBV, tableaux de temps, films et sons.",
        "What is read: BigBlueButton (published folder, events.xml), Zoom (transcript, chat, reports), Teams "
        "(transcript, attendance), WebVTT, SRT and SBV captions, tables of times, films and sounds.",
    ),
)
EXPORT_FAULT = _code(
    2,
    "export-fault",
    WARNING,
    Words("{file} : {what}", "{file}: {what}"),
    None,
    Words(
        "Un fichier de l'export n'est pas tout à fait ce que l'outil écrit d'habitude. Ce qui se lit a été lu ; ce qui "
        "manque est dit ici.",
        "A file of the export is not quite what the tool usually writes. What can be read was read; what is missing is "
        "told here.",
    ),
)
UNKNOWN_PART = _code(
    3,
    "unknown-part",
    INFO,
    Words(
        "parties de l'export sans lecteur ({count}) : {names}",
        "parts of the export without a reader ({count}): {names}",
    ),
    None,
    Words(
        "Rien n'est perdu en silence : ce que personne ne sait lire est nommé, aussi dans after.yml.",
        "Nothing is lost in silence: what nobody can read is named, in after.yml too.",
    ),
)
SCRUBBED = _code(
    4,
    "scrubbed",
    INFO,
    Words(
        "retirés – noms : {names}, adresses électroniques : {mails}, téléphones : {telephones}, adresses : {addresses}, messages privés : {private}",
        "taken out – names: {names}, e-mail addresses: {mails}, telephone numbers: {telephones}, addresses: {addresses}, private messages: {private}",
    ),
    None,
    Words(
        "Les participants deviennent « Participant 1, 2… » par ordre d'arrivée. Ce qui a été retiré est compté, jamais "
        "listé. Les noms restent dans `build/<événement>/private/`, qu'aucune archive partagée ne contient.",
        "Participants become “Participant 1, 2…” in order of arrival. What was taken out is counted, never listed. "
        "Names stay in `build/<event>/private/`, which no shared archive contains.",
    ),
)
KEPT_CORRECTED = _code(
    5,
    "kept-corrected",
    WARNING,
    Words(
        "« {path} » a été corrigé à la main : il est gardé, le nouveau est à côté, dans « {beside} »",
        "“{path}” was corrected by hand: it is kept, the new one stands beside it, in “{beside}”",
    ),
    Words(
        "reportez ce qu'il vous faut, puis supprimez l'un des deux",
        "take over what you need, then delete one of the two",
    ),
    Words("Un import n'écrase jamais une correction.", "An import never overwrites a correction."),
)
NO_SUCH_EVENT = _code(
    6,
    "no-such-event",
    ERROR,
    Words("il n'y a pas d'événement « {event} »", "there is no event “{event}”"),
    Words("les événements : {known}", "the events: {known}"),
    Words(
        "L'import écrit dans le dossier `after/` d'un événement, nommé comme son dossier.",
        "The import writes into the folder `after/` of an event, named like its folder.",
    ),
)
NO_PICTURES = _code(
    7,
    "no-slide-pictures",
    WARNING,
    Words(
        "les diapositives ne peuvent pas être reconnues à l'image : {what}",
        "the slides cannot be recognised by picture: {what}",
    ),
    Words(
        "`deroule build {event} --only pictures`, puis importez de nouveau ; ou écrivez les temps à la main",
        "`deroule build {event} --only pictures`, then import again; or write the times by hand",
    ),
    Words(
        "Zoom, Teams et YouTube n'exportent pas le temps des diapositives. Déroulé les retrouve en comparant le film "
        "avec les images des diapositives : il lui faut les deux.",
        "Zoom, Teams and YouTube do not export when slides were shown. Déroulé finds it by comparing the film with the "
        "slides' pictures: it needs both.",
    ),
)
CODES = (NOTHING_FOUND, EXPORT_FAULT, UNKNOWN_PART, SCRUBBED, KEPT_CORRECTED, NO_SUCH_EVENT, NO_PICTURES)
