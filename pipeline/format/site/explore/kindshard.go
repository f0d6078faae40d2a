package explore

import (
	"bufio"
	"cmp"
	"fmt"
	"io"
	"slices"
	"strconv"
)

// A kindShard collects the kinds of one measure, definition, area and
// agreement: only those that occur have rows.
type kindShard struct {
	places, periods, kinds list
	states                 states
	rows                   []kindRow
}

// A kindRow is a kind in one place and period. Its share is what differs from
// what the amounts make.
type kindRow struct {
	place, period, kind, state int // in the shard's lists
	amount, total, share       int64
}

func newKindShard() *kindShard {
	return &kindShard{places: newList(), periods: newList(), kinds: newList(), states: newStates()}
}

func (s *kindShard) add(r Row) {
	row := kindRow{
		place: s.places.add(r.Place), period: s.periods.add(r.Period), kind: s.kinds.add(r.Kind), state: s.states.add(r.state()),
		amount: value(r.Amount), total: value(r.Total),
	}
	if r.Share != nil {
		row.share = *r.Share - millionths(row.amount, row.total)
	}
	s.rows = append(s.rows, row)
}

// sort puts lists in the order of their bytes, and rows in that of the lists:
// place by place, period by period, kind by kind.
func (s *kindShard) sort() error {
	places, periods, kinds := s.places.sort(), s.periods.sort(), s.kinds.sort()
	for i := range s.rows {
		r := &s.rows[i]
		r.place, r.period, r.kind = places[r.place], periods[r.period], kinds[r.kind]
	}
	slices.SortFunc(s.rows, byPlacePeriodAndKind)
	for i, r := range s.rows {
		if i > 0 && byPlacePeriodAndKind(s.rows[i-1], r) == 0 {
			return fmt.Errorf("%s in %s in %s is there twice", s.kinds.codes[r.kind], s.places.codes[r.place], s.periods.codes[r.period])
		}
	}
	return nil
}

func byPlacePeriodAndKind(a, b kindRow) int {
	return cmp.Or(cmp.Compare(a.place, b.place), cmp.Compare(a.period, b.period), cmp.Compare(a.kind, b.kind))
}

// parts divides sorted rows, a place's together, into as many parts as have no
// more than partSize characters of amounts and totals.
func (s *kindShard) parts() (parts [][]kindRow) {
	first, filled := 0, 0
	for i := 0; i < len(s.rows); {
		from, more := i, 0
		for ; i < len(s.rows) && s.rows[i].place == s.rows[from].place; i++ {
			more += len(strconv.FormatInt(s.rows[i].amount, 10)) + 1
			if i == from || s.rows[i].total != s.rows[i-1].total {
				more += len(strconv.FormatInt(s.rows[i].total, 10)) + 1
			}
		}
		if from > first && filled+more > partSize {
			parts, first, filled = append(parts, s.rows[first:from]), from, 0
		}
		filled += more
	}
	return append(parts, s.rows[first:])
}

// A kindPart is the rows of some places on their way into a file.
type kindPart struct {
	name  string
	shard *kindShard
	rows  []kindRow
}

// write writes a script that hands the part to the page: lists with a number
// for every row, amounts as they are, what is mostly the same as runs of value
// and count. Places are counted from the part's first.
func (p kindPart) write(w io.Writer) error {
	out := &writer{to: bufio.NewWriter(w)}
	first, last := p.rows[0].place, p.rows[len(p.rows)-1].place
	out.text("tresektorKinds(").json(p.name).text(`,{"places":`).json(p.shard.places.codes[first : last+1])
	out.text(`,"periods":`).json(p.shard.periods.codes).text(`,"kinds":`).json(p.shard.kinds.codes)
	out.text(",\n\"states\":").json(p.shard.states.told())
	for _, list := range []struct {
		name  string
		write func(int, func(int) int64)
		of    func(kindRow) int64
	}{
		{"place", out.runs, func(r kindRow) int64 { return int64(r.place - first) }},
		{"period", out.runs, func(r kindRow) int64 { return int64(r.period) }},
		{"kind", out.plain, func(r kindRow) int64 { return int64(r.kind) }},
		{"state", out.runs, func(r kindRow) int64 { return int64(r.state) }},
		{"total", out.runs, func(r kindRow) int64 { return r.total }},
		{"share", out.runs, func(r kindRow) int64 { return r.share }},
		{"amount", out.plain, func(r kindRow) int64 { return r.amount }},
	} {
		out.text(",\n\"" + list.name + "\":")
		list.write(len(p.rows), func(i int) int64 { return list.of(p.rows[i]) })
	}
	return out.text("});\n").end()
}
