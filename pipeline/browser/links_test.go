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
	for name, v := range views {
		for _, link := range v.Links {
			if fault := p.fault(name, link, views); fault != "" {
				t.Errorf("%s leads to %q: %s", name, link, fault)
			}
		}
	}
}

// fault says why a link of a page leads nowhere, or "".
func (p publication) fault(page, link string, views map[string]view) string {
	to, err := url.Parse(link)
	switch {
	case err != nil:
		return err.Error()
	case to.Scheme == "http" || to.Scheme == "https":
		return ""
	case to.Scheme == "mailto":
		return fault(strings.Contains(to.Opaque, "@"), "that is no address of mail")
	case to.Scheme != "" || to.Host != "":
		return "that is neither http, https nor mailto"
	}
	target := page
	if to.Path != "" {
		target = path.Join(path.Dir(page), to.Path)
	}
	target = strings.Replace(target, "current/", p.id+"/", 1)
	if _, err := os.Stat(filepath.Join(p.dir, target)); err != nil || strings.HasPrefix(target, "..") {
		return "there is no such file among the editions"
	}
	return fault(to.Fragment == "" || slices.Contains(views[target].IDs, to.Fragment), "there is no such place on the page")
}

func fault(holds bool, text string) string {
	if holds {
		return ""
	}
	return text
}
