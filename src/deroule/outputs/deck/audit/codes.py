"""What an audit can find, after the rules of PowerPoint's own accessibility checker: its errors, warnings and tips."""

from __future__ import annotations

from deroule.diagnostics import Code, Severity, Words

_E, _W, _I = Severity.ERROR, Severity.WARNING, Severity.INFO


def _code(number: int, name: str, severity: Severity, message: Words, page: Words, hint: Words | None) -> Code:
    return Code(f"AUD{number:03}", name, severity, message, page, hint)


UNREADABLE = _code(
    1, "unreadable-deck", _E,
    Words("ce fichier n'est pas un diaporama lisible : {reason}", "this file is not a deck that can be read: {reason}"),
    Words(
        "Le fichier n'est pas un `.pptx`, il est abîmé, protégé par un mot de passe ou d'une taille démesurée une fois "
        "déplié. Rien n'a été vérifié.",
        "The file is no `.pptx`, it is broken, protected by a password, or of an outrageous size when unpacked. Nothing "
        "was checked.",
    ),
    Words(
        "vérifiez son nom et son dossier, puis ouvrez-le dans PowerPoint et enregistrez-le en .pptx, sans mot de passe",
        "check its name and its folder, then open it in PowerPoint and save it as .pptx, without a password",
    ),
)  # fmt: skip

NO_ALT = _code(
    2, "missing-alternative-text", _E,
    Words("diapositive {slide}, « {shape} » : {kind} sans texte de remplacement", "slide {slide}, “{shape}”: {kind} without alternative text"),
    Words(
        "Un lecteur d'écran n'annonce que le nom de l'objet. Écrivez en une phrase ce que l'image apporte, ou marquez-la "
        "« décorative » si elle n'apporte rien. Un schéma fait de plusieurs formes se décrit une fois, sur le groupe.",
        "A screen reader tells the object's name alone. Write in one sentence what the picture brings, or mark it "
        "“decorative” when it brings nothing. A diagram of several shapes is described once, on the group.",
    ),
    Words("clic droit, Modifier le texte de remplacement", "right click, Edit Alt Text"),
)  # fmt: skip

FILE_NAME_ALT = _code(
    3, "file-name-as-text", _W,
    Words(
        "diapositive {slide}, « {shape} » : le texte de remplacement est un nom de fichier ou une formule automatique (« {alt} »)",
        "slide {slide}, “{shape}”: the alternative text is a file name or was made by a machine (“{alt}”)",
    ),
    Words(
        "Beaucoup d'outils écrivent le nom du fichier à la place d'une description : un lecteur d'écran lit « IMG underscore "
        "2041 point jpg ». Écrivez ce que l'on voit et pourquoi c'est là.",
        "Many tools write the file's name in place of a description: a screen reader reads “IMG underscore 2041 dot jpg”. "
        "Write what is seen and why it is there.",
    ),
    Words("décrivez l'image en une phrase", "describe the picture in one sentence"),
)  # fmt: skip

NO_TITLE = _code(
    4, "missing-slide-title", _E,
    Words("diapositive {slide} : pas de titre", "slide {slide}: no title"),
    Words(
        "Sans titre dans l'espace réservé « Titre », une diapositive est sautée par la navigation, le plan et les lecteurs "
        "d'écran. Une zone de texte en grand n'est pas un titre. Le titre peut être masqué hors de la diapositive.",
        "Without a title in the title placeholder, a slide is skipped by navigation, outline and screen readers. A text box "
        "in large type is no title. The title may stand outside the slide.",
    ),
    Words("Accueil, Mise en page : choisissez-en une avec titre et remplissez-le", "Home, Layout: choose one with a title and fill it"),
)  # fmt: skip

