"""The package lint finds what the schema validators do not: each rule on a sound deck that was broken on purpose."""

from __future__ import annotations

import io
import re
import warnings
import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest

from deroule.outputs.deck.lint import RULES, lint
from deroule.outputs.deck.package import canonical_zip

Members = dict[str, bytes]
MAIN = "ppt/presentation.xml"
MAIN_RELS = "ppt/_rels/presentation.xml.rels"
TYPES = "[Content_Types].xml"
MASTER = "ppt/slideMasters/slideMaster1.xml"


def members_of(deck: bytes) -> Members:
    with zipfile.ZipFile(io.BytesIO(deck)) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def slide_with(members: Members, words: str) -> str:
    return next(name for name in members if name.startswith("ppt/slides/slide") and words.encode() in members[name])


def rels_of(name: str) -> str:
    folder, file = name.rsplit("/", 1)
    return f"{folder}/_rels/{file}.rels"


def change(name: str, old: str, new: str, count: int = 1) -> Callable[[Members], None]:
    """Replace the first match of a pattern in a member; `*words` names the slide that holds the words."""

    def broken(members: Members) -> None:
        path = slide_with(members, name[1:]) if name.startswith("*") else name
        changed = re.sub(old.encode(), new.encode(), members[path], count=count, flags=re.S)
        assert changed != members[path], f"nothing like {old} in {path}"
        members[path] = changed

    return broken


def change_rels(words: str, old: str, new: str) -> Callable[[Members], None]:
    def broken(members: Members) -> None:
        path = rels_of(slide_with(members, words))
        changed = re.sub(old.encode(), new.encode(), members[path], count=1, flags=re.S)
        assert changed != members[path], f"nothing like {old} in {path}"
        members[path] = changed

    return broken


def orphan(members: Members) -> None:
    members["ppt/slides/slide99.xml"] = members["ppt/slides/slide1.xml"]
    members[rels_of("ppt/slides/slide99.xml")] = members[rels_of("ppt/slides/slide1.xml")]
    typed = b'<Override PartName="/ppt/slides/slide99.xml" ContentType="application/vnd.openxmlformats-officedocument.presentationml.slide+xml"/></Types>'
    members[TYPES] = members[TYPES].replace(b"</Types>", typed)


def no_type(members: Members) -> None:
    members["ppt/media/film.xyz"] = b"x"


def cut_picture(members: Members) -> None:
    name = next(name for name in members if name.endswith(".png"))
    members[name] = members[name][:-20]


def disguised_picture(members: Members) -> None:
    name = next(name for name in members if name.endswith(".png"))
    members[name] = b"GIF89a\x01\x00\x01\x00\x00\x00\x00,\x00\x00\x00\x00\x01\x00\x01\x00\x00\x02\x02D\x01\x00;"


def no_notes_master(members: Members) -> None:
    name = next(name for name in members if name.startswith("ppt/notesSlides/_rels/"))
    members[name] = re.sub(rb'<Relationship [^>]*notesMaster"[^>]*/>', b"", members[name])


def notes_of_nobody(members: Members) -> None:
    name = next(name for name in members if name.startswith("ppt/notesSlides/_rels/"))
    members[name] = re.sub(rb"slides/slide\d+.xml", b"slides/slide1.xml", members[name])


def two_core_properties(members: Members) -> None:
    copied = re.search(rb'<Relationship [^>]*core-properties"[^>]*/>', members["_rels/.rels"])
    second = re.sub(rb'Id="\w+"', b'Id="rIdTwo"', copied[0])
    members["_rels/.rels"] = members["_rels/.rels"].replace(copied[0], copied[0] + second)


def shared_theme(members: Members) -> None:
    name = "ppt/notesMasters/_rels/notesMaster1.xml.rels"
    members[name] = members[name].replace(b"theme2.xml", b"theme1.xml")


def same_creation_id(members: Members) -> None:
    mark = (
        b'<p:extLst><p:ext uri="{BB962C8B-B14F-4D97-AF65-F5344CB8AC3E}"><p14:creationId '
        b'xmlns:p14="http://schemas.microsoft.com/office/powerpoint/2010/main" val="7"/></p:ext></p:extLst></p:cSld>'
    )
    for number in (1, 2):
        name = f"ppt/slides/slide{number}.xml"
        members[name] = members[name].replace(b"</p:cSld>", mark)


