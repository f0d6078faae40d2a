package pipeline

import (
	"context"
	"strings"

	"tresektor/pipeline/edition"
	"tresektor/pipeline/workspace"
)

// A vocabulary has the words of one edition for its codes, so that no code
// stands alone in what people read.
type vocabulary struct {
	labels   map[[2]string]label             // by list and code
	rules    map[[2]string]rule              // by definition and rule
	measures map[string]map[string]string    // rows of the table measure
	sources  map[[2]string]map[string]string // rows of the table source, by file and checksum
	cards    []map[string]string             // rows of the table headline
}

type label struct {
	Text        edition.Text
	Explanation edition.Text
	sort        int64
}

// A rule is what a rule says and what it asks for.
type rule struct {
	order                   int64
	sector, basis, reason   string
	isContested, isFallback bool
	couldBe                 []string
	asks                    map[string][]string // values by attribute
	words                   edition.Text
}

// vocabulary reads the words of the edition.
func (t *tracer) vocabulary(ctx context.Context) (v vocabulary, err error) {
	if v.labels, err = t.labels(ctx); err != nil {
		return v, err
	}
	if v.rules, err = t.rules(ctx); err != nil {
		return v, err
	}
	measures, err := t.table("measure")
	if err != nil {
		return v, err
	}
	v.measures = map[string]map[string]string{}
	for _, row := range measures {
		v.measures[row["measure"]] = row
	}
	sources, err := t.table("source")
	if err != nil {
		return v, err
	}
	v.sources = map[[2]string]map[string]string{}
	for _, row := range sources {
		v.sources[[2]string{row["file"], row["sha256"]}] = row
	}
	v.cards, err = t.table("headline")
	return v, err
}

func (t *tracer) labels(ctx context.Context) (map[[2]string]label, error) {
	labels := map[[2]string]label{}
	err := t.each(ctx, "code_label", nil, func(scan func(...any) error) error {
		var key [2]string
		var l label
		err := scan(&key[0], &key[1], &l.sort, &l.Text.SV, &l.Text.EN, &l.Explanation.SV, &l.Explanation.EN)
		labels[key] = l
		return err
	})
	return labels, err
}

// rules reads what every rule says, what it asks for, and its words.
func (t *tracer) rules(ctx context.Context) (map[[2]string]rule, error) {
	rules := map[[2]string]rule{}
	err := t.each(ctx, "rule_word", nil, func(scan func(...any) error) error {
		var key [2]string
		var couldBe string
		var r rule
		err := scan(&key[0], &key[1], &r.order, &r.sector, &r.basis, &r.reason, &r.isContested, &r.isFallback, &couldBe)
		r.couldBe, r.asks = strings.Fields(couldBe), map[string][]string{}
		rules[key] = r
		return err
	})
	if err != nil {
		return nil, err
	}
	if err := t.ruleNeeds(ctx, rules); err != nil {
		return nil, err
	}
	return rules, t.ruleWords(rules)
}

func (t *tracer) ruleNeeds(ctx context.Context, rules map[[2]string]rule) error {
	return t.each(ctx, "rule_need", nil, func(scan func(...any) error) error {
		var key [2]string
		var attribute, value string
		err := scan(&key[0], &key[1], &attribute, &value)
		rules[key].asks[attribute] = append(rules[key].asks[attribute], value)
		return err
	})
}

func (t *tracer) ruleWords(rules map[[2]string]rule) error {
	rows, err := t.table("definition")
	for _, row := range rows {
		key := [2]string{row["definition"], row["rule"]}
		r := rules[key]
		r.words = word(row["explanation_sv"], row["explanation_en"])
		rules[key] = r
	}
	return err
}

// isolated is a text of the tables for use beside others.
func isolated(t edition.Text) edition.Text {
	return editionText(workspace.Text{SV: t.SV, EN: t.EN})
}

// label gives a code's words, and the code itself where nobody gave it any.
func (v vocabulary) label(list, code string) edition.Text {
	if l, found := v.labels[[2]string{list, code}]; found {
		return isolated(l.Text)
	}
	return isolated(word(code, code))
}

func (v vocabulary) explanation(list, code string) edition.Text {
	return isolated(v.labels[[2]string{list, code}].Explanation)
}

// value gives the words of a piece of evidence: those of the list that has
// its attribute's name, or of the values that several attributes share.
func (v vocabulary) value(attribute, value string) edition.Text {
	for _, list := range []string{attribute, "evidence_value"} {
		if l, found := v.labels[[2]string{list, value}]; found {
			return isolated(l.Text)
		}
	}
	return isolated(word(value, value))
}

// named is label, also for measures and for what has no list.
func (v vocabulary) named(list, code string) edition.Text {
	if list == "measure" {
		return v.measure(code)
	}
	return v.label(list, code)
}

// order is where a code stands in its list.
func (v vocabulary) order(list, code string) int64 { return v.labels[[2]string{list, code}].sort }

func (v vocabulary) measure(code string) edition.Text {
	m := v.measures[code]
	if m == nil {
		return word(code, code)
	}
	return isolated(word(m["label_sv"], m["label_en"]))
}

func (v vocabulary) unit(measure string) edition.Text {
	m := v.measures[measure]
	return word(m["unit_sv"], m["unit_en"])
}

// source names who published a file: title and publisher. A trace of an
// earlier version has no words for sources, and the table has one language.
func (v vocabulary) source(file, sha256, language string) string {
	row := v.sources[[2]string{file, sha256}]
	if row == nil {
		return file
	}
	if l, found := v.labels[[2]string{"source", row["source"]}]; found {
		return isolated(l.Text).In(language) + ", " + isolated(l.Explanation).In(language)
	}
	return row["title"] + ", " + row["publisher"]
}
