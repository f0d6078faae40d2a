package chart

import (
	"math"
	"slices"
	"strings"
	"testing"

	"gonum.org/v1/plot/vg"
)

// A formMark is what is drawn of a form's value: where its bar ends, where its
// hatching does, and the right end of both.
type formMark struct{ low, hatched, high vg.Length }

// formMarks reads the bars of a chart from the top, with the scale's zero and
// the place of its last tick.
func formMarks(t *testing.T, all []inked, last string) (marks []formMark, zero, top vg.Length) {
	t.Helper()
	for _, i := range all {
		left, bottom, right, high := i.bounds()
		switch {
		case i.text == "0":
			zero = left + i.width/2
		case i.text == last:
			top = left + i.width/2
		case i.isFill && i.colour == colourOf(ideburen):
			marks = append(marks, formMark{low: right})
		case i.isFill && i.colour == paper() && len(marks) > 0 && left == marks[len(marks)-1].low && high-bottom == formBarH:
			marks[len(marks)-1].hatched = right
		case !i.isFill && left == right && i.colour == colourOf(ideburen):
			marks[len(marks)-1].high = left
		}
	}
	return marks, zero, top
}

func TestAFormsBarIsAsLongAsItsShareAndHatchedWhereItIsNotKnown(t *testing.T) {
	for _, size := range []Size{Wide, Narrow} {
		d := contracts()
		c, all := drawnBy(t, d, ByForm, size)
		marks, zero, top := formMarks(t, all, "8\u00a0%")
		if len(marks) != len(d.Forms) {
			t.Fatalf("size %d: %d bars", size, len(marks))
		}
		at := func(text string) vg.Length {
			v, _, _ := parseShare(text)
			return zero + (top-zero)*vg.Length(v.of(80_000))
		}
		for n, form := range d.Forms {
			v, m := form.Values[0], marks[n]
			wantHatched := at(v.High)
			if v.Low == v.High {
				wantHatched = 0
			}
			for what, ends := range map[string][2]vg.Length{"low": {m.low, at(v.Low)}, "high": {m.high, at(v.High)}, "hatched": {m.hatched, wantHatched}} {
				if math.Abs(float64(ends[0]-ends[1])) > .01 {
					t.Errorf("size %d: %s: %s ends at %v, want %v", size, form.Label, what, ends[0], ends[1])
				}
			}
		}
		if c.Caption != "Idéburen, egen skala från 0 till 8 procent" {
			t.Errorf("size %d: the caption does not say the scale: %s", size, c.Caption)
		}
	}
}

func TestAFormIsSaidInWordsAndOneWithoutANumberToo(t *testing.T) {
	c, all := drawnBy(t, contracts(), ByForm, Wide)
	want := "Alla former: 2021 5,2–6,8\u00a0%. Upphandling (LOU): 2021 4,2–6,4\u00a0%. Avtalsform okänd: 2021 6,7–7,3\u00a0%. Direktupphandling: 2021 3,1\u00a0%." +
		" Utan uppgift i den här utgåvan: Reserverad upphandling; IOP, ersättning."
	if c.Text != want {
		t.Errorf("said\n%s\nwant\n%s", c.Text, want)
	}
	if text := allText(all); !strings.Contains(text, "Utan uppgift i den här utgåvan: Reserverad upphandling") {
		t.Errorf("the forms without a number are not in the picture: %s", text)
	}
	c, all = drawnBy(t, ledger(), ByForm, Wide)
	if !strings.Contains(c.Text, "2024 ≥\u00a011,0\u00a0%. Reserverad upphandling: 2023 Dold av källan eller av sekretesskäl, 2024 100,0\u00a0%.") {
		t.Errorf("said %q", c.Text)
	}
	marks, _, _ := formMarks(t, all, "100\u00a0%")
	if len(marks) != 4 {
		t.Errorf("%d bars of 4 numbers: what is hidden has none", len(marks))
	}
}

// With several periods a form's name stands above its bars, each of which names
// its period, in order.
func TestFormsOverTimeNameTheirPeriods(t *testing.T) {
	_, all := drawnBy(t, ledger(), ByForm, Wide)
	var order []string
	for _, i := range all {
		if slices.Contains([]string{"2022", "2023", "2024", "Upphandling (LOU)", "Reserverad upphandling"}, i.text) {
			order = append(order, i.text)
		}
	}
	if got := strings.Join(order, ", "); got != "Upphandling (LOU), 2022, 2023, 2024, Reserverad upphandling, 2023, 2024" {
		t.Error(got)
	}
	d := contracts()
	d.Forms[0].Values[0].Period = "2020"
	if _, all = drawnBy(t, d, ByForm, Wide); texts(all)["2020"] == (vg.Point{}) {
		t.Error("forms of different periods do not name them")
	}
}
