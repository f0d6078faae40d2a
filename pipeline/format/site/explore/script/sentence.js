// What is said of one cell, in words.

import { millionths } from "./cell.js";
import { isWidened, open } from "./kind.js";
import { between, ends, form, percent } from "./number.js";
import { fill, wordsIn } from "./words.js";

const leastTold = 500; // millionths: less would be written as 0,0 per cent

/** The number as the sentence says it: one, a range, or at least so much. */
export function figure(range, language) {
  const { figure: say } = wordsIn(language);
  switch (form(range)) {
    case "none": return "";
    case "least": return fill(say.least, percent(range.low, 1, language));
    case "one": return fill(say.one, percent(range.share, 1, language));
    default: return fill(say.range, ...ends(range.low, range.high, language));
  }
}

/** Another sector's share inside a sentence, "" where it has none. */
export function other(range, language) {
  if (range.low === null || range.high === null) return "";
  if (form({ low: 1e6, high: 1e6 + range.high - range.low }) === "one") return percent(range.share, 1, language);
  return fill(wordsIn(language).other, ...ends(range.low, range.high, language));
}

/** The whole sentence about a measure's range. Scene is where and when it is, and
 * under which definition; among the kind of organisation that it is about. */
export function sentence(range, { label, unit, kind, among, scene }, language) {
  const words = wordsIn(language);
  const told = figure(range, language);
  const how = { none: "none", least: "least" }[form(range)] ?? "plain";
  const verb = fill(words.verb[kind] ?? words.verb.rest, scene.when, among ? fill(words.among, among) : "");
  const of = fill(how === "none" ? words.that : words.of, named({ label, unit }, words), scene.where, verb, scene.by);
  return fill(words.sentence[how], how === "plain" ? capital(told) : told, of);
}

/** A measure inside a sentence: its label, and its unit where the label does not
 * say it. Only the label is true of all measures: "all pupils" would be untrue of
 * one that counts some of them. */
function named({ label, unit }, words) {
  const isSaid = label.toLowerCase().includes(unit.toLowerCase());
  return fill(isSaid ? words.whole : words.wholeIn, label, unit);
}

/** What a measure counts and of what, in its own words. */
export function counts({ numerator, denominator }, language) {
  return fill(wordsIn(language).counts, ...[numerator, denominator].map((text) => text.replace(/\.$/, "")));
}

/** The sentence about the other two sectors, "" where one cannot be told. */
export function beside(cell, { kind, base }, language) {
  const words = wordsIn(language);
  const [open, secret] = [other(cell.sectors.private, language), other(cell.sectors.public, language)];
  if (base !== "all") return open && capital(fill(words.besidePrivate[kind] ?? words.besidePrivate.rest, open));
  return open && secret && capital(fill(words.beside[kind] ?? words.beside.rest, open, secret));
}

/** What the possible range is and why, "" where it is one number. */
export function bounds(cell, language) {
  const words = wordsIn(language);
  const { low, high } = cell.sectors.ideburen;
  if (low === null) return "";
  if (high === null) return words.rangeOpen;
  const isWider = cell.hides && isWidened(cell);
  const not = cell.hides && !isWider ? words.uncovered : "";
  if (low === high) return not;
  const undecided = (cell.sectors.nonpublic.share ?? 0) + (cell.sectors.unknown.share ?? 0);
  const why = [part(undecided, words.undecided, isWider ? words.shown : words.all, language), isWider && words.hiding];
  return [fill(words.range, ...ends(low, high, language), why.filter(Boolean).join(words.and)), not].filter(Boolean).join(" ");
}

/** That a part of the whole is something, "" where it is nothing: in per cent,
 * unless that would be 0,0. */
function part(share, text, whole, language) {
  if (share <= 0) return "";
  const told = share < leastTold ? wordsIn(language).little : fill(wordsIn(language).percent, percent(share, 1, language));
  return fill(text, told, whole);
}

/** What all kinds have together, "" where it cannot be told. */
export function together(cell, language) {
  const told = figure(cell.sectors.ideburen, language);
  return told && fill(wordsIn(language).together, told);
}

/** What a kind's possible range is, "" where it is one number; rest is the
 * kind of those of whom it is not known. */
export function kindBounds(cell, kind, rest, language) {
  const words = wordsIn(language);
  const { low, high, total } = cell.focus;
  if (low === null) return "";
  if (kind === rest) return words.kindRest;
  if (high === null) return words.rangeOpen;
  if (low === high) return "";
  const more = open(cell, rest);
  const why = [[more.undecided, words.undecided], [more.kindless, words.kindless]]
    .map(([amount, text]) => part(millionths(amount, total), text, words.all, language));
  return fill(words.kindRange, ...ends(low, high, language), why.filter(Boolean).join(words.and));
}

/** A share as a table has it: a range, or the symbol for why there is none. */
export function shown(sector, language) {
  if (sector === undefined) return "";
  const low = sector.low ?? sector.share;
  if (low === null) return sector.symbol || ".";
  return between(low, sector.low === null ? sector.share : sector.high, language);
}

function capital(text) {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
