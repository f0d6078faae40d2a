package pipeline

import (
	"context"
	"crypto/sha256"
	"encoding/hex"
	"fmt"
	"strings"

	"tresektor/pipeline/workspace"
)

// A need is whom registers are read for: the providers that have volume, and
// the organisations that own or precede one. It is the same in whatever order
// sources were loaded, and after a rebuild: what registers themselves say does
// not widen it.
type need struct {
	ids map[string]bool
	key string // a hash of ids
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
		order by 1`, s.registers())
	if err != nil {
		return need{}, fmt.Errorf("list the providers that registers are read for: %w", err)
	}
	defer rows.Close()
	n, hash := need{ids: map[string]bool{}}, sha256.New()
	for rows.Next() {
		var id string
		if err := rows.Scan(&id); err != nil {
			return need{}, err
		}
		n.ids[id] = true
		fmt.Fprintln(hash, id)
	}
	n.key = hex.EncodeToString(hash.Sum(nil))
	return n, rows.Err()
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
