"""Every page and file of the site, in the order in which they are told."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

from deroule.model.theme import Theme
from deroule.outputs.site.accessibility import write_statement
from deroule.outputs.site.calendars import write_calendars
from deroule.outputs.site.events import write_cycle, write_event
from deroule.outputs.site.feed import write_feed
from deroule.outputs.site.look import MARK, house_colours, look_of, mark_of
from deroule.outputs.site.moved import write_moved
from deroule.outputs.site.people import write_speakers
from deroule.outputs.site.replays import write_replays
from deroule.outputs.site.sheets import write_home, write_pages, write_themes
from deroule.outputs.site.stage import Material, Stage, copy_files, copy_style


def stage_pages(material: Material, folder: Path, themes: Mapping[str | None, Theme]) -> Stage:
    """Fill `folder` with every page of the site as Markdown, its pictures and its files. `themes`: the looks worn."""
    stage = Stage(material, folder)
    copy_files(stage)
    copy_style(stage)
    stage.save("style/colours.css", look_of(themes).encode())
    stage.save(MARK, mark_of(themes).encode())
    write_home(stage)
    write_cycle(stage)
    for event in material.dossier.events:
        write_event(stage, event)
    write_replays(stage, house_colours(themes))
    write_pages(stage)
    write_speakers(stage)
    write_themes(stage)
    write_statement(stage)
    write_calendars(stage)
    write_feed(stage)
    write_moved(stage)
    return stage
