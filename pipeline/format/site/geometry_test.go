package site

import (
	"reflect"
	"strings"
	"testing"

	"pgregory.net/rapid"

	"tresektor/pipeline/edition"
)

func TestAScaleStartsAtZeroAndHoldsTheMost(t *testing.T) {
	rapid.Check(t, func(r *rapid.T) {
		most := share(rapid.Int64Range(0, int64(one)).Draw(r, "most"))
		s := scaleFor(most)
		ticks := s.ticks()
		if ticks[0] != 0 || ticks[len(ticks)-1] != s.top || s.top < most || s.top > one {
			r.Fatalf("most %d: ticks %v, top %d", most, ticks, s.top)
		}
		if len(ticks) < 3 || len(ticks) > 5 {
			r.Fatalf("most %d: %d ticks", most, len(ticks))
		}
		if most > 500 && s.top > 3*most && s.top > 2*s.step {
			r.Fatalf("most %d is lost on a scale to %d", most, s.top)
		}
	})
}

func TestScaleLabelsHaveTheDecimalsTheyNeed(t *testing.T) {
	for most, want := range map[share]string{
		129_000: "0 5 10 15\u00a0%",
		4_000:   "0,0 0,1 0,2 0,3 0,4\u00a0%",
		70_000:  "0 2 4 6 8\u00a0%",
		990_000: "0 25 50 75 100\u00a0%",
		0:       "0,00 0,01 0,02\u00a0%",
	} {
		s := scaleFor(most)
		var got []string
		for _, tick := range s.ticks() {
			label, err := s.label(tick, edition.Swedish)
			if err != nil {
				t.Fatal(err)
			}
			got = append(got, label)
		}
		if strings.Join(got, " ") != want {
			t.Errorf("scale for %d: %q, want %q", most, got, want)
		}
	}
}

func point(period, date, low, high, brk string) Point {
	return Point{Period: period, Date: date, Break: brk, Sectors: []Range{{ideburen, low, high}}}
}

func card(points ...Point) Card {
	return Card{ID: "x", Title: "X", Series: points, Sectors: []Row{{Sector: ideburen, Label: "Idéburen"}}}
}

func drawn(t *testing.T, points ...Point) trace {
	t.Helper()
	panels, err := newPanels(card(points...), edition.Swedish)
	if err != nil || len(panels) != 2 {
		t.Fatalf("%d panels, %v", len(panels), err)
	}
	return panels[1].Traces[0]
}

func TestALineIsNotDrawnWherePeriodsCannotBeCompared(t *testing.T) {
	a := point("2019", "2019-12-31", "0.1", "0.1", "")
	b := point("2020", "2020-12-31", "0.1", "0.1", "")
	c := point("2021", "2021-12-31", "0.1", "0.1", "")
	d := point("2022", "2022-12-31", "0.1", "0.1", "")
	if got := drawn(t, a, b, c, d); len(got.Lines) != 1 || len(got.Dots) != 4 {
		t.Errorf("unbroken: %d lines, %d dots", len(got.Lines), len(got.Dots))
	}
	c.Break = "another measure"
	if got := drawn(t, a, b, c, d); len(got.Lines) != 2 || len(got.Dots) != 4 {
		t.Errorf("broken: %d lines, %d dots", len(got.Lines), len(got.Dots))
	}
	// A break stays one where the point that carries it has no number.
	c.Sectors[0] = Range{ideburen, edition.Missing, edition.Missing}
	if got := drawn(t, a, b, c, d); len(got.Lines) != 1 || len(got.Dots) != 3 {
		t.Errorf("gap: %d lines, %d dots", len(got.Lines), len(got.Dots))
	}
}

func TestARangeIsABandWithoutAPointInIt(t *testing.T) {
	got := drawn(t, point("2019", "2019-12-31", "0.1", "0.2", ""), point("2020", "2020-12-31", "0.1", "0.3", ""))
	if len(got.Bands) != 1 || len(got.Lines) != 2 || len(got.Dots) != 0 {
		t.Errorf("%d bands, %d lines, %d dots", len(got.Bands), len(got.Lines), len(got.Dots))
	}
}

func TestPeriodsStandWhereTheirDatesAre(t *testing.T) {
	a, err := newAxis([]Point{{Period: "2019", Date: "2019-01-01"}, {Period: "2020", Date: "2020-01-01"}, {Period: "2024", Date: "2024-01-01"}})
	if err != nil {
		t.Fatal(err)
	}
	if one, four := a.x[1]-a.x[0], a.x[2]-a.x[1]; four < 4*one-10 || four > 4*one+10 {
		t.Errorf("one year is %d wide, four years %d", one, four)
	}
}

func TestPeriodLabelsKeepTheFirstAndTheLastAndDoNotOverlap(t *testing.T) {
	rapid.Check(t, func(r *rapid.T) {
		a := axis{}
		for range rapid.IntRange(2, 40).Draw(r, "periods") {
			a.x = append(a.x, length(rapid.Int64Range(0, 3000).Draw(r, "x")))
			a.periods = append(a.periods, "2019/20")
		}
		for i := range a.x {
			a.x[i] = panelLeft + length(i)*(panelRight-panelLeft)/length(len(a.x)-1)
		}
		labels := a.labels()
		if labels[0].X != a.x[0] || labels[len(labels)-1].X != a.x[len(a.x)-1] {
			r.Fatal("the first or the last is missing")
		}
		for i := 1; i < len(labels); i++ {
			if labels[i].X-labels[i-1].X < 7*digitWidth {
				r.Fatalf("%v and %v overlap", labels[i-1], labels[i])
			}
		}
	})
}

