package main

import (
	"errors"
	"fmt"

	"github.com/spf13/cobra"

	"tresektor/pipeline"
	"tresektor/pipeline/edition"
)

func newStatusCmd(s *settings) *cobra.Command {
	return &cobra.Command{
		Use:   "status",
		Short: "Show what is published, and whether a run is working",
		Args:  args(cobra.NoArgs),
		RunE: func(cmd *cobra.Command, _ []string) error {
			o, _, err := s.options(cmd)
			if err != nil {
				return err
			}
			status, err := pipeline.ReadStatus(o)
			if err != nil {
				return err
			}
			return printStatus(cmd.OutOrStdout(), status, s)
		},
	}
}

func newVerifyCmd(s *settings) *cobra.Command {
	rebuild := false
	cmd := &cobra.Command{
		Use:   "verify [EDITION]",
		Short: "Recompute every checksum of an edition (default: the current one)",
		Long:  "Recomputes every checksum of an edition, named by its id or as current or previous.",
		Args:  args(cobra.MaximumNArgs(1)),
		RunE: func(cmd *cobra.Command, given []string) error {
			o, _, err := s.options(cmd)
			if err != nil {
				return err
			}
			if rebuild {
				return verifyRebuilt(cmd, s, append(given, "")[0])
			}
			id, files, err := pipeline.Verify(o, append(given, "")[0])
			if err != nil {
				return err
			}
			if s.json {
				return printJSON(cmd.OutOrStdout(), map[string]any{"edition": id, "files": files})
			}
			_, err = fmt.Fprintf(cmd.OutOrStdout(), "edition %s: %s, all checksums hold\n", id, edition.Plural(files, "file", "files"))
			return err
		},
	}
	cmd.Flags().BoolVar(&rebuild, "rebuild", false, "make the edition again from its inputs in a temporary place, and compare")
	return cmd
}

// verifyRebuilt prints the comparison also when it finds a difference.
func verifyRebuilt(cmd *cobra.Command, s *settings, id string) error {
	o, done, err := s.options(cmd)
	if err != nil {
		return err
	}
	rebuilt, err := pipeline.RebuildEdition(cmd.Context(), o, id)
	done()
	if differs := (*pipeline.RebuildError)(nil); err != nil && !errors.As(err, &differs) {
		return err
	}
	return errors.Join(printAnswer(cmd, s, rebuilt, "", nil), err)
}
