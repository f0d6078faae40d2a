package pipeline

import (
	"context"
	"database/sql"
	"errors"
	"fmt"
	"regexp"
	"slices"
	"strings"
	"time"

	"tresektor/pipeline/owner"
)

// derive makes evidence of evidence: who owns whom in the end, and which
// organisations suppliers without a number are.
func (s *session) derive(ctx context.Context) error {
	return errors.Join(s.owners(ctx), s.links(ctx))
}

// owners follows every chain of owners to its end.
func (s *session) owners(ctx context.Context) error {
	links, err := s.ownerLinks(ctx)
	if err != nil {
		return fmt.Errorf("owners: %w", err)
	}
	standings, err := s.ownerStandings(ctx)
	if err != nil {
		return fmt.Errorf("owners: %w", err)
	}
	t := table{name: "owner_majority", columns: []column{
		{"provider_id", text}, {"majority", text}, {"from_date", date}, {"to_date", date},
		{"is_contested", boolean}, {"chain_sv", text}, {"chain_en", text}, {"is_presumed", boolean}, {"first_seen", date}, {"last_seen", date},
	}}
	if t.rows, err = ownerRows(links, standings); err != nil {
		return fmt.Errorf("owners: %w", err)
	}
	if err := s.put(ctx, t); err != nil {
		return err
	}
	return s.reversedOwners(ctx, links, standings, t.rows)
}

// ownerRows are the rows of owner_majority. Chains are followed twice: what
// does not hold without the standings that are presumed is presumed.
func ownerRows(links []owner.Link, standings []standing) (rows [][]any, err error) {
	sure, err := majorities(links, slices.DeleteFunc(slices.Clone(standings), isPresumed))
	if err != nil {
		return nil, err
	}
	all, err := majorities(links, standings)
	for _, m := range all {
		rows = append(rows, majorityRows(m, sure)...)
	}
	return rows, err
}

// majorityRows are the parts of a majority's time in which it is sure, and
// those in which it is presumed. What is sure is sorted by organisation and
// time.
func majorityRows(m owner.Majority, sure []owner.Majority) (rows [][]any) {
	sv, en := withoutPersons(m.Text(owner.Swedish()), "en fysisk person"), withoutPersons(m.Text(owner.English()), "a natural person")
	from, to := begin(m.From), end(m.To)
	seen := m.Seen()
	first, last := dayOrNull(seen.First), dayOrNull(seen.Last)
	add := func(until string, isPresumed bool) {
		if from < until {
			rows = append(rows, []any{m.Owned, m.Kind.String(), from, until, m.Contested, sv, en, isPresumed, first, last})
			from = until
		}
	}
	i, _ := slices.BinarySearchFunc(sure, m.Owned, func(s owner.Majority, id string) int { return strings.Compare(s.Owned, id) })
	for ; i < len(sure) && sure[i].Owned == m.Owned; i++ {
		if sure[i].Kind == m.Kind {
			add(min(to, begin(sure[i].From)), true)
			add(min(to, end(sure[i].To)), false)
		}
	}
	add(to, true)
	return rows
}

// majorities are those that are decided.
func majorities(links []owner.Link, standings []standing) (decided []owner.Majority, err error) {
	own := make([]owner.Standing, len(standings))
	for i, v := range standings {
		own[i] = v.Standing
	}
	found, err := owner.Majorities(links, own)
	if err != nil {
		return nil, err
	}
	for m := range found {
		if m.Kind != owner.Unknown {
			decided = append(decided, m)
		}
	}
	return decided, nil
}

// A standing is presumed where nobody is known to control an association or a
// foundation: whatever rests on it is presumed too.
type standing struct {
	owner.Standing
	presumed bool
}

func isPresumed(s standing) bool { return s.presumed }

func (s *session) ownerLinks(ctx context.Context) (links []owner.Link, err error) {
	err = s.eachRow(ctx, "select owned_id, owner_id, share, votes, from_date, to_date, source, line, observed_date from owner_link", func(scan func(...any) error) error {
		var l owner.Link
		var share, votes sql.NullInt64
		var seen sql.NullTime
		if err := scan(&l.Owned, &l.Owner, &share, &votes, &l.From, &l.To, &l.Source, &l.Line, &seen); err != nil {
			return err
		}
		l.Share, l.Votes = owner.Percent{Stated: share.Valid, Units: share.Int64}, owner.Percent{Stated: votes.Valid, Units: votes.Int64}
		l.Seen = owner.Seen{First: seen.Time, Last: seen.Time}
		l.From, l.To = openEnd(l.From), openEnd(l.To)
		links = append(links, l)
		return nil
	})
	return links, err
}

func (s *session) ownerStandings(ctx context.Context) (standings []standing, err error) {
	err = s.eachRow(ctx, "select provider_id, standing, is_presumed, is_decided, from_date, to_date, source, line, first_seen, last_seen from owner_standing", func(scan func(...any) error) error {
		var v standing
		var is string
		var first, last sql.NullTime
		if err := scan(&v.ID, &is, &v.presumed, &v.Decided, &v.From, &v.To, &v.Source, &v.Line, &first, &last); err != nil {
			return err
		}
		v.Seen = owner.Seen{First: first.Time, Last: last.Time}
		kind, ok := owner.ParseKind(is)
		if !ok {
			return fmt.Errorf("%q is no standing of an owner", is)
		}
		v.Is, v.From, v.To = kind, openEnd(v.From), openEnd(v.To)
		standings = append(standings, v)
		return nil
	})
	return standings, err
}

// eachRow runs a query over what is built.
func (s *session) eachRow(ctx context.Context, sql string, row func(scan func(...any) error) error) error {
	rows, err := s.wh.Query(ctx, sql)
	if err != nil {
		return err
	}
	defer rows.Close()
	for rows.Next() {
		if err := row(rows.Scan); err != nil {
			return err
		}
	}
	return rows.Err()
}

// These are how the warehouse writes an open end.
const (
	firstDay = "0001-01-01"
	lastDay  = "9999-12-31"
)

func openEnd(t time.Time) time.Time {
	if day := t.Format(time.DateOnly); day == firstDay || day == lastDay {
		return time.Time{}
	}
	return t
}

func begin(t time.Time) string { return dayOr(t, firstDay) }

func end(t time.Time) string { return dayOr(t, lastDay) }

func dayOrNull(t time.Time) any {
	if t.IsZero() {
		return nil
	}
	return t.Format(time.DateOnly)
}

func dayOr(t time.Time, open string) string {
	if t.IsZero() {
		return open
	}
	return t.Format(time.DateOnly)
}

var personID = regexp.MustCompile(`person:[0-9a-f]+`)

// withoutPersons leaves the identifiers of natural persons out of a text.
func withoutPersons(text, instead string) string { return personID.ReplaceAllString(text, instead) }