func TestLabelsOfTracesDoNotCoverEachOther(t *testing.T) {
	rapid.Check(t, func(r *rapid.T) {
		var labels []panelLabel
		for range 3 {
			labels = append(labels, panelLabel{Y: length(rapid.Int64Range(int64(panelTop), int64(panelBottom)).Draw(r, "y"))})
		}
		spread(labels, panelTop, panelBottom)
		for i, l := range labels {
			if i > 0 && l.Y-labels[i-1].Y < 2*lineHeight || l.Y > panelBottom || l.Y < panelTop {
				r.Fatalf("labels at %v", labels)
			}
		}
	})
}

func TestTheStackedBarIsTheWhole(t *testing.T) {
	c := Card{ID: "x", Stacked: true}
	for sector, v := range map[string]string{public: "0.780000", private: "0.170000", ideburen: "0.040000", nonpublic: "0.006000", unknown: "0.004000"} {
		c.Sectors = append(c.Sectors, Row{Sector: sector, Share: v, Low: v, High: v})
	}
	b, err := newBar(c, edition.Swedish)
	if err != nil || b == nil {
		t.Fatal(b, err)
	}
	at := portion(0)
	for i, s := range b.Segments {
		if s.Sector != stackOrder[i] || s.X != at {
			t.Errorf("%s at %v, want %v", s.Sector, s.X, at)
		}
		at += s.Width
	}
	if at != 10_000 {
		t.Errorf("the bar is %v wide", at)
	}
	c.Stacked = false
	if b, err := newBar(c, edition.Swedish); b != nil || err != nil {
		t.Errorf("a bar where none is wanted: %v, %v", b, err)
	}
}

func TestBoundsAndSpreadAreTwoMarks(t *testing.T) {
	c := Card{ID: "x", Bounds: Bounds{Low: "0.04", High: "0.05"}, Spread: Spread{Readings: []Reading{
		{"Snäv", "0.04", "0.05"}, {"Bred", "0.06", "0.06"}}}}
	m, err := newMarks(c, edition.Swedish)
	if err != nil {
		t.Fatal(err)
	}
	if m.Text != "4,0–5,0" || m.End != m.Certain+m.Range || m.Range*4 != m.Certain {
		t.Errorf("bounds: %q, certain %v, range %v", m.Text, m.Certain, m.Range)
	}
	if len(m.Readings) != 2 || !m.Readings[0].IsRange || m.Readings[1].IsRange || m.Hull != m.Certain || m.HullWidth != m.Certain/2 {
		t.Errorf("spread: %+v", m)
	}
	c.Spread.Readings = c.Spread.Readings[:1]
	if m, err := newMarks(c, edition.Swedish); err != nil || m.Readings != nil {
		t.Errorf("a spread of one definition: %v, %v", m.Readings, err)
	}
	c.Bounds.Low = edition.NotApplicable
	if m, err := newMarks(c, edition.Swedish); m != nil || err != nil {
		t.Errorf("marks without a share: %v, %v", m, err)
	}
}

func TestALabelThatDoesNotFitStandsAboveItsMark(t *testing.T) {
	c := Card{ID: "x", Bounds: Bounds{Low: "0.04", High: "0.04"}, Spread: Spread{Readings: []Reading{
		{"Snäv: föreningar, stiftelser, trossamfund", "0.04", "0.04"}, {"Bred", "0.06", "0.06"}}}}
	m, err := newMarks(c, edition.Swedish)
	if err != nil || m.Readings[0].LabelY != m.Readings[0].Y || m.Readings[0].Label != "Snäv" {
		t.Errorf("a short label: %+v, %v", m.Readings, err)
	}
	c.Spread.Readings[0].Label = "Som källan redovisar"
	if m, err = newMarks(c, edition.Swedish); err != nil || m.Readings[0].LabelY >= m.Readings[0].Y {
		t.Errorf("a long label: %+v, %v", m.Readings, err)
	}
}

func TestARangeIsOneNumberOnlyWhenItsWidthIs(t *testing.T) {
	for _, tt := range [][3]string{
		{"0.032965", "0.032965", "3,3"},
		{"0.034600", "0.042200", "3,5–4,2"},
		{"0.034400", "0.034899", "3,4"}, // 0.0499 points
		{"0.034400", "0.034900", "3,4–3,5"},
		{"0.034100", "0.034420", "3,4"},
		{"0.031000", edition.NotApplicable, "≥\u00a03,1"},
		{edition.Suppressed, edition.Suppressed, "..."},
	} {
		if got, err := between(tt[0], tt[1], edition.Swedish); got != tt[2] || err != nil {
			t.Errorf("%s to %s: %q, %v; want %q", tt[0], tt[1], got, err, tt[2])
		}
	}
}

func TestNoWordsAreMissingInEitherLanguage(t *testing.T) {
	for _, w := range []words{swedish, english} {
		v := reflect.ValueOf(w)
		for i := range v.NumField() {
			if v.Field(i).String() == "" {
				t.Errorf("%s is empty", v.Type().Field(i).Name)
			}
		}
	}
}

func TestSpansOfNumbersAreKeptWhole(t *testing.T) {
	var kept, all string
	for _, p := range pieces("årskurs 1–9, läsåren 2018–2019 – och framåt") {
		all += p.Text
		if p.IsKept {
			kept += p.Text + ";"
		}
	}
	if kept != "1–9;2018–2019;" || all != "årskurs 1–9, läsåren 2018–2019 – och framåt" {
		t.Errorf("kept %q of %q", kept, all)
	}
}
