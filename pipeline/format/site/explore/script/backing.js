// Who is behind a number: the organisations of a cell, by their places among all
// that are named.

import { expand, partOf } from "./cell.js";

/** Makes a shard of organisations ready to be asked: rows by place. */
export function openedBacking(shard) {
  const [place, first, last, definition] = ["place", "first", "last", "definition"].map((k) => expand(shard[k]));
  const places = new Map();
  let organisation = 0;
  shard.organisation.forEach((step, i) => {
    organisation = i > 0 && place[i] === place[i - 1] ? organisation + step : step;
    const code = shard.places[place[i]];
    if (!places.has(code)) places.set(code, []);
    places.get(code).push({ organisation, first: shard.periods[first[i]], last: shard.periods[last[i]], definitions: shard.definitions[definition[i]].split(" ") });
  });
  return places;
}

/** Those of a place, in a period and under a definition. */
export function behindIn(places, { place, period, definition }) {
  const is = (row) => row.first <= period && period <= row.last && row.definitions.includes(definition);
  return (places.get(place) ?? []).filter(is).map((row) => row.organisation);
}

/** The organisations behind the number that is chosen. */
export async function behind(store, measure, state) {
  const shard = measure.backing?.[state.area + " " + state.agreement];
  return shard ? behindIn(await store.load(partOf(shard, state.place)), state) : [];
}

/** What organisations are called, each as its part of the page that looks them up,
 * its name and its number. */
export async function called(store, organisations, inFile) {
  const fileOf = (organisation) => Math.floor(organisation / inFile);
  const files = new Map();
  await Promise.all([...new Set(organisations.map(fileOf))].map(async (n) => files.set(n, await store.load("named." + (n + 1)))));
  return organisations.map((organisation) => files.get(fileOf(organisation))[organisation % inFile]);
}
