package pipeline

import (
	"cmp"
	"encoding/csv"
	"fmt"
	"io"
	"io/fs"
	"math/big"
	"slices"
	"strings"

	"tresektor/data"
	"tresektor/pipeline/edition"
)

// A revisionCause is a row of the built-in list revision_cause.
type revisionCause struct {
	code  string
	label edition.Text
}

// allCauses are the causes of revisions in the order in which they are replaced,
// and last what no edition tells.
func allCauses() (causes []revisionCause) {
	text, _ := fs.ReadFile(data.FS(), "revision_cause.csv") // embedded, and read by tests
	rows, _ := csv.NewReader(strings.NewReader(string(text))).ReadAll()
	for _, row := range rows[min(1, len(rows)):] {
		causes = append(causes, revisionCause{row[0], word(row[3], row[4])})
	}
	return append(causes, revisionCause{gap, word("En utgåva däremellan saknade tal", "An edition between had no number")})
}

// causeOrder sorts codes of causes in the documented order.
func causeOrder(codes []string) []string {
	all := allCauses()
	at := func(code string) int {
		return slices.IndexFunc(all, func(c revisionCause) bool { return c.code == code })
	}
	slices.SortFunc(codes, func(a, b string) int { return cmp.Or(at(a)-at(b), strings.Compare(a, b)) })
	return codes
}

func (w wording) revisionCause(code string) string {
	for _, c := range allCauses() {
		if c.code == code {
			return lowered(w.say("%[1]s", "%[2]s", c.label.SV, c.label.EN))
		}
	}
	return code
}

// mostRevised are shown on a terminal.
const mostRevised = 20

// Text tells the difference in a language: how many cells were revised,
// corrected or are new, and of the idéburen shares those of the cards, or where
// none of these differ the most revised ones.
func (d EditionDifference) Text(language string) string {
	w := wording{language: language}
	var b strings.Builder
	fmt.Fprintln(&b, w.say("Från utgåva %s till %s", "From edition %s to %s", d.From, d.To))
	if back, forward := d.steps(); len(d.Path) > 1 || len(back) > 0 {
		fmt.Fprintln(&b, w.say("  räknat över %s", "  counted over %s", strings.Join(append(back, forward...), ", ")))
	}
	if len(d.Cells) == 0 {
		fmt.Fprintln(&b, w.say("Inget tal skiljer sig.", "No number differs."))
		return b.String()
	}
	for _, line := range d.counts(w) {
		fmt.Fprintln(&b, "  "+line)
	}
	s := newStory(language, d.words)
	for _, cell := range d.shown() {
		fmt.Fprintln(&b, "\n"+s.cell(cell.Cell))
		w.revisedCell(&b, cell)
	}
	fmt.Fprintln(&b, "\n"+w.say("Alla celler: --json eller --csv FIL.", "All cells: --json or --csv FILE."))
	return b.String()
}

// counts tells how many cells are of each kind, in words that are not mixed.
func (d EditionDifference) counts(w wording) (lines []string) {
	cells := map[string]map[Cell]bool{}
	for _, c := range d.Cells {
		if cells[c.Kind] == nil {
			cells[c.Kind] = map[Cell]bool{}
		}
		c.Sector = "" // a cell is told with all its sectors, as by plan
		cells[c.Kind][c.Cell] = true
	}
	for _, kind := range []struct{ code, one, many, oneEN, manyEN, sv, en string }{
		{"revision", "cell är reviderad", "celler är reviderade", "cell is revised", "cells are revised",
			": samma period, annat tal", ": the same period, another number"},
		{"correction", "cell är rättad", "celler är rättade", "cell is corrected", "cells are corrected",
			": en revidering på grund av ett fel", ": a revision because of an error"},
		{"development", "cell är utveckling", "celler är utveckling", "cell is development", "cells are development",
			": en period som inte fanns förut", ": a period that was not there before"},
	} {
		if n := len(cells[kind.code]); n > 0 {
			lines = append(lines, w.many(int64(n), kind.one, kind.many, kind.oneEN, kind.manyEN)+word(kind.sv, kind.en).In(w.language))
		}
	}
	return lines
}

