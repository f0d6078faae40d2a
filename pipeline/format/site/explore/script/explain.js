// How the number is counted: what of what, who is idéburen, who is behind it and
// whose data.

import { element, link } from "./dom.js";
import { all } from "./kind.js";
import { named } from "./named.js";
import { day } from "./number.js";
import { labelOf } from "./table.js";
import { fill, wordsIn } from "./words.js";

export function explain(told) {
  const { measure, index, state } = told;
  const words = wordsIn(index.language);
  const definition = index.definitions.find((d) => d.code === state.definition);
  const facts = [
    [words.numerator, measure.numerator], [words.denominator, measure.denominator], [words.population, measure.population],
    [words.base, labelOf(index.bases, measure.base)], [words.definition, fill(words.meaning, definition.label, definition.text)],
  ];
  if (state.kind !== all || state.view === "kinds") facts.push([words.kind, index.kind_text]);
  const list = element("dl", { class: "explore-facts" });
  for (const [name, text] of facts) list.append(element("dt", {}, name), element("dd", {}, text));
  list.append(element("dt", {}, words.sources), element("dd", {}, sources(measure, index, state, words)));
  return element("section", { class: "component", id: "explore-how", "aria-labelledby": "explore-how-title" },
    element("h2", { id: "explore-how-title" }, words.how), list, rules(definition, words), named(told), pages(index, definition, words));
}

function rules(definition, words) {
  return element("details", { id: "explore-rules" }, element("summary", {}, words.rules),
    element("ol", {}, ...definition.rules.map((r) => element("li", {}, r))));
}

function sources(measure, index, state, words) {
  const period = measure.periods.find((p) => p.code === state.period);
  const list = element("ul");
  for (const code of period.sources ?? []) {
    const source = index.sources.find((s) => s.code === code);
    if (!source) continue;
    const rest = [source.publisher, period.day ? fill(words.counted, period.code, day(period.day, index.language)) : period.code];
    list.append(element("li", {}, source.url ? link(source.url, source.title) : source.title, ": " + rest.filter(Boolean).join("; "),
      ...terms(source, words), ". ", source.attribution, more(source.page, words)));
  }
  return list;
}

/** The licence, which may be in another language than the page. */
function terms(source, words) {
  return source.licence ? [`; ${words.terms} `, element("span", { lang: source.licence_language }, source.licence)] : [];
}

/** Where more is told of a source. */
function more(page, words) {
  return page ? element("span", {}, " ", element("a", { href: page }, words.links.sources)) : null;
}

/** Where more is told of the definition, of all sources and of organisations. */
function pages(index, definition, words) {
  const all = { ...index.pages, ...(definition.page && { definitions: definition.page }) };
  delete all.sources; // each source leads to its own part of that page
  const links = Object.entries(all).map(([page, path]) => element("li", {}, element("a", { href: path }, words.links[page])));
  return links.length > 0 ? element("ul", { class: "files" }, ...links) : null;
}
