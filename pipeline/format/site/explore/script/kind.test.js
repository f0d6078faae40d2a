// The shard of kinds and its rows are written by a test of the program: what is
// read here must be what was published, to the last digit.

import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import { choices } from "./controls.js";
import { withKinds } from "./data.js";
import { cell, divided, index } from "./example.js";
import { isWidened, kindsIn, kindsOf, openedKinds, seenAs } from "./kind.js";
import { kindBounds, sentence, together } from "./sentence.js";
import { contextOf, spoken, titleOf } from "./spoken.js";
import { format, next, parse, settle } from "./state.js";
import { compared, kindOverTime, kindSplit } from "./table.js";

const read = (name) => readFileSync(new URL("../testdata/" + name, import.meta.url), "utf8");
const rows = JSON.parse(read("kind.json"));
const shard = openedKinds(new Function("tresektorKinds", "return " + read("kind.js"))((_, s) => s));
const [measure] = index.measures;
const focusOf = (changed, kind) => seenAs({ ...divided, ...changed }, kind, "okand").focus;
const of = (changed) => ({ sectors: { ...cell.sectors, ...changed } });
const told = { measure, index, where: "Sverige", title: "Sverige; slaget", shared: "Sverige" };

test("every published number of a kind is found again", () => {
  for (const row of rows) {
    const kind = kindsIn(shard, row.Place, row.Period)[row.Kind];
    const want = { symbol: row.Symbol, note: row.Note, amount: row.Amount, total: row.Total, share: row.Share };
    assert.deepEqual(kind, want, [row.Place, row.Period, row.Kind].join(" "));
  }
  assert.ok(rows.length > 50);
});

test("what was not published of kinds is not there", () => {
  const inShard = [...shard.values()].reduce((n, kinds) => n + Object.keys(kinds).length, 0);
  assert.equal(inShard, rows.length);
  assert.deepEqual(kindsIn(shard, "9999", "2019/20"), {});
});

test("a kind can be what is known of it, and what could be of any kind", () => {
  const { amount, share, low, high } = focusOf({}, "stiftelse");
  assert.deepEqual([amount, share, low, high], [10, 10000, 10000, 18000]); // 3 without a form, 5 undecided
});

test("a kind is marked where the source suppressed numbers", () => {
  assert.deepEqual([focusOf({}, "stiftelse").hides, focusOf({ hides: true }, "stiftelse").hides], [false, true]);
});

test("the rest of kinds has no range, and all kinds are the sector", () => {
  const { low, high } = focusOf({}, "okand");
  assert.deepEqual([low, high], [3000, 3000]);
  assert.deepEqual(focusOf({}, "all"), cell.sectors.ideburen);
});

test("zero, not applicable, missing and suppressed are four things", () => {
  const symbolOf = (focus) => [focus.symbol, focus.amount, focus.share, focus.low];
  const silent = (symbol) => ({ ...of({ ideburen: { symbol, note: "x", amount: null, share: null, low: null, high: null } }), kinds: {} });
  assert.deepEqual(symbolOf(focusOf({}, "kooperativ")), ["", 0, 0, 0]);
  assert.deepEqual(symbolOf(focusOf(silent("."), "stiftelse")), [".", null, null, null]);
  assert.deepEqual(symbolOf(focusOf(silent(".."), "stiftelse")), ["..", null, null, null]);
  assert.deepEqual(symbolOf(focusOf(silent("..."), "stiftelse")), ["...", null, null, null]);
  const { okand, ...some } = divided.kinds;
  assert.deepEqual(symbolOf(focusOf({ kinds: some }, "okand")), ["..", null, null, null]);
  const negative = { ...okand, share: null, symbol: ".", note: "negative_part" };
  assert.deepEqual(symbolOf(focusOf({ kinds: { ...some, okand: negative } }, "okand")), [".", 3, null, null]);
  assert.equal(seenAs(null, "stiftelse", "okand"), null);
});

