// Pieces of our own text that are shown from right to left: of each text that is
// shown, what stands around the foreign one, whose characters do not come one
// after the other from the left.
(foreign) => {
	const places = (node, from, to) => {
		const list = [];
		for (let i = from; i < to; i++) {
			const range = document.createRange();
			range.setStart(node, i);
			range.setEnd(node, i + 1);
			const box = range.getClientRects()[0];
			if (box && box.width > 0 && node.data[i].trim() !== "") list.push(box);
		}
		return list;
	};
	const isSame = (a, b) => Math.abs(a.top - b.top) < 2;
	const isReversed = (list) => list.some((box, i) => i > 0 && isSame(box, list[i - 1]) && box.left < list[i - 1].left - 0.5);
	const reversed = [];
	let looked = 0;
	for (const walk = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT); walk.nextNode();) {
		const node = walk.currentNode;
		if (node.parentElement.closest("script, style, noscript, option")) continue;
		let at = 0;
		for (const piece of node.data.split(foreign)) {
			const list = places(node, at, at + piece.length);
			looked += list.length;
			if (isReversed(list)) reversed.push(node.parentElement.tagName + "." + node.parentElement.className + " " + JSON.stringify(piece) + " in " + node.data.replaceAll(foreign, "#").slice(0, 90));
			at += piece.length + foreign.length;
		}
	}
	return { Looked: looked, Reversed: reversed };
}
