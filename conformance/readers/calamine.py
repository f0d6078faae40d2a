"""The report workbooks once more, read by calamine, which shares nothing with
openpyxl: it is written in Rust."""

from python_calamine import CalamineWorkbook

from published import tables
from readers.xlsx import WORKBOOKS, workbook_differences


def check(edition, result):
    csv = list(tables(edition.folder))
    sheets = 0
    for name, words in WORKBOOKS.items():
        book = CalamineWorkbook.from_path(edition.folder / name)
        found, compared = workbook_differences(edition.folder, name, words, csv, {s: lines(book, s) for s in book.sheet_names})
        result.differences += found
        sheets += len(compared)
    result.compared += sheets
    result.say(f"{len(WORKBOOKS)} workbooks, {sheets} sheets")


def lines(book, sheet):
    """The rows of a sheet from its first; an empty cell is nothing."""
    rows = book.get_sheet_by_name(sheet).to_python(skip_empty_area=False)
    return [tuple(None if value == "" else value for value in row) for row in rows]
