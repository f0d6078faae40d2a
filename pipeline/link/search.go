package link

import (
	"strings"
	"unicode/utf8"
)

// A search is for the suppliers among candidates that are seen one by one.
type search struct {
	suppliers []Supplier
	places    Places
	called    []Name           // of each supplier
	blocks    map[string][]int // suppliers worth comparing, by block
	found     []best           // of each supplier
}

func newSearch(suppliers []Supplier, places Places) *search {
	s := &search{
		suppliers: suppliers,
		places:    places,
		called:    make([]Name, len(suppliers)),
		blocks:    map[string][]int{},
		found:     make([]best, len(suppliers)),
	}
	for i, each := range suppliers {
		s.found[i] = best{}
		if isPerson(each.Attributes) {
			continue
		}
		s.called[i] = Normalise(each.Name, places)
		for _, block := range blocksOf(s.called[i]) {
			s.blocks[block] = append(s.blocks[block], i)
		}
	}
	return s
}

// blocksOf gives the marks by which names are found that may be alike: the
// name without a place, its beginning, its end and its longest word. A similar
// name with none of them in common is not found.
func blocksOf(n Name) []string {
	if n.Key == "" {
		return nil
	}
	letters := strings.ReplaceAll(n.Fold, " ", "")
	return []string{"=" + n.Base, "<" + head(letters), ">" + tail(letters), "~" + longestWord(n.Fold)}
}

const edge = 5 // letters of a beginning or an end

func head(text string) string {
	n := 0
	for i := range text {
		if n == edge {
			return text[:i]
		}
		n++
	}
	return text
}

func tail(text string) string {
	for n := utf8.RuneCountInString(text); n > edge; n-- {
		_, size := utf8.DecodeRuneInString(text)
		text = text[size:]
	}
	return text
}

func longestWord(text string) string {
	longest := ""
	for word := range strings.FieldsSeq(text) {
		if len(word) > len(longest) || len(word) == len(longest) && word < longest {
			longest = word
		}
	}
	return longest
}

// names compares the names of a candidate with those of the suppliers.
func (s *search) names(c Candidate) {
	if isPerson(c.Attributes) {
		return
	}
	for _, text := range c.Names {
		name := Normalise(text, s.places)
		for _, block := range blocksOf(name) {
			for _, i := range s.blocks[block] {
				if score := score(s.called[i], name); score >= leastScore {
					s.found[i].add(found{c.ID, text, name, score})
				}
			}
		}
	}
}

// wanted is where the attributes of the candidates that were found will go.
func (s *search) wanted() known {
	k := known{}
	for i := range s.found {
		for _, each := range s.found[i].top() {
			k[each.id] = &Attributes{}
		}
	}
	return k
}

// known is what all rows together say of an organisation.
type known map[string]*Attributes

func (k known) add(c Candidate) {
	if a := k[c.ID]; a != nil {
		a.Forms = append(a.Forms, c.Forms...)
		a.SNI = append(a.SNI, c.SNI...)
		a.Places = append(a.Places, c.Places...)
	}
}
