package main

import (
	"github.com/spf13/cobra"

	"tresektor/pipeline"
)

func newPublishCmd(s *settings) *cobra.Command {
	again := false
	cmd := &cobra.Command{
		Use:   "publish",
		Short: "Publish the candidate that waits, or an edition of what is built",
		Args:  args(cobra.NoArgs),
		RunE: func(cmd *cobra.Command, _ []string) error {
			o, done, err := s.options(cmd)
			if err != nil {
				return err
			}
			o.Again = again
			report, err := pipeline.Publish(cmd.Context(), o)
			done()
			if err != nil {
				return err
			}
			return printReport(cmd.OutOrStdout(), report, s)
		},
	}
	cmd.Flags().BoolVar(&again, "again", false, "publish also what was withdrawn")
	return cmd
}
