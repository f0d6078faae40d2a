// The charts. What is known is solid, what is possible is hatched; remainders
// have patterns of their own. Nothing is stacked that is not a whole.

import { axisY, barX, barY, dot, plot, ruleX, ruleY, text } from "@observablehq/plot";
import { hatch, paint, shape } from "./mark.js";
import { between, percent } from "./number.js";
import { inside, labelled, lines, withChosen, wrapped } from "./scale.js";
import { wordsIn } from "./words.js";

const codes = ["public", "private", "ideburen", "nonpublic", "unknown"];
export const hiding = "*"; // beside what has numbers that its source suppressed
const share = (n) => n / 10_000;

/** All sectors of every period as whole bars. Only for measures of all activity. */
export function stacked(cells, frame) {
  const rows = cells.flatMap((cell) => (cell ? parts(cell) : []));
  const { top, bottom } = margins(frame.small);
  const size = (r) => inside(band(frame), ((r.to - r.from) * (frame.height - top - bottom)) / 100);
  return over(frame, 100, [
    barY(rows, { x: "period", y1: "from", y2: "to", fill: "paint", stroke: "var(--paper)", strokeWidth: 1, className: "part" }),
    ...Object.keys(shape).map((code) => dot(rows.filter((r) => r.code === code && size(r) > 0),
      { x: "period", y: (r) => (r.from + r.to) / 2, r: size, symbol: shape[code], fill: "var(--paper)", className: "inside-" + code })),
    ...symbols(cells, frame),
  ]);
}

/** The parts of a cell on top of each other, each with where it begins and ends. */
function parts({ period, sectors }) {
  let to = 0;
  return codes.filter((code) => sectors[code].share > 0)
    .map((code) => ({ period, code, paint: paint[code], from: to, to: to += share(sectors[code].share) }));
}

/** The sectors of every period beside each other, each with its possible range. */
export function apart(cells, frame) {
  const marks = ["public", "private", "ideburen"].flatMap((code, i) => {
    const rows = ranges(cells, (c) => c.sectors[code]);
    const dx = (i - 1) * Math.min(14, step(frame) / 4);
    return [
      ruleX(rows.filter((r) => r.high > r.low), { x: "period", y1: "low", y2: "high", dx, stroke: hatch[code], strokeWidth: 9, className: "range-" + code }),
      dot(rows, { x: "period", y: "low", dx, r: 4.5, symbol: shape[code], fill: paint[code], stroke: "var(--paper)", className: "dot-" + code }),
    ];
  });
  return over(frame, 100, [...marks, ...symbols(cells, frame)]);
}

/** The share in focus of every period on a scale of its own. */
export function own(cells, frame, most) {
  const rows = ranges(cells, (c) => c.focus);
  return over(frame, most, [
    barY(rows, { x: "period", y: "low", fill: paint.ideburen, className: "known" }),
    barY(rows.filter((r) => r.high > r.low), { x: "period", y1: "low", y2: "high", fill: hatch.ideburen, stroke: paint.ideburen, className: "possible" }),
    ...values(rows, frame), ...symbols(cells, frame),
  ]);
}

/** A small panel of one place or area; all have the same scale. */
export function panel(cells, frame, most) {
  return own(cells, { ...frame, small: true }, most);
}

/** Places or areas as rows, for a measure with one period. */
export function rows(named, frame, most) {
  const all = named.map(({ label, cells }, row) => ({ row, label, cell: cells[0], ...rangeOf(cells[0]?.focus, frame.language) }));
  const told = all.filter((r) => r.low !== null);
  const { left, height, labels, bar, names, beside } = rowsLaidOut(all, frame.width);
  const ticks = (frame.width - left - 64) / lines(most).length < 44 ? [0, most] : lines(most);
  const number = { y: "row", dx: 6, dy: beside, textAnchor: "start", className: "value" };
  return finished(plot({
    width: frame.width, height: all.length * height + 40, marginLeft: left, marginRight: 64, className: "plot",
    x: { domain: [0, most], axis: "top", label: null, tickFormat: (d) => said(d, frame.language) + " %", ticks, grid: true },
    y: { type: "band", domain: all.map((r) => r.row), axis: null, padding: 0 },
    color: { type: "identity" },
    marks: [
      axisY({ ...names, tickSize: 0, label: null, tickFormat: (d) => labels[d].join("\n") }),
      barX(told, { y: "row", x: "low", fill: paint.ideburen, ...bar, className: "known" }),
      barX(told.filter((r) => r.high > r.low), { y: "row", x1: "low", x2: "high", fill: hatch.ideburen, stroke: paint.ideburen, ...bar, className: "possible" }),
      text(told, { ...number, x: (r) => r.high ?? r.low, text: "said" }),
      text(all.filter((r) => r.low === null && r.cell), { ...number, x: 0, text: "symbol" }),
    ],
  }));
}

/** Where labels and bars of rows stand: the label before its bar, or above it
 * where there is little room. */
