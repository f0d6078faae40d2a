package decode

import (
	"fmt"

	"tresektor/pipeline/orgnr"
)

func (r *cellReader) number(text []byte) (why problem) {
	if r.value, why = r.numbers.parse(text); why != "" {
		r.state = cellUnreadable
		return why
	}
	r.state = cellRead
	r.tally.read.add(r.value)
	r.main.appendInt64(r.value)
	if r.extra != nil {
		r.extra.appendNull()
	}
	return ""
}

func (r *cellReader) date(text []byte) problem {
	year, month, day, why := r.layout.parse(text)
	switch {
	case why != "":
		return why
	case r.column.Type == Date:
		r.main.appendInt32(days(year, month, day))
	case r.column.Type == Year:
		r.main.appendInt32(int32(year))
	default:
		r.main.appendString(fmt.Sprintf("%04d-%02d", year, month))
	}
	return ""
}

func (r *cellReader) code(text []byte) problem {
	code, ok := r.codes[string(text)]
	if !ok {
		if code, ok = r.column.Codes[Fold(string(text))]; !ok {
			return "no code of " + r.column.List
		}
		if len(r.codes) < mostCodes {
			r.codes[string(text)] = code
		}
	}
	r.main.appendString(code)
	return ""
}

func (r *cellReader) provider(w *worker, text []byte, isPerson bool) problem {
	if digits, ok := r.people.organisation(text); ok && !isPerson {
		r.hidden = false
		r.main.text = append(r.main.text, "se:"...)
		r.main.appendText(digits[:])
		r.extra.appendString("organisation")
		return ""
	}
	found := r.people.of(text)
	if isPerson && !found.missing {
		found = r.people.person(string(text))
	}
	if found.missing {
		found = r.maskedByName(w, found)
	}
	r.hidden = found.hidden
	if found.missing && r.column.Required && r.at >= 0 {
		return "no value where one is required"
	}
	r.main.appendString(found.id)
	r.extra.appendString(found.kind)
	return ""
}

// maskedByName is for a row without a number: a publisher that hides a provider
// may write so where the name would be. Only the masks that the manifest lists
// are looked for, since a name may hold any word.
func (r *cellReader) maskedByName(w *worker, found provider) provider {
	if r.name == nil || r.name.at < 0 {
		return found
	}
	text, why := w.encoding.utf8(w.cells[r.name.at], &w.scratch)
	if why != "" {
		return found
	}
	if mask, ok := r.people.masks[Fold(string(trim(text)))]; ok {
		return r.people.masked(mask)
	}
	return found
}

// personName appends a name unless it is or may be that of a natural person.
func (r *cellReader) personName(text []byte) {
	if r.of.hidden || orgnr.HoldsPersonal(string(text)) {
		r.main.appendNull()
		return
	}
	r.main.appendText(text)
}
