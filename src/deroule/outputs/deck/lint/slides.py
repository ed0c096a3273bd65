"""Rules of the slides: ids, titles, placeholders that the layout offers, tables, languages, links, charts."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from lxml import etree

from deroule.outputs.deck.lint.opened import A, Fault, Opened, P, R
from deroule.outputs.deck.reading.opened import whole

_TITLES = ("title", "ctrTitle")
_FOOT = ("dt", "ftr", "sldNum", "hdr", "sldImg")
_JUMP = "ppaction://hlinksldjump"
_TRUE = ("1", "true")
_CHART = "{http://schemas.openxmlformats.org/drawingml/2006/chart}"


def shape_ids(opened: Opened) -> Iterator[Fault]:
    """Find two shapes of one number on a slide, a layout, a master or a page of notes."""
    for kind in ("slide+xml", "slideLayout+xml", "slideMaster+xml", "notesSlide+xml", "notesMaster+xml"):
        for name in opened.parts(kind):
            tree = opened.trees.get(name)
            ids = Counter(one.get("id") for one in tree.iter(f"{P}cNvPr")) if tree is not None else Counter()
            for identity, count in ids.items():
                if count > 1:
                    yield Fault("duplicate-shape-id", name, str(identity))


def placeholders(opened: Opened) -> Iterator[Fault]:
    """Find two titles, placeholders left empty, and those that the layout does not offer."""
    for name, tree in _slides(opened):
        offered = _offered(opened, name)
        found = [(shape, ph) for shape in tree.iter(f"{P}sp") for ph in shape.iterfind(f"{P}nvSpPr/{P}nvPr/{P}ph")]
        if sum(ph.get("type") in _TITLES for _, ph in found) > 1:
            yield Fault("two-titles", name)
        for shape, ph in found:
            kind, index = ph.get("type", "obj"), ph.get("idx", "0")
            words = "".join(one.text or "" for one in shape.iter(f"{A}t"))
            if not words.strip() and kind not in _FOOT:
                yield Fault("empty-placeholder", name, f"{kind} {index}")
            if kind in _TITLES:
                known = any(one in _TITLES for one, _ in offered)
            else:
                known = (kind, index) in offered or any(index == at and kind == "obj" for _, at in offered)
            if not known:
                yield Fault("placeholder-not-in-layout", name, f"{kind} {index}")


def tables(opened: Opened) -> Iterator[Fault]:
    """Find ragged rows and merged cells that no spanning cell covers."""
    for name, tree in _slides(opened):
        for table in tree.iter(f"{A}tbl"):
            columns = len(table.findall(f"{A}tblGrid/{A}gridCol"))
            rows = [list(row.iterfind(f"{A}tc")) for row in table.iterfind(f"{A}tr")]
            if any(len(row) != columns for row in rows):
                yield Fault("ragged-table", name)
                continue
            wrong = _uncovered(rows, columns)
            if wrong:
                yield Fault("merge-without-span", name, wrong)


def _uncovered(rows: list[list[etree._Element]], columns: int) -> str:
    """Name the first cell whose merge flags disagree with the spans that stand above and left of it."""
    covered: set[tuple[int, int]] = set()
    for row, cells in enumerate(rows):
        for column, cell in enumerate(cells):
            merged = cell.get("hMerge") in _TRUE or cell.get("vMerge") in _TRUE
            if merged != ((row, column) in covered):
                return f"{row + 1}.{column + 1}"
            if merged:
                continue
            down, across = max(whole(cell.get("rowSpan"), 1), 1), max(whole(cell.get("gridSpan"), 1), 1)
            if row + down > len(rows) or column + across > columns:
                return f"{row + 1}.{column + 1}"
            area = {(row + y, column + x) for y in range(down) for x in range(across)} - {(row, column)}
            covered |= area
    return ""


def languages(opened: Opened) -> Iterator[Fault]:
    """Find language tags that are empty or none."""
    for name, tree in opened.trees.items():
        for one in tree.iter(f"{A}rPr", f"{A}endParaRPr", f"{A}defRPr"):
            tag = one.get("lang")
            if tag is not None and not all(part.isalnum() and len(part) <= 8 for part in tag.split("-")):
                yield Fault("invalid-language", name, tag)


def links(opened: Opened) -> Iterator[Fault]:
    """Find clicks without a target, and jumps to what is no slide of the show."""
    shown = set(opened.related(opened.main, "slide"))
    for name, tree in _slides(opened):
        known = opened.by_id(name)
        for click in tree.iter(f"{A}hlinkClick", f"{A}hlinkHover"):
            arrow, action = known.get(click.get(f"{R}id", "")), click.get("action", "")
            if arrow is None and not action:
                yield Fault("link-to-nothing", name)
            if action == _JUMP and (arrow is None or arrow.target not in shown or arrow.kind != "slide"):
                yield Fault("link-to-missing-slide", name, arrow.target if arrow else "")


def sizes(opened: Opened) -> Iterator[Fault]:
    """Find shapes of negative size."""
    for name, tree in _slides(opened):
        for one in tree.iter(f"{A}ext"):
            if whole(one.get("cx")) < 0 or whole(one.get("cy")) < 0:
                yield Fault("negative-size", name, f"{one.get('cx')} × {one.get('cy')}")


def charts(opened: Opened) -> Iterator[Fault]:
    """Find axes with negative or unknown numbers, and charts without the workbook of their data."""
    for name in opened.parts("chart+xml"):
        tree = opened.trees.get(name)
        if tree is None:
            continue
        axes = {
            one.get("val", "")
            for kind in ("catAx", "valAx", "dateAx", "serAx")
            for one in tree.iterfind(f".//{_CHART}{kind}/{_CHART}axId")
        }
        used = {one.get("val", "") for one in tree.iter(f"{_CHART}axId", f"{_CHART}crossAx")}
        if used != axes or any(one.startswith("-") for one in used):
            yield Fault("chart-axes", name, " ".join(sorted(used ^ axes) or sorted(used)))
        if not opened.related(name, "package"):
            yield Fault("chart-without-data", name)


def _slides(opened: Opened) -> Iterator[tuple[str, etree._Element]]:
    for name in opened.parts("slide+xml"):
        if name in opened.trees:
            yield name, opened.trees[name]


def _offered(opened: Opened, slide: str) -> set[tuple[str, str]]:
    found = set()
    for layout in opened.related(slide, "slideLayout"):
        tree = opened.trees.get(layout)
        for ph in tree.iter(f"{P}ph") if tree is not None else ():
            found.add((ph.get("type", "obj"), ph.get("idx", "0")))
    return found