test("how high a kind can be is not said where that is not known", () => {
  const { okand, ...some } = divided.kinds;
  assert.equal(focusOf({ kinds: some }, "stiftelse").high, null);
  assert.equal(focusOf(of({ ideburen: { ...cell.sectors.ideburen, high: null } }), "stiftelse").high, null);
  assert.equal(focusOf(of({ unknown: { ...cell.sectors.unknown, amount: null } }), "stiftelse").high, null);
});

test("the sentence says of what whole, and of which kind", () => {
  const about = { ...measure, among: "Stiftelse", scene: { where: " i Sverige", when: "år 2018", by: "" } };
  const one = { ...divided, kinds: { ...divided.kinds } };
  assert.equal(sentence({ share: 10000, low: 10000, high: 10000 }, about, "sv"), "1,0 procent av ”Elever i årskurs 9” i Sverige fanns år 2018 hos idéburna utförare av slaget ”Stiftelse”.");
  assert.equal(sentence(focusOf({}, "stiftelse"), about, "en"), "Between 1.0 and 1.8 per cent of “Elever i årskurs 9” i Sverige were with non-profit (idéburen) providers of the kind “Stiftelse” år 2018.");
  assert.equal(sentence({ share: null, low: null, high: null }, about, "sv"), "Andelen av ”Elever i årskurs 9” i Sverige som fanns år 2018 hos idéburna utförare av slaget ”Stiftelse”, kan inte anges.");
  assert.equal(together(one, "sv"), "Alla slag av idéburna utförare tillsammans: mellan 3,3 och 3,8 procent av det som räknas.");
});

test("what could be of any kind is told in words", () => {
  const say = (kind, changed = {}) => kindBounds(seenAs({ ...divided, ...changed }, kind, "okand"), kind, "okand", "sv");
  assert.match(say("stiftelse"), /minst 1,0 och högst 1,8 procent.*att 0,5 procent av det som räknas .*, och att 0,3 procent .*form vi inte känner.*vilket slag som helst.*inte en statistisk felmarginal/);
  assert.match(say("okand"), /en rest och inget slag/);
  const sure = of({ ideburen: { ...cell.sectors.ideburen, high: 33000 }, nonpublic: { ...cell.sectors.nonpublic, amount: 0 } });
  assert.equal(say("stiftelse", { ...sure, kinds: { stiftelse: { ...divided.kinds.stiftelse, amount: 33, share: 33000 } } }), "");
  assert.ok(isWidened({ ...divided, ...of({ ideburen: { ...cell.sectors.ideburen, low: 32900 } }) }));
  assert.ok(!isWidened(divided) && isWidened({ ...divided, ...of({ ideburen: { ...cell.sectors.ideburen, high: 38100 } }) }));
});

test("what is said of a kind is said of the chosen period", () => {
  const { state } = settle({ period: "2018", kind: "stiftelse" }, index);
  const series = [seenAs(divided, "stiftelse", "okand"), null];
  const [sentence, , all] = spoken({ ...told, series, state });
  assert.equal(sentence, "Mellan 1,0 och 1,8 procent av ”Elever i årskurs 9” i Sverige inom området ”Skola” fanns år 2018 hos idéburna utförare av slaget ”Stiftelse”, enligt definitionen ”Snäv”.");
  assert.match(all, /^Alla slag/);
  const [hidden] = spoken({ ...told, series: [seenAs({ ...divided, hides: true }, "stiftelse", "okand"), null], state });
  assert.match(hidden, /, enligt definitionen ”Snäv”, med bara kända tal räknade\.$/);
});

test("what is shown is named by its place and the short name of its definition, and captions by the kind", () => {
  const { state } = settle({ kind: "stiftelse" }, index);
  const named = { ...index, definitions: [{ code: "snav", label: "Enligt lag (2022:900): kort" }] };
  assert.equal(contextOf(state, named, measure), "Elever i årskurs 9; Sverige; Skola; definitionen ”Enligt lag (2022:900)”");
  assert.equal(titleOf(state, index, measure), "Elever i årskurs 9; Sverige; Skola; definitionen ”Snäv”; slaget ”Stiftelse”");
  assert.equal(titleOf({ ...state, view: "kinds" }, index, measure, "kinds"), "Elever i årskurs 9; Sverige; Skola; definitionen ”Snäv”");
  assert.equal(titleOf({ ...state, kind: "all" }, index, measure, "places"), "Elever i årskurs 9; Skola; definitionen ”Snäv”");
});

