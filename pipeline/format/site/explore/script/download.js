// What can be had: the tables shown, and the edition's own files.

import { element } from "./dom.js";
import { csv } from "./table.js";
import { wordsIn } from "./words.js";

/** A button that saves a table as it is shown, and what it is of in each row; id is
 * the table's. */
export function saver(table, name, id, facts, language) {
  const words = wordsIn(language);
  const button = element("button", { type: "button", "data-download": name, "aria-describedby": id + "-caption" }, words.downloadShown);
  button.addEventListener("click", () => save(csv(table, facts, language), name + ".csv"));
  return element("p", { class: "explore-files" }, button);
}

function save(text, name) {
  const address = URL.createObjectURL(new Blob([text], { type: "text/csv;charset=utf-8" }));
  const anchor = element("a", { href: address, download: name });
  document.body.append(anchor);
  anchor.click();
  anchor.remove();
  setTimeout(() => URL.revokeObjectURL(address), 10_000);
}

/** The files of the edition that have the measure's shares. */
export function files({ measure, index }) {
  const words = wordsIn(index.language);
  const item = (f) => element("li", {}, element("a", { href: f.path }, f.label));
  const own = measure.files.length > 4
    ? element("details", {}, element("summary", {}, words.downloadParts), element("ul", { class: "files" }, ...measure.files.map(item)))
    : element("ul", { class: "files" }, ...measure.files.map(item));
  return element("section", { class: "component", id: "explore-files", "aria-labelledby": "explore-files-title" },
    element("h2", { id: "explore-files-title" }, words.download), own, element("ul", { class: "files" }, ...index.files.map(item)));
}
