package workspace

import (
	"regexp"
	"slices"
	"time"
)

var (
	idForm     = regexp.MustCompile(`^[a-z][a-z0-9_-]*$`)
	cardForm   = regexp.MustCompile(`^[a-z][a-z0-9-]{0,99}$`)
	columnForm = regexp.MustCompile(`^[a-z][a-z0-9_]*$`)
)

// check reports what is wrong between the files: references to what does not
// exist, and combinations that mean nothing.
func (w *Workspace) check(found *problems) {
	w.checkConfig(found)
	for _, m := range w.Measures {
		w.checkMeasure(m, found)
	}
	for _, d := range w.Definitions {
		w.checkDefinition(d, found)
	}
	w.checkKinds(found)
	w.checkBreaks(found)
	w.checkOverrides(found)
	w.checkFigures(found)
	w.checkQuality(found)
	w.checkCorrections(found)
	for _, s := range w.Sources {
		w.checkSource(s, found)
	}
}

// checkBreaks holds that a series break names a measure and a day.
func (w *Workspace) checkBreaks(found *problems) {
	l, _ := w.List("series_break")
	for _, row := range l.Rows {
		if row["measure"] == "" {
			found.add(l.at(row["code"], "measure"), "the series break %q names no measure; give the one whose series is broken", row["code"])
		}
		known(row["measure"], w.measureIDs(), "measure", l.at(row["code"], "measure"), found)
		if _, err := time.Parse(time.DateOnly, row["from_date"]); err != nil {
			found.add(l.at(row["code"], "from_date"), "%q is not a date as YYYY-MM-DD; give the first day of the new way of counting", row["from_date"])
		}
	}
}

// known reports a text that is not among the possible ones.
func known(text string, possible []string, noun string, at Position, found *problems) bool {
	if text == "" || slices.Contains(possible, text) {
		return true
	}
	found.add(at, "there is no %s %q%s", noun, text, instead(text, possible))
	return false
}

// inList reports a text that is not a code of a list.
func (w *Workspace) inList(text, list string, at Position, found *problems) bool {
	l, _ := w.List(list)
	return known(text, l.codes(), list, at, found)
}

func isID(id string, at Position, found *problems) {
	if id != "" && !idForm.MatchString(id) {
		found.add(at, "the id %q may hold only a–z, 0–9, _ and -, and begins with a letter", id)
	}
}

func percent(d Decimal, key string, at Position, found *problems) {
	if d.Rat().Cmp(Decimal("100").Rat()) > 0 {
		found.add(at, "%q is %s, expected a percentage from 0 to 100", key, d)
	}
}

func ids[T any](all []T, id func(T) string) []string {
	var list []string
	for _, each := range all {
		list = append(list, id(each))
	}
	return list
}

func (w *Workspace) measureIDs() []string {
	return ids(w.Measures, func(m Measure) string { return m.ID })
}

func (w *Workspace) sourceIDs() []string {
	return ids(w.Sources, func(s Source) string { return s.ID })
}

func (w *Workspace) definitionIDs() []string {
	return ids(w.Definitions, func(d Definition) string { return d.ID })
}
