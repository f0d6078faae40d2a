// Reads the edition's data. Scripts are loaded and not fetched, so that the
// page works when it is opened from a folder.

import { openedBacking } from "./backing.js";
import { cellOf, opened, partOf, silentCell } from "./cell.js";
import { kindsIn, openedKinds } from "./kind.js";

/** Starts receiving; the index resolves when its script has come. */
export function receive(window, folder) {
  const parts = new Map();
  const asked = new Map();
  window.tresektorShard = (name, shard) => parts.set(name, opened(shard));
  window.tresektorKinds = (name, shard) => parts.set(name, openedKinds(shard));
  window.tresektorBacking = (name, shard) => parts.set(name, openedBacking(shard));
  window.tresektorNamed = (name, list) => parts.set(name, list);
  const load = (name) => {
    if (!asked.has(name)) asked.set(name, script(window.document, folder + name + ".js").catch((e) => { asked.delete(name); throw e; }));
    return asked.get(name).then(() => parts.get(name));
  };
  return { load };
}

export function readIndex(window, path) {
  let index = null;
  window.tresektorIndex = (value) => { index = value; };
  return script(window.document, path).then(() => index);
}

function script(document, path) {
  return new Promise((resolve, reject) => {
    const element = document.createElement("script");
    element.src = path;
    element.onload = () => { element.remove(); resolve(); };
    element.onerror = () => reject(new Error(path));
    document.head.append(element);
  });
}

/** The cells of some places in every period: a list for each place. */
export async function cells(store, measure, { definition, area, agreement }, places) {
  const shard = measure.shards[definition]?.[area + " " + agreement];
  const periods = measure.periods.map((p) => p.code);
  if (!shard) return places.map(() => periods.map(() => null));
  if (!shard.file) return places.map((place) => periods.map((p) => silentCell(place, p, shard.symbol, shard.note)));
  return Promise.all(places.map(async (place) => {
    const part = await store.load(partOf(shard, place));
    return periods.map((period) => cellOf(part, place, period));
  }));
}

/** Adds to the cells of some places the kinds that occur in them. */
export async function withKinds(store, measure, { definition, area, agreement }, places, lists) {
  const shard = measure.shards[definition]?.[area + " " + agreement];
  return Promise.all(lists.map(async (list, i) => {
    const part = shard?.kinds ? await store.load("kind-" + partOf({ file: shard.file, from: shard.kinds.from }, places[i])) : new Map();
    return list.map((cell) => cell && { ...cell, kinds: kindsIn(part, cell.place, cell.period) });
  }));
}
