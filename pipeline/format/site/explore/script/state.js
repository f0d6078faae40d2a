// What is chosen, and its place in the address: everything after the hash, so
// that it works from a folder too.

import { all, kindsOf } from "./kind.js";

const keys = ["measure", "place", "area", "agreement", "definition", "kind", "period", "view"];
const views = ["time", "places", "areas", "definitions"];

/** What can be shown: kinds only where there are any. */
export function viewsOf(kinds) {
  return kinds.length > 0 ? [...views, "kinds"] : views;
}

/** What the address asks for; nothing where it is another kind of hash. */
export function parse(hash) {
  const text = hash.replace(/^#/, "");
  if (!text.includes("=")) return null;
  const given = new URLSearchParams(text);
  return Object.fromEntries(keys.filter((k) => given.has(k)).map((k) => [k, given.get(k)]));
}

export function format(state) {
  return "#" + new URLSearchParams(keys.map((k) => [k, state[k]])).toString();
}

/** What is shown when something is asked for: the edition's own where it is
 * silent or unknown. What is unknown is listed. */
export function settle(asked, index) {
  const unknown = [];
  const pick = (key, possible, otherwise) => {
    if (asked[key] === undefined) return otherwise;
    if (possible.includes(asked[key])) return asked[key];
    unknown.push(asked[key]);
    return otherwise;
  };
  const code = pick("measure", index.measures.map((m) => m.code), index.measure);
  const measure = index.measures.find((m) => m.code === code);
  const periods = measure.periods.map((p) => p.code);
  const definition = pick("definition", Object.keys(measure.shards), measure.start.definition);
  const kinds = kindsOf(measure, definition, index).map((k) => k.code);
  return {
    unknown,
    state: {
      measure: code,
      place: pick("place", measure.places, measure.start.place),
      area: pick("area", measure.areas, measure.start.area),
      agreement: pick("agreement", measure.agreements, measure.start.agreement),
      definition,
      kind: pick("kind", [all, ...kinds], all),
      period: pick("period", periods, periods.at(-1)),
      view: pick("view", viewsOf(kinds), "time"),
    },
  };
}

/** What is chosen next: with another measure what both have, with another
 * definition what it has of kinds. */
export function next(state, change, index) {
  const wanted = { ...state, ...change };
  return change.measure ? moved(wanted, index) : settle(wanted, index).state;
}

/** What stays when another measure is chosen: what both have. */
export function moved(state, index) {
  const measure = index.measures.find((m) => m.code === state.measure);
  const keeps = { view: state.view, measure: state.measure };
  if (measure.places.includes(state.place)) keeps.place = state.place;
  return settle(keeps, index).state;
}

/** The places or areas beside the chosen one: itself and what it is divided
 * into, or itself among those that its parent is divided into. */
export function besides(code, labels, possible) {
  const has = labels.filter((l) => possible.includes(l.code));
  const children = (parent) => has.filter((l) => l.parent === parent).map((l) => l.code);
  const below = children(code);
  if (below.length > 0) return [code, ...below];
  const parent = has.find((l) => l.code === code)?.parent;
  const among = parent ? children(parent) : has.filter((l) => !has.some((o) => o.code === l.parent)).map((l) => l.code);
  return parent && possible.includes(parent) ? [parent, ...among] : among;
}
