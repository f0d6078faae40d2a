package workspace

import (
	"slices"
	"time"
)

func (w *Workspace) checkMeasure(m Measure, found *problems) {
	isID(m.ID, m.Where.At("id"), found)
	w.inList(m.Kind, "measure_kind", m.Where.At("kind"), found)
	w.inList(m.Base, "base", m.Where.At("base"), found)
	percent(m.CoverageMinimum, "coverage_minimum", m.Where.At("coverage_minimum"), found)
	if m.Decimals < 0 || m.Decimals > 6 {
		found.add(m.Where.At("decimals"), "\"decimals\" is %d, expected 0 to 6", m.Decimals)
	}
	for _, each := range m.Summable {
		if !slices.Contains(m.Dimensions, each) {
			found.add(m.Where.At("summable"), "measure %q cannot be summed over %s, which is not one of its dimensions", m.ID, each)
		}
	}
	m.checkDominance(found)
	m.checkMoney(found)
	m.checkYears(w.yearsAt(m), found)
	m.Reference.check(found)
}

func (m Measure) checkDominance(found *problems) {
	d := m.Dominance
	switch {
	case d == nil:
	case m.Protect != "secrecy":
		found.add(m.Where.At("dominance"), "dominance is for data received under secrecy; add protect: secrecy, or leave it out")
	case d.P < 0 || d.P > 100 || d.K < 0 || d.K > 100 || d.N < 0:
		found.add(m.Where.At("dominance"), "p and k are per cent, 0 to 100, and n is a number of contributors")
	}
}

func (m Measure) checkMoney(found *problems) {
	if m.Kind != "money" {
		return
	}
	if m.PriceBasis == "none" {
		found.add(m.Where.At("price_basis"), "a measure of money says its price_basis: current or fixed")
	}
	if m.VAT == "none" {
		found.add(m.Where.At("vat"), "a measure of money says its vat: exkl, inkl or okant")
	}
}

// sumMonths marks the measures whose years tresektor.yaml wants from months, as if
// their own files said so: those that are built in cannot be edited.
func (w *Workspace) sumMonths(found *problems) {
	for _, id := range w.Config.YearsFromMonths {
		at := slices.IndexFunc(w.Measures, func(m Measure) bool { return m.ID == id })
		if at < 0 {
			var ids []string
			for _, m := range w.Measures {
				ids = append(ids, m.ID)
			}
			known(id, ids, "measure", w.Config.Where.At("years_from_months"), found)
			continue
		}
		w.Measures[at].Years = yearsFromMonths
	}
}

// yearsAt is where it says that a measure's years are made of months.
func (w *Workspace) yearsAt(m Measure) Position {
	if m.Where.Has("years") {
		return m.Where.At("years")
	}
	return w.Config.Where.At("years_from_months")
}

// checkYears refuses sums over time of what is counted on a day, of what is the
// same thing in each month (pupils, places, providers), and of what is protected:
// two editions of a year that grows have a month between them.
func (m Measure) checkYears(at Position, found *problems) {
	switch {
	case !m.IsYearOfMonths():
	case m.Reference.Kind == "stock":
		found.add(at, "%q is a stock, counted on a day, and has no sum over months; leave it out", m.ID)
	case !slices.Contains([]string{"money", "contracts", "hours"}, m.Kind):
		found.add(at, "%q counts %s, which would be counted once for each month; only money, contracts and hours are summed, leave it out", m.ID, m.Kind)
	case m.Protect != "none":
		found.add(at, "%q is protected, and a year that grows tells each month by what it had before; leave it out, and its months are protected as periods of their own", m.ID)
	}
}

func (r Reference) check(found *problems) {
	_, err := time.Parse("2006-01-02", "2000-"+r.Day)
	switch {
	case r.Kind == "stock" && r.Day == "":
		found.add(r.Where.At(""), "a stock is counted on a day; add day: 'MM-DD'")
	case r.Kind == "flow" && r.Day != "":
		found.add(r.Where.At("day"), "a flow has no counting day")
	case r.Day != "" && err != nil:
		found.add(r.Where.At("day"), "%q is not a day as MM-DD", r.Day)
	}
}
