"""Verifying a pack that someone received: safe to unpack, whole, unchanged, and true to itself. Nothing is unpacked."""

from __future__ import annotations

import hashlib
import posixpath
import re
import stat
import unicodedata
import zipfile
import zlib
from collections.abc import Iterator
from pathlib import Path

from deroule.diagnostics import Diagnostic, Words
from deroule.outputs.player.packing import PIECE
from deroule.outputs.replay.bag import DECLARATION, INFO, MANIFEST, PAYLOAD, TAGS, profile, written
from deroule.outputs.replay.codes import BROKEN_PACK, INCOHERENT_PACK
from deroule.outputs.replay.coherence import incoherences
from deroule.span import Span

LARGEST = 20 * 1024**3
"""Bytes unpacked: a day of recording in high definition; more is a bomb."""
MOST_FILES = 20_000
HIGHEST_RATIO = 200
LARGEST_TEXT = 64 * 1024**2
"""Bytes of a file that is read whole: a manifest, the replay's facts."""
RESERVED = frozenset(
    {"con", "prn", "aux", "nul", *(f"com{n}" for n in range(1, 10)), *(f"lpt{n}" for n in range(1, 10))}
)
_FORBIDDEN = re.compile(r'[<>"|?*\x00-\x1f]')
_ENCRYPTED = 0x1


def verify_pack(path: Path) -> tuple[Diagnostic, ...]:
    """Verify a pack; give what is wrong with it. A pack that is not safe is not looked into any further."""
    place = Span(path.name)
    try:
        with zipfile.ZipFile(path) as archive:
            for find in (_unsafe, _unsound):
                if found := [BROKEN_PACK.at(place, reason=reason) for reason in find(archive)]:
                    return tuple(found)
            inside = {entry.filename: entry for entry in archive.infolist()}
            return tuple(
                INCOHERENT_PACK.at(place, reason=reason)
                for reason in incoherences(archive, inside, _root(inside) + PAYLOAD)
            )
    except (OSError, zipfile.BadZipFile, zlib.error, RuntimeError, NotImplementedError, ValueError, EOFError) as fault:
        told = str(fault) or type(fault).__name__
        return (
            BROKEN_PACK.at(
                place,
                reason=Words(
                    f"ce n'est pas une archive zip entière ({told})", f"this is not a whole zip archive ({told})"
                ),
            ),
        )


def _unsafe(archive: zipfile.ZipFile) -> Iterator[Words]:
    """Find names and sizes that make a pack dangerous to open."""
    seen: set[str] = set()
    total = 0
    entries = archive.infolist()
    if len(entries) > MOST_FILES:
        yield Words(f"{len(entries)} fichiers : une bombe", f"{len(entries)} files: a bomb")
    for entry in entries[:MOST_FILES]:
        name = entry.orig_filename
        if _leads_out(name):
            yield Words(f"« {name} » sortirait du dossier où l'on ouvre l'archive", f"“{name}” would leave the folder")
        if _not_on_windows(name):
            yield Words(f"« {name} » ne peut pas exister sous Windows", f"“{name}” cannot exist on Windows")
        kind = stat.S_IFMT(entry.external_attr >> 16)
        if kind not in (0, stat.S_IFREG, stat.S_IFDIR):
            yield Words(f"« {name} » est un lien, pas un fichier", f"“{name}” is a link, not a file")
        same = unicodedata.normalize("NFC", name).casefold()
        if same in seen:
            yield Words(f"« {name} » s'y trouve deux fois", f"“{name}” is there twice")
        if entry.flag_bits & _ENCRYPTED:
            yield Words(f"« {name} » est chiffré", f"“{name}” is encrypted")
        seen.add(same)
        total += entry.file_size
        if entry.file_size > PIECE and entry.file_size > HIGHEST_RATIO * max(entry.compress_size, 1):
            yield Words(f"« {name} » se déplie {entry.file_size // max(entry.compress_size, 1)} fois : une bombe",
                        f"“{name}” unpacks {entry.file_size // max(entry.compress_size, 1)} times over: a bomb")  # fmt: skip
    if total > LARGEST:
        yield Words(f"{total} octets une fois dépliée : une bombe", f"{total} bytes unpacked: a bomb")


def _not_on_windows(name: str) -> bool:
    parts = name.rstrip("/").split("/")
    return any(
        part.split(".")[0].lower() in RESERVED or part.endswith((" ", ".")) or _FORBIDDEN.search(part)
        for part in parts
    )  # fmt: skip


def _leads_out(name: str) -> bool:
    plain = name.rstrip("/")
    return (
        not plain or name.startswith("/") or "\\" in name or ":" in name or "\0" in name
        or ".." in plain.split("/") or posixpath.normpath(plain) != plain
    )  # fmt: skip


