"""What is found in a template: roles by types and places, colours by role, faults at their line."""

from __future__ import annotations

import functools
import io
import zipfile
from collections.abc import Callable

import pytest
from tests.outputs.deck.template.conftest import Made, make
from tests.outputs.deck.template.specimens import ALL, changed, french, without_types

from deroule.layout.page import Box
from deroule.model.theme import contrast
from deroule.outputs.deck.package import canonical_zip
from deroule.outputs.deck.template.clearing import clear_of
from deroule.outputs.deck.template.deriving import Derived, derive
from deroule.outputs.deck.template.reading import Template
from deroule.outputs.deck.template.report import found_roles, report
from deroule.outputs.deck.template.slots import ACCENTS


@pytest.fixture(scope="module")
def derived(decks: dict[str, Made]) -> Callable[[str], Derived]:
    """Give what is derived from a template, read once."""

    @functools.cache
    def read(name: str) -> Derived:
        return derive(Template(decks[name].template, name), decks[name].theme)

    return read


ROLES = {
    "french": {"title": "Diapositive de titre", "obj": "Titre et contenu", "secHead": "Titre de section", "picTx": "Image avec légende"},
    "german-without-pictures": {"title": "Titelfolie", "obj": "Titel und Inhalt", "twoObj": "Zwei Inhalte", "picTx": ""},
    "google": {"title": "TITLE", "obj": "TITLE_AND_BODY", "secHead": "SECTION_HEADER", "twoObj": "TITLE_AND_TWO_COLUMNS", "picTx": ""},
    "without-types": {"title": "Custom 0", "obj": "Custom 1", "secHead": "Custom 2", "twoObj": "Custom 3", "titleOnly": "Custom 4", "blank": "Custom 5", "picTx": "Custom 6"},
    "right-to-left": {"title": "شريحة عنوان", "obj": "عنوان ومحتوى"},
    "libreoffice": {"title": "Title Slide", "obj": "Title, Content", "secHead": ""},
    "office-default": {"title": "Title Slide", "obj": "Title and Content", "blank": "Blank"},
}  # fmt: skip


@pytest.mark.parametrize("name", ROLES)
def test_roles_are_found_by_types_and_places(name: str, derived) -> None:
    found = {one.role: one.layout for one in found_roles(derived(name), "fr")}
    assert {role: found[role] for role in ROLES[name]} == ROLES[name]


@pytest.mark.parametrize("language", ["fr", "en"])
@pytest.mark.parametrize("name", ALL)
def test_whatever_is_missing_is_told_with_what_is_done_instead(name: str, language: str, derived) -> None:
    one = derived(name)
    for found in found_roles(one, language):
        assert found.layout or found.instead
    assert "{" not in report(one, language)


def test_names_of_layouts_count_for_nothing(decks, derived) -> None:
    found = derived("without-types").roles
    renamed = Template(changed(without_types(), b"Custom", "Çà et là".encode()), "x")
    assert {role: layout.part.name for role, layout in found.items()} == {
        role: layout.part.name for role, layout in derive(renamed, decks["french"].theme).roles.items()
    }


def test_slides_stand_on_the_master_that_has_what_they_need(derived) -> None:
    one = derived("two-masters")
    assert {layout.master.name for layout in one.roles.values()} == {"/ppt/slideMasters/slideMaster2.xml"}


def test_slides_do_not_stand_on_a_photograph_that_hides_words_where_another_master_is_plain(derived) -> None:
    one = derived("restless-photograph")
    assert {layout.master.name for layout in one.roles.values()} == {"/ppt/slideMasters/slideMaster2.xml"}


def test_words_stand_on_a_plain_area_where_a_photograph_would_hide_them(decks, derived) -> None:
    one = derived("photograph-everywhere")
    for kind, stage in one.theme.stages.items():
        if kind in ("content", "agenda", "picture"):
            areas = (stage.title, stage.room)
            assert all(any(_within(area, veil) for veil in stage.veils) for area in areas if area)
        else:
            assert stage.veiled == ("title", "words")
    assert "aplat" in report(one, "fr")
    assert all(page.items[0].fill for page in decks["photograph-everywhere"].pages)


@pytest.mark.parametrize("name", [name for name in ALL if name != "photograph-everywhere"])
def test_a_template_whose_ground_is_read_keeps_it(name: str, derived) -> None:
    assert not any(stage.veils or stage.veiled for stage in derived(name).theme.stages.values())


def _within(inner: Box, outer: Box) -> bool:
    return outer.x <= inner.x and outer.y <= inner.y and outer.right >= inner.right and outer.bottom >= inner.bottom


def test_content_has_room_where_every_title_stands_in_the_middle(derived) -> None:
    one = derived("titles-in-the-middle")
    assert one.theme.stages["content"].room.height > one.theme.height * 0.5
    assert one.roles[one.used["content"]].title is not None


