// The parts of a page that have to be scrolled sideways, and the cells that stand
// beyond the edge of the window. The tables of the page Explore are numbers, as wide
// as there are sectors: they scroll in a region that the keyboard reaches.
(() => {
	const said = (e) => `${e.tagName} ${e.className} ${e.textContent.trim().slice(0, 60)}`;
	const scrolled = [...document.querySelectorAll(".scroll:not(:has(.explored))")].filter((e) => e.scrollWidth > e.clientWidth + 1)
		.map((e) => `${e.scrollWidth} pixels in ${e.clientWidth}: ${said(e)}`);
	const beyond = [...document.querySelectorAll("table:not(.explored) :is(tbody th, tbody td)")].filter((e) => e.getBoundingClientRect().right > innerWidth + 1).map(said);
	return [...scrolled, ...beyond.slice(0, 5)];
})()
