package decode

// sums accounts for the cells of a rejected row.
func (w *worker) sums() map[string]int64 {
	sums := map[string]int64{}
	for i := range w.readers {
		r := &w.readers[i]
		if !r.column.summable() {
			continue
		}
		switch r.state {
		case cellRead:
			r.tally.rejected.add(r.value)
			sums[r.column.Name] = r.value
		case cellUnreadable:
			r.tally.unreadable++
		}
	}
	return sums
}

// reject refuses a row as a whole: none of its cells is known.
func (w *worker) reject(text []byte, why problem) {
	for i, c := range w.o.Columns {
		if c.summable() && w.header.at[i] >= 0 {
			w.readers[i].tally.unreadable++
		}
	}
	r := Reject{Line: w.part.lines, Reason: why}
	if !w.private {
		r.Text = w.show(text)
	}
	w.add(r)
}

func (w *worker) add(r Reject) {
	w.part.rejected++
	if len(w.part.rejects) < MaxKept {
		w.part.rejects = append(w.part.rejects, r)
	}
}

// show is a text fit for a reject.
func (w *worker) show(text []byte) string {
	text = text[:min(len(text), 10*longestText)]
	if w.encoding.single != nil {
		text = w.encoding.append(nil, text)
	}
	return maskText(string(text))
}
