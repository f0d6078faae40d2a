package chart

import (
	"bytes"
	"image/png"
	"strings"
	"testing"

	"gonum.org/v1/plot/vg"
)

func TestAPictureForThePressCarriesWhatBelongsToIt(t *testing.T) {
	f := testFrame()
	for _, d := range []Description{scotland(), grades(), monthly(), contracts(), ledger()} {
		for _, kind := range d.Kinds() {
			c, err := NewPress(d, kind, f)
			if err != nil {
				t.Fatal(err)
			}
			all := record(c)
			text := strings.Join(strings.Fields(allText(all)), " ")
			for _, want := range []string{d.Message, d.Shown, f.Source, f.Edition, f.Banner} {
				if !strings.Contains(text, strings.Join(strings.Fields(want), " ")) {
					t.Errorf("%s: %q is not in the picture: %s", kind, want, text)
				}
			}
			if (kind == Sure || kind == ByForm) && !strings.Contains(text, "egen skala från 0 till") {
				t.Errorf("the picture does not say that its scale is its own: %s", text)
			}
			isInside(t, c, all)
			var out bytes.Buffer
			if err := c.SVG(&out); err != nil {
				t.Fatal(err)
			}
			if svg := out.String(); !strings.Contains(svg, ` width="1200" `) || !strings.Contains(svg, `viewBox="0 0 600 `) || len(svg) > 16_000 {
				t.Errorf("%s: %d bytes, %.100s", kind, len(svg), svg)
			}
		}
	}
}

func isInside(t *testing.T, c *Chart, all []inked) {
	t.Helper()
	for _, i := range all {
		left, bottom, right, top := i.bounds()
		if left < -.01 || bottom < -.01 || right > vg.Length(c.Width)+.01 || top > vg.Length(c.Height)+.01 {
			t.Errorf("%q at %v,%v–%v,%v of %d×%d", i.text, left, bottom, right, top, c.Width, c.Height)
		}
	}
}

func TestAPreviewIsAsLargeAsItIsShown(t *testing.T) {
	long, bare := grades(), grades()
	long.Message += " " + strings.Repeat("Och en mening till som gör texten längre. ", 5)
	bare.Sectors, bare.Low, bare.High, bare.Points = nil, ".", ".", nil
	for name, d := range map[string]Description{"scotland": scotland(), "grades": grades(), "long": long, "no chart": bare} {
		c, err := NewPreview(d, testFrame())
		if err != nil {
			t.Fatal(name, err)
		}
		all := record(c)
		isInside(t, c, all)
		text := strings.Join(strings.Fields(allText(all)), " ")
		for _, want := range []string{strings.TrimSpace(d.Message), testFrame().Banner, testFrame().Edition} {
			if !strings.Contains(text, want) {
				t.Errorf("%s: %q is not in the picture: %s", name, want, text)
			}
		}
		var out bytes.Buffer
		if err := c.PNG(&out); err != nil {
			t.Fatal(name, err)
		}
		size, err := png.DecodeConfig(&out)
		if err != nil || size.Width != 1200 || size.Height != 630 {
			t.Errorf("%s: %d×%d, %v", name, size.Width, size.Height, err)
		}
	}
}
