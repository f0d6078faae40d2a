package pipeline

import (
	"fmt"
	"path/filepath"
	"slices"
	"strconv"
	"strings"

	"tresektor/pipeline/attack"
	"tresektor/pipeline/edition"
)

// attackedAtOnce is how many totals are attacked at once: their numbers are all
// in memory.
const attackedAtOnce = 100_000

// attack tries to find out from the candidate's files, and those of the editions
// before, what is not shown (method 6). What it finds stops publication. What an
// edition before publishes itself is out already and is a warning.
func (s *session) attack(candidate string, unprotected []edition.Table) ([]Finding, error) {
	persons, named, err := s.attackPersons(candidate)
	if err != nil {
		return nil, err
	}
	limits, err := attack.Limits(candidate)
	if err != nil || len(limits) == 0 {
		return slices.Concat(persons, namedFinding(named)), err
	}
	var holes, earlier, opened []attack.Number
	for _, wanted := range portions(s.shown.periods) {
		one, err := s.attackPortion(candidate, unprotected, wanted, limits)
		if err != nil {
			return nil, err
		}
		for _, h := range one.holes {
			if h.IsEarlier {
				earlier = append(earlier, h.Number)
				continue
			}
			holes = append(holes, h.Number)
		}
		opened, named = append(opened, one.opened...), append(named, one.named...)
	}
	return slices.Concat(
		persons,
		finding("protection_hole", "error", "small numbers of people that can be told from what is published.", holes,
			"this is a fault in the program: report it; nothing was published"),
		finding("protection_opened", "error", "numbers that an edition before suppressed and this one would show.", opened,
			"what has been suppressed stays so while the edition that did is kept; remove editions that nobody needs, or report it"),
		namedFinding(named),
		finding("protection_earlier", "warning", "small numbers that are suppressed now and stand in an edition before.", earlier,
			"they are out: withdraw the editions that show them, if that still helps"),
	), nil
}

// attackPersons tries to find out what the candidate does not show of fewer than
// three natural persons below län, and whom it names there though it may not.
func (s *session) attackPersons(candidate string) (findings []Finding, named []attack.Number, err error) {
	var told []attack.Number
	var periods []protectedPeriod
	for _, each := range s.shown.personPeriods() {
		periods = append(periods, each.protectedPeriod)
	}
	for _, wanted := range portions(periods) {
		files, err := attack.Read(candidate, s.trees(), wanted)
		if err != nil {
			return nil, nil, err
		}
		more, err := files.Named(candidate)
		if err != nil {
			return nil, nil, err
		}
		told, named = append(told, files.Told(s.shown.secrets(wanted))...), append(named, more...)
	}
	return finding("protection_person", "error", "numbers of fewer than three natural persons that can be told from what is published.", told,
		"this is a fault in the program: report it; nothing was published"), named, nil
}

// An attackedPortion is what was found out of some measures and periods.
type attackedPortion struct {
	holes         []attack.Hole
	opened, named []attack.Number
}

// attackPortion attacks some measures and periods.
func (s *session) attackPortion(
	candidate string, unprotected []edition.Table, wanted func(measure, period string) bool, limits map[[2]string]int64,
) (found attackedPortion, err error) {
	truth := trueNumbers(unprotected, wanted)
	read := func(folder string) (*attack.Published, error) { return attack.Read(folder, s.trees(), wanted) }
	files, err := read(candidate)
	if err != nil {
		return found, err
	}
	if found.named, err = files.Named(candidate); err != nil {
		return found, err
	}
	editions, err := edition.List(s.editions())
	if err != nil {
		return found, err
	}
	for _, id := range editions {
		before, err := read(filepath.Join(s.editions(), id))
		if err != nil {
			return found, err
		}
		found.opened = append(found.opened, files.Add(before, func(n attack.Number, value int64) bool {
			now, there := truth.Get(n)
			return there && now == value
		})...)
	}
	found.holes = files.Holes(truth, limits)
	return found, nil
}

