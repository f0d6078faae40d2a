package px

import (
	"slices"
	"strings"
	"time"

	"tresektor/pipeline/edition"
)

func (f *file) variables() {
	f.list("STUB", view.stub)
	f.each("HEADING", view.heading)
	f.each("CONTVARIABLE", view.heading)
	all := f.views[0].variables
	for i, v := range all {
		f.text(f.key("VARIABLECODE", 0, name(i)), v.code)
		f.list("VALUES", func(v view) []string { return v.variables[i].values }, name(i))
	}
	for i := range f.cube.Dimensions {
		f.timeval(i)
	}
	for i, v := range all {
		f.list("CODES", func(view) []string { return v.codes }, name(i))
	}
}

// timeval says when the values of a time variable are, if they have one scale.
func (f *file) timeval(i int) {
	if f.cube.Table.Fields[f.cube.Dimensions[i].Field].Role != edition.RoleTime {
		return
	}
	scale, times := times(f.cube.Dimensions[i].Codes)
	if scale == "" {
		return
	}
	for k := range f.views {
		key := f.key("TIMEVAL", k, name(i))
		f.out.WriteString(key + "=TLIST(" + scale + "),")
		f.out.WriteString(list(times, len(key)) + ";\r\n")
	}
}

// times are periods as PX times, and their scale: years, months or days. A
// school year is the year in which it begins, as PX has no scale for it; its
// value still says "2019/20". Periods of several scales have none, and "".
func times(periods []string) (scale string, times []string) {
	for _, form := range []struct{ scale, layout string }{{"A1", "2006"}, {"M1", "2006-01"}, {"D1", "2006-01-02"}} {
		if times = timesOf(periods, form.layout, form.scale == "A1"); times != nil {
			return form.scale, times
		}
	}
	return "", nil
}

func timesOf(periods []string, layout string, schoolYears bool) (times []string) {
	for _, period := range periods {
		if year, rest, ok := strings.Cut(period, "/"); ok && schoolYears && len(rest) == 2 {
			period = year
		}
		if _, err := time.Parse(layout, period); err != nil {
			return nil
		}
		times = append(times, strings.ReplaceAll(period, "-", ""))
	}
	if len(slices.Compact(slices.Sorted(slices.Values(times)))) < len(times) {
		return nil
	}
	return times
}
