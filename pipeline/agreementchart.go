package pipeline

import (
	"fmt"
	"slices"

	"tresektor/pipeline/edition"
	"tresektor/pipeline/format/chart"
	"tresektor/pipeline/format/site"
	"tresektor/pipeline/workspace"
)

// An agreed is what a measure has of a branch of agreements, payment or grants:
// its totals in the order of share, and a chart of each place and area.
type agreed struct {
	measure workspace.Measure
	branch  string
	totals  [][][]any // the sectors of each total
	charts  []agreementChart
}

// An agreementChart shows the idéburen share by form of agreement, in a place
// and an area.
type agreementChart struct {
	name        string // of its files, without folder, language and ending
	measure     workspace.Measure
	isLatest    bool // there are earlier periods than it shows
	description chart.Description
	wide, small *chart.Chart
}

// mostAgreementCharts is how many charts a branch has at most. With more places
// than these nobody compares pictures: the table has them all.
const mostAgreementCharts = 6

// mostFormPeriods is how many periods a chart shows, the latest: a year of months.
const mostFormPeriods = 12

// agreedOf divides the totals of all measures with agreements by branch.
func (d prose) agreedOf() (all []agreed, err error) {
	for _, m := range d.space.Measures {
		if !slices.Contains(m.Dimensions, "agreement") {
			continue
		}
		first := len(all)
		for _, rows := range d.wholeTotals(d.totalsOf(m.ID)) {
			branch := d.listRow("agreement", cell(d.byName["share"], rows[0], "agreement"))["branch"]
			if branch == "" {
				continue
			}
			i := slices.IndexFunc(all[first:], func(a agreed) bool { return a.branch == branch })
			if i < 0 {
				i, all = len(all)-first, append(all, agreed{measure: m, branch: branch})
			}
			all[first+i].totals = append(all[first+i].totals, rows)
		}
		for i := first; i < len(all); i++ {
			if all[i].charts, err = d.agreementCharts(all[i]); err != nil {
				return nil, err
			}
		}
	}
	return all, nil
}

// agreementCharts lays out a branch's charts, in the order of its places and
// areas; none where there are too many.
func (d prose) agreementCharts(a agreed) (all []agreementChart, err error) {
	var order [][2]string
	totals := map[[2]string][][][]any{}
	for _, rows := range a.totals {
		at := [2]string{cell(d.byName["share"], rows[0], "place"), cell(d.byName["share"], rows[0], "area")}
		if totals[at] == nil {
			order = append(order, at)
		}
		totals[at] = append(totals[at], rows)
	}
	if len(order) > mostAgreementCharts {
		return nil, nil
	}
	for n, at := range order {
		c := agreementChart{name: fmt.Sprintf("agreements-%s-%s-%d", a.measure.ID, a.branch, n+1), measure: a.measure}
		shown := d.latestTotals(totals[at])
		c.isLatest, c.description = len(shown) < len(totals[at]), d.agreementDescription(a, shown)
		if len(c.description.Forms) == 0 {
			continue
		}
		if c.wide, err = chart.New(c.description, chart.ByForm, chart.Wide); err == nil {
			c.small, err = chart.New(c.description, chart.ByForm, chart.Narrow)
		}
		if err != nil {
			return nil, fmt.Errorf("chart %s: %w", c.name, err)
		}
		all = append(all, c)
	}
	return all, nil
}

// latestTotals are those of the latest periods.
func (d prose) latestTotals(totals [][][]any) [][][]any {
	period := func(rows [][]any) string { return cell(d.byName["share"], rows[0], "period") }
	var periods []string
	for _, rows := range totals {
		periods = append(periods, period(rows))
	}
	slices.Sort(periods)
	periods = slices.Compact(periods)
	first := periods[max(len(periods)-mostFormPeriods, 0)]
	return slices.DeleteFunc(slices.Clone(totals), func(rows [][]any) bool { return period(rows) < first })
}

// agreementDescription is what a chart shows: every form in the order of its
// list, and by name those that there is nothing of.
func (d prose) agreementDescription(a agreed, totals [][][]any) chart.Description {
	out := chart.Description{Language: d.language}
	agreements, _ := d.space.List("agreement")
	for _, row := range agreements.Rows {
		if row["branch"] != a.branch {
			continue
		}
		form := chart.Form{Label: row["label_"+d.language]}
		if row["code"] == a.branch {
			form.Label = d.allForms()
		}
		for _, rows := range totals {
			if cell(d.byName["share"], rows[0], "agreement") == row["code"] {
				form.Values = append(form.Values, d.formValue(rows))
			}
		}
		switch {
		case len(form.Values) > 0:
			out.Forms = append(out.Forms, form)
		case row["parent"] != "" && isMissed(row["code"], a.measure):
			out.Unsaid = append(out.Unsaid, form.Label)
		}
	}
	out.Message, out.Shown = d.agreementMessage(a, totals, out.Forms), d.agreementShown(a, totals)
	return out
}

// isMissed tells whether a measure could have a form that it does not have: an
// unknown form is none, and what is bought from others is not own production.
func isMissed(agreement string, m workspace.Measure) bool {
	return agreement != "okand" && (agreement != "egen_regi" || m.IsWhole())
}

// formValue is the idéburen share of a total.
func (d prose) formValue(rows [][]any) chart.FormValue {
	share := d.byName["share"]
	v := chart.FormValue{Period: cell(share, rows[0], "period"), Low: edition.Missing, High: edition.Missing}
	for _, row := range rows {
		if cell(share, row, "sector") != "ideburen" {
			continue
		}
		if symbol := cell(share, row, "symbol"); symbol != "" {
			v.Low, v.High = symbol, symbol
		} else if low := cell(share, row, "low"); low != "" {
			v.Low = low
			if high := cell(share, row, "high"); high != "" {
				v.High = high
			}
		}
	}
	return v
}

// view is the chart as a page shows it, over the table with its numbers.
func (c agreementChart) view(language string) *site.Picture {
	name := chartFolder + c.name + "." + language
	return &site.Picture{
		Title: c.description.Message, Shown: c.description.Shown, Caption: c.wide.Caption, Text: c.wide.Text,
		Path: name + ".svg", Width: c.wide.Width, Height: c.wide.Height,
		Narrow: name + "-narrow.svg", NarrowWidth: c.small.Width, NarrowHeight: c.small.Height,
	}
}

// writeAgreementCharts writes the charts of a language, for the page and for the
// press.
func (d prose) writeAgreementCharts(c *edition.Candidate) error {
	for _, a := range d.agreed {
		for _, each := range a.charts {
			v := each.view(d.language)
			if err := c.Write(v.Path, each.wide.SVG); err != nil {
				return err
			}
			if err := c.Write(v.Narrow, each.small.SVG); err != nil {
				return err
			}
			press, err := d.agreementPress(each)
			if err != nil {
				return err
			}
			if err := press.write(c); err != nil {
				return err
			}
		}
	}
	return nil
}
