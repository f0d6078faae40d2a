package attack

import (
	"encoding/csv"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"unique"
)

// Published is what the files of an edition say of protected measures.
type Published struct {
	Numbers
	trees  Trees
	beyond map[[2]string][]string // by definition and sector: those that count nobody else in it
}

// Read reads an edition's tables, as far as they are about wanted measures and
// periods.
func Read(folder string, trees Trees, isWanted func(measure, period string) bool) (*Published, error) {
	p := &Published{trees: trees, beyond: map[[2]string][]string{}}
	for _, t := range []struct {
		name string
		row  func(record) error
	}{
		{"share", p.share}, {"share_kind", p.kind}, {"remainder", p.remainder},
	} {
		err := each(filepath.Join(folder, "tables", t.name+".csv"), func(row record) error {
			if !isWanted(row.of("measure"), row.of("period")) {
				return nil
			}
			return t.row(row)
		})
		if err != nil {
			return nil, err
		}
	}
	return p, p.readBeyond(filepath.Join(folder, "tables", "classification.csv"))
}

// A record is a row of a table. It holds until the next one is read.
type record struct {
	at     map[string]int
	fields []string
}

// of is the text of a field, "" where the table has no such field.
func (r record) of(name string) string {
	i, there := r.at[name]
	if !there {
		return ""
	}
	return r.fields[i]
}

// each reads a table row by row; one that an edition does not have is empty.
func each(path string, row func(record) error) error {
	file, err := os.Open(path)
	if errors.Is(err, fs.ErrNotExist) {
		return nil
	}
	if err != nil {
		return err
	}
	defer file.Close()
	rows := csv.NewReader(file)
	rows.ReuseRecord = true
	header, err := rows.Read()
	if err != nil {
		return fmt.Errorf("%s: %w", path, err)
	}
	r := record{at: map[string]int{}}
	for i, name := range header {
		r.at[name] = i
	}
	for {
		r.fields, err = rows.Read()
		if errors.Is(err, io.EOF) {
			return nil
		}
		if err != nil {
			return fmt.Errorf("%s: %w", path, err)
		}
		if err := row(r); err != nil {
			return fmt.Errorf("%s: %w", path, err)
		}
	}
}

// numberOf names a part of a row's cell. The same words are one text in memory,
// which is not that of the file.
func numberOf(row record, part string) Number {
	word := func(name string) string { return unique.Make(row.of(name)).Value() }
	n := Number{
		Definition: word("definition"), Measure: word("measure"), Period: word("period"), Place: word("place"),
		Area: word("area"), Agreement: word("agreement"), Part: unique.Make(part).Value(),
	}
	if part == "total" {
		n.Definition = ""
	}
	return n
}

// share reads one sector of one cell.
func (p *Published) share(row record) error {
	if row.of("symbol") == "." && row.of("amount") == "" {
		return nil // the definition says nothing
	}
	sector := row.of("sector")
	err := errors.Join(p.put(numberOf(row, "total"), row.of("total")), p.put(numberOf(row, sector), row.of("amount")))
	for _, part := range []string{"presumed", "stated", "carried", "contested"} {
		err = errors.Join(err, p.put(numberOf(row, sector+"/"+part), row.of(part)))
	}
	return err
}

func (p *Published) kind(row record) error {
	return p.put(numberOf(row, "ideburen/kind/"+row.of("kind")), row.of("amount"))
}

func (p *Published) remainder(row record) error {
	return p.put(numberOf(row, row.of("sector")+"/"+row.of("reason")), row.of("amount"))
}

// put keeps a number in its smallest unit; all of a measure have as many
// decimals.
func (p *Published) put(n Number, text string) error {
	if text == "" {
		if i := p.place(n); !p.state(i).isShown() {
			p.set(i, 0, suppressed)
		}
		return nil
	}
	value, err := strconv.ParseInt(strings.Replace(text, ".", "", 1), 10, 64)
	p.Put(n, value)
	return err
}

// Limits reads the least numbers that an edition shows, by measure and period.
func Limits(folder string) (map[[2]string]int64, error) {
	limits := map[[2]string]int64{}
	return limits, each(filepath.Join(folder, "tables", "protection.csv"), func(row record) error {
		limit, err := strconv.ParseInt(row.of("least_shown"), 10, 64)
		limits[[2]string{row.of("measure"), row.of("period")}] = limit
		return err
	})
}

// readBeyond finds from the list of organisations which definitions count in a
// sector all that another does: their difference is then a number of people.
func (p *Published) readBeyond(path string) error {
	members := map[[2]string]map[string]bool{}
	err := each(path, func(row record) error {
		key := [2]string{row.of("definition"), row.of("sector")}
		if members[key] == nil {
			members[key] = map[string]bool{}
		}
		members[key][row.of("provider_id")] = true
		return nil
	})
	for big, has := range members {
		for small, less := range members {
			if big[0] != small[0] && big[1] == small[1] && isWithin(less, has) {
				p.beyond[big] = append(p.beyond[big], small[0])
			}
		}
	}
	return err
}

func isWithin(less, more map[string]bool) bool {
	for member := range less {
		if !more[member] {
			return false
		}
	}
	return true
}

// Add takes in an edition before. What it shows of a cell that this one does not
// show is known if all of it still holds: whoever guesses that nothing has
// changed guesses right. It returns the numbers that it suppressed and that are
// shown now.
func (p *Published) Add(before *Published, holds func(Number, int64) bool) (opened []Number) {
	isOther := make([]bool, len(before.spots))
	for i, state := range before.all {
		if value := before.value(i); state.isShown() && !holds(before.name(i), value) {
			isOther[i.spot] = true
		}
	}
	for i, state := range before.all {
		own, there := p.find(before.name(i))
		switch {
		case !there:
		case state == suppressed && p.state(own) == shown:
			opened = append(opened, before.name(i))
		case state.isShown() && p.state(own) == suppressed && !isOther[i.spot]:
			p.set(own, before.value(i), shownBefore)
		}
	}
	slices.SortFunc(opened, Compare)
	return opened
}
