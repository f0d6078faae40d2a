// A shard as the program wrote it, made into cells with exact numbers.

const codes = ["public", "private", "ideburen", "nonpublic", "unknown"];
const hasAmount = 1, hasTotal = 2, hasShare = 4, hasLow = 8, hasHigh = 16, isHiding = 32;

/** Millionths of part in whole, half up; 0 where there is nothing to divide. */
export function millionths(part, whole) {
  if (part <= 0 || whole <= 0) return 0;
  const [p, w] = [BigInt(part), BigInt(whole)];
  return Number((2_000_000n * p + w) / (2n * w));
}

/** Makes a shard's lists ready to be asked for cells. */
export function opened(shard) {
  const each = (lists) => lists.map(expand);
  return {
    ...shard, total: expand(shard.total), state: each(shard.state),
    share: each(shard.share), low: each(shard.low), high: each(shard.high),
  };
}

/** Runs of value and count as a list. */
export function expand(runs) {
  const list = [];
  for (let i = 0; i < runs.length; i += 2) {
    for (let n = 0; n < runs[i + 1]; n++) list.push(runs[i]);
  }
  return list;
}

/** The file that has a place: the last one that begins at it or before it. */
export function partOf(shard, place) {
  let n = 0;
  while (n + 1 < shard.from.length && shard.from[n + 1] <= place) n++;
  return shard.file + "." + (n + 1);
}

/** One place in one period, its focus what is told of it; null where the edition has no such cell. */
export function cellOf(shard, place, period) {
  const [at, when] = [shard.places.indexOf(place), shard.periods.indexOf(period)];
  const i = at * shard.periods.length + when;
  if (at < 0 || when < 0 || shard.state.every((states) => states[i] === 0)) return null;
  const amounts = codes.map((_, s) => shard.amount[s][i]);
  const total = amounts.reduce((sum, a) => sum + a, shard.total[i]);
  const sectors = {};
  codes.forEach((code, s) => { sectors[code] = sectorOf(shard, s, i, amounts, total); });
  const hides = codes.some((code) => sectors[code].isHiding);
  return { period, place, sectors, focus: sectors.ideburen, hides, total: codes.some((c) => sectors[c].hasTotal) ? total : null };
}

function sectorOf(shard, s, i, amounts, total) {
  const [symbol, note, has] = shard.states[shard.state[s][i]];
  const share = millionths(amounts[s], total);
  const high = millionths(most(amounts, s), total);
  const pick = (bit, number) => (has & bit ? number : null);
  return {
    symbol, note, hasTotal: Boolean(has & hasTotal), isHiding: Boolean(has & isHiding),
    amount: pick(hasAmount, amounts[s]), share: pick(hasShare, share + shard.share[s][i]),
    low: pick(hasLow, share + shard.low[s][i]), high: pick(hasHigh, high + shard.high[s][i]),
  };
}

/** What a sector would have if all that could be its were. */
function most(amounts, s) {
  const [, , , nonpublic, unknown] = amounts;
  if (codes[s] === "public") return amounts[s] + unknown;
  if (codes[s] === "private" || codes[s] === "ideburen") return amounts[s] + nonpublic + unknown;
  return amounts[s];
}

/** A cell of which nothing is said, and why. */
export function silentCell(place, period, symbol, note) {
  const none = { symbol, note, hasTotal: false, amount: null, share: null, low: null, high: null };
  return { period, place, total: null, focus: none, sectors: Object.fromEntries(codes.map((c) => [c, none])) };
}
