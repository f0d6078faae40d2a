"""CSV with its description, read by csvw: types, nulls, keys and titles."""

import datetime
import warnings
from decimal import Decimal

from csvw import Table, TableGroup

from edition import NOT_APPLICABLE, MISSING, SUPPRESSED


def check(edition, result):
    with warnings.catch_warnings():
        warnings.simplefilter("error")  # what csvw does not understand in a description
        every_table(edition, result)


def every_table(edition, result):
    cells = notes = 0
    for name in edition.tables():
        table = Table.from_file(edition.path(name + ".csv-metadata.json"))
        cells += compare(edition, name, table, result)
        notes += notes_of(edition, name, result)
    together = TableGroup.from_file(edition.path("csv-metadata.json"))
    result.equal("tables of the group", edition.tables(), sorted(t.url.string.removesuffix(".csv") for t in together.tables))
    result.true("foreign keys hold", together.check_referential_integrity())
    result.true("some column refers to another table", any(t.tableSchema.foreignKeys for t in together.tables))
    result.say(f"{len(edition.tables())} tables, {cells} cells, {notes} notes")


def compare(edition, name, table, result):
    """Every cell that csvw reads as its type is what the CSV has as text."""
    result.true(f"{name}: the primary key is unique", table.check_primary_key())
    want, cells = edition.rows(name), 0
    columns = {column.name: column for column in table.tableSchema.columns}
    got = list(table)
    result.equal(f"{name}: rows", len(want), len(got))
    for number, (text, typed) in enumerate(zip(want, got), 1):
        result.equal(f"{name}: columns", list(text), list(typed))
        for column, value in typed.items():
            never_null = columns[column].null == []
            result.equal(f"{name} row {number} {column}", expected(text[column], never_null), written(value))
        cells += len(text)
    return cells


def expected(text, never_null):
    """An empty text is a text in a column that has no null, and null elsewhere."""
    return None if text == "" and not never_null else text


def written(value):
    match value:
        case None | str():
            return value
        case bool():
            return str(value).lower()
        case Decimal():
            return f"{value:f}"
        case int():
            return str(value)
        case datetime.datetime() if value.time() == datetime.time():  # csvw has no plain date
            return str(value.date())
    raise TypeError(f"{value!r} is of no type that a table has")


def notes_of(edition, name, result):
    """Notes are in both languages, and symbols are explained where there are any."""
    description = edition.json(name + ".csv-metadata.json")
    result.equal(f"{name}: languages of notes", [["sv", "en"]] * len(description.get("notes", [])),
                 [[body["@language"] for body in note["oa:hasBody"]] for note in description.get("notes", [])])
    for column in description["tableSchema"]["columns"]:
        codes = [c["skos:notation"]["@value"] for c in column.get("qb:codeList", {}).get("skos:hasTopConcept", [])]
        if column["name"] == "symbol":
            result.equal(f"{name}: symbols", [NOT_APPLICABLE, MISSING, SUPPRESSED], codes)
        result.equal(f"{name}: titles of {column['name']}", {"sv", "en", "und"}, set(column["titles"]))
    return len(description.get("notes", []))
