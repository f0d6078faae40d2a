package main

import (
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"

	"github.com/spf13/cobra"
)

// An answer tells itself in a language, and as JSON.
type answer interface{ Text(language string) string }

// printAnswer prints an answer as text or JSON, or writes it as CSV to a new
// file; "-" is where text is printed.
func printAnswer(cmd *cobra.Command, s *settings, a answer, file string, csv func(io.Writer) error) error {
	switch {
	case file == "-":
		return csv(cmd.OutOrStdout())
	case file != "":
		return writeNew(file, csv)
	case s.json:
		return printJSON(cmd.OutOrStdout(), a)
	}
	_, err := fmt.Fprint(cmd.OutOrStdout(), a.Text(s.lang))
	return err
}

// writeNew writes a file that must not be there: it may hold decisions.
func writeNew(path string, write func(io.Writer) error) error {
	file, err := os.OpenFile(path, os.O_CREATE|os.O_EXCL|os.O_WRONLY, 0o644)
	if errors.Is(err, fs.ErrExist) {
		return &thereError{path}
	}
	if err != nil {
		return err
	}
	err = errors.Join(write(file), file.Sync(), file.Close())
	if err != nil {
		err = errors.Join(err, os.Remove(path))
	}
	return err
}

// A thereError says that a file would have been overwritten.
type thereError struct{ path string }

func (e *thereError) Error() string { return "there is already a file " + e.path }

// Hint says what to do about it.
func (e *thereError) Hint() string {
	return "name a new file, or write --csv - and add the rows below what it holds"
}
