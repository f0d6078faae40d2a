package pipeline

import (
	"context"
	"fmt"
	"maps"
	"slices"

	"tresektor/pipeline/owner"
)

// A reversal is what people would have decided about an owner if one of their
// decisions were reversed: taken away, or renewed where its review is due.
type reversal struct {
	decision, owner string
	standings       []standing
}

// reversedOwners follows once more, for each decision about an owner, the
// chains that go through that owner, with the decision reversed. It keeps all
// rows of an organisation that has others than those counted; one that then has
// none is a row without a majority.
func (s *session) reversedOwners(ctx context.Context, links []owner.Link, standings []standing, counted [][]any) error {
	t := table{name: "owner_majority_reversed", columns: []column{
		{"decision_id", text}, {"provider_id", text}, {"majority", text}, {"from_date", date}, {"to_date", date}, {"is_presumed", boolean},
	}}
	reversals, err := s.reversals(ctx)
	if err != nil {
		return fmt.Errorf("owners: %w", err)
	}
	w := newOwned(links)
	before := byOwned(counted)
	for _, r := range reversals {
		below := w.below(r.owner)
		after, err := w.rows(r, below, standings)
		if err != nil {
			return fmt.Errorf("owners without decision %s: %w", r.decision, err)
		}
		for _, id := range slices.Sorted(maps.Keys(below)) {
			if !slices.EqualFunc(before[id], after[id], sameMajority) {
				t.rows = append(t.rows, reversedRows(r.decision, id, after[id])...)
			}
		}
	}
	return s.put(ctx, t)
}

// reversals are those of decisions about owners, one or none of each.
func (s *session) reversals(ctx context.Context) (list []reversal, err error) {
	const decisions = "select distinct override.decision_id, provider_id from override where definition = 'snav' and provider_id in (select owner_id from owner_link) order by 1"
	err = s.eachRow(ctx, decisions, func(scan func(...any) error) error {
		var r reversal
		err := scan(&r.decision, &r.owner)
		list = append(list, r)
		return err
	})
	if err != nil || len(list) == 0 {
		return nil, err
	}
	const remaining = "select reversed_id, provider_id, sector, from_date, to_date, line from owner_decision where reversed_id <> ''"
	return list, s.eachRow(ctx, remaining, func(scan func(...any) error) error {
		v, id, is := standing{Standing: owner.Standing{Decided: true, Source: "overrides.csv"}}, "", ""
		if err := scan(&id, &v.ID, &is, &v.From, &v.To, &v.Line); err != nil {
			return err
		}
		kind, ok := owner.ParseKind(is)
		if !ok {
			return fmt.Errorf("%q is no standing of an owner", is)
		}
		v.Is, v.From, v.To = kind, openEnd(v.From), openEnd(v.To)
		if i := slices.IndexFunc(list, func(r reversal) bool { return r.decision == id }); i >= 0 {
			list[i].standings = append(list[i].standings, v)
		}
		return nil
	})
}

// owned finds what is owned by whom, up and down.
type owned struct {
	links           []owner.Link
	daughters, held map[string][]int // links by owner, and by owned
}

func newOwned(links []owner.Link) owned {
	w := owned{links: links, daughters: map[string][]int{}, held: map[string][]int{}}
	for i, l := range links {
		w.daughters[l.Owner] = append(w.daughters[l.Owner], i)
		w.held[l.Owned] = append(w.held[l.Owned], i)
	}
	return w
}

// below are all whom an owner owns in whatever part and at whatever time,
// directly or through others.
func (w owned) below(id string) map[string]bool {
	found := map[string]bool{}
	for queue := []string{id}; len(queue) > 0; queue = queue[1:] {
		for _, i := range w.daughters[queue[0]] {
			if next := w.links[i].Owned; !found[next] {
				found[next] = true
				queue = append(queue, next)
			}
		}
	}
	return found
}

// above are the links that decide who owns these, to the end of every chain,
// and all whom they name.
func (w owned) above(ids map[string]bool) (links []owner.Link, named map[string]bool) {
	named = maps.Clone(ids)
	for queue := slices.Collect(maps.Keys(ids)); len(queue) > 0; queue = queue[1:] {
		for _, i := range w.held[queue[0]] {
			links = append(links, w.links[i])
			if next := w.links[i].Owner; !named[next] {
				named[next] = true
				queue = append(queue, next)
			}
		}
	}
	return links, named
}

// rows are the rows of owner_majority of those below a decision's owner, with
// the decision reversed.
func (w owned) rows(r reversal, below map[string]bool, standings []standing) (map[string][][]any, error) {
	links, named := w.above(below)
	own := slices.Clone(r.standings)
	for _, v := range standings {
		if named[v.ID] && !(v.ID == r.owner && v.Decided) {
			own = append(own, v)
		}
	}
	rows, err := ownerRows(links, own)
	return byOwned(rows), err
}

func byOwned(rows [][]any) map[string][][]any {
	found := map[string][][]any{}
	for _, row := range rows {
		id := row[0].(string)
		found[id] = append(found[id], row)
	}
	return found
}

// sameMajority compares rows of owner_majority in what can decide a sector.
func sameMajority(a, b []any) bool {
	return a[1] == b[1] && a[2] == b[2] && a[3] == b[3] && a[7] == b[7]
}

func reversedRows(decision, id string, rows [][]any) (reversed [][]any) {
	for _, row := range rows {
		reversed = append(reversed, []any{decision, id, row[1], row[2], row[3], row[7]})
	}
	if len(rows) == 0 {
		reversed = append(reversed, []any{decision, id, nil, firstDay, lastDay, false})
	}
	return reversed
}
