package px

import (
	"slices"
	"strings"

	"tresektor/pipeline/edition"
	"tresektor/pipeline/edition/cube"
)

// A view is the cube in one language. PX knows variables and values by what
// they are called, so no two in one place are called the same.
type view struct {
	language  string
	cube      cube.Cube
	variables []variable // the dimensions, then the kinds of number
}

type variable struct {
	code, name    string
	codes, values []string
}

func newView(c cube.Cube, language string) view {
	v := view{language: language, cube: c}
	fields := c.Table.Fields
	for _, d := range c.Dimensions {
		v.variables = append(v.variables, variable{
			code: fields[d.Field].Name, name: cube.Label(fields[d.Field], language),
			codes: d.Codes, values: distinct(c.Labels(d, language), d.Codes),
		})
	}
	v.variables = append(v.variables, numbers(c, language))
	v.distinguish()
	return v
}

func numbers(c cube.Cube, language string) variable {
	metric := variable{code: cube.MetricID, name: cube.MetricLabel().In(language)}
	var labels []string
	for _, i := range c.Metrics {
		metric.codes = append(metric.codes, c.Table.Fields[i].Name)
		labels = append(labels, cube.Label(c.Table.Fields[i], language))
	}
	metric.values = distinct(labels, metric.codes)
	return metric
}

// distinguish gives every variable a name of its own.
func (v view) distinguish() {
	var names, codes []string
	for _, each := range v.variables {
		names, codes = append(names, each.name), append(codes, each.code)
	}
	for i, name := range distinct(names, codes) {
		v.variables[i].name = name
	}
}

// distinct adds its code to every label that stands more than once.
func distinct(labels, codes []string) []string {
	count := map[string]int{}
	for _, label := range labels {
		count[plain(label)]++
	}
	out := slices.Clone(labels)
	for i, label := range labels {
		if count[plain(label)] > 1 {
			out[i] = label + " (" + codes[i] + ")"
		}
	}
	return out
}

func (v view) stub() []string {
	var names []string
	for _, each := range v.variables[:len(v.variables)-1] {
		names = append(names, each.name)
	}
	return names
}

func (v view) heading() string { return v.variables[len(v.variables)-1].name }

// title is the one that PX builds: contents by variables.
func (v view) title() string {
	by := edition.Text{SV: " efter ", EN: " by "}.In(v.language)
	return v.cube.Table.Title.In(v.language) + by + strings.Join(append(v.stub(), v.heading()), ", ")
}

// name and value find what variable i, and its value k, are called.
func name(i int) func(view) string { return func(v view) string { return v.variables[i].name } }
func value(i, k int) func(view) string {
	return func(v view) string { return v.variables[i].values[k] }
}
