package pipeline

import (
	"context"
	"crypto/sha256"
	"encoding/hex"
	"fmt"
	"maps"
	"slices"
	"strings"

	"tresektor/pipeline/link"
	"tresektor/pipeline/workspace"
)

// A need is whom registers are read for: the providers that have volume, the
// organisations that own or precede one, those that links.csv names, and those
// that go by the name of a supplier without a number. It is the same in whatever order
// sources were loaded, and after a rebuild: what registers themselves say does
// not widen it.
type need struct {
	ids   map[string]bool
	names map[string]bool // what the names of suppliers without a number come to
	key   string          // a hash of both
}

// need is whom registers are read for, by what is loaded now.
func (s *session) need(ctx context.Context) (need, error) {
	rows, err := s.wh.Query(ctx, `
		with known as (select load_id from load where not list_contains(?::varchar[], source))
		select provider_id from provider
		where provider_key in (select provider_key from provider_period semi join known using (load_id))
		union
		select other_id from evidence semi join known using (load_id)
		where other_id is not null
		`, s.registers())
	if err != nil {
		return need{}, fmt.Errorf("list the providers that registers are read for: %w", err)
	}
	defer rows.Close()
	n := need{ids: map[string]bool{}}
	for rows.Next() {
		var id string
		if err := rows.Scan(&id); err != nil {
			return need{}, err
		}
		n.ids[id] = true
	}
	for _, l := range s.space.Links {
		if l.Organisation != "" {
			n.ids["se:"+l.Organisation] = true
		}
	}
	if err := rows.Err(); err != nil {
		return need{}, err
	}
	if n.names, err = s.supplierNames(ctx); err != nil {
		return need{}, fmt.Errorf("list the suppliers that registers are read for: %w", err)
	}
	hash := sha256.New()
	for _, set := range []map[string]bool{n.ids, n.names} {
		fmt.Fprintln(hash, len(set))
		for _, text := range slices.Sorted(maps.Keys(set)) {
			fmt.Fprintf(hash, "%q\n", text)
		}
	}
	n.key = hex.EncodeToString(hash.Sum(nil))
	return n, nil
}

// supplierNames are the names of suppliers without a number, written in one way:
// an organisation of that name may be the one.
func (s *session) supplierNames(ctx context.Context) (map[string]bool, error) {
	names := map[string]bool{}
	places := s.linkPlaces()
	err := s.eachRow(ctx, `
		select distinct value from evidence join provider using (provider_key)
		where attribute = 'name' and split_part(provider_id, ':', 2) = 'name'`,
		func(scan func(...any) error) error {
			var name string
			err := scan(&name)
			if key := link.Normalise(name, places).Key; key != "" {
				names[key] = true
			}
			return err
		})
	return names, err
}

// isNamed tells whether an organisation's name is one of them; nil where there
// are none.
func (n need) isNamed(places link.Places) func(string) bool {
	if len(n.names) == 0 {
		return nil
	}
	return func(name string) bool { return n.names[link.Normalise(name, places).Key] }
}

// isRegister tells whether only what is needed of a source is kept.
func isRegister(s workspace.Source) bool { return s.OnlyNeeded != "" }

func (s *session) isRegister(source string) bool {
	found, known := s.space.Source(source)
	return known && isRegister(found)
}

// registers are the sources of which only what is needed is kept, as an SQL
// list.
func (s *session) registers() string {
	var ids []string
	for _, source := range s.space.Sources {
		if isRegister(source) {
			ids = append(ids, source.ID)
		}
	}
	return "[" + strings.Join(ids, ", ") + "]"
}
