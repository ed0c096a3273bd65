"""One placer a kind of block; `TABLE` is the list that the completeness test reads."""

from __future__ import annotations

from deroule.layout.blocks import (
    activity,
    bullets,
    callout,
    case,
    chart,
    code,
    columns,
    compare,
    contacts,
    definition,
    figures,
    flows,
    hub,
    image,
    links,
    numbered,
    pillars,
    plan,
    poll,
    quiz,
    quote,
    steps,
    table,
    text,
    timeline,
    tools,
    video,
)
from deroule.layout.blocks.table_of_blocks import DraftBlock, draft_blocks, placers

TABLE: dict[str, DraftBlock] = {
    module.__name__.rsplit(".", 1)[-1]: module.draft
    for module in (
        text, bullets, numbered, callout, quote, definition, code, figures, table, chart, columns, compare, pillars,
        steps, timeline, hub, flows, image, video, case, tools, links, contacts, poll, quiz, activity, plan,
    )
}  # fmt: skip
"""Every placer by the key of its block."""
placers.update(TABLE)

__all__ = ["TABLE", "draft_blocks"]
