package chart

import (
	"bytes"
	"encoding/xml"
	"image"
	"image/png"
	"io"
	"strconv"
	"strings"
	"testing"

	"gonum.org/v1/plot/vg"
	"pgregory.net/rapid"

	"tresektor/pipeline/edition"
)

func everyChart(t testing.TB, use func(name string, d Description, kind Kind, size Size)) {
	t.Helper()
	for name, d := range map[string]Description{"scotland": scotland(), "grades": grades(), "monthly": monthly(), "contracts": contracts(), "ledger": ledger()} {
		for _, language := range []string{edition.Swedish, edition.English} {
			d.Language = language
			for _, kind := range d.Kinds() {
				use(name+" "+language+" "+string(kind), d, kind, Wide)
				use(name+" "+language+" "+string(kind)+" narrow", d, kind, Narrow)
			}
		}
	}
}

func svgOf(t testing.TB, d Description, kind Kind, size Size) string {
	t.Helper()
	c, err := New(d, kind, size)
	if err != nil {
		t.Fatal(err)
	}
	var out bytes.Buffer
	if err := c.SVG(&out); err != nil {
		t.Fatal(err)
	}
	return out.String()
}

// A file is what of an SVG says who it is for.
type file struct {
	XMLName       xml.Name
	Language      string `xml:"lang,attr"`
	Role          string `xml:"role,attr"`
	Labelled      string `xml:"aria-labelledby,attr"`
	Width, Height int    `xml:",attr"`
	Title         string `xml:"title"`
	Desc          string `xml:"desc"`
}

func TestAnSVGSaysWhatItShows(t *testing.T) {
	everyChart(t, func(name string, d Description, kind Kind, size Size) {
		var f file
		if err := xml.Unmarshal([]byte(svgOf(t, d, kind, size)), &f); err != nil {
			t.Fatalf("%s: %v", name, err)
		}
		c, _ := New(d, kind, size)
		if f.XMLName.Local != "svg" || f.Language != d.Language || f.Role != "img" || f.Labelled != "t d" {
			t.Errorf("%s: %+v", name, f)
		}
		if f.Title != d.Message || !strings.HasPrefix(f.Desc, d.Shown) || !strings.HasSuffix(f.Desc, c.Text) || c.Text == "" {
			t.Errorf("%s: title %q, desc %q", name, f.Title, f.Desc)
		}
	})
}

func TestAnSVGIsSmallAndAsksForNothing(t *testing.T) {
	everyChart(t, func(name string, d Description, kind Kind, size Size) {
		svg := svgOf(t, d, kind, size)
		if len(svg) > 12_000 {
			t.Errorf("%s: %d bytes", name, len(svg))
		}
		for _, bad := range []string{"href", "url(", "<script", "<image", "@import"} {
			if strings.Contains(svg, bad) {
				t.Errorf("%s has %s", name, bad)
			}
		}
		if again := svgOf(t, d, kind, size); again != svg {
			t.Errorf("%s: other bytes the second time", name)
		}
	})
}

// A narrow picture is shown no narrower than 288 pixels, on a page of 320.
func TestTextCanBeReadOnTheNarrowestPage(t *testing.T) {
	everyChart(t, func(name string, d Description, kind Kind, size Size) {
		c, all := drawnBy(t, d, kind, size)
		shown := 288 / float64(c.Width)
		if size == Wide {
			shown = .85 // the page shows the narrow one instead
		}
		for _, i := range all {
			if i.text != "" && float64(i.font)*shown < 11 {
				t.Errorf("%s: %q has %v pixels", name, i.text, float64(i.font)*shown)
			}
		}
	})
}

func TestNothingIsCutOffAtTheEdges(t *testing.T) {
	whole := func(name string, d Description, kind Kind, size Size) {
		c, all := drawnBy(t, d, kind, size)
		for _, i := range all {
			left, bottom, right, top := i.bounds()
			if left < -.01 || bottom < -.01 || right > vg.Length(c.Width)+.01 || top > vg.Length(c.Height)+.01 {
				t.Errorf("%s: %q at %v,%v–%v,%v of %d×%d", name, i.text, left, bottom, right, top, c.Width, c.Height)
			}
		}
	}
	everyChart(t, whole)
	everyChart(t, func(name string, d Description, kind Kind, size Size) {
		d.Sectors = append([]Sector(nil), d.Sectors...)
		for i := range d.Sectors {
			d.Sectors[i].Label = strings.Repeat("långtnamn", 9)
		}
		d.Target = "0.6"
		d.Readings = append([]Reading(nil), d.Readings...)
		for i := range d.Readings {
			d.Readings[i].Label = strings.Repeat("definition ", 20)
		}
		d.Forms = append([]Form(nil), d.Forms...)
		for i := range d.Forms {
			d.Forms[i].Label = strings.Repeat("avtalsform ", 20)
		}
		whole("long "+name, d, kind, size)
	})
	for _, high := range []string{"0.5", "0.75", "0.99", "1"} {
		d := grades()
		d.Low, d.High, d.Readings[1].Low, d.Readings[1].High = "0.45", high, "0.45", high
		whole("high "+high, d, Sure, Wide)
		whole("high narrow "+high, d, Sure, Narrow)
	}
}

