"""CSV and Parquet, read by duckdb: that both are one table, typed alike.

The other readers of these formats build on one library, Arrow; this one does not.
"""

import duckdb

from edition import harmless

# What the CSV means by nothing and by "".
CSV = """select * from read_csv($path, columns = $columns, header = true, auto_detect = false, delim = ',',
    quote = '"', escape = '"', nullstr = '', allow_quoted_nulls = false, strict_mode = true)"""
PARQUET = "select * from read_parquet($path)"


def check(edition, result):
    cells = 0
    for name in edition.tables():
        with duckdb.connect() as connection:
            cells += compare(edition, name, connection, result)
    result.say(f"{len(edition.tables())} tables, {cells} cells")


def compare(edition, name, connection, result):
    """The CSV, read with the types of the Parquet file, has its cells."""
    parquet = connection.execute(PARQUET, {"path": str(edition.path(name + ".parquet"))})
    columns = {column[0]: str(column[1]) for column in parquet.description}
    want = parquet.fetchall()
    result.equal(f"{name}: columns", edition.header(name), list(columns))
    got = connection.execute(CSV, {"path": str(edition.path(name + ".csv")), "columns": columns}).fetchall()
    result.equal(f"{name}: rows", len(want), len(got))
    for number, (row, typed) in enumerate(zip(want, got), 1):
        guarded = tuple(harmless(value) if isinstance(value, str) else value for value in row)
        if guarded != typed:
            result.equal(f"{name} row {number}", guarded, typed)
    return len(got) * len(columns)
