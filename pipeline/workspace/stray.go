package workspace

import (
	"io/fs"
	"path"
	"strings"
)

// strays reports files in the folders of configuration that nothing reads: a
// wrong ending, or SQL of a source that does not exist. Hidden files and the
// backups of editors are left alone.
func (r *reader) strays(sources []string) {
	for folder, ending := range map[string]string{"definition": ".yaml", "measure": ".yaml", "code": ".csv", "figure": ".csv", "sources": ".yaml"} {
		entries, _ := fs.ReadDir(r.own, folder)
		for _, each := range entries {
			name := each.Name()
			if strings.HasPrefix(name, ".") || strings.HasSuffix(name, "~") || path.Ext(name) == ending {
				continue
			}
			if folder == "sources" && path.Ext(name) == ".sql" {
				r.straySQL(name, sources)
				continue
			}
			r.found.add(Position{folder + "/" + name, 1, 1}, "this is not read; files in %s/ end in %s", folder, ending)
		}
	}
}

func (r *reader) straySQL(name string, sources []string) {
	at := Position{"sources/" + name, 1, 1}
	id, ending, _ := strings.Cut(name, ".")
	if ending != "volume.sql" && ending != "evidence.sql" {
		r.found.add(at, "this is not read; the SELECTs of a source are called %s.volume.sql and %s.evidence.sql", id, id)
		return
	}
	known(id, sources, "source", at, r.found)
}
