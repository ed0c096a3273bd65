"""Why the machine refused to read or to write, in the user's language: the system's own sentences are in English."""

from __future__ import annotations

import errno

from deroule.diagnostics import Words

_REASONS = {
    errno.EACCES: Words("l'accès est refusé", "access is refused"),
    errno.EPERM: Words("l'accès est refusé", "access is refused"),
    errno.EROFS: Words("le disque est en lecture seule", "the disk is read-only"),
    errno.ENOSPC: Words("le disque est plein", "the disk is full"),
    errno.EDQUOT: Words("votre quota de disque est atteint", "your disk quota is used up"),
    errno.EISDIR: Words("c'est un dossier", "it is a folder"),
    errno.ENOTDIR: Words("un fichier tient la place d'un dossier", "a file stands where a folder should"),
    errno.EEXIST: Words("un fichier tient la place d'un dossier", "a file stands where a folder should"),
    errno.ENOENT: Words("il n'y a rien à cet endroit", "there is nothing in that place"),
    errno.ENAMETOOLONG: Words("le nom est trop long", "the name is too long"),
    errno.ELOOP: Words("c'est un lien qui tourne en rond", "it is a link that leads back to itself"),
    errno.EMFILE: Words("trop de fichiers sont ouverts", "too many files are open"),
    errno.EIO: Words("le disque ne répond pas bien", "the disk does not answer well"),
}


def why_refused(fault: OSError) -> Words:
    """Give the reason in words; the system's own sentence where we have none."""
    said = fault.strerror or type(fault).__name__
    return _REASONS.get(fault.errno or 0, Words(said, said))
