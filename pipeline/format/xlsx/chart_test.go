package xlsx_test

import (
	"strings"
	"testing"

	"tresektor/pipeline/format/xlsx"
)

// charts gives the XML of the two charts of a card.
func charts(t *testing.T, c xlsx.Card) (all, own string) {
	r := report()
	r.Cards = []xlsx.Card{c}
	content := write(t, r)
	return part(t, content, "xl/charts/chart1.xml"), part(t, content, "xl/charts/chart2.xml")
}

func wantIn(t *testing.T, text string, parts ...string) {
	t.Helper()
	for _, each := range parts {
		if !strings.Contains(text, each) {
			t.Errorf("the chart lacks %s", each)
		}
	}
}

func TestAScaleIsNeverCut(t *testing.T) {
	all, own := charts(t, card())
	wantIn(t, all, "<lineChart>", "Alla tre sektorerna, 0–100 procent", `<min val="0">`, `<max val="1">`)
	wantIn(t, own, "<lineChart>", "Idéburen i egen skala, 0–20 procent", `<min val="0">`, `<max val="0.2">`)
	for _, chart := range []string{all, own} {
		if strings.Contains(chart, `<grouping val="stacked">`) || strings.Contains(chart, `<grouping val="percentStacked">`) {
			t.Error("ranges are stacked")
		}
		wantIn(t, chart, `<dispBlanksAs val="gap">`)
	}
}

func TestARangeIsTwoLinesAndANumberOne(t *testing.T) {
	all, own := charts(t, card())
	if n := strings.Count(all, "<ser>"); n != 3 {
		t.Errorf("%d lines, want one for the public sector and two for the idéburen", n)
	}
	if n := strings.Count(own, "<ser>"); n != 2 {
		t.Errorf("%d lines, want the idéburen alone", n)
	}
	wantIn(t, own, "&#39;Diagram&#39;!$C$8:$C$10", "&#39;Diagram&#39;!$D$8:$D$10", "&#39;Diagram&#39;!$A$8:$A$10", "sysDash")
}

func TestTwoMeasuresAreNeverOneLine(t *testing.T) {
	c := card()
	c.Periods[0].Measure = "elever i årskurs 9"
	all, _ := charts(t, c)
	if n := strings.Count(all, "<ser>"); n != 5 {
		t.Errorf("%d lines, want two of the first measure and three of the second", n)
	}
	r := report()
	r.Cards = []xlsx.Card{c}
	cells := read(t, write(t, r), "Diagram")
	for _, at := range []string{"D9", "E9", "F9", "B10", "B11", "C10", "C11"} {
		if cell, found := cells[at]; found {
			t.Errorf("%s is %q, where the other measure is counted", at, cell.Value)
		}
	}
	wantSaid(t, cells, "två olika mått", 1)
}

// A symbol would be drawn as a zero.
func TestAShareThatThereIsNoneOfIsNotDrawn(t *testing.T) {
	c := card()
	c.Periods[1].Sectors[1].Low, c.Periods[1].Sectors[1].High = ".", "."
	r := report()
	r.Cards = []xlsx.Card{c}
	cells := read(t, write(t, r), "Diagram")
	if cell, found := cells["C9"]; found {
		t.Errorf("it is %q", cell.Value)
	}
	if cells["C10"].Value != "0.1" {
		t.Errorf("the next is %q", cells["C10"].Value)
	}
}

func TestOnePeriodIsDrawnAsColumnsSideBySide(t *testing.T) {
	c := card()
	c.Periods = c.Periods[1:2]
	all, _ := charts(t, c)
	wantIn(t, all, "<barChart>", `<grouping val="clustered">`, `<showVal val="1">`)
}
