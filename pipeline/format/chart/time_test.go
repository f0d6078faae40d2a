package chart

import (
	"math"
	"strings"
	"testing"

	"gonum.org/v1/plot/vg"
	"pgregory.net/rapid"

	"tresektor/pipeline/edition"
)

// alone is what the panel of idéburen alone draws, on a chart of that sector only.
func alone(t testing.TB, points ...Point) []inked {
	t.Helper()
	d := Description{Language: edition.Swedish, Points: points, Sectors: []Sector{{Code: ideburen, Label: "Idéburen"}}}
	c, all := drawnBy(t, d, Time, Wide)
	var own []inked
	for _, i := range all {
		if left, _, _, _ := i.bounds(); left > vg.Length(c.Width)/2 {
			own = append(own, i)
		}
	}
	return own
}

func year(n, low, high string) Point {
	return Point{Period: n, Date: n + "-12-31", Sectors: []Sector{{Code: ideburen, Low: low, High: high}}}
}

// tally counts what is drawn of idéburen: lines, dashed lines, marks and bands.
func tally(all []inked) (lines, dashed, marks, hatchings int) {
	for _, i := range all {
		closed := len(i.path) > 0 && i.path[len(i.path)-1].Type == vg.CloseComp
		switch {
		case i.text != "" || i.colour != colourOf(ideburen):
		case i.isFill || closed:
			marks += len(i.points()) / 4
		case i.path[0].Type == vg.MoveComp && isSlanting(i.points()):
			hatchings++
		case i.dashes > 0:
			dashed++
		default:
			lines++
		}
	}
	return lines, dashed, marks, hatchings
}

// isSlanting tells whether all of a path's strokes go up at half a right angle.
func isSlanting(p []vg.Point) bool {
	for n := 0; n+1 < len(p); n += 2 {
		if math.Abs(float64((p[n+1].Y-p[n].Y)-(p[n+1].X-p[n].X))) > .001 {
			return false
		}
	}
	return true
}

func expect(t *testing.T, name string, all []inked, want [4]int) {
	t.Helper()
	var got [4]int
	got[0], got[1], got[2], got[3] = tally(all)
	if got != want {
		t.Errorf("%s: lines, dashed lines, marks and bands are %v, want %v", name, got, want)
	}
}

func TestALineIsNotDrawnWherePeriodsCannotBeCompared(t *testing.T) {
	a, b, c, d := year("2019", "0.1", "0.1"), year("2020", "0.11", "0.11"), year("2021", "0.1", "0.1"), year("2022", "0.11", "0.11")
	expect(t, "unbroken", alone(t, a, b, c, d), [4]int{1, 0, 4, 0})
	c.IsBroken = true
	expect(t, "broken", alone(t, a, b, c, d), [4]int{2, 0, 4, 0})
	// A break stays one where the point that carries it has no number.
	c.Sectors = []Sector{{Code: ideburen, Low: edition.Missing, High: edition.Missing}}
	expect(t, "gap", alone(t, a, b, c, d), [4]int{1, 0, 3, 0})
}

func TestARangeIsABandWithoutAPointInIt(t *testing.T) {
	expect(t, "band", alone(t, year("2019", "0.1", "0.2"), year("2020", "0.12", "0.3")), [4]int{2, 0, 0, 1})
	expect(t, "single", alone(t, year("2019", "0.1", "0.1"), Point{Period: "2020", Date: "2020-12-31", IsBroken: true,
		Sectors: []Sector{{Code: ideburen, Low: "0.12", High: "0.3"}}}), [4]int{2, 0, 1, 1})
}

func TestWhatIsPreliminaryIsOpenAndDashed(t *testing.T) {
	a, b, c := year("2019", "0.1", "0.1"), year("2020", "0.11", "0.11"), year("2021", "0.1", "0.1")
	c.IsPreliminary = true
	all := alone(t, a, b, c)
	expect(t, "preliminary", all, [4]int{1, 1, 3, 0})
	open := 0
	for _, i := range all {
		if i.isFill && i.colour == paper() && len(i.points()) == 4 {
			open++
		}
	}
	d := Description{Language: edition.Swedish, Points: []Point{a, b, c}, Sectors: []Sector{{Code: ideburen, Label: "Idéburen"}}}
	_, whole := drawnBy(t, d, Time, Narrow)
	if _, said := texts(whole)["preliminärt."]; open != 1 || !said && !strings.Contains(allText(whole), "preliminärt.") {
		t.Errorf("%d open marks, texts %q", open, allText(whole))
	}
}

func allText(all []inked) (text string) {
	for _, i := range all {
		text += " " + i.text
	}
	return text
}

