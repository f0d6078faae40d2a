package main

import (
	"errors"

	"tresektor/pipeline"
	"tresektor/pipeline/edition"
)

// Exit codes. README.md has the same table, and a test compares them.
const (
	exitOK          = 0   // done, or nothing new
	exitError       = 1   // any other error
	exitUsage       = 2   // unknown command, flag or argument
	exitSource      = 3   // a source could not be read or does not add up
	exitCheck       = 4   // a check stopped publication
	exitLocked      = 5   // another run holds the workspace
	exitDamaged     = 6   // an edition's files are not what its manifest, its trace or its inputs say
	exitGate        = 7   // a gate stopped publication: a number is beyond its limit, and nobody has acknowledged it
	exitDiffers     = 8   // plan --exit-code: publishing would change something
	exitInterrupted = 130 // interrupted by a signal
)

func exitCode(err error) int {
	var (
		would   *differsError
		usage   *usageError
		source  *pipeline.SourceError
		inbox   *pipeline.InboxError
		check   *pipeline.CheckError
		gate    *pipeline.GateError
		locked  *pipeline.LockedError
		damaged *edition.DamagedError
		differs *pipeline.MismatchError
		rebuilt *pipeline.RebuildError
		inputs  *pipeline.InputsError
	)
	switch {
	case errors.As(err, &would):
		return exitDiffers
	case errors.As(err, &usage):
		return exitUsage
	case errors.As(err, &source), errors.As(err, &inbox) && inbox.OfFiles():
		return exitSource
	case errors.As(err, &check):
		return exitCheck
	case errors.As(err, &gate):
		return exitGate
	case errors.As(err, &locked):
		return exitLocked
	case errors.As(err, &damaged), errors.As(err, &differs), errors.As(err, &rebuilt), errors.As(err, &inputs):
		return exitDamaged
	}
	return exitError
}

// A usageError is a command line that cannot be understood.
type usageError struct{ cause error }

func (e *usageError) Error() string { return e.cause.Error() }

// Hint says what to do about it.
func (e *usageError) Hint() string { return "tresektor --help shows the commands and flags" }
