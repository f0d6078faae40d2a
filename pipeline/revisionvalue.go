package pipeline

import (
	"context"
	"encoding/csv"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"strconv"
	"strings"

	"tresektor/pipeline/edition"
)

// cellNames are the dimensions of a cell of share.
func cellNames() []string {
	return []string{"definition", "measure", "period", "place", "area", "agreement", "sector"}
}

func cellColumns() (columns []column) {
	for _, name := range cellNames() {
		columns = append(columns, column{name, text})
	}
	return columns
}

// valueTable is what a stage's numbers are put into.
func valueTable(name string) table {
	return table{name: name, columns: append(append([]column{{"stage", integer}}, cellColumns()...),
		column{"amount", integer}, column{"total", integer}, column{"share", integer})}
}

// beginStages puts the numbers of the edition before into the warehouse.
func (s *session) beginStages(ctx context.Context) error {
	r := s.revising
	before, err := s.before("vintage")
	if err != nil {
		return err
	}
	if r.scale, err = s.scale(before); err != nil {
		return err
	}
	if err := s.put(ctx, valueTable("revision_value")); err != nil {
		return err
	}
	if err := s.putVintages(ctx, before); err != nil || r.previous == "" {
		return err
	}
	if err := s.publishedValues(ctx); err != nil {
		return err
	}
	return s.datePeriods(ctx)
}

// before reads a table of the edition before; one that it lacks has no rows.
func (s *session) before(name string) ([]map[string]string, error) {
	if s.revising.previous == "" {
		return nil, nil
	}
	rows, err := readCSV(filepath.Join(s.editions(), s.revising.previous, "tables", name+".csv"))
	if errors.Is(err, fs.ErrNotExist) {
		return nil, nil
	}
	return rows, err
}

// scale is how many decimals amounts of each measure have, here or in the
// edition before: both are compared in the smaller unit.
func (s *session) scale(vintages []map[string]string) (map[string]int, error) {
	scale := map[string]int{}
	for _, m := range s.space.Measures {
		scale[m.ID] = m.Decimals
	}
	measures, err := s.before("measure")
	for _, row := range measures {
		decimals, wrong := strconv.Atoi(row["decimals"])
		err = errors.Join(err, wrong)
		scale[row["measure"]] = max(scale[row["measure"]], decimals)
	}
	for _, row := range vintages {
		for _, name := range []string{"first_amount", "latest_amount", "first_total", "latest_total"} {
			scale[row["measure"]] = max(scale[row["measure"]], decimalsOf(row[name]))
		}
	}
	return scale, err
}

// publishedValues reads the published shares of the edition before, row by
// row: the table may be large.
func (s *session) publishedValues(ctx context.Context) error {
	file, err := os.Open(filepath.Join(s.editions(), s.revising.previous, "tables", "share.csv"))
	if err != nil {
		return err
	}
	defer file.Close()
	rows := csv.NewReader(file)
	header, err := rows.Read()
	if err != nil {
		return fmt.Errorf("share.csv of edition %s: %w", s.revising.previous, err)
	}
	at := map[string]int{}
	for i, name := range header {
		at[name] = i
	}
	v := s.values(0)
	for {
		row, err := rows.Read()
		if errors.Is(err, io.EOF) {
			return v.flush(ctx)
		}
		if err == nil {
			err = v.add(ctx, func(name string) string { return row[at[name]] })
		}
		if err != nil {
			return fmt.Errorf("share.csv of edition %s: %w", s.revising.previous, err)
		}
	}
}

// addValues adds a stage's numbers, as they would be published.
func (s *session) addValues(ctx context.Context, stage int, share edition.Table) error {
	at := map[string]int{}
	for i, f := range share.Fields {
		at[f.Name] = i
	}
	v := s.values(stage)
	for _, row := range share.Rows {
		err := v.add(ctx, func(name string) string { text, _ := row[at[name]].(string); return text })
		if err != nil {
			return err
		}
	}
	return v.flush(ctx)
}

// values adds numbers of a stage to the warehouse, many at a time.
func (s *session) values(stage int) *values {
	return &values{session: s, stage: int64(stage), table: valueTable("revision_incoming"), seen: map[string]bool{}}
}

type values struct {
	session *session
	stage   int64
	table   table
	seen    map[string]bool // where nothing is compared: a period needs one row
}

// valuesAtOnce are put into the warehouse together.
const valuesAtOnce = 1 << 16

func (v *values) add(ctx context.Context, cell func(name string) string) error {
	if cell("amount") == "" {
		return nil
	}
	row := []any{v.stage}
	for _, name := range cellNames() {
		row = append(row, strings.Clone(cell(name)))
	}
	if v.session.revising.previous == "" {
		period := strings.Join([]string{cell("definition"), cell("measure"), cell("period")}, "\n")
		if v.seen[period] {
			return nil
		}
		v.seen[period] = true
	}
	decimals := v.session.revising.scale[cell("measure")]
	for _, number := range []struct {
		text     string
		decimals int
	}{{cell("amount"), decimals}, {cell("total"), decimals}, {cell("share"), 6}} {
		n, err := units(number.text, number.decimals)
		if err != nil {
			return err
		}
		row = append(row, n)
	}
	if v.table.rows = append(v.table.rows, row); len(v.table.rows) < valuesAtOnce {
		return nil
	}
	return v.flush(ctx)
}

func (v *values) flush(ctx context.Context) error {
	if len(v.table.rows) == 0 {
		return nil
	}
	if err := v.session.put(ctx, v.table); err != nil {
		return err
	}
	v.table.rows = nil
	if err := v.session.wh.Exec(ctx, "insert into revision_value select * from revision_incoming"); err != nil {
		return err
	}
	return v.session.wh.Exec(ctx, "drop table revision_incoming")
}

// units reads an exact decimal into whole units of its last decimal, of which
// there may be fewer than decimals; nil where there is no number.
func units(text string, decimals int) (any, error) {
	if text == "" {
		return nil, nil
	}
	whole, fraction, _ := strings.Cut(text, ".")
	if len(fraction) > decimals {
		return nil, fmt.Errorf("%q has more than %s", text, edition.Plural(decimals, "decimal", "decimals"))
	}
	n, err := strconv.ParseInt(whole+fraction+strings.Repeat("0", decimals-len(fraction)), 10, 64)
	return n, err
}
