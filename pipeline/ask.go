package pipeline

import (
	"context"
	"fmt"
	"slices"

	"tresektor/pipeline/workspace"
	"tresektor/queries"
)

// A Total names one published total under one definition.
type Total struct {
	Measure    string `json:"measure"`
	Period     string `json:"period"`
	Place      string `json:"place"`
	Area       string `json:"area"`
	Agreement  string `json:"agreement"`
	Definition string `json:"definition,omitempty"`
}

// under is the same total under another definition.
func (t Total) under(definition string) Total {
	t.Definition = definition
	return t
}

// String names the total as tables/share.csv does.
func (t Total) String() string {
	return fmt.Sprintf("%s %s %s %s %s under %s", t.Measure, t.Period, t.Place, t.Area, t.Agreement, t.Definition)
}

// An asking answers questions about the totals of one edition, from its trace
// and its files alone.
type asking struct {
	*tracer
	asked  []Total
	number map[Total]string // as text: the column asked
}

// ask opens an edition, the current one for "". The caller closes it.
func ask(ctx context.Context, o Options, id string) (*asking, error) {
	t, err := openTrace(ctx, o, id)
	if err != nil {
		return nil, err
	}
	return &asking{tracer: t, number: map[Total]string{}}, nil
}

// about adds a total to those that will be asked about.
func (a *asking) about(t Total) {
	if _, there := a.number[t]; there {
		return
	}
	a.number[t] = number(int64(len(a.asked)))
	a.asked = append(a.asked, t)
}

// open totals down to their providers: the relations of queries/review.
func (a *asking) openTotals(ctx context.Context) error {
	t := table{name: "asked", columns: []column{
		{"asked", text}, {"measure", text}, {"period", text}, {"place", text}, {"area", text},
		{"agreement", text}, {"definition", text},
	}}
	for _, each := range a.asked {
		t.rows = append(t.rows, []any{
			a.number[each], each.Measure, each.Period, each.Place, each.Area, each.Agreement, each.Definition,
		})
	}
	if err := into(ctx, a.wh, t); err != nil {
		return err
	}
	relations, err := queries.Review()
	if err != nil {
		return err
	}
	for _, r := range relations {
		if _, err := a.wh.Relation(ctx, r.Name, r.SQL, r.View); err != nil {
			return err
		}
	}
	return nil
}

// A ChoiceError says that something an edition does not have was asked for.
type ChoiceError struct {
	Noun, Text string
	Possible   []string
}

func (e *ChoiceError) Error() string {
	return fmt.Sprintf("there is no %s %q%s", e.Noun, e.Text, workspace.Instead(e.Text, e.Possible))
}

// choose refuses a text that is not possible; "" is no choice.
func choose(noun, text string, possible []string) error {
	if text == "" || slices.Contains(possible, text) {
		return nil
	}
	return &ChoiceError{Noun: noun, Text: text, Possible: possible}
}

// definitions are the ids of the edition's definitions, in its order.
func (a *asking) definitions() (ids []string, err error) {
	rules, err := a.table("definition")
	for _, r := range rules {
		if !slices.Contains(ids, r["definition"]) {
			ids = append(ids, r["definition"])
		}
	}
	return ids, err
}
