package pipeline

import (
	"cmp"
	"encoding/json"
	"io"
	"path"
	"slices"
	"strings"

	"tresektor/pipeline/edition"
)

// indexName is the file that says, for programs, which tables an edition has
// and in which files.
const indexName = "index.json"

// A fileIndex is index.json. Addresses are relative to it.
type fileIndex struct {
	Title     edition.Text   `json:"title"`
	Publisher edition.Text   `json:"publisher"`
	Licence   string         `json:"licence"`
	Date      string         `json:"date"`
	Measures  []indexedTable `json:"measures"` // share, one table for each measure
	Tables    []indexedTable `json:"tables"`   // all others
}

// An indexedTable is a table with all its files.
type indexedTable struct {
	Name        string        `json:"name"`
	Title       edition.Text  `json:"title"`
	Description edition.Text  `json:"description"`
	Files       []indexedFile `json:"files"`
}

// An indexedFile is one form of a table, or a part of one that is divided.
type indexedFile struct {
	Path   string `json:"path"`
	Format string `json:"format"`
	Part   string `json:"part"` // of a table that is divided, or a language; "" for the whole
	Size   int64  `json:"size"` // bytes
	SHA256 string `json:"sha256"`
}

// indexOf lists the files of tables and cubes that have been written.
func (s *session) indexOf(files []edition.File, f tableFolder) fileIndex {
	config := s.space.Config
	index := fileIndex{Title: editionText(config.Title), Publisher: editionText(config.Publisher), Licence: config.Licence, Date: s.day()}
	byTable := map[string][]indexedFile{}
	for _, f := range files {
		name, ending, _ := strings.Cut(path.Base(f.Path), ".")
		if format := formatOf("." + ending); path.Dir(f.Path) == "tables" && format != "" {
			part, _, isPart := strings.Cut(ending, ".")
			if !isPart || format == "notes" {
				part = ""
			}
			if part != "en" && strings.HasSuffix(ending, ".en.json") {
				part += " en"
			}
			byTable[name] = append(byTable[name], indexedFile{f.Path, format, part, f.Size, f.SHA256})
		}
	}
	for _, each := range byTable {
		slices.SortFunc(each, byFormat)
	}
	indexed := func(list []edition.Table) (all []indexedTable) {
		for _, t := range list {
			all = append(all, indexedTable{t.Name, t.Title, t.Description, byTable[t.Name]})
		}
		return all
	}
	index.Measures, index.Tables = indexed(f.cubes), indexed(f.tables)
	return index
}

// byFormat puts the formats that most readers want first, and parts in order.
func byFormat(a, b indexedFile) int {
	order := []string{"CSV", "Parquet", "JSON-stat", "PX", "CSVW", "notes"}
	return cmp.Or(cmp.Compare(slices.Index(order, a.Format), slices.Index(order, b.Format)), cmp.Compare(a.Path, b.Path))
}

// formatOf names a file's format by its ending, "" for one that is no table.
func formatOf(ending string) string {
	switch {
	case strings.HasSuffix(ending, ".csv-metadata.json"):
		return "CSVW"
	case strings.HasSuffix(ending, ".notes.json"):
		return "notes"
	}
	return map[string]string{".csv": "CSV", ".json": "JSON-stat", ".parquet": "Parquet", ".px": "PX"}[path.Ext(ending)]
}

func writeIndex(c *edition.Candidate, index fileIndex) error {
	return c.Write(indexName, func(w io.Writer) error {
		out := json.NewEncoder(w)
		out.SetEscapeHTML(false)
		out.SetIndent("", "  ")
		return out.Encode(index)
	})
}
