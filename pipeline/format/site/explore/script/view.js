// Puts one selection on the page: sentence, charts, tables and explanation.

import { cells } from "./data.js";
import { element } from "./dom.js";
import { files, saver } from "./download.js";
import { explain } from "./explain.js";
import * as figure from "./figure.js";
import { beside, bounds, sentence } from "./sentence.js";
import { besides } from "./state.js";
import * as table from "./table.js";
import { fill, wordsIn } from "./words.js";

/** Everything that a selection needs, read. */
export async function read(store, index, state) {
  const measure = index.measures.find((m) => m.code === state.measure);
  const told = { measure, index, state, title: contextOf(state, index, measure), shared: contextOf(state, index, measure, state.view) };
  const [series] = await cells(store, measure, state, [state.place]);
  return { ...told, series, named: await namedCells(store, told, series) };
}

async function namedCells(store, { measure, index, state }, series) {
  const named = (codes, labels, key, lists) => codes.map((code, i) => ({ label: table.labelOf(labels, code), chosen: code === state[key], cells: lists[i] }))
    .filter((n) => n.chosen || n.cells.some((c) => c));
  if (state.view === "places") {
    const codes = besides(state.place, index.places, measure.places);
    return named(codes, index.places, "place", await cells(store, measure, state, codes));
  }
  if (state.view === "areas") {
    const codes = besides(state.area, index.areas, measure.areas);
    const lists = await Promise.all(codes.map((area) => cells(store, measure, { ...state, area }, [state.place])));
    return named(codes, index.areas, "area", lists.map(([list]) => list));
  }
  if (state.view === "definitions") {
    const codes = index.definitions.map((d) => d.code).filter((code) => measure.shards[code]);
    const lists = await Promise.all(codes.map((definition) => cells(store, measure, { ...state, definition }, [state.place])));
    return named(codes, index.definitions, "definition", lists.map(([list]) => list));
  }
  return [{ cells: series }];
}

/** Place, area, agreement and definition, as the sentence names them; without
 * the one that is compared. */
function contextOf(state, index, measure, compared) {
  const parts = [];
  if (compared !== "places") parts.push(table.labelOf(index.places, state.place));
  if (compared !== "areas" && (measure.areas.length > 1 || state.area !== "none")) parts.push(table.labelOf(index.areas, state.area));
  if (measure.agreements.length > 1 || state.agreement !== "none") parts.push(table.labelOf(index.agreements, state.agreement));
  if (compared !== "definitions") parts.push(table.labelOf(index.definitions, state.definition).split(":")[0]);
  return parts.join("; ");
}

/** The sentences about the chosen cell. */
export function spoken({ series, measure, index, state, title }) {
  const language = index.language;
  const cell = series[measure.periods.findIndex((p) => p.code === state.period)];
  if (!cell) return [wordsIn(language).noCell];
  const about = { unit: measure.unit, kind: measure.kind, base: measure.base, context: state.period + "; " + title };
  return [sentence(cell.sectors.ideburen, about, language), beside(cell, about, language), bounds(cell, about, language), silence(cell, index, state)];
}

/** Why there is no number. */
function silence(cell, index, state) {
  const words = wordsIn(index.language);
  const { low, amount, symbol, note } = cell.sectors.ideburen;
  if (low !== null) return "";
  const what = symbol === "." && amount === null ? fill(words.silent, table.labelOf(index.definitions, state.definition))
    : fill(words.hidden, symbol, table.labelOf(index.symbols, symbol));
  const reason = index.reasons.find((r) => r.code === note);
  return [what, reason && reason.label + ". " + (reason.text ?? "")].filter(Boolean).join(" ");
}

/** The charts, or that there is nothing to draw. */
function charts(told, width) {
  const { named, series, index, state } = told;
  if (!named.some((n) => n.cells.some((c) => c && c.sectors.ideburen.low !== null))) {
    return element("p", { class: "why-none", id: "explore-chart", "data-chart": "none" }, wordsIn(index.language).noChart);
  }
  return state.view === "time" ? figure.overTime(series, told, width) : figure.compared(named, told, width);
}

/** Charts, each with its table. */
export function drawn(told, width) {
  const { series, named, measure, index, state } = told;
  const words = wordsIn(index.language);
  const isAlone = state.view === "time";
  const parts = [];
  if (measure.base !== "all") parts.push(element("p", { class: "framing", id: "explore-base" }, fill(words.notAll, table.labelOf(index.bases, measure.base))));
  if (!isAlone && named.length < 2) parts.push(element("p", { class: "why-none" }, words.noComparison));
  if (state.view === "definitions") parts.push(element("p", { class: "prose" }, words.spread));
  parts.push(charts(told, width));
  if (table.brokenOf(measure).includes(true)) parts.push(element("p", { class: "break" }, words.break + " " + (measure.break ?? "")));
  const shown = isAlone ? table.overTime(series, told) : table.compared(named, told);
  parts.push(table.draw(shown, "explore-table"), saver(shown, "tresektor-" + state.measure, "explore-table", index.language));
  const cell = series[measure.periods.findIndex((p) => p.code === state.period)];
  if (cell) {
    const split = table.split(cell, told);
    parts.push(element("h2", { class: "explore-title" }, fill(words.sectors, state.period)), table.draw(split, "explore-split"), saver(split, "tresektor-" + state.measure + "-sectors", "explore-split", index.language));
  }
  return [...parts, files(told), explain(told)];
}
