package warehouse

import (
	"slices"
	"strings"
)

// A node is one JSON object of a serialised statement.
type node = map[string]any

// visit walks a value of the tree. Scope holds the names of the CTEs that
// can be seen from it, in lower case.
func (s *scan) visit(value any, scope []string) {
	switch v := value.(type) {
	case []any:
		for _, each := range v {
			s.visit(each, scope)
		}
	case node:
		s.visitNode(v, scope)
	}
}

func (s *scan) visitNode(n node, scope []string) {
	scope = s.widen(n, scope)
	switch text(n, "type") {
	case "VALUE_CONSTANT":
		return
	case "BASE_TABLE":
		s.table(n, scope)
	case "SHOW_REF":
		s.tableFunctions["describe"] = true
	case "TABLE_FUNCTION":
		s.tableFunction(n, scope)
		return
	}
	s.expression(n)
	s.modifiers(n)
	for key, value := range n {
		if key != "cte_map" {
			s.visit(value, scope)
		}
	}
}

// widen adds the names n defines. A CTE sees those before it but not itself:
// in "with source as (select * from source)" the inner one is the table.
func (s *scan) widen(n node, scope []string) []string {
	if ctes, ok := n["cte_map"].(node); ok {
		entries, _ := ctes["map"].([]any)
		for _, entry := range entries {
			cte := entry.(node)
			s.visit(cte["value"], scope)
			scope = append(scope, strings.ToLower(text(cte, "key")))
		}
	}
	if text(n, "type") == "RECURSIVE_CTE_NODE" {
		scope = append(scope, strings.ToLower(text(n, "cte_name")))
	}
	return scope
}

func (s *scan) table(n node, scope []string) {
	var parts []string
	for _, key := range []string{"catalog_name", "schema_name", "table_name"} {
		if part := text(n, key); part != "" {
			parts = append(parts, part)
		}
	}
	if len(parts) == 1 && slices.Contains(scope, strings.ToLower(parts[0])) {
		return
	}
	s.tables[strings.Join(parts, ".")] = true
}

func (s *scan) tableFunction(n node, scope []string) {
	function, _ := n["function"].(node)
	s.tableFunctions[strings.ToLower(text(function, "function_name"))] = true
	s.visit(function["children"], scope)
	s.sample(n)
}

func (s *scan) expression(n node) {
	switch text(n, "class") {
	case "FUNCTION":
		name := strings.ToLower(text(n, "function_name"))
		s.functions[name] = true
		if ordered, ok := n["order_bys"].(node); ok && isEmpty(ordered["orders"]) && needsOrder(name) {
			s.unordered[name] = true
		}
	case "WINDOW":
		name := strings.ToLower(text(n, "function_name"))
		s.functions[name] = true
		if isEmpty(n["orders"]) && needsOrder(name) {
			s.unordered[name] = true
		}
	case "COLUMN_REF":
		s.keyword(n)
	}
}

func (s *scan) keyword(n node) {
	names, _ := n["column_names"].([]any)
	if len(names) != 1 {
		return
	}
	if name := strings.ToLower(names[0].(string)); isKeyword(name) {
		s.keywords[name] = true
	}
}

// modifiers finds limit and distinct on without order by, positional joins
// and samples.
func (s *scan) modifiers(n node) {
	s.sample(n)
	if text(n, "ref_type") == "POSITIONAL" {
		s.unordered["positional join"] = true
	}
	list, _ := n["modifiers"].([]any)
	has := func(kind string) bool {
		return slices.ContainsFunc(list, func(m any) bool { return text(m.(node), "type") == kind })
	}
	for _, m := range list {
		switch {
		case has("ORDER_MODIFIER"):
		case strings.HasPrefix(text(m.(node), "type"), "LIMIT"):
			s.unordered["limit"] = true
		case !isEmpty(m.(node)["distinct_on_targets"]):
			s.unordered["distinct on"] = true
		}
	}
}

func (s *scan) sample(n node) {
	if _, ok := n["sample"].(node); ok {
		s.unordered["sample"] = true
	}
}

func text(n node, key string) string {
	value, _ := n[key].(string)
	return value
}

func isEmpty(value any) bool {
	list, _ := value.([]any)
	return len(list) == 0
}
