package workspace

// A Definition is a named, versioned, exhaustive and ordered list of rules
// that give a provider its sector (method 2).
type Definition struct {
	Where          Where      `json:"-"`
	Path           string     // the file, for messages
	ID             string     `yaml:"id,required"`
	Version        int        `yaml:"version,required"`
	Label          Text       `yaml:"label,required"`
	Explanation    Text       `yaml:"explanation,required"`
	AppliesFrom    string     `yaml:"applies_from"` // YYYY-MM-DD, "" = always
	Needs          [][]string `yaml:"needs"`        // all of (any of these attributes)
	RemainderRatio Decimal    `yaml:"remainder_ratio"`
	Spread         bool       `yaml:"spread" default:"true"`   // counts in the spread
	Headline       bool       `yaml:"headline" default:"true"` // may be a card's definition
	Bounds         string     `yaml:"bounds" default:"both" oneof:"both low"`
	Rules          []Rule     `yaml:"rules,required"`
}

// A Rule gives a sector to the providers whose evidence matches: every
// attribute of When has one of its values ("*" = any), and none of Unless has.
// The first rule that matches decides. A Fallback fires for want of others and
// never contradicts them.
type Rule struct {
	Where       Where               `json:"-"`
	ID          string              `yaml:"id,required"`
	When        map[string][]string `yaml:"when"`
	Unless      map[string][]string `yaml:"unless"`
	Sector      string              `yaml:"sector,required"`
	Basis       string              `yaml:"basis" default:"derived"`
	Reason      string              `yaml:"reason"`
	CouldBe     []string            `yaml:"could_be"`
	Contested   bool                `yaml:"contested"`
	Fallback    bool                `yaml:"fallback"`
	Explanation Text                `yaml:"explanation,required"`
}
