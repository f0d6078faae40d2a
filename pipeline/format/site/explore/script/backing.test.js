// The shard of organisations and its rows are written by a test of the program.

import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import { behind, behindIn, called, openedBacking } from "./backing.js";
import { cell, index } from "./example.js";
import { said } from "./named.js";

const read = (name) => readFileSync(new URL("../testdata/" + name, import.meta.url), "utf8");
const rows = JSON.parse(read("backing.json"));
const shard = openedBacking(new Function("tresektorBacking", "return " + read("backing.js"))((_, s) => s));

test("every organisation is behind the numbers that it was published for, and no other", () => {
  let found = 0;
  for (const place of ["01", "0114", "SE", "9999"]) {
    for (const period of ["2018/19", "2019/20", "2020/21", "2021/22"]) {
      for (const definition of ["snav", "bred", "uppgiven"]) {
        const is = (r) => r.Place === place && r.First <= period && period <= r.Last && r.Definitions.split(" ").includes(definition);
        const got = behindIn(shard, { place, period, definition });
        assert.deepEqual(got, rows.filter(is).map((r) => r.Organisation), [place, period, definition].join(" "));
        found += got.length;
      }
    }
  }
  assert.ok(found > 100);
});

const measure = { ...index.measures[0], backing: { "skola none": { file: "backing-elever.1", from: ["01", "0115"] } } };
const state = { place: "SE", period: "2019/20", definition: "snav", area: "skola", agreement: "none", kind: "all" };

test("the part that has the place is read, and nothing where nobody is named", async () => {
  const asked = [];
  const store = { load: async (name) => { asked.push(name); return shard; } };
  assert.deepEqual(await behind(store, measure, state), behindIn(shard, state));
  assert.deepEqual(asked, ["backing-elever.1.2"]);
  assert.deepEqual(await behind({ load: assert.fail }, measure, { ...state, area: "grundskola" }), []);
  assert.deepEqual(await behind({ load: assert.fail }, index.measures[1], state), []);
});

test("names are read from the files that have them, each once", async () => {
  const asked = [];
  const store = { load: async (name) => { asked.push(name); return name === "named.1" ? ["a", "b"] : ["c"]; } };
  assert.deepEqual(await called(store, [0, 1, 2], 2), ["a", "b", "c"]);
  assert.deepEqual(asked, ["named.1", "named.2"]);
});

test("what is said of those who are named, and of why nobody is", () => {
  const say = (count, changed = {}, kind = "all") => said({ measure, index, state: { ...state, period: "2018", kind }, where: "Sverige", series: [changed && { ...cell, sectors: { ...cell.sectors, ideburen: { ...cell.sectors.ideburen, ...changed } } }, null] }, count);
  assert.match(say(2)[0], /^2 idéburna organisationer ligger bakom talet: 2018; Sverige\.$/);
  assert.match(say(1)[0], /^1 idéburen organisation ligger/);
  assert.match(say(2)[1], /Privata och offentliga utförare nämns inte/);
  assert.deepEqual([say(2).length, say(2, {}, "stiftelse").length], [2, 3]);
  assert.match(say(0, { symbol: "...", amount: null, share: null })[0], /talet inte visas/);
  assert.match(say(0, null)[0], /talet inte visas/);
  assert.match(say(0, { amount: 0, share: 0 })[0], /^Ingen idéburen organisation/);
  assert.match(say(0)[0], /inga namn på dem/);
});
