"""Resources: works, pages, files that slides cite, link to or hand out."""

from __future__ import annotations

from typing import Literal

from pydantic import Field

from deroule.model.placed import Placed
from deroule.model.richtext import RichText
from deroule.model.scalars import Address, Date, Language, Written


class Resource(Placed):
    """A work that can be cited or linked to by its id."""

    main = "title"
    title: RichText = Field(description="What it is called.")
    authors: tuple[RichText, ...] = Field((), description="Who made it.")
    publisher: RichText | None = Field(None, description="Who published it.")
    year: Written | None = Field(None, description="When.")
    kind: Literal["book", "article", "report", "law", "page", "film", "tool", "data", "file"] = Field(
        "page", description="What sort of work it is."
    )
    address: Address | None = Field(None, description="Where it is found: an address, or a page of the dossier.")
    text: RichText | None = Field(None, description="What it is good for, in one sentence.")
    language: Language | None = Field(None, description="Its language.")
    licence: RichText | None = Field(None, description="Under which terms.")
    checked: Date | None = Field(None, description="When someone last saw that it is there.")
