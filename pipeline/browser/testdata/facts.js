// What a test must know of a page that is shown: where it leads, what can be
// led to, which pictures are missing, what is wider than its window, and which
// lines of a sentence cannot be read.
(() => {
	const scrolled = (e) => e.parentElement && (["auto", "scroll"].includes(getComputedStyle(e.parentElement).overflowX) || scrolled(e.parentElement));
	const sticksOut = (e) => {
		const box = e.getBoundingClientRect();
		return box.width > 0 && (box.right > innerWidth + 1 || box.left < -1);
	};
	const aside = (e) => e.closest(".skip, svg");
	const tags = (list) => list.map((e) => e.outerHTML.slice(0, 150));
	const lines = (e) => {
		const range = document.createRange();
		range.selectNodeContents(e);
		return [...range.getClientRects()];
	};
	// A line is read where its sentence is what lies on top in the middle of it.
	const isRead = (e, n) => {
		e.scrollIntoView({ block: "start" });
		const box = lines(e)[n];
		scrollBy(0, box.top - innerHeight / 2);
		const now = lines(e)[n];
		const top = document.elementFromPoint((now.left + now.right) / 2, (now.top + now.bottom) / 2);
		return now.left >= 0 && now.right <= innerWidth && e.contains(top);
	};
	const unread = (e) => lines(e).some((_, n) => !isRead(e, n)) || e.scrollWidth > e.clientWidth + 1 || e.scrollHeight > e.clientHeight + 4;
	const found = {
		Width: document.scrollingElement.scrollWidth,
		IDs: [...document.querySelectorAll("[id]")].map((e) => e.id),
		Links: [...document.querySelectorAll("[href], [src], [srcset]")].flatMap((e) => ["href", "src", "srcset"].flatMap((name) => e.getAttribute(name) ?? [])),
		Wide: tags([...document.body.querySelectorAll("*")].filter((e) => sticksOut(e) && !aside(e) && !scrolled(e))),
		Missing: [...document.images].filter((e) => e.complete && e.naturalWidth === 0).map((e) => e.currentSrc),
		Unread: tags([...document.querySelectorAll(".sentence")].filter(unread)),
	};
	scrollTo(0, 0);
	return found;
})()
