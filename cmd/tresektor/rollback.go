package main

import (
	"errors"
	"fmt"
	"strings"

	"github.com/spf13/cobra"

	"tresektor/pipeline"
)

func newRollbackCmd(s *settings) *cobra.Command {
	reason := ""
	cmd := &cobra.Command{
		Use:     "rollback --reason TEXT",
		Short:   "Make the edition before current again, and say why",
		Example: "  tresektor rollback --reason 'Fel fil från Skolverket'",
		Args:    args(cobra.NoArgs),
		RunE: func(cmd *cobra.Command, _ []string) error {
			o, _, err := s.options(cmd)
			if err != nil {
				return err
			}
			if reason = strings.TrimSpace(reason); reason == "" {
				return &usageError{errors.New("--reason is missing: the public is told why")}
			}
			done, err := pipeline.Rollback(o, reason)
			if err != nil {
				return err
			}
			if s.json {
				return printJSON(cmd.OutOrStdout(), done)
			}
			_, err = fmt.Fprintf(cmd.OutOrStdout(), "edition %s is current again; %s is withdrawn: %s\nopen %s\n",
				done.Edition, done.Withdrawn, done.Reason, done.Index)
			return err
		},
	}
	cmd.Flags().StringVar(&reason, "reason", "", "why the current edition is withdrawn, for the public to read")
	return cmd
}
