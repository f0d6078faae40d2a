import assert from "node:assert/strict";
import { test } from "node:test";
import { choices } from "./controls.js";
import { partOf } from "./cell.js";
import { index } from "./example.js";
import { besides, format, moved, parse, settle } from "./state.js";

test("an address leads back to what made it", () => {
  const { state, unknown } = settle({ measure: "elever", place: "0114", area: "grundskola", period: "2018", view: "places" }, index);
  assert.deepEqual(unknown, []);
  assert.deepEqual(settle(parse(format(state)), index).state, state);
  assert.deepEqual(state, { measure: "elever", place: "0114", area: "grundskola", agreement: "none", definition: "snav", kind: "all", period: "2018", view: "places" });
});

test("what an address leaves out is the edition's own, and the latest period", () => {
  assert.deepEqual(settle({}, index).state, { measure: "elever", place: "SE", area: "skola", agreement: "none", definition: "snav", kind: "all", period: "2019", view: "time" });
});

test("what the edition does not have is told and not guessed", () => {
  const { state, unknown } = settle(parse("#measure=elever&place=9999&period=<b>&view=cake"), index);
  assert.deepEqual(unknown, ["9999", "<b>", "cake"]);
  assert.deepEqual([state.place, state.period, state.view], ["SE", "2019", "time"]);
});

test("another hash is no selection", () => {
  assert.equal(parse("#main"), null);
  assert.equal(parse(""), null);
});

test("another measure keeps what both have and no more", () => {
  const next = moved({ measure: "platser", place: "SE", area: "skola", definition: "motpart", period: "2018", view: "areas", agreement: "none" }, index);
  assert.deepEqual(next, { measure: "platser", place: "SE", area: "none", agreement: "none", definition: "snav", kind: "all", period: "2020", view: "areas" });
});

test("beside a place are its parts, or what its parent is divided into", () => {
  const { places } = index.measures[0];
  assert.deepEqual(besides("SE", index.places, places), ["SE", "01"]);
  assert.deepEqual(besides("01", index.places, places), ["01", "0114", "0115"]);
  assert.deepEqual(besides("0115", index.places, places), ["01", "0114", "0115"]);
  assert.deepEqual(besides("GB", index.places, ["GB"]), ["GB"]);
});

test("only what a measure has can be chosen, parts under their whole", () => {
  const possible = choices(settle({}, index).state, index);
  assert.deepEqual(possible.place.map(([code, , deep]) => [code, deep]), [["SE", 0], ["01", 1], ["0114", 2], ["0115", 2]]);
  assert.deepEqual(possible.definition.map(([code]) => code), ["snav", "motpart"]);
  assert.deepEqual(possible.period.map(([code]) => code), ["2019", "2018"]);
});

test("a place is in the last part that begins at it or before it", () => {
  const shard = { file: "f", from: ["01", "0115", "GB"] };
  assert.deepEqual(["01", "0114", "0115", "0116", "GB", "SE"].map((p) => partOf(shard, p)), ["f.1", "f.1", "f.2", "f.2", "f.3", "f.3"]);
});
