// Package bench measures the whole path against DuckDB's own reading and
// grouping: same data, same cores, same run, so that only ratios count.
// `make bench` runs it and docs/performance.md tells what came of it.
package bench

import (
	"context"
	"encoding/json"
	"fmt"
	"os"
	"os/exec"
	"slices"
	"strconv"
	"syscall"
	"testing"
	"time"
)

// Every measured run is a process of its own, because the most memory that a
// process has used can only be asked once for its whole life. The process is
// this test binary with the job in its environment.
const jobVariable = "TRESEKTOR_BENCH_JOB"

// A job is one measured run: the name of one of jobs and what it works on.
type job struct {
	Name   string
	Dir    string // the workspace, or a folder for the reference's file
	File   string
	Rows   int
	Memory string
}

// A result is what a job measured. What it does to get ready is not in it.
type result struct {
	Seconds float64
	CPU     float64            // seconds of all cores: what other programs disturb least
	Steps   map[string]float64 // seconds of each part, where it has parts
	RSS     int64              // most memory used, in bytes
}

var jobs = map[string]func(ctx context.Context, j job) (result, error){}

func TestMain(m *testing.M) {
	jobs["ingest"], jobs["refresh"], jobs["steps"] = ingest, refresh, steps
	jobs["explain provider"], jobs["explain cell"] = explainProvider, explainCell
	jobs["read"], jobs["read and select"] = readAll, readSelect
	jobs["explore"], jobs["backing"] = exploreData, backing
	jobs["generate volume"], jobs["share"], jobs["group"] = generateVolume, share, group

	if text := os.Getenv(jobVariable); text != "" {
		os.Exit(runJob(text))
	}
	os.Exit(m.Run())
}

func runJob(text string) int {
	var j job
	err := json.Unmarshal([]byte(text), &j)
	var r result
	if err == nil {
		r, err = jobs[j.Name](context.Background(), j)
	}
	if err != nil {
		fmt.Fprintln(os.Stderr, err)
		return 1
	}
	json.NewEncoder(os.Stdout).Encode(r)
	return 0
}

// run runs a job in a process of its own.
func run(tb testing.TB, j job) result {
	tb.Helper()
	self, err := os.Executable()
	if err != nil {
		tb.Fatal(err)
	}
	text, err := json.Marshal(j)
	if err != nil {
		tb.Fatal(err)
	}
	child := exec.CommandContext(tb.Context(), self)
	child.Env = append(os.Environ(), jobVariable+"="+string(text))
	child.Stderr = os.Stderr
	out, err := child.Output()
	if err != nil {
		tb.Fatalf("%s: %v", j.Name, err)
	}
	var r result
	if err := json.Unmarshal(out, &r); err != nil {
		tb.Fatalf("%s: %v: %s", j.Name, err, out)
	}
	r.RSS = child.ProcessState.SysUsage().(*syscall.Rusage).Maxrss * 1024
	return r
}

// timed measures f.
func timed(f func() error) (result, error) {
	start, before := time.Now(), cpu()
	err := f()
	return result{Seconds: time.Since(start).Seconds(), CPU: cpu() - before}, err
}

// cpu is the processor time used so far, on all cores.
func cpu() float64 {
	var usage syscall.Rusage
	if err := syscall.Getrusage(syscall.RUSAGE_SELF, &usage); err != nil {
		panic(err)
	}
	return float64(usage.Utime.Nano()+usage.Stime.Nano()) / 1e9
}

// size is a number that the environment may replace.
func size(tb testing.TB, name string, otherwise int) int {
	tb.Helper()
	text := os.Getenv(name)
	if text == "" {
		return otherwise
	}
	n, err := strconv.Atoi(text)
	if err != nil || n < 1 {
		tb.Fatalf("%s: %q is not a number of rows or runs", name, text)
	}
	return n
}

// A series holds the results of one job, run by run.
type series []result

func (s series) seconds() float64 {
	return s.median(func(r result) float64 { return r.Seconds })
}

func (s series) cpu() float64 {
	return s.median(func(r result) float64 { return r.CPU })
}

func (s series) megabytes() float64 {
	return s.median(func(r result) float64 { return float64(r.RSS) / 1e6 })
}

func (s series) median(of func(result) float64) float64 {
	var all []float64
	for _, r := range s {
		all = append(all, of(r))
	}
	slices.Sort(all)
	return all[len(all)/2]
}

// String gives the medians.
func (s series) String() string {
	return fmt.Sprintf("%.2f s, %.2f s of processor time, %.0f MB (median of %d)", s.seconds(), s.cpu(), s.megabytes(), len(s))
}
