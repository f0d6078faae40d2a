package main

import (
	"github.com/spf13/cobra"

	"tresektor/pipeline"
)

func newRefreshCmd(s *settings) *cobra.Command {
	wait := false
	cmd := &cobra.Command{
		Use:   "refresh",
		Short: "Fetch, ingest, build, check and publish what is new",
		Args:  args(cobra.NoArgs),
		RunE: func(cmd *cobra.Command, _ []string) error {
			o, done, err := s.options(cmd)
			if err != nil {
				return err
			}
			o.Wait = wait
			report, err := pipeline.Refresh(cmd.Context(), o)
			done()
			if err != nil {
				return err
			}
			return printReport(cmd.OutOrStdout(), report, s)
		},
	}
	cmd.Flags().BoolVar(&wait, "wait", false, "let the candidate wait, for tresektor plan and publish")
	return cmd
}
