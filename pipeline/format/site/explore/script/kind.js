// Kinds of organisation: what the idéburen sector of a cell is made of.

import { expand, millionths } from "./cell.js";

const hasAmount = 1, hasTotal = 2, hasShare = 4;
export const all = "all"; // no kind is chosen

/** Makes a shard of kinds ready to be asked: rows by place and period. */
export function openedKinds(shard) {
  const lists = Object.fromEntries(["place", "period", "state", "total", "share"].map((k) => [k, expand(shard[k])]));
  const cells = new Map();
  shard.amount.forEach((amount, i) => {
    const key = cellKey(shard.places[lists.place[i]], shard.periods[lists.period[i]]);
    if (!cells.has(key)) cells.set(key, {});
    const [symbol, note, has] = shard.states[lists.state[i]];
    const pick = (bit, number) => (has & bit ? number : null);
    cells.get(key)[shard.kinds[shard.kind[i]]] = {
      symbol, note, amount: pick(hasAmount, amount), total: pick(hasTotal, lists.total[i]),
      share: pick(hasShare, millionths(amount, lists.total[i]) + lists.share[i]),
    };
  });
  return cells;
}

/** The kinds that occur in a cell, by code. */
export function kindsIn(cells, place, period) {
  return cells.get(cellKey(place, period)) ?? {};
}

function cellKey(place, period) {
  return place + " " + period;
}

/** The cell seen as one kind: its focus is the kind's share of the whole. Rest
 * is the kind of those of whom it is not known. */
export function seenAs(cell, kind, rest) {
  return cell && { ...cell, focus: kind === all ? cell.sectors.ideburen : focusOn(cell, kind, rest) };
}

function focusOn(cell, kind, rest) {
  const row = { ...(cell.kinds[kind] ?? absent(cell)), hides: Boolean(cell.hides) };
  if (row.share === null) return { ...row, low: null, high: null };
  return { ...row, low: row.share, high: kind === rest ? row.share : highest(cell, row, rest) };
}

/** A kind without a row: zero where the kinds make the whole sector; else what
 * the sector says, or that it is missing. */
function absent(cell) {
  const { symbol, note, share } = cell.sectors.ideburen;
  const none = { symbol, note, amount: null, total: null, share: null };
  if (share === null) return none;
  return isWhole(cell) ? { ...none, amount: 0, total: cell.total, share: 0 } : { ...none, symbol: ".." };
}

/** Tells whether the kinds that have numbers make the whole sector. */
function isWhole({ sectors: { ideburen }, kinds }) {
  return Object.values(kinds).reduce((sum, k) => sum + (k.amount ?? NaN), 0) === ideburen.amount;
}

/** The highest share that a kind can have: what is undecided, and idéburna of
 * whom no kind is known, could all be of it. */
function highest(cell, row, rest) {
  const more = open(cell, rest);
  return more === null ? null : millionths(row.amount + more.undecided + more.kindless, row.total);
}

/** The amounts that could be of any kind, null where the highest is not known. */
export function open(cell, rest) {
  const { sectors: { ideburen, nonpublic, unknown }, kinds } = cell;
  if (ideburen.high === null || nonpublic.amount === null || unknown.amount === null || !isWhole(cell)) return null;
  return { undecided: nonpublic.amount + unknown.amount, kindless: kinds[rest]?.amount ?? 0 };
}

/** Tells whether the sector's range is another than its amounts make: suppressed
 * numbers make it so, and amounts below zero. */
export function isWidened({ sectors: { ideburen, nonpublic, unknown }, total }) {
  if (ideburen.low === null) return false;
  const most = millionths(ideburen.amount + nonpublic.amount + unknown.amount, total);
  return ideburen.low !== ideburen.share || (ideburen.high !== null && ideburen.high !== most);
}

/** The kinds that a measure has under a definition, in the order of the list. */
export function kindsOf(measure, definition, index) {
  const has = Object.values(measure.shards[definition] ?? {}).flatMap((s) => s.kinds?.codes ?? []);
  return index.kinds.filter((k) => has.includes(k.code));
}
