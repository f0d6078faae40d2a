package main

import (
	"fmt"

	"github.com/spf13/cobra"

	"tresektor/pipeline"
)

func newExplainCmd(s *settings) *cobra.Command {
	id := ""
	cmd := group(&cobra.Command{Use: "explain", Short: "Open a number or a decision down to its evidence"})
	cmd.PersistentFlags().StringVar(&id, "edition", "", "the edition to explain: an id, current or previous (default current)")
	cmd.AddCommand(newExplainProviderCmd(s, &id), newExplainCellCmd(s, &id))
	return cmd
}

func newExplainProviderCmd(s *settings, id *string) *cobra.Command {
	return &cobra.Command{
		Use:   "provider NUMBER|NAME",
		Short: "What is known of a provider, which rule decided, and how much it does",
		Long: "Tells all that an edition rests on about one provider. A name that fits several\n" +
			"lists them and ends with an error: choose one by its number or identifier.",
		Example: "  tresektor explain provider 812000-5650\n" +
			"  tresektor explain provider 'bräcke diakoni' --lang en",
		Args: args(cobra.ExactArgs(1)),
		RunE: func(cmd *cobra.Command, given []string) error {
			o, _, err := s.options(cmd)
			if err != nil {
				return err
			}
			explanation, err := pipeline.ExplainProvider(cmd.Context(), o, *id, given[0])
			if err != nil {
				return err
			}
			if err := printExplanation(cmd, s, explanation); err != nil {
				return err
			}
			return explanation.Unclear(given[0])
		},
	}
}

func newExplainCellCmd(s *settings, id *string) *cobra.Command {
	var c pipeline.Cell
	cmd := &cobra.Command{
		Use:   "cell",
		Short: "Which providers a published number is the sum of, down to lines of files",
		Long: "Lists the providers behind a published number and compares their sum with it.\n" +
			"Where there are several measures one must be named. What else is not given is\n" +
			"what the front page shows, the latest period, or what most is counted in.",
		Example: "  tresektor explain cell --measure elever --place SE --sector ideburen",
		Args:    args(cobra.NoArgs),
		RunE: func(cmd *cobra.Command, _ []string) error {
			o, _, err := s.options(cmd)
			if err != nil {
				return err
			}
			explanation, err := pipeline.ExplainCell(cmd.Context(), o, *id, c)
			if err != nil {
				return err
			}
			return printExplanation(cmd, s, explanation)
		},
	}
	for name, into := range map[string]*string{
		"measure": &c.Measure, "period": &c.Period, "place": &c.Place, "area": &c.Area,
		"agreement": &c.Agreement, "definition": &c.Definition, "sector": &c.Sector,
	} {
		cmd.Flags().StringVar(into, name, "", "code or label of the "+name)
	}
	return cmd
}

func printExplanation(cmd *cobra.Command, s *settings, explanation interface{ Text(language string) string }) error {
	if s.json {
		return printJSON(cmd.OutOrStdout(), explanation)
	}
	_, err := fmt.Fprint(cmd.OutOrStdout(), explanation.Text(s.lang))
	return err
}