func TestHostileTextIsShownAsText(t *testing.T) {
	rapid.Check(t, func(r *rapid.T) {
		evil := rapid.OneOf(rapid.String(), rapid.SampledFrom([]string{
			`</text></svg><script>alert(1)</script>`, `"'&<>`, "a\x00b\x0bc", "\xff\xfe", `" style="font-family:Liberation Sans;`, "\n\tstyle=\"",
		})).Draw(r, "text")
		d := grades()
		d.Message, d.Shown = evil, evil
		for i := range d.Sectors {
			d.Sectors[i].Label = evil
		}
		d.Readings[0].Label, d.Points[0].Period = evil, evil
		form := contracts()
		form.Message, form.Forms[0].Label, form.Forms[1].Values[0].Period, form.Unsaid[0] = evil, evil, evil, evil
		for _, kind := range append(d.Kinds(), ByForm) {
			if kind == ByForm {
				d = form
			}
			in := xml.NewDecoder(strings.NewReader(svgOf(t, d, kind, Narrow)))
			for {
				token, err := in.Token()
				if err == io.EOF {
					break
				}
				if err != nil {
					r.Fatalf("%s of %q: %v", kind, evil, err)
				}
				if start, ok := token.(xml.StartElement); ok {
					switch start.Name.Local {
					case "svg", "title", "desc", "g", "path", "text":
					default:
						r.Fatalf("%q became %s", evil, start.Name.Local)
					}
				}
			}
		}
	})
}

func TestAWrongDescriptionIsRefused(t *testing.T) {
	for name, change := range map[string]func(*Description){
		"no language":       func(d *Description) { d.Language = "" },
		"percent as share":  func(d *Description) { d.Sectors[0].Share = "84.17" },
		"decimal comma":     func(d *Description) { d.Low = "0,03" },
		"high below low":    func(d *Description) { d.High = "0.01" },
		"no reference date": func(d *Description) { d.Points[1].Date = "2019" },
		"periods backwards": func(d *Description) { d.Points[1].Date = "2010-01-01" },
		"a point's share":   func(d *Description) { d.Points[1].Sectors[0].Low = "x" },
		"a target":          func(d *Description) { d.Target = "5" },
		"a reading's share": func(d *Description) { d.Readings[0].Low = "-0.1" },
		"a reading's ends":  func(d *Description) { d.Readings[0].High = "0.01" },
	} {
		d, refused := grades(), false
		change(&d)
		for _, kind := range []Kind{Split, Sure, Time} {
			_, err := New(d, kind, Wide)
			refused = refused || err != nil
		}
		if !refused {
			t.Errorf("%s: no error", name)
		}
	}
	form := contracts()
	form.Forms[1].Values[0].High = "0.01"
	if _, err := New(form, ByForm, Wide); err == nil || !strings.Contains(err.Error(), "form Upphandling (LOU), 2021: ") {
		t.Errorf("a form whose ends are turned round: %v", err)
	}
	if _, err := New(grades(), "pie", Wide); err == nil {
		t.Error("a kind that is none: no error")
	}
}

func TestAPNGHasTwoPixelsForOneAndAPalette(t *testing.T) {
	c, err := New(scotland(), Time, Narrow)
	if err != nil {
		t.Fatal(err)
	}
	var first, second bytes.Buffer
	if err := c.PNG(&first); err != nil {
		t.Fatal(err)
	}
	if err := c.PNG(&second); err != nil {
		t.Fatal(err)
	}
	if !bytes.Equal(first.Bytes(), second.Bytes()) {
		t.Error("other bytes the second time")
	}
	got, err := png.Decode(&first)
	if err != nil {
		t.Fatal(err)
	}
	img, isPaletted := got.(*image.Paletted)
	if !isPaletted || got.Bounds().Dx() != 2*c.Width || got.Bounds().Dy() != 2*c.Height {
		t.Fatalf("%T %v", got, got.Bounds())
	}
	counts := map[string]int{}
	for _, index := range img.Pix {
		r, g, b, _ := img.Palette[index].RGBA()
		counts[strconv.FormatUint(uint64(r>>8)<<16|uint64(g>>8)<<8|uint64(b>>8), 16)]++
	}
	for _, colour := range []string{"ffffff", "2a669f", "b57f00", "6d1450"} {
		if counts[colour] < 200 {
			t.Errorf("%d pixels are #%s", counts[colour], colour)
		}
	}
}

func TestTextsDoNotCoverEachOther(t *testing.T) {
	everyChart(t, func(name string, d Description, kind Kind, size Size) {
		_, all := drawnBy(t, d, kind, size)
		for n, a := range all {
			for _, b := range all[:n] {
				if a.text == "" || b.text == "" {
					continue
				}
				left, bottom, right, top := a.bounds()
				l, low, r, high := b.bounds()
				if left < r && l < right && bottom < high-1 && low < top-1 {
					t.Errorf("%s: %q covers %q", name, a.text, b.text)
				}
			}
		}
	})
}
