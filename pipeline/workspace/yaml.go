package workspace

import (
	"bytes"
	"errors"
	"fmt"
	"strings"
	"unicode/utf8"

	"github.com/goccy/go-yaml"
	"github.com/goccy/go-yaml/ast"
	"github.com/goccy/go-yaml/parser"
	"github.com/goccy/go-yaml/token"
)

// parseYAML reads the single mapping that a file of configuration is. Anchors,
// aliases, tags and merge keys are refused where a value is decoded: a reader
// of the file should see every value where it is used.
func parseYAML(file string, text []byte, found *problems) *ast.MappingNode {
	text = bytes.TrimPrefix(text, []byte("\xef\xbb\xbf"))
	if at, message := unreadable(text); message != "" {
		found.stop(Position{file, at, 1}, "%s", message)
		return nil
	}
	parsed, err := parseTokens(text)
	if err != nil {
		at, message := syntax(err)
		found.stop(Position{file, at.Line, at.Column}, "%s", message)
		return nil
	}
	var bodies []ast.Node
	for _, doc := range parsed.Docs {
		if doc.Body != nil {
			bodies = append(bodies, doc.Body)
		}
	}
	if len(bodies) > 1 {
		found.stop(at(file, bodies[1]), "a second YAML document begins; a file holds one")
		return nil
	}
	if len(bodies) == 0 {
		found.stop(Position{file, 1, 1}, "the file is empty")
		return nil
	}
	mapping, ok := bodies[0].(*ast.MappingNode)
	if !ok {
		found.stop(at(file, bodies[0]), "the file is %s, expected keys with values", kind(bodies[0]))
		return nil
	}
	return mapping
}

// parseTokens turns a panic of the parser into an error: the text is the
// user's, and the parser is somebody else's.
func parseTokens(text []byte) (parsed *ast.File, err error) {
	defer func() {
		if broken := recover(); broken != nil {
			err = fmt.Errorf("not readable as YAML (%v)", broken)
		}
	}()
	return parser.ParseBytes(text, 0, parser.AllowDuplicateMapKey())
}

func unreadable(text []byte) (line int, message string) {
	for i, each := range bytes.Split(text, []byte("\n")) {
		if !utf8.Valid(each) {
			return i + 1, "the line is not UTF-8; save the file as UTF-8"
		}
		if bytes.IndexByte(each, 0) >= 0 {
			return i + 1, "the line has a NUL byte"
		}
	}
	return 0, ""
}

func syntax(err error) (token.Position, string) {
	var bad *yaml.SyntaxError
	if errors.As(err, &bad) && bad.Token != nil && bad.Token.Position != nil {
		return *bad.Token.Position, bad.Message
	}
	first, _, _ := strings.Cut(err.Error(), "\n")
	return token.Position{Line: 1, Column: 1}, first
}

// at is where a node begins; for a mapping its first key, because the token
// of the mapping is its first colon.
func at(file string, n ast.Node) Position {
	if m, ok := n.(*ast.MappingNode); ok && len(m.Values) > 0 && !m.IsFlowStyle {
		n = m.Values[0].Key
	}
	p := n.GetToken().Position
	return Position{file, p.Line, p.Column}
}

// kind names a node in words for messages.
func kind(n ast.Node) string {
	switch n := n.(type) {
	case *ast.MappingNode:
		return "keys with values"
	case *ast.SequenceNode:
		return "a list"
	case *ast.StringNode:
		return fmt.Sprintf("the text %q", n.Value)
	case *ast.LiteralNode:
		return "a text"
	case *ast.IntegerNode, *ast.FloatNode, *ast.InfinityNode, *ast.NanNode:
		return "the number " + n.GetToken().Value
	case *ast.BoolNode:
		return n.GetToken().Value
	case *ast.NullNode:
		return "empty"
	}
	return "a YAML " + strings.ToLower(n.Type().String()) + ", which is not used here"
}
