package workspace

import (
	"math/big"
	"time"
)

// A Target is an idéburen share that somebody has decided that it shall reach:
// of which measure and under which definition, because a line that is drawn
// across another number says nothing.
type Target struct {
	Where      Where   `json:"-"`
	Percent    Decimal `yaml:"percent,required"`
	Year       string  `yaml:"year"` // when it shall be reached, "" where that is not said
	By         Text    `yaml:"by,required"`
	Decided    string  `yaml:"decided,required"` // YYYY-MM-DD
	Measure    string  `yaml:"measure,required"`
	Definition string  `yaml:"definition,required"`
}

// checkTarget refuses a target that is not one for the number that the card
// shows.
func (w *Workspace) checkTarget(c Card, t Target, found *problems) {
	if r := t.Percent.Rat(); t.Percent != "" && (r.Sign() <= 0 || r.Cmp(big.NewRat(100, 1)) > 0) {
		found.add(t.Where.At("percent"), "%q is not a share in per cent, above 0 and at most 100", t.Percent)
	}
	if _, err := time.Parse(time.DateOnly, t.Decided); err != nil {
		found.add(t.Where.At("decided"), "%q is not a day such as 2026-11-22", t.Decided)
	}
	if t.Measure != c.Measure {
		found.add(t.Where.At("measure"), "the target is of measure %q, and the card shows %q", t.Measure, c.Measure)
	}
	if t.Definition != c.Definition {
		found.add(t.Where.At("definition"), "the target is under definition %q, and the card shows %q", t.Definition, c.Definition)
	}
}
