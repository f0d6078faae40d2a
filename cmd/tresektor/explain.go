package main

import (
	"fmt"

	"github.com/spf13/cobra"

	"tresektor/pipeline"
)

func newExplainCmd(s *settings) *cobra.Command {
	cmd := group(&cobra.Command{Use: "explain", Short: "Open a number or a decision down to its evidence"})
	cmd.AddCommand(newExplainProviderCmd(s))
	return cmd
}

func newExplainProviderCmd(s *settings) *cobra.Command {
	id := ""
	cmd := &cobra.Command{
		Use:     "provider ORGNR",
		Short:   "What is known of a provider, which rule decided, and its volumes",
		Example: "  tresektor explain provider 802405-9290",
		Args:    args(cobra.ExactArgs(1)),
		RunE: func(cmd *cobra.Command, given []string) error {
			o, _, err := s.options(cmd)
			if err != nil {
				return err
			}
			explanation, err := pipeline.ExplainProvider(cmd.Context(), o, id, given[0])
			if err != nil {
				return err
			}
			if s.json {
				return printJSON(cmd.OutOrStdout(), explanation)
			}
			_, err = fmt.Fprint(cmd.OutOrStdout(), explanation.Text(s.lang))
			return err
		},
	}
	cmd.Flags().StringVar(&id, "edition", "", "the edition to explain (default: the current one)")
	return cmd
}
