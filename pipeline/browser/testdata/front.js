// What a front page says of each card, in every place where it says a number.
(() => [...document.querySelectorAll("article")].map((card) => {
	const text = (e) => e ? e.textContent.replace(/\s+/g, " ").trim() : "";
	const rows = [...card.querySelectorAll("tr[class^=row-]")];
	const pictures = [...card.querySelectorAll("img")];
	const times = card.querySelector("table.times");
	// A period's name, without the marks of a note and of a break.
	const period = (e) => text(e).replace(/\*| \(.*\)$/g, "");
	return {
		ID: card.id,
		Sentence: text(card.querySelector(".sentence")),
		Beside: text(card.querySelector(".beside")),
		Rows: Object.fromEntries(rows.map((row) => [row.className.slice(4), [...row.querySelectorAll("td")].map(text)])),
		Times: [...card.querySelectorAll("table.times tbody tr")].map((row) => [...row.children].map((e) => e.scope ? period(e) : text(e))),
		Total: text(card.querySelector("tfoot td")),
		Bounds: text(card.querySelector(".sure dd")),
		Spread: text(card.querySelectorAll(".sure dd")[1]),
		FirstLast: times ? text(times.parentElement.querySelector("p")) : "",
		Captions: Object.fromEntries(pictures.map((e) => [e.getAttribute("src"), text(e.closest("figure").querySelector("figcaption"))])),
		Pictures: Object.fromEntries(pictures.map((e) => [e.getAttribute("src"), e.alt])),
	};
}))()
