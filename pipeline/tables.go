package pipeline

import (
	"context"
	"slices"
	"strconv"

	"tresektor/pipeline/edition"
	"tresektor/queries"
)

// tables makes every table of an edition.
func (s *session) tables(ctx context.Context, findings []Finding) (tables []edition.Table, err error) {
	makers := []func(context.Context) (edition.Table, error){
		s.shareTable, s.shareKindTable, s.headlineTable, s.changeTable, s.contributionTable, s.classificationTable, s.evidenceTable, s.remainderTable,
		s.sourceTable, s.sourceSumTable, s.sourcePeriodTable, s.figureTable, s.rejectTable, s.applicableTable, s.overrideTable,
		s.linkTable, s.linkVolumeTable, s.backingTable, s.shareBackingTable,
		func(context.Context) (edition.Table, error) { return s.publishedMeasures(), nil },
		func(context.Context) (edition.Table, error) { return s.definitionTable(), nil },
		func(context.Context) (edition.Table, error) { return s.checkTable(findings) },
		func(context.Context) (edition.Table, error) { return s.gateTable(findings) },
	}
	for _, make := range makers {
		t, err := make(ctx)
		if err != nil {
			return nil, err
		}
		tables = append(tables, s.described(t))
	}
	return tables, nil
}

// described adds what the workspace says of all its tables.
func (s *session) described(t edition.Table) edition.Table {
	t.Publisher, t.Contact = editionText(s.space.Config.Publisher), s.space.Config.Contact
	t.Licence, t.Updated = s.space.Config.Licence, s.day()
	t.NextUpdate = nextRelease(s.space.Config.Releases, t.Updated)
	t.Reference = periodsOf(t)
	for _, source := range s.space.Sources {
		t.Source = append(t.Source, word(
			source.Publisher.In(edition.Swedish)+": "+source.Title.In(edition.Swedish),
			source.Publisher.In(edition.English)+": "+source.Title.In(edition.English)))
	}
	return t
}

// nextRelease is the first planned day after day, "" for none.
func nextRelease(days []string, day string) string {
	for _, planned := range slices.Sorted(slices.Values(days)) {
		if planned > day {
			return planned
		}
	}
	return ""
}

// periodsOf names the first and the last period of a table that has any.
func periodsOf(t edition.Table) edition.Text {
	i := t.Index("period")
	if i < 0 || len(t.Rows) == 0 {
		return edition.Text{}
	}
	first, last := "", ""
	for _, row := range t.Rows {
		period, _ := row[i].(string)
		if first == "" || period < first {
			first = period
		}
		last = max(last, period)
	}
	if first == last {
		return word(first, first)
	}
	return word(first+" – "+last, first+" – "+last)
}

func (s *session) shareTable(ctx context.Context) (edition.Table, error) {
	fields := slices.Concat(s.cellFields(), numberFields(),
		[]field{amountField("contested", "Varav omstritt", "Of which contested")}, unitFields(),
		[]field{
			withoutSymbol(countField("places_present", "Platser med uppgift", "Places with volume")),
			withoutSymbol(countField("places_listed", "Platser i listan", "Places in the list")),
		}, periodFields(), symbolFields())
	return s.published(ctx, "share", edition.Table{
		Name:  "share",
		Title: word("Andel per sektor", "Share by sector"),
		Description: word(
			"Varje sektors andel av varje cell, med möjligt intervall. Andel är av kända mängder; intervallet räknar med det som inte är avgjort och med vad källan undertryckt.",
			"Each sector's share of each cell with its possible range. Share is of known amounts; the range allows for what is undecided and for what the source suppressed."),
		Grain: []string{"definition", "measure", "period", "place", "area", "agreement", "sector"},
		Notes: []edition.Note{
			symbolNote(),
			{Mandatory: true, Field: "high", Text: word("Högsta möjliga andel kan inte nås av alla sektorer på en gång och summerar inte till 1.",
				"The highest possible shares cannot all be reached at once and do not sum to 1.")},
		},
	}, fields)
}

func (s *session) shareKindTable(ctx context.Context) (edition.Table, error) {
	cell := s.cellFields()
	cell[len(cell)-1] = s.kindField()
	fields := slices.Concat(cell, []field{
		amountField("amount", "Mängd", "Amount"),
		amountField("total", "Summa av alla sektorer", "Total of all sectors"),
		shareField("share", "Andel av känd mängd", "Share of known amounts"),
		amountField("presumed", "Varav presumerat", "Of which presumed"),
		amountField("stated", "Varav enligt källans egen uppgift", "Of which as stated by the source"),
		amountField("carried", "Varav med uppgift från en annan period", "Of which on evidence of another period"),
		amountField("contested", "Varav omstritt", "Of which contested"),
	}, unitFields(), periodFields(), symbolFields())
	return s.published(ctx, "share_kind", edition.Table{
		Name:  "share_kind",
		Title: word("Idéburen andel efter slag av organisation", "Idéburen share by kind of organisation"),
		Description: word(
			"Den idéburna sektorn i varje cell, fördelad på slag av organisation. Slagen summerar till sektorn; det som inte är avgjort kan vara av vilket slag som helst.",
			"The idéburen sector of each cell by kind of organisation. Kinds sum to the sector; what is undecided could be of any kind."),
		Grain: []string{"definition", "measure", "period", "place", "area", "agreement", "kind"},
		Notes: []edition.Note{symbolNote()},
	}, fields)
}

