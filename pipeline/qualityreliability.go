package pipeline

import (
	"fmt"

	"tresektor/pipeline/edition"
	"tresektor/pipeline/format/site"
)

// reliability tells what is not known, what rests on presumption, what could
// not be read, and how our numbers stand beside others and the last edition's.
func (d prose) reliability() (section site.Section, err error) {
	revised, err := d.revised()
	if err != nil {
		return section, err
	}
	section.Facts = []site.Fact{
		{Name: d.say("Rader som inte gick att läsa", "Rows that could not be read"), Text: d.rejected()},
		{Name: d.say("Kontroller", "Checks"), Text: d.checked()},
		{Name: d.say("Spärrar mot förra utgåvan", "Gates against the last edition"), Text: d.gated()},
		{Name: d.say("Ändrade uppgifter", "Revisions"), Text: revised},
		{Name: d.say("Avstämning mot publicerade siffror", "Reconciliation with published figures"), Text: d.reconciled()},
	}
	for _, t := range []site.FactTable{d.certainty(), d.linked(), d.loads(), d.figures(), d.gateFindings()} {
		if len(t.Rows) > 0 {
			section.Tables = append(section.Tables, t)
		}
	}
	return section, nil
}

// certainty has a row for each card: what is open, presumed, hidden, covered.
func (d prose) certainty() site.FactTable {
	t := site.FactTable{
		Caption: d.say("Hur säkra rubriktalen är", "How sure the headline figures are"),
		Head: []string{
			d.say("Rubriktal", "Headline figure"), d.say("Möjligt intervall, bredd", "Width of the possible range"),
			d.say("Inte fört till en av tre sektorer", "Not decided to one of three sectors"),
			d.say("Vilar på antaganden", "Rests on presumption"), d.say("Dolda enheter", "Suppressed units"), d.say("Täckning", "Coverage"),
		},
		Numbers: []int{1, 2, 3, 4, 5},
	}
	for _, c := range d.cards {
		last := c.last()
		var hidden int64
		var presumed, open int64
		for _, r := range last.Sectors {
			hidden += r.HiddenUnits
			presumed += int64(r.presumedShare)
			if (r.Code == "nonpublic" || r.Code == "unknown") && r.Share != nil {
				open += *r.Share
			}
		}
		t.Rows = append(t.Rows, []string{
			c.Title.In(d.language), d.width(last.sector("ideburen")), d.asPercent(open), d.asPercent(presumed),
			grouped(d.language, number(hidden)), d.coverage(c),
		})
	}
	return t
}

func (d prose) width(r Sector) string {
	if r.Low == nil || r.High == nil {
		return d.say("ingen övre gräns", "no upper limit")
	}
	return d.say("%s procentenheter", "%s percentage points", percentage(*r.High-*r.Low).in(d.language, 2))
}

func (d prose) asPercent(millionths int64) string {
	return d.say("%s procent", "%s per cent", percentage(millionths).in(d.language, 1))
}

// coverage is how many of the places in the list a card's total has.
func (d prose) coverage(c Card) string {
	share, headline := d.byName["share"], d.byName["headline"]
	for _, row := range headline.Rows {
		if cell(headline, row, "card") != c.ID || cell(headline, row, "period") != c.last().Period {
			continue
		}
		for _, cells := range share.Rows {
			if sameCell(headline, row, share, cells) {
				return d.places(cell(share, cells, "places_present"), cell(share, cells, "places_listed"))
			}
		}
	}
	return d.say("redovisas inte", "not told")
}

func (d prose) places(present, listed string) string {
	if present == "" || listed == "" || listed == "0" || present == "1" && listed == "1" {
		return d.say("hela", "whole")
	}
	return d.say("%s av %s geografiska områden", "%s of %s geographical areas", present, listed)
}

// sameCell tells whether two rows of two tables are about the same cell.
func sameCell(a edition.Table, row []any, b edition.Table, other []any) bool {
	for _, name := range []string{"definition", "measure", "period", "place", "area", "agreement", "sector"} {
		if cell(a, row, name) != cell(b, other, name) {
			return false
		}
	}
	return true
}

