"""The faults of packages for learning platforms."""

from __future__ import annotations

from deroule.diagnostics import Code, Severity, Words

BROKEN_MANIFEST = Code(
    "LMS001",
    "broken-manifest",
    Severity.ERROR,
    Words("le paquet « {package} » ne s'accorde pas avec son manifeste : {reason}",
          "the package “{package}” does not agree with its manifest: {reason}"),
    Words(
        "Une plateforme d'apprentissage lit le manifeste du paquet. Les schémas officiels laissent passer un renvoi vers "
        "rien ou un fichier absent : Déroulé le vérifie lui-même, et n'écrit pas un paquet qui échouerait à l'import. "
        "La cause habituelle est un identifiant avec des lettres accentuées.",
        "A learning platform reads the package's manifest. The official schemas let a reference to nothing or an absent "
        "file through: Déroulé checks them itself, and does not write a package whose import would fail. The usual cause "
        "is an id with accented letters.",
    ),
    Words("n'employez que des lettres sans accent, des chiffres et des tirets dans les identifiants",
          "use only plain letters, figures and hyphens in ids"),
)  # fmt: skip

CODES = (BROKEN_MANIFEST,)
