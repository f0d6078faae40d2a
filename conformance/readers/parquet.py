"""Compares the Parquet tables of an edition, read by pyarrow, with their CSV.
"""

import datetime
import decimal
import json
from collections import Counter

import pyarrow.parquet

from edition import cell, counted, harmless
from published import tables

TYPES = ("int64", "bool", "date32[day]", "string")
BILINGUAL = ("title", "description", "publisher")

# A cell that does not show how it divides may still show these.
UNSPLIT = ("total", "places_present", "places_listed")


def written(value):
    """A cell of pyarrow as CSV writes it; decimals are compared as numbers."""
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, datetime.date):
        return value.isoformat()
    return str(value)


def same(value, text):
    """Whether a cell is the CSV's, where a text that would be a formula is guarded."""
    if value is None or text is None:
        return value is None and text is None
    if isinstance(value, decimal.Decimal):
        return value == decimal.Decimal(text)
    return harmless(value) == text if isinstance(value, str) else written(value) == text


def differences(name, header, rows, path):
    """Every difference between a table's CSV and its Parquet file."""
    file = pyarrow.parquet.ParquetFile(path)
    if file.schema_arrow.names != header:
        return [f"{name}: columns are {file.schema_arrow.names}, not {header}"]
    table = file.read()
    if table.num_rows != len(rows):
        return [f"{name}: {table.num_rows} rows, not {len(rows)}"]
    found = [
        f"{name}: column {f.name} is {f.type}"
        for f in file.schema_arrow
        if str(f.type) not in TYPES and not str(f.type).startswith("decimal128(38,")
    ]
    columns = [column.to_pylist() for column in table.columns]
    for i, column in enumerate(columns):
        found += [
            f"{name}: row {n + 1}: {header[i]} is {value!r}, not {row[i]!r}"
            for n, (value, row) in enumerate(zip(column, rows))
            if not same(value, row[i])
        ]
    return found + described(name, file, header, columns) + statistics(name, file, header, columns)


def described(name, file, header, columns):
    """What the metadata should say and does not."""
    about = {k.decode(): json.loads(v) for k, v in file.metadata.metadata.items() if k != b"ARROW:schema"}
    found = [
        f"{name}: {key} is not said in both languages"
        for key in BILINGUAL
        if not about[key]["sv"] or not about[key]["en"]
    ]
    found += [f"{name}: note without words: {note}" for note in about["notes"] if not note["sv"] or not note["en"]]
    if [s["symbol"] for s in about["symbols"]] != [".", "..", "..."]:
        found.append(f"{name}: symbols are {about['symbols']}")
    keys = list(zip(*(columns[header.index(g)] for g in about["grain"])))
    if len(set(keys)) != len(keys):
        found.append(f"{name}: {about['grain']} do not identify a row")
    if [f["name"] for f in about["fields"]] != header:
        found.append(f"{name}: the fields described are not its columns")
    for field, column in zip(about["fields"], columns):
        found += fieldless(name, field, header, column, columns)
    return found


def fieldless(name, field, header, column, columns):
    """What the description of one field should say and does not."""
    found = []
    if not field["label"]["sv"] or not field["label"]["en"]:
        found.append(f"{name}: {field['name']} has no label in both languages")
    if field["codes"]:
        labelled = {c["code"] for c in field["codes"]}
        found += [f"{name}: {field['name']} has no label for {c}" for c in sorted(set(column) - labelled - {None, ""})]
    if field["symbol"] and field["name"] not in UNSPLIT:
        symbols = columns[header.index(field["symbol"])]
        found += [
            f"{name}: row {n + 1}: {field['name']} is {value} beside the symbol {symbol}"
            for n, (value, symbol) in enumerate(zip(column, symbols))
            if value is not None and symbol == "..."
        ]
    return found


def statistics(name, file, header, columns):
    """Least and greatest values that are not those of their row group."""
    found, first = [], 0
    for g in range(file.metadata.num_row_groups):
        group = file.metadata.row_group(g)
        for i in range(group.num_columns):
            s = group.column(i).statistics
            values = [v for v in columns[i][first:first + group.num_rows] if v is not None]
            if s and s.has_min_max and (s.min, s.max) != (min(values), max(values)):
                found.append(f"{name}: {header[i]} is said to be {s.min!r} to {s.max!r}")
        first += group.num_rows
    return found


def symbols(path):
    """How many cells of a file have each symbol, as its fields say who has them."""
    file = pyarrow.parquet.ParquetFile(path)
    fields = json.loads(file.metadata.metadata[b"fields"])
    found = Counter()
    for row in file.read().to_pylist():
        for field in fields:
            if field["symbol"] and row[field["name"]] is None:
                found[cell({**row, "symbol": row[field["symbol"]]}, field["name"])] += 1
    return found


def check(edition, result):
    compared, found = 0, Counter()
    for name, header, rows in tables(edition.folder):
        path = edition.path(f"{name}.parquet")
        if not path.exists():
            result.differences.append(f"{name}: there is no {path.name}")
            continue
        result.differences += differences(name, header, rows, path)
        found += symbols(path)
        compared += 1
    result.compared += compared
    result.say(f"{compared} tables with their metadata and statistics, cells {counted(found)}")
