package browser

import (
	"net/url"
	"os"
	"path"
	"path/filepath"
	"slices"
	"strings"
	"testing"
)

// linksLead holds that what pages lead to is there.
func linksLead(t *testing.T, p publication, views map[string]view) {
	t.Helper()
	listed, n := listed(views), 0
	for name, v := range views {
		for _, link := range slices.Compact(slices.Sorted(slices.Values(v.Links))) {
			n++
			if fault := p.fault(name, link, views, listed); fault != "" {
				t.Errorf("%s leads to %q: %s", name, link, fault)
			}
		}
	}
	if n < len(views) {
		t.Errorf("%d pages lead to only %d places", len(views), n)
	}
}

// listed are the organisations that the lists of the lookup name: what can stand
// behind the lookup's own address.
func listed(views map[string]view) (ids []string) {
	for name, v := range views {
		if strings.HasPrefix(path.Base(path.Dir(name)), "lookup") {
			for _, id := range v.IDs {
				plain, _ := url.PathUnescape(id)
				ids = append(ids, plain)
			}
		}
	}
	return ids
}

// fault says why a link of a page leads nowhere, or "".
func (p publication) fault(page, link string, views map[string]view, listed []string) string {
	to, err := url.Parse(link)
	switch {
	case err != nil:
		return err.Error()
	case to.Scheme == "http" || to.Scheme == "https":
		return ""
	case to.Scheme == "mailto":
		return fault(strings.Contains(to.Opaque, "@"), "that is no address of mail")
	case to.Scheme == "file":
		return fault(p.holds(strings.TrimPrefix(to.Path, filepath.ToSlash(p.dir)+"/")), "no such file is among the editions")
	case to.Scheme != "" || to.Host != "":
		return "that is neither http, https nor mailto"
	}
	target, _, _ := strings.Cut(page, "#")
	if to.Path != "" {
		target = strings.Replace(path.Join(path.Dir(page), to.Path), "current/", p.id+"/", 1)
	}
	if !p.holds(target) {
		return "no such file is among the editions"
	}
	places := slices.Concat(views[page].IDs, views[target].IDs)
	if to.Path != "" {
		places = views[target].IDs
	}
	if strings.HasPrefix(path.Base(target), "lookup.") {
		places = listed
	}
	if strings.HasPrefix(path.Base(target), "explore.") && strings.Contains(to.Fragment, "measure=") {
		return "" // a choice and no place; that it is reproduced is tested with the page
	}
	return fault(to.Fragment == "" || slices.Contains(places, to.Fragment), "no such place is on the page")
}

// holds tells whether a file is among the editions; a folder is none.
func (p publication) holds(name string) bool {
	stat, err := os.Stat(filepath.Join(p.dir, name))
	return err == nil && stat.Mode().IsRegular() && filepath.IsLocal(name)
}

func fault(holds bool, text string) string {
	if holds {
		return ""
	}
	return text
}
