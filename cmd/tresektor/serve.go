package main

import (
	"fmt"

	"github.com/spf13/cobra"

	"tresektor/pipeline"
)

func newServeCmd(s *settings) *cobra.Command {
	address := ""
	cmd := &cobra.Command{
		Use:   "serve",
		Short: "Show the editions in a browser, from this machine alone unless --address says otherwise",
		Args:  args(cobra.NoArgs),
		RunE: func(cmd *cobra.Command, _ []string) error {
			o, _, err := s.options(cmd)
			if err != nil {
				return err
			}
			return pipeline.Serve(cmd.Context(), o, address, func(url string) {
				fmt.Fprintln(cmd.OutOrStdout(), "open "+url+", and stop with Ctrl-C")
			})
		},
	}
	cmd.Flags().StringVar(&address, "address", "127.0.0.1:8080", "the address to answer on; port 0 takes any free one")
	return cmd
}
