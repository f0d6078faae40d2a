// A sector's paint and mark: the same as in pictures that the program draws, so
// that sectors can be told without colours, here as there.

import { drawing } from "./dom.js";

export const paint = {
  public: "var(--public)", private: "var(--private)", ideburen: "var(--ideburen)",
  nonpublic: "url(#hatch-nonpublic)", unknown: "url(#hatch-unknown)",
};
export const hatch = { public: "url(#hatch-public)", private: "url(#hatch-private)", ideburen: "url(#hatch-ideburen)" };

/** A square on its corner: the library's own diamond is narrow. */
const diamond = {
  draw(context, size) {
    const reach = Math.sqrt(size / Math.PI) * 1.33;
    context.moveTo(0, -reach);
    context.lineTo(reach, 0);
    context.lineTo(0, reach);
    context.lineTo(-reach, 0);
    context.closePath();
  },
};
export const shape = { public: "circle", private: "square", ideburen: diamond };

const paths = { public: "M1.5 6a4.5 4.5 0 1 0 9 0a4.5 4.5 0 1 0 -9 0z", private: "M2 2h8v8h-8z", ideburen: "M6 0L12 6L6 12L0 6z" };

/** What stands for a sector in a key: its mark, or a remainder's pattern. */
export function glyph(code) {
  return paths[code]
    ? drawing("svg", { class: "glyph", width: 12, height: 12, "aria-hidden": "true" }, drawing("path", { class: code, d: paths[code] }))
    : swatch(code);
}

/** A small square in a paint; the page's style has the paints. */
export function swatch(name) {
  const rect = drawing("rect", { class: name, width: 12, height: 12 });
  return drawing("svg", { class: "swatch", width: 12, height: 12, "aria-hidden": "true" }, rect);
}
