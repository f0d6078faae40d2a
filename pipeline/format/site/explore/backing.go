package explore

import (
	"bufio"
	"cmp"
	"fmt"
	"io"
	"maps"
	"slices"
	"strconv"
)

// A Behind is a row of the published table share_backing: an organisation behind
// the numbers of a cell, in all periods from the first to the last, under some
// definitions.
type Behind struct {
	Measure, Place, Area, Agreement string
	Organisation                    int // its place among all that are named
	First, Last, Definitions        string
}

// A Named organisation: its part of the page that looks organisations up, its
// name and its number as it is written.
type Named struct{ Part, Name, Number string }

// NamedInFile is how many organisations a file of their names has: packed it is
// then about fifty kilobytes.
const NamedInFile = 2000

// Backing writes rows of share_backing, in published order. It holds one measure
// at a time.
type Backing struct {
	create   Create
	contents map[string]*Content
	measure  string
	open     map[string]*backingShard // by Key of area and agreement
}

// NewBacking starts with no rows, and writes the organisations, whose order is
// that in which they are shown. Contents are what share has, and are told where
// the names are.
func NewBacking(create Create, contents []*Content, named []Named) (*Backing, error) {
	b := &Backing{create: create, contents: map[string]*Content{}, open: map[string]*backingShard{}}
	for _, c := range contents {
		b.contents[c.Measure] = c
	}
	n := 0
	for some := range slices.Chunk(named, NamedInFile) {
		n++
		name := "named." + strconv.Itoa(n)
		if err := create(Folder+name+".js", func(w io.Writer) error { return writeNamed(w, name, some) }); err != nil {
			return nil, err
		}
	}
	return b, nil
}

func writeNamed(w io.Writer, name string, some []Named) error {
	out := &writer{to: bufio.NewWriter(w)}
	out.text("tresektorNamed(").json(name).text(",[")
	for i, o := range some {
		if i > 0 {
			out.text(",\n")
		}
		out.json([]string{o.Part, o.Name, o.Number})
	}
	return out.text("]);\n").end()
}

// Add takes the next row. All rows of a measure come together.
func (b *Backing) Add(r Behind) error {
	if r.Measure != b.measure {
		if err := b.Close(); err != nil {
			return err
		}
		b.measure = r.Measure
	}
	key := Key(r.Area, r.Agreement)
	if b.open[key] == nil {
		b.open[key] = &backingShard{places: newList(), periods: newList(), definitions: newList()}
	}
	b.open[key].add(r)
	return nil
}

// Close writes what is left.
func (b *Backing) Close() error {
	for i, key := range slices.Sorted(maps.Keys(b.open)) {
		if err := b.write(key, "backing-"+b.measure+"."+strconv.Itoa(i+1)); err != nil {
			return fmt.Errorf("organisations behind measure %s, %s: %w", b.measure, key, err)
		}
	}
	clear(b.open)
	return nil
}

// write writes who is behind the numbers of an area and agreement, in parts where
// they are many.
func (b *Backing) write(key, name string) error {
	content := b.contents[b.measure]
	if content == nil {
		return fmt.Errorf("share has no numbers that these organisations are behind")
	}
	if _, twice := content.Backing[key]; twice {
		return fmt.Errorf("their rows do not come together")
	}
	from := b.open[key]
	from.sort()
	described := Backed{File: name}
	for i, rows := range from.parts() {
		p := backingPart{name: name + "." + strconv.Itoa(i+1), shard: from, rows: rows}
		if err := b.create(Folder+p.name+".js", p.write); err != nil {
			return err
		}
		described.From = append(described.From, from.places.codes[rows[0].place])
	}
	content.Backing[key] = described
	return nil
}

// A backingShard collects the organisations of one measure, area and agreement.
type backingShard struct {
	places, periods, definitions list
	rows                         []backingRow
}

// A backingRow has places in the shard's lists.
type backingRow struct{ place, organisation, first, last, definitions int }

func (s *backingShard) add(r Behind) {
	s.rows = append(s.rows, backingRow{
		place: s.places.add(r.Place), organisation: r.Organisation,
		first: s.periods.add(r.First), last: s.periods.add(r.Last), definitions: s.definitions.add(r.Definitions),
	})
}

// sort puts lists in the order of their bytes, and rows in that of places and
// organisations.
func (s *backingShard) sort() {
	places, periods, definitions := s.places.sort(), s.periods.sort(), s.definitions.sort()
	for i := range s.rows {
		r := &s.rows[i]
		r.place, r.first, r.last, r.definitions = places[r.place], periods[r.first], periods[r.last], definitions[r.definitions]
	}
	slices.SortFunc(s.rows, func(a, b backingRow) int {
		return cmp.Or(cmp.Compare(a.place, b.place), cmp.Compare(a.organisation, b.organisation), cmp.Compare(a.first, b.first))
	})
}

// backingRows is how many rows a part has at most, but for a place that has more:
// packed it is then about a hundred kilobytes.
const backingRows = 20_000

// parts divides sorted rows, a place's together.
func (s *backingShard) parts() (parts [][]backingRow) {
	first := 0
	for i := range s.rows {
		if i-first >= backingRows && s.rows[i].place != s.rows[i-1].place {
			parts, first = append(parts, s.rows[first:i]), i
		}
	}
	return append(parts, s.rows[first:])
}

// A backingPart is some of a shard's rows on their way into a file.
type backingPart struct {
	name  string
	shard *backingShard
	rows  []backingRow
}

// write writes a script that hands the part to the page: a list for every column,
// of what is mostly the same runs of value and count, of organisations how far
// each is behind the one before.
func (p backingPart) write(w io.Writer) error {
	out := &writer{to: bufio.NewWriter(w)}
	first, last := p.rows[0].place, p.rows[len(p.rows)-1].place
	out.text("tresektorBacking(").json(p.name).text(`,{"places":`).json(p.shard.places.codes[first : last+1])
	out.text(`,"periods":`).json(p.shard.periods.codes).text(`,"definitions":`).json(p.shard.definitions.codes)
	for _, list := range []struct {
		name  string
		write func(int, func(int) int64)
		of    func(i int) int
	}{
		{"place", out.runs, func(i int) int { return p.rows[i].place - first }},
		{"first", out.runs, func(i int) int { return p.rows[i].first }},
		{"last", out.runs, func(i int) int { return p.rows[i].last }},
		{"definition", out.runs, func(i int) int { return p.rows[i].definitions }},
		{"organisation", out.plain, p.step},
	} {
		out.text(",\n\"" + list.name + "\":")
		list.write(len(p.rows), func(i int) int64 { return int64(list.of(i)) })
	}
	return out.text("});\n").end()
}

// step is how far a row's organisation is behind that of the row before, in the
// same place.
func (p backingPart) step(i int) int {
	if i == 0 || p.rows[i].place != p.rows[i-1].place {
		return p.rows[i].organisation
	}
	return p.rows[i].organisation - p.rows[i-1].organisation
}