// shown are the cells that a terminal shows.
func (d EditionDifference) shown() (cells []RevisedCell) {
	take := func(isWanted func(RevisedCell) bool) {
		for _, c := range d.Cells {
			if c.Sector == "ideburen" && c.Kind != "development" && isWanted(c) {
				cells = append(cells, c)
			}
		}
	}
	take(func(c RevisedCell) bool { return d.headline[c.Cell] })
	if len(cells) == 0 {
		take(func(RevisedCell) bool { return true })
	}
	size := func(c RevisedCell) *big.Rat {
		if c.changedShare == nil {
			return new(big.Rat)
		}
		return new(big.Rat).Abs(c.changedShare)
	}
	slices.SortStableFunc(cells, func(a, b RevisedCell) int { return size(b).Cmp(size(a)) })
	return cells[:min(mostRevised, len(cells))]
}

func (w wording) revisedCell(b *strings.Builder, c RevisedCell) {
	verb := w.say("reviderad", "revised")
	if c.Kind == "correction" {
		verb = w.say("rättad (%s)", "corrected (%s)", strings.Join(c.Corrections, ", "))
	}
	if c.Change.Share == "" {
		fmt.Fprintln(b, w.say("  idéburen andel %s: från %s till %s, på grund av %s", "  idéburen share %s: from %s to %s, because of %s",
			verb, w.percentOrNone(c.Earlier.Share), w.percentOrNone(c.Later.Share), w.causeList(c.Causes)))
		return
	}
	fmt.Fprintln(b, w.say("  idéburen andel %s från %s till %s procent: %s procentenheter", "  idéburen share %s from %s to %s per cent: %s percentage points",
		verb, w.percentOrNone(c.Earlier.Share), w.percentOrNone(c.Later.Share), w.sharePoints(c.Change.Share)))
	for _, p := range c.Parts {
		fmt.Fprintln(b, w.say("    %s procentenheter: %s (mängden ändras: idéburen %s, alla sektorer %s)", "    %s percentage points: %s (the amount changes: idéburen %s, all sectors %s)",
			w.sharePoints(p.Share), w.revisionCause(p.Cause), w.signedAmount(p.Amount), w.signedAmount(p.Total)))
	}
}

// signedAmount is an exact difference of amounts with its sign.
func (w wording) signedAmount(text string) string {
	if !strings.HasPrefix(text, "-") && strings.Trim(text, "0.") != "" {
		return "+" + grouped(w.language, text)
	}
	return grouped(w.language, text)
}

func (w wording) causeList(codes []string) string {
	var words []string
	for _, code := range codes {
		words = append(words, w.revisionCause(code))
	}
	return strings.Join(words, ", ")
}

func (w wording) percentOrNone(share string) string {
	n := sixDecimals(share)
	if n == nil {
		return w.say("inget tal", "no number")
	}
	return percentage(*n).in(w.language, 4)
}

func (w wording) sharePoints(share string) string {
	n := sixDecimals(share)
	if n == nil {
		return "0"
	}
	return percentage(*n).signed(w.language, 4)
}

// WriteCSV writes a row for every cell and cause.
func (d EditionDifference) WriteCSV(w io.Writer) error {
	rows := [][]string{{
		"from", "to", "definition", "measure", "period", "place", "area", "agreement", "sector", "kind", "corrections",
		"earlier_amount", "later_amount", "earlier_total", "later_total", "earlier_share", "later_share",
		"change_amount", "change_total", "change_share", "cause", "part_amount", "part_total", "part_share",
	}}
	for _, c := range d.Cells {
		parts := c.Parts
		if len(parts) == 0 {
			parts = []RevisedPart{{Cause: strings.Join(c.Causes, " ")}}
		}
		for _, p := range parts {
			rows = append(rows, []string{
				d.From, d.To, c.Definition, c.Measure, c.Period, c.Place, c.Area, c.Agreement, c.Sector, c.Kind, strings.Join(c.Corrections, " "),
				c.Earlier.Amount, c.Later.Amount, c.Earlier.Total, c.Later.Total, c.Earlier.Share, c.Later.Share,
				c.Change.Amount, c.Change.Total, c.Change.Share, p.Cause, p.Amount, p.Total, p.Share,
			})
		}
	}
	return csv.NewWriter(w).WriteAll(rows)
}
