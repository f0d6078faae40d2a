// Numbers as text. All arithmetic is in whole numbers: shares are millionths,
// amounts are whole numbers of the measure's last decimal.

import { fill } from "./words.js";

const closeMillionths = 500; // one number is said where a range is narrower

/** Writes millionths in per cent, half up, with a language's decimal sign. */
export function percent(millionths, decimals, language) {
  const divisor = 10 ** (4 - decimals);
  const units = Math.floor((Math.abs(millionths) * 2 + divisor) / (2 * divisor));
  return fixed(millionths < 0 ? -units : units, decimals, language);
}

/** Writes whole units of the last decimal, thousands apart. */
export function amount(units, decimals, language) {
  const text = fixed(units, decimals, language);
  const [, sign, whole, rest] = /^(−?)(\d+)(.*)$/.exec(text);
  const mark = language === "en" ? "," : "\u00a0";
  return sign + whole.replace(/\B(?=(\d{3})+$)/g, mark) + rest;
}

function fixed(units, decimals, language) {
  const sign = units < 0 ? "−" : "";
  const digits = String(Math.abs(units)).padStart(decimals + 1, "0");
  if (decimals === 0) return sign + digits;
  const point = language === "en" ? "." : ",";
  return sign + digits.slice(0, -decimals) + point + digits.slice(-decimals);
}

/** A possible range as it stands in tables, "" where there is none. */
export function between(low, high, language) {
  if (low === null) return "";
  const text = percent(low, 1, language);
  if (high === null) return "≥\u00a0" + text;
  const upper = percent(high, 1, language);
  return high - low < closeMillionths || upper === text ? text : text + "–" + upper;
}

/** The two ends of a range, with two decimals where one makes them look alike. */
export function ends(low, high, language) {
  const decimals = percent(low, 1, language) === percent(high, 1, language) ? 2 : 1;
  return [percent(low, decimals, language), percent(high, decimals, language)];
}

/** Tells which of the three forms a sentence about a range has. */
export function form({ low, high }) {
  if (low === null) return "none";
  if (high === null || high - low > low) return "least";
  return high - low < closeMillionths ? "one" : "range";
}

const months = {
  sv: ["januari", "februari", "mars", "april", "maj", "juni", "juli", "augusti", "september", "oktober", "november", "december"],
  en: ["January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November", "December"],
};

/** A date as a day in words: 15 oktober 2019. */
export function day(date, language) {
  const found = /^(\d{4})-(\d{2})-(\d{2})$/.exec(date);
  const month = found && months[language === "en" ? "en" : "sv"][Number(found[2]) - 1];
  return month ? Number(found[3]) + " " + month + " " + found[1] : date;
}

/** A period inside a sentence: läsåret 2019/20, år 2024, i mars 2024. */
export function spokenPeriod(period, words, language) {
  const [, year, month] = /^(\d{4})-(\d{2})$/.exec(period) ?? [];
  if (month) return fill(words.month, months[language === "en" ? "en" : "sv"][Number(month) - 1], year);
  if (/^\d{4}-\d{2}-\d{2}$/.test(period)) return fill(words.day, day(period, language));
  return fill(period.includes("/") ? words.schoolYear : words.year, period);
}
