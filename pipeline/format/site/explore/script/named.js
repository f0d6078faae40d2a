// The organisations behind the number that is chosen, read when the reader asks
// for them.

import { behind, called } from "./backing.js";
import { element } from "./dom.js";
import { saver } from "./download.js";
import { all } from "./kind.js";
import { savedWith } from "./spoken.js";
import { draw } from "./table.js";
import { fill, wordsIn } from "./words.js";

const few = 25; // are shown before more are asked for

/** A part of the page that opens to the names. */
export function named(told) {
  const { index, kept } = told;
  const words = wordsIn(index.language).named;
  const body = element("div");
  const details = element("details", { id: "explore-backing", open: kept.isOpen }, element("summary", {}, words.title), body);
  const open = () => tell(body, told).catch(() => body.replaceChildren(element("p", {}, words.failed), file(index)));
  let isTold = kept.isOpen;
  if (isTold) open();
  details.addEventListener("toggle", () => {
    kept.isOpen = details.open;
    if (!details.open || isTold) return;
    isTold = true;
    open();
  });
  return details;
}

async function tell(body, told) {
  const { store, measure, index, state } = told;
  const words = wordsIn(index.language).named;
  body.replaceChildren(element("p", { role: "status" }, words.loading));
  const organisations = await behind(store, measure, state);
  const texts = said(told, organisations.length).map((t) => element("p", { class: "prose" }, t));
  const list = element("div", { id: "explore-named-list" });
  if (organisations.length > 0) await show(list, told, organisations, organisations.length > few + 5 ? few : organisations.length);
  body.replaceChildren(element("div", { role: "status" }, ...texts), list, file(index));
  body.dataset.told = state.period;
}

/** What is said of those who are named, and of those who are not. */
export function said({ series, measure, index, state, where }, count) {
  const words = wordsIn(index.language).named;
  const cell = series[measure.periods.findIndex((p) => p.code === state.period)];
  if (count === 0) return [untold(cell, words)];
  const context = state.period + "; " + where;
  return [fill(count === 1 ? words.one : words.many, count, context), words.only, state.kind === all ? "" : words.kinds].filter(Boolean);
}

/** Why nobody is named. */
function untold(cell, words) {
  const sector = cell?.sectors.ideburen;
  if (!sector || sector.symbol !== "" || sector.share === null) return words.hidden;
  return sector.amount === 0 ? words.none : words.untold;
}

/** Lists the first of them, and a way to the others. */
async function show(list, told, organisations, most) {
  const { store, measure, index, state } = told;
  const words = wordsIn(index.language).named;
  const names = await called(store, organisations.slice(0, most), index.named_in_file);
  const caption = fill(words.caption, state.period, told.where);
  const id = "explore-named";
  const rows = names.map(([part, name, number]) => ({ name: lookedUp(index, part, name), cells: [number] }));
  const table = draw({ caption, head: words.head, rows }, id);
  const plain = { caption, head: words.head, rows: names.map(([, name, number]) => ({ name, cells: [number] })) };
  const rest = most < organisations.length ? more(list, told, organisations) : null;
  list.replaceChildren(rest ? element("p", {}, fill(words.first, most)) : "", table, rest ?? "", saver(plain, "tresektor-" + state.measure + "-organisations", id, [...savedWith({ ...state, kind: all }, index, measure), [wordsIn(index.language).period, state.period]], index.language));
}

/** A button that shows all of them, and leads on to the table. */
function more(list, told, organisations) {
  const words = wordsIn(told.index.language).named;
  const button = element("button", { type: "button", id: "explore-named-all" }, fill(words.all, organisations.length));
  button.addEventListener("click", async () => {
    await show(list, told, organisations, organisations.length);
    list.querySelector("[role=region]").focus();
  });
  return element("p", { class: "explore-files" }, button);
}

/** A name that leads to why the organisation is counted as idéburen. */
function lookedUp(index, part, name) {
  return index.pages.lookup ? element("a", { href: index.pages.lookup + "#" + part }, name) : name;
}

function file(index) {
  return element("ul", { class: "files" }, element("li", {}, element("a", { href: index.backing.path }, index.backing.label)));
}
