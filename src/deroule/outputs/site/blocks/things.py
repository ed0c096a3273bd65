"""Page forms of media, cases, addresses, and of what participants are asked."""

from __future__ import annotations

from markupsafe import Markup, escape

from deroule.model import blocks
from deroule.model.richtext import RichText
from deroule.outputs.site.blocks.pen import Pen, form, join, linked, tag
from deroule.outputs.site.blocks.text import write_figure_cards


@form("image")
def write_image(block: blocks.Image, pen: Pen) -> Markup:
    """What the picture says: the picture itself is on the slide beside."""
    lines = [] if block.decorative else [block.alt, block.caption]
    credit = Markup("{} {}").format(pen.wording.word("credit"), pen.hand.line(block.credit)) if block.credit else None
    told = [pen.hand.line(one) for one in lines if one] + ([credit] if credit else [])
    if told:
        told[0] = Markup('<span class="d-seen-as">{}{}</span> {}').format(
            pen.wording.word("picture-told"), pen.wording.word("colon"), told[0]
        )
    return tag("p", Markup("<br>").join(told), "d-detail")


@form("video")
def write_video(block: blocks.Video, pen: Pen) -> Markup:
    """What the film is called, how long it lasts, and where it is."""
    title = pen.hand.line(block.title) or escape(pen.wording.word("video"))
    lasts = escape(f" ({pen.wording.length(block.duration)})") if block.duration else Markup("")
    head = tag("p", linked(title, pen.hand.link(block.address)) + lasts)
    return head + tag("p", pen.hand.line(block.alt or block.caption), "d-detail")


@form("case")
def write_case(block: blocks.Case, pen: Pen) -> Markup:
    """Who, where, since when; what is done, what came of it; the sheet that tells more."""
    facts = Markup(" · ").join(pen.hand.line(fact) for fact in (block.where, block.since) if fact)
    head = tag("p", pen.hand.line(block.who), "d-heading") + tag("p", facts, "d-when")
    href = pen.hand.address(block.sheet) if block.sheet else None
    more = tag("p", linked(pen.wording.word("read-sheet"), href), "d-more") if href else Markup("")
    figures = write_figure_cards(block.figures, pen)
    return tag("div", head + pen.hand.prose(block.what) + pen.items(block.results) + figures + more, "d-card")


@form("tools")
def write_tools(block: blocks.Tools, pen: Pen) -> Markup:
    """The practical means."""
    rows = (tag("dt", pen.hand.line(one.name)) + (tag("dd", pen.hand.line(one.text)) or Markup("<dd>–</dd>"))
            for one in block.items)  # fmt: skip
    return tag("p", pen.wording.word("tools"), "d-heading") + tag("dl", join(rows), "d-tools")


@form("links")
def write_links(block: blocks.Links, pen: Pen) -> Markup:
    """Where to find more."""
    rows = []
    for card in block.items:
        work = pen.event.resources.get(card.resource or "")
        written = card.address or (work.address if work else None)
        title = pen.hand.line(card.title or (work.title if work else None)) or escape(written or "")
        text = pen.hand.line(card.text or (work.text if work else None))
        head = tag("strong", linked(title, pen.hand.link(written)), "d-heading")
        rows.append(tag("li", head + tag("p", text), "d-card"))
    return tag("ul", join(rows), "d-cards")


@form("contacts")
def write_contacts(block: blocks.Contacts, pen: Pen) -> Markup:
    """Whom to ask."""
    return tag("ul", join(_contact(one, pen) for one in block.items), "d-cards")


def _contact(one: blocks.Contact, pen: Pen) -> Markup:
    lines = [pen.hand.line(text) for text in (one.role, one.name, one.text) if text]
    lines += [linked(one.telephone, "tel:" + "".join(one.telephone.split()))] if one.telephone else []
    lines += [linked(one.email, f"mailto:{one.email}")] if one.email else []
    lines += [linked(one.address, pen.hand.link(one.address))] if one.address else []
    head = tag("strong", pen.hand.line(one.organisation), "d-heading")
    return tag("li", head + tag("p", Markup("<br>").join(lines)), "d-card")


@form("poll")
def write_poll(block: blocks.Poll, pen: Pen) -> Markup:
    """The question, the answers to choose from, and the votes where they are known."""
    votes = _votes(block, pen)
    total = sum(votes.values())
    rows = []
    for option in block.options:
        count = votes.get(option.text.plain)
        share = f"{round(100 * count / total)}\u00a0%" if total and count is not None else ""
        meter = Markup('<meter min="0" max="{}" value="{}" aria-hidden="true"></meter>').format(total, count)
        told = tag("span", escape(share), "d-share") + meter if share else Markup("")
        rows.append(tag("li", tag("span", pen.hand.line(option.text)) + Markup(" ") + told))
    return _asked(block.question, join(rows), pen.hand.line(block.instruction), pen)


def _votes(block: blocks.Poll, pen: Pen) -> dict[str, int]:
    session = pen.event.after.recording if pen.event.after else None
    for result in session.polls if session else ():
        if result.id == block.id:
            return result.votes([option.text.plain for option in block.options])
    return {}


@form("quiz")
def write_quiz(block: blocks.Quiz, pen: Pen) -> Markup:
    """The question and its answers; the right one is told to those who ask."""
    rows = join(tag("li", tag("span", pen.hand.line(option.text))) for option in block.options)
    right = Markup(", ").join(pen.hand.line(option.text) for option in block.options if option.right)
    told = tag("p", right) + tag("p", pen.hand.line(block.feedback))
    answer = Markup("<details><summary>{}</summary>{}</details>").format(pen.wording.word("answer"), told)
    return _asked(block.question, rows, Markup(""), pen) + (answer if told else Markup(""))


def _asked(question: RichText, options: Markup, after: Markup, pen: Pen) -> Markup:
    lead = tag("p", pen.hand.line(question), "d-heading")
    return tag("div", lead + tag("ul", options, "d-options") + tag("p", after, "d-detail"), "d-poll")


@form("activity")
def write_activity(block: blocks.Activity, pen: Pen) -> Markup:
    """What to do, how long it takes, what is needed."""
    facts = [escape(pen.wording.length(block.duration))] if block.duration else []
    facts += [pen.hand.line(text) for text in (block.groups, *block.material) if text]
    head = tag("p", Markup(" · ").join([escape(pen.wording.word("activity")), *facts]), "d-when")
    return tag("div", head + pen.hand.prose(block.instructions), "d-card")


@form("plan")
def write_plan(block: blocks.Plan, pen: Pen) -> Markup:
    """The sections announced, each leading to its place."""
    if block.entries != "auto":
        return tag("ol", join(tag("li", pen.hand.line(entry.title)) for entry in block.entries))
    sections = next((one.sections for one in pen.event.sequences if one.id == pen.slide.sequence), ())
    rows = (tag("li", linked(pen.hand.line(one.title), pen.hand.address(f"#{one.id}"))) for one in sections)
    return tag("ol", join(rows))
