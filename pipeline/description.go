package pipeline

import (
	"tresektor/pipeline/edition"
	"tresektor/pipeline/workspace"
)

// Fields of the published tables, with their labels. A field that several
// tables have is described once.

func word(sv, en string) edition.Text { return edition.Text{SV: sv, EN: en} }

func textField(name, sv, en string) field {
	return field{Field: edition.Field{Name: name, Kind: edition.KindText, Label: word(sv, en)}}
}

func dateField(name, sv, en string) field {
	return field{Field: edition.Field{Name: name, Kind: edition.KindDate, Label: word(sv, en)}}
}

func boolField(name, sv, en string) field {
	return field{Field: edition.Field{Name: name, Kind: edition.KindBoolean, Label: word(sv, en)}}
}

func countField(name, sv, en string) field {
	return field{Field: edition.Field{
		Name: name, Kind: edition.KindInteger, Label: word(sv, en), Symbol: "symbol", Unit: word("antal", "number"),
	}}
}

func amountField(name, sv, en string) field {
	return field{form: amountForm, Field: edition.Field{
		Name: name, Kind: edition.KindDecimal, Decimals: 6, Label: word(sv, en), Symbol: "symbol",
	}}
}

func shareField(name, sv, en string) field {
	return field{form: shareForm, Field: edition.Field{
		Name: name, Kind: edition.KindDecimal, Decimals: 6, Label: word(sv, en), Symbol: "symbol",
		Unit: word("andel av 1", "share of 1"), Percent: true,
	}}
}

// sourceText marks text that a publisher wrote.
func sourceText(name, sv, en string) field {
	f := textField(name, sv, en)
	f.FromSource = true
	return f
}

// withoutSymbol is for tables whose nulls have no symbol beside them.
func withoutSymbol(f field) field {
	f.Symbol = ""
	return f
}

// notPercent is for numbers in millionths that are no shares.
func notPercent(f field) field {
	f.Percent, f.Unit = false, edition.Text{}
	return f
}

// dimension is a field whose codes are those of a list.
func (s *session) dimension(name, list, sv, en string, role edition.Role) field {
	f := textField(name, sv, en)
	f.Dimension, f.Role = true, role
	if codes, found := s.space.List(list); found {
		f.Codes = codesOf(codes)
	}
	return f
}

func codesOf(list workspace.List) []edition.Code {
	var codes []edition.Code
	for _, row := range list.Rows {
		codes = append(codes, edition.Code{Code: row["code"], Label: labelOf(row)})
	}
	return codes
}

func (s *session) definitionField() field {
	f := s.dimension("definition", "", "Definition", "Definition", "")
	for _, d := range s.space.Definitions {
		f.Codes = append(f.Codes, edition.Code{Code: d.ID, Label: editionText(d.Label)})
	}
	return f
}

func (s *session) measureField() field {
	f := s.dimension("measure", "", "Mått", "Measure", "")
	for _, m := range s.space.Measures {
		f.Codes = append(f.Codes, edition.Code{Code: m.ID, Label: editionText(m.Label)})
	}
	return f
}

// editionText is a text that people have written, for use beside others.
func editionText(t workspace.Text) edition.Text {
	return word(t.In(edition.Swedish), t.In(edition.English))
}

// labelOf is a code's label in a row of its list, for use beside other texts.
func labelOf(row map[string]string) edition.Text {
	return editionText(workspace.Text{SV: row["label_sv"], EN: row["label_en"]})
}

// cellFields are the dimensions of a cell, in published order.
func (s *session) cellFields() []field {
	return []field{
		s.definitionField(),
		s.measureField(),
		s.dimension("period", "", "Period", "Period", edition.RoleTime),
		s.dimension("place", "place", "Plats", "Place", edition.RolePlace),
		s.dimension("area", "area", "Område", "Area", ""),
		s.dimension("agreement", "agreement", "Avtalsform", "Agreement", ""),
		s.dimension("sector", "sector", "Sektor", "Sector", ""),
	}
}

// kindField is the kind of organisation, below the sector.
func (s *session) kindField() field {
	return s.dimension("kind", "kind", "Slag av organisation", "Kind of organisation", "")
}

// numberFields are what a cell holds, in published order.
func numberFields() []field {
	return []field{
		amountField("amount", "Mängd", "Amount"),
		amountField("total", "Summa av alla sektorer", "Total of all sectors"),
		shareField("share", "Andel av känd mängd", "Share of known amounts"),
		shareField("low", "Lägsta möjliga andel", "Lowest possible share"),
		shareField("high", "Högsta möjliga andel", "Highest possible share"),
		shareField("low_known", "Lägsta möjliga andel av känd mängd", "Lowest possible share of known amounts"),
		shareField("high_known", "Högsta möjliga andel av känd mängd", "Highest possible share of known amounts"),
		shareField("high_presumed", "Högsta möjliga andel om antaganden faller", "Highest possible share if presumptions fail"),
		shareField("share_known", "Andel av det som är fört till en av tre sektorer (konvention)", "Share of what is decided to one of three sectors (convention)"),
		amountField("presumed", "Varav presumerat", "Of which presumed"),
		amountField("stated", "Varav enligt källans egen uppgift", "Of which as stated by the source"),
		amountField("carried", "Varav med uppgift från en annan period", "Of which on evidence of another period"),
	}
}

func unitFields() []field {
	return []field{
		countField("hidden_units", "Enheter som källan undertryckt", "Units suppressed by the source"),
		countField("open_units", "Varav utan dokumenterad gräns", "Of which without a documented limit"),
		countField("providers", "Utförare", "Providers"),
	}
}

// symbolNote belongs to every table whose numbers have a symbol beside them.
func symbolNote() edition.Note {
	return edition.Note{Mandatory: true, Text: word(
		"Tecken: . ej tillämpligt, .. saknas, ... undertryckt; 0 är en räknad nolla.",
		"Symbols: . not applicable, .. missing, ... suppressed; 0 is a counted zero.")}
}

func symbolFields() []field {
	return []field{
		textField("symbol", "Tecken (. ej tillämpligt, .. saknas, ... undertryckt)", "Symbol (. not applicable, .. missing, ... suppressed)"),
		textField("note", "Anmärkning", "Note"),
	}
}

// periodFields say which periods cannot be compared with others: the first one
// after a break, and a year that is not all there.
func periodFields() []field {
	return []field{
		breakField(),
		withoutSymbol(countField("months", "Månader som är inne, av ett år som summeras av månader", "Months that are in, of a year that is summed from months")),
		boolField("is_preliminary", "Preliminär", "Preliminary"),
	}
}

// breakField marks the first period after a break of the series.
func breakField() field {
	return boolField("is_break", "Första perioden efter ett tidsseriebrott", "First period after a break in series")
}