def _root(names: dict[str, zipfile.ZipInfo]) -> str:
    """Give the folder that the bag stands in, with its stroke; nothing when it stands at the archive's root."""
    tops = {name.split("/")[0] for name in names}
    only = f"{next(iter(tops))}/" if len(tops) == 1 else ""
    return only if f"{only}bagit.txt" in names else ""


def _unsound(archive: zipfile.ZipFile) -> Iterator[Words]:
    """Hold every file against the manifests."""
    entries = {entry.filename: entry for entry in archive.infolist() if not entry.filename.endswith("/")}
    root = _root(entries)
    if f"{root}bagit.txt" not in entries:
        yield Words(
            "ce n'est pas une archive de rediffusion (bagit.txt absent)", "this is no replay pack (no bagit.txt)"
        )
        return
    if _text(archive, entries, f"{root}bagit.txt").replace("\r\n", "\n").strip() != DECLARATION.strip():
        yield Words("bagit.txt ne dit pas « BagIt-Version: 1.0 »", "bagit.txt does not say “BagIt-Version: 1.0”")
    listed: dict[str, str] = {}
    for name in (MANIFEST, TAGS):
        if f"{root}{name}" not in entries:
            yield Words(f"{name} est absent", f"{name} is absent")
            continue
        sums, faults = _sums(_text(archive, entries, f"{root}{name}"), name)
        yield from faults
        listed |= {f"{root}{path}": total for path, total in sums.items()}
    yield from _against(archive, entries, listed, root)
    yield from _weighed(archive, entries, root)


def _against(
    archive: zipfile.ZipFile, entries: dict[str, zipfile.ZipInfo], listed: dict[str, str], root: str
) -> Iterator[Words]:
    for name in sorted(set(listed) - set(entries)):
        yield Words(f"« {name} » est annoncé et absent", f"“{name}” is announced and absent")
    for name in sorted(set(entries) - set(listed) - {f"{root}{TAGS}"}):
        yield Words(f"« {name} » n'est pas annoncé", f"“{name}” is not announced")
    for name in sorted(set(entries) & set(listed)):
        if _checksum(archive, name) != listed[name]:
            yield Words(f"« {name} » a été modifié (somme SHA-256)", f"“{name}” was changed (SHA-256 sum)")


def _weighed(archive: zipfile.ZipFile, entries: dict[str, zipfile.ZipInfo], root: str) -> Iterator[Words]:
    """Hold the payload's size and number against bag-info.txt."""
    if f"{root}{INFO}" not in entries:
        yield Words(f"{INFO} est absent", f"{INFO} is absent")
        return
    facts = dict(line.split(": ", 1) for line in _text(archive, entries, f"{root}{INFO}").splitlines() if ": " in line)
    payload = [entry for name, entry in entries.items() if name.startswith(f"{root}{PAYLOAD}")]
    told = f"{sum(entry.file_size for entry in payload)}.{len(payload)}"
    wanted = profile()
    for label in (name for name, rule in wanted["Bag-Info"].items() if rule["required"] and name not in facts):
        yield Words(f"{INFO} ne dit pas « {label} »", f"{INFO} does not say “{label}”")
    for name in wanted["Tag-Files-Required"] + wanted["Payload-Files-Required"]:
        if f"{root}{name}" not in entries:
            yield Words(f"« {name} » est absent", f"“{name}” is absent")
    if facts.get("Payload-Oxum", told) != told:
        yield Words(f"Payload-Oxum : {told} trouvé, {facts['Payload-Oxum']} annoncé",
                    f"Payload-Oxum: {told} found, {facts['Payload-Oxum']} announced")  # fmt: skip


def _sums(text: str, file: str) -> tuple[dict[str, str], list[Words]]:
    sums: dict[str, str] = {}
    faults = []
    for number, line in enumerate(text.splitlines(), 1):
        total, _, path = line.partition("  ")
        name = path.replace("%0A", "\n").replace("%0D", "\r").replace("%25", "%")
        sound = len(total) == 64 and all(one in "0123456789abcdef" for one in total.lower()) and written(name) == path
        if not sound or _leads_out(name) or name in sums:
            faults.append(Words(f"{file}, ligne {number} : illisible", f"{file}, line {number}: cannot be read"))
            continue
        sums[name] = total.lower()
    return sums, faults


def _text(archive: zipfile.ZipFile, entries: dict[str, zipfile.ZipInfo], name: str) -> str:
    if entries[name].file_size > LARGEST_TEXT:
        raise ValueError(f"{name}: {entries[name].file_size}")
    return archive.read(name).decode("utf-8")


def _checksum(archive: zipfile.ZipFile, name: str) -> str:
    total = hashlib.sha256()
    with archive.open(name) as member:
        while piece := member.read(PIECE):
            total.update(piece)
    return total.hexdigest()
