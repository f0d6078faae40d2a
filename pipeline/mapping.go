package pipeline

import (
	"context"
	"errors"
	"fmt"
	"slices"
	"strings"

	"tresektor/pipeline/decode"
	"tresektor/pipeline/warehouse"
	"tresektor/pipeline/workspace"
	"tresektor/queries"
)

// A mapping runs a source's two SELECTs on one load and accounts for every
// row and sum of it. All of it is one transaction.
type mapping struct {
	*session
	source   workspace.Source
	snapshot workspace.Snapshot
	key      string
	reader   *decode.Reader
	file     *decode.File
	load     *warehouse.Load
	account  Load
}

func (m *mapping) run(ctx context.Context) error {
	if err := m.begin(ctx); err != nil {
		return err
	}
	if err := m.describeSnapshot(ctx); err != nil {
		return err
	}
	if err := m.selects(ctx); err != nil {
		return err
	}
	relations, err := queries.Load()
	if err != nil {
		return err
	}
	for _, r := range relations {
		if err := m.relation(ctx, r); err != nil {
			return fmt.Errorf("%s: %w", r.Name, err)
		}
	}
	return m.settle(ctx)
}

var errNoRows = errors.New("there is a header but no rows")

// begin compares what was decoded with what arrived, removes the load that
// this one replaces, and numbers it.
func (m *mapping) begin(ctx context.Context) error {
	sum, err := m.file.SHA256()
	if err != nil {
		return err
	}
	if sum != m.snapshot.SHA256 {
		return fmt.Errorf("the snapshot's SHA-256 is %s, but it was %s when it was taken; put the file into inbox again and remove the snapshot's folder", sum, m.snapshot.SHA256)
	}
	read := m.reader.Account()
	if m.load.Rows() != read.Kept() {
		return fmt.Errorf("%d rows arrived, but %d were decoded", m.load.Rows(), read.Kept())
	}
	for name, sum := range read.Sums {
		if m.load.Sum(name).Cmp(sum.Kept) != 0 {
			return fmt.Errorf("sum of %s is %s, but %s was decoded", name, m.load.Sum(name), sum.Kept)
		}
	}
	if read.Rows == 0 {
		return errNoRows
	}
	m.account = Load{
		Key: m.key, Source: m.source.ID, Partition: m.snapshot.Partition, File: m.snapshot.Name,
		SHA256: m.snapshot.SHA256, Size: m.snapshot.Size, Encoding: read.Encoding,
		Separator: read.Separator, Rows: read.Rows, NotNeeded: read.NotNeeded,
	}
	if err := m.replace(ctx); err != nil {
		return err
	}
	err = m.load.QueryRow(ctx, "select coalesce(max(load_id), 0) + 1 from load").Scan(&m.account.ID)
	if err != nil {
		return err
	}
	return m.load.Exec(ctx, "create temp table this_load as select ?::integer as load_id, ?::varchar as source",
		m.account.ID, m.source.ID)
}

// replace removes the loads of the same source and partition.
func (m *mapping) replace(ctx context.Context) error {
	ids, err := integers(m.load.Query(ctx,
		"select load_id from load where source = ? and partition = ?", m.source.ID, m.snapshot.Partition))
	if err != nil {
		return err
	}
	return removeLoad(ctx, m.load, ids)
}

// describeSnapshot makes the one-row table snapshot, which the source's SQL may
// read: the file's name and its partition, such as 2024 or 2024-05.
func (m *mapping) describeSnapshot(ctx context.Context) error {
	return m.load.Exec(ctx, "create temp table snapshot as select ?::varchar as file, ?::varchar as partition",
		m.snapshot.Name, m.snapshot.Partition)
}

// selects runs the source's SQL. A source without one of the two has rows of
// neither kind there.
func (m *mapping) selects(ctx context.Context) error {
	for _, s := range []struct{ kind, table, path, sql string }{
		{"view", "volume_select", m.source.VolumePath, m.source.VolumeSQL},
		{"table", "evidence_select", m.source.EvidencePath, m.source.EvidenceSQL},
	} {
		if s.sql == "" {
			s.sql = "select null::bigint as line where false"
		}
		if err := m.load.Exec(ctx, "create temp "+s.kind+" "+s.table+" as\n"+s.sql); err != nil {
			return fmt.Errorf("%s: %w", s.path, err)
		}
		columns, err := m.load.Describe(ctx, "select * from "+s.table)
		if err != nil {
			return err
		}
		if err := checkColumns(s.table, columns); err != nil && s.path != "" {
			return fmt.Errorf("%s: %w", s.path, err)
		}
	}
	return nil
}

// What the two SELECTs must and may return.
func selectColumns(table string) (required, optional []string) {
	if table == "volume_select" {
		return []string{"line", "measure", "period", "place", "provider_id", "amount"},
			[]string{"area", "agreement", "amount_low", "amount_high", "hidden_units", "reference_date", "drop_reason"}
	}
	return []string{"line", "provider_id", "attribute", "value"},
		[]string{"other_id", "observed_date", "valid_from", "valid_to", "drop_reason"}
}

// checkColumns compares what a SELECT returned with what it must and may
// return: an unknown name is more often a slip than a wish.
func checkColumns(table string, columns []warehouse.Column) error {
	required, optional := selectColumns(table)
	var names []string
	for _, c := range columns {
		names = append(names, c.Name)
		if strings.HasPrefix(c.Name, "amount") && !isExact(c.Type) {
			return fmt.Errorf("column %s is %s; amounts are integers or DECIMAL, whose sums are the same in every run", c.Name, c.Type)
		}
	}
	for _, name := range required {
		if !slices.Contains(names, name) {
			return fmt.Errorf("column %s is missing; found %s", name, strings.Join(names, ", "))
		}
	}
	for _, name := range names {
		if !slices.Contains(required, name) && !slices.Contains(optional, name) {
			return fmt.Errorf("column %s is not one that is read; those are %s", name,
				strings.Join(append(required, optional...), ", "))
		}
	}
	return nil
}

// isExact tells whether sums of a type are exact.
func isExact(kind string) bool {
	return strings.HasSuffix(kind, "INT") || strings.HasSuffix(kind, "INTEGER") || strings.HasPrefix(kind, "DECIMAL")
}

// relation makes one relation. One that surely has no rows is made without
// running its SELECT: it would read all of the source again.
func (m *mapping) relation(ctx context.Context, r queries.Relation) error {
	if empty, err := m.isEmpty(ctx, r.When); err != nil {
		return err
	} else if empty {
		r.SQL = r.Empty()
	}
	switch {
	case r.Into != "":
		return m.load.Exec(ctx, "insert into "+r.Into+" by name\n"+r.SQL)
	case r.View:
		return m.load.Exec(ctx, "create temp view "+r.Name+" as\n"+r.SQL)
	}
	return m.load.Exec(ctx, "create temp table "+r.Name+" as\n"+r.SQL)
}

// isEmpty tells whether there are relations that decide, and none has rows.
func (m *mapping) isEmpty(ctx context.Context, deciding []string) (bool, error) {
	for _, name := range deciding {
		rows := 0
		err := m.load.QueryRow(ctx, "select count(*) from "+name).Scan(&rows)
		if err != nil || rows > 0 {
			return false, err
		}
	}
	return len(deciding) > 0, nil
}
