package main

import (
	"context"

	"github.com/spf13/cobra"

	"tresektor/pipeline"
)

func newFetchCmd(s *settings) *cobra.Command {
	return &cobra.Command{
		Use:   "fetch",
		Short: "Take what is in the inbox into snapshots",
		Args:  args(cobra.NoArgs),
		RunE: func(cmd *cobra.Command, _ []string) error {
			return s.step(cmd, func(_ context.Context, o pipeline.Options) error { return pipeline.Fetch(o) })
		},
	}
}

func newIngestCmd(s *settings) *cobra.Command {
	return &cobra.Command{
		Use:   "ingest",
		Short: "Fetch, and load what is not loaded yet, with its account of rows",
		Args:  args(cobra.NoArgs),
		RunE: func(cmd *cobra.Command, _ []string) error {
			return s.step(cmd, func(ctx context.Context, o pipeline.Options) error {
				loads, err := pipeline.Ingest(ctx, o)
				if err != nil {
					return err
				}
				return printLoads(cmd.OutOrStdout(), loads, s.json)
			})
		},
	}
}

// step runs one step with the command's options.
func (s *settings) step(cmd *cobra.Command, run func(context.Context, pipeline.Options) error) error {
	o, done, err := s.options(cmd)
	if err != nil {
		return err
	}
	defer done()
	return run(cmd.Context(), o)
}
