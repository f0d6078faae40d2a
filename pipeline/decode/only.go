package decode

// decisive is the place of the column that says which rows are needed, or -1.
func (o Options) decisive() int {
	for i, c := range o.Columns {
		if o.Only != nil && c.Name == o.Only.Column {
			return i
		}
	}
	return -1
}

// isNeeded reports whether the row whose decisive cell was just read is one
// that is asked for.
func (w *worker) isNeeded() bool {
	ids := w.readers[w.first].main
	return w.o.Only.IDs[string(ids.text[ids.offsets[w.lines.rows]:])]
}

// leave counts a row that is not needed. Its numbers were all read.
func (w *worker) leave() {
	w.part.notNeeded++
	for i := range w.readers {
		if r := &w.readers[i]; r.column.summable() && r.state == cellRead {
			r.tally.notNeeded.add(r.value)
		}
	}
}
