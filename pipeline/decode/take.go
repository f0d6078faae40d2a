package decode

import (
	"errors"
	"fmt"
)

// take enters a part into the account, with lines counted from the file's
// beginning.
func (r *Reader) take(p *part) {
	if p.err != nil {
		r.fail(fmt.Errorf("%s%w", prefix(r.o.File), p.err))
		return
	}
	base := r.line
	r.line += p.lines
	for i := range p.records {
		p.records[i] = renumber(p.records[i], base)
	}
	r.waiting = p.records
	a := &r.account
	a.Rows += p.rows
	a.NotNeeded += p.notNeeded
	a.Rejected += p.rejected
	a.Blank += p.blank
	a.Checksum += p.digest + base*(p.rows-p.notNeeded-p.rejected)
	if p.encoding != "" {
		a.Encoding = p.encoding
	}
	for i := range p.rejects {
		if len(a.Rejects) == MaxKept {
			break
		}
		p.rejects[i].Line += base
		a.Rejects = append(a.Rejects, p.rejects[i])
	}
	for i := range r.tallies {
		r.tallies[i].plus(p.tallies[i])
	}
	if r.o.MaxRejects > 0 && a.Rejected > r.o.MaxRejects {
		r.fail(&TooManyRejects{File: r.o.File, Rejected: a.Rejected, Limit: r.o.MaxRejects, First: a.Rejects[0]})
	}
}

var errReleased = errors.New("the reader was released before the end of the file")

// finish proves the account before it is believed.
func (r *Reader) finish() {
	select {
	case <-r.stop:
		r.err = errReleased
		return
	default:
	}
	for i, c := range r.o.Columns {
		t := r.tallies[i]
		all := t.kept
		all.plus(t.notNeeded)
		all.plus(t.rejected)
		if c.summable() && all != t.read {
			r.fail(fmt.Errorf("%scolumn %s: the sum read is %s, but kept %s, not needed %s and rejected %s (a defect of the program)",
				prefix(r.o.File), c.Name, t.read.int(), t.kept.int(), t.notNeeded.int(), t.rejected.int()))
		}
	}
}
