// Native selects, each with its label. A choice between one thing is not shown.

import { element } from "./dom.js";
import { all, kindsOf } from "./kind.js";
import { viewsOf } from "./state.js";
import { wordsIn } from "./words.js";

/** What can be chosen, as lists of [code, label, depth]. */
export function choices(state, index) {
  const measure = index.measures.find((m) => m.code === state.measure);
  const named = (codes, labels) => labels.filter((l) => codes.includes(l.code)).map((l) => [l.code, l.label, depth(l, labels, codes)]);
  const words = wordsIn(index.language);
  const kinds = kindsOf(measure, state.definition, index);
  const flat = (labels) => labels.map((l) => [l.code, l.label, 0]);
  return {
    measure: flat(index.measures),
    place: named(measure.places, index.places),
    area: named(measure.areas, index.areas),
    agreement: named(measure.agreements, index.agreements),
    definition: named(Object.keys(measure.shards), index.definitions),
    period: measure.periods.map((p) => [p.code, p.code, 0]).reverse(),
    kind: [[all, words.allKinds, 0], ...flat(kinds)],
    view: viewsOf(kinds).map((code) => [code, words.views[code], 0]),
  };
}

/** How many of the codes above a code are shown too. */
function depth(label, labels, codes) {
  const parent = labels.find((l) => l.code === label.parent);
  return parent && codes.includes(parent.code) ? 1 + depth(parent, labels, codes) : 0;
}

/** Makes the form; choose is called with what was changed. */
export function controls(language, choose) {
  const { controls: words } = wordsIn(language);
  const legend = element("legend", {}, words.legend);
  const form = element("fieldset", { class: "controls", id: "explore-controls" }, legend);
  const selects = {};
  for (const key of ["measure", "place", "area", "agreement", "definition", "kind", "period", "view"]) {
    const id = "explore-" + key;
    selects[key] = element("select", { id, "data-control": key });
    selects[key].addEventListener("change", () => choose({ [key]: selects[key].value }));
    form.append(element("div", {}, element("label", { for: id }, words[key]), selects[key]));
  }
  return { form, selects };
}

/** Brings the form in step with what is shown. */
export function show({ selects }, state, index) {
  const possible = choices(state, index);
  for (const [key, select] of Object.entries(selects)) {
    const options = possible[key].map(([code, label, deep]) => element("option", { value: code }, "\u00a0\u00a0".repeat(deep) + label));
    select.replaceChildren(...options);
    select.value = state[key];
    select.parentElement.hidden = possible[key].length < 2 && key !== "measure";
  }
}
