"""PX, read by pyaxis, in both languages."""

import contextlib
import io
import itertools
from collections import Counter
from decimal import Decimal

from pyaxis import pyaxis

from edition import MISSING, SYMBOLS, counted

NOTHING = r"(?!)"  # pyaxis would make two of the three symbols alike; this leaves them as they are


def check(edition, result):
    files = cells = named = notes = 0
    symbols = Counter()
    for row in edition.rows("measure"):
        measure = row["measure"]
        parts = sorted(edition.folder.glob(f"tables/share_{measure}.px")) + \
            sorted(edition.folder.glob(f"tables/share_{measure}.[0-9]*.px"))
        found, dimensions = {}, []
        for path in parts:
            swedish, english = read(path, "sv"), read(path, "en")
            dimensions = cells_of(path, swedish, found, result)
            result.equal(f"{path.name}: cells in English", list(swedish["DATA"]["DATA"]), list(english["DATA"]["DATA"]))
            named += labels(edition, path, {"sv": swedish, "en": english}, result)
            notes += notes_of(edition, path, {"sv": swedish, "en": english}, result)
            about(path, swedish["METADATA"], result)
        numbers = sorted({key[-1] for key in found})
        want = edition.cube(measure, dimensions, numbers)
        result.equal(f"{measure}: numbers of the CSV in the cube", len(want), len(want.keys() & found.keys()))
        for key, got in found.items():
            result.equal(f"{measure} {key}", number(want.get(key, MISSING)), number(got))
        symbols.update(value for value in found.values() if value in SYMBOLS)
        files, cells = files + len(parts), cells + len(found)
    result.true("every dimension has labels", named)
    result.say(f"{files} files in two languages, {cells} cells {counted(symbols)}, {named} labels, {notes} notes")


def read(path, language):
    with contextlib.redirect_stdout(io.StringIO()):
        return pyaxis.parse(str(path), encoding="utf-8", null_values=NOTHING, sd_values=NOTHING, lang=language)


def variables(px):
    return px["METADATA"]["STUB"] + px["METADATA"]["HEADING"]


def cells_of(path, px, found, result):
    """Adds the cells of a file to found, by the codes of the dimensions."""
    meta = px["METADATA"]
    names = [meta[f"VARIABLECODE({name})"][0] for name in variables(px)]
    codes = list(itertools.product(*(meta[f"CODES({name})"] for name in variables(px))))
    values = list(px["DATA"]["DATA"])
    result.equal(f"{path.name}: number of cells", len(codes), len(values))
    for key, value in zip(codes, values):
        found[key] = value.strip('"')
    return names[:-1]


def about(path, meta, result):
    """The file says which periods it is about: those that it has."""
    periods = sorted(meta["CODES(Period)"])
    want = " – ".join(dict.fromkeys([periods[0], periods[-1]]))
    result.equal(f"{path.name}: REFPERIOD", [want], meta.get("REFPERIOD", [want]))


def number(text):
    """A number as such; a symbol as it is."""
    try:
        return Decimal(text)
    except ArithmeticError:
        return text


def labels(edition, path, by_language, result):
    """What codes are called is what the table's description calls them."""
    count = 0
    description = edition.json("share.csv-metadata.json")
    for column in description["tableSchema"]["columns"]:
        concepts = column.get("qb:codeList", {}).get("skos:hasTopConcept", [])
        called = {c["skos:notation"]["@value"]: {t["@language"]: t["@value"] for t in c["skos:prefLabel"]} for c in concepts}
        for language, px in by_language.items():
            meta, title = px["METADATA"], column["titles"].get(language)
            if f"CODES({title})" not in meta or not called:
                continue
            for code, value in zip(meta[f"CODES({title})"], meta[f"VALUES({title})"], strict=True):
                label = called[code].get(language, called[code]["sv"])
                result.true(f"{path.name}: {code} is {value}, not {label}", value in (label, f"{label} ({code})"))
                count += 1
    return count


def notes_of(edition, path, by_language, result):
    """Every note on what is in the file is there, in the file's two languages."""
    count, beside = 0, path.with_name(path.stem + ".notes.json")
    left = edition.json(beside.name) if beside.exists() else []
    for note in edition.json("share.csv-metadata.json").get("notes", []):
        for body in note["oa:hasBody"]:
            meta = by_language[body["@language"]]["METADATA"]
            ending = "X" if note["mandatory"] else ""
            texts = [glued(v) for k, v in meta.items() if k.partition("(")[0] in ("NOTE" + ending, "VALUENOTE" + ending)]
            elsewhere = [glued([n[body["@language"]]]) for n in left]
            text = glued([body["@value"]])
            result.true(f"{path.name}: the note {body['@value']!r}", any(text in each for each in texts + elsewhere))
            count += 1
    return count


def glued(parts):
    """A text without its spaces: pyaxis takes those away where a text was split."""
    return "".join("".join(parts).split()).replace('"', "”")
