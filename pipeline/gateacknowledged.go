package pipeline

import (
	"crypto/sha256"
	"encoding/hex"
	"fmt"
	"strings"

	"tresektor/pipeline/edition"
	"tresektor/pipeline/workspace"
)

// fingerprint names a finding by its content: with another value it is another
// finding.
func fingerprint(f GateFinding) string {
	sum := sha256.Sum256([]byte(fmt.Sprintf("%q %q %q %q", f.Gate, f.Cell, f.Value, f.Previous)))
	return hex.EncodeToString(sum[:6])
}

// acknowledge notes on each finding who stands for it on a day. The finding that
// it returns tells of the rows that do not count.
func acknowledge(found []Finding, rows []workspace.Acknowledgement, day string) Finding {
	unused := Finding{
		Check: "acknowledged", Severity: "warning", Examples: []string{},
		Sentence: "acknowledgements that do not count: expired, or of a finding that is no longer there with the same values.",
		Hint:     "remove the row from acknowledged.csv, or look again and give it a new day",
	}
	for _, a := range rows {
		matched := matching(found, a.Finding)
		switch {
		case a.Expires <= day:
			unused.Examples = append(unused.Examples, fmt.Sprintf("%s: finding %s: expired on %s", at(a.Position), a.Finding, a.Expires))
		case len(matched) == 0:
			unused.Examples = append(unused.Examples, fmt.Sprintf("%s: finding %s: matches nothing", at(a.Position), a.Finding))
		}
		for _, f := range matched {
			if a.Expires > day {
				f.Acknowledged = &Acknowledged{Reason: a.Reason, Name: a.Name, Expires: a.Expires}
			}
		}
	}
	unused.Rows = int64(len(unused.Examples))
	return unused
}

func at(p workspace.Position) string { return fmt.Sprintf("%s:%d", p.File, p.Line) }

func matching(found []Finding, finding string) (list []*GateFinding) {
	for _, f := range found {
		for i := range f.Gate {
			if f.Gate[i].Finding == finding {
				list = append(list, &f.Gate[i])
			}
		}
	}
	return list
}

// validUntil is the first day after the run's on which a dated fact changes: a
// decision's review is due, or an acknowledgement expires.
func (s *session) validUntil() string {
	first := reviewDay(s.space.Overrides, s.day())
	for _, a := range s.space.Acknowledged {
		if a.Expires > s.day() && (first == "" || a.Expires < first) {
			first = a.Expires
		}
	}
	return first
}

// A GateError reports every finding of a gate that stops publication.
type GateError struct{ Findings []GateFinding }

// blocking returns the unacknowledged findings that block, as an error.
func blocking(findings []Finding) error {
	var e GateError
	for _, f := range findings {
		for _, g := range f.Gate {
			if g.stops() {
				e.Findings = append(e.Findings, g)
			}
		}
	}
	if len(e.Findings) == 0 {
		return nil
	}
	return &e
}

func (e *GateError) Error() string {
	lines := []string{fmt.Sprintf("publication is stopped: %s beyond a limit and not acknowledged; the last edition stays",
		edition.Plural(len(e.Findings), "finding is", "findings are"))}
	for i, f := range e.Findings {
		if i == gateExamples {
			lines = append(lines, fmt.Sprintf("  and %d more; tresektor check --json lists all", len(e.Findings)-i))
			break
		}
		lines = append(lines, fmt.Sprintf("  %s: %s", f.Gate, f))
	}
	return strings.Join(lines, "\n")
}

// Hint says what to do about each gate, and how a finding is acknowledged.
func (e *GateError) Hint() string {
	var hints []string
	for _, f := range e.Findings {
		hints = append(hints, f.Gate+": "+f.hint)
	}
	row := strings.Join(workspace.AcknowledgedColumns(), ",")
	hints = append(hints, fmt.Sprintf("to stand for a finding, add a row to acknowledged.csv (%s), such as %s,\"why it is right\",\"your name\",the day to look again as YYYY-MM-DD", row, e.Findings[0].Finding))
	return strings.Join(hints, "\n")
}
