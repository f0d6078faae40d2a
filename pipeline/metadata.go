package pipeline

import (
	"context"
	"strings"

	"tresektor/pipeline/edition"
)

// publishedMeasures tells what every measure of the edition counts, completely.
func (s *session) publishedMeasures() edition.Table {
	t := edition.Table{
		Name:        "measure",
		Title:       word("Mått", "Measures"),
		Description: word("Vad varje mått räknar: enhet, population, täljare, nämnare, bas, plats och period.", "What each measure counts: unit, population, numerator, denominator, base, place and period."),
		Grain:       []string{"measure"},
		Fields: fieldsOf([]field{
			textField("measure", "Mått", "Measure"), textField("label_sv", "Namn", "Name in Swedish"), textField("label_en", "Namn på engelska", "Name"),
			textField("unit_sv", "Enhet", "Unit in Swedish"), textField("unit_en", "Enhet på engelska", "Unit"),
			textField("population_sv", "Population", "Population in Swedish"), textField("population_en", "Population på engelska", "Population"),
			textField("numerator_sv", "Täljare", "Numerator in Swedish"), textField("numerator_en", "Täljare på engelska", "Numerator"),
			textField("denominator_sv", "Nämnare", "Denominator in Swedish"), textField("denominator_en", "Nämnare på engelska", "Denominator"),
			textField("kind", "Slag", "Kind"), textField("base", "Bas", "Base"), textField("place_basis", "Vems plats", "Whose place"),
			textField("period_basis", "Periodisering", "Period basis"), textField("price_basis", "Prisbas", "Price basis"), textField("vat", "Moms", "VAT"),
			textField("reference", "Referensdag", "Reference day"), textField("dimensions", "Dimensioner", "Dimensions"),
			textField("summable", "Får summeras över", "May be summed over"), withoutSymbol(countField("decimals", "Decimaler", "Decimals")),
			textField("coverage_minimum", "Minsta täckning för en summa, procent", "Least coverage of a total, per cent"), textField("protect", "Skydd", "Protection"),
			textField("years", "Hur år blir till", "How years are made"),
		}),
	}
	for _, m := range s.space.Measures {
		t.Rows = append(t.Rows, []any{
			m.ID, m.Label.SV, m.Label.EN, m.Unit.SV, m.Unit.EN, m.Population.SV, m.Population.EN,
			m.Numerator.SV, m.Numerator.EN, m.Denominator.SV, m.Denominator.EN, m.Kind, m.Base, m.PlaceBasis,
			m.PeriodBasis, m.PriceBasis, m.VAT, strings.TrimSpace(m.Reference.Kind + " " + m.Reference.Day),
			strings.Join(m.Dimensions, " "), strings.Join(m.Summable, " "), int64(m.Decimals),
			string(m.CoverageMinimum), m.Protect, m.Years,
		})
	}
	return t
}

// applicableTable tells where each definition says something, and why not.
func (s *session) applicableTable(ctx context.Context) (edition.Table, error) {
	return s.published(ctx, "applicable", edition.Table{
		Name:        "applicable",
		Title:       word("Var definitionerna går att använda", "Where the definitions apply"),
		Description: word("En definition går att använda där den gäller, har de uppgifter den behöver och inte lämnar för mycket oavgjort.", "A definition applies where it is in force, has the evidence it needs and does not leave too much undecided."),
		Grain:       []string{"definition", "measure", "period", "reference_date"},
	}, []field{
		s.definitionField(), s.measureField(), s.dimension("period", "", "Period", "Period", edition.RoleTime),
		dateField("reference_date", "Referensdatum", "Reference date"),
		boolField("is_applicable", "Går att använda", "Applies"), textField("reason", "Skäl", "Reason"),
	})
}

// rejectTable counts the rows that could not be read, by reason.
func (s *session) rejectTable(ctx context.Context) (edition.Table, error) {
	return s.published(ctx, "reject", edition.Table{
		Name:        "reject",
		Title:       word("Avvisade rader", "Rejected rows"),
		Description: word("Rader som inte gick att läsa, efter skäl. Själva texterna publiceras inte.", "Rows that could not be read, by reason. The texts themselves are not published."),
		Grain:       []string{"source", "file", "column_name", "reason"},
	}, []field{
		textField("source", "Källa", "Source"), sourceText("file", "Fil", "File"), sourceText("column_name", "Kolumn", "Column"),
		textField("reason", "Skäl", "Reason"), withoutSymbol(countField("rows", "Rader", "Rows")),
		withoutSymbol(countField("first_line", "Första raden", "First line")),
	})
}
