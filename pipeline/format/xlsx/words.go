package xlsx

import "tresektor/pipeline/edition"

// words are the texts around the numbers. Everything a workbook says that
// does not come from the report is here.
type words struct {
	Cover, Charts                                    string
	Edition, Headlines, Contents, LeftOut            string
	SheetName, Holds, RowsHere, RowsInAll, WholeFile string
	LeftOutText, ChartsHold                          string
	Symbols, Zero, ZeroText, EmptyText               string
	Licence, NoLicence, Contact, Sources, Reference  string
	Page, Notes, NotPublished, AllRows, SomeRows     string
	LongNumber, LongText, Cut, ControlCharacter      string
	Period, Least, Most, AllSectors, OwnScale        string
	ChartsText, SectorCell, TwoMeasures              string
	Truth                                            string // the format of TRUE, and of FALSE

	Codes, CodesText, Field, Code, Label edition.Text
}

func wordsIn(language string) words {
	w := swedish()
	if language == edition.English {
		w = english()
	}
	w.Codes = edition.Text{SV: "Koder", EN: "Codes"}
	w.CodesText = edition.Text{
		SV: "För fälten här står etiketter i bladen, och här är koden för var och en, som den står i tabellerna i andra format. Andra koder, till exempel orsak och grund, står i bladen som de är. Sorterat efter etikett.",
		EN: "The sheets show labels for the fields here, and here is the code of each, as the tables in other formats have it. Other codes, such as cause and basis, stand in the sheets as they are. Sorted by label.",
	}
	w.Field = edition.Text{SV: "Fält", EN: "Field"}
	w.Code = edition.Text{SV: "Kod", EN: "Code"}
	w.Label = edition.Text{SV: "Etikett", EN: "Label"}
	return w
}

func swedish() words {
	return words{
		Cover:            "Om",
		Charts:           "Diagram",
		Edition:          "Utgåva %s",
		Headlines:        "Det viktigaste",
		Contents:         "Bladen",
		LeftOut:          "Tabeller som inte finns i arbetsboken",
		LeftOutText:      "De är för stora för ett kalkylblad som ska gå att läsa. De finns hela i utgåvans mapp tables, som CSV och Parquet.",
		SheetName:        "Blad",
		Holds:            "Innehåll",
		RowsHere:         "Rader här",
		RowsInAll:        "Rader i hela tabellen",
		WholeFile:        "Hela tabellen",
		ChartsHold:       "Andelarna över tid, med diagram för varje rubriktal.",
		Symbols:          "Tecken",
		Zero:             "0",
		ZeroText:         "En räknad nolla",
		EmptyText:        "En tom ruta är en tom text, inte ett tal som saknas.",
		Licence:          "Villkor",
		NoLicence:        "Villkoren är källornas egna; de står i bladet source.",
		Contact:          "Kontakt",
		Sources:          "Källor",
		Reference:        "Avser",
		Page:             "Sida &P av &N",
		Notes:            "Anmärkningar",
		NotPublished:     "Bladet finns bara här.",
		AllRows:          "Hela tabellen (rader: %d). Samma tabell: tables/%s.csv och .parquet.",
		SomeRows:         "%s Här är %d av tabellens %d rader; alla finns i tables/%s.csv och .parquet.",
		LongNumber:       "Tal med fler än 15 siffror står som text: ett kalkylblad skulle göra resten till nollor.",
		LongText:         "En cell rymmer 32 767 tecken. Text som är längre är avkortad och säger det; hela texten finns i tabellens CSV-fil.",
		Cut:              " … [avkortad, %d tecken i hela texten]",
		ControlCharacter: "Styrtecken visas med sina bilder (␀–␟), och det som inte är något tecken som �; som de är står de i tabellens CSV-fil.",
		Period:           "Period",
		Least:            "%s, minst",
		Most:             "%s, högst",
		AllSectors:       "Alla tre sektorerna, 0–100 procent",
		OwnScale:         "Idéburen i egen skala, 0–%s procent",
		ChartsText:       "Alla skalor börjar på noll. Perioderna står lika långt från varandra, också där år saknas mellan dem. Tom ruta: ingen andel kan räknas; varför står i bladet headline. Minst och högst är det möjliga intervallet, inte en statistisk felmarginal.",
		SectorCell:       "%s: %s",
		TwoMeasures:      "Perioderna räknar två olika mått. De är skilda linjer som inte binds ihop: jämför inte mellan dem.",
		Truth:            `"SANT";"SANT";"FALSKT"`,
	}
}

func english() words {
	return words{
		Cover:            "About",
		Charts:           "Charts",
		Edition:          "Edition %s",
		Headlines:        "Most important",
		Contents:         "Sheets",
		LeftOut:          "Tables that are not in the workbook",
		LeftOutText:      "They are too large for a sheet that can be read. They are whole in the edition's folder tables, as CSV and Parquet.",
		SheetName:        "Sheet",
		Holds:            "Holds",
		RowsHere:         "Rows here",
		RowsInAll:        "Rows of the whole table",
		WholeFile:        "Whole table",
		ChartsHold:       "The shares over time, with charts for each headline figure.",
		Symbols:          "Symbols",
		Zero:             "0",
		ZeroText:         "A counted zero",
		EmptyText:        "An empty cell is an empty text, not a missing number.",
		Licence:          "Terms",
		NoLicence:        "The terms are those of the sources; they are in the sheet source.",
		Contact:          "Contact",
		Sources:          "Sources",
		Reference:        "Refers to",
		Page:             "Page &P of &N",
		Notes:            "Notes",
		NotPublished:     "This sheet is only here.",
		AllRows:          "The whole table (rows: %d). The same table: tables/%s.csv and .parquet.",
		SomeRows:         "%s Rows here: %d of the table's %d; all are in tables/%s.csv and .parquet.",
		LongNumber:       "Numbers with more than 15 digits stand as text: a spreadsheet would turn the rest into zeros.",
		LongText:         "A cell holds 32,767 characters. Longer text is shortened and says so; the whole text is in the table's CSV file.",
		Cut:              " … [shortened, %d characters in the whole text]",
		ControlCharacter: "Control characters are shown by their pictures (␀–␟), and what is no character as �; the table's CSV file has them as they are.",
		Period:           "Period",
		Least:            "%s, at least",
		Most:             "%s, at most",
		AllSectors:       "All three sectors, 0–100 per cent",
		OwnScale:         "Non-profit (idéburen) on its own scale, 0–%s per cent",
		ChartsText:       "All scales begin at zero. Periods stand equally far apart, also where years are missing between them. Empty cell: no share can be counted; the sheet headline says why. At least and at most are the possible range, not a statistical margin of error.",
		SectorCell:       "%s: %s",
		TwoMeasures:      "The periods count two different measures. They are separate lines that are not joined: do not compare between them.",
		Truth:            `"TRUE";"TRUE";"FALSE"`,
	}
}
