package pipeline

import "slices"

// silent tells where a definition says nothing, and why.
func (s *story) silent(e Explanation) {
	all := s.quiets(e)
	if len(all) == 0 {
		return
	}
	s.heading("Definitioner som inte säger något", "Definitions that say nothing")
	for _, p := range all {
		s.hang(2, 4, s.say("%s, %s: %s", "%s, %s: %s", s.labels("definition", p.definitions), s.periods(p.periods),
			s.words.explanation("silence_reason", p.Silence).In(s.language)))
	}
}

// A quiet is a span without an answer, and the definitions that give none.
type quiet struct {
	span
	definitions []string
}

// quiets gathers definitions that say nothing of the same periods for the
// same reason.
func (s *story) quiets(e Explanation) (all []quiet) {
	for _, definition := range s.definitions(e) {
		var silent []Decision
		for _, d := range e.Decisions {
			if d.Definition == definition && d.Silence != "" {
				silent = append(silent, d)
			}
		}
		for _, p := range spans(silent) {
			i := slices.IndexFunc(all, func(q quiet) bool {
				return q.Silence == p.Silence && slices.Equal(q.periods, p.periods)
			})
			if i >= 0 {
				all[i].definitions = append(all[i].definitions, definition)
				continue
			}
			all = append(all, quiet{p, []string{definition}})
		}
	}
	return all
}
