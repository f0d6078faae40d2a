package workspace

import (
	"fmt"
	"reflect"
	"regexp"
	"slices"
	"strconv"
	"strings"

	"github.com/goccy/go-yaml/ast"
)

var (
	decimalType   = reflect.TypeFor[Decimal]()
	decimalNumber = regexp.MustCompile(`^[0-9]+(\.[0-9]+)?$`)
)

// sequence decodes a list; one text may stand for a list of one text.
func (d *decoder) sequence(n ast.Node, v reflect.Value, path string, tag reflect.StructTag) {
	nodes := []ast.Node{n}
	list, ok := n.(*ast.SequenceNode)
	if ok {
		nodes = list.Values
	} else if v.Type().Elem().Kind() != reflect.String {
		d.wrong(n, path, "a list")
		return
	}
	if len(nodes) == 0 && isRequired(tag) {
		d.found.add(at(d.file, n), "%q is an empty list", path)
	}
	v.Set(reflect.MakeSlice(v.Type(), len(nodes), len(nodes)))
	for i, each := range nodes {
		element := path
		if ok {
			element = fmt.Sprintf("%s[%d]", path, i)
		}
		d.value(each, v.Index(i), element, tag)
	}
}

func (d *decoder) scalar(n ast.Node, v reflect.Value, path string, tag reflect.StructTag) {
	switch {
	case v.Type() == decimalType:
		d.number(n, v, path)
	case v.Kind() == reflect.String:
		d.text(n, v, path, tag)
	case v.Kind() == reflect.Bool:
		if b, ok := n.(*ast.BoolNode); ok {
			v.SetBool(b.Value)
			return
		}
		d.wrong(n, path, "true or false")
	default:
		number, err := strconv.ParseInt(n.GetToken().Value, 10, 64)
		if _, ok := n.(*ast.IntegerNode); !ok || err != nil {
			d.wrong(n, path, "a whole number")
			return
		}
		v.SetInt(number)
	}
}

func (d *decoder) number(n ast.Node, v reflect.Value, path string) {
	_, whole := n.(*ast.IntegerNode)
	_, fraction := n.(*ast.FloatNode)
	text := n.GetToken().Value
	if !whole && !fraction || !decimalNumber.MatchString(text) {
		d.wrong(n, path, "a number such as 1 or 0.5")
		return
	}
	v.SetString(text)
}

func (d *decoder) text(n ast.Node, v reflect.Value, path string, tag reflect.StructTag) {
	switch n := n.(type) {
	case *ast.StringNode:
		v.SetString(n.Value)
	case *ast.LiteralNode:
		v.SetString(n.Value.Value)
	case *ast.IntegerNode, *ast.FloatNode, *ast.BoolNode:
		text := n.GetToken().Value
		d.found.add(at(d.file, n), "%q is %s, expected a text; write '%s'", path, kind(n), text)
		return
	default:
		d.wrong(n, path, "a text")
		return
	}
	if closed := strings.Fields(tag.Get("oneof")); len(closed) > 0 && !slices.Contains(closed, v.String()) {
		d.found.add(at(d.file, n), "%q is %q%s", path, v.String(), instead(v.String(), closed))
	}
	if isRequired(tag) && strings.TrimSpace(v.String()) == "" {
		d.found.add(at(d.file, n), "%q is empty", path)
	}
}

func (d *decoder) wrong(n ast.Node, path, expected string) {
	d.found.add(at(d.file, n), "%q is %s, expected %s", path, kind(n), expected)
}
