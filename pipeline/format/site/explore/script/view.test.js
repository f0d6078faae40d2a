import assert from "node:assert/strict";
import { test } from "node:test";
import { cells } from "./data.js";
import { cell, index } from "./example.js";
import { inside, labelled, lines, top, withChosen, wrapped } from "./scale.js";
import { beside, bounds, counts, sentence, shown } from "./sentence.js";
import { savedWith } from "./spoken.js";
import { settle } from "./state.js";
import { compared, csv, overTime, split } from "./table.js";
import { wordsIn } from "./words.js";

const [measure] = index.measures;
const about = { ...measure, scene: { where: " i Sverige", when: "år 2018", by: ", enligt definitionen ”Snäv”" } };
const told = { measure, index, state: { period: "2018", view: "time", kind: "all" }, title: "Sverige" };
const of = (low, high) => ({ share: low, low, high });

test("the sentence has three forms and one for no number", () => {
  assert.equal(sentence(of(33000, 33000), about, "sv"), "3,3 procent av ”Elever i årskurs 9” i Sverige fanns år 2018 hos idéburna utförare, enligt definitionen ”Snäv”.");
  assert.equal(sentence(of(33000, 38000), about, "sv"), "Mellan 3,3 och 3,8 procent av ”Elever i årskurs 9” i Sverige fanns år 2018 hos idéburna utförare, enligt definitionen ”Snäv”.");
  assert.equal(sentence(of(33000, 99000), about, "sv"), "Andelen kan inte anges: underlaget räcker bara till att säga att minst 3,3 procent av ”Elever i årskurs 9” i Sverige fanns år 2018 hos idéburna utförare, enligt definitionen ”Snäv”.");
  assert.equal(sentence(of(null, null), about, "sv"), "Andelen av ”Elever i årskurs 9” i Sverige som fanns år 2018 hos idéburna utförare, enligt definitionen ”Snäv”, kan inte anges.");
  assert.equal(sentence(of(33000, 38000), { ...about, label: "Purchases", unit: "SEK", kind: "money", scene: { where: " in Sweden", when: "in 2018", by: ", by the definition “Narrow”" } }, "en"), "Between 3.3 and 3.8 per cent of “Purchases” (counted in SEK) in Sweden went to non-profit (idéburen) providers in 2018, by the definition “Narrow”.");
});

test("the public share is told of measures of all activity only", () => {
  assert.equal(beside(cell, about, "sv"), "Mellan 12,0 och 12,5 procent fanns hos privata utförare och 84,2 procent hos offentliga.");
  assert.equal(beside(cell, { ...about, base: "purchased" }, "sv"), "Mellan 12,0 och 12,5 procent fanns hos privata utförare.");
});

test("a possible range is explained and is no margin of error", () => {
  assert.match(bounds(cell, "sv"), /minst 3,3 och högst 3,8 procent.*att 0,5 procent av det som räknas finns hos .*inte en statistisk felmarginal/);
  assert.match(bounds({ sectors: { ideburen: of(3, null) } }, "sv"), /går inte att säga/);
  assert.equal(bounds({ sectors: { ideburen: of(3, 3) } }, "sv"), "");
});

test("what the source hides is told of only where it hides something", () => {
  assert.doesNotMatch(bounds(cell, "sv"), /källan/);
  const widened = { ...cell, hides: true, sectors: { ...cell.sectors, ideburen: { ...cell.sectors.ideburen, low: 32900, high: 38100 } } };
  assert.match(bounds(widened, "sv"), /att 0,5 procent av det som källan visar finns hos .*, och att källan döljer tal\./);
  const none = { ...cell.sectors, ideburen: { ...cell.sectors.ideburen, high: 33000 }, nonpublic: { ...cell.sectors.nonpublic, amount: 0 } };
  const decided = { ...widened.sectors, nonpublic: { ...cell.sectors.nonpublic, share: 0 } };
  assert.match(bounds({ ...cell, hides: true, sectors: decided }, "sv"), /Skillnaden beror på att källan döljer tal\. Det/);
  assert.match(bounds({ ...cell, hides: true }, "sv"), /att 0,5 procent av det som räknas.*Källan döljer också tal som intervallet inte täcker\.$/);
  assert.equal(bounds({ ...cell, sectors: none, hides: true }, "sv"), "Källan döljer också tal som intervallet inte täcker.");
  assert.match(bounds({ ...cell, sectors: { ...decided, unknown: { ...cell.sectors.unknown, share: 400 } } }, "sv"), /att en liten del av det som räknas finns hos/);
});

test("what is counted, and of what, is told in the measure's own words", () => {
  assert.equal(counts(measure, "sv"), "Det som räknas: Elever i skolor i sektorn. Av vad: Alla elever i årskurs 9 som källan visar.");
  assert.equal(counts(measure, "en"), "What is counted: Elever i skolor i sektorn. Of what: Alla elever i årskurs 9 som källan visar.");
});

test("no number is shown as its symbol, and never as 0", () => {
  const none = (symbol) => shown({ symbol, amount: null, share: null, low: null, high: null }, "sv");
  assert.deepEqual([none("."), none(".."), none("...")], [".", "..", "..."]);
  assert.equal(shown({ symbol: "", share: 0, low: 0, high: 0 }, "sv"), "0,0");
  assert.equal(shown(cell.sectors.nonpublic, "sv"), "0,5");
  assert.equal(shown(undefined, "sv"), "");
});

