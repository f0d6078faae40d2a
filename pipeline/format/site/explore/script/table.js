// A table under every chart, with the same numbers, and itself as CSV.

import { element } from "./dom.js";
import { all, seenAs } from "./kind.js";
import { amount, percent } from "./number.js";
import { shown } from "./sentence.js";
import { fill, wordsIn } from "./words.js";

const codes = ["public", "private", "ideburen", "nonpublic", "unknown"];

/** A place over time: every sector in every period. */
export function overTime(cells, { measure, index, state, title }) {
  const words = wordsIn(index.language);
  const isBroken = brokenOf(measure);
  const rows = measure.periods.map((period, i) => ({
    name: period.code, aside: aside(period, isBroken[i], words), broken: isBroken[i],
    chosen: period.code === state.period,
    cells: codes.map((code) => shown(cells[i]?.sectors[code], index.language)),
  }));
  const head = [words.period, ...codes.map((code) => short(labelOf(index.sectors, code)))];
  return { caption: fill(words.overTime, title), head, rows };
}

/** The five sectors of one cell, with amounts. */
export function split(cell, { measure, index, state, title }) {
  const words = wordsIn(index.language);
  const { number, share } = written(measure, index.language);
  const rows = codes.map((code) => {
    const s = cell.sectors[code];
    return {
      name: labelOf(index.sectors, code), chosen: code === "ideburen",
      cells: [number(s.amount, s.symbol), share(s.share, s.symbol), share(s.low, s.symbol), share(s.high, s.symbol)],
    };
  });
  rows.push({ name: words.total, cells: [number(cell.total, cell.sectors.ideburen.symbol), "", "", ""] });
  const head = [words.sector, measure.unit, words.share, words.least, words.most];
  return { caption: fill(words.sectorsCaption, state.period, title), head, rows };
}

/** A kind over time: what share_kind has, and the possible range. */
export function kindOverTime(cells, { measure, index, state, title }) {
  const words = wordsIn(index.language);
  const isBroken = brokenOf(measure);
  const { number } = written(measure, index.language);
  const rows = measure.periods.map((period, i) => ({
    name: period.code, aside: aside(period, isBroken[i], words), broken: isBroken[i], chosen: period.code === state.period,
    cells: cells[i] ? [...kindCells(cells[i].focus, state.kind, measure, index), number(cells[i].total, cells[i].focus.symbol)] : ["", "", "", "", ""],
  }));
  const head = [words.period, measure.unit, words.shareOfKnown, words.least, words.most, words.total];
  return { caption: fill(words.overTime, title), head, rows };
}

/** The kinds of one cell, with amounts, and all of them together. */
export function kindSplit(cell, { measure, index, state, where }) {
  const words = wordsIn(index.language);
  const has = index.kinds.filter(({ code }) => cell.kinds[code] || code === state.kind);
  const rows = has.map(({ code, label }) => ({
    name: label, chosen: code === state.kind, cells: kindCells(seenAs(cell, code, index.kind_rest).focus, code, measure, index),
  }));
  rows.push({ name: words.allKinds, chosen: state.kind === all, cells: kindCells(cell.sectors.ideburen, all, measure, index) });
  const head = [words.kind, measure.unit, words.shareOfKnown, words.least, words.most];
  return { caption: fill(words.kindsCaption, state.period, where), head, rows };
}

/** A kind's amount, share and range; the rest has no range. */
function kindCells(s, kind, measure, index) {
  const { number, share } = written(measure, index.language);
  const range = kind === index.kind_rest && s.share !== null ? [".", "."] : [share(s.low, s.symbol), share(s.high, s.symbol)];
  return [number(s.amount, s.symbol), share(s.share, s.symbol), ...range];
}

/** How a measure's amounts and shares are written, and the symbol for none. */
function written(measure, language) {
  return {
    number: (n, symbol) => (n === null ? symbol || "." : amount(n, measure.decimals, language)),
    share: (n, symbol) => (n === null ? symbol || "." : percent(n, 1, language)),
  };
}

/** Places, areas, definitions or kinds beside each other in every period. */
export function compared(named, { measure, index, state, shared }) {
  const words = wordsIn(index.language);
  const isBroken = brokenOf(measure);
  const rows = named.map(({ label, chosen, cells }) => ({
    name: label, chosen, cells: cells.map((cell) => shown(cell?.focus, index.language)),
  }));
  const head = [words.compared[state.view], ...measure.periods.map((p, i) => [p.code, aside(p, isBroken[i], words)].filter(Boolean).join(" "))];
  return { caption: fill(words.comparedCaption, shared), head, rows };
}

/** What a reader must know of a period: a break before it, or what it lacks. */
function aside(period, isBroken, words) {
  return [isBroken && words.broken, period.lacks && "(" + period.lacks.replace(/\.$/, "") + ")"].filter(Boolean).join(" ");
}

/** Tells of every period whether the series is broken before it. */
export function brokenOf(measure) {
  return measure.periods.map((p, i) => Boolean(p.is_break) && i > 0);
}

export function labelOf(labels, code) {
  return labels.find((l) => l.code === code)?.label ?? code;
}

export function short(label) {
  return label.split(" (")[0];
}

/** Draws a table in a region that can be scrolled with the keyboard. */
export function draw({ caption, head, rows }, id) {
  const table = element("table", { class: "explored", id }, element("caption", { id: id + "-caption" }, caption));
  table.append(element("thead", {}, element("tr", {}, ...head.map((h) => element("th", { scope: "col" }, h)))));
  const body = element("tbody");
  for (const row of rows) {
    const kind = [row.chosen && "chosen", row.broken && "broken"].filter(Boolean).join(" ");
    const name = element("th", { scope: "row" }, row.name);
    if (row.aside) name.append(" ", element("small", {}, row.aside));
    body.append(element("tr", { class: kind }, name, ...row.cells.map((c) => element("td", {}, c))));
  }
  table.append(body);
  return element("div", { class: "scroll", role: "region", tabindex: "0", "aria-labelledby": id + "-caption" }, table);
}

/** The table as CSV: its caption and facts of it (name and text) in each row, and
 * what is shown, with the separator that a spreadsheet in the language expects. A
 * text that would be read as a formula is quoted. */
export function csv({ caption, head, rows }, facts, language) {
  const separator = language === "en" ? "," : ";";
  const cell = (text) => {
    const safe = /^[=+\-@\t\r]/.test(text) ? "'" + text : text;
    return '"' + safe.replaceAll('"', '""') + '"';
  };
  const [names, texts] = [0, 1].map((i) => facts.map((fact) => fact[i]));
  const lines = [[wordsIn(language).fact.table, ...names, ...head],
    ...rows.map((r) => [caption, ...texts, r.name + (r.aside ? " " + r.aside : ""), ...r.cells])];
  return "\ufeff" + lines.map((l) => l.map((c) => cell(c.trim())).join(separator) + "\r\n").join("");
}
