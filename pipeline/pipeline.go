// Package pipeline runs the steps of tresektor in order: fetch, ingest, build,
// check, publish. Each step is a file; it owns no SQL text and no file format.
package pipeline

import (
	"log/slog"
	"time"
)

// Version is the program's version. It is an input of every edition.
const Version = "0.1.0"

// Options say on what and how a run works. Dir and Date are required.
type Options struct {
	Dir     string    // the workspace
	Date    time.Time // the clock of the whole run
	Threads int       // 0: one for each core, or a single one for little data
	Memory  string    // limit for DuckDB, such as "2GB"; "": its own
	Wait    bool      // let the candidate wait, whatever the configuration says
	Again   bool      // publish also what was withdrawn

	Language string // of labels in what is refused, sv or en; "": sv

	Log      *slog.Logger             // one line for each step; nil: none
	Progress func(step string, n int) // n rows of a step are done; nil: none
}

func (o Options) log() *slog.Logger {
	if o.Log == nil {
		return slog.New(slog.DiscardHandler)
	}
	return o.Log
}

func (o Options) progress(step string, n int) {
	if o.Progress != nil {
		o.Progress(step, n)
	}
}

func (o Options) day() string { return o.Date.Format(time.DateOnly) }