test("the table has the numbers of the chart, and marks its break", () => {
  const { head, rows } = overTime([cell, null], told);
  assert.deepEqual(head, ["Period", "Offentlig", "Privat", "Idéburen", "Enskild, ej uppdelad", "Uppgift saknas"]);
  assert.deepEqual(rows[0].cells, ["84,2", "12,0–12,5", "3,3–3,8", "0,5", "0,0"]);
  assert.deepEqual([rows[0].chosen, rows[0].broken, rows[1].broken, rows[1].aside], [true, false, true, "(brott)"]);
});

test("remainders have no possible range of their own", () => {
  const { head, rows } = split(cell, told);
  assert.deepEqual(head, ["Sektor", "elever", "Av summan", "Minst", "Högst"]); // no estimate of the share, decision 180
  assert.deepEqual(rows[3].cells, ["5", "0,5", ".", "."]);
  assert.deepEqual(rows[5].cells, ["1\u00a0000", "", "", ""]);
});

test("the table is saved as it is shown, and no cell becomes a formula", () => {
  const table = { caption: "Andelar", head: ["Plats", "2018"], rows: [{ name: '=cmd|"x"', aside: "(brott)", cells: ["3,3–3,8"] }] };
  assert.equal(csv(table, [["Mått", "Elever"]], "sv"), '\ufeff"Tabell";"Mått";"Plats";"2018"\r\n"Andelar";"Elever";"\'=cmd|""x"" (brott)";"3,3–3,8"\r\n');
  assert.ok(csv(table, [], "en").startsWith('\ufeff"Table","Plats","2018"'));
});

test("what a saved table is of stands in each of its rows, with source and edition", () => {
  const { state } = settle({ period: "2018", kind: "stiftelse" }, index);
  const known = { ...index, date: "25 november 2026", sources: [{ code: "register", title: "Register", publisher: "Verket" }] };
  const from = { ...measure, periods: [{ code: "2018", sources: ["register"] }, { code: "2019", sources: ["register"] }] };
  const at = [["Mått", "Elever i årskurs 9"], ["Plats", "Sverige"], ["Område", "Skola"], ["Definition", "Snäv: föreningar"], ["Slag av idéburen organisation", "Stiftelse"]];
  const by = [["Källa", "Register (Verket)"], ["Utgåva", "25 november 2026"]];
  assert.deepEqual(savedWith(state, known, from), [...at, ...by]);
  assert.deepEqual(savedWith(state, known, from, "places"), [at[0], ...at.slice(2), ...by]);
});

test("a scale begins at 0 and has room for the highest", () => {
  assert.deepEqual([0, 33000, 128000, 930000].map(top), [1, 5, 15, 100]);
  assert.deepEqual([lines(15), lines(1), lines(5)], [[0, 5, 10, 15], [0, 0.5, 1], [0, 1, 2, 3, 4, 5]]);
});

test("labels that have no room are left out, the last never", () => {
  const years = Array.from({ length: 25 }, (_, i) => String(2000 + i));
  assert.deepEqual(labelled(years, 240), ["2004", "2009", "2014", "2019", "2024"]);
  assert.deepEqual(labelled(years, 2000), years);
});

test("the chosen period has its label, and pushes away those in its way", () => {
  const years = Array.from({ length: 9 }, (_, i) => String(2016 + i));
  assert.deepEqual(withChosen(["2016", "2024"], years, "2018", 154), ["2018", "2024"]);
  assert.deepEqual(withChosen(["2016", "2024"], years, "2020", 154), ["2016", "2020", "2024"]);
  assert.deepEqual(withChosen(["2016", "2024"], years, "2024", 154), ["2016", "2024"]);
});

test("a label is divided between words, and a longer word where it must", () => {
  assert.deepEqual(wrapped("Socialvård och tillhörande tjänster", 17), ["Socialvård och", "tillhörande", "tjänster"]);
  assert.deepEqual(wrapped("Veterinärtjänster", 10), ["Veterinärt", "jänster"]);
  assert.deepEqual(wrapped("", 10), [""]);
});

test("a mark inside a bar has the size that the program gives it, or no room", () => {
  assert.deepEqual([inside(40, 60), inside(12, 60), inside(40, 9)], [3.5, 3, 0]);
});

test("a definition that says nothing needs no file", async () => {
  const store = { load: () => assert.fail("loaded") };
  const [list] = await cells(store, measure, { definition: "motpart", area: "skola", agreement: "none" }, ["SE"]);
  assert.deepEqual(list.map((c) => [c.period, c.sectors.ideburen.symbol, c.sectors.ideburen.note]), [["2018", ".", "no_evidence"], ["2019", ".", "no_evidence"]]);
});

test("definitions beside each other are a table of their own", () => {
  const named = [{ label: "Snäv", chosen: true, cells: [cell, null] }];
  const { caption, head, rows } = compared(named, { ...told, state: { period: "2018", view: "definitions" }, shared: "Sverige" });
  assert.equal(caption, "Idéburen andel i procent: Sverige");
  assert.deepEqual(head, ["Definition", "2018", "2019 (brott)"]);
  assert.deepEqual(rows[0].cells, ["3,3–3,8", ""]);
});

test("both languages say the same things", () => {
  const keys = (o) => Object.entries(o).flatMap(([k, v]) => (typeof v === "object" ? keys(v).map((inner) => k + "." + inner) : k));
  assert.deepEqual(keys(wordsIn("en")), keys(wordsIn("sv")));
});
