"""The accessibility statement: what the law wants told, from the checks' results and from what the owner declares."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from pathlib import Path

import pytest
from tests.outputs.site.test_pages import WORKSPACE, read, select, told

from deroule.outputs.site.accessibility import read_record
from deroule.outputs.site.declared import Declared, declared_of
from deroule.outputs.site.owner import read_owner
from deroule.workspace import MemoryWorkspace

AUDITED = """site_name: Le dossier
site_url: https://dossier.example/fonds
extra:
  accessibility:
    organisation: Commune de Saint-Exemple
    status: partial
    rate: 72,5 %
    auditor: un cabinet
    audited: 2026-03-01
    written: 2026-03-15
    contact: acces@exemple.fr
    plan: javascript:boom()
    failures: ["Les <b>cartes</b> n'ont pas de texte"]
    exempt: [Les archives de 2015]
"""


def text_of(folder: Path) -> str:
    return told(read(folder, "accessibilite.html"), "article")


@pytest.fixture(scope="module")
def plain(site_of: Callable[[Mapping[str, str]], Path]) -> Path:
    return site_of(WORKSPACE)


@pytest.fixture(scope="module")
def audited(site_of: Callable[[Mapping[str, str]], Path]) -> Path:
    return site_of({**WORKSPACE, "mkdocs.yml": AUDITED})


def test_the_headings_that_the_law_names_are_there_in_order(plain: Path) -> None:
    page = read(plain, "accessibilite.html")
    assert [one.text for one in page.xpath("//article//h2")] == [
        "État de conformité", "Résultats des tests", "Contenus non accessibles", "Établissement de cette déclaration",
        "Retour d’information et contact", "Voies de recours",
    ]  # fmt: skip
    assert [one.text for one in page.xpath("//article//h3")] == [
        "Non-conformités", "Dérogations pour charge disproportionnée", "Contenus non soumis à l’obligation",
    ]  # fmt: skip


def test_without_an_audit_the_state_is_the_one_that_the_law_gives(plain: Path) -> None:
    """No result of an audit: `non conforme`, whatever tools found."""
    assert "est non conforme avec le référentiel" in text_of(plain)
    record = read_record()
    assert record is not None
    assert f"{record.rules} règles d’axe-core {record.axe}" in text_of(plain)
    assert f"{len(record.violations)} écarts" in text_of(plain) or (
        not record.violations and "aucun écart" in text_of(plain)
    )


def test_every_page_tells_the_state_at_its_foot(plain: Path, audited: Path) -> None:
    for folder, state in (
        (plain, "Accessibilité\u00a0: non conforme"),
        (audited, "Accessibilité\u00a0: partiellement conforme"),
    ):
        for path in ("index.html", "experiences/ocre.html", "404.html"):
            assert state in [one.text for one in select(read(folder, path), ".d-foot a")], path


def test_what_the_owner_declares_is_told(audited: Path) -> None:
    text = text_of(audited)
    for part in (
        "est partiellement conforme", "72,5 % des critères", "mené par un cabinet", "daté du 1 er mars 2026",
        "établie le 15 mars 2026", "Les <b>cartes</b> n’ont pas de texte", "Les archives de 2015", "Commune de Saint-Exemple",
    ):  # fmt: skip
        assert part.replace("’", "'") in text.replace("’", "'"), part
    links = [one.get("href") for one in select(read(audited, "accessibilite.html"), "article a")]
    assert "mailto:acces@exemple.fr" in links
    assert not [one for one in links if one.startswith("javascript")]


def test_a_page_of_the_owners_takes_its_place(site_of: Callable[[Mapping[str, str]], Path]) -> None:
    own = "---\ntitle: Accessibilité\n---\n\n# Accessibilité\n\nLa nôtre.\n"
    assert "La nôtre." in text_of(site_of({**WORKSPACE, "content/accessibilite.md": own}))


@pytest.mark.parametrize(
    ("written", "line"),
    [
        ("  accessibility: oui", 2), ("  accessibility: {status: presque}", 2), ("  accessibility: {audited: demain}", 2),
        ("  accessibility: {status: full}", 2), ("  accessibility: {rate: beaucoup}", 2), ("  accessibility: {failures: x}", 2),
        ("  accessibility: {other: x}", 2), ("  accessibility: {contact: [a]}", 2), ("  accessibility:", 0),
        ("  accessibility: {status: none, failures: }", 0),
    ],
)  # fmt: skip
def test_what_cannot_be_declared_is_told_at_its_line(written: str, line: int) -> None:
    owner = read_owner(MemoryWorkspace({"mkdocs.yml": f"site_name: Un\nextra:\n{written}\n"}))
    assert [one.span.line for one in owner.found] == ([line] if line else [])
    assert isinstance(owner.declared, Declared)


def test_nothing_declared_is_nothing_known() -> None:
    for extra in (None, {}, {"accessibility": None}, {"accessibility": "x"}, "x"):
        assert declared_of(extra) == Declared()
