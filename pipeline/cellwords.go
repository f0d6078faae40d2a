package pipeline

import (
	"slices"
	"strings"

	"tresektor/pipeline/edition"
	"tresektor/pipeline/workspace"
)

// A cellPart is a part of a finding's cell: a name, and the code or text it has.
type cellPart struct{ name, value string }

// namedIn are the parts of a cell as gates write it, "measure=m period=2024
// provider=not listed 3", in their order.
func namedIn(cell string) (parts []cellPart) {
	for _, word := range strings.Split(cell, " ") {
		name, value, isNamed := strings.Cut(word, "=")
		if last := len(parts) - 1; (!isNamed || name == "") && last >= 0 {
			parts[last].value += " " + word
			continue
		}
		parts = append(parts, cellPart{name, value})
	}
	return parts
}

// cellWords says what a finding's cell is about in the words of the workspace:
// what is counted, where, when, by which definition and whose. "" where nothing
// of it has words.
func (s *session) cellWords(cell, language string) string {
	parts := namedIn(cell)
	var words []string
	for _, name := range []string{"figure", "source", "measure", "place", "area", "agreement", "period", "definition", "sector", "file"} {
		for _, part := range parts {
			if part.name != name {
				continue
			}
			if text := s.codeWords(part, language); text != "" {
				words = append(words, text)
			}
		}
	}
	return strings.Join(words, ", ")
}

// codeWords is one part in words, "" where it has none.
func (s *session) codeWords(part cellPart, language string) string {
	space := s.space
	switch part.name {
	case "measure":
		m, _ := space.Measure(part.value)
		return m.Label.In(language)
	case "definition":
		d, _ := space.Definition(part.value)
		return definitionName(d.Label.In(language))
	case "source", "other":
		source, _ := space.Source(part.value)
		return source.Title.In(language)
	case "card":
		i := slices.IndexFunc(space.Config.Headline, func(c workspace.Card) bool { return c.ID == part.value })
		if i < 0 {
			return ""
		}
		return space.Config.Headline[i].Title.In(language)
	case "figure":
		i := slices.IndexFunc(space.Figures, func(f workspace.Figure) bool { return f.ID == part.value })
		if i < 0 {
			return ""
		}
		return space.Figures[i].Label.In(language)
	case "period":
		return strings.ReplaceAll(part.value, "..", "–")
	case "file":
		return part.value
	}
	return s.listWords(part.name, part.value, language)
}

// listWords is a code's label in the list of a name; none for the code of what
// a measure does not have.
func (s *session) listWords(list, code, language string) string {
	found, isList := s.space.List(list)
	if !isList || code == "none" {
		return ""
	}
	for _, row := range found.Rows {
		if row["code"] == code {
			return row["label_"+language]
		}
	}
	return ""
}

// spoken is the language of labels in what the terminal prints.
func (o Options) spoken() string {
	if o.Language == "" {
		return edition.Swedish
	}
	return o.Language
}
