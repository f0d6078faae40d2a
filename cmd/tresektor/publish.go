package main

import (
	"github.com/spf13/cobra"

	"tresektor/pipeline"
)

func newPublishCmd(s *settings) *cobra.Command {
	return &cobra.Command{
		Use:   "publish",
		Short: "Make an edition of what is built and switch to it",
		Args:  args(cobra.NoArgs),
		RunE: func(cmd *cobra.Command, _ []string) error {
			o, done, err := s.options(cmd)
			if err != nil {
				return err
			}
			report, err := pipeline.Publish(cmd.Context(), o)
			done()
			if err != nil {
				return err
			}
			return printReport(cmd.OutOrStdout(), report, s)
		},
	}
}
