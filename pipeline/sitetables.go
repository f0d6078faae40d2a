package pipeline

import (
	"slices"

	"tresektor/pipeline/edition"
	"tresektor/pipeline/format/site/explore"
)

// siteTables are what the pages show of an edition's tables.
type siteTables struct {
	tableFolder
	contents    []*explore.Content             // which shares there are, in the order of the workspace's measures
	byName      map[string]edition.Table       // all rows, of large tables those alone that pages show
	broken      map[string][]string            // periods that follow a break, in their order, by measure
	preliminary map[string][]preliminaryPeriod // periods that are not final, in their order, by measure
}

// large are the tables that grow with a country's places and organisations. No
// page has all their rows.
func large() []string {
	return []string{"share", "share_kind", "remainder", "change", "contribution", "classification", "evidence", "revision", shareBacking}
}

// A cellKey is a cell in all periods and sectors: definition, measure, place,
// area and agreement.
type cellKey [5]string

// siteTables reads what the pages show. contents say which shares there are.
func (s *session) siteTables(f tableFolder, contents []*explore.Content) (siteTables, error) {
	v := siteTables{tableFolder: f, byName: map[string]edition.Table{}, broken: map[string][]string{}, preliminary: map[string][]preliminaryPeriod{}}
	for _, m := range s.space.Measures {
		for _, c := range contents {
			if c.Measure == m.ID {
				v.contents = append(v.contents, c)
			}
		}
	}
	for _, t := range f.tables {
		if v.byName[t.Name] = t; slices.Contains(large(), t.Name) {
			continue
		}
		var err error
		if v.byName[t.Name], err = f.whole(t.Name); err != nil {
			return v, err
		}
	}
	seen := []func([]any){v.seeBreak(), seePreliminary(v.byName["share"], v.preliminary)}
	if err := v.pick("share", s.sharesShown(v.contents), seen...); err != nil {
		return v, err
	}
	if _, isThere := v.byName["revision"]; !isThere {
		return v, nil
	}
	return v, v.pick("revision", s.cardCells())
}

// pick reads the rows of some cells of a large table, and shows every row to those
// who want to see it.
func (v siteTables) pick(name string, cells map[cellKey]bool, seen ...func(row []any)) (err error) {
	at := columnsOf(v.byName[name], "definition", "measure", "place", "area", "agreement")
	v.byName[name], err = v.picked(name, func(row []any) bool {
		for _, see := range seen {
			see(row)
		}
		var key cellKey
		for i, column := range at {
			key[i], _ = row[column].(string)
		}
		return cells[key]
	})
	return err
}

// seeBreak sees rows of share, and keeps the periods that follow a break.
func (v siteTables) seeBreak() func(row []any) {
	at := columnsOf(v.byName["share"], "measure", "period", "is_break")
	return func(row []any) {
		if row[at[2]] != true {
			return
		}
		measure, period := row[at[0]].(string), row[at[1]].(string)
		if i, isKnown := slices.BinarySearch(v.broken[measure], period); !isKnown {
			v.broken[measure] = slices.Insert(v.broken[measure], i, period)
		}
	}
}

// cardCells are the cells that cards show.
func (s *session) cardCells() map[cellKey]bool {
	cells := map[cellKey]bool{}
	for _, c := range s.space.Config.Headline {
		cells[cellKey{c.Definition, c.Measure, c.Place, c.Area, c.Agreement}] = true
	}
	return cells
}

// sharesShown are the cells that cards show, those that the page Explore begins
// with, and those of every form of agreement in the widest places.
func (s *session) sharesShown(contents []*explore.Content) map[cellKey]bool {
	cells := s.cardCells()
	for _, c := range contents {
		start := s.start(c)
		cells[cellKey{start.Definition, c.Measure, start.Place, start.Area, start.Agreement}] = true
		if m, _ := s.space.Measure(c.Measure); !slices.Contains(m.Dimensions, "agreement") {
			continue
		}
		for _, place := range s.widest("place", c.HasPlace) {
			for _, area := range s.codes("area", c.HasArea) {
				for _, agreement := range s.codes("agreement", c.HasAgreement) {
					cells[cellKey{s.space.Config.Definition, c.Measure, place, area, agreement}] = true
				}
			}
		}
	}
	return cells
}

// widest are the codes of a list that are there and are no part of another.
func (s *session) widest(list string, has func(string) bool) []string {
	return slices.DeleteFunc(s.codes(list, has), func(code string) bool { return s.hasAncestor(list, code, has) })
}