func (s *session) headlineTable(ctx context.Context) (edition.Table, error) {
	cell := s.cellFields()
	cell = slices.Insert(cell, 3, dateField("reference_date", "Referensdatum", "Reference date"))
	fields := slices.Concat([]field{textField("card", "Kort", "Card")}, cell, numberFields(), unitFields(),
		[]field{
			shareField("spread_low", "Lägst av definitionerna", "Lowest of the definitions"),
			shareField("spread_high", "Högst av definitionerna", "Highest of the definitions"),
			textField("spread_definitions", "Definitioner som går att räkna", "Applicable definitions"),
			textField("earlier_period", "Jämfört med", "Compared with"),
			shareField("change", "Förändring av andelen", "Change of the share"),
			shareField("change_low", "Lägsta möjliga förändring", "Lowest possible change"),
			shareField("change_high", "Högsta möjliga förändring", "Highest possible change"),
			notPercent(shareField("effective_providers", "Lika stora utförare som andelen motsvarar", "Equal providers that the share amounts to")),
		}, periodFields(), symbolFields())
	return s.published(ctx, "headline", edition.Table{
		Name:        "headline",
		Title:       word("Rubriktal", "Headline figures"),
		Description: word("Talen bakom förstasidans kort, för varje period.", "The numbers behind the cards of the front page, for each period."),
		Grain:       []string{"card", "period", "sector"},
		Notes:       []edition.Note{symbolNote()},
	}, fields)
}

func (s *session) classificationTable(ctx context.Context) (edition.Table, error) {
	return s.published(ctx, "classification", edition.Table{
		Name:        "classification",
		Title:       word("Organisationernas sektor", "Sector of each organisation"),
		Description: word("Sektor, grund och regel för varje organisation under varje definition.", "Sector, basis and rule of each organisation under each definition."),
		Grain:       []string{"definition", "provider_id", "from_date"},
	}, []field{
		s.definitionField(),
		textField("provider_id", "Utförare (identitet)", "Provider (identifier)"),
		sourceText("name", "Namn", "Name"),
		dateField("from_date", "Första referensdatum", "First reference date"),
		dateField("to_date", "Sista referensdatum", "Last reference date"),
		s.dimension("sector", "sector", "Sektor", "Sector", ""),
		s.kindField(),
		textField("basis", "Grund", "Basis"),
		textField("rule", "Regel", "Rule"),
		textField("reason", "Skäl till att sektorn inte är avgjord", "Why the sector is not decided"),
		boolField("is_contested", "Omstridd", "Contested"),
		textField("other_rules", "Andra regler som också passar", "Other rules that match"),
		sourceText("evidence", "Uppgifter", "Evidence"),
	})
}

func (s *session) remainderTable(ctx context.Context) (edition.Table, error) {
	fields := slices.Concat(s.cellFields(), []field{
		s.dimension("reason", "remainder_reason", "Skäl", "Reason", ""),
		withoutSymbol(amountField("amount", "Mängd", "Amount")),
		withoutSymbol(countField("hidden_units", "Enheter som källan undertryckt", "Units suppressed by the source")),
	})
	return s.published(ctx, "remainder", edition.Table{
		Name:        "remainder",
		Title:       word("Det som inte är avgjort", "What is not decided"),
		Description: word("Hur mycket som inte är fört till en av tre sektorer, och varför.", "How much is not decided to one of three sectors, and why."),
		Grain:       []string{"definition", "measure", "period", "place", "area", "agreement", "sector", "reason"},
	}, fields)
}

func (s *session) sourceTable(ctx context.Context) (edition.Table, error) {
	t, err := s.published(ctx, "source_load", edition.Table{
		Name:        "source",
		Title:       word("Källor", "Sources"),
		Description: word("Varje inläst fil med kontrollsumma och radredovisning: lästa = behållna + utelämnade + avvisade.", "Each file that was read, with its checksum and account of rows: read = kept + dropped + rejected."),
		Grain:       []string{"source", "partition", "file"},
	}, []field{
		textField("source", "Källa", "Source"), textField("partition", "Del", "Partition"),
		sourceText("file", "Fil", "File"), textField("sha256", "SHA-256", "SHA-256"),
		withoutSymbol(countField("size", "Byte", "Bytes")), textField("encoding", "Teckenkodning", "Encoding"),
		withoutSymbol(countField("rows", "Rader", "Rows")),
		withoutSymbol(countField("kept", "Behållna", "Kept")),
		withoutSymbol(countField("dropped", "Utelämnade", "Dropped")),
		withoutSymbol(countField("not_needed", "Därav ej behövda", "Of which not needed")),
		withoutSymbol(countField("rejected", "Avvisade", "Rejected")),
	})
	if err != nil {
		return t, err
	}
	return s.withManifest(t), nil
}

