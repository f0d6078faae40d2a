package main

import (
	"context"

	"github.com/spf13/cobra"

	"tresektor/pipeline"
)

func newBuildCmd(s *settings) *cobra.Command {
	return &cobra.Command{
		Use:   "build",
		Short: "Decide sectors and count shares from what is loaded",
		Args:  args(cobra.NoArgs),
		RunE:  func(cmd *cobra.Command, _ []string) error { return s.step(cmd, pipeline.Build) },
	}
}

func newCheckCmd(s *settings) *cobra.Command {
	return &cobra.Command{
		Use:   "check",
		Short: "Check what is built; nothing is published",
		Args:  args(cobra.NoArgs),
		RunE: func(cmd *cobra.Command, _ []string) error {
			return s.step(cmd, func(ctx context.Context, o pipeline.Options) error {
				findings, err := pipeline.Check(ctx, o)
				if err != nil && findings == nil {
					return err
				}
				if printed := printFindings(cmd.OutOrStdout(), findings, s.json); printed != nil {
					return printed
				}
				return err
			})
		},
	}
}
