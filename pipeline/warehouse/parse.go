package warehouse

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"maps"
	"slices"
	"strings"
)

// Parsed is what a SELECT refers to, each name once and sorted.
type Parsed struct {
	Tables         []string // relations read, as "catalog.schema.table" where written so; no CTEs
	TableFunctions []string
	Functions      []string // scalar, aggregate and window functions and operators
	Keywords       []string // current_date and its like, which parse as columns
	Unordered      []string // what depends on the order of rows without giving one
}

// Parse reads sql with DuckDB's own parser. It is an error if it is not
// exactly one SELECT. Names are in lower case, as DuckDB compares them,
// except those of tables, which are as written.
func (w *Warehouse) Parse(ctx context.Context, sql string) (Parsed, error) {
	statement, err := w.serialize(ctx, sql)
	if err != nil {
		return Parsed{}, err
	}
	s := newScan()
	s.visit(statement, nil)
	return s.parsed(), nil
}

func (w *Warehouse) serialize(ctx context.Context, sql string) (any, error) {
	var text string
	err := w.QueryRow(ctx, "select json_serialize_sql(?::varchar)", sql).Scan(&text)
	if err != nil {
		return nil, err
	}
	var answer struct {
		Error      bool
		Type       string `json:"error_type"`
		Message    string `json:"error_message"`
		Position   string
		Statements []any
	}
	if err := json.Unmarshal([]byte(text), &answer); err != nil {
		return nil, fmt.Errorf("read json_serialize_sql: %w", err)
	}
	switch {
	case answer.Type == "parser" && answer.Position != "":
		return nil, fmt.Errorf("%s, %s", answer.Message, place(sql, answer.Position))
	case strings.Contains(answer.Message, "Only SELECT"):
		return nil, errors.New("not a SELECT")
	case answer.Error:
		return nil, errors.New(answer.Message)
	case len(answer.Statements) != 1:
		return nil, fmt.Errorf("%d statements instead of one SELECT", len(answer.Statements))
	}
	return answer.Statements[0], nil
}

// place turns an offset in characters into line and column.
func place(sql, position string) string {
	var at int
	fmt.Sscan(position, &at)
	characters := []rune(sql)
	before := strings.Split(string(characters[:min(at, len(characters))]), "\n")
	last := before[len(before)-1]
	return fmt.Sprintf("line %d column %d", len(before), len([]rune(last))+1)
}

// A scan walks a serialised statement and collects names.
type scan struct {
	tables, tableFunctions, functions, keywords, unordered map[string]bool
}

func newScan() *scan {
	return &scan{map[string]bool{}, map[string]bool{}, map[string]bool{}, map[string]bool{}, map[string]bool{}}
}

func (s *scan) parsed() Parsed {
	return Parsed{
		Tables:         slices.Sorted(maps.Keys(s.tables)),
		TableFunctions: slices.Sorted(maps.Keys(s.tableFunctions)),
		Functions:      slices.Sorted(maps.Keys(s.functions)),
		Keywords:       slices.Sorted(maps.Keys(s.keywords)),
		Unordered:      slices.Sorted(maps.Keys(s.unordered)),
	}
}
