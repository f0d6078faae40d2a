package pipeline

import (
	"fmt"
	"path/filepath"
	"slices"
)

// pathBetween goes back to the last edition that both rest on, and forward.
func pathBetween(editions, from, to string) (path []EditionStep, err error) {
	s := &session{Options: Options{Dir: filepath.Dir(editions)}}
	back, forward := s.line(from), s.line(to)
	for _, id := range back {
		common := slices.Index(forward, id)
		if common < 0 {
			path = append(path, EditionStep{id, true})
			continue
		}
		for _, next := range slices.Backward(forward[:common]) {
			path = append(path, EditionStep{next, false})
		}
		return path, nil
	}
	return nil, &NoLineError{fmt.Sprintf("no edition lies behind both %s and %s", from, to)}
}

// steps are the editions that are taken back, and those that are counted.
func (d EditionDifference) steps() (back, forward []string) {
	for _, step := range d.Path {
		if step.IsBack {
			back = append(back, step.Edition)
		} else {
			forward = append(forward, step.Edition)
		}
	}
	return back, forward
}
