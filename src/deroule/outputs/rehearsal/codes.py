"""The faults of rehearsals."""

from __future__ import annotations

from deroule.diagnostics import Code, Severity, Words

NO_VOICE = Code(
    "REH001",
    "no-voice",
    Severity.ERROR,
    Words("la voix ne peut pas parler : {why}", "the voice cannot speak: {why}"),
    Words(
        "La répétition est dite par une voix de synthèse : espeak-ng, fournie avec Déroulé, ou le programme que nomme la "
        "variable DEROULE_VOICE (il reçoit le texte sur son entrée et rend du WAV sur sa sortie). Celle-ci n'a pas pu "
        "parler : programme absent, langue inconnue, sortie d'un autre format.\n\n"
        "Retirez la variable pour revenir à la voix fournie, ou corrigez la commande.",
        "A rehearsal is said by a synthetic voice: espeak-ng, which comes with Déroulé, or the program that the variable "
        "DEROULE_VOICE names (it is given the text on its input and gives WAV on its output). It could not speak: no such "
        "program, an unknown language, output in another format.\n\n"
        "Take the variable away to come back to the voice that is there, or mend the command.",
    ),
    Words("retirez ou corrigez DEROULE_VOICE", "take DEROULE_VOICE away, or mend it"),
)
NO_FILM = Code(
    "REH002",
    "no-film",
    Severity.ERROR,
    Words("la répétition ne peut pas être filmée : {why}", "the rehearsal cannot be filmed: {why}"),
    Words(
        "Les images des diapositives et la voix sont réunies en un film MP4. L'encodeur s'est arrêté sur le fichier "
        "nommé : le plus souvent le disque est plein, ou une image est abîmée.\n\n"
        "Libérez de la place, puis relancez : ce qui a déjà été filmé ne sera pas refait.",
        "Slide pictures and voice are brought together in an MP4 film. The encoder stopped at the file named: most often "
        "the disk is full, or a picture is damaged.\n\n"
        "Make room, then run again: what was filmed already will not be filmed again.",
    ),
    Words("libérez de la place sur le disque, puis relancez", "make room on the disk, then run again"),
)
NOTHING_SAID = Code(
    "REH003",
    "nothing-said",
    Severity.WARNING,
    Words(
        "{count} diapositives sur {all} n'ont pas de notes : seul leur titre est dit",
        "{count} slides of {all} have no notes: only their titles are said",
    ),
    Words(
        "La répétition dit les notes du présentateur (`notes:`). Une diapositive sans notes n'est annoncée que par son "
        "titre : la durée entendue est alors plus courte que celle de la séance.",
        "A rehearsal says the presenter's notes (`notes:`). A slide without notes is only announced by its title: the "
        "length that is heard is then shorter than that of the session.",
    ),
    Words("écrivez `notes:` sur les diapositives de contenu", "write `notes:` on the slides with content"),
)

CODES = (NO_VOICE, NO_FILM, NOTHING_SAID)
