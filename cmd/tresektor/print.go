package main

import (
	"encoding/json"
	"errors"
	"fmt"
	"io"

	"tresektor/pipeline"
	"tresektor/pipeline/edition"
)

func printJSON(w io.Writer, value any) error {
	out := json.NewEncoder(w)
	out.SetEscapeHTML(false)
	out.SetIndent("", "  ")
	return out.Encode(value)
}

func printReport(w io.Writer, report pipeline.Report, s *settings) error {
	if s.json {
		return printJSON(w, report)
	}
	if report.Withdrawn != nil {
		return printWithdrawn(w, report)
	}
	if !report.New && report.Candidate == nil {
		_, err := fmt.Fprintf(w, "nothing new: edition %s stands\n%s\n", report.Edition, report.Index)
		return err
	}
	if err := printLoads(w, report.Loads, false); err != nil {
		return err
	}
	if err := printFindings(w, report.Findings, false); err != nil {
		return err
	}
	if _, err := fmt.Fprintln(w, "\n"+pipeline.HeadlineText(report.Cards, s.lang)); err != nil {
		return err
	}
	if report.Candidate != nil {
		return printCandidate(w, *report.Candidate, s)
	}
	_, err := fmt.Fprintf(w, "edition %s\nopen %s\n", report.Edition, report.Index)
	return err
}

func printCandidate(w io.Writer, c pipeline.Candidate, s *settings) error {
	_, err := fmt.Fprintf(w, "candidate %s waits\n%s\nopen %s\nrun: tresektor plan\n", c.Edition, c.When(s.lang), c.Index)
	return err
}

func printWithdrawn(w io.Writer, report pipeline.Report) error {
	_, err := fmt.Fprintf(w, "nothing is published: edition %s, made of the same inputs, was withdrawn on %s: %s\nedition %s stands\n%s\n",
		report.Withdrawn.Edition, report.Withdrawn.Date, report.Withdrawn.Reason, report.Edition, report.Index)
	return err
}

func printLoads(w io.Writer, loads []pipeline.Load, asJSON bool) error {
	if asJSON {
		return printJSON(w, loads)
	}
	for _, l := range loads {
		_, err := fmt.Fprintf(w, "%s: %s: %s = %d kept + %d dropped + %d rejected\n",
			l.Source, l.File, edition.Plural(l.Rows, "row", "rows"), l.Kept, l.Dropped, l.Rejected)
		for _, example := range l.Examples {
			_, printed := fmt.Fprintln(w, "  "+example)
			err = errors.Join(err, printed)
		}
		if more := l.Rejected - int64(len(l.Examples)); more > 0 && l.Examples != nil {
			_, printed := fmt.Fprintf(w, "  and %d more\n", more)
			err = errors.Join(err, printed)
		}
		if err != nil {
			return err
		}
	}
	return nil
}

func printFindings(w io.Writer, findings []pipeline.Finding, asJSON bool) error {
	if asJSON {
		return printJSON(w, findings)
	}
	for _, f := range findings {
		rows := edition.Plural(f.Rows, "row", "rows") + ": "
		if f.Rows == 0 {
			rows = ""
		}
		if _, err := fmt.Fprintf(w, "%s: %s: %s%s\n", f.Severity, f.Check, rows, f.Sentence); err != nil {
			return err
		}
		for _, example := range f.Examples {
			if _, err := fmt.Fprintln(w, "  "+example); err != nil {
				return err
			}
		}
	}
	return nil
}

// printWaiting tells what is not published: a candidate, nothing at all, or an
// edition that was withdrawn.
func printWaiting(w io.Writer, status pipeline.Status, s *settings) error {
	if status.Candidate != nil {
		return printCandidate(w, *status.Candidate, s)
	}
	if status.Edition == "" {
		_, err := fmt.Fprintln(w, "nothing is published yet; run: tresektor refresh")
		return err
	}
	if n := len(status.History); n > 0 && status.History[n-1].Reason != "" {
		last := status.History[n-1]
		_, err := fmt.Fprintf(w, "edition %s was withdrawn on %s: %s\n", last.Edition, last.Date, last.Reason)
		return err
	}
	return nil
}

func printStatus(w io.Writer, status pipeline.Status, s *settings) error {
	if s.json {
		return printJSON(w, status)
	}
	if status.Running != "" {
		fmt.Fprintln(w, status.Running)
	}
	if err := printWaiting(w, status, s); err != nil || status.Edition == "" {
		return err
	}
	fmt.Fprintf(w, "edition %s of %s, one of %d; made by tresektor %s\n", status.Edition,
		status.Manifest.Date, len(status.Editions), status.Manifest.Program)
	for _, f := range status.Manifest.Snapshots {
		fmt.Fprintf(w, "  %s: %s (%s, SHA-256 %s)\n", f.Source, f.Name, edition.Plural(f.Size, "byte", "bytes"), f.SHA256[:12])
	}
	_, err := fmt.Fprintf(w, "\n%s\nopen %s\n", pipeline.HeadlineText(status.Cards, s.lang), status.Index)
	return err
}