func TestABreakIsADashedLineWithItsName(t *testing.T) {
	_, all := drawnBy(t, grades(), Time, Wide)
	lines, labels := 0, 0
	for _, i := range all {
		if left, bottom, right, top := i.bounds(); i.colour == ink() && i.dashes == 2 && left == right && top-bottom > 100 {
			lines++
		}
		if i.text == "brott" {
			labels++
		}
	}
	if lines != 2 || labels != 2 {
		t.Errorf("%d lines and %d labels, want one in each panel", lines, labels)
	}
}

// A gridded is a panel's scale as its grid lines show it.
type gridded struct{ zero, top vg.Length }

// gridsOf are the panels' grids in the order in which they are drawn.
func gridsOf(all []inked) (grids []gridded) {
	isOpen := false
	for _, i := range all {
		_, y, _, top := i.bounds()
		isLine := i.colour == rule() && !i.isFill && y == top
		switch {
		case isLine && !isOpen:
			grids = append(grids, gridded{y, y})
		case isLine:
			grids[len(grids)-1].top = y
		}
		isOpen = isLine
	}
	return grids
}

func (g gridded) place(t testing.TB, low string, most float64) vg.Length {
	t.Helper()
	v, _, err := parseShare(low)
	if err != nil {
		t.Fatal(err)
	}
	return g.zero + (g.top-g.zero)*vg.Length(v.of(one)/most)
}

// The marks stand where the table's numbers say, on the scale that is written.
func TestMarksStandWhereTheTableSays(t *testing.T) {
	for _, size := range []Size{Wide, Narrow} {
		d := scotland()
		_, all := drawnBy(t, d, Time, size)
		grids, at := gridsOf(all), texts(all)
		marks := map[string][][]vg.Point{}
		for _, i := range all {
			for _, sector := range []string{private, ideburen} {
				if i.isFill && i.colour == colourOf(sector) && len(i.points()) == 4*len(d.Points) {
					marks[sector] = append(marks[sector], i.points())
				}
			}
		}
		if len(grids) != 2 || len(marks[ideburen]) != 2 || len(marks[private]) != 1 {
			t.Fatalf("size %d: %d grids, marks %d and %d", size, len(grids), len(marks[ideburen]), len(marks[private]))
		}
		for panel, most := range []float64{1, .15} {
			tick := at[[]string{"100\u00a0%", "15\u00a0%"}[panel]]
			if off := float64(grids[panel].top - tick.Y); off < 2 || off > 7 {
				t.Errorf("size %d, panel %d: the topmost label is %v off its line", size, panel, off)
			}
			for n, p := range d.Points {
				check := func(sector string, corners []vg.Point, low string) {
					middle := (corners[4*n].Y + corners[4*n+2].Y) / 2
					if want := grids[panel].place(t, low, most); math.Abs(float64(middle-want)) > .01 {
						t.Errorf("size %d, panel %d, %s %s: at %v, want %v", size, panel, sector, p.Period, middle, want)
					}
				}
				check(ideburen, marks[ideburen][panel], p.Sectors[2].Low)
				if panel == 0 {
					check(private, marks[private][0], p.Sectors[1].Low)
				}
			}
		}
	}
}

// TestATargetGoesThroughNoText: its line stops before the labels beside it, and
// what is written beside a point has paper under it.
func TestATargetGoesThroughNoText(t *testing.T) {
	for _, size := range []Size{Wide, Narrow} {
		for _, target := range []string{"0.139000", "0.136000", "0.132000", "0.128000", "0.120000", "0.105000", "0.103000"} {
			d := scotland()
			d.Target = target
			_, all := drawnBy(t, d, Time, size)
			lines := 0
			for n, line := range all {
				left, y, right, top := line.bounds()
				if line.isFill || line.dashes == 0 || y != top {
					continue
				}
				lines++
				for m, text := range all {
					l, b, r, above := text.bounds()
					if text.text == "" || r < left || l > right || above < y || b > y {
						continue
					}
					if !isOnPaper(all[min(n, m):m], text) {
						t.Errorf("size %d, target %s: its line goes through %q", size, target, text.text)
					}
				}
			}
			if lines != 1 {
				t.Errorf("size %d, target %s: %d lines", size, target, lines)
			}
		}
	}
}

// isOnPaper tells whether one of the things drawn before a text is paper under it.
func isOnPaper(before []inked, text inked) bool {
	l, b, r, top := text.bounds()
	for _, i := range before {
		left, bottom, right, above := i.bounds()
		if i.isFill && i.colour == paper() && left <= l && right >= r && bottom <= b && above >= top {
			return true
		}
	}
	return false
}

