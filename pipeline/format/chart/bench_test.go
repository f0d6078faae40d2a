package chart

import (
	"io"
	"testing"
)

func testFrame() Frame {
	return Frame{
		Source:  "Skolverket/SCB, Skolenhetsregistret 2020-06-01; elevtal den 15 oktober 2019. Sammanställt per huvudman.",
		Edition: "Tre sektorer: exempelutgåva, utgåva 25 november 2026. Utgivare: tresektor, exempel.",
		Banner:  "Exempelutgåva. Siffrorna är riktiga men ska visa hur statistiken ser ut. De beskriver inte hela vården och går inte att jämföra med uppgiften ”omkring tre procent”, som gäller anställda i hela välfärden.",
	}
}

func BenchmarkPressPNG(b *testing.B) {
	for b.Loop() {
		c, err := NewPress(grades(), Time, testFrame())
		if err != nil {
			b.Fatal(err)
		}
		if err := c.PNG(io.Discard); err != nil {
			b.Fatal(err)
		}
	}
}

func BenchmarkSVG(b *testing.B) {
	for b.Loop() {
		c, err := New(grades(), Time, Wide)
		if err != nil {
			b.Fatal(err)
		}
		if err := c.SVG(io.Discard); err != nil {
			b.Fatal(err)
		}
	}
}
