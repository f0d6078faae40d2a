package site

import "tresektor/pipeline/edition"

// lookupWords are what the lookup says around what it finds. Those that the
// script needs have a name in JSON.
type lookupWords struct {
	Heading, Intro, Search, Label, Hint, NoScript string   `json:"-"`
	Report, ReportText, Evidence                  string   `json:"-"`
	Helps                                         []string `json:"-"`
	Lists, ListsText, ListHeading, ListIntro      string   `json:"-"`
	Rules, Before, After, Rule, IsContested       string   `json:"-"`
	InTables                                      string   `json:"-"`
	NoContact, Quote, General                     string   `json:"-"`

	Waiting   string `json:"waiting"`
	Short     string `json:"short"`
	None      string `json:"none"`
	One       string `json:"one"`
	Several   string `json:"several"`   // %s of them
	AtLeast   string `json:"atLeast"`   // %s of them
	First     string `json:"first"`     // the first %s are shown
	Missing   string `json:"missing"`   // identifier %s
	Broken    string `json:"broken"`    // a file cannot be read
	NoName    string `json:"noName"`    // of an organisation
	Dates     string `json:"dates"`     // from %s to %s
	Date      string `json:"date"`      // on %s
	Known     string `json:"known"`     // heading of the evidence
	Source    string `json:"source"`    // %s
	SeenOnce  string `json:"seenOnce"`  // %s
	SeenOften string `json:"seenOften"` // %s, %s
	Since     string `json:"since"`     // %s
	Valid     string `json:"valid"`     // %s, %s
	Until     string `json:"until"`     // %s
	Undated   string `json:"undated"`   // without a day
	Same      string `json:"same"`      // other definitions %s
	Wrong     string `json:"wrong"`     // link to the report
	Subject   string `json:"subject"`   // number %s
	Sectors   string `json:"sectors"`   // heading of the verdicts
}

func lookupWordsIn(language string) lookupWords {
	if language == edition.English {
		return englishLookup()
	}
	return swedishLookup()
}

func swedishLookup() lookupWords {
	return lookupWords{
		Heading:  "Sök organisation",
		Intro:    "Här står vilken sektor varje organisation räknas till i den här utgåvan, under varje definition, och varför. Bara organisationer finns med, aldrig enskilda personer.",
		Search:   "Sök",
		Label:    "Namn eller organisationsnummer",
		Hint:     "Början av ett ord räcker, och orden får komma i vilken ordning som helst. Du kan skriva a och o i stället för å, ä och ö.",
		NoScript: "Sökrutan behöver JavaScript. Listorna längre ned säger detsamma utan.",
		Report:   "Rapportera fel",
		ReportText: "Är en organisation förd till fel sektor? Skriv till utgivaren. Ange organisationsnumret, vilken uppgift som är fel och från vilken dag något annat gäller. " +
			"En rättad uppgift syns i nästa utgåva; den här ändras inte.",
		Evidence: "Det här hjälper mest:",
		Helps: []string{
			"ett daterat registerutdrag som visar juridisk form, till exempel från Bolagsverket, Skatteverket eller länsstyrelsen",
			"stadgar, bolagsordning eller stiftelseförordnande, med datum",
			"bevis om registrering som idéburen organisation enligt lagen (2022:900)",
			"aktiebok, årsredovisning eller koncernförteckning som visar vem som äger, med hur stor del och sedan när",
		},
		Lists:       "Alla organisationer",
		ListsText:   "Samma uppgifter i bokstavsordning, att läsa utan JavaScript.",
		ListHeading: "Organisationer, lista %d av %d",
		ListIntro:   "Efter varje definition står sektorn och regeln som avgjorde. Datumen är den första och den sista referensdagen som det gäller för.",
		Rules:       "Reglerna på den här sidan", Before: "Föregående lista", After: "Nästa lista",
		Rule: "regel", InTables: "i tabellerna:", IsContested: "omstritt",
		NoContact: "Utgivaren har inte angett någon kontakt.", Quote: "Kontakt: ", General: "Fel i tresektorutgåvan %s",

		Waiting: "Söker …", Short: "Skriv minst två bokstäver eller fyra siffror.",
		None: "Ingen organisation hittades.", One: "1 organisation hittades.", Several: "%s organisationer hittades.",
		AtLeast: "Minst %s organisationer passar. Skriv mer för att se rätt.", First: "De %s första visas.",
		Missing: "Ingen organisation har beteckningen %s i den här utgåvan.",
		Broken:  "En fil gick inte att läsa. Ladda om sidan, eller använd listorna längre ned.",
		NoName:  "Organisation utan namn i källorna",
		Dates:   "Referensdagar %s till %s:", Date: "Referensdag %s:", Known: "Vad vi vet", Source: "Källa: %s",
		SeenOnce: "sett %s", SeenOften: "sett %s till %s", Since: "gäller från %s", Valid: "gäller %s till och med %s",
		Until: "gäller till och med %s", Undated: "utan angiven tid", Same: "Samma svar, av samma skäl, ger %s.",
		Wrong: "Rapportera fel om den här organisationen", Subject: "Fel om %s i tresektorutgåvan ", Sectors: "Vilken sektor den räknas till",
	}
}

