package main

import (
	"fmt"
	"io"
	"slices"
	"strings"
)

// printError prints an error and, under it, what to do about it.
func printError(w io.Writer, err error) {
	fmt.Fprintln(w, "tresektor: error:", err)
	for _, hint := range hints(err) {
		fmt.Fprintln(w, "tresektor: hint:", hint)
	}
	if hint := machineHint(err); hint != "" {
		fmt.Fprintln(w, "tresektor: hint:", hint)
	}
}

// machineHint says what to do about the machine. DuckDB gives the reason as
// text only.
func machineHint(err error) string {
	text := strings.ToLower(err.Error())
	switch {
	case strings.Contains(text, "no space left"), strings.Contains(text, "file too large"):
		return "make room on the disk and run again; the current edition is whole"
	case strings.Contains(text, "permission denied"), strings.Contains(text, "read-only file system"):
		return "whoever runs tresektor must be able to write in the workspace; the current edition is whole"
	}
	return ""
}

// hints gives what err and all that it wraps or joins say to do, each line
// once. What is nearest to the cause comes first.
func hints(err error) (lines []string) {
	add := func(text string) {
		for line := range strings.Lines(text) {
			if line = strings.TrimSpace(line); !slices.Contains(lines, line) {
				lines = append(lines, line)
			}
		}
	}
	switch e := err.(type) {
	case interface{ Unwrap() error }:
		if cause := e.Unwrap(); cause != nil {
			lines = hints(cause)
		}
	case interface{ Unwrap() []error }:
		for _, cause := range e.Unwrap() {
			add(strings.Join(hints(cause), "\n"))
		}
	}
	if hinted, ok := err.(interface{ Hint() string }); ok {
		add(hinted.Hint())
	}
	return lines
}
