// Looks an organisation up among those of the edition. The data lie beside this
// file, cut into shards; each is a script that hands its content over under its
// name. The words of names are made as nameword.go makes them. All text is set
// as text.
"use strict";
(() => {
  const language = document.documentElement.lang;
  const folder = document.currentScript.src.replace(/[^/]*$/, "");
  const mostShown = 50;
  const mostShards = 6;
  const longestKey = 24;

  const arriving = new Map(); // name of a shard → who waits for it
  const loads = new Map(); // name of a shard → promise of its content
  window.tresektor = (name, content) => arriving.get(name)?.(content);

  function load(name) {
    if (!loads.has(name)) {
      loads.set(name, new Promise((resolve, reject) => {
        const script = document.createElement("script");
        arriving.set(name, resolve);
        script.src = folder + name + ".js";
        script.onerror = () => { loads.delete(name); reject(new Error(name)); };
        document.head.append(script);
      }));
    }
    return loads.get(name);
  }

  // Words of names.

  const kept = { å: "å", ä: "ä", ö: "ö", æ: "ä", ø: "ö" };
  const isPlain = (text) => /^[\x00-\x7fåäöÅÄÖ]*$/.test(text); // nothing to do but to make it small
  const soften = (text) => isPlain(text) ? text.toLowerCase() : text.normalize("NFC").replace(/./gsu, (letter) => {
    const small = letter.toLowerCase();
    return kept[small] ?? small.normalize("NFD").replace(/\p{Mn}/gu, "");
  });
  const fold = (word) => word.replace(/[åä]/g, "a").replace(/ö/g, "o");
  const split = (soft) => soft.match(/[\p{L}\p{N}]+/gu) ?? [];
  const keyOf = (word) => [...fold(word)].slice(0, longestKey).join("");

  function nameWords(name) {
    const soft = soften(name);
    const compounds = soft.match(/[\p{L}\p{N}]+(?:[-‐‑–][\p{L}\p{N}]+)+/gu) ?? [];
    return [...split(soft), ...compounds.map((each) => split(each).join(""))];
  }

  // begins tells whether a word begins with what was typed: å ä ö only where
  // they were typed, and where a and o were.
  function begins(word, typed) {
    if (!fold(word).startsWith(fold(typed))) return false;
    for (let i = 0; i < typed.length; i++) {
      if ("åäö".includes(typed[i]) && typed[i] !== word[i]) return false;
    }
    return true;
  }

  // Shards.

  const before = (list, key) => { // how many begin before key
    let low = 0, high = list.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (list[middle] < key) low = middle + 1; else high = middle;
    }
    return low;
  };

  // span is the shards in which what begins with key may be, [from, to).
  const span = (list, key) => [Math.max(0, before(list, key) - 1), before(list, key + "\uffff")];

  const loadSpan = (kind, [from, to]) => {
    const end = Math.min(to, from + mostShards);
    return Promise.all(Array.from({ length: end - from }, (_, i) => load(kind + (from + i))));
  };

  const numberOf = (id) => /^se:\d{10}$/.test(id) ? id.slice(3, 9) + "-" + id.slice(9) : "";

  // Finding. An answer has organisations in order, and tells whether all are there.

  async function findNumber(directory, digits) {
    const key = "se:" + digits;
    const range = span(directory.organisations, key);
    const shards = await loadSpan("o", range);
    const found = shards.flat().filter((each) => each[1].startsWith(key));
    return { found, isWhole: range[1] - range[0] <= mostShards };
  }

  // ways are the ways into the index: by words that begin so, and where there are
  // single letters only, by the letters.
  function ways(list, words) {
    const long = words.filter((word) => word.length > 1).map(keyOf);
    if (long.length > 0) return long.map((key) => ({ key, has: (word) => word.startsWith(key), range: span(list, key) }));
    const letters = words.length > 1 ? words.map(keyOf) : [];
    return letters.map((key) => ({ key, has: (word) => word === key, range: [span(list, key)[0], before(list, key + "\u0000")] }));
  }

  async function findWords(directory, words) {
    const spans = ways(directory.words, words);
    if (spans.length === 0) return null;
    const width = ({ range }) => range[1] - range[0];
    const least = spans.sort((a, b) => width(a) - width(b) || b.key.length - a.key.length)[0];
    const found = new Map();
    for (const shard of await loadSpan("w", least.range)) {
      for (const [word, ...places] of shard.w) {
        if (!least.has(word)) continue;
        for (const place of places) found.set(shard.o[place][0], shard.o[place]);
      }
    }
    const fits = [...found.values()].filter(([, id, name, number]) => {
      const has = nameWords(numberOf(id) ? name : name + " " + number);
      return words.every((typed) => has.some((word) => begins(word, typed)));
    });
    return { found: fits, isWhole: width(least) <= mostShards };
  }

  async function find(text) {
    const directory = await load("directory");
    const digits = text.replace(/[\s-]/g, "");
    const all = split(soften(text));
    const telling = all.filter((word) => !directory.silent.includes(fold(word)));
    const words = telling.length > 0 ? telling : all;
    const answers = [];
    if (/^\d{4,12}$/.test(digits)) {
      answers.push(await findNumber(directory, digits.length === 12 ? digits.replace(/^16/, "") : digits));
    }
    answers.push(await findWords(directory, words));
    const given = answers.filter((each) => each);
    if (given.length === 0) return null;
    const byOrder = new Map(given.flatMap((each) => each.found.map((entry) => [entry[0], entry])));
    const first = ([, , name]) => begins(split(soften(name))[0] ?? "", words[0] ?? "") ? 0 : 1;
    const found = [...byOrder.values()].map((entry) => [first(entry), entry])
      .sort((a, b) => a[0] - b[0] || a[1][0] - b[1][0]).map(([, entry]) => entry);
    return { found, isWhole: given.every((each) => each.isWhole) };
  }

  // Showing.

  const element = (name, ...content) => {
    const made = document.createElement(name);
    made.append(...content);
    return made;
  };
  const isolated = (text) => element("bdi", text.replace(/[\u2066-\u2069]/g, "")); // nor may it end that itself
  const filled = (text, ...values) => values.reduce((out, value) => out.replace("%s", () => value), text);
  // day is a date as it is said: 15 oktober 2019.
  const day = (date) => !/^\d{4}-\d{2}-\d{2}$/.test(date) ? date
    : new Date(date).toLocaleDateString(language === "en" ? "en-GB" : "sv", { day: "numeric", month: "long", year: "numeric", timeZone: "UTC" });
  const counted = (n) => n.toLocaleString(language);

  const asked = document.getElementById("asked");
  const answer = document.getElementById("answer");
  const results = document.getElementById("results");
  const details = document.getElementById("organisation");

  const address = (id) => "#" + (numberOf(id) ? id.slice(3) : encodeURIComponent(id));

  function result([, id, name, number]) {
    const told = numberOf(id) || number || "";
    const link = element("a", isolated(name || told || id));
    link.href = address(id);
    return element("li", link, ...(name && told ? [" ", isolated(told)] : []));
  }

  function count(words, { found, isWhole }) {
    const n = counted(found.length);
    const text = !isWhole ? filled(words.atLeast, n)
      : found.length === 0 ? words.none : found.length === 1 ? words.one : filled(words.several, n);
    return found.length > mostShown ? text + " " + filled(words.first, String(mostShown)) : text;
  }

  let latest = 0;
  async function search() {
    const mine = ++latest;
    const started = performance.now();
    const text = asked.value.trim();
    const { words } = await load("words." + language);
    const given = text === "" ? { found: [], isEmpty: true } : await find(text);
    if (mine !== latest) return;
    answer.textContent = given === null ? words.short : given.isEmpty ? "" : count(words, given);
    results.replaceChildren(...(given?.found ?? []).slice(0, mostShown).map(result));
    results.dataset.query = text;
    results.dataset.milliseconds = (performance.now() - started).toFixed(1);
  }

  function seen(words, from, to, isSeen) {
    if (isSeen) return from === to ? filled(words.seenOnce, from) : filled(words.seenOften, from, to);
    if (from === "") return to === "" ? words.undated : filled(words.until, to);
    return to === "" ? filled(words.since, from) : filled(words.valid, from, to);
  }

  async function verdicts(spells) {
    const { verdicts: size } = await load("directory");
    return Promise.all(spells.map(async ([n]) => (await load("v" + Math.floor(n / size) + "." + language))[n % size]));
  }

  // answers gathers what each definition says, and those that say the same.
  function answers(spells, said) {
    const byDefinition = new Map();
    spells.forEach(([, from, to], i) => {
      const [definition, counted, why] = said[i];
      if (!byDefinition.has(definition)) byDefinition.set(definition, []);
      byDefinition.get(definition).push({ from, to, counted, why });
    });
    const same = new Map();
    for (const [definition, rows] of byDefinition) {
      const key = JSON.stringify(rows);
      if (!same.has(key)) same.set(key, { definitions: [], rows });
      same.get(key).definitions.push(definition);
    }
    return [...same.values()];
  }

  function report(words, mail, date, told) {
    const link = element("a", words.wrong);
    link.href = mail ? "mailto:" + mail + "?subject=" + encodeURIComponent(filled(words.subject, told) + date) : "#report";
    return element("p", link);
  }

  async function open(id) {
    const { words, statements, sources, mail, date } = await load("words." + language);
    const { organisations } = await load("directory");
    const at = before(organisations, id + "\u0000") - 1;
    const entry = at < 0 ? undefined : (await load("o" + at)).find((each) => each[1] === id);
    if (!entry) {
      details.hidden = true;
      const [before, after] = words.missing.split("%s");
      answer.replaceChildren(before, isolated(numberOf(id) || id), after);
      return;
    }
    const [, , name, number, spells, facts] = entry;
    const heading = element("h2", isolated(name || number || words.noName));
    heading.id = "organisation-name";
    heading.tabIndex = -1;
    const parts = [heading, element("p", isolated(name ? number || id : id)), element("h3", words.sectors)];
    for (const { definitions, rows } of answers(spells, await verdicts(spells))) {
      parts.push(element("h4", definitions[0]));
      for (const { from, to, counted, why } of rows) {
        const when = from === to ? filled(words.date, day(from)) : filled(words.dates, day(from), day(to));
        parts.push(element("p", when + " ", element("strong", counted), "."), element("ul", ...why.map((text) => element("li", text))));
      }
      if (definitions.length > 1) parts.push(element("p", filled(words.same, definitions.slice(1).join("; "))));
    }
    if (facts.length > 0) {
      parts.push(element("h3", words.known), element("ul", ...facts.map(([statement, source, from, to, isSeen]) =>
        element("li", statements[statement], " ", filled(words.source, sources[source]), "; ", seen(words, day(from), day(to), isSeen), "."))));
    }
    parts.push(report(words, mail, date, number || id));
    details.replaceChildren(...parts);
    details.setAttribute("aria-labelledby", heading.id);
    details.hidden = false;
    details.dataset.id = id;
    heading.focus();
  }

  // idOf is what an address names: a number as people write it, or an identifier.
  function idOf(text) {
    const digits = text.replace(/[\s‐‑–-]/g, "").replace(/^16(?=\d{10}$)/, "");
    return /^\d{10}$/.test(digits) ? "se:" + digits : text;
  }

  function follow() {
    for (const link of document.querySelectorAll(".byline a[hreflang]")) link.hash = location.hash;
    let text = location.hash.slice(1);
    if (text === "" || document.getElementById(text)) return;
    try { text = decodeURIComponent(text); } catch { /* as it stands */ }
    guarded(open)(idOf(text));
  }

  const guarded = (act) => (...given) => act(...given).catch(async () => {
    answer.textContent = (await load("words." + language)).words.broken;
  });

  document.getElementById("search").hidden = false;
  asked.addEventListener("input", guarded(search));
  addEventListener("hashchange", follow);
  load("directory");
  load("words." + language);
  follow();
  if (asked.value !== "") guarded(search)();
})();
