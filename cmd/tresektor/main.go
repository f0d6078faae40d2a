// Command tresektor shows how Swedish care and welfare divides between the
// public, the private and the idéburen sector, over time, and how sure that is.
package main

import (
	"context"
	"errors"
	"fmt"
	"os"
	"os/signal"
	"strings"
	"syscall"
)

func main() { os.Exit(run()) }

func run() int {
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt, syscall.SIGTERM)
	defer stop()

	err := newRootCmd().ExecuteContext(ctx)
	if err == nil {
		return exitOK
	}
	if ctx.Err() != nil {
		fmt.Fprintln(os.Stderr, "tresektor: interrupted; the current edition is as it was")
		return exitInterrupted
	}
	fmt.Fprintln(os.Stderr, "tresektor: error:", err)
	var hinted interface{ Hint() string }
	if errors.As(err, &hinted) && hinted.Hint() != "" {
		for line := range strings.SplitSeq(hinted.Hint(), "\n") {
			fmt.Fprintln(os.Stderr, "tresektor: hint:", line)
		}
	}
	return exitCode(err)
}
