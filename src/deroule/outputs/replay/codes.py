"""The faults of replay packs."""

from __future__ import annotations

from deroule.diagnostics import Code, Severity, Words

ABSENT_INPUT = Code(
    "REC001",
    "absent-from-pack",
    Severity.WARNING,
    Words("l'archive de « {event} » ne contient pas : {what}", "the pack of “{event}” is without: {what}"),
    Words(
        "L'archive rassemble le diaporama, le document à distribuer, la synthèse et l'évaluation. Ce qui n'a pas encore "
        "été fabriqué y manque : une fabrication complète (`deroule build`) l'ajoute.",
        "The pack gathers deck, handout, synthesis and evaluation. What has not been made yet is missing from it: a "
        "whole build (`deroule build`) adds it.",
    ),
    Words("lancez `deroule build` sans option", "run `deroule build` without options"),
)
BROKEN_PACK = Code(
    "REC002",
    "broken-pack",
    Severity.ERROR,
    Words("cette archive n'est pas saine : {reason}", "this pack is not sound: {reason}"),
    Words(
        "L'archive est tronquée, a été modifiée, ou contient des chemins qui sortiraient du dossier où on l'ouvre. "
        "Ne l'ouvrez pas ; demandez-la de nouveau à qui vous l'a remise.",
        "The pack is truncated, was changed, or holds paths that would leave the folder it is opened in. Do not open "
        "it; ask for it again.",
    ),
    Words("demandez de nouveau l'archive", "ask for the pack again"),
)
INCOHERENT_PACK = Code(
    "REC005",
    "incoherent-pack",
    Severity.ERROR,
    Words("cette archive se contredit : {reason}", "this pack contradicts itself: {reason}"),
    Words(
        "Les fichiers sont intacts, mais ne s'accordent pas : un sous-titre ou un chapitre après la fin du film, un fichier "
        "nommé et absent, un film d'une autre durée. La lecture sautera au mauvais endroit.\n\n"
        "Refaites l'archive avec `deroule build` après avoir corrigé `after.yml`.",
        "The files are untouched, but do not agree: a caption or a chapter after the film's end, a file that is named and "
        "absent, a film of another length. Playing will jump to the wrong place.\n\n"
        "Make the pack again with `deroule build` once `after.yml` is mended.",
    ),
    Words("refaites l'archive", "make the pack again"),
)

CODES = (ABSENT_INPUT, BROKEN_PACK, INCOHERENT_PACK)