@pytest.mark.parametrize("name", ALL)
def test_every_accent_is_read_on_the_ground_and_is_a_colour_of_the_scheme(name: str, decks) -> None:
    theme = decks[name].theme
    for slot in ACCENTS:
        assert contrast(theme.colours[slot], theme.colours["paper"]) >= 4.5
        assert theme.sources[slot][0] in (*ACCENTS, "tx2")


def test_a_colour_that_is_read_as_it_is_comes_before_one_that_is_not(decks) -> None:
    sources = [decks["german-without-pictures"].theme.sources[slot][0] for slot in ACCENTS]
    assert sources[0] == "accent1" and "tx2" in sources
    # Its yellow would have to turn brown: the six others come first.
    assert "accent3" not in sources


@pytest.mark.parametrize(
    ("thing", "left"),
    [
        (Box(900, 0, 100, 1000), "right"),
        (Box(0, 0, 100, 1000), "left"),
        (Box(0, 0, 1000, 100), "top"),
        (Box(0, 900, 1000, 100), "bottom"),
    ],
)
def test_a_room_is_trimmed_at_the_side_where_least_is_lost(thing: Box, left: str) -> None:
    scale = 1000
    room = Box(0, 0, 1000 * scale, 1000 * scale)
    thing = Box(thing.x * scale, thing.y * scale, thing.width * scale, thing.height * scale)
    trimmed = clear_of(room, [thing])
    assert trimmed != room and trimmed.width * trimmed.height > room.width * room.height * 0.7
    assert {"right": trimmed.x == 0, "left": trimmed.right == room.right, "top": trimmed.bottom == room.bottom, "bottom": trimmed.y == 0}[left]  # fmt: skip


def with_main_type(content: bytes, kind: bytes) -> bytes:
    main = b"application/vnd.openxmlformats-officedocument.presentationml.presentation.main+xml"
    assert main in zipfile.ZipFile(io.BytesIO(content)).read("[Content_Types].xml")
    return changed(content, main, kind)


def word_document() -> bytes:
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w") as archive:
        kind = "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"
        archive.writestr(
            "[Content_Types].xml", f'<Types><Override PartName="/word/document.xml" ContentType="{kind}"/></Types>'
        )
        target = 'Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="word/document.xml"'
        archive.writestr("_rels/.rels", f'<Relationships><Relationship Id="rId1" {target}/></Relationships>')
        archive.writestr("word/document.xml", "<document/>")
    return made.getvalue()


def bomb() -> bytes:
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("[Content_Types].xml", b"<Types/>")
        archive.writestr("ppt/media/image1.png", b" " * 70_000_000)
    return made.getvalue()


OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600)
HOSTILE = {
    "empty": (b"", "archive zip"),
    "no zip": (b"Bonjour", "archive zip"),
    "cut short": (french()[:4_000], "incomplète ou abîmée"),
    "another zip": (canonical_zip({"lisez-moi.txt": b"Bonjour"}), "pas un fichier Office"),
    "password": (OLE + "EncryptedPackage".encode("utf-16-le"), "mot de passe"),
    "old": (OLE + "PowerPoint Document".encode("utf-16-le"), "ancien format"),
    "word": (word_document(), "document Word"),
    "macros": (with_main_type(french(), b"application/vnd.ms-powerpoint.template.macroEnabled.main+xml"), "macros"),
    "bomb": (bomb(), "fois sa taille"),
    "broken": (changed(french(), b"<p:presentation", b"<p:presentatio"), "présentation lisible"),
    "bare": (changed(french(), b"sldMasterId ", b"sldMasterIx "), "masque"),
}


@pytest.mark.parametrize("name", HOSTILE)
def test_what_is_no_template_is_told_at_its_line_and_the_ordinary_theme_stands_in(name: str) -> None:
    content, reason = HOSTILE[name]
    made = make(content)
    (found,) = made.found
    assert found.code.id == "TPL001" and found.span is not None
    assert (found.span.path, found.span.line) == ("sequences/organisation.yml", 4)
    assert reason in found.message("fr")
    assert not made.theme.stages and made.deck.startswith(b"PK")


@pytest.mark.parametrize("name", ["charte.docx", "charte.potm", "charte"])
def test_another_kind_of_file_is_told_by_its_name(name: str) -> None:
    (found,) = make(french(), name).found
    assert "seuls .pptx et .potx" in found.message("fr")


def test_a_template_cut_anywhere_never_stops_the_build() -> None:
    whole = french()
    for share in (1, 5, 10, 15, 19):
        made = make(whole[: len(whole) * share // 20])
        assert [one.code.id for one in made.found] == ["TPL001"]
