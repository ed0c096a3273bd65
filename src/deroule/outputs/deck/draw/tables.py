"""Native tables: merged cells, header flags, fills and rules."""

from __future__ import annotations

from deroule.layout.page import TableBox, TableCell
from deroule.outputs.deck.draw.shapes import frame, name_of, stroke_xml
from deroule.outputs.deck.draw.sheet import Sheet
from deroule.outputs.deck.draw.text import body

TABLE = "http://schemas.openxmlformats.org/drawingml/2006/table"
_ANCHOR = {"top": "t", "middle": "ctr"}


def draw_table(table: TableBox, sheet: Sheet) -> str:
    """Draw a table."""
    cells = {(cell.row, cell.column): cell for cell in table.cells}
    covered = {
        (row, column): cell
        for cell in table.cells
        for row in range(cell.row, cell.row + cell.rows)
        for column in range(cell.column, cell.column + cell.columns)
    }
    rows = []
    for row, height in enumerate(table.heights):
        made = "".join(_cell(table, cells, covered, (row, column), sheet) for column in range(len(table.widths)))
        rows.append(f'<a:tr h="{height}">{made}</a:tr>')
    flags = (' firstRow="1"' if table.header_row else "") + (' firstCol="1"' if table.header_column else "")
    grid = "".join(f'<a:gridCol w="{width}"/>' for width in table.widths)
    return (
        f"<p:graphicFrame><p:nvGraphicFramePr>{name_of(sheet, table.name, alt=table.alt)}<p:cNvGraphicFramePr>"
        '<a:graphicFrameLocks noGrp="1"/></p:cNvGraphicFramePr><p:nvPr/></p:nvGraphicFramePr>'
        f'{frame(table.box, tag="p")}<a:graphic><a:graphicData uri="{TABLE}"><a:tbl><a:tblPr{flags}/>'
        f"<a:tblGrid>{grid}</a:tblGrid>{''.join(rows)}</a:tbl></a:graphicData></a:graphic></p:graphicFrame>"
    )


def _cell(
    table: TableBox,
    cells: dict[tuple[int, int], TableCell],
    covered: dict[tuple[int, int], TableCell],
    place: tuple[int, int],
    sheet: Sheet,
) -> str:
    cell = cells.get(place)
    owner = covered.get(place)
    flags = ""
    if cell is not None:
        flags += f' gridSpan="{cell.columns}"' if cell.columns > 1 else ""
        flags += f' rowSpan="{cell.rows}"' if cell.rows > 1 else ""
    if owner is not None:
        if place[0] == owner.row and owner.rows > 1 and place[1] > owner.column:
            flags += f' rowSpan="{owner.rows}"'
        if place[1] == owner.column and owner.columns > 1 and place[0] > owner.row:
            flags += f' gridSpan="{owner.columns}"'
        flags += ' hMerge="1"' if place[1] > owner.column else ""
        flags += ' vMerge="1"' if place[0] > owner.row else ""
    shown = cell or owner
    left, top, right, bottom = table.cell_insets
    anchor = _ANCHOR[shown.anchor] if shown else "t"
    fill = sheet.palette.fill(shown.fill) if shown and shown.fill else "<a:noFill/>"
    none = "".join(f"<a:{side}><a:noFill/></a:{side}>" for side in ("lnL", "lnR", "lnT"))
    rule = stroke_xml(table.rule, sheet, tag="a:lnB")
    return (
        f"<a:tc{flags}><a:txBody><a:bodyPr/><a:lstStyle/>{body(cell.paragraphs if cell else (), sheet)}</a:txBody>"
        f'<a:tcPr marL="{left}" marR="{right}" marT="{top}" marB="{bottom}" anchor="{anchor}">{none}{rule}{fill}</a:tcPr></a:tc>'
    )
