package main

import (
	"go/ast"
	"go/parser"
	"go/token"
	"os"
	"regexp"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
)

// README.md is what scripts are written from: its table has the constants of
// exit.go, with the words beside them, and no others.
func TestExitCodesAreThoseOfTheReadme(t *testing.T) {
	readme, err := os.ReadFile("../../README.md")
	if err != nil {
		t.Fatal(err)
	}
	documented := map[string]string{}
	_, section, _ := strings.Cut(string(readme), "## Exit codes\n")
	section, _, _ = strings.Cut(section, "\n## ")
	for _, row := range regexp.MustCompile(`(?m)^\| (\d+) \| (.+) \|$`).FindAllStringSubmatch(section, -1) {
		documented[row[1]] = row[2]
	}
	if diff := cmp.Diff(exitCodes(t), documented); diff != "" {
		t.Errorf("exit.go and README.md differ (-exit.go +README.md):\n%s", diff)
	}
}

// exitCodes reads the constants exit… and the comments beside them.
func exitCodes(t *testing.T) map[string]string {
	t.Helper()
	file, err := parser.ParseFile(token.NewFileSet(), "exit.go", nil, parser.ParseComments)
	if err != nil {
		t.Fatal(err)
	}
	codes := map[string]string{}
	ast.Inspect(file, func(n ast.Node) bool {
		if c, ok := n.(*ast.ValueSpec); ok && strings.HasPrefix(c.Names[0].Name, "exit") && c.Values != nil {
			codes[c.Values[0].(*ast.BasicLit).Value] = strings.TrimSpace(c.Comment.Text())
		}
		return true
	})
	if len(codes) < 2 {
		t.Fatal("no exit codes found in exit.go")
	}
	return codes
}
