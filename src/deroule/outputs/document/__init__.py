"""Parts of an event as pandoc trees: what the synthesis and the other documents share."""

from deroule.outputs.document import block_diagrams, block_text, block_things
from deroule.outputs.document.album import Album
from deroule.outputs.document.telling import FORMS, Teller
from deroule.outputs.document.words import Wording

__all__ = ["FORMS", "Album", "Teller", "Wording", "block_diagrams", "block_text", "block_things"]
