// Package data holds what people decided and published: code lists, sector
// definitions, published figures, measures, profiles of sources, and the example workspace.
//
// Nothing here is computed. Every row of a list names its source, and every
// rule of a definition says in words what it decides and why.
package data

import (
	"embed"
	"io/fs"
)

//go:embed *.csv kind.yaml definition figure measure profile example
var files embed.FS

// FS returns the embedded files: <list>.csv, definition/<id>.yaml,
// figure/*.csv, measure/<id>.yaml, profile/<id>.yaml with <id>.volume.sql and
// <id>.evidence.sql, and example/, a complete workspace.
func FS() fs.FS { return files }
