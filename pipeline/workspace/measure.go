package workspace

// A Measure states what a volume counts, completely (method 3): measures are
// never joined, averaged or totalled with each other.
type Measure struct {
	Where           Where      `json:"-"`
	Path            string     // the file, for messages
	ID              string     `yaml:"id,required"`
	Label           Text       `yaml:"label,required"`
	Unit            Text       `yaml:"unit,required"`
	Population      Text       `yaml:"population,required"`
	Numerator       Text       `yaml:"numerator,required"`
	Denominator     Text       `yaml:"denominator,required"`
	Kind            string     `yaml:"kind,required"`
	Base            string     `yaml:"base,required"`
	PlaceBasis      string     `yaml:"place_basis,required" oneof:"service payer none"`
	PeriodBasis     string     `yaml:"period_basis,required" oneof:"counting_day booking_date invoice_date delivery contract_year school_year calendar_year"`
	PriceBasis      string     `yaml:"price_basis" default:"none" oneof:"none current fixed"`
	VAT             string     `yaml:"vat" default:"none" oneof:"none exkl inkl okant"`
	Reference       Reference  `yaml:"reference,required"`
	Dimensions      []string   `yaml:"dimensions" default:"place" oneof:"place area agreement"`
	Summable        []string   `yaml:"summable" oneof:"place area agreement"`
	Decimals        int        `yaml:"decimals" default:"0"`
	CoverageMinimum Decimal    `yaml:"coverage_minimum" default:"100"` // percent of the places below
	Years           string     `yaml:"years" oneof:"from_months"`      // a year is the sum of the months that its sources report
	Protect         string     `yaml:"protect" oneof:"none frequency secrecy"`
	Dominance       *Dominance `yaml:"dominance"` // of data received under secrecy
	Breaks          []Break    `yaml:"breaks"`
}

// IsWhole tells whether own production is in the denominator, so that the sectors
// are parts of a whole.
func (m Measure) IsWhole() bool { return m.Base == "all" }

// A Dominance is what has been agreed with those who gave data under secrecy:
// the p of p %, and the n and k of (n,k) in per cent. What is 0 or left out is
// the program's own: 10, 2 and 85.
type Dominance struct {
	Where Where `json:"-"`
	P     int   `yaml:"p" default:"0"`
	N     int   `yaml:"n" default:"0"`
	K     int   `yaml:"k" default:"0"`
}

// A Reference says which day of a period a sector is looked up on: for a stock
// the counting day (MM-DD), for a flow the last day of the period.
type Reference struct {
	Where Where  `json:"-"`
	Kind  string `yaml:"kind,required" oneof:"stock flow"`
	Day   string `yaml:"day"`
}

// A Break is a period from which a series cannot be compared with what came
// before.
type Break struct {
	Where  Where  `json:"-"`
	Period string `yaml:"period,required"`
	Note   Text   `yaml:"note,required"`
}

const yearsFromMonths = "from_months"

// IsYearOfMonths reports whether the measure's periods are years that are summed
// from months.
func (m Measure) IsYearOfMonths() bool { return m.Years != "" }
