"""The faults of source files, with their pages."""

from __future__ import annotations

from deroule.diagnostics import Code, Severity, Words

ERROR = Severity.ERROR
ACCESS = Words("vérifiez que vous avez le droit de le lire", "check that you may read it")
"""The hint where it is the machine that refuses."""
THE_FILE = Words("mettez le fichier lui-même à cette place", "put the file itself in that place")
SLASHES = Words("écrivez « {slashed} », avec des barres obliques (/)", "write “{slashed}”, with slashes (/)")
"""The hint for a path as Windows shows it."""


def _code(number: int, name: str, message: Words, hint: Words | None, page: Words, severity: Severity = ERROR) -> Code:
    return Code(f"SRC{number:03d}", name, severity, message, page, hint)


UNREADABLE = _code(
    1,
    "unreadable-file",
    Words("ce fichier ne peut pas être lu : {reason}", "this file cannot be read: {reason}"),
    Words("enregistrez-le en texte UTF-8", "save it as UTF-8 text"),
    Words(
        "Les fichiers de Déroulé sont du texte en UTF-8. Un fichier binaire, vide, trop gros ou dans un autre codage "
        "(Windows-1252, UTF-16) est refusé plutôt que mal lu. Dans votre éditeur : « Enregistrer avec l'encodage… UTF-8 ».",
        "Files of Déroulé are UTF-8 text. A binary, empty or too large file, or one in another encoding "
        "(Windows-1252, UTF-16), is refused rather than misread. In your editor: “Save with encoding… UTF-8”.",
    ),
)
BROKEN_YAML = _code(
    2,
    "broken-yaml",
    Words("le fichier ne se lit pas ici : {reason}", "the file cannot be read here: {reason}"),
    Words(
        "vérifiez l'alignement, et mettez entre guillemets un texte qui contient « : » ou commence par un signe",
        "check the alignment, and quote a text that contains “: ” or begins with a sign",
    ),
    Words(
        "Le fichier ne suit pas la grammaire de YAML. Les causes ordinaires : un décalage d'espaces, un texte qui "
        'contient « : » suivi d\'une espace, un guillemet non refermé.\n\n```yaml\ntitle: "Eau : une ressource"\n```',
        "The file does not follow YAML's grammar. The usual causes: indentation that is off, a text that contains a "
        'colon and a space, a quotation mark that is not closed.\n\n```yaml\ntitle: "Water: a resource"\n```',
    ),
)
DUPLICATE_KEY = _code(
    3,
    "duplicate-key",
    Words("la clé « {key} » est déjà écrite plus haut", "the key “{key}” is already written above"),
    Words(
        "réunissez les deux, ou écrivez une liste `blocks:` si le même bloc vient deux fois",
        "join the two, or write a list `blocks:` if the same block stands twice",
    ),
    Words(
        "YAML garderait la dernière valeur sans rien dire : la première serait perdue. Pour deux blocs du même genre "
        "sur une diapositive, écrivez\n\n```yaml\nblocks:\n  - text: Avant\n  - text: Après\n```",
        "YAML would keep the last value in silence: the first would be lost. For two blocks of a kind on one slide, "
        "write\n\n```yaml\nblocks:\n  - text: Before\n  - text: After\n```",
    ),
)
FORBIDDEN_YAML = _code(
    4,
    "forbidden-yaml",
    Words("{what} : ce n'est pas admis ici", "{what}: this is not admitted here"),
    Words("écrivez la valeur en clair", "write the value out"),
    Words(
        "Les étiquettes (`!…`), les ancres imbriquées et les structures de plus de 40 niveaux ne sont pas admises : "
        "elles n'apportent rien à un déroulé et peuvent épuiser la machine.",
        "Tags (`!…`), anchors that multiply and structures deeper than 40 levels are not admitted: they bring nothing "
        "to a training and can exhaust the machine.",
    ),
)
UNKNOWN_KEY = _code(
    5,
    "unknown-key",
    Words("la clé « {key} » n'existe pas ici", "there is no key “{key}” here"),
    Words("les clés possibles : {known}", "the possible keys: {known}"),
    Words(
        "Une clé mal écrite serait ignorée ailleurs ; ici elle est une erreur, avec le nom connu le plus proche.",
        "A misspelt key would be ignored elsewhere; here it is an error, with the nearest known name.",
    ),
)
MISSING_FIELD = _code(
    6,
    "missing-field",
    Words("il manque « {key} »", "“{key}” is missing"),
    Words("ajoutez `{key}:`", "add `{key}:`"),
    Words(
        "Ce champ est nécessaire : sans lui rien ne peut être montré.",
        "This field is needed: nothing can be shown without it.",
    ),
)
WRONG_VALUE = _code(
    7,
    "wrong-value",
    Words("« {written} » ne convient pas : {expected}", "“{written}” does not fit: {expected}"),
    None,
    Words(
        "La valeur n'est pas du genre que le champ attend. Durées : `90 min`, `1 h 30`, `45 s`. Heures : `10:30`. "
        "Dates : `2018-03-01`. Oui ou non : `oui`, `non`. Identifiants : petites lettres, chiffres et traits d'union.",
        "The value is not of the kind that the field takes. Durations: `90 min`, `1 h 30`, `45 s`. Hours: `10:30`. "
        "Dates: `2018-03-01`. Yes or no: `yes`, `no`. Ids: small letters, digits and hyphens.",
    ),
)
WRONG_SHAPE = _code(
    8,
    "wrong-shape",
    Words("il faut ici {expected}", "needed here: {expected}"),
    Words("`deroule explain SRC008` montre les trois formes", "`deroule explain SRC008` shows the three shapes"),
    Words(
        "YAML connaît trois formes : une valeur, une liste et des clés. Le champ en attend une autre.\n\n"
        "```yaml\ntitle: Une valeur\nbullets:\n  - une liste\n  - de deux entrées\n"
        "quote:\n  text: des clés\n  by: et leurs valeurs\n```",
        "YAML knows three shapes: a value, a list and keys. The field expects another one.\n\n"
        "```yaml\ntitle: A value\nbullets:\n  - a list\n  - of two entries\n"
        "quote:\n  text: keys\n  by: and their values\n```",
    ),
)
MISSING_EVENT = _code(
    19,
    "missing-event",
    Words("ce dossier contient des séquences, mais pas d'event.yml", "this folder holds sequences, but no event.yml"),
    Words(
        "écrivez event.yml (`deroule new event` en montre un), ou rangez le dossier hors de sequences/",
        "write event.yml (`deroule new event` shows one), or move the folder out of sequences/",
    ),
    Words(
        "Un événement est un dossier de sequences/ qui contient event.yml. Sans lui, rien de ce dossier n'est montré.",
        "An event is a folder of sequences/ that holds event.yml. Without it nothing of the folder is shown.",
    ),
    Severity.WARNING,
)
NO_EVENT = _code(
    20,
    "no-event",
    Words("il n'y a pas encore d'événement dans sequences/", "there is no event in sequences/ yet"),
    Words('`deroule new event "Mon titre"` en commence un', '`deroule new event "My title"` starts one'),
    Words(
        "Un événement est un dossier de sequences/ qui contient event.yml. Sans événement, seul le dossier en ligne est "
        "fabriqué.",
        "An event is a folder of sequences/ that holds event.yml. Without one the dossier alone is made.",
    ),
    Severity.INFO,
)
UNEVEN_SERIES = _code(
    18,
    "uneven-series",
    Words(
        "cette série a {values} valeurs pour {categories} catégories",
        "this series has {values} values for {categories} categories",
    ),
    Words(
        "écrivez une valeur par catégorie ; laissez vide celle qui n'est pas connue",
        "write one value a category; leave empty the one that is not known",
    ),
    Words(
        "Chaque valeur d'un graphique répond à une catégorie :\n\n```yaml\nchart:\n  categories: [2016, 2017, 2018]\n"
        "  series:\n    - {name: Visites, values: [120, , 150]}\n```",
        "Each value of a chart answers to a category:\n\n```yaml\nchart:\n  categories: [2016, 2017, 2018]\n"
        "  series:\n    - {name: Visits, values: [120, , 150]}\n```",
    ),
)
MISSING_FILE = _code(
    9,
    "missing-file",
    Words("le fichier « {path} » n'existe pas", "there is no file “{path}”"),
    Words(
        "vérifiez son nom, majuscules comprises ; le chemin part de ce fichier",
        "check its name, capitals included; the path starts from this file",
    ),
    Words(
        "Un fichier nommé ici (séquence, image, données) n'est pas à sa place.",
        "A file named here (a sequence, a picture, data) is not in its place.",
    ),
)
OUTSIDE = _code(
    10,
    "outside-workspace",
    Words("« {path} » sort de l'espace de travail", "“{path}” leads out of the workspace"),
    Words("copiez le fichier dans le dossier de l'événement", "copy the file into the event's folder"),
    Words(
        "Un chemin absolu, un `..` de trop ou un lien qui mène ailleurs est refusé : le déroulé doit se lire partout, "
        "et rien d'autre que lui ne doit être publié.",
        "An absolute path, one `..` too many or a link that leads elsewhere is refused: the sources must be readable "
        "everywhere, and nothing else must be published.",
    ),
)
UNREADABLE_PICTURE = _code(
    11,
    "unreadable-picture",
    Words("l'image « {path} » ne peut pas être lue : {reason}", "the picture “{path}” cannot be read: {reason}"),
    Words("enregistrez-la de nouveau en SVG, PNG ou JPEG", "save it again as SVG, PNG or JPEG"),
    Words(
        "Le fichier est tronqué, vide, ou n'est pas l'image que son nom annonce.",
        "The file is truncated, empty, or not the picture that its name announces.",
    ),
)
DUPLICATE_ID = _code(
    12,
    "duplicate-id",
    Words("l'identifiant « {id} » est déjà pris", "the id “{id}” is already taken"),
    Words("choisissez-en un autre", "choose another one"),
    Words(
        "Un identifiant désigne une seule chose dans l'événement : la même dans le diaporama, sur le site, dans la "
        "synthèse et dans la rediffusion.",
        "An id names one thing in the event: the same in the deck, on the site, in the synthesis and in the replay.",
    ),
)
UNKNOWN_ID = _code(
    13,
    "unknown-id",
    Words("{what} « {id} » n'existe pas", "there is no {what} “{id}”"),
    Words("les noms connus : {known}", "the known names: {known}"),
    Words(
        "Le nom désigne quelque chose qui n'est défini nulle part.",
        "The name points at something that is defined nowhere.",
    ),
)
INCLUDE_LOOP = _code(
    14,
    "include-loop",
    Words("« {path} » finit par s'inclure lui-même", "“{path}” ends up including itself"),
    Words("retirez l'une des inclusions", "remove one of the includes"),
    Words(
        "Un fichier partagé ne peut pas s'inclure, même par un autre.",
        "A shared file cannot include itself, not even through another one.",
    ),
)
UNSAFE_LINK = _code(
    15,
    "unsafe-link",
    Words("le lien « {address} » n'est pas admis", "the link “{address}” is not admitted"),
    Words(
        "un lien commence par https://, mailto: ou tel:, ou désigne une page du dossier",
        "a link begins with https://, mailto: or tel:, or names a page of the dossier",
    ),
    Words(
        "Un lien `javascript:` ou `data:` ferait agir la page à la place du lecteur.",
        "A `javascript:` or `data:` link would make the page act in the reader's place.",
    ),
)
EMPTY_LINK = _code(
    21,
    "empty-link",
    Words("ce lien n'a pas d'adresse", "this link has no address"),
    Words(
        "écrivez-la : [le guide](https://exemple.fr/guide), `address: https://…` ; ou retirez le lien",
        "write it: [the guide](https://example.org/guide), `address: https://…`; or remove the link",
    ),
    Words(
        "Un lien sans adresse se voit comme un lien, et ne mène nulle part.",
        "A link without an address looks like a link and leads nowhere.",
    ),
)
BROKEN_CSV = _code(
    16,
    "broken-data",
    Words("les données de « {path} » ne se lisent pas : {reason}", "the data of “{path}” cannot be read: {reason}"),
    Words(
        "première ligne : les noms des séries ; première colonne : les catégories ; des nombres ailleurs",
        "first row: the names of the series; first column: the categories; numbers elsewhere",
    ),
    Words("Le tableau d'un graphique est un petit fichier CSV.", "The table of a chart is a small CSV file."),
)
EMPTY_CHART = _code(
    17,
    "empty-chart",
    Words("ce graphique n'a pas de données", "this chart has no data"),
    Words("ajoutez `categories:` et `series:`, ou `file:`", "add `categories:` and `series:`, or `file:`"),
    Words("Un graphique se dessine d'après ses nombres.", "A chart is drawn from its numbers."),
)
NO_PIE = _code(
    22,
    "no-pie",
    Words("un camembert ne peut pas montrer {what}", "a pie cannot show {what}"),
    Words("écrivez `type: bar`, qui le montre", "write `type: bar`, which shows it"),
    Words(
        "Un camembert montre les parts d'un seul tout : une série, sans nombre au-dessous de zéro.",
        "A pie shows the shares of one whole: one series, without a number below zero.",
    ),
)
CODES = (
    UNREADABLE, BROKEN_YAML, DUPLICATE_KEY, FORBIDDEN_YAML, UNKNOWN_KEY, MISSING_FIELD, WRONG_VALUE, WRONG_SHAPE,
    MISSING_FILE, OUTSIDE, UNREADABLE_PICTURE, DUPLICATE_ID, UNKNOWN_ID, INCLUDE_LOOP, UNSAFE_LINK, BROKEN_CSV,
    EMPTY_CHART, UNEVEN_SERIES, MISSING_EVENT, NO_EVENT, EMPTY_LINK, NO_PIE,
)  # fmt: skip
