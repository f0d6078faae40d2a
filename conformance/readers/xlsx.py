"""Compares the report workbooks of an edition, read by openpyxl, with its CSV.

The Parquet file beside each table says which fields identify a row, which
field says why a number is missing, and what the notes are.
"""

import datetime
import json
from collections import Counter
from decimal import Decimal
from pathlib import Path

import openpyxl
import pyarrow.parquet

from edition import SYMBOLS, counted
from published import tables

WORKBOOKS = {"report.xlsx": ("sv", "Om", "Diagram", "Anmärkningar"), "report.en.xlsx": ("en", "About", "Charts", "Notes")}
NAME_ROW, FIRST_ROW = 4, 6
LONGEST, DIGITS = 32767, 15


def described(path):
    metadata = pyarrow.parquet.ParquetFile(path)
    about = {k.decode(): json.loads(v) for k, v in metadata.metadata.metadata.items() if k != b"ARROW:schema"}
    kinds = {f.name: str(f.type) for f in metadata.schema_arrow}
    return about, kinds


def visible(text):
    """Control characters as their pictures, which is how a sheet shows them."""
    return "".join(chr(0x2400 + ord(c)) if c < " " and c not in "\t\n\r" else c for c in text)


def missing(row, header, field):
    """The symbol that a cell without a value must show."""
    if not field["symbol"]:
        return ".."
    symbol = row[header.index(field["symbol"])]
    return ".." if symbol is None else symbol or "."


def agrees(shown, cell, kind, code):
    """Whether what a sheet shows is the CSV's cell."""
    if kind == "bool":
        return shown is (cell == "true")
    if kind == "int64" or kind.startswith("decimal"):
        if isinstance(shown, str):
            return shown == cell and len(cell.replace("-", "").replace(".", "").lstrip("0")) > DIGITS
        return not isinstance(shown, bool) and Decimal(repr(shown)) == Decimal(cell)
    if isinstance(shown, datetime.date):
        return shown.isoformat()[:10] == cell
    text = shown or ""
    if code.get(text) == cell or text == visible(cell):
        return True
    head, cut, _ = text.rpartition(" … [")
    return bool(cut) and len(cell) > LONGEST // 2 and visible(cell).startswith(head)


def sheet_rows(lines, last):
    """The rows of a sheet's table, and the texts under it."""
    rows = lines[FIRST_ROW - 1:]
    for i, row in enumerate(rows):
        if row[0] == last and i > 0 and not any(c is not None for c in rows[i - 1]):
            return rows[:i - 1], [r[0] for r in rows[i + 1:]]
    return rows, []


def sheet_differences(where, lines, header, rows, described_by, words, codes):
    """Every difference between a sheet and its table's CSV."""
    about, kinds = described_by
    language, _, _, last = words
    names = list(lines[NAME_ROW - 1][:len(header)])
    if names != header:
        return [f"{where}: columns are {names}, not {header}"]
    shown, under = sheet_rows(lines, last)
    grain = [header.index(g) for g in about["grain"]]
    by_grain = {tuple(r[g] for g in grain): r for r in rows}
    found, seen = [], set()
    for n, line in enumerate(shown):
        # A label stands for its code, and an empty cell for an empty text.
        key = tuple(as_code(line[g], kinds[header[g]], codes.get(header[g], {})) for g in grain)
        row = by_grain.get(key)
        if row is None or key in seen:
            found.append(f"{where}: row {n + FIRST_ROW}: {key} is {'there twice' if key in seen else 'not in the CSV'}")
            continue
        seen.add(key)
        for i, field in enumerate(about["fields"]):
            cell, value = row[i], line[i]
            good = value == missing(row, header, field) if cell is None else agrees(
                value, cell, kinds[header[i]], codes.get(header[i], {}))
            if not good:
                found.append(f"{where}: row {n + FIRST_ROW}: {header[i]} is {value!r}, not {cell!r}")
    for note in about["notes"]:
        times = sum(note[language] in (text or "") for text in under)
        if times != 1:
            found.append(f"{where}: the note {note[language]!r} stands {times} times under the table")
    return found


