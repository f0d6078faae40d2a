// What a test must know of a page that is shown: where it leads, what can be
// led to, and what is wider than its window.
(() => {
	const scrolled = (e) => e.parentElement && (["auto", "scroll"].includes(getComputedStyle(e.parentElement).overflowX) || scrolled(e.parentElement));
	const sticksOut = (e) => {
		const box = e.getBoundingClientRect();
		return box.width > 0 && (box.right > innerWidth + 1 || box.left < -1);
	};
	const hidden = (e) => e.closest(".skip, svg");
	return {
		Width: document.scrollingElement.scrollWidth,
		IDs: [...document.querySelectorAll("[id]")].map((e) => e.id),
		Links: [...document.querySelectorAll("[href], [src]")].map((e) => e.getAttribute("href") ?? e.getAttribute("src")),
		Wide: [...document.body.querySelectorAll("*")].filter((e) => sticksOut(e) && !hidden(e) && !scrolled(e)).map((e) => e.outerHTML.slice(0, 150)),
	};
})()
