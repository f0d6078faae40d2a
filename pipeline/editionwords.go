package pipeline

import (
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"

	"tresektor/pipeline/edition"
	"tresektor/pipeline/format/csvw"
)

// editionWords are the words that editions' own descriptions of share.csv have
// for its codes. Where folders differ the first has the word; one that an
// earlier program made without a description has none.
func editionWords(folders ...string) (vocabulary, error) {
	v := vocabulary{labels: map[[2]string]label{}, measures: map[string]map[string]string{}}
	for _, folder := range folders {
		labels, err := readLabels(filepath.Join(folder, "tables", csvw.FileName("share")))
		if err != nil {
			return v, err
		}
		for key, text := range labels {
			v.learn(key, text)
		}
	}
	return v, nil
}

func (v vocabulary) learn(key [2]string, text edition.Text) {
	if _, known := v.labels[key]; known || text.SV == "" {
		return
	}
	v.labels[key] = label{Text: text}
	if key[0] == "measure" {
		v.measures[key[1]] = map[string]string{"label_sv": text.SV, "label_en": text.In(edition.English)}
	}
}

func readLabels(path string) (map[[2]string]edition.Text, error) {
	file, err := os.Open(path)
	if errors.Is(err, fs.ErrNotExist) {
		return nil, nil
	}
	if err != nil {
		return nil, err
	}
	defer file.Close()
	labels, err := csvw.ReadLabels(file)
	if err != nil {
		err = fmt.Errorf("%s: %w", path, err)
	}
	return labels, err
}

// cell names a cell in words: measure, place, period and, where the measure
// has them, area and agreement, and under which definition.
func (s *story) cell(c Cell) string {
	return s.say(`%s, %s, %s, enligt "%s"`, `%s, %s, %s, under "%s"`, s.label("measure", c.Measure),
		s.place(c.Place, c.Area, c.Agreement), s.period(c.Period), s.label("definition", c.Definition))
}
