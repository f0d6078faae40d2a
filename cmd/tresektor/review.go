package main

import (
	"fmt"
	"io"

	"github.com/spf13/cobra"

	"tresektor/pipeline"
)

func newReviewCmd(s *settings) *cobra.Command {
	want, file := pipeline.ReviewOptions{}, ""
	cmd := &cobra.Command{
		Use:   "review",
		Short: "What would change the headline most if it were decided",
		Example: "  tresektor review --limit 10\n" +
			"  tresektor review --card grundskola --csv decisions.csv",
		Args: args(cobra.NoArgs),
		RunE: func(cmd *cobra.Command, _ []string) error {
			o, _, err := s.options(cmd)
			if err != nil {
				return err
			}
			if want.Limit < 0 {
				return &usageError{fmt.Errorf("--limit is %d, not 0 or more", want.Limit)}
			}
			review, err := pipeline.MakeReview(cmd.Context(), o, want)
			if err != nil {
				return err
			}
			return printAnswer(cmd, s, review, file, func(w io.Writer) error { return review.WriteOverrides(w, s.lang) })
		},
	}
	flags := cmd.Flags()
	flags.StringVar(&want.Edition, "edition", "", "the edition to review: an id, current or previous (default current)")
	flags.StringVar(&want.Card, "card", "", "only this card of the headline")
	flags.StringVar(&want.Definition, "definition", "", "count under this definition instead of the card's own")
	flags.IntVar(&want.Limit, "limit", 0, "most lines of each card (default all)")
	flags.StringVar(&file, "csv", "", "write rows for overrides.csv, to be filled in, to a new file or - for here")
	return cmd
}