SAME_TITLE = _code(
    5, "duplicate-slide-title", _I,
    Words("diapositive {slide} : même titre que la diapositive {other} (« {title} »)", "slide {slide}: same title as slide {other} (“{title}”)"),
    Words(
        "Qui parcourt la liste des titres ne peut pas distinguer ces diapositives. Ajoutez ce qui change, ou « (2/3) ».",
        "Whoever goes through the list of titles cannot tell these slides apart. Add what differs, or “(2/3)”.",
    ),
    Words("donnez à chaque diapositive un titre à elle", "give each slide a title of its own"),
)  # fmt: skip

NO_HEADER = _code(
    6, "table-without-header", _E,
    Words("diapositive {slide}, « {shape} » : tableau sans ligne d'en-tête", "slide {slide}, “{shape}”: table without a header row"),
    Words(
        "Un lecteur d'écran annonce l'en-tête de la colonne à chaque cellule, si la première ligne est déclarée comme telle.",
        "A screen reader tells the column's heading with each cell, if the first row is declared to be one.",
    ),
    Words("Création de tableau, cochez « Ligne d'en-tête »", "Table Design, tick “Header Row”"),
)  # fmt: skip

MERGED = _code(
    7, "merged-cells", _W,
    Words("diapositive {slide}, « {shape} » : cellules fusionnées ou fractionnées ({count})", "slide {slide}, “{shape}”: merged or split cells ({count})"),
    Words(
        "Un lecteur d'écran se perd entre les colonnes d'un tableau à cellules fusionnées. Gardez-les seulement là où les "
        "données le demandent.",
        "A screen reader loses the column in a table with merged cells. Keep them only where the data needs them.",
    ),
    Words("faites deux tableaux simples, ou répétez la valeur", "make two simple tables, or repeat the value"),
)  # fmt: skip

FAINT = _code(
    8, "low-contrast", _W,
    Words(
        "diapositive {slide}, « {shape} » : texte peu lisible, contraste {ratio} au lieu de {wanted} (« {text} », {colour} sur {ground})",
        "slide {slide}, “{shape}”: text hard to read, contrast {ratio} where {wanted} is wanted (“{text}”, {colour} on {ground})",
    ),
    Words(
        "WCAG 2.2 demande 4,5:1, et 3:1 à partir de 18 points (14 en gras). Le fond est celui que l'on voit : forme, forme "
        "dessous ou diapositive ; un texte sur une photo n'est pas jugé.",
        "WCAG 2.2 asks for 4.5:1, and 3:1 from 18 points on (14 in bold). The ground is what is seen: the shape, the shape "
        "below or the slide; a text upon a photograph is not judged.",
    ),
    Words("assombrissez le texte ou éclaircissez le fond", "darken the text or lighten the ground"),
)  # fmt: skip

ORDER = _code(
    9, "reading-order", _W,
    Words(
        "diapositive {slide} : ordre de lecture à vérifier, « {shape} » est lu après « {first} » qui est plus bas",
        "slide {slide}: check the reading order, “{shape}” is read after “{first}” which stands below it",
    ),
    Words(
        "Un lecteur d'écran suit l'ordre du dessin, pas la place sur la diapositive. Le titre vient d'abord, puis ce qui se "
        "lit de haut en bas.",
        "A screen reader follows the drawing order, not the place on the slide. The title comes first, then what is read "
        "from top to bottom.",
    ),
    Words("Révision, Vérifier l'accessibilité, Ordre de lecture", "Review, Check Accessibility, Reading Order Pane"),
)  # fmt: skip

NO_LANGUAGE = _code(
    10, "missing-language", _I,
    Words("diapositive {slide}, « {shape} » : langue du texte inconnue (« {text} »)", "slide {slide}, “{shape}”: language of the text unknown (“{text}”)"),
    Words(
        "Sans langue, le lecteur d'écran prononce avec sa propre voix et le correcteur souligne tout.",
        "Without a language the screen reader speaks in its own voice and the spell checker underlines everything.",
    ),
    Words("Révision, Langue, Définir la langue de vérification", "Review, Language, Set Proofing Language"),
)  # fmt: skip

