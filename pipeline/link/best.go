package link

import (
	"cmp"
	"maps"
	"slices"
	"strings"
)

// most is how many organisations are remembered for a supplier.
const most = 50

// A found is an organisation and the one of its names that is most like a
// supplier's.
type found struct {
	id    string
	text  string // the name as the register has it
	name  Name
	score int
}

// best remembers the organisations most like a supplier, whatever the order
// in which they are seen.
type best map[string]found

func (b best) add(f found) {
	before, seen := b[f.id]
	if seen && cmp.Or(before.score-f.score, strings.Compare(f.text, before.text)) >= 0 {
		return
	}
	b[f.id] = f
	if len(b) >= 2*most {
		for _, each := range b.sorted()[most:] {
			delete(b, each.id)
		}
	}
}

// sorted gives the most alike first, and equally alike ones by id.
func (b best) sorted() []found {
	return slices.SortedFunc(maps.Values(b), func(x, y found) int {
		return cmp.Or(y.score-x.score, strings.Compare(x.id, y.id))
	})
}

func (b best) top() []found {
	all := b.sorted()
	return all[:min(most, len(all))]
}
