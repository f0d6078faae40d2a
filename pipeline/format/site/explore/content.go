package explore

import (
	"maps"
	"slices"
)

// A Content is what the shares of a measure have, codes in the order of their
// bytes.
type Content struct {
	Measure string
	Shards  map[string]map[string]Shard // by definition, and by Key of area and agreement
	Backing map[string]Backed           // by Key of area and agreement

	periods, places, areas, agreements, kinds map[string]bool
}

// A Shard tells where the numbers are, or why there are none.
type Shard struct {
	File   string   `json:"file,omitempty"`
	From   []string `json:"from,omitempty"` // the first place of every part
	Symbol string   `json:"symbol,omitempty"`
	Note   string   `json:"note,omitempty"`
	Kinds  *InKinds `json:"kinds,omitempty"` // nil where no kind occurs
}

// InKinds tells how the idéburen numbers of a shard are divided by kind of
// organisation, in files of their own: kind- and the shard's name.
type InKinds struct {
	Codes []string `json:"codes"` // that occur
	From  []string `json:"from"`  // the first place of every part
}

// A Backed tells where the organisations behind the numbers are.
type Backed struct {
	File string   `json:"file"`
	From []string `json:"from"` // the first place of every part
}

// Key names a shard among those of a measure and definition.
func Key(area, agreement string) string { return area + " " + agreement }

func newContent(measure string) *Content {
	return &Content{
		Measure: measure, Shards: map[string]map[string]Shard{}, Backing: map[string]Backed{},
		periods: map[string]bool{}, places: map[string]bool{}, areas: map[string]bool{}, agreements: map[string]bool{}, kinds: map[string]bool{},
	}
}

func (c *Content) add(definition string, from *shard, described Shard) {
	c.Shards[definition][Key(from.area, from.agreement)] = described
	c.areas[from.area], c.agreements[from.agreement] = true, true
	for _, code := range from.places.codes {
		c.places[code] = true
	}
	for _, code := range from.periods.codes {
		c.periods[code] = true
	}
}

// Periods are the measure's, in order of time.
func (c *Content) Periods() []string { return slices.Sorted(maps.Keys(c.periods)) }

// HasPlace tells whether any share of the measure is of the place.
func (c *Content) HasPlace(code string) bool { return c.places[code] }

// HasArea tells whether any share of the measure is of the area.
func (c *Content) HasArea(code string) bool { return c.areas[code] }

// HasAgreement tells whether any share of the measure has the agreement.
func (c *Content) HasAgreement(code string) bool { return c.agreements[code] }

// HasKind tells whether any idéburen amount of the measure is of the kind.
func (c *Content) HasKind(code string) bool { return c.kinds[code] }
