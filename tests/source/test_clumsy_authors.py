"""What a trainer types by mistake is told in a trainer's words: at its line and column, with what to write instead."""

from __future__ import annotations

from pathlib import Path

import pytest

from deroule.diagnostics import Diagnostic
from deroule.source import load
from deroule.workspace import DiskWorkspace, MemoryWorkspace

EVENT = "sequences/e/event.yml"
IDEA = "sequences/e/idea.yml"
SOUND = {
    "sequences/organisation.yml": "organisations: {a: {name: A, brand: house}}\nbrands: {house: {name: A}}\n",
    EVENT: "title: T\norganiser: a\nspeakers: {anne: {name: Anne}}\nsequences: [idea]\nvariants: {short: {title: Court}}\n",
    IDEA: "kind: concept\ntitle: Idée\nslides:\n  - title: Une idée\n    text: Un mot.\n",
    "sequences/shared/missions.yml": "slides: [{title: Missions, text: a}]\n",
    "sequences/e/ragged.csv": "an;x\n2016;1\n2017\n",
    "sequences/e/drawn.svg": '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 4 3"/>',
    "sequences/e/words.csv": "an;x\n2016;beaucoup\n",
}


def faults(files: dict[str, bytes | str]) -> tuple[Diagnostic, ...]:
    return load(MemoryWorkspace({**SOUND, **files})).diagnostics


def told(fault: Diagnostic) -> tuple[str, str]:
    assert fault.span is not None
    assert fault.message("en") and fault.hint_text("en")
    return f"{fault.span.line}:{fault.span.column} {fault.message('fr')}", fault.hint_text("fr") or ""


