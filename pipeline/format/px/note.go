package px

import (
	"strings"

	"tresektor/pipeline/edition"
)

// contents says of the whole and of each kind of number what PxWeb shows of
// either: unit, precision, when it was updated, whom to ask, and what time it
// is about.
func (f *file) contents() {
	t, metric := f.cube.Table, len(f.views[0].variables)-1
	f.about("", nil)
	for k, i := range f.cube.Metrics {
		f.about(t.Fields[i].Name, []func(view) string{value(metric, k)})
	}
	f.precision(metric)
	f.each("SOURCE", func(v view) string { return joined(t.Source, v.language, "; ") })
}

func (f *file) about(field string, of []func(view) string) {
	t := f.cube.Table
	f.each("UNITS", func(v view) string { return f.unit(field).In(v.language) }, of...)
	f.text(f.key("LAST-UPDATED", 0, of...), moment(t.Updated)) // has no language
	f.each("CONTACT", func(v view) string { return joined([]edition.Text{t.Publisher, {SV: t.Contact}}, v.language, ", ") }, of...)
	f.each("REFPERIOD", func(v view) string { return t.Reference.In(v.language) }, of...)
}

// unit is mandatory in PX, also where there is none to speak of.
func (f *file) unit(field string) edition.Text {
	t := f.cube.Table
	switch i := t.Index(field); {
	case i < 0:
		return edition.Text{SV: "enligt uppgiften", EN: "as stated by the figure"}
	case t.Fields[i].Unit.SV != "":
		return t.Fields[i].Unit
	}
	return edition.Text{SV: "utan enhet", EN: "no unit"}
}

// precision says which numbers have more decimals than SHOWDECIMALS.
func (f *file) precision(metric int) {
	least := mostShown
	for _, i := range f.cube.Metrics {
		least = min(least, f.cube.Table.Fields[i].Decimals)
	}
	for k, i := range f.cube.Metrics {
		if more := min(f.cube.Table.Fields[i].Decimals, mostShown); more > least {
			for language := range f.views {
				f.number(f.key("PRECISION", language, name(metric), value(metric, k)), more)
			}
		}
	}
}

// notes writes every note where it belongs, mandatory ones under the keywords
// that a program must show, and what the symbols look like.
func (f *file) notes() {
	t := f.cube.Table
	f.note("NOTE", t.NotesOn("", ""), f.remarks())
	for i, d := range f.cube.Dimensions {
		field := t.Fields[d.Field].Name
		f.note("NOTE", t.NotesOn(field, ""), nil, name(i))
		for k, code := range d.Codes {
			f.note("VALUENOTE", t.NotesOn(field, code), nil, name(i), value(i, k))
		}
	}
	metric := len(f.cube.Dimensions)
	for k, i := range f.cube.Metrics {
		f.note("VALUENOTE", t.NotesOn(t.Fields[i].Name, ""), nil, name(metric), value(metric, k))
	}
	for i, symbol := range edition.Symbols() {
		f.each("DATASYMBOL"+string(rune('1'+i)), func(view) string { return symbol })
	}
}

// remarks are what PX has no keyword for: what the table is, that it is a part
// of one, and on what terms it may be used.
func (f *file) remarks() []edition.Text {
	t := f.cube.Table
	all := append([]edition.Text{t.Description}, f.cube.Remarks()...)
	if t.Licence != "" {
		all = append(all, edition.Text{SV: "Villkor: " + t.Licence, EN: "Terms: " + t.Licence})
	}
	return all
}

// note writes notes under keyword, and the mandatory ones under keyword and X.
// Between two notes of the same thing stands ##, as PX readers part them.
func (f *file) note(keyword string, notes []edition.Note, more []edition.Text, of ...func(view) string) {
	var mandatory, other []edition.Text
	for _, n := range notes {
		if n.Mandatory {
			mandatory = append(mandatory, n.Text)
		} else {
			other = append(other, n.Text)
		}
	}
	other = append(more, other...)
	f.each(keyword+"X", func(v view) string { return joined(mandatory, v.language, "##") }, of...)
	f.each(keyword, func(v view) string { return joined(other, v.language, "##") }, of...)
}

func joined(texts []edition.Text, language, between string) string {
	var all []string
	for _, t := range texts {
		if text := t.In(language); text != "" {
			all = append(all, text)
		}
	}
	return strings.Join(all, between)
}