UNCLEAR_LINK = _code(
    11, "unclear-link", _W,
    Words("diapositive {slide}, « {shape} » : lien dont le texte ne dit pas où il mène (« {text} »)", "slide {slide}, “{shape}”: a link whose text does not tell where it leads (“{text}”)"),
    Words(
        "Les lecteurs d'écran donnent la liste des liens hors de leur phrase : « ici » ou une longue adresse n'y disent rien.",
        "Screen readers list links out of their sentence: “here” or a long address tells nothing there.",
    ),
    Words("écrivez le nom de la page visée", "write the name of the page it leads to"),
)  # fmt: skip

NO_CAPTIONS = _code(
    12, "media-without-captions", _W,
    Words("diapositive {slide}, « {shape} » : vidéo ou son sans sous-titres", "slide {slide}, “{shape}”: video or sound without captions"),
    Words(
        "Qui n'entend pas a besoin de sous-titres (fichier `.vtt`). Un fichier lié n'est pas ouvert par cette vérification.",
        "Whoever does not hear needs captions (a `.vtt` file). A linked file is not opened by this check.",
    ),
    Words("Lecture, Insérer des sous-titres", "Playback, Insert Captions"),
)  # fmt: skip

SECTION_NAME = _code(
    13, "default-section-name", _E,
    Words("section {number} : nom par défaut ou vide (« {name} »)", "section {number}: default or empty name (“{name}”)"),
    Words(
        "Les sections servent à se déplacer dans un long diaporama : leur nom doit dire ce qu'elles contiennent.",
        "Sections are for moving about in a long deck: their names should tell what they hold.",
    ),
    Words("clic droit sur la section, Renommer", "right click on the section, Rename"),
)  # fmt: skip

NO_DOCUMENT_TITLE = _code(
    14, "missing-document-title", _W,
    Words("le document n'a pas de titre dans ses propriétés", "the document has no title among its properties"),
    Words(
        "Le titre des propriétés nomme l'onglet, la fenêtre et le PDF exporté ; sinon c'est le nom du fichier qui est lu.",
        "The title among the properties names tab, window and exported PDF; otherwise the file's name is read.",
    ),
    Words("Fichier, Informations, Titre", "File, Info, Title"),
)  # fmt: skip

LEFTOVER = _code(
    15, "empty-placeholder", _W,
    Words("diapositive {slide}, « {shape} » : espace réservé resté vide", "slide {slide}, “{shape}”: placeholder left empty"),
    Words(
        "Un espace réservé vide ne se voit pas en projection mais est annoncé par les lecteurs d'écran, et affiche « Cliquez "
        "pour ajouter du texte » à qui modifie le diaporama.",
        "An empty placeholder is not seen when presenting but is told by screen readers, and shows “Click to add text” to "
        "whoever edits the deck.",
    ),
    Words("remplissez-le ou supprimez-le", "fill it or delete it"),
)  # fmt: skip

BROKEN_SLIDE = _code(
    16, "unreadable-slide", _E,
    Words("diapositive {slide} : illisible", "slide {slide}: cannot be read"),
    Words(
        "Le XML de la diapositive est abîmé : PowerPoint proposera de réparer le fichier. Les autres diapositives ont été "
        "vérifiées.",
        "The slide's XML is broken: PowerPoint will offer to repair the file. The other slides were checked.",
    ),
    Words("réparez le fichier dans PowerPoint ou reprenez une sauvegarde", "repair the file in PowerPoint or take a backup"),
)  # fmt: skip

CODES = (
    UNREADABLE, NO_ALT, FILE_NAME_ALT, NO_TITLE, SAME_TITLE, NO_HEADER, MERGED, FAINT, ORDER, NO_LANGUAGE, UNCLEAR_LINK,
    NO_CAPTIONS, SECTION_NAME, NO_DOCUMENT_TITLE, LEFTOVER, BROKEN_SLIDE,
)  # fmt: skip
