"""A brand: what an organisation or a guest changes of the theme: colours, logo, motto, cover, template."""

from __future__ import annotations

from pydantic import Field

from deroule.model.placed import Placed
from deroule.model.richtext import RichText
from deroule.model.scalars import Colour, Written


class BrandColours(Placed):
    """Colours by role; each one left out is the theme's."""

    main_colour: Colour | None = Field(None, alias="main", description="Covers and the first accent.")
    accents: tuple[Colour, ...] = Field((), max_length=6, description="One a sequence, in order.")
    ink: Colour | None = Field(None, description="Text.")
    paper: Colour | None = Field(None, description="The slide's ground.")
    soft: Colour | None = Field(None, description="Areas behind text.")


class BrandFonts(Placed):
    """Font families by role, as they are named on the machines that will open the deck."""

    heading: Written | None = Field(None, description="Titles.")
    body: Written | None = Field(None, description="Everything else.")


class Brand(Placed):
    """The look of an organisation or of a guest, as a small override of the theme."""

    name: RichText = Field(description="Whose look it is.")
    motto: RichText | None = Field(None, description="A line under the name, on covers.")
    logo: Written | None = Field(None, description="A picture, relative to this file. SVG or PNG.")
    logo_alt: RichText | None = Field(None, description="What the logo shows.")
    cover: Written | None = Field(None, description="A picture for the cover.")
    cover_alt: RichText | None = Field(None, description="What the cover's picture shows; decorative when left out.")
    colours: BrandColours = Field(BrandColours(), description="Colours by role.")
    fonts: BrandFonts = Field(BrandFonts(), description="Font families by role.")
    template: Written | None = Field(None, description="A .pptx or .potx whose look the decks take over.")
    theme: Written | None = Field(None, description="The theme that the brand changes; the default one when left out.")