func englishLookup() lookupWords {
	return lookupWords{
		Heading:  "Look up an organisation",
		Intro:    "This tells in which sector each organisation is counted in this edition, under each definition, and why. There are organisations only, never individuals.",
		Search:   "Search",
		Label:    "Name or organisation number",
		Hint:     "The beginning of a word is enough, and words may come in any order. You can write a and o for å, ä and ö.",
		NoScript: "The search needs JavaScript. The lists further down say the same without.",
		Report:   "Report an error",
		ReportText: "Is an organisation counted in the wrong sector? Write to the publisher. State the organisation number, what is wrong and from which day something else holds. " +
			"A corrected fact shows in the next edition; this one does not change.",
		Evidence: "This helps most:",
		Helps: []string{
			"a dated extract from a register that shows the legal form, for instance from the Companies Registration Office, the Tax Agency or a county administrative board",
			"statutes, articles of association or the deed of a foundation, with their date",
			"proof of registration as an idéburen organisation under Act (2022:900)",
			"a share register, annual report or list of group companies that shows who owns it, how much and since when",
		},
		Lists:       "All organisations",
		ListsText:   "The same facts in alphabetical order, to be read without JavaScript.",
		ListHeading: "Organisations, list %d of %d",
		ListIntro:   "Each definition is followed by the sector and the rule that decided. The dates are the first and the last reference day for which it holds.",
		Rules:       "The rules on this page", Before: "Previous list", After: "Next list",
		Rule: "rule", InTables: "in the tables:", IsContested: "contested",
		NoContact: "The publisher has stated no contact.", Quote: "Contact: ", General: "Error in the tresektor edition %s",

		Waiting: "Searching …", Short: "Write at least two letters or four digits.",
		None: "No organisation was found.", One: "1 organisation was found.", Several: "%s organisations were found.",
		AtLeast: "At least %s organisations fit. Write more to see the right one.", First: "The first %s are shown.",
		Missing: "No organisation has the identifier %s in this edition.",
		Broken:  "A file could not be read. Load the page again, or use the lists further down.",
		NoName:  "Organisation without a name in the sources",
		Dates:   "Reference days %s to %s:", Date: "Reference day %s:", Known: "What is known", Source: "Source: %s",
		SeenOnce: "seen on %s", SeenOften: "seen %s to %s", Since: "valid from %s", Valid: "valid from %s to %s",
		Until: "valid to %s", Undated: "without a stated time", Same: "The same answer, for the same reasons, is given by %s.",
		Wrong: "Report an error about this organisation", Subject: "Error about %s in the tresektor edition ", Sectors: "Which sector it is counted in",
	}
}
