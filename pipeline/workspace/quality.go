package workspace

import "strings"

// Quality is quality.yaml: what the analyst says of the statistics under each of
// the five components of SCB-FS 2016:17. Facts stand beside it and come from the
// run. A component that is nil has no text yet.
type Quality struct {
	Where         Where `json:"-"`
	Relevance     *Text `yaml:"relevance"`     // for whom and for what the statistics are
	Reliability   *Text `yaml:"reliability"`   // what makes them uncertain
	Timeliness    *Text `yaml:"timeliness"`    // how old they are and when they come
	Accessibility *Text `yaml:"accessibility"` // how they can be used and understood
	Comparability *Text `yaml:"comparability"` // over time, between groups, with other statistics
}

// qualityFile is where the texts are; a workspace need not have it.
const qualityFile = "quality.yaml"

// quality reads quality.yaml.
func (r *reader) quality() (q Quality) {
	for _, f := range r.files(r.own, "", qualityFile) {
		decodeYAML(&q, r.found, f)
	}
	return q
}

// Blocks are the texts by the name of their key, in the order of the regulation.
func (q Quality) Blocks() []QualityBlock {
	return []QualityBlock{
		{"relevance", q.Relevance}, {"reliability", q.Reliability}, {"timeliness", q.Timeliness},
		{"accessibility", q.Accessibility}, {"comparability", q.Comparability},
	}
}

// A QualityBlock is one component's text, nil where nobody has written it.
type QualityBlock struct {
	Key  string
	Text *Text
}

// official is what only the authorities named by the government may call their
// statistics.
const official = "sveriges officiella statistik"

func (w *Workspace) checkQuality(found *problems) {
	for _, b := range w.Quality.Blocks() {
		if b.Text == nil {
			continue
		}
		for key, text := range map[string]string{"sv": b.Text.SV, "en": b.Text.EN} {
			if strings.Contains(strings.ToLower(text), official) || strings.Contains(strings.ToLower(text), "official statistics of sweden") {
				found.add(w.Quality.Where.At(b.Key+"."+key), "the text names Sveriges officiella statistik, which only the authorities that the government has named may publish; say it in other words")
			}
		}
	}
}
