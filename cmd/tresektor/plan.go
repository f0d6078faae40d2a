package main

import (
	"fmt"

	"github.com/spf13/cobra"

	"tresektor/pipeline"
)

func newPlanCmd(s *settings) *cobra.Command {
	want, exit := pipeline.PlanOptions{}, false
	cmd := &cobra.Command{
		Use:     "plan",
		Short:   "What publishing now would change in published numbers",
		Example: "  tresektor refresh --wait\n  tresektor plan --exit-code",
		Args:    args(cobra.NoArgs),
		RunE: func(cmd *cobra.Command, _ []string) error {
			o, _, err := s.options(cmd)
			if err != nil {
				return err
			}
			if want.Limit < 0 {
				return &usageError{fmt.Errorf("--limit is %d, not 0 or more", want.Limit)}
			}
			plan, err := pipeline.MakePlan(cmd.Context(), o, want)
			if err != nil {
				return err
			}
			err = printAnswer(cmd, s, plan, "", nil)
			if err == nil && exit && plan.Differs {
				err = &differsError{}
			}
			return err
		},
	}
	flags := cmd.Flags()
	flags.IntVar(&want.Limit, "limit", 20, "most cells listed, those that move most (0 for all)")
	flags.BoolVar(&exit, "exit-code", false, fmt.Sprintf("end with exit code %d when something would change", exitDiffers))
	return cmd
}

// A differsError is how plan --exit-code ends; what differs is printed already.
type differsError struct{}

func (*differsError) Error() string { return "publishing would change the edition" }
