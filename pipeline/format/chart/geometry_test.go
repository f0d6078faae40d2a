package chart

import (
	"math"
	"strings"
	"testing"

	"gonum.org/v1/plot/vg"
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

// barWidths are where the bar's parts begin and end.
func barWidths(all []inked) map[string][2]vg.Length {
	at := map[string][2]vg.Length{}
	for _, i := range all {
		left, bottom, right, top := i.bounds()
		for _, sector := range []string{public, private, ideburen} {
			if i.isFill && i.colour == colourOf(sector) && top-bottom == barHeight-1 {
				at[sector] = [2]vg.Length{left, right}
			}
		}
	}
	return at
}

func TestTheBarIsTheWholeInTheTablesParts(t *testing.T) {
	for _, size := range []Size{Wide, Narrow} {
		d := grades()
		c, all := drawnBy(t, d, Split, size)
		at, wide := barWidths(all), vg.Length(c.Width)-1
		for _, sector := range []string{public, private, ideburen} {
			v, _, _ := parseShare(d.sector(sector).Share)
			if got, want := at[sector][1]-at[sector][0], wide*vg.Length(v.of(one)); math.Abs(float64(got-want)) > .01 {
				t.Errorf("size %d: %s is %v wide of %v, want %v", size, sector, got, wide, want)
			}
		}
		if at[ideburen][0] != .5 || math.Abs(float64(at[public][1]-wide-.5)) > .01 {
			t.Errorf("size %d: the bar goes from %v to %v of %v", size, at[ideburen][0], at[public][1], wide)
		}
		// What is undecided stands next to idéburen, hatched.
		if gap := at[private][0] - at[ideburen][1]; math.Abs(float64(gap-wide*.010125)) > .01 {
			t.Errorf("size %d: %v is undecided", size, gap)
		}
		if said := c.Text; said != "Idéburen 3,5–4,2\u00a0%, Enskild, ej uppdelad 0,6\u00a0%, Uppgift saknas 0,4\u00a0%, Privat 17,1–18,3\u00a0%, Offentlig 78,0–79,0\u00a0%." {
			t.Errorf("said %q", said)
		}
	}
}

func TestThereAreOnlyChartsOfWhatIsTold(t *testing.T) {
	for name, tt := range map[string]struct {
		change func(*Description)
		want   string
	}{
		"all":           {func(*Description) {}, "[split sure time]"},
		"no whole":      {func(d *Description) { d.IsWhole = false }, "[sure time]"},
		"no share":      {func(d *Description) { d.Low, d.High = edition.Missing, edition.Missing }, "[split time]"},
		"hidden sector": {func(d *Description) { d.Sectors[0].Share = edition.Suppressed }, "[sure time]"},
		"one period":    {func(d *Description) { d.Points = d.Points[:1] }, "[split sure]"},
		"empty periods": {func(d *Description) { d.Points[0].Sectors, d.Points[1].Sectors = nil, nil }, "[split sure]"},
	} {
		d := grades()
		tt.change(&d)
		if got := strings.ReplaceAll(strings.Trim(join(d.Kinds()), " "), "  ", " "); "["+got+"]" != tt.want {
			t.Errorf("%s: [%s], want %s", name, got, tt.want)
		}
	}
}

func join(kinds []Kind) (all string) {
	for _, k := range kinds {
		all += string(k) + " "
	}
	return all
}

// scaleX reads a chart's horizontal scale from two ticks: shares by place.
func scaleX(t testing.TB, all []inked, texts ...string) func(share) vg.Length {
	t.Helper()
	var at []vg.Length
	for _, text := range texts {
		for _, i := range all {
			if i.text == text {
				at = append(at, i.at.X+i.width/2)
			}
		}
	}
	if len(at) != 2 {
		t.Fatalf("ticks %q stand at %v", texts, at)
	}
	return func(s share) vg.Length { return at[0] + (at[1]-at[0])*vg.Length(s.of(50_000)) }
}

func TestBoundsAndSpreadAreTwoMarks(t *testing.T) {
	for _, size := range []Size{Wide, Narrow} {
		_, all := drawnBy(t, grades(), Sure, size)
		at := scaleX(t, all, "0", "5")
		var bar, end, area vg.Length
		var diamonds []vg.Length
		for _, i := range all {
			left, bottom, right, top := i.bounds()
			switch {
			case i.isFill && i.colour == colourOf(ideburen):
				bar = right
			case i.isFill && i.colour == hull():
				area = right - left
			case !i.isFill && i.colour == colourOf(ideburen) && left == right && top-bottom > sureBar:
				end = right
			case !i.isFill && i.colour == colourOf(ideburen) && len(i.points()) >= 4 && i.path[len(i.path)-1].Type == vg.CloseComp:
				for n := 0; n < len(i.points()); n += 4 {
					diamonds = append(diamonds, i.points()[n].X)
				}
			}
		}
		near := func(what string, got, want vg.Length) {
			if math.Abs(float64(got-want)) > .01 {
				t.Errorf("size %d: %s at %v, want %v", size, what, got, want)
			}
		}
		near("what is certain", bar, at(34_600))
		near("the upper bound", end, at(42_200))
		near("all definitions", area, at(56_000)-at(34_600))
		if len(diamonds) != 4 {
			t.Fatalf("diamonds at %v", diamonds)
		}
		for n, v := range []share{34_600, 42_200, 47_000, 56_000} {
			near("a definition", diamonds[n], at(v))
		}
	}
}

func TestASpreadOfOneDefinitionIsNone(t *testing.T) {
	d := grades()
	d.Readings = d.Readings[:1]
	c, all := drawnBy(t, d, Sure, Wide)
	for _, i := range all {
		if i.colour == hull() || i.text == "Beror på hur man räknar" {
			t.Errorf("a spread is drawn: %v", i)
		}
	}
	if strings.Contains(c.Text, "Beror") || !strings.HasPrefix(c.Text, "Möjligt intervall: 3,5–4,2") {
		t.Errorf("said %q", c.Text)
	}
}

func TestALabelThatDoesNotFitStandsAboveItsMark(t *testing.T) {
	for label, isAbove := range map[string]bool{"Snäv: föreningar": false, "Som källan redovisar och utan förkortning": true} {
		d := grades()
		d.Readings[0].Label = label
		_, all := drawnBy(t, d, Sure, Narrow)
		at := texts(all)
		name, _, _ := strings.Cut(label, ":")
		text, value := at[name], at["3,5–4,2\u00a0%"]
		if text.Y == 0 {
			t.Fatalf("%q is not written: %v", name, at)
		}
		if got := text.Y-value.Y > sureRow/2; got != isAbove {
			t.Errorf("%q is %v over its value", label, text.Y-value.Y)
		}
		for _, i := range all {
			if i.text == name && !isAbove && i.at.X+i.width > scaleX(t, all, "0", "5")(34_600)-6 {
				t.Errorf("%q covers its mark", label)
			}
		}
	}
}

func TestATargetStandsWhereItsShareIs(t *testing.T) {
	for _, size := range []Size{Wide, Narrow} {
		d := grades()
		d.Target = "0.050000"
		c, all := drawnBy(t, d, Sure, size)
		at, lines := scaleX(t, all, "0", "5"), 0
		for _, i := range all {
			if left, _, right, _ := i.bounds(); i.colour == ink() && i.dashes == 2 {
				lines++
				if left != right || math.Abs(float64(left-at(50_000))) > .01 {
					t.Errorf("size %d: the target is at %v, want %v", size, left, at(50_000))
				}
			}
		}
		if lines != 1 || !strings.HasSuffix(c.Text, " Mål: 5,0\u00a0%.") {
			t.Errorf("size %d: %d lines, said %q", size, lines, c.Text)
		}
	}
	d := grades()
	d.Points[1].IsBroken, d.Target = false, "0.090000"
	_, all := drawnBy(t, d, Time, Wide)
	grid := gridsOf(all)[1]
	for _, i := range all {
		if _, bottom, _, high := i.bounds(); i.colour == ink() && i.dashes == 2 {
			if want := grid.place(t, d.Target, .1); bottom != high || math.Abs(float64(bottom-want)) > .01 {
				t.Errorf("the target is at %v, want %v", bottom, want)
			}
			return
		}
	}
	t.Error("no target over time")
}

// hatchings are the slanting lines that are drawn between two places.
func hatchings(all []inked, left, right vg.Length) (up, down int) {
	for _, i := range all {
		from, bottom, to, top := i.bounds()
		p := i.points()
		if i.isFill || len(p) < 4 || from < left-.01 || to > right+.01 || bottom == top || i.path[1].Pos.X == i.path[0].Pos.X {
			continue
		}
		if isSlanting(p) {
			up++
		} else if len(p)%2 == 0 && math.Abs(float64((p[1].Y-p[0].Y)+(p[1].X-p[0].X))) < .001 {
			down++
		}
	}
	return up, down
}

func TestWhatIsUndecidedIsHatched(t *testing.T) {
	_, all := drawnBy(t, grades(), Split, Wide)
	at := barWidths(all)
	if up, down := hatchings(all, at[ideburen][1], at[private][0]); up != 2 || down != 1 {
		t.Errorf("the bar's remainders have %d hatchings up and %d down", up, down)
	}
	_, all = drawnBy(t, grades(), Sure, Wide)
	x := scaleX(t, all, "0", "5")
	if up, down := hatchings(all, x(34_600), x(42_200)); up != 1 || down != 0 {
		t.Errorf("the possible range has %d hatchings up and %d down", up, down)
	}
}
