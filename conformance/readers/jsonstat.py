"""JSON-stat, read by pyjstat and validated by jsonstat-validator: a Swedish
file and an English one beside it, with the same cells."""

import itertools
import json
from collections import Counter
from decimal import Decimal

from jsonstat_validator import validate_jsonstat
from pyjstat import pyjstat

from edition import MISSING, SYMBOLS, counted


def check(edition, result):
    for language in ("sv", "en"):
        check_language(edition, language, result)


def check_language(edition, language, result):
    files = cells = notes = labels = 0
    symbols = Counter()
    for row in edition.rows("measure"):
        measure = row["measure"]
        parts = files_of(edition, measure, language)
        found, dimensions = {}, []
        for path in parts:
            dimensions = read(path, found, result)
            notes += notes_of(edition, path, language, result)
            labels += labels_of(edition, path, language, result)
        numbers = sorted({key[-1] for key in found})
        want = edition.cube(measure, dimensions, numbers)
        result.equal(f"{measure} {language}: numbers of the CSV in the cube", len(want), len(want.keys() & found.keys()))
        for key, got in found.items():
            result.equal(f"{measure} {language} {key}", want.get(key, MISSING), got)
        symbols.update(value for value in found.values() if value in SYMBOLS)
        files, cells = files + len(parts), cells + len(found)
    result.say(f"{language}: {files} files, {cells} cells {counted(symbols)}, {notes} notes, {labels} labels")


def files_of(edition, measure, language):
    """The files of a measure in a language: <cube>.json and <cube>.en.json, where
    a cube that is divided has its period in its name."""
    paths = [path for pattern in ("", "[0-9]*.") for path in sorted(edition.folder.glob(f"tables/share_{measure}.{pattern}json"))]
    paths += sorted(edition.folder.glob(f"tables/share_{measure}.en.json"))
    of_language = [path for path in paths if path.name.endswith(".en.json") == (language == "en")]
    return [path for path in dict.fromkeys(of_language) if not path.name.endswith(".notes.json")]


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


def labels_of(edition, path, language, result):
    """Every code is called what the description of the CSV calls it in the language."""
    data, compared = pyjstat.Dataset.read(path.read_text(encoding="utf-8")), 0
    for column in edition.json("share.csv-metadata.json")["tableSchema"]["columns"]:
        concepts = column.get("qb:codeList", {}).get("skos:hasTopConcept", [])
        words = {c["skos:notation"]["@value"]: {w["@language"]: w["@value"] for w in c.get("skos:prefLabel", [])} for c in concepts}
        for code, label in data["dimension"].get(column["name"], {}).get("category", {}).get("label", {}).items():
            want = words.get(code, {}).get(language, code)
            result.true(f"{path.name} {column['name']} {code}: {label!r} is {want!r}", label in (want, f"{want} ({code})"))
            compared += 1
    return compared


def notes_of(edition, path, language, result):
    """Every note on what is in the file is on it there, or in the file beside it."""
    stem = path.name.removesuffix(".json").removesuffix(".en")
    data, beside = pyjstat.Dataset.read(path.read_text(encoding="utf-8")), path.with_name(stem + ".notes.json")
    left = [note[language] for note in edition.json(beside.name)] if beside.exists() else []
    notes = edition.json("share.csv-metadata.json").get("notes", [])
    for note in notes:
        texts, field = {body["@language"]: body["@value"] for body in note["oa:hasBody"]}, note.get("field")
        text = texts[language]
        dimension = data["dimension"].get(field, {}) if field else data
        there = dimension.get("note", []) if not note.get("code") else dimension.get("category", {}).get("note", {}).get(note["code"], [])
        of_number = data["dimension"]["metric"]["category"].get("note", {}).get(field, [])
        result.true(f"{path.name}: the note {text!r}", text in there + of_number + left)
    return len(notes)
