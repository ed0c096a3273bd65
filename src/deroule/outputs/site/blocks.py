"""The page form of each kind of block: HTML that reads well alone, beside or without the slide's picture."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any

from markupsafe import Markup

from deroule.model import blocks as b
from deroule.model.event import Event, Slide
from deroule.model.richtext import Prose, RichText
from deroule.outputs.site.markup import Hand
from deroule.outputs.site.words import Words

H = Markup


def _join(parts: Sequence[Markup]) -> Markup:
    return H("").join(parts)


def _tag(name: str, inside: Markup | str, kind: str = "") -> Markup:
    if not inside:
        return H("")
    opening = H('<{} class="{}">').format(H(name), kind) if kind else H(f"<{name}>")
    return opening + inside + H(f"</{name}>")


class PageBlocks:
    """Writes the blocks of one slide."""

    def __init__(self, event: Event, slide: Slide, hand: Hand, words: Words) -> None:
        self.event, self.slide, self.hand, self.words = event, slide, hand, words

    def write(self, block: b.Block) -> Markup:
        """Write a block of any kind."""
        form: Callable[[Any], Markup] = getattr(self, f"_{block.kind}")
        return form(block)

    def all(self, blocks: Sequence[b.Block]) -> Markup:
        """Write blocks in their order."""
        return _join([self.write(block) for block in blocks])

    # --- text ---

    def _text(self, block: b.Text) -> Markup:
        return self.hand.prose(block.text)

    def _items(self, items: Sequence[b.Item], tag: str = "ul") -> Markup:
        if not items:
            return H("")
        rows = [_tag("li", self.hand.line(item.text) + self._items(item.items)) for item in items]
        return _tag(tag, _join(rows))

    def _bullets(self, block: b.Bullets) -> Markup:
        return self._items(block.items)

    def _numbered(self, block: b.Numbered) -> Markup:
        style = {"decimal": "1", "roman": "I", "letter": "a"}[block.style]
        rows = _join([_tag("li", self.hand.line(item.text) + self._items(item.items)) for item in block.items])
        return H('<ol type="{}" start="{}">{}</ol>').format(style, block.start, rows)

    def _callout(self, block: b.Callout) -> Markup:
        return _tag("p", self.hand.line(block.text), "d-callout")

    def _quote(self, block: b.Quote) -> Markup:
        names = [self.hand.line(text) for text in (block.by, block.source) if text]
        return _tag("blockquote", self.hand.prose(block.text) + _tag("footer", H(", ").join(names)), "d-quote")

    def _definition(self, block: b.Definition) -> Markup:
        rows = [_tag("dt", self.hand.line(i.term)) + _tag("dd", self.hand.prose(i.meaning)) for i in block.items]
        return _tag("dl", _join(rows), "d-terms")

    def _code(self, block: b.Code) -> Markup:
        # Blank lines would end the raw HTML for some engines: a character reference keeps them.
        text = str(H.escape(block.text)).replace("\n", "&#10;")
        return H('<pre tabindex="0"><code>{}</code></pre>').format(H(text)) + _tag("p", self.hand.line(block.caption))

    # --- figures and data ---

    def _figure(self, item: b.Figure) -> Markup:
        value = item.value + (f"\u00a0{item.unit}" if item.unit else "")
        when = _tag("span", H.escape(item.when or ""), "d-when")
        inside = when + _tag("strong", H.escape(value), "d-value") + _tag("span", self.hand.line(item.label), "d-label")
        return _tag("li", inside + _tag("span", self.hand.line(item.detail), "d-detail"))

    def _figures(self, block: b.Figures) -> Markup:
        return _tag("ul", _join([self._figure(item) for item in block.items]), "d-figures")

    def _table(self, block: b.Table) -> Markup:
        heads = _join([H('<th scope="col">{}</th>').format(self.hand.line(column.title)) for column in block.columns])
        rows = []
        for row in block.rows:
            cells = []
            for place, cell in enumerate(row):
                tag = H("th") if block.header_column and place == 0 else H("td")
                spans = H(' scope="row"') if tag == "th" else H("")
                spans += H(' rowspan="{}"').format(cell.rows) if cell.rows > 1 else H("")
                spans += H(' colspan="{}"').format(cell.columns) if cell.columns > 1 else H("")
                cells.append(H("<{}{}>{}</{}>").format(tag, spans, self._cell(cell.text), tag))
            rows.append(_tag("tr", _join(cells)))
        return self._framed(block.caption, _tag("thead", _tag("tr", heads)), rows)

    def _cell(self, text: Prose) -> Markup:
        return H("<br>").join(self.hand.line(paragraph) for paragraph in text.paragraphs)

    def _framed(self, caption: RichText | None, head: Markup, rows: Sequence[Markup]) -> Markup:
        inside = _tag("caption", self.hand.line(caption)) + head + _tag("tbody", _join(rows))
        return H('<div class="d-wide" tabindex="0" role="region" aria-label="{}">{}</div>').format(
            caption.plain if caption else self.words.word("table"), _tag("table", inside)
        )

    def _chart(self, block: b.Chart) -> Markup:
        heads = [H('<th scope="col">{}</th>').format(self.words.word("category"))]
        heads += [H('<th scope="col">{}</th>').format(self.hand.line(series.name)) for series in block.series]
        rows = []
        for place, category in enumerate(block.categories):
            values = [series.values[place] if place < len(series.values) else None for series in block.series]
            cells = [H("<td>{}</td>").format(self._number(value, block.unit)) for value in values]
            rows.append(_tag("tr", H('<th scope="row">{}</th>').format(category) + _join(cells)))
        return self._framed(block.title, _tag("thead", _tag("tr", _join(heads))), rows) if rows else H("")

    def _number(self, value: float | None, unit: str | None) -> str:
        if value is None:
            return "–"
        written = f"{value:g}".replace(".", "," if self.words.language.startswith("fr") else ".")
        return written + (f"\u00a0{unit}" if unit else "")

    # --- side by side ---

    def _groups(self, groups: Sequence[b.Group]) -> list[Markup]:
        return [
            _tag("div", _tag("p", _tag("strong", self.hand.line(one.heading))) + self.all(one.blocks), "d-card")
            for one in groups
        ]

    def _columns(self, block: b.Columns) -> Markup:
        return _tag("div", _join(self._groups(block.groups)), "d-cards")

    def _compare(self, block: b.Compare) -> Markup:
        relation = _tag("p", self.hand.line(block.relation), "d-relation")
        return _tag("div", relation.join(self._groups(block.sides)), "d-cards")

    def _part(self, part: b.Part, tag: str = "li") -> Markup:
        when = _tag("span", H.escape(part.when or ""), "d-when")
        inside = when + _tag("strong", self.hand.line(part.title)) + self.hand.prose(part.text)
        return _tag(tag, inside + self._items(part.items), "d-card")

    def _parts(self, parts: Sequence[b.Part], tag: str = "ul") -> Markup:
        return _tag(tag, _join([self._part(part) for part in parts]), "d-cards") if parts else H("")

    def _pillars(self, block: b.Pillars) -> Markup:
        return self._parts(block.items)

    def _steps(self, block: b.Steps) -> Markup:
        return self._parts(block.items, "ol")

    def _points(self, points: Sequence[b.Point]) -> Markup:
        rows = []
        for point in points:
            told = [_tag("strong", self.hand.line(point.title)), self.hand.line(point.text)]
            said = H("<br>").join(one for one in told if one)
            rows.append(_tag("li", _tag("span", H.escape(point.when), "d-when") + _tag("span", said)))
        return _tag("ol", _join(rows), "d-timeline")

    def _timeline(self, block: b.Timeline) -> Markup:
        lanes = [_tag("p", _tag("strong", self.hand.line(one.title))) + self._points(one.points) for one in block.lanes]
        return (self._points(block.points) if block.points else H("")) + _join(lanes)

    def _hub(self, block: b.Hub) -> Markup:
        return _tag("p", self.hand.line(block.centre), "d-centre") + self._parts(block.poles)

    def _flows(self, block: b.Flows) -> Markup:
        made = _tag("p", self.hand.line(block.centre), "d-centre")
        for name, parts in (("incoming", block.incoming), ("kept", block.kept), ("outgoing", block.outgoing)):
            if parts:
                made += _tag("p", _tag("strong", self.words.word(name))) + self._parts(parts)
        return made

    # --- media ---

    def _image(self, block: b.Image) -> Markup:
        # The picture itself is on the slide beside; here is what it says.
        lines = [block.alt, block.caption, block.credit]
        return _tag("p", H(". ").join(self.hand.line(one) for one in lines if one and not block.decorative), "d-alt")

    def _video(self, block: b.Video) -> Markup:
        title = self.hand.line(block.title) or H.escape(self.words.word("video"))
        href = self.hand.link(block.address)
        linked = H('<a href="{}">{}</a>').format(href, title) if href else title
        return _tag("p", linked) + _tag("p", self.hand.line(block.alt or block.caption), "d-alt")

    # --- cases, tools, addresses ---

    def _case(self, block: b.Case) -> Markup:
        facts = [self.hand.line(fact) for fact in (block.where, block.since) if fact]
        href = self.hand.address(block.sheet) if block.sheet else None
        more = H('<p><a href="{}">{}</a></p>').format(href, self.words.word("read-sheet")) if href else H("")
        figures = (
            _tag("ul", _join([self._figure(one) for one in block.figures]), "d-figures") if block.figures else H("")
        )
        head = _tag(
            "p", _tag("strong", self.hand.line(block.who)) + (H(" · ") + H(" · ").join(facts) if facts else H(""))
        )
        return _tag("div", head + self.hand.prose(block.what) + self._items(block.results) + figures + more, "d-card")

    def _tools(self, block: b.Tools) -> Markup:
        rows = [
            _tag("dt", self.hand.line(one.name)) + _tag("dd", self.hand.line(one.text) or H("–")) for one in block.items
        ]
        return _tag("dl", _join(rows), "d-terms")

    def _links(self, block: b.Links) -> Markup:
        rows = []
        for one in block.items:
            work = self.event.resources.get(one.resource) if one.resource else None
            href = self.hand.link(one.address or (work.address if work else None))
            title = self.hand.line(one.title or (work.title if work else None)) or H.escape(one.address or "")
            linked = H('<a href="{}">{}</a>').format(href, title) if href else title
            rows.append(_tag("li", _tag("strong", linked) + _tag("p", self.hand.line(one.text)), "d-card"))
        return _tag("ul", _join(rows), "d-cards")

    def _contacts(self, block: b.Contacts) -> Markup:
        rows = []
        for one in block.items:
            lines = [self.hand.line(text) for text in (one.role, one.name, one.text) if text]
            lines += [H.escape(one.telephone)] if one.telephone else []
            for scheme, written in (("mailto:", one.email), ("", one.address)):
                href = self.hand.link(scheme + written) if written else None
                lines += [H('<a href="{}">{}</a>').format(href, written)] if href else []
            rows.append(
                _tag(
                    "li", _tag("strong", self.hand.line(one.organisation)) + H("<br>") + H("<br>").join(lines), "d-card"
                )
            )
        return _tag("ul", _join(rows), "d-cards")

    # --- what participants do ---

    def _poll(self, block: b.Poll | b.Quiz) -> Markup:
        rows = [_tag("li", self.hand.line(option.text)) for option in block.options]
        lead = _tag("p", _tag("strong", self.hand.line(block.question)))
        after = block.instruction if isinstance(block, b.Poll) else block.feedback
        return _tag("div", lead + _tag("ul", _join(rows), "d-options") + _tag("p", self.hand.line(after)), "d-poll")

    def _quiz(self, block: b.Quiz) -> Markup:
        right = H(", ").join(self.hand.line(option.text) for option in block.options if option.right)
        answer = H("<details><summary>{}</summary><p>{}</p></details>").format(self.words.word("answer"), right)
        return self._poll(block) + (answer if right else H(""))

    def _activity(self, block: b.Activity) -> Markup:
        facts = [H.escape(self.words.length(block.duration))] if block.duration else []
        facts += [self.hand.line(text) for text in (block.groups, *block.material) if text]
        return _tag("div", self.hand.prose(block.instructions) + _tag("p", H(" · ").join(facts)), "d-card")

    def _plan(self, block: b.Plan) -> Markup:
        titles: list[Markup] = []
        if isinstance(block.entries, tuple):
            titles = [self.hand.line(entry.title) for entry in block.entries]
        else:
            for sequence in self.event.sequences:
                if sequence.id == self.slide.sequence:
                    titles = [self.hand.line(section.title) for section in sequence.sections]
        return _tag("ol", _join([_tag("li", title) for title in titles]))