test("a kind over time has the table's numbers", () => {
  const state = { period: "2018", view: "time", kind: "stiftelse" };
  const { head, rows } = kindOverTime([seenAs(divided, "stiftelse", "okand"), null], { ...told, state });
  assert.deepEqual(head, ["Period", "elever", "Andel av känd mängd", "Minst", "Högst", "Summa"]);
  assert.deepEqual(rows.map((r) => r.cells), [["10", "1,0", "1,0", "1,8", "1\u00a0000"], ["", "", "", "", ""]]);
});

test("the kinds of a cell are those that occur, and all together", () => {
  const { rows } = kindSplit(divided, { ...told, state: { period: "2018", kind: "kooperativ", view: "kinds" } });
  assert.deepEqual(rows.map((r) => [r.name, ...r.cells]), [
    ["Ideell förening", "20", "2,0", "2,0", "2,8"], ["Stiftelse", "10", "1,0", "1,0", "1,8"], ["Kooperativ", "0", "0,0", "0,0", "0,8"],
    ["Form ej känd", "3", "0,3", ".", "."], ["Alla slag", "33", "3,3", "3,3", "3,8"],
  ]);
});

test("kinds beside each other are a table of their own", () => {
  const named = [{ label: "Stiftelse", chosen: true, cells: [seenAs(divided, "stiftelse", "okand"), null] }];
  const { head, rows } = compared(named, { ...told, state: { period: "2018", view: "kinds" } });
  assert.deepEqual([head[0], rows[0].cells], ["Slag av organisation", ["1,0–1,8", ""]]);
});

test("kinds can be chosen where there are any, in the order of their list", () => {
  assert.deepEqual(kindsOf(measure, "snav", index).map((k) => k.code), ["forening", "stiftelse", "okand"]);
  const possible = (asked) => choices(settle(asked, index).state, index);
  assert.deepEqual(possible({}).kind.map(([code]) => code), ["all", "forening", "stiftelse", "okand"]);
  assert.equal(possible({}).view.at(-1)[0], "kinds");
  assert.deepEqual(possible({ definition: "motpart" }).kind.length, 1);
  assert.ok(!possible({ definition: "motpart" }).view.some(([code]) => code === "kinds"));
});

test("a kind stands in the address, and stays while it can", () => {
  const { state } = settle({ kind: "stiftelse", view: "kinds" }, index);
  assert.match(format(state), /&kind=stiftelse&/);
  assert.deepEqual(settle(parse(format(state)), index), { unknown: [], state });
  assert.equal(next(state, { place: "01" }, index).kind, "stiftelse");
  const silent = next(state, { definition: "motpart" }, index);
  assert.deepEqual([silent.definition, silent.kind, silent.view], ["motpart", "all", "time"]);
  assert.equal(next(state, { measure: "platser" }, index).kind, "all");
  assert.deepEqual(settle({ kind: "bolag" }, index).unknown, ["bolag"]);
});

test("kinds are read from their own parts, and only where there are any", async () => {
  const asked = [];
  const store = { load: async (name) => { asked.push(name); return new Map([["0114 2018", divided.kinds], ["SE 2018", {}]]); } };
  const choice = { definition: "snav", area: "skola", agreement: "none" };
  const lists = await withKinds(store, measure, choice, ["0114", "SE"], [[{ ...cell, place: "0114" }, null], [cell]]);
  assert.deepEqual(asked, ["kind-elever.snav.1.1", "kind-elever.snav.1.2"]);
  assert.deepEqual([lists[0][0].kinds, lists[0][1], lists[1][0].kinds], [divided.kinds, null, {}]);
  const [[none]] = await withKinds({ load: assert.fail }, measure, { ...choice, definition: "motpart" }, ["SE"], [[cell]]);
  assert.deepEqual(none.kinds, {});
});