TITLE = r'<p:sp><p:nvSpPr><p:cNvPr id="2".*?</p:sp>'
CASES: list[tuple[str, Callable[[Members], None]]] = [
    ("broken-xml", change("docProps/app.xml", "</Properties>", "")),
    ("no-content-type", no_type),
    ("type-of-missing-part", change(TYPES, "</Types>", '<Override PartName="/ppt/gone.xml" ContentType="a/b"/></Types>')),
    ("dangling-relationship", change(MAIN_RELS, "slides/slide2.xml", "slides/gone.xml")),
    ("duplicate-relationship-id", change(MAIN_RELS, 'Id="rId2"', 'Id="rId1"')),
    ("unknown-relationship", change(MAIN, r'(<p:sldId id="\d+" r:id=)"rId\d+"', r'\1"rId999"')),
    ("unused-relationship", change("*Un atelier de couture", r'r:embed="rId\d+"', 'r:embed=""')),
    ("invalid-address", change_rels("latente", r"https://example.org/[^\"]*", "pas une adresse")),
    ("orphan-part", orphan),
    ("core-properties", two_core_properties),
    ("broken-picture", cut_picture),
    ("broken-picture", disguised_picture),
    ("duplicate-creation-id", same_creation_id),
    ("slide-id", change(MAIN, '<p:sldId id="257"', '<p:sldId id="256"')),
    ("slide-id", change(MAIN, '<p:sldId id="257"', '<p:sldId id="12"')),
    ("slide-not-listed-once", change(MAIN, r'<p:sldId id="257"[^>]*/>', "")),
    ("master-id", change(MASTER, r'<p:sldLayoutId id="\d+"', '<p:sldLayoutId id="2147483648"')),
    ("stands-on-nothing", change_rels("latente", r'<Relationship [^>]*slideLayout"[^>]*/>', "")),
    ("shared-theme", shared_theme),
    ("notes-without-master", no_notes_master),
    ("notes-without-slide", notes_of_nobody),
    ("notes-master-not-listed", change(MAIN, "<p:notesMasterIdLst>.*</p:notesMasterIdLst>", "")),
    ("section-slides", change(MAIN, r'<p14:sldId id="257"/>', '<p14:sldId id="999"/>')),
    ("section-slides", change(MAIN, r'<p14:sldId id="257"/>', "")),
    ("section-id", change(MAIN, r'(<p14:section [^>]*id=)("[^"]*")(.*?<p14:section [^>]*id=)"[^"]*"', r"\1\2\3\2")),
    ("duplicate-shape-id", change("*latente", '<p:cNvPr id="3"', '<p:cNvPr id="2"')),
    ("two-titles", change("*latente", f"({TITLE})", r"\1\1")),
    ("empty-placeholder", change("*latente", r"<a:t>.*?</a:t>", "<a:t></a:t>")),
    ("placeholder-not-in-layout", change("*latente", r'<p:ph idx="1"/>', '<p:ph type="pic" idx="77"/>')),
    ("ragged-table", change("*Couture", r"<a:tc>.*?</a:tc>", "")),
    ("merge-without-span", change("*Couture", r' rowSpan="2"', "")),
    ("merge-without-span", change("*Couture", r' vMerge="1"', "")),
    ("invalid-language", change("*latente", r'lang="[^"]*"', 'lang=""')),
    ("link-to-nothing", change("*latente", r'<a:hlinkClick r:id="rId\d+">', '<a:hlinkClick r:id="">')),
    ("link-to-missing-slide", change_rels("latente", r"slide\d+.xml", "../notesSlides/notesSlide1.xml")),
    ("negative-size", change("*latente", r'<a:ext cx="\d+"', '<a:ext cx="-5"')),
    ("chart-axes", change("ppt/charts/chart1.xml", '<c:axId val="1001"/>', '<c:axId val="-1001"/>')),
    ("chart-without-data", change("ppt/charts/_rels/chart1.xml.rels", r"<Relationship [^>]*/>", "")),
]  # fmt: skip


@pytest.mark.parametrize(("rule", "broken"), CASES, ids=[f"{rule}-{at}" for at, (rule, _) in enumerate(CASES)])
def test_a_fault_made_on_purpose_is_found(rule: str, broken: Callable[[Members], None], small_deck: bytes) -> None:
    members = members_of(small_deck)
    broken(members)
    assert rule in {one.rule for one in lint(canonical_zip(members))}


def test_the_sound_deck_has_no_fault(small_deck: bytes) -> None:
    assert [str(one) for one in lint(small_deck)] == []


def test_zip_names_dates_and_order_are_watched(small_deck: bytes) -> None:
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w") as archive, warnings.catch_warnings():
        warnings.simplefilter("ignore", UserWarning)
        for name, content in reversed(members_of(small_deck).items()):
            archive.writestr(zipfile.ZipInfo(name, (2026, 11, 24, 4, 0, 0)), content)
        archive.writestr("PPT/presentation.xml", b"<again/>")
    assert {"duplicate-member", "types-not-first", "member-date"} <= {one.rule for one in lint(made.getvalue())}


def test_what_is_no_zip_is_told() -> None:
    assert [one.rule for one in lint(b"no zip")] == ["no-zip"]


def test_every_rule_is_shown_on_a_file_broken_on_purpose() -> None:
    shown = {rule for rule, _ in CASES} | {"duplicate-member", "types-not-first", "member-date", "no-zip"}
    told = set()
    for rule in RULES:
        source = Path(rule.__code__.co_filename).read_text(encoding="utf-8")
        told |= set(re.findall(r'Fault\("([a-z-]+)"', source))
    hardly_made = {"no-presentation", "relationships-of-missing-part", "invalid-guid"}
    assert told - shown <= hardly_made
