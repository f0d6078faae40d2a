package pipeline

import (
	"math/big"
	"strings"

	"tresektor/pipeline/edition"
	"tresektor/pipeline/format/site"
)

// dataPage says how to get the numbers: which files there are, at which
// addresses, and what their symbols mean.
func (d prose) dataPage() (site.Prose, error) {
	p := d.page(site.Data, d.say("Hämta data", "Get the data"), d.say(
		"Alla siffror kan hämtas som filer. Filerna är hela gränssnittet: det finns ingen databas att fråga och ingenting att anmäla sig till.",
		"All numbers can be fetched as files. The files are the whole interface: there is no database to ask and nothing to register for."))
	p.Sections = []site.Section{d.addresses(),
		{ID: "measures", Title: d.say("Andelar, ett mått i taget", "Shares, one measure at a time"), Texts: []string{d.say(
			"Mått läggs aldrig ihop, så varje mått har egna filer.", "Measures are never added up, so each measure has files of its own.")},
			Downloads: d.downloads(d.index.Measures)},
		{ID: "tables", Title: d.say("Övriga tabeller", "Other tables"), Downloads: d.downloads(d.index.Tables)},
		{ID: "report", Title: d.say("Rapporten som arbetsbok", "The report as a workbook"), Files: []site.File{
			{Path: "report.xlsx", Label: d.say("På svenska (XLSX)", "In Swedish (XLSX)")},
			{Path: "report.en.xlsx", Label: d.say("På engelska (XLSX)", "In English (XLSX)")}}},
		d.symbolsSection(),
	}
	return p, nil
}

// addresses says which addresses stay, and which lead to the newest edition.
func (d prose) addresses() site.Section {
	return site.Section{ID: "addresses", Title: d.say("Adresser", "Addresses"), Tables: []site.FactTable{{
		Caption: d.say("Så byggs adresserna", "How addresses are made"),
		Head:    []string{d.say("Adress", "Address"), d.say("Leder till", "Leads to")},
		Rows: [][]string{
			{"current/index.json", d.say("förteckningen över alla filer i den utgåva som gäller nu, med storlek och kontrollsumma",
				"the list of all files of the edition that is current, with sizes and checksums")},
			{"current/tables/share_….json", d.say("den aktuella utgåvans fil; innehållet byts när en ny utgåva publiceras",
				"the current edition’s file; its content changes when a new edition is published")},
			{d.say("<utgåva>/tables/share_….json", "<edition>/tables/share_….json"), d.say("en viss utgåvas fil, som aldrig ändras: använd den när du citerar",
				"one edition’s file, which never changes: use it when you cite")},
			{"history.json", d.say("vilka utgåvor som har publicerats och återkallats, och varför", "which editions were published and withdrawn, and why")},
		}}},
		Files: []site.File{{Path: indexName, Label: d.say("Alla filer i den här utgåvan (JSON)", "All files of this edition (JSON)")},
			{Path: "manifest.json", Label: d.say("Kontrollsummor och vad utgåvan gjordes av (JSON)", "Checksums, and what the edition was made from (JSON)")}}}
}

// downloads are tables with a link for each file.
func (d prose) downloads(tables []indexedTable) (list []site.Download) {
	for _, t := range tables {
		each := site.Download{Title: t.Title.In(d.language), Text: t.Description.In(d.language)}
		for _, f := range t.Files {
			each.Files = append(each.Files, site.File{Path: f.Path, Label: d.fileName(f) + " (" + d.size(f.Size) + ")"})
		}
		list = append(list, each)
	}
	return list
}

// fileName is a file's format, its part and its language, where it has one.
func (d prose) fileName(f indexedFile) string {
	switch f.Format {
	case "CSVW":
		return d.say("Beskrivning av CSV-filen (CSVW)", "Description of the CSV file (CSVW)")
	case "JSON-stat":
		part, isEnglish := strings.CutSuffix(f.Part, edition.English)
		name := strings.TrimSpace(f.Format + " " + strings.TrimSpace(part))
		if isEnglish {
			return name + d.say(", på engelska", ", in English")
		}
		return name + d.say(", på svenska", ", in Swedish")
	}
	return strings.TrimSpace(f.Format + " " + f.Part)
}

// size is a number of bytes as people say it.
func (d prose) size(bytes int64) string {
	if bytes < 1000 {
		return grouped(d.language, big.NewInt(bytes).String()) + "\u00a0" + d.say("byte", "bytes")
	}
	unit, by := "kB", int64(1000)
	if bytes >= 1_000_000 {
		unit, by = "MB", 1_000_000
	}
	return grouped(d.language, big.NewRat(bytes, by).FloatString(1)) + "\u00a0" + unit
}

// symbolsSection says what stands in place of a number.
func (d prose) symbolsSection() site.Section {
	return site.Section{ID: "symbols", Title: d.say("När det inte finns något tal", "Where there is no number"), Texts: []string{d.say(
		"Noll, ej tillämpligt, uppgift saknas och dold uppgift är fyra olika saker i alla filer. I CSV och Parquet är talet tomt och kolumnen symbol säger varför.",
		"Zero, not applicable, not available and suppressed are four different things in every file. In CSV and Parquet the number is empty and the column symbol says why.")}}
}
