// The vectors are read by tests of the program too, so that page and
// program cannot come to write numbers in two ways.

import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import { amount, between, day, percent, spokenPeriod } from "./number.js";
import { figure, other } from "./sentence.js";
import { wordsIn } from "./words.js";

const vectors = JSON.parse(readFileSync(new URL("../testdata/wording.json", import.meta.url)));

for (const language of ["sv", "en"]) {
  test("numbers are written as the program writes them, " + language, () => {
    for (const v of vectors.figures) {
      assert.equal(figure(v, language), v[language], JSON.stringify(v));
      assert.equal(other(v, language) || ".", v["other_" + language], JSON.stringify(v));
    }
    for (const v of vectors.percents) assert.equal(percent(v.millionths, v.decimals, language), v[language]);
    for (const v of vectors.ranges) assert.equal(between(v.low, v.high, language), v[language]);
    for (const v of vectors.amounts) assert.equal(amount(v.units, v.decimals, language), v[language]);
    for (const v of vectors.days) assert.equal(day(v.date, language), v[language]);
  });
}

test("a period is told as what it is", () => {
  const say = (language) => ["2024", "2019/20", "2024-03", "2024-03-31"].map((p) => spokenPeriod(p, wordsIn(language).scene, language));
  assert.deepEqual(say("sv"), ["år 2024", "läsåret 2019/20", "i mars 2024", "den 31 mars 2024"]);
  assert.deepEqual(say("en"), ["in 2024", "in the school year 2019/20", "in March 2024", "on 31 March 2024"]);
});
