// Puts one selection on the page: sentence, charts, tables and explanation.

import { cells, withKinds } from "./data.js";
import { element } from "./dom.js";
import { files, saver } from "./download.js";
import { explain } from "./explain.js";
import * as figure from "./figure.js";
import { all, kindsOf, seenAs } from "./kind.js";
import { contextOf, savedWith, titleOf } from "./spoken.js";
import { besides } from "./state.js";
import * as table from "./table.js";
import { fill, wordsIn } from "./words.js";

/** Everything that a selection needs, read. */
export async function read(store, index, state, kept) {
  const measure = index.measures.find((m) => m.code === state.measure);
  const told = { store, kept, measure, index, state, where: contextOf(state, index, measure), title: titleOf(state, index, measure), shared: titleOf(state, index, measure, state.view) };
  const [series] = await seen(store, told, state, [state.place]);
  return { ...told, series, named: await namedCells(store, told, series) };
}

/** Whether kinds are shown, and must be read. */
function hasKinds(state) {
  return state.kind !== all || state.view === "kinds";
}

/** The cells of some places, seen as the kind that is chosen. */
async function seen(store, { measure, index, state }, choice, places) {
  const lists = await cells(store, measure, choice, places);
  if (!hasKinds(state)) return lists;
  const divided = await withKinds(store, measure, choice, places, lists);
  return divided.map((list) => list.map((cell) => seenAs(cell, state.kind, index.kind_rest)));
}

async function namedCells(store, told, series) {
  const { measure, index, state } = told;
  const named = (codes, labels, key, lists) => codes.map((code, i) => ({ label: table.labelOf(labels, code), chosen: code === state[key], cells: lists[i] }))
    .filter((n) => n.chosen || n.cells.some((c) => c));
  if (state.view === "places") {
    const codes = besides(state.place, index.places, measure.places);
    return named(codes, index.places, "place", await seen(store, told, state, codes));
  }
  if (state.view === "areas") {
    const codes = besides(state.area, index.areas, measure.areas);
    const lists = await Promise.all(codes.map((area) => seen(store, told, { ...state, area }, [state.place])));
    return named(codes, index.areas, "area", lists.map(([list]) => list));
  }
  if (state.view === "definitions") {
    const codes = index.definitions.map((d) => d.code).filter((code) => measure.shards[code]);
    const lists = await Promise.all(codes.map((definition) => seen(store, told, { ...state, definition }, [state.place])));
    return named(codes, index.definitions, "definition", lists.map(([list]) => list));
  }
  return state.view === "kinds" ? kindsBeside(series, told) : [{ cells: series }];
}

/** All kinds together, and each that occurs in the place or is chosen. */
function kindsBeside(series, { measure, index, state }) {
  const as = (code, label) => ({ label, chosen: code === state.kind, cells: series.map((cell) => seenAs(cell, code, index.kind_rest)) });
  const occurs = (code) => code === state.kind || series.some((cell) => cell?.kinds[code]);
  return [as(all, wordsIn(index.language).allKinds),
    ...kindsOf(measure, state.definition, index).filter((k) => occurs(k.code)).map((k) => as(k.code, k.label))];
}

/** The charts, or that there is nothing to draw. */
function charts(told, width) {
  const { named, series, index, state } = told;
  if (!named.some((n) => n.cells.some((c) => c && c.focus.low !== null))) {
    return element("p", { class: "why-none", id: "explore-chart", "data-chart": "none" }, wordsIn(index.language).noChart);
  }
  if (state.view !== "time") return figure.compared(named, told, width);
  return (state.kind === all ? figure.overTime : figure.kindOverTime)(series, told, width);
}

/** Charts, each with its table. */
export function drawn(told, width) {
  const { series, named, measure, index, state } = told;
  const words = wordsIn(index.language);
  const isAlone = state.view === "time";
  const parts = [];
  if (measure.base !== "all") parts.push(element("p", { class: "framing", id: "explore-base" }, fill(words.notAll, table.labelOf(index.bases, measure.base))));
  if (!isAlone && named.length < 2) parts.push(element("p", { class: "why-none" }, state.view === "kinds" ? words.noKinds : words.noComparison));
  if (state.view === "definitions") parts.push(element("p", { class: "prose" }, words.spread));
  parts.push(charts(told, width));
  if (table.brokenOf(measure).includes(true)) parts.push(element("p", { class: "break" }, words.break + " " + (measure.break ?? "")));
  const overTime = state.kind === all ? table.overTime : table.kindOverTime;
  const shown = isAlone ? overTime(series, told) : table.compared(named, told);
  parts.push(table.draw(shown, "explore-table"), saver(shown, "tresektor-" + state.measure, "explore-table", savedWith(state, index, measure, state.view), index.language));
  const cell = series[measure.periods.findIndex((p) => p.code === state.period)];
  if (cell) parts.push(...(hasKinds(state) ? kinds(cell, told) : sectors(cell, told)));
  return [...parts, files(told), explain(told)];
}

/** What is saved with a table of the chosen period alone. */
function savedInPeriod({ state, index, measure }, compared) {
  return [...savedWith(state, index, measure, compared), [wordsIn(index.language).period, state.period]];
}

/** The sectors of the chosen period, as a table. */
function sectors(cell, told) {
  const { index, state } = told;
  const split = table.split(cell, told);
  return [element("h2", { class: "explore-title" }, fill(wordsIn(index.language).sectors, state.period)),
    table.draw(split, "explore-split"), saver(split, "tresektor-" + state.measure + "-sectors", "explore-split", savedInPeriod(told), index.language)];
}

/** The kinds of the chosen period, as a table. */
function kinds(cell, told) {
  const { index, state } = told;
  const words = wordsIn(index.language);
  const split = table.kindSplit(cell, told);
  return [element("h2", { class: "explore-title" }, fill(words.kinds, state.period)),
    element("p", { class: "prose" }, words.kindsWhy, cell.hides ? " " + words.kindHidden : ""),
    table.draw(split, "explore-split"), saver(split, "tresektor-" + state.measure + "-kinds", "explore-split", savedInPeriod(told, "kinds"), index.language)];
}
