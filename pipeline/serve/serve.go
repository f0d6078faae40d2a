// Package serve shows a folder of editions over HTTP: the current one, older
// ones, and the page that lists them. It reads files and nothing else.
package serve

import (
	"net/http"
	"os"
	"path"
	"strconv"
	"strings"
	"sync"

	"github.com/klauspost/compress/gzhttp"

	"tresektor/pipeline/edition"
)

// A site answers from the folder of editions.
type site struct {
	dir  string
	root *os.Root
	sums sync.Map // by edition: the checksums of its files by path; an edition never changes
}

// Handler serves the editions in dir. What is shown are files that an
// edition's manifest lists, its manifest, and the pages beside the editions;
// no listing, nothing of a candidate, nothing outside dir. Close the root when
// the handler is no longer used.
//
// Pages of current/ lead to the edition's own address, so that nobody reads one
// edition's page with another's numbers when a new one is published; its other
// files answer there, because programs want an address that stays.
func Handler(dir string) (http.Handler, *os.Root, error) {
	root, err := os.OpenRoot(dir)
	if err != nil {
		return nil, nil, err
	}
	compress, err := gzhttp.NewWrapper(gzhttp.SuffixETag(compressedSuffix), gzhttp.ContentTypeFilter(isText), gzhttp.SetContentType(false))
	if err != nil {
		root.Close()
		return nil, nil, err
	}
	return secured(compress(&site{dir: dir, root: root})), root, nil
}

// compressedSuffix ends the tag of a file that was sent compressed: it is not
// the same bytes.
const compressedSuffix = "-gzip"

func (s *site) ServeHTTP(w http.ResponseWriter, r *http.Request) {
	if r.Method != http.MethodGet && r.Method != http.MethodHead {
		w.Header().Set("Allow", "GET, HEAD")
		http.Error(w, "bara läsning / reading only", http.StatusMethodNotAllowed)
		return
	}
	first, rest, isFolder := strings.Cut(strings.TrimPrefix(r.URL.Path, "/"), "/")
	switch {
	case first == "" && isFolder:
		missing(w, notThere)
	case first == "":
		lead(w, "current/")
	case !isFolder && s.isEdition(first):
		lead(w, first+"/")
	case !isFolder:
		s.beside(w, r, first)
	case first == "current":
		s.current(w, r, rest)
	default:
		s.edition(w, r, first, rest)
	}
}

// isEdition tells whether a name is current or an edition's.
func (s *site) isEdition(name string) bool {
	_, err := edition.ReadManifest(s.dir, name)
	return name == "current" || err == nil
}

// current answers for the edition that is published now.
func (s *site) current(w http.ResponseWriter, r *http.Request, name string) {
	id, err := edition.Current(s.dir)
	if err != nil || id == "" {
		missing(w, "ingen utgåva är publicerad / no edition is published")
		return
	}
	if name == "" || path.Ext(name) == ".html" {
		lead(w, strings.Repeat("../", 1+strings.Count(name, "/"))+id+"/"+name)
		return
	}
	w.Header().Set("Cache-Control", "no-cache")
	w.Header().Set("Content-Location", strings.Repeat("../", 1+strings.Count(name, "/"))+id+"/"+name)
	s.file(w, r, id, name)
}

// edition answers for one edition. Its files never change; its pages are asked
// for again, because another stands there when an edition is no longer kept.
func (s *site) edition(w http.ResponseWriter, r *http.Request, id, name string) {
	if name == "" {
		name = "index.html"
	}
	w.Header().Set("Cache-Control", "public, max-age=31536000, immutable")
	if path.Ext(name) == ".html" {
		w.Header().Set("Cache-Control", "no-cache")
	}
	s.file(w, r, id, name)
}

// lead sends to another address for now. It is relative, so that it holds
// behind a server that puts the editions in a folder.
func lead(w http.ResponseWriter, to string) {
	w.Header().Set("Location", to)
	w.Header().Set("Cache-Control", "no-cache")
	w.Header().Set("Content-Length", strconv.Itoa(0))
	w.WriteHeader(http.StatusFound)
}

func missing(w http.ResponseWriter, why string) {
	for _, name := range []string{"Cache-Control", "Content-Location", "Etag"} {
		w.Header().Del(name)
	}
	http.Error(w, why, http.StatusNotFound)
}
