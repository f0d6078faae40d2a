// Writes down what the focus comes to, in the order of the page, and whether it
// can be seen there.
(() => {
	const isShown = (e) => e.checkVisibility({ visibilityProperty: true });
	const reached = [...document.querySelectorAll("a[href], button, input, select, textarea, summary, [tabindex='0']")].filter(isShown);
	window.visited = [];
	document.addEventListener("focusin", ({ target }) => {
		const style = getComputedStyle(target);
		window.visited.push({ Place: reached.indexOf(target), IsSeen: style.outlineStyle !== "none" && parseFloat(style.outlineWidth) >= 2, Tag: target.outerHTML.slice(0, 150) });
	});
	return reached.length;
})()
