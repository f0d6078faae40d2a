package explore

import (
	"bufio"
	"encoding/json"
	"io"
	"strconv"
)

// A part is some of a shard's places on their way into a file.
type part struct {
	name   string
	shard  *shard
	places []string
}

// write writes a script that hands the part to the page. Lists go place by
// place, each place with every period: amounts as they are, what is mostly the
// same as runs of value and count.
func (p part) write(w io.Writer) error {
	out := &writer{to: bufio.NewWriter(w)}
	out.text("tresektorShard(").json(p.name).text(`,{"places":`).json(p.places)
	out.text(`,"periods":`).json(p.shard.periods.sorted()).text(",\n").text(`"states":`).json(p.shard.states.told())
	cells := p.shard.dense(p.places)
	out.text(",\n\"total\":").runs(len(cells), func(i int) int64 { return cells[i].total })
	out.each("state", cells, out.runs, func(c *cell, i int) int64 { return int64(c.state[i]) })
	out.each("share", cells, out.runs, func(c *cell, i int) int64 { return c.share[i] })
	out.each("low", cells, out.runs, func(c *cell, i int) int64 { return c.low[i] })
	out.each("high", cells, out.runs, func(c *cell, i int) int64 { return c.high[i] })
	out.each("amount", cells, out.plain, func(c *cell, i int) int64 { return c.amount[i] })
	return out.text("});\n").end()
}

// A writer writes and remembers what went wrong first.
type writer struct {
	to  *bufio.Writer
	err error
}

func (w *writer) text(text string) *writer {
	if w.err == nil {
		_, w.err = w.to.WriteString(text)
	}
	return w
}

func (w *writer) json(value any) *writer {
	text, err := json.Marshal(value)
	if w.err == nil {
		w.err = err
	}
	return w.text(string(text))
}

func (w *writer) number(n int64) *writer { return w.text(strconv.FormatInt(n, 10)) }

// end writes what is left.
func (w *writer) end() error {
	if w.err != nil {
		return w.err
	}
	return w.to.Flush()
}

// each writes a list for every sector.
func (w *writer) each(name string, cells []cell, write func(int, func(int) int64), of func(*cell, int) int64) {
	w.text(",\n\"" + name + "\":[")
	for sector := range sectors {
		if sector > 0 {
			w.text(",\n")
		}
		write(len(cells), func(i int) int64 { return of(&cells[i], sector) })
	}
	w.text("]")
}

// plain writes n numbers as they are.
func (w *writer) plain(n int, of func(int) int64) {
	w.text("[")
	for i := range n {
		if i > 0 {
			w.text(",")
		}
		w.number(of(i))
	}
	w.text("]")
}

// runs writes n numbers as runs of value and count.
func (w *writer) runs(n int, of func(int) int64) {
	w.text("[")
	for i := 0; i < n; {
		value, from := of(i), i
		for i < n && of(i) == value {
			i++
		}
		if from > 0 {
			w.text(",")
		}
		w.number(value).text(",").number(int64(i - from))
	}
	w.text("]")
}
