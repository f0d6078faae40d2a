package pipeline

import (
	"context"
	"errors"
	"fmt"
	"slices"
	"strings"

	"tresektor/pipeline/edition"
	"tresektor/pipeline/workspace"
	"tresektor/queries"
)

// A Finding is a check relation that has rows.
type Finding struct {
	Check    string   `json:"check"`
	Severity string   `json:"severity"` // error and block stop publication, warning, warn and note are printed
	Sentence string   `json:"sentence"`
	Rows     int64    `json:"rows"`
	Examples []string `json:"examples"` // its first rows, column=value
	Hint     string   `json:"hint"`

	Gate []GateFinding `json:"gate,omitempty"` // of a gate: every one, also the acknowledged
}

// A CheckError reports every check that stops publication. The relations are
// built, so their rows can be inspected.
type CheckError struct{ Findings []Finding }

func (e *CheckError) Error() string {
	var b strings.Builder
	for i, f := range e.Findings {
		if i > 0 {
			b.WriteByte('\n')
		}
		fmt.Fprintf(&b, "check %s: %s", f.Check, edition.Plural(f.Rows, "row", "rows"))
		for _, example := range f.Examples {
			b.WriteString("\n  " + example)
		}
	}
	return b.String()
}

// Hint says what to do about each finding.
func (e *CheckError) Hint() string {
	var hints []string
	for _, f := range e.Findings {
		hints = append(hints, f.Check+": "+f.Hint)
	}
	return strings.Join(hints, "\n")
}

// Check reports every finding about what is built. The error is a *CheckError when a
// check stops publication, and a *GateError when a gate does.
func Check(ctx context.Context, o Options) (findings []Finding, err error) {
	s, err := open(o)
	if err != nil {
		return nil, err
	}
	defer func() { err = errors.Join(err, s.close()) }()
	if err := s.openWarehouse(ctx); err != nil {
		return nil, err
	}
	if err := s.isBuilt(ctx); err != nil {
		return nil, err
	}
	if findings, err = s.check(ctx); err != nil {
		return nil, err
	}
	return findings, stopping(findings)
}

// stopping returns the findings that stop publication, as an error.
func stopping(findings []Finding) error {
	if err := failing(findings); err != nil {
		return err
	}
	return blocking(findings)
}

// failing returns the findings with which no candidate is made, as an error.
func failing(findings []Finding) error {
	var e CheckError
	for _, f := range findings {
		if f.Severity == "error" {
			e.Findings = append(e.Findings, f)
		}
	}
	if len(e.Findings) == 0 {
		return nil
	}
	return &e
}

// check reads the built check relations.
func (s *session) check(ctx context.Context) ([]Finding, error) {
	relations, err := queries.All()
	if err != nil {
		return nil, err
	}
	findings := []Finding{}
	for _, r := range relations {
		if r.Folder != "check" {
			continue
		}
		f := Finding{Check: r.Name, Severity: r.Severity, Sentence: r.Sentence, Hint: r.Hint}
		if err := s.wh.QueryRow(ctx, "select count(*) from "+r.Name).Scan(&f.Rows); err != nil {
			return nil, fmt.Errorf("check %s: %w", r.Name, err)
		}
		if f.Rows == 0 {
			continue
		}
		if f.Examples, err = s.examples(ctx, r.Name); err != nil {
			return nil, fmt.Errorf("check %s: %w", r.Name, err)
		}
		s.log().Warn("check", "name", f.Check, "severity", f.Severity, "rows", f.Rows)
		findings = append(findings, f)
	}
	if failing(findings) != nil {
		return findings, nil // what does not add up is not worth comparing
	}
	gates, err := s.gates(ctx)
	return append(append(findings, gates...), s.unwritten()...), err
}

// examples shows a relation's first three rows.
func (s *session) examples(ctx context.Context, relation string) ([]string, error) {
	rows, err := s.wh.Query(ctx, "select * from "+relation+" order by all limit 3")
	if err != nil {
		return nil, err
	}
	defer rows.Close()
	names, err := rows.Columns()
	if err != nil {
		return nil, err
	}
	var examples []string
	for rows.Next() {
		cells, err := cellsOf(rows, len(names))
		if err != nil {
			return nil, err
		}
		examples = append(examples, s.example(names, cells))
	}
	return examples, rows.Err()
}

// exampleMeasure is the measure that a row is about.
func (s *session) exampleMeasure(names []string, cells []any) (m workspace.Measure, found bool) {
	if i := slices.Index(names, "measure"); i >= 0 {
		id, _ := cells[i].(string)
		return s.space.Measure(id)
	}
	return m, false
}

// example writes a row: each code that the workspace has words for is followed by
// them. What it says of amounts is for the log and the terminal
// as well, so those of a protected measure are left out, and others have their
// decimals.
func (s *session) example(names []string, cells []any) string {
	m, isKnown := s.exampleMeasure(names, cells)
	var parts []string
	for i, name := range names {
		cell := plain(cells[i])
		n, isNumber := cell.(int64)
		switch {
		case isNumber && isKnown && m.Protect != "none":
			cell = edition.Suppressed
		case isNumber && strings.Contains(name, "amount"):
			cell = fixed(n, m.Decimals)
		}
		if cell != nil {
			parts = append(parts, s.exampleCell(name, fmt.Sprint(cell)))
		}
	}
	return strings.Join(parts, " ")
}

// exampleCell is a column of a row, with the words for its code.
func (s *session) exampleCell(name, cell string) string {
	text := name + "=" + cell
	if words := s.codeWords(cellPart{name, cell}, s.spoken()); words != "" && words != cell {
		text += " (" + words + ")"
	}
	return text
}