// namedFinding is about organisations that may not be named.
func namedFinding(named []attack.Number) []Finding {
	return finding("protection_named", "error", "numbers that are not wholly shown, whose organisations would be named.", named,
		"this is a fault in the program: report it; nothing was published")
}

// portions are sets of measures and periods that can be attacked at once.
func portions(periods []protectedPeriod) (list []func(measure, period string) bool) {
	for start := 0; start < len(periods); {
		portion, totals := map[[2]string]bool{}, 0
		for totals == 0 || start < len(periods) && totals+len(periods[start].totals) <= attackedAtOnce {
			portion[[2]string{periods[start].measure, periods[start].period}] = true
			totals += len(periods[start].totals)
			start++
		}
		list = append(list, func(measure, period string) bool { return portion[[2]string{measure, period}] })
	}
	return list
}

// trees say of which place, area and agreement each is a part.
func (s *session) trees() attack.Trees {
	tree := func(name string) attack.Tree {
		t := attack.Tree{}
		list, _ := s.space.List(name)
		for _, row := range list.Rows {
			t[row["code"]] = row["parent"]
		}
		return t
	}
	return attack.Trees{Place: tree("place"), Area: tree("area"), Agreement: tree("agreement")}
}

// attackable are the rows that hold numbers of what is protected. The others need
// not be kept while the files are written.
func (s *session) attackable(unprotected []edition.Table) (tables []edition.Table) {
	isProtected := map[[2]string]bool{}
	for _, each := range s.shown.periods {
		isProtected[[2]string{each.measure, each.period}] = true
	}
	for _, t := range unprotected {
		if !slices.Contains([]string{"share", "share_kind", "remainder"}, t.Name) {
			continue
		}
		t.Rows = picked(t, func(cell func(string) string) bool {
			return isProtected[[2]string{cell("measure"), cell("period")}]
		})
		tables = append(tables, t)
	}
	return tables
}

// trueNumbers are what the tables would say if nothing were protected.
func trueNumbers(tables []edition.Table, wanted func(measure, period string) bool) *attack.Numbers {
	truth := &attack.Numbers{}
	for _, t := range tables {
		for _, cells := range t.Rows {
			r := row{table: t, cells: cells}
			if wanted(r.text("measure"), r.text("period")) {
				r.numbers(truth)
			}
		}
	}
	return truth
}

// numbers are a row's amounts by name.
func (r row) numbers(into *attack.Numbers) {
	t := r.total("period")
	put := func(part, field string) {
		n := attack.Number{Measure: t.Measure, Period: t.Period, Place: t.Place, Area: t.Area, Agreement: t.Agreement, Part: part}
		if part != "total" {
			n.Definition = r.text("definition")
		}
		text := strings.Replace(r.text(field), ".", "", 1)
		if text == "" {
			return
		}
		if value, err := strconv.ParseInt(text, 10, 64); err == nil {
			into.Put(n, value)
		}
	}
	sector := r.text("sector")
	switch r.table.Name {
	case "share_kind":
		put("ideburen/kind/"+r.text("kind"), "amount")
	case "remainder":
		put(sector+"/"+r.text("reason"), "amount")
	case "share":
		put("total", "total")
		put(sector, "amount")
		for _, part := range []string{"presumed", "stated", "carried", "contested"} {
			put(sector+"/"+part, part)
		}
	}
}

// finding names numbers that should not be there, and does not say them.
func finding(name, severity, sentence string, numbers []attack.Number, hint string) []Finding {
	if len(numbers) == 0 {
		return nil
	}
	f := Finding{Check: name, Severity: severity, Sentence: sentence, Rows: int64(len(numbers)), Hint: hint}
	for _, n := range numbers[:min(3, len(numbers))] {
		f.Examples = append(f.Examples, fmt.Sprintf("measure=%s period=%s place=%s area=%s agreement=%s definition=%s number=%s",
			n.Measure, n.Period, n.Place, n.Area, n.Agreement, n.Definition, n.Part))
	}
	return []Finding{f}
}
