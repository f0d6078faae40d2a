"""What every check needs: an edition's tables as they stand in its CSV files."""

import json
import re
from pathlib import Path

import pyarrow
from pyarrow import csv

# The symbols of a cell without a number. They and 0 are four different things.
NOT_APPLICABLE, MISSING, SUPPRESSED = SYMBOLS = ".", "..", "..."


class Edition:
    """An edition's folder. Tables are read by pyarrow, which tells an empty
    text ("") from a null (nothing), as our CSV does."""

    def __init__(self, folder):
        self.folder = Path(folder)

    def tables(self):
        return sorted(path.stem for path in self.folder.glob("tables/*.csv"))

    def path(self, name):
        return self.folder / "tables" / name

    def json(self, name):
        return json.loads(self.path(name).read_text(encoding="utf-8"))

    def header(self, table):
        with open(self.path(table + ".csv"), encoding="utf-8", newline="") as file:
            return file.readline().rstrip("\r\n").split(",")

    def rows(self, table):
        """The rows as dicts of text; None where the CSV has null."""
        options = csv.ConvertOptions(
            column_types={name: pyarrow.string() for name in self.header(table)},
            null_values=[""], strings_can_be_null=True, quoted_strings_can_be_null=False)
        parse = csv.ParseOptions(newlines_in_values=True)
        return csv.read_csv(self.path(table + ".csv"), convert_options=options, parse_options=parse).to_pylist()

    def cube(self, measure, dimensions, numbers):
        """The cells of one measure in share.csv: {(codes…, number): text or symbol}."""
        cells = {}
        for row in self.rows("share"):
            if row["measure"] == measure:
                codes = tuple(row[name] for name in dimensions)
                for number in numbers:
                    cells[codes + (number,)] = cell(row, number)
        return cells


def cell(row, number):
    """A number as text, or the symbol that says why there is none: that of the
    row, "." where the row has numbers, ".." where nothing is said."""
    if row[number] is not None:
        return row[number]
    if row["symbol"] is None:
        return MISSING
    return row["symbol"] or NOT_APPLICABLE


FORMULA = tuple("=+-@\t\r\n")
NUMBER = re.compile(r"-\d+(\.\d+)?")


def harmless(text):
    """A text as files that a spreadsheet opens have it: with an apostrophe where
    it would be a formula, or one after apostrophes: so it can be undone. A negative
    number is none."""
    return "'" + text if text.lstrip("'").startswith(FORMULA) and not NUMBER.fullmatch(text) else text


def counted(symbols):
    """How many of each symbol were compared, for the report."""
    return "with " + ", ".join(f"{count} {symbol!r}" for symbol, count in sorted(symbols.items()))


class Result:
    """What one check compared, and the first differences it found."""

    def __init__(self, name):
        self.name, self.compared, self.differences, self.said = name, 0, [], []

    def equal(self, what, want, got):
        self.compared += 1
        if want != got:
            self.differences.append(f"{what}: want {want!r}, got {got!r}")

    def true(self, what, holds):
        self.equal(what, True, bool(holds))

    def say(self, text):
        """A line for the report: how much was compared."""
        self.said.append(text)
