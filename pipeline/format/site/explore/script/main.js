// Keeps address, form and page in step: a choice changes the address, and the
// address decides what is shown.

import { controls, show } from "./controls.js";
import { readIndex, receive } from "./data.js";
import { apart, element } from "./dom.js";
import { spoken } from "./spoken.js";
import { format, next, parse, settle } from "./state.js";
import { drawn, read } from "./view.js";
import { fill, wordsIn } from "./words.js";

async function start(root) {
  const store = receive(window, "explore/data/");
  const index = await readIndex(window, root.dataset.index);
  if (!index || index.measures.length === 0) return;
  const page = lay(root, index, (change) => {
    location.hash = format(next(settle(parse(location.hash) ?? {}, index).state, change, index));
  });
  const update = () => render(page, store, index);
  window.addEventListener("hashchange", () => { if (parse(location.hash) || location.hash === "") update(); });
  window.addEventListener("resize", debounced(() => page.draw?.()));
  root.hidden = false;
  document.getElementById("explore-static").hidden = true;
  await update();
}

/** Lays out what stays on the page whatever is chosen. */
function lay(root, index, choose) {
  const form = controls(index.language, choose);
  const said = element("div", { id: "explore-said", "aria-live": "polite" });
  const notice = element("p", { class: "note", id: "explore-notice", role: "status" });
  const body = element("div", { id: "explore-body" });
  const intro = element("p", { class: "prose", id: "explore-intro" }, wordsIn(index.language).intro);
  root.replaceChildren(intro, form.form, notice, said, body);
  return { root, form, said, notice, body, latest: 0, kept: { isOpen: false } };
}

async function render(page, store, index) {
  const words = wordsIn(index.language);
  const { state, unknown } = settle(parse(location.hash) ?? {}, index);
  const turn = ++page.latest;
  show(page.form, state, index);
  lead(state);
  page.notice.textContent = unknown.length > 0 ? fill(words.unknownLink, unknown.map(apart).join(", ")) : "";
  try {
    const told = await read(store, index, state, page.kept);
    if (turn !== page.latest) return;
    speak(page.said, spoken(told));
    page.draw = () => page.body.replaceChildren(...drawn(told, Math.max(260, Math.min(page.root.clientWidth, 960) * (state.view === "time" && page.root.clientWidth > 660 ? 0.48 : 1))));
    page.draw();
    page.root.dataset.shown = format(state);
  } catch (error) {
    if (turn === page.latest) page.notice.textContent = words.loadFailed;
    throw error;
  }
}

function speak(said, [first, ...rest]) {
  said.replaceChildren(element("p", { class: "sentence", id: "explore-sentence" }, first),
    ...rest.filter(Boolean).map((t) => element("p", { class: "prose" }, t)));
}

/** The page in the other language shows the same selection. */
function lead(state) {
  for (const link of document.querySelectorAll("a[hreflang]")) link.hash = format(state);
}

function debounced(act) {
  let timer = 0;
  return () => { clearTimeout(timer); timer = setTimeout(act, 150); };
}

const root = document.getElementById("explore");
if (root) start(root);
