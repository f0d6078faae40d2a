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
// that is asked for, by its number or by its name.
func (w *worker) isNeeded() bool {
	ids := w.readers[w.first].main
	return w.o.Only.IDs[string(ids.text[ids.offsets[w.lines.rows]:])] || w.isNamed()
}

// isNamed reports whether the row's organisation has a name that somebody
// without a number goes by. Names of natural persons are not looked at.
func (w *worker) isNamed() bool {
	decisive := &w.readers[w.first]
	if w.o.Only.Named == nil || decisive.hidden {
		return false
	}
	for i := range w.readers {
		r := &w.readers[i]
		if r.of != decisive || r.at < 0 {
			continue
		}
		text, why := w.encoding.utf8(w.cells[r.at], &w.scratch)
		if why != "" {
			continue
		}
		if text, why = r.part(trim(text)); why == "" && len(text) > 0 && w.o.Only.Named(string(text)) {
			return true
		}
	}
	return false
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
