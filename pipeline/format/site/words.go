package site

import "tresektor/pipeline/edition"

// words are the texts around the numbers. Everything the page says that does
// not come from the view is here.
type words struct {
	Skip, Pages, Since, Target                              string
	Subtitle, Edition, Editions, Contents, Other, OtherCode string
	Counted, Base, Definition, Period, Place                string
	Split, Sector, Share, Least, Most, Total, InPercent     string
	Sure, Bounds, Spread, Presumed                          string
	Time, First, Latest, TimeTable                          string
	Break, BreakMark, PeriodName                            string
	Why, WhyText, WhyCaption, Figure                        string
	Words, NonPublic, NonPublicText                         string
	Unknown, UnknownText, BoundsText, SpreadText            string
	Symbols, NotApplicable, Missing, Suppressed             string
	Files, Sources, Updated, Licence, Contact               string
	SameNumbers, MoreTold                                   string
	Lead, Others                                            string
}

func wordsIn(language string) words {
	if language == edition.English {
		return english
	}
	return swedish
}

var swedish = words{
	Skip:          "Till innehållet",
	Pages:         "Sidor",
	Since:         "Ändrat sedan förra utgåvan",
	Target:        "Mål",
	Subtitle:      "Tre sektorer, och hur säkert vi vet",
	Edition:       "Utgåva",
	Editions:      "Alla utgåvor",
	Contents:      "Innehåll",
	Other:         "In English",
	OtherCode:     edition.English,
	Counted:       "Vad räknas?",
	Base:          "Av vad?",
	Definition:    "Vilka är idéburna?",
	Period:        "Vilket år?",
	Place:         "Var?",
	Split:         "Så fördelar det sig",
	Sector:        "Sektor",
	Share:         "Av summan",
	Least:         "Minst",
	Most:          "Högst",
	Total:         "Summa",
	InPercent:     "andelar i procent",
	Sure:          "Hur säkert är det?",
	Bounds:        "Möjligt intervall",
	Spread:        "Beror på hur man räknar",
	Presumed:      "Vilar på antaganden",
	Time:          "Över tid",
	First:         "Första perioden",
	Latest:        "Senaste perioden",
	TimeTable:     "Samma siffror som i diagrammen",
	Break:         "Tidsseriebrott",
	BreakMark:     "brott",
	PeriodName:    "Period",
	Why:           "Varför skiljer sig siffrorna?",
	WhyText:       "Det finns ingen enda siffra. Fyra frågor avgör vilken man får: Vad räknas? Av vad? Vilka är idéburna? Vilket år? Två siffror går bara att jämföra om alla fyra svaren är lika.",
	WhyCaption:    "Siffrorna på den här sidan",
	Figure:        "Siffra",
	Words:         "Så läser du siffrorna",
	NonPublic:     "Enskild, ej uppdelad",
	NonPublicText: "Vi vet att utföraren inte är offentlig, men inte om den är privat eller idéburen.",
	Unknown:       "Uppgift saknas",
	UnknownText:   "Vi vet inte vem utföraren är, eller inte tillräckligt om den.",
	BoundsText:    "Det vi inte vet: det lägsta och det högsta som andelen kan vara. Det är inte en statistisk felmarginal.",
	SpreadText:    "Det vi menar: andelen med olika definitioner av idéburen. Det är inte osäkerhet, och de två läggs aldrig ihop.",
	Symbols:       "Tecken i tabellerna",
	NotApplicable: "ej tillämpligt",
	Missing:       "uppgift saknas",
	Suppressed:    "dold av källan eller av sekretesskäl",
	Files:         "Tabeller att hämta",
	Sources:       "Källor",
	Updated:       "uppdaterad",
	Licence:       "Villkor",
	Contact:       "Kontakt",
	SameNumbers:   "Över tid, andelar i procent",
	Lead:          "Hur stor del av välfärden (vård, skola, omsorg) utförs av idéburna, privata och offentliga? Idéburna är till exempel föreningar, stiftelser och trossamfund. Talen i listan är den idéburna delen. De räknar olika saker, läggs aldrig ihop och går inte att jämföra med varandra.",
	Others:        "Siffror som andra har publicerat, och om de går att jämföra med våra",
	MoreTold:      "Mer om hur det räknas",
}

var english = words{
	Skip:          "To the content",
	Pages:         "Pages",
	Since:         "Changed since the edition before",
	Target:        "Target",
	Subtitle:      "Three sectors, and how sure we are",
	Edition:       "Edition",
	Editions:      "All editions",
	Contents:      "Contents",
	Other:         "På svenska",
	OtherCode:     edition.Swedish,
	Counted:       "What is counted?",
	Base:          "Of what?",
	Definition:    "Who is idéburen?",
	Period:        "Which year?",
	Place:         "Where?",
	Split:         "How it is split",
	Sector:        "Sector",
	Share:         "Of the total",
	Least:         "At least",
	Most:          "At most",
	Total:         "Total",
	InPercent:     "shares in per cent",
	Sure:          "How sure is it?",
	Bounds:        "Possible range",
	Spread:        "Depends on what is counted",
	Presumed:      "Rests on presumption",
	Time:          "Over time",
	First:         "First period",
	Latest:        "Latest period",
	TimeTable:     "The same figures as in the charts",
	Break:         "Break in series",
	BreakMark:     "break",
	PeriodName:    "Period",
	Why:           "Why do the figures differ?",
	WhyText:       "There is no single figure. Four questions decide which one you get: What is counted? Of what? Who is idéburen? Which year? Two figures can only be compared if all four answers are the same.",
	WhyCaption:    "The figures on this page",
	Figure:        "Figure",
	Words:         "How to read the figures",
	NonPublic:     "Non-public, not split",
	NonPublicText: "We know that the provider is not public, but not whether it is private or idéburen.",
	Unknown:       "Not known",
	UnknownText:   "We do not know who the provider is, or not enough about it.",
	BoundsText:    "What we do not know: the lowest and the highest the share can be. It is not a statistical margin of error.",
	SpreadText:    "What we mean: the share under different definitions of idéburen. It is not uncertainty, and the two are never added up.",
	Symbols:       "Symbols in the tables",
	NotApplicable: "not applicable",
	Missing:       "not available",
	Suppressed:    "suppressed by the source or for confidentiality",
	Files:         "Tables to download",
	Sources:       "Sources",
	Updated:       "updated",
	Licence:       "Terms",
	Contact:       "Contact",
	SameNumbers:   "Over time, shares in per cent",
	Lead:          "How large a part of welfare services (health care, education, social care) is provided by non-profit (idéburna), private and public organisations? Idéburna are for example associations, foundations and faith communities. The numbers in the list are the idéburen part. They count different things, are never added up and cannot be compared with each other.",
	Others:        "Figures that others have published, and whether they can be compared with ours",
	MoreTold:      "More on how it is counted",
}
