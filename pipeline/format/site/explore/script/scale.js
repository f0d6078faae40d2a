// Scales and room for labels, in whole numbers.

/** The top of an own scale in per cent: the least of 1, 2, 5, 10 … above it. */
export function top(millionths) {
  const percent = millionths / 10_000;
  for (const step of [1, 2, 5, 10, 15, 20, 30, 40, 50, 60, 80]) {
    if (percent * 1.08 <= step) return step;
  }
  return 100;
}

/** The periods that have room for their label; the last always. */
export function labelled(periods, width) {
  const longest = Math.max(...periods.map((p) => p.length)) * 7.5 + 10;
  const every = Math.max(1, Math.ceil((periods.length * longest) / Math.max(width, 1)));
  const last = periods.length - 1;
  return periods.filter((_, i) => (last - i) % every === 0);
}

/** Where an own scale has its lines. */
export function lines(most) {
  const step = { 1: 0.5, 15: 5, 30: 10, 40: 10, 60: 20, 80: 20 }[most] ?? most / (most === 2 ? 2 : 5);
  return Array.from({ length: Math.round(most / step) + 1 }, (_, i) => i * step);
}
