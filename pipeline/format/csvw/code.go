package csvw

import (
	"slices"

	"tresektor/pipeline/edition"
)

// A codeList is what a column's codes are called, of those that occur.
type codeList struct {
	Type  string    `json:"@type"`
	Codes []concept `json:"skos:hasTopConcept"`
}

type concept struct {
	Type  string    `json:"@type"`
	Code  literal   `json:"skos:notation"`
	Label []literal `json:"skos:prefLabel,omitempty"`
}

// newCodeList lists the codes of field i, or the symbols where it is what
// other fields have theirs in; nil for a field that has neither.
func newCodeList(t edition.Table, i int) *codeList {
	f := t.Fields[i]
	codes := f.Codes
	if isSymbol := func(other edition.Field) bool { return other.Symbol == f.Name }; slices.ContainsFunc(t.Fields, isSymbol) {
		for _, symbol := range edition.Symbols() {
			codes = append(codes, edition.Code{Code: symbol, Label: edition.SymbolLabel(symbol)})
		}
	}
	if len(codes) == 0 {
		return nil
	}
	list, occurs := codeList{Type: "skos:ConceptScheme"}, values(t, i)
	for _, c := range codes {
		if occurs[c.Code] || edition.IsSymbol(c.Code) {
			list.Codes = append(list.Codes, concept{"skos:Concept", literal{Value: c.Code, Type: "xsd:string"}, literals(c.Label)})
		}
	}
	if list.Codes == nil {
		return nil
	}
	return &list
}

func values(t edition.Table, i int) map[any]bool {
	all := map[any]bool{}
	for _, row := range t.Rows {
		all[row[i]] = true
	}
	return all
}
