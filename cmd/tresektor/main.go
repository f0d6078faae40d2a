// Command tresektor shows how Swedish care and welfare divides between the
// public, the private and the idéburen sector, over time, and how sure that is.
package main

import (
	"context"
	"fmt"
	"os"
	"os/signal"
	"syscall"

	format "tresektor/pipeline/format/parquet"
)

func main() { os.Exit(run()) }

func run() int {
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt, syscall.SIGTERM)
	defer stop()
	// Writing past a limit on file sizes is then an error, as on a full disk.
	signal.Ignore(syscall.SIGXFSZ)
	format.ShareEncoder()

	err := newRootCmd().ExecuteContext(ctx)
	if err == nil {
		return exitOK
	}
	if ctx.Err() != nil {
		fmt.Fprintln(os.Stderr, "tresektor: interrupted; the current edition is as it was")
		return exitInterrupted
	}
	code := exitCode(err)
	if code != exitDiffers {
		printError(os.Stderr, err)
	}
	return code
}
