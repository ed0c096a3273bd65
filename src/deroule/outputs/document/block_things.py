"""Document forms of media, cases, addresses, and of what participants are asked."""

from __future__ import annotations

from deroule.model import blocks
from deroule.model.event import Slide
from deroule.model.richtext import RichText
from deroule.outputs.document import tree
from deroule.outputs.document.block_text import figures
from deroule.outputs.document.cards import Card, line, side_by_side
from deroule.outputs.document.telling import Teller, entries, form, labelled, title_line

Node = tree.Node


@form("image")
def tell_image(block: blocks.Image, slide: Slide, teller: Teller) -> list[Node]:
    """The picture with its caption and credit; a decorative one is left out."""
    if block.decorative:
        return []
    alt = block.alt.plain if block.alt else teller.word("picture")
    credit = [*tree.words(teller.word("credit") + " "), *tree.rich(block.credit)] if block.credit else []
    caption = tree.rich(block.caption)
    caption = [*caption, *(tree.words(". ") if caption and credit else []), *credit]
    file = teller.album.file(slide.file(block.file))
    if file is None:
        return [tree.paragraph(tree.emphasis(caption or tree.words(alt)))]
    return [tree.picture(file, alt, caption, teller.album.width(file))]


@form("video")
def tell_video(block: blocks.Video, slide: Slide, teller: Teller) -> list[Node]:
    """What the film is called, how long it lasts, and where it is."""
    title = tree.rich(block.title) or tree.rich(block.caption) or tree.words(block.file or block.address or "")
    inlines = tree.link(title, block.address) if block.address else title
    lasts = tree.words(f" ({teller.wording.length(block.duration)})") if block.duration else []
    shown = [*labelled(tree.words(teller.word("video")), inlines, teller), *lasts]
    about = [tree.paragraph(tree.rich(block.alt))] if block.alt else []
    return [tree.paragraph(shown), *about]


@form("case")
def tell_case(block: blocks.Case, slide: Slide, teller: Teller) -> list[Node]:
    """Who, where, since when; what is done, what came of it, the figures."""
    facts = [tree.rich(fact) for fact in (block.where, block.since) if fact]
    where = [node for place, fact in enumerate(facts) for node in [*(tree.words(" · ") if place else []), *fact]]
    head = [*line(tree.rich(block.who), "Card Title"), *line(where, "Card Text")]
    body = tree.paragraphs(block.what)
    if block.results:
        body += [*title_line(teller.word("results")), *tree.bullets(entries(block.results))]
    return [*side_by_side([Card(head, body)], "case"), *(figures(block.figures) if block.figures else [])]


@form("tools")
def tell_tools(block: blocks.Tools, slide: Slide, teller: Teller) -> list[Node]:
    """The practical means."""
    items = [[tree.plain(labelled(tree.rich(tool.name), tree.rich(tool.text), teller))] for tool in block.items]
    return [tree.group([*title_line(teller.word("tools")), *tree.bullets(items)], "tools")]


@form("links")
def tell_links(block: blocks.Links, slide: Slide, teller: Teller) -> list[Node]:
    """Where to find more."""
    made = []
    for card in block.items:
        resource = teller.event.resources.get(card.resource or "")
        title = tree.rich(card.title) or tree.rich(resource.title if resource else None)
        address = card.address or (resource.address if resource else None)
        text = tree.rich(card.text) or tree.rich(resource.text if resource else None)
        name = tree.strong(title) or tree.words(address or "")
        shown = tree.link(name, address) if address else name
        made.append([tree.plain([*shown, *(tree.words(teller.wording.colon) if text else []), *text])])
    return tree.bullets(made)


@form("contacts")
def tell_contacts(block: blocks.Contacts, slide: Slide, teller: Teller) -> list[Node]:
    """Whom to ask."""
    return side_by_side([_contact_card(item) for item in block.items], "cards", most=3)


def _contact_card(item: blocks.Contact) -> Card:
    written = [tree.rich(part) for part in (item.role, item.name, item.text) if part]
    body = [node for inlines in (*written, *_ways(item)) for node in line(inlines, "Card Text")]
    return Card(line(tree.rich(item.organisation), "Card Title"), body)


