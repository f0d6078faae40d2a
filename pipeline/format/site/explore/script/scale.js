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

/** The labels that have room, the chosen period's among them: those that would
 * stand in its way are left out. */
export function withChosen(shown, periods, chosen, width) {
  const at = (period) => (periods.indexOf(period) * width) / periods.length;
  const near = Math.max(...periods.map((p) => p.length)) * 7.5 + 6;
  return periods.filter((p) => p === chosen || (shown.includes(p) && !(Math.abs(at(p) - at(chosen)) < near)));
}

/** A label as lines of at most so many letters; a longer word is divided. */
export function wrapped(label, room) {
  const lines = [""];
  const pieces = label.split(" ").flatMap((word) => word.match(new RegExp(".{1," + Math.max(room, 1) + "}", "gu")) ?? []);
  for (const piece of pieces) {
    const longer = (lines.at(-1) + " " + piece).trim();
    if (longer.length > room && lines.at(-1) !== "") lines.push(piece);
    else lines[lines.length - 1] = longer;
  }
  return lines;
}

/** How large a sector's mark is inside its part of a bar, 0 where it has no room;
 * the same as in the program's own charts. */
export function inside(width, height) {
  const size = Math.min(width, height, 14) / 4;
  return size < 2.5 ? 0 : size;
}

/** Where an own scale has its lines. */
export function lines(most) {
  const step = { 1: 0.5, 15: 5, 30: 10, 40: 10, 60: 20, 80: 20 }[most] ?? most / (most === 2 ? 2 : 5);
  return Array.from({ length: Math.round(most / step) + 1 }, (_, i) => i * step);
}