SLIDES = {
    "a table without its keys": (
        "  - title: a\n    table: [[a, b], [c, d]]\n",
        "7:12 il faut ici les clés d'un bloc `table` : `rows:`, `columns:`, `header_column:`, `caption:`",
        "`deroule explain SRC008` montre les trois formes",
    ),
    "an entry of blocks that names none": (
        "  - title: a\n    blocks: [b]\n",
        "7:14 il faut ici un bloc, nommé par sa clé : `bullets:`, `quote:`…",
        "`deroule explain SRC008` montre les trois formes",
    ),
    "a colon without quotation marks": (
        "  - title: L'emploi : une question\n    text: a\n",
        "6:21 le fichier ne se lit pas ici : deux « : » sur la même ligne",
        "mettez le texte entre guillemets : - title: \"L'emploi : une question\"",
    ),
    "a colon in a list": (
        "  - title: Emploi\n    bullets:\n      - Emploi : une question\n",
        "8:9 la clé « Emploi » n'existe pas ici",
        "si c'est du texte, mettez-le entre guillemets : \"Emploi : …\"",
    ),
    "a tab": (
        "  - title: a\n\ttext: b\n",
        "7:1 le fichier ne se lit pas ici : une tabulation sert de retrait",
        "remplacez-la par des espaces",
    ),
    "a line out of place": (
        "  - title: a\n   text: b\n",
        "7:4 le fichier ne se lit pas ici : cette ligne n'est pas alignée sur la liste",
        "alignez cette ligne sur celles du même rang, avec des espaces",
    ),
    "a quotation mark that is not closed": (
        '  - title: "a\n    text: b\n',
        "6:12 le fichier ne se lit pas ici : ce guillemet n'est pas refermé",
        "refermez-le, ou doublez-le s'il fait partie du texte : ''",
    ),
    "a bracket that is not closed": (
        "  - title: a\n    bullets: [a, b\n    notes: c\n",
        "7:14 le fichier ne se lit pas ici : ce crochet n'est pas refermé",
        "ajoutez « ] », et des virgules entre les valeurs",
    ),
    "an emphasis at the beginning": (
        "  - title: *important*\n    text: b\n",
        "6:12 le fichier ne se lit pas ici : un texte ne peut commencer ni par « * » ni par « & »",
        'mettez tout le texte entre guillemets droits : "…"',
    ),
    "a percentage at the beginning": (
        "  - title: %50 de plus\n    text: b\n",
        "6:12 le fichier ne se lit pas ici : un texte ne peut pas commencer par ce signe",
        'mettez tout le texte entre guillemets droits : "…"',
    ),
    "a title that YAML takes for a comment": (
        "  - title: #1\n    text: b\n",
        "6:5 il manque « title »",
        "ajoutez `title:` ; entre guillemets s'il commence par un signe (#, &, *)",
    ),
    "a list for a text": (
        "  - title: [à voir]\n    text: b\n",
        "6:12 il faut ici un texte",
        "si c'est du texte, mettez-le entre guillemets : \"…\"",
    ),
    "a key in French": (
        "  - titre: a\n    text: b\n",
        "6:5 la clé « titre » n'existe pas ici",
        "vouliez-vous écrire « title » ?",
    ),
    "a block in French": (
        "  - title: a\n    puces: [b]\n",
        "7:5 la clé « puces » n'existe pas ici",
        "vouliez-vous écrire « bullets » ?",
    ),
    "a field in French": (
        "  - title: a\n    figures: [{valeur: 12, label: b}]\n",
        "7:16 la clé « valeur » n'existe pas ici",
        "vouliez-vous écrire « value » ?",
    ),
    "one column": (
        "  - title: a\n    columns: [{text: b}]\n",
        "7:14 il faut ici au moins 2 entrées",
        "complétez, ou retirez la clé",
    ),
    "a number that is none": (
        "  - title: a\n    chart: {categories: [b], series: [{name: c, values: [nan]}]}\n",
        "7:58 « nan » ne convient pas : un nombre est attendu : 3,5 ou 12 000",
        "",
    ),
    "more values than categories": (
        "  - title: a\n    chart: {categories: [b], series: [{name: c, values: [1, 2]}]}\n",
        "7:57 cette série a 2 valeurs pour 1 catégories",
        "écrivez une valeur par catégorie ; laissez vide celle qui n'est pas connue",
    ),
    "a pie of two series": (
        "  - title: a\n    chart: {type: pie, categories: [b], series: [{name: c, values: [1]}, {name: d, values: [2]}]}\n",
        "7:74 un camembert ne peut pas montrer plusieurs séries",
        "écrivez `type: bar`, qui le montre",
    ),
    "a pie below zero": (
        "  - title: a\n    chart: {type: pie, categories: [b, c], series: [{name: d, values: [3, -1]}]}\n",
        "7:71 un camembert ne peut pas montrer un nombre au-dessous de zéro",
        "écrivez `type: bar`, qui le montre",
    ),
    "a ragged table": (
        "  - title: a\n    chart: {file: ragged.csv}\n",
        "7:19 les données de « ragged.csv » ne se lisent pas : une ligne a 1 case au lieu de 2",
        "première ligne : les noms des séries ; première colonne : les catégories ; des nombres ailleurs",
    ),
    "a table of words": (
        "  - title: a\n    chart: {file: words.csv}\n",
        "7:19 les données de « words.csv » ne se lisent pas : « beaucoup » n'est pas un nombre",
        "première ligne : les noms des séries ; première colonne : les catégories ; des nombres ailleurs",
    ),
    "a path as Windows shows it": (
        "  - title: a\n    image: {file: 'images\\b.png', alt: c}\n",
        "7:19 « images\\b.png » sort de l'espace de travail",
        "écrivez « images/b.png », avec des barres obliques (/)",
    ),
    "the French word for alt": (
        "  - title: a\n    image: {file: drawn.svg, alternative: Un pont}\n",
        "7:30 la clé « alternative » n'existe pas ici",
        "vouliez-vous écrire « alt » ?",
    ),
    "a script on a card": (
        "  - title: a\n    links: [{title: b, address: 'javascript:alert(1)'}]\n",
        "7:33 le lien « javascript:alert(1) » n'est pas admis",
        "un lien commence par https://, mailto: ou tel:, ou désigne une page du dossier",
    ),
    "a version that nothing shows": (
        "  - {title: a, text: b, only: [shrot]}\n",
        "6:32 la version « shrot » n'existe pas",
        "vouliez-vous écrire « short » ?",
    ),
    "the third of four speakers": (
        "  - {title: a, text: b, speakers: [anne, ane]}\n",
        "6:42 l'intervenant « ane » n'existe pas",
        "vouliez-vous écrire « anne » ?",
    ),
    "a shared file that is misspelt": (
        "  - include: shared/mission\n",
        "6:14 le fichier « sequences/shared/mission.yml » n'existe pas",
        "vouliez-vous écrire « shared/missions » ?",
    ),
    "a shared file with its ending": (
        "  - include: shared/missions.yml\n",
        "6:14 le fichier « sequences/shared/missions.yml.yml » n'existe pas",
        "vouliez-vous écrire « shared/missions » ?",
    ),
    "a tag": (
        "  - title: !important oui\n    text: a\n",
        "6:12 une étiquette « !… » : ce n'est pas admis ici",
        "écrivez la valeur en clair",
    ),
}  # fmt: skip


@pytest.mark.parametrize("name", SLIDES)
def test_a_mistake_in_a_slide_is_told_once_with_its_remedy(name: str) -> None:
    added, message, hint = SLIDES[name]
    found = faults({IDEA: f"{SOUND[IDEA]}{added}"})
    assert [one.span.path for one in found if one.span] == [IDEA]
    if hint:
        assert told(found[0]) == (message, hint)
    else:
        assert f"{found[0].span.line}:{found[0].span.column} {found[0].message('fr')}" == message  # type: ignore[union-attr]


