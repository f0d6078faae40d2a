package main

import (
	"errors"
	"io"
	"strings"

	"github.com/spf13/cobra"

	"tresektor/pipeline"
)

func newDiffCmd(s *settings) *cobra.Command {
	want, file := pipeline.DifferenceOptions{}, ""
	cmd := &cobra.Command{
		Use:   "diff (EDITION EDITION | --definitions A,B)",
		Short: "What differs between editions, by cause, or who makes the difference between definitions",
		Long: "An edition is named by its id, or as current or previous: the one that the\n" +
			"current edition followed.",
		Example: "  tresektor diff previous current --measure elever\n" +
			"  tresektor diff 2026-10-01-0123abcd 2026-11-22-4567cdef\n" +
			"  tresektor diff --definitions snav,bred --measure elever --place 01",
		Args: args(cobra.MaximumNArgs(2)),
		RunE: func(cmd *cobra.Command, given []string) error {
			o, _, err := s.options(cmd)
			if err != nil {
				return err
			}
			if len(given) > 0 {
				return diffEditions(cmd, s, o, given, want, file)
			}
			if err := twoOrMore(want.Definitions); err != nil {
				return err
			}
			difference, err := pipeline.MakeDifference(cmd.Context(), o, want)
			if err != nil {
				return err
			}
			return printAnswer(cmd, s, difference, file, func(w io.Writer) error { return difference.WriteCSV(w) })
		},
	}
	flags := cmd.Flags()
	flags.StringSliceVar(&want.Definitions, "definitions", nil, "two or more definitions; the others are compared with the first")
	flags.StringVar(&want.Edition, "edition", "", "the edition to look in: an id, current or previous (default current)")
	flags.StringVar(&want.Measure, "measure", "", "only this measure (default: those of the headline's cards)")
	flags.StringVar(&want.Period, "period", "", "this period (default: the latest)")
	flags.StringVar(&want.Place, "place", "", "this place instead of the card's")
	flags.StringVar(&want.Area, "area", "", "this area instead of the card's")
	flags.StringVar(&want.Agreement, "agreement", "", "this agreement instead of the card's")
	flags.StringVar(&file, "csv", "", "write the lines to a new file or - for here")
	return cmd
}

// diffEditions compares two editions.
func diffEditions(cmd *cobra.Command, s *settings, o pipeline.Options, given []string, want pipeline.DifferenceOptions, file string) error {
	if len(given) != 2 || len(want.Definitions) > 1 || want.Edition != "" {
		return &usageError{errors.New("diff compares two editions, or with --definitions definitions in one edition")}
	}
	difference, err := pipeline.MakeEditionDifference(o, pipeline.EditionsOptions{
		From: given[0], To: given[1], Measure: want.Measure, Period: want.Period, Place: want.Place, Area: want.Area,
		Agreement: want.Agreement, Definition: strings.Join(want.Definitions, ""),
	})
	if err != nil {
		return err
	}
	return printAnswer(cmd, s, difference, file, func(w io.Writer) error { return difference.WriteCSV(w) })
}

// twoOrMore refuses what cannot be compared.
func twoOrMore(definitions []string) error {
	for i, each := range definitions {
		for _, before := range definitions[:i] {
			if each == before {
				return &usageError{errors.New("--definitions names " + each + " twice")}
			}
		}
	}
	if len(definitions) < 2 {
		return &usageError{errors.New("--definitions needs two or more, such as snav,bred")}
	}
	return nil
}