// withManifest adds to each load what its source's manifest says.
func (s *session) withManifest(t edition.Table) edition.Table {
	for _, f := range []field{
		sourceText("title", "Titel", "Title"), sourceText("publisher", "Utgivare", "Publisher"),
		sourceText("licence", "Licens", "Licence"), sourceText("url", "Adress", "Address"),
		sourceText("attribution", "Källhänvisning", "Attribution"),
	} {
		t.Fields = append(t.Fields, f.Field)
	}
	for i, row := range t.Rows {
		source, _ := s.space.Source(row[0].(string))
		attribution := ""
		if source.Attribution != nil {
			attribution = source.Attribution.SV
		}
		t.Rows[i] = append(row, source.Title.SV, source.Publisher.SV, source.Licence.SV, source.URL, attribution)
	}
	return t
}

func (s *session) sourceSumTable(ctx context.Context) (edition.Table, error) {
	sum := func(name, sv, en string) field { return withoutSymbol(textField(name, sv, en)) }
	return s.published(ctx, "source_sum", edition.Table{
		Name:        "source_sum",
		Title:       word("Källornas summor", "Sums of the sources"),
		Description: word("Varje summerbar kolumn i enheter av sin sista decimal: läst = behållet + utelämnat + avvisat.", "Each summable column in units of its last decimal: read = kept + dropped + rejected."),
		Grain:       []string{"source", "partition", "file", "column_name"},
	}, []field{
		sum("source", "Källa", "Source"), sum("partition", "Del", "Partition"), sourceText("file", "Fil", "File"),
		sum("column_name", "Kolumn", "Column"), withoutSymbol(countField("decimals", "Decimaler", "Decimals")),
		sum("read", "Läst", "Read"), sum("kept", "Behållet", "Kept"), sum("dropped", "Utelämnat", "Dropped"),
		sum("rejected", "Avvisat", "Rejected"), withoutSymbol(countField("unreadable", "Oläsbara celler", "Unreadable cells")),
	})
}

// definitionTable tells every rule in words, in order.
func (s *session) definitionTable() edition.Table {
	t := edition.Table{
		Name:        "definition",
		Title:       word("Definitioner", "Definitions"),
		Description: word("Reglerna i varje definition, i ordning. Den första som passar avgör.", "The rules of each definition, in order. The first that matches decides."),
		Grain:       []string{"definition", "rule_order"},
	}
	for _, f := range []field{
		s.definitionField(), withoutSymbol(countField("version", "Version", "Version")),
		withoutSymbol(countField("rule_order", "Ordning", "Order")), textField("rule", "Regel", "Rule"),
		textField("sector", "Sektor", "Sector"), textField("basis", "Grund", "Basis"), textField("reason", "Skäl", "Reason"),
		textField("explanation_sv", "Förklaring", "Explanation in Swedish"), textField("explanation_en", "Förklaring på engelska", "Explanation"),
	} {
		t.Fields = append(t.Fields, f.Field)
	}
	for _, d := range s.space.Definitions {
		for i, r := range d.Rules {
			t.Rows = append(t.Rows, []any{
				d.ID, int64(d.Version), int64(i + 1), r.ID, r.Sector, r.Basis, r.Reason, r.Explanation.SV, r.Explanation.EN,
			})
		}
	}
	return t
}

// checkTable tells the result of every check, also of those without findings.
func (s *session) checkTable(findings []Finding) (edition.Table, error) {
	t := edition.Table{
		Name:        "check",
		Title:       word("Kontroller", "Checks"),
		Description: word("Varje kontroll före publicering och hur många rader den fann.", "Each check before publication and how many rows it found."),
		Grain:       []string{"check"},
	}
	for _, f := range []field{
		textField("check", "Kontroll", "Check"), textField("severity", "Allvar", "Severity"),
		withoutSymbol(countField("rows", "Rader", "Rows")), textField("sentence", "Vad den söker", "What it looks for"),
	} {
		t.Fields = append(t.Fields, f.Field)
	}
	relations, err := queries.All()
	if err != nil {
		return t, err
	}
	for _, r := range relations {
		if r.Folder != "check" {
			continue
		}
		rows := int64(0)
		for _, f := range findings {
			if f.Check == r.Name {
				rows = f.Rows
			}
		}
		t.Rows = append(t.Rows, []any{r.Name, r.Severity, rows, r.Sentence})
	}
	return t, nil
}

func number(n int64) string { return strconv.FormatInt(n, 10) }
