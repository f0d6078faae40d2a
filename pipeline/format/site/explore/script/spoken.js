// Everything that is said of the chosen cell, and what it is called.

import { all } from "./kind.js";
import { spokenPeriod } from "./number.js";
import { beside, bounds, counts, kindBounds, sentence, together } from "./sentence.js";
import { labelOf } from "./table.js";
import { fill, wordsIn } from "./words.js";

/** What a selection is of: measure, place, area, agreement and definition, each
 * with its name and a key; without the one that is compared. */
function factsOf(state, index, measure, compared) {
  const { fact } = wordsIn(index.language);
  const facts = [["measure", fact.measure, measure.label]];
  const add = (key, code, labels) => facts.push([key, fact[key], labelOf(labels, code)]);
  if (compared !== "places") add("place", state.place, index.places);
  if (compared !== "areas" && (measure.areas.length > 1 || state.area !== "none")) add("area", state.area, index.areas);
  if (measure.agreements.length > 1 || state.agreement !== "none") add("agreement", state.agreement, index.agreements);
  if (compared !== "definitions") add("definition", state.definition, index.definitions);
  return facts;
}

/** The same as captions name it. */
export function contextOf(state, index, measure, compared) {
  const named = (label) => fill(wordsIn(index.language).definitionTitle, label.split(": ")[0]);
  return factsOf(state, index, measure, compared).map(([key, , label]) => (key === "definition" ? named(label) : label)).join("; ");
}

/** What is saved in each row of a table, as name and text: what it is of, where
 * its numbers come from and when they were published. */
export function savedWith(state, index, measure, compared) {
  const words = wordsIn(index.language);
  const facts = factsOf(state, index, measure, compared).map(([, name, label]) => [name, label]);
  if (state.kind !== all && compared !== "kinds") facts.push([words.kind, labelOf(index.kinds, state.kind)]);
  const codes = new Set(measure.periods.flatMap((p) => p.sources ?? []));
  const sources = index.sources.filter((s) => codes.has(s.code)).map((s) => s.title + " (" + s.publisher + ")");
  return [...facts, [words.fact.source, sources.join("; ")], [words.fact.edition, index.date]];
}

/** Where and when the chosen cell is, and under which definition, as parts of a
 * sentence. */
export function sceneOf(state, index, measure) {
  const { scene: words } = wordsIn(index.language);
  const place = index.places.find((p) => p.code === state.place);
  const has = (list, code) => list.length > 1 || code !== "none";
  const parts = [fill(place?.unplaced ? words.unplaced : words.place, place?.label ?? state.place)];
  if (has(measure.areas, state.area)) parts.push(fill(words.area, labelOf(index.areas, state.area)));
  if (has(measure.agreements, state.agreement)) parts.push(fill(words.agreement, labelOf(index.agreements, state.agreement)));
  return {
    where: parts.join(""), when: spokenPeriod(state.period, words, index.language),
    by: fill(words.definition, labelOf(index.definitions, state.definition).split(": ")[0]),
  };
}

/** The same with the kind that is chosen, for captions. */
export function titleOf(state, index, measure, compared) {
  const context = contextOf(state, index, measure, compared);
  return state.kind === all || compared === "kinds" ? context
    : context + "; " + fill(wordsIn(index.language).kindTitle, labelOf(index.kinds, state.kind));
}

/** The sentences about the chosen cell. */
export function spoken({ series, measure, index, state }) {
  const language = index.language;
  const cell = series[measure.periods.findIndex((p) => p.code === state.period)];
  if (!cell) return [wordsIn(language).noCell];
  const { lacks } = measure.periods.find((p) => p.code === state.period);
  const about = { ...measure, scene: sceneOf(state, index, measure), lacks };
  if (state.kind !== all) return spokenOfKind(cell, { ...about, among: labelOf(index.kinds, state.kind) }, index, state);
  return [whole(cell, about, language), beside(cell, about, language), counts(measure, language), bounds(cell, language), silence(cell, index, state)];
}

/** The sentence with what its period lacks: no number is told without it. */
function whole(cell, about, language) {
  return [sentence(cell.focus, about, language), about.lacks].filter(Boolean).join(" ");
}

function spokenOfKind(cell, about, index, state) {
  const { language } = index;
  const { scene } = about;
  const by = scene.by + (cell.hides ? wordsIn(language).knownOnly : "");
  return [whole(cell, { ...about, scene: { ...scene, by } }, language), counts(about, language), together(cell, language),
    kindBounds(cell, state.kind, index.kind_rest, language), silence(cell, index, state)];
}

/** Why there is no number. */
function silence(cell, index, state) {
  const words = wordsIn(index.language);
  const { low, amount, symbol, note } = cell.focus;
  if (low !== null) return "";
  const what = symbol === "." && amount === null ? fill(words.silent, labelOf(index.definitions, state.definition))
    : fill(words.hidden, symbol, labelOf(index.symbols, symbol));
  const reason = index.reasons.find((r) => r.code === note);
  return [what, reason && reason.label + ". " + (reason.text ?? "")].filter(Boolean).join(" ");
}
