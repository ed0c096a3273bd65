"""The faults of the site."""

from __future__ import annotations

from deroule.diagnostics import Code, Severity, Words

FORM_FAILED = Code(
    "SIT001",
    "page-form-failed",
    Severity.ERROR,
    Words(
        "la forme de page « {form} » ne peut pas être remplie : {why}", 'the page form "{form}" cannot be filled: {why}'
    ),
    Words(
        "Une forme de page de votre dossier `templates/site/` est en faute : sa syntaxe (Jinja2), ou un nom qu'elle "
        "demande et qui n'existe pas. La forme livrée a été employée à sa place.",
        "A page form in your folder `templates/site/` is at fault: its syntax (Jinja2), or a name that it asks for and "
        "that is not there. The form that comes with the product was used in its place.",
    ),
    Words(
        "corriger la forme, ou la retirer pour reprendre celle d'origine",
        "mend the form, or remove it to have the original",
    ),
)
SETTINGS_UNREADABLE = Code(
    "SIT002",
    "site-settings-unreadable",
    Severity.ERROR,
    Words("mkdocs.yml ne se lit pas ici : {why}", "mkdocs.yml cannot be read here: {why}"),
    Words(
        "Le fichier `mkdocs.yml` donne le nom du site, son adresse et l'ordre de ses pages. Un réglage qui ne "
        "se lit pas est laissé de côté ; le site est construit avec les autres.",
        "The file `mkdocs.yml` gives the site's name, its address and the order of its pages. A setting that cannot "
        "be read is left out; the site is built with the others.",
    ),
    Words("corriger la ligne nommée", "mend the line that is named"),
)
SETTING_IGNORED = Code(
    "SIT003",
    "site-setting-ignored",
    Severity.WARNING,
    Words(
        "« {name} » n'est pas un réglage que le propriétaire du site décide",
        '"{name}" is no setting that the owner of the site decides',
    ),
    Words(
        "Greffons, crochets, feuilles de style et scripts sont posés par `deroule build`, pour que le site ne demande rien à un "
        "autre. Ce que le propriétaire décide : `site_name`, `site_url`, `site_description`, `site_author`, `copyright`, "
        "`language`, `nav`, `extra`, `engine`.",
        "Plug-ins, hooks, style sheets and scripts are laid by `deroule build`, so that the site asks nothing of another. "
        "What the owner decides: `site_name`, `site_url`, `site_description`, `site_author`, `copyright`, `language`, "
        "`nav`, `extra`, `engine`.",
    ),
    Words("retirer ce réglage", "remove this setting"),
)
PAGE_NOT_THERE = Code(
    "SIT004",
    "navigation-page-missing",
    Severity.WARNING,
    Words("la navigation nomme « {page} », qui n'existe pas", 'the navigation names "{page}", which is not there'),
    Words(
        "Une entrée de `nav` dans `mkdocs.yml` mène à une page que le site n'a pas ; elle est laissée de côté.",
        "An entry of `nav` in `mkdocs.yml` leads to a page that the site does not have; it is left out.",
    ),
    Words("corriger le chemin, relatif à `content/`{near}", "mend the path, relative to `content/`{near}"),
)
PAGE_TAKEN = Code(
    "SIT005",
    "old-address-taken",
    Severity.WARNING,
    Words(
        "l'ancienne adresse « {page} » est celle d'une page du site",
        'the old address "{page}" is that of a page of the site',
    ),
    Words(
        "`moved_from` donne les anciennes adresses d'une page, d'où le lecteur est conduit à la nouvelle. Une adresse qui est "
        "encore celle d'une page ne peut pas conduire ailleurs.",
        "`moved_from` gives the old addresses of a page, which lead the reader to the new one. An address that still is a "
        "page's cannot lead elsewhere.",
    ),
    Words("retirer cette adresse de `moved_from`", "remove this address from `moved_from`"),
)
BUILT_LINK_BROKEN = Code(
    "SIT006",
    "built-link-broken",
    Severity.WARNING,
    Words("« {address} », dans {page}{more} : {why}", "“{address}”, in {page}{more}: {why}"),
    Words(
        "Une fois construites, toutes les pages du site sont relues : chaque lien, image, ancre et fichier doit s'y trouver, et "
        "aucune page ne rien demander à un autre site. La cause est le plus souvent une forme de page de `templates/site/`, "
        "la navigation de `mkdocs.yml`, ou du HTML écrit dans une page.",
        "Once built, all pages of the site are read again: each link, picture, anchor and file must be there, and no page "
        "may ask anything of another site. The cause is most often a page form in `templates/site/`, the navigation in "
        "`mkdocs.yml`, or HTML written in a page.",
    ),
    Words("corrigez l'adresse là où elle est écrite", "mend the address where it is written"),
)
