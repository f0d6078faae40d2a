// Package site writes the pages of an edition from a view that holds all that
// they say. It computes nothing but geometry: sentences and decisions come from
// the caller, numbers as exact decimals, and the words around them from here.
package site

// A Page is index.html. Shares are exact decimals between 0 and 1
// ("0.032965"), amounts exact decimals, and either may be one of the symbols
// edition.NotApplicable, edition.Missing and edition.Suppressed. All other
// texts are in the page's language, and may hold anything: they are shown as
// text. The edition's id cannot be on its pages, because it is made of them.
type Page struct {
	Shell
	Cards   []Card
	Files   []File
	Sources []Source
}

// A Card is one headline: a sentence, what it is about, and how sure it is.
type Card struct {
	ID       string // unique on the page, letters, digits and hyphens
	Title    string
	Framing  string // what the reader must not mistake it for, or ""
	Sentence string // the sentence, whole
	Figure   string // the part of Sentence that is the number, "mellan 3,5 och 3,8 procent", or ""; also names the card in the comparison
	Beside   string // the sentence about the other two sectors, or ""

	Counted    string // Vad räknas? in words, numerator and unit
	Base       string // Av vad? the denominator
	Definition string // Vilka är idéburna?
	Rules      *File  // where the definition is told with its rules, nil for nowhere
	Period     string // Vilket år?
	Place      string // Var?

	Unit    string // heading of the amounts: "Elever"
	Sectors []Row  // public, private, ideburen, nonpublic, unknown
	Total   string // sum of the amounts

	Bounds   string   // what is not known, as a line that explains it
	Spread   string   // what is meant, or why there is no spread
	Presumed []string // what rests on presumption, one sentence each
	Series   []Point  // in order of time; the last one is what Sectors show
	Change   string   // first and latest compared, or why they are not
	Since    []string // what has changed since the edition before, and why
	Target   *Target  // a share that somebody has decided on, nil for none
	Notes    []string
	Files    []File // the tables behind this card

	SplitChart, SureChart, TimeChart *Picture // nil where there is none
}

// A Target is a share that somebody has decided that idéburen shall reach.
type Target struct {
	Share string
	Text  string // who decided it, when, and of what
}

// A Row is one sector of a card. Remainders have no bounds: Low and High are
// edition.NotApplicable.
type Row struct {
	Sector           string // code: public private ideburen nonpublic unknown
	Label            string
	Amount           string
	Share, Low, High string
}

// A Point is one period of a card's series.
type Point struct {
	Period  string // "2019/20"
	Sectors []Range
	Break   string // why this point cannot be compared with the one before, or ""
	Note    string // "Preliminär: 9 av 12 månader", or ""
}

// A Range is a sector's share in one period: one number when Low equals High,
// and "at least" when High is a symbol.
type Range struct {
	Sector    string
	Low, High string
}

// A File is something to download, Path relative to the page.
type File struct {
	Path  string
	Label string
}

// A Source is a dataset that the edition was made from.
type Source struct {
	Title     string
	Publisher string
	Licence   string

	LicenceLanguage string // of Licence, where it is not the page's

	Attribution string // the statement that the licence asks for, or ""
	Updated     string
	URL         string // http or https, or ""
}