function rowsLaidOut(all, width) {
  const isNarrow = width < 480;
  const longest = Math.max(0, ...all.map((r) => r.label.length)) * 7 + 14;
  const left = isNarrow ? 16 : Math.min(width * 0.46, 300, longest);
  const labels = all.map((r) => wrapped(r.label, Math.floor((isNarrow ? width - 20 : left - 7) / 7)));
  const most = Math.max(1, ...labels.map((l) => l.length)) * 14;
  if (!isNarrow) {
    const height = Math.max(most, 14) + 14, inset = (height - 17) / 2;
    return { left, height, labels, bar: { insetTop: inset, insetBottom: inset }, names: { tickPadding: 7 }, beside: 0 };
  }
  const height = most + 34; // the bar is 17 high, with 4 above it and 13 below
  return {
    left, height, labels, bar: { insetTop: most + 4, insetBottom: 13 }, beside: height / 2 - 21.5,
    names: { tickPadding: 0, textAnchor: "start", lineAnchor: "bottom", dy: most - height / 2 },
  };
}

function rangeOf(s, language) {
  if (!s || s.low === null) return { low: null, high: null, symbol: s?.symbol || "." };
  return { low: share(s.low), high: share(s.high ?? s.low), said: between(s.low, s.high, language) + (s.hides ? hiding : "") };
}

/** A line of the scale: a whole number, or half of one. */
function said(d, language) {
  return percent(d * 10_000, d % 1 ? 1 : 0, language);
}

/** The ranges that have numbers, in per cent. */
function ranges(cells, of) {
  return cells.filter((c) => c && of(c).low !== null).map((c) => {
    const { low, high, hides } = of(c);
    return { period: c.period, low: share(low), high: share(high ?? low), millionths: [low, high], hides };
  });
}

function step({ periods, width, small }) {
  return (width - margins(small).left - margins(small).right) / periods.length;
}

/** How wide a bar is. */
function band(frame) {
  return step(frame) * (1 - padding(frame));
}

function padding({ periods }) {
  return periods.length > 6 ? 0.2 : 0.45;
}

function margins(small) {
  return small ? { left: 30, right: 6, top: 16, bottom: 20 } : { left: 48, right: 8, top: 24, bottom: 26 };
}

/** A chart over periods: the same frame, and a line where a series is broken. */
function over(frame, most, marks) {
  const { left, right, top, bottom } = margins(frame.small);
  const broken = frame.periods.filter((p, i) => p.is_break && i > 0).map((p) => p.code);
  const open = frame.periods.filter((p) => p.lacks).map((p) => p.code);
  const dx = -step(frame) / 2;
  const codes = frame.periods.map((p) => p.code);
  const room = frame.width - left - right;
  const ticks = withChosen(frame.small ? [...new Set([codes[0], codes.at(-1)])] : labelled(codes, room), codes, frame.chosen, room);
  const chosen = codes.length > 1 ? [frame.chosen] : [];
  return finished(plot({
    width: frame.width, height: frame.height, marginLeft: left, marginRight: right, marginTop: top, marginBottom: bottom, className: "plot",
    x: { type: "band", domain: codes, ticks, tickSize: 0, label: null, padding: padding(frame) },
    y: { domain: [0, most], ticks: frame.small ? [0, most] : lines(most), label: null, tickSize: 0, tickFormat: (d) => said(d, frame.language) + (frame.small ? "" : " %"), grid: true },
    color: { type: "identity" }, symbol: { type: "identity" },
    marks: [
      barY(chosen, { x: (d) => d, y: most, insetLeft: -3, insetRight: -3, fill: "var(--chosen)", className: "chosen" }),
      ...marks, ruleY([0], { stroke: "var(--ink)" }),
      barY(open, { x: (d) => d, y: most, fill: "none", stroke: "var(--ink)", strokeWidth: 1.4, strokeDasharray: "2 3" }),
      text(frame.small ? [] : open, { x: (d) => d, frameAnchor: "top", dy: -14, text: () => wordsIn(frame.language).preliminary, className: "preliminary" }),
      ruleX(broken, { dx, stroke: "var(--ink)", strokeWidth: 1.4, strokeDasharray: "4 3" }),
      text(frame.small ? [] : broken, { x: (d) => d, frameAnchor: "top", dx: dx + 4, dy: -14, text: () => wordsIn(frame.language).breakMark, textAnchor: "start" }),
    ],
  }), chosen);
}

/** The numbers over their bars, where there is room for them; else the one of the
 * chosen period. What has numbers that its source suppressed is marked. */
function values(rows, frame) {
  const isTold = (r) => !frame.small && (step(frame) > 46 || r.period === frame.chosen);
  const over = (r) => (isTold(r) ? between(...r.millionths, frame.language) : "") + (r.hides ? hiding : "");
  return [text(rows.filter(over), { x: "period", y: "high", dy: -8, text: over, className: "value" })];
}

/** The symbol of every period that has no number. */
function symbols(cells, frame) {
  const silent = cells.filter((c) => c && c.focus.low === null && (!frame.small || c.period === frame.chosen));
  return [text(silent, { x: "period", y: 0, dy: -8, text: (c) => c.focus.symbol || ".", className: "value" })];
}

/** Takes out the style that the page's policy would refuse (the page has it),
 * and names of marks in English, which only say what a mark is: the whole drawing
 * has a name. The labels of chosen periods are marked. */
function finished(svg, chosen = []) {
  for (const style of svg.querySelectorAll("style")) style.remove();
  for (const group of svg.querySelectorAll("[aria-label], [aria-hidden]")) {
    group.dataset.mark = group.getAttribute("aria-label") ?? "";
    group.removeAttribute("aria-label");
    group.removeAttribute("aria-hidden");
  }
  for (const label of svg.querySelectorAll("[data-mark='x-axis tick label'] text")) label.classList.toggle("chosen", chosen.includes(label.textContent));
  return svg;
}