def as_code(value, kind, code):
    if isinstance(value, datetime.date):
        return value.isoformat()[:10]
    if kind == "int64":
        return str(int(value))
    if kind == "bool":
        return "true" if value else "false"
    return code.get(value or "", value or "")


def print_setup(where, sheet):
    found = []
    if sheet.page_setup.orientation != "landscape" or not sheet.sheet_properties.pageSetUpPr.fitToPage:
        found.append(f"{where}: is not set up for printing")
    if sheet.print_title_rows != "$5:$5" or sheet.freeze_panes != f"A{FIRST_ROW}":
        found.append(f"{where}: the header is not frozen and repeated")
    if "&P" not in (sheet.oddFooter.right.text or ""):
        found.append(f"{where}: pages have no numbers")
    return found


def chart_differences(where, sheet, cards):
    """What is wrong with the charts: two for each card, from zero, of cells."""
    found = []
    if len(sheet._charts) != 2 * cards:
        found.append(f"{where}: {len(sheet._charts)} charts, not two for each of {cards} figures")
    for i, chart in enumerate(sheet._charts):
        if chart.y_axis.scaling.min != 0:
            found.append(f"{where}: chart {i + 1} does not begin at zero")
        if chart.tagname not in ("lineChart", "barChart") or chart.grouping not in ("standard", "clustered"):
            found.append(f"{where}: chart {i + 1} is a {chart.grouping} {chart.tagname}")
        for line in chart.series:
            reference = line.val.numRef.f.split("!")[1].replace("$", "")
            cells = sheet[reference] if ":" in reference else ((sheet[reference],),)
            values = [c.value for row in cells for c in row]
            if not any(isinstance(v, (int, float)) for v in values) or any(isinstance(v, str) for v in values):
                found.append(f"{where}: chart {i + 1} draws {values}")
    return found


def cards_of(folder):
    return json.loads((Path(folder) / "report.json").read_text(encoding="utf-8"))


def workbook_differences(folder, name, words, csv, book):
    """Every difference of one workbook, whose sheets are lists of rows, and the
    names of the sheets that were compared."""
    language, cover, _, last = words
    codes = {}
    if "code" in book:
        for field, code, label, *_ in sheet_rows(book["code"], last)[0]:
            codes.setdefault(field, {})[label] = code
    found, compared = [], []
    said = [value for row in book[cover] for value in row]
    for card in cards_of(folder):
        if card["sentence"][language] not in said:
            found.append(f"{name}: the cover lacks {card['sentence'][language]!r}")
    # What has a file for each measure is in share, and no table of its own here.
    parts = {f"share_{row[0]}" for table, _, rows in csv if table == "measure" for row in rows}
    for table, header, rows in csv:
        if f"tables/{table}.csv" not in said and table not in parts:
            found.append(f"{name}: the cover does not say where all of {table} is")
        if table not in book:
            continue
        by = described(Path(folder) / "tables" / f"{table}.parquet")
        found += sheet_differences(f"{name} {table}", book[table], header, rows, by, words, codes)
        compared.append(table)
    return found, compared


def set_up(folder, name, words, book, compared):
    """What is wrong with what only a person sees: formulas, charts, pages."""
    found = [f"{name} {cell.parent.title}: {cell.coordinate} is a formula"
             for sheet in book.worksheets for row in sheet.iter_rows() for cell in row if cell.data_type == "f"]
    cards = len(cards_of(folder))
    found += chart_differences(f"{name} {words[2]}", book[words[2]], cards) if cards else []
    for table in compared:
        found += print_setup(f"{name} {table}", book[table])
    return found


def check(edition, result):
    csv = list(tables(edition.folder))
    sheets, symbols = 0, Counter()
    for name, words in WORKBOOKS.items():
        book = openpyxl.load_workbook(edition.folder / name)
        lines = {sheet.title: list(sheet.iter_rows(values_only=True)) for sheet in book.worksheets}
        found, compared = workbook_differences(edition.folder, name, words, csv, lines)
        result.differences += found + set_up(edition.folder, name, words, book, compared)
        symbols.update(value for table in compared for row in lines[table] for value in row if value in SYMBOLS)
        sheets += len(compared)
    result.compared += sheets
    result.say(f"{len(WORKBOOKS)} workbooks, {sheets} sheets, cells {counted(symbols)}")
