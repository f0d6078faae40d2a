package workspace

import (
	"reflect"
	"slices"
	"strings"
)

// keyOf gives the YAML key of a field, "" if it has none.
func keyOf(field reflect.StructField) (key string, required bool) {
	key, option, _ := strings.Cut(field.Tag.Get("yaml"), ",")
	return key, option == "required"
}

// fieldOf gives the index of the field with a YAML key, or -1.
func fieldOf(t reflect.Type, key string) int {
	for i := range t.NumField() {
		if name, _ := keyOf(t.Field(i)); name != "" && name == key {
			return i
		}
	}
	return -1
}

// keysOf lists the YAML keys of a struct in their order.
func keysOf(t reflect.Type) []string {
	var keys []string
	for i := range t.NumField() {
		key, _ := keyOf(t.Field(i))
		keys = append(keys, key)
	}
	return slices.DeleteFunc(keys, func(key string) bool { return key == "" })
}

func isRequired(tag reflect.StructTag) bool {
	return strings.HasSuffix(tag.Get("yaml"), ",required")
}
