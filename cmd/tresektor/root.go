package main

import (
	"errors"
	"fmt"
	"regexp"
	"strings"
	"time"

	"github.com/spf13/cobra"

	"tresektor/pipeline"
)

// settings are the flags that every command has.
type settings struct {
	dir     string
	date    string
	lang    string
	threads int
	memory  string
	json    bool
}

func newRootCmd() *cobra.Command {
	s := &settings{}
	root := group(&cobra.Command{
		Use:               "tresektor",
		Short:             "Shares of public, private and idéburen care and welfare, and how sure they are",
		Version:           pipeline.Version,
		SilenceErrors:     true,
		SilenceUsage:      true,
		CompletionOptions: cobra.CompletionOptions{HiddenDefaultCmd: true},
	})
	flags := root.PersistentFlags()
	flags.StringVar(&s.dir, "dir", ".", "the workspace")
	flags.StringVar(&s.date, "date", "", "the day of the run, YYYY-MM-DD (default today)")
	flags.StringVar(&s.lang, "lang", "sv", "language of what is printed for readers: sv or en")
	flags.IntVar(&s.threads, "threads", 0, "threads to use (default one for each core, a single one for little data)")
	flags.StringVar(&s.memory, "memory", "", `most memory for the database, such as "2GB"`)
	flags.BoolVar(&s.json, "json", false, "print JSON for scripts")
	root.SetFlagErrorFunc(func(_ *cobra.Command, err error) error { return &usageError{err} })
	root.AddCommand(
		newInitCmd(s), newRefreshCmd(s), newFetchCmd(s), newIngestCmd(s), newBuildCmd(s),
		newCheckCmd(s), newPlanCmd(s), newPublishCmd(s), newRollbackCmd(s), newStatusCmd(s), newExplainCmd(s), newReviewCmd(s), newDiffCmd(s),
		newVerifyCmd(s), newServeCmd(s),
	)
	return root
}

// options turns the flags into what a step needs. This is the only place
// where the clock is read.
func (s *settings) options(cmd *cobra.Command) (pipeline.Options, func(), error) {
	o := pipeline.Options{Dir: s.dir, Threads: s.threads, Memory: s.memory, Language: s.lang}
	if s.lang != "sv" && s.lang != "en" {
		return o, nil, &usageError{fmt.Errorf("--lang is %q, not sv or en", s.lang)}
	}
	if s.threads < 0 {
		return o, nil, &usageError{fmt.Errorf("--threads is %d, not 1 or more", s.threads)}
	}
	if s.memory != "" && !memoryPattern.MatchString(s.memory) {
		return o, nil, &usageError{fmt.Errorf(`--memory is %q, not an amount such as "2GB"`, s.memory)}
	}
	o.Date = time.Now().UTC().Truncate(time.Second)
	if s.date != "" {
		date, err := time.Parse(time.DateOnly, s.date)
		if err != nil {
			return o, nil, &usageError{fmt.Errorf("--date is %q, not a day such as 2026-11-22", s.date)}
		}
		o.Date = date
	}
	p := newProgress(cmd.ErrOrStderr())
	o.Log, o.Progress = p.log, p.step
	return o, p.done, nil
}

var memoryPattern = regexp.MustCompile(`(?i)^[0-9]+(\.[0-9]+)? ?[kmgt]i?b$`)

// group makes a command that only has others under it: alone it shows them,
// and another word is a usage error.
func group(cmd *cobra.Command) *cobra.Command {
	cmd.RunE = func(cmd *cobra.Command, _ []string) error { return cmd.Help() }
	cmd.Args = func(cmd *cobra.Command, given []string) error {
		if len(given) == 0 {
			return nil
		}
		text := fmt.Sprintf("unknown command %q for %q", given[0], cmd.CommandPath())
		if near := cmd.SuggestionsFor(given[0]); len(near) > 0 {
			text += "; did you mean " + strings.Join(near, " or ") + "?"
		}
		return &usageError{errors.New(text)}
	}
	return cmd
}

// args makes a wrong number of arguments a usage error.
func args(check cobra.PositionalArgs) cobra.PositionalArgs {
	return func(cmd *cobra.Command, given []string) error {
		if err := check(cmd, given); err != nil {
			return &usageError{howTo(cmd, err)}
		}
		return nil
	}
}

// howTo adds what to write, where the number of arguments is wrong.
func howTo(cmd *cobra.Command, err error) error {
	if !strings.HasPrefix(err.Error(), "accepts") {
		return err
	}
	return fmt.Errorf("%w; write: tresektor %s", err, strings.TrimPrefix(cmd.UseLine(), "tresektor "))
}
