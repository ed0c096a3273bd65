"""The faults of after.yml and of captions, with their pages."""

from __future__ import annotations

from deroule.diagnostics import Code, Severity, Words

WARNING, ERROR, INFO = Severity.WARNING, Severity.ERROR, Severity.INFO


def _code(number: int, name: str, severity: Severity, message: Words, hint: Words | None, page: Words) -> Code:
    return Code(f"IMP{number:03d}", name, severity, message, page, hint)


WITHHELD = _code(
    20,
    "withheld-recording",
    WARNING,
    Words(
        "l'enregistrement n'est pas montré : « {name} » n'y consent pas, ou plus",
        "the recording is not shown: “{name}” does not agree to it, or no longer does",
    ),
    Words(
        "écrivez l'accord sous `consent:` de l'intervenant, avec `recording:` et `until:`",
        "write the consent under the speaker's `consent:`, with `recording:` and `until:`",
    ),
    Words(
        "Un enregistrement ne se publie que si chaque intervenant y a consenti et que l'accord court encore. Sinon la "
        "rediffusion montre les diapositives et le texte, sans film, sans sous-titres ni transcription.",
        "A recording is published only when every speaker agreed to it and the consent still holds. Otherwise the replay "
        "shows slides and text, without film, captions or transcript.",
    ),
)
BROKEN_CAPTIONS = _code(
    21,
    "broken-captions",
    WARNING,
    Words("{what} ({count} fois dans ce fichier)", "{what} ({count} in this file)"),
    Words(
        "corrigez ces lignes, ou reprenez le fichier avec `deroule import recording`",
        "correct these lines, or take the file in again with `deroule import recording`",
    ),
    Words(
        "Les lecteurs sautent sans rien dire ce qui n'est pas du WebVTT : un sous-titre de moins. Ici chaque écart est "
        "dit, à sa ligne.\n\n```\n00:01:02.500 --> 00:01:04.000\nBonjour à tous.\n```",
        "Players skip in silence what is not WebVTT: a caption less. Here each departure is told at its line.\n\n"
        "```\n00:01:02.500 --> 00:01:04.000\nGood morning.\n```",
    ),
)
CAPTIONS_ORDER = _code(
    22,
    "captions-order",
    WARNING,
    Words(
        "ce sous-titre commence avant que le précédent finisse ({count} fois)",
        "this caption begins before the one before it ends ({count} in all)",
    ),
    Words("avancez la fin du précédent", "bring forward the end of the one before"),
    Words(
        "Deux sous-titres à la fois se cachent l'un l'autre, ou se lisent dans le désordre.",
        "Two captions at once hide each other, or are read out of order.",
    ),
)
CAPTIONS_FAST = _code(
    23,
    "captions-too-fast",
    WARNING,
    Words(
        "{speed} signes par seconde : trop vite pour être lu ({count} fois ; au plus {limit})",
        "{speed} characters a second: too fast to be read ({count} in all; at most {limit})",
    ),
    Words("raccourcissez le texte, ou laissez-le plus longtemps", "shorten the text, or leave it longer"),
    Words(
        "Un adulte lit 15 à 17 signes par seconde ; au-delà de 20 il ne voit plus l'image.",
        "An adult reads 15 to 17 characters a second; above 20 the picture is no longer seen.",
    ),
)
CAPTIONS_LONG = _code(
    24,
    "captions-too-long",
    WARNING,
    Words(
        "ce sous-titre dépasse {lines} lignes de {width} signes ({count} fois)",
        "this caption is more than {lines} lines of {width} characters ({count} in all)",
    ),
    Words(
        "coupez-le en deux à la fin d'une phrase ou d'un groupe de mots",
        "cut it in two at the end of a sentence or of a group of words",
    ),
    Words(
        "Deux lignes de 42 signes tiennent sous l'image sans la cacher, aussi sur un téléphone.",
        "Two lines of 42 characters fit below the picture without hiding it, on a telephone too.",
    ),
)
CAPTIONS_COVERAGE = _code(
    25,
    "captions-coverage",
    WARNING,
    Words(
        "les sous-titres ne couvrent pas l'enregistrement : {what}", "the captions do not cover the recording: {what}"
    ),
    Words(
        "vérifiez `length`, `offset` et les coupes, ou que le fichier est entier",
        "check `length`, `offset` and the cuts, or that the file is whole",
    ),
    Words(
        "Des sous-titres d'un autre enregistrement, décalés ou coupés se reconnaissent à cela.",
        "Captions of another recording, shifted or cut off, are recognised by this.",
    ),
)
MARKS_ORDER = _code(
    26,
    "slides-order",
    WARNING,
    Words(
        "cette diapositive vient avant la précédente ; elles ont été remises dans l'ordre",
        "this slide comes before the one above it; they were put in order",
    ),
    Words("écrivez-les dans l'ordre des temps", "write them in the order of their times"),
    Words(
        "Les temps des diapositives se suivent ; un temps mal recopié se voit ainsi.",
        "The slides' times follow one another; a time copied wrongly shows like this.",
    ),
)
PAST_END = _code(
    27,
    "outside-recording",
    WARNING,
    Words(
        "{moment} est hors de l'enregistrement, qui dure {length}",
        "{moment} is outside the recording, which lasts {length}",
    ),
    Words("vérifiez `length` et `offset`", "check `length` and `offset`"),
    Words(
        "Ce qui vient après la fin ne peut pas être montré : c'est laissé de côté.",
        "What comes after the end cannot be shown: it is left out.",
    ),
)
FAULTY_CUT = _code(
    28,
    "faulty-cut",
    ERROR,
    Words("cette coupe ne se fait pas : {what}", "this cut cannot be made: {what}"),
    Words("écrivez `from` avant `to`, sans chevauchement", "write `from` before `to`, without overlap"),
    Words(
        "Une coupe retire un passage de l'enregistrement, de la transcription et des chapitres à la fois.\n\n"
        "```yaml\ncuts:\n  - {from: 0:00:00, to: 0:04:12, why: l'attente}\n```",
        "A cut takes a stretch out of recording, transcript and chapters alike.\n\n"
        "```yaml\ncuts:\n  - {from: 0:00:00, to: 0:04:12, why: the wait}\n```",
    ),
)
CHAPTERS_ORDER = _code(
    29,
    "chapters-order",
    ERROR,
    Words("les chapitres ne s'emboîtent pas : {what}", "the chapters do not fit together: {what}"),
    Words(
        "un chapitre finit avant que le suivant du même niveau commence",
        "a chapter ends before the next one of its level begins",
    ),
    Words(
        "Les lecteurs et ffmpeg prennent une liste fautive sans rien dire.",
        "Players and ffmpeg take a faulty list in silence.",
    ),
)
UNCAPTIONED = _code(
    30,
    "uncaptioned-recording",
    WARNING,
    Words("cet enregistrement n'a pas de sous-titres", "this recording has no captions"),
    Words(
        "exportez la transcription de l'outil, puis `deroule import recording`",
        "export the tool's transcript, then `deroule import recording`",
    ),
    Words(
        "Sans sous-titres ni transcription, ceux qui n'entendent pas, et ceux qui cherchent, n'ont rien.",
        "Without captions or transcript, those who cannot hear, and those who search, have nothing.",
    ),
)
UNNAMED_VOICE = _code(
    31,
    "unnamed-voice",
    WARNING,
    Words(
        "voix des sous-titres qui ne sont pas d'un intervenant : {count} ; elles sont dites « Participant »",
        "voices of the captions that are no speaker's: {count}; they are called “Participant”",
    ),
    Words(
        "écrivez les intervenants sous `speakers:`, nom des sous-titres puis identifiant",
        "write the speakers under `speakers:`, the captions' name, then the id",
    ),
    Words(
        "Le nom d'un participant ne se publie pas sans son accord ; celui d'un intervenant est dans l'événement.",
        "A participant's name is not published without consent; a speaker's name is in the event.",
    ),
)
UNCONSENTED_NAME = _code(
    32,
    "unconsented-name",
    WARNING,
    Words(
        "noms qui ne sont pas publiés, faute d'accord écrit : {count}",
        "names that are not published, for want of a written consent: {count}",
    ),
    Words(
        "écrivez « Participant 3 », ou la date de l'accord sous `consent:`",
        "write “Participant 3”, or the day of the consent under `consent:`",
    ),
    Words(
        "Chat, questions et sondages ne nomment personne, sauf accord de tous, daté.",
        "Chat, questions and polls name nobody, unless all agreed, with the day.",
    ),
)
UNSURE_SLIDES = _code(
    33,
    "unsure-slides",
    INFO,
    Words(
        "diapositives à vérifier : {count}, reconnues à moins de {limit} %, ou pas du tout",
        "slides to be checked: {count}, recognised with less than {limit} %, or not at all",
    ),
    Words(
        "écrivez l'identifiant sous `slide:` et retirez `confidence:`",
        "write the id under `slide:` and remove `confidence:`",
    ),
    Words(
        "L'import dit combien il est sûr de chaque diapositive ; une main sûre vaut 1.",
        "The import says how sure it is of each slide; a person's hand counts as 1.",
    ),
)
UNKNOWN_MEDIA = _code(
    34,
    "unknown-media",
    WARNING,
    Words("« {file} » n'est pas un film ni un son connu", "“{file}” is no film or sound that is known"),
    Words("donnez un .mp4, .webm, .m4a ou .mp3", "give an .mp4, .webm, .m4a or .mp3"),
    Words(
        "Les navigateurs lisent ces formes-là sans rien installer.",
        "Browsers play these forms with nothing to install.",
    ),
)
CODES = (
    WITHHELD, BROKEN_CAPTIONS, CAPTIONS_ORDER, CAPTIONS_FAST, CAPTIONS_LONG, CAPTIONS_COVERAGE, MARKS_ORDER, PAST_END,
    FAULTY_CUT, CHAPTERS_ORDER, UNCAPTIONED, UNNAMED_VOICE, UNCONSENTED_NAME, UNSURE_SLIDES, UNKNOWN_MEDIA,
)  # fmt: skip
