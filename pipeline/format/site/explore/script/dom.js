// Elements made of text alone: nothing from the data is read as HTML.

export function element(name, attributes = {}, ...children) {
  const made = document.createElement(name);
  for (const [key, value] of Object.entries(attributes)) {
    if (value === true) made.setAttribute(key, "");
    else if (value !== false && value !== undefined && value !== "") made.setAttribute(key, value);
  }
  made.append(...children.filter((c) => c !== null && c !== undefined && c !== ""));
  return made;
}

/** An element of a drawing. */
export function drawing(name, attributes, ...children) {
  const made = document.createElementNS("http://www.w3.org/2000/svg", name);
  for (const [key, value] of Object.entries(attributes)) made.setAttribute(key, value);
  made.append(...children);
  return made;
}

/** Only addresses of the web may be led to. */
export function link(address, text) {
  return /^https?:\/\//.test(address) ? element("a", { href: address, rel: "noreferrer" }, text) : document.createTextNode(text);
}

/** A text that anybody may have written, so that it turns nothing beside it. */
export function apart(text) {
  return "\u2068" + text.replace(/[\u2066-\u2069]/g, "") + "\u2069";
}
