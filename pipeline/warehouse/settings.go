package warehouse

import (
	"context"
	"database/sql/driver"
	"fmt"
	"strings"

	"github.com/marcboeker/go-duckdb"
)

// catalog is the database everything lives in. The file is attached under
// this name and not opened directly, because go-duckdb reads a path as a URL
// and stumbles on %. DuckDB's own database, memory, is left with
// nothing in it but registered views.
const catalog = "tresektor"

// A connector makes connections that have the catalog as their default.
type connector struct{ *duckdb.Connector }

func (c connector) Connect(ctx context.Context) (driver.Conn, error) {
	conn, err := c.Connector.Connect(ctx)
	if err != nil {
		return nil, err
	}
	if err := run(ctx, conn, "use "+catalog); err != nil {
		conn.Close()
		return nil, err
	}
	return conn, nil
}

func connect(ctx context.Context, path string, settings []string) (driver.Connector, error) {
	if strings.Contains(path, "?") {
		return nil, fmt.Errorf("%s: DuckDB cannot keep a database under a name with a question mark", path)
	}
	c, err := duckdb.NewConnector("", nil)
	if err != nil {
		return nil, err
	}
	if err := attach(ctx, c, path, settings); err != nil {
		c.Close()
		return nil, err
	}
	return connector{c}, nil
}

func attach(ctx context.Context, c *duckdb.Connector, path string, settings []string) error {
	conn, err := c.Connect(ctx)
	if err != nil {
		return err
	}
	defer conn.Close()
	if err := run(ctx, conn, attachment(path)); err != nil {
		return openError(path, err)
	}
	for _, setting := range settings {
		if err := run(ctx, conn, "set "+setting); err != nil {
			return fmt.Errorf("set %s: %w", setting, err)
		}
	}
	return nil
}

func attachment(path string) string {
	if path == "" {
		path = ":memory:"
	}
	return "attach " + literal(path) + " as " + catalog
}

func run(ctx context.Context, conn driver.Conn, sql string) error {
	_, err := conn.(driver.ExecerContext).ExecContext(ctx, sql, nil)
	return err
}

// settings lists what is set, in order: after the last nothing can be set.
// Order is not preserved because rows carry their line, and it saves half
// the memory.
func settings(tempDir string, o Options) []string {
	list := []string{"preserve_insertion_order = false"}
	if o.Threads > 0 {
		list = append(list, fmt.Sprintf("threads = %d", o.Threads))
	}
	if o.Memory != "" {
		list = append(list, "memory_limit = "+literal(o.Memory))
	}
	list = append(list, "temp_directory = "+literal(tempDir))
	list = append(list, withoutExtensions()...)
	return append(list, "enable_external_access = false", "lock_configuration = true")
}

func fileSettings() []string {
	list := append([]string{"temp_directory = ''"}, withoutExtensions()...)
	return append(list, "lock_configuration = true")
}

func withoutExtensions() []string {
	return []string{
		"autoinstall_known_extensions = false",
		"autoload_known_extensions = false",
	}
}

func literal(text string) string { return "'" + strings.ReplaceAll(text, "'", "''") + "'" }

func quote(name string) string { return `"` + strings.ReplaceAll(name, `"`, `""`) + `"` }
