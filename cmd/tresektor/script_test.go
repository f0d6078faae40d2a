package main

import (
	"errors"
	"flag"
	"fmt"
	"maps"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"sync"
	"testing"

	"github.com/rogpeppe/go-internal/testscript"

	"tresektor/pipeline/edition"
)

var update = flag.Bool("update", false, "write what is printed into the scripts' wanted files")

func TestMain(m *testing.M) {
	testscript.Main(m, map[string]func(){"tresektor": main})
}

// Every command, and every refusal, is a script. They work on a copy of
// testdata/workspace: one source, five rows, and a share that is 15 per cent.
func TestScript(t *testing.T) {
	commands := map[string]func(*testscript.TestScript, bool, []string){
		"workspace": workspaceCmd, "published": publishedCmd(t), "exits": exitsCmd,
		"unchanged": unchangedCmd, "edit": editCmd, "fill": fillCmd, "cut": cutCmd,
		"encode": encodeCmd, "json": jsonCmd, "absent": absentCmd, "message": messageCmd,
		"current": currentCmd,
		"zip":     zipCmd,
	}
	maps.Copy(commands, systemCmds)
	testscript.Run(t, testscript.Params{
		Dir:                 "testdata/script",
		RequireExplicitExec: true,
		RequireUniqueNames:  true,
		UpdateScripts:       *update,
		Cmds:                commands,
		Condition: func(name string) (bool, error) {
			if name != "tmpfs" {
				return false, fmt.Errorf("condition %s is unknown", name)
			}
			return canMount(), nil
		},
	})
}

// workspaceCmd: workspace DIR makes the small workspace, where nothing has
// been run yet. Files of the script that are there already are kept.
func workspaceCmd(ts *testscript.TestScript, neg bool, args []string) {
	usage(ts, neg || len(args) != 1, "workspace DIR")
	ts.Check(copyTree("testdata/workspace", ts.MkAbs(args[0])))
}

// publishedCmd: published DIR makes the small workspace after a refresh on
// 2026-11-20. The refresh is run once for all scripts. EDITION is the
// edition's id.
func publishedCmd(t *testing.T) func(*testscript.TestScript, bool, []string) {
	dir := filepath.Join(t.TempDir(), "w")
	refresh := sync.OnceValues(func() (string, error) {
		if err := copyTree("testdata/workspace", dir); err != nil {
			return "", err
		}
		cmd := exec.Command("tresektor", "refresh", "--dir", dir, "--date", "2026-11-20")
		if out, err := cmd.CombinedOutput(); err != nil {
			return "", errors.New(string(out))
		}
		return edition.Current(filepath.Join(dir, "editions"))
	})
	return func(ts *testscript.TestScript, neg bool, args []string) {
		usage(ts, neg || len(args) != 1, "published DIR")
		id, err := refresh()
		ts.Check(err)
		ts.Check(copyTree(dir, ts.MkAbs(args[0])))
		ts.Setenv("EDITION", id)
	}
}

// currentCmd: current DIR sets CURRENT to the id of the current edition.
func currentCmd(ts *testscript.TestScript, neg bool, args []string) {
	usage(ts, neg || len(args) != 1, "current DIR")
	id, err := edition.Current(filepath.Join(ts.MkAbs(args[0]), "editions"))
	ts.Check(err)
	ts.Setenv("CURRENT", id)
}

// exitsCmd: exits CODE COMMAND ARG… runs a command, which must end with that
// exit code.
func exitsCmd(ts *testscript.TestScript, neg bool, args []string) {
	usage(ts, neg || len(args) < 2, "exits CODE COMMAND ARG…")
	checkExit(ts, args[0], ts.Exec(args[1], args[2:]...))
}

func checkExit(ts *testscript.TestScript, want string, err error) {
	code := 0
	if ended := (*exec.ExitError)(nil); errors.As(err, &ended) {
		code = ended.ExitCode()
	} else {
		ts.Check(err)
	}
	if got := strconv.Itoa(code); got != want {
		ts.Fatalf("exit code %s, want %s", got, want)
	}
}

// unchangedCmd: unchanged DIR says that the workspace's only edition is
// $EDITION, current and whole, and that nothing lies beside it or in state/
// that a failed run may have left.
func unchangedCmd(ts *testscript.TestScript, neg bool, args []string) {
	usage(ts, neg || len(args) != 1, "unchanged DIR")
	id := ts.Getenv("EDITION")
	editions := filepath.Join(ts.MkAbs(args[0]), "editions")
	checkNames(ts, editions, id, "current", "history.json", "index.html", "en.html")
	current, err := edition.Current(editions)
	ts.Check(err)
	if current != id {
		ts.Fatalf("the current edition is %s, want %s", current, id)
	}
	problems, err := edition.Verify(editions, id)
	ts.Check(err)
	if len(problems) > 0 {
		ts.Fatalf("edition %s: %v", id, problems)
	}
	checkNames(ts, filepath.Join(ts.MkAbs(args[0]), "state", "trace"), id, "load")
	kept, err := filepath.Glob(filepath.Join(ts.MkAbs(args[0]), "state", "input", "[0-9]*"))
	ts.Check(err)
	if len(kept) != 1 || filepath.Base(kept[0]) != id {
		ts.Fatalf("inputs are kept of %v", kept)
	}
	checkState(ts, args[0])
}

// checkState refuses anything in state/ that a run should have taken away.
func checkState(ts *testscript.TestScript, dir string) {
	state := filepath.Join(ts.MkAbs(dir), "state")
	checkNames(ts, state, "inbox.json", "input", "key", "lock", "snapshots", "trace", "tresektor.duckdb")
	left, err := filepath.Glob(filepath.Join(state, "snapshots", "*", ".*"))
	ts.Check(err)
	unnamed, err := filepath.Glob(filepath.Join(state, "input", "*unfinished"))
	ts.Check(err)
	left = append(left, unnamed...)
	if len(left) > 0 {
		ts.Fatalf("left behind: %v", left)
	}
}

// checkNames refuses any other name in a folder.
func checkNames(ts *testscript.TestScript, dir string, allowed ...string) {
	entries, err := os.ReadDir(dir)
	ts.Check(err)
	for _, each := range entries {
		if !slices.Contains(allowed, each.Name()) {
			ts.Fatalf("left behind: %s", filepath.Join(dir, each.Name()))
		}
	}
}

func usage(ts *testscript.TestScript, wrong bool, text string) {
	if wrong {
		ts.Fatalf("usage: %s", text)
	}
}

// copyTree copies files and links with their modes, and keeps what is there.
func copyTree(from, to string) error {
	return filepath.WalkDir(from, func(path string, each os.DirEntry, err error) error {
		if err != nil {
			return err
		}
		target := filepath.Join(to, strings.TrimPrefix(path, from))
		about, err := each.Info()
		if _, there := os.Lstat(target); err != nil || there == nil {
			return err
		}
		switch {
		case each.IsDir():
			return os.MkdirAll(target, about.Mode())
		case about.Mode()&os.ModeSymlink != 0:
			link, err := os.Readlink(path)
			return errors.Join(err, os.Symlink(link, target))
		}
		content, err := os.ReadFile(path)
		return errors.Join(err, os.WriteFile(target, content, about.Mode()))
	})
}
