"""What is known while one event is being loaded: its files, the ids given so far, the names that can be pointed at."""

from __future__ import annotations

import dataclasses

from deroule.diagnostics import Diagnostic
from deroule.model.media import Media
from deroule.model.resources import Resource
from deroule.model.written import WrittenEvent, WrittenOrganisation
from deroule.source.files import FileReader
from deroule.source.ids import Ids
from deroule.source.references import Names

SEQUENCES = "sequences"


@dataclasses.dataclass(slots=True)
class Around:
    """What events share: the organisation, and the pages of the dossier that can be cited as resources."""

    organisation: WrittenOrganisation
    pages: dict[str, Resource]
    whole: bool = True
    """Whether organisation.yml could be read whole: names that it lacks may otherwise well be written."""
    pages_whole: bool = True
    """Whether every page of the dossier could be read whole."""


class Loading:
    """One event on its way from files to the model."""

    def __init__(self, files: FileReader, folder: str, around: Around) -> None:
        self.files = files
        self.folder = folder
        self.around = around
        self.found: list[Diagnostic] = files.found
        self.ids = Ids()
        self.media: dict[str, Media] = {}
        self.resources: dict[str, Resource] = {}
        self.whole = True

    @property
    def brands(self) -> Names:
        """The looks that may be named."""
        return self.around.organisation.brands if self.around.whole else None

    @property
    def known_resources(self) -> Names:
        """The resources that may be named."""
        return self.resources if self.whole and self.around.whole and self.around.pages_whole else None

    @property
    def known_sheets(self) -> Names:
        """The pages of the dossier that may be named."""
        return self.around.pages if self.around.pages_whole else None

    def known_speakers(self, event: WrittenEvent) -> Names:
        """The speakers that may be named."""
        return event.speakers if self.whole else None

    def known_marks(self, event: WrittenEvent) -> Names:
        """The marks of `only:` that some variant shows."""
        shown = {mark for name, one in event.variants.items() for mark in one.shows or (name,)}
        return shown if self.whole else None
