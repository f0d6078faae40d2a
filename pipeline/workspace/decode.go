package workspace

import (
	"fmt"
	"reflect"
	"strconv"
	"strings"

	"github.com/goccy/go-yaml/ast"
)

// A decoder fills structs from YAML. Struct tags say what is accepted:
//
//	yaml:"key,required"  the key, and that it must be there
//	default:"1"          the value where the key is not there
//	oneof:"a b"          the closed list of values
//
// A later document decoded into the same struct replaces the keys it has.
type decoder struct {
	file      string
	positions map[string]Position
	found     *problems
}

var (
	whereType  = reflect.TypeFor[Where]()
	phraseType = reflect.TypeFor[Phrase]()
)

// decodeYAML fills the struct that into points to from the texts of files, the
// later files replacing keys of the earlier. Missing keys are reported in the
// last.
func decodeYAML(into any, found *problems, files ...file) {
	d := decoder{positions: map[string]Position{}, found: found}
	v := reflect.ValueOf(into).Elem()
	whole := true
	for _, f := range files {
		d.file = f.path
		d.positions[""] = Position{f.path, 1, 1}
		m := parseYAML(f.path, f.text, found)
		if m == nil {
			whole = false
			continue
		}
		d.positions[""] = at(f.path, m)
		d.keys(m, v, "")
	}
	d.complete(v, "", whole)
}

// value decodes one node into v, which it replaces whole.
func (d *decoder) value(n ast.Node, v reflect.Value, path string, tag reflect.StructTag) {
	if parent(path) == "" {
		d.forget(path)
	}
	d.positions[path] = at(d.file, n)
	v.SetZero()
	switch v.Kind() {
	case reflect.Pointer:
		v.Set(reflect.New(v.Type().Elem()))
		d.value(n, v.Elem(), path, tag)
	case reflect.Struct:
		if _, isMapping := n.(*ast.MappingNode); v.Type() == phraseType && !isMapping {
			d.text(n, v.FieldByName("SV"), path, tag)
			return
		}
		d.mapping(n, v, path)
	case reflect.Map:
		d.dictionary(n, v, path, tag)
	case reflect.Slice:
		d.sequence(n, v, path, tag)
	default:
		d.scalar(n, v, path, tag)
	}
}

// forget drops what an earlier file said below a key of the top.
func (d *decoder) forget(path string) {
	for each := range d.positions {
		if strings.HasPrefix(each, path+".") || strings.HasPrefix(each, path+"[") {
			delete(d.positions, each)
		}
	}
}

func (d *decoder) mapping(n ast.Node, v reflect.Value, path string) {
	m, ok := n.(*ast.MappingNode)
	if !ok {
		d.wrong(n, path, "keys with values ("+strings.Join(keysOf(v.Type()), ", ")+")")
		d.complete(v, path, false)
		return
	}
	d.keys(m, v, path)
	d.complete(v, path, true)
}

// keys decodes the values of a mapping into the fields of the same names.
func (d *decoder) keys(m *ast.MappingNode, v reflect.Value, path string) {
	first := map[string]Position{}
	for _, each := range m.Values {
		key, ok := d.key(each.Key, first)
		if !ok {
			continue
		}
		i := fieldOf(v.Type(), key)
		if i < 0 {
			d.found.add(at(d.file, each.Key), "unknown key %q%s%s", key, inside(path), instead(key, keysOf(v.Type())))
			continue
		}
		d.value(each.Value, v.Field(i), join(path, key), v.Type().Field(i).Tag)
	}
}

// key reads the name of a key, and reports it if it stood in first before.
func (d *decoder) key(n ast.MapKeyNode, first map[string]Position) (string, bool) {
	name, ok := n.(*ast.StringNode)
	if n.IsMergeKey() {
		d.found.add(at(d.file, n), "a merge key (<<) is not used here; write the keys out")
		return "", false
	}
	if !ok {
		d.found.add(at(d.file, n), "the key %s is not a text; write it in quotes", n.GetToken().Value)
		return "", false
	}
	if before, twice := first[name.Value]; twice {
		d.found.add(at(d.file, n), "key %q stands twice, first on line %d", name.Value, before.Line)
		return "", false
	}
	first[name.Value] = at(d.file, n)
	return name.Value, true
}

// complete fills in defaults and positions, and reports missing keys if the
// mapping could be read at all.
func (d *decoder) complete(v reflect.Value, path string, report bool) {
	for i := range v.NumField() {
		field := v.Type().Field(i)
		if field.Type == whereType {
			v.Field(i).Set(reflect.ValueOf(Where{path, d.positions}))
		}
		key, required := keyOf(field)
		if _, given := d.positions[join(path, key)]; key == "" || given {
			continue
		}
		if required && report {
			d.found.add(d.positions[path], "missing key %q%s", key, inside(path))
		}
		if !required {
			d.preset(v.Field(i), join(path, key), field.Tag)
		}
	}
}

func (d *decoder) preset(v reflect.Value, path string, tag reflect.StructTag) {
	text := tag.Get("default")
	switch {
	case v.Kind() == reflect.Struct:
		d.complete(v, path, true)
	case text == "":
	case v.Kind() == reflect.Bool:
		v.SetBool(text == "true")
	case v.Kind() == reflect.Int || v.Kind() == reflect.Int64:
		number, _ := strconv.ParseInt(text, 10, 64)
		v.SetInt(number)
	case v.Kind() == reflect.Slice:
		v.Set(reflect.ValueOf([]string{text}))
	default:
		v.SetString(text)
	}
}

func (d *decoder) dictionary(n ast.Node, v reflect.Value, path string, tag reflect.StructTag) {
	m, ok := n.(*ast.MappingNode)
	if !ok {
		d.wrong(n, path, "keys with values")
		return
	}
	v.Set(reflect.MakeMap(v.Type()))
	first := map[string]Position{}
	for _, each := range m.Values {
		key, ok := d.key(each.Key, first)
		if !ok {
			continue
		}
		element := reflect.New(v.Type().Elem()).Elem()
		d.value(each.Value, element, join(path, key), tag)
		v.SetMapIndex(reflect.ValueOf(key), element)
	}
}

func inside(path string) string {
	if path == "" {
		return ""
	}
	return fmt.Sprintf(" in %q", path)
}
