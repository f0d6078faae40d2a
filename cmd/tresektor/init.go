package main

import (
	"fmt"

	"github.com/spf13/cobra"

	"tresektor/pipeline/workspace"
)

func newInitCmd(s *settings) *cobra.Command {
	example := false
	cmd := &cobra.Command{
		Use:     "init DIR",
		Short:   "Make a workspace in an empty folder",
		Example: "  tresektor init my-statistics\n  tresektor init --example build/example",
		Args:    args(cobra.ExactArgs(1)),
		RunE: func(cmd *cobra.Command, given []string) error {
			if err := workspace.Init(given[0], example); err != nil {
				return err
			}
			fmt.Fprintf(cmd.OutOrStdout(), "made a workspace in %s; next: tresektor refresh --dir %s\n", given[0], given[0])
			return nil
		},
	}
	cmd.Flags().BoolVar(&example, "example", false, "with real figures from four sources")
	return cmd
}
