package pipeline

import (
	"slices"

	"tresektor/pipeline/edition"
	"tresektor/pipeline/format/site"
)

// addSightings reads the table evidence, in the order in which attributes are
// listed.
func (r *register) addSightings(t edition.Table) {
	statements, sources := newList(&r.Statements), newList(&r.Sources)
	rows := slices.Clone(t.Rows)
	order := func(row []any) int { return int(r.words.order("attribute", cell(t, row, "attribute"))) }
	slices.SortStableFunc(rows, func(a, b []any) int { return order(a) - order(b) })
	for _, row := range rows {
		n, found := r.at[cell(t, row, "provider_id")]
		if !found {
			continue
		}
		r.Organisations[n].Facts = append(r.Organisations[n].Facts, site.Sighting{
			Statement: statements.place(r.statement(cell(t, row, "attribute"), cell(t, row, "value"))),
			Source:    sources.place(r.source(cell(t, row, "source"))),
			From:      stated(cell(t, row, "from_date")), To: cell(t, row, "to_date"),
			IsSeen: cell(t, row, "is_observed") == "true",
		})
	}
}

// stated is a day, "" for the one before all others.
func stated(day string) string {
	if day == "0001-01-01" {
		return ""
	}
	return day
}

// statement is a piece of evidence in the words of explain.
func (r *register) statement(attribute, value string) edition.Text {
	e := Evidence{Attribute: attribute, Value: value}
	return word(newStory(edition.Swedish, r.words).statement(e)+".", newStory(edition.English, r.words).statement(e)+".")
}

// source names a source: title and publisher.
func (r *register) source(id string) edition.Text {
	l, found := r.words.labels[[2]string{"source", id}]
	if !found {
		return word(id, id)
	}
	title, publisher := isolated(l.Text), isolated(l.Explanation)
	return word(title.SV+", "+publisher.SV, title.EN+", "+publisher.EN)
}

// A textList has each text once.
type textList struct {
	texts  *[]edition.Text
	places map[edition.Text]int
}

func newList(texts *[]edition.Text) textList { return textList{texts, map[edition.Text]int{}} }

func (l textList) place(text edition.Text) int {
	n, found := l.places[text]
	if !found {
		n = len(*l.texts)
		l.places[text] = n
		*l.texts = append(*l.texts, text)
	}
	return n
}
