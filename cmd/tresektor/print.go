package main

import (
	"encoding/json"
	"errors"
	"fmt"
	"io"

	"tresektor/pipeline"
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
	if !report.New {
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
	_, err := fmt.Fprintf(w, "edition %s\nopen %s\n", report.Edition, report.Index)
	return err
}

func printLoads(w io.Writer, loads []pipeline.Load, asJSON bool) error {
	if asJSON {
		return printJSON(w, loads)
	}
	for _, l := range loads {
		_, err := fmt.Fprintf(w, "%s: %s: %d rows = %d kept + %d dropped + %d rejected\n",
			l.Source, l.File, l.Rows, l.Kept, l.Dropped, l.Rejected)
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
		rows := fmt.Sprintf("%d rows: ", f.Rows)
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

func printStatus(w io.Writer, status pipeline.Status, s *settings) error {
	if s.json {
		return printJSON(w, status)
	}
	if status.Running != "" {
		fmt.Fprintln(w, status.Running)
	}
	if status.Edition == "" {
		_, err := fmt.Fprintln(w, "nothing is published yet; run: tresektor refresh")
		return err
	}
	fmt.Fprintf(w, "edition %s of %s, one of %d; made by tresektor %s\n", status.Edition,
		status.Manifest.Date, len(status.Editions), status.Manifest.Program)
	for _, f := range status.Manifest.Snapshots {
		fmt.Fprintf(w, "  %s: %s (%d bytes, SHA-256 %s)\n", f.Source, f.Name, f.Size, f.SHA256[:12])
	}
	_, err := fmt.Fprintf(w, "\n%s\nopen %s\n", pipeline.HeadlineText(status.Cards, s.lang), status.Index)
	return err
}
