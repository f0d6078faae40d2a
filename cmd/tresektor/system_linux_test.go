package main

import (
	"bufio"
	"errors"
	"fmt"
	"io"
	"os"
	"os/exec"
	"path/filepath"
	"runtime"
	"strconv"
	"strings"
	"syscall"
	"time"

	"github.com/rogpeppe/go-internal/testscript"
)

// What scripts do to the machine. They say [!linux] skip first.
var systemCmds = map[string]func(*testscript.TestScript, bool, []string){
	"held": heldCmd, "interrupt": interruptCmd, "readonly": readonlyCmd, "tmpfs": tmpfsCmd,
}

// heldCmd: held DIR CODE COMMAND ARG… runs a command while a refresh of DIR
// stands still in the middle of its work, and lets the refresh end well.
// HOLDER and HOST say where it runs.
func heldCmd(ts *testscript.TestScript, neg bool, args []string) {
	usage(ts, neg || len(args) < 3, "held DIR CODE COMMAND ARG…")
	holder := exec.Command("tresektor", "refresh", "--dir", ts.MkAbs(args[0]), "--date", "2026-11-22")
	ts.Check(holder.Start())
	defer holder.Process.Kill()
	waitFor(ts, filepath.Join(ts.MkAbs(args[0]), "state", "lock.json"))
	ts.Check(holder.Process.Signal(syscall.SIGSTOP))
	host, err := os.Hostname()
	ts.Check(err)
	ts.Setenv("HOLDER", strconv.Itoa(holder.Process.Pid))
	ts.Setenv("HOST", host)
	begun := time.Now()
	checkExit(ts, args[1], ts.Exec(args[2], args[3:]...))
	if took := time.Since(begun); took > 10*time.Second {
		ts.Fatalf("the command waited for %s", took)
	}
	ts.Check(holder.Process.Signal(syscall.SIGCONT))
	ts.Check(holder.Wait())
}

// waitFor waits for a file that has something in it.
func waitFor(ts *testscript.TestScript, file string) {
	for range 30_000 {
		if about, err := os.Stat(file); err == nil && about.Size() > 0 {
			return
		}
		time.Sleep(time.Millisecond)
	}
	ts.Fatalf("%s does not come", file)
}

// interruptCmd: interrupt TEXT COMMAND ARG… runs a command, sends it SIGINT
// when it writes a line with TEXT, and wants it to end soon with exit code
// 130. What it wrote is in stderr.
func interruptCmd(ts *testscript.TestScript, neg bool, args []string) {
	usage(ts, neg || len(args) < 2, "interrupt TEXT COMMAND ARG…")
	cmd := exec.Command(args[1], args[2:]...)
	cmd.Dir = ts.MkAbs(".")
	out, err := cmd.StderrPipe()
	ts.Check(err)
	ts.Check(cmd.Start())
	defer cmd.Process.Kill()
	var sent time.Time
	lines := bufio.NewScanner(out)
	for lines.Scan() {
		fmt.Fprintln(ts.Stderr(), lines.Text())
		if sent.IsZero() && strings.Contains(lines.Text(), args[0]) {
			ts.Check(cmd.Process.Signal(os.Interrupt))
			sent = time.Now()
		}
	}
	io.Copy(ts.Stderr(), out)
	err = cmd.Wait()
	if took := time.Since(sent); sent.IsZero() || took > 10*time.Second {
		ts.Fatalf("ended %s after the signal", took)
	}
	checkExit(ts, "130", err)
}

// readonlyCmd: readonly CODE COMMAND ARG… runs a command that modes of files
// and folders hold back, also when the tests are run by root: the command is
// started from a thread without the capabilities that override modes.
func readonlyCmd(ts *testscript.TestScript, neg bool, args []string) {
	usage(ts, neg || len(args) < 2, "readonly CODE COMMAND ARG…")
	done := make(chan error)
	go func() {
		runtime.LockOSThread() // and never unlocked: the thread ends with this function
		err := dropOverride()
		if err == nil {
			err = ts.Exec(args[1], args[2:]...)
		}
		done <- err
	}()
	checkExit(ts, args[0], <-done)
}

func dropOverride() error {
	const (
		boundingDrop = 24 // PR_CAPBSET_DROP
		override     = 1  // CAP_DAC_OVERRIDE
		readSearch   = 2  // CAP_DAC_READ_SEARCH
	)
	if os.Getuid() != 0 {
		return nil
	}
	for _, capability := range []uintptr{override, readSearch} {
		if _, _, no := syscall.RawSyscall(syscall.SYS_PRCTL, boundingDrop, capability, 0); no != 0 {
			return fmt.Errorf("drop capability %d: %w", capability, no)
		}
	}
	return nil
}

// tmpfsCmd: tmpfs DIR SIZE makes a folder on a small disk of its own.
func tmpfsCmd(ts *testscript.TestScript, neg bool, args []string) {
	usage(ts, neg || len(args) != 2, "tmpfs DIR SIZE")
	dir := ts.MkAbs(args[0])
	ts.Check(errors.Join(os.MkdirAll(dir, 0o755), mount(dir, args[1])))
	ts.Defer(func() { syscall.Unmount(dir, syscall.MNT_DETACH) })
}

func mount(dir, size string) error {
	return syscall.Mount("none", dir, "tmpfs", 0, "size="+size)
}

// canMount tells whether the tests may have disks of their own.
func canMount() bool {
	dir, err := os.MkdirTemp("", "tresektor-mount-")
	if err != nil {
		return false
	}
	defer os.Remove(dir)
	return mount(dir, "64k") == nil && syscall.Unmount(dir, syscall.MNT_DETACH) == nil
}
