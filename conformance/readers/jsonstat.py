"""JSON-stat, read by pyjstat and validated by jsonstat-validator."""

import itertools
import json
from collections import Counter
from decimal import Decimal

from jsonstat_validator import validate_jsonstat
from pyjstat import pyjstat

from edition import MISSING, SYMBOLS, counted


def check(edition, result):
    files = cells = notes = 0
    symbols = Counter()
    for row in edition.rows("measure"):
        measure = row["measure"]
        parts = sorted(edition.folder.glob(f"tables/share_{measure}.json")) + \
            sorted(edition.folder.glob(f"tables/share_{measure}.[0-9]*.json"))
        found, dimensions = {}, []
        for path in parts:
            dimensions = read(path, found, result)
            notes += notes_of(edition, path, result)
        numbers = sorted({key[-1] for key in found})
        want = edition.cube(measure, dimensions, numbers)
        result.equal(f"{measure}: numbers of the CSV in the cube", len(want), len(want.keys() & found.keys()))
        for key, got in found.items():
            result.equal(f"{measure} {key}", want.get(key, MISSING), got)
        symbols.update(value for value in found.values() if value in SYMBOLS)
        files, cells = files + len(parts), cells + len(found)
    result.say(f"{files} files, {cells} cells {counted(symbols)}, {notes} notes")


def read(path, found, result):
    """Adds the cells of a file to found, by the codes of the dimensions."""
    text = path.read_text(encoding="utf-8")
    result.true(f"{path.name} is valid", validate_jsonstat(json.loads(text)))
    data = pyjstat.Dataset.read(text)
    values = data.write("dataframe")["value"].tolist()
    dimensions = data["id"][:-1]
    codes = itertools.product(*(data["dimension"][name]["category"]["index"] for name in data["id"]))
    for position, (key, value) in enumerate(zip(codes, values, strict=True)):
        symbol = data.get("status", {}).get(str(position))
        result.equal(f"{path.name} {key}: a value or a symbol", value != value or value is None, symbol is not None)
        found[key] = symbol if symbol else plain(value, data, key[-1])
    return dimensions


def plain(value, data, number):
    """The value with the decimals that the file says it has, as text."""
    decimals = data["dimension"]["metric"]["category"]["unit"][number]["decimals"]
    return str(round(Decimal(repr(value)), 0) if decimals == 0 else Decimal(repr(value)).quantize(Decimal(1).scaleb(-decimals)))


def notes_of(edition, path, result):
    """Every note on what is in the file is on it there, or in the file beside it."""
    data, beside = pyjstat.Dataset.read(path.read_text(encoding="utf-8")), path.with_name(path.stem + ".notes.json")
    left = [note["sv"] for note in edition.json(beside.name)] if beside.exists() else []
    notes = edition.json("share.csv-metadata.json").get("notes", [])
    for note in notes:
        text, field = note["oa:hasBody"][0]["@value"], note.get("field")
        dimension = data["dimension"].get(field, {}) if field else data
        there = dimension.get("note", []) if not note.get("code") else dimension.get("category", {}).get("note", {}).get(note["code"], [])
        of_number = data["dimension"]["metric"]["category"].get("note", {}).get(field, [])
        result.true(f"{path.name}: the note {text!r}", text in there + of_number + left)
    return len(notes)
