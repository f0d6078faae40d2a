package chart

import "tresektor/pipeline/edition"

// words are the texts of the charts that do not come from the description.
type words struct {
	Whole, OwnScale, AllSectors, FromZero string
	Bounds, Spread, Break                 string
	Hatched, Preliminary, Target          string
	Source                                string
	Unsaid                                string
}

func wordsIn(language string) words {
	if language == edition.English {
		return words{
			Whole:       "The whole bar is 100 per cent.",
			OwnScale:    "Non-profit (idéburen), own scale from 0 to %s per cent",
			AllSectors:  "All three sectors, 0–100 per cent",
			FromZero:    "Non-profit (idéburen) on its own scale, 0–%s per cent",
			Bounds:      "Possible range",
			Spread:      "Depends on what is counted",
			Break:       "break",
			Hatched:     "Hatched: possible range.",
			Preliminary: "Open marks and dashed lines: preliminary.",
			Target:      "Target",
			Source:      "Source",
			Unsaid:      "No number in this edition",
		}
	}
	return words{
		Whole:       "Hela stapeln är 100 procent.",
		OwnScale:    "Idéburen, egen skala från 0 till %s procent",
		AllSectors:  "Alla tre sektorerna, 0–100 procent",
		FromZero:    "Idéburen i egen skala, 0–%s procent",
		Bounds:      "Möjligt intervall",
		Spread:      "Beror på hur man räknar",
		Break:       "brott",
		Hatched:     "Snedstreckat: möjligt intervall.",
		Preliminary: "Öppna tecken och streckade linjer: preliminärt.",
		Target:      "Mål",
		Source:      "Källa",
		Unsaid:      "Utan uppgift i den här utgåvan",
	}
}
