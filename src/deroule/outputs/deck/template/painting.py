"""Paints what a template draws, small, to be looked at."""

from __future__ import annotations

import io
import math
from collections.abc import Sequence

from PIL import Image, ImageChops, ImageDraw

from deroule.model.theme import Blend
from deroule.outputs.deck.package import Part
from deroule.outputs.deck.template.drawn import Drawn

_LARGEST = 640
"""A photograph is read no larger than that where its format allows it."""


def paint(canvas: Image.Image, one: Drawn, scale: float) -> None:
    """Paint a thing onto a small picture of the slide, `scale` pixels an EMU."""
    left, top = round(one.box.x * scale), round(one.box.y * scale)
    size = max(round(one.box.width * scale), 1), max(round(one.box.height * scale), 1)
    if max(size) > _LARGEST * 10:
        return  # nobody draws a thing so large: a broken file would take all memory
    if one.picture is not None:
        shown = opened(one.picture)
        if shown is not None:
            small = _cropped(shown, one.crop).resize(size, Image.Resampling.BOX)
            canvas.paste(small.convert("RGB"), (left, top), small)
    elif one.fill is not None and one.fill.blend is None:
        seen = _seen_through(mask_of(canvas.size, one, scale), one.fill.opacity)
        canvas.paste(f"#{one.fill.colour}", (0, 0, *canvas.size), seen)
    elif one.fill is not None and one.fill.blend is not None:
        blended = Image.new("RGBA", canvas.size)
        blended.paste(_blended(one.fill.blend, size), (left, top))
        canvas.paste(blended, (0, 0), ImageChops.multiply(mask_of(canvas.size, one, scale), blended.getchannel("A")))


def _seen_through(mask: Image.Image, opacity: float) -> Image.Image:
    return mask.point([round(seen * opacity) for seen in range(256)])


def mask_of(size: tuple[int, int], one: Drawn, scale: float) -> Image.Image:
    """Paint white where a thing is: what is inside two of its outlines is a hole."""
    box = one.box
    mask = Image.new("L", size)
    if not one.outlines:
        left, top = round(box.x * scale), round(box.y * scale)
        right, bottom = max(round(box.right * scale) - 1, left), max(round(box.bottom * scale) - 1, top)
        ImageDraw.Draw(mask).rectangle((left, top, right, bottom), fill=255)
    for outline in one.outlines:
        inside = Image.new("L", size)
        points = [((box.x + x * box.width) * scale, (box.y + y * box.height) * scale) for x, y in outline]
        ImageDraw.Draw(inside).polygon(points, fill=255)
        mask = ImageChops.difference(mask, inside)
    return mask


def _blended(blend: Blend, size: tuple[int, int]) -> Image.Image:
    """Paint a blend into a rectangle."""
    if blend.angle is None:
        way = Image.radial_gradient("L").resize(size)
    else:
        turn = math.radians(blend.angle)
        length = max(round(abs(size[0] * math.cos(turn)) + abs(size[1] * math.sin(turn))), 1)
        side = math.ceil(math.hypot(*size)) + 1
        way = Image.new("L", (side, side))
        way.paste(255, (0, side // 2, side, side))
        way.paste(Image.linear_gradient("L").resize((side, length)), (0, (side - length) // 2))
        left, top = (side - size[0]) // 2, (side - size[1]) // 2
        way = way.rotate(90 - blend.angle).crop((left, top, left + size[0], top + size[1]))
    stops = [(at, *bytes.fromhex(colour), round(seen * 255)) for at, colour, seen in blend.stops]
    channels = [way.point([_at(stops, share / 255, channel) for share in range(256)]) for channel in range(1, 5)]
    return Image.merge("RGBA", channels)


def _at(stops: Sequence[tuple[float, ...]], share: float, channel: int) -> int:
    """Give a channel of the colour at a share of the way."""
    before = max((one for one in stops if one[0] <= share), default=stops[0])
    after = min((one for one in stops if one[0] >= share), default=stops[-1])
    part = (share - before[0]) / (after[0] - before[0]) if after[0] > before[0] else 0.0
    return round(before[channel] + (after[channel] - before[channel]) * part)


def opened(picture: Part) -> Image.Image | None:
    """Give a picture's pixels; nothing when it cannot be read."""
    try:
        with Image.open(io.BytesIO(picture.content)) as shown:
            shown.draft("RGB", (_LARGEST, _LARGEST))
            return shown.convert("RGBA")
    except (OSError, ValueError, SyntaxError, Image.DecompressionBombError):
        return None


def _cropped(picture: Image.Image, crop: tuple[float, float, float, float]) -> Image.Image:
    left, top, right, bottom = crop
    width, height = picture.size
    far, low = max(round((1 - right) * width), 1), max(round((1 - bottom) * height), 1)
    return picture.crop((min(round(left * width), far - 1), min(round(top * height), low - 1), far, low))