LINES = {
    "title: T": {
        "date: 14/13/2027": (
            "« 14/13/2027 » ne convient pas : une date est attendue : 2018-03-01",
            "cette date n'existe pas dans le calendrier",
        ),
        "date: 14/01/2027": ("« 14/01/2027 » ne convient pas : une date est attendue : 2018-03-01", "écrivez 2027-01-14"),
        "date: 2018-02-30": ("« 2018-02-30 » ne convient pas : ce jour n'existe pas dans le calendrier", None),
        "date: 20270114": ("« 20270114 » ne convient pas : une date est attendue : 2018-03-01", None),
        "starts: 10h75": ("« 10h75 » ne convient pas : une heure est attendue : 10:30", None),
        "duration: trois quarts d'heure": (
            "« trois quarts d'heure » ne convient pas : une durée est attendue : 90 min, 1 h 30, 45 s", None),
        "duration: 99999999999999999 min": (
            "« 99999999999999999 min » ne convient pas : une durée est attendue : 90 min, 1 h 30, 45 s", None),
        "durée: 45 min": ("la clé « durée » n'existe pas ici", "vouliez-vous écrire « duration » ?"),
        "kind: webinaire": (
            "« webinaire » ne convient pas : l'un de ces mots est attendu : webconference ou training",
            "vouliez-vous écrire « webconference » ?"),
        "language: klingon": ("« klingon » ne convient pas : une langue est attendue : fr, en, pt-br", None),
        "timezone: Europe/Pariss": (
            "« Europe/Pariss » ne convient pas : un fuseau horaire est attendu : Europe/Paris",
            "vouliez-vous écrire « Europe/Paris » ?"),
        "brand: hous": ("l'identité visuelle « hous » n'existe pas", "vouliez-vous écrire « house » ?"),
        "evaluation: [{question: Q ?, about: idee}]": (
            "la séquence ou la diapositive « idee » n'existe pas", "vouliez-vous écrire « idea » ?"),
        "address: 'javascript:alert(1)'": (
            "le lien « javascript:alert(1) » n'est pas admis",
            "un lien commence par https://, mailto: ou tel:, ou désigne une page du dossier"),
    },
}  # fmt: skip


@pytest.mark.parametrize("line", LINES["title: T"])
def test_a_mistake_in_the_event_is_told_once_with_its_remedy(line: str) -> None:
    message, hint = LINES["title: T"][line]
    [fault] = faults({EVENT: SOUND[EVENT].replace("title: T", f"title: T\n{line}")})
    assert fault.span is not None and (fault.span.path, fault.span.line) == (EVENT, 2)
    assert fault.message("fr") == message
    assert fault.hint_text("fr") == hint


def test_faults_of_all_files_come_in_one_run() -> None:
    found = faults(
        {
            EVENT: SOUND[EVENT] + "duration: x\n",
            IDEA: SOUND[IDEA]
            + "  - {title: a, calout: b, duration: y, image: nowhere.png}\n  - {title: c, text: [d]}\n",
            "content/a.md": b"\xff",
        }
    )
    assert {(one.span.path, one.span.line, one.code.name) for one in found if one.span} == {
        (EVENT, 6, "wrong-value"),
        (IDEA, 6, "unknown-key"),
        (IDEA, 6, "wrong-value"),
        (IDEA, 6, "missing-file"),
        (IDEA, 7, "wrong-shape"),
        ("content/a.md", 1, "unreadable-file"),
    }


def test_an_event_that_cannot_be_understood_does_not_hide_the_faults_of_its_sequences() -> None:
    found = faults({EVENT: "sequences: [idea]\n", IDEA: SOUND[IDEA] + "  - {title: a, calout: b, text: c}\n"})
    assert [(one.span.path, one.code.name) for one in found if one.span] == [
        (EVENT, "missing-field"),
        (IDEA, "unknown-key"),
    ]


@pytest.mark.parametrize(
    ("path", "content"),
    [
        ("sequences/organisation.yml", "organisations: ["),
        ("sequences/organisation.yml", "organisations: {a: {nom: A}}"),
    ],
)
def test_a_fault_has_no_consequences_told_beside_it(path: str, content: str) -> None:
    """Names given in a file that cannot be read whole may well be there: only the file's own fault is told."""
    assert {one.span.path for one in faults({path: content}) if one.span} == {path}


def test_an_only_entry_may_go_without_its_dash() -> None:
    added = "  - {title: a, speakers: anne, bullets: b}\n"
    outcome = load(MemoryWorkspace({**SOUND, IDEA: SOUND[IDEA] + added}))
    assert not outcome.diagnostics
    assert outcome.value.events[0].slides[-2].speakers == ("anne",)


