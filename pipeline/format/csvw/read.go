package csvw

import (
	"encoding/json"
	"fmt"
	"io"

	"tresektor/pipeline/edition"
)

// ReadLabels reads from a table's description what the codes of its columns
// are called: by the name of the column and the code.
func ReadLabels(r io.Reader) (map[[2]string]edition.Text, error) {
	var described struct {
		Schema schema `json:"tableSchema"`
	}
	if err := json.NewDecoder(r).Decode(&described); err != nil {
		return nil, fmt.Errorf("csvw: %w", err)
	}
	labels := map[[2]string]edition.Text{}
	for _, c := range described.Schema.Columns {
		if c.Codes == nil {
			continue
		}
		for _, code := range c.Codes.Codes {
			labels[[2]string{c.Name, code.Code.Value}] = textOf(code.Label)
		}
	}
	return labels, nil
}

func textOf(words []literal) (t edition.Text) {
	for _, w := range words {
		switch w.Language {
		case edition.Swedish:
			t.SV = w.Value
		case edition.English:
			t.EN = w.Value
		}
	}
	return t
}
