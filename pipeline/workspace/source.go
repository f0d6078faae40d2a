package workspace

// A Source is one publisher's dataset: sources/<id>.yaml, on top of the
// built-in profile it names, with the SELECTs that map its rows.
type Source struct {
	Where         Where             `json:"-"`
	ID            string            // the name of the file
	Path          string            // the file, relative to the workspace
	Profile       string            `yaml:"profile"`
	Title         Text              `yaml:"title,required"`
	Publisher     Text              `yaml:"publisher,required"`
	Licence       Phrase            `yaml:"licence,required"` // its terms
	Attribution   *Text             `yaml:"attribution"`
	URL           string            `yaml:"url"`
	File          []string          `yaml:"file,required"` // patterns for names in inbox/
	Partition     string            `yaml:"partition"`     // template; "" = every placeholder
	Member        string            `yaml:"member"`        // pattern for the file to read in a zip archive
	OnlyNeeded    string            `yaml:"only_needed"`   // an orgnr column: rows of providers that nobody asks about are not kept
	Complete      []string          `yaml:"complete"`      // attributes of which it lists all who have them: whoever is not in it has them not
	Format        string            `yaml:"format" default:"csv" oneof:"csv json"`
	Encoding      string            `yaml:"encoding" default:"auto" oneof:"auto utf-8 utf-16 windows-1252 iso-8859-1"`
	Separator     string            `yaml:"separator" default:"auto" oneof:"auto ; , tab"`
	Decimal       string            `yaml:"decimal" default:"auto" oneof:"auto , ."`
	Missing       []string          `yaml:"missing"`
	Suppressed    []string          `yaml:"suppressed"`
	Masks         map[string]string `yaml:"masks" oneof:"natural person secrecy"`
	RejectPercent Decimal           `yaml:"reject_percent"` // "" in the file = limits.reject_percent
	AddsTo        []string          `yaml:"adds_to"`        // sources whose cells it may share
	Columns       []Column          `yaml:"columns,required"`
	Sums          []Sum             `yaml:"sums"`

	VolumeSQL, EvidenceSQL   string // texts; "" where the source has none
	VolumePath, EvidencePath string // for messages, relative to the workspace

	lists string // hash of the code lists, for Key
}

// A Column is one column of the file that is decoded. Type is one of text,
// integer, amount, date, month, year, code, orgnr and person_name; what stands
// in parentheses after it in the file is in Scale, Layout, List or Of.
type Column struct {
	Where    Where    `json:"-"`
	Name     string   `yaml:"name,required"`
	Headers  []string `yaml:"header"` // accepted header texts; default the name
	Type     string   `yaml:"type,required"`
	Scale    int      // decimals of an amount
	Layout   string   // of a date, in the tokens YYYY MM DD
	List     string   // of a code
	Of       string   // of a person_name: the orgnr column that tells whether it is a person
	Required bool     `yaml:"required"` // an empty cell is a reject
	Optional bool     `yaml:"optional"` // the column may be absent from the file
	Suffix   string   `yaml:"suffix"`   // every value ends in it, and it is taken off
	Until    string   `yaml:"until"`    // the value is what stands before the first of these
	Person   string   `yaml:"person"`   // of an orgnr: a cell that ends in it is a natural person's
}

// A Sum says that a column times a factor is the amount of measures, so that
// nothing is lost or doubled between the file and the volumes.
type Sum struct {
	Where    Where    `json:"-"`
	Column   string   `yaml:"column,required"`
	Measures []string `yaml:"measures,required"`
	Factor   int64    `yaml:"factor" default:"1"`
}