@pytest.mark.parametrize(("written", "value"), [("12 000", 12000.0), ("3,5", 3.5), ("-2", -2.0), ("1e3", 1000.0)])
def test_numbers_are_read_as_people_write_them(written: str, value: float) -> None:
    added = f"  - title: a\n    chart: {{categories: [b], series: [{{name: c, values: ['{written}']}}]}}\n"
    outcome = load(MemoryWorkspace({**SOUND, IDEA: SOUND[IDEA] + added}))
    assert not outcome.diagnostics
    assert outcome.value.events[0].slides[-2].blocks[0].series[0].values == (value,)  # type: ignore[attr-defined]


def test_a_sequence_listed_twice_is_told_where_it_comes_again() -> None:
    [fault] = faults({EVENT: SOUND[EVENT].replace("[idea]", "[idea, idea]")})
    assert told(fault)[0] == "4:19 l'identifiant « idea » est déjà pris"


@pytest.mark.parametrize(
    ("line", "message"),
    [
        ("media: [{address: exemple.fr}]", "une adresse du Web est attendue : https://exemple.fr/film"),
        ("captions: {français: a.vtt}", "une langue est attendue : fr, en, pt-br"),
        ("cuts: [{from: midi, to: 1:00}]", "un moment est attendu : 1:02:03, 2:03.5, 95"),
    ],
)
def test_a_mistake_in_what_the_session_left_is_told(line: str, message: str) -> None:
    found = faults({"sequences/e/after/after.yml": line})
    assert found[0].message("fr").split(" ne convient pas : ")[-1] == message


def test_a_folder_of_sequences_without_event_is_told() -> None:
    [fault] = faults({"sequences/f/idea.yml": SOUND[IDEA]})
    assert (fault.span and fault.span.path, fault.code.name) == ("sequences/f/idea.yml", "missing-event")


def test_a_workspace_without_events_says_how_to_start_one() -> None:
    [fault] = load(MemoryWorkspace({"sequences/organisation.yml": SOUND["sequences/organisation.yml"]})).diagnostics
    assert told(fault) == (
        "1:1 il n'y a pas encore d'événement dans sequences/",
        '`deroule new event "Mon titre"` en commence un',
    )


@pytest.mark.parametrize(
    ("content", "hint"),
    [
        (b"", "écrivez-y ce qu'il doit dire, ou retirez-le"),
        (b"x" * 3_000_000, "vérifiez que c'est le bon fichier ; une journée entière tient en 200 ko"),
        ("été".encode("cp1252"), "enregistrez-le en texte UTF-8"),
    ],
)
@pytest.mark.parametrize("path", [IDEA, "content/page.md"])
def test_a_file_that_cannot_be_read_is_told_with_what_to_do(path: str, content: bytes, hint: str) -> None:
    [fault] = faults({path: content})
    assert fault.span is not None and fault.span.path == path
    assert fault.hint_text("fr") == hint


LINKS = {
    "an event's file": EVENT,
    "an event's folder": "sequences/elsewhere",
    "a sequence": IDEA,
    "the organisation": "sequences/organisation.yml",
    "a page": "content/page.md",
    "what the session left": "sequences/e/after",
}


@pytest.fixture
def on_disk(tmp_path: Path) -> DiskWorkspace:
    workspace = DiskWorkspace(tmp_path / "workspace")
    for path, content in SOUND.items():
        workspace.write(path, content.encode())
    return workspace


@pytest.mark.parametrize("name", LINKS)
def test_a_link_that_leads_out_of_the_workspace_is_told(name: str, on_disk: DiskWorkspace, tmp_path: Path) -> None:
    (tmp_path / "outside.yml").write_text("title: secret", encoding="utf-8")
    (tmp_path / "outside").mkdir()
    place = on_disk.root / LINKS[name]
    place.unlink(missing_ok=True)
    place.parent.mkdir(exist_ok=True)
    place.symlink_to(tmp_path / ("outside.yml" if place.suffix else "outside"))
    found = load(on_disk).diagnostics
    assert [one.code.name for one in found] == ["outside-workspace"]
    assert "secret" not in repr(found)


@pytest.mark.parametrize("target", ["nowhere", "itself"])
@pytest.mark.parametrize("path", [IDEA, "content/page.md", "sequences/organisation.yml", "sequences/e/picture.png"])
def test_a_link_that_leads_nowhere_is_told(path: str, target: str, on_disk: DiskWorkspace) -> None:
    place = on_disk.root / path
    place.unlink(missing_ok=True)
    place.parent.mkdir(exist_ok=True)
    place.symlink_to(place.name if target == "itself" else "nowhere.yml")
    if path.endswith(".png"):
        on_disk.write(IDEA, (SOUND[IDEA] + "  - title: a\n    image: {file: picture.png, alt: b}\n").encode())
    found = load(on_disk).diagnostics
    assert len(found) == 1
    assert found[0].code.name in {"missing-file", "unreadable-file", "unreadable-picture", "unknown-id"}
