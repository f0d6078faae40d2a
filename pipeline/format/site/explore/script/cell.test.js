// The shard and its rows are written by a test of the program: what is read
// here must be what was published, to the last digit.

import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import { cellOf, millionths, opened } from "./cell.js";

const read = (name) => readFileSync(new URL("../testdata/" + name, import.meta.url), "utf8");
const rows = JSON.parse(read("rows.json"));
const shard = opened(new Function("tresektorShard", "return " + read("shard.js"))((_, s) => s));

test("every published number is found again", () => {
  const keys = { amount: "Amount", share: "Share", low: "Low", high: "High" };
  for (const row of rows) {
    const cell = cellOf(shard, row.Place, row.Period);
    const sector = cell.sectors[row.Sector];
    const where = [row.Place, row.Period, row.Sector].join(" ");
    for (const [key, name] of Object.entries(keys)) assert.equal(sector[key], row[name], where + " " + key);
    if (row.Total !== null) assert.equal(cell.total, row.Total, where + " total");
    assert.deepEqual([sector.symbol, sector.note], [row.Symbol, row.Note], where);
  }
  assert.ok(rows.length > 100);
});

test("it is told where a source suppressed numbers", () => {
  const hiding = (row) => rows.some((r) => r.IsHiding && r.Place === row.Place && r.Period === row.Period);
  for (const row of rows) assert.equal(cellOf(shard, row.Place, row.Period).hides, hiding(row), row.Place + " " + row.Period);
  assert.deepEqual([true, false].map((is) => rows.some((r) => hiding(r) === is)), [true, true]);
});

test("a sector that was not published has no number", () => {
  const { unknown } = cellOf(shard, "01", "2021/22").sectors;
  assert.deepEqual([unknown.amount, unknown.share, unknown.low], [null, null, null]);
});

test("a total that was not published is none", () => {
  assert.equal(cellOf(shard, "01", "2019/20").total, null);
});

test("a cell that the edition does not have is none", () => {
  assert.equal(cellOf(shard, "9999", "2019/20"), null);
  assert.equal(cellOf(shard, "SE", "1999"), null);
});

test("shares are divided in whole numbers, half up, however large", () => {
  assert.equal(millionths(1, 3), 333333);
  assert.equal(millionths(2, 3), 666667);
  assert.equal(millionths(1, 2_000_000), 1);
  assert.equal(millionths(1, 2_000_001), 0);
  assert.equal(millionths(9_000_000_000_000, 9_000_000_000_001), 1_000_000);
  assert.equal(millionths(5, 0), 0);
});
