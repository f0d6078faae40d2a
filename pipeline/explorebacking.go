package pipeline

import (
	"slices"
	"strings"

	"golang.org/x/text/collate"
	"golang.org/x/text/language"

	"tresektor/pipeline/edition"
	"tresektor/pipeline/format/site"
	"tresektor/pipeline/format/site/explore"
)

// writeBacking hands on who is behind the published shares, row by row.
func writeBacking(f tableFolder, contents []*explore.Content, create explore.Create) error {
	t, err := f.head(shareBacking)
	if err != nil {
		return err
	}
	ids, err := namedInOrder(f, t)
	if err != nil {
		return err
	}
	at, named := map[string]int{}, make([]explore.Named, len(ids))
	for n, one := range ids {
		at[one.id], named[n] = n, one.named()
	}
	out, err := explore.NewBacking(create, contents, named)
	if err != nil {
		return err
	}
	r := row{table: t}
	for cells, err := range f.rows(shareBacking) {
		if err != nil {
			return err
		}
		r.cells = cells
		behind := explore.Behind{
			Measure: r.text("measure"), Place: r.text("place"), Area: r.text("area"), Agreement: r.text("agreement"),
			Organisation: at[r.text("provider_id")], First: r.text("first_period"), Last: r.text("last_period"), Definitions: r.text("definitions"),
		}
		if err := out.Add(behind); err != nil {
			return err
		}
	}
	return out.Close()
}

// A namedOrganisation is one that is named behind some share.
type namedOrganisation struct {
	id, name string
	key      []byte // that a Swedish list is sorted by
}

// namedInOrder are the organisations of a table, each once, as a Swedish list has
// them; those without a name are last.
func namedInOrder(f tableFolder, t edition.Table) (list []namedOrganisation, err error) {
	swedish, seen := collate.New(language.Swedish), map[string]bool{}
	var buffer collate.Buffer
	r := row{table: t}
	for cells, err := range f.rows(shareBacking) {
		if err != nil {
			return nil, err
		}
		r.cells = cells
		id, name := r.text("provider_id"), r.text("name")
		if seen[id] {
			continue
		}
		seen[id] = true
		buffer.Reset()
		list = append(list, namedOrganisation{id, name, slices.Clone(swedish.KeyFromString(&buffer, name))})
	}
	slices.SortFunc(list, func(a, b namedOrganisation) int {
		if (a.name == "") != (b.name == "") {
			return strings.Compare(b.name, a.name)
		}
		if order := slices.Compare(a.key, b.key); order != 0 {
			return order
		}
		return strings.Compare(a.id, b.id)
	})
	return list, nil
}

// named is the organisation as the page shows it: by its number or identity where
// it has no name.
func (o namedOrganisation) named() explore.Named {
	_, part, _ := strings.Cut(site.OrganisationPath(o.id, edition.Swedish), "#")
	named := explore.Named{Part: part, Name: o.name, Number: spokenNumber(o.id)}
	if named.Name == "" {
		named.Name = named.Number
	}
	if named.Name == "" {
		named.Name = o.id
	}
	return named
}
