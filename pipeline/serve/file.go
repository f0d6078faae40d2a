package serve

import (
	"bytes"
	"crypto/sha256"
	"encoding/hex"
	"io"
	"mime"
	"net/http"
	"path"
	"slices"
	"strings"
	"time"

	"tresektor/pipeline/edition"
)

const notThere = "sidan finns inte / there is no such page"

// loose are the files of an edition that its manifest does not list: itself,
// and what is put where an edition is no longer kept in full.
func loose() []string {
	return []string{edition.ManifestName, edition.RemovedName, "index.html", "en.html"}
}

// besides are the files that lie beside the editions.
func besides() []string { return []string{edition.HistoryName, "index.html", "en.html"} }

// icon is what browsers ask for on their own. There is none, and that is no fault
// for them to complain of.
const icon = "favicon.ico"

// beside answers for what lies beside the editions.
func (s *site) beside(w http.ResponseWriter, r *http.Request, name string) {
	if name == icon {
		w.WriteHeader(http.StatusNoContent)
		return
	}
	if !slices.Contains(besides(), name) {
		missing(w, notThere)
		return
	}
	w.Header().Set("Cache-Control", "no-cache")
	s.small(w, r, name)
}

// file answers for a file of an edition. Its tag is the checksum that the
// manifest has.
func (s *site) file(w http.ResponseWriter, r *http.Request, id, name string) {
	sums, err := s.sumsOf(id)
	if err != nil {
		missing(w, notThere)
		return
	}
	removed, err := edition.Removed(s.dir, id)
	isWhole := err == nil && removed == nil
	sum, isListed := sums[name]
	switch {
	case isListed && (isWhole || !slices.Contains(loose(), name)):
		s.send(w, r, path.Join(id, name), sum)
	case slices.Contains(loose(), name):
		s.small(w, r, path.Join(id, name))
	default:
		missing(w, notThere)
	}
}

// sumsOf are the checksums of an edition's files, as its manifest has them.
func (s *site) sumsOf(id string) (map[string]string, error) {
	if known, found := s.sums.Load(id); found {
		return known.(map[string]string), nil
	}
	manifest, err := edition.ReadManifest(s.dir, id)
	if err != nil {
		return nil, err
	}
	sums := map[string]string{}
	for _, f := range manifest.Files {
		sums[f.Path] = f.SHA256
	}
	s.sums.Store(id, sums)
	return sums, nil
}

// small answers with a small file whose checksum nobody has written down.
func (s *site) small(w http.ResponseWriter, r *http.Request, name string) {
	content, err := s.root.ReadFile(name)
	if err != nil {
		missing(w, notThere)
		return
	}
	sum := sha256.Sum256(content)
	answer(w, r, name, hex.EncodeToString(sum[:]), bytes.NewReader(content))
}

func (s *site) send(w http.ResponseWriter, r *http.Request, name, sum string) {
	file, err := s.root.Open(name)
	if err != nil {
		missing(w, notThere)
		return
	}
	defer file.Close()
	answer(w, r, name, sum, file)
}

// answer sends a file, a range of it, or that the reader has it already.
func answer(w http.ResponseWriter, r *http.Request, name, sum string, content io.ReadSeeker) {
	h := w.Header()
	h.Set("Content-Type", contentType(name))
	h.Set("Etag", `"`+sum+`"`)
	if path.Ext(name) == ".html" {
		policy, err := pagePolicy(content)
		if err != nil {
			missing(w, notThere)
			return
		}
		h.Set("Content-Security-Policy", policy+"; frame-ancestors 'none'")
	}
	if known := r.Header.Get("If-None-Match"); known != "" {
		r.Header.Set("If-None-Match", strings.ReplaceAll(known, compressedSuffix+`"`, `"`))
	}
	http.ServeContent(w, r, "", time.Time{}, content)
}

// contentType names what a file is, by its ending.
func contentType(name string) string {
	switch path.Ext(name) {
	case ".html":
		return "text/html; charset=utf-8"
	case ".csv":
		return "text/csv; charset=utf-8"
	case ".js":
		return "text/javascript; charset=utf-8"
	case ".json":
		return "application/json"
	case ".px":
		return "text/plain"
	case ".rdf":
		return "application/rdf+xml"
	case ".parquet":
		return "application/vnd.apache.parquet"
	case ".xlsx":
		return "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
	case ".svg":
		return "image/svg+xml"
	case ".png":
		return "image/png"
	}
	return "application/octet-stream"
}

// isText tells whether a file grows smaller when it is compressed.
func isText(contentType string) bool {
	media, _, _ := mime.ParseMediaType(contentType)
	return strings.HasPrefix(media, "text/") || media == "application/json" || strings.HasSuffix(media, "+xml")
}
