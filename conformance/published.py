"""Reads the CSV tables of an edition, where a null and an empty text differ."""

import re
from pathlib import Path

CELL = re.compile(r'("(?:[^"]|"")*"|[^,\r\n]*)(,|\r\n)')


def rows(path):
    """The rows of a CSV file: a null is None, every other cell its text."""
    text = path.read_bytes().decode("utf-8")
    row, at = [], 0
    while at < len(text):
        found = CELL.match(text, at)
        if not found:
            raise ValueError(f"{path}: no CSV from character {at}: {text[at:at + 40]!r}")
        cell, end = found.groups()
        if cell.startswith('"'):
            cell = cell[1:-1].replace('""', '"')
        elif cell == "":
            cell = None
        row.append(cell)
        if end == "\r\n":
            yield row
            row = []
        at = found.end()


def tables(folder):
    """Name, header and rows of every CSV table of an edition."""
    for path in sorted((Path(folder) / "tables").glob("*.csv")):
        header, *rest = rows(path)
        yield path.stem, header, rest
