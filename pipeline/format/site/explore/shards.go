package explore

import (
	"fmt"
	"io"
	"slices"
	"strconv"
)

// A Create adds a file to an edition.
type Create func(name string, write func(io.Writer) error) error

// Folder is where the data lies in an edition.
const Folder = "explore/data/"

// Shards writes rows of share, in published order, as shards. It holds one
// measure and definition at a time.
type Shards struct {
	create              Create
	measure, definition string
	open                map[[2]string]*shard // by area and agreement
	contents            []*Content
}

// NewShards starts with no rows.
func NewShards(create Create) *Shards {
	return &Shards{create: create, open: map[[2]string]*shard{}}
}

// Add takes the next row. All rows of a measure come together, and among them
// all rows of a definition.
func (s *Shards) Add(r Row) error {
	if r.Measure != s.measure || r.Definition != s.definition {
		if err := s.flush(); err != nil {
			return err
		}
		s.measure, s.definition = r.Measure, r.Definition
		if err := s.begin(); err != nil {
			return err
		}
	}
	key := [2]string{r.Area, r.Agreement}
	if s.open[key] == nil {
		s.open[key] = newShard(r.Area, r.Agreement)
	}
	if err := s.open[key].add(r); err != nil {
		return fmt.Errorf("measure %s, definition %s: %w", r.Measure, r.Definition, err)
	}
	return nil
}

// begin makes room for the measure and definition that begin.
func (s *Shards) begin() error {
	last := len(s.contents) - 1
	if last < 0 || s.contents[last].Measure != s.measure {
		for _, c := range s.contents {
			if c.Measure == s.measure {
				return fmt.Errorf("the rows of measure %s do not come together", s.measure)
			}
		}
		s.contents = append(s.contents, newContent(s.measure))
		last++
	}
	if _, twice := s.contents[last].Shards[s.definition]; twice {
		return fmt.Errorf("measure %s: the rows of definition %s do not come together", s.measure, s.definition)
	}
	s.contents[last].Shards[s.definition] = map[string]Shard{}
	return nil
}

// Close writes what is left and tells what every measure has.
func (s *Shards) Close() ([]*Content, error) {
	err := s.flush()
	return s.contents, err
}

// flush writes the measure and definition that have ended.
func (s *Shards) flush() error {
	var all []*shard
	for _, each := range s.open {
		all = append(all, each)
	}
	slices.SortFunc(all, byAreaAndAgreement)
	for i, each := range all {
		name := s.measure + "." + s.definition + "." + strconv.Itoa(i+1)
		described, err := s.writeShard(name, each)
		if err != nil {
			return err
		}
		s.contents[len(s.contents)-1].add(s.definition, each, described)
	}
	clear(s.open)
	return nil
}

// writeShard writes a shard, in parts where it is large; one that only says why
// there is nothing needs no file.
func (s *Shards) writeShard(name string, from *shard) (Shard, error) {
	if symbol, note, is := from.silent(); is {
		return Shard{Symbol: symbol, Note: note}, nil
	}
	described := Shard{File: name}
	for i, places := range from.parts() {
		p := part{name: name + "." + strconv.Itoa(i+1), shard: from, places: places}
		if err := s.create(Folder+p.name+".js", p.write); err != nil {
			return Shard{}, err
		}
		described.From = append(described.From, places[0])
	}
	return described, nil
}

// partSize is how many characters of amounts a part may have: packed it is then
// about a hundred kilobytes.
const partSize = 170_000

// parts divides the places, in the order of their bytes.
func (s *shard) parts() (parts [][]string) {
	size := map[int]int{}
	for i := range s.cells {
		for _, amount := range s.cells[i].amount {
			size[s.cells[i].place] += len(strconv.FormatInt(amount, 10)) + 1
		}
	}
	filled := partSize
	for _, place := range s.places.sorted() {
		more := size[s.places.at[place]]
		if filled+more > partSize {
			parts, filled = append(parts, nil), 0
		}
		last := len(parts) - 1
		parts[last], filled = append(parts[last], place), filled+more
	}
	return parts
}
