// Charts with their words: a caption, a key, and a text for those who cannot
// see them. The table below has the same numbers.

import * as chart from "./chart.js";
import { element } from "./dom.js";
import { glyph, swatch } from "./mark.js";
import { top } from "./scale.js";
import { shown } from "./sentence.js";
import { labelOf, short } from "./table.js";
import { fill, wordsIn } from "./words.js";

const codes = ["public", "private", "ideburen", "nonpublic", "unknown"];

/** One place over time: all sectors, and the idéburen on its own scale. */
export function overTime(cells, { measure, index, state, title }, width) {
  const words = wordsIn(index.language);
  const frame = { width, height: width < 480 ? 230 : 280, periods: measure.periods, chosen: state.period, language: index.language };
  const isWhole = measure.base === "all";
  const first = isWhole ? words.stacked : words.apart;
  const present = codes.filter((code) => cells.some((c) => c?.sectors[code].share > 0) || code === "ideburen");
  const most = top(highest([cells]));
  return element("div", { class: "explore-charts panels", id: "explore-chart", "data-chart": isWhole ? "stacked" : "apart" },
    figure(first, (isWhole ? chart.stacked : chart.apart)(cells, frame), title, key(isWhole ? present : codes.slice(0, 3), index)),
    figure(fill(words.own, most), chart.own(cells, frame, most), title, own(words), words.ownWhy));
}

/** One kind over time, on its own scale. */
export function kindOverTime(cells, { measure, index, state, title }, width) {
  const words = wordsIn(index.language);
  const frame = { width, height: width < 480 ? 230 : 280, periods: measure.periods, chosen: state.period, language: index.language };
  const most = top(highest([cells]));
  return element("div", { class: "explore-charts panels", id: "explore-chart", "data-chart": "kind" },
    figure(fill(words.ownKind, most, labelOf(index.kinds, state.kind)), chart.own(cells, frame, most), title, own(words, [cells])));
}

/** Places, areas, definitions or kinds beside each other, on one scale. */
export function compared(named, { measure, index, state, shared }, width) {
  const words = wordsIn(index.language);
  const most = top(highest(named.map((n) => n.cells)));
  const holder = (kind, ...children) => element("div", { class: "explore-charts", id: "explore-chart", "data-chart": kind }, ...children);
  if (measure.periods.length === 1) {
    const drawn = chart.rows(named, { width: Math.min(width, 720), language: index.language }, most);
    return holder("rows", figure(fill(words.rows, most, state.period), drawn, shared, own(words, named.map((n) => n.cells))));
  }
  const frame = { width: 190, height: 130, periods: measure.periods, chosen: state.period, language: index.language };
  const panels = named.map(({ label, cells, chosen }) => {
    const drawn = chart.panel(cells, frame, most);
    drawn.setAttribute("aria-hidden", "true");
    const told = valueIn(state.period, cells, index.language);
    return element("div", { class: chosen ? "multiple chosen" : "multiple" }, element("p", {}, label, " ", told && state.period + ": ", element("b", {}, told)), drawn);
  });
  return holder("multiples", element("figure", {},
    heading(fill(words.multiples, most, state.period), shared), element("div", { class: "multiples" }, ...panels), own(words, named.map((n) => n.cells))));
}

/** A panel's number in the chosen period, with its per cent sign. */
function valueIn(period, cells, language) {
  const focus = cells.find((c) => c?.period === period)?.focus;
  const text = shown(focus, language);
  return /\d/.test(text) ? text + "\u00a0%" + (focus.hides ? chart.hiding : "") : text;
}

function figure(caption, svg, title, ...below) {
  svg.setAttribute("role", "img");
  svg.setAttribute("aria-label", caption + ". " + title);
  const texts = below.map((b) => (typeof b === "string" ? element("p", { class: "note" }, b) : b));
  return element("figure", {}, heading(caption, title), svg, ...texts);
}

/** What a chart shows, and of what: a chart is copied without its page. */
function heading(caption, title) {
  return element("figcaption", {}, element("span", { class: "says" }, caption), element("span", { class: "shows" }, title));
}

/** The highest share that is possible anywhere. */
function highest(lists) {
  const all = lists.flat().filter((c) => c).map((c) => c.focus);
  return Math.max(0, ...all.map((s) => s.high ?? s.low ?? 0));
}

/** The key of sectors, each with its mark. */
function key(present, index) {
  return element("ul", { class: "key" }, ...present.map((code) =>
    element("li", {}, glyph(code), " ", short(labelOf(index.sectors, code)))));
}

function own(words, lists = []) {
  const isHiding = lists.some((cells) => cells.some((c) => c?.focus.hides));
  return element("ul", { class: "key" },
    element("li", {}, swatch("ideburen"), " ", words.known), element("li", {}, swatch("undecided"), " ", words.possible),
    isHiding ? element("li", {}, chart.hiding + " ", words.hides) : null);
}