func TestPeriodsStandWhereTheirDatesAre(t *testing.T) {
	all := alone(t, Point{Period: "2019", Date: "2019-01-01", Sectors: year("2019", "0.1", "0.1").Sectors},
		Point{Period: "2020", Date: "2020-01-01", Sectors: year("2019", "0.1", "0.1").Sectors},
		Point{Period: "2024", Date: "2024-01-01", Sectors: year("2019", "0.1", "0.1").Sectors})
	for _, i := range all {
		if !i.isFill || i.colour != colourOf(ideburen) || len(i.points()) != 12 {
			continue
		}
		p := i.points()
		if one, four := p[4].X-p[0].X, p[8].X-p[4].X; math.Abs(float64(four/one)-1461.0/365) > .001 {
			t.Errorf("one year is %v wide, four years %v", one, four)
		}
		return
	}
	t.Error("no marks")
}

func TestPeriodLabelsKeepTheFirstAndTheLastAndDoNotOverlap(t *testing.T) {
	rapid.Check(t, func(r *rapid.T) {
		d := scotland()
		points := d.Points[:rapid.IntRange(2, 9).Draw(r, "periods")]
		for i := range points {
			points[i].Period = rapid.SampledFrom([]string{"2019/20", "2019", "2019-10"}).Draw(r, "period")
		}
		width := vg.Length(rapid.IntRange(130, 900).Draw(r, "width"))
		ticks := periodTicks(points, width)
		if ticks[0].Value != day(points[0]) || ticks[len(ticks)-1].Value != day(points[len(points)-1]) {
			r.Fatal("the first or the last is missing")
		}
		l := letter{size: textSize}
		span := ticks[len(ticks)-1].Value - ticks[0].Value
		for i := 1; i < len(ticks); i++ {
			apart := width * vg.Length((ticks[i].Value-ticks[i-1].Value)/span)
			if apart < (l.width(ticks[i].Label)+l.width(ticks[i-1].Label))/2 {
				r.Fatalf("%v and %v overlap", ticks[i-1], ticks[i])
			}
		}
	})
}

func TestLabelsOfTracesDoNotCoverEachOther(t *testing.T) {
	rapid.Check(t, func(r *rapid.T) {
		var labels []label
		for range 3 {
			labels = append(labels, label{y: vg.Length(rapid.IntRange(0, 150).Draw(r, "y"))})
		}
		spread(labels, 0, 150)
		for i, l := range labels {
			if i > 0 && l.y-labels[i-1].y < 2*textSize || l.y > 150 || l.y < 0 {
				r.Fatalf("labels at %v", labels)
			}
		}
	})
}

func TestAHatchingStaysInItsArea(t *testing.T) {
	rapid.Check(t, func(r *rapid.T) {
		n := rapid.IntRange(2, 9).Draw(r, "points")
		var lower, upper []vg.Point
		for i := range n {
			low := vg.Length(rapid.IntRange(0, 90).Draw(r, "low"))
			high := low + vg.Length(rapid.IntRange(1, 60).Draw(r, "high"))
			lower = append(lower, vg.Point{X: vg.Length(20 * i), Y: low})
			upper = append(upper, vg.Point{X: vg.Length(20 * i), Y: high})
		}
		drawn := vg.Length(0)
		path := hatch(append(append([]vg.Point(nil), lower...), reversed(upper)...), 1)
		for i := 0; i < len(path); i += 2 {
			a, b := path[i].Pos, path[i+1].Pos
			drawn += b.X - a.X
			for _, at := range []vg.Length{.01, .5, .99} {
				x, y := a.X+(b.X-a.X)*at, a.Y+(b.Y-a.Y)*at
				left := min(int(x/20), n-2)
				part := x/20 - vg.Length(left)
				low := lower[left].Y + (lower[left+1].Y-lower[left].Y)*part
				high := upper[left].Y + (upper[left+1].Y-upper[left].Y)*part
				if y < low-.01 || y > high+.01 {
					r.Fatalf("a line at %v,%v is outside %v–%v", x, y, low, high)
				}
			}
		}
		area := vg.Length(0)
		for i := 1; i < n; i++ {
			area += 10 * (upper[i].Y - lower[i].Y + upper[i-1].Y - lower[i-1].Y)
		}
		// Lines a step apart cover, on average, the area's width once a step.
		if most := area/(hatchStep*math.Sqrt2) + vg.Length(30*n); drawn > most {
			r.Fatalf("%v is drawn of at most %v", drawn, most)
		}
		if area > 3000 && drawn == 0 {
			r.Fatalf("nothing is drawn in %v", area)
		}
	})
}
