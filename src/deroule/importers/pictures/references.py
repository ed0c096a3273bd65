"""Our slides' pictures as the matching needs them: small, grey, with the pixels that tell them apart."""

from __future__ import annotations

import io
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt
from PIL import Image, ImageFilter

from deroule.importers.align.pages import DeckPage
from deroule.workspace import OutsideWorkspaceError, Workspace

FINE = (160, 90)
"""Pixels at which near-identical slides are told apart."""
COARSE = (80, 45)
"""Pixels at which slides are recognised."""
Greys = npt.NDArray[np.float32]


@dataclass(frozen=True, slots=True)
class References:
    """The pages' pictures: `fine` and `coarse` are [page, row, column], 0 to 1. `slides` gives each page's slide."""

    fine: Greys
    coarse: Greys
    slides: tuple[str, ...]
    ratio: float
    """Width by height."""


def load_references(pages: Sequence[DeckPage], workspace: Workspace) -> References | None:
    """Load the pages' pictures; nothing when one is missing or cannot be read."""
    fine, coarse, slides = [], [], []
    ratio = 16 / 9
    for page in pages:
        try:
            with Image.open(io.BytesIO(workspace.read(page.picture))) as opened:
                ratio = opened.width / opened.height
                grey = opened.convert("RGB").convert("L")
        except (OSError, OutsideWorkspaceError, ValueError):
            return None
        fine.append(shrunk(grey, FINE))
        coarse.append(shrunk(grey, COARSE))
        slides.append(page.slide)
    if not fine:
        return None
    return References(np.stack(fine), np.stack(coarse), tuple(slides), ratio)


def shrunk(picture: Image.Image, size: tuple[int, int], box: tuple[float, float, float, float] | None = None) -> Greys:
    """Give a part of a grey picture at a size, softened as much as another renderer may move a letter."""
    small = picture.resize(size, Image.Resampling.BOX, box=box)
    soft = small.filter(ImageFilter.GaussianBlur(0.7))
    return np.asarray(soft, dtype=np.float32) / 255.0
