// What the charts of the page Explore draw, in per cent as their own lines say.
(() => {
	const text = (e) => e.textContent.replace(/\s+/g, " ").trim();
	// The fill of an element in pixels of the page, without its stroke.
	const box = (e) => {
		const b = e.getBBox(), m = e.getScreenCTM();
		return { left: m.e + m.a * b.x, right: m.e + m.a * (b.x + b.width), top: m.f + m.d * b.y, bottom: m.f + m.d * (b.y + b.height) };
	};
	const of = (svg, mark) => [...svg.querySelectorAll(`[data-mark="${mark}"]`)].flatMap((g) => [...g.children]);
	const partOf = (e) => /nonpublic|unknown|public|private|ideburen/.exec(e.getAttribute("fill"))[0];
	// A circle, a square or a diamond, by what it fills of its corner.
	const shapeOf = (e) => {
		const b = e.getBBox(), at = (f) => { const p = e.ownerSVGElement.createSVGPoint(); p.x = b.x + (b.width * (1 + f)) / 2; p.y = b.y + (b.height * (1 + f)) / 2; return p; };
		return e.isPointInFill(at(0.85)) ? "square" : e.isPointInFill(at(0.62)) ? "circle" : "diamond";
	};

	const read = (svg) => {
		const isFlat = of(svg, "y-grid").length === 0;
		const lines = of(svg, isFlat ? "x-grid" : "y-grid").map(box);
		const told = of(svg, isFlat ? "x-axis tick label" : "y-axis tick label").map((e) => Number(text(e).replace(",", ".").replace(/[^0-9.]/g, "")));
		const half = devicePixelRatio > 1 ? 0 : 0.5; // lines stand in the middle of a pixel
		const pixel = lines.map((l) => (isFlat ? l.left : l.top) - half);
		const last = told.length - 1;
		const share = (p) => told[0] + ((p - pixel[0]) / (pixel[last] - pixel[0])) * (told[last] - told[0]);
		// A line of the scale that does not stand where its label says is a fault too.
		const skew = Math.max(...pixel.map((p, i) => Math.abs(share(p) - told[i])));
		const count = isFlat ? 0 : document.querySelectorAll(svg.closest(".multiple") ? "#explore-table thead th:not(:first-child)" : "#explore-table tbody tr").length;
		const slot = (b) => Math.floor((((b.left + b.right) / 2 - lines[0].left) / (lines[0].right - lines[0].left)) * count);
		const drawn = (name) => [...svg.querySelectorAll("." + name)].flatMap((g) => [...g.children]).map((e) => {
			const b = box(e);
			return { At: isFlat ? b.top : slot(b), From: share(isFlat ? b.left : b.bottom), To: share(isFlat ? b.right : b.top), Sector: name === "part" ? partOf(e) : "" };
		});
		const dots = ["public", "private", "ideburen"].flatMap((code) => [...svg.querySelectorAll(".dot-" + code)].flatMap((g) => [...g.children]).map((e) => {
			const b = box(e), at = share((b.top + b.bottom) / 2 - half);
			return { At: slot(b), From: at, To: at, Sector: code };
		}));
		return {
			Name: svg.closest(".multiple") ? text(svg.closest(".multiple").querySelector("p")) : text(svg.closest("figure").querySelector("figcaption")),
			Scale: told[last], Skew: skew, Parts: drawn("part"), Known: drawn("known"), Possible: drawn("possible"), Chosen: drawn("chosen"), Dots: dots,
			Values: [...svg.querySelectorAll(".value text")].map((e) => ({ At: isFlat ? box(e).top : slot(box(e)), Text: text(e) })),
			Labels: of(svg, isFlat ? "y-axis tick label" : "x-axis tick label").map((e) => (e.children.length > 0 ? [...e.children].map(text).join(" ") : text(e))),
			Bold: [...svg.querySelectorAll("[data-mark='x-axis tick label'] text.chosen")].map(text),
		};
	};
	const marks = ["public", "private", "ideburen"].map((code) => {
		const all = [...document.querySelectorAll(`#explore-chart .key .glyph path.${code}, #explore-chart .inside-${code} > *, #explore-chart .dot-${code} > *`)];
		return code + ": " + [...new Set(all.map(shapeOf))].join(", ");
	});
	const chart = document.getElementById("explore-chart");
	return {
		Hash: document.getElementById("explore").dataset.shown, Measure: text(document.getElementById("explore-measure").selectedOptions[0]), Kind: chart.dataset.chart, Caption: text(chart.querySelector("figcaption")), Marks: marks,
		Plots: [...chart.querySelectorAll("svg.plot")].map(read),
		Places: Object.fromEntries([...document.querySelectorAll("#explore-place option")].map((o) => [text(o), o.value])),
		Areas: Object.fromEntries([...document.querySelectorAll("#explore-area option")].map((o) => [text(o), o.value])),
	};
})()