// linked is how much volume rests on names instead of numbers.
func (d prose) linked() site.FactTable {
	t := site.FactTable{
		Caption: d.say("Mängd efter hur leverantören är känd", "Volume by how its supplier is known"),
		Head: []string{
			d.say("Mått", "Measure"), d.say("Period", "Period"), d.say("Läge", "Status"), d.say("Mängd", "Amount"), d.say("Utförare", "Providers"),
		},
		Numbers: []int{3, 4},
	}
	volume := d.byName["link_volume"]
	for _, row := range volume.Rows {
		measure, _ := d.space.Measure(cell(volume, row, "measure"))
		t.Rows = append(t.Rows, []string{
			measure.Label.In(d.language), cell(volume, row, "period"), d.linkStatus(cell(volume, row, "status")),
			grouped(d.language, cell(volume, row, "amount")), grouped(d.language, cell(volume, row, "providers")),
		})
	}
	return t
}

func (d prose) linkStatus(status string) string {
	switch status {
	case "not_by_name":
		return d.say("Eget nummer i källan", "Number of its own in the source")
	case "review":
		return d.say("Lämnad till granskning", "Left for review")
	case "unlinked":
		return d.say("Känd bara till namnet", "Known by name only")
	}
	return d.session.label("link_outcome", status).In(d.language)
}

// loads are the rows of each source's files, together.
func (d prose) loads() site.FactTable {
	t := site.FactTable{
		Caption: d.say("Rader från källorna", "Rows from the sources"),
		Head: []string{
			d.say("Fil", "File"), d.say("Lästa", "Read"), d.say("Behållna", "Kept"), d.say("Utelämnade", "Dropped"), d.say("Avvisade", "Rejected"),
		},
		Numbers: []int{1, 2, 3, 4},
	}
	source := d.byName["source"]
	for _, row := range source.Rows {
		cells := []string{cell(source, row, "file")}
		for _, name := range []string{"rows", "kept", "dropped", "rejected"} {
			cells = append(cells, grouped(d.language, cell(source, row, name)))
		}
		t.Rows = append(t.Rows, cells)
	}
	return t
}

func (d prose) rejected() string {
	source := d.byName["source"]
	var read, rejected int64
	for _, row := range source.Rows {
		read += row[source.Index("rows")].(int64)
		rejected += row[source.Index("rejected")].(int64)
	}
	return d.say("%s av %s", "%s of %s", grouped(d.language, number(rejected)), grouped(d.language, number(read)))
}

func (d prose) checked() string {
	check := d.byName["check"]
	warned := 0
	for _, row := range check.Rows {
		if row[check.Index("rows")].(int64) > 0 {
			warned++
		}
	}
	return d.say("%d kontroller gjordes. %d gav en varning, ingen ett fel.", "%d checks were made. %d gave a warning, none an error.", len(check.Rows), warned)
}

// revised is how far the idéburen shares of the cards have moved since the last
// edition, for the periods that both have.
func (d prose) revised() (string, error) {
	id, _, err := d.current()
	if err != nil {
		return "", err
	}
	if id == "" {
		return d.say("Ingen jämförelse: det här är den första utgåvan.", "No comparison: this is the first edition."), nil
	}
	last, err := d.lastTable(id, "headline", lastHeadline())
	if err != nil {
		return "", err
	}
	before := map[string]int64{}
	for _, row := range last.rows {
		if share, known := row[8].(int64); known && row[7] == "ideburen" {
			before[fmt.Sprint(row[:8]...)] = share
		}
	}
	both, changed, largest := d.moved(before)
	return d.say("%d av %d idéburna andelar som förra utgåvan visade är ändrade, som mest %s procentenheter.",
		"%d of the %d idéburen shares that the last edition showed have changed, at most by %s percentage points.",
		changed, both, percentage(largest).in(d.language, 2)), nil
}

// moved counts the shares that were there before, those of them that are others
// now, and the millionths of the one that moved most.
func (d prose) moved(before map[string]int64) (both, changed int, largest int64) {
	headline := d.byName["headline"]
	for _, row := range headline.Rows {
		was, known := before[d.headlineKey(row)]
		now := sixDecimals(cell(headline, row, "share"))
		if !known || now == nil {
			continue
		}
		both++
		if *now != was {
			changed++
			largest = max(largest, *now-was, was-*now)
		}
	}
	return both, changed, largest
}

// headlineKey names a row of headline as lastHeadline does.
func (d prose) headlineKey(row []any) string {
	headline := d.byName["headline"]
	var key []any
	for _, c := range lastHeadline().columns[:8] {
		key = append(key, cell(headline, row, c.name))
	}
	return fmt.Sprint(key...)
}