def _ways(item: blocks.Contact) -> list[list[Node]]:
    ways = [tree.words(item.telephone)] if item.telephone else []
    ways += [tree.link(tree.words(item.email), f"mailto:{item.email}")] if item.email else []
    return ways + ([tree.link(tree.words(item.address), item.address)] if item.address else [])


def contact(item: blocks.Contact) -> list[Node]:
    """Tell one contact."""
    who = [tree.strong(tree.rich(item.organisation))]
    who += [tree.rich(part) for part in (item.role, item.name, item.text) if part]
    who += _ways(item)
    joined = [node for place, part in enumerate(who) for node in ([*tree.words(", ")] if place else []) + part]
    return [tree.plain(joined)]


@form("poll")
def tell_poll(block: blocks.Poll, slide: Slide, teller: Teller) -> list[Node]:
    """The question, the answers to choose from, and the votes where they are known."""
    asked = _question("poll", block.question, teller)
    votes = dict(teller.results.get(block.id or "", ()))
    if not votes:
        answers = [[tree.plain(tree.rich(option.text))] for option in block.options]
        # The answers stay with the question.
        kept = [line(answer[0]["c"], "List Lead") for answer in answers[:-1]]
        return [*asked, *tree.numbered([*kept, *answers[-1:]], "capital")]
    total = sum(votes.values())
    rows = []
    for option in block.options:
        count = votes.get(option.text.plain, 0)
        share = f"{round(100 * count / total)}\u00a0%" if total else ""
        numbers = [tree.cell([tree.plain(tree.words(text))], align="right") for text in (str(count), share)]
        rows.append([tree.cell([tree.plain(tree.rich(option.text))]), *numbers])
    names = (("answer", "left"), ("votes", "right"), ("share", "right"))
    header = [tree.cell([tree.plain(tree.words(teller.word(name)))], align=side) for name, side in names]
    return [*asked, tree.table(rows, (0.64, 0.18, 0.18), header=header, header_columns=1, classes=("votes",))]


@form("quiz")
def tell_quiz(block: blocks.Quiz, slide: Slide, teller: Teller) -> list[Node]:
    """The question, the answers with the right ones marked, and the feedback."""
    right = tree.words(f" ({teller.word('right')})")
    options = [
        [tree.plain([*(tree.strong(tree.rich(o.text)) if o.right else tree.rich(o.text)), *(right if o.right else [])])]
        for o in block.options
    ]
    feedback = [tree.paragraph(tree.rich(block.feedback))] if block.feedback else []
    return [*_question("quiz", block.question, teller), *tree.bullets(options), *feedback]


def _question(name: str, question: RichText, teller: Teller) -> list[Node]:
    label = tree.words(teller.word(name))
    return [tree.division([tree.paragraph(labelled(label, tree.rich(question), teller))], "Question")]


@form("activity")
def tell_activity(block: blocks.Activity, slide: Slide, teller: Teller) -> list[Node]:
    """What to do, how long it takes, what is needed."""
    facts = [teller.wording.length(block.duration)] if block.duration else []
    facts += [block.groups.plain] if block.groups else []
    name = teller.word("activity") + (f" ({', '.join(facts)})" if facts else "")
    needed = ", ".join(thing.plain for thing in block.material)
    material = [tree.paragraph(tree.words(f"{teller.word('material')} {needed}."))] if needed else []
    return [*title_line(name), *tree.paragraphs(block.instructions), *material]


@form("plan")
def tell_plan(block: blocks.Plan, slide: Slide, teller: Teller) -> list[Node]:
    """The sections announced, unless the headings that follow say the same."""
    sequence = next((one for one in teller.event.sequences if slide in one.slides), None)
    if block.entries == "auto" or (sequence and len(sequence.sections) >= len(block.entries)):
        return []
    made = [[tree.plain(tree.rich(entry.title))] for entry in block.entries]
    return tree.bullets(made) if block.style == "none" else tree.numbered(made, block.style)
